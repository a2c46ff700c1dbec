"""Motions: those that answers cite, and the life of each."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath, FromQuery

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.motie import Motiestatus
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.register import bewindspersonen, moties, registergegevens
from kamervragen.web.form import Verzoek, bladnummer, dag, gezien_versie, rij, veld
from kamervragen.web.page import huis, naar, pagina, wie


class Moties(Controller):
    @get("/moties", sync_to_thread=True, opt={"handeling": Handeling.MOTIES_ZIEN})
    def lijst(self, request: Verzoek, blad: FromQuery[str] = "") -> Response[str]:
        return pagina(
            request,
            "register/moties.html",
            blad=moties.bladzijde(huis(request), wie(request), bladnummer(blad)),
            mag_bijhouden=mag(wie(request).rollen, Handeling.MOTIE_BIJHOUDEN),
        )

    @get("/moties/nieuw", sync_to_thread=True, opt={"handeling": Handeling.MOTIE_BIJHOUDEN})
    def nieuw(self, request: Verzoek) -> Response[str]:
        return pagina(
            request, "register/motie_nieuw.html", directies=registergegevens.directies(huis(request), wie(request))
        )

    @post("/moties", sync_to_thread=True, opt={"handeling": Handeling.MOTIE_BIJHOUDEN})
    def voeg_toe(self, request: Verzoek) -> Response[Any]:
        nummer = moties.voeg_toe(
            huis(request),
            wie(request),
            kamerstuk=veld(request, "kamerstuk"),
            indieners=veld(request, "indieners"),
            onderwerp=veld(request, "onderwerp"),
            ingediend=dag(request, "ingediend"),
            tekst=veld(request, "tekst"),
            directie=veld(request, "directie"),
            bewindspersoon=veld(request, "bewindspersoon"),
        )
        return naar(f"/moties/{nummer}")

    @get("/moties/{motie_id:int}", sync_to_thread=True, opt={"handeling": Handeling.MOTIES_ZIEN})
    def toon(self, request: Verzoek, motie_id: FromPath[int]) -> Response[str]:
        beeld = moties.beeld(huis(request), wie(request), rij(motie_id, "Deze motie"))
        return pagina(
            request,
            "register/motie.html",
            beeld=beeld,
            appreciaties=moties.APPRECIATIES,
            nu_van=bewindspersonen.verantwoordelijk(huis(request), wie(request), beeld.motie.ambt_id),
        )

    @post("/moties/{motie_id:int}/feiten", sync_to_thread=True, opt={"handeling": Handeling.MOTIE_BIJHOUDEN})
    def leg_vast(self, request: Verzoek, motie_id: FromPath[int]) -> Response[Any]:
        soort, datum = veld(request, "soort"), dag(request, "datum")
        if soort not in {lid.value for lid in Motiestatus} or datum is None:
            raise Ongeldig("Kies wat er met de motie is gebeurd en op welke dag.")
        moties.leg_vast(
            huis(request),
            wie(request),
            rij(motie_id, "Deze motie"),
            Motiestatus(soort),
            datum=datum,
            versie=gezien_versie(request),
            kamerstuk=veld(request, "kamerstuk"),
            reden=veld(request, "reden"),
            voor=veld(request, "voor"),
            tegen=veld(request, "tegen"),
        )
        return naar(f"/moties/{motie_id}")

    @post("/moties/{motie_id:int}/tekst", sync_to_thread=True, opt={"handeling": Handeling.MOTIE_BIJHOUDEN})
    def zet_tekst(self, request: Verzoek, motie_id: FromPath[int]) -> Response[Any]:
        moties.zet_tekst(
            huis(request),
            wie(request),
            rij(motie_id, "Deze motie"),
            tekst=veld(request, "tekst"),
            datum=dag(request, "ingediend"),
            appreciatie=veld(request, "appreciatie"),
            versie=gezien_versie(request),
        )
        return naar(f"/moties/{motie_id}")
