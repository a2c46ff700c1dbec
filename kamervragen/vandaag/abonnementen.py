"""The agenda in one's own calendar: a secret address per person or directie, which ends when he says so or leaves."""

from __future__ import annotations

import secrets

from kamervragen.catalogue import gettext as _
from kamervragen.catalogue import verteld
from kamervragen.catalogue.codes import label
from kamervragen.core.act import Huis, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.store.engine import reading
from kamervragen.documents.writers import ical
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.mensen.store import gebruikers
from kamervragen.vandaag import agenda
from kamervragen.vandaag.agenda import Agendasoort
from kamervragen.vandaag.rows import AgendasleutelRij
from kamervragen.vandaag.store import abonnementen

_HOOGSTENS = 20


def lijst(huis: Huis, wie: Wie) -> tuple[AgendasleutelRij, ...]:
    """One's own subscriptions."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        return abonnementen.van(sessie, wie.gebruiker_id or 0)


def maak(huis: Huis, wie: Wie, *, directie: str = "") -> None:
    """A new secret address: for oneself, or for a directie. :raises Ongeldig: without an account, or too many."""
    with handeling(huis, wie, Handeling.SETS_ZIEN, "agenda-abonnement") as werk:
        if wie.gebruiker_id is None:
            raise Ongeldig("Alleen wie is ingelogd kan zich op de agenda abonneren.")
        if directie and directie not in {d.code for d in gebruikers.directies(werk.sessie)}:
            raise Ongeldig("De directie %(directie)s bestaat niet. Kies er een uit de lijst.", directie=directie)
        if len(abonnementen.van(werk.sessie, wie.gebruiker_id)) >= _HOOGSTENS:
            raise Ongeldig("U hebt al %(hoogstens)s abonnementen. Trek er eerst een in.", hoogstens=_HOOGSTENS)
        abonnementen.voeg_toe(
            werk.sessie, wie.gebruiker_id, directie=directie, sleutel=secrets.token_urlsafe(24), moment=werk.moment
        )


def trek_in(huis: Huis, wie: Wie, id: int) -> None:
    """Ends one's own subscription: its address gives nothing any more; that of another stays."""
    with handeling(huis, wie, Handeling.SETS_ZIEN, "agenda-abonnement", herroepbaar=True) as werk:
        abonnementen.verwijder(werk.sessie, id, wie.gebruiker_id or 0)


def kalender(huis: Huis, sleutel: str, basis: str) -> bytes:
    """The calendar of this key, for as long as its owner may see sets. `basis` begins every address in it.

    :raises NietGevonden: for any other key.
    """
    with reading(huis.engine) as sessie:
        rij = abonnementen.op_sleutel(sessie, sleutel)
        eigenaar = gebruikers.op_id(sessie, rij.gebruiker_id, huis.vandaag()) if rij else None
    if rij is None or eigenaar is None or not mag(eigenaar.rollen, Handeling.SETS_ZIEN):
        raise NietGevonden("Deze agenda bestaat niet meer. Maak een nieuw adres op de pagina Agenda.")
    wie = Wie(eigenaar.naam, eigenaar.rollen, "agenda", eigenaar.id)
    van = None if rij.directie else wie
    punten = agenda.uitgelegd(huis, wie, agenda.versmald(agenda.alles(huis, wie), directie=rij.directie, van=van))
    naam = _("Kamervragen %(van)s") % {"van": rij.directie or eigenaar.naam}
    return ical.render(naam, (_dagpunt(punt, basis) for punt in punten), huis.nu())


def _dagpunt(punt: agenda.Agendapunt, basis: str) -> ical.Dagpunt:
    wat = f"{punt.soort.value}{punt.pad.replace('/', '-')}"
    if punt.soort is Agendasoort.RECES:
        wat = f"reces-{punt.dag.isoformat()}"
    titel = punt.tekst if punt.soort is Agendasoort.RECES else f"{label(punt.soort).capitalize()}: {punt.tekst}"
    return ical.Dagpunt(
        f"{wat}@kamervragen", punt.dag, titel, verteld(punt.afleiding), f"{basis}{punt.pad}", punt.einde
    )
