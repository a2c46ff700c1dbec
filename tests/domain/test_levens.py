"""The lives of promises and motions as tables: what may follow what, and what is refused."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from kamervragen.domain import motie, toezegging
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.motie import VOLGT, Motiestatus
from kamervragen.domain.toezegging import TOEGESTAAN, Toezeggingfeit, Toezeggingstatus

GEDAAN = date(2026, 6, 8)
DAG = date(2026, 9, 1)
# Once more, by hand: what may happen to a promise, per status.
MAG = """
    voorgesteld   |
    openstaand    | verschoven deels_nagekomen nagekomen vervallen
    deels_voldaan | verschoven deels_nagekomen nagekomen vervallen
    voldaan       | heropend
    vervallen     | heropend
    afgewezen     | heropend
    buiten_scope  | heropend
"""
# And where each motion may go.
MOTIE = """
    onbekend       | ingediend gewijzigd aangehouden aangenomen overgenomen verworpen ingetrokken vervallen deels_afgedaan afgedaan niet_uitgevoerd
    ingediend      | gewijzigd aangehouden aangenomen overgenomen verworpen ingetrokken vervallen
    aangehouden    | ingediend gewijzigd aangenomen overgenomen verworpen ingetrokken vervallen
    aangenomen     | deels_afgedaan afgedaan niet_uitgevoerd
    overgenomen    | deels_afgedaan afgedaan niet_uitgevoerd
    deels_afgedaan | deels_afgedaan afgedaan niet_uitgevoerd
    afgedaan       | deels_afgedaan
    niet_uitgevoerd| deels_afgedaan
    gewijzigd      |
    verworpen      |
    ingetrokken    |
    vervallen      |
"""


def _tabel(tekst: str) -> dict[str, set[str]]:
    delen = (regel.partition("|") for regel in tekst.strip().splitlines())
    return {van.strip(): set(naar.split()) for van, _, naar in delen}


def test_the_table_of_a_promise_is_the_one_by_hand() -> None:
    assert {s.value: {f.value for f in mag} for s, mag in TOEGESTAAN.items()} == _tabel(MAG)


def test_the_table_of_a_motion_is_the_one_by_hand() -> None:
    assert {s.value: {f.value for f in naar} for s, naar in VOLGT.items()} == _tabel(MOTIE)


@pytest.mark.parametrize(
    ("feiten", "status", "dag"),
    [
        ([], "openstaand", GEDAAN),
        ([toezegging.Feit(Toezeggingfeit.VERSCHOVEN, DAG, date(2027, 1, 1))], "openstaand", date(2027, 1, 1)),
        ([toezegging.Feit(Toezeggingfeit.DEELS_NAGEKOMEN, DAG)], "deels_voldaan", GEDAAN),
        ([toezegging.Feit(Toezeggingfeit.NAGEKOMEN, DAG)], "voldaan", GEDAAN),
        (
            [toezegging.Feit(Toezeggingfeit.NAGEKOMEN, DAG), toezegging.Feit(Toezeggingfeit.HEROPEND, DAG)],
            "openstaand",
            GEDAAN,
        ),
        ([toezegging.Feit(Toezeggingfeit.VERVALLEN, DAG)], "vervallen", GEDAAN),
    ],
)
def test_a_promise_is_where_its_facts_brought_it(feiten: list[toezegging.Feit], status: str, dag: date) -> None:
    assert toezegging.status_van(Toezeggingstatus.OPENSTAAND, feiten).value == status
    assert toezegging.uiterste_dag(GEDAAN, feiten) == dag


def test_a_fact_that_the_table_does_not_allow_is_refused_in_every_status() -> None:
    for status, soort in product(Toezeggingstatus, Toezeggingfeit):
        feit = toezegging.Feit(soort, DAG, DAG if soort is Toezeggingfeit.VERSCHOVEN else None)
        toegestaan = soort.value in _tabel(MAG)[status.value]
        try:
            toezegging.eis_feit(status, feit, gedaan_op=GEDAAN, kamerstuk="kst-1", reden="Om.", uiterste=None)
            gelukt = True
        except Ongeldig:
            gelukt = False
        assert gelukt is toegestaan, (status, soort)


def test_a_motion_goes_only_where_the_table_leads() -> None:
    for van, naar in product(Motiestatus, Motiestatus):
        eerder = [] if van is Motiestatus.ONBEKEND else [motie.Feit(van, GEDAAN)]
        try:
            motie.eis_feit(eerder, motie.Feit(naar, DAG), reden="Om.", kamerstuk="kst-1")
            gelukt = True
        except Ongeldig:
            gelukt = False
        assert gelukt is (naar.value in _tabel(MOTIE)[van.value]), (van, naar)
    assert motie.status_van([]) is Motiestatus.ONBEKEND


@pytest.mark.parametrize(
    ("soort", "dag", "reden", "kamerstuk", "wat"),
    [
        (Motiestatus.AFGEDAAN, DAG, "", "", "Noem het stuk"),
        (Motiestatus.NIET_UITGEVOERD, DAG, "", "", "Geef de reden"),
        (Motiestatus.AFGEDAAN, date(2026, 6, 7), "", "kst-1", "voor de vorige stap"),
    ],
)
def test_a_step_of_a_motion_that_lacks_something_is_refused(
    soort: Motiestatus, dag: date, reden: str, kamerstuk: str, wat: str
) -> None:
    with pytest.raises(Ongeldig, match=wat):
        motie.eis_feit(
            [motie.Feit(Motiestatus.AANGENOMEN, GEDAAN)], motie.Feit(soort, dag), reden=reden, kamerstuk=kamerstuk
        )
