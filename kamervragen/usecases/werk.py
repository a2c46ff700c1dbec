"""The worker: takes planned jobs one by one, in as many processes as one likes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection
from datetime import timedelta

from kamervragen.domain.errors import Ongeldig
from kamervragen.reuse.index import IndexBezet
from kamervragen.storage import gebruikers, taken
from kamervragen.storage.engine import schrijven
from kamervragen.usecases import archiefindex, index, onderhoud, stapel
from kamervragen.usecases.handeling import Huis

_log = logging.getLogger(__name__)
# What keeps the indexes equal to the database: a search does these first, and no other job.
INDEXTAKEN = (index.TAAK, archiefindex.TAAK_PASSAGE)
_RUST = 0.5  # seconds between two looks when there is nothing to do
_TAKEN: dict[str, Callable[[Huis, dict[str, int]], None]] = {
    index.TAAK: lambda huis, gegevens: _indexeer(huis, gegevens["vragenset_id"]),
    archiefindex.TAAK_PASSAGE: lambda huis, gegevens: archiefindex.schrijf_passage(huis, gegevens["passage_id"]),
    stapel.TAAK: lambda huis, gegevens: stapel.lees_stuk(huis, gegevens["inname_id"]),
}


def werk_een(huis: Huis, namen: Collection[str] | None = None) -> bool:
    """Does one due job, of these names or of any. Tells whether there was one. A failing job is tried again later, with its error kept."""
    with schrijven(huis.engine) as sessie:
        taak = taken.neem(sessie, huis.nu(), namen=namen)
    if taak is None:
        return False
    try:
        _TAKEN[taak.naam](huis, taak.gegevens)
    except IndexBezet:
        with schrijven(huis.engine) as sessie:
            taken.uitstellen(sessie, taak.id, huis.nu() + timedelta(seconds=1))
        return True
    except Exception as fout:  # noqa: BLE001 - the one place where a job may fail in any way: its error is kept
        _log.exception("taak %s mislukt", taak.naam)
        with schrijven(huis.engine) as sessie:
            taken.mislukt(sessie, taak.id, repr(fout), huis.nu())
        return True
    with schrijven(huis.engine) as sessie:
        taken.klaar(sessie, taak.id)
    return True


def _indexeer(huis: Huis, vragenset_id: int) -> None:
    """Both indexes; a worker that dies in between finds the job again."""
    index.indexeer(huis, vragenset_id)
    archiefindex.schrijf_set(huis, vragenset_id)


def werk_bij(huis: Huis, hoogstens: int = 10_000, namen: Collection[str] | None = None) -> int:
    """Does what is due now and returns how many jobs that were."""
    aantal = 0
    while aantal < hoogstens and werk_een(huis, namen):
        aantal += 1
    return aantal


def werk_door(huis: Huis, stop: threading.Event) -> None:
    """Works until `stop` is set. Sessions that ran out go in passing."""
    with schrijven(huis.engine) as sessie:
        gebruikers.verlopen_sessies_wissen(sessie, huis.nu())
    while not stop.is_set():
        try:
            gedaan = werk_een(huis)
        except Exception:  # noqa: BLE001 - the database may be away for a moment: the worker outlives it
            _log.exception("de worker kon geen taak nemen")
            gedaan = False
        if not gedaan:
            _veranker(huis)
            stop.wait(_RUST)


def _veranker(huis: Huis) -> None:
    """The first quiet moment of a day; a file that cannot be written must not stop the work."""
    try:
        onderhoud.veranker(huis)
    except (OSError, Ongeldig):
        _log.exception("het anker van het auditspoor kon niet worden geschreven")
