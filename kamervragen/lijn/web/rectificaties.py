"""Corrections after sending."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from kamervragen.domain.rollen import Handeling
from kamervragen.lijn import rectificatiebeeld, rectificaties
from kamervragen.web.attachment import als_bijlage
from kamervragen.web.form import Verzoek, dag, gezien_versie, rij, veld
from kamervragen.web.page import huis, naar, pagina, wie

_PAD = "/rectificaties/{rectificatie_id:int}"
_DIT = "Deze rectificatie"


class Rectificaties(Controller):
    @post("/vragensets/{sleutel:str}/rectificaties", sync_to_thread=True, opt={"handeling": Handeling.RECTIFICEREN})
    def meld(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        id = rectificaties.meld(
            huis(request),
            wie(request),
            sleutel,
            veld(request, "label"),
            passage=veld(request, "passage"),
            juist=veld(request, "juist"),
            reden=veld(request, "reden"),
            versie=gezien_versie(request),
        )
        return naar(f"/rectificaties/{id}")

    @get(_PAD, sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def toon(self, request: Verzoek, rectificatie_id: FromPath[int]) -> Response[str]:
        beeld = rectificatiebeeld.beeld(huis(request), wie(request), rij(rectificatie_id, _DIT))
        return pagina(request, "lijn/rectificatie.html", r=beeld, vandaag=huis(request).vandaag())

    @post(_PAD, sync_to_thread=True, opt={"handeling": Handeling.RECTIFICEREN})
    def wijzig(self, request: Verzoek, rectificatie_id: FromPath[int]) -> Response[Any]:
        id, versie = rij(rectificatie_id, _DIT), gezien_versie(request)
        if veld(request, "stap") == "intrekken":
            rectificaties.trek_in(huis(request), wie(request), id, versie=versie)
        else:
            rectificaties.wijzig(
                huis(request),
                wie(request),
                id,
                juist=veld(request, "juist"),
                reden=veld(request, "reden"),
                versie=versie,
            )
        return naar(f"/rectificaties/{id}")

    @post(f"{_PAD}/vastgesteld", sync_to_thread=True, opt={"handeling": Handeling.RECTIFICATIE_VASTSTELLEN})
    def stel_vast(self, request: Verzoek, rectificatie_id: FromPath[int]) -> Response[Any]:
        id = rij(rectificatie_id, _DIT)
        rectificaties.stel_vast(huis(request), wie(request), id, versie=gezien_versie(request))
        return naar(f"/rectificaties/{id}")

    @post(f"{_PAD}/verzonden", sync_to_thread=True, opt={"handeling": Handeling.RECTIFICATIE_VERZENDEN})
    def verzend(self, request: Verzoek, rectificatie_id: FromPath[int]) -> Response[Any]:
        id = rij(rectificatie_id, _DIT)
        rectificaties.verzend(huis(request), wie(request), id, dag=dag(request, "dag"), versie=gezien_versie(request))
        return naar(f"/rectificaties/{id}")

    @get(f"{_PAD}/brieven/{{antwoord_id:int}}/brief.docx", sync_to_thread=True, opt={"handeling": Handeling.EXPORTEREN})
    def brief(self, request: Verzoek, rectificatie_id: FromPath[int], antwoord_id: FromPath[int]) -> Response[bytes]:
        id, antwoord = rij(rectificatie_id, _DIT), rij(antwoord_id, "Dit antwoord")
        return als_bijlage(rectificatiebeeld.brief(huis(request), wie(request), id, antwoord))
