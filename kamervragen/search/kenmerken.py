"""How a question and an earlier pair are alike: a handful of figures, each from 0 to 1, each of another kind."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from kamervragen.search.analyse import Woord, profiel, woorden
from kamervragen.search.index import Index, Kandidaat

# Words of a formula ("Deelt u de mening") tell this much of what they would tell elsewhere.
FORMULEGEWICHT = 0.5
# Texts of this many terms are neither long nor short: longer ones must share more for the same score.
_GEWOON = {"vraag": 28, "onderwerp": 10, "antwoord": 110, "profiel": 60}
_VERZADIGING = 1.2
_LENGTE_TELT = 0.75
_JAAR = 365.25
# A smaller archive does not know yet which words are rare: it is weighed as if it had this many pairs.
_KLEIN = 2000
# Of the rarest terms that many are looked for: the rest cost time and change next to nothing (docs/zoeksnelheid.md).
ZELDZAAMSTE = 60


@dataclass(frozen=True, slots=True)
class Vraagstelling:
    """What is looked for: a question and, where known, its set: subject, the other questions, askers, day, citations."""

    vraag: str
    onderwerp: str = ""
    verband: tuple[str, ...] = ()
    indieners: tuple[str, ...] = ()
    datum: date | None = None
    verwijzingen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gezocht:
    """A question taken apart once, for all candidates: terms with what each tells, which is its rarity.

    `alle_termen` are those of question and subject that the index knows, the rarest first.
    """

    stelling: Vraagstelling
    reeks: tuple[str, ...]
    vraag: Mapping[str, float]
    onderwerp: Mapping[str, float]
    samen: Mapping[str, float]
    profiel: Mapping[str, float]
    namen: Mapping[str, float]
    paren: Mapping[tuple[str, str], float]
    indieners: frozenset[str]
    alle_termen: tuple[str, ...]

    @property
    def termen(self) -> tuple[str, ...]:
        """What candidates are looked for with: the rarest terms, for common ones cost time and bring nothing."""
        return self.alle_termen[:ZELDZAAMSTE]


def ontleed(stelling: Vraagstelling, index: Index) -> Gezocht:
    """Takes a question apart and weighs its terms by how rare they are in the index."""
    gewicht = zeldzaamheid(index)
    in_vraag, in_onderwerp = (woorden(tekst, index.taal) for tekst in (stelling.vraag, stelling.onderwerp))
    vraag, onderwerp = _gewogen(in_vraag, gewicht), _gewogen(in_onderwerp, gewicht)
    verband = profiel((stelling.onderwerp, stelling.vraag, *stelling.verband), index.taal)
    reeks = tuple(term for woord in in_vraag for term in woord.alle)
    samen = {**onderwerp, **vraag}
    bekend = (term for term in samen if index.voorkomens(term))
    return Gezocht(
        stelling,
        reeks,
        vraag,
        onderwerp,
        samen=samen,
        profiel={term: gewicht(term) for term in verband},
        namen=_eigen(stelling.vraag, in_vraag, gewicht) | _eigen(stelling.onderwerp, in_onderwerp, gewicht),
        paren={paar: gewicht(paar[0]) + gewicht(paar[1]) for paar in itertools.pairwise(reeks)},
        indieners=frozenset(naam.casefold() for naam in stelling.indieners),
        alle_termen=tuple(sorted(bekend, key=lambda term: (-gewicht(term), term))),
    )


def zeldzaamheid(index: Index) -> Callable[[str], float]:
    """idf: how much a term tells, from the index itself."""
    totaal = max(len(index), _KLEIN)
    onthouden: dict[str, float] = {}

    def gewicht(term: str) -> float:
        if term not in onthouden:
            raak = index.voorkomens(term)
            onthouden[term] = math.log(1 + (max(totaal - raak, 0) + 0.5) / (raak + 0.5))
        return onthouden[term]

    return gewicht


def kenmerken(gezocht: Gezocht, kandidaat: Kandidaat) -> dict[str, float]:
    """Every likeness of one candidate, from 0 to 1."""
    stelling = gezocht.stelling
    return {
        "vraag": dekking(gezocht.vraag, kandidaat.vraag, "vraag"),
        "onderwerp": dekking(gezocht.samen, kandidaat.onderwerp, "onderwerp"),
        "onderwerp_in_vraag": dekking(gezocht.onderwerp, kandidaat.vraag, "vraag"),
        "antwoord": dekking(gezocht.vraag, kandidaat.antwoord, "antwoord"),
        "verband": dekking(gezocht.samen, kandidaat.profiel, "profiel"),
        "samenhang": dekking(gezocht.profiel, kandidaat.profiel, "profiel"),
        "gelijkenis": gelijkenis(gezocht.reeks, kandidaat.vraag),
        "reeksen": _reeksen(gezocht.paren, kandidaat.vraag),
        "namen": _aandeel(gezocht.namen, kandidaat.vraag, kandidaat.onderwerp, kandidaat.antwoord),
        "verwijzing": float(not set(stelling.verwijzingen).isdisjoint(kandidaat.verwijzingen)),
        "indiener": float(any(naam.casefold() in gezocht.indieners for naam in kandidaat.indieners)),
        "tijd": _nabij(stelling.datum, kandidaat.datum),
    }


def gelijkenis(een: tuple[str, ...], ander: tuple[str, ...]) -> float:
    """How alike two rows of terms are letter by letter, whatever their order. From 0 to 1; nothing is like nothing."""
    return fuzz.token_sort_ratio(" ".join(een), " ".join(ander)) / 100 if een and ander else 0.0


def dekking(gezocht: Mapping[str, float], tekst: tuple[str, ...], soort: str) -> float:
    """Share of what the sought terms tell that the text holds (BM25, its highest outcome made 1)."""
    if not gezocht or not tekst:
        return 0.0
    telling: dict[str, int] = {}
    for term in tekst:
        if term in gezocht:
            telling[term] = telling.get(term, 0) + 1
    rem = _VERZADIGING * (1 - _LENGTE_TELT + _LENGTE_TELT * len(tekst) / _GEWOON[soort])
    raak = sum(gezocht[term] * aantal / (aantal + rem) for term, aantal in telling.items())
    return raak / sum(gezocht.values())


def _reeksen(gezocht: Mapping[tuple[str, str], float], tekst: tuple[str, ...]) -> float:
    """Share of neighbouring terms that stand side by side in the text too."""
    if not gezocht:
        return 0.0
    return sum(gezocht[paar] for paar in set(itertools.pairwise(tekst)) if paar in gezocht) / sum(gezocht.values())


def _aandeel(gezocht: Mapping[str, float], *teksten: tuple[str, ...]) -> float:
    if not gezocht:
        return 0.0
    aanwezig = set(itertools.chain.from_iterable(teksten))
    return sum(waarde for term, waarde in gezocht.items() if term in aanwezig) / sum(gezocht.values())


def _nabij(een: date | None, ander: date | None) -> float:
    """1 on the same day, a half after a year. Without a day 0."""
    return 1 / (1 + abs((een - ander).days) / _JAAR) if een and ander else 0.0


def _gewogen(gevonden: Iterable[Woord], gewicht: Callable[[str], float]) -> dict[str, float]:
    """term -> what it tells; a term that stands in formulas alone tells less."""
    uit: dict[str, float] = {}
    for woord in gevonden:
        deel = FORMULEGEWICHT if woord.formule else 1.0
        for term in woord.alle:
            uit[term] = max(uit.get(term, 0.0), deel * gewicht(term))
    return uit


def _eigen(tekst: str, gevonden: Iterable[Woord], gewicht: Callable[[str], float]) -> dict[str, float]:
    """The terms of names and numbers: words with a capital inside a sentence, or with a digit."""
    uit: dict[str, float] = {}
    for woord in gevonden:
        ruw = tekst[woord.begin : woord.einde]
        midden = tekst[: woord.begin].rstrip(" '\"‘“«(")[-1:] not in ("", ".", "?", "!", "\n", ":")
        if any(teken.isdigit() for teken in ruw) or (ruw[0].isupper() and (midden or ruw.isupper())):
            uit[woord.term] = gewicht(woord.term)
    return uit
