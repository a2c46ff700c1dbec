"""The tables of passages and saved searches."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import date, datetime

from sqlmodel import Field, SQLModel

from kamervragen.core.store.columns import ouder, rij_id


class PassageRij(SQLModel, table=True):
    __tablename__ = "passage"
    id: int = rij_id()
    titel: str
    tekst: str
    eigenaar_id: int = Field(foreign_key="gebruiker.id", index=True)
    geldig_tot: date = Field(index=True)
    actor: str
    moment: datetime
    versie: int = 1


class PassagegebruikRij(SQLModel, table=True):
    __tablename__ = "passagegebruik"
    id: int = rij_id()
    passage_id: int = Field(foreign_key="passage.id", index=True)
    antwoord_id: int = ouder("antwoord")
    verlopen: bool = Field(description="it was taken over knowingly after its last day")
    actor: str
    moment: datetime


class ZoekopdrachtRij(SQLModel, table=True):
    __tablename__ = "zoekopdracht"
    id: int = rij_id()
    gebruiker_id: int = ouder("gebruiker")
    naam: str
    vraag: str = Field(description="the search as it stands in the address")
    sleutel: str = Field(unique=True, description="what a feed reader shows instead of a login")
    moment: datetime
