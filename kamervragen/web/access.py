"""What a request leaves in the log and in the figures: who, which route, how it went and how long it took; no text of anyone."""

from __future__ import annotations

import json
import logging
import secrets
import time
from typing import Any

from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from kamervragen.web import metrics

_log = logging.getLogger("kamervragen.verzoek")


class Access(ASGIMiddleware):
    """Gives a request its number, and tells of it when it is done. Addresses hold keys: only the template is written."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        number, began, status = secrets.token_hex(8), time.perf_counter(), 500
        scope["state"]["verzoek"] = number

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableScopeHeaders.from_message(message)["X-Verzoek"] = number
            await send(message)

        try:
            await next_app(scope, receive, told)
        finally:
            _tell(scope, number, status, time.perf_counter() - began)


async def tell_of_strays(message: Message, scope: Scope) -> None:
    """Tells of a request for an address or a method that is not there: it passes no middleware."""
    if message["type"] == "http.response.start" and scope["state"].setdefault("verzoek", None) is None:
        number = secrets.token_hex(8)
        MutableScopeHeaders.from_message(message)["X-Verzoek"] = number
        _tell(scope, number, message["status"], 0.0)


def _tell(scope: Scope, number: str, status: int, seconds: float) -> None:
    state: dict[str, Any] = scope["state"]
    method = str(dict(scope)["method"])
    path, person = str(scope.get("path_template") or "-"), state.get("wie")
    metrics.count(method, path, status, seconds)
    line = {
        "verzoek": number,
        "wie": person.gebruiker_id if person else None,
        "methode": method,
        "pad": path,
        "status": status,
        "ms": round(1000 * seconds, 1),
        "kenmerk": state.get("kenmerk"),
    }
    _log.info(json.dumps({naam: waarde for naam, waarde in line.items() if waarde is not None}))
