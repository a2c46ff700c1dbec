"""Questions under other numbers: what points to an answer follows, and what hangs on a question stays with it."""

from __future__ import annotations

import pytest
from sqlmodel import select

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store.engine import reading
from kamervragen.domain.errors import NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.rollen import Rol
from kamervragen.inname import hernummering, herstel
from kamervragen.lijn import controle, toewijzing
from kamervragen.lijn.rows import ToewijzingRij
from kamervragen.mensen import gebruikers
from kamervragen.sets.blik import zie
from kamervragen.sets.rows import BronwaardeRij
from tests.stukken import IEDEREEN, VRAGEN, brought, page

KV = "KV-000001"


@pytest.fixture
def geschreven(elk_huis: Huis) -> Huis:
    """Three questions; the answer to 1 points to 3, that to 3 to nothing."""
    brought(elk_huis, VRAGEN)
    schrijven.bewaar(
        elk_huis, OPDRACHTREGEL, KV, "1", "Zie het antwoord op vraag 3 en Kamerstuk 33 552, nr. 3.", versie=0
    )
    schrijven.bewaar(elk_huis, OPDRACHTREGEL, KV, "3", "Ik zal uw Kamer voor 1 oktober 2026 informeren.", versie=0)
    return elk_huis


def hernummer(huis: Huis, nieuw: dict[str, str], wie: Wie = OPDRACHTREGEL) -> tuple[str, ...]:
    return hernummering.hernummer(huis, wie, KV, nieuw, versie=page(huis).rij.versie)


def test_an_answer_follows_the_question_it_points_to(geschreven: Huis) -> None:
    teksten = [vraag.tekst for vraag in page(geschreven).vragenset.vragen]
    assert hernummer(geschreven, {"1": "1", "2": "3", "3": "2"}) == ("1",)
    nu = page(geschreven)
    assert [(v.label, v.tekst) for v in nu.vragenset.vragen] == [
        ("1", teksten[0]),
        ("2", teksten[2]),
        ("3", teksten[1]),
    ]
    assert [(tuple(v.label for v in b.vragen), b.antwoord.tekst) for b in nu.blokken] == [
        (("1",), "Zie het antwoord op vraag 2 en Kamerstuk 33 552, nr. 3."),
        (("2",), "Ik zal uw Kamer voor 1 oktober 2026 informeren."),
    ]
    versies = zie(schrijven.versies, geschreven, OPDRACHTREGEL, KV, "1")
    assert [(v.versie, v.tekst[:32]) for v in versies] == [
        (2, "Zie het antwoord op vraag 2 en K"),
        (1, "Zie het antwoord op vraag 3 en K"),
    ]


def test_what_names_a_question_by_its_number_goes_along(geschreven: Huis) -> None:
    toewijzing.wijs_toe(
        geschreven,
        OPDRACHTREGEL,
        KV,
        directie_id=None,
        behandelaar_id=_mens(geschreven),
        labels=["2", "3"],
        versie=page(geschreven).rij.versie,
    )
    velden = {"vraag-2": "Hoeveel gele fietsen?", "vraag-3": "Wat gaat u doen?"}
    herstel.herstel(geschreven, OPDRACHTREGEL, KV, velden, versie=page(geschreven).rij.versie)
    controle.weeg_deelvraag(
        geschreven, OPDRACHTREGEL, KV, "3", "Wat gaat u doen?", oordeel="beantwoord", reden="Staat er."
    )
    hernummer(geschreven, {"2": "3", "3": "2"})
    beeld = zie(controle.controle, geschreven, IEDEREEN, KV)
    assert [(d.label, d.afweging.reden) for d in beeld.deelvragen if d.afweging] == [("2", "Staat er.")]
    with reading(geschreven.engine) as sessie:
        assert [rij.labels for rij in sessie.exec(select(ToewijzingRij))] == [["2", "3"]]
        bron = {rij.veld: rij.waarde for rij in sessie.exec(select(BronwaardeRij))}
    assert bron == {
        "vraag-3": "Hoeveel gele fietsen zijn er in 2025 verdwenen?",
        "vraag-2": "Wat gaat u doen om de verdwijning te stoppen?",
    }


@pytest.mark.parametrize(
    ("nieuw", "wat"),
    [
        ({"1": "2"}, "Twee vragen krijgen zo nummer 2"),
        ({"1": "nul"}, "'nul' is geen nummer"),
        ({"9": "10"}, "staat niet in deze set"),
    ],
)
def test_numbers_that_cannot_be_are_refused(geschreven: Huis, nieuw: dict[str, str], wat: str) -> None:
    with pytest.raises(Ongeldig, match=wat):
        hernummer(geschreven, nieuw)
    assert [v.label for v in page(geschreven).vragenset.vragen] == ["1", "2", "3"]


def test_the_same_numbers_change_nothing_and_an_older_page_is_told(geschreven: Huis, anna: Wie) -> None:
    versie = page(geschreven).rij.versie
    assert hernummer(geschreven, {"1": "1", "2": " 2 "}) == ()
    assert page(geschreven).rij.versie == versie
    with pytest.raises(NietToegestaan):
        hernummer(geschreven, {"3": "4"}, anna)
    with pytest.raises(Verouderd):
        hernummering.hernummer(geschreven, OPDRACHTREGEL, KV, {"3": "4"}, versie=versie - 1)


def _mens(huis: Huis) -> int:
    return gebruikers.maak(
        huis, OPDRACHTREGEL, inlognaam="mia", naam="Mia", wachtwoord="een lang wachtwoord", rollen=(Rol.OPSTELLER,)
    )
