"""The board, one set, and its way from hand to hand; the promises and motions in it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.domain.status import Feitsoort, Status
from kamervragen.lijn import route
from kamervragen.mensen import collegas
from kamervragen.register import toezeggingen
from kamervragen.setpagina import setblad
from kamervragen.sets.blik import zie
from tests.stukken import ANTWOORD, VRAGEN, bring, brought, pass_gate
from tests.web.bezoeker import Bezoeker, melding_in
from tests.web.conftest import Bezoek

SET = "/vragensets/KV-000001"


def _status(huis: Huis) -> Status:
    return zie(setblad.beeld, huis, OPDRACHTREGEL, "KV-000001").status


def _versie(huis: Huis) -> str:
    return str(zie(setblad.beeld, huis, OPDRACHTREGEL, "KV-000001").rij.versie)


def _sets(bezoeker: Bezoeker, pad: str) -> list[str]:
    """The keys on the board, in its order."""
    return re.findall(r'<th scope="row"><a href="/vragensets/(KV-\d+)"', bezoeker.get(pad).text)


def test_the_first_page_is_ones_own_work(bezoek: Bezoek) -> None:
    antwoord = bezoek("anna").get("/")
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/werk")


@pytest.mark.parametrize(
    ("pad", "verwacht"),
    [
        ("/vragensets", ["KV-000001"]),
        ("/vragensets?toon=open", ["KV-000001"]),
        ("/vragensets?toon=afgedaan", ["KV-000002"]),
        ("/vragensets?toon=alle", ["KV-000001", "KV-000002"]),
        ("/vragensets?toon=onzin", ["KV-000001"]),
        ("/vragensets?zoek=SEKTARISCHE", ["KV-000001"]),
        ("/vragensets?toon=alle&zoek=2023Z74117", ["KV-000002"]),
        ("/vragensets?toon=alle&zoek=bolhuis", ["KV-000001", "KV-000002"]),
        ("/vragensets?toon=alle&zoek=bestaat+niet", []),
    ],
)
def test_the_board_shows_what_is_asked(bezoek: Bezoek, eerdere_set: str, pad: str, verwacht: list[str]) -> None:
    assert _sets(bezoek("anna"), pad) == verwacht


def test_the_board_for_htmx_is_only_the_list(bezoek: Bezoek, set_met_vragen: str) -> None:
    fragment = bezoek("anna").htmx("/vragensets").text
    assert fragment.strip().startswith('<div id="sets">')
    assert "<html" not in fragment


def test_an_empty_board_says_what_to_do(bezoek: Bezoek) -> None:
    antwoord = bezoek("anna").get("/vragensets?zoek=niets")
    assert melding_in(antwoord) == "Geen sets gevonden"
    assert 'Kies een andere selectie, of <a href="/vragensets">toon alle open sets</a>.' in antwoord.text
    assert '<a href="/inname">neem een document in</a>' in bezoek("bram").get("/vragensets?zoek=niets").text


def test_a_set_goes_from_hand_to_hand(bezoek: Bezoek, set_met_vragen: str, huis: Huis) -> None:
    """Bram assigns, Anna writes and signs, Frank decides, Chris sends."""
    anna, bram, chris, frank = (bezoek(naam) for naam in ("anna", "bram", "chris", "frank"))
    mens = next(m for m in collegas.toewijsbaar(huis, OPDRACHTREGEL)[1] if m.naam == "Anna")
    assert bram.post(f"{SET}/toewijzing", {"behandelaar": str(mens.id), "versie": "1"}).headers["location"] == SET
    assert _status(huis) is Status.TOEGEWEZEN
    for nummer in range(1, 11):
        anna.post(f"{SET}/vragen/{nummer}/antwoord", {"tekst": "Ja.[^b1]" if nummer == 1 else "Ja.", "versie": "0"})
    anna.post(
        f"{SET}/ondertekening", {"ondertekenaar": "minister Van Dam (Justitie en Veiligheid)", "versie": _versie(huis)}
    )
    for wie, stap, bereikt in (
        (anna, "concept_gereed", Status.CONCEPT_GEREED),
        (frank, "vastgesteld", Status.VASTGESTELD),
        (chris, "verzonden", Status.VERZONDEN),
    ):
        pass_gate(huis, set_met_vragen, Feitsoort(stap))
        assert f'action="{SET}/stappen/{stap}"' in wie.get(SET).text
        assert wie.post(f"{SET}/stappen/{stap}", {"versie": _versie(huis)}).status_code == 303
        assert _status(huis) is bereikt


def test_a_set_with_shortcomings_goes_no_further(bezoek: Bezoek, set_met_vragen: str, huis: Huis) -> None:
    bram = bezoek("bram")
    mens = collegas.toewijsbaar(huis, OPDRACHTREGEL)[1][0]
    bram.post(f"{SET}/toewijzing", {"behandelaar": str(mens.id), "versie": "1"})
    antwoord = bram.post(f"{SET}/stappen/concept_gereed", {"versie": "2"})
    assert antwoord.status_code == 422
    assert melding_in(antwoord) == "De set is nog niet af. Los dit op en probeer het opnieuw."
    regels = [regel[:40] for regel in re.findall(r"<li>([^<]*)</li>", antwoord.text)]
    assert "vraag 1: Bij deze vraag staat geen antwo" in regels
    assert [regel for regel in regels if "geen ondertekenaar" in regel] == ["de hele set: Er is geen ondertekenaar va"]
    assert _status(huis) is Status.TOEGEWEZEN


@pytest.mark.parametrize(
    ("pad", "velden"),
    [
        ("toewijzing", {"behandelaar": "1"}),
        ("ondertekening", {"ondertekenaar": "minister Van Dam (Justitie en Veiligheid)"}),
    ],
)
def test_a_form_of_an_old_page_is_refused(
    bezoek: Bezoek, set_met_vragen: str, pad: str, velden: dict[str, str]
) -> None:
    bram = bezoek("bram")
    assert bram.post(f"{SET}/{pad}", {**velden, "versie": "1"}).status_code == 303
    antwoord = bram.post(f"{SET}/{pad}", {**velden, "versie": "1"})
    assert antwoord.status_code == 409
    assert melding_in(antwoord) == "Een collega heeft deze set intussen gewijzigd. Vernieuw de pagina."


def test_a_signatory_nobody_can_print_is_refused_with_an_example(bezoek: Bezoek, set_met_vragen: str) -> None:
    antwoord = bezoek("anna").post(f"{SET}/ondertekening", {"ondertekenaar": "Jansen", "versie": "1"})
    assert antwoord.status_code == 422
    assert melding_in(antwoord).startswith("Schrijf de bewindspersoon voluit, bijvoorbeeld: minister Van Dam")


def test_a_promise_is_accepted_from_the_list(bezoek: Bezoek, eerdere_set: str, huis: Huis) -> None:
    bram = bezoek("bram")
    assert 'action="/toezeggingen/1/besluit"' in bram.get("/toezeggingen?status=voorgesteld").text
    antwoord = bram.post("/toezeggingen/1/besluit", {"besluit": "aannemen", "versie": "1", "terug": "/toezeggingen"})
    assert antwoord.headers["location"] == "/toezeggingen?status=voorgesteld"
    regel = next(r for r in toezeggingen.lijst(huis, OPDRACHTREGEL) if r.toezegging.id == 1)
    assert (regel.toezegging.status, regel.toezegging.actor) == ("openstaand", "Bram")
    assert "Aangenomen door Bram" in bram.get("/toezeggingen?status=openstaand").text


def test_a_promise_is_declined_with_a_reason_from_the_page_of_its_set(bezoek: Bezoek, eerdere_set: str) -> None:
    anna = bezoek("anna")
    zonder = anna.post("/toezeggingen/1/besluit", {"besluit": "afwijzen", "versie": "1"})
    assert (zonder.status_code, melding_in(zonder)) == (422, "Geef een reden waarom dit geen toezegging is.")
    terug = "/vragensets/KV-000002"
    velden = {"besluit": "afwijzen", "reden": "Is al gebeurd.", "versie": "1", "terug": terug}
    assert anna.post("/toezeggingen/1/besluit", velden).headers["location"] == terug
    assert "Afgewezen door Anna: Is al gebeurd." in anna.get(terug).text
    assert anna.post("/toezeggingen/1/besluit", velden).status_code == 409


def test_a_promise_without_an_end_needs_a_day_from_today_on(bezoek: Bezoek, eerdere_set: str, huis: Huis) -> None:
    anna = bezoek("anna")
    [zonder] = [r.toezegging for r in toezeggingen.lijst(huis, OPDRACHTREGEL) if r.dagen is None]
    pad = f"/toezeggingen/{zonder.id}/besluit"
    vandaag = huis.vandaag()
    dagen = {"": 422, (vandaag - timedelta(days=1)).isoformat(): 422, vandaag.isoformat(): 303}
    gekregen = {
        dag: anna.post(pad, {"besluit": "aannemen", "versie": "1", "interne_dag": dag}).status_code for dag in dagen
    }
    assert gekregen == dagen


@pytest.mark.parametrize(
    ("status", "aantal"), [("voorgesteld", 2), ("openstaand", 0), ("afgewezen", 0), ("alle", 2), ("onzin", 2)]
)
def test_the_list_of_promises_is_by_status(bezoek: Bezoek, eerdere_set: str, status: str, aantal: int) -> None:
    assert bezoek("anna").get(f"/toezeggingen?status={status}").text.count('class="kv-toezeggingrij"') == aantal


def test_a_motion_is_listed_with_the_answer_that_cites_it(bezoek: Bezoek, set_met_vragen: str) -> None:
    anna = bezoek("anna")
    assert melding_in(anna.get("/moties")) == "Nog geen moties"
    zin = "Ik kom terug op de motie van de leden Van Nispen (SP) en Michon-Derkzen (VVD) (Kamerstuk 33552, nr. 124)."
    anna.post(f"{SET}/vragen/6/antwoord", {"tekst": zin, "versie": "0"})
    pagina = anna.get("/moties").text
    assert '<a href="/vragensets/KV-000001">' in pagina
    assert zin in re.sub(r"</?a[^>]*>", "", pagina)
    assert '<a href="/nummers/kst-33552-124">Kamerstuk 33552, nr. 124</a>' in pagina


def test_searching_finds_earlier_answers_and_marks_the_shared_words(bezoek: Bezoek, eerdere_set: str) -> None:
    anna = bezoek("anna")
    gevonden = anna.get("/zoeken?vraag=landelijk+meldpunt+voor+slachtoffers").text
    assert '<a href="/vragensets/KV-000002#vraag-3">' in gevonden
    assert "<mark>meldpunt</mark>" in gevonden
    assert melding_in(anna.get("/zoeken?vraag=xylofoonbouwer")) == "Niets gevonden"
    assert "kv-melding" not in anna.get("/zoeken").text.partition("</main>")[0]


def test_the_sentence_with_a_motion_is_shown_as_text_and_not_as_markdown(bezoek: Bezoek, set_met_vragen: str) -> None:
    anna = bezoek("anna")
    zin = "Ik kom terug op de motie van de leden Van Nispen (SP) en Michon-Derkzen (VVD).[^v1]"
    anna.post(f"{SET}/vragen/6/noten", {"noot": "Kamerstukken II, 2024-2025, 33552, nr. 124."})
    anna.post(f"{SET}/vragen/6/antwoord", {"tekst": zin, "versie": "0"})
    pagina = anna.get("/moties").text
    assert "motie van de leden Van Nispen" in pagina
    assert "[^v1]" not in pagina


def test_what_happened_is_told_in_the_order_it_happened(bezoek: Bezoek, eerdere_set: str) -> None:
    """A set that was taken in years after its answer: 2023 comes before 2026."""
    pagina = bezoek("anna").get("/vragensets/KV-000002").text
    verloop = pagina[pagina.index('id="verloop"') :]
    jaren = re.findall(r"</strong> \d+ \w+ (\d{4})", verloop)
    assert len(jaren) >= 2
    assert jaren == sorted(jaren)


def test_no_stage_of_a_set_lasted_less_than_no_time(bezoek: Bezoek, huis: Huis) -> None:
    """A set that is recorded when it was answered long ago was in its first stage for no time that can be told."""
    brought(huis, VRAGEN)
    bring(huis, ANTWOORD)
    assert [e.dagen for e in zie(route.beeld, huis, OPDRACHTREGEL, "KV-000001").etappes] == [-1, None]
    pagina = bezoek("anna").get(SET).text
    assert "Doorlooptijd" not in pagina
