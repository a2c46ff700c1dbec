"""The end of a process: in time, whatever hangs, and what it had in hand is for another at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.core.rows import TaakRij
from kamervragen.core.store import jobs
from kamervragen.core.store.engine import reading, writing
from kamervragen.domain.rollen import Rol
from kamervragen.mensen import gebruikers
from kamervragen.papieren.rows import KarweiRij
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from tests.promises.test_crash import log_in
from tests.web.bezoeker import WACHTWOORD

_HANGT = """
import sys, time
from kamervragen import jobs
jobs.WORK["indexeer"] = lambda huis, gegevens: (print("bezig", flush=True), time.sleep(120))
from kamervragen.cli import main
sys.argv = ["kamervragen", sys.argv[1]]
main()
"""


def _started(command: str, data: Path) -> subprocess.Popen[str]:
    """A process whose one job hangs."""
    environ = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("KAMERVRAGEN_")}
    return subprocess.Popen(
        [sys.executable, "-c", _HANGT, command],
        env=environ | {"KAMERVRAGEN_DATA": str(data), "KAMERVRAGEN_POORT": "0"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def thuis(tmp_path: Path) -> Huis:
    """A house with somebody who waits for long work, and a job that will hang."""
    huis = maak_huis(settings=Settings(data=tmp_path / "data"))
    id = gebruikers.maak(
        huis, OPDRACHTREGEL, inlognaam="anna", naam="Anna", wachtwoord=WACHTWOORD, rollen=(Rol.OPSTELLER,)
    )
    with writing(huis.engine) as sessie:
        sessie.add(KarweiRij(soort="papieren", gebruiker_id=id, begonnen=huis.nu()))
        jobs.plan(sessie, "indexeer", {"vragenset_id": 1}, sleutel="indexeer:1", op=huis.nu())
    return huis


def _job(huis: Huis) -> TaakRij:
    with reading(huis.engine) as sessie:
        return sessie.get_one(TaakRij, 1)


def test_a_server_ends_in_time_with_a_stream_open_and_a_job_in_hand(thuis: Huis) -> None:
    server = _started("serve", thuis.settings.data)
    assert server.stdout is not None
    address, busy = server.stdout.readline().strip(), server.stdout.readline().strip()
    assert busy == "bezig"
    cookies, _ = log_in(address)
    told = threading.Event()

    def follow() -> None:
        kop = {"Cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in cookies.items())}
        with (
            suppress(httpx.HTTPError),
            httpx.Client(base_url=address, timeout=60).stream("GET", "/karweien/1/voortgang", headers=kop) as stream,
        ):
            for _ in stream.iter_lines():
                told.set()

    threading.Thread(target=follow, daemon=True).start()
    assert told.wait(30)
    began = time.monotonic()
    server.send_signal(signal.SIGTERM)
    server.communicate(timeout=60)
    assert time.monotonic() - began < 20
    assert (_job(thuis).status, _job(thuis).pogingen, _job(thuis).houder) == ("wacht", 0, None)


def test_a_worker_that_is_told_to_stop_hands_its_job_back(thuis: Huis) -> None:
    worker = _started("worker", thuis.settings.data)
    assert worker.stdout is not None
    assert worker.stdout.readline().strip() == "bezig"
    began = time.monotonic()
    worker.send_signal(signal.SIGTERM)
    worker.communicate(timeout=60)
    assert worker.returncode == 0
    assert time.monotonic() - began < 20
    assert (_job(thuis).status, _job(thuis).pogingen, _job(thuis).houder) == ("wacht", 0, None)
