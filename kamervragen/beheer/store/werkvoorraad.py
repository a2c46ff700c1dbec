"""What one person has in hand, and giving it to another."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.toezegging import LOPEND
from kamervragen.hergebruik.rows import PassageRij
from kamervragen.lijn.rows import BijdrageverzoekRij, LijnstapRij, ParaafRij, ToewijzingRij
from kamervragen.mensen.rows import GebruikerRij
from kamervragen.register.rows import ToezeggingRij
from kamervragen.sets.rows import FeitRij, VragensetRij

_Rij = TypeVar("_Rij", ToewijzingRij, BijdrageverzoekRij, ParaafRij)


@dataclass(frozen=True, slots=True)
class Werkvoorraad:
    """What waits for one person: rows, each kind by itself."""

    sets: tuple[VragensetRij, ...]
    toewijzingen: tuple[tuple[ToewijzingRij, VragensetRij], ...]
    gevraagd: tuple[tuple[BijdrageverzoekRij, VragensetRij], ...]
    vroeg: tuple[tuple[BijdrageverzoekRij, VragensetRij], ...]
    parafen: tuple[tuple[ParaafRij, VragensetRij], ...]
    lijnstappen: tuple[LijnstapRij, ...]
    toezeggingen: tuple[ToezeggingRij, ...]
    passages: tuple[PassageRij, ...]


def van(sessie: Session, mens: GebruikerRij, gesloten: Collection[str]) -> Werkvoorraad:
    """Everything open of a person. `gesloten` are the facts that end a set."""
    af = sa.select(col(FeitRij.vragenset_id)).where(col(FeitRij.soort).in_(gesloten))
    sets = select(VragensetRij).where(VragensetRij.behandelaar_id == mens.id, col(VragensetRij.id).not_in(af))
    verzoek_open = sa.and_(col(BijdrageverzoekRij.besluit).is_(None), col(VragensetRij.id).not_in(af))
    toezeggingen = select(ToezeggingRij).where(
        ToezeggingRij.dossierhouder == mens.naam, col(ToezeggingRij.status).in_([s.value for s in LOPEND])
    )
    return Werkvoorraad(
        sets=tuple(sessie.exec(sets.order_by(col(VragensetRij.id)))),
        toewijzingen=_geldig(
            sessie,
            _met_set(
                sessie,
                ToewijzingRij,
                col(ToewijzingRij.behandelaar_id) == mens.id,
                _duurt_voort(),
                col(VragensetRij.id).not_in(af),
            ),
        ),
        gevraagd=_met_set(sessie, BijdrageverzoekRij, col(BijdrageverzoekRij.gebruiker_id) == mens.id, verzoek_open),
        vroeg=_met_set(sessie, BijdrageverzoekRij, col(BijdrageverzoekRij.actor_id) == mens.id, verzoek_open),
        parafen=_met_set(
            sessie,
            ParaafRij,
            col(ParaafRij.gebruiker_id) == mens.id,
            col(ParaafRij.besluit).is_(None),
            col(VragensetRij.id).not_in(af),
        ),
        lijnstappen=tuple(sessie.exec(select(LijnstapRij).where(LijnstapRij.gebruiker_id == mens.id))),
        toezeggingen=tuple(sessie.exec(toezeggingen.order_by(col(ToezeggingRij.id)))),
        passages=tuple(sessie.exec(select(PassageRij).where(PassageRij.eigenaar_id == mens.id))),
    )


def geef(voorraad: Werkvoorraad, naar: GebruikerRij) -> None:
    """Puts another person in the place of the first, but for the sets and assignments: those are assigned anew."""
    for verzoek, _ in voorraad.gevraagd:
        verzoek.gebruiker_id, verzoek.aan = naar.id, naar.naam
        verzoek.versie += 1
    for verzoek, _ in voorraad.vroeg:
        verzoek.actor_id = naar.id
    for paraaf, _ in voorraad.parafen:
        paraaf.gebruiker_id = naar.id
        paraaf.versie += 1
    for stap in voorraad.lijnstappen:
        stap.gebruiker_id = naar.id
    for toezegging in voorraad.toezeggingen:
        toezegging.dossierhouder = naar.naam
        toezegging.versie += 1
    for passage in voorraad.passages:
        passage.eigenaar_id = naar.id
        passage.versie += 1


def _duurt_voort() -> sa.ColumnElement[bool]:
    """An assignment of some questions that is open or was accepted; that of a whole set goes with the set."""
    return sa.and_(
        sa.or_(col(ToewijzingRij.besluit).is_(None), col(ToewijzingRij.besluit) == "aanvaard"),
        sa.cast(col(ToewijzingRij.labels), sa.Text) != "[]",
    )


def _geldig(
    sessie: Session, rijen: Sequence[tuple[ToewijzingRij, VragensetRij]]
) -> tuple[tuple[ToewijzingRij, VragensetRij], ...]:
    """Without those that a later assignment of the same questions, or of the whole set, took the place of."""
    sets = {rij.vragenset_id for rij, _ in rijen}
    alle = list(sessie.exec(select(ToewijzingRij).where(col(ToewijzingRij.vragenset_id).in_(sets)))) if sets else []

    def later(een: ToewijzingRij, ander: ToewijzingRij) -> bool:
        zelfde = een.vragenset_id == ander.vragenset_id and (ander.id) > (een.id)
        return zelfde and (not ander.labels or bool(set(een.labels) & set(ander.labels)))

    return tuple(paar for paar in rijen if not any(later(paar[0], ander) for ander in alle))


def _met_set(
    sessie: Session, tabel: type[_Rij], *eisen: sa.ColumnElement[bool]
) -> tuple[tuple[_Rij, VragensetRij], ...]:
    query = (
        sa.select(tabel, VragensetRij)
        .join(VragensetRij, col(VragensetRij.id) == col(tabel.vragenset_id))
        .where(*eisen)
        .order_by(col(tabel.id))
    )
    return tuple((rij, vragenset) for rij, vragenset in sessie.execute(query))
