"""The table of acts that can still be undone."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from kamervragen.storage.tabelvorm import rij_id


class OngedaanRij(SQLModel, table=True):
    __tablename__ = "ongedaan"
    id: int | None = rij_id()
    gebruiker_id: int = Field(foreign_key="gebruiker.id", index=True, ondelete="CASCADE")
    actie: str
    object: str
    tot: datetime = Field(index=True, description="until when it can be undone")
    rijen: list[Any] = Field(
        default_factory=list, sa_type=sa.JSON, description="table, key, the row before and the row after, for each"
    )
    gedaan: bool = Field(default=False, description="it was undone")
