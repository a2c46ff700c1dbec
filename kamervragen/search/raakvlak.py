"""What two texts are both about, with the words that say so: for the promises and motions beside a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kamervragen.search.analyse import woorden
from kamervragen.search.index import Index
from kamervragen.search.kenmerken import zeldzaamheid

# Of what the rarer words of the shorter text weigh, this part must be in the question too, in two words at least.
DREMPEL = 0.3
_MINSTENS = 2
_TELLEND = 3.0  # the rarity of a word in one of twenty pairs: what is more common says nothing of a subject


@dataclass(frozen=True, slots=True)
class Raakvlak:
    """How much two texts share, from 0 to 1, and the shared words as the second writes them, most telling first."""

    waarde: float
    woorden: tuple[str, ...]


class Onderwerp:
    """A question with its subject, weighed once to hold many texts against."""

    def __init__(self, index: Index, tekst: str) -> None:
        self._taal = index.taal
        self._gewicht = zeldzaamheid(index)
        self._gezocht = self._gewogen(tekst)

    @property
    def termen(self) -> frozenset[str]:
        """The telling terms of the question."""
        return frozenset(self._gezocht)

    def raakt(self, tekst: str) -> Raakvlak | None:
        """What a text shares with the question; None when that is too little to show."""
        ander: dict[str, float] = {}
        voluit: dict[str, str] = {}
        for woord in woorden(tekst, self._taal):
            for term in woord.alle:
                if not woord.formule and self._gewicht(term) >= _TELLEND:
                    ander[term] = self._gewicht(term)
                    voluit.setdefault(term, tekst[woord.begin : woord.einde].casefold())
        gedeeld = sorted(self._gezocht.keys() & ander.keys(), key=lambda term: (-ander[term], term))
        namen = tuple(dict.fromkeys(voluit[term] for term in gedeeld))
        if len(namen) < _MINSTENS:
            return None
        waarde = _som(ander, gedeeld) / min(_som(ander), _som(self._gezocht))
        return Raakvlak(min(waarde, 1.0), namen) if waarde >= DREMPEL else None

    def deel(self, tekst: str) -> float:
        """How much of the question a sentence speaks of, as weight."""
        termen = {term for woord in woorden(tekst, self._taal) for term in woord.alle}
        return _som(self._gezocht, termen & self._gezocht.keys())

    def _gewogen(self, tekst: str) -> dict[str, float]:
        termen = {t for w in woorden(tekst, self._taal) if not w.formule for t in w.alle}
        return {term: self._gewicht(term) for term in termen if self._gewicht(term) >= _TELLEND}


def _som(gewichten: Mapping[str, float], termen: Iterable[str] | None = None) -> float:
    return sum(gewichten[term] for term in (gewichten if termen is None else termen))
