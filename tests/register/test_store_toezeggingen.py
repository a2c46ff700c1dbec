"""Promises: proposals that follow the text, decisions that stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from kamervragen.core.act import Huis
from kamervragen.core.store.engine import reading, writing
from kamervragen.domain.errors import Verouderd
from kamervragen.domain.vragenset import Antwoord, Vraag
from kamervragen.register.rows import ToezeggingRij
from kamervragen.register.store import toezeggingen
from kamervragen.sets.store import vragensets
from tests.draden import at_once
from tests.waarden import VRAGEN, stored, with_answer

pytestmark = pytest.mark.om_de_deur  # it writes rows as the store does, without an act


def _row(antwoord_id: int, zin: str, *, begin: int = 0, einde: date | None = None, set_id: int = 1) -> ToezeggingRij:
    return ToezeggingRij(
        vragenset_id=set_id,
        antwoord_id=antwoord_id,
        zin=zin,
        begin=begin,
        einde=begin + len(zin),
        signaal=["Ik zal"],
        stevigheid="hard",
        venster_einde=einde,
        afleiding=["uiterlijk"],
        status="voorgesteld",
    )


def _found(huis: Huis, *rijen: ToezeggingRij, antwoord_id: int = 1) -> int:
    with writing(huis.engine) as sessie:
        return toezeggingen.vervang_voorstellen(sessie, antwoord_id, list(rijen))


def _decide(huis: Huis, id: int, status: str, versie: int) -> None:
    with writing(huis.engine) as sessie:
        toezeggingen.beslis(
            sessie, id, status=status, versie=versie, actor="Bram", reden="Want", interne_dag=date(2026, 9, 1)
        )


def _stand(huis: Huis) -> list[tuple[str, int, str]]:
    with reading(huis.engine) as sessie:
        return [(rij.zin, rij.begin, rij.status) for rij in toezeggingen.van_antwoord(sessie, 1)]


@pytest.mark.parametrize("versie", [1, 2])
def test_a_promise_is_decided_once(elk_huis: Huis, versie: int) -> None:
    _found(elk_huis, _row(with_answer(elk_huis), "Ik zal."))
    _decide(elk_huis, 1, "openstaand", 1)
    with pytest.raises(Verouderd):
        _decide(elk_huis, 1, "afgewezen", versie)
    assert _stand(elk_huis) == [("Ik zal.", 0, "openstaand")]


def test_of_eight_decisions_at_once_one_counts(elk_huis: Huis) -> None:
    _found(elk_huis, _row(with_answer(elk_huis), "Ik zal."))
    uit = at_once([partial(_decide, elk_huis, 1, status, 1) for status in ["openstaand", "afgewezen"] * 4])
    assert sorted(type(uitkomst).__name__ for uitkomst in uit) == ["NoneType"] + ["Verouderd"] * 7


def test_a_decision_keeps_who_why_and_when(elk_huis: Huis) -> None:
    _found(elk_huis, _row(with_answer(elk_huis), "Ik zal."))
    _decide(elk_huis, 1, "afgewezen", 1)
    with reading(elk_huis.engine) as sessie:
        rij = toezeggingen.op_id(sessie, 1)
        assert rij is not None
        velden = (rij.status, rij.actor, rij.reden, rij.interne_dag, rij.versie)
    assert velden == ("afgewezen", "Bram", "Want", date(2026, 9, 1), 2)


def test_open_proposals_become_what_was_found(elk_huis: Huis) -> None:
    id = with_answer(elk_huis)
    assert _found(elk_huis, _row(id, "Ik zal A."), _row(id, "Ik zal B.", begin=10)) == 2
    assert _found(elk_huis, _row(id, "Ik zal B.", begin=0), _row(id, "Ik zal C.", begin=10)) == 1
    assert _stand(elk_huis) == [("Ik zal B.", 0, "voorgesteld"), ("Ik zal C.", 10, "voorgesteld")]
    assert _found(elk_huis) == 0
    assert _stand(elk_huis) == []


def test_decided_promises_stay_and_are_not_proposed_again(elk_huis: Huis) -> None:
    id = with_answer(elk_huis)
    _found(elk_huis, _row(id, "Ik zal A."), _row(id, "Ik zal B.", begin=10))
    _decide(elk_huis, 1, "openstaand", 1)
    _decide(elk_huis, 2, "afgewezen", 1)
    assert _found(elk_huis, _row(id, "Ik zal B.")) == 0
    assert _stand(elk_huis) == [("Ik zal A.", 0, "openstaand"), ("Ik zal B.", 10, "afgewezen")]


def test_a_sentence_that_stands_twice_is_one_promise(elk_huis: Huis) -> None:
    id = with_answer(elk_huis)
    assert _found(elk_huis, _row(id, "Ik zal."), _row(id, "Ik zal.", begin=10)) == 1


def test_the_list_goes_by_our_own_day_else_the_end_of_the_window_without_either_last(elk_huis: Huis) -> None:
    id = with_answer(elk_huis)
    einden = {"A": None, "B": date(2026, 12, 1), "C": date(2026, 7, 2), "D": None, "E": date(2026, 12, 1)}
    _found(elk_huis, *(_row(id, zin, begin=n, einde=einde) for n, (zin, einde) in enumerate(einden.items())))
    _decide(elk_huis, 5, "openstaand", 1)
    with reading(elk_huis.engine) as sessie:
        alles = [(rij.zin, van_set.sleutel, label) for rij, van_set, label in toezeggingen.lijst(sessie)]
        open_ = [rij.zin for rij, _, _ in toezeggingen.lijst(sessie, ("voorgesteld",))]
    assert alles == [(zin, "KV-000001", "1") for zin in "CEBAD"]
    assert open_ == ["C", "B", "A", "D"]


def test_promises_of_a_set_are_its_own(elk_huis: Huis) -> None:
    een = with_answer(elk_huis)
    ander = stored(elk_huis, replace(VRAGEN, zaaknummer=None, antwoorden=(Antwoord(("2",), "Nee."),)))
    with reading(elk_huis.engine) as sessie:
        ander_antwoord = vragensets.antwoorden_van(sessie, ander)[0][0].id or 0
    _found(elk_huis, _row(een, "Een."))
    _found(elk_huis, _row(ander_antwoord, "Ander.", set_id=ander), antwoord_id=ander_antwoord)
    with reading(elk_huis.engine) as sessie:
        assert [rij.zin for rij in toezeggingen.van_set(sessie, 1)] == ["Een."]
        assert [rij.zin for rij in toezeggingen.van_set(sessie, ander)] == ["Ander."]
        assert [label for _, _, label in toezeggingen.lijst(sessie)] == ["1", "2"]
        assert toezeggingen.op_id(sessie, 99) is None


def test_the_label_is_that_of_the_first_question_answered(elk_huis: Huis) -> None:
    vragen = tuple(Vraag(nummer, str(nummer), f"Vraag {nummer}?") for nummer in range(1, 11))
    set_id = stored(elk_huis, replace(VRAGEN, vragen=vragen, antwoorden=(Antwoord(("9", "10"), "Ik zal."),)))
    with reading(elk_huis.engine) as sessie:
        antwoord = vragensets.antwoorden_van(sessie, set_id)[0][0].id or 0
    _found(elk_huis, _row(antwoord, "Ik zal.", set_id=set_id), antwoord_id=antwoord)
    with reading(elk_huis.engine) as sessie:
        assert [label for _, _, label in toezeggingen.lijst(sessie)] == ["9"]
