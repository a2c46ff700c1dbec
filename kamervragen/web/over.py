"""Pages about the program itself: its components, and for whom it works."""

from __future__ import annotations

from litestar import Controller, Response, get

from kamervragen.domain.rollen import Handeling
from kamervragen.usecases import stijl
from kamervragen.web.pagina import Verzoek, huis, pagina


class Over(Controller):
    @get("/stijl", sync_to_thread=True, opt={"handeling": Handeling.EIGEN_ACCOUNT})
    def stijl(self, request: Verzoek) -> Response[str]:
        return pagina(request, "stijl/stijl.html", balken=stijl.balken(huis(request).vandaag()), noten=stijl.NOTEN)

    @get("/toegankelijkheid", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def toegankelijkheid(self, request: Verzoek) -> Response[str]:
        return pagina(request, "over/toegankelijkheid.html")
