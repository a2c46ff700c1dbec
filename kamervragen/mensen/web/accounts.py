"""Accounts: one's own, and for their keeper everybody's."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from kamervragen.domain.rollen import Handeling, Rol
from kamervragen.mensen import accounts, eigen_account, vervanging
from kamervragen.mensen import post as postvak
from kamervragen.web import session
from kamervragen.web.form import Verzoek, dag, getal, gezien_versie, rij, veld
from kamervragen.web.page import huis, naar, pagina, wie

_ACCOUNT = "/accounts/{gebruiker_id:int}"
_DIT = "Dit account"
# Open to who has not set the second step that a role of his demands: what he needs to set it.
_ZONDER_STAP = {"handeling": Handeling.EIGEN_ACCOUNT, "zonder_stap": True}


class EigenAccount(Controller):
    @get("/account", sync_to_thread=True, opt=_ZONDER_STAP)
    def toon(self, request: Verzoek) -> Response[str]:
        return _eigen(request)

    @post("/account/wachtwoord", sync_to_thread=True, opt=_ZONDER_STAP)
    def wijzig_wachtwoord(self, request: Verzoek) -> Response[Any]:
        velden = request.state.velden
        eigen_account.wijzig_wachtwoord(
            huis(request),
            wie(request),
            oud=velden.get("oud", ""),
            nieuw=velden.get("nieuw", ""),
            herhaald=velden.get("herhaald", ""),
        )
        antwoord = naar("/account")
        antwoord.cookies.append(session.begin(huis(request), wie(request).gebruiker_id or 0))
        return antwoord

    @post("/account/tweestaps", sync_to_thread=True, opt=_ZONDER_STAP)
    def zet_tweestaps(self, request: Verzoek) -> Response[Any]:
        stap, wachtwoord = veld(request, "stap"), request.state.velden.get("wachtwoord", "")
        if stap == "begin":
            return _eigen(request, eigen_account.nieuwe_sleutel(wie(request)))
        if stap == "uit":
            eigen_account.zet_tweestaps_uit(huis(request), wie(request), wachtwoord=wachtwoord)
        else:
            eigen_account.zet_tweestaps_aan(
                huis(request),
                wie(request),
                geheim=veld(request, "geheim"),
                code=veld(request, "code"),
                wachtwoord=wachtwoord,
            )
        return naar("/account#tweestaps")

    @post("/account/afwezig", sync_to_thread=True, opt={"handeling": Handeling.EIGEN_ACCOUNT})
    def meld_afwezig(self, request: Verzoek) -> Response[Any]:
        vervanging.meld_afwezig(
            huis(request),
            wie(request),
            door_id=getal(request, "door"),
            grond=veld(request, "grond"),
            van=dag(request, "van"),
            tot=dag(request, "tot"),
        )
        return naar("/account#afwezig")

    @post("/account/afwezig/{vervanging_id:int}", sync_to_thread=True, opt={"handeling": Handeling.EIGEN_ACCOUNT})
    def kom_terug(self, request: Verzoek, vervanging_id: FromPath[int]) -> Response[Any]:
        vervanging.kom_terug(huis(request), wie(request), rij(vervanging_id, "Deze afwezigheid"))
        return naar("/account#afwezig")

    @get("/berichten", sync_to_thread=True, opt={"handeling": Handeling.EIGEN_ACCOUNT})
    def berichten(self, request: Verzoek) -> Response[str]:
        return pagina(request, "mensen/berichten.html", berichten=postvak.postvak(huis(request), wie(request)))


class Accounts(Controller):
    @get("/accounts", sync_to_thread=True, opt={"handeling": Handeling.GEBRUIKERS_BEHEREN})
    def lijst(self, request: Verzoek) -> Response[str]:
        regels, directies = accounts.lijst(huis(request), wie(request))
        return pagina(request, "mensen/accounts.html", regels=regels, directies=directies, rollen=tuple(Rol))

    @post("/accounts", sync_to_thread=True, opt={"handeling": Handeling.GEBRUIKERS_BEHEREN})
    def nodig_nieuw_uit(self, request: Verzoek) -> Response[Any]:
        id = accounts.nodig_nieuw_uit(
            huis(request),
            wie(request),
            inlognaam=veld(request, "inlognaam"),
            naam=veld(request, "naam"),
            mail=veld(request, "mail"),
            rol=veld(request, "rol"),
            directie_id=getal(request, "directie"),
        )
        return naar(f"/accounts/{id}")

    @get(_ACCOUNT, sync_to_thread=True, opt={"handeling": Handeling.GEBRUIKERS_BEHEREN})
    def toon(self, request: Verzoek, gebruiker_id: FromPath[int]) -> Response[str]:
        beeld = accounts.beeld(huis(request), wie(request), rij(gebruiker_id, _DIT))
        return pagina(request, "mensen/account.html", beeld=beeld, rollen=tuple(Rol), vandaag=huis(request).vandaag())

    @post(_ACCOUNT, sync_to_thread=True, opt={"handeling": Handeling.GEBRUIKERS_BEHEREN})
    def wijzig(self, request: Verzoek, gebruiker_id: FromPath[int]) -> Response[Any]:
        id, versie = rij(gebruiker_id, _DIT), gezien_versie(request)
        match veld(request, "stap"):
            case "sluiten":
                accounts.sluit(huis(request), wie(request), id, versie=versie)
            case "heropenen":
                accounts.heropen(huis(request), wie(request), id, versie=versie)
            case _:
                accounts.wijzig(
                    huis(request),
                    wie(request),
                    id,
                    naam=veld(request, "naam"),
                    mail=veld(request, "mail"),
                    versie=versie,
                )
        return naar(f"/accounts/{id}")

    @post(f"{_ACCOUNT}/uitnodiging", sync_to_thread=True, opt={"handeling": Handeling.GEBRUIKERS_BEHEREN})
    def nodig_uit(self, request: Verzoek, gebruiker_id: FromPath[int]) -> Response[Any]:
        accounts.nodig_uit(huis(request), wie(request), rij(gebruiker_id, _DIT))
        return naar(f"/accounts/{gebruiker_id}#uitnodiging")

    @post(f"{_ACCOUNT}/rollen", sync_to_thread=True, opt={"handeling": Handeling.GEBRUIKERS_BEHEREN})
    def geef_rol(self, request: Verzoek, gebruiker_id: FromPath[int]) -> Response[Any]:
        accounts.geef_rol(
            huis(request),
            wie(request),
            rij(gebruiker_id, _DIT),
            rol=veld(request, "rol"),
            directie_id=getal(request, "directie"),
            van=dag(request, "van"),
            tot=dag(request, "tot"),
        )
        return naar(f"/accounts/{gebruiker_id}#rollen")

    @post(
        f"{_ACCOUNT}/rollen/{{lidmaatschap_id:int}}",
        sync_to_thread=True,
        opt={"handeling": Handeling.GEBRUIKERS_BEHEREN},
    )
    def beeindig_rol(
        self, request: Verzoek, gebruiker_id: FromPath[int], lidmaatschap_id: FromPath[int]
    ) -> Response[Any]:
        accounts.beeindig_rol(
            huis(request),
            wie(request),
            rij(gebruiker_id, _DIT),
            rij(lidmaatschap_id, "Deze rol"),
            tot=dag(request, "tot"),
        )
        return naar(f"/accounts/{gebruiker_id}#rollen")

    @post("/directies", sync_to_thread=True, opt={"handeling": Handeling.GEBRUIKERS_BEHEREN})
    def bewaar_directie(self, request: Verzoek) -> Response[Any]:
        accounts.bewaar_directie(huis(request), wie(request), veld(request, "code"), veld(request, "naam"))
        return naar("/accounts#directies")


def _eigen(request: Verzoek, sleutel: eigen_account.Sleutel | None = None) -> Response[str]:
    afwezigheden, collegas = vervanging.afwezigheden(huis(request), wie(request))
    return pagina(
        request,
        "mensen/eigen.html",
        mens=eigen_account.toon(huis(request), wie(request)),
        sleutel=sleutel,
        afwezigheden=afwezigheden,
        collegas=collegas,
    )
