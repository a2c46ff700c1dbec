"""The tables of the line: assignments, initials, remarks, and what was weighed before sending."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from kamervragen.storage.tabelvorm import ouder, rij_id


class ToewijzingRij(SQLModel, table=True):
    __tablename__ = "toewijzing"
    id: int | None = rij_id()
    vragenset_id: int = ouder("vragenset")
    labels: list[str] = Field(default_factory=list, sa_type=sa.JSON, description="empty: the whole set")
    directie_id: int | None = Field(default=None, foreign_key="directie.id")
    behandelaar_id: int | None = Field(default=None, foreign_key="gebruiker.id", index=True)
    actor: str
    moment: datetime
    besluit: str | None = Field(default=None, description="aanvaard, geweigerd or vervallen; empty while open")
    reden: str | None = None
    besloten_door: str | None = None
    besloten_op: datetime | None = None
    opname: dict[str, Any] | None = Field(
        default=None, sa_type=sa.JSON, description="names of directie and behandelaar as they were at acceptance"
    )
    versie: int = 1


class LijnstapRij(SQLModel, table=True):
    __tablename__ = "lijnstap"
    id: int | None = rij_id()
    directie_id: int = ouder("directie")
    volgorde: int
    soort: str = Field(description="afstemming or paraaf")
    naam: str = Field(description="whose step it is, as the line calls it: directeur, jurist")
    rol: str
    gebruiker_id: int | None = Field(default=None, foreign_key="gebruiker.id")
    werkdagen: int


class VervangingRij(SQLModel, table=True):
    __tablename__ = "vervanging"
    id: int | None = rij_id()
    gebruiker_id: int = ouder("gebruiker")
    door_id: int = Field(foreign_key="gebruiker.id", index=True, ondelete="CASCADE")
    soort: str = Field(description="vervanging or mandaat")
    grond: str = Field(description="why: leave, or the decree that gives the mandate")
    van: date
    tot: date | None = None
    actor: str
    moment: datetime


class ParaafRij(SQLModel, table=True):
    __tablename__ = "paraaf"
    id: int | None = rij_id()
    vragenset_id: int = ouder("vragenset")
    ronde: int = Field(description="how often the concept went into the line")
    volgorde: int
    soort: str
    naam: str
    rol: str
    gebruiker_id: int | None = Field(default=None, foreign_key="gebruiker.id", index=True)
    werkdagen: int
    besluit: str | None = Field(
        default=None, index=True, description="akkoord, teruggestuurd or vervallen; empty while open"
    )
    reden: str | None = None
    toelichting: str | None = None
    actor: str | None = None
    namens: str | None = Field(default=None, description="for whom, when a deputy took the step")
    moment: datetime | None = None
    gezien: dict[str, int] = Field(default_factory=dict, sa_type=sa.JSON, description="answer -> the version he saw")
    versie: int = 1


class OpmerkingRij(SQLModel, table=True):
    __tablename__ = "opmerking"
    id: int | None = rij_id()
    antwoord_id: int = ouder("antwoord")
    op_id: int | None = Field(
        default=None, foreign_key="opmerking.id", index=True, ondelete="CASCADE", description="the one it replies to"
    )
    antwoordversie: int
    citaat: str = Field(description="the passage it is about, as it stood; empty is the whole answer")
    tekst: str
    actor: str
    moment: datetime
    opgelost_door: str | None = None
    opgelost_op: datetime | None = Field(default=None, index=True)


class AfwegingRij(SQLModel, table=True):
    __tablename__ = "afweging"
    __table_args__ = (sa.UniqueConstraint("vragenset_id", "code", "plaats", "afdruk"),)
    id: int | None = rij_id()
    vragenset_id: int = ouder("vragenset")
    code: str = Field(description="what was weighed: a gebrek, deelvraag or strijd")
    plaats: str
    afdruk: str = Field(description="hash of the words it was weighed on: other words are weighed again")
    oordeel: str
    reden: str
    actor: str
    moment: datetime


class WetRij(SQLModel, table=True):
    __tablename__ = "wet"
    id: int | None = rij_id()
    titel: str = Field(unique=True, description="the official title")
    afkorting: str | None = None
    bron: str
    actor: str
    moment: datetime


class AanwezigheidRij(SQLModel, table=True):
    __tablename__ = "aanwezigheid"
    __table_args__ = (sa.UniqueConstraint("vragenset_id", "label", "gebruiker_id"),)
    id: int | None = rij_id()
    vragenset_id: int = ouder("vragenset")
    label: str
    gebruiker_id: int = ouder("gebruiker")
    bewerkt: bool = Field(description="he typed; else he only looks")
    moment: datetime = Field(index=True)


class OverdrachtRij(SQLModel, table=True):
    __tablename__ = "overdracht"
    id: int | None = rij_id()
    vragenset_id: int = ouder("vragenset")
    labels: list[str] = Field(default_factory=list, sa_type=sa.JSON, description="empty: the whole set")
    bewindspersoon: str = Field(description="who is asked to answer: minister van Defensie")
    reden: str
    actor: str
    moment: datetime
    gevraagd_op: date
    besluit: str | None = Field(default=None, description="aanvaard, geweigerd or ingetrokken; empty while open")
    besloten_op: date | None = None
    besloten_door: str | None = Field(default=None, description="who at the other ministry said so")
    vastgelegd_door: str | None = None
    versie: int = 1


class AfschermingRij(SQLModel, table=True):
    __tablename__ = "afscherming"
    id: int | None = rij_id()
    vragenset_id: int = Field(foreign_key="vragenset.id", unique=True, ondelete="CASCADE")
    reden: str
    actor: str
    moment: datetime


class IngewijdeRij(SQLModel, table=True):
    __tablename__ = "ingewijde"
    vragenset_id: int = Field(foreign_key="vragenset.id", primary_key=True, ondelete="CASCADE")
    gebruiker_id: int = Field(foreign_key="gebruiker.id", primary_key=True, index=True, ondelete="CASCADE")
