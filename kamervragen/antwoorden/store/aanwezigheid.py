"""Who looked at which question when, the last time: one row a person and question, and old ones go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session, col

from kamervragen.antwoorden.rows import AanwezigheidRij
from kamervragen.mensen.rows import GebruikerRij

_OUD = timedelta(days=30)  # so long one finds back what he had open


@dataclass(frozen=True, slots=True)
class Aanwezige:
    """Someone at a question; `bewerkt` tells whether he types."""

    gebruiker_id: int
    naam: str
    bewerkt: bool


def meld(sessie: Session, vragenset_id: int, label: str, gebruiker_id: int, *, bewerkt: bool, moment: datetime) -> None:
    """Puts someone at a question, and forgets what nobody had open for a month."""
    rij = AanwezigheidRij
    eigen = (col(rij.vragenset_id) == vragenset_id, col(rij.label) == label, col(rij.gebruiker_id) == gebruiker_id)
    sessie.execute(sa.delete(rij).where(sa.or_(col(rij.moment) < moment - _OUD, sa.and_(*eigen))))
    sessie.add(rij(vragenset_id=vragenset_id, label=label, gebruiker_id=gebruiker_id, bewerkt=bewerkt, moment=moment))
    sessie.flush()


def sinds(sessie: Session, vragenset_id: int, label: str, moment: datetime) -> tuple[Aanwezige, ...]:
    """Who was at a question at or after this moment, by name."""
    rij = AanwezigheidRij
    rijen = sessie.execute(
        sa.select(col(rij.gebruiker_id), col(GebruikerRij.naam), col(rij.bewerkt))
        .join(GebruikerRij, col(GebruikerRij.id) == col(rij.gebruiker_id))
        .where(col(rij.vragenset_id) == vragenset_id, col(rij.label) == label, col(rij.moment) >= moment)
        .order_by(col(GebruikerRij.naam))
    )
    return tuple(Aanwezige(*r) for r in rijen)
