"""The tables of the register: promises, motions, what happened to them, and the recesses that their windows count with."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from kamervragen.storage.tabelvorm import ouder, rij_id


class RecesRij(SQLModel, table=True):
    __tablename__ = "reces"
    __table_args__ = (sa.UniqueConstraint("naam", "begin"),)
    id: int | None = rij_id()
    naam: str
    begin: date = Field(index=True)
    einde: date
    bron: str


class ToezeggingRij(SQLModel, table=True):
    __tablename__ = "toezegging"
    __table_args__ = (sa.UniqueConstraint("antwoord_id", "zin"),)
    id: int | None = rij_id()
    vragenset_id: int | None = Field(default=None, foreign_key="vragenset.id", index=True, ondelete="CASCADE")
    antwoord_id: int | None = Field(default=None, foreign_key="antwoord.id", index=True, ondelete="CASCADE")
    herkomst: str = Field(
        default="antwoord", description="antwoord, register or hand", sa_column_kwargs={"server_default": "antwoord"}
    )
    nummer: str | None = Field(default=None, unique=True, description="TZ202606-012 or T03456, of the Kamer's register")
    gedaan_op: date | None = Field(default=None, description="the day of the promise")
    vindplaats: str | None = None
    bewindspersoon: str | None = None
    aan: str | None = Field(default=None, description="to whom it was promised")
    portefeuille: str | None = Field(default=None, description="of the bewindspersoon at the time of the promise")
    soort: str | None = Field(default=None, description="what is promised: informeren, onderzoek, overleg, regelgeving")
    ambt_id: int | None = Field(default=None, foreign_key="ambtsperiode.id", index=True)
    directie: str | None = Field(default=None, description="the directie that keeps it, when it is not that of the set")
    dossierhouder: str | None = None
    signaalversie: str | None = None
    herhaling_van: int | None = Field(default=None, foreign_key="toezegging.id", index=True, ondelete="SET NULL")
    zin: str
    begin: int
    einde: int
    signaal: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    stevigheid: str
    tijdsaanduiding: str | None = None
    venster_begin: date | None = None
    venster_einde: date | None = Field(default=None, index=True)
    afleiding: list[Any] = Field(default_factory=list, sa_type=sa.JSON)
    status: str = Field(index=True)
    interne_dag: date | None = None
    reden: str | None = None
    actor: str | None = None
    versie: int = 1


class ToezeggingfeitRij(SQLModel, table=True):
    __tablename__ = "toezeggingfeit"
    id: int | None = rij_id()
    toezegging_id: int = ouder("toezegging")
    soort: str
    datum: date
    van: date | None = Field(default=None, description="the last day before a move")
    naar: date | None = Field(default=None, description="the new last day of a promise that was moved")
    kamerstuk: str | None = Field(default=None, description="what tells the Kamer that it was kept")
    zin: str | None = Field(default=None, description="the sentence of that paper")
    reden: str | None = None
    actor: str
    moment: datetime


class ToezeggingverbandRij(SQLModel, table=True):
    __tablename__ = "toezeggingverband"
    __table_args__ = (sa.UniqueConstraint("toezegging_id", "met_id"),)
    id: int | None = rij_id()
    toezegging_id: int = ouder("toezegging")
    met_id: int = ouder("toezegging")
    soort: str = Field(description="herhaling, aanvulling or wijziging: what the first is of the second")
    actor: str
    moment: datetime


class MotieRij(SQLModel, table=True):
    __tablename__ = "motie"
    id: int | None = rij_id()
    kamerstuk: str | None = Field(default=None, unique=True)
    indieners: str
    onderwerp: str | None = None
    ingediend: date | None = None
    directie: str | None = None
    ambt_id: int | None = Field(default=None, foreign_key="ambtsperiode.id", index=True)
    verzoek: str | None = Field(default=None, description="what it asks of the government, verbatim")
    gevraagde_dag: date | None = None
    afleiding: list[Any] = Field(default_factory=list, sa_type=sa.JSON, sa_column_kwargs={"server_default": "[]"})
    appreciatie: str | None = None
    status: str = Field(default="onbekend", index=True, sa_column_kwargs={"server_default": "onbekend"})
    versie: int = Field(default=1, sa_column_kwargs={"server_default": "1"})


class MotiefeitRij(SQLModel, table=True):
    __tablename__ = "motiefeit"
    id: int | None = rij_id()
    motie_id: int = ouder("motie")
    soort: str
    datum: date
    kamerstuk: str | None = None
    voor: list[str] | None = Field(
        default=None, sa_type=sa.JSON(none_as_null=True), description="the fracties that voted for it"
    )
    tegen: list[str] | None = Field(default=None, sa_type=sa.JSON(none_as_null=True))
    reden: str | None = None
    actor: str
    moment: datetime


class MotieAntwoordRij(SQLModel, table=True):
    __tablename__ = "motie_antwoord"
    motie_id: int = Field(foreign_key="motie.id", primary_key=True, ondelete="CASCADE")
    antwoord_id: int = Field(foreign_key="antwoord.id", primary_key=True, ondelete="CASCADE", index=True)
    zin: str
    besluit: str = Field(
        default="voorgesteld",
        description="voorgesteld, aangenomen, afgewezen or buiten_scope",
        sa_column_kwargs={"server_default": "voorgesteld"},
    )
    reden: str | None = None
    actor: str | None = None


class AgendasleutelRij(SQLModel, table=True):
    __tablename__ = "agendasleutel"
    id: int | None = rij_id()
    gebruiker_id: int = ouder("gebruiker")
    directie: str = Field(description="the directie it shows; empty is the person himself")
    sleutel: str = Field(unique=True, description="what a calendar shows instead of a login")
    moment: datetime


class AmbtsperiodeRij(SQLModel, table=True):
    __tablename__ = "ambtsperiode"
    id: int | None = rij_id()
    functie: str
    naam: str
    portefeuille: str
    kabinet: str
    van: date = Field(index=True)
    tot: date | None = Field(default=None, description="the last day in office")
    demissionair: date | None = Field(default=None, description="since when the cabinet only minds the shop")
    bron: str
    versie: int = 1


class KolomkeuzeRij(SQLModel, table=True):
    __tablename__ = "kolomkeuze"
    __table_args__ = (sa.UniqueConstraint("soort", "koppen"),)
    id: int | None = rij_id()
    soort: str = Field(description="sets, toezeggingen, moties or bewindspersonen")
    koppen: str = Field(description="hash of the headings of the sheet")
    velden: dict[str, int] = Field(sa_type=sa.JSON, description="field -> column, counted from 0")
    actor: str
    moment: datetime


class WoordregelRij(SQLModel, table=True):
    """A version of a line in a list of words: the newest of its code counts, those before it tell how it came to be."""

    __tablename__ = "woordregel"
    __table_args__ = (sa.Index("ix_woordregel_lijst", "lijst", "code"),)
    id: int | None = rij_id()
    lijst: str = Field(description="uitstelredenen or signalen")
    code: str
    tekst: str = Field(description="the name of a reason, the words of a cue")
    omdat: str | None = Field(default=None, description="of a reason: its clause in the notice, after 'omdat'")
    werking: str | None = Field(default=None, description="of a cue of one's own: hard, zacht, met_dag or neemt_terug")
    actief: bool
    actor: str
    moment: datetime
