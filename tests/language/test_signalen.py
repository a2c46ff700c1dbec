"""The cues of a promise as a ministry keeps them: what of its own it adds, and what it switches off."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.language.promises.beloften import belofte_in
from kamervragen.language.promises.signaaltabel import BLOKKADES, SIGNALEN, VOORBEELDEN, Stevigheid, Werking, patroon
from kamervragen.language.promises.signalen import STANDAARD, VERSIE, Eigen, met

OP = date(2026, 6, 8)


def test_every_cue_that_comes_along_has_an_example_and_a_code_of_its_own() -> None:
    codes = [s[0] for s in SIGNALEN] + [b[0] for b in BLOKKADES]
    assert len(codes) == len(set(codes))
    assert set(VOORBEELDEN) == set(codes)
    assert len(set(VOORBEELDEN.values())) == len(codes)


def test_without_changes_they_are_as_they_came() -> None:
    assert met((), (), 0) == STANDAARD


@pytest.mark.parametrize(
    ("woorden", "zin", "gevonden"),
    [
        ("ik regel", "Dat betekent dat ik  regel hoe het gaat.", "ik  regel"),
        ("ik regel", "De klik regelt dit.", None),
        ("regel ik", "Dit REGEL IK graag.", "REGEL IK"),
        ("zorg … voor", "Ik zorg in het hele land ook voor fietsen.", "zorg in het hele land ook voor"),
        ("zorg ... voor", "Ik zorg voor fietsen.", "zorg voor"),
        ("zorg … voor", "Ik zorg een twee drie vier vijf zes zeven voor fietsen.", None),
        ("auto's en e-bikes", "Meer auto's en e-bikes rijden.", "auto's en e-bikes"),
    ],
)
def test_words_are_found_whole_and_a_gap_holds_six_others(woorden: str, zin: str, gevonden: str | None) -> None:
    treffer = patroon(woorden).search(zin)
    assert (treffer.group() if treffer else None) == gevonden


@pytest.mark.parametrize(
    "woorden", ["", " ", "…", "… ik", "ik …", "ik.", "(ik)", "ik+regel", "a " * 13, "ik _regel", "ik \\d regel"]
)
def test_what_are_no_words_makes_no_pattern(woorden: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        patroon(woorden)


def test_own_words_promise_and_take_back() -> None:
    zin = "Voor het einde van dit jaar pak ik de fietspaden aan."
    assert belofte_in(zin, OP) is not None
    zin = "Mijn inspectie bezoekt voor 1 oktober 2026 alle stallingen."
    eigen = met([Eigen("eigen-1", "inspectie bezoekt", Werking.ZACHT)], (), 3)
    assert belofte_in(zin, OP) is None
    gelezen = belofte_in(zin, OP, signalen=eigen)
    assert gelezen is not None
    assert (gelezen.stevigheid, gelezen.signaal, eigen.versie) == (
        Stevigheid.ZACHT,
        ("inspectie bezoekt",),
        f"{VERSIE}+3",
    )
    terug = met(
        [Eigen("eigen-1", "inspectie bezoekt", Werking.HARD), Eigen("eigen-2", "alle stallingen", Werking.NEEMT_TERUG)],
        (),
        4,
    )
    assert belofte_in(zin, OP, signalen=terug) is None


def test_words_that_ask_for_a_day_promise_nothing_without_one() -> None:
    eigen = met([Eigen("eigen-1", "inspectie bezoekt", Werking.MET_DAG)], (), 1)
    assert belofte_in("De inspectie bezoekt alle stallingen.", OP, signalen=eigen) is None
    met_dag = belofte_in("De inspectie bezoekt voor 1 oktober 2026 alle stallingen.", OP, signalen=eigen)
    assert met_dag is not None
    assert met_dag.stevigheid is Stevigheid.HARD


def test_a_cue_or_what_takes_it_back_can_be_switched_off() -> None:
    zin = "Ik ben voornemens om de fietspaden te verbreden."
    assert belofte_in(zin, OP) is not None
    assert belofte_in(zin, OP, signalen=met((), {"voornemen"}, 1)) is None
    vraag = "Zal ik uw Kamer voor 1 oktober 2026 informeren?"
    assert belofte_in(vraag, OP) is None
    assert belofte_in(vraag, OP, signalen=met((), {"vraag"}, 1)) is not None
