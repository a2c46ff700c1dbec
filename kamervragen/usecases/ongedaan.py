"""Undoing an act that removed, declined or sent something back: for half a minute, by whoever did it."""

from __future__ import annotations

from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.storage import ongedaan
from kamervragen.storage import standen as standkast
from kamervragen.usecases import herberekening, signaalwoorden
from kamervragen.usecases.handeling import Huis, Wie, handeling
from kamervragen.usecases.index import plan_index

GELDIG = ongedaan.GELDIG


def maak(huis: Huis, wie: Wie, id: int) -> Handeling:
    """Puts everything back as it was before the act, and returns which act it was.

    :raises NietGevonden: it is not an act of this person. :raises Ongeldig: the half minute is over, or it was undone.
    :raises Verouderd: somebody went on working from it.
    """
    with handeling(huis, wie, Handeling.EIGEN_ACCOUNT, "ongedaan") as werk:
        rij = ongedaan.op_id(werk.sessie, id)
        if rij is None or rij.gebruiker_id != wie.gebruiker_id:
            raise NietGevonden("Deze handeling is niet te vinden. Vernieuw de pagina.")
        if rij.gedaan:
            raise Ongeldig("Dit is al ongedaan gemaakt.")
        if rij.tot < werk.moment:
            raise Ongeldig("Ongedaan maken kan dertig seconden lang. Herstel het nu op de pagina zelf.")
        werk.object = f"ongedaan: {rij.actie} {rij.object}"
        for vragenset_id in sorted(ongedaan.herstel(werk.sessie, rij)):
            standkast.raak(werk.sessie, vragenset_id)
            plan_index(werk.sessie, vragenset_id, werk.moment)
        if rij.actie == Handeling.KALENDER_BEHEREN.value:
            teruggezet = herberekening.Aanleiding("wijziging van de recessen ongedaan gemaakt", wie.naam)
            herberekening.plan(werk.sessie, werk.moment, teruggezet)
        if rij.actie == Handeling.WOORDEN_BEHEREN.value:
            signaalwoorden.plan(werk.sessie, werk.moment)
        return Handeling(rij.actie)
