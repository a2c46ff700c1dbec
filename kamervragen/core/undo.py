"""Undoing an act that removed, declined or sent something back: for half a minute, by whoever did it."""

from __future__ import annotations

from kamervragen.core.act import Huis, handeling
from kamervragen.core.actor import Wie
from kamervragen.core.hooks import HOOKS
from kamervragen.core.store import undo
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling

GELDIG = undo.GELDIG


def maak(huis: Huis, wie: Wie, id: int) -> Handeling:
    """Puts everything back as it was before the act, and returns which act it was.

    :raises NietGevonden: it is not an act of this person. :raises Ongeldig: the half minute is over, or it was undone.
    :raises Verouderd: somebody went on working from it.
    """
    with handeling(huis, wie, Handeling.EIGEN_ACCOUNT, "ongedaan") as werk:
        rij = undo.op_id(werk.sessie, id)
        if rij is None or rij.gebruiker_id != wie.gebruiker_id:
            raise NietGevonden("Deze handeling is niet te vinden. Vernieuw de pagina.")
        if rij.gedaan:
            raise Ongeldig("Dit is al ongedaan gemaakt.")
        if rij.tot < werk.moment:
            raise Ongeldig("Ongedaan maken kan dertig seconden lang. Herstel het nu op de pagina zelf.")
        werk.object = f"ongedaan: {rij.actie} {rij.object}"
        sets = sorted(undo.herstel(werk.sessie, rij))
        for afterwards in HOOKS.after_undo:
            afterwards(werk.sessie, werk.moment, wie.naam, rij.actie, sets)
        return Handeling(rij.actie)
