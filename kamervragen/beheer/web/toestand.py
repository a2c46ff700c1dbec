"""How the program is: a page for who keeps it, and what machines ask of it."""

from __future__ import annotations

import hmac
from typing import Any

from litestar import Controller, MediaType, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from kamervragen.beheer import toestand
from kamervragen.domain.rollen import Handeling
from kamervragen.web import metrics
from kamervragen.web.form import Verzoek, rij
from kamervragen.web.page import huis, naar, pagina, wie

# Without these a load balancer goes on sending people; what can be derived again, or sent later, is no reason to stop.
_NODIG = ("database", "schema", "worker", "schijf")


class Toestand(Controller):
    @get("/toestand", sync_to_thread=True, opt={"handeling": Handeling.ONDERHOUDEN})
    def toon(self, request: Verzoek) -> Response[str]:
        return pagina(request, "beheer/toestand.html", t=toestand.toon(huis(request), wie(request)))

    @post("/toestand/taken/{taak_id:int}", sync_to_thread=True, opt={"handeling": Handeling.ONDERHOUDEN})
    def opnieuw(self, request: Verzoek, taak_id: FromPath[int]) -> Response[Any]:
        toestand.opnieuw(huis(request), wie(request), rij(taak_id, "Deze taak"))
        return naar("/toestand")

    @get("/gezond", sync_to_thread=False, opt={"handeling": Handeling.INLOGGEN}, media_type=MediaType.TEXT)
    def gezond(self) -> str:
        """Whether the process answers at all."""
        return "goed\n"

    @get("/klaar", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def klaar(self, request: Verzoek) -> Response[dict[str, bool]]:
        """Whether people can be sent here: 200, or 503 with what is missing."""
        stand = toestand.klaar(huis(request))
        goed = all(stand.get(deel, False) for deel in _NODIG)
        return Response(stand, status_code=200 if goed else 503)

    @get("/metrics", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN}, media_type=MediaType.TEXT)
    def metrics(self, request: Verzoek) -> Response[bytes]:
        """The figures, for who shows the key of the setting. :raises NotFoundException: without it, as for a page that is not there."""
        sleutel = huis(request).settings.metingen
        gegeven = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not sleutel or not hmac.compare_digest(sleutel.encode(), gegeven.encode()):
            raise NotFoundException
        metrics.set_figures(toestand.meet(huis(request)))
        return Response(metrics.exposition(), media_type=metrics.CONTENT_TYPE)

    @get("/robots.txt", sync_to_thread=False, opt={"handeling": Handeling.INLOGGEN}, media_type=MediaType.TEXT)
    def robots(self) -> str:
        """Nothing here is for a search engine."""
        return "User-agent: *\nDisallow: /\n"

    @get(
        "/.well-known/security.txt",
        sync_to_thread=False,
        opt={"handeling": Handeling.INLOGGEN},
        media_type=MediaType.TEXT,
    )
    def security_txt(self, request: Verzoek) -> str:
        """Where one who finds a weakness can tell. *Bron:* RFC 9116. :raises NotFoundException: no contact is set."""
        contact = huis(request).settings.beveiligingscontact
        if not contact:
            raise NotFoundException
        tot = huis(request).vandaag().replace(month=12, day=31)
        waar = contact if ":" in contact else f"mailto:{contact}"
        return f"Contact: {waar}\nExpires: {tot.isoformat()}T23:59:59Z\nPreferred-Languages: nl, en\n"
