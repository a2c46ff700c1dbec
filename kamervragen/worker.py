"""The worker: does what is planned, and in its quiet moments what comes back every day."""

from __future__ import annotations

import logging
import os
import secrets
import signal
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from kamervragen import jobs
from kamervragen.beheer import anker
from kamervragen.core import jobs as core_jobs
from kamervragen.core.act import Buitenom, Huis, buitenom
from kamervragen.core.store import files, heartbeats, once, sessions
from kamervragen.core.store.engine import meet_tabellen
from kamervragen.domain.errors import Onbereikbaar
from kamervragen.hergebruik import indexwerk
from kamervragen.lijn import bijdrageherinnering
from kamervragen.papieren import karweien
from kamervragen.vandaag import ochtendpost

_log = logging.getLogger(__name__)
_RUST = 0.5  # seconds between two looks when there is nothing to do
_HALF = timedelta(hours=1)  # nobody writes a file longer than this
_SLAG = timedelta(seconds=15)
_LAATSTE_TAAK = 6.0  # seconds for the job in hand, once it is told to stop
_LANGSTE_RUST = 30.0  # seconds between two tries of what goes on failing
_RUST_WEG = 2.0  # and while the database is away: once it is back nobody waits long


@dataclass
class Worker:
    """One worker of a house. Whatever its duties raise is logged, counted by duty and survived: the others go on."""

    huis: Huis
    naam: str = field(default_factory=lambda: f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(3)}")
    mislukt: Counter[str] = field(default_factory=Counter)
    waarom: dict[str, str] = field(default_factory=dict)
    tik: Callable[[], float] = time.monotonic
    _achtereen: Counter[str] = field(default_factory=Counter)
    _niet_voor: dict[str, float] = field(default_factory=dict)
    _laatst: dict[str, date] = field(default_factory=dict)
    _begonnen: datetime | None = None
    _geslagen: datetime | None = None

    def werk_door(self, stop: threading.Event) -> None:
        """Works until `stop` is set: jobs first, and its duties when there are none. What fails is tried again later."""
        while not stop.is_set():
            self._bewaakt("hartslag", self._sla)
            self._bewaakt("opruimen", lambda: self._eens_per_dag("opruimen", self._ruim_op))
            if self._bewaakt("taken", lambda: jobs.do_one(self.huis)):
                continue
            for naam, plicht in self._plichten():
                self._bewaakt(naam, plicht)
            stop.wait(_RUST)
        self._bewaakt("hartslag", self._stop)

    def _plichten(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        return (
            ("indexen", lambda: indexwerk.houd_heel(self.huis)),
            ("anker", lambda: anker.veranker(self.huis)),
            ("ochtendpost", lambda: ochtendpost.verstuur(self.huis)),
            ("bijdrageherinnering", lambda: bijdrageherinnering.herinner(self.huis)),
            ("tabellen meten", lambda: self._eens_per_dag("tabellen meten", lambda: meet_tabellen(self.huis.engine))),
        )

    def _bewaakt(self, naam: str, plicht: Callable[[], object]) -> bool:
        """Does one duty, and tells whether it did something. A fault that repeats is logged with its trace once.

        Each duty that fails waits by itself, longer every time; the others do not wait for it.
        """
        if self.tik() < self._niet_voor.get(naam, 0.0):
            return False
        try:
            gedaan = bool(plicht())
        except Exception as fout:  # noqa: BLE001 - nothing that a duty raises may end the only worker
            self.mislukt[naam] += 1
            self.waarom[naam] = repr(fout)[:500]
            self._achtereen[naam] += 1
            keer = self._achtereen[naam]
            langste = _RUST_WEG if isinstance(fout, Onbereikbaar) else _LANGSTE_RUST
            self._niet_voor[naam] = self.tik() + min(_RUST * 2 ** min(keer, 10), langste)
            _log.error("de worker kon %s niet doen (%d keer achtereen): %r", naam, keer, fout, exc_info=keer == 1)
            return False
        if self._achtereen.pop(naam, 0):
            del self._niet_voor[naam]
            _log.warning("de worker doet %s weer", naam)
        return gedaan

    def _sla(self) -> None:
        """Shows every quarter of a minute that this worker lives, with what its duties came to."""
        if self._geslagen is not None and self.huis.nu() - self._geslagen < _SLAG:
            return
        plichten = {
            naam: {"mislukt": keer, "achtereen": self._achtereen[naam], "waarom": self.waarom.get(naam, "")}
            for naam, keer in self.mislukt.items()
        }
        nu = self.huis.nu()
        with buitenom(self.huis, Buitenom.WORKER) as sessie:
            heartbeats.beat(sessie, self.naam, began=self._begonnen or nu, now=nu, duties=plichten)
        self._begonnen, self._geslagen = self._begonnen or nu, nu

    def _stop(self) -> None:
        with buitenom(self.huis, Buitenom.WORKER) as sessie:
            heartbeats.end(sessie, self.naam)

    def _eens_per_dag(self, naam: str, plicht: Callable[[], object]) -> None:
        """Does this once a day: in the first moment that it can."""
        if self._laatst.get(naam) != self.huis.vandaag():
            plicht()
            self._laatst[naam] = self.huis.vandaag()

    def _ruim_op(self) -> None:
        """Sessions that ran out and forms of days ago go; so do files that nobody asks for, or that a crash left half."""
        karweien.ruim_op(self.huis)
        files.sweep(self.huis.settings.data, older_than=_HALF)
        with buitenom(self.huis, Buitenom.WORKER) as sessie:
            sessions.drop_expired(sessie, self.huis.nu())
            once.ruim_op(sessie, self.huis.nu())


def houd_gaande(worker: Worker, stop: threading.Event, einde: Callable[[], object]) -> None:
    """Runs a worker until `stop`. One that is beyond help ends the process: a server without a worker looks whole and is not."""
    try:
        worker.werk_door(stop)
    finally:
        if not stop.is_set():
            _log.critical("de worker is gestopt; het proces eindigt, zodat wie het bewaakt het opnieuw start")
            einde()


def draai_alleen(huis: Huis) -> bool:
    """Runs a worker in this process until it is told to stop, and hands back the job it cannot finish by then.

    Returns whether it stopped because it was told to.
    """
    stop, einde = threading.Event(), threading.Event()
    for teken in (signal.SIGTERM, signal.SIGINT):
        signal.signal(teken, lambda _teken, _beeld: stop.set())
    draad = threading.Thread(target=houd_gaande, args=(Worker(huis), stop, einde.set), name="worker", daemon=True)
    draad.start()
    while not stop.wait(_RUST) and not einde.is_set():
        pass
    draad.join(timeout=_LAATSTE_TAAK)
    core_jobs.hand_back(huis)
    return stop.is_set()
