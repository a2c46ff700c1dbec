"""Deciding once: what is open is decided at the version one saw, or not at all."""

from __future__ import annotations

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from kamervragen.domain.errors import Verouderd


def beslis(sessie: Session, tabel: type[SQLModel], id: int, versie: int, anders: str, **waarden: object) -> None:
    """Writes `waarden` in a row whose `besluit` is still empty. :raises Verouderd: with `anders`, when it was decided."""
    t = tabel.__table__  # type: ignore[attr-defined]
    gezet = sessie.execute(
        sa.update(tabel)
        .where(t.c.id == id, t.c.versie == versie, t.c.besluit.is_(None))
        .values(**waarden, versie=versie + 1)
        .execution_options(synchronize_session=False)
    )
    sessie.expire_all()
    if gezet.rowcount != 1:  # type: ignore[attr-defined]
        raise Verouderd(anders, versie=versie)
