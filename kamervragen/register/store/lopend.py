"""What keeps the index of running promises and open motions true: each change of one plans its job, in its transaction."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime

from sqlmodel import Session

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
