"""Planned jobs, taken one by one, in as many processes as one likes; each is held by name, and held on to while it runs."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from kamervragen.core.act import Buitenom, Huis, buitenom
from kamervragen.core.store import jobs
from kamervragen.core.store.jobs import Taak
from kamervragen.domain.errors import Bezet, Onbereikbaar

_log = logging.getLogger(__name__)
_MOMENT = timedelta(seconds=1)
_RENEW = jobs.HUUR.total_seconds() / 3

# What a job does with the data it was planned with, and which job does which.
Job = Callable[[Huis, dict[str, Any]], object]
Work = Mapping[str, Job]


class Later(Exception):  # noqa: N818 - no fault: it is done a moment later
    """What a job raises that must wait for another: it is tried again in a second, and did not fail."""


def do_one(huis: Huis, work: Work, names: Collection[str] | None = None) -> bool:
    """Does one due job, of these names or of any. Tells whether there was one.

    A failing job is tried again later, with its error kept. One that a slower worker lost is ended by who holds it now.
    """
    with buitenom(huis, Buitenom.WORKER) as sessie:
        job = jobs.neem(sessie, huis.nu(), namen=names)
    if job is None:
        return False
    try:
        with _held(huis, job):
            work[job.naam](huis, job.gegevens)
    except (Later, Bezet):
        with buitenom(huis, Buitenom.WORKER) as sessie:
            jobs.uitstellen(sessie, job, huis.nu() + _MOMENT)
        return True
    except Exception as fout:  # noqa: BLE001 - the one place where a job may fail in any way: its error is kept
        _log.exception("taak %s mislukt", job.naam)
        with buitenom(huis, Buitenom.WORKER) as sessie:
            jobs.mislukt(sessie, job, repr(fout), huis.nu())
        return True
    with buitenom(huis, Buitenom.WORKER) as sessie:
        jobs.klaar(sessie, job)
    return True


@contextmanager
def _held(huis: Huis, job: Taak) -> Iterator[None]:
    """Renews the hold on a job while it runs, so that what takes long is not taken by a second worker."""
    done = threading.Event()

    def renew() -> None:
        while not done.wait(_RENEW):
            try:
                with buitenom(huis, Buitenom.WORKER) as sessie:
                    if not jobs.verleng(sessie, job, huis.nu()):
                        return
            except Onbereikbaar:
                _log.warning("taak %s kon niet worden vastgehouden; straks opnieuw", job.naam)

    keeper = threading.Thread(target=renew, name=f"houdt-{job.naam}", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        done.set()


def catch_up(huis: Huis, work: Work, at_most: int = 10_000, names: Collection[str] | None = None) -> int:
    """Does what is due now and returns how many jobs that were."""
    done = 0
    while done < at_most and do_one(huis, work, names):
        done += 1
    return done
