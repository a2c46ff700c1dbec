"""Sets: the board, one set, and its steps."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath, FromQuery

from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import Terugstuurreden
from kamervragen.domain.uitstel import Uitstelreden
from kamervragen.domain.vragenset import Instrument, Kamer
from kamervragen.usecases import (
    afscherming,
    bewindspersonen,
    bij_de_vraag,
    bijdragen,
    collegas,
    eerste_ronde,
    groepen,
    overdracht,
    overname,
    passages,
    rectificaties,
    route,
    vragensets,
)
from kamervragen.web.pagina import Verzoek, getal, huis, is_htmx, naar, pagina, veld, wie

_TOON = {"open": True, "afgedaan": False, "alle": None}


class Vragensets(Controller):
    @get("/", sync_to_thread=False, opt={"handeling": Handeling.SETS_ZIEN})
    def begin(self) -> Response[Any]:
        return naar("/vragensets")

    @get("/vragensets", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def lijst(self, request: Verzoek, zoek: FromQuery[str] = "", toon: FromQuery[str] = "open") -> Response[str]:
        toon = toon if toon in _TOON else "open"
        regels = vragensets.bord(huis(request), wie(request), zoek=zoek, open_=_TOON[toon])
        naam = "vragensets/_lijst.html" if is_htmx(request) else "vragensets/lijst.html"
        aflopend = passages.mijn_aflopende(huis(request), wie(request))
        return pagina(request, naam, regels=regels, zoek=zoek, toon=toon, aflopend=aflopend)

    @get("/vragensets/{sleutel:str}", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def toon(self, request: Verzoek, sleutel: FromPath[str]) -> Response[str]:
        beeld = vragensets.beeld(huis(request), wie(request), sleutel)
        vraagt_mensen = beeld.mag_toewijzen or beeld.mag_bijdrage_vragen
        directies, mensen = collegas.toewijsbaar(huis(request), wie(request)) if vraagt_mensen else ((), ())
        return pagina(
            request, "vragensets/set.html", beeld=beeld, directies=directies, mensen=mensen,
            redenen=tuple(Uitstelreden), na_te_kijken=overname.na_te_kijken(huis(request), wie(request), sleutel),
            kamers=tuple(Kamer), instrumenten=tuple(Instrument),
            buiten=bewindspersonen.buiten_functie(huis(request), wie(request), sleutel),
            genegeerd=bij_de_vraag.genegeerde_moties(huis(request), wie(request), sleutel),
            afzonderlijk=groepen.wil_afzonderlijk(huis(request), wie(request), sleutel),
            afscherming=afscherming.van_set(huis(request), wie(request), sleutel),
            bijdragen=bijdragen.van_set(huis(request), wie(request), sleutel),
            rectificaties=rectificaties.van_set(huis(request), wie(request), sleutel),
            overdrachten=overdracht.van_set(huis(request), wie(request), sleutel),
            route=route.beeld(huis(request), wie(request), sleutel), terugredenen=tuple(Terugstuurreden),
            nu_van=bewindspersonen.verantwoordelijk(huis(request), wie(request), beeld.rij.ambt_id),
        )  # fmt: skip

    @get("/vragensets/{sleutel:str}/eerste-ronde", sync_to_thread=True, opt={"handeling": Handeling.EERDER_ZOEKEN})
    def toon_eerste_ronde(self, request: Verzoek, sleutel: FromPath[str]) -> Response[str]:
        ronde = eerste_ronde.ronde(huis(request), wie(request), sleutel)
        return pagina(request, "vragensets/eerste_ronde.html", ronde=ronde, mag_toewijzen=ronde.mag_toewijzen)

    @post(
        "/vragensets/{sleutel:str}/ondertekening", sync_to_thread=True, opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN}
    )
    def zet_ondertekening(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        vragensets.zet_ondertekening(
            huis(request), wie(request), sleutel, ondertekenaar=veld(request, "ondertekenaar"),
            mede_namens=veld(request, "mede_namens"), versie=getal(request, "versie") or 0,
        )  # fmt: skip
        return naar(f"/vragensets/{sleutel}")
