"""Promises: the list, and the decision on each proposal."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath, FromQuery

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.domain.toezegging import Toezeggingfeit, Toezeggingsoort, Toezeggingstatus, Verband
from kamervragen.register import bewindspersonen, herberekening, registergegevens, toezeggingen
from kamervragen.web.form import Verzoek, bladnummer, dag, gezien_versie, rij, veld
from kamervragen.web.page import huis, naar, pagina, wie


class Toezeggingen(Controller):
    @get("/toezeggingen", sync_to_thread=True, opt={"handeling": Handeling.TOEZEGGINGEN_ZIEN})
    def lijst(
        self, request: Verzoek, status: FromQuery[str] = "openstaand", blad: FromQuery[str] = ""
    ) -> Response[str]:
        gekozen = Toezeggingstatus(status) if status in {lid.value for lid in Toezeggingstatus} else None
        gevonden = toezeggingen.bladzijde(huis(request), wie(request), gekozen, bladnummer(blad))
        mag_beslissen = mag(wie(request).rollen, Handeling.TOEZEGGING_BESLISSEN)
        return pagina(
            request,
            "register/toezeggingen.html",
            blad=gevonden,
            gekozen=gekozen,
            statussen=tuple(Toezeggingstatus),
            mag_beslissen=mag_beslissen,
            wordt_herberekend=herberekening.bezig(huis(request)),
        )

    @get("/toezeggingen/nieuw", sync_to_thread=True, opt={"handeling": Handeling.TOEZEGGING_BESLISSEN})
    def nieuw(self, request: Verzoek) -> Response[str]:
        directies = registergegevens.directies(huis(request), wie(request))
        return pagina(request, "register/toezegging_nieuw.html", directies=directies)

    @get("/toezeggingen/{toezegging_id:int}", sync_to_thread=True, opt={"handeling": Handeling.TOEZEGGINGEN_ZIEN})
    def toon(self, request: Verzoek, toezegging_id: FromPath[int]) -> Response[str]:
        beeld = toezeggingen.beeld(huis(request), wie(request), rij(toezegging_id, "Deze toezegging"))
        return pagina(
            request,
            "register/toezegging.html",
            beeld=beeld,
            soorten=tuple(Toezeggingsoort),
            verbanden=tuple(Verband),
            koppelingen=registergegevens.koppelingen(huis(request), wie(request), toezegging_id),
            directies=registergegevens.directies(huis(request), wie(request)),
            nu_van=bewindspersonen.verantwoordelijk(huis(request), wie(request), beeld.toezegging.ambt_id),
            mag_beslissen=mag(wie(request).rollen, Handeling.TOEZEGGING_BESLISSEN),
            wordt_herberekend=herberekening.bezig(huis(request)),
        )

    @post(
        "/toezeggingen/{toezegging_id:int}/gegevens",
        sync_to_thread=True,
        opt={"handeling": Handeling.TOEZEGGING_BESLISSEN},
    )
    def zet_gegevens(self, request: Verzoek, toezegging_id: FromPath[int]) -> Response[Any]:
        namen = ("soort", "bewindspersoon", "portefeuille", "aan", "directie", "dossierhouder")
        registergegevens.zet_gegevens(
            huis(request),
            wie(request),
            rij(toezegging_id, "Deze toezegging"),
            versie=gezien_versie(request),
            **{naam: veld(request, naam) for naam in namen},
        )
        return naar(f"/toezeggingen/{toezegging_id}")

    @post(
        "/toezeggingen/{toezegging_id:int}/verband",
        sync_to_thread=True,
        opt={"handeling": Handeling.TOEZEGGING_BESLISSEN},
    )
    def verbind(self, request: Verzoek, toezegging_id: FromPath[int]) -> Response[Any]:
        registergegevens.verbind(
            huis(request),
            wie(request),
            rij(toezegging_id, "Deze toezegging"),
            veld(request, "met"),
            veld(request, "verband"),
        )
        return naar(f"/toezeggingen/{toezegging_id}")

    @post(
        "/toezeggingen/{toezegging_id:int}/verband/{verband_id:int}",
        sync_to_thread=True,
        opt={"handeling": Handeling.TOEZEGGING_BESLISSEN},
    )
    def ontbind(self, request: Verzoek, toezegging_id: FromPath[int], verband_id: FromPath[int]) -> Response[Any]:
        registergegevens.ontbind(
            huis(request), wie(request), rij(toezegging_id, "Deze toezegging"), rij(verband_id, "Dit verband")
        )
        return naar(f"/toezeggingen/{toezegging_id}")

    @post("/toezeggingen", sync_to_thread=True, opt={"handeling": Handeling.TOEZEGGING_BESLISSEN})
    def voeg_toe(self, request: Verzoek) -> Response[Any]:
        nummer = toezeggingen.voeg_toe(
            huis(request),
            wie(request),
            zin=veld(request, "zin"),
            gedaan_op=dag(request, "gedaan_op"),
            vindplaats=veld(request, "vindplaats"),
            bewindspersoon=veld(request, "bewindspersoon"),
            aan=veld(request, "aan"),
            nummer=veld(request, "nummer"),
            interne_dag=dag(request, "interne_dag"),
            directie=veld(request, "directie"),
            dossierhouder=veld(request, "dossierhouder"),
        )
        return naar(f"/toezeggingen/{nummer}")

    @post(
        "/toezeggingen/{toezegging_id:int}/feiten",
        sync_to_thread=True,
        opt={"handeling": Handeling.TOEZEGGING_BESLISSEN},
    )
    def leg_vast(self, request: Verzoek, toezegging_id: FromPath[int]) -> Response[Any]:
        soort, datum = veld(request, "soort"), dag(request, "datum")
        if soort not in {lid.value for lid in Toezeggingfeit} or datum is None:
            raise Ongeldig("Kies wat er is gebeurd en op welke dag.")
        toezeggingen.leg_vast(
            huis(request),
            wie(request),
            rij(toezegging_id, "Deze toezegging"),
            Toezeggingfeit(soort),
            datum=datum,
            versie=gezien_versie(request),
            naar=dag(request, "naar"),
            kamerstuk=veld(request, "kamerstuk"),
            zin=veld(request, "zin"),
            reden=veld(request, "reden"),
        )
        return naar(f"/toezeggingen/{toezegging_id}")

    @post(
        "/toezeggingen/{toezegging_id:int}/besluit",
        sync_to_thread=True,
        opt={"handeling": Handeling.TOEZEGGING_BESLISSEN},
    )
    def beslis(self, request: Verzoek, toezegging_id: FromPath[int]) -> Response[Any]:
        versie = gezien_versie(request)
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
