"""Motions that answers cite."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Request, Response, get

from kamervragen.domain.rollen import Handeling
from kamervragen.usecases import moties
from kamervragen.web.pagina import huis, pagina, wie


class Moties(Controller):
    @get("/moties", sync_to_thread=True, opt={"handeling": Handeling.MOTIES_ZIEN})
    def lijst(self, request: Request[Any, Any, Any]) -> Response[str]:
        return pagina(request, "moties/lijst.html", regels=moties.lijst(huis(request), wie(request)))
