"""Shielded sets: who may know of them, and a session in which they do not exist for anyone else.

The conditions are on every table, whatever a query asks: a list, a search or a page that is written later hides them as
well (`core.store.sight`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import with_loader_criteria
from sqlmodel import Session, SQLModel, col, select

from kamervragen.core.store import sight
from kamervragen.core.store.engine import reading
from kamervragen.mensen.rows import GebruikerRij
from kamervragen.sets.rows import AfschermingRij, AntwoordRij, IngewijdeRij, InnameRij, VragensetRij


def verberg(sessie: Session, gebruiker_id: int | None) -> None:
    """From here on this session holds nothing of the sets this person may not know of; of None, of no shielded set at all."""
    binnen = sa.select(col(IngewijdeRij.vragenset_id)).where(col(IngewijdeRij.gebruiker_id) == gebruiker_id)
    weg = _sleutels(sessie, col(AfschermingRij.vragenset_id).not_in(binnen))
    sight.hide(sessie, weg, tuple(_eisen(weg)) if weg else ())


@contextmanager
def openbaar(engine: Engine) -> Iterator[Session]:
    """A session to read in, without any shielded set: what everyone who may search may find."""
    with reading(engine) as sessie:
        weg = _sleutels(sessie, sa.true())
        sight.hide(sessie, weg, tuple(_eisen(weg)) if weg else ())
        yield sessie


def van_set(sessie: Session, vragenset_id: int) -> AfschermingRij | None:
    """Why a set is shielded; None when it is not."""
    return sessie.exec(select(AfschermingRij).where(AfschermingRij.vragenset_id == vragenset_id)).first()


def mag_weten(sessie: Session, vragenset_id: int, gebruiker_id: int) -> bool:
    """Whether this person may know of a set: it is open to all, or he is among those named."""
    binnen = sessie.get(IngewijdeRij, (vragenset_id, gebruiker_id)) is not None
    return binnen or van_set(sessie, vragenset_id) is None


def ingewijden(sessie: Session, vragenset_id: int) -> tuple[GebruikerRij, ...]:
    """Who may know of a shielded set, by name."""
    query = select(GebruikerRij).join(IngewijdeRij, col(IngewijdeRij.gebruiker_id) == col(GebruikerRij.id))
    return tuple(sessie.exec(query.where(IngewijdeRij.vragenset_id == vragenset_id).order_by(col(GebruikerRij.naam))))


def scherm_af(
    sessie: Session, vragenset_id: int, mensen: Collection[int], *, reden: str, actor: str, moment: datetime
) -> None:
    """Shields a set for all but these people, in place of what was said before."""
    hef_op(sessie, vragenset_id)
    sessie.add(AfschermingRij(vragenset_id=vragenset_id, reden=reden, actor=actor, moment=moment))
    sessie.add_all(IngewijdeRij(vragenset_id=vragenset_id, gebruiker_id=id) for id in sorted(mensen))
    sessie.flush()


def hef_op(sessie: Session, vragenset_id: int) -> None:
    """Everyone may know of the set again."""
    for tabel in (AfschermingRij, IngewijdeRij):
        sessie.execute(sa.delete(tabel).where(col(tabel.vragenset_id) == vragenset_id))


def _sleutels(sessie: Session, welke: sa.ColumnElement[bool]) -> dict[int, str]:
    query = (
        sa.select(col(VragensetRij.id), col(VragensetRij.sleutel))
        .join(AfschermingRij, col(AfschermingRij.vragenset_id) == col(VragensetRij.id))
        .where(welke)
    )
    return {rij[0]: rij[1] for rij in sessie.execute(query)}


def _eisen(weg: Mapping[int, str]) -> Iterator[Any]:
    """The condition on each table that belongs to a set: directly, through an answer, or by its key."""
    ids = tuple(weg)
    antwoord = AntwoordRij.__table__.c  # type: ignore[attr-defined]
    # Without correlation: it holds inside a query over answers too.
    hun_antwoorden = sa.select(antwoord.id).where(antwoord.vragenset_id.in_(ids)).correlate(None)
    for mapper in SQLModel._sa_registry.mappers:
        tabel = mapper.class_
        if tabel is VragensetRij:
            eis = tabel.id.not_in(ids)
        elif hasattr(tabel, "vragenset_id"):
            eis = sa.or_(tabel.vragenset_id.is_(None), tabel.vragenset_id.not_in(ids))
        elif tabel is InnameRij:
            eis = sa.or_(tabel.sleutel.is_(None), tabel.sleutel.not_in(tuple(weg.values())))
        elif hasattr(tabel, "antwoord_id"):
            eis = sa.or_(tabel.antwoord_id.is_(None), tabel.antwoord_id.not_in(hun_antwoorden))
        else:
            continue
        yield with_loader_criteria(tabel, eis, include_aliases=True)
