"""Documents go out through the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from kamervragen.domain.rollen import Handeling
from kamervragen.usecases import uitvoer
from kamervragen.web.pagina import huis, wie

_SOORTEN = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".csv": "text/csv; charset=utf-8",
}


class Uitvoer(Controller):
    @get("/vragensets/{sleutel:str}/antwoord.docx", sync_to_thread=True, opt={"handeling": Handeling.EXPORTEREN})
    def aanhangsel(self, request: Request[Any, Any, Any], sleutel: FromPath[str]) -> Response[bytes]:
        return als_bijlage(uitvoer.aanhangsel(huis(request), wie(request), sleutel))


def als_bijlage(bestand: uitvoer.Bestand) -> Response[bytes]:
    """A document to keep, under its own name."""
    koppen = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(bestand.naam)}"}
    return Response(bestand.data, media_type=_SOORTEN[Path(bestand.naam).suffix], headers=koppen)
