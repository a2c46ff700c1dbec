"""The film of reuse: a set comes in, proposals stand beside each question, half an answer is taken over and looked at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Openen, Wereld

pytestmark = pytest.mark.browser
BEELDEN = os.environ.get("BEELDEN")
_SET = b"""2026Z29999
(ingezonden 20 november 2026)

Vragen van het lid Filmer (ABC) aan de minister van Justitie en Veiligheid over de personeelstekorten in gevangenissen

1. Hoeveel vacatures heeft de Dienst Justiti\xc3\xable Inrichtingen op dit moment voor executief personeel?
2. Welke maatregelen neemt u om personeel in gevangenissen te werven en te behouden?
"""


def _beeld(page: Page, nummer: int, naam: str) -> None:
    page.evaluate("document.fonts.ready")
    if BEELDEN:
        page.screenshot(path=Path(BEELDEN) / f"hergebruik-{nummer}-{naam}.png")


def test_pictures_of_an_answer_taken_over_with_memory(open_als: Openen, wereld: Wereld) -> None:
    bram = open_als("bram", breedte=1440, hoogte=1000, color_scheme="light")
    bram.goto("/inname")
    bram.get_by_label("Bestanden").set_input_files([{"name": "film.txt", "mimeType": "text/plain", "buffer": _SET}])
    bram.get_by_role("button", name="Neerleggen").click()
    expect(bram.locator("progress")).to_have_count(0)
    bram.get_by_role("link", name="Bekijken film.txt").click()
    _beeld(bram, 1, "inname")
    bram.get_by_role("button", name="Opnemen", exact=True).click()
    sleutel = wereld.sleutel("2026Z29999")

    anna = open_als("anna", breedte=1440, hoogte=1000, color_scheme="light")
    anna.goto(f"/vragensets/{sleutel}")
    anna.get_by_role("link", name="Eerste ronde").click()
    expect(anna.locator("#vraag-1 .kv-eerder")).not_to_have_count(0)
    expect(anna.locator("#vraag-2 .kv-eerder")).not_to_have_count(0)
    _beeld(anna, 2, "eerste-ronde")

    anna.get_by_role("link", name="Openen vraag 1").click()
    eerste = anna.locator("#eerder .kv-eerder").first
    eerste.get_by_text("Waarom dit antwoord").click()
    punten = eerste.locator(".kv-punten tbody td").all_inner_texts()
    som = eerste.locator(".kv-punten tfoot td").inner_text()
    getal = [float(p.replace(",", ".").replace("−", "-")) for p in (*punten, som)]
    assert sum(getal[:-1]) == pytest.approx(getal[-1], abs=0.05 * len(getal))
    _beeld(anna, 3, "redenen")

    eerste.get_by_text("Zinnen kiezen").click()
    zinnen = eerste.locator(".kv-zinnen input")
    zinnen.nth(0).check()
    tekst = eerste.locator(".kv-zinnen label").nth(0).inner_text().strip()
    _beeld(anna, 4, "zinnen")
    eerste.get_by_role("button", name="Gekozen zinnen overnemen").click()
    expect(anna.locator("#overgenomen")).to_contain_text("Overgenomen uit")
    assert anna.locator("#tekst").input_value().split("[^")[0].strip()[:30] == tekst[:30]

    plekken = anna.locator(".kv-slijt input")
    aantal = plekken.count()
    assert aantal > 0
    _beeld(anna, 5, "nakijken")
    plekken.nth(0).check()
    anna.get_by_role("button", name="Bevestigen wat nog klopt").click()
    expect(anna.locator(".kv-slijt .kv-badge", has_text="bevestigd")).to_have_count(1)
    expect(anna.locator(".kv-slijt input")).to_have_count(aantal - 1)
    anna.get_by_text("Zin voor zin").click()
    expect(anna.locator(".kv-bronzinnen li")).to_have_count(1)
    _beeld(anna, 6, "bron")
