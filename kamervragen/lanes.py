"""Lanes for what is heavy: so many at once, a short row behind them, and whoever comes then is told at once.

Without them one pool of threads serves all: twenty people who log in, or a converter that hangs, would make every page wait.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from kamervragen.domain.errors import Bezet

_CORES = os.cpu_count() or 1


class Lane:
    """A lane with `at_once` places and `waiting` behind them; nobody waits longer than `patience` seconds."""

    def __init__(self, name: str, *, at_once: int, waiting: int, patience: float) -> None:
        self.name, self.turned_away = name, 0
        self._room, self._patience = at_once + waiting, patience
        self._places, self._lock, self.inside = threading.BoundedSemaphore(at_once), threading.Lock(), 0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Waits for a place. :raises Bezet: the row is full, or it took too long."""
        with self._lock:
            if self.inside >= self._room:
                self.turned_away += 1
                raise _full()
            self.inside += 1
        try:
            if not self._places.acquire(timeout=self._patience):
                with self._lock:
                    self.turned_away += 1
                raise _full()
            try:
                yield
            finally:
                self._places.release()
        finally:
            with self._lock:
                self.inside -= 1


def _full() -> Bezet:
    return Bezet(
        "Het is hier nu even te druk. Probeer het over een ogenblik opnieuw; wat u typte, staat nog in dit venster."
    )


# What computes goes one at a time where it can: beside it there is always a core, and a thread that waits, for a page.
# Each hash takes 64 MiB while it runs: a whole ministry that logs in at nine must not fill the machine.
PASSWORDS = Lane("wachtwoorden", at_once=1, waiting=7, patience=10)
CONVERSION = Lane("omzetten", at_once=2, waiting=4, patience=10)
READING = Lane("lezen", at_once=max(2, _CORES), waiting=8, patience=40)
SEARCH = Lane("zoeken", at_once=max(1, _CORES - 1), waiting=6, patience=10)
ALL = (PASSWORDS, CONVERSION, READING, SEARCH)
