"""Getting in and out: by password, a second step where one is set, an invitation, or a link that brings one to a page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.mensen import eigen_account, gebruikers, koppelingen
from kamervragen.web import session
from kamervragen.web.form import veld
from kamervragen.web.guest import met_token
from kamervragen.web.page import huis, naar, pagina

_BEGIN = "/werk"
_TOESTEL = timedelta(days=180)
_TOESTELCOOKIE = "__Host-toestel"
_KAART = timedelta(minutes=5)  # between the password and the code


class Inloggen(Controller):
    @get("/inloggen", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def toon(self, request: Request[Any, Any, Any]) -> Response[Any]:
        return naar(_BEGIN) if request.state.get("wie") is not None else _formulier(request)

    @post("/inloggen", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def log_in(self, request: Request[Any, Any, Any]) -> Response[Any]:
        naam, verder = veld(request, "inlognaam"), veld(request, "verder")
        wachtwoord = request.state.velden.get("wachtwoord", "")
        try:
            gebruiker = gebruikers.log_in(
                huis(request), naam, wachtwoord, session.oorsprong_van(request), toestel=_toestel_van(request)
            )
        except NietToegestaan as fout:
            return pagina(request, "mensen/inloggen.html", status=403, bericht=fout, inlognaam=naam, verder=verder)
        if gebruiker.tweestaps:
            kaart = koppelingen.maak_los(huis(request), koppelingen.Soort.TWEEDE_STAP, {"id": gebruiker.id}, _KAART)
            return pagina(request, "mensen/code.html", bericht="", kaart=kaart, verder=verder)
        return _binnen(request, gebruiker.id, verder)

    @post("/inloggen/code", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def geef_code(self, request: Request[Any, Any, Any]) -> Response[Any]:
        kaart, verder = veld(request, "kaart"), veld(request, "verder")
        try:
            id = koppelingen.lees(huis(request), koppelingen.Soort.TWEEDE_STAP, kaart)["id"]
        except NietGevonden:
            return naar("/inloggen")
        try:
            gebruiker = gebruikers.tweede_stap(huis(request), id, veld(request, "code"), session.oorsprong_van(request))
        except NietToegestaan as fout:
            return pagina(request, "mensen/code.html", status=403, bericht=fout, kaart=kaart, verder=verder)
        return _binnen(request, gebruiker.id, verder)

    @post("/uitloggen", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def log_uit(self, request: Request[Any, Any, Any]) -> Response[Any]:
        antwoord = naar("/inloggen")
        antwoord.cookies.append(session.eindig(huis(request), request.cookies.get(session.COOKIE)))
        antwoord.headers["Clear-Site-Data"] = '"cache", "storage"'
        return antwoord

    # A link from a message: it brings to a page, and asks to log in first.
    @get("/koppeling/{koppeling:str}", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def volg(self, request: Request[Any, Any, Any], koppeling: FromPath[str]) -> Response[Any]:
        wie = request.state.get("wie")
        pad = koppelingen.pagina_van(huis(request), koppeling, wie.gebruiker_id if wie else None)
        return naar(pad) if wie else _formulier(request, koppeling)

    @get("/uitnodiging/{koppeling:str}", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def toon_uitnodiging(self, request: Request[Any, Any, Any], koppeling: FromPath[str]) -> Response[Any]:
        mens = eigen_account.uitgenodigde(huis(request), koppeling)
        return met_token(request, "mensen/uitnodiging.html", bericht="", mens=mens, koppeling=koppeling)

    @post("/uitnodiging/{koppeling:str}", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def aanvaard_uitnodiging(self, request: Request[Any, Any, Any], koppeling: FromPath[str]) -> Response[Any]:
        mens = eigen_account.uitgenodigde(huis(request), koppeling)
        velden = request.state.velden
        try:
            eigen_account.aanvaard_uitnodiging(
                huis(request),
                koppeling,
                wachtwoord=velden.get("wachtwoord", ""),
                herhaald=velden.get("herhaald", ""),
                oorsprong=session.oorsprong_van(request),
            )
        except Ongeldig as fout:
            return pagina(request, "mensen/uitnodiging.html", status=422, bericht=fout, mens=mens, koppeling=koppeling)
        return naar("/inloggen")


def _formulier(request: Request[Any, Any, Any], verder: str = "") -> Response[Any]:
    return met_token(request, "mensen/inloggen.html", bericht="", inlognaam="", verder=verder)


def _binnen(request: Request[Any, Any, Any], gebruiker_id: int, verder: str) -> Response[Any]:
    """A new session; then the page a link asked for, else the first one."""
    session.eindig(huis(request), request.cookies.get(session.COOKIE))
    try:
        pad = koppelingen.pagina_van(huis(request), verder, gebruiker_id) if verder else _BEGIN
    except NietGevonden:
        pad = _BEGIN
    antwoord = naar(pad)
    antwoord.cookies.append(session.begin(huis(request), gebruiker_id))
    toestel = koppelingen.maak_los(huis(request), koppelingen.Soort.TOESTEL, {"id": gebruiker_id}, _TOESTEL)
    antwoord.cookies.append(session.cookie(_TOESTELCOOKIE, toestel, leeftijd=int(_TOESTEL.total_seconds())))
    return antwoord


def _toestel_van(request: Request[Any, Any, Any]) -> int | None:
    """Whose browser this is known to be: it says nothing of who may come in."""
    try:
        id: int = koppelingen.lees(huis(request), koppelingen.Soort.TOESTEL, request.cookies.get(_TOESTELCOOKIE, ""))[
            "id"
        ]
    except NietGevonden:
        return None
    return id
