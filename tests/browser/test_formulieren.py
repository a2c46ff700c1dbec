"""A form that is refused stays as it was filled in, says what to do, and leads to the field; one that is not, goes on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Openen, Wacht

pytestmark = pytest.mark.browser
_TE_KORT = "Schrijf de officiële titel voluit (ten minste twee woorden) en waar die staat."


def _te_korte_titel(page: Page) -> None:
    """What no browser sees by itself."""
    page.goto("/wetten")
    page.get_by_label("Officiële titel").fill("Fietswet")
    page.get_by_label("Bron").fill("Stb. 2026, 9")
    page.get_by_role("button", name="Bewaren").click()


def test_a_refused_form_keeps_its_text_and_leads_to_the_field(open_als: Openen, wacht: Wacht) -> None:
    wacht.verwacht.add(422)
    page = open_als("eva")
    _te_korte_titel(page)
    melding = page.locator("#meldingen .kv-melding")
    expect(melding).to_contain_text(_TE_KORT)
    expect(melding).to_be_focused()
    expect(page.get_by_label("Bron")).to_have_value("Stb. 2026, 9")
    expect(page.get_by_label("Officiële titel")).to_have_attribute("aria-invalid", "true")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar het veld “Officiële titel”")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Officiële titel")).to_be_focused()


def test_without_javascript_the_refusal_is_a_page_that_leads_back(open_als: Openen, wacht: Wacht) -> None:
    wacht.verwacht.add(422)
    page = open_als("eva", java_script_enabled=False)
    _te_korte_titel(page)
    expect(page.get_by_role("alert")).to_contain_text(_TE_KORT)
    terug = page.get_by_role("link", name="Terug naar het formulier")
    expect(terug).to_have_attribute("href", "/wetten#veld-titel")


def test_a_form_that_is_accepted_goes_where_it_leads(open_als: Openen) -> None:
    page = open_als("eva")
    page.goto("/wetten")
    page.get_by_label("Officiële titel").fill("Wet op de doorgang")
    page.get_by_label("Bron").fill("Stb. 2026, 3")
    page.get_by_role("button", name="Bewaren").click()
    rij = page.get_by_role("row", name="Wet op de doorgang")
    expect(rij).to_be_visible()
    expect(page.get_by_label("Officiële titel")).to_have_value("")
    rij.get_by_role("button").click()
    expect(rij).to_have_count(0)
    expect(page.get_by_role("button", name="Ongedaan maken")).to_be_visible()


def test_a_preview_comes_as_a_page_and_what_is_wrong_before_it_keeps_the_form(open_als: Openen, wacht: Wacht) -> None:
    wacht.verwacht.add(422)
    page = open_als("eva")
    page.goto("/recessen")
    page.get_by_label("Eerste dag").fill("2028-03-08")
    page.get_by_label("Laatste dag").fill("2028-03-01")
    page.get_by_label("Bron").fill("brief van de Griffier")
    page.get_by_role("button", name="Bekijken wat verschuift").click()
    expect(page.locator("#meldingen")).to_contain_text("de laatste ligt niet voor de eerste")
    page.get_by_label("Laatste dag").fill("2028-03-12")
    page.get_by_role("button", name="Bekijken wat verschuift").click()
    expect(page.locator("h1")).to_have_text("0 open datums verschuiven")


def test_a_page_of_a_server_between_costs_no_text(open_als: Openen, wacht: Wacht) -> None:
    wacht.verwacht.add(502)
    page = open_als("eva")
    page.goto("/wetten")
    page.route(
        "**/wetten", lambda route: route.fulfill(status=502, content_type="text/html", body="<h1>Bad gateway</h1>")
    )
    page.get_by_label("Officiële titel").fill("Wet op de tussenpoos")
    page.get_by_label("Bron").fill("Stb. 2026, 4")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("#meldingen")).to_contain_text("De server antwoordt niet.")
    expect(page.get_by_label("Officiële titel")).to_have_value("Wet op de tussenpoos")


def test_a_server_that_is_away_costs_no_text(open_als: Openen, wacht: Wacht) -> None:
    page = open_als("eva")
    page.goto("/wetten")
    page.get_by_label("Officiële titel").fill("Wet op de stilte")
    page.get_by_label("Bron").fill("Stb. 2026, 2")
    page.context.set_offline(True)
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("#meldingen")).to_contain_text("De server antwoordt niet.")
    expect(page.get_by_label("Officiële titel")).to_have_value("Wet op de stilte")
    page.context.set_offline(False)
    wacht.problemen.clear()  # the browser says on its console that it was offline
