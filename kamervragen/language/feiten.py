"""What in a text may have grown stale since it was written: days, figures, names, 'now', deadlines gone by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamervragen.language.promises.tijd import MAANDEN, tijdsaanduidingen
from kamervragen.language.zinnen import zinnen

_MAAND = "|".join(MAANDEN)
_DATUM = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}\s+(?:{_MAAND})(?:\s+\d{{4}})?|\d{{1,2}}-\d{{1,2}}-\d{{4}}|(?:{_MAAND})\s+\d{{4}}|(?<![-–/.\d])(?:in|sinds|vanaf|per|eind|begin|medio)\s+(?:19|20)\d{{2}}(?![-–\d]))",
    re.IGNORECASE,
)
GETAL = re.compile(
    r"(?<![\w.,/-])(?:€\s*)?\d{1,3}(?:\.\d{3})+(?:,\d+)?(?:\s*(?:miljoen|miljard|euro|procent))?%?"
    r"|(?<![\w.,/-])(?:€\s*)?\d+(?:,\d+)?\s*(?:%|procent|miljoen|miljard|euro)"
    r"|(?<![\w.,/§-])(?:€\s*\d+|\d{2,})(?:,\d+)?(?![\w/-]|\.\d)"
)
_NAAM = re.compile(
    r"\b(?:[Mm]inister|[Ss]taatssecretaris|[Mm]inister-president|mijn ambtsvoorganger|mijn voorganger)(?:-president)?\s+"
    r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en|Yeşilgöz-)\s*)*[A-ZŞ][\w’'-]+"
)
_NU = re.compile(
    r"\b(?:nu|thans|momenteel|op dit moment|inmiddels|recent(?:elijk)?|onlangs|dit jaar|dit najaar|dit voorjaar|deze zomer|vorig jaar|afgelopen (?:jaar|maand|week|zomer)|"
    r"komend(?:e)? (?:jaar|maand|week|weken|maanden|periode)|volgend jaar|binnenkort|deze kabinetsperiode|huidige?|tot nu toe|tot op heden|vandaag|gisteren)\b",
    re.IGNORECASE,
)
GEEN_GETAL = re.compile(
    r"(?:vraag|vragen|artikel|art\.|lid|nr\.|nrs\.|Kamerstuk|Kamerstukken|blz\.|pagina|bijlage|hoofdstuk|paragraaf|Aanhangsel|Handelingen|nummer)[\s\d,.()IVX–-]*$",
    re.IGNORECASE,
)


class Slijtage(StrEnum):
    """Why a piece of text must be looked at before it is used again."""

    TERMIJN_VOORBIJ = "termijn_voorbij"
    DATUM = "datum"
    GETAL = "getal"
    NAAM = "naam"
    NU = "nu"


@dataclass(frozen=True, slots=True)
class Slijtplek:
    """A piece that may be stale, with the sentence it stands in. Offsets are code points of the text, half open."""

    soort: Slijtage
    tekst: str
    zin: str
    begin: int
    einde: int


def slijtplekken(tekst: str, *, geschreven: date, op: date) -> tuple[Slijtplek, ...]:
    """Everything in `tekst`, written on one day, that may not hold on another. Each place once, in order."""
    gevonden: list[Slijtplek] = []
    for zin in zinnen(tekst):
        bezet: list[tuple[int, int]] = []
        for soort, begin, einde in sorted(
            _in_zin(zin.tekst, geschreven, op), key=lambda p: (list(Slijtage).index(p[0]), p[1])
        ):
            if all(einde <= b or begin >= e for b, e in bezet):
                bezet.append((begin, einde))
                gevonden.append(
                    Slijtplek(soort, zin.tekst[begin:einde], zin.tekst, zin.begin + begin, zin.begin + einde)
                )
    return tuple(sorted(gevonden, key=lambda plek: plek.begin))


def _in_zin(zin: str, geschreven: date, op: date) -> Iterator[tuple[Slijtage, int, int]]:
    for tijd in tijdsaanduidingen(zin, geschreven):
        if tijd.einde is not None and geschreven <= tijd.einde < op:
            yield Slijtage.TERMIJN_VOORBIJ, *tijd.plaats
    for soort, patroon in ((Slijtage.DATUM, _DATUM), (Slijtage.NAAM, _NAAM), (Slijtage.NU, _NU)):
        yield from ((soort, *treffer.span()) for treffer in patroon.finditer(zin))
    for treffer in GETAL.finditer(zin):
        if not GEEN_GETAL.search(zin[: treffer.start()]):
            jaartal = re.fullmatch(r"(?:19|20)\d{2}", treffer.group())
            yield Slijtage.DATUM if jaartal else Slijtage.GETAL, *treffer.span()
