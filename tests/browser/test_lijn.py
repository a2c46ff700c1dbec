"""The life of a set from registration to 'ontvangen', played by six people, each in a browser of his own."""

from __future__ import annotations

import os
import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kamervragen.catalogue import datum
from tests.browser.conftest import Openen, Wacht, Wereld

pytestmark = pytest.mark.browser
BEELDEN = os.environ.get("BEELDEN")
ZAAK = "2026Z31001"
VRAGEN = """{zaak}
(ingezonden {ingezonden})

Vragen van het lid Lampion (ABC) aan de minister van Justitie en Veiligheid over verlichting van fietstunnels

1. Kent u het bericht «Tunnel zonder licht»?
2. Hoeveel fietstunnels zijn onverlicht? Is er sprake van een stijgende trend?
3. Bent u bereid gemeenten te helpen? Zo nee, waarom niet?
"""
GEDRUKT = """AH 4001
{zaak}
Antwoord van minister Van Ravensteyn (Justitie en Veiligheid) (ontvangen {ontvangen})

Vraag 1
Kent u het bericht «Tunnel zonder licht»?

Antwoord op vraag 1
Ja.
"""
ANTWOORDEN = {
    "1": "Ja.",
    "2": "In 2025 waren XX van de fietstunnels onverlicht.",
    "3": "Ja, ik help gemeenten met een handreiking over verlichting.",
}
BETER = "In 2025 waren 140 fietstunnels onverlicht. Dat is een daling ten opzichte van 2024."


def _beeld(page: Page, naam: str) -> None:
    page.evaluate("document.fonts.ready")
    if BEELDEN:
        page.screenshot(path=Path(BEELDEN) / f"lijn-{naam}.png")


def _neem_in(page: Page, naam: str, tekst: str) -> None:
    page.goto("/inname")
    page.get_by_label("Bestanden").set_input_files({"name": naam, "mimeType": "text/plain", "buffer": tekst.encode()})
    page.get_by_role("button", name="Neerleggen").click()
    expect(page.get_by_role("link", name=f"Bekijken {naam}")).to_be_visible()
    expect(page.locator("progress")).to_have_count(0)
    page.get_by_role("link", name=f"Bekijken {naam}").click()
    _druk(page, "Opnemen")


def _status(page: Page, pad: str, status: str) -> None:
    page.goto(pad)
    expect(page.locator(".kv-stand .kv-badge").first).to_have_text(status)


def _schrijf(page: Page, pad: str, label: str, tekst: str) -> None:
    page.goto(f"{pad}/vragen/{label}")
    page.locator("#tekst").fill(tekst)
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("status").filter(has_text="Bewaard.")).to_be_visible()


def _passeer_alles(page: Page, pad: str, reden: str) -> None:
    """Lets everything pass that this person may, one by one, each with its reason."""
    page.goto(f"{pad}/controle")
    knop = re.compile(r"^(?:Laten passeren|Akkoord vastleggen)")
    while (over := page.locator("summary").filter(has_text=knop).count()) > 0:
        page.locator("summary").filter(has_text=knop).first.click()
        page.locator("details[open] input[name=reden]").fill(reden)
        page.locator("details[open]").get_by_role("button", name="Vastleggen").click()
        expect(page.locator("summary").filter(has_text=knop)).to_have_count(over - 1)


def _druk(page: Page, knop: str) -> None:
    """Presses a button and waits for the page that follows."""
    with page.expect_navigation():
        page.get_by_role("button", name=knop, exact=True).click()


