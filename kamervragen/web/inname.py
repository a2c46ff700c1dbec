"""Documents come in through the browser."""

from __future__ import annotations

from litestar import Controller, Response, get, post

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.usecases import inname
from kamervragen.web.pagina import Verzoek, huis, pagina, wie

MAX_BODY = 60_000_000


class Inname(Controller):
    @get("/inname", sync_to_thread=True, opt={"handeling": Handeling.DOCUMENT_INNEMEN})
    def toon(self, request: Verzoek) -> Response[str]:
        return pagina(request, "inname/inname.html", verslagen=())

    @post("/inname", sync_to_thread=True, request_max_body_size=MAX_BODY, opt={"handeling": Handeling.DOCUMENT_INNEMEN})
    def neem_in(self, request: Verzoek) -> Response[str]:
        bestanden: list[tuple[str, bytes]] = request.state.bestanden
        if not bestanden:
            raise Ongeldig("Kies eerst een of meer bestanden.")
        verslagen = [inname.take_in(huis(request), wie(request), data, naam) for naam, data in bestanden]
        return pagina(request, "inname/inname.html", verslagen=verslagen)
