"""Vergaderjaar, feestdagen, reces and werkdagen, each against a second and simpler computation."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.kalender import (
    RECESSEN,
    Reces,
    Vergaderjaar,
    feestdagen,
    is_werkdag,
    prinsjesdag,
    reces_in,
    reces_op,
    werkdagen_tussen,
)
from tests.promises import aantal as hoe_vaak

EEN_DAG = timedelta(days=1)
JAREN = range(2005, 2036)
DAGEN = tuple(date(2005, 1, 1) + timedelta(days=n) for n in range((date(2036, 1, 1) - date(2005, 1, 1)).days))


def derde_dinsdag_van_september(jaar: int) -> date:
    return [dag for dag in (date(jaar, 9, n) for n in range(1, 31)) if dag.strftime("%w") == "2"][2]


@pytest.mark.parametrize(("jaar", "dag"), [(2023, 19), (2024, 17), (2025, 16), (2026, 15), (2027, 21)])
def test_prinsjesdag_is_the_day_the_kamer_lists(jaar: int, dag: int) -> None:
    assert prinsjesdag(jaar) == date(jaar, 9, dag)


@pytest.mark.parametrize("jaar", range(1990, 2061))
def test_prinsjesdag_is_the_third_tuesday_found_by_searching(jaar: int) -> None:
    assert prinsjesdag(jaar) == derde_dinsdag_van_september(jaar)


@pytest.mark.parametrize(
    ("dag", "begin"),
    [
        (date(2023, 9, 18), 2022),  # ah-tk-20222023-3665 was received on this Monday
        (date(2023, 9, 19), 2023),
        (date(2024, 11, 18), 2024),  # ah-tk-20242025-576
        (date(2025, 9, 15), 2024),
        (date(2025, 9, 16), 2025),
        (date(2026, 1, 1), 2025),
        (date(2026, 6, 8), 2025),
    ],
)
def test_prinsjesdag_itself_belongs_to_the_new_vergaderjaar(dag: date, begin: int) -> None:
    assert Vergaderjaar.van_datum(dag) == Vergaderjaar(begin)


def test_every_day_has_the_vergaderjaar_that_counting_forward_gives() -> None:
    jaar = 2004
    for dag in DAGEN:
        if dag == derde_dinsdag_van_september(dag.year):
            jaar += 1
        assert Vergaderjaar.van_datum(dag).begin == jaar, dag


@pytest.mark.parametrize(
    "tekst", ["2022-2023", "2022–2023", "2022/23", "2022/-23", "2022/2023", "2022-23", "20222023", " 2022 - 2023 "]
)
def test_every_spelling_of_a_vergaderjaar_is_read(tekst: str) -> None:
    assert Vergaderjaar.parse(tekst) == Vergaderjaar(2022)


@pytest.mark.parametrize("tekst", ["1999-2000", "1999/00", "19992000"])
def test_a_vergaderjaar_may_cross_the_century(tekst: str) -> None:
    assert Vergaderjaar.parse(tekst) == Vergaderjaar(1999)


@pytest.mark.parametrize(
    "tekst", ["2022–203", "2022-2024", "2022-2022", "2023-2022", "2022/24", "2022", "22-23", "20222024", "", "najaar"]
)
def test_what_is_no_pair_of_consecutive_years_is_refused(tekst: str) -> None:
    with pytest.raises(Ongeldig, match=f"'{tekst}' is geen vergaderjaar"):
        Vergaderjaar.parse(tekst)


@given(st.integers(1900, 2098))
def test_a_vergaderjaar_survives_both_of_its_prints(begin: int) -> None:
    jaar = Vergaderjaar(begin)
    assert Vergaderjaar.parse(str(jaar)) == Vergaderjaar.parse(jaar.compact) == jaar


def test_a_vergaderjaar_prints_as_people_and_as_identifiers_write_it() -> None:
    assert (str(Vergaderjaar(2025)), Vergaderjaar(2025).compact) == ("2025-2026", "20252026")


def test_vergaderjaren_sort_by_time() -> None:
    assert sorted([Vergaderjaar(2025), Vergaderjaar(1999)]) == [Vergaderjaar(1999), Vergaderjaar(2025)]


@pytest.mark.parametrize("jaar", JAREN)
def test_feestdagen_are_those_of_the_holidays_library(jaar: int, wettelijke_feestdagen: frozenset[date]) -> None:
    assert feestdagen(jaar) == {dag for dag in wettelijke_feestdagen if dag.year == jaar}


@pytest.mark.parametrize(
    ("dag", "waarom"),
    [
        (date(2026, 4, 3), "Goede Vrijdag"),
        (date(2026, 4, 6), "tweede paasdag"),
        (date(2026, 5, 5), "Bevrijdingsdag, also outside a lustrum"),
        (date(2026, 5, 14), "Hemelvaartsdag"),
        (date(2026, 5, 25), "tweede pinksterdag"),
        (date(2025, 4, 26), "Koningsdag, a day early because the 27th is a Sunday"),
        (date(2026, 4, 27), "Koningsdag"),
    ],
)
def test_the_days_of_the_algemene_termijnenwet_are_feestdagen(dag: date, waarom: str) -> None:
    assert dag in feestdagen(dag.year), waarom


@pytest.mark.parametrize("dag", [date(2025, 4, 27), date(2026, 4, 30), date(2026, 12, 5), date(2026, 12, 31)])
def test_days_that_are_often_taken_for_feestdagen_are_none(dag: date) -> None:
    assert dag not in feestdagen(dag.year)


@pytest.mark.parametrize(
    ("dag", "werkdag"),
    [
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), False),
        (date(2026, 11, 23), True),
        (date(2026, 5, 14), False),
        (date(2026, 5, 15), True),
        (date(2024, 2, 29), True),
    ],
)
def test_a_werkdag_is_no_weekend_and_no_feestdag(dag: date, werkdag: bool) -> None:
    assert is_werkdag(dag) is werkdag


def test_werkdagen_of_every_day_add_up_to_a_naive_running_count(wettelijke_feestdagen: frozenset[date]) -> None:
    geteld = 0
    for dag in DAGEN[1:]:
        geteld += dag.strftime("%a") not in ("Sat", "Sun") and dag not in wettelijke_feestdagen
        if dag.day in (1, 15, 29):
            assert werkdagen_tussen(DAGEN[0], dag) == geteld, dag
    assert werkdagen_tussen(DAGEN[0], DAGEN[-1]) == geteld


def test_werkdagen_between_any_two_days_are_those_of_the_naive_count(wettelijke_feestdagen: frozenset[date]) -> None:
    """Every pair of days in full runs; else every day against those of one in a year."""
    stappen = (d.strftime("%a") not in ("Sat", "Sun") and d not in wettelijke_feestdagen for d in DAGEN)
    tot_en_met = list(accumulate(stappen))
    anders = [
        (van, tot)
        for i in range(0, len(DAGEN), hoe_vaak(klein=365, vol=1))
        for j in range(len(DAGEN))
        if werkdagen_tussen(van := DAGEN[i], tot := DAGEN[j]) != tot_en_met[j] - tot_en_met[i]
    ]
    assert anders == []


@pytest.mark.parametrize(
    ("van", "tot", "aantal"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), 0),
        (date(2026, 11, 23), date(2026, 11, 24), 1),
        (date(2026, 11, 20), date(2026, 11, 23), 1),  # Friday to Monday
        (date(2026, 11, 20), date(2026, 11, 22), 0),
        (date(2026, 4, 2), date(2026, 4, 7), 1),  # over the whole of Easter
        (date(2026, 12, 24), date(2027, 1, 4), 5),  # 28-31 December and 4 January
        (date(2026, 11, 24), date(2026, 11, 23), -1),
        (date(2026, 11, 23), date(2026, 11, 20), -1),
    ],
)
def test_werkdagen_leave_out_the_first_day_and_count_the_last(van: date, tot: date, aantal: int) -> None:
    assert werkdagen_tussen(van, tot) == aantal


@given(st.sampled_from(DAGEN), st.integers(-90, 90))
def test_werkdagen_backward_are_the_negative_of_forward(van: date, verschil: int) -> None:
    tot = van + timedelta(days=verschil)
    assert werkdagen_tussen(van, tot) == -werkdagen_tussen(tot, van)


# domain.md 1.2: tweedekamer.nl/debat_en_vergadering/recessen and the list of 2025-2026.
@pytest.mark.parametrize(
    ("naam", "begin", "einde"),
    [
        ("zomerreces", date(2023, 7, 7), date(2023, 9, 4)),
        ("herfstreces", date(2023, 10, 13), date(2023, 10, 23)),
        ("kerstreces", date(2023, 12, 22), date(2024, 1, 15)),
        ("voorjaarsreces", date(2024, 2, 16), date(2024, 2, 26)),
        ("meireces", date(2024, 4, 26), date(2024, 5, 13)),
        ("zomerreces", date(2024, 7, 5), date(2024, 9, 2)),
        ("zomerreces", date(2025, 7, 4), date(2025, 9, 1)),
        ("verkiezingsreces", date(2025, 10, 3), date(2025, 10, 29)),
        ("kerstreces", date(2025, 12, 19), date(2026, 1, 12)),
        ("voorjaarsreces", date(2026, 2, 13), date(2026, 2, 23)),
        ("meireces", date(2026, 4, 24), date(2026, 5, 11)),
        ("zomerreces", date(2026, 7, 3), date(2026, 8, 31)),
    ],
)
def test_a_reces_holds_its_first_and_last_day_and_no_day_more(naam: str, begin: date, einde: date) -> None:
    reces = reces_in(begin.year, naam)
    assert reces is not None
    assert (reces.naam, reces.begin, reces.einde) == (naam, begin, einde)
    assert reces_op(begin) == reces_op(einde) == reces
    assert reces_op(begin - EEN_DAG) is None
    assert reces_op(einde + EEN_DAG) is None


@pytest.mark.parametrize(("jaar", "naam"), [(2026, "kerstreces"), (2027, "zomerreces"), (2026, "krokusreces")])
def test_a_reces_that_is_not_in_the_table_is_not_guessed(jaar: int, naam: str) -> None:
    assert reces_in(jaar, naam) is None


@pytest.mark.parametrize("reces", RECESSEN, ids=lambda reces: f"{reces.naam}-{reces.begin.year}")
def test_every_reces_begins_on_a_friday_and_names_its_source(reces: Reces) -> None:
    assert reces.begin.strftime("%a") == "Fri"
    assert reces.begin < reces.einde
    assert reces.bron


def test_recessen_stand_in_order_and_never_overlap() -> None:
    assert all(eerder.einde < later.begin for eerder, later in pairwise(RECESSEN))
