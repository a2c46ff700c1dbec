"""The tables of papers that came back and what they propose, and of long work."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from kamervragen.core.store.columns import ouder, rij_id
from kamervragen.domain.karwei import Karweistatus


class TerugkeerRij(SQLModel, table=True):
    __tablename__ = "terugkeer"
    __table_args__ = (sa.UniqueConstraint("vragenset_id", "sha256"),)
    id: int = rij_id()
    vragenset_id: int = ouder("vragenset")
    sha256: str
    naam: str
    setversie: int | None = Field(default=None, description="the version of the set it was made from, when it tells")
    verslag: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON, description="what was found in it")
    actor: str
    moment: datetime


class TerugkeervoorstelRij(SQLModel, table=True):
    __tablename__ = "terugkeervoorstel"
    id: int = rij_id()
    terugkeer_id: int = ouder("terugkeer")
    antwoord_id: int | None = Field(default=None, foreign_key="antwoord.id", index=True, ondelete="CASCADE")
    plaats: str = Field(description="antwoord-3 or noot-v2")
    soort: str = Field(description="what was done: see domain.terugkeer.Wijzigingsaard")
    auteur: str
    gewijzigd_op: str = Field(description="the moment as the document writes it; empty when it does not tell")
    basis: str = Field(description="the text without this change")
    voorgesteld: str = Field(description="the text with it")
    noten: dict[str, str] = Field(default_factory=dict, sa_type=sa.JSON, description="new notes: mark -> text")
    besluit: str | None = Field(default=None, index=True, description="overgenomen or afgewezen; empty while open")
    besloten_door: str | None = None
    besloten_op: datetime | None = None
    versie: int = Field(default=1, sa_column_kwargs={"server_default": "1"})


class KarweiRij(SQLModel, table=True):
    __tablename__ = "karwei"
    id: int = rij_id()
    soort: str
    gebruiker_id: int = Field(foreign_key="gebruiker.id", index=True, ondelete="CASCADE")
    gegevens: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON, description="what was asked")
    status: str = Karweistatus.WACHT.value
    gedaan: int = 0
    totaal: int = 0
    stop: bool = Field(default=False, description="its person asked it to stop")
    verslag: list[str] = Field(default_factory=list, sa_type=sa.JSON, description="what could not be done, in words")
    bestand: str | None = Field(default=None, description="the name of what it made")
    begonnen: datetime
    klaar_op: datetime | None = None
