"""Promises: the list, and the decision on each proposal."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath, FromQuery

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.domain.toezegging import Toezeggingstatus
from kamervragen.usecases import toezeggingen
from kamervragen.web.pagina import Verzoek, dag, getal, huis, naar, pagina, rij, veld, wie


class Toezeggingen(Controller):
    @get("/toezeggingen", sync_to_thread=True, opt={"handeling": Handeling.TOEZEGGINGEN_ZIEN})
    def lijst(self, request: Verzoek, status: FromQuery[str] = "openstaand") -> Response[str]:
        gekozen = Toezeggingstatus(status) if status in {lid.value for lid in Toezeggingstatus} else None
        regels = toezeggingen.lijst(huis(request), wie(request), gekozen)
        mag_beslissen = mag(wie(request).rollen, Handeling.TOEZEGGING_BESLISSEN)
        return pagina(
            request, "toezeggingen/lijst.html", regels=regels, gekozen=gekozen, statussen=tuple(Toezeggingstatus),
            mag_beslissen=mag_beslissen,
        )  # fmt: skip

    @post(
        "/toezeggingen/{toezegging_id:int}/besluit",
        sync_to_thread=True,
        opt={"handeling": Handeling.TOEZEGGING_BESLISSEN},
    )
    def beslis(self, request: Verzoek, toezegging_id: FromPath[int]) -> Response[Any]:
        versie = getal(request, "versie") or 0
        besluit = veld(request, "besluit")
        if besluit == "aannemen":
            toezeggingen.neem_aan(
                huis(request),
                wie(request),
                rij(toezegging_id, "Deze toezegging"),
                versie=versie,
                interne_dag=dag(request, "interne_dag"),
            )
        elif besluit == "afwijzen":
            toezeggingen.wijs_af(
                huis(request),
                wie(request),
                rij(toezegging_id, "Deze toezegging"),
                versie=versie,
                reden=veld(request, "reden"),
            )
        else:
            raise Ongeldig("Kies aannemen of afwijzen.")
        terug = veld(request, "terug")
        return naar(terug if terug.startswith("/vragensets/KV-") else "/toezeggingen?status=voorgesteld")
