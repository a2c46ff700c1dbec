"""The recesses, as the ministry keeps them."""

from __future__ import annotations

from sqlmodel import Session, col, select

from kamervragen.domain.kalender import Reces, Recessen
from kamervragen.sets.rows import RecesRij


def tabel(sessie: Session) -> Recessen:
    """All recesses, in order."""
    return tuple(Reces(r.naam, r.begin, r.einde, r.bron) for r in rijen(sessie))


def rijen(sessie: Session) -> tuple[RecesRij, ...]:
    return tuple(sessie.exec(select(RecesRij).order_by(col(RecesRij.begin))))


def voeg_toe(sessie: Session, reces: Reces) -> None:
    sessie.add(RecesRij(naam=reces.naam, begin=reces.begin, einde=reces.einde, bron=reces.bron))
    sessie.flush()


def verwijder(sessie: Session, id: int) -> bool:
    """Takes a row away; False when it is not there."""
    rij = sessie.get(RecesRij, id)
    if rij is None:
        return False
    sessie.delete(rij)
    sessie.flush()
    return True
