"""The tables of people: directies, accounts, sessions, messages, who stands in for whom."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import date, datetime

from sqlmodel import Field, SQLModel

from kamervragen.core.store.columns import ouder, rij_id


class DirectieRij(SQLModel, table=True):
    __tablename__ = "directie"
    id: int = rij_id()
    code: str = Field(unique=True)
    naam: str
    tot: date | None = Field(default=None, description="the last day it was there; empty while it is")
    opvolger_id: int | None = Field(default=None, description="the directie that went on with its work")


class GebruikerRij(SQLModel, table=True):
    __tablename__ = "gebruiker"
    id: int = rij_id()
    inlognaam: str = Field(unique=True)
    naam: str
    wachtwoord: str = Field(description="argon2id hash")
    actief: bool = True
    versie: int = 1
    mail: str | None = Field(default=None, description="where messages go; without one they wait on his page")
    totp: str | None = Field(default=None, description="secret of his second step, sealed; empty: a password is enough")
    totp_stap: int | None = Field(default=None, description="the last time step used: a code counts once")
    sessies_vanaf: datetime | None = Field(default=None, description="sessions that began before are over")
    herstel_door_id: int | None = Field(default=None, description="the keeper who asked to drop his second step")
    herstel_op: datetime | None = Field(default=None, description="when that was; another confirms it within a day")


class LidmaatschapRij(SQLModel, table=True):
    __tablename__ = "lidmaatschap"
    id: int = rij_id()
    gebruiker_id: int = ouder("gebruiker")
    directie_id: int | None = Field(default=None, foreign_key="directie.id")
    rol: str
    van: date
    tot: date | None = None


class InlogpogingRij(SQLModel, table=True):
    __tablename__ = "inlogpoging"
    id: int = rij_id()
    inlognaam: str = Field(index=True)
    oorsprong: str
    moment: datetime = Field(index=True)


class UitnodigingRij(SQLModel, table=True):
    __tablename__ = "uitnodiging"
    id: int = rij_id()
    gebruiker_id: int = ouder("gebruiker")
    geldig_tot: datetime
    gebruikt_op: datetime | None = Field(default=None, description="a password was chosen with it, or it was withdrawn")
    actor: str
    moment: datetime


class BerichtRij(SQLModel, table=True):
    __tablename__ = "bericht"
    id: int = rij_id()
    gebruiker_id: int | None = Field(default=None, foreign_key="gebruiker.id", index=True, ondelete="CASCADE")
    vragenset_id: int | None = Field(default=None, foreign_key="vragenset.id", index=True, ondelete="CASCADE")
    mail: str | None = Field(default=None, description="the address; without one it waits on the page of its reader")
    onderwerp: str
    tekst: str
    moment: datetime
    verzonden_op: datetime | None = None
    fout: str | None = Field(default=None, description="why it could not be sent the last time")


class GeheimRij(SQLModel, table=True):
    __tablename__ = "geheim"
    naam: str = Field(primary_key=True)
    waarde: str = Field(description="made at random once, sealed; what is signed with it ends when it is changed")


class VervangingRij(SQLModel, table=True):
    __tablename__ = "vervanging"
    id: int = rij_id()
    gebruiker_id: int = ouder("gebruiker")
    door_id: int = Field(foreign_key="gebruiker.id", index=True, ondelete="CASCADE")
    soort: str = Field(description="vervanging or mandaat")
    grond: str = Field(description="why: leave, or the decree that gives the mandate")
    van: date
    tot: date | None = None
    actor: str
    moment: datetime
