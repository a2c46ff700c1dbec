"""The worker: planned jobs are done, failures are kept, nobody's lock stops the rest."""

from __future__ import annotations

import operator
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from kamervragen import jobs as werk
from kamervragen import worker
from kamervragen.core import sessions
from kamervragen.core.act import Huis, handeling
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.core.jobs import Later
from kamervragen.core.rows import TaakRij
from kamervragen.core.store import jobs
from kamervragen.core.store.engine import reading, writing
from kamervragen.domain.rollen import Handeling
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from tests.conftest import Klok
from tests.draden import at_once
from tests.postgres import server
from tests.stukken import contents


def _plan(huis: Huis, naam: str = "indexeer", nummer: int = 1) -> None:
    with writing(huis.engine) as sessie:
        jobs.plan(sessie, naam, {"vragenset_id": nummer}, sleutel=f"{naam}:{nummer}", op=huis.nu())


def _job(huis: Huis, id: int = 1) -> TaakRij:
    with reading(huis.engine) as sessie:
        return sessie.get_one(TaakRij, id)


@pytest.fixture
def taak(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Huis, dict[str, Any]], None]], None]:
    """Puts an act in place of the work of the index."""

    def put(doe: Callable[[Huis, dict[str, Any]], None]) -> None:
        monkeypatch.setitem(werk.WORK, "indexeer", doe)

    return put


Plaats = Callable[[Callable[[Huis, dict[str, Any]], None]], None]


def test_without_jobs_nothing_is_done(huis: Huis) -> None:
    assert not werk.do_one(huis)
    assert werk.catch_up(huis) == 0


def test_a_failing_job_keeps_its_error_and_is_tried_later(huis: Huis, klok: Klok, taak: Plaats) -> None:
    def fail(_huis: Huis, _gegevens: dict[str, Any]) -> None:
        raise ValueError("schijf vol")

    taak(fail)
    _plan(huis)
    assert werk.do_one(huis)
    assert not werk.do_one(huis)
    assert (_job(huis).status, _job(huis).fout) == ("wacht", "ValueError('schijf vol')")
    for _ in range(5):
        klok.vooruit(minutes=1)
        werk.catch_up(huis)
    assert (_job(huis).status, _job(huis).pogingen) == ("mislukt", 5)


def test_a_job_of_an_unknown_kind_fails_by_itself(huis: Huis, taak: Plaats) -> None:
    gedaan: list[int] = []
    taak(lambda _huis, gegevens: gedaan.append(gegevens["vragenset_id"]))
    _plan(huis, "onbekend")
    _plan(huis, "indexeer", 7)
    assert werk.catch_up(huis) == 2
    assert gedaan == [7]
    assert _job(huis).fout == "KeyError('onbekend')"


def test_a_job_whose_index_is_taken_waits_a_second_untried(huis: Huis, klok: Klok, taak: Plaats) -> None:
    bezet = [True]

    def work(_huis: Huis, _gegevens: dict[str, Any]) -> None:
        if bezet[0]:
            raise Later

    taak(work)
    _plan(huis)
    assert werk.catch_up(huis) == 1
    assert (_job(huis).status, _job(huis).pogingen, _job(huis).fout) == ("wacht", 0, None)
    bezet[0] = False
    assert werk.catch_up(huis) == 0
    klok.vooruit(seconds=1)
    assert werk.catch_up(huis) == 1
    assert contents(huis)["taak"] == []


def test_what_a_job_came_to_is_written_with_its_end_or_the_job_failed(huis: Huis, klok: Klok, taak: Plaats) -> None:
    """One transaction: when the one cannot be written, the other is not, and the job is tried again."""
    mis = [True]

    def told(sessie: Session) -> None:
        sessie.execute(sa.text("UPDATE teller SET stand = stand + 7 WHERE naam = 'sleutel'"))
        if mis[0]:
            raise ValueError("weg")

    taak(lambda _huis, _gegevens: told)  # type: ignore[arg-type, return-value]
    _plan(huis)
    begin = [rij for rij in contents(huis)["teller"] if "sleutel" in rij]
    assert werk.do_one(huis)
    assert (_job(huis).status, _job(huis).fout) == ("wacht", "ValueError('weg')")
    assert [rij for rij in contents(huis)["teller"] if "sleutel" in rij] == begin
    mis[0] = False
    klok.vooruit(minutes=1)
    assert werk.do_one(huis)
    assert contents(huis)["taak"] == []
    assert [rij for rij in contents(huis)["teller"] if "sleutel" in rij] != begin


def test_no_more_jobs_are_done_than_asked(huis: Huis, taak: Plaats) -> None:
    taak(lambda _huis, _gegevens: None)
    for nummer in range(5):
        _plan(huis, "indexeer", nummer)
    assert werk.catch_up(huis, at_most=2) == 2
    assert werk.catch_up(huis) == 3


def test_a_job_is_done_outside_any_transaction(huis: Huis, taak: Plaats) -> None:
    def work(thuis: Huis, _gegevens: dict[str, Any]) -> None:
        _plan(thuis, "indexeer", 2) if _gegevens["vragenset_id"] == 1 else None

    taak(work)
    _plan(huis)
    assert werk.catch_up(huis) == 2


