"""Who is looking at, or writing, an answer now: a courtesy between colleagues, no lock."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session

from kamervragen.antwoorden.store import aanwezigheid
from kamervragen.antwoorden.store.aanwezigheid import Aanwezige
from kamervragen.core.act import Buitenom, Huis, buitenom, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.store.engine import reading
from kamervragen.domain.rollen import Handeling
from kamervragen.sets.blik import Blik
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import vind_set

NU = timedelta(seconds=60)  # a page reports every twenty seconds: after three missed ones somebody is gone


def meld(huis: Huis, wie: Wie, sleutel: str, label: str, *, bewerkt: bool) -> tuple[Aanwezige, ...]:
    """Tells that this person is here, and returns who else is. No act: it leaves no line in the trail."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        rij = vind_set(sessie, sleutel)
        vragenset_id = rij.id
        bekend = label in {vraag.label for vraag in vragensets.vragen(sessie, vragenset_id)}
    if bekend and wie.gebruiker_id is not None:
        with buitenom(huis, Buitenom.AANWEZIG) as sessie:
            aanwezigheid.meld(sessie, vragenset_id, label, wie.gebruiker_id, bewerkt=bewerkt, moment=huis.nu())
    with reading(huis.engine) as sessie:
        return _anderen(sessie, huis, wie, vragenset_id, label)


def anderen(blik: Blik, label: str) -> tuple[Aanwezige, ...]:
    """Gives who else looked at this question within the last minute."""
    return _anderen(blik.sessie, blik.huis, blik.wie, blik.id, label)


def _anderen(sessie: Session, huis: Huis, wie: Wie, vragenset_id: int, label: str) -> tuple[Aanwezige, ...]:
    alle = aanwezigheid.sinds(sessie, vragenset_id, label, huis.nu() - NU)
    return tuple(een for een in alle if een.gebruiker_id != wie.gebruiker_id)
