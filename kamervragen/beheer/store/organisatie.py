"""A reorganisation in rows: what is open of a directie, and putting another in its place; and names that are one person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col, select

from kamervragen.domain.motie import OPEN as OPEN_MOTIE
from kamervragen.domain.toezegging import LOPEND
from kamervragen.lijn.rows import BijdrageverzoekRij, ToewijzingRij
from kamervragen.mensen.rows import DirectieRij, LidmaatschapRij
from kamervragen.mensen.store.gebruikers import geldt
from kamervragen.register.rows import MotieRij, ToezeggingRij
from kamervragen.sets.rows import BetrokkeneRij, VragensetRij
from kamervragen.sets.standrows import SetstandRij

_Rij = TypeVar("_Rij", bound=SQLModel)


@dataclass(frozen=True, slots=True)
class Openstaand:
    """What is open of a directie: rows, each kind by itself."""

    sets: tuple[VragensetRij, ...]
    toewijzingen: tuple[ToewijzingRij, ...]
    verzoeken: tuple[BijdrageverzoekRij, ...]
    leden: tuple[LidmaatschapRij, ...]
    toezeggingen: tuple[ToezeggingRij, ...]
    moties: tuple[MotieRij, ...]


def open_van(sessie: Session, directie: DirectieRij, op: date) -> Openstaand:
    """Everything of a directie that somebody must go on with."""
    open_ = sa.select(col(SetstandRij.vragenset_id)).where(
        col(SetstandRij.directie_id) == directie.id, col(SetstandRij.open).is_(True)
    )

    def rijen(tabel: type[_Rij], *eisen: Any) -> tuple[_Rij, ...]:
        return tuple(sessie.exec(select(tabel).where(*eisen)))

    return Openstaand(
        sets=rijen(VragensetRij, col(VragensetRij.id).in_(open_)),
        toewijzingen=rijen(
            ToewijzingRij, ToewijzingRij.directie_id == directie.id, col(ToewijzingRij.besluit).is_(None)
        ),
        verzoeken=rijen(
            BijdrageverzoekRij,
            BijdrageverzoekRij.directie_id == directie.id,
            col(BijdrageverzoekRij.besluit).is_(None),
        ),
        leden=rijen(LidmaatschapRij, LidmaatschapRij.directie_id == directie.id, geldt(op)),
        toezeggingen=rijen(
            ToezeggingRij, ToezeggingRij.directie == directie.code, col(ToezeggingRij.status).in_(_codes(LOPEND))
        ),
        moties=rijen(MotieRij, MotieRij.directie == directie.code, col(MotieRij.status).in_(_codes(OPEN_MOTIE))),
    )


def _codes(statussen: Iterable[StrEnum]) -> list[str]:
    return [status.value for status in statussen]


def zet_over(sessie: Session, openstaand: Openstaand, naar: DirectieRij, op: date) -> None:
    """Puts another directie in the place of the first, from a day on; what is closed keeps the name it had."""
    for vragenset in openstaand.sets:
        vragenset.directie_id = naar.id
        vragenset.versie += 1
    for toewijzing in openstaand.toewijzingen:
        toewijzing.directie_id = naar.id
        toewijzing.versie += 1
    for verzoek in openstaand.verzoeken:
        verzoek.directie_id, verzoek.aan = naar.id, naar.naam
        verzoek.versie += 1
    for lid in openstaand.leden:
        if lid.van < op:
            lid.tot = op - timedelta(days=1)
            sessie.add(
                LidmaatschapRij(gebruiker_id=lid.gebruiker_id, directie_id=naar.id, rol=lid.rol, van=op, tot=None)
            )
        else:
            lid.directie_id = naar.id
    for toezegging in openstaand.toezeggingen:
        toezegging.directie = naar.code
        toezegging.versie += 1
    for motie in openstaand.moties:
        motie.directie = naar.code
        motie.versie += 1
    sessie.flush()


@dataclass(frozen=True, slots=True)
class Naamgebruik:
    """A member as the record writes him, and in how many sets."""

    naam: str
    fractie: str
    sets: int


def leden(sessie: Session) -> tuple[Naamgebruik, ...]:
    """Every way in which a member is written, by name."""
    naam, fractie = col(BetrokkeneRij.naam), sa.func.coalesce(col(BetrokkeneRij.fractie), "")
    query = (
        sa.select(naam, fractie, sa.func.count())
        .where(col(BetrokkeneRij.rol) == "indiener", naam.is_not(None))
        .group_by(naam, fractie)
        .order_by(naam, fractie)
    )
    return tuple(Naamgebruik(*rij) for rij in sessie.execute(query))


def hernoem_lid(sessie: Session, van: tuple[str, str], naar: tuple[str, str]) -> int:
    """Writes a member in one way wherever he was written in another. Returns in how many sets."""
    query = select(BetrokkeneRij).where(
        BetrokkeneRij.rol == "indiener",
        BetrokkeneRij.naam == van[0],
        sa.func.coalesce(col(BetrokkeneRij.fractie), "") == van[1],
    )
    rijen = sessie.exec(query).all()
    for rij in rijen:
        rij.naam, rij.fractie = naar[0], naar[1] or None
    sessie.flush()
    return len({rij.vragenset_id for rij in rijen})
