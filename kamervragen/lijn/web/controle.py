"""The gate before sending: what still holds a set up, its sub-questions, and what may contradict."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from kamervragen.domain.bijlage import Bijlagesoort
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.hergebruik.indexwerk import met_wat_heel_is
from kamervragen.lijn import controle, wetten
from kamervragen.papieren import bijlagen
from kamervragen.sets.blik import zie
from kamervragen.web.form import Verzoek, rij, veld
from kamervragen.web.page import EEN_BESTAND, huis, naar, pagina, wie

_SET = "/vragensets/{sleutel:str}"


class Controle(Controller):
    @get(f"{_SET}/controle", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def toon(self, request: Verzoek, sleutel: FromPath[str]) -> Response[str]:
        gevonden = met_wat_heel_is(huis(request), lambda: zie(controle.controle, huis(request), wie(request), sleutel))
        return pagina(request, "lijn/controle.html", c=gevonden, oordelen=controle.OORDELEN)

    @post(f"{_SET}/controle/gebreken", sync_to_thread=True, opt={"handeling": Handeling.OPMERKEN})
    def passeer(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        """Whether this person may let this kind pass is asked in the use case: it differs per shortcoming."""
        controle.passeer(
            huis(request),
            wie(request),
            sleutel,
            code=veld(request, "code"),
            waar=veld(request, "plaats"),
            wat=request.state.velden.get("wat", "").replace("\r\n", "\n"),
            reden=veld(request, "reden"),
        )
        return naar(f"/vragensets/{sleutel}/controle")

    @post(f"{_SET}/controle/deelvragen", sync_to_thread=True, opt={"handeling": Handeling.AFWEGEN})
    def weeg_deelvraag(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        label = veld(request, "label")
        controle.weeg_deelvraag(
            huis(request),
            wie(request),
            sleutel,
            label,
            request.state.velden.get("deelvraag", "").replace("\r\n", "\n"),
            oordeel=veld(request, "oordeel"),
            reden=veld(request, "reden"),
        )
        return naar(f"/vragensets/{sleutel}/controle#deelvragen")

    @post(
        f"{_SET}/beslisnota",
        sync_to_thread=True,
        opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN},
        request_max_body_size=EEN_BESTAND,
    )
    def voeg_beslisnota_toe(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        if len(request.state.bestanden) != 1:
            raise Ongeldig("Kies het bestand met de beslisnota.")
        naam, data = request.state.bestanden[0]
        bijlagen.voeg_toe(
            huis(request), wie(request), sleutel, data, naam, soort=Bijlagesoort.BESLISNOTA, titel="Beslisnota"
        )
        return naar(f"/vragensets/{sleutel}/controle")

    @get("/wetten", sync_to_thread=True, opt={"handeling": Handeling.WETTEN_BEHEREN})
    def wetten(self, request: Verzoek) -> Response[str]:
        return pagina(request, "lijn/wetten.html", wetten=wetten.register(huis(request), wie(request)))

    @post("/wetten", sync_to_thread=True, opt={"handeling": Handeling.WETTEN_BEHEREN})
    def bewaar_wet(self, request: Verzoek) -> Response[Any]:
        wetten.bewaar(
            huis(request),
            wie(request),
            titel=veld(request, "titel"),
            afkorting=veld(request, "afkorting"),
            bron=veld(request, "bron"),
        )
        return naar("/wetten")

    @post("/wetten/{wet_id:int}/weg", sync_to_thread=True, opt={"handeling": Handeling.WETTEN_BEHEREN})
    def verwijder_wet(self, request: Verzoek, wet_id: FromPath[int]) -> Response[Any]:
        wetten.verwijder(huis(request), wie(request), rij(wet_id, "Deze wet"))
        return naar("/wetten")
