"""The desk: saving, and what happens when a colleague was first."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.setpagina import setblad
from kamervragen.sets.blik import zie
from tests.web.bezoeker import HTMX, melding_in, versie_in
from tests.web.conftest import Bezoek

SET = "/vragensets/KV-000001"
VRAAG = f"{SET}/vragen/2"


def _tekst(huis: Huis, label: str = "2") -> tuple[str, int]:
    """The text and version of an answer of KV-000001."""
    blokken = zie(setblad.beeld, huis, OPDRACHTREGEL, "KV-000001").blokken
    [blok] = [blok for blok in blokken if any(vraag.label == label for vraag in blok.vragen)]
    return blok.antwoord.tekst, blok.antwoord.versie


def _invoer(pagina: str) -> str:
    """What the editor holds."""
    treffer = re.search(r"<textarea[^>]*>(.*?)</textarea>", pagina, re.DOTALL)
    assert treffer is not None
    return html.unescape(treffer[1])


def test_saving_leads_back_to_the_desk_with_the_text_in_it(bezoek: Bezoek, set_met_vragen: str, huis: Huis) -> None:
    anna = bezoek("anna")
    antwoord = anna.post(f"{VRAAG}/antwoord", {"tekst": "Elf burgemeesters schreven mij.", "versie": "0"})
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, VRAAG)
    assert _invoer(anna.get(VRAAG).text) == "Elf burgemeesters schreven mij."
    assert _tekst(huis) == ("Elf burgemeesters schreven mij.", 1)


def test_saving_with_htmx_tells_that_it_is_kept_and_leaves_the_text_alone(bezoek: Bezoek, set_met_vragen: str) -> None:
    antwoord = bezoek("anna").post(f"{VRAAG}/antwoord", {"tekst": "Ja.", "versie": "0"}, koppen=HTMX)
    assert antwoord.status_code == 200
    assert '<p class="kv-bewaard" role="status">Bewaard.</p>' in antwoord.text
    assert "<textarea" not in antwoord.text.partition('id="zij"')[0]
    assert versie_in(antwoord) == "1"
    assert "<html" not in antwoord.text


def test_saving_the_same_again_is_one_version(bezoek: Bezoek, set_met_vragen: str, huis: Huis) -> None:
    anna = bezoek("anna")
    for versie in ("0", "1", "1"):
        assert anna.post(f"{VRAAG}/antwoord", {"tekst": "Ja.", "versie": versie}).status_code == 303
    assert _tekst(huis) == ("Ja.", 1)


def test_the_loser_sees_both_texts_and_loses_nothing(bezoek: Bezoek, set_met_vragen: str, huis: Huis) -> None:
    anna, bram = bezoek("anna"), bezoek("bram")
    anna.get(VRAAG), bram.get(VRAAG)
    anna.post(f"{VRAAG}/antwoord", {"tekst": "De tekst van Anna.", "versie": "0"})
    antwoord = bram.post(f"{VRAAG}/antwoord", {"tekst": "De tekst van Bram <b>&</b>.", "versie": "0"})
    assert antwoord.status_code == 409
    assert '<div class="kv-antwoordtekst"><p>De tekst van Anna.</p>' in re.sub(r">\s+<", "><", antwoord.text)
    assert _invoer(antwoord.text) == "De tekst van Bram <b>&</b>."
    assert _tekst(huis) == ("De tekst van Anna.", 1)


def test_the_conflict_for_htmx_is_a_fragment(bezoek: Bezoek, set_met_vragen: str) -> None:
    """Put above the field, which keeps the loser's own text: the field itself is not in it."""
    anna, bram = bezoek("anna"), bezoek("bram")
    anna.post(f"{VRAAG}/antwoord", {"tekst": "Anna.", "versie": "0"})
    antwoord = bram.post(f"{VRAAG}/antwoord", {"tekst": "Bram.", "versie": "0"}, koppen=HTMX)
    assert (antwoord.status_code, antwoord.headers["HX-Retarget"]) == (409, "#botsing")
    assert "<p>Anna.</p>" in antwoord.text
    assert 'data-versie="1"' in antwoord.text
    assert "<textarea" not in antwoord.text
    assert "<html" not in antwoord.text
    assert "<main" not in antwoord.text


def test_the_loser_can_save_from_the_conflict_page(bezoek: Bezoek, set_met_vragen: str, huis: Huis) -> None:
    anna, bram = bezoek("anna"), bezoek("bram")
    anna.post(f"{VRAAG}/antwoord", {"tekst": "Anna.", "versie": "0"})
    conflict = bram.post(f"{VRAAG}/antwoord", {"tekst": "Bram.", "versie": "0"})
    assert versie_in(conflict) == "1"
    opnieuw = bram.post(f"{VRAAG}/antwoord", {"tekst": "Anna en Bram.", "versie": versie_in(conflict)})
    assert (opnieuw.status_code, opnieuw.headers["location"]) == (303, VRAAG)
    assert _tekst(huis) == ("Anna en Bram.", 2)
    versies = zie(schrijven.versies, huis, OPDRACHTREGEL, "KV-000001", "2")
    assert [(v.auteur, v.tekst) for v in versies] == [("Bram", "Anna en Bram."), ("Anna", "Anna.")]


