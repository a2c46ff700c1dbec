"""The route of a set from hand to hand: assignments, initials, sending back, and the steps."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import STAPRECHT, Handeling
from kamervragen.domain.status import Feitsoort, Terugstuurreden
from kamervragen.lijn import overdracht, route, toewijzing
from kamervragen.setpagina import eerste_ronde, setblad
from kamervragen.sets.blik import open_set
from kamervragen.web.attachment import als_bijlage
from kamervragen.web.form import Verzoek, dag, gekozen, getal, gezien_versie, rij, veld
from kamervragen.web.page import huis, naar, pagina, wie

_SET = "/vragensets/{sleutel:str}"


class Route(Controller):
    @get(f"{_SET}/te-doen", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def te_doen(self, request: Verzoek, sleutel: FromPath[str]) -> Response[str]:
        with open_set(huis(request), wie(request), sleutel) as blik:
            beeld, gang = setblad.beeld(blik), route.beeld(blik)
        return pagina(request, "setpagina/te_doen.html", beeld=beeld, route=gang, terugredenen=tuple(Terugstuurreden))

    @get(f"{_SET}/toewijsvoorstel", sync_to_thread=True, opt={"handeling": Handeling.TOEWIJZEN})
    def toewijsvoorstel(self, request: Verzoek, sleutel: FromPath[str]) -> Response[str]:
        with open_set(huis(request), wie(request), sleutel, Handeling.TOEWIJZEN) as blik:
            weters, labels = eerste_ronde.toewijsvoorstel(blik), tuple(vraag.label for vraag in blik.vragen)
        return pagina(request, "setpagina/_weters.html", rij=blik.rij, weters=weters, labels=labels, mag_toewijzen=True)

    @post(f"{_SET}/toewijzing", sync_to_thread=True, opt={"handeling": Handeling.TOEWIJZEN})
    def wijs_toe(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        toewijzing.wijs_toe(
            huis(request),
            wie(request),
            sleutel,
            directie_id=getal(request, "directie"),
            behandelaar_id=getal(request, "behandelaar"),
            versie=gezien_versie(request),
            labels=sorted(gekozen(request, "vraag-")),
        )
        return naar(f"/vragensets/{sleutel}")

    @post(
        f"{_SET}/toewijzingen/{{toewijzing_id:int}}",
        sync_to_thread=True,
        opt={"handeling": Handeling.TOEWIJZING_BESLISSEN},
    )
    def beslis_toewijzing(
        self, request: Verzoek, sleutel: FromPath[str], toewijzing_id: FromPath[int]
    ) -> Response[Any]:
        toewijzing.beslis(
            huis(request),
            wie(request),
            sleutel,
            rij(toewijzing_id, "Deze toewijzing"),
            aanvaard=veld(request, "besluit") == "aanvaard",
            reden=veld(request, "reden"),
            versie=gezien_versie(request),
        )
        return naar(f"/vragensets/{sleutel}#lijn")

    @post(f"{_SET}/overdrachten", sync_to_thread=True, opt={"handeling": Handeling.OVERDRAGEN})
    def draag_over(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        overdracht.vraag(
            huis(request),
            wie(request),
            sleutel,
            bewindspersoon=veld(request, "bewindspersoon"),
            reden=veld(request, "reden"),
            labels=gekozen(request, "vraag-"),
            versie=gezien_versie(request),
        )
        return naar(f"/vragensets/{sleutel}#overdragen")

    @post(f"{_SET}/overdrachten/{{overdracht_id:int}}", sync_to_thread=True, opt={"handeling": Handeling.OVERDRAGEN})
    def beslis_overdracht(
        self, request: Verzoek, sleutel: FromPath[str], overdracht_id: FromPath[int]
    ) -> Response[Any]:
        overdracht.beslis(
            huis(request),
            wie(request),
            sleutel,
            rij(overdracht_id, "Deze overdracht"),
            besluit=veld(request, "besluit"),
            door=veld(request, "door"),
            dag=dag(request, "dag"),
            versie=gezien_versie(request),
        )
        return naar(f"/vragensets/{sleutel}#overdragen")

    @get(
        f"{_SET}/overdrachten/{{overdracht_id:int}}/bericht.docx",
        sync_to_thread=True,
        opt={"handeling": Handeling.EXPORTEREN},
    )
    def overdrachtsbericht(
        self, request: Verzoek, sleutel: FromPath[str], overdracht_id: FromPath[int]
    ) -> Response[bytes]:
        return als_bijlage(
            overdracht.bericht(huis(request), wie(request), sleutel, rij(overdracht_id, "Deze overdracht"))
        )

    @post(f"{_SET}/parafen/{{paraaf_id:int}}", sync_to_thread=True, opt={"handeling": Handeling.PARAFEREN})
    def parafeer(self, request: Verzoek, sleutel: FromPath[str], paraaf_id: FromPath[int]) -> Response[Any]:
        route.parafeer(
            huis(request), wie(request), sleutel, rij(paraaf_id, "Deze paraaf"), versie=gezien_versie(request)
        )
        return naar(f"/vragensets/{sleutel}#lijn")

    @post(f"{_SET}/stappen/teruggestuurd", sync_to_thread=True, opt={"handeling": Handeling.TERUGSTUREN})
    def stuur_terug(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        reden = veld(request, "reden")
        if reden not in set(Terugstuurreden):
            raise Ongeldig("Kies uit de lijst waarom het concept teruggaat.")
        route.stuur_terug(
            huis(request),
            wie(request),
            sleutel,
            Terugstuurreden(reden),
            veld(request, "toelichting"),
            versie=gezien_versie(request),
        )
        return naar(f"/vragensets/{sleutel}#lijn")

    @post(f"{_SET}/stappen/concept_gereed", sync_to_thread=True, opt={"handeling": STAPRECHT[Feitsoort.CONCEPT_GEREED]})
    def meld_gereed(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        return _zet_stap(request, sleutel, Feitsoort.CONCEPT_GEREED)

    @post(f"{_SET}/stappen/vastgesteld", sync_to_thread=True, opt={"handeling": STAPRECHT[Feitsoort.VASTGESTELD]})
    def stel_vast(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        return _zet_stap(request, sleutel, Feitsoort.VASTGESTELD)

    @post(f"{_SET}/stappen/verzonden", sync_to_thread=True, opt={"handeling": STAPRECHT[Feitsoort.VERZONDEN]})
    def verzend(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        return _zet_stap(request, sleutel, Feitsoort.VERZONDEN)


def _zet_stap(request: Verzoek, sleutel: str, soort: Feitsoort) -> Response[Any]:
    route.zet_stap(huis(request), wie(request), sleutel, soort, versie=gezien_versie(request))
    return naar(f"/vragensets/{sleutel}")
