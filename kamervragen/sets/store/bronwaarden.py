"""Fields of a set that a person mended, with what the document says beside it."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.sets.rows import BronwaardeRij


def van_set(sessie: Session, vragenset_id: int) -> dict[str, BronwaardeRij]:
    """The mended fields of a set by their name."""
    rijen = sessie.exec(select(BronwaardeRij).where(BronwaardeRij.vragenset_id == vragenset_id))
    return {rij.veld: rij for rij in rijen}


def onthoud(
    sessie: Session, vragenset_id: int, veld: str, waarde: str, *, bron: str, actor: str, moment: datetime
) -> None:
    """Keeps what the source says of a field when it is first mended; later mends leave it as it is."""
    if veld not in van_set(sessie, vragenset_id):
        sessie.add(
            BronwaardeRij(vragenset_id=vragenset_id, veld=veld, waarde=waarde, bron=bron, actor=actor, moment=moment)
        )
        sessie.flush()


def vergeet(sessie: Session, vragenset_id: int, veld: str) -> None:
    """The field follows its source again."""
    sessie.execute(
        sa.delete(BronwaardeRij).where(col(BronwaardeRij.vragenset_id) == vragenset_id, col(BronwaardeRij.veld) == veld)
    )
