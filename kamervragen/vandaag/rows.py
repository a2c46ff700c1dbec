"""The table of calendars that people subscribe to."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import datetime

from sqlmodel import Field, SQLModel

from kamervragen.core.store.columns import ouder, rij_id


class AgendasleutelRij(SQLModel, table=True):
    __tablename__ = "agendasleutel"
    id: int = rij_id()
    gebruiker_id: int = ouder("gebruiker")
    directie: str = Field(description="the directie it shows; empty is the person himself")
    sleutel: str = Field(unique=True, description="what a calendar shows instead of a login")
    moment: datetime