def test_a_set_lives_from_registration_to_ontvangen_in_six_browsers(
    open_als: Openen, wereld: Wereld, wacht: Wacht
) -> None:
    wacht.verwacht.add(422)
    anna, bram, chris, frank, greta, iris = (
        open_als(wie, color_scheme="light") for wie in ("anna", "bram", "chris", "frank", "greta", "iris")
    )
    vandaag = wereld.huis.vandaag()
    _neem_in(chris, "tunnels.txt", VRAGEN.format(zaak=ZAAK, ingezonden=datum(vandaag - timedelta(days=2))))
    pad = f"/vragensets/{wereld.sleutel(ZAAK)}"
    _status(chris, pad, "geregistreerd")

    bram.goto(pad)
    bram.get_by_label("Directie", exact=True).select_option(label="Directie Slachtofferbeleid en Veiligheid")
    bram.get_by_label("Behandelaar", exact=True).select_option(label="Anna")
    _druk(bram, "Toewijzen")
    _status(bram, pad, "toegewezen")
    _beeld(bram, "1-toegewezen")

    anna.goto(pad)
    _druk(anna, "Aanvaarden")
    _status(anna, pad, "aanvaard")
    for label, tekst in ANTWOORDEN.items():
        _schrijf(anna, pad, label, tekst)
    anna.goto(pad)
    anna.get_by_label("Ondertekenaar").fill("minister Van Ravensteyn (Justitie en Veiligheid)")
    with anna.expect_navigation():
        anna.locator("#ondertekening").get_by_role("button", name="Vastleggen").click()
    anna.get_by_role("button", name="Concept gereedmelden").click()
    expect(anna.get_by_role("alert")).to_contain_text("antwoord 2: “XX” lijkt een restant van het schrijven.")
    anna.goto(f"{pad}/controle")
    expect(anna.locator("#poort-concept_gereed")).to_contain_text("XX")
    expect(anna.locator("#poort-vastgesteld")).to_contain_text("Is er sprake van een stijgende trend?")
    _beeld(anna, "2-controle")
    _schrijf(anna, pad, "2", BETER)
    anna.goto(pad)
    _druk(anna, "Concept gereedmelden")
    _status(anna, pad, "concept gereed")

    bram.goto(pad)
    _druk(bram, "Akkoord geven")
    _status(bram, pad, "afgestemd")
    frank.goto(f"{pad}/vragen/3")
    frank.get_by_text("Opmerking maken").click()
    frank.get_by_label("Over welke passage").fill("een handreiking over verlichting")
    frank.locator("#veld-opmerking").fill("Wanneer komt die handreiking?")
    frank.get_by_role("button", name="Plaatsen").click()
    expect(frank.locator("#opmerkingen")).to_contain_text("Wanneer komt die handreiking?")
    _beeld(frank, "3-opmerking")
    frank.goto(pad)
    frank.get_by_text("Terugsturen naar de opsteller").click()
    frank.get_by_label("Waarom", exact=True).select_option("volledigheid")
    frank.get_by_label("Wat moet er anders").fill("Noem wanneer de handreiking komt.")
    _druk(frank, "Terugsturen")
    _status(frank, pad, "aanvaard")

    _schrijf(anna, pad, "3", "Ja, ik stuur gemeenten voor 1 maart 2027 een handreiking over verlichting.")
    anna.get_by_role("button", name="Oplossen").click()
    expect(anna.locator("#opmerkingen")).to_contain_text("opgelost")
    anna.goto(pad)
    _druk(anna, "Concept gereedmelden")
    bram.goto(pad)
    _druk(bram, "Akkoord geven")
    _schrijf(anna, pad, "2", f"{BETER} De cijfers komen van gemeenten.")
    frank.goto(pad)
    expect(frank.locator("#lijn")).to_contain_text("gewijzigd na deze paraaf")
    expect(frank.locator("#lijn")).to_contain_text("1 keer teruggestuurd")
    _beeld(frank, "4-lijn")
    _druk(frank, "Paraferen")
    _status(frank, pad, "geparafeerd")

    _passeer_alles(greta, pad, "Nagekeken voor verzending.")
    _beeld(greta, "5-gepasseerd")
    greta.goto(pad)
    _druk(greta, "Vaststellen")
    _status(greta, pad, "vastgesteld")
    chris.goto(pad)
    _druk(chris, "Verzonden aan de Kamer")
    _status(chris, pad, "verzonden")
    _neem_in(chris, "antwoord.txt", GEDRUKT.format(zaak=ZAAK, ontvangen=datum(vandaag)))
    _status(chris, pad, "ontvangen")
    _beeld(chris, "6-ontvangen")

    iris.goto(f"{pad}/geschiedenis")
    for wat in ("verzenden", "vaststellen", "paraferen", "terugsturen", "toewijzing aanvaarden of weigeren"):
        expect(iris.locator(".kv-verloop strong").filter(has_text=wat).first).to_be_visible()
    _beeld(iris, "7-geschiedenis")


def test_what_was_typed_survives_a_closed_page(open_als: Openen, wereld: Wereld) -> None:
    page = open_als("anna")
    pad = f"/vragensets/{wereld.sleutel('2026Z19743')}/vragen/5"  # nobody else's in this world
    page.goto(pad)
    page.locator("#tekst").fill("Dit was nog niet bewaard.")
    page.on("dialog", lambda vraag: vraag.accept())
    page.goto("/vragensets")
    page.goto(pad)
    expect(page.locator("#teruggevonden")).to_be_visible()
    page.get_by_role("button", name="Terugzetten").click()
    expect(page.locator("#tekst")).to_have_value("Dit was nog niet bewaard.")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("status").filter(has_text="Bewaard.")).to_be_visible()
    page.goto("/vragensets")
    page.goto(pad)
    expect(page.locator("#teruggevonden")).to_be_hidden()


def test_colleagues_see_each_other_at_one_question(open_als: Openen, wereld: Wereld) -> None:
    anna, bram = open_als("anna"), open_als("bram")
    pad = f"/vragensets/{wereld.sleutel('2026Z19743')}/vragen/4"
    with anna.expect_response("**/aanwezig"):
        anna.goto(pad)
    bram.goto(pad)
    expect(bram.locator("#aanwezig")).to_contain_text("Anna kijkt nu mee")
