"""Searching earlier answers, apart from any set."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromQuery

from kamervragen.domain.rollen import Handeling
from kamervragen.usecases import hergebruik
from kamervragen.web.pagina import huis, is_htmx, pagina, wie


class Hergebruik(Controller):
    @get("/zoeken", sync_to_thread=True, opt={"handeling": Handeling.EERDER_ZOEKEN})
    def zoek(self, request: Request[Any, Any, Any], vraag: FromQuery[str] = "") -> Response[str]:
        schoon = vraag.strip()[:5000]
        gevonden = hergebruik.search(huis(request), wie(request), schoon, aantal=20) if schoon else []
        naam = "hergebruik/_treffers.html" if is_htmx(request) else "hergebruik/zoeken.html"
        return pagina(request, naam, gevonden=gevonden, vraag=schoon)
