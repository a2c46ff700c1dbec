"""Earlier answers as a screen shows them: reasons, marked words, the own set left out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kamervragen import jobs
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan
from kamervragen.hergebruik import eerder
from kamervragen.hergebruik.eerder import Stuk
from kamervragen.sets.blik import zie
from tests.stukken import ANDERE_VRAGEN, ANTWOORD, VRAGEN, bring, brought

_VRAAG = "Hoeveel gele fietsen zijn er verdwenen?"


@pytest.fixture
def archief(huis: Huis) -> Huis:
    """Two answered sets about yellow bicycles, and one that asks."""
    brought(huis, ANTWOORD)
    tweede = ANTWOORD.replace("2026Z00101", "2026Z00909").replace("1601", "1909").replace("1500", "1908")
    bring(huis, tweede.replace("312", "99").replace("8 juni 2026", "1 juni 2026"))
    bring(huis, ANDERE_VRAGEN)
    jobs.catch_up(huis)
    return huis


def _whole(stukken: Sequence[Stuk]) -> str:
    return "".join(stuk.tekst for stuk in stukken)


def test_earlier_answers_are_not_for_who_has_no_role(archief: Huis) -> None:
    with pytest.raises(NietToegestaan):
        eerder.zoek(archief, Wie("Niemand", frozenset(), "test"), _VRAAG)


@pytest.mark.parametrize(("sleutel", "label"), [("KV-000009", "1"), ("KV-000003", "9")])
def test_a_question_that_is_not_there(archief: Huis, anna: Wie, sleutel: str, label: str) -> None:
    with pytest.raises(NietGevonden):
        zie(eerder.zoek_bij_vraag, archief, anna, sleutel, label)


@pytest.mark.parametrize("vraag", ["", "?", "de het een", "zeppelin", "🙂"])
def test_what_is_not_known_gives_an_empty_list(archief: Huis, anna: Wie, vraag: str) -> None:
    assert eerder.zoek(archief, anna, vraag) == []


def test_the_best_answer_comes_first_and_the_newest_of_equals(archief: Huis, anna: Wie) -> None:
    gevonden = eerder.zoek(archief, anna, _VRAAG)
    eenheden = [e.treffer.eenheid for e in gevonden]
    assert [(e.sleutel, e.label) for e in eenheden][:2] == [("KV-000001", "2"), ("KV-000002", "2")]
    scores = [e.treffer.score for e in gevonden]
    assert scores == sorted(scores, reverse=True)
    assert len(gevonden) == 6
    assert len(eerder.zoek(archief, anna, _VRAAG, aantal=2)) == 2


def test_every_answer_has_reasons(archief: Huis, anna: Wie) -> None:
    gevonden = eerder.zoek(archief, anna, _VRAAG)
    assert all(e.redenen and all(reden.strip() for reden in e.redenen) for e in gevonden)
    eerste = gevonden[0]
    assert eerste.redenen == (
        "de vraag is bijna dezelfde (87% gelijk)",
        "deelt woorden die weinig voorkomen: fietsen, gele, verdwenen",
        "beantwoord in 2026",
    )


def test_marked_words_are_words_of_the_text_that_counted(archief: Huis, anna: Wie) -> None:
    for e in eerder.zoek(archief, anna, _VRAAG):
        assert _whole(e.vraag) == e.treffer.eenheid.vraag
        assert _whole(e.antwoord) == e.treffer.eenheid.antwoord
    eerste = eerder.zoek(archief, anna, _VRAAG)[0]
    assert [stuk.tekst for stuk in eerste.vraag if stuk.raak] == ["gele", "fietsen", "verdwenen"]
    assert [stuk.tekst for stuk in eerste.antwoord if stuk.raak] == ["verdwenen", "gele", "fietsen", "gele", "fietsen"]
    assert all(stuk.tekst for stuk in (*eerste.vraag, *eerste.antwoord))


def test_the_own_set_is_left_out(archief: Huis, anna: Wie) -> None:
    gevonden = zie(eerder.zoek_bij_vraag, archief, anna, "KV-000001", "2")
    assert {e.treffer.eenheid.sleutel for e in gevonden} == {"KV-000002"}
    assert gevonden[0].treffer.eenheid.label == "2"
    ander = zie(eerder.zoek_bij_vraag, archief, anna, "KV-000003", "2", aantal=1)
    assert [e.treffer.eenheid.sleutel for e in ander] == ["KV-000001"]


def test_the_json_of_an_earlier_answer(archief: Huis, anna: Wie) -> None:
    eerste = eerder.zoek(archief, anna, _VRAAG)[0]
    json = eerste.als_json()
    assert list(json) == [
        "sleutel",
        "zaaknummer",
        "aanhangselnummer",
        "vraagnummer",
        "vraag",
        "antwoord",
        "datum",
        "bewindspersoon",
        "kabinet",
        "score",
        "delen",
        "redenen",
        "overgenomen",
    ]
    assert (json["sleutel"], json["zaaknummer"], json["aanhangselnummer"], json["vraagnummer"]) == (
        "KV-000001",
        "2026Z00101",
        "ah-tk-20252026-1601",
        "2",
    )
    assert (json["datum"], json["bewindspersoon"]) == ("2026-06-08", "minister Van Proef")
    assert "[^" not in json["antwoord"]
    assert json["score"] == round(eerste.treffer.score, 4)


def test_the_subject_of_the_asking_set_counts(archief: Huis, anna: Wie) -> None:
    zonder = eerder.zoek(archief, anna, "Wat nu?")
    met = eerder.zoek(archief, anna, "Wat nu?", onderwerp="gele fietsen")
    assert zonder == []
    assert {e.treffer.eenheid.sleutel for e in met} == {"KV-000001", "KV-000002"}


def test_drafts_of_the_asking_set_are_never_its_own_earlier_answer(huis: Huis, anna: Wie) -> None:
    brought(huis, VRAGEN)
    assert zie(eerder.zoek_bij_vraag, huis, anna, "KV-000001", "2") == []
