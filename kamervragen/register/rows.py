"""The tables of the register: promises and motions, with what happened to them."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from kamervragen.core.store.columns import ouder, rij_id


class ToezeggingRij(SQLModel, table=True):
    __tablename__ = "toezegging"
    __table_args__ = (sa.UniqueConstraint("antwoord_id", "zin"),)
    id: int = rij_id()
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

    @property
    def eigen_dag(self) -> date | None:
        """Gives the day that a person chose instead of what the sentence says."""
        return self.interne_dag


class ToezeggingfeitRij(SQLModel, table=True):
    __tablename__ = "toezeggingfeit"
    id: int = rij_id()
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
    id: int = rij_id()
    toezegging_id: int = ouder("toezegging")
    met_id: int = ouder("toezegging")
    soort: str = Field(description="herhaling, aanvulling or wijziging: what the first is of the second")
    actor: str
    moment: datetime


class MotieRij(SQLModel, table=True):
    __tablename__ = "motie"
    id: int = rij_id()
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

    @property
    def eigen_dag(self) -> None:
        """Gives nothing: the day of a motion is what it asks."""


class MotiefeitRij(SQLModel, table=True):
    __tablename__ = "motiefeit"
    id: int = rij_id()
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
