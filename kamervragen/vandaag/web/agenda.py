"""The agenda of a month, and the recesses that it counts with."""

from __future__ import annotations

from datetime import date
from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath, FromQuery

from kamervragen.beheer import recessen
from kamervragen.core.paging import PER_BLAD
from kamervragen.documents.writers import ical
from kamervragen.domain.papier import Papier
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.papieren import maken
from kamervragen.register import herberekening
from kamervragen.sets import termijnen, uitstel
from kamervragen.vandaag import abonnementen, agenda, ochtendbericht
from kamervragen.web.attachment import als_bijlage
from kamervragen.web.form import Verzoek, bladnummer, dag, gezien_versie, rij, veld
from kamervragen.web.page import huis, naar, pagina, wie


class Agenda(Controller):
    @get("/agenda", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def toon(
        self, request: Verzoek, maand: FromQuery[str] = "", directie: FromQuery[str] = "", van: FromQuery[str] = ""
    ) -> Response[str]:
        beeld = agenda.maand(
            huis(request),
            wie(request),
            begin=_maand(maand, huis(request).vandaag()),
            directie=directie,
            van=wie(request) if van == "mij" else None,
        )
        return pagina(
            request,
            "vandaag/agenda.html",
            agenda=beeld,
            directie=directie,
            mij=van == "mij",
            vandaag=huis(request).vandaag(),
            abonnementen=abonnementen.lijst(huis(request), wie(request)),
            basis=str(request.base_url).rstrip("/"),
            wordt_herberekend=herberekening.bezig(huis(request)),
        )

    @post("/agenda/abonnementen", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def abonneer(self, request: Verzoek) -> Response[Any]:
        abonnementen.maak(huis(request), wie(request), directie=veld(request, "directie"))
        return naar("/agenda#abonnementen")

    @post("/agenda/abonnementen/{abonnement_id:int}", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def trek_in(self, request: Verzoek, abonnement_id: FromPath[int]) -> Response[Any]:
        abonnementen.trek_in(huis(request), wie(request), rij(abonnement_id, "Dit abonnement"))
        return naar("/agenda#abonnementen")

    # A calendar has no login: the long key in the address stands for it, and ends with the subscription or the account.
    @get("/agenda/feed/{feed:str}", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def kalender(self, request: Verzoek, feed: FromPath[str]) -> Response[bytes]:
        data = abonnementen.kalender(huis(request), feed.removesuffix(".ics"), str(request.base_url).rstrip("/"))
        return Response(data, media_type=ical.TYPE)

    @get("/agenda/vrijdag", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def vrijdag(self, request: Verzoek, blad: FromQuery[str] = "") -> Response[str]:
        maandag, alle = agenda.vrijdaglijst(huis(request), wie(request))
        return pagina(
            request,
            "vandaag/vrijdag.html",
            maandag=maandag,
            blad=agenda.vrijdagblad(alle, bladnummer(blad)),
            redenen=uitstel.redenen(huis(request), wie(request)),
        )

    @get("/vandaag", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def vandaag(self, request: Verzoek) -> Response[str]:
        van = ochtendbericht.bericht(huis(request), wie(request))
        return pagina(
            request,
            "vandaag/vandaag.html",
            van=van,
            hoogstens=PER_BLAD,
            wordt_herberekend=herberekening.bezig(huis(request)),
        )

    @get("/recessen", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def recessen(self, request: Verzoek, bijgewerkt: FromQuery[str] = "") -> Response[str]:
        return pagina(
            request,
            "vandaag/recessen.html",
            rijen=recessen.lijst(huis(request), wie(request)),
            namen=recessen.NAMEN,
            mag_beheren=mag(wie(request).rollen, Handeling.KALENDER_BEHEREN),
            bijgewerkt=bijgewerkt == "ja",
        )

    @post("/recessen", sync_to_thread=True, opt={"handeling": Handeling.KALENDER_BEHEREN})
    def voeg_toe(self, request: Verzoek) -> Response[Any]:
        if veld(request, "stap") == "bekijken":
            gevolg = recessen.gevolg_van_toevoegen(
                huis(request),
                wie(request),
                naam=veld(request, "naam"),
                begin=dag(request, "begin"),
                einde=dag(request, "einde"),
                bron=veld(request, "bron"),
            )
            velden = {naam: veld(request, naam) for naam in ("naam", "begin", "einde", "bron")}
            return pagina(request, "vandaag/gevolg.html", gevolg=gevolg, velden=velden, pad_besluit="/recessen")
        recessen.voeg_toe(
            huis(request),
            wie(request),
            naam=veld(request, "naam"),
            begin=dag(request, "begin"),
            einde=dag(request, "einde"),
            bron=veld(request, "bron"),
        )
        return naar("/recessen?bijgewerkt=ja")

    @post("/recessen/{reces_id:int}/weg", sync_to_thread=True, opt={"handeling": Handeling.KALENDER_BEHEREN})
    def verwijder(self, request: Verzoek, reces_id: FromPath[int]) -> Response[Any]:
        id = rij(reces_id, "Dit reces")
        if veld(request, "stap") == "bekijken":
            gevolg = recessen.gevolg_van_weghalen(huis(request), wie(request), id)
            return pagina(request, "vandaag/gevolg.html", gevolg=gevolg, velden={}, pad_besluit=f"/recessen/{id}/weg")
        recessen.verwijder(huis(request), wie(request), id)
        return naar("/recessen?bijgewerkt=ja")

    @post("/vragensets/{sleutel:str}/uitstel", sync_to_thread=True, opt={"handeling": Handeling.UITSTEL_MELDEN})
    def meld_uitstel(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        uitstel.meld(
            huis(request),
            wie(request),
            sleutel,
            reden=veld(request, "reden"),
            toelichting=veld(request, "toelichting"),
            versie=gezien_versie(request),
        )
        return naar(f"/vragensets/{sleutel}#termijn")

    @get("/vragensets/{sleutel:str}/uitstel.docx", sync_to_thread=True, opt={"handeling": Handeling.EXPORTEREN})
    def uitstelbericht(self, request: Verzoek, sleutel: FromPath[str]) -> Response[bytes]:
        return als_bijlage(maken.maak(huis(request), wie(request), sleutel, Papier.UITSTEL))

    @post("/vragensets/{sleutel:str}/debat", sync_to_thread=True, opt={"handeling": Handeling.SET_HERSTELLEN})
    def zet_debat(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        termijnen.zet_debat(
            huis(request), wie(request), sleutel, debat=dag(request, "debat"), versie=gezien_versie(request)
        )
        return naar(f"/vragensets/{sleutel}")

    @post("/vragensets/{sleutel:str}/instrument", sync_to_thread=True, opt={"handeling": Handeling.SET_HERSTELLEN})
    def zet_instrument(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        termijnen.zet_instrument(
            huis(request),
            wie(request),
            sleutel,
            kamer=veld(request, "kamer"),
            instrument=veld(request, "instrument"),
            versie=gezien_versie(request),
        )
        return naar(f"/vragensets/{sleutel}#termijn")

    @post("/vragensets/{sleutel:str}/herinnering", sync_to_thread=True, opt={"handeling": Handeling.UITSTEL_MELDEN})
    def herinner(self, request: Verzoek, sleutel: FromPath[str]) -> Response[Any]:
        termijnen.herinner(
            huis(request),
            wie(request),
            sleutel,
            door=veld(request, "door"),
            dag=dag(request, "dag"),
            tekst=veld(request, "tekst"),
            versie=gezien_versie(request),
        )
        return naar(f"/vragensets/{sleutel}#verloop")


def _maand(tekst: str, vandaag: date) -> date:
    """The first day of '2026-07'; this month for anything else."""
    try:
        begin = date.fromisoformat(f"{tekst}-01")
    except ValueError:
        return vandaag.replace(day=1)
    return begin if 1990 <= begin.year <= 2100 else vandaag.replace(day=1)
