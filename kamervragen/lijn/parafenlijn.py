"""The parafenlijn of each directie, as data that people edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kamervragen.core.act import Huis, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.parafenlijn import Lijnsoort, keur
from kamervragen.domain.rollen import RECHTEN, Handeling, Rol
from kamervragen.lijn.rows import LijnstapRij
from kamervragen.lijn.store import route
from kamervragen.mensen import vervanging
from kamervragen.mensen.rows import DirectieRij, GebruikerRij
from kamervragen.mensen.store import gebruikers
from kamervragen.mensen.vervanging import Vervangbeeld

# Who may take a step of the line at all.
PARAFANTEN = tuple(rol for rol in Rol if rol in RECHTEN[Handeling.PARAFEREN])


@dataclass(frozen=True, slots=True)
class Lijnen:
    """The line of every directie, everybody who can stand in it, and who stands in for whom."""

    directies: tuple[tuple[DirectieRij, tuple[LijnstapRij, ...]], ...]
    vervangingen: tuple[Vervangbeeld, ...]
    mensen: tuple[GebruikerRij, ...]


@dataclass(frozen=True, slots=True)
class Stapinvoer:
    """A step as someone wrote it."""

    naam: str
    volgorde: int
    soort: str
    rol: str
    gebruiker_id: int | None
    werkdagen: int


def lijnen(huis: Huis, wie: Wie) -> Lijnen:
    """Everything the page of the lines shows."""
    with inzage(huis, wie, Handeling.LIJN_BEHEREN) as sessie:
        mensen = gebruikers.alle(sessie)
        return Lijnen(
            tuple((d, route.lijn(sessie, d.id)) for d in gebruikers.directies(sessie)),
            vervanging.beelden(sessie, huis.vandaag()),
            tuple(mens for mens in mensen if mens.actief),
        )


def zet_lijn(huis: Huis, wie: Wie, directie_id: int, stappen: Sequence[Stapinvoer]) -> None:
    """Puts a line in place of the one that stood; a concept under way keeps the one it began with.

    :raises Ongeldig: a step that is none, or agreement after initials.
    """
    with handeling(huis, wie, Handeling.LIJN_BEHEREN, "parafenlijn") as werk:
        directie = werk.sessie.get(DirectieRij, directie_id)
        if directie is None:
            raise NietGevonden("Deze directie bestaat niet. Vernieuw de pagina.")
        bekend = {mens.id for mens in gebruikers.alle(werk.sessie)}
        rijen = [_rij(directie_id, stap, bekend) for stap in stappen]
        keur([route.als_stap(rij) for rij in rijen])
        route.zet_lijn(werk.sessie, directie_id, rijen)
        werk.object = f"parafenlijn-{directie.code}"


def _rij(directie_id: int, stap: Stapinvoer, bekend: set[int]) -> LijnstapRij:
    if stap.soort not in set(Lijnsoort) or stap.rol not in PARAFANTEN:
        raise Ongeldig("Kies bij elke stap wat zij vraagt en welke rol haar zet.")
    if stap.gebruiker_id is not None and stap.gebruiker_id not in bekend:
        raise Ongeldig("Een van de personen heeft geen account (meer). Vernieuw de pagina.")
    return LijnstapRij(
        directie_id=directie_id,
        volgorde=stap.volgorde,
        soort=stap.soort,
        naam=stap.naam.strip()[:100],
        rol=stap.rol,
        gebruiker_id=stap.gebruiker_id,
        werkdagen=stap.werkdagen,
    )
