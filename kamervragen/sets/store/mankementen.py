"""What can be wrong with a set, and a mark beside each in which something may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from kamervragen.domain.status import Feitsoort, Status
from kamervragen.sets.rows import AanhangselRij, AntwoordRij, AntwoordVraagRij, BetrokkeneRij, FeitRij, VragensetRij
from kamervragen.sets.standrows import SetstandRij, TebezienRij

_LEEG: Any = sa.literal("", sa.String())


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
    u = sa.union_all(*in_de_set(col(VragensetRij.id).in_(ids), date.max)).subquery()
    return set(sessie.execute(sa.select(u.c.id)).scalars())


def in_de_set(welke: sa.ColumnElement[bool], nummer_voor: date) -> Iterator[Any]:
    """What follows from a set and its standing alone. It may lack its number when it was answered before that day."""
    v, s, feit = VragensetRij, SetstandRij, FeitRij
    ingezonden, ontvangen = col(v.ingezonden), col(s.status) == Status.ONTVANGEN.value
    eisen: dict[Mankement, tuple[Any, ...]] = {
        Mankement.ZONDER_INZENDDAG: (ingezonden.is_(None),),
        Mankement.ZONDER_ZAAKNUMMER: (col(v.zaaknummer).is_(None), col(s.open).is_(False)),
        Mankement.ZONDER_VRAGEN: (col(s.vragen) == 0,),
        Mankement.ZONDER_VRAGENSTELLER: (
            ~is_er(BetrokkeneRij, col(BetrokkeneRij.rol) == "indiener"),
            col(s.open).is_(True),
        ),
        Mankement.ONTVANGEN_VOOR_INZENDING: (col(v.ontvangen) < ingezonden,),
        Mankement.FEIT_VOOR_INZENDING: (
            is_er(feit, col(feit.datum) < ingezonden, col(feit.soort).not_in([Feitsoort.GEREGISTREERD.value])),
        ),
        Mankement.DEBAT_VOOR_INZENDING: (col(v.debat) <= ingezonden,),
        Mankement.BEANTWOORD_ZONDER_ANTWOORD: (ontvangen, col(s.beantwoord) < col(s.vragen)),
        Mankement.ZONDER_AANHANGSELNUMMER: (
            ontvangen,
            col(s.telt_mee).is_(True),
            col(s.beantwoord_op) < nummer_voor,
            ~is_er(AanhangselRij),
        ),
    }
    for soort, eis in eisen.items():
        yield waar(soort, welke, *eis)
    yield waar(
        Mankement.LOS_ANTWOORD,
        welke,
        col(AntwoordRij.vragenset_id) == col(v.id),
        ~sa.exists().where(col(AntwoordVraagRij.antwoord_id) == col(AntwoordRij.id)),
        wat=col(AntwoordRij.tekst),
    )


def is_er(tabel: Any, *eisen: Any) -> Any:
    return sa.exists().where(col(tabel.vragenset_id) == col(VragensetRij.id), *eisen)


def waar(soort: Mankement, *eisen: Any, wat: Any = _LEEG) -> Any:
    v, s = VragensetRij, SetstandRij
    basis = sa.select(
        sa.literal(soort.value).label("soort"),
        col(v.id).label("id"),
        col(v.sleutel),
        col(v.onderwerp),
        wat.label("wat"),
    )
    return basis.select_from(v).join(s, col(s.vragenset_id) == col(v.id)).where(*eisen)
