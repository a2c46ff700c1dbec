"""A concept that comes back from Word: brought, read, and decided change by change."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from kamervragen.domain.errors import Ongeldig, Verouderd
from kamervragen.domain.rollen import Handeling
from kamervragen.papieren import terugkeer, terugkeerbeeld
from kamervragen.web.form import Verzoek, getal, gezien_versie, rij, veld
from kamervragen.web.page import EEN_BESTAND, huis, naar, pagina, wie

_SET = "/vragensets/{sleutel:str}/terugkeer"
_DIT = "Dit document"


class Terugkeer(Controller):
    @post(_SET, sync_to_thread=True, opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN}, request_max_body_size=EEN_BESTAND)
    def neem_terug(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        if len(request.state.bestanden) != 1:
            raise Ongeldig("Kies het document dat u terugbrengt.")
        naam, data = request.state.bestanden[0]
        id = terugkeer.neem_terug(huis(request), wie(request), sleutel, data, naam)
        return naar(f"/vragensets/{sleutel}/terugkeer/{id}")

    @get(f"{_SET}/{{terugkeer_id:int}}", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def toon(self, request: Verzoek, sleutel: FromPath[str], terugkeer_id: FromPath[int]) -> Response[str]:
        gevonden = terugkeerbeeld.beeld(huis(request), wie(request), sleutel, rij(terugkeer_id, _DIT))
        return pagina(request, "papieren/terugkeer.html", t=gevonden)

    @post(
        f"{_SET}/{{terugkeer_id:int}}/plaatsen/{{plaats:str}}",
        sync_to_thread=True,
        opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN},
    )
    def beslis_alle(
        self, request: Verzoek, sleutel: FromPath[str], terugkeer_id: FromPath[int], plaats: FromPath[str]
    ) -> Response[Any]:
        id = rij(terugkeer_id, _DIT)
        terugkeer.beslis_alle(huis(request), wie(request), sleutel, id, plaats, veld(request, "besluit"))
        return naar(f"/vragensets/{sleutel}/terugkeer/{id}")

    @post(
        f"{_SET}/wijzigingen/{{voorstel_id:int}}", sync_to_thread=True, opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN}
    )
    def beslis(self, request: Verzoek, sleutel: FromPath[str], voorstel_id: FromPath[int]) -> Response[Any]:
        """One change. Where the text changed at the same place, both texts are shown, to be put together by hand."""
        id, h, w = rij(voorstel_id, "Deze wijziging"), huis(request), wie(request)
        tekst = request.state.velden.get("tekst")
        try:
            terug = terugkeer.beslis(
                h,
                w,
                sleutel,
                id,
                veld(request, "besluit"),
                versie=gezien_versie(request),
                tekst=tekst,
                antwoordversie=getal(request, "antwoordversie") or 0,
            )
        except Verouderd as fout:
            if not fout.mijn_tekst:
                raise
            gevonden = terugkeerbeeld.botsing(h, w, sleutel, id)
            return pagina(
                request,
                "papieren/botsing.html",
                status=409,
                fout=fout,
                botsing=gevonden,
                b=gevonden.voorstel,
                tekst=tekst if tekst is not None else gevonden.nu,
                sleutel=sleutel,
            )
        return naar(f"/vragensets/{sleutel}/terugkeer/{terug}#v-{id}")
