"""The Nu HTML checker as a service on this machine: asked about one page at a time."""

from __future__ import annotations

import http.client
import json
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Nu = Callable[[bytes], list[str]]
JAR = Path(__file__).resolve().parents[2] / ".venv-nu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
GEEN_NU = f"No checker of HTML at {JAR}, or no Java: `make test` installs both."

_KOPPEN = {"Content-Type": "text/html; charset=utf-8", "User-Agent": "kamervragen"}  # it answers nobody without a name


def los(stuk: bytes) -> bytes:
    """A fragment as a page of its own."""
    return b'<!doctype html><html lang="nl"><head><title>Deel</title></head><body>' + stuk + b"</body></html>"


def _vraag(poort: int, html: bytes) -> list[str]:
    verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=60)
    try:
        verbinding.request("POST", "/?out=json&level=error", html, _KOPPEN)
        antwoord = verbinding.getresponse()
        assert antwoord.status == 200, f"the checker of HTML answered {antwoord.status}"
        berichten = json.loads(antwoord.read())["messages"]
    finally:
        verbinding.close()
    return [f"{b['message']} {b.get('extract', '')!r}" for b in berichten if b["type"] != "info"]


@contextmanager
def nu_dienst() -> Iterator[Nu]:
    """Starts the checker on a free port and stops it: `nu(html)` gives its errors, none when the page is valid."""
    java = shutil.which("java")
    if java is None or not JAR.exists():
        raise FileNotFoundError(GEEN_NU)
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    proces = subprocess.Popen(
        [
            java,
            "-Xmx512m",
            "-Dnu.validator.servlet.bind-address=127.0.0.1",
            "-cp",
            str(JAR),
            "nu.validator.servlet.Main",
            str(poort),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        tot = time.monotonic() + 60
        while True:
            try:
                _vraag(poort, los(b""))
                break
            except ConnectionError:
                assert proces.poll() is None, "the checker of HTML stopped as it started"
                assert time.monotonic() < tot, "the checker of HTML did not start"
                time.sleep(0.2)
        yield lambda html: _vraag(poort, html)
    finally:
        proces.terminate()
        proces.wait(20)
