"""The table of which column of a list was which."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from kamervragen.core.store.columns import rij_id


class KolomkeuzeRij(SQLModel, table=True):
    __tablename__ = "kolomkeuze"
    __table_args__ = (sa.UniqueConstraint("soort", "koppen"),)
    id: int = rij_id()
    soort: str = Field(description="sets, toezeggingen, moties or bewindspersonen")
    koppen: str = Field(description="hash of the headings of the sheet")
    velden: dict[str, int] = Field(sa_type=sa.JSON, description="field -> column, counted from 0")
    actor: str
    moment: datetime
