"""A concept goes to Word and comes back, in a browser; the pictures of it, and of every sample, are made here."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kamervragen.antwoorden import schrijven
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.setpagina import setblad
from kamervragen.sets.blik import zie
from tests.browser.bladen import LEEG
from tests.browser.conftest import Openen, Wacht, Wereld
from tests.documents.bewerken import Bewerking

pytestmark = pytest.mark.browser
BEELDEN = os.environ.get("BEELDEN")
VOORBEELDEN = Path(__file__).parents[2] / "exports" / "voorbeelden"
# Sample -> the pages of it that are worth a picture.
BLADEN = {
    "antwoord-2026Z08844": (1,),
    "brief-2026Z08844": (1, 2),
    "gedrukt-2026Z08844": (1,),
    "uitstel-2026Z19874": (1,),
    "bij-brief-2026Z20001": (1,),
    "intrekking-2026Z19874": (1,),
    "rectificatie-2026Z08844": (1,),
    "overdracht-2026Z20001": (1,),
    "beslisnota-2026Z08844": (1,),
    "map-bewindspersoon-2026Z08844": (2,),
    "lijst-van-vragen": (1,),
    "moties-en-toezeggingen": (1,),
    "rappel-eerste-kamer": (1,),
    "concept-2026Z19743": (1,),
    "concept-met-wijzigingen-2026Z19743": (1,),
}
_TEKST = (
    "In 2025 kwamen er 4.120 meldingen binnen bij de politie. Dat zijn er 300 meer dan in 2024.\n\n"
    "Ik bespreek deze cijfers met de korpschef."
)


def _beeld(page: Page, naam: str) -> None:
    page.evaluate("document.fonts.ready")
    if BEELDEN:
        page.screenshot(path=Path(BEELDEN) / f"papier-{naam}.png")


def _naar_pdf(folder: Path, *docx: Path) -> None:
    """All of them by one LibreOffice: its start takes longer than any of these papers."""
    profiel = f"-env:UserInstallation=file://{folder}/profiel"
    opdracht = ["soffice", profiel, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*opdracht, *map(str, docx)], check=True, capture_output=True, timeout=300)


def _als_beeld(docx: Path, folder: Path, bladen: tuple[int, ...], naam: str) -> list[Path]:
    """Pages of a document as LibreOffice shows them, once it made a PDF of it."""
    uit = []
    for blad in bladen:
        doel = (Path(BEELDEN) if BEELDEN else folder) / f"papier-{naam}{f'-{blad}' if len(bladen) > 1 else ''}"
        subprocess.run(
            [
                "pdftoppm",
                "-png",
                "-r",
                "60",
                "-f",
                str(blad),
                "-l",
                str(blad),
                "-singlefile",
                str(folder / f"{docx.stem}.pdf"),
                str(doel),
            ],
            check=True,
        )
        uit.append(doel.with_suffix(".png"))
    return uit


def test_a_picture_of_every_sample(tmp_path: Path) -> None:
    assert set(BLADEN) == {pad.stem for pad in VOORBEELDEN.glob("*.docx")}
    _naar_pdf(tmp_path, *(VOORBEELDEN / f"{naam}.docx" for naam in BLADEN))
    for naam, bladen in BLADEN.items():
        for beeld in _als_beeld(VOORBEELDEN / f"{naam}.docx", tmp_path, bladen, naam):
            assert 5_000 < beeld.stat().st_size < 150_000, beeld


def test_a_film_in_pictures_of_a_concept_that_comes_back(
    open_als: Openen, wereld: Wereld, wacht: Wacht, tmp_path: Path
) -> None:
    wacht.verwacht.add(409)
    sleutel = wereld.sleutel(LEEG)
    versies = zie(schrijven.versies, wereld.huis, OPDRACHTREGEL, sleutel, "1")
    schrijven.bewaar(wereld.huis, OPDRACHTREGEL, sleutel, "1", _TEKST, versie=versies[0].versie if versies else 0)
    page = open_als("anna", breedte=1440, hoogte=1000, color_scheme="light")
    page.goto(f"/vragensets/{sleutel}")
    page.get_by_role("link", name="Papieren").click()
    expect(page.locator("h1")).to_have_text("Papieren")
    _beeld(page, "film-1-papieren")
    with page.expect_download() as ophalen:
        page.get_by_role("link", name="Word Concept met opmerkingen").click()
    concept = Bewerking(Path(ophalen.value.path()).read_bytes(), "Frank", "2026-06-09T14:20:00Z")
    concept.vervang("4.120", "4.210")
    concept.verwijder(" bij de politie")
    concept.voeg_in("met de korpschef", " en de burgemeesters")
    concept.opmerking("300 meer", "Staat dit ook in de begroting?")
    bewerkt = tmp_path / "concept-bewerkt.docx"
    bewerkt.write_bytes(concept.klaar())
    _naar_pdf(tmp_path, bewerkt)
    (beeld,) = _als_beeld(bewerkt, tmp_path, (1,), "film-2-word")
    assert beeld.is_file()
    page.get_by_label("Bewerkt concept").set_input_files(bewerkt)
    page.get_by_role("button", name="Terugbrengen").click()
    expect(page.locator("h1")).to_have_text("Teruggekomen uit Word")
    expect(page.get_by_text("3 wijzigingen om te beslissen")).to_be_visible()
    expect(page.get_by_text("1 opmerking staat bij de vraag.")).to_be_visible()
    expect(page.locator("ins").first).to_have_text("4.210 ")
    _beeld(page, "film-3-voorstellen")
    page.get_by_role("button", name="Overnemen").first.click()
    page.get_by_role("button", name="Afwijzen").first.click()
    expect(page.get_by_text("1 wijziging om te beslissen")).to_be_visible()
    _beeld(page, "film-4-besloten")
    tekst = zie(setblad.beeld, wereld.huis, OPDRACHTREGEL, sleutel).vragenset.antwoord_op("1")
    assert tekst is not None
    assert tekst.tekst == _TEKST.replace("4.120", "4.210")
    versie = zie(schrijven.versies, wereld.huis, OPDRACHTREGEL, sleutel, "1")[0].versie
    nieuwer = tekst.tekst.replace("met de korpschef", "met de korpsleiding")
    schrijven.bewaar(wereld.huis, OPDRACHTREGEL, sleutel, "1", nieuwer, versie=versie)
    page.get_by_role("button", name="Overnemen").click()
    expect(page.locator("h1")).to_have_text("Twee wijzigingen op één plek")
    _beeld(page, "film-5-botsing")
    page.get_by_label("De tekst zoals hij moet worden").fill(
        nieuwer.replace("korpsleiding", "korpsleiding en de burgemeesters")
    )
    page.get_by_role("button", name="Zo overnemen").click()
    expect(page.get_by_text("over alles is besloten")).to_be_visible()
    page.goto(f"/vragensets/{sleutel}/vragen/1")
    expect(page.get_by_text("Staat dit ook in de begroting?")).to_be_visible()
    expect(page.get_by_text("Frank (Word)")).to_be_visible()
    _beeld(page, "film-6-opmerking")
    nu = zie(setblad.beeld, wereld.huis, OPDRACHTREGEL, sleutel).vragenset.antwoord_op("1")
    assert nu is not None
    assert nu.tekst.endswith("met de korpsleiding en de burgemeesters.")
