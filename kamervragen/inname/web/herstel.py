"""Mending the fields of a set, and the numbers of its questions."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from kamervragen.domain.errors import Fout, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.inname import hernummering, herstel
from kamervragen.language.velden import VELDEN
from kamervragen.sets import invulhulp
from kamervragen.web.form import Verzoek, gekozen, gezien_versie, veld
from kamervragen.web.page import huis, naar, pagina, wie

_PAD = "/vragensets/{sleutel:str}/gegevens"


class Herstel(Controller):
    @get(_PAD, sync_to_thread=True, opt={"handeling": Handeling.SET_HERSTELLEN})
    def toon(self, request: Verzoek, sleutel: FromPath[str]) -> Response[str]:
        return _formulier(request, sleutel, {})

    @post(_PAD, sync_to_thread=True, opt={"handeling": Handeling.SET_HERSTELLEN})
    def herstel(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        velden = {
            naam.removeprefix("veld-"): tekst
            for naam, tekst in request.state.velden.items()
            if naam.startswith("veld-")
        }
        try:
            herstel.herstel(huis(request), wie(request), sleutel, velden, versie=gezien_versie(request))
        except Ongeldig as fout:
            return _formulier(request, sleutel, velden, fout)
        return naar(f"/vragensets/{sleutel}")

    @post("/vragensets/{sleutel:str}/nummers", sync_to_thread=True, opt={"handeling": Handeling.SET_HERSTELLEN})
    def hernummer(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        nieuw = {label: veld(request, f"nummer-{label}") for label in gekozen(request, "nummer-")}
        try:
            hernummering.hernummer(huis(request), wie(request), sleutel, nieuw, versie=gezien_versie(request))
        except Ongeldig as fout:
            return _formulier(request, sleutel, {}, fout)
        return naar(f"/vragensets/{sleutel}")


def _formulier(request: Verzoek, sleutel: str, ingevuld: dict[str, str], fout: Fout | None = None) -> Response[str]:
    """The fields of a set; after an error with what was typed."""
    gelezen = herstel.velden(huis(request), wie(request), sleutel)
    return pagina(
        request,
        "inname/gegevens.html",
        status=422 if fout else 200,
        gelezen=gelezen,
        fout=fout,
        velden=gelezen.waarden | ingevuld,
        soorten={naam: veld.soort for naam, veld in VELDEN.items()},
        aanvulling=invulhulp.namen(huis(request), wie(request)),
    )
