"""Learns the weights of the ranking from judged pairs: `python -m benchmarks.hergebruik --leer` writes them.

A straight sum of likenesses, so that the parts shown are the whole score. What is learned is the order of pairs of
candidates of one query (pairwise logistic loss), no weight below nought, held towards `UITGANG` by an L2 term so that
few judgements move little. No randomness: the same data gives the same weights (docs/adr/0009).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kamervragen.search.index import Index
from kamervragen.search.kenmerken import Vraagstelling, kenmerken, ontleed
from kamervragen.search.ranking import KANDIDATEN

DOEL = Path(__file__).parents[1] / "kamervragen" / "search" / "gewichten.json"
UITGANG = {
    "nl": {
        "vraag": 1.0,
        "onderwerp": 0.45,
        "onderwerp_in_vraag": 0.2,
        "antwoord": 0.3,
        "verband": 0.3,
        "samenhang": 0.5,
        "gelijkenis": 0.2,
        "reeksen": 0.2,
        "namen": 0.2,
    },
    "en": {
        "vraag": 1.0,
        "onderwerp": 0.45,
        "onderwerp_in_vraag": 0.2,
        "antwoord": 0.3,
        "gelijkenis": 0.2,
        "reeksen": 0.2,
        "namen": 0.1,
        "indiener": 0.3,
        "tijd": 0.3,
    },
}
# Set by hand, for the Dutch judgements hold no citations: the same source or Kamerstuk counts as a tenth.
MET_DE_HAND: dict[str, dict[str, float]] = {"nl": {"verwijzing": 0.1}, "en": {}}
L2 = {"nl": 0.03, "en": 0.1}
_STEILTE = 8.0
_STAP = 0.5
_RONDEN = 400
_Rij = NDArray[np.float64]


@dataclass(frozen=True)
class Opgave:
    """The candidates of one query: a row of likenesses each, and what is known of their worth (nothing: not judged)."""

    bronnen: tuple[str, ...]
    waarden: _Rij
    graden: Mapping[str, int]

    def volgorde(self, gewichten: _Rij) -> list[str]:
        return [self.bronnen[i] for i in np.argsort(-(self.waarden @ gewichten), kind="stable")]


def opgave(
    index: Index, stelling: Vraagstelling, groep: str | None, graden: Mapping[str, int], namen: Sequence[str]
) -> Opgave:
    """What the ranking sees for one query."""
    gezocht = ontleed(stelling, index)
    kandidaten = index.zoek(gezocht.termen, aantal=KANDIDATEN, zonder_groep=groep)
    rijen = [[gelijk[naam] for naam in namen] for gelijk in (kenmerken(gezocht, kandidaat) for kandidaat in kandidaten)]
    return Opgave(tuple(k.bron for k in kandidaten), np.array(rijen, dtype=float).reshape(-1, len(namen)), graden)


def leer(opgaven: Iterable[Opgave], uitgang: _Rij, *, l2: float) -> _Rij:
    """The weights that put the better of two candidates first most often."""
    verschillen, belang = [], []
    for een in opgaven:
        plaatsen = [(i, een.graden[bron]) for i, bron in enumerate(een.bronnen) if bron in een.graden]
        paren = [(i, j, 2**hoog - 2**laag) for i, hoog in plaatsen for j, laag in plaatsen if hoog > laag]
        if paren:
            verschillen.append(een.waarden[[i for i, _, _ in paren]] - een.waarden[[j for _, j, _ in paren]])
            zwaarte = np.array([z for _, _, z in paren], dtype=float)
            belang.append(zwaarte / zwaarte.sum())
    rijen, per_paar = np.vstack(verschillen) * _STEILTE, np.concatenate(belang) / len(belang)
    gewichten = uitgang.copy()
    for _ in range(_RONDEN):
        fout = per_paar / (1 + np.exp(rijen @ gewichten))
        gewichten = np.maximum(0, gewichten + _STAP * (rijen.T @ fout - l2 * (gewichten - uitgang)))
    return gewichten


def geleerd(taal: str, opgaven: Iterable[Opgave]) -> dict[str, float]:
    """The weights of a language, with 1 as their sum, so that a score runs from 0 to about 1."""
    waarden = leer(opgaven, np.array(list(UITGANG[taal].values())), l2=L2[taal])
    delen = waarden / waarden.sum()
    return {naam: round(float(w), 3) for naam, w in zip(UITGANG[taal], delen, strict=True)} | MET_DE_HAND[taal]


def schrijf(gewichten: Mapping[str, Mapping[str, float]]) -> None:
    """Puts the weights in their file. The thresholds stay: they are chosen from the table of precisions."""
    ruw = json.loads(DOEL.read_text(encoding="utf-8"))
    for taal, nieuw in gewichten.items():
        ruw[taal]["gewichten"] = nieuw
    DOEL.write_text(json.dumps(ruw, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
