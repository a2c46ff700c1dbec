"""The tables of the line: who has it, who initials, what others contribute, what was corrected."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from kamervragen.core.store.columns import ouder, rij_id


class ToewijzingRij(SQLModel, table=True):
    __tablename__ = "toewijzing"
    id: int = rij_id()
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
    id: int = rij_id()
    directie_id: int = ouder("directie")
    volgorde: int
    soort: str = Field(description="afstemming or paraaf")
    naam: str = Field(description="whose step it is, as the line calls it: directeur, jurist")
    rol: str
    gebruiker_id: int | None = Field(default=None, foreign_key="gebruiker.id")
    werkdagen: int


class ParaafRij(SQLModel, table=True):
    __tablename__ = "paraaf"
    id: int = rij_id()
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


class OverdrachtRij(SQLModel, table=True):
    __tablename__ = "overdracht"
    id: int = rij_id()
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


class BijdrageverzoekRij(SQLModel, table=True):
    __tablename__ = "bijdrageverzoek"
    id: int = rij_id()
    vragenset_id: int = ouder("vragenset")
    labels: list[str] = Field(sa_type=sa.JSON)
    aan: str = Field(description="who is asked, as it was called then: a colleague, a directie, another ministry")
    gebruiker_id: int | None = Field(default=None, foreign_key="gebruiker.id", index=True)
    directie_id: int | None = Field(default=None, foreign_key="directie.id", index=True)
    mail: str | None = Field(default=None, description="the address of someone without an account")
    gevraagd: str = Field(description="what he is asked for")
    met_concept: bool = Field(default=False, description="he sees the answer as it stands")
    uiterlijk: date
    actor: str
    actor_id: int | None = Field(default=None, foreign_key="gebruiker.id")
    moment: datetime
    herinnerd_op: date | None = None
    besluit: str | None = Field(default=None, description="geleverd, geweigerd or ingetrokken; empty while open")
    reden: str | None = None
    besloten_door: str | None = None
    besloten_op: datetime | None = None
    versie: int = 1


class BijdrageRij(SQLModel, table=True):
    __tablename__ = "bijdrage"
    id: int = rij_id()
    vragenset_id: int = ouder("vragenset")
    verzoek_id: int = ouder("bijdrageverzoek")
    vraag_id: int = ouder("vraag")
    tekst: str
    noten: dict[str, list[str]] = Field(
        default_factory=dict, sa_type=sa.JSON, description="mark in the text -> text and address of the note"
    )
    toelichting: str | None = Field(default=None, description="for the drafter, not for the answer")
    auteur: str
    herkomst: str | None = Field(default=None, description="the Word file it came in; empty when it was written here")
    moment: datetime
    besluit: str | None = Field(
        default=None, index=True, description="overgenomen, afgewezen or vervallen; empty while open"
    )
    besloten_door: str | None = None
    besloten_op: datetime | None = None
    versie: int = 1


class RectificatieRij(SQLModel, table=True):
    __tablename__ = "rectificatie"
    id: int = rij_id()
    vragenset_id: int = ouder("vragenset")
    antwoord_id: int = ouder("antwoord")
    achterhaald_id: int | None = Field(
        default=None, foreign_key="achterhaald.id", ondelete="SET NULL", description="the mark it put on the answer"
    )
    passage: str = Field(description="what was answered and is not right, as it stands in the answer")
    juist: str = Field(description="what it must be")
    reden: str = Field(description="how it came about")
    actor: str
    moment: datetime
    vastgesteld_door: str | None = None
    vastgesteld_op: datetime | None = None
    verzonden_door: str | None = None
    verzonden_op: date | None = Field(default=None, index=True)
    ingetrokken_door: str | None = None
    ingetrokken_op: datetime | None = None
    versie: int = 1
