"""Contributions: what was asked of whom, and what came back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.core.store.decisions import beslis
from kamervragen.lijn.rows import BijdrageRij, BijdrageverzoekRij
from kamervragen.mensen.rows import GebruikerRij, LidmaatschapRij
from kamervragen.mensen.store.gebruikers import geldt
from kamervragen.sets.rows import VraagRij, VragensetRij


def verzoek(sessie: Session, id: int) -> BijdrageverzoekRij | None:
    return sessie.exec(select(BijdrageverzoekRij).where(BijdrageverzoekRij.id == id)).first()


def verzoeken(sessie: Session, vragenset_id: int) -> tuple[BijdrageverzoekRij, ...]:
    """Every request of a set there ever was, the newest first."""
    query = select(BijdrageverzoekRij).where(BijdrageverzoekRij.vragenset_id == vragenset_id)
    return tuple(sessie.exec(query.order_by(col(BijdrageverzoekRij.id).desc())))


def open_verzoeken(sessie: Session) -> tuple[BijdrageverzoekRij, ...]:
    """The requests nobody answered yet, soonest first."""
    query = select(BijdrageverzoekRij).where(col(BijdrageverzoekRij.besluit).is_(None))
    return tuple(sessie.exec(query.order_by(col(BijdrageverzoekRij.uiterlijk), col(BijdrageverzoekRij.id))))


def lopend(sessie: Session, op: date) -> list[tuple[BijdrageverzoekRij, VragensetRij, dict[int, str]]]:
    """The open requests with their sets, and the colleagues they are to: account -> name."""
    rijen = sessie.execute(
        sa.select(BijdrageverzoekRij, VragensetRij)
        .join(VragensetRij, col(VragensetRij.id) == col(BijdrageverzoekRij.vragenset_id))
        .where(col(BijdrageverzoekRij.besluit).is_(None))
        .order_by(col(BijdrageverzoekRij.uiterlijk), col(BijdrageverzoekRij.id))
    ).all()
    namen = {mens.id: mens.naam for mens in sessie.exec(select(GebruikerRij))} if rijen else {}
    return [(v, s, {id: namen[id] for id in gevraagden(sessie, v, op)}) for v, s in rijen]


def gevraagden(sessie: Session, rij: BijdrageverzoekRij, op: date) -> frozenset[int]:
    """The accounts a request is to: the colleague himself, or everyone of the directie on that day."""
    if rij.gebruiker_id is not None:
        return frozenset({rij.gebruiker_id})
    if rij.directie_id is None:
        return frozenset()
    query = sa.select(col(LidmaatschapRij.gebruiker_id)).where(
        col(LidmaatschapRij.directie_id) == rij.directie_id, geldt(op)
    )
    return frozenset(sessie.execute(query).scalars())


def beslis_verzoek(
    sessie: Session, id: int, *, besluit: str, reden: str | None, actor: str, moment: datetime, versie: int
) -> None:
    """Ends a request once. :raises Verouderd: when it was ended meanwhile."""
    beslis(
        sessie,
        BijdrageverzoekRij,
        id,
        versie,
        "Dit verzoek is intussen al afgedaan. Vernieuw de pagina.",
        besluit=besluit,
        reden=reden,
        besloten_door=actor,
        besloten_op=moment,
    )


def lever(sessie: Session, nieuw: Sequence[BijdrageRij]) -> None:
    """Puts contributions of one request beside their questions; what it brought before and is undecided makes place."""
    for rij in nieuw:
        query = select(BijdrageRij).where(
            BijdrageRij.verzoek_id == rij.verzoek_id, BijdrageRij.vraag_id == rij.vraag_id
        )
        for een in (een for een in sessie.exec(query) if een.besluit is None):
            een.besluit, een.besloten_door, een.besloten_op = "vervallen", rij.auteur, rij.moment
            een.versie += 1
        sessie.add(rij)
    sessie.flush()


def bijdrage(sessie: Session, id: int) -> BijdrageRij | None:
    return sessie.exec(select(BijdrageRij).where(BijdrageRij.id == id)).first()


def van_set(sessie: Session, vragenset_id: int) -> tuple[BijdrageRij, ...]:
    """What came for the questions of a set, the newest first."""
    query = select(BijdrageRij).where(BijdrageRij.vragenset_id == vragenset_id)
    return tuple(sessie.exec(query.order_by(col(BijdrageRij.id).desc())))


def van_verzoek(sessie: Session, verzoek_id: int) -> tuple[BijdrageRij, ...]:
    """What a request brought, oldest first."""
    query = select(BijdrageRij).where(BijdrageRij.verzoek_id == verzoek_id)
    return tuple(sessie.exec(query.order_by(col(BijdrageRij.id))))


def onbeslist(sessie: Session, vragenset_id: int) -> tuple[tuple[BijdrageRij, str], ...]:
    """The contributions to a set nobody decided about, each with the label of its question."""
    rijen = sessie.execute(
        sa.select(BijdrageRij, col(VraagRij.label))
        .join(VraagRij, col(VraagRij.id) == col(BijdrageRij.vraag_id))
        .where(col(BijdrageRij.vragenset_id) == vragenset_id, col(BijdrageRij.besluit).is_(None))
        .order_by(col(BijdrageRij.id))
    )
    return tuple((rij, label) for rij, label in rijen)


def beslis_bijdrage(sessie: Session, id: int, *, besluit: str, actor: str, moment: datetime, versie: int) -> None:
    """Takes a contribution over or leaves it, once. :raises Verouderd: when that was decided meanwhile."""
    beslis(
        sessie,
        BijdrageRij,
        id,
        versie,
        "Over deze bijdrage is intussen al besloten. Vernieuw de pagina.",
        besluit=besluit,
        besloten_door=actor,
        besloten_op=moment,
    )


def noteer_herinnering(sessie: Session, id: int, dag: date) -> None:
    sessie.execute(sa.update(BijdrageverzoekRij).where(col(BijdrageverzoekRij.id) == id).values(herinnerd_op=dag))
