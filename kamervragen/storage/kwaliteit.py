"""What is wrong in the record itself: one query over everything that can be, and the texts of open sets to look through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from kamervragen.core.store import sight
from kamervragen.domain.status import Feitsoort, Status
from kamervragen.register.rows import ToezeggingRij
from kamervragen.sets.rows import (
    AanhangselRij,
    AntwoordRij,
    AntwoordVraagRij,
    BetrokkeneRij,
    FeitRij,
    NootRij,
    VoorstelRij,
    VraagRij,
    VragensetRij,
)
from kamervragen.sets.standrows import SetstandRij, TebezienRij
from kamervragen.sets.store.overzichten import OPEN_SETS

_GEEN_NUMMER_NA = timedelta(days=30)


class Mankement(StrEnum):
    """What can be wrong with a set, besides what still blocks its sending."""

    ZONDER_INZENDDAG = "zonder_inzenddag"
    ZONDER_ZAAKNUMMER = "zonder_zaaknummer"
    ZONDER_VRAGEN = "zonder_vragen"
    ZONDER_VRAGENSTELLER = "zonder_vragensteller"
    INGEZONDEN_IN_TOEKOMST = "ingezonden_in_toekomst"
    ONTVANGEN_VOOR_INZENDING = "ontvangen_voor_inzending"
    FEIT_VOOR_INZENDING = "feit_voor_inzending"
    DEBAT_VOOR_INZENDING = "debat_voor_inzending"
    TOEZEGGING_VOOR_HAAR_DAG = "toezegging_voor_haar_dag"
    LOS_ANTWOORD = "los_antwoord"
    BEANTWOORD_ZONDER_ANTWOORD = "beantwoord_zonder_antwoord"
    ZONDER_AANHANGSELNUMMER = "zonder_aanhangselnummer"
    TWEE_WAARDEN = "twee_waarden"
    NOOT_ONTBREEKT = "noot_ontbreekt"
    VERWIJZING_LEIDT_NERGENS = "verwijzing_leidt_nergens"


@dataclass(frozen=True, slots=True)
class Mankementrij:
    """Something wrong: with which set, what it is about, and for a text where it stands, as 'antwoord-3'."""

    soort: Mankement
    vragenset_id: int
    sleutel: str
    onderwerp: str
    wat: str
    plaats: str = ""


_LEEG: Any = sa.literal("", sa.String())


def alle(sessie: Session, op: date, *, hoogstens: int) -> tuple[list[Mankementrij], dict[Mankement, int]]:
    """What a query can find: of each kind so many, and how many there are. One query."""
    te_bezien = col(VragensetRij.id).in_(sa.select(col(TebezienRij.vragenset_id)))
    u = sa.union_all(*_in_de_set(te_bezien, op - _GEEN_NUMMER_NA), *_erbij(op)).subquery()
    rang = sa.func.row_number().over(partition_by=u.c.soort, order_by=(u.c.sleutel, u.c.wat)).label("rang")
    samen = sa.func.count().over(partition_by=u.c.soort).label("samen")
    geteld = sa.select(u, rang, samen).where(u.c.id.not_in(tuple(sight.verborgen(sessie)))).subquery()
    gevonden = sessie.execute(sa.select(geteld).where(geteld.c.rang <= hoogstens)).all()
    rijen = [Mankementrij(Mankement(r[0]), r[1], r[2], r[3] or "", r[4] or "") for r in gevonden]
    return rijen, {Mankement(r[0]): r[-1] for r in gevonden}


def merk(sessie: Session, ids: Sequence[int]) -> int:
    """Keeps of these sets whether something may be wrong in them. Returns of how many that is other than it was."""
    was = set(
        sessie.execute(sa.select(col(TebezienRij.vragenset_id)).where(col(TebezienRij.vragenset_id).in_(ids))).scalars()
    )
    is_ = verdacht(sessie, ids)
    if weg := was - is_:
        sessie.execute(sa.delete(TebezienRij).where(col(TebezienRij.vragenset_id).in_(weg)))
    if erbij := is_ - was:
        sessie.execute(sa.insert(TebezienRij), [{"vragenset_id": id} for id in sorted(erbij)])
    return len(was ^ is_)


def verdacht(sessie: Session, ids: Sequence[int]) -> set[int]:
    """Those of these sets in which something is wrong whatever day it is, or will be if nothing is added to them."""
    u = sa.union_all(*_in_de_set(col(VragensetRij.id).in_(ids), date.max)).subquery()
    return set(sessie.execute(sa.select(u.c.id)).scalars())


def _in_de_set(welke: sa.ColumnElement[bool], nummer_voor: date) -> Iterator[Any]:
    """What follows from a set and its standing alone. It may lack its number when it was answered before that day."""
    v, s, feit = VragensetRij, SetstandRij, FeitRij
    ingezonden, ontvangen = col(v.ingezonden), col(s.status) == Status.ONTVANGEN.value
    eisen: dict[Mankement, tuple[Any, ...]] = {
        Mankement.ZONDER_INZENDDAG: (ingezonden.is_(None),),
        Mankement.ZONDER_ZAAKNUMMER: (col(v.zaaknummer).is_(None), col(s.open).is_(False)),
        Mankement.ZONDER_VRAGEN: (col(s.vragen) == 0,),
        Mankement.ZONDER_VRAGENSTELLER: (~_is_er(BetrokkeneRij, col(BetrokkeneRij.rol) == "indiener"), col(s.open).is_(True)),
        Mankement.ONTVANGEN_VOOR_INZENDING: (col(v.ontvangen) < ingezonden,),
        Mankement.FEIT_VOOR_INZENDING: (
            _is_er(feit, col(feit.datum) < ingezonden, col(feit.soort).not_in([Feitsoort.GEREGISTREERD.value])),
        ),
        Mankement.DEBAT_VOOR_INZENDING: (col(v.debat) <= ingezonden,),
        Mankement.BEANTWOORD_ZONDER_ANTWOORD: (ontvangen, col(s.beantwoord) < col(s.vragen)),
        Mankement.ZONDER_AANHANGSELNUMMER: (
            ontvangen, col(s.telt_mee).is_(True), col(s.beantwoord_op) < nummer_voor, ~_is_er(AanhangselRij),
        ),
    }  # fmt: skip
    for soort, eis in eisen.items():
        yield _waar(soort, welke, *eis)
    yield _waar(
        Mankement.LOS_ANTWOORD, welke, col(AntwoordRij.vragenset_id) == col(v.id),
        ~sa.exists().where(col(AntwoordVraagRij.antwoord_id) == col(AntwoordRij.id)), wat=col(AntwoordRij.tekst),
    )  # fmt: skip


def _erbij(op: date) -> Iterator[Any]:
    """What also follows from what is kept apart from it: the day it is, what it promises, what is still to be chosen."""
    t = ToezeggingRij
    einde = sa.func.coalesce(col(t.interne_dag), col(t.venster_einde))
    yield _waar(Mankement.INGEZONDEN_IN_TOEKOMST, col(VragensetRij.ingezonden) > op)
    yield _waar(
        Mankement.TOEZEGGING_VOOR_HAAR_DAG, col(t.vragenset_id) == col(VragensetRij.id), einde < col(t.gedaan_op),
        wat=col(t.zin),
    )  # fmt: skip
    dubbel = sa.select(col(VoorstelRij.vragenset_id)).where(col(VoorstelRij.besluit).is_(None))
    yield _waar(Mankement.TWEE_WAARDEN, col(VragensetRij.id).in_(dubbel))


def _is_er(tabel: Any, *eisen: Any) -> Any:
    return sa.exists().where(col(tabel.vragenset_id) == col(VragensetRij.id), *eisen)


def _waar(soort: Mankement, *eisen: Any, wat: Any = _LEEG) -> Any:
    v, s = VragensetRij, SetstandRij
    basis = sa.select(
        sa.literal(soort.value).label("soort"),
        col(v.id).label("id"),
        col(v.sleutel),
        col(v.onderwerp),
        wat.label("wat"),
    )
    return basis.select_from(v).join(s, col(s.vragenset_id) == col(v.id)).where(*eisen)


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
    vraag = sa.select(*_VAN_SET, col(VraagRij.label), col(VraagRij.tekst)).join(
        VraagRij, col(VraagRij.vragenset_id) == col(VragensetRij.id)
    )
    return [Opentekst(*rij) for rij in sessie.execute(vraag.where(col(VragensetRij.id).in_(OPEN_SETS)))]


def open_antwoorden(sessie: Session) -> list[Opentekst]:
    """Every answer of every open set, by the first of its questions."""
    eerste = (
        sa.select(sa.func.min(col(VraagRij.label)))
        .join(AntwoordVraagRij, col(AntwoordVraagRij.vraag_id) == col(VraagRij.id))
        .where(col(AntwoordVraagRij.antwoord_id) == col(AntwoordRij.id))
        .correlate(AntwoordRij)
        .scalar_subquery()
    )
    vraag = sa.select(*_VAN_SET, eerste, col(AntwoordRij.tekst)).join(
        AntwoordRij, col(AntwoordRij.vragenset_id) == col(VragensetRij.id)
    )
    open_ = vraag.where(col(VragensetRij.id).in_(OPEN_SETS), col(AntwoordRij.tekst) != "")
    return [Opentekst(*rij) for rij in sessie.execute(open_)]


def open_noten(sessie: Session) -> dict[int, set[str]]:
    """Of every open set the marks that it has notes for, as '^v1'."""
    uit: dict[int, set[str]] = {}
    vraag = sa.select(col(NootRij.vragenset_id), col(NootRij.soort), col(NootRij.nummer))
    for id, soort, nummer in sessie.execute(vraag.where(col(NootRij.vragenset_id).in_(OPEN_SETS))):
        uit.setdefault(id, set()).add(f"{soort[0]}{nummer}")
    return uit
