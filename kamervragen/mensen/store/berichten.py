"""Messages to people: they wait here until they have been read or sent."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.mensen.rows import BerichtRij, GeheimRij

_MEEST = 100


def voeg_toe(
    sessie: Session,
    *,
    gebruiker_id: int | None,
    mail: str | None,
    onderwerp: str,
    tekst: str,
    vragenset_id: int | None,
    moment: datetime,
) -> int:
    """A message that waits. Returns its id."""
    rij = BerichtRij(
        gebruiker_id=gebruiker_id, mail=mail, onderwerp=onderwerp, tekst=tekst, vragenset_id=vragenset_id, moment=moment
    )
    sessie.add(rij)
    sessie.flush()
    return rij.id


def op_id(sessie: Session, id: int) -> BerichtRij | None:
    return sessie.get(BerichtRij, id)


def van(sessie: Session, gebruiker_id: int) -> tuple[BerichtRij, ...]:
    """The newest hundred messages to one person, newest first."""
    query = select(BerichtRij).where(BerichtRij.gebruiker_id == gebruiker_id)
    return tuple(sessie.exec(query.order_by(col(BerichtRij.moment).desc(), col(BerichtRij.id).desc()).limit(_MEEST)))


def blijven_liggen(sessie: Session, voor: datetime) -> int:
    """How many messages with an address were written before then and never left."""
    query = (
        sa.select(sa.func.count())
        .select_from(BerichtRij)
        .where(col(BerichtRij.mail).is_not(None), col(BerichtRij.verzonden_op).is_(None), col(BerichtRij.moment) < voor)
    )
    return int(sessie.execute(query).scalar_one())


def geheim(sessie: Session, naam: str) -> str:
    """The secret of this name, as it is kept: sealed. The migrations made it."""
    return sessie.get_one(GeheimRij, naam).waarde
