"""Who stands in for whom: deputies and mandates, each with its days."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.parafenlijn import Vervanging, Vervangsoort
from kamervragen.mensen.rows import GebruikerRij, VervangingRij


def alle(sessie: Session) -> tuple[VervangingRij, ...]:
    """All deputies and mandates, the newest first."""
    return tuple(sessie.exec(select(VervangingRij).order_by(col(VervangingRij.van).desc(), col(VervangingRij.id))))


def vervangers(sessie: Session, gebruiker_ids: Collection[int], op: date) -> frozenset[int]:
    """Who stands in for any of these people on a day."""
    geldig = (als_vervanging(rij) for rij in alle(sessie) if rij.gebruiker_id in gebruiker_ids)
    return frozenset(v.door_id for v in geldig if v.geldt(op))


def vervangen(sessie: Session, gebruiker_ids: Collection[int], op: date) -> dict[int, str]:
    """Who stands in for any of these people on a day, each with the name of whom."""
    rijen = [rij for rij in alle(sessie) if rij.gebruiker_id in gebruiker_ids and als_vervanging(rij).geldt(op)]
    return {rij.door_id: sessie.get_one(GebruikerRij, rij.gebruiker_id).naam for rij in rijen}


def als_vervanging(rij: VervangingRij) -> Vervanging:
    return Vervanging(rij.gebruiker_id, rij.door_id, Vervangsoort(rij.soort), rij.van, rij.tot)


def voeg_toe(
    sessie: Session,
    *,
    gebruiker_id: int,
    door_id: int,
    soort: Vervangsoort,
    grond: str,
    van: date,
    tot: date | None,
    actor: str,
    moment: datetime,
) -> None:
    sessie.add(
        VervangingRij(
            gebruiker_id=gebruiker_id,
            door_id=door_id,
            soort=soort.value,
            grond=grond,
            van=van,
            tot=tot,
            actor=actor,
            moment=moment,
        )
    )
    sessie.flush()


def op_id(sessie: Session, id: int) -> VervangingRij | None:
    return sessie.get(VervangingRij, id)


def beeindig(sessie: Session, id: int, tot: date) -> None:
    sessie.execute(sa.update(VervangingRij).where(col(VervangingRij.id) == id).values(tot=tot))
