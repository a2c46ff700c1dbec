"""Documents that came back from Word, and what they propose."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, select

from kamervragen.core.store import decisions
from kamervragen.papieren.rows import TerugkeerRij, TerugkeervoorstelRij


def voeg_toe(sessie: Session, rij: TerugkeerRij, voorstellen: Iterable[TerugkeervoorstelRij]) -> int:
    """A document with its proposals. Returns its id."""
    sessie.add(rij)
    sessie.flush()
    for voorstel in voorstellen:
        voorstel.terugkeer_id = rij.id
        sessie.add(voorstel)
    sessie.flush()
    return rij.id


def met_inhoud(sessie: Session, vragenset_id: int, sha256: str) -> TerugkeerRij | None:
    """The document with these bytes, when it came back before."""
    query = select(TerugkeerRij).where(TerugkeerRij.vragenset_id == vragenset_id, TerugkeerRij.sha256 == sha256)
    return sessie.exec(query).first()


def van_set(sessie: Session, vragenset_id: int) -> tuple[TerugkeerRij, ...]:
    """Every document that came back, the newest first."""
    query = select(TerugkeerRij).where(TerugkeerRij.vragenset_id == vragenset_id)
    return tuple(sessie.exec(query.order_by(col(TerugkeerRij.id).desc())))


def op_id(sessie: Session, id: int) -> TerugkeerRij | None:
    return sessie.get(TerugkeerRij, id)


def voorstellen(sessie: Session, terugkeer_ids: Iterable[int]) -> tuple[TerugkeervoorstelRij, ...]:
    """The proposals of these documents, in the order of the text."""
    query = select(TerugkeervoorstelRij).where(col(TerugkeervoorstelRij.terugkeer_id).in_(tuple(terugkeer_ids)))
    return tuple(sessie.exec(query.order_by(col(TerugkeervoorstelRij.id))))


def voorstel(sessie: Session, id: int) -> TerugkeervoorstelRij | None:
    return sessie.get(TerugkeervoorstelRij, id)


def beslis(sessie: Session, id: int, *, besluit: str, actor: str, moment: datetime, versie: int) -> None:
    """:raises Verouderd: it was decided meanwhile."""
    decisions.beslis(
        sessie,
        TerugkeervoorstelRij,
        id,
        versie,
        "Over deze wijziging is intussen besloten. Vernieuw de pagina.",
        besluit=besluit,
        besloten_door=actor,
        besloten_op=moment,
    )
