"""Standard passages: the list, one passage, and putting one into an answer."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from kamervragen.domain.rollen import Handeling
from kamervragen.hergebruik import passages
from kamervragen.web.form import Verzoek, dag, getal, gezien_versie, rij, veld
from kamervragen.web.page import huis, naar, pagina, wie


class Passages(Controller):
    @get("/passages", sync_to_thread=True, opt={"handeling": Handeling.EERDER_ZOEKEN})
    def lijst(self, request: Verzoek) -> Response[str]:
        return pagina(request, "hergebruik/passages.html", passages=passages.lijst(huis(request), wie(request)))

    @get("/passages/nieuw", sync_to_thread=True, opt={"handeling": Handeling.PASSAGES_BEHEREN})
    def nieuw(self, request: Verzoek) -> Response[str]:
        mensen = passages.eigenaren(huis(request), wie(request))
        return pagina(request, "hergebruik/passage.html", passage=None, mensen=mensen)

    @get("/passages/{passage_id:int}", sync_to_thread=True, opt={"handeling": Handeling.EERDER_ZOEKEN})
    def toon(self, request: Verzoek, passage_id: FromPath[int]) -> Response[str]:
        passage = passages.toon(huis(request), wie(request), rij(passage_id, "Deze passage"))
        mensen = passages.eigenaren(huis(request), wie(request)) if wie(request).mag_passages else ()
        return pagina(request, "hergebruik/passage.html", passage=passage, mensen=mensen)

    @post("/passages", sync_to_thread=True, opt={"handeling": Handeling.PASSAGES_BEHEREN})
    def maak(self, request: Verzoek) -> Response[Any]:
        return _bewaar(request, None)

    @post("/passages/{passage_id:int}", sync_to_thread=True, opt={"handeling": Handeling.PASSAGES_BEHEREN})
    def bewaar(self, request: Verzoek, passage_id: FromPath[int]) -> Response[Any]:
        return _bewaar(request, rij(passage_id, "Deze passage"))

    @post(
        "/vragensets/{sleutel:str}/vragen/{label:str}/passage",
        sync_to_thread=True,
        opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN},
    )
    def neem_over(self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str]) -> Response[Any]:
        passages.neem_over(
            huis(request),
            wie(request),
            sleutel,
            label,
            getal(request, "passage") or 0,
            versie=gezien_versie(request),
            ook_verlopen=bool(veld(request, "ook_verlopen")),
        )
        return naar(f"/vragensets/{sleutel}/vragen/{label}")


def _bewaar(request: Verzoek, id: int | None) -> Response[Any]:
    nieuw = passages.bewaar(
        huis(request),
        wie(request),
        id,
        titel=veld(request, "titel"),
        tekst=request.state.velden.get("tekst", ""),
        eigenaar_id=getal(request, "eigenaar"),
        geldig_tot=dag(request, "geldig_tot"),
        versie=gezien_versie(request),
    )
    return naar(f"/passages/{nieuw}")
