"""A picture of every screen, wide and narrow, light and dark, on one sheet each: made when `make beelden` asks for them."""

from __future__ import annotations

import io
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from benchmarks.gegevens import corpus, regels
from benchmarks.schermen import PADEN, indexeer, vul
from kamervragen.app import create_app
from tests.browser.bladen import BLADEN
from tests.browser.conftest import Openen, Wacht, Wereld
from tests.web.bezoeker import WACHTWOORD

pytestmark = pytest.mark.browser
BEELDEN = os.environ.get("BEELDEN")
_MEEST = 150_000  # bytes of a sheet
_VORMEN = ((1440, "light"), (1440, "dark"), (360, "light"), (360, "dark"))

if BEELDEN:  # a quarter of an hour of pictures proves nothing that the tests of pages do not

    @pytest.mark.parametrize("naam", BLADEN)
    def test_a_sheet_of_every_page_with_the_demo(open_als: Openen, wereld: Wereld, wacht: Wacht, naam: str) -> None:
        blad = BLADEN[naam]
        wacht.verwacht |= blad.statussen
        page = open_als(blad.lezers[0], breedte=1440, hoogte=900)
        blad.open(page, wereld)
        expect(page.locator("h1")).to_contain_text(blad.h1)
        _bewaar(page, "demo", naam)

    @pytest.fixture(scope="session")
    def land(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
        """A server with the 42,994 sets of a whole country; its address."""
        zaken = sorted(regels(corpus() / "zaken.jsonl.gz"), key=lambda z: z["gestart_op"] or "")
        huis = vul(tmp_path_factory.mktemp("land"), zaken)
        indexeer(huis, 2_000)  # without one the first desk that opens builds it, of all of them
        server = uvicorn.Server(uvicorn.Config(create_app(huis), host="127.0.0.1", port=0, log_level="error"))
        draad = threading.Thread(target=server.run, daemon=True)
        draad.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        server.should_exit = True
        draad.join(10)

    def test_a_sheet_of_every_page_with_a_whole_country(land: str, browser: Browser) -> None:
        page = browser.new_context(
            base_url=land, viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
        ).new_page()
        page.goto("/inloggen")
        page.get_by_label("Inlognaam").fill("bram")
        page.get_by_label("Wachtwoord").fill(WACHTWOORD)
        page.get_by_role("button", name="Inloggen").click()
        page.wait_for_url("**/werk")
        for pad in PADEN:
            page.goto(pad.replace("{set}", "/vragensets/KV-042994"))
            _bewaar(page, "land", pad.replace("{set}", "set").strip("/").translate(str.maketrans("/?=&", "----")))
        page.context.close()


def _bewaar(page: Page, map_: str, naam: str) -> None:
    page.evaluate("document.fonts.ready")
    beelden = []
    for breedte, kleuren in _VORMEN:
        page.set_viewport_size({"width": breedte, "height": 900})
        page.emulate_media(color_scheme="light" if kleuren == "light" else "dark")
        beelden.append(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
    data = _vel(beelden)
    assert len(data) <= _MEEST, f"{naam}: {len(data)} bytes"
    doel = Path(BEELDEN or "") / "schermen" / map_
    doel.mkdir(parents=True, exist_ok=True)
    (doel / f"{naam.replace(' ', '-')}.png").write_bytes(data)


def _vel(beelden: list[Image.Image]) -> bytes:
    """The four beside each other, at most as large as a page of the docs can show, in as many colours as they have."""
    rand = 16
    vel = Image.new("RGB", (sum(b.width for b in beelden) + rand * (len(beelden) + 1), 900 + 2 * rand), "#8a8a8a")
    links = rand
    for beeld in beelden:
        vel.paste(beeld, (links, rand))
        links += beeld.width + rand
    for breedte, kleuren in ((2400, 64), (2000, 48), (1600, 32), (1200, 32)):
        klein = vel.resize((breedte, round(vel.height * breedte / vel.width)), Image.Resampling.LANCZOS)
        uit = io.BytesIO()
        klein.quantize(kleuren, dither=Image.Dither.NONE).save(uit, "png", optimize=True)
        if uit.tell() <= _MEEST:
            break
    return uit.getvalue()
