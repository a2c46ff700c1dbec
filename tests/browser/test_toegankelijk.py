"""No known barrier (T1): every page, for everyone who sees it, light and dark, wide and narrow."""

from __future__ import annotations

import os
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.bladen import BLADEN, GEEN_BLAD, bezoek
from tests.browser.conftest import Openen, Wacht, Wereld
from tests.browser.nu import Nu, los
from tests.promises import noteer
from tests.web.paden import gets

pytestmark = pytest.mark.browser
BELOFTEN = ("T1", "T5")
OPTIES: dict[str, Any] = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
}
# What can differ between light and dark: all else is the same page, and was looked at.
OM_KLEUR: dict[str, Any] = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block", "target-size"]},
}
# Colours are those of the components: they are looked at where all of them stand, in both themes.
ZONDER_KLEUR: dict[str, Any] = OPTIES | {
    "rules": {"color-contrast": {"enabled": False}, "link-in-text-block": {"enabled": False}}
}
COMPONENTEN = ("stijl", "stijl met dialoog")
BREEDTES = (1440, 1024, 768, 360, 320)
# What a checker judges an element by: its tag, role, kind and id, and those of all it stands in.
GERAAMTE = r"""() => {
    const wat = e => [e.tagName, e.getAttribute("role"), e.getAttribute("type"), e.hasAttribute("aria-label"),
                      e.id.replace(/\d+/g, "0")].join("|");
    const pad = e => (e.parentElement ? pad(e.parentElement) + ">" : "") + wat(e);
    return [...new Set([...document.body.querySelectorAll("*")].map(pad))];
}"""
DUBBELE_IDS = """() => {
    const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
    return [...new Set(ids.filter((id, plaats) => ids.indexOf(id) !== plaats))];
}"""


def bezwaren(page: Page, opties: dict[str, Any] = OPTIES) -> list[str]:
    """Each rule that is broken, with the elements that break it."""
    gevonden = Axe().run(page, options=opties).response["violations"]
    return [f"{regel['id']}: {[knoop['html'][:120] for knoop in regel['nodes']]}" for regel in gevonden]


def _heel(page: Page, wacht: Wacht, wereld: Wereld) -> list[str]:
    """One h1, a title of its own, Dutch, no id twice, everything from our own host, nothing on the console."""
    uit = [f"id {id} twice" for id in page.evaluate(DUBBELE_IDS)] + wacht.problemen
    uit += [f"asks {adres}" for adres in wacht.adressen if not adres.startswith((wereld.adres, "data:"))]
    if page.locator("h1").count() != 1 or not page.title().endswith(" – kamervragen"):
        uit.append("no h1 or title of its own")
    if page.locator("html").get_attribute("lang") != "nl":
        uit.append("not Dutch")
    return uit


def _past(page: Page) -> list[str]:
    """Nothing scrolls sideways: on a telephone, and at 400 % zoom on an ordinary screen."""
    te_breed = []
    for breedte in BREEDTES:
        page.set_viewport_size({"width": breedte, "height": 800})
        nodig = page.evaluate("document.scrollingElement.scrollWidth")
        if nodig > page.evaluate("window.innerWidth"):
            te_breed.append(f"{nodig} px at {breedte}")
    return te_breed


def _geldig(wacht: Wacht, nu: Nu) -> list[str]:
    """As the server sent it, with the fragments that came after; the Nu checker finds no error (T5)."""
    assert any(antwoord.request.is_navigation_request() for antwoord in wacht.antwoorden)
    uit = []
    for antwoord in wacht.antwoorden:
        if not 300 <= antwoord.status < 400:
            html = antwoord.body()
            uit += nu(html if antwoord.request.is_navigation_request() else los(html))
    return uit


def _zonder_drempel(page: Page, naam: str) -> list[str]:
    """By axe: once, wide and light, without colours; of the components, and of all in full, each width and theme."""
    overal = naam in COMPONENTEN or os.environ.get("BELOFTEN") == "vol"
    uit = []
    for breedte in (1440, 360) if overal else (1440,):
        page.set_viewport_size({"width": breedte, "height": 1000})
        for kleuren in ("light", "dark") if overal else ("light",):
            page.emulate_media(color_scheme=kleuren)
            opties = OM_KLEUR if kleuren == "dark" else OPTIES if overal else ZONDER_KLEUR
            uit += [f"{breedte} {kleuren} {bezwaar}" for bezwaar in bezwaren(page, opties)]
    return uit


