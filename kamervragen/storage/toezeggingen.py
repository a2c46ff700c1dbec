"""Promises found in answers, and what people decided about them."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.errors import Verouderd
from kamervragen.storage.tables import AntwoordRij, AntwoordVraagRij, ToezeggingRij, VraagRij, VragensetRij


def vervang_voorstellen(sessie: Session, antwoord_id: int, gevonden: list[ToezeggingRij]) -> int:
    """Makes the open proposals of an answer equal to what was found in it; decided ones stay. Returns how many are new."""
    bestaand = {rij.zin: rij for rij in van_antwoord(sessie, antwoord_id)}
    nu = {rij.zin: rij for rij in gevonden}
    for zin, rij in bestaand.items():
        if zin not in nu and rij.status == "voorgesteld":
            sessie.delete(rij)
        elif zin in nu and rij.status == "voorgesteld":
            rij.begin, rij.einde = nu[zin].begin, nu[zin].einde
            sessie.add(rij)
    nieuw = [rij for zin, rij in nu.items() if zin not in bestaand]
    sessie.add_all(nieuw)
    sessie.flush()
    return len(nieuw)


def van_antwoord(sessie: Session, antwoord_id: int) -> tuple[ToezeggingRij, ...]:
    vraag = select(ToezeggingRij).where(ToezeggingRij.antwoord_id == antwoord_id)
    return tuple(sessie.exec(vraag.order_by(col(ToezeggingRij.begin))))


def van_set(sessie: Session, vragenset_id: int) -> tuple[ToezeggingRij, ...]:
    vraag = select(ToezeggingRij).where(ToezeggingRij.vragenset_id == vragenset_id)
    return tuple(sessie.exec(vraag.order_by(col(ToezeggingRij.antwoord_id), col(ToezeggingRij.begin))))


def op_id(sessie: Session, id: int) -> ToezeggingRij | None:
    return sessie.get(ToezeggingRij, id)


def lijst(sessie: Session, status: str | None) -> list[tuple[ToezeggingRij, VragensetRij, str]]:
    """Promises with their set and the label of the question, soonest end first, without an end last."""
    label = (
        sa.select(col(VraagRij.label))
        .join(AntwoordVraagRij, col(AntwoordVraagRij.vraag_id) == col(VraagRij.id))
        .where(col(AntwoordVraagRij.antwoord_id) == col(ToezeggingRij.antwoord_id))
        .order_by(col(AntwoordVraagRij.volgorde))
        .limit(1)
        .scalar_subquery()
    )
    einde = sa.func.coalesce(col(ToezeggingRij.interne_dag), col(ToezeggingRij.venster_einde))
    vraag = (
        sa.select(ToezeggingRij, VragensetRij, label)
        .join(AntwoordRij, col(AntwoordRij.id) == col(ToezeggingRij.antwoord_id))
        .join(VragensetRij, col(VragensetRij.id) == col(ToezeggingRij.vragenset_id))
        .order_by(einde.is_(None), einde, col(ToezeggingRij.id))
    )
    if status is not None:
        vraag = vraag.where(col(ToezeggingRij.status) == status)
    return [(toezegging, vragenset, nummer or "") for toezegging, vragenset, nummer in sessie.execute(vraag)]


def beslis(
    sessie: Session, id: int, *, status: str, versie: int, actor: str, reden: str | None, interne_dag: date | None
) -> None:
    """Accepts or declines a proposal, once. :raises Verouderd: when it was decided already."""
    gezet = sessie.execute(
        sa.update(ToezeggingRij)
        .where(
            col(ToezeggingRij.id) == id, col(ToezeggingRij.versie) == versie, col(ToezeggingRij.status) == "voorgesteld"
        )
        .values(status=status, versie=versie + 1, actor=actor, reden=reden, interne_dag=interne_dag)
    )
    if gezet.rowcount != 1:  # type: ignore[attr-defined]
        raise Verouderd("Over deze toezegging is intussen al besloten. Vernieuw de pagina.", versie=versie)
