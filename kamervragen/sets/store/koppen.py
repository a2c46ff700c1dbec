"""The head of a set, written: its numbers and days, and the people of each role."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col

from kamervragen.core.store import counters
from kamervragen.domain.nummers import Sleutel
from kamervragen.domain.vragenset import (
    Bewindspersoon,
    Kamer,
    Soort,
    Vragenset,
)
from kamervragen.sets.rows import (
    BetrokkeneRij,
    VragensetRij,
)
from kamervragen.sets.store.vragensets import betrokkenen, vingerafdruk


def nieuw(sessie: Session, vragenset: Vragenset, moment: datetime) -> VragensetRij:
    """A new row with a key of its own. Questions, answers, notes and people come apart."""
    rij = VragensetRij(
        sleutel=str(Sleutel(counters.volgende(sessie, "sleutel"))),
        instrument=vragenset.instrument.value,
        kamer=vragenset.aanhangselnummer.kamer if vragenset.aanhangselnummer else Kamer.TWEEDE.value,
        zaaknummer=str(vragenset.zaaknummer) if vragenset.zaaknummer else None,
        onderwerp=vragenset.onderwerp,
        ingezonden=vragenset.ingezonden,
        ontvangen=vragenset.ontvangen if vragenset.soort is Soort.ANTWOORD else None,
        gedagtekend=vragenset.gedagtekend,
        inleiding=vragenset.inleiding,
        toelichting=vragenset.toelichting,
        slot=vragenset.slot,
        kenmerken=list(vragenset.kenmerken),
        zie_ook=[str(nummer) for nummer in vragenset.zie_ook],
        vingerafdruk=vingerafdruk(vragenset),
        aangemaakt=moment,
    )
    sessie.add(rij)
    sessie.flush()
    return rij


def zet_betrokkenen(sessie: Session, id: int, vragenset: Vragenset) -> bool:
    """Adds the people of each role that has none yet. Tells whether any were added."""
    aanwezig = {rij.rol for rij in betrokkenen(sessie, id)}
    rollen: dict[str, list[BetrokkeneRij]] = {
        "indiener": [
            BetrokkeneRij(vragenset_id=id, rol="indiener", volgorde=n, naam=lid.naam, fractie=lid.fractie)
            for n, lid in enumerate(vragenset.indieners)
        ],
        "gericht_aan": _rijen(id, "gericht_aan", vragenset.gericht_aan),
        "ondertekenaar": _rijen(id, "ondertekenaar", vragenset.ondertekenaars),
        "mede_namens": _rijen(id, "mede_namens", vragenset.mede_namens),
    }
    nieuw = [rij for rol, rijen in rollen.items() if rol not in aanwezig for rij in rijen]
    sessie.add_all(nieuw)
    sessie.flush()
    return bool(nieuw)


def vervang_bewindspersonen(sessie: Session, id: int, rol: str, personen: tuple[Bewindspersoon, ...]) -> None:
    """Puts these people in a role, in place of who stood there."""
    weg = sa.delete(BetrokkeneRij).where(col(BetrokkeneRij.vragenset_id) == id, col(BetrokkeneRij.rol) == rol)
    sessie.execute(weg)
    sessie.add_all(_rijen(id, rol, personen))
    sessie.flush()


def zet_kop(sessie: Session, rij: VragensetRij, vragenset: Vragenset) -> None:
    """The head of a set as this value has it: numbers, dates, subject, people."""
    rij.zaaknummer = str(vragenset.zaaknummer) if vragenset.zaaknummer else None
    rij.onderwerp, rij.inleiding, rij.toelichting = vragenset.onderwerp, vragenset.inleiding, vragenset.toelichting
    rij.ingezonden, rij.ontvangen, rij.gedagtekend = vragenset.ingezonden, vragenset.ontvangen, vragenset.gedagtekend
    rij.kenmerken, rij.zie_ook = list(vragenset.kenmerken), [str(nummer) for nummer in vragenset.zie_ook]
    sessie.add(rij)
    sessie.execute(sa.delete(BetrokkeneRij).where(col(BetrokkeneRij.vragenset_id) == rij.id))
    sessie.flush()
    zet_betrokkenen(sessie, rij.id, vragenset)


def _rijen(id: int, rol: str, personen: tuple[Bewindspersoon, ...]) -> list[BetrokkeneRij]:
    return [
        BetrokkeneRij(vragenset_id=id, rol=rol, volgorde=n, naam=p.naam, functie=p.functie, portefeuille=p.portefeuille)
        for n, p in enumerate(personen)
    ]
