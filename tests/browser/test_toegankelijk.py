"""No known barrier (T1): every page, for everyone who sees it, light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.bladen import BEZOEKEN, BLADEN, GEEN_BLAD, bezoek
from tests.browser.conftest import Openen, Wacht, Wereld
from tests.browser.nu import Nu, los
from tests.web.paden import gets

pytestmark = pytest.mark.browser
OPTIES: dict[str, Any] = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
}
# What can differ between light and dark: all else is the same page, and was looked at.
OM_KLEUR: dict[str, Any] = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block", "target-size"]},
}
BREEDTES = (1440, 360)
Bezocht = tuple[Page, Wacht]


@pytest.fixture(scope="module", params=BEZOEKEN, ids=[f"{naam}-{wie or 'niemand'}" for naam, wie in BEZOEKEN])
def bezocht(request: pytest.FixtureRequest, nieuwe_pagina: Openen, wereld: Wereld) -> Iterator[Bezocht]:
    """A page as someone sees it, opened once for the tests below, with all that was heard meanwhile."""
    naam, wie = request.param
    wacht = Wacht(verwacht=set(BLADEN[naam].statussen))
    page = nieuwe_pagina(wie)
    wacht.let_op(page)
    bezoek(page, wereld, naam)
    yield page, wacht
    page.context.close()


def bezwaren(page: Page, opties: dict[str, Any] = OPTIES) -> list[str]:
    """Each rule that is broken, with the elements that break it."""
    gevonden = Axe().run(page, options=opties).response["violations"]
    return [f"{regel['id']}: {[knoop['html'][:120] for knoop in regel['nodes']]}" for regel in gevonden]


def test_a_page_is_whole(bezocht: Bezocht, wereld: Wereld) -> None:
    """One h1, a title of its own, Dutch, no id twice, everything from our own host."""
    page, wacht = bezocht
    assert page.locator("h1").count() == 1
    assert page.title().endswith(" – kamervragen")
    assert page.locator("html").get_attribute("lang") == "nl"
    dubbel = page.evaluate("""() => {
        const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
        return [...new Set(ids.filter((id, plaats) => ids.indexOf(id) !== plaats))];
    }""")
    assert dubbel == []
    assert [adres for adres in wacht.adressen if not adres.startswith((wereld.adres, "data:"))] == []


def test_a_page_is_valid_html(bezocht: Bezocht, nu: Nu) -> None:
    """As the server sent it, with the fragments that came after; the Nu checker finds no error (T5)."""
    fouten: dict[str, list[str]] = {}
    assert any(antwoord.request.is_navigation_request() for antwoord in bezocht[1].antwoorden)
    for antwoord in bezocht[1].antwoorden:
        if 300 <= antwoord.status < 400:
            continue
        html = antwoord.body()
        if gevonden := nu(html if antwoord.request.is_navigation_request() else los(html)):
            fouten[antwoord.url] = gevonden
    assert fouten == {}


def test_nu_sees_an_error(nu: Nu) -> None:
    """The control: a paragraph where only words may stand."""
    assert nu(los(b"<span>goed</span>")) == []
    assert len(nu(los(b"<span><p>fout</p></span>"))) == 1


def test_a_page_does_not_scroll_sideways(bezocht: Bezocht) -> None:
    """A telephone, and 400 % zoom on an ordinary screen."""
    page, _ = bezocht
    te_breed = {}
    for breedte in (1440, 1024, 768, 360, 320):
        page.set_viewport_size({"width": breedte, "height": 800})
        nodig = page.evaluate("document.scrollingElement.scrollWidth")
        if nodig > page.evaluate("window.innerWidth"):
            te_breed[breedte] = nodig
    assert te_breed == {}


def test_a_page_has_no_barrier(bezocht: Bezocht) -> None:
    page, _ = bezocht
    gevonden: dict[str, list[str]] = {}
    for breedte in BREEDTES:
        page.set_viewport_size({"width": breedte, "height": 1000})
        for kleuren, opties in (("light", OPTIES), ("dark", OM_KLEUR)):
            page.emulate_media(color_scheme=kleuren)
            for bezwaar in bezwaren(page, opties):
                gevonden.setdefault(bezwaar, []).append(f"{breedte} {kleuren}")
    assert gevonden == {}


def test_a_page_is_silent(bezocht: Bezocht) -> None:
    """Nothing on the console, no policy violation, no failed request; the last look at each page."""
    assert bezocht[1].problemen == []


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
