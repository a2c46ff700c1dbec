"""Two people changed one text: their words put together where they do not touch each other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from kamervragen.language.zinnen import woorden_met_wit


@dataclass(frozen=True, slots=True)
class _Greep:
    """Words `begin` up to `einde` of the common text, and what stands there instead."""

    begin: int
    einde: int
    nieuw: tuple[str, ...]


def voeg_samen(basis: str, onze: str, hunne: str) -> str | None:
    """`hunne` with what `onze` changed of `basis`; None where both changed the same words, or put words in at one point."""
    if onze in (basis, hunne):
        return hunne
    if hunne == basis:
        return onze
    woorden = woorden_met_wit(basis)
    uit: list[str] = []
    plaats = 0
    grepen = _gemengd(_grepen(woorden, onze), _grepen(woorden, hunne))
    if grepen is None:
        return None
    for greep in grepen:
        uit += [*woorden[plaats : greep.begin], *greep.nieuw]
        plaats = greep.einde
    return "".join([*uit, *woorden[plaats:]])


def _gemengd(een: list[_Greep], ander: list[_Greep]) -> list[_Greep] | None:
    """Both rows of changes in the order of the text; the same change stands once. None when two are in each other's way."""
    alle = sorted(set(een) | set(ander), key=lambda g: (g.begin, g.einde))
    for vorige, greep in pairwise(alle):
        zelfde_punt = vorige.begin == greep.begin and (vorige.begin == vorige.einde or greep.begin == greep.einde)
        if greep.begin < vorige.einde or zelfde_punt:
            return None
    return alle


def _grepen(woorden: list[str], naar: str) -> list[_Greep]:
    nieuw = woorden_met_wit(naar)
    grepen: list[_Greep] = []
    for stap in Indel.opcodes(woorden, nieuw):
        if stap.tag == "equal":
            continue
        greep = _Greep(stap.src_start, stap.src_end, tuple(nieuw[stap.dest_start : stap.dest_end]))
        if grepen and grepen[-1].einde == greep.begin:  # what goes and what comes at one place is one change
            grepen[-1] = _Greep(grepen[-1].begin, greep.einde, grepen[-1].nieuw + greep.nieuw)
        else:
            grepen.append(greep)
    return grepen