def test_workers_do_each_job_once(elk_huis: Huis, taak: Plaats) -> None:
    gedaan: list[int] = []
    taak(lambda _huis, gegevens: gedaan.append(gegevens["vragenset_id"]))
    for nummer in range(40):
        _plan(elk_huis, "indexeer", nummer)
    uit = at_once([lambda: werk.catch_up(elk_huis)] * 4)
    assert sum(aantal for aantal in uit if isinstance(aantal, int)) == 40, uit
    assert sorted(gedaan) == list(range(40))


def test_a_worker_works_until_it_is_stopped_and_drops_old_sessions(huis: Huis, klok: Klok, taak: Plaats) -> None:
    stop = threading.Event()
    taak(lambda _huis, _gegevens: stop.set())
    sessions.begin(huis, "oud", b"x", timedelta(minutes=1))
    sessions.begin(huis, "nieuw", b"x", timedelta(minutes=9))
    klok.vooruit(minutes=2)
    _plan(huis)
    draad = threading.Thread(target=worker.Worker(huis).werk_door, args=(stop,))
    draad.start()
    draad.join(timeout=10)
    assert not draad.is_alive()
    assert contents(huis)["taak"] == []
    klok.vooruit(minutes=-2)  # an expired row would be readable again, had it stayed
    assert sessions.read(huis, "oud") is None
    assert sessions.read(huis, "nieuw") is not None


def test_in_a_quiet_moment_of_a_day_it_looks_at_how_the_rows_lie(
    huis: Huis, monkeypatch: pytest.MonkeyPatch, klok: Klok
) -> None:
    gemeten: list[object] = []
    stop = threading.Event()

    def meet(engine: object) -> None:
        gemeten.append(engine)
        if len(gemeten) == 2:
            stop.set()

    def wacht(_seconden: float) -> bool:
        klok.vooruit(hours=10)
        return stop.is_set()

    monkeypatch.setattr(worker, "meet_tabellen", meet)
    monkeypatch.setattr(stop, "wait", wacht)
    begin = huis.vandaag()
    worker.Worker(huis).werk_door(stop)
    assert gemeten == [huis.engine] * 2
    assert (huis.vandaag() - begin).days == 1, "not again on the same day"


@pytest.mark.parametrize("fout", [OperationalError("SELECT", {}, Exception("weg")), OSError("vol"), ValueError("raar")])
@pytest.mark.parametrize(
    ("waar", "naam"),
    [
        ("anker.veranker", "anker"),
        ("ochtendpost.verstuur", "ochtendpost"),
        ("meet_tabellen", "tabellen meten"),
        ("bijdrageherinnering.herinner", "bijdrageherinnering"),
        ("jobs.do_one", "taken"),
        ("sessions.drop_expired", "opruimen"),
    ],
)
def test_whatever_a_duty_raises_the_worker_goes_on(
    huis: Huis, monkeypatch: pytest.MonkeyPatch, taak: Plaats, waar: str, naam: str, fout: Exception
) -> None:
    """Three times it fails; a job that was planned meanwhile is done all the same, and the failures are counted."""
    stop, klok, gedaan = threading.Event(), [0.0], list[int]()

    def faalt(*args: object) -> bool:
        if threading.get_ident() != hier:  # the worker of an application that other tests look at in a browser
            return echt(*args)
        keren.append(klok[0])
        if len(keren) > 3:
            return echt(*args)
        raise fout

    def rust(seconden: float) -> bool:
        klok[0] += seconden
        if klok[0] == 8.0:
            stop.set()
        return False

    keren, hier = list[float](), threading.get_ident()
    module, _, wat = f"kamervragen.worker.{waar}".rpartition(".")
    echt = operator.attrgetter(waar)(worker)
    monkeypatch.setattr(f"{module}.{wat}", faalt)
    monkeypatch.setattr(stop, "wait", rust)
    taak(lambda _huis, gegevens: gedaan.append(gegevens["vragenset_id"]))
    _plan(huis, "indexeer", 7)
    bezig = worker.Worker(huis, tik=lambda: klok[0])
    bezig.werk_door(stop)
    assert gedaan == [7]
    assert bezig.mislukt == {naam: 3}
    laatst = 5.0 if "Onbereikbaar" in bezig.waarom[naam] else 7.0  # nobody waits long for a database that is back
    assert keren[:4] == [0.0, 1.0, 3.0, laatst], "each try waits twice as long as the one before"


def test_a_worker_outlives_a_database_that_was_away(tmp_path: Path, klok: Klok, taak: Plaats) -> None:
    """PostgreSQL is stopped while the anchor is due, as in a restart of its machine; the same worker does what follows."""
    with server() as postgres:
        anker = tmp_path / "buiten" / "anker.jsonl"
        instelling = Settings(data=tmp_path / "data", database=f"{postgres.adres}/postgres", anker=anker)
        thuis = replace(maak_huis(settings=instelling), nu=klok)
        bezig, stop, gedaan = worker.Worker(thuis), threading.Event(), threading.Event()
        taak(lambda _huis, _gegevens: gedaan.set())
        postgres.stop()
        draad = threading.Thread(target=bezig.werk_door, args=(stop,), name="worker")
        draad.start()
        while not {"taken", "anker"} <= bezig.mislukt.keys():
            assert draad.is_alive()
            time.sleep(0.05)
        postgres.start()
        with handeling(thuis, OPDRACHTREGEL, Handeling.ONDERHOUDEN):
            pass
        _plan(thuis)
        assert gedaan.wait(60)
        while not anker.exists():
            assert draad.is_alive()
            time.sleep(0.05)
        stop.set()
        draad.join(60)
        thuis.engine.dispose()
