"""Why a date is what it is: a value of codes and facts. The words come from the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Feitwaarde = str | int | date


@dataclass(frozen=True, slots=True)
class Stap:
    """One step of a derivation: a code from the catalogue and the facts it is told with."""

    code: str
    feiten: tuple[tuple[str, Feitwaarde], ...] = ()


@dataclass(frozen=True, slots=True)
class Afleiding:
    """The steps that lead to a date or a window, in order."""

    stappen: tuple[Stap, ...]


def stap(code: str, **feiten: Feitwaarde) -> Stap:
    """Shorthand that keeps the facts in the order they are given."""
    return Stap(code, tuple(feiten.items()))
