"""Jobs: planned once, taken by one worker, never lost."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from kamervragen.core.act import Huis
from kamervragen.core.rows import TaakRij
from kamervragen.core.store import jobs
from kamervragen.core.store.engine import reading, writing
from kamervragen.core.store.jobs import Taak
from tests.draden import at_once

_NU = datetime(2026, 6, 9, 9, 0, tzinfo=UTC)


def _plan(huis: Huis, nummer: int = 1, op: datetime = _NU) -> None:
    with writing(huis.engine) as sessie:
        jobs.plan(sessie, "indexeer", {"vragenset_id": nummer}, sleutel=f"indexeer:{nummer}", op=op)


def _take(huis: Huis, op: datetime = _NU) -> Taak | None:
    with writing(huis.engine) as sessie:
        return jobs.neem(sessie, op, houder=secrets.token_hex(8))


def _held(huis: Huis, id: int) -> Taak:
    """A job as its holder has it now."""
    with reading(huis.engine) as sessie:
        rij = sessie.get(TaakRij, id)
    return Taak(id, rij.naam if rij else "", {}, rij.houder or "" if rij else "")


def _done(huis: Huis, id: int) -> None:
    taak = _held(huis, id)
    with writing(huis.engine) as sessie:
        jobs.klaar(sessie, taak)


def _fail(huis: Huis, id: int, op: datetime, fout: str = "kapot") -> None:
    taak = _held(huis, id)
    with writing(huis.engine) as sessie:
        jobs.mislukt(sessie, taak, fout, op)


def _waiting(huis: Huis) -> int:
    with reading(huis.engine) as sessie:
        return jobs.wachtend(sessie)


def _row(huis: Huis, id: int = 1) -> TaakRij:
    with reading(huis.engine) as sessie:
        return sessie.get_one(TaakRij, id)


def test_without_jobs_there_is_none_to_take(elk_huis: Huis) -> None:
    assert _take(elk_huis) is None
    assert _waiting(elk_huis) == 0


def test_a_job_is_not_taken_before_its_time(elk_huis: Huis) -> None:
    _plan(elk_huis, op=_NU + timedelta(seconds=1))
    assert _take(elk_huis) is None
    assert _take(elk_huis, _NU + timedelta(seconds=1)) == Taak(1, "indexeer", {"vragenset_id": 1})


def test_a_held_job_is_not_taken_again(elk_huis: Huis) -> None:
    _plan(elk_huis)
    assert _take(elk_huis) is not None
    assert _take(elk_huis) is None
    assert _take(elk_huis, _NU + timedelta(seconds=120)) is None


def test_while_a_job_waits_a_second_of_its_key_is_not_planned(elk_huis: Huis) -> None:
    _plan(elk_huis)
    _plan(elk_huis)
    _plan(elk_huis, 2)
    assert _waiting(elk_huis) == 2


def test_a_change_during_the_work_plans_the_work_anew(elk_huis: Huis) -> None:
    _plan(elk_huis)
    eerste = _take(elk_huis)
    _plan(elk_huis)
    tweede = _take(elk_huis)
    assert eerste is not None
    assert tweede is not None
    assert (eerste.id, tweede.id) == (1, 2)
    assert eerste.gegevens == tweede.gegevens == {"vragenset_id": 1}


def test_planning_one_key_at_once_plans_one_job(elk_huis: Huis) -> None:
    assert at_once([lambda: _plan(elk_huis)] * 8) == [None] * 8
    assert _waiting(elk_huis) == 1


def test_jobs_are_taken_in_the_order_of_their_time(elk_huis: Huis) -> None:
    for nummer, seconden in ((1, 2), (2, 0), (3, 1), (4, 0)):
        _plan(elk_huis, nummer, _NU + timedelta(seconds=seconden))
    genomen = [_take(elk_huis, _NU + timedelta(seconds=5)) for _ in range(4)]
    assert [taak.gegevens["vragenset_id"] for taak in genomen if taak] == [2, 4, 3, 1]


def test_a_job_that_is_done_goes(elk_huis: Huis) -> None:
    _plan(elk_huis)
    _take(elk_huis)
    assert _waiting(elk_huis) == 1
    _done(elk_huis, 1)
    assert _waiting(elk_huis) == 0
    assert _take(elk_huis, _NU + timedelta(days=1)) is None


def test_the_job_of_a_dead_holder_comes_back_after_its_lease(elk_huis: Huis) -> None:
    _plan(elk_huis)
    _take(elk_huis)
    later = _NU + timedelta(seconds=121)
    assert _take(elk_huis, later) == Taak(1, "indexeer", {"vragenset_id": 1})
    assert _take(elk_huis, later) is None
    assert _row(elk_huis).pogingen == 2


def test_a_failed_job_is_tried_again_a_little_later_each_time(elk_huis: Huis) -> None:
    _plan(elk_huis)
    op = _NU
    for poging, wachten in enumerate((2, 4, 8, 16), 1):
        assert _take(elk_huis, op) is not None
        _fail(elk_huis, 1, op, f"fout {poging}")
        assert (_row(elk_huis).status, _row(elk_huis).fout) == ("wacht", f"fout {poging}")
        assert _take(elk_huis, op + timedelta(seconds=wachten - 1)) is None
        op += timedelta(seconds=wachten)


def test_after_five_failures_a_job_stays_with_its_error(elk_huis: Huis) -> None:
    _plan(elk_huis)
    op = _NU
    for _ in range(5):
        assert _take(elk_huis, op) is not None
        _fail(elk_huis, 1, op, "x" * 3000)
        op += timedelta(minutes=1)
    assert (_row(elk_huis).status, _row(elk_huis).pogingen, _row(elk_huis).fout) == ("mislukt", 5, "x" * 2000)
    assert _take(elk_huis, _NU + timedelta(days=1)) is None
    assert _waiting(elk_huis) == 0


def test_failing_a_job_that_is_gone_does_nothing(elk_huis: Huis) -> None:
    _fail(elk_huis, 1, _NU)
    assert _waiting(elk_huis) == 0


def test_a_job_given_back_counts_as_untried(elk_huis: Huis) -> None:
    _plan(elk_huis)
    taak = _take(elk_huis)
    assert taak is not None
    with writing(elk_huis.engine) as sessie:
        jobs.geef_terug(sessie, taak.houder, _NU + timedelta(seconds=1))
    assert (_row(elk_huis).status, _row(elk_huis).pogingen) == ("wacht", 0)
    assert _take(elk_huis) is None
    assert _take(elk_huis, _NU + timedelta(seconds=1)) is not None


def test_four_workers_take_each_of_two_hundred_jobs_once(elk_huis: Huis) -> None:
    with writing(elk_huis.engine) as sessie:
        for nummer in range(200):
            jobs.plan(sessie, "indexeer", {"vragenset_id": nummer}, sleutel=f"indexeer:{nummer}", op=_NU)

    def work() -> list[int]:
        gedaan = []
        while (taak := _take(elk_huis)) is not None:
            gedaan.append(taak.gegevens["vragenset_id"])
            _done(elk_huis, taak.id)
        return gedaan

    uit = at_once([work] * 4)
    assert sorted(nummer for lijst in uit if isinstance(lijst, list) for nummer in lijst) == list(range(200))
    with reading(elk_huis.engine) as sessie:
        assert sessie.execute(sa.select(sa.func.count()).select_from(TaakRij)).scalar_one() == 0
