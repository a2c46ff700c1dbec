"""What was taken over from where, and what people said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session

from kamervragen.antwoorden.store import hergebruik
from kamervragen.core.act import Huis
from kamervragen.core.store.engine import reading, writing
from kamervragen.domain.vragenset import Antwoord
from kamervragen.sets.store import vragensets
from tests.waarden import MOMENT, VRAGEN, stored

pytestmark = pytest.mark.om_de_deur  # it writes rows as the store does, without an act


def _answers(huis: Huis, aantal: int) -> list[int]:
    """The ids of the answers of that many sets of one answer each."""
    ids = [
        stored(huis, replace(VRAGEN, zaaknummer=None, antwoorden=(Antwoord(("1",), f"Antwoord {nummer}."),)))
        for nummer in range(aantal)
    ]
    with reading(huis.engine) as sessie:
        return [vragensets.antwoorden_van(sessie, id)[0][0].id or 0 for id in ids]


def _take(sessie: Session, naar: int, van: int, *zinnen: str) -> None:
    hergebruik.onthoud(sessie, naar, van, " ".join(zinnen), zinnen, actor="Anna", moment=MOMENT)


def test_the_source_of_a_text_is_remembered_by_sentence(elk_huis: Huis) -> None:
    van, naar = _answers(elk_huis, 2)
    with writing(elk_huis.engine) as sessie:
        _take(sessie, naar, van, "Een.", "Twee.")
    with reading(elk_huis.engine) as sessie:
        ((rij, bron_set),) = hergebruik.herkomst(sessie, 2)[naar]
        assert (rij.tekst, rij.actor, bron_set.sleutel) == ("Een. Twee.", "Anna", "KV-000001")
        assert hergebruik.zinnen(sessie, 2) == {rij.id: ("Een.", "Twee.")}
        assert hergebruik.herkomst(sessie, 1) == {}


def test_use_is_followed_both_ways_and_round_a_circle(elk_huis: Huis) -> None:
    a, b, c, d = _answers(elk_huis, 4)
    with writing(elk_huis.engine) as sessie:
        for naar, van in ((b, a), (c, b), (a, c), (d, a), (d, a)):
            _take(sessie, naar, van, "Zin.")
    with reading(elk_huis.engine) as sessie:
        assert hergebruik.afnemers(sessie, a) == {b, c, d}
        assert hergebruik.bronnen(sessie, d) == {a, b, c}
        assert hergebruik.bronnen(sessie, a) == {b, c}
        assert hergebruik.aantallen(sessie, [a, b, d]) == {a: 2, b: 1}
        assert [(p.sleutel, p.labels) for p in hergebruik.plaatsen(sessie, [a, d])] == [
            ("KV-000001", ("1",)),
            ("KV-000004", ("1",)),
        ]


def test_an_outdated_mark_stands_until_it_is_taken_back_and_stays_on_record(elk_huis: Huis) -> None:
    (a,) = _answers(elk_huis, 1)
    with writing(elk_huis.engine) as sessie:
        for reden in ("eerst", "later"):
            hergebruik.markeer_achterhaald(
                sessie, a, reden=reden, door="kst-33552-124", sinds=date(2026, 1, 1), actor="Anna", moment=MOMENT
            )
    with writing(elk_huis.engine) as sessie:
        assert hergebruik.achterhaald(sessie)[a].reden == "later"
        assert hergebruik.trek_achterhaald_in(sessie, a, actor="Bram", moment=MOMENT) == 2
        assert hergebruik.trek_achterhaald_in(sessie, a, actor="Bram", moment=MOMENT) == 0
        assert hergebruik.achterhaald(sessie) == {}


def test_an_unusable_proposal_has_one_reason_per_question(elk_huis: Huis) -> None:
    (a,) = _answers(elk_huis, 1)
    with writing(elk_huis.engine) as sessie:
        for reden in ("eerst", "later"):
            hergebruik.markeer_niet_bruikbaar(sessie, 1, a, reden=reden, actor="Anna", moment=MOMENT)
        assert {id: rij.reden for id, rij in hergebruik.niet_bruikbaar(sessie, 1)[1].items()} == {a: "later"}
        assert hergebruik.niet_bruikbaar(sessie, 2) == {}
        hergebruik.wel_bruikbaar(sessie, 1, a)
        hergebruik.wel_bruikbaar(sessie, 1, a)
        assert hergebruik.niet_bruikbaar(sessie, 1) == {}


def test_a_confirmation_is_of_one_piece_in_one_sentence(elk_huis: Huis) -> None:
    (a,) = _answers(elk_huis, 1)
    lang = "Een zin van 312 woorden. " * 400
    with writing(elk_huis.engine) as sessie:
        assert (
            hergebruik.bevestig(sessie, a, [("Er zijn 312.", "312"), (lang, "312")], actor="Anna", moment=MOMENT) == 2
        )
        assert hergebruik.bevestig(sessie, a, [("Er zijn 312.", "312")], actor="Bram", moment=MOMENT) == 0
        bekend = hergebruik.bevestigingen(sessie, 1)
    assert bekend[a, hergebruik.afdruk("Er zijn 312.", "312")].actor == "Anna"
    assert (a, hergebruik.afdruk("Er waren 312.", "312")) not in bekend
