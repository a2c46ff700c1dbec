"""The room of the beheerder: the registers, and the organisation over time."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath, FromQuery

from kamervragen.beheer import organisatie
from kamervragen.domain.rollen import Handeling
from kamervragen.web.form import Verzoek, getal, rij, veld
from kamervragen.web.page import huis, naar, pagina, wie

_DIT = "Deze directie"


class Beheer(Controller):
    @get("/beheer", sync_to_thread=False, opt={"handeling": Handeling.AMBTEN_BEHEREN})
    def toon(self, request: Verzoek) -> Response[str]:
        return pagina(request, "beheer/beheer.html")

    @get("/directies/{directie_id:int}", sync_to_thread=True, opt={"handeling": Handeling.GEBRUIKERS_BEHEREN})
    def directie(self, request: Verzoek, directie_id: FromPath[int], opvolger: FromQuery[str] = "") -> Response[str]:
        """What ending a directie does, before it is done."""
        keuze = int(opvolger) if opvolger.isascii() and opvolger.isdigit() and len(opvolger) < 10 else None
        van, opvolger_, gevolg = organisatie.gevolg(huis(request), wie(request), rij(directie_id, _DIT), keuze)
        alle = organisatie.directies(huis(request), wie(request))
        return pagina(request, "beheer/directie.html", van=van, naar=opvolger_, gevolg=gevolg, directies=alle)

    @post("/directies/{directie_id:int}", sync_to_thread=True, opt={"handeling": Handeling.GEBRUIKERS_BEHEREN})
    def voeg_samen(self, request: Verzoek, directie_id: FromPath[int]) -> Response[Any]:
        organisatie.voeg_samen(
            huis(request),
            wie(request),
            van_id=rij(directie_id, _DIT),
            naar_id=getal(request, "opvolger"),
            gezien=getal(request, "gezien") or 0,
        )
        return naar("/accounts#directies")

    @get("/leden", sync_to_thread=True, opt={"handeling": Handeling.AMBTEN_BEHEREN})
    def leden(self, request: Verzoek) -> Response[str]:
        alle, paren = organisatie.leden(huis(request), wie(request))
        return pagina(request, "beheer/leden.html", leden=alle, paren=paren)

    @post("/leden", sync_to_thread=True, opt={"handeling": Handeling.AMBTEN_BEHEREN})
    def voeg_leden_samen(self, request: Verzoek) -> Response[Any]:
        organisatie.voeg_leden_samen(
            huis(request),
            wie(request),
            van=(veld(request, "naam"), veld(request, "fractie")),
            naar=(veld(request, "nieuwe-naam"), veld(request, "nieuwe-fractie")),
            gezien=getal(request, "gezien") or 0,
        )
        return naar("/leden")
