"""Getting in and out."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Request, Response, get, post

from kamervragen.domain.errors import NietToegestaan
from kamervragen.domain.rollen import Handeling
from kamervragen.usecases import gebruikers
from kamervragen.web import sessie
from kamervragen.web.pagina import huis, naar, pagina, veld


class Inloggen(Controller):
    @get("/inloggen", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def toon(self, request: Request[Any, Any, Any]) -> Response[Any]:
        if request.state.get("wie") is not None:
            return naar("/vragensets")
        cookie = sessie.inlogtoken()
        request.state.token = cookie.value
        antwoord = pagina(request, "sessies/inloggen.html", bericht="", inlognaam="")
        antwoord.cookies.append(cookie)
        return antwoord

    @post("/inloggen", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def log_in(self, request: Request[Any, Any, Any]) -> Response[Any]:
        naam = veld(request, "inlognaam")
        wachtwoord = request.state.velden.get("wachtwoord", "")
        try:
            gebruiker = gebruikers.log_in(huis(request), naam, wachtwoord, sessie.oorsprong_van(request))
        except NietToegestaan as fout:
            return pagina(request, "sessies/inloggen.html", status=403, bericht=fout.bericht, inlognaam=naam)
        sessie.eindig(huis(request), request.cookies.get(sessie.COOKIE))
        antwoord = naar("/vragensets")
        antwoord.cookies.append(sessie.begin(huis(request), gebruiker.id))
        return antwoord

    @post("/uitloggen", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def log_uit(self, request: Request[Any, Any, Any]) -> Response[Any]:
        antwoord = naar("/inloggen")
        antwoord.cookies.append(sessie.eindig(huis(request), request.cookies.get(sessie.COOKIE)))
        antwoord.headers["Clear-Site-Data"] = '"cache", "storage"'
        return antwoord
