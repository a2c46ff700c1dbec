"""The jobs table: planned in the transaction of the act, taken by one worker, never by two."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.core.rows import TaakRij
from kamervragen.core.store.insert import tenzij_bekend

_HUUR = timedelta(seconds=120)
_MAX_POGINGEN = 5


@dataclass(frozen=True, slots=True)
class Taak:
    """A job that a worker holds."""

    id: int
    naam: str
    gegevens: dict[str, Any]


def plan(sessie: Session, naam: str, gegevens: dict[str, Any], *, sleutel: str, op: datetime) -> None:
    """Plans a job. While a job with this key still waits, a second is not needed."""
    waarden = {"naam": naam, "gegevens": gegevens, "sleutel": sleutel, "na": op, "status": "wacht", "pogingen": 0}
    tenzij_bekend(sessie, TaakRij, waarden, uniek="sleutel")


def neem(sessie: Session, op: datetime, *, namen: Collection[str] | None = None) -> Taak | None:
    """The next job that is due, of these names or of all, now held for two minutes; also one whose holder died.

    PostgreSQL skips rows another worker holds; SQLite has one writer, and drops the clause.
    """
    query = (
        select(TaakRij)
        .where(
            sa.or_(
                sa.and_(col(TaakRij.status) == "wacht", col(TaakRij.na) <= op),
                sa.and_(col(TaakRij.status) == "bezig", col(TaakRij.bezet_tot) < op),
            )
        )
        .order_by(col(TaakRij.na), col(TaakRij.id))
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    if namen is not None:
        query = query.where(col(TaakRij.naam).in_(namen))
    rij = sessie.exec(query).first()
    if rij is None:
        return None
    rij.status, rij.pogingen, rij.bezet_tot, rij.sleutel = "bezig", rij.pogingen + 1, op + _HUUR, None
    sessie.add(rij)
    return Taak(rij.id, rij.naam, dict(rij.gegevens))


def van_naam(sessie: Session, naam: str) -> list[Taak]:
    """The jobs of this name that wait, in the order they were planned: whoever looks at all after this does them too."""
    query = select(TaakRij).where(TaakRij.naam == naam, TaakRij.status == "wacht").order_by(col(TaakRij.id))
    return [Taak(rij.id, rij.naam, dict(rij.gegevens)) for rij in sessie.exec(query)]


def laat_vallen(sessie: Session, taken: Collection[Taak]) -> None:
    """Drops those of these jobs that still wait. One that an act holds at this moment stays, and is done once more."""
    vrij = select(TaakRij.id).where(col(TaakRij.id).in_([taak.id for taak in taken]), TaakRij.status == "wacht")
    sessie.execute(
        sa.delete(TaakRij).where(col(TaakRij.id).in_(sessie.exec(vrij.with_for_update(skip_locked=True)).all()))
    )


def klaar(sessie: Session, id: int) -> None:
    """The job is done; its row goes."""
    sessie.execute(sa.delete(TaakRij).where(col(TaakRij.id) == id))


def mislukt(sessie: Session, id: int, fout: str, op: datetime) -> None:
    """The job failed: again a little later, and after five times it stays as 'mislukt' with its error."""
    rij = sessie.get(TaakRij, id)
    if rij is None:
        return
    rij.fout = fout[:2000]
    if rij.pogingen >= _MAX_POGINGEN:
        rij.status = "mislukt"
    else:
        rij.status, rij.na = "wacht", op + timedelta(seconds=2**rij.pogingen)
    sessie.add(rij)


def wachtend(sessie: Session, *, namen: Collection[str] | None = None) -> int:
    """How many jobs, of these names or of all, are not done yet; failed ones do not count."""
    query = sa.select(sa.func.count()).select_from(TaakRij).where(col(TaakRij.status).in_(("wacht", "bezig")))
    if namen is not None:
        query = query.where(col(TaakRij.naam).in_(namen))
    return int(sessie.execute(query).scalar_one())


def uitstellen(sessie: Session, id: int, tot: datetime) -> None:
    """Gives a job back untried: something it needs is taken for a moment."""
    sessie.execute(
        sa.update(TaakRij)
        .where(col(TaakRij.id) == id)
        .values(status="wacht", na=tot, pogingen=col(TaakRij.pogingen) - 1, bezet_tot=None)
    )
