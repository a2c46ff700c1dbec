"""Motions that a text cites: who moved them, about what, and under which Kamerstuk."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamervragen.language.citations.verwijzingen import Verwijzingsoort, verwijzingen
from kamervragen.language.personen import leden
from kamervragen.language.zinnen import zinnen

_NAAM = r"(?-i:(?:[Vv]an\s+(?:der\s+|den\s+|de\s+)?|[Dd]en?\s+|[Tt]e[rn]\s+|[Ee]l\s+)?[A-ZÀ-Ý][\w’'-]+(?:\s+(?=[A-ZÀ-Ý(]))?)"
_MOTIE = re.compile(
    rf"\b(?P<soort>(?:nader\s+)?(?:gewijzigde\s+)?motie(?:s)?)[\s-]+"
    rf"(?:(?:van\s+)?(?P<aanhef>het\s+lid|de\s+leden)\s+(?P<leden>[^.;:?!\[]+?)(?=\s+(?:over|om|inzake|betreffende|voor|die|dat|op|met|is|wordt|waarin)\b|[.,;:\[]|$)|(?P<kort>{_NAAM}(?:\s*/\s*{_NAAM}|\s+en\s+{_NAAM})*))(?:\s+c\.s\.)?",
    re.IGNORECASE,
)
_GEEN_NAMEN = frozenset({"Is", "Wordt", "Heeft", "Die", "Dat", "In", "Met", "Van"})
_OVER = re.compile(r"^\s*(?:\([^)]*\)\s*)?(?:over|om|inzake|betreffende)\s+(?P<onderwerp>[^.;\[(]+)", re.IGNORECASE)
_MAX_ZIN = 1_500
_MERK = re.compile(r"\[\^(v\d+)\]")


@dataclass(frozen=True, slots=True)
class GenoemdeMotie:
    """A motion in a sentence. `indieners` is how it names the movers; `kamerstuk` a canonical id where one stands by."""

    indieners: str
    onderwerp: str | None
    kamerstuk: str | None
    zin: str


def moties(tekst: str, voetnoten: dict[str, str]) -> tuple[GenoemdeMotie, ...]:
    """The motions a text cites. The Kamerstuk is taken from the sentence, or from the footnote it calls."""
    gevonden: list[GenoemdeMotie] = []
    for zin in (zin for zin in zinnen(tekst) if len(zin.tekst) <= _MAX_ZIN):
        for treffer in _MOTIE.finditer(zin.tekst):
            indieners = _indieners(treffer)
            if not indieners:
                continue
            rest = zin.tekst[treffer.end() :]
            over = _OVER.match(rest)
            onderwerp = " ".join(over["onderwerp"].split()) if over else None
            gevonden.append(GenoemdeMotie(indieners, onderwerp, _kamerstuk(rest, voetnoten), zin.tekst))
    return tuple(gevonden)


def _indieners(treffer: re.Match[str]) -> str:
    if treffer["kort"]:
        kort: str = treffer["kort"].strip()
        return "" if kort in _GEEN_NAMEN else kort
    namen = [f"{lid.naam} ({lid.fractie})" if lid.fractie else lid.naam for lid in leden(treffer["leden"])]
    return " en ".join([", ".join(namen[:-1]), namen[-1]] if len(namen) > 1 else namen)


def _kamerstuk(rest: str, voetnoten: dict[str, str]) -> str | None:
    bronnen = [rest, *(voetnoten.get(merk, "") for merk in _MERK.findall(rest))]
    for bron in bronnen:
        for verwijzing in verwijzingen(bron):
            if verwijzing.soort is Verwijzingsoort.KAMERSTUK and verwijzing.id:
                return verwijzing.id
    return None
