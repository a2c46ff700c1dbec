"""The status follows from the facts alone, and the steps lead out of the house and no further."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.domain.status import (
    AFGEDAAN,
    BEWERKBAAR,
    OPEN,
    STAPPEN,
    Feit,
    Feitsoort,
    Status,
    afgedaan_op,
    eerste,
    etappes,
    rondes,
    status_van,
)

DAG = date(2026, 5, 18)

# The road inside the house, in order, and what closes a set: another ministry, or the papers of the Kamer.
IN_HUIS = (
    "geregistreerd",
    "toegewezen",
    "aanvaard",
    "concept_gereed",
    "afgestemd",
    "geparafeerd",
    "vastgesteld",
    "verzonden",
)
SLUITEND = ("overgedragen", "ontvangen", "beantwoord_bij_brief", "ingetrokken")
# Facts that take back what was recorded before them.
TERUG = ("geweigerd", "toegewezen", "teruggestuurd")

FEITEN = st.lists(st.builds(Feit, st.sampled_from(Feitsoort), st.dates(date(2020, 1, 1), date(2035, 12, 31))))


def feiten(*soorten: str) -> tuple[Feit, ...]:
    return tuple(Feit(Feitsoort(soort), DAG + timedelta(days=n)) for n, soort in enumerate(soorten))


def test_a_set_without_facts_is_geregistreerd() -> None:
    assert status_van(()) is Status.GEREGISTREERD


@pytest.mark.parametrize("tot", range(1, len(IN_HUIS) + 1))
def test_each_fact_of_the_road_brings_the_set_one_status_further(tot: int) -> None:
    assert status_van(feiten(*IN_HUIS[:tot])) == IN_HUIS[tot - 1]


@pytest.mark.parametrize("soort", SLUITEND)
def test_a_paper_of_the_kamer_closes_a_set_that_skipped_the_road(soort: str) -> None:
    assert status_van(feiten("geregistreerd", soort)) == soort


@pytest.mark.parametrize(
    ("soorten", "status"),
    [
        (("uitstel",), "geregistreerd"),
        (("toegewezen", "uitstel"), "toegewezen"),
        (("verzonden", "uitstel"), "verzonden"),
        (("ontvangen", "ingetrokken"), "ingetrokken"),
        (("ontvangen", "beantwoord_bij_brief"), "beantwoord_bij_brief"),
        (("concept_gereed", "toegewezen"), "concept_gereed"),
    ],
)
def test_uitstel_is_no_status_and_the_furthest_fact_counts(soorten: tuple[str, ...], status: str) -> None:
    assert status_van(feiten(*soorten)) == status


@pytest.mark.parametrize("volgorde", list(permutations(("toegewezen", "concept_gereed", "uitstel", "vastgesteld"))))
def test_four_facts_give_one_status_in_each_of_their_orders(volgorde: tuple[str, ...]) -> None:
    assert status_van(feiten(*volgorde)) is Status.VASTGESTELD


VOORUIT = FEITEN.map(lambda rij: [feit for feit in rij if feit.soort not in TERUG])


@given(VOORUIT.flatmap(lambda rij: st.tuples(st.just(rij), st.permutations(rij))))
def test_no_order_of_facts_changes_anything_unless_one_takes_back(paar: tuple[list[Feit], list[Feit]]) -> None:
    voor, na = (tuple(rij) for rij in paar)
    assert status_van(voor) is status_van(na)
    assert afgedaan_op(voor) == afgedaan_op(na)
    assert [eerste(voor, soort) for soort in Feitsoort] == [eerste(na, soort) for soort in Feitsoort]


@given(FEITEN, VOORUIT)
def test_a_new_fact_never_takes_a_set_back_unless_it_says_so(eerder: list[Feit], later: list[Feit]) -> None:
    rij = [*IN_HUIS, *SLUITEND]
    voor, na = status_van(tuple(eerder)), status_van((*eerder, *later))
    assert rij.index(na) >= rij.index(voor)


@pytest.mark.parametrize(
    ("soorten", "status"),
    [
        (("toegewezen", "geweigerd"), "geregistreerd"),
        (("toegewezen", "aanvaard", "geweigerd"), "geregistreerd"),
        (("toegewezen", "aanvaard", "toegewezen"), "toegewezen"),
        (("toegewezen", "geweigerd", "toegewezen"), "toegewezen"),
        (("toegewezen", "aanvaard", "concept_gereed", "teruggestuurd"), "aanvaard"),
        (("toegewezen", "concept_gereed", "afgestemd", "geparafeerd", "vastgesteld", "teruggestuurd"), "toegewezen"),
        (("toegewezen", "concept_gereed", "teruggestuurd", "concept_gereed"), "concept_gereed"),
        (("toegewezen", "concept_gereed", "toegewezen"), "concept_gereed"),
        (("verzonden", "teruggestuurd"), "verzonden"),
        (("ontvangen", "geweigerd"), "ontvangen"),
    ],
)
def test_a_refusal_and_a_sending_back_undo_what_came_before_them(soorten: tuple[str, ...], status: str) -> None:
    assert status_van(feiten(*soorten)) == status


@given(FEITEN)
def test_a_set_is_closed_exactly_when_it_has_a_day_of_closing(rij: list[Feit]) -> None:
    assert (status_van(tuple(rij)) in AFGEDAAN) is (afgedaan_op(tuple(rij)) is not None)


def test_every_status_is_open_or_sent_or_closed() -> None:
    assert {status.value for status in OPEN} == set(IN_HUIS[:7])
    assert {status.value for status in AFGEDAAN} == set(SLUITEND)
    assert set(Status) - OPEN - AFGEDAAN == {Status.VERZONDEN}


def test_a_text_that_was_vastgesteld_is_not_edited() -> None:
    assert {status.value for status in BEWERKBAAR} == set(IN_HUIS[:6])


# Written out once more: the steps a person takes. The rest of the facts come with the Kamer's papers.
@pytest.mark.parametrize(
    ("status", "stappen"),
    [
        ("geregistreerd", {"toegewezen", "overgedragen"}),
        ("toegewezen", {"toegewezen", "aanvaard", "geweigerd", "concept_gereed", "overgedragen"}),
        ("aanvaard", {"toegewezen", "concept_gereed", "overgedragen"}),
        ("concept_gereed", {"toegewezen", "afgestemd", "geparafeerd", "vastgesteld", "teruggestuurd"}),
        ("afgestemd", {"geparafeerd", "vastgesteld", "teruggestuurd"}),
        ("geparafeerd", {"vastgesteld", "teruggestuurd"}),
        ("vastgesteld", {"verzonden", "teruggestuurd"}),
        ("overgedragen", set()),  # another ministry answers
        ("verzonden", set()),  # waits for the Kamer: `ontvangen` comes with the printed piece
        ("ontvangen", set()),  # answered
        ("beantwoord_bij_brief", set()),  # answered in a letter
        ("ingetrokken", set()),  # nothing is asked any more
    ],
)
def test_the_steps_from_each_status_are_these(status: str, stappen: set[str]) -> None:
    assert {soort.value for soort in STAPPEN[Status(status)]} == stappen


def test_every_status_has_a_row_of_steps() -> None:
    assert set(STAPPEN) == set(Status)


def test_only_a_set_that_left_the_house_has_no_next_step() -> None:
    assert {status for status, stappen in STAPPEN.items() if not stappen} == set(Status) - OPEN


@pytest.mark.parametrize("begin", sorted(OPEN))
def test_from_every_open_status_the_steps_lead_to_verzonden(begin: Status) -> None:
    bereikt, nieuw = {begin}, {begin}
    while nieuw:
        vooruit = {soort.value for status in nieuw for soort in STAPPEN[status]} & set(Status)
        nieuw = {Status(waarde) for waarde in vooruit} - bereikt
        bereikt |= nieuw
    assert Status.VERZONDEN in bereikt


@pytest.mark.parametrize("status", sorted(STAPPEN))
def test_a_step_forward_brings_the_status_it_is_named_after(status: Status) -> None:
    rij = [*IN_HUIS, *SLUITEND]
    gedaan = rij[: rij.index(status) + 1]
    for stap in STAPPEN[status] - {Feitsoort(soort) for soort in TERUG}:
        verwacht = max(stap.value, status.value, key=rij.index)
        assert status_van(feiten(*gedaan, stap.value)) == verwacht


def test_the_first_fact_of_a_kind_counts() -> None:
    rij = (
        Feit(Feitsoort.UITSTEL, date(2026, 6, 9)),
        Feit(Feitsoort.UITSTEL, date(2026, 6, 5)),
        Feit(Feitsoort.TOEGEWEZEN, date(2026, 5, 20)),
    )
    assert eerste(rij, Feitsoort.UITSTEL) == date(2026, 6, 5)
    assert eerste(rij, Feitsoort.VERZONDEN) is None


@pytest.mark.parametrize(
    ("soorten", "dag"),
    [
        ((), None),
        (("verzonden",), None),
        (("uitstel",), None),
        (("verzonden", "ontvangen"), date(2026, 5, 19)),
        (("ingetrokken", "ontvangen"), date(2026, 5, 18)),
        (("uitstel", "toegewezen", "beantwoord_bij_brief"), date(2026, 5, 20)),
        (("toegewezen", "overgedragen"), date(2026, 5, 19)),
    ],
)
def test_a_set_is_closed_on_the_day_of_its_first_closing_paper(soorten: tuple[str, ...], dag: date | None) -> None:
    assert afgedaan_op(feiten(*soorten)) == dag


@pytest.mark.parametrize("status", sorted(STAPPEN))
def test_a_step_back_leads_to_a_status_with_a_way_on(status: Status) -> None:
    rij = [*IN_HUIS, *SLUITEND]
    gedaan = rij[: rij.index(status) + 1]
    for stap in STAPPEN[status] & {Feitsoort.GEWEIGERD, Feitsoort.TERUGGESTUURD}:
        na = status_van(feiten(*gedaan, stap.value))
        assert rij.index(na) < rij.index(status)
        assert STAPPEN[na]


def test_the_stages_are_the_days_between_the_changes_of_status() -> None:
    gedaan = (
        Feit(Feitsoort.GEREGISTREERD, date(2026, 5, 4)),
        Feit(Feitsoort.TOEGEWEZEN, date(2026, 5, 5)),
        Feit(Feitsoort.HERINNERING, date(2026, 5, 6)),
        Feit(Feitsoort.CONCEPT_GEREED, date(2026, 5, 13)),
        Feit(Feitsoort.TERUGGESTUURD, date(2026, 5, 15)),
        Feit(Feitsoort.CONCEPT_GEREED, date(2026, 5, 15)),
    )
    assert [(e.status.value, e.begin.day, e.dagen) for e in etappes(gedaan)] == [
        ("geregistreerd", 4, 1),
        ("toegewezen", 5, 8),
        ("concept_gereed", 13, 2),
        ("toegewezen", 15, 0),
        ("concept_gereed", 15, None),
    ]
    assert rondes(gedaan) == 1
    assert etappes(()) == ()
