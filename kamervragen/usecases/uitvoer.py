"""What leaves, and by which number a set is asked for."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from sqlmodel import Session

from kamervragen.core.act import Huis
from kamervragen.core.store.engine import lezen
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import vragensets


@dataclass(frozen=True, slots=True)
class Bestand:
    """A document ready to leave."""

    naam: str
    data: bytes


def zoek_sleutel(huis: Huis, nummer: str) -> str:
    """The key of the set with this sleutel, Zaaknummer or Aanhangselnummer. :raises NietGevonden: none has it."""
    with lezen(huis.engine) as sessie:
        rij = _op_nummer(sessie, nummer.strip())
    if rij is None:
        raise NietGevonden(
            "Geen set met nummer %(nummer)s. Gebruik KV-000001, 2026Z08701 of ah-tk-20252026-1966.", nummer=nummer
        )
    return rij.sleutel


def _op_nummer(sessie: Session, nummer: str) -> VragensetRij | None:
    if rij := vragensets.op_sleutel(sessie, nummer.upper()):
        return rij
    with suppress(Ongeldig):
        return vragensets.op_zaaknummer(sessie, Zaaknummer.parse(nummer.upper()))
    with suppress(Ongeldig):
        return vragensets.op_aanhangselnummer(sessie, Aanhangselnummer.parse(nummer))
    return None
