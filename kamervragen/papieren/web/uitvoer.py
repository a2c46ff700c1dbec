"""Documents go out through the browser."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from kamervragen.domain.papier import Papier
from kamervragen.domain.rollen import Handeling
from kamervragen.papieren import maken
from kamervragen.web.attachment import als_bijlage
from kamervragen.web.page import huis, wie


class Uitvoer(Controller):
    @get("/vragensets/{sleutel:str}/antwoord.docx", sync_to_thread=True, opt={"handeling": Handeling.EXPORTEREN})
    def aanhangsel(self, request: Request[Any, Any, Any], sleutel: FromPath[str]) -> Response[bytes]:
        return als_bijlage(maken.maak(huis(request), wie(request), sleutel, Papier.ANTWOORD))
