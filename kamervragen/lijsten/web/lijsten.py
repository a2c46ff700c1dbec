"""Every list as a file."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from kamervragen.documents.writers.lijst import Lijstsoort
from kamervragen.domain.errors import NietGevonden
from kamervragen.domain.rollen import Handeling
from kamervragen.lijsten import uitgaand
from kamervragen.web.attachment import als_bijlage
from kamervragen.web.page import huis, wie


class Lijsten(Controller):
    @get("/lijsten/{bestand:str}", sync_to_thread=True, opt={"handeling": Handeling.EXPORTEREN})
    def lijst(self, request: Request[Any, Any, Any], bestand: FromPath[str]) -> Response[bytes]:
        """A list by its name and kind: toezeggingen.xlsx."""
        naam, _, soort = bestand.partition(".")
        if soort not in set(Lijstsoort):
            raise NietGevonden("Een lijst is er als .xlsx, .ods en .csv. Kies een van die drie.")
        return als_bijlage(
            uitgaand.als_bestand(huis(request), wie(request), naam, Lijstsoort(soort), request.query_params)
        )
