"""A number of the Kamer, and what it leads to: the set of that number here, or its official address."""

from __future__ import annotations

import re
from contextlib import suppress

from sqlmodel import Session

from kamervragen.core.act import Huis
from kamervragen.core.store.engine import reading
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer
from kamervragen.language.citations.verwijzingen import Verwijzingsoort, verwijzingen
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import vinden

# *Bron:* officielebekendmakingen.nl gives every piece the address of its id; the Kamer has a page per Zaak.
_BEKENDMAKING = "https://zoek.officielebekendmakingen.nl/{}.html"
_DOSSIER = "https://zoek.officielebekendmakingen.nl/dossier/{}"
_ZAAK = "https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id={}"


def herken(tekst: str) -> str | None:
    """The canonical number that a whole text is, in whatever spelling; None when it says anything else."""
    kaal = tekst.strip().strip('"')
    if re.fullmatch(r"\d{4}z\d{5}", kaal):
        kaal = kaal.upper()
    if dossier := re.fullmatch(r"(?:kst-)?(\d{2})[ .]?(\d{3})", kaal):
        return f"kst-{dossier[1]}{dossier[2]}"
    if re.match(r"\d{2} ?\d{3}\b", kaal):
        kaal = f"Kamerstuk {kaal}"
    gevonden = verwijzingen(kaal) if len(kaal) < 120 else ()
    if len(gevonden) != 1 or gevonden[0].soort is Verwijzingsoort.ANTWOORD or gevonden[0].id is None:
        return None
    rest = (kaal[: gevonden[0].begin] + kaal[gevonden[0].einde :]).strip(" .,()")
    return None if rest else gevonden[0].id


def adres(nummer: str) -> str | None:
    """The official address of a canonical number; None where there is none to build."""
    if re.fullmatch(r"kst-\d{5}", nummer):
        return _DOSSIER.format(nummer.removeprefix("kst-"))
    if nummer.startswith(("ah-", "kst-", "h-", "blg-")):
        return _BEKENDMAKING.format(nummer)
    return _ZAAK.format(nummer) if "Z" in nummer and not nummer.startswith("TZ") else None


def set_van(sessie: Session, nummer: str) -> VragensetRij | None:
    """The set a canonical number names: a Zaaknummer or an Aanhangselnummer."""
    try:
        if nummer.startswith("ah-"):
            return vinden.op_aanhangselnummer(sessie, Aanhangselnummer.parse(nummer))
        if "Z" in nummer and not nummer.startswith("TZ"):
            return vinden.op_zaaknummer(sessie, Zaaknummer.parse(nummer))
    except Ongeldig:
        return None
    return None


def zoek_sleutel(huis: Huis, nummer: str) -> str:
    """The key of the set with this sleutel, Zaaknummer or Aanhangselnummer. :raises NietGevonden: none has it."""
    with reading(huis.engine) as sessie:
        rij = _op_nummer(sessie, nummer.strip())
    if rij is None:
        raise NietGevonden(
            "Geen set met nummer %(nummer)s. Gebruik KV-000001, 2026Z08701 of ah-tk-20252026-1966.", nummer=nummer
        )
    return rij.sleutel


def _op_nummer(sessie: Session, nummer: str) -> VragensetRij | None:
    if rij := vinden.op_sleutel(sessie, nummer.upper()):
        return rij
    with suppress(Ongeldig):
        return vinden.op_zaaknummer(sessie, Zaaknummer.parse(nummer.upper()))
    with suppress(Ongeldig):
        return vinden.op_aanhangselnummer(sessie, Aanhangselnummer.parse(nummer))
    return None
