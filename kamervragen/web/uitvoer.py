"""Documents go out through the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from kamervragen.documents.writers.lijst import Lijstsoort
from kamervragen.domain.errors import NietGevonden
from kamervragen.domain.papier import Papier
from kamervragen.domain.rollen import Handeling
from kamervragen.usecases import lijsten, papieren, uitvoer
from kamervragen.web.pagina import huis, wie

_SOORTEN = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".csv": "text/csv; charset=utf-8",
}


class Uitvoer(Controller):
    @get("/vragensets/{sleutel:str}/antwoord.docx", sync_to_thread=True, opt={"handeling": Handeling.EXPORTEREN})
    def aanhangsel(self, request: Request[Any, Any, Any], sleutel: FromPath[str]) -> Response[bytes]:
        return als_bijlage(papieren.maak(huis(request), wie(request), sleutel, Papier.ANTWOORD))

    @get("/lijsten/{bestand:str}", sync_to_thread=True, opt={"handeling": Handeling.EXPORTEREN})
    def lijst(self, request: Request[Any, Any, Any], bestand: FromPath[str]) -> Response[bytes]:
        """A list by its name and kind: toezeggingen.xlsx."""
        naam, _, soort = bestand.partition(".")
        if soort not in set(Lijstsoort):
            raise NietGevonden("Een lijst is er als .xlsx, .ods en .csv. Kies een van die drie.")
        return als_bijlage(
            lijsten.als_bestand(huis(request), wie(request), naam, Lijstsoort(soort), request.query_params)
        )


def als_bijlage(bestand: uitvoer.Bestand) -> Response[bytes]:
    """A document to keep, under its own name."""
    koppen = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(bestand.naam)}"}
    return Response(
        bestand.data,
        media_type=_SOORTEN.get(Path(bestand.naam).suffix.lower(), "application/octet-stream"),
        headers=koppen,
    )
