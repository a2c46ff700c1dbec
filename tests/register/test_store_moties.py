"""Motions: known by their Kamerstuk or their movers, linked to the answers that cite them."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlmodel import select

from kamervragen.core.act import Huis
from kamervragen.core.store.engine import reading, writing
from kamervragen.domain.vragenset import Antwoord
from kamervragen.register.rows import MotieRij
from kamervragen.register.store import moties
from kamervragen.sets.store import vragensets
from tests.draden import at_once
from tests.waarden import VRAGEN, stored, with_answer

pytestmark = pytest.mark.om_de_deur  # it writes rows as the store does, without an act


def _cite(
    huis: Huis, antwoord_id: int, kamerstuk: str | None, indieners: str = "Proef (ABC)", onderwerp: str | None = None
) -> None:
    with writing(huis.engine) as sessie:
        moties.koppel(
            sessie,
            antwoord_id,
            kamerstuk=kamerstuk,
            indieners=indieners,
            onderwerp=onderwerp,
            zin=f"Bij {antwoord_id}.",
        )


def _second_answer(huis: Huis) -> int:
    id = stored(huis, replace(VRAGEN, zaaknummer=None, antwoorden=(Antwoord(("1",), "Nee."),)))
    with reading(huis.engine) as sessie:
        return vragensets.antwoorden_van(sessie, id)[0][0].id or 0


def _motions(huis: Huis) -> list[tuple[str | None, str, str | None]]:
    with reading(huis.engine) as sessie:
        rijen = sessie.exec(select(MotieRij).order_by(sa.text("id")))
        return [(rij.kamerstuk, rij.indieners, rij.onderwerp) for rij in rijen]


def test_a_motion_is_one_by_its_kamerstuk(elk_huis: Huis) -> None:
    een, ander = with_answer(elk_huis), _second_answer(elk_huis)
    _cite(elk_huis, een, "kst-33552-124")
    _cite(elk_huis, ander, "kst-33552-124", "Tester (XYZ)")
    assert _motions(elk_huis) == [("kst-33552-124", "Proef (ABC)", None)]


def test_without_a_kamerstuk_a_motion_is_one_by_its_movers_and_subject(elk_huis: Huis) -> None:
    id = with_answer(elk_huis)
    for indieners, onderwerp in (("A", None), ("A", None), ("A", "fietsen"), ("A", "fietsen"), ("B", "fietsen")):
        _cite(elk_huis, id, None, indieners, onderwerp)
    assert _motions(elk_huis) == [(None, "A", None), (None, "A", "fietsen"), (None, "B", "fietsen")]


def test_an_answer_is_linked_to_a_motion_once(elk_huis: Huis) -> None:
    id = with_answer(elk_huis)
    _cite(elk_huis, id, "kst-33552-124")
    _cite(elk_huis, id, "kst-33552-124")
    with reading(elk_huis.engine) as sessie:
        assert [(m.kamerstuk, k.zin) for m, k in moties.van_set(sessie, 1)] == [("kst-33552-124", f"Bij {id}.")]


def test_the_list_names_every_answer_newest_set_first(elk_huis: Huis) -> None:
    een, ander = with_answer(elk_huis), _second_answer(elk_huis)
    _cite(elk_huis, een, "kst-1-1")
    _cite(elk_huis, een, "kst-2-2")
    _cite(elk_huis, ander, "kst-1-1")
    with reading(elk_huis.engine) as sessie:
        regels = [(m.kamerstuk, k.antwoord_id, s.sleutel) for m, k, s in moties.lijst(sessie)]
    assert regels == [("kst-1-1", ander, "KV-000002"), ("kst-1-1", een, "KV-000001"), ("kst-2-2", een, "KV-000001")]


def test_links_of_an_answer_are_dropped_and_those_of_others_stay(elk_huis: Huis) -> None:
    een, ander = with_answer(elk_huis), _second_answer(elk_huis)
    _cite(elk_huis, een, "kst-1-1")
    _cite(elk_huis, ander, "kst-1-1")
    with writing(elk_huis.engine) as sessie:
        moties.ontkoppel(sessie, een)
    with reading(elk_huis.engine) as sessie:
        assert moties.van_set(sessie, 1) == []
        assert [k.antwoord_id for _, k, _ in moties.lijst(sessie)] == [ander]


def test_two_answers_that_cite_a_new_motion_at_once_share_it(elk_huis: Huis) -> None:
    een, ander = with_answer(elk_huis), _second_answer(elk_huis)
    for nummer in range(10):
        acts = [lambda id=id, n=nummer: _cite(elk_huis, id, f"kst-{n}-1") for id in (een, ander)]  # type: ignore[misc]
        assert at_once(acts) == [None, None]
    assert len(_motions(elk_huis)) == 10
