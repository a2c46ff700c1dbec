"""Sessions: kept in the database, known by a cookie, new at every log-in, gone at log-out.

An id from a cookie counts only when the database knows it, so that nobody can plant one.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Protocol

import anyio.to_thread
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.enums import ScopeType
from litestar.exceptions import NotFoundException
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from kamervragen.core import sessions
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.domain.rollen import Rol

COOKIE = "__Host-sessie"
INLOGCOOKIE = "__Host-inloggen"
_RUST = timedelta(minutes=30)
_HOOGSTENS = timedelta(hours=12)


class Person(Protocol):
    """What a session asks of the one it is of."""

    @property
    def id(self) -> int: ...
    @property
    def naam(self) -> str: ...
    @property
    def rollen(self) -> frozenset[Rol]: ...
    @property
    def sessies_vanaf(self) -> datetime | None: ...
    @property
    def tweestaps(self) -> bool: ...


# Finds who has this number, with the roles of today; None when the account is closed.
Persons = Callable[[Huis, int], Person | None]


class Sessies(ASGIMiddleware):
    """Puts `wie` and `token` on the state of a request."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        if "\0" in scope["path"] or any(len(deel.encode()) > 200 for deel in scope["path"].split("/")):
            raise NotFoundException  # no file and no key is named so, and what lies below chokes on it
        await anyio.to_thread.run_sync(herken, ASGIConnection(scope))
        await next_app(scope, receive, send)


def herken(verbinding: ASGIConnection[Any, Any, Any, Any]) -> None:
    """Puts the person and the form token on the state of a request; without a session nobody and the log-in token."""
    id, staat = verbinding.cookies.get(COOKIE), verbinding.app.state
    gevonden = zoek_op(staat.huis, staat.persons, id, oorsprong_van(verbinding)) if id else None
    verbinding.state["wie"], verbinding.state["token"] = gevonden or (None, verbinding.cookies.get(INLOGCOOKIE))


def zoek_op(huis: Huis, persons: Persons, id: str, oorsprong: str) -> tuple[Wie, str] | None:
    """The person and form token of a live session. Half an hour of rest or twelve hours end it."""
    bewaard = sessions.read(huis, id)
    if bewaard is None or huis.nu() - bewaard[1] > _HOOGSTENS:
        return None
    inhoud = json.loads(bewaard[0])
    gebruiker = persons(huis, inhoud["gebruiker"])
    if gebruiker is None or (gebruiker.sessies_vanaf is not None and bewaard[1] < gebruiker.sessies_vanaf):
        return None
    gezien = huis.nu().timestamp()
    if gezien - inhoud["gezien"] > 60:  # a write a minute, not one a click
        sessions.extend(huis, id, json.dumps(inhoud | {"gezien": gezien}).encode(), _RUST)
    mist = not gebruiker.tweestaps and bool(huis.settings.eist_tweede_stap & gebruiker.rollen)
    return Wie(gebruiker.naam, gebruiker.rollen, oorsprong, gebruiker.id, mist_stap=mist), inhoud["token"]


def begin(huis: Huis, gebruiker_id: int) -> Cookie:
    """A new session with an id and a token of its own."""
    id, token = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    inhoud = {"gebruiker": gebruiker_id, "token": token, "gezien": huis.nu().timestamp()}
    sessions.begin(huis, id, json.dumps(inhoud).encode(), _RUST)
    return cookie(COOKIE, id)


def eindig(huis: Huis, id: str | None) -> Cookie:
    """Ends a session on the server, and has the browser forget it."""
    if id:
        sessions.end(huis, id)
    return cookie(COOKIE, "", leeftijd=0)


def inlogtoken() -> Cookie:
    """The token of the log-in form, for someone who has no session yet."""
    return cookie(INLOGCOOKIE, secrets.token_urlsafe(32))


def oorsprong_van(verbinding: ASGIConnection[Any, Any, Any, Any]) -> str:
    """The address of the other side; the server has put the client's own there behind a trusted proxy."""
    return verbinding.client.host if verbinding.client else "onbekend"


def cookie(naam: str, waarde: str, leeftijd: int | None = None) -> Cookie:
    """Makes a cookie that only this server and no script reads."""
    return Cookie(key=naam, value=waarde, path="/", secure=True, httponly=True, samesite="lax", max_age=leeftijd)
