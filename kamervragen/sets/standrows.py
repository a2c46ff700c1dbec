"""The table of what follows from the facts of a set: where it stands, kept beside it so that lists read no facts."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import date

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class SetstandRij(SQLModel, table=True):
    """Derived, never typed: `usecases.standen` writes it in the transaction that changes what it follows from."""

    __tablename__ = "setstand"
    __table_args__ = (
        sa.Index("ix_setstand_status", "status", "open"),
        # Holds all that the figures read: they count over years, and read no row.
        sa.Index(
            "ix_setstand_cijfers", "telt_mee", "ingezonden", "beantwoord_op", "open", "laatste_dag", "directie_id"
        ),
        sa.Index("ix_setstand_open_laatste_dag", "open", "laatste_dag"),
        sa.Index("ix_setstand_open_ingezonden", "open", "ingezonden"),
        sa.Index("ix_setstand_directie_id", "directie_id", "open"),
        sa.Index("ix_setstand_behandelaar_id", "behandelaar_id", "open"),
    )
    vragenset_id: int = Field(foreign_key="vragenset.id", primary_key=True, ondelete="CASCADE")
    status: str
    open: bool = Field(description="nothing ended the term yet")
    sinds: date | None = Field(default=None, description="since when it has this status")
    laatste_dag: date | None = None
    uitgesteld: bool = Field(description="a delay notice that counts was received")
    ingezonden: date | None = None
    beantwoord_op: date | None = Field(default=None, description="the day of the answer, letter or transfer")
    telt_mee: bool = Field(description="written questions of the Tweede Kamer, not withdrawn: what figures count")
    teruggestuurd: int
    vragen: int
    beantwoord: int
    indieners: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    gericht_aan: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    zoek: str = Field(description="what a search in a list looks through, in small letters")
    directie_id: int | None = None
    behandelaar_id: int | None = None


class TebezienRij(SQLModel, table=True):
    """A set in which something may be wrong: what the page of the quality of the record looks through. Derived as well."""

    __tablename__ = "tebezien"
    vragenset_id: int = Field(foreign_key="vragenset.id", primary_key=True, ondelete="CASCADE")
