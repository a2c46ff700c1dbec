"""Questions under one answer, and taken apart again: no word, version or remark is lost on the way."""

from __future__ import annotations

import pytest

from kamervragen.antwoorden import aanwezigheid, groepen, opmerkingen, schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import NietGevonden, Ongeldig, Verouderd
from kamervragen.domain.rollen import Rol
from kamervragen.language.wijze import afzonderlijk_gevraagd
from kamervragen.mensen import gebruikers
from kamervragen.register import toezeggingen
from kamervragen.sets.blik import zie
from tests.conftest import Klok
from tests.stukken import IEDEREEN, VRAGEN, brought, page

KV = "KV-000001"
BELOFTE = "Ik zal uw Kamer voor 1 oktober 2026 informeren over de fietsen."


@pytest.fixture
def geschreven(huis: Huis, anna: Wie) -> Huis:
    """Answers to questions 2 and 3, two versions of the one, a promise and a remark with the other."""
    brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, KV, "2", "In 2025 verdwenen 300 fietsen.", versie=0)
    schrijven.bewaar(huis, anna, KV, "2", "In 2025 verdwenen 312 fietsen.", versie=1)
    schrijven.bewaar(huis, anna, KV, "3", BELOFTE, versie=0)
    opmerkingen.merk_op(huis, anna, KV, "3", "Haalbaar?")
    return huis


def blokken(huis: Huis) -> list[tuple[tuple[str, ...], str]]:
    return [(tuple(v.label for v in b.vragen), b.antwoord.tekst) for b in page(huis).blokken]


def test_joined_answers_stand_together_with_all_their_versions(geschreven: Huis, anna: Wie) -> None:
    (belofte,) = toezeggingen.lijst(geschreven, IEDEREEN)
    toezeggingen.neem_aan(geschreven, IEDEREEN, belofte.toezegging.id or 0, versie=belofte.toezegging.versie)
    groepen.voeg_samen(geschreven, anna, KV, ("3", "2"), versie=page(geschreven).rij.versie)
    samen = f"In 2025 verdwenen 312 fietsen.\n\n{BELOFTE}"
    assert blokken(geschreven) == [(("2", "3"), samen)]
    assert [v.tekst for v in zie(schrijven.versies, geschreven, anna, KV, "3")] == [
        samen,
        BELOFTE,
        "In 2025 verdwenen 312 fietsen.",
        "In 2025 verdwenen 300 fietsen.",
    ]
    assert [o.rij.tekst for o in zie(opmerkingen.bij_vraag, geschreven, anna, KV, "2")] == ["Haalbaar?"]
    (nog,) = toezeggingen.lijst(geschreven, IEDEREEN)
    assert (nog.toezegging.id, nog.toezegging.status) == (belofte.toezegging.id, "openstaand")
    nieuw = schrijven.bewaar(geschreven, anna, KV, "2", "Korter.", versie=page(geschreven).blokken[0].antwoord.versie)
    assert nieuw == 5


def test_a_question_without_an_answer_joins_the_one_of_another(geschreven: Huis, anna: Wie) -> None:
    groepen.voeg_samen(geschreven, anna, KV, ("1", "3"), versie=page(geschreven).rij.versie)
    assert blokken(geschreven) == [(("1", "3"), BELOFTE), (("2",), "In 2025 verdwenen 312 fietsen.")]


def test_empty_questions_get_one_empty_answer(huis: Huis, anna: Wie) -> None:
    brought(huis, VRAGEN)
    groepen.voeg_samen(huis, anna, KV, ("1", "2"), versie=page(huis).rij.versie)
    assert blokken(huis) == [(("1", "2"), "")]


def test_a_question_taken_apart_begins_with_the_text_it_shared(geschreven: Huis, anna: Wie) -> None:
    groepen.voeg_samen(geschreven, anna, KV, ("2", "3"), versie=page(geschreven).rij.versie)
    groepen.haal_uiteen(geschreven, anna, KV, "2", versie=page(geschreven).rij.versie)
    samen = f"In 2025 verdwenen 312 fietsen.\n\n{BELOFTE}"
    assert sorted(blokken(geschreven)) == [(("2",), samen), (("3",), samen)]
    with pytest.raises(Ongeldig, match="al een eigen antwoord"):
        groepen.haal_uiteen(geschreven, anna, KV, "2", versie=page(geschreven).rij.versie)


def test_what_cannot_be_joined_or_parted_changes_nothing(geschreven: Huis, anna: Wie) -> None:
    voor, versie = blokken(geschreven), page(geschreven).rij.versie
    for labels in ((), ("2",), ("2", "9")):
        with pytest.raises(Ongeldig):
            groepen.voeg_samen(geschreven, anna, KV, labels, versie=versie)
    with pytest.raises(Verouderd):
        groepen.voeg_samen(geschreven, anna, KV, ("2", "3"), versie=versie - 1)
    with pytest.raises(Ongeldig):
        groepen.haal_uiteen(geschreven, anna, KV, "1", versie=versie)
    with pytest.raises(NietGevonden):
        groepen.haal_uiteen(geschreven, anna, KV, "9", versie=versie)
    groepen.voeg_samen(geschreven, anna, KV, ("2", "3"), versie=versie)
    with pytest.raises(Ongeldig, match="al één antwoord"):
        groepen.voeg_samen(geschreven, anna, KV, ("2", "3"), versie=page(geschreven).rij.versie)
    assert voor != blokken(geschreven)


@pytest.mark.parametrize(
    "zin",
    [
        "Kunt u deze vragen één voor één beantwoorden?",
        "Wilt u elke vraag afzonderlijk beantwoorden voor het debat?",
        "Graag de vragen apart beantwoorden.",
        "Kunt u de vragen separaat van een antwoord voorzien?",
    ],
)
def test_the_wish_to_be_answered_apart_is_found(zin: str) -> None:
    assert afzonderlijk_gevraagd(("Kent u het bericht?", zin)) == zin


@pytest.mark.parametrize(
    "zin", ["Worden de cijfers apart bijgehouden?", "Bent u apart ingelicht over deze vraag?", "Hoe beantwoordt u dit?"]
)
def test_other_sentences_are_no_such_wish(zin: str) -> None:
    assert afzonderlijk_gevraagd((zin,)) is None


def test_who_is_at_a_question_now_is_seen_by_others_for_a_minute(huis: Huis, klok: Klok) -> None:
    brought(huis, VRAGEN)
    een, twee = (
        Wie(
            naam,
            frozenset({Rol.OPSTELLER}),
            "test",
            gebruikers.maak(
                huis,
                OPDRACHTREGEL,
                inlognaam=naam,
                naam=naam,
                wachtwoord="een lang wachtwoord",
                rollen=(Rol.OPSTELLER,),
            ),
        )
        for naam in ("Een", "Twee")
    )
    assert aanwezigheid.meld(huis, een, KV, "1", bewerkt=False) == ()
    assert [(a.naam, a.bewerkt) for a in aanwezigheid.meld(huis, twee, KV, "1", bewerkt=True)] == [("Een", False)]
    assert [(a.naam, a.bewerkt) for a in aanwezigheid.meld(huis, een, KV, "1", bewerkt=False)] == [("Twee", True)]
    assert zie(aanwezigheid.anderen, huis, een, KV, "2") == ()
    assert aanwezigheid.meld(huis, een, KV, "9", bewerkt=False) == ()
    klok.vooruit(seconds=61)
    assert zie(aanwezigheid.anderen, huis, een, KV, "1") == ()
