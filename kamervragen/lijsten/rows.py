"""The tables of long work, and of which column of a list was which."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from kamervragen.core.store.columns import rij_id
from kamervragen.domain.karwei import Karweistatus


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


class KolomkeuzeRij(SQLModel, table=True):
    __tablename__ = "kolomkeuze"
    __table_args__ = (sa.UniqueConstraint("soort", "koppen"),)
    id: int = rij_id()
    soort: str = Field(description="sets, toezeggingen, moties or bewindspersonen")
    koppen: str = Field(description="hash of the headings of the sheet")
    velden: dict[str, int] = Field(sa_type=sa.JSON, description="field -> column, counted from 0")
    actor: str
    moment: datetime
