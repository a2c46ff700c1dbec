"""The desk in a browser: kept by itself, widths that stay, notes at the cursor, keys, and giving sets away by dragging."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from kamervragen.antwoorden import schrijven
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.setpagina import setblad
from kamervragen.sets.blik import zie
from tests.browser.bladen import CONFLICT, GEREED, HALF, NIEUW
from tests.browser.conftest import Openen, Wacht, Wereld

pytestmark = pytest.mark.browser


def _bureau(page: Page, wereld: Wereld, label: str) -> None:
    page.clock.install()
    page.goto(f"/vragensets/{wereld.sleutel(HALF)}/vragen/{label}")


def test_what_is_typed_is_kept_by_itself_and_nothing_jumps(open_als: Openen, wereld: Wereld) -> None:
    page, sleutel = open_als("anna"), wereld.sleutel(HALF)
    _bureau(page, wereld, "4")
    tekst = page.locator("#tekst")
    tekst.fill("Een zin die vanzelf blijft.")
    page.evaluate("document.getElementById('tekst').setSelectionRange(3, 3)")
    page.clock.run_for(6_000)
    expect(page.locator("#bewaarstand")).to_contain_text("Vanzelf bewaard om")
    assert page.evaluate("document.getElementById('tekst').selectionStart") == 3
    assert zie(schrijven.versies, wereld.huis, OPDRACHTREGEL, sleutel, "4")[0].tekst == "Een zin die vanzelf blijft."
    versies = len(zie(schrijven.versies, wereld.huis, OPDRACHTREGEL, sleutel, "4"))
    tekst.press_sequentially("Nog ")
    page.clock.run_for(30_000)
    expect(page.locator("#versie")).not_to_have_value("1")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("status").filter(has_text="Bewaard.")).to_be_visible()
    assert len(zie(schrijven.versies, wereld.huis, OPDRACHTREGEL, sleutel, "4")) == versies
    page.goto("/werk")
    expect(page.locator("#bekend")).to_contain_text("vraag 4")


def test_a_colleague_who_was_first_is_told_and_nothing_is_lost(open_als: Openen, wereld: Wereld, wacht: Wacht) -> None:
    wacht.verwacht.add(409)
    page, sleutel = open_als("anna"), wereld.sleutel(HALF)
    _bureau(page, wereld, "1")
    nu = zie(schrijven.versies, wereld.huis, OPDRACHTREGEL, sleutel, "1")[0]
    schrijven.bewaar(wereld.huis, OPDRACHTREGEL, sleutel, "1", f"{nu.tekst} Van een collega.", versie=nu.versie)
    page.locator("#tekst").fill("Van Anna.")
    page.clock.run_for(6_000)
    expect(page.locator("#bewaarstand")).to_contain_text("Een collega heeft dit antwoord intussen gewijzigd")
    expect(page.locator("#tekst")).to_have_value("Van Anna.")


def test_a_save_leaves_the_field_alone(open_als: Openen, wereld: Wereld) -> None:
    """What is typed while the save is under way stays, with the cursor and the way back by Ctrl+Z; only then it is unsaved."""
    page, sleutel = open_als("anna"), wereld.sleutel(HALF)
    page.goto(f"/vragensets/{sleutel}/vragen/5")
    onderweg: list[Route] = []
    page.route("**/antwoord", lambda route: onderweg.append(route))
    tekst = page.locator("#tekst")
    tekst.press_sequentially("Voor het bewaren.")
    page.evaluate("window.veld = document.getElementById('tekst')")
    page.keyboard.press("Control+s")
    page.keyboard.press("Control+s")
    tekst.press_sequentially(" Tijdens het bewaren.")
    _laat_gaan(page, onderweg)
    expect(page.locator("#bewaarstand")).to_have_text("Bewaard.")
    _laat_gaan(page, onderweg)  # the second waited, and then sent what stood there
    expect(page.locator("#versie")).to_have_value("2")
    tekst.press_sequentially(" Erna.")
    expect(tekst).to_have_value("Voor het bewaren. Tijdens het bewaren. Erna.")
    assert page.evaluate("window.veld === document.getElementById('tekst')") is True
    versies = zie(schrijven.versies, wereld.huis, OPDRACHTREGEL, sleutel, "5")
    assert [v.tekst for v in versies] == ["Voor het bewaren. Tijdens het bewaren.", "Voor het bewaren."]
    page.keyboard.press("Control+z")
    expect(tekst).not_to_have_value("Voor het bewaren. Tijdens het bewaren. Erna.")
    page.unroute("**/antwoord")


def _laat_gaan(page: Page, onderweg: list[Route]) -> None:
    """Lets the request that was held go to the server."""
    while not onderweg:
        page.wait_for_timeout(20)
    onderweg.pop(0).continue_()


def _overnemen(page: Page) -> None:
    page.locator("#zij article.kv-eerder").get_by_role("button", name="Overnemen").first.click()


def _zinnen_overnemen(page: Page) -> None:
    eerder = page.locator("#zij article.kv-eerder", has=page.get_by_text("Zinnen kiezen")).first
    eerder.get_by_text("Zinnen kiezen").click()
    eerder.get_by_role("checkbox").first.check()
    eerder.get_by_role("button", name="Gekozen zinnen overnemen").click()


def _opmerking(page: Page) -> None:
    page.get_by_text("Opmerking maken").click()
    page.locator("#veld-opmerking").fill("Klopt dit nog?")
    page.get_by_role("button", name="Plaatsen").click()


def _volgende_vraag(page: Page) -> None:
    page.locator("a[rel=next]").click()


def _mijn_werk(page: Page) -> None:
    page.get_by_role("link", name="Mijn werk").click()


ZIN = "Wat nog nergens bewaard is."


@pytest.mark.parametrize("daad", [_overnemen, _zinnen_overnemen, _opmerking, _volgende_vraag, _mijn_werk])
def test_an_act_on_the_desk_saves_the_text_first(
    open_als: Openen, wereld: Wereld, daad: Callable[[Page], None]
) -> None:
    page, sleutel = open_als("anna"), wereld.sleutel(HALF)
    page.goto(f"/vragensets/{sleutel}/vragen/3")
    tekst = page.locator("#tekst")
    tekst.fill("Wat er al stond.")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("#bewaarstand")).to_have_text("Bewaard.")
    tekst.press("Control+End")
    tekst.press_sequentially(f" {ZIN}")
    with page.expect_event("load"):
        daad(page)
    teksten = [v.tekst for v in zie(schrijven.versies, wereld.huis, OPDRACHTREGEL, sleutel, "3")]
    assert teksten[0].startswith(f"Wat er al stond. {ZIN}")
    assert f"Wat er al stond. {ZIN}" in teksten
    assert page.evaluate("Object.keys(localStorage).filter(naam => naam.startsWith('concept:'))") == []


def test_an_act_whose_text_cannot_be_saved_is_not_done(open_als: Openen, wereld: Wereld, wacht: Wacht) -> None:
    """A colleague was first: the text stays in its field, beside his, and nothing is taken over before one chose."""
    wacht.verwacht.add(409)
    page, sleutel = open_als("anna"), wereld.sleutel(CONFLICT)
    page.goto(f"/vragensets/{sleutel}/vragen/4")
    schrijven.bewaar(wereld.huis, OPDRACHTREGEL, sleutel, "4", "Van een collega die eerder was.", versie=0)
    page.locator("#tekst").fill("Van Anna.")
    _overnemen(page)
    expect(page.locator("#botsing")).to_contain_text("Van een collega die eerder was.")
    expect(page.locator("#tekst")).to_have_value("Van Anna.")
    page.locator("#tekst").press_sequentially(" En verder.")
    page.get_by_role("button", name="Bewaren als nieuwe versie").click()
    expect(page.locator("#bewaarstand")).to_have_text("Bewaard.")
    expect(page.locator("#botsing")).to_be_empty()
    laatste = zie(schrijven.versies, wereld.huis, OPDRACHTREGEL, sleutel, "4")[0]
    assert (laatste.versie, laatste.tekst) == (2, "Van Anna. En verder.")


def test_widths_and_panels_stay_as_they_were_left(open_als: Openen, wereld: Wereld) -> None:
    page = open_als("anna", hoogte=1400)
    page.goto(f"/vragensets/{wereld.sleutel(GEREED)}/vragen/5")
    deler = page.get_by_role("separator", name="Breedte van wat ernaast staat")
    deler.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(deler).to_have_attribute("aria-valuenow", "32")
    page.locator("#eerder > summary").click()
    expect(page.locator("#eerder")).not_to_have_attribute("open", "")
    page.reload()
    expect(page.get_by_role("separator")).to_have_attribute("aria-valuenow", "32")
    expect(page.locator("#eerder")).not_to_have_attribute("open", "")
    vak = page.get_by_role("separator").bounding_box()
    assert vak is not None
    page.mouse.move(vak["x"] + 3, vak["y"] + 100)
    page.mouse.down()
    page.mouse.move(vak["x"] + 3 + 64, vak["y"] + 100)
    page.mouse.up()
    expect(page.get_by_role("separator")).to_have_attribute("aria-valuenow", "28")


def test_a_note_that_is_looked_up_goes_where_the_cursor_is(open_als: Openen, wereld: Wereld) -> None:
    page = open_als("anna")
    page.goto(f"/vragensets/{wereld.sleutel(HALF)}/vragen/2")
    page.locator("#tekst").fill("Voor na.")
    page.evaluate("document.getElementById('tekst').setSelectionRange(4, 4)")
    page.get_by_role("button", name="Noot of bron").click()
    page.get_by_label("Woorden of een nummer van de Kamer").fill("kst-29279-771")
    page.locator("#bronnen").get_by_role("button", name="Als voetnoot toevoegen").first.click()
    expect(page.locator("#tekst")).to_have_value(re.compile(r"^Voor\[\^v\d+\] na\.$"))
    expect(page.locator("#tekst")).to_be_focused()
    expect(page.locator("#noten")).to_contain_text("Kamerstuk 29 279, nr. 771.")


def test_keys_save_and_walk_through_the_questions(open_als: Openen, wereld: Wereld) -> None:
    page = open_als("anna")
    page.goto(f"/vragensets/{wereld.sleutel(HALF)}/vragen/3")
    page.locator("#tekst").fill("Met de toetsen.")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("status").filter(has_text="Bewaard.")).to_be_visible()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("h1")).to_have_text("Vraag 4")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("h1")).to_have_text("Vraag 3")
    page.keyboard.press("F6")
    expect(page.locator("#grootboek a[aria-current]")).to_be_focused()
    page.keyboard.press("F6")
    expect(page.locator("#tekst")).to_be_focused()
    page.keyboard.press("F6")
    assert page.evaluate("document.getElementById('zij').contains(document.activeElement)") is True


def test_a_set_is_given_by_dragging_and_taken_back(open_als: Openen, wereld: Wereld) -> None:
    page, sleutel = open_als("bram"), wereld.sleutel(NIEUW)
    page.goto("/vragensets")
    page.locator("tr", has_text=NIEUW).locator("td").nth(1).drag_to(page.locator("a[data-ontvanger]", has_text="Anna"))
    expect(page.locator("#gedaan")).to_contain_text(f"Gedaan: toewijzen, {sleutel}.")
    beeld = zie(setblad.beeld, wereld.huis, OPDRACHTREGEL, sleutel)
    assert beeld.behandelaar is not None
    assert beeld.behandelaar.naam == "Anna"
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.locator("tr", has_text=NIEUW)).to_contain_text("geregistreerd")
    assert zie(setblad.beeld, wereld.huis, OPDRACHTREGEL, sleutel).behandelaar is None


def test_sets_are_given_with_the_keyboard_alone(open_als: Openen, wereld: Wereld) -> None:
    page = open_als("bram")
    page.goto("/vragensets")
    vak = page.locator("tr", has_text=NIEUW).get_by_role("checkbox")
    vak.focus()
    page.keyboard.press("Space")
    keuze = page.get_by_label("en behandelaar")
    keuze.focus()
    keuze.select_option(label="Daan")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("tr", has_text=NIEUW)).to_contain_text("Daan")
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.locator("tr", has_text=NIEUW)).not_to_contain_text("Daan")


def test_without_scripts_one_gives_sets_and_undoes_it(open_als: Openen, wereld: Wereld) -> None:
    page = open_als("bram", java_script_enabled=False)
    page.goto("/vragensets")
    page.locator("tr", has_text=NIEUW).get_by_role("checkbox").check()
    page.get_by_label("en behandelaar").select_option(label="Daan")
    page.get_by_role("button", name="Toewijzen").click()
    expect(page.locator("tr", has_text=NIEUW)).to_contain_text("Daan")
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.locator("tr", has_text=NIEUW)).to_contain_text("geregistreerd")
