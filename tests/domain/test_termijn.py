"""The term against real pieces of the Kamer and against counting on one's fingers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kamervragen.domain.afleiding import stap
from kamervragen.domain.termijn import Stand, Termijn, bereken

EEN_DAG = timedelta(days=1)
INGEZONDEN = date(2026, 5, 18)
EERSTE_DAG = date(2026, 6, 8)
NA_UITSTEL = date(2026, 6, 29)
UITSTEL = date(2026, 6, 5)


def op(dag: date, *, uitstel: date | None = None, afgedaan: date | None = None) -> Termijn:
    return bereken(ingezonden=INGEZONDEN, uitstel=uitstel, afgedaan=afgedaan, op=dag)


def naief_laatste_dag(ingezonden: date, dagen: int) -> date:
    dag = ingezonden
    for _ in range(dagen):
        dag += EEN_DAG
    return dag


@pytest.mark.parametrize(
    ("ingezonden", "mededeling_ontvangen", "bron"),
    [
        (date(2024, 5, 21), date(2024, 6, 11), "ah-tk-20232024-1955"),
        (date(2024, 10, 24), date(2024, 11, 14), "ah-tk-20242025-545; the clock changed on 27 October"),
        (date(2024, 10, 25), date(2024, 11, 15), "ah-tk-20242025-562"),
    ],
)
def test_delay_notices_came_in_on_the_last_day_of_three_weeks(
    ingezonden: date, mededeling_ontvangen: date, bron: str
) -> None:
    termijn = bereken(ingezonden=ingezonden, uitstel=None, afgedaan=None, op=mededeling_ontvangen)
    assert (termijn.laatste_dag, termijn.dagen, termijn.stand) == (mededeling_ontvangen, 0, Stand.LOOPT), bron


@pytest.mark.parametrize(
    ("ingezonden", "drie_weken", "zes_weken"),
    [
        (date(2024, 2, 8), date(2024, 2, 29), date(2024, 3, 21)),  # ends on the leap day
        (date(2024, 2, 29), date(2024, 3, 21), date(2024, 4, 11)),  # begins on it
        (date(2024, 2, 15), date(2024, 3, 7), date(2024, 3, 28)),  # runs over it
        (date(2025, 2, 15), date(2025, 3, 8), date(2025, 3, 29)),  # no leap year
        (date(2026, 3, 20), date(2026, 4, 10), date(2026, 5, 1)),  # over summer time, 29 March
        (date(2026, 10, 12), date(2026, 11, 2), date(2026, 11, 23)),  # over winter time, 25 October
        (date(2026, 12, 21), date(2027, 1, 11), date(2027, 2, 1)),  # over the turn of the year
        (date(2026, 4, 14), date(2026, 5, 5), date(2026, 5, 26)),  # on a feestdag: nothing moves
        (date(2026, 5, 9), date(2026, 5, 30), date(2026, 6, 20)),  # on a Saturday: nothing moves
    ],
)
def test_three_and_six_weeks_are_calendar_dates(ingezonden: date, drie_weken: date, zes_weken: date) -> None:
    zonder = bereken(ingezonden=ingezonden, uitstel=None, afgedaan=None, op=ingezonden)
    met = bereken(ingezonden=ingezonden, uitstel=drie_weken, afgedaan=None, op=ingezonden)
    assert (zonder.eerste_dag, zonder.laatste_dag) == (drie_weken, drie_weken)
    assert (met.eerste_dag, met.laatste_dag) == (drie_weken, zes_weken)


def test_every_term_of_sixteen_years_is_the_one_counted_day_by_day() -> None:
    dag = date(2020, 1, 1)
    while dag < date(2036, 1, 1):
        for uitstel, dagen in ((None, 21), (dag + 20 * EEN_DAG, 42)):
            laatste = naief_laatste_dag(dag, dagen)
            termijn = bereken(ingezonden=dag, uitstel=uitstel, afgedaan=None, op=laatste)
            assert (termijn.laatste_dag, termijn.dagen, termijn.werkdagen) == (laatste, 0, 0)
            assert termijn.laatste_dag is not None
            assert termijn.laatste_dag.weekday() == dag.weekday()
        dag += EEN_DAG


def test_werkdagen_left_of_every_term_are_those_counted_with_the_holidays_library(
    wettelijke_feestdagen: frozenset[date],
) -> None:
    ingezonden = date(2020, 1, 1)
    while ingezonden < date(2036, 1, 1):
        venster = [ingezonden + n * EEN_DAG for n in range(1, 22)]
        verwacht = sum(dag.weekday() not in (5, 6) and dag not in wettelijke_feestdagen for dag in venster)
        assert bereken(ingezonden=ingezonden, uitstel=None, afgedaan=None, op=ingezonden).werkdagen == verwacht
        ingezonden += EEN_DAG


@pytest.mark.parametrize("uitstel", [date(2026, 5, 19), UITSTEL, EERSTE_DAG, date(2026, 6, 12)])
def test_the_day_of_the_delay_notice_moves_nothing(uitstel: date) -> None:
    assert op(INGEZONDEN, uitstel=uitstel).laatste_dag == NA_UITSTEL


@pytest.mark.parametrize(
    ("dag", "uitstel", "stand", "dagen", "werkdagen"),
    [
        (INGEZONDEN, None, Stand.LOOPT, 21, 14),  # tweede pinksterdag is in between
        (date(2026, 6, 5), None, Stand.LOOPT, 3, 1),
        (EERSTE_DAG, None, Stand.LOOPT, 0, 0),
        (date(2026, 6, 9), None, Stand.TE_LAAT_ZONDER_UITSTEL, -1, -1),
        (date(2026, 6, 15), None, Stand.TE_LAAT_ZONDER_UITSTEL, -7, -5),
        (EERSTE_DAG, UITSTEL, Stand.UITGESTELD, 21, 15),
        (NA_UITSTEL, UITSTEL, Stand.UITGESTELD, 0, 0),
        (date(2026, 6, 30), UITSTEL, Stand.TE_LAAT_NA_UITSTEL, -1, -1),
    ],
)
def test_a_set_is_late_from_the_day_after_its_last_day(
    dag: date, uitstel: date | None, stand: Stand, dagen: int, werkdagen: int
) -> None:
    termijn = op(dag, uitstel=uitstel)
    assert (termijn.stand, termijn.dagen, termijn.werkdagen) == (stand, dagen, werkdagen)


@pytest.mark.parametrize("uitstel", [None, UITSTEL])
def test_a_set_that_is_closed_is_never_late(uitstel: date | None) -> None:
    assert op(date(2027, 1, 1), uitstel=uitstel, afgedaan=date(2026, 9, 1)).stand is Stand.AFGEDAAN


@pytest.mark.parametrize(
    ("afgedaan", "stand"), [(None, Stand.ONBEKEND), (date(2026, 6, 8), Stand.AFGEDAAN)], ids=["open", "afgedaan"]
)
def test_without_the_day_of_asking_no_date_is_invented(afgedaan: date | None, stand: Stand) -> None:
    termijn = bereken(ingezonden=None, uitstel=UITSTEL, afgedaan=afgedaan, op=EERSTE_DAG)
    assert termijn.stand is stand
    assert (termijn.laatste_dag, termijn.eerste_dag, termijn.dagen, termijn.werkdagen) == (None, None, None, None)
    assert termijn.afleiding.stappen == (stap("ingezonden_onbekend"),)


def test_the_afleiding_of_a_plain_term_names_its_two_dates() -> None:
    assert op(INGEZONDEN).afleiding.stappen == (
        stap("dagen_na_ingezonden", dagen=21, ingezonden=INGEZONDEN, laatste_dag=EERSTE_DAG),
    )


def test_the_afleiding_tells_of_delay_reces_and_closing_in_that_order() -> None:
    ingezonden = date(2024, 6, 14)
    termijn = bereken(ingezonden=ingezonden, uitstel=date(2024, 7, 3), afgedaan=date(2024, 8, 1), op=date(2024, 8, 2))
    assert termijn.afleiding.stappen == (
        stap("dagen_na_ingezonden", dagen=42, ingezonden=ingezonden, laatste_dag=date(2024, 7, 26)),
        stap("uitstel_gemeld", ontvangen=date(2024, 7, 3)),
        stap("valt_in_reces", reces="zomerreces", begin=date(2024, 7, 5), einde=date(2024, 9, 2)),
        stap("afgedaan_op", afgedaan=date(2024, 8, 1)),
    )


# Question of 28 June 2024: its delay notice, AH 2175, came in during the summer recess. The term ran on.
def test_a_reces_is_told_but_does_not_stop_the_term() -> None:
    termijn = bereken(ingezonden=date(2024, 6, 28), uitstel=None, afgedaan=None, op=date(2024, 6, 28))
    assert termijn.laatste_dag == date(2024, 7, 19)
    assert [stap.code for stap in termijn.afleiding.stappen] == ["dagen_na_ingezonden", "valt_in_reces"]
