"""Sets: the board, one set, and its steps."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath, FromQuery

from kamervragen import lanes
from kamervragen.antwoorden import groepen
from kamervragen.domain.papier import Papier
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import Terugstuurreden
from kamervragen.domain.vragenset import Instrument, Kamer
from kamervragen.hergebruik import eerder, herkomst
from kamervragen.hergebruik.indexwerk import met_wat_heel_is
from kamervragen.lijn import bijdragen, overdracht, rectificaties, route, toewijzing
from kamervragen.mensen import collegas
from kamervragen.register import bewindspersonen
from kamervragen.setpagina import bij_de_vraag, eerste_ronde, grootboek, setblad
from kamervragen.sets import afscherming, bord
from kamervragen.sets.blik import open_set, zie
from kamervragen.web.form import Verzoek, bladnummer, eigen_pad, gekozen, getal, gezien_versie, veld
from kamervragen.web.page import huis, is_htmx, naar, pagina, wie

# The documents that one asks of many sets at once.
VOOR_VELE = (Papier.ANTWOORD, Papier.BRIEF, Papier.GEDRUKT)


class Vragensets(Controller):
    @get("/vragensets", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def lijst(self, request: Verzoek, blad: FromQuery[str] = "") -> Response[str]:
        filter_ = bord.Filter.gelezen(request.query_params)
        beeld = bord.blad(huis(request), wie(request), filter_, bladnummer(blad))
        naam = "setpagina/_bord.html" if is_htmx(request) else "setpagina/bord.html"
        directies, mensen = collegas.toewijsbaar(huis(request), wie(request)) if beeld.mag_toewijzen else ((), ())
        return pagina(
            request, naam, bord=beeld, f=filter_, directies=directies, collegas=mensen, papiersoorten=VOOR_VELE
        )

    @post("/toewijzingen", sync_to_thread=True, opt={"handeling": Handeling.TOEWIJZEN})
    def wijs_meer_toe(self, request: Verzoek) -> Response[Any]:
        versies = {sleutel: getal(request, f"kies-{sleutel}") or 0 for sleutel in gekozen(request, "kies-")}
        toewijzing.wijs_meer_toe(
            huis(request),
            wie(request),
            versies,
            directie_id=getal(request, "directie-id"),
            behandelaar_id=getal(request, "behandelaar-id"),
        )
        return naar(eigen_pad(veld(request, "terug")) or "/vragensets")

    @get("/vragensets/{sleutel:str}", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def toon(self, request: Verzoek, sleutel: FromPath[str]) -> Response[str]:
        with open_set(huis(request), wie(request), sleutel) as blik:
            beeld = setblad.beeld(blik)
            delen: dict[str, Any] = {
                "na_te_kijken": herkomst.na_te_kijken(blik),
                "buiten": bewindspersonen.buiten_in(blik),
                "genegeerd": bij_de_vraag.genegeerde_moties(blik),
                "afzonderlijk": groepen.wil_afzonderlijk(blik.vragenset),
                "afscherming": afscherming.van_set(blik),
                "bijdragen": bijdragen.van_set(blik),
                "rectificaties": rectificaties.van_set(blik),
                "overdrachten": overdracht.van_set(blik),
                "route": route.beeld(blik),
                "grootboek": grootboek.van(blik, beeld),
                "nu_van": bewindspersonen.verantwoordelijk_voor(blik),
            }
        vraagt_mensen = beeld.mag_toewijzen or beeld.mag_bijdrage_vragen
        directies, mensen = collegas.toewijsbaar(huis(request), wie(request)) if vraagt_mensen else ((), ())
        return pagina(
            request,
            "setpagina/set.html",
            beeld=beeld,
            directies=directies,
            mensen=mensen,
            kamers=tuple(Kamer),
            instrumenten=tuple(Instrument),
            terugredenen=tuple(Terugstuurreden),
            **delen,
        )

    @get("/vragensets/{sleutel:str}/gevonden", sync_to_thread=True, opt={"handeling": Handeling.EERDER_ZOEKEN})
    def gevonden(self, request: Verzoek, sleutel: FromPath[str]) -> Response[str]:
        """How many earlier answers lie ready for each question: a search each, so it comes when the page is there."""
        with lanes.SEARCH.turn():
            aantallen = met_wat_heel_is(
                huis(request), lambda: zie(grootboek.gevonden, huis(request), wie(request), sleutel)
            )
        return pagina(request, "setpagina/_gevonden.html", gevonden=aantallen)

    @get("/vragensets/{sleutel:str}/eerste-ronde", sync_to_thread=True, opt={"handeling": Handeling.EERDER_ZOEKEN})
    def toon_eerste_ronde(self, request: Verzoek, sleutel: FromPath[str], blad: FromQuery[str] = "") -> Response[str]:
        with lanes.SEARCH.turn():
            ronde = met_wat_heel_is(
                huis(request),
                lambda: zie(eerste_ronde.ronde, huis(request), wie(request), sleutel, bladnummer(blad)),
            )
        return pagina(
            request,
            "setpagina/eerste_ronde.html",
            ronde=ronde,
            mag_toewijzen=ronde.mag_toewijzen,
            in_opbouw=eerder.in_opbouw(huis(request)),
        )

    @post(
        "/vragensets/{sleutel:str}/ondertekening", sync_to_thread=True, opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN}
    )
    def zet_ondertekening(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        setblad.zet_ondertekening(
            huis(request),
            wie(request),
            sleutel,
            ondertekenaar=veld(request, "ondertekenaar"),
            mede_namens=veld(request, "mede_namens"),
            versie=gezien_versie(request),
        )
        return naar(f"/vragensets/{sleutel}")
