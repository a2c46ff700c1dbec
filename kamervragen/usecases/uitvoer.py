"""Documents go out."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from kamervragen.documents.writers import aanhangsel as aanhangsel_writer
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer
from kamervragen.domain.rollen import Handeling
from kamervragen.settings import SJABLONEN
from kamervragen.storage import vragensets
from kamervragen.storage.engine import lezen
from kamervragen.storage.tables import VragensetRij
from kamervragen.usecases.handeling import Huis, Wie, handeling


@dataclass(frozen=True, slots=True)
class Bestand:
    """A document ready to leave."""

    naam: str
    data: bytes


def aanhangsel(huis: Huis, wie: Wie, sleutel: str) -> Bestand:
    """The registered answer of a set as Word. :raises Ongeldig: a set without questions."""
    with handeling(huis, wie, Handeling.EXPORTEREN, sleutel) as werk:
        rij = werk.set(sleutel)
        assert rij.id is not None
        vragenset = vragensets.laad(werk.sessie, rij.id)
        if not vragenset.vragen and not vragenset.antwoorden:
            raise Ongeldig(f"{sleutel} heeft nog geen vragen. Neem eerst het document met de vragen in.")
    data = aanhangsel_writer.render(vragenset, SJABLONEN / aanhangsel_writer.SJABLOON)
    return Bestand(aanhangsel_writer.bestandsnaam(vragenset, sleutel), data)


def naar_map(huis: Huis, wie: Wie, nummer: str, folder: Path) -> tuple[Path, ...]:
    """Writes the documents of a set, named by any of its numbers, to a folder. Returns the paths written."""
    bestand = aanhangsel(huis, wie, zoek_sleutel(huis, nummer))
    doel = folder / bestand.naam
    try:
        folder.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(bestand.data)
    except OSError as fout:
        raise Ongeldig(f"{doel} kan niet worden geschreven: {fout.strerror}. Kies een andere map.") from fout
    return (doel,)


def zoek_sleutel(huis: Huis, nummer: str) -> str:
    """The key of the set with this sleutel, Zaaknummer or Aanhangselnummer. :raises NietGevonden: none has it."""
    with lezen(huis.engine) as sessie:
        rij = _op_nummer(sessie, nummer.strip())
    if rij is None:
        raise NietGevonden(f"Geen set met nummer {nummer}. Gebruik KV-000001, 2026Z08701 of ah-tk-20252026-1966.")
    return rij.sleutel


def _op_nummer(sessie: Session, nummer: str) -> VragensetRij | None:
    if rij := vragensets.op_sleutel(sessie, nummer.upper()):
        return rij
    with suppress(Ongeldig):
        return vragensets.op_zaaknummer(sessie, Zaaknummer.parse(nummer.upper()))
    with suppress(Ongeldig):
        return vragensets.op_aanhangselnummer(sessie, Aanhangselnummer.parse(nummer))
    return None
