"""Which column is which field, remembered per kind of list and headings."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session, select

from kamervragen.lijsten.rows import KolomkeuzeRij


def keuze(sessie: Session, soort: str, koppen: Sequence[str]) -> dict[str, int] | None:
    """What somebody chose for these headings before."""
    rij = _rij(sessie, soort, koppen)
    return dict(rij.velden) if rij else None


def onthoud(
    sessie: Session, soort: str, koppen: Sequence[str], velden: Mapping[str, int], *, actor: str, moment: datetime
) -> None:
    rij = _rij(sessie, soort, koppen) or KolomkeuzeRij(
        soort=soort, koppen=_afdruk(koppen), velden={}, actor=actor, moment=moment
    )
    rij.velden, rij.actor, rij.moment = dict(velden), actor, moment
    sessie.add(rij)
    sessie.flush()


def _rij(sessie: Session, soort: str, koppen: Sequence[str]) -> KolomkeuzeRij | None:
    gelijk = (KolomkeuzeRij.soort == soort, KolomkeuzeRij.koppen == _afdruk(koppen))
    return sessie.exec(select(KolomkeuzeRij).where(*gelijk)).first()


def _afdruk(koppen: Sequence[str]) -> str:
    return hashlib.sha256("\x1f".join(kop.casefold() for kop in koppen).encode()).hexdigest()
