"""Documents come in through the browser: laid on the pile, looked at beside the original, mended, recorded."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from kamervragen.domain.errors import Fout, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.inname import stapel
from kamervragen.language.velden import VELDEN
from kamervragen.sets import invulhulp
from kamervragen.web.form import Verzoek, dag, gezien_versie, rij, veld
from kamervragen.web.page import huis, naar, pagina, wie

MAX_BODY = 60_000_000
_RECHT = {"handeling": Handeling.DOCUMENT_INNEMEN}
_GETYPT = ("zaaknummer", "ingezonden", "indieners", "gericht_aan", "onderwerp")
_OVER = ("herkomst", "van", "op", "tekst")
HERKOMSTEN = ("papier", "telefoon", "e-mail", "ministerie")


class Inname(Controller):
    @get("/inname", sync_to_thread=True, opt=_RECHT)
    def toon(self, request: Verzoek) -> Response[str]:
        return pagina(request, "inname/inname.html", stapel=stapel.stapel(huis(request), wie(request)))

    @get("/inname/lijst", sync_to_thread=True, opt=_RECHT)
    def lijst(self, request: Verzoek) -> Response[str]:
        return pagina(request, "inname/_stapel.html", stapel=stapel.stapel(huis(request), wie(request)))

    @post("/inname", sync_to_thread=True, request_max_body_size=MAX_BODY, opt=_RECHT | {"quarantaine": True})
    def leg_neer(self, request: Verzoek) -> Response[Any]:
        bestanden: list[tuple[str, bytes]] = request.state.bestanden
        if not bestanden:
            raise Ongeldig("Kies eerst een of meer bestanden.")
        stapel.leg_neer(huis(request), wie(request), bestanden)
        return naar("/inname")

    @post("/inname/alles", sync_to_thread=True, opt=_RECHT)
    def neem_alles_op(self, request: Verzoek) -> Response[Any]:
        stapel.neem_alles_op(huis(request), wie(request))
        return naar("/inname")

    @get("/inname/getypt", sync_to_thread=True, opt=_RECHT)
    def toon_getypt(self, request: Verzoek) -> Response[str]:
        return _getypt(request, dict.fromkeys((*_GETYPT, *_OVER), ""))

    @post("/inname/getypt", sync_to_thread=True, opt=_RECHT)
    def typ_over(self, request: Verzoek) -> Response[Any]:
        ingevuld = {naam: veld(request, naam) for naam in (*_GETYPT, *_OVER)}
        try:
            op = dag(request, "op")
            nummer = stapel.typ_over(
                huis(request),
                wie(request),
                ingevuld["tekst"],
                herkomst=ingevuld["herkomst"],
                van=ingevuld["van"],
                op=op,
                kop={naam: ingevuld[naam] for naam in _GETYPT if ingevuld[naam]},
            )
        except Ongeldig as fout:
            return _getypt(request, ingevuld, fout)
        return naar(f"/inname/{nummer}")

    @get("/inname/{inname_id:int}", sync_to_thread=True, opt=_RECHT)
    def bekijk(self, request: Verzoek, inname_id: FromPath[int]) -> Response[str]:
        return _stuk(request, rij(inname_id, "Dit stuk"))

    @post("/inname/{inname_id:int}", sync_to_thread=True, opt=_RECHT)
    def beslis(self, request: Verzoek, inname_id: FromPath[int]) -> Response[Any]:
        nummer, versie = rij(inname_id, "Dit stuk"), gezien_versie(request)
        doe = veld(request, "doe")
        if doe == "wegleggen":
            stapel.leg_weg(huis(request), wie(request), nummer, versie=versie)
            return naar("/inname")
        velden = {
            naam.removeprefix("veld-"): tekst
            for naam, tekst in request.state.velden.items()
            if naam.startswith("veld-")
        }
        try:
            versie = stapel.herstel(huis(request), wie(request), nummer, velden, versie=versie)
            if doe != "opnemen":
                return naar(f"/inname/{nummer}")
            keuze = request.state.velden.get("keuze")
            verslag = stapel.neem_op(huis(request), wie(request), nummer, keuze=keuze, versie=versie)
        except Ongeldig as fout:
            return _stuk(request, nummer, velden, fout)
        return naar(f"/vragensets/{verslag.sleutel}")


def _stuk(
    request: Verzoek, nummer: int, ingevuld: dict[str, str] | None = None, fout: Fout | None = None
) -> Response[str]:
    """A document beside its reading; after an error with what was typed, so that nothing is lost."""
    stuk = stapel.bekijk(huis(request), wie(request), nummer)
    return pagina(
        request,
        "inname/stuk.html",
        status=422 if fout else 200,
        stuk=stuk,
        soorten={n: v.soort for n, v in VELDEN.items()},
        velden=stuk.velden | (ingevuld or {}),
        fout=fout,
        aanvulling=invulhulp.namen(huis(request), wie(request)),
    )


def _getypt(request: Verzoek, ingevuld: dict[str, str], fout: Fout | None = None) -> Response[str]:
    return pagina(
        request,
        "inname/getypt.html",
        status=422 if fout else 200,
        ingevuld=ingevuld,
        fout=fout,
        herkomsten=HERKOMSTEN,
        aanvulling=invulhulp.namen(huis(request), wie(request)),
    )
