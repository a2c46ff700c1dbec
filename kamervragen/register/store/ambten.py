"""Who held which office when, and who answers now for what is open."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.ambt import Ambtsperiode, houder
from kamervragen.domain.errors import Verouderd
from kamervragen.domain.vragenset import Bewindspersoon
from kamervragen.register.rows import MotieRij, ToezeggingRij
from kamervragen.sets.rows import AmbtsperiodeRij, VragensetRij

Houder = type[VragensetRij] | type[ToezeggingRij] | type[MotieRij]


def rijen(sessie: Session) -> tuple[AmbtsperiodeRij, ...]:
    """All periods, newest first; within a day by office."""
    orde = (col(AmbtsperiodeRij.van).desc(), col(AmbtsperiodeRij.portefeuille), col(AmbtsperiodeRij.functie))
    return tuple(sessie.exec(select(AmbtsperiodeRij).order_by(*orde, col(AmbtsperiodeRij.id))))


def als_periode(rij: AmbtsperiodeRij) -> Ambtsperiode:
    return Ambtsperiode(rij.functie, rij.naam, rij.portefeuille, rij.kabinet, rij.van, rij.tot, rij.demissionair)


def houder_van(sessie: Session, persoon: Bewindspersoon | None, op: date) -> AmbtsperiodeRij | None:
    """The period of who holds this person's office on a day, if the table knows."""
    if persoon is None:
        return None
    alle = {als_periode(rij): rij for rij in rijen(sessie)}
    gevonden = houder(alle, persoon, op)
    return alle[gevonden] if gevonden else None


def op_id(sessie: Session, id: int) -> AmbtsperiodeRij | None:
    return sessie.get(AmbtsperiodeRij, id)


def voeg_toe(sessie: Session, periode: Ambtsperiode, *, bron: str) -> AmbtsperiodeRij:
    rij = AmbtsperiodeRij(
        functie=periode.functie,
        naam=periode.naam,
        portefeuille=periode.portefeuille,
        kabinet=periode.kabinet,
        van=periode.van,
        tot=periode.tot,
        demissionair=periode.demissionair,
        bron=bron,
    )
    sessie.add(rij)
    sessie.flush()
    return rij


def zet(sessie: Session, id: int, *, versie: int, **waarden: object) -> None:
    """Changes a period at the version one saw. :raises Verouderd: someone was first."""
    gezet = sessie.execute(
        sa.update(AmbtsperiodeRij)
        .where(col(AmbtsperiodeRij.id) == id, col(AmbtsperiodeRij.versie) == versie)
        .values(versie=versie + 1, **waarden)
    )
    if gezet.rowcount != 1:  # type: ignore[attr-defined]
        raise Verouderd("Een collega heeft deze ambtsperiode intussen gewijzigd. Vernieuw de pagina.", versie=versie)


def zet_demissionair(sessie: Session, kabinet: str, sinds: date) -> int:
    """A cabinet offers its resignation. Returns how many periods that concerns: those not ended before."""
    gezet = sessie.execute(
        sa.update(AmbtsperiodeRij)
        .where(col(AmbtsperiodeRij.kabinet) == kabinet)
        .where(sa.or_(col(AmbtsperiodeRij.tot).is_(None), col(AmbtsperiodeRij.tot) >= sinds))
        .values(demissionair=sinds, versie=AmbtsperiodeRij.versie + 1)
    )
    return int(gezet.rowcount)  # type: ignore[attr-defined]


def draag_over(sessie: Session, tabel: Houder, ids: Collection[int], ambt_id: int) -> None:
    """Gives open things to who holds the office now. Their version rises: a page that is open shows the old name."""
    sessie.execute(sa.update(tabel).where(col(tabel.id).in_(ids)).values(ambt_id=ambt_id, versie=col(tabel.versie) + 1))
