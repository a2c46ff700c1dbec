"""The open sets by what they ask: their questions and notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.status import OPEN
from kamervragen.sets.rows import (
    NootRij,
    VraagRij,
    VragensetRij,
)
from kamervragen.sets.standrows import SetstandRij

# The ids of the sets that still run and were not sent yet, for a question about all of them.
OPEN_SETS = sa.select(col(SetstandRij.vragenset_id)).where(
    col(SetstandRij.open).is_(True), col(SetstandRij.status).in_([status.value for status in OPEN])
)


@dataclass(frozen=True, slots=True)
class Openzaak:
    """A set that still runs and was not sent yet, with the texts of its questions in order."""

    id: int
    sleutel: str
    zaaknummer: str | None
    onderwerp: str | None
    vragen: tuple[str, ...]


def open_zaken(sessie: Session) -> tuple[Openzaak, ...]:
    """All of them, and no more of each than tells what it is about."""
    van = (col(VragensetRij.id), col(VragensetRij.sleutel), col(VragensetRij.zaaknummer), col(VragensetRij.onderwerp))
    query = (
        sa.select(*van, col(VraagRij.tekst))
        .outerjoin(VraagRij, col(VraagRij.vragenset_id) == col(VragensetRij.id))
        .where(col(VragensetRij.id).in_(OPEN_SETS))
        .order_by(col(VragensetRij.id), col(VraagRij.volgorde))
    )
    per_set: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for *eigen, tekst in sessie.execute(query):
        per_set[tuple(eigen)] += [] if tekst is None else [tekst]
    return tuple(
        Openzaak(id, sleutel, zaaknummer, onderwerp, tuple(teksten))
        for (id, sleutel, zaaknummer, onderwerp), teksten in per_set.items()
    )


def vragen_van(sessie: Session, ids: Collection[int]) -> dict[int, list[VraagRij]]:
    """The questions of some sets, in order."""
    query = select(VraagRij).where(col(VraagRij.vragenset_id).in_(ids)).order_by(col(VraagRij.volgorde))
    uit: dict[int, list[VraagRij]] = defaultdict(list)
    for rij in sessie.exec(query):
        uit[rij.vragenset_id].append(rij)
    return uit


def noten_van(sessie: Session, ids: Collection[int] | sa.Select[int]) -> dict[int, list[NootRij]]:
    """The notes of some sets, in order."""
    volgorde = (col(NootRij.soort), col(NootRij.nummer))
    uit: dict[int, list[NootRij]] = defaultdict(list)
    for rij in sessie.exec(select(NootRij).where(col(NootRij.vragenset_id).in_(ids)).order_by(*volgorde)):
        uit[rij.vragenset_id].append(rij)
    return uit
