"""Standard passages: approved text with an owner and a last day, and where each was used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.errors import Verouderd
from kamervragen.hergebruik.rows import PassagegebruikRij, PassageRij


def alle(sessie: Session) -> tuple[PassageRij, ...]:
    """All passages, by title."""
    return tuple(sessie.exec(select(PassageRij).order_by(col(PassageRij.titel), col(PassageRij.id))))


def op_id(sessie: Session, id: int) -> PassageRij | None:
    return sessie.get(PassageRij, id)


def nieuw(
    sessie: Session, *, titel: str, tekst: str, eigenaar_id: int, geldig_tot: date, actor: str, moment: datetime
) -> int:
    rij = PassageRij(
        titel=titel, tekst=tekst, eigenaar_id=eigenaar_id, geldig_tot=geldig_tot, actor=actor, moment=moment
    )
    sessie.add(rij)
    sessie.flush()
    return rij.id


def bewaar(
    sessie: Session,
    id: int,
    *,
    titel: str,
    tekst: str,
    eigenaar_id: int,
    geldig_tot: date,
    actor: str,
    moment: datetime,
    versie: int,
) -> None:
    """Replaces a passage that is still at `versie`. :raises Verouderd: when someone else was first."""
    gezet = sessie.execute(
        sa.update(PassageRij)
        .where(col(PassageRij.id) == id, col(PassageRij.versie) == versie)
        .values(
            titel=titel,
            tekst=tekst,
            eigenaar_id=eigenaar_id,
            geldig_tot=geldig_tot,
            actor=actor,
            moment=moment,
            versie=versie + 1,
        )
        .execution_options(synchronize_session=False)
    )
    sessie.expire_all()
    if gezet.rowcount != 1:  # type: ignore[attr-defined]
        raise Verouderd("Een collega heeft deze passage intussen gewijzigd. Vernieuw de pagina.", versie=versie)


def onthoud_gebruik(
    sessie: Session, passage_id: int, antwoord_id: int, *, verlopen: bool, actor: str, moment: datetime
) -> None:
    sessie.add(
        PassagegebruikRij(passage_id=passage_id, antwoord_id=antwoord_id, verlopen=verlopen, actor=actor, moment=moment)
    )
    sessie.flush()


def gebruikt_in(sessie: Session, passage_ids: Collection[int]) -> dict[int, list[int]]:
    """Per passage the answers it was put into, first use first."""
    query = select(PassagegebruikRij).where(col(PassagegebruikRij.passage_id).in_(passage_ids))
    uit: dict[int, list[int]] = defaultdict(list)
    for rij in sessie.exec(query.order_by(col(PassagegebruikRij.id))):
        if rij.antwoord_id not in uit[rij.passage_id]:
            uit[rij.passage_id].append(rij.antwoord_id)
    return uit


def verloopt_voor(sessie: Session, gebruiker_id: int, dag: date) -> tuple[PassageRij, ...]:
    """Someone's passages whose last day is before this day, soonest first."""
    query = select(PassageRij).where(PassageRij.eigenaar_id == gebruiker_id, col(PassageRij.geldig_tot) < dag)
    return tuple(sessie.exec(query.order_by(col(PassageRij.geldig_tot), col(PassageRij.id))))
