"""Who stands in for whom: deputies for days away, mandates until further notice, recorded by oneself or by who keeps the lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from kamervragen.catalogue import datum
from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Huis, Werk, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.parafenlijn import Vervangsoort
from kamervragen.domain.rollen import Handeling
from kamervragen.mensen import post
from kamervragen.mensen.rows import GebruikerRij, VervangingRij
from kamervragen.mensen.store import gebruikers, vervangingen


@dataclass(frozen=True, slots=True)
class Vervangbeeld:
    """A deputy or mandate with the names, and whether it holds today."""

    rij: VervangingRij
    wie: str
    door: str
    geldt: bool


def beelden(sessie: Session, op: date) -> tuple[Vervangbeeld, ...]:
    """Every deputy and mandate with the names, the newest first."""
    namen = {mens.id: mens.naam for mens in gebruikers.alle(sessie)}
    return tuple(
        Vervangbeeld(v, namen[v.gebruiker_id], namen[v.door_id], vervangingen.als_vervanging(v).geldt(op))
        for v in vervangingen.alle(sessie)
    )


def voeg_toe(
    huis: Huis,
    wie: Wie,
    *,
    gebruiker_id: int | None,
    door_id: int | None,
    soort: str,
    grond: str,
    van: date | None,
    tot: date | None,
) -> None:
    """Records that someone acts for another.

    :raises Ongeldig: people or days are missing, someone for himself, or leave without an end.
    """
    with handeling(huis, wie, Handeling.LIJN_BEHEREN, "vervanging") as werk:
        _leg_vast(huis, werk, gebruiker_id=gebruiker_id, door_id=door_id, soort=soort, grond=grond, van=van, tot=tot)


def meld_afwezig(huis: Huis, wie: Wie, *, door_id: int | None, grond: str, van: date | None, tot: date | None) -> None:
    """Records that one is away oneself, and who acts meanwhile. :raises Ongeldig: as `voeg_toe`."""
    with handeling(huis, wie, Handeling.EIGEN_ACCOUNT, "eigen-account") as werk:
        _leg_vast(
            huis,
            werk,
            gebruiker_id=wie.gebruiker_id,
            door_id=door_id,
            soort=Vervangsoort.VERVANGING.value,
            grond=grond,
            van=van,
            tot=tot,
        )


def kom_terug(huis: Huis, wie: Wie, id: int) -> None:
    """Ends one's own absence. :raises NietGevonden: it is not one's own."""
    with handeling(huis, wie, Handeling.EIGEN_ACCOUNT, "eigen-account") as werk:
        rij = vervangingen.op_id(werk.sessie, id)
        if rij is None or rij.gebruiker_id != wie.gebruiker_id:
            raise NietGevonden("Deze afwezigheid bestaat niet (meer). Vernieuw de pagina.")
        vervangingen.beeindig(werk.sessie, id, _gisteren(werk, rij))


def afwezigheden(huis: Huis, wie: Wie) -> tuple[tuple[Vervangbeeld, ...], tuple[GebruikerRij, ...]]:
    """One's own absences that are not over, and the colleagues who could stand in."""
    with inzage(huis, wie, Handeling.EIGEN_ACCOUNT) as sessie:
        op = huis.vandaag()
        eigen = tuple(
            beeld
            for beeld in beelden(sessie, op)
            if beeld.rij.gebruiker_id == wie.gebruiker_id and (beeld.rij.tot is None or beeld.rij.tot >= op)
        )
        mensen = gebruikers.alle(sessie)
        return eigen, tuple(mens for mens in mensen if mens.actief and mens.id != wie.gebruiker_id)


def _leg_vast(
    huis: Huis,
    werk: Werk,
    *,
    gebruiker_id: int | None,
    door_id: int | None,
    soort: str,
    grond: str,
    van: date | None,
    tot: date | None,
) -> None:
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
    vervangingen.voeg_toe(
        werk.sessie,
        gebruiker_id=gebruiker_id,
        door_id=door_id,
        soort=Vervangsoort(soort),
        grond=grond.strip(),
        van=van,
        tot=tot,
        actor=werk.wie.naam,
        moment=werk.moment,
    )


def beeindig(huis: Huis, wie: Wie, id: int) -> None:
    """Ends a deputy or mandate yesterday, so that it no longer holds; one that had not begun never will."""
    with handeling(huis, wie, Handeling.LIJN_BEHEREN, f"vervanging-{id}", herroepbaar=True) as werk:
        rij = vervangingen.op_id(werk.sessie, id)
        if rij is None:
            raise NietGevonden("Deze vervanging bestaat niet (meer). Vernieuw de pagina.")
        vervangingen.beeindig(werk.sessie, id, _gisteren(werk, rij))


def _gisteren(werk: Werk, rij: VervangingRij) -> date:
    """The day before today, or the last day it had when that is past: ending it never makes it longer."""
    gisteren = werk.dag - timedelta(days=1)
    return min(rij.tot or gisteren, gisteren)
