"""The three indexes kept equal to the database: the jobs that follow a change, and the mending of what is damaged."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from kamervragen.core import jobs
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.hergebruik import archiefindex
from kamervragen.register import lopendindex
from kamervragen.search.index import IndexBezet, IndexStuk, zet_opzij
from kamervragen.sets import index

T = TypeVar("T")
_log = logging.getLogger(__name__)


def _set(huis: Huis, gegevens: dict[str, Any]) -> None:
    """Writes a set in every index; a worker that dies in between finds the job again."""
    id = gegevens["vragenset_id"]
    try:
        index.indexeer(huis, id)
        archiefindex.schrijf_set(huis, id)
        lopendindex.volg(huis, id)
    except IndexBezet as bezet:
        raise jobs.Later from bezet


def _passage(huis: Huis, gegevens: dict[str, Any]) -> None:
    try:
        archiefindex.schrijf_passage(huis, gegevens["passage_id"])
    except IndexBezet as bezet:
        raise jobs.Later from bezet


def _lopend(huis: Huis, _gegevens: dict[str, Any]) -> None:
    try:
        lopendindex.werk_bij(huis)
    except IndexBezet as bezet:
        raise jobs.Later from bezet


WERK: jobs.Work = {index.TAAK: _set, archiefindex.TAAK_PASSAGE: _passage, lopendindex.TAAK: _lopend}


def bij_voor(huis: Huis, wie: Wie) -> None:
    """Does what waits for the indexes, for the command line alone: it has no worker beside it. A page finds what is there."""
    if wie.gebruiker_id is None:
        jobs.catch_up(huis, WERK, names=tuple(WERK))
        index.geopend(huis)
        archiefindex.geopend(huis)
        lopendindex.herstel(huis)


def met_wat_heel_is(huis: Huis, maak: Callable[[], T]) -> T:
    """Makes something of the indexes. One that cannot be read is set aside for the worker to build, and what is left is used:
    a page never fails because of what can be derived again.
    """
    try:
        return maak()
    except IndexStuk:
        _log.error("een zoekindex kan niet worden gelezen; hij wordt opnieuw gebouwd", exc_info=True)
        for folder in (huis.settings.index, huis.settings.archief, huis.settings.lopend):
            zet_opzij(folder)
        return maak()


def houd_heel(huis: Huis) -> None:
    """Builds an index that is missing, damaged or of another version; nobody who looks at a page has to."""
    if index.zoals_hij_is(huis).in_opbouw:
        index.geopend(huis)
    if archiefindex.zoals_het_is(huis).in_opbouw:
        archiefindex.geopend(huis)
    lopendindex.herstel(huis)
