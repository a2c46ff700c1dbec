"""People over time: to another directie, or out of the ministry."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, post
from litestar.params import FromPath

from kamervragen.beheer import loopbaan
from kamervragen.domain.rollen import Handeling
from kamervragen.web.form import Verzoek, dag, getal, rij, veld
from kamervragen.web.page import huis, naar, pagina, wie


class Loopbaan(Controller):
    @post("/accounts/{gebruiker_id:int}/loopbaan", sync_to_thread=True, opt={"handeling": Handeling.GEBRUIKERS_BEHEREN})
    def verander(self, request: Verzoek, gebruiker_id: FromPath[int]) -> Response[Any]:
        """To another directie, or out of the ministry: what it changes is shown before it is done."""
        id, naar_id, laatste = (
            rij(gebruiker_id, "Dit account"),
            getal(request, "naar-directie"),
            dag(request, "laatste-dag"),
        )
        if veld(request, "stap") == "bekijken":
            stap = loopbaan.gevolg(huis(request), wie(request), id, naar_id=naar_id, laatste_dag=laatste)
            return pagina(request, "beheer/loopbaan.html", s=stap)
        loopbaan.zet(
            huis(request), wie(request), id, naar_id=naar_id, laatste_dag=laatste, gezien=getal(request, "gezien") or 0
        )
        return naar(f"/accounts/{gebruiker_id}#rollen")
