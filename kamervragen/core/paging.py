"""One page of a list: its rows, which page it is and of how many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

PER_BLAD = 50
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Blad(Generic[T]):
    """The rows of a page of fifty, its number from 1, how many pages there are and how many rows in all."""

    rijen: Sequence[T]
    nummer: int
    bladen: int
    totaal: int


def op_blad(totaal: int, nummer: int) -> tuple[int, int]:
    """Which page of a list that long is meant, and of how many. A number beyond the last is the last."""
    bladen = max(1, -(-totaal // PER_BLAD))
    return min(max(1, nummer), bladen), bladen


def blad(totaal: int, nummer: int, lees: Callable[[int, int], Sequence[T]]) -> Blad[T]:
    """Reads one page of a list: `lees` gives the rows from a place on, so many at most."""
    welk, bladen = op_blad(totaal, nummer)
    return Blad(lees((welk - 1) * PER_BLAD, PER_BLAD), welk, bladen, totaal)
