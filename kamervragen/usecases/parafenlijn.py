"""The parafenlijn of each directie, and who stands in for whom, as data that people edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kamervragen.catalogue import datum
from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Huis, Werk, Wie, handeling, inzage
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.parafenlijn import Lijnsoort, Vervangsoort, keur
from kamervragen.domain.rollen import RECHTEN, Handeling, Rol
from kamervragen.lijn.rows import LijnstapRij
from kamervragen.mensen.rows import DirectieRij, GebruikerRij, VervangingRij
from kamervragen.storage import gebruikers, route
from kamervragen.usecases import post

# Who may take a step of the line at all.
PARAFANTEN = tuple(rol for rol in Rol if rol in RECHTEN[Handeling.PARAFEREN])


@dataclass(frozen=True, slots=True)
class Vervangbeeld:
    """A deputy or mandate with the names, and whether it holds today."""

    rij: VervangingRij
    wie: str
    door: str
    geldt: bool


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
        namen = {mens.id: mens.naam for mens in mensen}
        return Lijnen(
            tuple((d, route.lijn(sessie, d.id or 0)) for d in gebruikers.directies(sessie)),
            tuple(
                Vervangbeeld(v, namen[v.gebruiker_id], namen[v.door_id], route.als_vervanging(v).geldt(huis.vandaag()))
                for v in route.vervangingen(sessie)
            ),
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


def voeg_vervanging_toe(
    huis: Huis, wie: Wie, *, gebruiker_id: int | None, door_id: int | None, soort: str, grond: str, van: date | None,
    tot: date | None,
) -> None:  # fmt: skip
    """Records that someone acts for another.

    :raises Ongeldig: people or days are missing, someone for himself, or leave without an end.
    """
    with handeling(huis, wie, Handeling.LIJN_BEHEREN, "vervanging") as werk:
        _leg_vervanging_vast(
            huis, werk, gebruiker_id=gebruiker_id, door_id=door_id, soort=soort, grond=grond, van=van, tot=tot
        )


def meld_afwezig(huis: Huis, wie: Wie, *, door_id: int | None, grond: str, van: date | None, tot: date | None) -> None:
    """Records that one is away oneself, and who acts meanwhile. :raises Ongeldig: as `voeg_vervanging_toe`."""
    with handeling(huis, wie, Handeling.EIGEN_ACCOUNT, "eigen-account") as werk:
        _leg_vervanging_vast(
            huis, werk, gebruiker_id=wie.gebruiker_id, door_id=door_id, soort=Vervangsoort.VERVANGING.value, grond=grond,
            van=van, tot=tot,
        )  # fmt: skip


def kom_terug(huis: Huis, wie: Wie, id: int) -> None:
    """Ends one's own absence. :raises NietGevonden: it is not one's own."""
    with handeling(huis, wie, Handeling.EIGEN_ACCOUNT, "eigen-account") as werk:
        rij = route.vervanging(werk.sessie, id)
        if rij is None or rij.gebruiker_id != wie.gebruiker_id:
            raise NietGevonden("Deze afwezigheid bestaat niet (meer). Vernieuw de pagina.")
        route.beeindig_vervanging(werk.sessie, id, _gisteren(werk, rij))


def afwezigheden(huis: Huis, wie: Wie) -> tuple[tuple[Vervangbeeld, ...], tuple[GebruikerRij, ...]]:
    """One's own absences that are not over, and the colleagues who could stand in."""
    with inzage(huis, wie, Handeling.EIGEN_ACCOUNT) as sessie:
        mensen = gebruikers.alle(sessie)
        namen = {mens.id: mens.naam for mens in mensen}
        eigen = [
            Vervangbeeld(v, wie.naam, namen[v.door_id], route.als_vervanging(v).geldt(huis.vandaag()))
            for v in route.vervangingen(sessie)
            if v.gebruiker_id == wie.gebruiker_id and (v.tot is None or v.tot >= huis.vandaag())
        ]
        return tuple(eigen), tuple(mens for mens in mensen if mens.actief and mens.id != wie.gebruiker_id)


def _leg_vervanging_vast(
    huis: Huis, werk: Werk, *, gebruiker_id: int | None, door_id: int | None, soort: str, grond: str, van: date | None,
    tot: date | None,
) -> None:  # fmt: skip
    if not gebruiker_id or not door_id or van is None or not grond.strip():
        raise Ongeldig("Vul in wie wordt vervangen, door wie, vanaf welke dag en op welke grond.", veld="wie")
    if gebruiker_id == door_id:
        raise Ongeldig("Iemand kan zichzelf niet vervangen. Kies een collega.", veld="door")
    if soort not in set(Vervangsoort):
        raise Ongeldig("Kies vervanging of mandaat.", veld="soort")
    if tot is not None and tot < van:
        raise Ongeldig("De laatste dag ligt voor de eerste. Controleer de datums.", veld="tot")
    if soort == Vervangsoort.VERVANGING and tot is None:
        raise Ongeldig("Een vervanging heeft een laatste dag; leg anders een mandaat vast.", veld="tot")
    namen = {mens.id: mens.naam for mens in gebruikers.alle(werk.sessie)}
    if not {gebruiker_id, door_id} <= set(namen):
        raise Ongeldig("Een van beiden heeft geen account (meer). Vernieuw de pagina.")
    duur = _("van %(van)s tot en met %(tot)s") % {"van": datum(van), "tot": datum(tot)} if tot else datum(van)
    wie = {"wie": namen[gebruiker_id]}
    post.schrijf_aan(huis, werk.sessie, door_id, _("U neemt waar voor %(wie)s") % wie, f"{duur}: {grond.strip()}")
    route.voeg_vervanging_toe(
        werk.sessie, gebruiker_id=gebruiker_id, door_id=door_id, soort=Vervangsoort(soort), grond=grond.strip(),
        van=van, tot=tot, actor=werk.wie.naam, moment=werk.moment,
    )  # fmt: skip


def beeindig_vervanging(huis: Huis, wie: Wie, id: int) -> None:
    """Ends a deputy or mandate yesterday, so that it no longer holds; one that had not begun never will."""
    with handeling(huis, wie, Handeling.LIJN_BEHEREN, f"vervanging-{id}", herroepbaar=True) as werk:
        rij = route.vervanging(werk.sessie, id)
        if rij is None:
            raise NietGevonden("Deze vervanging bestaat niet (meer). Vernieuw de pagina.")
        route.beeindig_vervanging(werk.sessie, id, _gisteren(werk, rij))


def _gisteren(werk: Werk, rij: VervangingRij) -> date:
    """The day before today, or the last day it had when that is past: ending it never makes it longer."""
    gisteren = werk.dag - timedelta(days=1)
    return min(rij.tot or gisteren, gisteren)


def _rij(directie_id: int, stap: Stapinvoer, bekend: set[int | None]) -> LijnstapRij:
    if stap.soort not in set(Lijnsoort) or stap.rol not in PARAFANTEN:
        raise Ongeldig("Kies bij elke stap wat zij vraagt en welke rol haar zet.")
    if stap.gebruiker_id is not None and stap.gebruiker_id not in bekend:
        raise Ongeldig("Een van de personen heeft geen account (meer). Vernieuw de pagina.")
    return LijnstapRij(
        directie_id=directie_id, volgorde=stap.volgorde, soort=stap.soort, naam=stap.naam.strip()[:100], rol=stap.rol,
        gebruiker_id=stap.gebruiker_id, werkdagen=stap.werkdagen,
    )  # fmt: skip
