"""Motions that answers cite."""

from __future__ import annotations

from functools import partial

import pytest

from kamervragen.domain.errors import NietToegestaan
from kamervragen.usecases import antwoorden, moties
from kamervragen.usecases.handeling import Huis, Wie
from tests.storage.draden import at_once
from tests.usecases.stukken import ANDERE_VRAGEN, ANTWOORD, VRAGEN, bring, brought

_ZIN = "Ik voer de motie Proef/Tester over bussen (Kamerstuk 33 552, nr. 124) uit."


def test_motions_are_not_for_who_has_no_role(huis: Huis) -> None:
    with pytest.raises(NietToegestaan):
        moties.lijst(huis, Wie("Niemand", frozenset(), "test"))


def test_a_house_without_motions(huis: Huis, anna: Wie) -> None:
    brought(huis, ANDERE_VRAGEN)
    assert moties.lijst(huis, anna) == []


def test_a_motion_shows_every_answer_that_cites_it(huis: Huis, anna: Wie) -> None:
    brought(huis, ANTWOORD)
    bring(huis, ANDERE_VRAGEN)
    antwoorden.save(huis, anna, "KV-000002", "1", f"Nee. {_ZIN}", versie=0)
    (regel,) = moties.lijst(huis, anna)
    assert (regel.motie.kamerstuk, regel.motie.indieners) == ("kst-33552-124", "Proef (ABC)")
    assert [(van.sleutel, koppeling.zin.startswith("Ik voer de motie")) for koppeling, van in regel.bij] == [
        ("KV-000002", True),
        ("KV-000001", True),
    ]


def test_a_motion_that_is_no_longer_cited_goes_from_the_list(huis: Huis, anna: Wie) -> None:
    brought(huis, ANDERE_VRAGEN)
    antwoorden.save(huis, anna, "KV-000001", "1", _ZIN, versie=0)
    assert len(moties.lijst(huis, anna)) == 1
    antwoorden.save(huis, anna, "KV-000001", "1", "Nee.", versie=1)
    assert moties.lijst(huis, anna) == []


def test_colleagues_who_cite_the_same_motions_in_another_order_both_save(elk_huis: Huis, anna: Wie) -> None:
    """Two transactions that hold one motion each and wait for the other's would both be stuck."""
    brought(elk_huis, VRAGEN)
    bring(elk_huis, ANDERE_VRAGEN)
    for ronde in range(10):
        zinnen = [
            f"Ik voer de motie {naam} over bussen (Kamerstuk 33 552, nr. {ronde}{nummer}) uit."
            for nummer, naam in enumerate(("Proef", "Tester", "Ander", "Derde"), 1)
        ]
        acts = [
            partial(antwoorden.save, elk_huis, anna, sleutel, "1", " ".join(orde), versie=ronde)
            for sleutel, orde in (("KV-000001", zinnen), ("KV-000002", zinnen[::-1]))
        ]
        assert at_once(acts) == [ronde + 1] * 2
    assert len(moties.lijst(elk_huis, anna)) == 4
