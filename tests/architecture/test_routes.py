"""Default deny (S1): every handler names what it lets a person do; only the door itself is open."""

from __future__ import annotations

import re

from litestar import Litestar

from kamervragen.core.act import Huis
from kamervragen.domain.rollen import RECHTEN, Handeling
from kamervragen.web.security import bewaak
from tests.conftest import app_op
from tests.web.paden import handlers

# A feed is asked for by a program without a login: its key is proved in tests/web/test_zoeken.py.
OPEN = {
    "/inloggen",
    "/inloggen/code",
    "/toegankelijkheid",
    "/taal/{taal:str}",
    "/uitloggen",
    "/gezond",
    "/klaar",
    "/metrics",
    "/robots.txt",
    "/.well-known/security.txt",
    "/static/{file_path:path}",
    "/zoeken/feed/{feed:str}",
    "/agenda/feed/{feed:str}",
    "/koppeling/{koppeling:str}",
    "/uitnodiging/{koppeling:str}",
    "/bijdrage/{koppeling:str}",
    "/bijdrage/{koppeling:str}/formulier.docx",
}


def _app(huis: Huis) -> Litestar:
    return app_op(huis)


def test_every_handler_names_its_handeling(huis: Huis) -> None:
    zonder = [
        (pad, sorted(handler.http_methods))
        for pad, handler in handlers(_app(huis))
        if not isinstance(handler.opt.get("handeling"), Handeling)
    ]
    assert zonder == []


def test_only_the_door_and_the_static_files_are_open(huis: Huis) -> None:
    assert {pad for pad, handler in handlers(_app(huis)) if handler.opt["handeling"] is Handeling.INLOGGEN} == OPEN


def test_the_guard_stands_before_every_handler(huis: Huis) -> None:
    app = _app(huis)
    assert [getattr(bewaker, "func", bewaker) for bewaker in app.guards] == [bewaak]
    assert {len(handler.resolve_guards()) for _, handler in handlers(app)} == {1}


def test_every_handeling_of_a_route_is_in_the_table_of_rights(huis: Huis) -> None:
    """A handeling nobody has would be a page nobody can open."""
    gebruikt = {handler.opt["handeling"] for _, handler in handlers(_app(huis))} - {Handeling.INLOGGEN}
    assert gebruikt - set(RECHTEN) == set()


def test_no_page_of_the_app_is_made_by_a_library(huis: Huis) -> None:
    """No OpenAPI pages, no debug pages: only modules of our own, and the router for static files."""
    app = _app(huis)
    vreemd = {pad for pad, handler in handlers(app) if not re.match(r"kamervragen\.(?:\w+\.)?web\.", str(handler))}
    assert vreemd == {"/static/{file_path:path}"}
    assert app.debug is False
