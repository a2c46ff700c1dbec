"""The order of candidates, and why: parts that add up to the score, each with its words."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz

from kamervragen.domain.afleiding import Stap, stap
from kamervragen.reuse.analyse import termen
from kamervragen.reuse.index import Eenheid, Index

KANDIDATEN = 200
# Set on the judged development queries (docs/adr/0005); each part runs from 0 to 1 before its weight.
GEWICHTEN = {"vraag": 1.0, "onderwerp": 0.45, "antwoord": 0.30, "gelijkenis": 0.35, "reeksen": 0.25}
_TOON = 6


@dataclass(frozen=True, slots=True)
class Vraagstelling:
    """What is looked for: a question, and where known the subject of its set."""

    vraag: str
    onderwerp: str = ""


@dataclass(frozen=True, slots=True)
class Treffer:
    """An earlier pair with its score, the parts of that score, and its reasons as codes and facts."""

    eenheid: Eenheid
    score: float
    delen: tuple[tuple[str, float], ...]
    redenen: tuple[Stap, ...]
    gedeeld: frozenset[str]


def rangschik(
    index: Index, stelling: Vraagstelling, *, aantal: int = 10, zonder_groep: str | None = None
) -> list[Treffer]:
    """The best earlier pairs for a question, best first. An empty list is an honest answer."""
    vraagtermen = termen(stelling.vraag, index.taal)
    alle = (*vraagtermen, *termen(stelling.onderwerp, index.taal))
    kandidaten = index.zoek(alle, aantal=KANDIDATEN, zonder_groep=zonder_groep)
    gewicht = _zeldzaamheid(index)
    gescoord = [_scoor(kandidaat, vraagtermen, alle, gewicht, index.taal) for kandidaat in kandidaten]
    # Equal scores keep a fixed order: newest first, then by source.
    gescoord.sort(
        key=lambda t: (-round(t.score, 9), -(t.eenheid.datum.toordinal() if t.eenheid.datum else 0), t.eenheid.bron)
    )
    return [treffer for treffer in gescoord if treffer.gedeeld][:aantal]


def _zeldzaamheid(index: Index) -> Callable[[str], float]:
    """idf: how much a term tells, from the index itself."""
    totaal = max(len(index), 1)
    onthouden: dict[str, float] = {}

    def gewicht(term: str) -> float:
        if term not in onthouden:
            onthouden[term] = math.log(1 + (2 * totaal + 0.5) / (index.voorkomens(term) + 0.5))
        return onthouden[term]

    return gewicht


def _scoor(
    kandidaat: Eenheid, vraagtermen: tuple[str, ...], alle: tuple[str, ...], gewicht: Callable[[str], float], taal: str
) -> Treffer:
    vraag, onderwerp, antwoord = (
        termen(tekst, taal) for tekst in (kandidaat.vraag, kandidaat.onderwerp, kandidaat.antwoord)
    )
    delen = {
        "vraag": _dekking(vraagtermen, vraag, gewicht),
        "onderwerp": _dekking(alle, onderwerp, gewicht),
        "antwoord": _dekking(vraagtermen, antwoord, gewicht),
        "gelijkenis": fuzz.token_sort_ratio(" ".join(vraagtermen), " ".join(vraag)) / 100,
        "reeksen": _reeksen(vraagtermen, vraag),
    }
    gewogen = tuple((naam, GEWICHTEN[naam] * waarde) for naam, waarde in delen.items())
    gedeeld = frozenset(alle) & frozenset((*vraag, *onderwerp, *antwoord))
    return Treffer(
        kandidaat,
        sum(waarde for _, waarde in gewogen),
        gewogen,
        _redenen(kandidaat, delen, frozenset(alle), vraag, onderwerp, antwoord, gewicht, taal),
        gedeeld,
    )


def _dekking(gezocht: tuple[str, ...], in_tekst: tuple[str, ...], gewicht: Callable[[str], float]) -> float:
    """Weighted share of the sought terms that occur, dampened by how long the text is. From 0 to 1."""
    uniek = frozenset(gezocht)
    if not uniek or not in_tekst:
        return 0.0
    telling = Counter(in_tekst)
    lengte = 1.2 * (0.4 + 0.6 * len(in_tekst) / 40)
    raak = sum(gewicht(term) * telling[term] * 2.2 / (telling[term] + lengte) for term in uniek if term in telling)
    return min(1.0, raak / sum(gewicht(term) * 1.4 for term in uniek))


def _reeksen(gezocht: tuple[str, ...], in_tekst: tuple[str, ...]) -> float:
    """Share of neighbouring terms that stand side by side in the text too."""
    paren = set(itertools.pairwise(gezocht))
    return len(paren & set(itertools.pairwise(in_tekst))) / len(paren) if paren else 0.0


def _redenen(
    kandidaat: Eenheid, delen: dict[str, float], gezocht: frozenset[str], vraag: tuple[str, ...],
    onderwerp: tuple[str, ...], antwoord: tuple[str, ...], gewicht: Callable[[str], float], taal: str,
) -> tuple[Stap, ...]:  # fmt: skip
    redenen: list[Stap] = []
    if delen["gelijkenis"] >= 0.8:
        redenen.append(stap("gelijke_zin", procent=round(100 * delen["gelijkenis"])))
    al: set[str] = set()
    for code, in_termen, tekst in (
        ("gedeelde_woorden", vraag, kandidaat.vraag),
        ("gelijk_onderwerp", onderwerp, kandidaat.onderwerp),
        ("antwoord_noemt", antwoord, kandidaat.antwoord),
    ):
        nieuw = (gezocht & frozenset(in_termen)) - al
        al |= nieuw
        if genoemd := _voluit(nieuw, tekst, gewicht, taal):
            redenen.append(stap(code, woorden=", ".join(genoemd)))
    if kandidaat.datum is not None:
        redenen.append(stap("recent", jaar=kandidaat.datum.year))
    return tuple(redenen)


def _voluit(gekozen: frozenset[str], tekst: str, gewicht: Callable[[str], float], taal: str) -> list[str]:
    """The words as the text writes them, those that tell most first."""
    from kamervragen.reuse.analyse import woorden

    eerste: dict[str, str] = {}
    for woord in woorden(tekst, taal):
        if woord.term in gekozen:
            eerste.setdefault(woord.term, tekst[woord.begin : woord.einde].lower())
    return [eerste[term] for term in sorted(eerste, key=lambda term: (-gewicht(term), term))[:_TOON]]
