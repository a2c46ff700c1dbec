"""Shielding a set: who may know that it exists."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, post
from litestar.params import FromPath

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.sets import afscherming
from kamervragen.web.form import Verzoek, gekozen, gezien_versie, veld
from kamervragen.web.page import huis, naar, wie

_PAD = "/vragensets/{sleutel:str}/afscherming"


class Afscherming(Controller):
    @post(_PAD, sync_to_thread=True, opt={"handeling": Handeling.AFSCHERMEN})
    def scherm_af(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        afscherming.scherm_af(
            huis(request),
            wie(request),
            sleutel,
            _mensen(request),
            reden=veld(request, "reden"),
            versie=gezien_versie(request),
        )
        return naar(f"/vragensets/{sleutel}#afscherming")

    @post(f"{_PAD}/einde", sync_to_thread=True, opt={"handeling": Handeling.AFSCHERMEN})
    def hef_afscherming_op(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        afscherming.hef_op(huis(request), wie(request), sleutel, versie=gezien_versie(request))
        return naar(f"/vragensets/{sleutel}#gegevens")


def _mensen(request: Verzoek) -> list[int]:
    """The people who were ticked. :raises Ongeldig: for what is no number of a person."""
    ruw = gekozen(request, "mens-")
    if not all(id.isascii() and id.isdigit() and len(id) < 10 for id in ruw):
        raise Ongeldig("Deze keuze is niet te lezen. Vernieuw de pagina.")
    return [int(id) for id in ruw]
