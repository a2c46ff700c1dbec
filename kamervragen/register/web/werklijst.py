"""The work list: proposals to weigh."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from litestar import Controller, Response, get, post
from litestar.params import FromQuery

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.register import werklijst
from kamervragen.register.werklijst import Besluit
from kamervragen.web.form import Verzoek, dag, gekozen, veld
from kamervragen.web.page import huis, naar, pagina, wie


class Werklijst(Controller):
    @get("/werklijst", sync_to_thread=True, opt={"handeling": Handeling.TOEZEGGINGEN_ZIEN})
    def lijst(
        self, request: Verzoek, besluit: FromQuery[str] = "", directie: FromQuery[str] = "", gedaan: FromQuery[str] = ""
    ) -> Response[str]:
        welk = Besluit(besluit) if besluit in set(Besluit) else Besluit.VOORGESTELD
        regels, directies = werklijst.lijst(huis(request), wie(request), besluit=welk, directie=directie)
        return pagina(
            request,
            "register/werklijst.html",
            regels=regels,
            directies=directies,
            directie=directie,
            besluit=welk,
            besluiten=tuple(Besluit),
            mag_beslissen=mag(wie(request).rollen, Handeling.TOEZEGGING_BESLISSEN),
            gedaan=int(gedaan) if gedaan.isascii() and gedaan.isdigit() and len(gedaan) < 4 else 0,
        )

    @post("/werklijst", sync_to_thread=True, opt={"handeling": Handeling.TOEZEGGING_BESLISSEN})
    def beslis(self, request: Verzoek) -> Response[Any]:
        besluit = veld(request, "besluit")
        if besluit not in set(Besluit):
            raise Ongeldig("Kies aannemen, afwijzen, buiten scope of heropenen.")
        gekozen_ = gekozen(request, "kies-")
        if besluit == Besluit.VOORGESTELD:
            aantal = werklijst.heropen(huis(request), wie(request), gekozen_, reden=veld(request, "reden"))
        else:
            aantal = werklijst.beslis(
                huis(request),
                wie(request),
                gekozen_,
                Besluit(besluit),
                reden=veld(request, "reden"),
                interne_dag=dag(request, "interne_dag"),
            )
        vraag = {"besluit": veld(request, "op"), "directie": veld(request, "directie"), "gedaan": str(aantal)}
        return naar("/werklijst?" + urlencode({k: v for k, v in vraag.items() if v}))
