"""Corrections after sending, and where the wrong words went."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.errors import Verouderd
from kamervragen.lijn.rows import RectificatieRij
from kamervragen.sets.rows import AntwoordRij, VragensetRij


def nieuw(sessie: Session, rij: RectificatieRij) -> int:
    sessie.add(rij)
    sessie.flush()
    return rij.id


def op_id(sessie: Session, id: int) -> RectificatieRij | None:
    return sessie.exec(select(RectificatieRij).where(RectificatieRij.id == id)).first()


def van_set(sessie: Session, vragenset_id: int) -> tuple[RectificatieRij, ...]:
    """Every correction of a set there ever was, the newest first."""
    query = select(RectificatieRij).where(RectificatieRij.vragenset_id == vragenset_id)
    return tuple(sessie.exec(query.order_by(col(RectificatieRij.id).desc())))


def elders(sessie: Session, vragenset_id: int) -> tuple[str, ...]:
    """The passages that are corrected in other sets, and not withdrawn."""
    geldig = col(RectificatieRij.ingetrokken_op).is_(None), col(RectificatieRij.vragenset_id) != vragenset_id
    query = select(RectificatieRij.passage).where(*geldig).order_by(col(RectificatieRij.id))
    return tuple(dict.fromkeys(sessie.exec(query)))


def zet(sessie: Session, id: int, *, versie: int, **waarden: str | date | datetime) -> None:
    """A step of a correction, once. :raises Verouderd: a colleague was first."""
    gezet = sessie.execute(
        sa.update(RectificatieRij)
        .where(col(RectificatieRij.id) == id, col(RectificatieRij.versie) == versie)
        .values(**waarden, versie=versie + 1)
        .execution_options(synchronize_session=False)
    )
    sessie.expire_all()
    if gezet.rowcount != 1:  # type: ignore[attr-defined]
        raise Verouderd("Deze rectificatie is intussen gewijzigd. Vernieuw de pagina.", versie=versie)


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """An answer in which words stand, with its set."""

    antwoord: AntwoordRij
    vragenset: VragensetRij


def met_passage(sessie: Session, passage: str) -> tuple[Vindplaats, ...]:
    """The answers that hold these very words, oldest set first."""
    return _vindplaatsen(sessie, col(AntwoordRij.tekst).contains(passage, autoescape=True))


def van_antwoorden(sessie: Session, ids: Collection[int]) -> tuple[Vindplaats, ...]:
    """These answers with their sets, oldest set first."""
    return _vindplaatsen(sessie, col(AntwoordRij.id).in_(ids))


def _vindplaatsen(sessie: Session, welke: sa.ColumnElement[bool]) -> tuple[Vindplaats, ...]:
    query = (
        sa.select(AntwoordRij, VragensetRij)
        .join(VragensetRij, col(VragensetRij.id) == col(AntwoordRij.vragenset_id))
        .where(welke)
        .order_by(col(VragensetRij.id), col(AntwoordRij.volgorde))
    )
    return tuple(Vindplaats(antwoord, vragenset) for antwoord, vragenset in sessie.execute(query))
