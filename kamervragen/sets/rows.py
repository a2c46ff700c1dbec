"""The tables of sets. Texts are Markdown; days are dates, moments are UTC; enums are stored by their value."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from kamervragen.core.store.columns import ouder, rij_id

# The texts that a ministry keeps of a set itself: each is a column of the lists (`sets/kolommen.py`).
EIGEN_VELDEN = ("dms_kenmerk",)


class VragensetRij(SQLModel, table=True):
    __tablename__ = "vragenset"
    id: int = rij_id()
    sleutel: str = Field(unique=True)
    instrument: str = Field(default="schriftelijke_vragen", sa_column_kwargs={"server_default": "schriftelijke_vragen"})
    kamer: str = Field(default="tk", sa_column_kwargs={"server_default": "tk"})
    zaaknummer: str | None = Field(default=None, unique=True)
    onderwerp: str | None = None
    debat: date | None = Field(default=None, description="a debate before which the answer must be there")
    ingezonden: date | None = Field(default=None, index=True)
    ontvangen: date | None = Field(default=None, index=True)
    gedagtekend: date | None = None
    inleiding: str | None = None
    toelichting: str | None = None
    slot: str | None = None
    kenmerken: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    zie_ook: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    directie_id: int | None = Field(default=None, foreign_key="directie.id")
    behandelaar_id: int | None = Field(default=None, foreign_key="gebruiker.id", index=True)
    ambt_id: int | None = Field(
        default=None, foreign_key="ambtsperiode.id", index=True, description="who answers for it now"
    )
    vingerafdruk: str = Field(index=True, description="hash of the normalised question texts")
    dms_kenmerk: str | None = Field(default=None, description="its number in the ministry's own document system")
    versie: int = 1
    aangemaakt: datetime


class AanhangselRij(SQLModel, table=True):
    __tablename__ = "aanhangsel"
    id: int = rij_id()
    vragenset_id: int = ouder("vragenset")
    nummer: str = Field(unique=True, description="ah-tk-20252026-1966")
    soort: str
    ontvangen: date | None = None
    mededeling: str | None = None


class BetrokkeneRij(SQLModel, table=True):
    __tablename__ = "betrokkene"
    __table_args__ = (sa.Index("ix_betrokkene_ambt", "rol", "functie", "portefeuille"),)
    id: int = rij_id()
    vragenset_id: int = ouder("vragenset")
    rol: str = Field(description="indiener, gericht_aan, ondertekenaar or mede_namens")
    volgorde: int
    naam: str | None = None
    fractie: str | None = None
    functie: str | None = None
    portefeuille: str | None = None


class VraagRij(SQLModel, table=True):
    __tablename__ = "vraag"
    __table_args__ = (sa.UniqueConstraint("vragenset_id", "label"),)
    id: int = rij_id()
    vragenset_id: int = ouder("vragenset")
    volgorde: int
    nummer: int
    label: str
    tekst: str
    afdruk: str = Field(
        default="", index=True, description="hash of the normalised text", sa_column_kwargs={"server_default": ""}
    )


class AntwoordRij(SQLModel, table=True):
    __tablename__ = "antwoord"
    id: int = rij_id()
    vragenset_id: int = ouder("vragenset")
    volgorde: int
    tekst: str
    bewerkt: bool = Field(default=False, description="a person wrote it: a document never overwrites it")
    versie: int = 1


class AntwoordVraagRij(SQLModel, table=True):
    __tablename__ = "antwoord_vraag"
    antwoord_id: int = Field(foreign_key="antwoord.id", primary_key=True, ondelete="CASCADE")
    vraag_id: int = Field(foreign_key="vraag.id", primary_key=True, ondelete="CASCADE", index=True)
    volgorde: int


class AntwoordversieRij(SQLModel, table=True):
    __tablename__ = "antwoordversie"
    __table_args__ = (sa.UniqueConstraint("antwoord_id", "versie"),)
    id: int = rij_id()
    antwoord_id: int = ouder("antwoord")
    versie: int
    tekst: str
    auteur: str
    moment: datetime
    vanzelf: bool = Field(
        default=False,
        description="kept while its author went on typing: what he writes next takes its place",
        sa_column_kwargs={"server_default": sa.false()},
    )


class NootRij(SQLModel, table=True):
    __tablename__ = "noot"
    __table_args__ = (sa.UniqueConstraint("vragenset_id", "soort", "nummer"),)
    id: int = rij_id()
    vragenset_id: int = ouder("vragenset")
    soort: str
    nummer: int
    tekst: str
    url: str | None = None


class FeitRij(SQLModel, table=True):
    __tablename__ = "feit"
    __table_args__ = (sa.Index("ix_feit_soort", "soort", "vragenset_id"),)
    id: int = rij_id()
    vragenset_id: int = ouder("vragenset")
    soort: str
    datum: date
    actor: str
    toelichting: str | None = None
    moment: datetime


class DocumentRij(SQLModel, table=True):
    __tablename__ = "document"
    id: int = rij_id()
    vragenset_id: int = ouder("vragenset")
    sha256: str = Field(index=True)
    naam: str
    soort: str
    moment: datetime
    aantallen: dict[str, int] = Field(
        default_factory=dict,
        sa_type=sa.JSON,
        description="what was read in it",
        sa_column_kwargs={"server_default": "{}"},
    )
    herkomst: str | None = Field(default=None, description="how it came, when not as a file")
    titel: str | None = Field(default=None, description="of a paper that goes along with the answer")
    volgorde: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    kenmerk: str | None = Field(default=None, description="its number in the ministry's own document system")
    weggehaald_door: str | None = None
    weggehaald_op: datetime | None = None


class InnameRij(SQLModel, table=True):
    __tablename__ = "inname"
    id: int = rij_id()
    naam: str
    sha256: str = Field(index=True)
    status: str = Field(index=True, description="wacht, gelezen, geweigerd, opgenomen or weggelegd")
    reden: str | None = None
    verslag: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON, description="what the list shows of it")
    herstel: dict[str, str] = Field(default_factory=dict, sa_type=sa.JSON, description="field -> what a person wrote")
    herkomst: str | None = None
    sleutel: str | None = None
    uitkomst: str | None = None
    actor: str
    moment: datetime
    versie: int = 1


class BronwaardeRij(SQLModel, table=True):
    __tablename__ = "bronwaarde"
    __table_args__ = (sa.UniqueConstraint("vragenset_id", "veld"),)
    id: int = rij_id()
    vragenset_id: int = ouder("vragenset")
    veld: str
    waarde: str = Field(description="what the document says; the set holds what a person wrote")
    bron: str
    actor: str
    moment: datetime


class VoorstelRij(SQLModel, table=True):
    __tablename__ = "voorstel"
    id: int = rij_id()
    vragenset_id: int = ouder("vragenset")
    antwoord_id: int | None = Field(default=None, foreign_key="antwoord.id", index=True, ondelete="CASCADE")
    veld: str
    huidig: str
    voorgesteld: str
    bron: str
    besluit: str | None = Field(default=None, index=True, description="overgenomen or afgewezen; empty while open")
    actor: str | None = None
    moment: datetime
    versie: int = 1


class AfschermingRij(SQLModel, table=True):
    __tablename__ = "afscherming"
    id: int = rij_id()
    vragenset_id: int = Field(foreign_key="vragenset.id", unique=True, ondelete="CASCADE")
    reden: str
    actor: str
    moment: datetime


class IngewijdeRij(SQLModel, table=True):
    __tablename__ = "ingewijde"
    vragenset_id: int = Field(foreign_key="vragenset.id", primary_key=True, ondelete="CASCADE")
    gebruiker_id: int = Field(foreign_key="gebruiker.id", primary_key=True, index=True, ondelete="CASCADE")


class WetRij(SQLModel, table=True):
    __tablename__ = "wet"
    id: int = rij_id()
    titel: str = Field(unique=True, description="the official title")
    afkorting: str | None = None
    bron: str
    actor: str
    moment: datetime


class RecesRij(SQLModel, table=True):
    __tablename__ = "reces"
    __table_args__ = (sa.UniqueConstraint("naam", "begin"),)
    id: int = rij_id()
    naam: str
    begin: date = Field(index=True)
    einde: date
    bron: str


class WoordregelRij(SQLModel, table=True):
    """A version of a line in a list of words: the newest of its code counts, those before it tell how it came to be."""

    __tablename__ = "woordregel"
    __table_args__ = (sa.Index("ix_woordregel_lijst", "lijst", "code"),)
    id: int = rij_id()
    lijst: str = Field(description="uitstelredenen or signalen")
    code: str
    tekst: str = Field(description="the name of a reason, the words of a cue")
    omdat: str | None = Field(default=None, description="of a reason: its clause in the notice, after 'omdat'")
    werking: str | None = Field(default=None, description="of a cue of one's own: hard, zacht, met_dag or neemt_terug")
    actief: bool
    actor: str
    moment: datetime


class AmbtsperiodeRij(SQLModel, table=True):
    __tablename__ = "ambtsperiode"
    id: int = rij_id()
    functie: str
    naam: str
    portefeuille: str
    kabinet: str
    van: date = Field(index=True)
    tot: date | None = Field(default=None, description="the last day in office")
    demissionair: date | None = Field(default=None, description="since when the cabinet only minds the shop")
    bron: str
    versie: int = 1
