"""Everything can be done with the keyboard (T2)."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kamervragen.demo import WACHTWOORD
from tests.browser.bladen import GEREED
from tests.browser.conftest import Openen, Wereld

pytestmark = pytest.mark.browser
# Everything a mouse could use on the page, in reading order; of a group of radio buttons the one that Tab reaches.
_BEDIENBAAR = """() => [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), textarea, select, summary, [tabindex='0']"
)].filter(e => e.checkVisibility() && !e.disabled && !(e.type === "radio" && !e.checked)).map((e, nummer) => {
    e.dataset.toets = nummer;
    return e.outerHTML.slice(0, 80);
})"""
_WAAR = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const stijl = getComputedStyle(element), vak = element.getBoundingClientRect();
    return {
        nummer: Number(element.dataset.toets ?? -1),
        zichtbaar: stijl.outlineStyle !== "none" && parseFloat(stijl.outlineWidth) >= 2,
        inBeeld: vak.bottom > 0 && vak.top < innerHeight && vak.right > 0 && vak.left < innerWidth,
        wat: element.outerHTML.slice(0, 80),
    };
}"""


def _tab_door(page: Page, hoogstens: int = 400) -> list[dict[str, Any]]:
    """Every control Tab stops at, until it leaves the page or comes round. A date field has stops of its own."""
    plaatsen: list[dict[str, Any]] = []
    for _ in range(hoogstens):
        page.keyboard.press("Tab")
        plaats = page.evaluate(_WAAR)
        if plaats is None or (len(plaatsen) > 1 and plaats["nummer"] == plaatsen[0]["nummer"]):
            return plaatsen
        if not plaatsen or plaats["nummer"] != plaatsen[-1]["nummer"]:
            plaatsen.append(plaats)
    raise AssertionError(f"Tab is caught: {[plaats['wat'] for plaats in plaatsen[-3:]]}")


PADEN = {
    "desk": "/vragensets/{}/vragen/5",
    "set": "/vragensets/{}",
    "list": "/vragensets",
    "promises": "/toezeggingen?status=voorgesteld",
    "search": "/zoeken?vraag=zwaar+vuurwerk",
}


@pytest.mark.parametrize("blad", sorted(PADEN))
@pytest.mark.parametrize("breedte", [1440, 360])
def test_tab_reaches_every_control_in_reading_order_and_shows_where_it_is(
    open_als: Openen, wereld: Wereld, blad: str, breedte: int
) -> None:
    page = open_als("anna", breedte=breedte)
    page.goto(PADEN[blad].format(wereld.sleutel(GEREED)))
    alles = page.evaluate(_BEDIENBAAR)
    plaatsen = _tab_door(page)
    assert [plaats["nummer"] for plaats in plaatsen] == list(range(len(alles)))
    assert [plaats["wat"] for plaats in plaatsen if not plaats["zichtbaar"]] == []
    assert [plaats["wat"] for plaats in plaatsen if not plaats["inBeeld"]] == []


def test_the_first_tab_offers_to_skip_the_menu(open_als: Openen) -> None:
    page = open_als("anna")
    page.goto("/vragensets")
    link = page.get_by_role("link", name="Naar de inhoud")
    expect(link).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main#inhoud")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)") is True


def test_one_can_log_in_with_the_keyboard_alone(open_als: Openen, wereld: Wereld) -> None:
    page = open_als(None)
    page.goto("/inloggen")
    page.get_by_label("Inlognaam").focus()
    page.keyboard.type("anna")
    page.keyboard.press("Tab")
    page.keyboard.type(WACHTWOORD)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Mijn werk")


def test_the_help_opens_and_closes_with_the_keyboard(open_als: Openen, wereld: Wereld) -> None:
    page = open_als("anna")
    page.goto(f"/vragensets/{wereld.sleutel(GEREED)}/vragen/5")
    knop, dialoog = (
        page.get_by_role("button", name="Hulp bij opmaak"),
        page.get_by_role("dialog", name="Hulp bij opmaak"),
    )
    for dicht in ("Escape", "Enter"):
        knop.focus()
        page.keyboard.press("Enter")
        expect(dialoog).to_be_visible()
        if dicht == "Enter":
            dialoog.get_by_role("button", name="Sluiten").focus()
        page.keyboard.press(dicht)
        expect(dialoog).to_be_hidden()
        expect(knop).to_be_focused()


def test_an_answer_is_saved_with_the_keyboard_alone(open_als: Openen, wereld: Wereld) -> None:
    page = open_als("anna")
    page.goto(f"/vragensets/{wereld.sleutel('2026Z19743')}/vragen/5")
    page.locator("#tekst").focus()
    page.keyboard.type("Met de toetsen geschreven.")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Bewaren")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Bewaard.")).to_be_visible()
    expect(page.locator("#tekst")).to_be_focused()


def test_the_cursor_stays_where_it_was_after_saving(open_als: Openen, wereld: Wereld) -> None:
    """Focus alone is not enough: who saves in the middle of a text goes on writing in the middle."""
    page = open_als("anna")
    page.goto(f"/vragensets/{wereld.sleutel('2026Z19743')}/vragen/3")
    page.locator("#tekst").fill("Een zin. Nog een zin.")
    page.evaluate("document.getElementById('tekst').setSelectionRange(8, 8)")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("status").filter(has_text="Bewaard.")).to_be_visible()
    expect(page.locator("#tekst")).to_be_focused()
    assert page.evaluate("document.getElementById('tekst').selectionStart") == 8


@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_the_focus_stands_out_from_what_is_behind_it(open_als: Openen, kleuren: str) -> None:
    """WCAG 2.2, 1.4.11: three to one between the outline and the page."""
    page = open_als("anna", color_scheme=kleuren)
    page.goto("/vragensets")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    kleur, grond = page.evaluate("""() => [
        getComputedStyle(document.activeElement).outlineColor,
        getComputedStyle(document.querySelector(".kv-kop")).backgroundColor,
    ]""")
    licht = sorted((_helderheid(kleur), _helderheid(grond)))
    assert (licht[1] + 0.05) / (licht[0] + 0.05) >= 3


def _helderheid(kleur: str) -> float:
    """The relative luminance of 'rgb(1, 2, 3)'. Bron: WCAG 2.2, relative luminance."""
    delen = [int(deel) / 255 for deel in kleur.removeprefix("rgb(").removesuffix(")").split(",")]
    rood, groen, blauw = (deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


@pytest.mark.parametrize("script", [True, False], ids=["met scripts", "zonder scripts"])
def test_help_with_a_page_opens_and_closes_with_the_keyboard(open_als: Openen, script: bool) -> None:
    page = open_als("bram", java_script_enabled=script)
    page.goto("/vragensets")
    knop = page.get_by_role("button", name="Hulp bij deze pagina")
    knop.focus()
    page.keyboard.press("Enter")
    venster = page.get_by_role("dialog", name="Hulp bij deze pagina")
    expect(venster).to_contain_text("De balk toont de termijn")
    page.keyboard.press("Escape")
    expect(venster).to_be_hidden()
    expect(knop).to_be_focused()
    page.goto("/parafenlijnen")
    expect(page.get_by_role("button", name="Hulp bij deze pagina")).to_have_count(0)
