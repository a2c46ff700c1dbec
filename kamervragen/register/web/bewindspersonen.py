"""Bewindspersonen over time, and the change of a cabinet: seen first, then done."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from kamervragen.domain.rollen import Handeling, mag
from kamervragen.register import bewindspersonen, wisseling
from kamervragen.web.form import Verzoek, dag, getal, gezien_versie, rij, veld
from kamervragen.web.page import huis, naar, pagina, wie

_BEHEER = {"handeling": Handeling.AMBTEN_BEHEREN}
_LEEG = {"kabinet": "", "aantreden": "", "namen": "", "allen": "ja", "bron": ""}


class Bewindspersonen(Controller):
    @get("/bewindspersonen", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def lijst(self, request: Verzoek) -> Response[str]:
        rijen = bewindspersonen.lijst(huis(request), wie(request))
        return pagina(
            request,
            "register/bewindspersonen.html",
            rijen=rijen,
            kabinetten=bewindspersonen.namen(r for r, _ in rijen),
            buiten=bewindspersonen.buiten_functie(huis(request), wie(request)),
            mag_beheren=mag(wie(request).rollen, Handeling.AMBTEN_BEHEREN),
        )

    @post("/bewindspersonen", sync_to_thread=True, opt=_BEHEER)
    def voeg_toe(self, request: Verzoek) -> Response[Any]:
        bewindspersonen.voeg_toe(
            huis(request),
            wie(request),
            wat=veld(request, "wat"),
            kabinet=veld(request, "kabinet"),
            van=dag(request, "begin"),
            tot=dag(request, "einde"),
            bron=veld(request, "bron"),
        )
        return naar("/bewindspersonen")

    @post("/bewindspersonen/{ambt_id:int}/einde", sync_to_thread=True, opt=_BEHEER)
    def beeindig(self, request: Verzoek, ambt_id: FromPath[int]) -> Response[Any]:
        bewindspersonen.beeindig(
            huis(request),
            wie(request),
            rij(ambt_id, "Deze ambtsperiode"),
            tot=dag(request, "einde"),
            versie=gezien_versie(request),
        )
        return naar("/bewindspersonen")

    @post("/bewindspersonen/demissionair", sync_to_thread=True, opt=_BEHEER)
    def zet_demissionair(self, request: Verzoek) -> Response[Any]:
        bewindspersonen.zet_demissionair(
            huis(request), wie(request), kabinet=veld(request, "kabinet"), sinds=dag(request, "sinds")
        )
        return naar("/bewindspersonen")

    @get("/bewindspersonen/wisseling", sync_to_thread=True, opt=_BEHEER)
    def toon_wisseling(self, request: Verzoek) -> Response[str]:
        return pagina(request, "register/wisseling.html", wissel=None, ingevuld=_LEEG)

    @post("/bewindspersonen/wisseling", sync_to_thread=True, opt=_BEHEER)
    def wissel(self, request: Verzoek) -> Response[Any]:
        ingevuld = {naam: veld(request, naam) for naam in _LEEG}
        kabinet, aantreden, allen = ingevuld["kabinet"], dag(request, "aantreden"), ingevuld["allen"] == "ja"
        if veld(request, "stap") == "uitvoeren":
            wisseling.voer_uit(
                huis(request),
                wie(request),
                kabinet=kabinet,
                aantreden=aantreden,
                namen=ingevuld["namen"],
                allen=allen,
                bron=ingevuld["bron"],
                gezien=getal(request, "gezien") or 0,
            )
            return naar("/bewindspersonen")
        beeld = wisseling.bekijk(
            huis(request), wie(request), kabinet=kabinet, aantreden=aantreden, namen=ingevuld["namen"], allen=allen
        )
        return pagina(request, "register/wisseling.html", wissel=beeld, ingevuld=ingevuld)
