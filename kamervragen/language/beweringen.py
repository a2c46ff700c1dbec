"""What sentences claim that can be held against other sentences: figures, bounds, yes or no, days, who is responsible.

Everything here is a hint, 'mogelijk in strijd met': both sentences are shown, nobody is told who is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from kamervragen.language.feiten import GEEN_GETAL, GETAL
from kamervragen.language.promises.tijd import Tijdsaanduiding, tijdsaanduidingen
from kamervragen.language.woordvormen import kern
from kamervragen.language.zinnen import zinnen


class Grens(StrEnum):
    """How a figure is meant."""

    PRECIES = "precies"
    ONGEVEER = "ongeveer"
    MINSTENS = "minstens"
    HOOGSTENS = "hoogstens"


class Strijdsoort(StrEnum):
    """In what two sentences may contradict each other."""

    GETAL = "getal"
    ZELFDE_GETAL = "zelfde_getal"
    GRENS = "grens"
    POLARITEIT = "polariteit"
    DATUM = "datum"
    VERANTWOORDELIJKE = "verantwoordelijke"


@dataclass(frozen=True, slots=True)
class Getalfeit:
    """A figure with what it counts. `waarde` in units; `eenheid` is '%', '€' or nothing."""

    waarde: float
    eenheid: str
    grens: Grens
    woord: str
    wat: frozenset[str]
    geschreven: str


@dataclass(frozen=True, slots=True)
class Bewering:
    """A sentence with its claims. `plaats` says where it stands: the label of an answer, or a name of another set."""

    zin: str
    plaats: str
    kern: frozenset[str]
    getallen: tuple[Getalfeit, ...]
    tijden: tuple[Tijdsaanduiding, ...]
    ontkent: bool
    ministers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Strijd:
    """Two sentences that may contradict each other, and the words of each that make it so."""

    soort: Strijdsoort
    een: Bewering
    ander: Bewering
    woorden: tuple[str, str]


_GRENZEN = (
    (
        Grens.MINSTENS,
        re.compile(
            r"\b(?:ruim|meer dan|minstens|ten minste|tenminste|minimaal|minstens|boven de|over de|al|vanaf)\s+(?:de |het |een )?$",
            re.IGNORECASE,
        ),
    ),
    (
        Grens.HOOGSTENS,
        re.compile(
            r"\b(?:minder dan|hooguit|hoogstens|ten hoogste|maximaal|onder de|nog geen|bijna|tot)\s+(?:de |het |een )?$",
            re.IGNORECASE,
        ),
    ),
    (
        Grens.ONGEVEER,
        re.compile(r"\b(?:circa|ca\.|ongeveer|zo[’']n|rond de|rond|om en nabij|grofweg|een kleine)\s+$", re.IGNORECASE),
    ),
)
_WOORD_ERVOOR = re.compile(r"(\S+)\s+$")
_WAT = re.compile(r"^\W*((?:[\w’'-]+\s*){1,4})")
_GROTER = {"miljoen": 1e6, "miljard": 1e9}
_ONTKENNING = re.compile(r"\b(?:geen|niet|nooit|nimmer|nergens|zonder|onvoldoende|nee|noch|evenmin)\b", re.IGNORECASE)
_MINISTER = re.compile(
    r"\b(?:de )?(?:minister|staatssecretaris) (?:van|voor) ((?:[A-Z][\w-]+)(?:(?:,| en|) (?:[A-Z][\w-]+))*)"
)
_JAARTAL = re.compile(r"^(?:19|20)\d{2}$")
_PRATEN = kern(
    "vraag antwoord beantwoorden informeren geïnformeerd brief kamer stuur sturen aangeven zomer najaar voorjaar winter kwartaal"
)
# How much two sentences must share before their yes and no, their days or their ministers are compared.
_GELIJK = 0.4  # of all words of both; for figures, of the words of the shorter sentence
_KORT_GELIJK = 0.6
_MINSTENS_GEDEELD = 4


@lru_cache(maxsize=1_024)  # a text claims the same at every look
def beweringen(tekst: str, plaats: str, *, geschreven: date) -> tuple[Bewering, ...]:
    """The sentences of a text that claim something, with their claims."""
    uit = []
    for zin in zinnen(tekst):
        eigen = kern(zin.tekst) - _PRATEN
        if len(eigen) < 2:
            continue
        uit.append(
            Bewering(
                zin.tekst,
                plaats,
                eigen,
                _getallen(zin.tekst),
                tuple(t for t in tijdsaanduidingen(zin.tekst, geschreven) if t.einde),
                bool(_ONTKENNING.search(zin.tekst)),
                frozenset(t[1] for t in _MINISTER.finditer(zin.tekst)),
            )
        )
    return tuple(uit)


def strijdig(eigen: Sequence[Bewering], anders: Iterable[Bewering]) -> tuple[Strijd, ...]:
    """Every pair of one of these and one of those that may contradict each other, each pair once per kind."""
    uit: list[Strijd] = []
    for ander in anders:
        for een in eigen:
            if een.plaats != ander.plaats and een.zin != ander.zin:
                uit += _paar(een, ander)
    return tuple(uit)


def binnen(alle: Sequence[Bewering]) -> tuple[Strijd, ...]:
    """The same within one set: every sentence with those after it, in other answers."""
    uit: list[Strijd] = []
    for plaats, een in enumerate(alle):
        for ander in alle[plaats + 1 :]:
            if een.plaats != ander.plaats and een.zin != ander.zin:
                uit += _paar(een, ander, zelfde_set=True)
    return tuple(uit)


def _paar(een: Bewering, ander: Bewering, *, zelfde_set: bool = False) -> list[Strijd]:
    gedeeld = een.kern & ander.kern
    gelijkenis = len(gedeeld) / min(len(een.kern), len(ander.kern))
    uit: list[Strijd] = []
    if een.getallen and ander.getallen:
        uit += _getalstrijd(een, ander, gedeeld, gelijkenis, zelfde_set=zelfde_set)
    if uit or not _gaat_over_hetzelfde(gedeeld, een.kern | ander.kern):
        return uit
    if een.ontkent != ander.ontkent:
        uit.append(Strijd(Strijdsoort.POLARITEIT, een, ander, (_ontkenning(een.zin), _ontkenning(ander.zin))))
    for a in een.tijden:
        later = [b for b in ander.tijden if _los(a, b)]
        if later and not any(not _los(a, b) for b in ander.tijden):
            uit.append(Strijd(Strijdsoort.DATUM, een, ander, (_woorden(een.zin, a), _woorden(ander.zin, later[0]))))
            break
    if een.ministers and ander.ministers and not een.ministers & ander.ministers:
        paar = (min(een.ministers), min(ander.ministers))
        uit.append(Strijd(Strijdsoort.VERANTWOORDELIJKE, een, ander, paar))
    return uit


def _gaat_over_hetzelfde(gedeeld: frozenset[str], samen: frozenset[str]) -> bool:
    """Much of the words of both, or most of them when the sentences are short."""
    deel = len(gedeeld) / len(samen)
    return (len(gedeeld) >= _MINSTENS_GEDEELD and deel >= _GELIJK) or (len(gedeeld) >= 3 and deel >= _KORT_GELIJK)


def _getalstrijd(
    een: Bewering, ander: Bewering, gedeeld: frozenset[str], gelijkenis: float, *, zelfde_set: bool
) -> list[Strijd]:
    for a in een.getallen:
        for b in ander.getallen:
            if a.eenheid != b.eenheid:
                continue
            zelfde_wat = bool(a.wat & b.wat)
            if a.waarde == b.waarde:
                tegengesteld = {a.grens, b.grens} == {Grens.MINSTENS, Grens.HOOGSTENS}
                if zelfde_wat and tegengesteld and len(gedeeld) > 1:
                    return [Strijd(Strijdsoort.GRENS, een, ander, (a.geschreven, b.geschreven))]
                if (
                    zelfde_set
                    and not zelfde_wat
                    and not a.eenheid
                    and a.grens is b.grens is not Grens.PRECIES
                    and a.waarde >= 20
                    and a.wat
                    and b.wat
                ):
                    return [Strijd(Strijdsoort.ZELFDE_GETAL, een, ander, (a.geschreven, b.geschreven))]
            elif zelfde_wat and gelijkenis >= _GELIJK and len(gedeeld) >= 3 and _enig(a, een, b, ander):
                return [Strijd(Strijdsoort.GETAL, een, ander, (a.geschreven, b.geschreven))]
    return []


def _enig(a: Getalfeit, een: Bewering, b: Getalfeit, ander: Bewering) -> bool:
    """Neither sentence gives the figure of the other, and bounds do not simply agree: 'ruim 200' and '212' do."""
    if any(a.waarde == g.waarde for g in ander.getallen) or any(b.waarde == g.waarde for g in een.getallen):
        return False
    laag, hoog = sorted((a, b), key=lambda g: g.waarde)
    dichtbij = hoog.waarde <= laag.waarde * 1.1
    return not (dichtbij and (laag.grens is not Grens.PRECIES or hoog.grens is not Grens.PRECIES))


def _getallen(zin: str) -> tuple[Getalfeit, ...]:
    uit = []
    for treffer in GETAL.finditer(zin):
        ervoor = zin[: treffer.start()]
        if GEEN_GETAL.search(ervoor) or _JAARTAL.match(treffer.group()):
            continue
        waarde, eenheid = _waarde(treffer.group())
        if waarde is None:
            continue
        grens = next((g for g, patroon in _GRENZEN if patroon.search(ervoor)), Grens.PRECIES)
        woord = _WOORD_ERVOOR.search(ervoor) if grens is not Grens.PRECIES else None
        wat = _WAT.match(zin[treffer.end() :])
        uit.append(
            Getalfeit(
                waarde,
                eenheid,
                grens,
                woord[1] if woord else "",
                kern(wat[1]) if wat else frozenset(),
                " ".join(
                    filter(None, (woord[1] if woord else "", treffer.group().strip(), (wat[1].strip() if wat else "")))
                ),
            )
        )
    return tuple(uit)


def _waarde(geschreven: str) -> tuple[float | None, str]:
    eenheid = "%" if "%" in geschreven or "procent" in geschreven else "€" if re.search("€|euro", geschreven) else ""
    cijfers = re.search(r"\d[\d.]*(?:,\d+)?", geschreven)
    if cijfers is None:
        return None, eenheid
    waarde = float(cijfers.group().replace(".", "").replace(",", "."))
    for woord, maal in _GROTER.items():
        if woord in geschreven:
            waarde *= maal
    return waarde, eenheid


def _los(a: Tijdsaanduiding, b: Tijdsaanduiding) -> bool:
    """Two windows of time without a day in common."""
    return (a.einde or date.max) < b.begin or (b.einde or date.max) < a.begin


def _woorden(zin: str, tijd: Tijdsaanduiding) -> str:
    begin, einde = tijd.plaats
    return zin[begin:einde]


def _ontkenning(zin: str) -> str:
    treffer = _ONTKENNING.search(zin)
    return treffer.group() if treffer else ""
