"""The search page, the page of a number, and saved searches with their feeds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath, FromQuery

from kamervragen import lanes
from kamervragen.domain.rollen import Handeling
from kamervragen.hergebruik import archief
from kamervragen.hergebruik import eerder as hergebruik
from kamervragen.hergebruik.archief import FACETTEN, Vraag
from kamervragen.hergebruik.eerder import Eerder
from kamervragen.hergebruik.indexwerk import met_wat_heel_is
from kamervragen.web.form import Verzoek, rij, veld
from kamervragen.web.page import huis, is_htmx, naar, omgeving, pagina, wie

_HELE_VRAAG = 7  # words from which on what was typed is taken for a question to answer
# XML has no place for these, and a text out of Word or PDF may hold them.
_ONTEKENS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_ATOM = "application/atom+xml; charset=utf-8"


class Hergebruik(Controller):
    @get("/zoeken", sync_to_thread=True, opt={"handeling": Handeling.EERDER_ZOEKEN})
    def zoek(self, request: Request[Any, Any, Any], vraag: FromQuery[str] = "") -> Response[Any]:
        gesteld = _vraag(request, vraag)
        heel = len(gesteld.tekst.split()) >= _HELE_VRAAG and '"' not in gesteld.tekst

        def gezocht() -> tuple[archief.Gevonden, list[Eerder]]:
            gevonden = archief.zoek(huis(request), wie(request), gesteld)
            if gevonden.naar or not heel:
                return gevonden, []
            return gevonden, hergebruik.zoek(huis(request), wie(request), gesteld.tekst, aantal=10)

        with lanes.SEARCH.turn():
            gevonden, eerder = met_wat_heel_is(huis(request), gezocht)
        if gevonden.naar:
            return naar(gevonden.naar)
        naam = "hergebruik/_treffers.html" if is_htmx(request) else "hergebruik/zoeken.html"
        return pagina(
            request,
            naam,
            gevonden=gevonden,
            vraag=gesteld,
            eerder=eerder,
            facetten=FACETTEN,
            bewaarde=archief.bewaarde(huis(request), wie(request)),
        )

    @get("/nummers/{nummer:str}", sync_to_thread=True, opt={"handeling": Handeling.EERDER_ZOEKEN})
    def nummer(self, request: Verzoek, nummer: FromPath[str]) -> Response[str]:
        return pagina(
            request,
            "hergebruik/nummer.html",
            blad=met_wat_heel_is(huis(request), lambda: archief.nummer(huis(request), wie(request), nummer)),
        )

    @post("/zoeken/bewaard", sync_to_thread=True, opt={"handeling": Handeling.EERDER_ZOEKEN})
    def bewaar(self, request: Verzoek) -> Response[Any]:
        gesteld = _uit_velden(request.state.velden)
        archief.bewaar(huis(request), wie(request), veld(request, "naam"), gesteld)
        return naar(gesteld.adres())

    @post("/zoeken/bewaard/{zoekopdracht_id:int}", sync_to_thread=True, opt={"handeling": Handeling.EERDER_ZOEKEN})
    def verwijder(self, request: Verzoek, zoekopdracht_id: FromPath[int]) -> Response[Any]:
        archief.verwijder(huis(request), wie(request), rij(zoekopdracht_id, "Deze zoekopdracht"))
        return naar("/zoeken")

    # A feed reader has no login: the long key in the address stands for it, and ends with the search or the account.
    @get("/zoeken/feed/{feed:str}", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def feed(self, request: Verzoek, feed: FromPath[str]) -> Response[str]:
        opdracht, eigenaar = archief.van_sleutel(huis(request), feed)
        gesteld = replace(archief.uit_adres(opdracht.vraag), op_datum=True)  # a reader wants what is new
        gevonden = archief.zoek(huis(request), eigenaar, gesteld)
        af = [
            vondst for vondst in gevonden.vondsten if not vondst.bron.get("concept")
        ]  # no draft leaves without a login
        xml = (
            omgeving()
            .get_template("hergebruik/feed.xml")
            .render(opdracht=opdracht, vondsten=af, basis=str(request.base_url).rstrip("/"), basisdag=opdracht.moment)
        )
        return Response(_ONTEKENS.sub(" ", xml), media_type=_ATOM)


def _vraag(request: Request[Any, Any, Any], tekst: str) -> Vraag:
    return _uit_velden(
        {**{naam: request.query_params.get(naam, "") for naam in (*FACETTEN, "volgorde", "blad")}, "vraag": tekst}
    )


def _uit_velden(velden: dict[str, str]) -> Vraag:
    blad = velden.get("blad", "")
    return Vraag(
        velden.get("vraag", "").strip()[:5000],
        tuple((naam, velden[naam][:200]) for naam in FACETTEN if velden.get(naam)),
        velden.get("volgorde") == "datum",
        int(blad) if blad.isdecimal() and 0 < len(blad) < 4 and int(blad) > 0 else 1,
    )
