"""The term of a set: moved by a debate or a setting, and what guards it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kamervragen.beheer import recessen
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.termijn import Stand, Uitstelsignaal, Werkstap
from kamervragen.sets import bord, termijnen
from tests.conftest import Klok
from tests.stukken import ANTWOORD, IEDEREEN, UITSTEL, VRAGEN, audit_lines, bring, brought, contents, page


@pytest.fixture
def sleutel(huis: Huis) -> str:
    """Questions put on 11 May 2026: the term ends on 1 June, with uitstel on 22 June."""
    return brought(huis, VRAGEN)


def _ingezonden(huis: Huis, dag: str) -> str:
    return brought(huis, VRAGEN.replace("11 mei 2026", dag))


def _laatste_dag(huis: Huis, **instellingen: bool) -> date | None:
    """The last day of the only set on the board, in a house with these settings."""
    anders = replace(huis, settings=huis.settings.model_copy(update=instellingen))
    (regel,) = bord.sets(anders, IEDEREEN)
    return regel.termijn.laatste_dag


@pytest.mark.parametrize("wie", ["anna", "frank"])
def test_who_does_not_mend_a_set_records_no_debate(
    huis: Huis, sleutel: str, wie: str, request: pytest.FixtureRequest
) -> None:
    persoon: Wie = request.getfixturevalue(wie)
    with pytest.raises(NietToegestaan):
        termijnen.zet_debat(huis, persoon, sleutel, debat=date(2026, 5, 28), versie=page(huis).rij.versie)
    assert page(huis).rij.debat is None
    assert audit_lines(huis)[-1] == ("set_herstellen", sleutel, "geweigerd", persoon.naam)


def test_a_debate_of_a_set_that_is_not_there_is_not_found(huis: Huis, bram: Wie) -> None:
    with pytest.raises(NietGevonden):
        termijnen.zet_debat(huis, bram, "KV-000009", debat=date(2026, 5, 28), versie=1)


@pytest.mark.parametrize("debat", [date(2026, 5, 11), date(2026, 5, 10)])
def test_a_debate_on_or_before_the_day_of_the_questions_is_refused(
    huis: Huis, bram: Wie, sleutel: str, debat: date
) -> None:
    versie, voor = page(huis).rij.versie, contents(huis)
    with pytest.raises(Ongeldig, match="voor de dag van inzending"):
        termijnen.zet_debat(huis, bram, sleutel, debat=debat, versie=versie)
    assert contents(huis) == voor


def test_a_debate_set_on_another_version_is_refused(huis: Huis, bram: Wie, chris: Wie, sleutel: str) -> None:
    versie = page(huis).rij.versie
    termijnen.zet_debat(huis, chris, sleutel, debat=date(2026, 5, 28), versie=versie)
    voor = contents(huis)
    with pytest.raises(Verouderd):
        termijnen.zet_debat(huis, bram, sleutel, debat=None, versie=versie)
    assert contents(huis) == voor


@pytest.mark.parametrize(
    ("debat", "laatste"),
    [
        (date(2026, 5, 12), date(2026, 5, 11)),
        (date(2026, 5, 28), date(2026, 5, 27)),
        (date(2026, 6, 1), date(2026, 5, 31)),
        (date(2026, 6, 2), date(2026, 6, 1)),  # the day before is the last day as it was
        (date(2026, 7, 1), date(2026, 6, 1)),
    ],
)
def test_a_debate_brings_the_last_day_forward_and_never_back(
    huis: Huis, eva: Wie, sleutel: str, debat: date, laatste: date
) -> None:
    versie = page(huis).rij.versie
    termijnen.zet_debat(huis, eva, sleutel, debat=debat, versie=versie)
    assert (_laatste_dag(huis), page(huis).termijn.laatste_dag) == (laatste, laatste)
    assert (page(huis).rij.debat, page(huis).rij.versie) == (debat, versie + 1)
    assert audit_lines(huis)[-1] == ("set_herstellen", sleutel, "gelukt", "Eva")
    with pytest.raises(Ongeldig, match="Dat stond er al"):
        termijnen.zet_debat(huis, eva, sleutel, debat=debat, versie=versie + 1)
    termijnen.zet_debat(huis, eva, sleutel, debat=None, versie=versie + 1)
    assert (page(huis).rij.debat, _laatste_dag(huis)) == (None, date(2026, 6, 1))


def test_a_debate_also_cuts_the_term_after_uitstel(huis: Huis, bram: Wie, sleutel: str) -> None:
    bring(huis, UITSTEL)
    termijn = page(huis).termijn
    assert (termijn.laatste_dag, termijn.stand) == (date(2026, 6, 22), Stand.UITGESTELD)
    termijnen.zet_debat(huis, bram, sleutel, debat=date(2026, 6, 16), versie=page(huis).rij.versie)
    termijn = page(huis).termijn
    assert (termijn.eerste_dag, termijn.laatste_dag, termijn.dagen) == (date(2026, 6, 1), date(2026, 6, 15), 6)


def test_a_recess_stops_the_term_only_when_the_settings_say_so(huis: Huis) -> None:
    _ingezonden(huis, "15 april 2026")  # the May recess lasts from 24 April up to and including 11 May
    assert _laatste_dag(huis) == date(2026, 5, 6)
    assert _laatste_dag(huis, opschorten_in_reces=True) == date(2026, 5, 24)


def test_a_last_day_off_moves_to_a_working_day_only_when_the_settings_say_so(huis: Huis) -> None:
    _ingezonden(huis, "2 mei 2026")  # 23 May is the Saturday before Whitsun
    assert _laatste_dag(huis) == date(2026, 5, 23)
    assert _laatste_dag(huis, naar_werkdag=True) == date(2026, 5, 26)


def test_both_settings_count_the_recess_first_and_then_find_a_working_day(huis: Huis) -> None:
    _ingezonden(huis, "15 april 2026")  # 24 May is Whit Sunday, 25 May Whit Monday
    assert _laatste_dag(huis, opschorten_in_reces=True, naar_werkdag=True) == date(2026, 5, 26)


def test_the_board_counts_with_the_recesses_of_the_table(huis: Huis, bram: Wie) -> None:
    _ingezonden(huis, "1 juni 2026")
    assert _laatste_dag(huis, opschorten_in_reces=True) == date(2026, 6, 22)
    recessen.voeg_toe(
        huis, bram, naam="verkiezingsreces", begin=date(2026, 6, 15), einde=date(2026, 6, 19), bron="brief"
    )
    assert _laatste_dag(huis, opschorten_in_reces=True) == date(2026, 6, 27)
    assert _laatste_dag(huis) == date(2026, 6, 22)


def test_the_guard_of_an_open_set_has_its_steps_and_the_day_that_was_asked_for(huis: Huis) -> None:
    vraag = "3. Wat gaat u doen om de verdwijning te stoppen?"
    sleutel = brought(huis, VRAGEN.replace(vraag, "3. Wilt u deze vragen uiterlijk 20 mei 2026 beantwoorden?"))
    bewaking = page(huis, sleutel).bewaking
    assert [(s.stap, s.dag, s.haalbaar) for s in bewaking.stappen] == [
        (Werkstap.CONCEPT, date(2026, 5, 19), True),
        (Werkstap.AFSTEMMING, date(2026, 5, 22), True),
        (Werkstap.PARAFEN, date(2026, 5, 28), True),
        (Werkstap.TEKENING, date(2026, 5, 29), True),
    ]
    assert bewaking.gevraagd is not None
    assert (bewaking.gevraagd.dag, bewaking.gevraagd.zin) == (
        date(2026, 5, 20),
        "Wilt u deze vragen uiterlijk 20 mei 2026 beantwoorden?",
    )


def test_a_debate_pulls_the_steps_along_and_tells_which_are_past_doing(huis: Huis, bram: Wie, sleutel: str) -> None:
    termijnen.zet_debat(huis, bram, sleutel, debat=date(2026, 5, 20), versie=page(huis).rij.versie)
    # Eight working days before Tuesday 19 May lie over Ascension Day and the holiday of 5 May.
    assert [(s.stap, s.dag, s.haalbaar) for s in page(huis).bewaking.stappen] == [
        (Werkstap.CONCEPT, date(2026, 5, 6), False),
        (Werkstap.AFSTEMMING, date(2026, 5, 11), False),
        (Werkstap.PARAFEN, date(2026, 5, 15), True),
        (Werkstap.TEKENING, date(2026, 5, 18), True),
    ]


@pytest.mark.parametrize(
    ("dag", "signaal"),
    [
        ("27 mei 2026", None),  # day 13
        ("26 mei 2026", Uitstelsignaal.OVERWEGEN),
        ("25 mei 2026", Uitstelsignaal.OVERWEGEN),
        ("24 mei 2026", Uitstelsignaal.VOORSTELLEN),  # day 16
        ("11 mei 2026", Uitstelsignaal.VOORSTELLEN),  # the term has run out
    ],
)
def test_uitstel_is_thought_of_from_day_fourteen(huis: Huis, dag: str, signaal: Uitstelsignaal | None) -> None:
    assert page(huis, _ingezonden(huis, dag)).bewaking.signaal is signaal


def test_a_set_with_uitstel_or_an_answer_is_not_signalled(huis: Huis, klok: Klok, sleutel: str) -> None:
    bring(huis, UITSTEL)
    assert (len(page(huis).bewaking.stappen), page(huis).bewaking.signaal) == (4, None)
    klok.vooruit(days=30)
    assert (page(huis).termijn.stand, page(huis).bewaking.signaal) == (Stand.TE_LAAT_NA_UITSTEL, None)
    bring(huis, ANTWOORD)
    assert page(huis).bewaking == termijnen.Bewaking((), None, None)


def test_an_answered_set_still_shows_the_day_that_was_asked_for(huis: Huis) -> None:
    inleiding = "Wilt u deze vragen uiterlijk 20 mei 2026 beantwoorden?"
    brought(huis, VRAGEN.replace("Wat gaat u doen om de verdwijning te stoppen?", inleiding))
    bring(huis, ANTWOORD.replace("Wat gaat u doen om de verdwijning te stoppen?", inleiding))
    bewaking = page(huis).bewaking
    assert (bewaking.stappen, bewaking.signaal) == ((), None)
    assert bewaking.gevraagd is not None
    assert bewaking.gevraagd.dag == date(2026, 5, 20)
