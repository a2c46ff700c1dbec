"""Promise V4, in part: while one lane is full a light page comes as it did: p95 at most twice as long and 100 ms more.

Requests arrive at a fixed rate, whether or not the ones before were answered, as people do. It is measured with the full
promises only, on a machine that does nothing else.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.domain.rollen import Rol
from kamervragen.mensen import gebruikers
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from tests.promises import noteer
from tests.promises.test_crash import kop_van, log_in, server
from tests.stukken import ANTWOORD, VRAGEN, brought
from tests.web.bezoeker import WACHTWOORD

pytestmark = pytest.mark.dienst
_LICHT = 5  # light pages a second
_SECONDEN = 15
# What arrives a second of each heavy kind; each is more than its lane can do.
_ZWAAR = {"wachtwoorden": 20, "omzetten": 5, "zoeken": 20, "lezen": 10}


def _aankomsten(per_seconde: int, seconden: float, doe: Callable[[], object], stop: threading.Event) -> list[float]:
    """Does this so often a second, each in a thread of its own. Returns how long each took, in seconds."""
    duren: list[float] = []

    def een() -> None:
        begin = time.perf_counter()
        doe()
        duren.append(time.perf_counter() - begin)

    with ThreadPoolExecutor(max_workers=200) as draden:
        begin = time.perf_counter()
        for nummer in range(int(per_seconde * seconden)):
            time.sleep(max(0.0, begin + nummer / per_seconde - time.perf_counter()))
            if stop.is_set():
                break
            draden.submit(een)
    return duren


def _p95(duren: list[float]) -> float:
    return sorted(duren)[int(0.95 * (len(duren) - 1))]


@pytest.mark.parametrize("baan", sorted(_ZWAAR))
def test_a_full_lane_holds_up_no_light_page(tmp_path: Path, baan: str) -> None:
    (programma := tmp_path / "soffice").write_text("#!/bin/sh\nexec sleep 300\n")
    programma.chmod(0o700)
    huis = maak_huis(settings=Settings(data=tmp_path / "data"))
    sleutel = brought(huis, VRAGEN, ANTWOORD)
    gebruikers.maak(
        huis, OPDRACHTREGEL, inlognaam="anna", naam="Anna", wachtwoord=WACHTWOORD, rollen=(Rol.COORDINATOR,)
    )
    huis.engine.dispose()
    with server(tmp_path / "data", KAMERVRAGEN_LIBREOFFICE=str(programma)) as (_proces, adres):
        koekjes, token = log_in(adres)
        stop = threading.Event()
        with httpx.Client(
            base_url=adres, headers=kop_van(koekjes), timeout=60, limits=httpx.Limits(max_connections=None)
        ) as client:

            def licht() -> None:
                assert client.get("/account").status_code == 200

            zwaar = {
                "wachtwoorden": lambda: client.post(
                    "/inloggen", data={"token": token, "inlognaam": "x", "wachtwoord": "y"}
                ),
                "omzetten": lambda: client.get(f"/vragensets/{sleutel}/papieren/antwoord.odt"),
                "zoeken": lambda: client.get(f"/vragensets/{sleutel}/eerste-ronde"),
                "lezen": lambda: client.post(
                    "/lijstinname",
                    data={"token": token, "soort": "sets"},
                    files={"bestand": ("a.csv", b"a;b\n" * 2_000)},
                ),
            }[baan]
            for _ in range(5):
                licht()
            stil = _p95(_aankomsten(_LICHT, _SECONDEN, licht, stop))
            druk = threading.Thread(target=_aankomsten, args=(_ZWAAR[baan], _SECONDEN + 5, zwaar, stop))
            druk.start()
            time.sleep(2)
            vol = _p95(_aankomsten(_LICHT, _SECONDEN, licht, threading.Event()))
            stop.set()
            druk.join()
    noteer(
        "V4",
        "een volle baan houdt een lichte pagina niet op",
        f"{baan}, {_ZWAAR[baan]} per seconde: p95 {1000 * stil:.0f} ms stil, {1000 * vol:.0f} ms met een volle baan",
    )
    assert vol <= 2 * stil + 0.1, (stil, vol)
