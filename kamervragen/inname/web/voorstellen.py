"""Proposals of later documents: taken over or declined."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, post
from litestar.params import FromPath

from kamervragen.domain.rollen import Handeling
from kamervragen.inname import voorstellen
from kamervragen.web.form import Verzoek, gezien_versie, rij, veld
from kamervragen.web.page import huis, naar, wie


class Voorstellen(Controller):
    @post(
        "/vragensets/{sleutel:str}/voorstellen/{voorstel_id:int}",
        sync_to_thread=True,
        opt={"handeling": Handeling.VOORSTEL_BESLISSEN},
    )
    def beslis(self, request: Verzoek, sleutel: FromPath[str], voorstel_id: FromPath[int]) -> Response[Any]:
        staat_in = voorstellen.beslis(
            huis(request),
            wie(request),
            sleutel,
            rij(voorstel_id, "Dit voorstel"),
            veld(request, "besluit"),
            versie=gezien_versie(request),
        )
        return naar(f"/vragensets/{staat_in}")
