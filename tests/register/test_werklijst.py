"""The work list: what was found waits for a person, who decides about many with one reason, and can take it back."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.toezegging import Toezeggingfeit, Toezeggingstatus
from kamervragen.lijn import toewijzing
from kamervragen.mensen import collegas, gebruikers
from kamervragen.register import toezeggingen, werklijst
from kamervragen.register.werklijst import Besluit
from tests.stukken import VRAGEN, audit_lines, brought, contents

_MET = "Ik zal uw Kamer voor 1 oktober 2026 informeren."
_ZONDER = "Ik zal de Kamer hierover informeren."
_MOTIE = "De motie Proef/Tester over bussen (Kamerstuk 33 552, nr. 124) noemt dat."


@pytest.fixture
def voorgesteld(huis: Huis, anna: Wie) -> dict[str, str]:
    """Two promises and a motion in one answer: sentence -> key on the list."""
    schrijven.bewaar(huis, anna, brought(huis, VRAGEN), "1", f"{_MET} {_ZONDER} {_MOTIE}", versie=0)
    return _sleutels(huis, anna)


def _sleutels(huis: Huis, wie: Wie, besluit: Besluit = Besluit.VOORGESTELD) -> dict[str, str]:
    regels, _ = werklijst.lijst(huis, wie, besluit=besluit)
    return {r.zin: r.sleutel for r in regels}


def test_what_was_found_waits_soonest_first_with_its_cue_and_day(huis: Huis, anna: Wie, voorgesteld: object) -> None:
    regels, _ = werklijst.lijst(huis, anna)
    assert [(r.zin, r.is_motie, r.dag, r.label, r.vragenset.sleutel) for r in regels] == [
        (_MET, False, date(2026, 9, 30), "1", "KV-000001"),
        (_MOTIE, True, None, "", "KV-000001"),
        (_ZONDER, False, None, "1", "KV-000001"),
    ]
    assert all(r.signaal for r in regels)
    assert regels[1].signaal == ("kst-33552-124",)


def test_the_list_goes_to_the_directie_that_answers(huis: Huis, anna: Wie, bram: Wie, voorgesteld: object) -> None:
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DGRR", "Directie Recht")
    (directie,), _ = collegas.toewijsbaar(huis, bram)
    toewijzing.wijs_toe(huis, bram, "KV-000001", directie_id=directie.id, behandelaar_id=None, versie=2)
    regels, directies = werklijst.lijst(huis, anna, directie="DGRR")
    assert (len(regels), directies) == (3, ("DGRR",))
    assert werklijst.lijst(huis, anna, directie="DGX") == ((), ("DGRR",))


@pytest.mark.parametrize("besluit", [Besluit.AFGEWEZEN, Besluit.BUITEN_SCOPE])
def test_many_are_decided_with_one_reason_and_one_line_in_the_trail(
    huis: Huis, bram: Wie, voorgesteld: dict[str, str], besluit: Besluit
) -> None:
    assert werklijst.beslis(huis, bram, voorgesteld.values(), besluit, reden=" Van een ander  ministerie. ") == 3
    regels, _ = werklijst.lijst(huis, bram, besluit=besluit)
    assert {(r.reden, r.actor) for r in regels} == {("Van een ander ministerie.", "Bram")}
    assert werklijst.lijst(huis, bram)[0] == ()
    assert audit_lines(huis)[-1] == ("toezegging_beslissen", f"werklijst: 3 {besluit.value}", "gelukt", "Bram")


def test_accepting_needs_a_day_only_for_what_has_none(huis: Huis, bram: Wie, voorgesteld: dict[str, str]) -> None:
    voor = contents(huis)
    with pytest.raises(Ongeldig, match="Ik zal de Kamer hierover informeren"):
        werklijst.beslis(huis, bram, voorgesteld.values(), Besluit.AANGENOMEN)
    assert contents(huis) == voor  # all or none
    werklijst.beslis(huis, bram, voorgesteld.values(), Besluit.AANGENOMEN, interne_dag=date(2026, 12, 1))
    aangenomen = toezeggingen.lijst(huis, bram, Toezeggingstatus.OPENSTAAND)
    assert [(r.toezegging.zin, r.toezegging.interne_dag, r.dagen) for r in aangenomen] == [
        (_MET, None, 113),
        (_ZONDER, date(2026, 12, 1), 175),
    ]


@pytest.mark.parametrize(
    ("sleutels", "besluit", "anders", "wat"),
    [
        ((), Besluit.AANGENOMEN, {}, "ten minste één"),
        (("x-1-1",), Besluit.AANGENOMEN, {}, "niet te lezen"),
        (("t-1",), Besluit.AANGENOMEN, {}, "niet te lezen"),
        (("t-1-²",), Besluit.AANGENOMEN, {}, "niet te lezen"),
        (("t-1-1",), Besluit.AFGEWEZEN, {}, "Geef een reden"),
        (("t-1-1",), Besluit.VOORGESTELD, {"reden": "x"}, "Kies aannemen"),
        (("t-1-1",), Besluit.AANGENOMEN, {"interne_dag": date(2026, 6, 8)}, "in het verleden"),
    ],
)
def test_what_cannot_be_decided_is_refused(
    huis: Huis,
    bram: Wie,
    voorgesteld: object,
    sleutels: tuple[str, ...],
    besluit: Besluit,
    anders: dict[str, object],
    wat: str,
) -> None:
    voor = contents(huis)
    with pytest.raises(Ongeldig, match=wat):
        werklijst.beslis(huis, bram, sleutels, besluit, **anders)  # type: ignore[arg-type]
    assert contents(huis) == voor


def test_a_decision_taken_meanwhile_stops_the_whole_act(
    huis: Huis, anna: Wie, bram: Wie, voorgesteld: dict[str, str]
) -> None:
    werklijst.beslis(huis, anna, [voorgesteld[_MOTIE]], Besluit.AFGEWEZEN, reden="Geen motie van ons.")
    voor = contents(huis)
    with pytest.raises(Verouderd):
        werklijst.beslis(huis, bram, voorgesteld.values(), Besluit.BUITEN_SCOPE, reden="Niet van ons.")
    assert contents(huis) == voor


def test_decisions_are_opened_again_with_a_reason(huis: Huis, bram: Wie, voorgesteld: dict[str, str]) -> None:
    werklijst.beslis(huis, bram, [voorgesteld[_MET]], Besluit.AANGENOMEN)
    werklijst.beslis(huis, bram, [voorgesteld[_ZONDER], voorgesteld[_MOTIE]], Besluit.AFGEWEZEN, reden="Geen belofte.")
    besloten = [*_sleutels(huis, bram, Besluit.AANGENOMEN).values(), *_sleutels(huis, bram, Besluit.AFGEWEZEN).values()]
    with pytest.raises(Ongeldig, match="reden van het heropenen"):
        werklijst.heropen(huis, bram, besloten, reden=" ")
    assert werklijst.heropen(huis, bram, besloten, reden="Toch wel.") == 3
    weer = _sleutels(huis, bram)
    assert set(weer) == {_MET, _ZONDER, _MOTIE}
    id = int(weer[_MET].split("-")[1])
    assert [(f.soort, f.reden, f.actor) for f in toezeggingen.beeld(huis, bram, id).feiten] == [
        ("heropend", "Toch wel.", "Bram")
    ]


def test_a_promise_to_which_something_happened_is_not_opened_again_here(
    huis: Huis, bram: Wie, voorgesteld: dict[str, str]
) -> None:
    werklijst.beslis(huis, bram, [voorgesteld[_MET]], Besluit.AANGENOMEN)
    id = int(voorgesteld[_MET].split("-")[1])
    toezeggingen.leg_vast(
        huis,
        bram,
        id,
        Toezeggingfeit.VERSCHOVEN,
        datum=date(2026, 6, 9),
        versie=2,
        naar=date(2026, 11, 1),
        reden="Later.",
    )
    with pytest.raises(Ongeldig, match="al iets gebeurd"):
        werklijst.heropen(huis, bram, [f"t-{id}-3"], reden="Toch niet.")


def test_a_decided_motion_stays_decided_when_the_answer_is_saved_again(
    huis: Huis, anna: Wie, bram: Wie, voorgesteld: dict[str, str]
) -> None:
    werklijst.beslis(huis, bram, [voorgesteld[_MOTIE]], Besluit.AFGEWEZEN, reden="Geen motie van ons.")
    schrijven.bewaar(huis, anna, "KV-000001", "1", f"{_MET} {_MOTIE}", versie=1)
    assert set(_sleutels(huis, anna)) == {_MET}
    assert set(_sleutels(huis, anna, Besluit.AFGEWEZEN)) == {_MOTIE}


@pytest.mark.parametrize("wie", ["chris", "eva", "frank"])
def test_who_may_not_decide_sees_the_list_and_changes_nothing(
    huis: Huis, voorgesteld: dict[str, str], wie: str, request: pytest.FixtureRequest
) -> None:
    persoon: Wie = request.getfixturevalue(wie)
    with pytest.raises(NietToegestaan):
        werklijst.beslis(huis, persoon, voorgesteld.values(), Besluit.AFGEWEZEN, reden="Nee.")
    with pytest.raises(NietToegestaan):
        werklijst.heropen(huis, persoon, voorgesteld.values(), reden="Nee.")
    assert _sleutels(huis, persoon) == voorgesteld
