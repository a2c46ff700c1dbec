"""People over time: who goes to another directie, and who leaves the ministry; first shown, then done in one act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from kamervragen.beheer.werkoverdracht import openstaand
from kamervragen.core.act import Huis, Werk, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.store import sight
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling, Rol
from kamervragen.mensen.accounts import eis_beheerder
from kamervragen.mensen.rows import DirectieRij, GebruikerRij
from kamervragen.mensen.store import accounts
from kamervragen.mensen.store.accounts import Lid


@dataclass(frozen=True, slots=True)
class Stap:
    """What changes: the roles that end after `laatste_dag`, and those that begin the day after it in another directie.

    `open` is how much work lies with this person still; it stays with him until a coordinator hands it over.
    """

    mens: GebruikerRij
    naar: DirectieRij | None
    laatste_dag: date
    eindigt: tuple[Lid, ...]
    begint: tuple[Rol, ...]
    open: int


def gevolg(huis: Huis, wie: Wie, gebruiker_id: int, *, naar_id: int | None, laatste_dag: date | None) -> Stap:
    """What going to a directie, or without one leaving, would change; nothing is written.

    :raises NietGevonden: no such account. :raises Ongeldig: as `zet`.
    """
    with inzage(huis, wie, Handeling.GEBRUIKERS_BEHEREN) as sessie:
        return _stap(sessie, gebruiker_id, naar_id, laatste_dag, huis.vandaag())


def zet(huis: Huis, wie: Wie, gebruiker_id: int, *, naar_id: int | None, laatste_dag: date | None, gezien: int) -> None:
    """Ends the roles and gives the new ones. `gezien` is how many roles were shown to end.

    :raises Ongeldig: no day, nothing that ends, the last keeper of accounts, or another number of roles than was shown.
    :raises NietGevonden: no such account.
    """
    with handeling(huis, wie, Handeling.GEBRUIKERS_BEHEREN, f"account-{gebruiker_id}", herroepbaar=True) as werk:
        stap = _stap(werk.sessie, gebruiker_id, naar_id, laatste_dag, werk.dag)
        if len(stap.eindigt) != gezien:
            raise Ongeldig("De rollen zijn intussen gewijzigd. Bekijk opnieuw wat er verandert.")
        _doe(werk, stap)
        eis_beheerder(werk, max(werk.dag, stap.laatste_dag + timedelta(days=1)))


def _doe(werk: Werk, stap: Stap) -> None:
    for lid in stap.eindigt:
        accounts.beeindig_rol(werk.sessie, lid.rij.id, stap.laatste_dag)
    if stap.naar is not None:
        for rol in stap.begint:
            accounts.geef_rol(
                werk.sessie,
                stap.mens.id,
                rol=rol,
                directie_id=stap.naar.id,
                van=stap.laatste_dag + timedelta(days=1),
                tot=None,
            )


def _stap(sessie: Session, gebruiker_id: int, naar_id: int | None, laatste_dag: date | None, op: date) -> Stap:
    mens = accounts.op_id(sessie, gebruiker_id)
    if mens is None:
        raise NietGevonden("Dit account bestaat niet. Ga terug naar de lijst van accounts.")
    if laatste_dag is None or laatste_dag < op - timedelta(days=1):
        raise Ongeldig("Kies de laatste dag: vandaag of later.", veld="laatste-dag")
    naar = sessie.get(DirectieRij, naar_id) if naar_id is not None else None
    if naar_id is not None and (naar is None or naar.tot is not None):
        raise Ongeldig("Deze directie bestaat niet (meer). Vernieuw de pagina.", veld="naar-directie")
    lopend = [lid for lid in accounts.rollen(sessie, gebruiker_id) if lid.rij.tot is None or lid.rij.tot > laatste_dag]
    eindigt = tuple(lid for lid in lopend if naar is None or lid.rij.directie_id not in (None, naar.id))
    if not eindigt:
        raise Ongeldig("Er is geen rol die dan eindigt. Wijzig de rollen zelf bij Rollen.")
    heeft = {lid.rij.rol for lid in lopend if naar is not None and lid.rij.directie_id == naar.id}
    with sight.alles_zichtbaar(sessie):
        open_ = openstaand(sessie, mens)
    return Stap(mens, naar, laatste_dag, eindigt, _nieuwe(eindigt, heeft) if naar else (), open_)


def _nieuwe(eindigt: Iterable[Lid], heeft: set[str]) -> tuple[Rol, ...]:
    """The roles that go along: each once, and none that is held there already."""
    return tuple(Rol(rol) for rol in dict.fromkeys(lid.rij.rol for lid in eindigt) if rol not in heeft)
