"""How the program is: a worker that shows itself, a job that was given up and is mended, and what machines ask."""

from __future__ import annotations

import json
import logging
import threading
from datetime import timedelta

import pytest
from litestar.testing import TestClient

from kamervragen import jobs
from kamervragen.app import create_app
from kamervragen.beheer import toestand
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.skipping import Skipping
from kamervragen.core.store import jobs as kast
from kamervragen.core.store.engine import writing
from kamervragen.domain.errors import NietGevonden, NietToegestaan
from kamervragen.settings import Settings
from kamervragen.worker import Worker, houd_gaande
from tests.conftest import Klok


def _give_up(huis: Huis, klok: Klok, monkeypatch: pytest.MonkeyPatch) -> int:
    """A job that failed five times."""

    def fails(_huis: Huis, _data: dict[str, object]) -> None:
        raise ValueError("de schijf knarst")

    monkeypatch.setitem(jobs.WORK, "mail", fails)
    with writing(huis.engine) as sessie:
        kast.plan(sessie, "mail", {"bericht_id": 1}, sleutel="mail-1", op=huis.nu())
    for _ in range(6):
        jobs.catch_up(huis)
        klok.vooruit(minutes=2)
    [gevallen] = toestand.toon(huis, OPDRACHTREGEL).mislukt
    return gevallen.id


def test_a_job_that_was_given_up_is_shown_with_why_and_done_once_it_is_mended(
    huis: Huis, klok: Klok, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = _give_up(huis, klok, monkeypatch)
    [gevallen] = toestand.toon(huis, OPDRACHTREGEL).mislukt
    assert (gevallen.naam, gevallen.fout, gevallen.pogingen) == ("mail", "ValueError('de schijf knarst')", 5)
    gedaan: list[object] = []
    monkeypatch.setitem(jobs.WORK, "mail", lambda _huis, data: gedaan.append(data))
    toestand.opnieuw(huis, OPDRACHTREGEL, id)
    assert jobs.catch_up(huis) == 1
    assert gedaan == [{"bericht_id": 1}]
    assert toestand.toon(huis, OPDRACHTREGEL).mislukt == ()
    with pytest.raises(NietGevonden):
        toestand.opnieuw(huis, OPDRACHTREGEL, id)


def test_only_who_keeps_the_program_may_look(huis: Huis, anna: Wie) -> None:
    with pytest.raises(NietToegestaan):
        toestand.toon(huis, anna)


def test_a_worker_shows_itself_and_is_gone_when_it_stops(huis: Huis, klok: Klok) -> None:
    assert not toestand.klaar(huis)["worker"]
    worker, stop = Worker(huis), threading.Event()
    worker._sla()
    assert toestand.klaar(huis)["worker"]
    klok.vooruit(minutes=3)
    assert not toestand.klaar(huis)["worker"]
    worker._sla()
    stop.set()
    worker.werk_door(stop)
    assert toestand.toon(huis, OPDRACHTREGEL).workers == ()


def test_a_worker_beyond_help_ends_the_process(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> None:
    geeindigd: list[bool] = []

    def breaks(_self: Worker, _stop: threading.Event) -> None:
        raise MemoryError

    monkeypatch.setattr(Worker, "werk_door", breaks)
    with pytest.raises(MemoryError):
        houd_gaande(Worker(huis), threading.Event(), lambda: geeindigd.append(True))
    assert geeindigd == [True]


def test_a_job_that_takes_longer_than_its_lease_is_not_done_twice(huis: Huis, klok: Klok) -> None:
    with writing(huis.engine) as sessie:
        kast.plan(sessie, "mail", {"bericht_id": 1}, sleutel="mail-1", op=huis.nu())
        eerste = kast.neem(sessie, huis.nu(), houder="de eerste")
    assert eerste is not None
    klok.vooruit(seconds=100)
    with writing(huis.engine) as sessie:
        assert kast.verleng(sessie, eerste, huis.nu())
    klok.vooruit(seconds=100)
    with writing(huis.engine) as sessie:
        assert kast.neem(sessie, huis.nu(), houder="de tweede") is None  # it is still held
    klok.vooruit(seconds=100)
    with writing(huis.engine) as sessie:
        tweede = kast.neem(sessie, huis.nu(), houder="de tweede")
        assert tweede is not None
        assert not kast.verleng(sessie, eerste, huis.nu())
        kast.klaar(sessie, eerste)  # the late one ends nothing
        assert kast.verleng(sessie, tweede, huis.nu())


def test_what_cannot_be_derived_is_named_until_it_can(huis: Huis) -> None:
    def fails() -> int:
        raise ValueError("kapot")

    ronde = Skipping("zoekindex")
    assert (ronde.attempt("1", fails), ronde.attempt("2", lambda: 7)) == (None, 7)
    ronde.write(huis)
    [rij] = toestand.toon(huis, OPDRACHTREGEL).overgeslagen
    assert (rij.soort, rij.sleutel, rij.fout) == ("zoekindex", "1", "ValueError('kapot')")
    opnieuw = Skipping("zoekindex")
    opnieuw.attempt("1", lambda: 1)
    opnieuw.write(huis)
    assert toestand.toon(huis, OPDRACHTREGEL).overgeslagen == ()


def test_machines_are_answered_without_logging_in(huis: Huis) -> None:
    sleutel = "een-sleutel-van-meer-dan-zestien"
    thuis = Huis(
        huis.engine,
        Settings(
            **{**huis.settings.model_dump(), "metingen": sleutel, "beveiligingscontact": "veilig@ministerie.example"}
        ),
        huis.nu,
    )
    with TestClient(create_app(thuis), base_url="https://testserver.local") as client:
        assert client.get("/gezond").text == "goed\n"
        assert client.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"
        assert "Contact: mailto:veilig@ministerie.example\n" in client.get("/.well-known/security.txt").text
        assert client.get("/metrics").status_code == 404
        uit = client.get("/metrics", headers={"Authorization": f"Bearer {sleutel}"})
        assert uit.status_code == 200
        assert 'kamervragen_verzoeken_total{methode="GET",pad="/gezond",status="200"}' in uit.text
        assert sleutel not in uit.text
        assert client.get("/klaar").json()["database"] is True


class _Kept(logging.Handler):
    """What was logged."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.regels: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.regels.append(record.getMessage())


def test_a_request_leaves_its_route_and_no_address(huis: Huis) -> None:
    kept, logger = _Kept(), logging.getLogger("kamervragen.verzoek")
    logger.addHandler(kept)
    logger.setLevel(logging.INFO)
    try:
        with TestClient(create_app(huis), base_url="https://testserver.local") as client:
            antwoord = client.get("/koppeling/GEHEIM")
    finally:
        logger.removeHandler(kept)
    [regel] = [json.loads(regel) for regel in kept.regels]
    assert (regel["pad"], regel["status"], regel["methode"]) == ("/koppeling/{koppeling}", 404, "GET")
    assert regel["verzoek"] == antwoord.headers["X-Verzoek"]
    assert "GEHEIM" not in "".join(kept.regels)


def test_jobs_that_wait_too_long_are_told(huis: Huis, klok: Klok) -> None:
    with writing(huis.engine) as sessie:
        kast.plan(sessie, "mail", {"bericht_id": 1}, sleutel="mail-1", op=huis.nu())
    klok.vooruit(minutes=9)
    assert toestand.toon(huis, OPDRACHTREGEL).te_laat == ()
    klok.vooruit(minutes=2)
    assert len(toestand.toon(huis, OPDRACHTREGEL).te_laat) == 1
    assert toestand.meet(huis)["oudste_s"] == timedelta(minutes=11).total_seconds()
