"""Reminders of contributions: on the working day before the day that was asked for, and on the first one after it."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Buitenom, Huis, buitenom
from kamervragen.core.store import counters
from kamervragen.core.store.engine import reading
from kamervragen.domain.kalender import werkdagen_terug
from kamervragen.domain.status import OPEN, status_van
from kamervragen.lijn.bijdragen import bereikbaar, laat_weten
from kamervragen.lijn.rows import BijdrageverzoekRij
from kamervragen.lijn.store import bijdragen
from kamervragen.sets.store import vragensets

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_TELLER = "bijdrageherinnering"


def herinner(huis: Huis) -> int:
    """Writes the reminders of this morning, once, and returns how many requests were reminded of."""
    op = huis.vandaag()
    if not huis.is_ochtend():
        return 0
    with reading(huis.engine) as sessie:
        if counters.stand(sessie, _TELLER) >= op.toordinal():
            return 0
    with buitenom(huis, Buitenom.OCHTEND) as sessie:
        if not counters.zet_vooruit(sessie, _TELLER, op.toordinal()):
            return 0
        aantal = 0
        for verzoek in bijdragen.open_verzoeken(sessie):
            if (
                not bereikbaar(verzoek)
                or not _is_nodig(verzoek, op)
                or status_van(vragensets.feiten(sessie, verzoek.vragenset_id)) not in OPEN
            ):
                continue
            rij = vragensets.op_id(sessie, verzoek.vragenset_id)
            laat_weten(huis, sessie, rij, verzoek, _("Herinnering, bijdrage gevraagd: %(onderwerp)s"))
            bijdragen.noteer_herinnering(sessie, verzoek.id, op)
            aantal += 1
        return aantal


def _is_nodig(verzoek: BijdrageverzoekRij, op: date) -> bool:
    """Whether a moment to remind has come since this was asked, or since the last reminder."""
    laatst = verzoek.herinnerd_op or verzoek.moment.astimezone(_AMSTERDAM).date()
    momenten = (werkdagen_terug(verzoek.uiterlijk, 1), verzoek.uiterlijk + timedelta(days=1))
    return any(laatst < moment <= op for moment in momenten)
