"""What is wrong in the record itself: one query over everything that can be, and the texts of open sets to look through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from kamervragen.domain.status import Feitsoort, Status
from kamervragen.storage import afscherming
from kamervragen.storage.overzichten import OPEN_SETS
from kamervragen.storage.tables import (
    AanhangselRij,
    AntwoordRij,
    AntwoordVraagRij,
    BetrokkeneRij,
    FeitRij,
    NootRij,
    SetstandRij,
    ToezeggingRij,
    VoorstelRij,
    VraagRij,
    VragensetRij,
)

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
    v, s = VragensetRij, SetstandRij
    id, ingezonden = col(v.id), col(v.ingezonden)

    def is_er(tabel: Any, *eisen: Any) -> Any:
        return sa.exists().where(col(tabel.vragenset_id) == id, *eisen)

    def waar(soort: Mankement, *eisen: Any, wat: Any = _LEEG) -> Any:
        naam = sa.literal(soort.value).label("soort")
        basis = sa.select(naam, id.label("id"), col(v.sleutel), col(v.onderwerp), wat.label("wat"))
        return basis.select_from(v).join(s, col(s.vragenset_id) == id).where(*eisen)

    feit, t = FeitRij, ToezeggingRij
    einde = sa.func.coalesce(col(t.interne_dag), col(t.venster_einde))
    voor_inzending = is_er(feit, col(feit.datum) < ingezonden, col(feit.soort).not_in([Feitsoort.GEREGISTREERD.value]))
    delen = (
        waar(Mankement.ZONDER_INZENDDAG, ingezonden.is_(None)),
        waar(Mankement.ZONDER_ZAAKNUMMER, col(v.zaaknummer).is_(None), col(s.open).is_(False)),
        waar(Mankement.ZONDER_VRAGEN, col(s.vragen) == 0),
        waar(Mankement.ZONDER_VRAGENSTELLER, ~is_er(BetrokkeneRij, col(BetrokkeneRij.rol) == "indiener"), col(s.open).is_(True)),
        waar(Mankement.INGEZONDEN_IN_TOEKOMST, ingezonden > op),
        waar(Mankement.ONTVANGEN_VOOR_INZENDING, col(v.ontvangen) < ingezonden),
        waar(Mankement.FEIT_VOOR_INZENDING, voor_inzending),
        waar(Mankement.DEBAT_VOOR_INZENDING, col(v.debat) <= ingezonden),
        waar(Mankement.TOEZEGGING_VOOR_HAAR_DAG, col(t.vragenset_id) == id, einde < col(t.gedaan_op), wat=col(t.zin)),
        waar(
            Mankement.LOS_ANTWOORD, col(AntwoordRij.vragenset_id) == id,
            ~sa.exists().where(col(AntwoordVraagRij.antwoord_id) == col(AntwoordRij.id)), wat=col(AntwoordRij.tekst),
        ),
        waar(Mankement.BEANTWOORD_ZONDER_ANTWOORD, col(s.status) == Status.ONTVANGEN.value, col(s.beantwoord) < col(s.vragen)),
        waar(
            Mankement.ZONDER_AANHANGSELNUMMER, col(s.status) == Status.ONTVANGEN.value, col(s.telt_mee).is_(True),
            col(s.beantwoord_op) < op - _GEEN_NUMMER_NA, ~is_er(AanhangselRij),
        ),
        waar(Mankement.TWEE_WAARDEN, is_er(VoorstelRij, col(VoorstelRij.besluit).is_(None))),
    )  # fmt: skip
    u = sa.union_all(*delen).subquery()
    rang = sa.func.row_number().over(partition_by=u.c.soort, order_by=(u.c.sleutel, u.c.wat)).label("rang")
    samen = sa.func.count().over(partition_by=u.c.soort).label("samen")
    geteld = sa.select(u, rang, samen).where(u.c.id.not_in(tuple(afscherming.verborgen(sessie)))).subquery()
    gevonden = sessie.execute(sa.select(geteld).where(geteld.c.rang <= hoogstens)).all()
    rijen = [Mankementrij(Mankement(r[0]), r[1], r[2], r[3] or "", r[4] or "") for r in gevonden]
    return rijen, {Mankement(r[0]): r[-1] for r in gevonden}


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
