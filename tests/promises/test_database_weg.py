"""Promises D7 and V7: the database is away during a mail, a job and the turn of the day; each happens exactly once."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from aiosmtpd.controller import Controller

from kamervragen import jobs as werk
from kamervragen.core.act import Buitenom, Huis, buitenom, handeling
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.core.rows import AuditRij, TaakRij
from kamervragen.core.store import jobs
from kamervragen.core.store.engine import maak_engine, reading
from kamervragen.domain.rollen import Handeling, Rol
from kamervragen.mensen import accounts, gebruikers, post
from kamervragen.mensen.rows import BerichtRij
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from kamervragen.worker import Worker
from tests.postgres import server
from tests.promises import aantal, noteer
from tests.stukken import VRAGEN, brought

_VOOR_DE_OCHTEND = datetime(2026, 6, 30, 4, 29, 50, tzinfo=UTC)  # ten seconds before half past six in Amsterdam
_BINNEN = 5.0  # seconds after its return


class _Bus:
    """A mail server that has the first message in hand until it may go on."""

    def __init__(self) -> None:
        self.onderwerpen: Counter[str] = Counter()
        self.begonnen, self.verder = threading.Event(), threading.Event()

    async def handle_DATA(self, _server: Any, _sessie: Any, envelope: Any) -> str:  # noqa: N802 - the name aiosmtpd asks
        self.begonnen.set()
        self.verder.wait(60)
        kop = next(r for r in envelope.content.decode().splitlines() if r.startswith("Subject: "))
        self.onderwerpen[kop.removeprefix("Subject: ")] += 1
        return "250 OK"


def _wacht(tot: Callable[[], bool], seconden: float) -> None:
    einde = time.monotonic() + seconden
    while not tot():
        assert time.monotonic() < einde
        time.sleep(0.02)


def test_what_was_under_way_happens_once_when_the_database_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two workers as on two machines: one has a mail in hand, the other a job that will write; then the day begins."""
    weg, bus, anker = aantal(klein=12, vol=60), _Bus(), tmp_path / "buiten" / "anker.jsonl"
    bezig, mag_verder, gedaan = threading.Event(), threading.Event(), list[int]()
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort = vrij.getsockname()[1]
    ontvanger = Controller(bus, hostname="127.0.0.1", port=poort)
    ontvanger.start()
    begin = time.monotonic()

    def klok() -> datetime:
        return _VOOR_DE_OCHTEND + timedelta(seconds=time.monotonic() - begin)

    def doe(thuis: Huis, _gegevens: dict[str, Any]) -> None:
        gedaan.append(1)
        bezig.set()
        assert mag_verder.wait(60)
        with handeling(thuis, OPDRACHTREGEL, Handeling.ONDERHOUDEN, "proef"):
            pass

    monkeypatch.setitem(werk.WORK, "proef", doe)
    with server() as postgres:
        instelling = Settings(
            data=tmp_path / "data",
            database=f"{postgres.adres}/postgres",
            anker=anker,
            smtp=f"smtp://127.0.0.1:{poort}",
        )
        eerste = replace(maak_huis(settings=instelling), nu=klok)
        tweede = Huis(maak_engine(instelling.database_url), instelling, klok)
        brought(eerste, VRAGEN)  # its last day is in that week: he has a morning message
        mens = gebruikers.maak(
            eerste,
            OPDRACHTREGEL,
            inlognaam="bram",
            naam="Bram",
            wachtwoord="een lang wachtwoord",
            rollen=(Rol.COORDINATOR,),
        )
        accounts.wijzig(eerste, OPDRACHTREGEL, mens, naam="Bram", mail="bram@ministerie.example", versie=1)
        werk.catch_up(eerste)
        with buitenom(eerste, Buitenom.WORKER) as sessie:
            post.schrijf_aan(eerste, sessie, mens, "Uw beurt", "Er ligt iets.")
            jobs.plan(sessie, "proef", {}, sleutel="proef", op=klok())
        stop = threading.Event()
        draden = [threading.Thread(target=Worker(thuis).werk_door, args=(stop,)) for thuis in (eerste, tweede)]
        for draad in draden:
            draad.start()
        assert bus.begonnen.wait(30)
        assert bezig.wait(30)
        postgres.stop()
        bus.verder.set()
        mag_verder.set()
        time.sleep(weg)
        postgres.start()
        terug = time.monotonic()

        def alles() -> bool:
            with reading(eerste.engine) as sessie:
                over = sessie.execute(sa.select(sa.func.count()).select_from(TaakRij)).scalar_one()
                wachtend = sessie.execute(
                    sa.select(sa.func.count()).select_from(BerichtRij).where(sa.column("verzonden_op").is_(None))
                ).scalar_one()
                berichten = sessie.execute(sa.select(sa.func.count()).select_from(BerichtRij)).scalar_one()
            return over == 0 and wachtend == 0 and berichten == 2 and anker.exists()

        _wacht(alles, _BINNEN)
        duur = time.monotonic() - terug
        time.sleep(3)  # what would come a second time, comes now
        stop.set()
        for draad in draden:
            draad.join(30)
        ontvanger.stop()
        with reading(eerste.engine) as sessie:
            regels = sessie.execute(
                sa.select(sa.func.count()).select_from(AuditRij).where(sa.column("object") == "proef")
            ).scalar_one()
        eerste.engine.dispose()
        tweede.engine.dispose()
    assert dict(bus.onderwerpen) == {"Uw beurt": 1, "Vandaag, 30 juni 2026": 1}
    assert regels == 1
    assert [json.loads(regel)["dag"] for regel in anker.read_text().splitlines()] == ["2026-06-30"]
    noteer(
        "V7",
        "mail raakt niet kwijt en gaat niet tweemaal",
        f"PostgreSQL {weg} s weg tijdens een mail, een taak en de dagwisseling: {duur:.1f} s na terugkomst is elk één keer gebeurd",
    )
