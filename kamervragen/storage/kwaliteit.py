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


def alle(sessie: Session, op: date) -> list[Mankementrij]:
    """Everything that a query can find, by kind. One query."""
    v, s = VragensetRij, SetstandRij
    id, ingezonden = col(v.id), col(v.ingezonden)

    def is_er(tabel: Any, *eisen: Any) -> Any:
        return sa.exists().where(col(tabel.vragenset_id) == id, *eisen)

    def waar(soort: Mankement, *eisen: Any, wat: Any = _LEEG) -> Any:
        basis = sa.select(sa.literal(soort.value), id, col(v.sleutel), col(v.onderwerp), wat)
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
    weg = afscherming.verborgen(sessie)
    gevonden = sessie.execute(sa.select(sa.union_all(*delen).subquery()))
    return [Mankementrij(Mankement(r[0]), r[1], r[2], r[3] or "", r[4] or "") for r in gevonden if r[1] not in weg]


# The sets that are open.
_OPEN = sa.select(col(SetstandRij.vragenset_id)).where(col(SetstandRij.open).is_(True))


def open_teksten(sessie: Session) -> list[tuple[VragensetRij, str, str]]:
    """Of every open set the questions and answers: set, place, text."""
    uit: list[tuple[VragensetRij, str, str]] = []
    for rij, label, tekst in sessie.execute(
        sa.select(VragensetRij, col(VraagRij.label), col(VraagRij.tekst))
        .join(VraagRij, col(VraagRij.vragenset_id) == col(VragensetRij.id))
        .where(col(VragensetRij.id).in_(_OPEN))
    ):
        uit.append((rij, f"vraag-{label}", tekst))
    eerste = (
        sa.select(sa.func.min(col(VraagRij.label)))
        .join(AntwoordVraagRij, col(AntwoordVraagRij.vraag_id) == col(VraagRij.id))
        .where(col(AntwoordVraagRij.antwoord_id) == col(AntwoordRij.id))
        .correlate(AntwoordRij)
        .scalar_subquery()
    )
    for rij, label, tekst in sessie.execute(
        sa.select(VragensetRij, eerste, col(AntwoordRij.tekst))
        .join(AntwoordRij, col(AntwoordRij.vragenset_id) == col(VragensetRij.id))
        .where(col(VragensetRij.id).in_(_OPEN))
    ):
        uit.append((rij, f"antwoord-{label}", tekst))
    return uit


def open_noten(sessie: Session) -> dict[int, set[str]]:
    """Of every open set the marks that it has notes for, as '^v1'."""
    uit: dict[int, set[str]] = {}
    vraag = sa.select(col(NootRij.vragenset_id), col(NootRij.soort), col(NootRij.nummer))
    for id, soort, nummer in sessie.execute(vraag.where(col(NootRij.vragenset_id).in_(_OPEN))):
        uit.setdefault(id, set()).add(f"{soort[0]}{nummer}")
    return uit
