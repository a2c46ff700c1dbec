"""Undoing what was just done."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post

from kamervragen.core import undo
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.web import done
from kamervragen.web.form import Verzoek, eigen_pad, getal, veld
from kamervragen.web.page import huis, naar, pagina, wie


class Ongedaan(Controller):
    @get("/gedaan", sync_to_thread=True, opt={"handeling": Handeling.EIGEN_ACCOUNT})
    def toon(self, request: Verzoek) -> Response[str]:
        """The message by itself, for a page that stays where it is."""
        return pagina(request, "web/_gedaan.html")

    @post("/ongedaan", sync_to_thread=True, opt={"handeling": Handeling.EIGEN_ACCOUNT})
    def maak(self, request: Verzoek) -> Response[Any]:
        nummer = getal(request, "nummer")
        if nummer is None:
            raise Ongeldig("Deze knop hoort bij een handeling. Ga terug en vernieuw de pagina.")
        done.hersteld(request, undo.maak(huis(request), wie(request), nummer))
        return naar(eigen_pad(veld(request, "terug")) or "/werk")
