"""What is wrong in the record itself: one query over everything that can be, and the texts of open sets to look through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from kamervragen.core.store import sight
from kamervragen.register.rows import ToezeggingRij
from kamervragen.sets.rows import (
    AntwoordRij,
    AntwoordVraagRij,
    NootRij,
    VoorstelRij,
    VraagRij,
    VragensetRij,
)
from kamervragen.sets.standrows import TebezienRij
from kamervragen.sets.store.mankementen import Mankement, in_de_set, waar
from kamervragen.sets.store.openzaken import OPEN_SETS

_GEEN_NUMMER_NA = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Mankementrij:
    """Something wrong: with which set, what it is about, and for a text where it stands, as 'antwoord-3'."""

    soort: Mankement
    vragenset_id: int
    sleutel: str
    onderwerp: str
    wat: str
    plaats: str = ""


def alle(sessie: Session, op: date, *, hoogstens: int) -> tuple[list[Mankementrij], dict[Mankement, int]]:
    """What a query can find: of each kind so many, and how many there are. One query."""
    te_bezien = col(VragensetRij.id).in_(sa.select(col(TebezienRij.vragenset_id)))
    u = sa.union_all(*in_de_set(te_bezien, op - _GEEN_NUMMER_NA), *_erbij(op)).subquery()
    rang = sa.func.row_number().over(partition_by=u.c.soort, order_by=(u.c.sleutel, u.c.wat)).label("rang")
    samen = sa.func.count().over(partition_by=u.c.soort).label("samen")
    geteld = sa.select(u, rang, samen).where(u.c.id.not_in(tuple(sight.verborgen(sessie)))).subquery()
    gevonden = sessie.execute(sa.select(geteld).where(geteld.c.rang <= hoogstens)).all()
    rijen = [Mankementrij(Mankement(r[0]), r[1], r[2], r[3] or "", r[4] or "") for r in gevonden]
    return rijen, {Mankement(r[0]): r[-1] for r in gevonden}


def _erbij(op: date) -> Iterator[Any]:
    """What also follows from what is kept apart from it: the day it is, what it promises, what is still to be chosen."""
    t = ToezeggingRij
    einde = sa.func.coalesce(col(t.interne_dag), col(t.venster_einde))
    yield waar(Mankement.INGEZONDEN_IN_TOEKOMST, col(VragensetRij.ingezonden) > op)
    yield waar(
        Mankement.TOEZEGGING_VOOR_HAAR_DAG,
        col(t.vragenset_id) == col(VragensetRij.id),
        einde < col(t.gedaan_op),
        wat=col(t.zin),
    )
    dubbel = sa.select(col(VoorstelRij.vragenset_id)).where(col(VoorstelRij.besluit).is_(None))
    yield waar(Mankement.TWEE_WAARDEN, col(VragensetRij.id).in_(dubbel))


@dataclass(frozen=True, slots=True)
class Opentekst:
    """A question or answer of an open set, by its label."""

    vragenset_id: int
    sleutel: str
    onderwerp: str | None
    label: str
    tekst: str

    def mankement(self, soort: Mankement, wat: str, plaats: str) -> Mankementrij:
        """Something wrong in it."""
        return Mankementrij(soort, self.vragenset_id, self.sleutel, self.onderwerp or "", wat, plaats)


_VAN_SET = (col(VragensetRij.id), col(VragensetRij.sleutel), col(VragensetRij.onderwerp))


def open_vragen(sessie: Session) -> list[Opentekst]:
    """Every question of every open set."""
    query = sa.select(*_VAN_SET, col(VraagRij.label), col(VraagRij.tekst)).join(
        VraagRij, col(VraagRij.vragenset_id) == col(VragensetRij.id)
    )
    return [Opentekst(*rij) for rij in sessie.execute(query.where(col(VragensetRij.id).in_(OPEN_SETS)))]


def open_antwoorden(sessie: Session) -> list[Opentekst]:
    """Every answer of every open set, by the first of its questions."""
    eerste = (
        sa.select(sa.func.min(col(VraagRij.label)))
        .join(AntwoordVraagRij, col(AntwoordVraagRij.vraag_id) == col(VraagRij.id))
        .where(col(AntwoordVraagRij.antwoord_id) == col(AntwoordRij.id))
        .correlate(AntwoordRij)
        .scalar_subquery()
    )
    query = sa.select(*_VAN_SET, eerste, col(AntwoordRij.tekst)).join(
        AntwoordRij, col(AntwoordRij.vragenset_id) == col(VragensetRij.id)
    )
    open_ = query.where(col(VragensetRij.id).in_(OPEN_SETS), col(AntwoordRij.tekst) != "")
    return [Opentekst(*rij) for rij in sessie.execute(open_)]


def open_noten(sessie: Session) -> dict[int, set[str]]:
    """Of every open set the marks that it has notes for, as '^v1'."""
    uit: dict[int, set[str]] = {}
    query = sa.select(col(NootRij.vragenset_id), col(NootRij.soort), col(NootRij.nummer))
    for id, soort, nummer in sessie.execute(query.where(col(NootRij.vragenset_id).in_(OPEN_SETS))):
        uit.setdefault(id, set()).add(f"{soort[0]}{nummer}")
    return uit
