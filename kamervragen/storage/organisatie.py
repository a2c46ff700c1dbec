"""A reorganisation in rows: what is open of a directie, and putting another in its place; and names that are one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.motie import OPEN as OPEN_MOTIE
from kamervragen.domain.toezegging import LOPEND
from kamervragen.storage import standen
from kamervragen.storage.gebruikers import geldt
from kamervragen.storage.tables import (
    BetrokkeneRij,
    BijdrageverzoekRij,
    DirectieRij,
    LidmaatschapRij,
    MotieRij,
    SetstandRij,
    ToewijzingRij,
    ToezeggingRij,
    VragensetRij,
)


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
    lopend = [status.value for status in LOPEND]
    return Openstaand(
        sets=tuple(
            sessie.exec(select(VragensetRij).where(col(VragensetRij.id).in_(open_)).order_by(col(VragensetRij.id)))
        ),
        toewijzingen=tuple(
            sessie.exec(
                select(ToewijzingRij).where(
                    ToewijzingRij.directie_id == directie.id, col(ToewijzingRij.besluit).is_(None)
                )
            )
        ),
        verzoeken=tuple(
            sessie.exec(
                select(BijdrageverzoekRij).where(
                    BijdrageverzoekRij.directie_id == directie.id, col(BijdrageverzoekRij.besluit).is_(None)
                )
            )
        ),
        leden=tuple(sessie.exec(select(LidmaatschapRij).where(LidmaatschapRij.directie_id == directie.id, geldt(op)))),
        toezeggingen=tuple(
            sessie.exec(
                select(ToezeggingRij).where(
                    ToezeggingRij.directie == directie.code, col(ToezeggingRij.status).in_(lopend)
                )
            )
        ),
        moties=tuple(
            sessie.exec(
                select(MotieRij).where(
                    MotieRij.directie == directie.code, col(MotieRij.status).in_([s.value for s in OPEN_MOTIE])
                )
            )
        ),
    )


def zet_over(sessie: Session, openstaand: Openstaand, naar: DirectieRij, op: date) -> None:
    """Puts another directie in the place of the first, from a day on; what is closed keeps the name it had."""
    for vragenset in openstaand.sets:
        vragenset.directie_id = naar.id
        vragenset.versie += 1
        standen.raak(sessie, vragenset.id or 0)
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
    vraag = (
        sa.select(naam, fractie, sa.func.count())
        .where(col(BetrokkeneRij.rol) == "indiener", naam.is_not(None))
        .group_by(naam, fractie)
        .order_by(naam, fractie)
    )
    return tuple(Naamgebruik(*rij) for rij in sessie.execute(vraag))


def hernoem_lid(sessie: Session, van: tuple[str, str], naar: tuple[str, str]) -> int:
    """Writes a member in one way wherever he was written in another. Returns in how many sets."""
    vraag = select(BetrokkeneRij).where(
        BetrokkeneRij.rol == "indiener", BetrokkeneRij.naam == van[0],
        sa.func.coalesce(col(BetrokkeneRij.fractie), "") == van[1],
    )  # fmt: skip
    rijen = sessie.exec(vraag).all()
    for rij in rijen:
        rij.naam, rij.fractie = naar[0], naar[1] or None
        sessie.add(rij)
    sessie.flush()
    return len({rij.vragenset_id for rij in rijen})
