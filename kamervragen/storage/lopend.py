"""What keeps the index of running promises and open motions true: each change of one plans its job, in its transaction."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime

from sqlmodel import Session, col, select

from kamervragen.core.rows import TaakRij
from kamervragen.core.store import jobs

TAAK = "indexeer_lopend"
_METEEN = datetime(2000, 1, 1, tzinfo=UTC)
# What the index is made of; a new window or owner changes nothing in it.
_VELDEN = frozenset({"status", "zin", "vindplaats", "vragenset_id", "onderwerp", "verzoek"})


def plan(sessie: Session, soort: str, id: int, velden: Collection[str] = _VELDEN) -> None:
    """Plans that the index follows this promise or motion, when one of these fields is in it.

    Every row has a job of its own: on one for all of them two acts would wait for each other.
    """
    if not _VELDEN.isdisjoint(velden):
        jobs.plan(sessie, TAAK, {}, sleutel=f"{TAAK}:{soort}-{id}", op=_METEEN)


def wachtend(sessie: Session) -> list[int]:
    """The ids of the jobs that wait: who reads every row after this does them all."""
    return [taak.id for taak in jobs.van_naam(sessie, TAAK)]


def laat_vallen(sessie: Session, ids: Collection[int]) -> None:
    """Drops those of these jobs that still wait. One that an act holds at this moment stays, and is done once more."""
    vrij = select(TaakRij.id).where(col(TaakRij.id).in_(ids), col(TaakRij.status) == "wacht")
    for id in sessie.exec(vrij.with_for_update(skip_locked=True)).all():
        jobs.klaar(sessie, id or 0)
