"""Promise D1: what was acknowledged survives the end of the process, at whatever moment it comes."""

from __future__ import annotations

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx

from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.core.store import audit
from kamervragen.core.store.engine import reading
from kamervragen.domain.rollen import Rol
from kamervragen.mensen import gebruikers
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from tests.promises import aantal, noteer
from tests.stukken import VRAGEN, brought
from tests.web.bezoeker import WACHTWOORD

_SCHRIJVERS = 3  # one per question
_TOKEN = re.compile(r'name="token" value="([^"]*)"')


@contextmanager
def server(data: Path, **settings: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The real server on a free port, in a process of its own."""
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("KAMERVRAGEN_")}
    proces = subprocess.Popen(
        [sys.executable, "-m", "kamervragen", "serve"],
        env=schoon | {"KAMERVRAGEN_DATA": str(data), "KAMERVRAGEN_POORT": "0"} | settings,
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert proces.stdout is not None
        yield proces, proces.stdout.readline().strip()
    finally:
        proces.kill()
        proces.wait()
        if proces.stdout is not None:
            proces.stdout.close()


def _koekjes(antwoord: httpx.Response) -> dict[str, str]:
    regels = (regel.partition(";")[0].partition("=") for regel in antwoord.headers.get_list("set-cookie"))
    return {naam: waarde.strip('"') for naam, _, waarde in regels}


def kop_van(koekjes: dict[str, str]) -> dict[str, str]:
    return {"Cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in koekjes.items())}


def log_in(adres: str) -> tuple[dict[str, str], str]:
    """The cookies and the token of a session; both outlive the process, for the session is in the database."""
    with httpx.Client(base_url=adres) as client:
        pagina = client.get("/inloggen")
        koekjes, (token,) = _koekjes(pagina), set(_TOKEN.findall(pagina.text))
        velden = {"token": token, "inlognaam": "anna", "wachtwoord": WACHTWOORD}
        binnen = client.post("/inloggen", data=velden, headers=kop_van(koekjes))
        assert binnen.status_code == 303, binnen.text
        koekjes |= _koekjes(binnen)
        token = _TOKEN.findall(client.get("/vragensets", headers=kop_van(koekjes)).text)[0]
        return koekjes, token


def _schrijf(
    adres: str, label: str, wie: tuple[dict[str, str], str], versie: int, erkend: list[str], stop: threading.Event
) -> None:
    """Saves as fast as it can; what the server acknowledged is written down, until the line breaks."""
    koekjes, token = wie
    with httpx.Client(base_url=adres, headers=kop_van(koekjes), timeout=10) as client:
        while not stop.is_set():
            tekst = f"Antwoord {label} in versie {versie + 1}."
            try:
                antwoord = client.post(
                    f"/vragensets/KV-000001/vragen/{label}/antwoord",
                    data={"token": token, "tekst": tekst, "versie": str(versie)},
                )
            except httpx.HTTPError:
                return
            assert antwoord.status_code == 303, antwoord.text
            erkend.append(tekst)
            versie += 1


def _wacht_op_werk(erkend: dict[str, list[str]]) -> None:
    """Until the server is saving: a process that ends while it starts proves little."""
    stand, tot = sum(map(len, erkend.values())), time.monotonic() + 30
    while sum(map(len, erkend.values())) == stand and time.monotonic() < tot:
        time.sleep(0.005)


def _in_database(data: Path) -> dict[str, list[str]]:
    """Question -> the texts of its versions in order, read by another hand than the program's."""
    with closing(sqlite3.connect(data / "kamervragen.db")) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rijen = db.execute(
            "SELECT v.label, w.tekst, w.versie, a.versie, a.tekst FROM antwoordversie w JOIN antwoord a ON a.id = w.antwoord_id "
            "JOIN antwoord_vraag k ON k.antwoord_id = a.id JOIN vraag v ON v.id = k.vraag_id ORDER BY v.label, w.versie"
        ).fetchall()
    uit: dict[str, list[str]] = {}
    for label, tekst, *_ in rijen:
        uit.setdefault(label, []).append(tekst)
    laatste = {label: (versie, tekst, a_versie, a_tekst) for label, tekst, versie, a_versie, a_tekst in rijen}
    assert all(versie == a_versie and tekst == a_tekst for versie, tekst, a_versie, a_tekst in laatste.values())
    return uit


def test_what_was_acknowledged_survives_kill_9(tmp_path: Path, snel_wachtwoord: None) -> None:
    slagen, toeval, data = aantal(klein=3, vol=200), random.Random(20260623), tmp_path / "data"
    huis = maak_huis(settings=Settings(data=data))
    brought(huis, VRAGEN)
    gebruikers.maak(huis, OPDRACHTREGEL, inlognaam="anna", naam="Anna", wachtwoord=WACHTWOORD, rollen=(Rol.OPSTELLER,))
    huis.engine.dispose()
    wie: tuple[dict[str, str], str] | None = None
    erkend: dict[str, list[str]] = {str(nummer): [] for nummer in range(1, _SCHRIJVERS + 1)}
    for _ in range(slagen):
        with server(data) as (proces, adres):
            wie = wie or log_in(adres)
            stop = threading.Event()
            stand = {label: len(teksten) for label, teksten in _in_database(data).items()}
            schrijvers = [
                threading.Thread(target=_schrijf, args=(adres, label, wie, stand.get(label, 0), erkend[label], stop))
                for label in erkend
            ]
            for schrijver in schrijvers:
                schrijver.start()
            _wacht_op_werk(erkend)
            time.sleep(toeval.uniform(0, 0.3))
            proces.send_signal(signal.SIGKILL)
            proces.wait()
            stop.set()
            for schrijver in schrijvers:
                schrijver.join()
        bewaard = _in_database(data)
        verloren = {label: set(teksten) - set(bewaard.get(label, [])) for label, teksten in erkend.items()}
        assert not any(verloren.values()), verloren
    na = maak_huis(settings=Settings(data=data))
    with reading(na.engine) as sessie:
        assert audit.eerste_fout(sessie) is None
    na.engine.dispose()
    totaal = sum(len(teksten) for teksten in erkend.values())
    assert totaal >= slagen
    noteer(
        "D1",
        "wat bewaard is, overleeft een crash",
        f"{slagen} keer kill -9, {totaal} bevestigde keren bewaren: 0 verloren, 0 beschadigd",
    )
