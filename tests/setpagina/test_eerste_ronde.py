"""The first pass over a whole set."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen import jobs
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.core.store.engine import writing
from kamervragen.domain.errors import NietGevonden
from kamervragen.mensen.store import gebruikers
from kamervragen.setpagina import eerste_ronde
from kamervragen.sets.blik import zie
from kamervragen.sets.rows import VragensetRij
from tests.stukken import ANTWOORD, VRAGEN, bring, brought, contents

_NIEUW = """\
2026Z00303
(ingezonden 1 juli 2026)

Vragen van het lid Derde (GHI) aan de minister van Justitie en Veiligheid over gele fietsen

1. Hoeveel gele fietsen zijn er in 2025 verdwenen? 1)
2. Hoeveel gele fietsen zijn er in 2026 verdwenen?
3. Wie onderhoudt de vaarwegen rond het IJsselmeer?

1) De Proefbode, 8 mei 2026, Gele fietsen verdwijnen (https://www.proefbode.example/gele-fietsen?bron=x)
"""
_ZELFDE_BERICHT = """\
2026Z00404
(ingezonden 2 juli 2026)

Vragen van het lid Vierde (JKL) aan de minister van Infrastructuur en Waterstaat over stallingen

1. Kent u het bericht over stallingen? 1)

1) De Proefbode, 8 mei 2026, Gele fietsen verdwijnen (https://proefbode.example/gele-fietsen)
"""
_ANDERS = """\
2026Z00505
(ingezonden 2 juli 2026)

Vragen van het lid Vijfde (MNO) aan de minister van Financiën over spaarrente

1. Waarom is de rente op spaargeld zo laag?
"""


@pytest.fixture
def vol(huis: Huis) -> Huis:
    """KV-000001 answered; KV-000002 asks the same anew; KV-000003 on the same article; KV-000004 on something else."""
    brought(huis, VRAGEN)
    for stuk in (ANTWOORD, _NIEUW, _ZELFDE_BERICHT, _ANDERS):
        bring(huis, stuk)
    jobs.catch_up(huis)
    return huis


def test_every_question_has_its_proposals_at_once_and_nothing_is_written(vol: Huis, anna: Wie) -> None:
    voor = contents(vol)
    ronde = zie(eerste_ronde.ronde, vol, anna, "KV-000002")
    assert [v.vraag.label for v in ronde.blad.rijen] == ["1", "2", "3"]
    eerste = ronde.blad.rijen[0]
    assert (eerste.eerder[0].treffer.eenheid.sleutel, eerste.eerder[0].treffer.eenheid.label) == ("KV-000001", "2")
    assert eerste.verwijsvoorstel is not None
    assert ronde.blad.rijen[2].verwijsvoorstel is None
    assert contents(vol) == voor


def test_questions_that_ask_nearly_the_same_are_shown(vol: Huis, anna: Wie) -> None:
    (tweeling,) = zie(eerste_ronde.ronde, vol, anna, "KV-000002").tweelingen
    assert (tweeling.een.label, tweeling.ander.label) == ("1", "2")
    assert tweeling.procent >= 70


def test_open_sets_on_the_same_article_are_shown(vol: Huis, anna: Wie) -> None:
    verwanten = zie(eerste_ronde.ronde, vol, anna, "KV-000002").verwanten
    assert [(v.sleutel, v.bronnen) for v in verwanten] == [("KV-000003", ("proefbode.example/gele-fietsen",))]


@pytest.mark.om_de_deur
def test_who_answered_before_is_proposed(vol: Huis, anna: Wie) -> None:
    assert zie(eerste_ronde.ronde, vol, anna, "KV-000002").weters == ()
    with writing(vol.engine) as sessie:
        gebruikers.nieuwe_directie(sessie, "DSV", "Slachtofferbeleid")
        daan = gebruikers.nieuw(
            sessie, inlognaam="daan", naam="Daan", hash="x", rollen=(), directie=None, op=date(2026, 6, 9)
        )
        rij = sessie.get_one(VragensetRij, 1)
        rij.behandelaar_id, rij.directie_id = daan, 1
        sessie.add(rij)
    (weter,) = zie(eerste_ronde.ronde, vol, anna, "KV-000002").weters
    assert (weter.wie.behandelaar, weter.wie.directie, weter.wie.directie_id) == ("Daan", "DSV", 1)
    assert weter.antwoorden >= 1


def test_a_set_that_is_not_there(vol: Huis, anna: Wie) -> None:
    with pytest.raises(NietGevonden):
        zie(eerste_ronde.ronde, vol, anna, "KV-000099")


def test_a_set_of_hundreds_of_questions_is_gone_through_by_the_page(huis: Huis, anna: Wie) -> None:
    """Twins are found across pages; what is about the whole set is about all of its questions."""
    vragen = "\n".join(
        f"{n}. Hoeveel fietsen van soort {'kerk' * (n % 7)}{n} telt gemeente {n}?" for n in range(1, 121)
    )
    tweeling = "121. Hoeveel fietsen van soort kerk1 telt gemeente 1?"
    bring(huis, f"2026Z00909\n(ingezonden 11 mei 2026)\n\n{vragen}\n{tweeling}\n")
    eerste, laatste = (zie(eerste_ronde.ronde, huis, anna, "KV-000001", nummer) for nummer in (1, 3))
    assert (eerste.blad.bladen, eerste.blad.totaal, len(eerste.labels)) == (3, 121, 121)
    assert [v.vraag.label for v in eerste.blad.rijen] == [str(n) for n in range(1, 51)]
    assert [v.vraag.label for v in laatste.blad.rijen] == [str(n) for n in range(101, 122)]
    assert ("1", "121") in [(t.een.label, t.ander.label) for t in eerste.tweelingen]
    assert ("1", "121") in [(t.een.label, t.ander.label) for t in laatste.tweelingen]
