"""The pile of documents that came in and wait for a look."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.errors import Verouderd
from kamervragen.sets.rows import InnameRij


def leg_neer(
    sessie: Session,
    *,
    naam: str,
    sha256: str,
    actor: str,
    moment: datetime,
    herkomst: str | None = None,
    herstel: dict[str, str] | None = None,
) -> InnameRij:
    """A document on the pile, to be read."""
    rij = InnameRij(
        naam=naam, sha256=sha256, status="wacht", actor=actor, moment=moment, herkomst=herkomst, herstel=herstel or {}
    )
    sessie.add(rij)
    sessie.flush()
    return rij


def op_id(sessie: Session, id: int) -> InnameRij | None:
    return sessie.get(InnameRij, id)


def open_stukken(sessie: Session) -> tuple[InnameRij, ...]:
    """What waits to be read or looked at, oldest first."""
    query = select(InnameRij).where(col(InnameRij.status).in_(("wacht", "gelezen", "geweigerd")))
    return tuple(sessie.exec(query.order_by(col(InnameRij.id))))


def afgedaan(sessie: Session, *, hoogstens: int = 50) -> tuple[InnameRij, ...]:
    """What was recorded or put away, newest first."""
    query = select(InnameRij).where(col(InnameRij.status).in_(("opgenomen", "weggelegd")))
    return tuple(sessie.exec(query.order_by(col(InnameRij.id).desc()).limit(hoogstens)))


def wijzig(sessie: Session, id: int, *, versie: int, **waarden: Any) -> None:
    """Compare-and-set. :raises Verouderd: when a colleague was first."""
    gezet = sessie.execute(
        sa.update(InnameRij)
        .where(col(InnameRij.id) == id, col(InnameRij.versie) == versie)
        .values(**waarden, versie=versie + 1)
    )
    if gezet.rowcount != 1:  # type: ignore[attr-defined]
        raise Verouderd("Een collega heeft dit stuk intussen gewijzigd. Vernieuw de pagina.", versie=versie)
    sessie.expire_all()
