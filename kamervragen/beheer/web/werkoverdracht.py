"""Handing over all open work of a colleague."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromQuery

from kamervragen.beheer import werkoverdracht
from kamervragen.domain.errors import Fout, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.web.form import Verzoek, getal, veld
from kamervragen.web.page import huis, naar, pagina, wie

_PAD = "/werkoverdracht"


class Werkoverdracht(Controller):
    @get(_PAD, sync_to_thread=True, opt={"handeling": Handeling.WERK_OVERDRAGEN})
    def toon(self, request: Verzoek, van: FromQuery[str] = "", gedaan: FromQuery[str] = "") -> Response[str]:
        van_id = int(van) if van.isascii() and van.isdigit() and len(van) < 10 else None
        return _toon(request, van_id, gedaan=gedaan if gedaan.isascii() and gedaan.isdigit() else "")

    @post(_PAD, sync_to_thread=True, opt={"handeling": Handeling.WERK_OVERDRAGEN})
    def draag_over(self, request: Verzoek) -> Response[Any]:
        van_id = getal(request, "van")
        try:
            aantal = werkoverdracht.draag_over(
                huis(request),
                wie(request),
                van_id=van_id,
                naar_id=getal(request, "naar"),
                reden=veld(request, "reden"),
                gezien=getal(request, "gezien") or 0,
            )
        except Ongeldig as fout:
            return _toon(request, van_id, fout=fout)
        return naar(f"{_PAD}?gedaan={aantal}")


def _toon(request: Verzoek, van_id: int | None, *, fout: Fout | None = None, gedaan: str = "") -> Response[str]:
    voorraad = werkoverdracht.toon(huis(request), wie(request), van_id)
    return pagina(
        request,
        "beheer/werkoverdracht.html",
        status=422 if fout else 200,
        v=voorraad,
        fout=fout,
        gedaan=gedaan,
        naar_id=request.state.velden.get("naar", "") if fout else "",
        reden=veld(request, "reden") if fout else "",
    )
