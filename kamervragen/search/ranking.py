"""The order of candidates, and why: parts that add up to the score, each with its words."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kamervragen.domain.afleiding import Stap, stap
from kamervragen.search.analyse import woorden
from kamervragen.search.index import Eenheid, Index, Kandidaat
from kamervragen.search.kenmerken import Gezocht, Vraagstelling, kenmerken, ontleed

KANDIDATEN = 200
_TOON = 6
_BIJNA = 0.8


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of a score: what it is called, how much it adds or takes, and its reason where it has words of its own."""

    naam: str
    waarde: float
    reden: Stap | None = None


@dataclass(frozen=True, slots=True)
class Treffer:
    """An earlier pair with its score, the parts that add up to it, its reasons as codes and facts, and what it shares."""

    eenheid: Eenheid
    score: float
    delen: tuple[Deel, ...]
    redenen: tuple[Stap, ...]
    gedeeld: frozenset[str]


# What the product adds to or takes from a candidate besides likeness: a function of all candidates at once.
Bijstelling = Callable[[Gezocht, Sequence[Kandidaat]], Mapping[str, tuple[Deel, ...]]]


@dataclass(frozen=True, slots=True)
class Weging:
    """The weights of one language and the score from which on a hit is shown. How they were set: docs/adr/0009."""

    gewichten: Mapping[str, float]
    drempel: float


@cache
def weging(taal: str) -> Weging:
    ruw = json.loads((files(__package__) / "gewichten.json").read_text(encoding="utf-8"))[taal]
    return Weging(ruw["gewichten"], ruw["drempel"])


@dataclass(frozen=True, slots=True)
class Vangst:
    """What a question caught in an index, before it is ranked. `vast` names those that came from elsewhere."""

    gezocht: Gezocht
    kandidaten: tuple[Kandidaat, ...]
    vast: frozenset[str]
    taal: str


def vang(
    index: Index, stelling: Vraagstelling, *, zonder_groep: str | None = None, ook: Iterable[Kandidaat] = ()
) -> Vangst:
    """The candidates for a question; `ook` are of elsewhere, and shown whatever their likeness."""
    gezocht = ontleed(stelling, index)
    gevonden = {k.bron: k for k in index.zoek(gezocht.termen, aantal=KANDIDATEN, zonder_groep=zonder_groep)}
    vast = {k.bron: k for k in ook}
    return Vangst(gezocht, tuple((gevonden | vast).values()), frozenset(vast), index.taal)


def rangschik(
    index: Index,
    stelling: Vraagstelling,
    *,
    aantal: int = 10,
    zonder_groep: str | None = None,
    drempel: float = 0.0,
    bijstelling: Bijstelling | None = None,
    ook: Iterable[Kandidaat] = (),
) -> list[Treffer]:
    """The best earlier pairs for a question, best first. An empty list is an honest answer."""
    vangst = vang(index, stelling, zonder_groep=zonder_groep, ook=ook)
    return orden(vangst, aantal=aantal, drempel=drempel, bijstelling=bijstelling)


def orden(
    vangst: Vangst,
    *,
    aantal: int,
    drempel: float,
    bijstelling: Bijstelling | None = None,
    achteraan: Container[int] = (),
) -> list[Treffer]:
    """What was caught, best first.

    `drempel` is the likeness from 0 to 1 below which nothing is shown; what `bijstelling` takes away only lowers the
    place. Answers in `achteraan` come behind the others, whatever `aantal`.
    """
    gezocht = vangst.gezocht
    gewichten = weging(vangst.taal).gewichten
    extra = bijstelling(gezocht, vangst.kandidaten) if bijstelling else {}
    gescoord: list[tuple[float, tuple[Deel, ...], Kandidaat]] = []
    for kandidaat in vangst.kandidaten:
        delen = _delen(gezocht, kandidaat, gewichten)
        if kandidaat.bron in vangst.vast or sum(deel.waarde for deel in delen) >= drempel:
            alle = delen + extra.get(kandidaat.bron, ())
            gescoord.append((sum(deel.waarde for deel in alle), alle, kandidaat))
    gescoord.sort(key=_op_rang)
    voor = [rij for rij in gescoord if rij[2].antwoord_id not in achteraan][:aantal]
    achter = [rij for rij in gescoord if rij[2].antwoord_id in achteraan]
    return [_treffer(gezocht, *rij, vangst.taal) for rij in (*voor, *achter)]


