"""Forms that were sent: the same form a second time finds its first."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session, col

from kamervragen.core.rows import EenmaalRij
from kamervragen.core.store.insert import als_nieuw

_BEWAARD = timedelta(days=1)


def claim(sessie: Session, sleutel: str, moment: datetime) -> bool:
    """Whether this is the first time; a second transaction waits here until the first is committed or undone."""
    return als_nieuw(sessie, EenmaalRij, {"sleutel": sleutel, "moment": moment}, uniek="sleutel")


def ruim_op(sessie: Session, nu: datetime) -> None:
    """Forgets forms of more than a day ago."""
    sessie.execute(sa.delete(EenmaalRij).where(col(EenmaalRij.moment) < nu - _BEWAARD))
