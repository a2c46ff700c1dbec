"""The jobs table: planned in the transaction of the act, taken by one worker, never by two."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.core.rows import TaakRij
from kamervragen.core.store.insert import tenzij_bekend

HUUR = timedelta(seconds=120)
_MAX_POGINGEN = 5


@dataclass(frozen=True, slots=True)
class Taak:
    """A job that a worker holds."""

    id: int
    naam: str
    gegevens: dict[str, Any]
    houder: str = field(default="", compare=False)


def plan(sessie: Session, naam: str, gegevens: dict[str, Any], *, sleutel: str, op: datetime) -> None:
    """Plans a job. While a job with this key still waits, a second is not needed."""
    waarden = {"naam": naam, "gegevens": gegevens, "sleutel": sleutel, "na": op, "status": "wacht", "pogingen": 0}
    tenzij_bekend(sessie, TaakRij, waarden, uniek="sleutel")


def neem(sessie: Session, op: datetime, *, houder: str, namen: Collection[str] | None = None) -> Taak | None:
    """The next job that is due, of these names or of all, now held for two minutes; also one whose holder died.

    `houder` is the name it is held by, of this one time.

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
    rij.status, rij.pogingen, rij.bezet_tot, rij.sleutel = "bezig", rij.pogingen + 1, op + HUUR, None
    rij.houder = houder
    sessie.add(rij)
    return Taak(rij.id, rij.naam, dict(rij.gegevens), houder)


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


def verleng(sessie: Session, taak: Taak, op: datetime) -> bool:
    """Holds a job for two minutes more. Tells whether it is still this holder's: one that was late has lost it."""
    gehouden = sa.update(TaakRij).where(*_van(taak)).values(bezet_tot=op + HUUR)
    return _geraakt(sessie, gehouden) == 1


def klaar(sessie: Session, taak: Taak) -> None:
    """Drops a job that is done. One that another holds by now is his."""
    sessie.execute(sa.delete(TaakRij).where(*_van(taak)))


def mislukt(sessie: Session, taak: Taak, fout: str, op: datetime) -> None:
    """Plans a job that failed a little later; after five times it stays as 'mislukt', with its error."""
    rij = sessie.exec(select(TaakRij).where(*_van(taak))).first()
    if rij is None:
        return
    rij.fout, rij.houder = fout[:2000], None
    if rij.pogingen >= _MAX_POGINGEN:
        rij.status = "mislukt"
    else:
        rij.status, rij.na = "wacht", op + timedelta(seconds=2**rij.pogingen)
    sessie.add(rij)


def opnieuw(sessie: Session, id: int, op: datetime) -> bool:
    """Lets a job that was given up be tried again from the beginning. Tells whether there was one."""
    query = sa.update(TaakRij).where(col(TaakRij.id) == id, col(TaakRij.status) == "mislukt")
    return _geraakt(sessie, query.values(status="wacht", na=op, pogingen=0, houder=None, bezet_tot=None)) == 1


def mislukte(sessie: Session) -> tuple[TaakRij, ...]:
    """Gives the jobs that were given up, the newest first."""
    query = select(TaakRij).where(TaakRij.status == "mislukt")
    return tuple(sessie.exec(query.order_by(col(TaakRij.id).desc())))


def te_laat(sessie: Session, sinds: datetime) -> tuple[TaakRij, ...]:
    """Gives the jobs that wait since before a moment, the oldest first."""
    query = select(TaakRij).where(TaakRij.status == "wacht", col(TaakRij.na) < sinds)
    return tuple(sessie.exec(query.order_by(col(TaakRij.na))))


def oudste(sessie: Session) -> datetime | None:
    """Gives since when the job waits that waits longest."""
    return sessie.execute(sa.select(sa.func.min(col(TaakRij.na))).where(col(TaakRij.status) == "wacht")).scalar()


def wachtend(sessie: Session, *, namen: Collection[str] | None = None) -> int:
    """How many jobs, of these names or of all, are not done yet; failed ones do not count."""
    query = sa.select(sa.func.count()).select_from(TaakRij).where(col(TaakRij.status).in_(("wacht", "bezig")))
    if namen is not None:
        query = query.where(col(TaakRij.naam).in_(namen))
    return int(sessie.execute(query).scalar_one())


def geef_terug(sessie: Session, houder: str, tot: datetime) -> None:
    """Gives back untried, until then, whatever this holder has: something it needs is taken, or he stops."""
    gehouden = sa.update(TaakRij).where(col(TaakRij.houder) == houder, col(TaakRij.status) == "bezig")
    sessie.execute(
        gehouden.values(status="wacht", na=tot, pogingen=col(TaakRij.pogingen) - 1, bezet_tot=None, houder=None)
    )


def _van(taak: Taak) -> tuple[sa.ColumnElement[bool], ...]:
    """The condition that a job is still held by who took it."""
    return col(TaakRij.id) == taak.id, col(TaakRij.status) == "bezig", col(TaakRij.houder) == taak.houder


def _geraakt(sessie: Session, query: Any) -> int:
    return int(sessie.execute(query).rowcount)  # type: ignore[attr-defined]
