"""Subscriptions to a calendar: one's own, and by the key a calendar shows."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.vandaag.rows import AgendasleutelRij


def voeg_toe(sessie: Session, gebruiker_id: int, *, directie: str, sleutel: str, moment: datetime) -> None:
    sessie.add(AgendasleutelRij(gebruiker_id=gebruiker_id, directie=directie, sleutel=sleutel, moment=moment))
    sessie.flush()


def van(sessie: Session, gebruiker_id: int) -> tuple[AgendasleutelRij, ...]:
    """Those of one person, oldest first."""
    query = select(AgendasleutelRij).where(AgendasleutelRij.gebruiker_id == gebruiker_id)
    return tuple(sessie.exec(query.order_by(col(AgendasleutelRij.id))))


def op_sleutel(sessie: Session, sleutel: str) -> AgendasleutelRij | None:
    return sessie.exec(select(AgendasleutelRij).where(AgendasleutelRij.sleutel == sleutel)).first()


def verwijder(sessie: Session, id: int, gebruiker_id: int) -> None:
    """Drops it when it is this person's."""
    eigen = sa.and_(col(AgendasleutelRij.id) == id, col(AgendasleutelRij.gebruiker_id) == gebruiker_id)
    sessie.execute(sa.delete(AgendasleutelRij).where(eigen))
