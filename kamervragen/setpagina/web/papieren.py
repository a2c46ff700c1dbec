"""The papers of a set: documents to fetch, what goes along with them, and what ends a set without answers."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from kamervragen.documents.packing.omzetten import Traag, Vorm
from kamervragen.domain.bijlage import Bijlagesoort
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.papier import Papier
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.papieren import bijlagen, karweien, maken, sjablonen, terugkeer
from kamervragen.setpagina import archiefpakket, setblad, zending
from kamervragen.sets import afdoening
from kamervragen.sets.blik import open_set
from kamervragen.web.attachment import als_bijlage
from kamervragen.web.form import Verzoek, dag, getal, gezien_versie, rij, veld
from kamervragen.web.page import EEN_BESTAND, huis, naar, pagina, wie

_SET = "/vragensets/{sleutel:str}"
_BIJLAGE = f"{_SET}/bijlagen/{{document_id:int}}"
_DIT = "Deze bijlage"


class Papieren(Controller):
    @get(f"{_SET}/papieren", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def toon(self, request: Verzoek, sleutel: FromPath[str]) -> Response[str]:
        with open_set(huis(request), wie(request), sleutel) as blik:
            delen: dict[str, Any] = {
                "beeld": setblad.beeld(blik),
                "papieren": maken.lijst(blik),
                "bijlagen": bijlagen.van_set(blik),
                "terug": terugkeer.van_set(blik),
            }
        return pagina(
            request,
            "setpagina/papieren.html",
            soorten=tuple(Bijlagesoort),
            wijzen=afdoening.WIJZEN,
            mag_archiveren=mag(blik.wie.rollen, Handeling.ARCHIVEREN),
            mag_delen=archiefpakket.deelbaar(blik.status),
            mag_afdoen=blik.mag(Handeling.AFDOEN),
            mag_zenden=blik.status in zending.KLAAR,
            mag_bevestigen=blik.mag(Handeling.ONTVANGST_MELDEN),
            **delen,
        )

    @get(f"{_SET}/papieren/{{papier:str}}", sync_to_thread=True, opt={"handeling": Handeling.EXPORTEREN})
    def haal(self, request: Verzoek, sleutel: FromPath[str], papier: FromPath[str]) -> Response[Any]:
        """A document by its name and form: brief.pdf. What takes longer than one waits for shows how far it is."""
        naam, _, vorm = papier.partition(".")
        if naam not in {p.value for p in Papier} or vorm not in {v.value for v in Vorm}:
            raise NietGevonden("Dit document is er niet. Kies een document op de pagina met papieren.")
        gevraagd = Papier(naam), Vorm(vorm)
        try:
            return als_bijlage(maken.maak(huis(request), wie(request), sleutel, *gevraagd, wachtend=True))
        except Traag:
            return naar(f"/karweien/{karweien.zet_om(huis(request), wie(request), sleutel, *gevraagd)}")

    @get(f"{_SET}/archief.zip", sync_to_thread=True, opt={"handeling": Handeling.ARCHIVEREN})
    def archief(self, request: Verzoek, sleutel: FromPath[str]) -> Response[bytes]:
        return als_bijlage(archiefpakket.archief(huis(request), wie(request), sleutel))

    @get(f"{_SET}/zending.zip", sync_to_thread=True, opt={"handeling": Handeling.EXPORTEREN})
    def zending(self, request: Verzoek, sleutel: FromPath[str]) -> Response[bytes]:
        return als_bijlage(zending.pakket(huis(request), wie(request), sleutel))

    @post(f"{_SET}/ontvangst", sync_to_thread=True, opt={"handeling": Handeling.ONTVANGST_MELDEN})
    def bevestig_ontvangst(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        zending.bevestig_ontvangst(
            huis(request), wie(request), sleutel, dag=dag(request, "dag"), versie=gezien_versie(request)
        )
        return naar(f"/vragensets/{sleutel}")

    @get(f"{_SET}/openbaar.zip", sync_to_thread=True, opt={"handeling": Handeling.EXPORTEREN})
    def openbaar(self, request: Verzoek, sleutel: FromPath[str]) -> Response[bytes]:
        return als_bijlage(archiefpakket.openbaar(huis(request), wie(request), sleutel))

    @post(
        f"{_SET}/bijlagen",
        sync_to_thread=True,
        opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN},
        request_max_body_size=EEN_BESTAND,
    )
    def voeg_toe(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        if len(request.state.bestanden) != 1:
            raise Ongeldig("Kies het bestand van de bijlage.")
        naam, data = request.state.bestanden[0]
        bijlagen.voeg_toe(
            huis(request),
            wie(request),
            sleutel,
            data,
            naam,
            soort=veld(request, "soort"),
            titel=veld(request, "titel"),
            kenmerk=veld(request, "kenmerk"),
        )
        return naar(f"/vragensets/{sleutel}/papieren#bijlagen")

    @get(f"{_BIJLAGE}/bestand", sync_to_thread=True, opt={"handeling": Handeling.EXPORTEREN})
    def haal_bijlage(self, request: Verzoek, sleutel: FromPath[str], document_id: FromPath[int]) -> Response[bytes]:
        return als_bijlage(bijlagen.haal_op(huis(request), wie(request), sleutel, rij(document_id, _DIT)))

    @post(_BIJLAGE, sync_to_thread=True, opt={"handeling": Handeling.ANTWOORD_SCHRIJVEN})
    def wijzig(self, request: Verzoek, sleutel: FromPath[str], document_id: FromPath[int]) -> Response[Any]:
        id, stap = rij(document_id, _DIT), veld(request, "stap")
        if stap in ("weg", "terug"):
            bijlagen.haal_weg(huis(request), wie(request), sleutel, id, terug=stap == "terug")
        else:
            bijlagen.wijzig(
                huis(request),
                wie(request),
                sleutel,
                id,
                titel=veld(request, "titel"),
                soort=veld(request, "soort"),
                kenmerk=veld(request, "kenmerk"),
                plaats=getal(request, "plaats") or 1,
                versie=gezien_versie(request),
            )
        return naar(f"/vragensets/{sleutel}/papieren#bijlagen")

    @post(f"{_SET}/dms-kenmerk", sync_to_thread=True, opt={"handeling": Handeling.SET_HERSTELLEN})
    def zet_kenmerk(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        bijlagen.zet_kenmerk(huis(request), wie(request), sleutel, veld(request, "kenmerk"))
        return naar(f"/vragensets/{sleutel}/papieren#kenmerk")

    @post(f"{_SET}/afdoening", sync_to_thread=True, opt={"handeling": Handeling.AFDOEN})
    def doe_af(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        afdoening.doe_af(
            huis(request),
            wie(request),
            sleutel,
            hoe=veld(request, "hoe"),
            dag=dag(request, "dag"),
            toelichting=veld(request, "toelichting"),
            versie=gezien_versie(request),
        )
        return naar(f"/vragensets/{sleutel}/papieren")

    @get("/sjablonen", sync_to_thread=True, opt={"handeling": Handeling.LIJN_BEHEREN})
    def sjablonen(self, request: Verzoek) -> Response[str]:
        return pagina(request, "setpagina/sjablonen.html", sjablonen=sjablonen.alle(huis(request), wie(request)))
