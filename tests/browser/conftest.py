"""Debian's chromium against a real server with the demo in it.

Each test gets browsers of its own, and ends by looking back: no console message, no policy violation, no failed request.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from litestar import Litestar
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    Response,
    expect,
    sync_playwright,
)

from kamervragen.app import create_app
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.demo import WACHTWOORD, neem_demo_in
from kamervragen.sets import bord
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from tests.browser.nu import Nu, nu_dienst

VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
expect.set_options(timeout=60_000)  # an end to a hang, not a measure of speed: the machine may be busy
# What htmx says of a request that did not arrive: of a page that is left while it asks. A request that fails otherwise is
# counted by `requestfailed`, which tells the two apart.
VERLATEN = ("htmx:afterRequest,", "htmx:sendError,")
GEEN_CHROMIUM = "No chromium found: run `apt-get install chromium`, or name one in CHROMIUM."


@dataclass
class Wereld:
    """The server of this run: where it is, what runs on it, and its house."""

    adres: str
    app: Litestar
    huis: Huis

    def sleutel(self, zaaknummer: str) -> str:
        """The key of a demo set."""
        return next(b.regel.sleutel for b in bord.sets(self.huis, OPDRACHTREGEL) if b.regel.zaaknummer == zaaknummer)


@dataclass
class Wacht:
    """What went wrong in the browsers of one test. `verwacht` are the statuses the test provokes on purpose."""

    problemen: list[str] = field(default_factory=list)
    verwacht: set[int] = field(default_factory=set)
    adressen: list[str] = field(default_factory=list)
    antwoorden: list[Response] = field(default_factory=list)

    def let_op(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda fout: self.problemen.append(f"script: {fout}"))
        page.on("requestfailed", self._mislukt)
        page.on("request", lambda verzoek: self.adressen.append(verzoek.url))
        page.on("response", self._antwoord)

    def _console(self, bericht: ConsoleMessage) -> None:
        if bericht.type not in ("error", "warning") or bericht.text.startswith(VERLATEN):
            return
        geladen = any(f"status of {status} " in bericht.text for status in self.verwacht)
        if not (geladen or any(f"Response Status Error Code {status} " in bericht.text for status in self.verwacht)):
            self.problemen.append(f"console: {bericht.text}")

    def _antwoord(self, antwoord: Response) -> None:
        """Keeps what the page shows now: a page, and the fragments that came after it. An earlier page is gone."""
        if not antwoord.headers.get("content-type", "").startswith("text/html"):
            return
        if antwoord.request.is_navigation_request():
            self.antwoorden.clear()
        self.antwoorden.append(antwoord)

    def _mislukt(self, verzoek: Request) -> None:
        if verzoek.failure != "net::ERR_ABORTED":  # a page that was left while it loaded
            self.problemen.append(f"request: {verzoek.url} {verzoek.failure}")


@pytest.fixture(scope="session")
def wereld(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wereld]:
    """A server on a free port, the demo taken in once."""
    huis = maak_huis(settings=Settings(data=tmp_path_factory.mktemp("browser") / "data", demo=True))
    neem_demo_in(huis)
    app = create_app(huis)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", server_header=False))
    draad = threading.Thread(target=server.run, daemon=True)
    draad.start()
    tot = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < tot, "the server did not start"
        time.sleep(0.02)
    yield Wereld(f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}", app, huis)
    server.should_exit = True
    draad.join(10)
    huis.engine.dispose()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser; without one these tests fail, they do not go away."""
    namen = ("chromium-headless-shell", "chromium", "chromium-browser")
    gevonden = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, namen)), None)
    if not gevonden:
        pytest.fail(GEEN_CHROMIUM)
    return gevonden


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as gestart:
        yield gestart


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    gestart = playwright.chromium.launch(executable_path=chromium, args=VLAGGEN, headless=True)
    yield gestart
    gestart.close()


@pytest.fixture(scope="session")
def nu() -> Iterator[Nu]:
    """The checker of HTML; without it these tests fail, they do not go away."""
    with nu_dienst() as dienst:
        yield dienst


@pytest.fixture
def wacht() -> Iterator[Wacht]:
    """Looks back at the end of the test."""
    gemaakt = Wacht()
    yield gemaakt
    assert gemaakt.problemen == []


@pytest.fixture(scope="session")
def aanmeldingen(browser: Browser, wereld: Wereld, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The cookies of someone who logged in through the form, once per run."""
    map_ = tmp_path_factory.mktemp("aanmeldingen")

    def van(wie: str) -> Path:
        pad = map_ / f"{wie}.json"
        if not pad.exists():
            context = browser.new_context(base_url=wereld.adres)
            page = context.new_page()
            page.goto("/inloggen")
            page.get_by_label("Inlognaam").fill(wie)
            page.get_by_label("Wachtwoord").fill(WACHTWOORD)
            page.get_by_role("button", name="Inloggen").click()
            page.wait_for_url("**/werk")
            context.storage_state(path=pad)
            context.close()
        return pad

    return van


Openen = Callable[..., Page]


@pytest.fixture(scope="session")
def nieuwe_pagina(browser: Browser, wereld: Wereld, aanmeldingen: Callable[[str], Path]) -> Openen:
    """A page in a browser of its own, as someone or as nobody. Whoever asks for it closes its context."""

    def open_(wie: str | None, *, breedte: int = 1440, hoogte: int = 1000, **rest: Any) -> Page:
        context = browser.new_context(
            base_url=wereld.adres,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
            viewport={"width": breedte, "height": hoogte},
            storage_state=aanmeldingen(wie) if wie else None,
            **rest,
        )
        context.set_default_timeout(60_000)  # an end to a hang, not a measure of speed
        return context.new_page()

    return open_


def _ga_als_verstuurd(page: Page) -> None:
    """`page.goto` waits for a form that is being sent: its page follows by itself, and would abort the other."""
    ga = page.goto

    def goto(url: str, **rest: Any) -> Response | None:
        expect(page.locator("form[aria-busy=true]")).to_have_count(0)
        return ga(url, **rest)

    page.goto = goto  # type: ignore[method-assign, assignment]


@pytest.fixture
def open_als(nieuwe_pagina: Openen, wacht: Wacht) -> Iterator[Openen]:
    """Opens a browser for one test: `open_als("anna", breedte=360, java_script_enabled=False)`."""
    contexten: list[BrowserContext] = []

    def open_(wie: str | None, **rest: Any) -> Page:
        page = nieuwe_pagina(wie, **rest)
        contexten.append(page.context)
        wacht.let_op(page)
        if rest.get("java_script_enabled", True):
            _ga_als_verstuurd(page)
        return page

    yield open_
    for context in contexten:
        context.close()
