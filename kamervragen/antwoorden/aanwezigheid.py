"""Who is looking at, or writing, an answer now: a courtesy between colleagues, no lock."""

from __future__ import annotations

from datetime import timedelta

from kamervragen.antwoorden.store import aanwezigheid
from kamervragen.antwoorden.store.aanwezigheid import Aanwezige
from kamervragen.core.act import Buitenom, Huis, Wie, buitenom, inzage
from kamervragen.domain.rollen import Handeling
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import vind_set

NU = timedelta(seconds=60)  # a page reports every twenty seconds: after three missed ones somebody is gone


def meld(huis: Huis, wie: Wie, sleutel: str, label: str, *, bewerkt: bool) -> tuple[Aanwezige, ...]:
    """Tells that this person is here, and returns who else is. No act: it leaves no line in the trail."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        vragenset_id = vind_set(sessie, sleutel).id or 0
        bekend = label in {vraag.label for vraag in vragensets.vragen(sessie, vragenset_id)}
    if bekend and wie.gebruiker_id is not None:
        with buitenom(huis, Buitenom.AANWEZIG) as sessie:
            aanwezigheid.meld(sessie, vragenset_id, label, wie.gebruiker_id, bewerkt=bewerkt, moment=huis.nu())
    return anderen(huis, wie, sleutel, label)


def anderen(huis: Huis, wie: Wie, sleutel: str, label: str) -> tuple[Aanwezige, ...]:
    """Who else looked at this question within the last minute."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        vragenset_id = vind_set(sessie, sleutel).id or 0
        alle = aanwezigheid.sinds(sessie, vragenset_id, label, huis.nu() - NU)
    return tuple(een for een in alle if een.gebruiker_id != wie.gebruiker_id)
