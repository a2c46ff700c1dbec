"""The term by its table, its settings and its neighbours: against counting day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kamervragen.domain.kalender import RECESSEN, eerstvolgend_reces, reces_van
from kamervragen.domain.termijn import (
    REGELS,
    Spelregels,
    Stand,
    Uitstelsignaal,
    Werkstap,
    bereken,
    planning,
    uitstelsignaal,
)
from kamervragen.domain.uitstel import Uitstelreden, bewaard, gelezen
from kamervragen.domain.vragenset import Instrument, Kamer

DAG = timedelta(days=1)
IN = date(2026, 5, 18)


def test_every_chamber_and_instrument_has_a_rule() -> None:
    assert set(REGELS) == {(kamer, instrument) for kamer in Kamer for instrument in Instrument}


@pytest.mark.parametrize(
    ("kamer", "instrument", "laatste", "na_uitstel"),
    [
        (Kamer.TWEEDE, Instrument.SCHRIFTELIJKE_VRAGEN, date(2026, 6, 8), date(2026, 6, 29)),
        (Kamer.TWEEDE, Instrument.COMMISSIEVERZOEK, date(2026, 6, 8), date(2026, 6, 8)),
        (Kamer.TWEEDE, Instrument.LIJST_VAN_VRAGEN, None, None),
        (Kamer.EERSTE, Instrument.SCHRIFTELIJKE_VRAGEN, None, None),
    ],
)
def test_the_last_day_is_that_of_the_rule(
    kamer: Kamer, instrument: Instrument, laatste: date | None, na_uitstel: date | None
) -> None:
    for uitstel, verwacht in ((None, laatste), (date(2026, 6, 1), na_uitstel)):
        t = bereken(ingezonden=IN, uitstel=uitstel, afgedaan=None, op=IN, kamer=kamer, instrument=instrument)
        assert t.laatste_dag == verwacht
        assert (t.stand is Stand.ZONDER_TERMIJN) is (verwacht is None)


def test_suspension_in_recess_is_the_naive_count_of_days_outside_it() -> None:
    regels = Spelregels(opschorten_in_reces=True)
    ingezonden = date(2023, 6, 1)
    while ingezonden < date(2026, 9, 1):
        dag, buiten = ingezonden, 0
        while buiten < 21:
            dag += DAG
            buiten += not any(r.begin <= dag <= r.einde for r in RECESSEN)
        assert bereken(ingezonden=ingezonden, uitstel=None, afgedaan=None, op=dag, spelregels=regels).laatste_dag == dag
        ingezonden += DAG


def test_moving_to_a_working_day_is_the_first_one_on_or_after(wettelijke_feestdagen: frozenset[date]) -> None:
    regels = Spelregels(naar_werkdag=True)
    ingezonden = date(2020, 1, 1)
    while ingezonden < date(2035, 1, 1):
        dag = ingezonden + 21 * DAG
        while dag.weekday() > 4 or dag in wettelijke_feestdagen:
            dag += DAG
        assert bereken(ingezonden=ingezonden, uitstel=None, afgedaan=None, op=dag, spelregels=regels).laatste_dag == dag
        ingezonden += DAG


@pytest.mark.parametrize(
    ("debat", "laatste"),
    [
        (date(2026, 6, 8), date(2026, 6, 7)),
        (date(2026, 6, 9), date(2026, 6, 8)),
        (date(2026, 5, 28), date(2026, 5, 27)),
    ],
)
def test_a_debate_on_or_before_the_last_day_moves_it_forward(debat: date, laatste: date) -> None:
    assert bereken(ingezonden=IN, uitstel=None, afgedaan=None, op=IN, debat=debat).laatste_dag == laatste


def test_a_debate_gives_a_day_where_no_rule_does() -> None:
    t = bereken(ingezonden=IN, uitstel=None, afgedaan=None, op=IN, debat=date(2026, 6, 3), kamer=Kamer.EERSTE)
    assert (t.laatste_dag, t.stand) == (date(2026, 6, 2), Stand.LOOPT)


@pytest.mark.parametrize(
    ("dag", "signaal"),
    [
        (13, None),
        (14, Uitstelsignaal.OVERWEGEN),
        (15, Uitstelsignaal.OVERWEGEN),
        (16, Uitstelsignaal.VOORSTELLEN),
        (30, Uitstelsignaal.VOORSTELLEN),
    ],
)
def test_uitstel_is_hinted_at_from_day_fourteen_and_proposed_from_day_sixteen(
    dag: int, signaal: Uitstelsignaal | None
) -> None:
    op = IN + dag * DAG
    for uitstel, verwacht in ((None, signaal), (IN + DAG, None)):
        t = bereken(ingezonden=IN, uitstel=uitstel, afgedaan=None, op=op)
        assert uitstelsignaal(t, ingezonden=IN, op=op) is verwacht


def test_the_steps_are_counted_back_in_working_days() -> None:
    stappen = planning(ingezonden=IN, laatste_dag=date(2026, 6, 8))
    assert [(s.stap, s.dag, s.haalbaar) for s in stappen] == [
        (Werkstap.CONCEPT, date(2026, 5, 27), True),
        (Werkstap.AFSTEMMING, date(2026, 6, 1), True),
        (Werkstap.PARAFEN, date(2026, 6, 4), True),
        (Werkstap.TEKENING, date(2026, 6, 5), True),
    ]
    assert [s.haalbaar for s in planning(ingezonden=IN, laatste_dag=date(2026, 5, 26))] == [False, False, True, True]


@pytest.mark.parametrize(
    ("jaar", "naam", "begin", "einde"),
    [
        (2026, "herfstreces", date(2026, 10, 16), date(2026, 10, 26)),
        (2026, "kerstreces", date(2026, 12, 18), date(2027, 1, 11)),
        (2027, "zomerreces", date(2027, 7, 2), date(2027, 9, 6)),
        (2026, "zomerreces", date(2026, 7, 3), date(2026, 8, 31)),  # in the table
    ],
)
def test_a_recess_without_a_row_goes_by_the_pattern(jaar: int, naam: str, begin: date, einde: date) -> None:
    reces = reces_van(jaar, naam)
    assert (reces.begin, reces.einde) == (begin, einde)


@pytest.mark.parametrize(
    ("dag", "begin"),
    [
        (date(2026, 6, 8), date(2026, 7, 3)),
        (date(2026, 8, 31), date(2026, 7, 3)),
        (date(2026, 9, 1), date(2026, 10, 16)),
    ],
)
def test_the_next_recess_is_the_one_under_way_or_to_come(dag: date, begin: date) -> None:
    assert eerstvolgend_reces(dag).begin == begin


def test_a_reason_of_uitstel_is_read_back_as_it_was_kept() -> None:
    codes = {*Uitstelreden, "eigen-1"}
    for code in codes:
        for tekst in ("", "De politie telt nog: 3 van 10."):
            assert gelezen(bewaard(code, tekst), codes) == (code, tekst)
    assert [gelezen(t, codes) for t in (None, "", "zomaar: iets", "eigen-2: iets")] == [None] * 4
