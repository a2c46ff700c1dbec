"""Why a date is what it is: a value of codes and facts. The words come from the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

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


class Herleid(Protocol):
    """What keeps why its day is what it is, behind a day that a person chose instead of what the sentence says."""

    afleiding: list[dict[str, Any]]

    @property
    def eigen_dag(self) -> date | None: ...


def als_waarden(afleiding: Afleiding) -> list[dict[str, Any]]:
    """Writes a derivation as JSON: codes and facts, a day as {"dag": ...}, so that its words can change with the language."""
    return [
        {
            "code": stap.code,
            "feiten": {naam: {"dag": w.isoformat()} if isinstance(w, date) else w for naam, w in stap.feiten},
        }
        for stap in afleiding.stappen
    ]


def afleiding_van(herleid: Herleid) -> Afleiding:
    """Reads the derivation that was kept, with a person's own day before it."""
    eigen = herleid.eigen_dag
    gekozen = (stap("eigen_dag", dag=eigen),) if eigen is not None else ()
    bewaard = (
        Stap(
            deel["code"],
            tuple(
                (naam, date.fromisoformat(w["dag"]) if isinstance(w, dict) else w) for naam, w in deel["feiten"].items()
            ),
        )
        for deel in herleid.afleiding
    )
    return Afleiding((*gekozen, *bewaard))
