"""Where sets stand: which of them a transaction touched, and the lists that are read from it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from kamervragen.core.store.days import dagen_tussen
from kamervragen.domain.status import Feit, Feitsoort
from kamervragen.mensen.rows import DirectieRij, GebruikerRij
from kamervragen.sets.rows import (
    EIGEN_VELDEN,
    AanhangselRij,
    AntwoordRij,
    AntwoordversieRij,
    AntwoordVraagRij,
    BetrokkeneRij,
    FeitRij,
    VraagRij,
    VragensetRij,
)
from kamervragen.sets.standrows import SetstandRij
from kamervragen.sets.store import overzichten
from kamervragen.sets.store.overzichten import Regel

_GERAAKT = "sets waarvan de stand kan zijn veranderd"
_VAN_SET = (FeitRij, VraagRij, AntwoordRij, BetrokkeneRij, AanhangselRij)
_VAN_ANTWOORD = (AntwoordversieRij, AntwoordVraagRij)
# An office as a list shows it.
AMBT: sa.ColumnElement[str] = sa.func.trim(
    col(BetrokkeneRij.functie) + " " + sa.func.coalesce(col(BetrokkeneRij.portefeuille), "")
)


def raak(sessie: Session, vragenset_id: int) -> None:
    """Says that something of this set may change in this transaction."""
    sessie.info.setdefault(_GERAAKT, set()).add(vragenset_id)


def geraakt(sessie: Session) -> set[int]:
    """The sets that this transaction wrote something of, since this was asked the last time."""
    sessie.flush()
    ids: set[int] = sessie.info.pop(_GERAAKT, set())
    if antwoorden := sessie.info.pop(_VAN_ANTWOORD, set()):
        query = sa.select(col(AntwoordRij.vragenset_id)).where(col(AntwoordRij.id).in_(antwoorden))
        ids |= set(sessie.execute(query).scalars())
    return ids


def note_touched(sessie: Session, _flush: Any) -> None:
    """Remembers of which sets this flush wrote something."""
    for rij in (*sessie.new, *sessie.dirty, *sessie.deleted):
        if isinstance(rij, VragensetRij):
            raak(sessie, rij.id)
        elif isinstance(rij, _VAN_SET):
            raak(sessie, rij.vragenset_id)
        elif isinstance(rij, _VAN_ANTWOORD):
            sessie.info.setdefault(_VAN_ANTWOORD, set()).add(rij.antwoord_id)


def bewaar(sessie: Session, standen: Collection[SetstandRij]) -> int:
    """Puts these in the place of what stood there. Returns how many were new or other than before."""
    ids = [stand.vragenset_id for stand in standen]
    oud = {rij.vragenset_id: rij for rij in sessie.execute(_van(ids)).scalars()} if ids else {}
    anders = [s for s in standen if s.vragenset_id not in oud or oud[s.vragenset_id].model_dump() != s.model_dump()]
    for stand in anders:
        sessie.merge(stand)
    sessie.flush()
    return len(anders)


def _van(ids: Sequence[int]) -> sa.Select[SetstandRij]:
    return sa.select(SetstandRij).where(col(SetstandRij.vragenset_id).in_(ids))


GEEN = "-"  # of a directie: none


class Wanneer(StrEnum):
    """Which open sets, by their last day against a day."""

    LAAT = "laat"
    VANDAAG = "vandaag"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Keuze:
    """What narrows a list of sets. `open` None is both; `op` is the day it is, `week` the last day of its week.

    `directie` is a code ('-' for none), `behandelaar` a name, `ambt` an office as written; `ingezonden` and `duur` are
    the first and the last day, and number of days to the answer, that count; `telt_mee` as for the figures.
    """

    op: date
    week: date
    woorden: tuple[str, ...] = ()
    open: bool | None = None
    wanneer: Wanneer | None = None
    status: str = ""
    directie: str = ""
    behandelaar: str = ""
    ambt: str = ""
    ingezonden: tuple[date, date] | None = None
    duur: tuple[int, int] | None = None
    teruggestuurd: str = ""
    telt_mee: bool = False


def open_regels(sessie: Session, op: date) -> list[Regel]:
    """Every open set by its last day, without its facts: for who shows a few of them, and asks those of the few."""
    return [_regel(rij, ()) for rij in _rijen(sessie, Keuze(op=op, week=op, open=True), 0, None)]


def regels(sessie: Session, keuze: Keuze, *, vanaf: int = 0, aantal: int | None = None) -> list[Regel]:
    """The sets of a choice: open ones by their last day, then the closed, newest first."""
    rijen = list(_rijen(sessie, keuze, vanaf, aantal))
    if not rijen:
        return []
    feiten = overzichten.feiten_van(sessie, col(FeitRij.vragenset_id).in_(_welke(keuze, rijen, aantal)))
    return [_regel(rij, tuple(feiten.get(rij.id, ()))) for rij in rijen]


def tel(sessie: Session, keuze: Keuze) -> int:
    """How many sets a choice holds."""
    query = sa.select(sa.func.count()).select_from(SetstandRij).where(*eisen(keuze))
    return int(sessie.execute(query).scalar_one())


def _rijen(sessie: Session, keuze: Keuze, vanaf: int, aantal: int | None) -> Sequence[Any]:
    if keuze.open is None:
        eerst = _rijen(sessie, replace(keuze, open=True), vanaf, aantal)
        rest = None if aantal is None else aantal - len(eerst)
        if rest == 0:
            return eerst
        voorbij = max(0, vanaf - tel(sessie, replace(keuze, open=True))) if vanaf else 0
        return (*eerst, *_rijen(sessie, replace(keuze, open=False), voorbij, rest))
    volgorde = (
        (col(SetstandRij.laatste_dag).asc().nulls_last(), col(SetstandRij.vragenset_id))
        if keuze.open
        else (col(SetstandRij.ingezonden).desc().nulls_last(), col(SetstandRij.vragenset_id).desc())
    )
    # Which sets stand on a page is told by the index alone; only those fifty are then read, on the last page as on the first.
    blad = sa.select(col(SetstandRij.vragenset_id)).where(*eisen(keuze)).order_by(*volgorde).offset(vanaf).limit(aantal)
    query = (
        sa.select(*_KOLOMMEN, col(GebruikerRij.naam), col(DirectieRij.code))
        .join(VragensetRij, col(VragensetRij.id) == col(SetstandRij.vragenset_id))
        .outerjoin(GebruikerRij, col(GebruikerRij.id) == col(SetstandRij.behandelaar_id))
        .outerjoin(DirectieRij, col(DirectieRij.id) == col(SetstandRij.directie_id))
        .where(*eisen(keuze) if aantal is None else (col(SetstandRij.vragenset_id).in_(blad),))
        .order_by(*volgorde)
    )
    return sessie.execute(query.offset(vanaf) if aantal is None else query).all()


def _regel(r: Any, feiten: tuple[Feit, ...]) -> Regel:
    return Regel(
        r.id,
        r.sleutel,
        r.zaaknummer,
        r.onderwerp,
        r.ingezonden,
        r.naam,
        r.code,
        tuple(r.indieners),
        r.vragen,
        r.beantwoord,
        feiten,
        r.instrument,
        r.kamer,
        r.debat,
        tuple(r.gericht_aan),
        r.behandelaar_id,
        r.directie_id,
        r.versie,
        r.status,
        r.laatste_dag,
        r.uitgesteld,
        {veld: getattr(r, veld) for veld in EIGEN_VELDEN},
    )


# A list reads what it shows and no more: of hundreds of rows the rest is most of the work.
_KOLOMMEN = (
    *(
        col(getattr(VragensetRij, naam))
        for naam in (
            *("id", "sleutel", "zaaknummer", "onderwerp", "ingezonden", "instrument", "kamer", "debat", "versie"),
            *EIGEN_VELDEN,
        )
    ),
    *(
        col(getattr(SetstandRij, naam))
        for naam in (
            "indieners",
            "gericht_aan",
            "vragen",
            "beantwoord",
            "status",
            "laatste_dag",
            "uitgesteld",
            "behandelaar_id",
            "directie_id",
        )
    ),
)


def _welke(keuze: Keuze, rijen: Sequence[Any], aantal: int | None) -> Any:
    """The sets that were read: by their ids, or, of a list without end, by the same choice."""
    if aantal is None:
        return sa.select(col(SetstandRij.vragenset_id)).where(*eisen(keuze))
    return [rij.id for rij in rijen]


def eisen(keuze: Keuze) -> Iterator[sa.ColumnElement[bool]]:
    """The conditions on `setstand` that hold the sets of a choice."""
    if keuze.open is not None:
        yield col(SetstandRij.open).is_(keuze.open)
    if keuze.status:
        yield col(SetstandRij.status) == keuze.status
    if keuze.wanneer is not None:
        dag = col(SetstandRij.laatste_dag)
        yield {
            Wanneer.LAAT: dag < keuze.op,
            Wanneer.VANDAAG: dag == keuze.op,
            Wanneer.WEEK: sa.and_(dag > keuze.op, dag <= keuze.week),
        }[keuze.wanneer]
    if keuze.directie == GEEN:
        yield col(SetstandRij.directie_id).is_(None)
    elif keuze.directie:
        code = sa.select(col(DirectieRij.id)).where(col(DirectieRij.code) == keuze.directie)
        yield col(SetstandRij.directie_id).in_(code)
    if keuze.behandelaar:
        naam = sa.select(col(GebruikerRij.id)).where(col(GebruikerRij.naam) == keuze.behandelaar)
        yield col(SetstandRij.behandelaar_id).in_(naam)
    if keuze.ambt:
        yield col(SetstandRij.vragenset_id).in_(
            sa.select(col(BetrokkeneRij.vragenset_id)).where(
                col(BetrokkeneRij.rol) == "gericht_aan", AMBT.in_((keuze.ambt,))
            )
        )
    if keuze.ingezonden:
        yield col(SetstandRij.ingezonden).between(*keuze.ingezonden)
    if keuze.duur:
        yield dagen_tussen(col(SetstandRij.ingezonden), col(SetstandRij.beantwoord_op)).between(*keuze.duur)
    if keuze.teruggestuurd:
        terug = sa.select(col(FeitRij.vragenset_id)).where(
            col(FeitRij.soort) == Feitsoort.TERUGGESTUURD.value,
            col(FeitRij.toelichting).startswith(f"{keuze.teruggestuurd}:", autoescape=True),
        )
        yield col(SetstandRij.vragenset_id).in_(terug)
    if keuze.telt_mee:
        yield col(SetstandRij.telt_mee).is_(True)
    for woord in keuze.woorden:
        mensen = sa.select(col(GebruikerRij.id)).where(
            sa.func.lower(col(GebruikerRij.naam)).contains(woord, autoescape=True)
        )
        yield sa.or_(
            col(SetstandRij.zoek).contains(woord, autoescape=True), col(SetstandRij.behandelaar_id).in_(mensen)
        )


def aantallen(sessie: Session, keuze: Keuze) -> dict[str, int]:
    """How many open sets of a choice are late, due today, due this week, and open at all; their days narrow nothing."""
    ruim = replace(keuze, open=True, wanneer=None)
    per = {w: sa.func.count().filter(*eisen(Keuze(op=keuze.op, week=keuze.week, wanneer=w))) for w in Wanneer}
    query = sa.select(sa.func.count(), *per.values()).select_from(SetstandRij).where(*eisen(ruim))
    open_, *gevonden = sessie.execute(query).one()
    return {"open": open_, **{w.value: aantal for w, aantal in zip(per, gevonden, strict=True)}}


@dataclass(frozen=True, slots=True)
class Deel:
    """How many open sets one person, or nobody, of one directie has in hand, and how many of them are late."""

    directie: str
    behandelaar: str
    behandelaar_id: int | None
    open: int
    laat: int


def verdeling(sessie: Session, op: date) -> tuple[Deel, ...]:
    """Who has the open sets in hand, by directie and name."""
    laat = sa.func.count().filter(col(SetstandRij.laatste_dag) < op)
    groep = (col(DirectieRij.code), col(GebruikerRij.naam), col(SetstandRij.behandelaar_id))
    query = (
        sa.select(*groep, sa.func.count(), laat)
        .select_from(SetstandRij)
        .outerjoin(DirectieRij, col(DirectieRij.id) == col(SetstandRij.directie_id))
        .outerjoin(GebruikerRij, col(GebruikerRij.id) == col(SetstandRij.behandelaar_id))
        .where(col(SetstandRij.open).is_(True))
        .group_by(*groep)
    )
    delen = (Deel(code or "", naam or "", id, n, te_laat) for code, naam, id, n, te_laat in sessie.execute(query))
    return tuple(sorted(delen, key=lambda d: (d.directie, d.behandelaar)))


def ambten(sessie: Session) -> set[str]:
    """The offices that sets are addressed to, as written."""
    # The columns as they are, and not the office made of them: so its index tells without reading a row of it.
    query = sa.select(col(BetrokkeneRij.functie), col(BetrokkeneRij.portefeuille)).distinct()
    rijen = sessie.execute(query.where(col(BetrokkeneRij.rol) == "gericht_aan"))
    return {f"{functie} {portefeuille or ''}".strip() for functie, portefeuille in rijen if functie}
