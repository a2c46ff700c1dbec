"""Long work: begun, told how far it is, stopped and ended."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.karwei import EINDE, Karweistatus
from kamervragen.papieren.rows import KarweiRij

_GETOOND = 20


def op_id(sessie: Session, id: int) -> KarweiRij | None:
    return sessie.get(KarweiRij, id)


def van(sessie: Session, gebruiker_id: int) -> tuple[KarweiRij, ...]:
    """What a person asked for, newest first."""
    query = select(KarweiRij).where(KarweiRij.gebruiker_id == gebruiker_id)
    return tuple(sessie.exec(query.order_by(col(KarweiRij.id).desc()).limit(_GETOOND)))


def klaar_voor(sessie: Session, moment: datetime) -> tuple[int, ...]:
    """The work that made a file and ended before a moment."""
    query = select(KarweiRij.id).where(col(KarweiRij.bestand).is_not(None), col(KarweiRij.klaar_op) < moment)
    return tuple(sessie.exec(query))


def meld(sessie: Session, id: int, *, gedaan: int, totaal: int) -> bool:
    """Tells how far it is. Returns whether it may go on."""
    zet = sa.update(KarweiRij).where(col(KarweiRij.id) == id)
    sessie.execute(zet.values(gedaan=gedaan, totaal=totaal, status=Karweistatus.LOOPT.value))
    return not sessie.execute(sa.select(col(KarweiRij.stop)).where(col(KarweiRij.id) == id)).scalar_one()


def vraag_stop(sessie: Session, id: int) -> None:
    """Asks it to stop; what it did stays done."""
    open_ = sa.and_(col(KarweiRij.id) == id, col(KarweiRij.status).not_in([status.value for status in EINDE]))
    sessie.execute(sa.update(KarweiRij).where(open_).values(stop=True))


def eindig(
    sessie: Session, id: int, status: Karweistatus, moment: datetime, *, verslag: list[str], bestand: str | None = None
) -> None:
    zet = sa.update(KarweiRij).where(col(KarweiRij.id) == id)
    sessie.execute(zet.values(status=status.value, klaar_op=moment, verslag=verslag, bestand=bestand))
