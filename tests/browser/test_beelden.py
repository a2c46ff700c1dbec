"""The pictures of the README are made here, so that they cannot show what is not there."""

from __future__ import annotations

import io
import os
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.bladen import BLADEN, LEEG, VOORBEELD
from tests.browser.conftest import Openen, Wacht, Wereld

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


@pytest.mark.parametrize(
    ("beeld", "blad", "wie"),
    [
        ("register-agenda", "agenda van juli", "bram"),
        ("register-vandaag", "vandaag", "bram"),
        ("register-lijst", "lijst bekijken", "bram"),
        ("register-verantwoording", "verantwoording", "bram"),
        ("register-afleiding", "toezegging", "bram"),
        ("lijn-bijdrage", "bijdrage", "frank"),
        ("lijn-rectificatie", "rectificatie", "anna"),
        ("lijn-werk", "werk overdragen", "bram"),
    ],
)
def test_the_pictures_of_the_register_and_the_line(
    open_als: Openen, wereld: Wereld, beeld: str, blad: str, wie: str
) -> None:
    page = open_als(wie, breedte=1440, hoogte=1000, color_scheme="light")
    BLADEN[blad].open(page, wereld)
    expect(page.locator("h1")).to_contain_text(BLADEN[blad].h1)
    page.evaluate("document.fonts.ready")
    if BEELDEN:
        page.screenshot(path=Path(BEELDEN) / f"{beeld}.png")


@pytest.mark.parametrize("stuk", ["bijlage", "rappel"])
def test_the_pictures_of_the_accounts(open_als: Openen, tmp_path: Path, stuk: str) -> None:
    """The annex and the rappel as LibreOffice shows their first page."""
    page = open_als("bram", breedte=1440, hoogte=1000, color_scheme="light")
    page.goto("/verantwoording")
    with page.expect_download() as ophalen:
        page.locator(f'a[href="/verantwoording/{stuk}.docx"]').click()
    docx = tmp_path / f"{stuk}.docx"
    ophalen.value.save_as(docx)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/lo",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(docx),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    subprocess.run(
        ["pdftoppm", "-png", "-r", "75", "-l", "1", "-singlefile", str(tmp_path / f"{stuk}.pdf"), str(tmp_path / stuk)],
        check=True,
        capture_output=True,
        timeout=60,
    )
    beeld = tmp_path / f"{stuk}.png"
    assert beeld.stat().st_size > 5_000
    if BEELDEN:
        (Path(BEELDEN) / f"register-{stuk}.png").write_bytes(beeld.read_bytes())


SCHERMEN = (
    ("mijn-werk", "mijn werk", "anna"),
    ("bord", "lijst", "bram"),
    ("bureau", "bureau", "anna"),
    ("set", "set", "anna"),
    ("cijfers", "cijfers", "frank"),
    ("kwaliteit", "kwaliteit", "chris"),
    ("beheer", "beheer", "eva"),
    ("stijl", "stijl", "anna"),
)


@pytest.mark.parametrize(("beeld", "blad", "wie"), SCHERMEN, ids=[beeld for beeld, *_rest in SCHERMEN])
def test_the_pictures_of_the_tours(open_als: Openen, wereld: Wereld, beeld: str, blad: str, wie: str) -> None:
    """Wide and narrow, light and dark, each small enough to lie beside the text."""
    page = open_als(wie, breedte=1440, hoogte=900)
    BLADEN[blad].open(page, wereld)
    expect(page.locator("h1")).to_contain_text(BLADEN[blad].h1)
    page.evaluate("document.fonts.ready")
    for breedte in (1440, 360):
        page.set_viewport_size({"width": breedte, "height": 900})
        for kleuren, naam in (("light", "licht"), ("dark", "donker")):
            page.emulate_media(color_scheme="light" if kleuren == "light" else "dark")
            data = _klein(page.screenshot())
            assert len(data) <= 150_000, f"{beeld} {breedte} {naam}: {len(data)} bytes"
            if BEELDEN:
                (Path(BEELDEN) / f"scherm-{beeld}-{breedte}-{naam}.png").write_bytes(data)


def _klein(data: bytes) -> bytes:
    """The picture in as many colours as a screen of ours has."""
    uit = io.BytesIO()
    Image.open(io.BytesIO(data)).convert("RGB").quantize(96).save(uit, "png", optimize=True)
    return uit.getvalue()


def test_the_picture_of_a_conflict(open_als: Openen, wereld: Wereld, wacht: Wacht) -> None:
    wacht.verwacht.add(409)
    page = open_als("anna", breedte=1440, hoogte=900, color_scheme="light")
    BLADEN["conflict"].open(page, wereld)
    expect(page.locator("h1")).to_contain_text(BLADEN["conflict"].h1)
    page.evaluate("document.fonts.ready")
    if BEELDEN:
        page.screenshot(path=Path(BEELDEN) / "lijn-conflict.png")
