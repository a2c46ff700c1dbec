"""The lists of words that a ministry keeps: every version of every line."""

from __future__ import annotations

from sqlmodel import Session, col, select

from kamervragen.sets.rows import WoordregelRij


def versies(sessie: Session) -> tuple[WoordregelRij, ...]:
    """Every version of every line of every list, oldest first."""
    return tuple(sessie.exec(select(WoordregelRij).order_by(col(WoordregelRij.id))))


def nu(sessie: Session, lijst: str) -> dict[str, WoordregelRij]:
    """The newest version of every line of a list that was ever changed, by code, in the order they came in."""
    return {rij.code: rij for rij in versies(sessie) if rij.lijst == lijst}


def voeg_toe(sessie: Session, rij: WoordregelRij) -> None:
    """Another version of a line."""
    sessie.add(rij)
    sessie.flush()
