"""What all tables share: how constraints are named, and the columns that most rows have."""

from typing import Any

from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def rij_id() -> Any:
    """The number of a row. The database gives it when the row is written: who has read a row has its number."""
    return Field(default=None, primary_key=True)


def ouder(tabel: str) -> Any:
    """A row that lives and dies with its parent."""
    return Field(foreign_key=f"{tabel}.id", index=True, ondelete="CASCADE")
