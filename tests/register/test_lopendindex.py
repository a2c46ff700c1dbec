"""The index of what runs: it holds the running promises and open motions, follows each change, and heals by itself."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from kamervragen.beheer import recessen
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.core.store import jobs
from kamervragen.core.store.engine import reading
from kamervragen.domain.motie import Motiestatus
from kamervragen.domain.toezegging import LOPEND, Toezeggingfeit
from kamervragen.hergebruik import eerder
from kamervragen.hergebruik.indexwerk import houd_heel
from kamervragen.inname import herstel
from kamervragen.jobs import catch_up, do_one
from kamervragen.register import herberekening, lopendindex, moties
from kamervragen.register import toezeggingen as beloften
from kamervragen.register.store import toezeggingen
from kamervragen.search.raakvlak import Onderwerp
from kamervragen.setpagina import bij_de_vraag
from kamervragen.sets.blik import open_set, zie
from tests.stukken import ANTWOORD, VRAGEN, brought, herrekend, without

_DING = ("fietsen", "bruggen", "tunnels", "haltes", "sluizen", "molens", "kades", "stallingen")
_SOORT = ("gele", "gesloten", "verzakte", "onveilige", "donkere", "verlaten")
_PLAATS = ("Breda", "Zwolle", "Utrecht", "Assen", "Delft", "Venlo")


def _beloof(huis: Huis, wie: Wie, zin: str) -> int:
    return beloften.voeg_toe(
        huis, wie, zin=zin, gedaan_op=date(2026, 3, 2), vindplaats="debat", bewindspersoon="", aan=""
    )


def _wacht(huis: Huis) -> int:
    with reading(huis.engine) as sessie:
        return jobs.wachtend(sessie, namen=(lopendindex.TAAK,))


def _gevonden(huis: Huis, wie: Wie, *termen: str) -> tuple[list[int], list[int]]:
    return lopendindex.kandidaten(huis, wie, termen)


def test_what_runs_is_found_until_it_is_done(huis: Huis, bram: Wie) -> None:
    belofte = _beloof(huis, bram, "Ik informeer uw Kamer voor 1 mei 2026 over gele tunnels.")
    motie = moties.voeg_toe(
        huis, bram, kamerstuk="kst-30000-5", indieners="Tester", onderwerp="tunnels", ingediend=date(2026, 2, 3)
    )
    catch_up(huis)
    assert _gevonden(huis, bram, "tunnel") == ([belofte], []), "a motion that was not voted on runs for nobody"
    moties.leg_vast(huis, bram, motie, Motiestatus.AANGENOMEN, datum=date(2026, 2, 10), versie=1)
    catch_up(huis)
    assert _gevonden(huis, bram, "tunnel") == ([belofte], [motie])
    beloften.leg_vast(
        huis, bram, belofte, Toezeggingfeit.NAGEKOMEN, datum=date(2026, 6, 1), versie=1, kamerstuk="kst-33552-124"
    )
    catch_up(huis)
    assert _gevonden(huis, bram, "tunnel") == ([], [motie])


def test_one_run_does_all_that_waits_and_a_new_window_plans_none(huis: Huis, bram: Wie) -> None:
    for plaats in _PLAATS:
        _beloof(huis, bram, f"Ik informeer uw Kamer voor de zomer over de tunnel bij {plaats}.")
    assert _wacht(huis) == len(_PLAATS)
    assert do_one(huis, (lopendindex.TAAK,))
    assert _wacht(huis) == 0
    assert lopendindex.werk_bij(huis) == 0, "it holds exactly what runs"
    (zomer,) = [r for r in recessen.lijst(huis, bram) if r.naam == "zomerreces" and r.begin.year == 2026]
    recessen.verwijder(huis, bram, zomer.id or 0)
    recessen.voeg_toe(huis, bram, naam="zomerreces", begin=date(2026, 6, 26), einde=date(2026, 8, 24), bron="brief")
    herrekend(huis)
    with reading(huis.engine) as sessie:
        einden = {rij.venster_einde for rij, _set, _label in toezeggingen.lijst(sessie)}
    assert (einden, _wacht(huis)) == ({date(2026, 6, 25)}, 0)


def test_a_page_goes_on_without_the_index_and_the_worker_builds_it_again(huis: Huis, bram: Wie) -> None:
    belofte = _beloof(huis, bram, "Ik informeer uw Kamer voor 1 mei 2026 over gele tunnels.")
    catch_up(huis)
    kijker = replace(bram, gebruiker_id=1)
    (huis.settings.lopend / "meta.json").write_text("{")
    assert _gevonden(huis, kijker, "tunnel") == ([], [])
    houd_heel(huis)
    assert _gevonden(huis, kijker, "tunnel") == ([belofte], [])


def test_another_subject_of_a_set_is_followed(huis: Huis, bram: Wie) -> None:
    """A promise is about what its set is about."""
    sleutel = brought(huis, without(ANTWOORD, "Zie ook"))
    (regel, *_rest) = beloften.lijst(huis, bram)
    beloften.neem_aan(huis, bram, regel.toezegging.id or 0, versie=regel.toezegging.versie)
    catch_up(huis)
    assert regel.toezegging.id in _gevonden(huis, bram, "aanpak")[0]
    herstel.herstel(
        huis, bram, sleutel, {"onderwerp": "waterpest"}, versie=herstel.velden(huis, bram, sleutel).rij.versie
    )
    catch_up(huis)
    assert regel.toezegging.id in _gevonden(huis, bram, "waterpest")[0]


def test_beside_a_question_stands_what_weighing_all_of_them_one_by_one_gives(huis: Huis, bram: Wie) -> None:
    """240 promises on 288 subjects: the first five are those that a weighing without an index finds."""
    brought(huis, without(ANTWOORD, "Zie ook"))
    kies = random.Random(7)
    for _ in range(240):
        wat = f"{kies.choice(_SOORT)} {kies.choice(_DING)} bij {kies.choice(_PLAATS)}"
        _beloof(huis, bram, f"Ik informeer uw Kamer voor 1 oktober 2026 over {wat} en {kies.choice(_DING)}.")
    vragen = VRAGEN.replace("2026Z00101", "2026Z00301").replace("gele fietsen", "verzakte kades bij Delft")
    sleutel = brought(huis, vragen)
    catch_up(huis)
    getoond = zie(bij_de_vraag.voor, huis, bram, sleutel, "1", []).open
    with open_set(huis, bram, sleutel) as blik:
        alle = toezeggingen.lijst(blik.sessie, [s.value for s in LOPEND])
        vraag = eerder.gevraagd(blik)[0]
    onderwerp = Onderwerp(eerder.index_voor(huis, bram), f"{vraag.rij.onderwerp or ''}. {vraag.stelling.vraag}")
    gewogen = [
        (-raak.waarde, rij.id)
        for rij, _set, _label in alle
        if (raak := onderwerp.raakt(". ".join(lopendindex.tekst_van_belofte(rij, None))))
    ]
    assert len(gewogen) > 5
    assert [(-o.raakvlak.waarde, o.rij.id) for o in getoond] == sorted(gewogen)[:5]


@pytest.mark.parametrize("tegelijk", [2, 250])
def test_no_transaction_of_the_worker_is_longer_than_its_part(
    huis: Huis, bram: Wie, monkeypatch: pytest.MonkeyPatch, tegelijk: int
) -> None:
    """Seven promises move with a recess: in parts of two they take four transactions, in parts of 250 one."""
    for plaats in (*_PLAATS, "Goes"):
        _beloof(huis, bram, f"Ik informeer uw Kamer voor de zomer over de tunnel bij {plaats}.")
    (zomer,) = [r for r in recessen.lijst(huis, bram) if r.naam == "zomerreces" and r.begin.year == 2026]
    recessen.verwijder(huis, bram, zomer.id or 0)
    recessen.voeg_toe(huis, bram, naam="zomerreces", begin=date(2026, 6, 26), einde=date(2026, 8, 24), bron="brief")
    monkeypatch.setattr(herberekening, "TEGELIJK", tegelijk)
    verzet, delen = 0, []

    @sa.event.listens_for(huis.engine, "before_cursor_execute")
    def tel(_c: object, _cur: object, opdracht: str, *_rest: object) -> None:
        nonlocal verzet
        verzet += opdracht.startswith("UPDATE toezegging ")

    @sa.event.listens_for(huis.engine, "commit")
    def sluit(_c: object) -> None:
        nonlocal verzet
        if verzet:
            delen.append(verzet)
        verzet = 0

    herrekend(huis)
    assert delen == ([2, 2, 2, 1] if tegelijk == 2 else [7])


def test_an_index_that_was_half_built_is_begun_again(huis: Huis, bram: Wie, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty one in its place would look whole, and nothing would ever fill it."""
    belofte = _beloof(huis, bram, "Ik informeer uw Kamer voor 1 mei 2026 over gele tunnels.")

    def vol(*_args: object, **_rest: object) -> int:
        raise OSError("vol")

    with monkeypatch.context() as even:
        even.setattr(lopendindex.Index, "schrijf", vol)
        with pytest.raises(OSError, match="vol"):
            lopendindex.werk_bij(huis)
    assert (huis.settings.lopend.exists(), _wacht(huis)) == (False, 1)
    houd_heel(huis)
    assert (_gevonden(huis, bram, "tunnel"), _wacht(huis)) == (([belofte], []), 0)
