"""Insert unless it is there: the one statement that both databases spell apart."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel


def tenzij_bekend(sessie: Session, tabel: type[SQLModel], waarden: dict[str, Any], *, uniek: str) -> None:
    """Inserts a row unless one with this value of `uniek` exists, also when another transaction is inserting it now.

    The row that exists is held until this transaction ends: nobody takes it before what it stands for is committed.
    """
    bouw = postgresql.insert if sessie.get_bind().dialect.name == "postgresql" else sqlite.insert
    invoeging = bouw(tabel).values(**waarden)
    zelfde = {uniek: getattr(invoeging.excluded, uniek)}
    sessie.execute(invoeging.on_conflict_do_update(index_elements=[uniek], set_=zelfde))