def test_of_twenty_who_save_one_wins_and_all_texts_come_back(bezoek: Bezoek, set_met_vragen: str, huis: Huis) -> None:
    """C1 in small: twenty colleagues opened the same empty answer."""
    anna = bezoek("anna")
    statussen, teruggegeven = [], []
    for nummer in range(20):
        antwoord = anna.post(f"{VRAAG}/antwoord", {"tekst": f"Tekst {nummer}.", "versie": "0"})
        statussen.append(antwoord.status_code)
        if antwoord.status_code == 409:
            teruggegeven.append(_invoer(antwoord.text))
    assert statussen == [303] + [409] * 19
    assert teruggegeven == [f"Tekst {nummer}." for nummer in range(1, 20)]
    assert _tekst(huis) == ("Tekst 0.", 1)


def test_the_preview_is_what_the_page_will_show_and_saves_nothing(
    bezoek: Bezoek, set_met_vragen: str, inhoud: Callable[..., dict[str, object]]
) -> None:
    anna = bezoek("anna")
    voor = inhoud()
    antwoord = anna.post(f"{VRAAG}/voorbeeld", {"tekst": "Een **vet** woord.\n\n- een\n- twee"}, koppen=HTMX)
    assert antwoord.status_code == 200
    plat = re.sub(r"\s*\n\s*", "", antwoord.text)
    voorbeeld, _, strepen = plat.partition('<div id="strepen"')
    assert strepen.endswith('data-hx-swap-oob="true"></div>')  # this text promises nothing
    assert voorbeeld == (
        '<div class="kv-gedrukt"><p>Een <strong>vet</strong> woord.</p>'
        '<ul><li class="kv-niveau-0">een</li><li class="kv-niveau-0">twee</li></ul></div>'
    )
    assert inhoud() == voor


def test_a_note_gets_a_mark_to_put_in_the_text(bezoek: Bezoek, set_met_vragen: str) -> None:
    anna = bezoek("anna")
    antwoord = anna.post(f"{VRAAG}/noten", {"noot": " Kamerstuk  29279, nr. 771. "}, koppen=HTMX)
    assert "<code>[^v1]</code>" in antwoord.text
    assert '<a href="/nummers/kst-29279-771">Kamerstuk 29279, nr. 771</a>.' in antwoord.text
    zonder = anna.post(f"{VRAAG}/noten", {"noot": "Nog een."})
    assert (zonder.status_code, zonder.headers["location"]) == (303, f"{VRAAG}#noten")


def test_an_empty_note_is_refused_in_words(bezoek: Bezoek, set_met_vragen: str) -> None:
    antwoord = bezoek("anna").post(f"{VRAAG}/noten", {"noot": "   "})
    assert (antwoord.status_code, melding_in(antwoord)) == (422, "Vul de tekst van de voetnoot in.")


def test_taking_over_puts_the_earlier_answer_behind_what_stands(bezoek: Bezoek, eerdere_set: str, huis: Huis) -> None:
    anna = bezoek("anna")
    anna.post(f"{VRAAG}/antwoord", {"tekst": "Eerst dit.", "versie": "0"})
    pagina = anna.get(VRAAG).text
    bron = re.search(r'name="bron" value="(\d+)"', pagina)
    assert bron is not None
    antwoord = anna.post(f"{VRAAG}/overname", {"bron": bron[1], "versie": "1"})
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, VRAAG)
    tekst, versie = _tekst(huis)
    assert (tekst.startswith("Eerst dit.\n\n"), versie) == (True, 2)
    assert 'Overgenomen uit <a href="/vragensets/KV-000002">2023Z74117</a>, Anna' in anna.get(VRAAG).text


def test_taking_over_at_an_old_version_is_refused_and_changes_nothing(
    bezoek: Bezoek, eerdere_set: str, huis: Huis
) -> None:
    anna = bezoek("anna")
    anna.post(f"{VRAAG}/antwoord", {"tekst": "Eerst dit.", "versie": "0"})
    assert anna.post(f"{VRAAG}/overname", {"bron": "1", "versie": "0"}).status_code == 409
    assert _tekst(huis) == ("Eerst dit.", 1)


def test_a_set_that_left_cannot_be_written_any_more(bezoek: Bezoek, eerdere_set: str) -> None:
    """KV-000002 was received by the Kamer."""
    antwoord = bezoek("anna").post("/vragensets/KV-000002/vragen/1/antwoord", {"tekst": "Nee.", "versie": "1"})
    assert (antwoord.status_code, melding_in(antwoord)) == (403, "Dat kan niet meer: deze set is ontvangen.")


def test_the_desk_knows_the_question_before_and_after(bezoek: Bezoek, set_met_vragen: str) -> None:
    anna = bezoek("anna")
    buren = {
        label: re.findall(
            r'href="/vragensets/KV-000001/vragen/(\d+)" rel="(\w+)"', anna.get(f"{SET}/vragen/{label}").text
        )
        for label in ("1", "2", "10")
    }
    assert buren == {"1": [("2", "next")], "2": [("1", "prev"), ("3", "next")], "10": [("9", "prev")]}