@pytest.mark.parametrize("naam", BLADEN)
def test_a_page_is_whole_valid_and_without_barrier_for_all_who_see_it(
    naam: str, nieuwe_pagina: Openen, wereld: Wereld, nu: Nu
) -> None:
    """Each reader opens it; the checkers look again where another reader gets other elements."""
    gezien: set[str] = set()
    fouten: dict[str, list[str]] = {}
    for wie in BLADEN[naam].lezers:
        wacht, page = Wacht(verwacht=set(BLADEN[naam].statussen)), nieuwe_pagina(wie)
        wacht.let_op(page)
        bezoek(page, wereld, naam)
        gevonden = _heel(page, wacht, wereld)
        geraamte = set(page.evaluate(GERAAMTE))
        if geraamte - gezien or os.environ.get("BELOFTEN") == "vol":
            gezien |= geraamte
            gevonden += [*_geldig(wacht, nu), *_past(page), *_zonder_drempel(page, naam), *wacht.problemen]
        page.context.close()
        if gevonden:
            fouten[wie or "niemand"] = gevonden
    assert fouten == {}


def test_nu_sees_an_error(nu: Nu) -> None:
    """The control: a paragraph where only words may stand."""
    assert nu(los(b"<span>goed</span>")) == []
    assert len(nu(los(b"<span><p>fout</p></span>"))) == 1


def test_axe_sees_a_barrier(open_als: Openen) -> None:
    """The control: a page with three known mistakes."""
    page = open_als(None)
    page.goto("/inloggen")
    page.evaluate("""() => {
        document.documentElement.lang = "";
        document.querySelector("h1").remove();
        document.querySelector("label").remove();
    }""")
    assert {regel.partition(":")[0] for regel in bezwaren(page)} >= {"html-has-lang", "page-has-heading-one", "label"}


def test_axe_sees_a_barrier_that_is_only_there_in_the_dark(open_als: Openen) -> None:
    """The control: grey on grey, for who asked for dark."""
    page = open_als(None)
    page.goto("/inloggen")
    page.evaluate("""() => {
        const kop = document.querySelector("h1"), donker = matchMedia("(prefers-color-scheme: dark)");
        const kleur = () => kop.style.setProperty("color", donker.matches ? "#555" : "#111");
        donker.addEventListener("change", kleur);
        kleur();
    }""")
    page.emulate_media(color_scheme="light")
    assert bezwaren(page) == []
    page.emulate_media(color_scheme="dark")
    assert [regel.partition(":")[0] for regel in bezwaren(page, OM_KLEUR)] == ["color-contrast"]


def test_the_policy_stops_a_script_and_the_guard_hears_it(nieuwe_pagina: Openen) -> None:
    """The control of `silent`: an inline script neither runs nor goes unnoticed (I9)."""
    page, wacht = nieuwe_pagina(None), Wacht()
    wacht.let_op(page)
    page.goto("/inloggen")
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.kwaad = 1";
        document.body.append(script);
    }""")
    assert page.evaluate("window.kwaad === undefined")
    assert len([probleem for probleem in wacht.problemen if "Content Security Policy" in probleem]) == 1
    page.context.close()


def test_no_page_of_the_app_is_forgotten(wereld: Wereld) -> None:
    bezocht = {blad.route for blad in BLADEN.values() if blad.route}
    assert bezocht | GEEN_BLAD == set(gets(wereld.app))
    bezoeken = sum(len(blad.lezers) for blad in BLADEN.values())
    noteer("T1", "geen bekende drempel (axe)", f"{len(BLADEN)} pagina's x lezers = {bezoeken} bezoeken, 0 bezwaren")
    noteer("T5", "elke pagina is geldige HTML (Nu)", f"{bezoeken} bezoeken, 0 fouten")
