"""The tables of the machinery: the trail, jobs, counters, forms that were sent, acts that can be undone."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from kamervragen.core.store.columns import rij_id


class AuditRij(SQLModel, table=True):
    __tablename__ = "audit"
    id: int = rij_id()
    actie: str
    object: str
    resultaat: str
    oorsprong: str
    actor: str
    actor_id: int | None = Field(
        default=None, description="the account: two people may have one name. Not a foreign key"
    )
    tijdstip: datetime
    vorige: str
    hash: str = Field(unique=True)


class TaakRij(SQLModel, table=True):
    __tablename__ = "taak"
    id: int = rij_id()
    naam: str
    gegevens: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    sleutel: str | None = Field(default=None, unique=True, description="open jobs with one key are one job")
    status: str = Field(default="wacht", index=True)
    pogingen: int = 0
    na: datetime = Field(index=True)
    bezet_tot: datetime | None = None
    houder: str | None = Field(default=None, description="the name of who holds it: another cannot end it")
    fout: str | None = None


class TellerRij(SQLModel, table=True):
    __tablename__ = "teller"
    naam: str = Field(primary_key=True)
    stand: int


class EenmaalRij(SQLModel, table=True):
    __tablename__ = "eenmaal"
    sleutel: str = Field(primary_key=True, description="hash of a form that was sent: the same one again does nothing")
    moment: datetime = Field(index=True)


class OngedaanRij(SQLModel, table=True):
    __tablename__ = "ongedaan"
    id: int = rij_id()
    gebruiker_id: int = Field(foreign_key="gebruiker.id", index=True, ondelete="CASCADE")
    actie: str
    object: str
    tot: datetime = Field(index=True, description="until when it can be undone")
    rijen: list[Any] = Field(
        default_factory=list, sa_type=sa.JSON, description="table, key, the row before and the row after, for each"
    )
    gedaan: bool = Field(default=False, description="it was undone")


class SessionRow(SQLModel, table=True):
    __tablename__ = "sessie"
    id: str = Field(primary_key=True, description="sha-256 of the identifier in the cookie")
    inhoud: bytes
    verloopt: datetime = Field(index=True)
    begonnen: datetime


class HeartbeatRow(SQLModel, table=True):
    __tablename__ = "hartslag"
    proces: str = Field(primary_key=True, description="machine, process and a name of its own")
    begonnen: datetime
    gezien: datetime
    plichten: dict[str, Any] = Field(
        default_factory=dict,
        sa_type=sa.JSON,
        description="how often each duty failed, in all and at a stretch, and why",
    )


class SkippedRow(SQLModel, table=True):
    __tablename__ = "overgeslagen"
    soort: str = Field(primary_key=True, description="what could not be derived: zoekindex, archief, stand")
    sleutel: str = Field(primary_key=True)
    fout: str
    moment: datetime


class IdentityRow(SQLModel, table=True):
    __tablename__ = "kenmerk"
    naam: str = Field(
        primary_key=True, description="datamap: the folder it belongs to; schema: what its tables were made as"
    )
    waarde: str
