"""The morning message in the mail: once on every working day, to everyone with an address who has something due."""

from __future__ import annotations

from kamervragen.catalogue import datum
from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Buitenom, Huis, buitenom
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.core.store import counters
from kamervragen.core.store.engine import reading
from kamervragen.mensen import post
from kamervragen.vandaag import ochtendbericht

_TELLER = "ochtendpost"


def verstuur(huis: Huis) -> int:
    """Writes the messages of this morning, and returns how many; none without a mail server, at night, or a second time.

    Two workers on one morning: the counter lets one through.
    """
    op = huis.vandaag()
    if huis.settings.smtp is None or not huis.is_ochtend():
        return 0
    with reading(huis.engine) as sessie:
        if counters.stand(sessie, _TELLER) >= op.toordinal():
            return 0
    berichten = ochtendbericht.voor_iedereen(huis, OPDRACHTREGEL)
    with buitenom(huis, Buitenom.OCHTEND) as sessie:
        if not counters.zet_vooruit(sessie, _TELLER, op.toordinal()):
            return 0
        met_adres = [(mens, van) for mens, van in berichten if mens.mail]
        for mens, van in met_adres:
            onderwerp = _("Vandaag, %(dag)s") % {"dag": datum(op)}
            post.schrijf_aan(
                huis, sessie, mens.id, onderwerp, ochtendbericht.als_tekst(mens.naam, van, huis.settings.basis)
            )
    return len(met_adres)
