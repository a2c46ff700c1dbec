"""Insert unless it is there: the statements that the two databases spell apart."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel


def tenzij_bekend(sessie: Session, tabel: type[SQLModel], waarden: dict[str, Any], *, uniek: str) -> None:
    """Inserts a row unless one with this value of `uniek` exists, also when another transaction is inserting it now.

    The row that exists is held until this transaction ends: nobody takes it before what it stands for is committed.
    """
    invoeging = _invoeging(sessie, tabel, waarden)
    zelfde = {uniek: getattr(invoeging.excluded, uniek)}
    sessie.execute(invoeging.on_conflict_do_update(index_elements=[uniek], set_=zelfde))


def als_nieuw(sessie: Session, tabel: type[SQLModel], waarden: dict[str, Any], *, uniek: str) -> bool:
    """Inserts a row and tells whether it is the first with this value of `uniek`."""
    kolom = getattr(tabel, uniek)
    invoeging = _invoeging(sessie, tabel, waarden).on_conflict_do_nothing(index_elements=[uniek]).returning(kolom)
    return sessie.execute(invoeging).first() is not None


def _invoeging(sessie: Session, tabel: type[SQLModel], waarden: dict[str, Any]) -> postgresql.Insert | sqlite.Insert:
    bouw = postgresql.insert if sessie.get_bind().dialect.name == "postgresql" else sqlite.insert
    return bouw(tabel).values(**waarden)
