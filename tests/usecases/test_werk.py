"""The worker: planned jobs are done, failures are kept, nobody's lock stops the rest."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from kamervragen.reuse.index import IndexBezet
from kamervragen.storage import taken
from kamervragen.storage.engine import lezen, schrijven
from kamervragen.storage.tables import TaakRij
from kamervragen.usecases import gebruikers, werk, worker
from kamervragen.usecases.handeling import Huis
from tests.conftest import Klok
from tests.storage.draden import at_once
from tests.usecases.stukken import contents


def _plan(huis: Huis, naam: str = "indexeer", nummer: int = 1) -> None:
    with schrijven(huis.engine) as sessie:
        taken.plan(sessie, naam, {"vragenset_id": nummer}, sleutel=f"{naam}:{nummer}", op=huis.nu())


def _job(huis: Huis, id: int = 1) -> TaakRij:
    with lezen(huis.engine) as sessie:
        return sessie.get_one(TaakRij, id)


@pytest.fixture
def taak(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Huis, dict[str, Any]], None]], None]:
    """Puts an act in place of the work of the index."""

    def put(doe: Callable[[Huis, dict[str, Any]], None]) -> None:
        monkeypatch.setitem(werk._TAKEN, "indexeer", doe)

    return put


Plaats = Callable[[Callable[[Huis, dict[str, Any]], None]], None]


def test_without_jobs_nothing_is_done(huis: Huis) -> None:
    assert not werk.werk_een(huis)
    assert werk.werk_bij(huis) == 0


def test_a_failing_job_keeps_its_error_and_is_tried_later(huis: Huis, klok: Klok, taak: Plaats) -> None:
    def fail(_huis: Huis, _gegevens: dict[str, Any]) -> None:
        raise ValueError("schijf vol")

    taak(fail)
    _plan(huis)
    assert werk.werk_een(huis)
    assert not werk.werk_een(huis)
    assert (_job(huis).status, _job(huis).fout) == ("wacht", "ValueError('schijf vol')")
    for _ in range(5):
        klok.vooruit(minutes=1)
        werk.werk_bij(huis)
    assert (_job(huis).status, _job(huis).pogingen) == ("mislukt", 5)


def test_a_job_of_an_unknown_kind_fails_by_itself(huis: Huis, taak: Plaats) -> None:
    gedaan: list[int] = []
    taak(lambda _huis, gegevens: gedaan.append(gegevens["vragenset_id"]))
    _plan(huis, "onbekend")
    _plan(huis, "indexeer", 7)
    assert werk.werk_bij(huis) == 2
    assert gedaan == [7]
    assert _job(huis).fout == "KeyError('onbekend')"


def test_a_job_whose_index_is_taken_waits_a_second_untried(huis: Huis, klok: Klok, taak: Plaats) -> None:
    bezet = [True]

    def work(_huis: Huis, _gegevens: dict[str, Any]) -> None:
        if bezet[0]:
            raise IndexBezet

    taak(work)
    _plan(huis)
    assert werk.werk_bij(huis) == 1
    assert (_job(huis).status, _job(huis).pogingen, _job(huis).fout) == ("wacht", 0, None)
    bezet[0] = False
    assert werk.werk_bij(huis) == 0
    klok.vooruit(seconds=1)
    assert werk.werk_bij(huis) == 1
    assert contents(huis)["taak"] == []


def test_no_more_jobs_are_done_than_asked(huis: Huis, taak: Plaats) -> None:
    taak(lambda _huis, _gegevens: None)
    for nummer in range(5):
        _plan(huis, "indexeer", nummer)
    assert werk.werk_bij(huis, hoogstens=2) == 2
    assert werk.werk_bij(huis) == 3


def test_a_job_is_done_outside_any_transaction(huis: Huis, taak: Plaats) -> None:
    def work(thuis: Huis, _gegevens: dict[str, Any]) -> None:
        _plan(thuis, "indexeer", 2) if _gegevens["vragenset_id"] == 1 else None

    taak(work)
    _plan(huis)
    assert werk.werk_bij(huis) == 2


def test_workers_do_each_job_once(elk_huis: Huis, taak: Plaats) -> None:
    gedaan: list[int] = []
    taak(lambda _huis, gegevens: gedaan.append(gegevens["vragenset_id"]))
    for nummer in range(40):
        _plan(elk_huis, "indexeer", nummer)
    uit = at_once([lambda: werk.werk_bij(elk_huis)] * 4)
    assert sum(aantal for aantal in uit if isinstance(aantal, int)) == 40, uit
    assert sorted(gedaan) == list(range(40))


def test_a_worker_works_until_it_is_stopped_and_drops_old_sessions(huis: Huis, klok: Klok, taak: Plaats) -> None:
    stop = threading.Event()
    taak(lambda _huis, _gegevens: stop.set())
    gebruikers.sessie_beginnen(huis, "oud", b"x", timedelta(minutes=1))
    gebruikers.sessie_beginnen(huis, "nieuw", b"x", timedelta(minutes=9))
    klok.vooruit(minutes=2)
    _plan(huis)
    draad = threading.Thread(target=worker.werk_door, args=(huis, stop))
    draad.start()
    draad.join(timeout=10)
    assert not draad.is_alive()
    assert contents(huis)["taak"] == []
    klok.vooruit(minutes=-2)  # an expired row would be readable again, had it stayed
    assert gebruikers.sessie_lezen(huis, "oud") is None
    assert gebruikers.sessie_lezen(huis, "nieuw") is not None


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
    worker.werk_door(huis, stop)
    assert gemeten == [huis.engine] * 2
    assert (huis.vandaag() - begin).days == 1, "not again on the same day"
