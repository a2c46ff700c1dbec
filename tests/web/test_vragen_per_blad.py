"""How often a page asks the database: at most eight times, whatever is in it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa

from kamervragen.usecases import hergebruik
from kamervragen.usecases.handeling import Huis
from tests.conftest import app_op
from tests.web.bezoeker import HTMX, Bezoeker
from tests.web.paden import gets

HOOGSTENS = 8
PROEF = "/lijstinname/{lijst_id:int}"  # tries a list out row by row, in a transaction that is taken back


@contextmanager
def geteld(huis: Huis) -> Iterator[list[str]]:
    """What is asked meanwhile, but for what the worker asks, who works beside every page."""
    gesteld: list[str] = []

    def tel(_v: Any, _c: Any, opdracht: str, *_rest: Any) -> None:
        if not opdracht.startswith(("BEGIN", "PRAGMA")) and "werk_door" not in threading.current_thread().name:
            gesteld.append(opdracht)

    sa.event.listen(huis.engine, "before_cursor_execute", tel)
    yield gesteld
    sa.event.remove(huis.engine, "before_cursor_execute", tel)


@pytest.mark.usefixtures("klaar")
def test_no_page_asks_more_than_eight_times(huis: Huis, bezoek: Callable[[str], Bezoeker]) -> None:
    iedereen = bezoek("iedereen")
    te_veel, bladen = {}, 0
    for pad in sorted(adres for route, adres in gets(app_op(huis)).items() if route != PROEF):
        with geteld(huis) as gesteld:
            antwoord = iedereen.get(pad)
        if antwoord.status_code == 200 and antwoord.headers["content-type"].startswith("text/html"):
            bladen += 1
            if len(gesteld) > HOOGSTENS:
                te_veel[pad] = len(gesteld)
    assert te_veel == {}
    assert bladen > 50, "a page that breaks asks little"


@pytest.mark.usefixtures("klaar")
def test_the_pages_of_every_set_ask_no_more(huis: Huis, bezoek: Callable[[str], Bezoeker]) -> None:
    iedereen = bezoek("iedereen")
    te_veel = {}
    for nummer in range(1, 7):
        for rest in ("", "/vragen/1", "/vragen/2", "/controle", "/te-doen", "/papieren", "/eerste-ronde", "/gegevens"):
            pad = f"/vragensets/KV-{nummer:06}{rest}"
            with geteld(huis) as gesteld:
                assert iedereen.get(pad).status_code in (200, 404), pad  # not every set has a second question
            if len(gesteld) > HOOGSTENS:
                te_veel[pad] = len(gesteld)
    assert te_veel == {}


@pytest.mark.usefixtures("klaar")
def test_a_save_shows_the_desk_again_in_one_picture(
    huis: Huis, bezoek: Callable[[str], Bezoeker], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept takes what it takes; looking again takes no more than the page did."""
    monkeypatch.setattr(hergebruik, "werk_bij", lambda *_a, **_n: 0)  # what is indexed meanwhile is no look
    anna = bezoek("iedereen")
    pad = "/vragensets/KV-000001/vragen/4"
    anna.get(pad)
    with geteld(huis) as kaal:
        assert anna.post(f"{pad}/antwoord", {"tekst": "Ja.", "versie": "1"}).status_code == 303
    with geteld(huis) as heel:
        antwoord = anna.post(f"{pad}/antwoord", {"tekst": "Ja, zeker.", "versie": "2"}, koppen=HTMX)
    assert (antwoord.status_code, "Ja, zeker." in antwoord.text) == (200, True)
    assert len(heel) - len(kaal) <= HOOGSTENS
