"""The worker: does what is planned, and in its quiet moments what comes back every day."""

from __future__ import annotations

import logging
import threading
from datetime import date

from sqlalchemy.exc import SQLAlchemyError

from kamervragen.domain.errors import Fout, Ongeldig
from kamervragen.storage import eenmalig, gebruikers
from kamervragen.storage.engine import meet_tabellen, schrijven
from kamervragen.usecases import bijdrageherinnering, ochtendpost, onderhoud
from kamervragen.usecases.handeling import Huis
from kamervragen.usecases.werk import werk_een

_log = logging.getLogger(__name__)
_RUST = 0.5  # seconds between two looks when there is nothing to do


def werk_door(huis: Huis, stop: threading.Event) -> None:
    """Works until `stop` is set. Sessions that ran out and forms of days ago go in passing."""
    with schrijven(huis.engine) as sessie:
        gebruikers.verlopen_sessies_wissen(sessie, huis.nu())
        eenmalig.ruim_op(sessie, huis.nu())
    gemeten: date | None = None
    while not stop.is_set():
        try:
            gedaan = werk_een(huis)
        except SQLAlchemyError:  # the database may be away for a moment: the worker outlives it
            _log.exception("de worker kon geen taak nemen")
            gedaan = False
        if not gedaan:
            _veranker(huis)
            _schrijf_ochtendpost(huis)
            if gemeten != huis.vandaag():
                meet_tabellen(huis.engine)
                gemeten = huis.vandaag()
            stop.wait(_RUST)


def _veranker(huis: Huis) -> None:
    """The first quiet moment of a day; a file that cannot be written must not stop the work."""
    try:
        onderhoud.veranker(huis)
    except (OSError, Ongeldig):
        _log.exception("het anker van het auditspoor kon niet worden geschreven")


def _schrijf_ochtendpost(huis: Huis) -> None:
    """A message that cannot be made must not stop the work either; the next quiet moment tries again."""
    try:
        ochtendpost.verstuur(huis)
        bijdrageherinnering.herinner(huis)
    except (Fout, SQLAlchemyError):
        _log.exception("de ochtendpost kon niet worden geschreven")
