"""The quality of the record."""

from __future__ import annotations

from litestar import Controller, Response, get

from kamervragen.domain.rollen import Handeling
from kamervragen.vandaag import kwaliteit
from kamervragen.web.form import Verzoek
from kamervragen.web.page import huis, pagina, wie


class Kwaliteit(Controller):
    @get("/kwaliteit", sync_to_thread=True, opt={"handeling": Handeling.SET_HERSTELLEN})
    def toon(self, request: Verzoek) -> Response[str]:
        return pagina(request, "vandaag/kwaliteit.html", gevonden=kwaliteit.toon(huis(request), wie(request)))
