"""The tables around answers: remarks, weighings, who is there, what was taken over and what people said of it."""

# No `from __future__ import annotations` here: SQLModel reads the annotations of its fields.
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from kamervragen.core.store.columns import ouder, rij_id


class HergebruikRij(SQLModel, table=True):
    __tablename__ = "hergebruik"
    id: int = rij_id()
    antwoord_id: int = ouder("antwoord")
    bron_antwoord_id: int = Field(foreign_key="antwoord.id", index=True, ondelete="CASCADE")
    tekst: str
    actor: str
    moment: datetime


class HergebruikzinRij(SQLModel, table=True):
    __tablename__ = "hergebruikzin"
    id: int = rij_id()
    hergebruik_id: int = ouder("hergebruik")
    volgorde: int
    zin: str = Field(description="a sentence as it was taken over")


class AchterhaaldRij(SQLModel, table=True):
    __tablename__ = "achterhaald"
    id: int = rij_id()
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
    id: int = rij_id()
    vraag_id: int = ouder("vraag")
    bron_antwoord_id: int = Field(foreign_key="antwoord.id", index=True, ondelete="CASCADE")
    reden: str
    actor: str
    moment: datetime


class BevestigingRij(SQLModel, table=True):
    __tablename__ = "bevestiging"
    __table_args__ = (sa.UniqueConstraint("antwoord_id", "afdruk"),)
    id: int = rij_id()
    antwoord_id: int = ouder("antwoord")
    afdruk: str = Field(description="hash of the sentence and the piece of it: a text may be too long for an index")
    tekst: str = Field(description="the piece of the sentence that still holds")
    actor: str
    moment: datetime


class AanwezigheidRij(SQLModel, table=True):
    __tablename__ = "aanwezigheid"
    __table_args__ = (sa.UniqueConstraint("vragenset_id", "label", "gebruiker_id"),)
    id: int = rij_id()
    vragenset_id: int = ouder("vragenset")
    label: str
    gebruiker_id: int = ouder("gebruiker")
    bewerkt: bool = Field(description="he typed; else he only looks")
    moment: datetime = Field(index=True)


class AfwegingRij(SQLModel, table=True):
    __tablename__ = "afweging"
    __table_args__ = (sa.UniqueConstraint("vragenset_id", "code", "plaats", "afdruk"),)
    id: int = rij_id()
    vragenset_id: int = ouder("vragenset")
    code: str = Field(description="what was weighed: a gebrek, deelvraag or strijd")
    plaats: str
    afdruk: str = Field(description="hash of the words it was weighed on: other words are weighed again")
    oordeel: str
    reden: str
    actor: str
    moment: datetime


class OpmerkingRij(SQLModel, table=True):
    __tablename__ = "opmerking"
    id: int = rij_id()
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
