"""Beside the question: open promises and motions on its subject, the earlier position, and a motion nobody names."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.domain.motie import Motiestatus
from kamervragen.hergebruik import eerder
from kamervragen.jobs import catch_up
from kamervragen.register import moties, toezeggingen
from kamervragen.setpagina import bij_de_vraag
from kamervragen.sets.blik import zie
from tests.stukken import ANTWOORD, brought, without

OPNIEUW = """\
2026Z00301
(ingezonden 1 juni 2026)

Vragen van het lid Ander (DEF) aan de minister van Justitie en Veiligheid over gele fietsen in Utrecht

1. Hoeveel gele fietsen verdwenen er in Utrecht? 1)
2. Bent u bekend met de bruggen in Zwolle?

1) Kamerstuk 29398, nr. 700
"""


@pytest.fixture
def vraag(huis: Huis, bram: Wie) -> str:
    """A new set on a subject that was answered before."""
    brought(huis, without(ANTWOORD, "Zie ook"))
    sleutel = brought(huis, OPNIEUW)
    catch_up(huis)
    return sleutel


def _bij(huis: Huis, wie: Wie, sleutel: str, label: str = "1") -> bij_de_vraag.Bij:
    return zie(bij_de_vraag.voor, huis, wie, sleutel, label, zie(eerder.zoek_bij_vraag, huis, wie, sleutel, label))


def _motie(huis: Huis, wie: Wie, nummer: str, onderwerp: str = "gele fietsen die verdwijnen") -> int:
    id = moties.voeg_toe(
        huis, wie, kamerstuk=nummer, indieners="Tester (XYZ)", onderwerp=onderwerp, ingediend=date(2026, 2, 3)
    )
    moties.leg_vast(huis, wie, id, Motiestatus.AANGENOMEN, datum=date(2026, 2, 10), versie=1)
    return id


def test_an_open_promise_on_the_subject_stands_beside_the_question_with_why(huis: Huis, bram: Wie, vraag: str) -> None:
    raak = toezeggingen.voeg_toe(
        huis,
        bram,
        zin="Ik informeer uw Kamer voor 1 mei 2026 over gele fietsen die verdwijnen.",
        gedaan_op=date(2026, 3, 2),
        vindplaats="debat",
        bewindspersoon="",
        aan="",
    )
    toezeggingen.voeg_toe(
        huis,
        bram,
        zin="Ik informeer uw Kamer voor 1 oktober 2026 over de tunnel bij Breda.",
        gedaan_op=date(2026, 3, 2),
        vindplaats="debat",
        bewindspersoon="",
        aan="",
    )
    (open_,) = _bij(huis, bram, vraag).open
    assert (open_.rij.id, open_.is_motie, open_.dag, open_.laat) == (raak, False, date(2026, 4, 30), True)
    assert {"gele", "fietsen"} <= set(open_.raakvlak.woorden)


def test_an_open_motion_on_the_subject_stands_there_until_it_is_done(huis: Huis, bram: Wie, vraag: str) -> None:
    id = _motie(huis, bram, "kst-30000-5")
    (open_,) = _bij(huis, bram, vraag).open
    assert (open_.rij.id, open_.is_motie) == (id, True)
    moties.leg_vast(huis, bram, id, Motiestatus.AFGEDAAN, datum=date(2026, 6, 1), versie=2, kamerstuk="kst-30000-9")
    assert _bij(huis, bram, vraag).open == ()


def test_the_earlier_position_is_the_sentence_that_speaks_of_the_question(huis: Huis, bram: Wie, vraag: str) -> None:
    (standpunt, *_rest) = _bij(huis, bram, vraag).standpunten
    assert (standpunt.datum, standpunt.kabinet, standpunt.nummer) == (date(2026, 6, 8), "Jetten", "2026Z00101")
    assert standpunt.zin == "In 2025 verdwenen 312 gele fietsen."


def test_an_open_motion_on_a_cited_dossier_that_no_answer_names_is_warned(huis: Huis, bram: Wie, vraag: str) -> None:
    id = _motie(huis, bram, "kst-29398-812", "bussen")
    _motie(huis, bram, "kst-29399-812", "bussen")  # another dossier
    (gemist,) = _bij(huis, bram, vraag).genegeerd
    assert (gemist.motie.id, gemist.dossier, gemist.labels) == (id, "29398", ("1",))
    assert _bij(huis, bram, vraag, "2").genegeerd == ()
    assert zie(bij_de_vraag.genegeerde_moties, huis, bram, vraag) == (gemist,)
    tekst = "Ik voer de motie van het lid Tester (XYZ) over bussen uit (Kamerstuk 29398, nr. 812)."
    schrijven.bewaar(huis, bram, vraag, "2", tekst, versie=0)
    assert zie(bij_de_vraag.genegeerde_moties, huis, bram, vraag) == ()


def test_a_motion_that_was_not_adopted_is_not_missed(huis: Huis, bram: Wie, vraag: str) -> None:
    moties.voeg_toe(
        huis, bram, kamerstuk="kst-29398-812", indieners="Tester", onderwerp="bussen", ingediend=date(2026, 2, 3)
    )
    assert zie(bij_de_vraag.genegeerde_moties, huis, bram, vraag) == ()
