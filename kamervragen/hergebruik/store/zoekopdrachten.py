"""Saved searches: one's own, and by the key a feed reader shows."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.hergebruik.rows import ZoekopdrachtRij


def voeg_toe(sessie: Session, gebruiker_id: int, *, naam: str, vraag: str, sleutel: str, moment: datetime) -> None:
    sessie.add(ZoekopdrachtRij(gebruiker_id=gebruiker_id, naam=naam, vraag=vraag, sleutel=sleutel, moment=moment))
    sessie.flush()


def van(sessie: Session, gebruiker_id: int) -> tuple[ZoekopdrachtRij, ...]:
    """Those of one person, by name."""
    query = select(ZoekopdrachtRij).where(ZoekopdrachtRij.gebruiker_id == gebruiker_id)
    return tuple(sessie.exec(query.order_by(col(ZoekopdrachtRij.naam), col(ZoekopdrachtRij.id))))


def op_sleutel(sessie: Session, sleutel: str) -> ZoekopdrachtRij | None:
    return sessie.exec(select(ZoekopdrachtRij).where(ZoekopdrachtRij.sleutel == sleutel)).first()


def verwijder(sessie: Session, id: int, gebruiker_id: int) -> None:
    """Drops it when it is this person's."""
    eigen = sa.and_(col(ZoekopdrachtRij.id) == id, col(ZoekopdrachtRij.gebruiker_id) == gebruiker_id)
    sessie.execute(sa.delete(ZoekopdrachtRij).where(eigen))
