"""What someone types in the search box: words, "exact phrase", "near"~5, -not, prefix*, OR. Nothing typed is an error."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

_DEEL = re.compile(
    r"(?P<niet>-)?(?:\"(?P<zin>[^\"]*)\"?(?:~(?P<afstand>\d{1,2}))?|(?P<of>\b(?:OR|OF)\b(?=\s))|(?P<woord>[^\s\"]+))"
)
_MEEST = 60  # parts of a question that are looked at


class Soort(StrEnum):
    WOORD = "woord"
    ZIN = "zin"
    BEGIN = "begin"


@dataclass(frozen=True, slots=True)
class Deel:
    """One thing to look for. `woorden` are in small letters without accents; `afstand` is for a phrase: words between."""

    soort: Soort
    tekst: str
    woorden: tuple[str, ...]
    niet: bool = False
    afstand: int = 0


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """Groups that must all be met; within a group one part is enough."""

    groepen: tuple[tuple[Deel, ...], ...]

    @property
    def leeg(self) -> bool:
        """There is nothing to look for: no part, or only parts that must be absent."""
        return not any(not deel.niet for groep in self.groepen for deel in groep)

    @property
    def gezocht(self) -> tuple[Deel, ...]:
        return tuple(deel for groep in self.groepen for deel in groep if not deel.niet)


def lees_zoekvraag(tekst: str) -> Zoekvraag:
    """Reads what was typed. Quotes that are not closed, loose signs and operators without words are taken as they come."""
    groepen: list[list[Deel]] = []
    samen = False
    for treffer in list(_DEEL.finditer(tekst))[: _MEEST * 2]:
        if treffer["of"]:
            samen = bool(groepen)
            continue
        deel = _deel(treffer)
        if deel is None:
            continue
        if samen and not deel.niet and not groepen[-1][0].niet:
            groepen[-1].append(deel)
        else:
            groepen.append([deel])
        samen = False
    return Zoekvraag(tuple(tuple(groep) for groep in groepen[:_MEEST]))


def gevouwen(tekst: str) -> tuple[str, ...]:
    """The words of a text as phrases and prefixes compare them: small letters, no accents, cut at every other sign."""
    plat = unicodedata.normalize("NFKD", tekst.casefold())
    return tuple(
        re.findall(r"\w+", "".join(teken for teken in plat if not unicodedata.combining(teken)).replace("_", " "))
    )


def _deel(treffer: re.Match[str]) -> Deel | None:
    niet = bool(treffer["niet"])
    if treffer["zin"] is not None:
        woorden = gevouwen(treffer["zin"])
        return Deel(Soort.ZIN, treffer["zin"], woorden, niet, int(treffer["afstand"] or 0)) if woorden else None
    ruw = treffer["woord"]
    woorden = gevouwen(ruw)
    if not woorden:
        return None
    if ruw.endswith("*") and len(woorden[-1]) > 1:
        return Deel(Soort.BEGIN, ruw, woorden, niet)
    kaal = re.sub(r"^\W+|\W+$", "", ruw)
    return Deel(Soort.ZIN if len(woorden) > 1 else Soort.WOORD, kaal, woorden, niet)
