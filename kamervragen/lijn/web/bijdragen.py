"""Contributions: asked on the page of a set, given with an account or through a link, decided beside the question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from kamervragen.core.actor import Wie
from kamervragen.domain.errors import Fout, NietToegestaan, Ongeldig, TeGroot, Verouderd
from kamervragen.domain.rollen import Handeling
from kamervragen.lijn import bijdragelevering, bijdragen
from kamervragen.lijn.bijdragen import Gevraagde
from kamervragen.web import session
from kamervragen.web.attachment import als_bijlage
from kamervragen.web.form import Verzoek, dag, gekozen, getal, gezien_versie, rij, veld
from kamervragen.web.guest import met_token
from kamervragen.web.page import huis, naar, wie

_SET = "/vragensets/{sleutel:str}/bijdragen"
_VRAAG = "/vragensets/{sleutel:str}/vragen/{label:str}/bijdragen/{bijdrage_id:int}"
_EIGEN = "/bijdragen/{verzoek_id:int}"
_LINK = "/bijdrage/{koppeling:str}"
_DIT = "Dit verzoek"


class Bijdragen(Controller):
    @post(_SET, sync_to_thread=True, opt={"handeling": Handeling.BIJDRAGE_VRAGEN})
    def vraag(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        aan = Gevraagde(
            getal(request, "collega"), getal(request, "directie"), veld(request, "naam"), veld(request, "mail")
        )
        bijdragen.vraag(
            huis(request),
            wie(request),
            sleutel,
            aan,
            labels=gekozen(request, "vraag-"),
            gevraagd=veld(request, "gevraagd"),
            uiterlijk=dag(request, "uiterlijk"),
            met_concept=bool(veld(request, "concept")),
            versie=gezien_versie(request),
        )
        return naar(f"/vragensets/{sleutel}#bijdragen")

    @post(f"{_SET}/{{verzoek_id:int}}", sync_to_thread=True, opt={"handeling": Handeling.BIJDRAGE_VRAGEN})
    def wijzig(self, request: Verzoek, sleutel: FromPath[str], verzoek_id: FromPath[int]) -> Response[Any]:
        id = rij(verzoek_id, _DIT)
        if veld(request, "stap") == "herinneren":
            bijdragen.herinner(huis(request), wie(request), sleutel, id)
        else:
            bijdragen.trek_in(huis(request), wie(request), sleutel, id, versie=gezien_versie(request))
        return naar(f"/vragensets/{sleutel}#bijdragen")

    @post(_VRAAG, sync_to_thread=True, opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN})
    def beslis(
        self, request: Verzoek, sleutel: FromPath[str], label: FromPath[str], bijdrage_id: FromPath[int]
    ) -> Response[Any]:
        id, versie = rij(bijdrage_id, "Deze bijdrage"), gezien_versie(request)
        if veld(request, "besluit") == "overgenomen":
            bijdragen.neem_over(
                huis(request), wie(request), sleutel, label, id, versie=versie, antwoord=getal(request, "antwoord") or 0
            )
        else:
            bijdragen.wijs_af(huis(request), wie(request), sleutel, label, id, versie=versie)
        return naar(f"/vragensets/{sleutel}/vragen/{label}")

    @get(_EIGEN, sync_to_thread=True, opt={"handeling": Handeling.BIJDRAGE_LEVEREN})
    def toon(self, request: Verzoek, verzoek_id: FromPath[int]) -> Response[Any]:
        return _toon(request, wie(request), rij(verzoek_id, _DIT))

    @post(_EIGEN, sync_to_thread=True, opt={"handeling": Handeling.BIJDRAGE_LEVEREN})
    def lever(self, request: Verzoek, verzoek_id: FromPath[int]) -> Response[Any]:
        return _neem_aan(request, wie(request), rij(verzoek_id, _DIT))

    @get(f"{_EIGEN}/formulier.docx", sync_to_thread=True, opt={"handeling": Handeling.BIJDRAGE_LEVEREN})
    def formulier(self, request: Verzoek, verzoek_id: FromPath[int]) -> Response[bytes]:
        return als_bijlage(bijdragelevering.formulier(huis(request), wie(request), rij(verzoek_id, _DIT)))


class Gastbijdragen(Controller):
    """The same page for who has a link and no account."""

    @get(_LINK, sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def toon(self, request: Verzoek, koppeling: FromPath[str]) -> Response[Any]:
        gast = _gast(request, koppeling)
        return _toon(request, gast.wie, gast.verzoek_id, gast=True)

    @post(_LINK, sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def lever(self, request: Verzoek, koppeling: FromPath[str]) -> Response[Any]:
        gast = _gast(request, koppeling)
        return _neem_aan(request, gast.wie, gast.verzoek_id, gast=True)

    @get(f"{_LINK}/formulier.docx", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def formulier(self, request: Verzoek, koppeling: FromPath[str]) -> Response[bytes]:
        gast = _gast(request, koppeling)
        return als_bijlage(bijdragelevering.formulier(huis(request), gast.wie, gast.verzoek_id))


def _gast(request: Request[Any, Any, Any], koppeling: str) -> bijdragelevering.Gast:
    return bijdragelevering.gast(huis(request), koppeling, session.oorsprong_van(request))


def _neem_aan(request: Request[Any, Any, Any], door: Wie, verzoek_id: int, *, gast: bool = False) -> Response[Any]:
    """What was sent: a refusal, a file or texts. What cannot be taken comes back with what was typed."""
    auteur = veld(request, "auteur") if gast else ""
    teksten = {label: veld(request, f"tekst-{label}") for label in gekozen(request, "tekst-")}
    try:
        if gast and not auteur:
            raise Ongeldig("Vul uw naam in; de opsteller ziet zo van wie de bijdrage komt.")
        if veld(request, "stap") == "weigeren":
            bijdragelevering.weiger(
                huis(request),
                door,
                verzoek_id,
                reden=veld(request, "reden"),
                auteur=auteur,
                versie=gezien_versie(request),
            )
        elif request.state.bestanden:
            if any(teksten.values()) and not bijdragelevering.staat_er_al(huis(request), door, verzoek_id, teksten):
                raise Ongeldig("U schreef ook op het scherm. Lever eerst die tekst, en stuur daarna het bestand.")
            naam, data = request.state.bestanden[0]
            bijdragelevering.lever_document(huis(request), door, verzoek_id, data, naam, auteur=auteur)
        else:
            bijdragelevering.lever(
                huis(request),
                door,
                verzoek_id,
                teksten,
                toelichting=veld(request, "toelichting"),
                auteur=auteur,
                versie=getal(request, "versie"),
            )
    except (Ongeldig, TeGroot, NietToegestaan, Verouderd) as fout:
        return _toon(request, door, verzoek_id, gast=gast, fout=fout, getypt=teksten)
    return naar(request.url.path)


def _toon(
    request: Request[Any, Any, Any],
    door: Wie,
    verzoek_id: int,
    *,
    gast: bool = False,
    fout: Fout | None = None,
    getypt: Mapping[str, str] | None = None,
) -> Response[Any]:
    gevraagd = bijdragelevering.toon(huis(request), door, verzoek_id)
    return met_token(
        request,
        "lijn/leveren.html",
        houd=True,
        status=422 if fout else 200,
        g=gevraagd,
        gast=gast,
        fout=fout,
        getypt=getypt or {},
        velden=request.state.velden if fout else {},
    )
