"""Counts over sets, grouped where they lie: what figures are made of, whatever the number of sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from kamervragen.core.store.days import dagen_tussen
from kamervragen.domain.status import Feitsoort
from kamervragen.mensen.rows import DirectieRij
from kamervragen.sets.rows import BetrokkeneRij, FeitRij, VragensetRij
from kamervragen.sets.standrows import SetstandRij
from kamervragen.sets.store.standen import AMBT, Keuze, eisen


@dataclass(frozen=True, slots=True)
class Telling:
    """So many sets of a group: answered in `dagen`, or, without, still open; `laat` past their last day."""

    groep: str
    dagen: int | None
    laat: bool
    aantal: int


_DUUR = dagen_tussen(col(SetstandRij.ingezonden), col(SetstandRij.beantwoord_op))
_MAAND = sa.extract("year", col(SetstandRij.ingezonden)) * 100 + sa.extract("month", col(SetstandRij.ingezonden))


def per_maand(sessie: Session, keuze: Keuze) -> list[Telling]:
    """Per month of sending in, as '2026-06'."""
    return [
        Telling(f"{maand // 100}-{maand % 100:02}", dagen, laat, aantal)
        for maand, dagen, laat, aantal in _tel(sessie, keuze, _MAAND)
    ]


def per_directie(sessie: Session, keuze: Keuze) -> list[Telling]:
    """Per code of a directie, or '' for none."""
    codes = {rij[0]: rij[1] for rij in sessie.execute(sa.select(col(DirectieRij.id), col(DirectieRij.code)))}
    return [
        Telling(codes.get(id, ""), dagen, laat, aantal)
        for id, dagen, laat, aantal in _tel(sessie, keuze, col(SetstandRij.directie_id))
    ]


def per_ambt(sessie: Session, keuze: Keuze) -> list[Telling]:
    """Per office that was asked; a set put to two counts with both, one put to nobody with ''."""
    rijen = _tel(sessie, keuze, sa.func.coalesce(AMBT, ""), bij=True)
    return [Telling(*rij) for rij in rijen]


def _tel(sessie: Session, keuze: Keuze, groep: Any, *, bij: bool = False) -> list[tuple[Any, int | None, bool, int]]:
    laat = sa.and_(col(SetstandRij.open).is_(True), col(SetstandRij.laatste_dag) < keuze.op)
    laat = sa.func.coalesce(laat, sa.false())
    query = sa.select(groep, _DUUR, laat, sa.func.count()).select_from(SetstandRij)
    if bij:
        ambt = sa.and_(
            col(BetrokkeneRij.vragenset_id) == col(SetstandRij.vragenset_id), col(BetrokkeneRij.rol) == "gericht_aan"
        )
        query = query.outerjoin(BetrokkeneRij, ambt)
    query = query.where(*eisen(keuze)).group_by(groep, _DUUR, laat)
    return [(g, d, bool(te_laat), n) for g, d, te_laat, n in sessie.execute(query)]


@dataclass(frozen=True, slots=True)
class Openstaand:
    """So many open sets in a status, sent in and due on a day, in this status since a day."""

    status: str
    ingezonden: date | None
    laatste_dag: date | None
    sinds: date | None


def openstaand(sessie: Session, keuze: Keuze) -> list[Openstaand]:
    """Every open set of a choice."""
    kolommen = (SetstandRij.status, SetstandRij.ingezonden, SetstandRij.laatste_dag, SetstandRij.sinds)
    query = sa.select(*(col(kolom) for kolom in kolommen)).where(*eisen(keuze))
    return [Openstaand(*rij) for rij in sessie.execute(query)]


def teruggestuurd(sessie: Session, keuze: Keuze) -> list[str]:
    """What was written at every sending back of a set of a choice."""
    query = (
        sa.select(col(FeitRij.toelichting))
        .join(SetstandRij, col(SetstandRij.vragenset_id) == col(FeitRij.vragenset_id))
        .where(col(FeitRij.soort) == Feitsoort.TERUGGESTUURD.value, col(SetstandRij.teruggestuurd) > 0, *eisen(keuze))
    )
    return [tekst or "" for tekst in sessie.execute(query).scalars()]


def jaren(sessie: Session) -> tuple[int, ...]:
    """The years in which sets were sent in, newest first."""
    # Apart, each is the end of an index; in one they are a walk along all of it.
    einden = (sa.select(van(col(VragensetRij.ingezonden))).scalar_subquery() for van in (sa.func.min, sa.func.max))
    eerste, laatste = sessie.execute(sa.select(*einden)).one()
    return tuple(range(laatste.year, eerste.year - 1, -1)) if eerste else ()
