"""A number of the Kamer, and what it leads to here: the set of that number, or its official address."""

from __future__ import annotations

from sqlmodel import Session

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer
from kamervragen.storage import vragensets
from kamervragen.storage.tables import VragensetRij


def set_van(sessie: Session, nummer: str) -> VragensetRij | None:
    """The set a canonical number names: a Zaaknummer or an Aanhangselnummer."""
    try:
        if "Z" in nummer:
            return vragensets.op_zaaknummer(sessie, Zaaknummer.parse(nummer))
        if nummer.startswith("ah-"):
            return vragensets.op_aanhangselnummer(sessie, Aanhangselnummer.parse(nummer))
    except Ongeldig:
        return None
    return None
