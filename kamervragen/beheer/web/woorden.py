"""The lists of words: reasons of delay and cues of a promise, each change with what it does beforehand."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post

from kamervragen.beheer import signaalwoorden
from kamervragen.domain.rollen import Handeling
from kamervragen.language.promises.signaaltabel import Werking
from kamervragen.sets import uitstelredenen, woorden
from kamervragen.web.form import Verzoek, veld
from kamervragen.web.page import huis, naar, pagina, wie


class Woorden(Controller):
    @get("/woordenlijsten", sync_to_thread=True, opt={"handeling": Handeling.WOORDEN_BEHEREN})
    def toon(self, request: Verzoek) -> Response[str]:
        van, door = huis(request), wie(request)
        return pagina(
            request,
            "beheer/woorden.html",
            redenen=uitstelredenen.lijst(van, door),
            signalen=signaalwoorden.lijst(van, door),
            geschiedenis=woorden.geschiedenis(van, door),
            werkingen=tuple(Werking),
        )

    @post("/woordenlijsten/redenen", sync_to_thread=True, opt={"handeling": Handeling.WOORDEN_BEHEREN})
    def bewaar_reden(self, request: Verzoek) -> Response[Any]:
        """A new reason, or other words for one; with `actief` only whether it is offered."""
        if aan := veld(request, "actief"):
            uitstelredenen.zet_aan(huis(request), wie(request), veld(request, "code"), actief=aan == "ja")
        else:
            uitstelredenen.bewaar(
                huis(request),
                wie(request),
                code=veld(request, "code"),
                naam=veld(request, "naam"),
                omdat=veld(request, "omdat"),
            )
        return naar("/woordenlijsten#redenen")

    @post("/woordenlijsten/signalen", sync_to_thread=True, opt={"handeling": Handeling.WOORDEN_BEHEREN})
    def zet_signaal(self, request: Verzoek) -> Response[Any]:
        velden = {naam: veld(request, naam) for naam in ("code", "tekst", "werking")}
        actief = veld(request, "actief") != "nee"
        if veld(request, "stap") == "bekijken":
            gevolg = signaalwoorden.gevolg(huis(request), wie(request), **velden, actief=actief)
            terug = velden | {"actief": "ja" if actief else "nee"}
            return pagina(request, "beheer/woordgevolg.html", gevolg=gevolg, velden=terug)
        signaalwoorden.zet(huis(request), wie(request), **velden, actief=actief)
        return naar("/woordenlijsten#signalen")