def _op_rang(rij: tuple[float, tuple[Deel, ...], Kandidaat]) -> tuple[float, int, str]:
    """Equal scores keep a fixed order: newest first, then by source."""
    score, _, kandidaat = rij
    return -round(score, 9), -(kandidaat.datum.toordinal() if kandidaat.datum else 0), kandidaat.bron


def _delen(gezocht: Gezocht, kandidaat: Kandidaat, gewichten: Mapping[str, float]) -> tuple[Deel, ...]:
    gevonden = kenmerken(gezocht, kandidaat)
    return tuple(
        Deel(naam, gewicht * gevonden[naam]) for naam, gewicht in gewichten.items() if gewicht * gevonden[naam]
    )


def _treffer(gezocht: Gezocht, score: float, delen: tuple[Deel, ...], kandidaat: Kandidaat, taal: str) -> Treffer:
    gedeeld = frozenset(gezocht.samen) & frozenset((*kandidaat.vraag, *kandidaat.onderwerp, *kandidaat.antwoord))
    eenheid = kandidaat.eenheid()
    redenen = (*_redenen(gezocht, eenheid, gedeeld, delen, taal), *(deel.reden for deel in delen if deel.reden))
    return Treffer(eenheid, score, delen, redenen, gedeeld)


def _redenen(
    gezocht: Gezocht, eenheid: Eenheid, gedeeld: frozenset[str], delen: Iterable[Deel], taal: str
) -> tuple[Stap, ...]:
    """The words behind the score, each named once, where it tells most; then what else counted."""
    redenen: list[Stap] = []
    gelijk = (
        next((deel.waarde for deel in delen if deel.naam == "gelijkenis"), 0.0) / weging(taal).gewichten["gelijkenis"]
    )
    if gelijk >= _BIJNA:
        redenen.append(stap("gelijke_zin", procent=round(100 * gelijk)))
    over = set(gedeeld)
    for code, tekst in (
        ("gedeelde_woorden", eenheid.vraag),
        ("gelijk_onderwerp", eenheid.onderwerp),
        ("antwoord_noemt", eenheid.antwoord),
    ):
        genoemd = _voluit(over, tekst, gezocht.samen, taal)
        if genoemd:
            redenen.append(stap(code, woorden=", ".join(list(dict.fromkeys(genoemd.values()))[:_TOON])))
        over -= genoemd.keys()
    aanwezig = {deel.naam for deel in delen if deel.waarde > 0}
    redenen += [stap(f"reden_{naam}") for naam in ("verwijzing", "indiener") if naam in aanwezig]
    if eenheid.datum is not None:
        redenen.append(stap("recent", jaar=eenheid.datum.year))
    return tuple(redenen)


def _voluit(gekozen: Iterable[str], tekst: str, gewicht: Mapping[str, float], taal: str) -> dict[str, str]:
    """term -> the word as the text writes it, those that tell most first; a part of a compound names the compound."""
    zoek = set(gekozen)
    eerste: dict[str, str] = {}
    for woord in woorden(tekst, taal):
        for term in woord.alle:
            if term in zoek:
                eerste.setdefault(term, tekst[woord.begin : woord.einde].lower())
    op_rang = sorted(eerste, key=lambda term: (-gewicht[term], term))
    genoemd: dict[str, str] = {}
    for term in op_rang:
        if eerste[term] not in genoemd.values():
            genoemd[term] = eerste[term]
    return {**genoemd, **{term: eerste[term] for term in op_rang if term not in genoemd}}
