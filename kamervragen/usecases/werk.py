"""Planned jobs, taken one by one, in as many processes as one likes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from datetime import timedelta
from typing import Any

from kamervragen.core.act import Buitenom, Huis, buitenom
from kamervragen.core.store import jobs
from kamervragen.search.index import IndexBezet
from kamervragen.usecases import archiefindex, herberekening, index, karweien, lopendindex, post, signaalwoorden, stapel

_log = logging.getLogger(__name__)
# What keeps the indexes equal to the database: a search does these first, and no other job.
INDEXTAKEN = (index.TAAK, archiefindex.TAAK_PASSAGE, lopendindex.TAAK)
_TAKEN: dict[str, Callable[[Huis, dict[str, Any]], object]] = {
    index.TAAK: lambda huis, gegevens: _indexeer(huis, gegevens["vragenset_id"]),
    archiefindex.TAAK_PASSAGE: lambda huis, gegevens: archiefindex.schrijf_passage(huis, gegevens["passage_id"]),
    lopendindex.TAAK: lambda huis, _gegevens: lopendindex.werk_bij(huis),
    post.TAAK: lambda huis, gegevens: post.verstuur(huis, gegevens["bericht_id"]),
    karweien.TAAK: lambda huis, gegevens: karweien.voer_uit(huis, gegevens["karwei_id"]),
    herberekening.TAAK: herberekening.werk_bij,
    signaalwoorden.TAAK: lambda huis, gegevens: signaalwoorden.herlees(huis, gegevens["code"]),
    stapel.TAAK: lambda huis, gegevens: stapel.lees_stuk(huis, gegevens["inname_id"]),
}


def werk_een(huis: Huis, namen: Collection[str] | None = None) -> bool:
    """Does one due job, of these names or of any. Tells whether there was one. A failing job is tried again later, with its error kept."""
    with buitenom(huis, Buitenom.WORKER) as sessie:
        taak = jobs.neem(sessie, huis.nu(), namen=namen)
    if taak is None:
        return False
    try:
        _TAKEN[taak.naam](huis, taak.gegevens)
    except IndexBezet:
        with buitenom(huis, Buitenom.WORKER) as sessie:
            jobs.uitstellen(sessie, taak.id, huis.nu() + timedelta(seconds=1))
        return True
    except Exception as fout:  # noqa: BLE001 - the one place where a job may fail in any way: its error is kept
        _log.exception("taak %s mislukt", taak.naam)
        with buitenom(huis, Buitenom.WORKER) as sessie:
            jobs.mislukt(sessie, taak.id, repr(fout), huis.nu())
        return True
    with buitenom(huis, Buitenom.WORKER) as sessie:
        jobs.klaar(sessie, taak.id)
    return True


def _indexeer(huis: Huis, vragenset_id: int) -> None:
    """Every index; a worker that dies in between finds the job again."""
    index.indexeer(huis, vragenset_id)
    archiefindex.schrijf_set(huis, vragenset_id)
    lopendindex.volg(huis, vragenset_id)


def houd_indexen_heel(huis: Huis) -> None:
    """Builds an index that is missing, damaged or of another version; nobody who looks at a page has to."""
    if index.zoals_hij_is(huis).in_opbouw:
        index.geopend(huis)
    if archiefindex.zoals_het_is(huis).in_opbouw:
        archiefindex.geopend(huis)
    lopendindex.herstel(huis)


def werk_bij(huis: Huis, hoogstens: int = 10_000, namen: Collection[str] | None = None) -> int:
    """Does what is due now and returns how many jobs that were."""
    aantal = 0
    while aantal < hoogstens and werk_een(huis, namen):
        aantal += 1
    return aantal
