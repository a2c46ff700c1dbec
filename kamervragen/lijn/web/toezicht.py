"""The history of a set, the audit trail, and the list of all rights."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from litestar import Controller, Response, get
from litestar.params import FromPath, FromQuery

from kamervragen.documents.writers.lijst import Lijstsoort
from kamervragen.domain.errors import NietGevonden
from kamervragen.domain.rollen import Handeling, Rol
from kamervragen.domain.status import Status
from kamervragen.lijn import toezicht
from kamervragen.web.attachment import als_bijlage
from kamervragen.web.form import Verzoek, als_dag
from kamervragen.web.page import huis, pagina, wie


class Toezicht(Controller):
    @get("/vragensets/{sleutel:str}/geschiedenis", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def geschiedenis(self, request: Verzoek, sleutel: FromPath[str]) -> Response[str]:
        regels = toezicht.geschiedenis(huis(request), wie(request), sleutel)
        return pagina(request, "lijn/geschiedenis.html", regels=regels, sleutel=sleutel)

    @get("/audit", sync_to_thread=True, opt={"handeling": Handeling.AUDIT_ZIEN})
    def audit(
        self,
        request: Verzoek,
        actor: FromQuery[str] = "",
        actie: FromQuery[str] = "",
        object: FromQuery[str] = "",
        resultaat: FromQuery[str] = "",
        van: FromQuery[str] = "",
        tot: FromQuery[str] = "",
        als: FromQuery[str] = "",
    ) -> Response[Any]:
        velden = {"actor": actor, "actie": actie, "object": object, "resultaat": resultaat, "van": van, "tot": tot}
        vraag = toezicht.zoekvraag(
            actor=actor.strip(),
            actie=actie,
            object=object.strip(),
            resultaat=resultaat,
            van=als_dag(van),
            tot=als_dag(tot),
        )
        if als:
            if als not in set(Lijstsoort):
                raise NietGevonden("Het spoor is er als .xlsx, .ods en .csv. Kies een van die drie.")
            return als_bijlage(toezicht.spoor_als_bestand(huis(request), wie(request), vraag, Lijstsoort(als)))
        spoor = toezicht.zoek(huis(request), wie(request), vraag)
        adres = urlencode({naam: waarde for naam, waarde in velden.items() if waarde})
        return pagina(request, "lijn/audit.html", spoor=spoor, velden=velden, adres=adres, handelingen=tuple(Handeling))

    @get("/rechten", sync_to_thread=True, opt={"handeling": Handeling.RECHTEN_ZIEN})
    def rechten(self, request: Verzoek) -> Response[str]:
        gevonden = toezicht.rechten(huis(request), wie(request))
        return pagina(
            request,
            "lijn/rechten.html",
            rechten=gevonden,
            matrix=toezicht.matrix(),
            rollen=tuple(Rol),
            aantal=len(Status),
        )
