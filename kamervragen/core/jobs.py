"""Planned jobs, taken one by one, in as many processes as one likes; each is held by name, and held on to while it runs."""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from sqlmodel import Session

from kamervragen.core.act import Buitenom, Huis, buitenom
from kamervragen.core.store import jobs
from kamervragen.core.store.jobs import Taak
from kamervragen.domain.errors import Bezet, Onbereikbaar

_log = logging.getLogger(__name__)
_MOMENT = timedelta(seconds=1)
_RENEW = jobs.HUUR.total_seconds() / 3

# What is to be written of a job that ended, whatever way.
Outcome = Callable[[Session], object]
# What a job does with the data it was planned with, and which job does which. What touches the world outside returns what
# is to be written of it: in one transaction with the end of the job, so that it is never done twice for want of a line.
Job = Callable[[Huis, dict[str, Any]], Outcome | None]
Work = Mapping[str, Job]


class Later(Exception):  # noqa: N818 - no fault: it is done a moment later
    """What a job raises that must wait for another: it is tried again in a second or so much later, and did not fail."""

    def __init__(self, after: timedelta = _MOMENT) -> None:
        super().__init__()
        self.after = after


def do_one(huis: Huis, work: Work, names: Collection[str] | None = None) -> bool:
    """Does one due job, of these names or of any. Tells whether there was one.

    A failing job is tried again later, with its error kept. One that a slower worker lost is ended by who holds it now.
    While the database is away nothing is said of a job; what became of it is said first thing when it is back.
    """
    _say_what_was_left(huis)
    holder = secrets.token_hex(8)
    try:
        with buitenom(huis, Buitenom.WORKER) as sessie:
            job = jobs.neem(sessie, huis.nu(), houder=holder, namen=names)
    except Onbereikbaar:
        huis.hand.left.append(lambda sessie: jobs.geef_terug(sessie, holder, huis.nu()))  # it may have been taken
        raise
    if job is None:
        return False
    try:
        _say(huis, _outcome(huis, work, job))
    except Onbereikbaar:
        raise
    except Exception as fout:  # noqa: BLE001 - what it came to could not be written: that is a failure like another
        _log.exception("taak %s kon niet worden afgemeld", job.naam)
        why = repr(fout)
        _say(huis, lambda sessie: jobs.mislukt(sessie, job, why, huis.nu()))
    return True


def _outcome(huis: Huis, work: Work, job: Taak) -> Outcome:
    """Does a job, and gives what is to be written of it."""
    try:
        with _held(huis, job):
            told = work[job.naam](huis, job.gegevens)
    except Later as later:
        after = later.after
        return lambda sessie: jobs.geef_terug(sessie, job.houder, huis.nu() + after)
    except (Bezet, Onbereikbaar):  # the job did not fail: its try does not count
        return lambda sessie: jobs.geef_terug(sessie, job.houder, huis.nu() + _MOMENT)
    except Exception as fout:  # noqa: BLE001 - the one place where a job may fail in any way: its error is kept
        _log.exception("taak %s mislukt", job.naam)
        why = repr(fout)
        return lambda sessie: jobs.mislukt(sessie, job, why, huis.nu())

    def done(sessie: Session) -> None:
        if told is not None:
            told(sessie)
        jobs.klaar(sessie, job)

    return done


def _say(huis: Huis, outcome: Outcome) -> None:
    try:
        with buitenom(huis, Buitenom.WORKER) as sessie:
            outcome(sessie)
    except Onbereikbaar:
        huis.hand.left.append(outcome)
        raise


def _say_what_was_left(huis: Huis) -> None:
    left = huis.hand.left
    while left:
        _say(huis, left.pop(0))


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
    huis.hand.held[job.houder] = job
    try:
        yield
    finally:
        done.set()
        huis.hand.held.pop(job.houder, None)


def hand_back(huis: Huis) -> int:
    """Gives back what this process has in hand and will not finish, for another to take at once. Tells how many.

    While the database is away none is: what was held is free after two minutes.
    """
    held = tuple(huis.hand.held)
    try:
        _say_what_was_left(huis)
        with buitenom(huis, Buitenom.WORKER) as sessie:
            for holder in held:
                jobs.geef_terug(sessie, holder, huis.nu())
    except Onbereikbaar:
        _log.warning("%d taken konden niet worden teruggegeven", len(held))
        return 0
    return len(held)


def catch_up(huis: Huis, work: Work, at_most: int = 10_000, names: Collection[str] | None = None) -> int:
    """Does what is due now and returns how many jobs that were."""
    done = 0
    while done < at_most and do_one(huis, work, names):
        done += 1
    return done
