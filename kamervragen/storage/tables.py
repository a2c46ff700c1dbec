"""The tables. Texts are Markdown; days are dates, moments are UTC; enums are stored by their value."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from kamervragen.storage.bijdragetabellen import BijdrageRij, BijdrageverzoekRij, RectificatieRij
from kamervragen.storage.karweitabellen import KarweiRij
from kamervragen.storage.mensentabellen import (
    BerichtRij,
    DirectieRij,
    EenmaalRij,
    GebruikerRij,
    GeheimRij,
    InlogpogingRij,
    LidmaatschapRij,
    SessieRij,
    UitnodigingRij,
)
from kamervragen.storage.ongedaantabellen import OngedaanRij
from kamervragen.storage.papiertabellen import TerugkeerRij, TerugkeervoorstelRij
from kamervragen.storage.registertabellen import (
    AgendasleutelRij,
    AmbtsperiodeRij,
    KolomkeuzeRij,
    MotieAntwoordRij,
    MotiefeitRij,
    MotieRij,
    RecesRij,
    ToezeggingfeitRij,
    ToezeggingRij,
    ToezeggingverbandRij,
    WoordregelRij,
)
from kamervragen.storage.routetabellen import (
    AanwezigheidRij,
    AfschermingRij,
    AfwegingRij,
    IngewijdeRij,
    LijnstapRij,
    OpmerkingRij,
    OverdrachtRij,
    ParaafRij,
    ToewijzingRij,
    VervangingRij,
    WetRij,
)
from kamervragen.storage.standtabellen import SetstandRij, TebezienRij
from kamervragen.storage.tabelvorm import ouder, rij_id

# People, the register, the line and what others add stand in modules of their own; readers of the tables find them here.
__all__ = [
    "AanwezigheidRij", "AfschermingRij", "AfwegingRij", "AgendasleutelRij", "AmbtsperiodeRij", "BerichtRij",
    "BijdrageRij", "BijdrageverzoekRij", "DirectieRij", "EenmaalRij", "GebruikerRij", "GeheimRij", "IngewijdeRij",
    "InlogpogingRij", "KarweiRij", "KolomkeuzeRij", "LidmaatschapRij", "LijnstapRij", "MotieAntwoordRij", "MotieRij",
    "MotiefeitRij", "OngedaanRij", "OpmerkingRij", "OverdrachtRij", "ParaafRij", "RecesRij", "RectificatieRij", "SessieRij", "SetstandRij",
    "TebezienRij", "TerugkeerRij", "TerugkeervoorstelRij", "ToewijzingRij", "ToezeggingRij", "ToezeggingfeitRij", "ToezeggingverbandRij", "UitnodigingRij", "VervangingRij",
    "WetRij", "WoordregelRij",
]  # fmt: skip


class VragensetRij(SQLModel, table=True):
    __tablename__ = "vragenset"
    id: int | None = rij_id()
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
    id: int | None = rij_id()
    vragenset_id: int = ouder("vragenset")
    nummer: str = Field(unique=True, description="ah-tk-20252026-1966")
    soort: str
    ontvangen: date | None = None
    mededeling: str | None = None


class BetrokkeneRij(SQLModel, table=True):
    __tablename__ = "betrokkene"
    __table_args__ = (sa.Index("ix_betrokkene_ambt", "rol", "functie", "portefeuille"),)
    id: int | None = rij_id()
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
    id: int | None = rij_id()
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
    id: int | None = rij_id()
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
    id: int | None = rij_id()
    antwoord_id: int = ouder("antwoord")
    versie: int
    tekst: str
    auteur: str
    moment: datetime
    vanzelf: bool = Field(
        default=False, description="kept while its author went on typing: what he writes next takes its place",
        sa_column_kwargs={"server_default": sa.false()},
    )  # fmt: skip


class NootRij(SQLModel, table=True):
    __tablename__ = "noot"
    __table_args__ = (sa.UniqueConstraint("vragenset_id", "soort", "nummer"),)
    id: int | None = rij_id()
    vragenset_id: int = ouder("vragenset")
    soort: str
    nummer: int
    tekst: str
    url: str | None = None


class FeitRij(SQLModel, table=True):
    __tablename__ = "feit"
    __table_args__ = (sa.Index("ix_feit_soort", "soort", "vragenset_id"),)
    id: int | None = rij_id()
    vragenset_id: int = ouder("vragenset")
    soort: str
    datum: date
    actor: str
    toelichting: str | None = None
    moment: datetime


class DocumentRij(SQLModel, table=True):
    __tablename__ = "document"
    id: int | None = rij_id()
    vragenset_id: int = ouder("vragenset")
    sha256: str = Field(index=True)
    naam: str
    soort: str
    moment: datetime
    aantallen: dict[str, int] = Field(
        default_factory=dict, sa_type=sa.JSON, description="what was read in it",
        sa_column_kwargs={"server_default": "{}"},
    )  # fmt: skip
    herkomst: str | None = Field(default=None, description="how it came, when not as a file")
    titel: str | None = Field(default=None, description="of a paper that goes along with the answer")
    volgorde: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    kenmerk: str | None = Field(default=None, description="its number in the ministry's own document system")
    weggehaald_door: str | None = None
    weggehaald_op: datetime | None = None


class InnameRij(SQLModel, table=True):
    __tablename__ = "inname"
    id: int | None = rij_id()
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
    id: int | None = rij_id()
    vragenset_id: int = ouder("vragenset")
    veld: str
    waarde: str = Field(description="what the document says; the set holds what a person wrote")
    bron: str
    actor: str
    moment: datetime


class VoorstelRij(SQLModel, table=True):
    __tablename__ = "voorstel"
    id: int | None = rij_id()
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


class HergebruikRij(SQLModel, table=True):
    __tablename__ = "hergebruik"
    id: int | None = rij_id()
    antwoord_id: int = ouder("antwoord")
    bron_antwoord_id: int = Field(foreign_key="antwoord.id", index=True, ondelete="CASCADE")
    tekst: str
    actor: str
    moment: datetime


class HergebruikzinRij(SQLModel, table=True):
    __tablename__ = "hergebruikzin"
    id: int | None = rij_id()
    hergebruik_id: int = ouder("hergebruik")
    volgorde: int
    zin: str = Field(description="a sentence as it was taken over")


class AchterhaaldRij(SQLModel, table=True):
    __tablename__ = "achterhaald"
    id: int | None = rij_id()
    antwoord_id: int = ouder("antwoord")
    reden: str
    door: str = Field(description="by what: a number, an answer, a law")
    sinds: date
    actor: str
    moment: datetime
    ingetrokken_door: str | None = None
    ingetrokken_op: datetime | None = None


class NietBruikbaarRij(SQLModel, table=True):
    __tablename__ = "niet_bruikbaar"
    __table_args__ = (sa.UniqueConstraint("vraag_id", "bron_antwoord_id"),)
    id: int | None = rij_id()
    vraag_id: int = ouder("vraag")
    bron_antwoord_id: int = Field(foreign_key="antwoord.id", index=True, ondelete="CASCADE")
    reden: str
    actor: str
    moment: datetime


class BevestigingRij(SQLModel, table=True):
    __tablename__ = "bevestiging"
    __table_args__ = (sa.UniqueConstraint("antwoord_id", "afdruk"),)
    id: int | None = rij_id()
    antwoord_id: int = ouder("antwoord")
    afdruk: str = Field(description="hash of the sentence and the piece of it: a text may be too long for an index")
    tekst: str = Field(description="the piece of the sentence that still holds")
    actor: str
    moment: datetime


class PassageRij(SQLModel, table=True):
    __tablename__ = "passage"
    id: int | None = rij_id()
    titel: str
    tekst: str
    eigenaar_id: int = Field(foreign_key="gebruiker.id", index=True)
    geldig_tot: date = Field(index=True)
    actor: str
    moment: datetime
    versie: int = 1


class PassagegebruikRij(SQLModel, table=True):
    __tablename__ = "passagegebruik"
    id: int | None = rij_id()
    passage_id: int = Field(foreign_key="passage.id", index=True)
    antwoord_id: int = ouder("antwoord")
    verlopen: bool = Field(description="it was taken over knowingly after its last day")
    actor: str
    moment: datetime


class ZoekopdrachtRij(SQLModel, table=True):
    __tablename__ = "zoekopdracht"
    id: int | None = rij_id()
    gebruiker_id: int = ouder("gebruiker")
    naam: str
    vraag: str = Field(description="the search as it stands in the address")
    sleutel: str = Field(unique=True, description="what a feed reader shows instead of a login")
    moment: datetime


class AuditRij(SQLModel, table=True):
    __tablename__ = "audit"
    id: int | None = rij_id()
    actie: str
    object: str
    resultaat: str
    oorsprong: str
    actor: str
    tijdstip: datetime
    vorige: str
    hash: str = Field(unique=True)


class TaakRij(SQLModel, table=True):
    __tablename__ = "taak"
    id: int | None = rij_id()
    naam: str
    gegevens: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    sleutel: str | None = Field(default=None, unique=True, description="open jobs with one key are one job")
    status: str = Field(default="wacht", index=True)
    pogingen: int = 0
    na: datetime = Field(index=True)
    bezet_tot: datetime | None = None
    fout: str | None = None


class TellerRij(SQLModel, table=True):
    __tablename__ = "teller"
    naam: str = Field(primary_key=True)
    stand: int
