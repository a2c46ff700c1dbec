"""Documents go out through the browser."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from kamervragen.domain.rollen import Handeling
from kamervragen.usecases import uitvoer
from kamervragen.web.pagina import huis, wie

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Uitvoer(Controller):
    @get("/vragensets/{sleutel:str}/antwoord.docx", sync_to_thread=True, opt={"handeling": Handeling.EXPORTEREN})
    def aanhangsel(self, request: Request[Any, Any, Any], sleutel: FromPath[str]) -> Response[bytes]:
        bestand = uitvoer.aanhangsel(huis(request), wie(request), sleutel)
        koppen = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(bestand.naam)}"}
        return Response(bestand.data, media_type=_DOCX, headers=koppen)
