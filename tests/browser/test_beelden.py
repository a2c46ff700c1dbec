"""The pictures of the README are made here, so that they cannot show what is not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.bladen import BLADEN, LEEG, VOORBEELD
from tests.browser.conftest import Openen, Wereld

pytestmark = pytest.mark.browser
BEELDEN = os.environ.get("BEELDEN")


@pytest.mark.parametrize(
    ("beeld", "pad", "h1"),
    [
        ("set", "/vragensets/{voorbeeld}", "de oproep van burgemeesters om sektarische groepen gericht aan te pakken"),
        ("bureau", "/vragensets/{voorbeeld_leeg}/vragen/2", "Vraag 2"),
        ("lijst", "/vragensets", "Sets Kamervragen"),
        ("toezeggingen", "/toezeggingen?status=voorgesteld", "Toezeggingen"),
    ],
)
def test_the_pictures_of_the_readme(open_als: Openen, wereld: Wereld, beeld: str, pad: str, h1: str) -> None:
    page = open_als("anna", breedte=1440, hoogte=1000, color_scheme="light")
    page.goto(pad.format(voorbeeld=wereld.sleutel(VOORBEELD), voorbeeld_leeg=wereld.sleutel(LEEG)))
    expect(page.locator("h1")).to_have_text(h1)
    page.evaluate("document.fonts.ready")
    if BEELDEN:
        Path(BEELDEN).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(BEELDEN) / f"{beeld}.png")


def test_the_pictures_of_the_intake(open_als: Openen, wereld: Wereld) -> None:
    page = open_als("bram", breedte=1440, hoogte=1000, color_scheme="light")
    BLADEN["stuk"].open(page, wereld)
    expect(page.locator("h1")).to_have_text("bussen.txt")
    page.evaluate("document.fonts.ready")
    if BEELDEN:
        page.screenshot(path=Path(BEELDEN) / "inname.png")
