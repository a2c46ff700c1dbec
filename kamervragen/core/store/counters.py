"""Counters that hand out numbers without gaps, and serve as locks between writers."""

from __future__ import annotations

import sqlalchemy as sa
from sqlmodel import Session, col

from kamervragen.core.rows import TellerRij


def volgende(sessie: Session, naam: str) -> int:
    """The next number of this counter, from 1. The counter stays locked until the transaction ends."""
    vergrendel(sessie, naam)
    ophogen = sa.update(TellerRij).where(col(TellerRij.naam) == naam).values(stand=col(TellerRij.stand) + 1)
    sessie.execute(ophogen)
    return int(sessie.execute(sa.select(col(TellerRij.stand)).where(col(TellerRij.naam) == naam)).scalar_one())


def vergrendel(sessie: Session, naam: str) -> None:
    """Lets one transaction at a time through. The migrations made the row, so that no two create it."""
    query = sa.select(col(TellerRij.naam)).where(col(TellerRij.naam) == naam).with_for_update()
    sessie.execute(query).scalar_one()


def stand(sessie: Session, naam: str) -> int:
    """Where a counter stands."""
    return int(sessie.execute(sa.select(col(TellerRij.stand)).where(col(TellerRij.naam) == naam)).scalar_one())


def zet_vooruit(sessie: Session, naam: str, naar: int) -> bool:
    """Moves a counter on to a number; False when it stands there, or beyond."""
    eerder = sa.and_(col(TellerRij.naam) == naam, col(TellerRij.stand) < naar)
    gedaan = sessie.execute(sa.update(TellerRij).where(eerder).values(stand=naar))
    return bool(gedaan.rowcount == 1)  # type: ignore[attr-defined]


def zet(sessie: Session, naam: str, naar: int) -> None:
    """Puts a counter on a number, whatever it was."""
    sessie.execute(sa.update(TellerRij).where(col(TellerRij.naam) == naam).values(stand=naar))
