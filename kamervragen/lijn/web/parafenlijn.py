"""The parafenlijn of each directie, and who stands in for whom."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.parafenlijn import MEEST, Lijnsoort, Vervangsoort
from kamervragen.domain.rollen import Handeling
from kamervragen.lijn import parafenlijn
from kamervragen.lijn.parafenlijn import Stapinvoer
from kamervragen.mensen import vervanging
from kamervragen.web.form import Verzoek, dag, getal, rij, veld
from kamervragen.web.page import huis, naar, pagina, wie


class Parafenlijnen(Controller):
    @get("/parafenlijnen", sync_to_thread=True, opt={"handeling": Handeling.LIJN_BEHEREN})
    def toon(self, request: Verzoek) -> Response[str]:
        return pagina(
            request,
            "lijn/parafenlijnen.html",
            lijnen=parafenlijn.lijnen(huis(request), wie(request)),
            soorten=tuple(Lijnsoort),
            rollen=parafenlijn.PARAFANTEN,
            vervangsoorten=tuple(Vervangsoort),
        )

    @post("/parafenlijnen/{directie_id:int}", sync_to_thread=True, opt={"handeling": Handeling.LIJN_BEHEREN})
    def zet_lijn(self, request: Verzoek, directie_id: FromPath[int]) -> Response[Any]:
        stappen = [_stap(request, n) for n in range(MEEST + 2) if veld(request, f"naam-{n}")]
        parafenlijn.zet_lijn(huis(request), wie(request), rij(directie_id, "Deze directie"), stappen)
        return naar(f"/parafenlijnen#directie-{directie_id}")

    @post("/vervangingen", sync_to_thread=True, opt={"handeling": Handeling.LIJN_BEHEREN})
    def voeg_vervanging_toe(self, request: Verzoek) -> Response[Any]:
        vervanging.voeg_toe(
            huis(request),
            wie(request),
            gebruiker_id=getal(request, "wie"),
            door_id=getal(request, "door"),
            soort=veld(request, "soort"),
            grond=veld(request, "grond"),
            van=dag(request, "van"),
            tot=dag(request, "tot"),
        )
        return naar("/parafenlijnen#vervangingen")

    @post("/vervangingen/{vervanging_id:int}", sync_to_thread=True, opt={"handeling": Handeling.LIJN_BEHEREN})
    def beeindig_vervanging(self, request: Verzoek, vervanging_id: FromPath[int]) -> Response[Any]:
        vervanging.beeindig(huis(request), wie(request), rij(vervanging_id, "Deze vervanging"))
        return naar("/parafenlijnen#vervangingen")


def _stap(request: Verzoek, n: int) -> Stapinvoer:
    volgorde, werkdagen = getal(request, f"volgorde-{n}"), getal(request, f"werkdagen-{n}")
    if volgorde is None or werkdagen is None:
        raise Ongeldig("Geef elke stap een volgnummer en een aantal werkdagen.")
    return Stapinvoer(
        veld(request, f"naam-{n}"),
        volgorde,
        veld(request, f"soort-{n}"),
        veld(request, f"rol-{n}"),
        getal(request, f"persoon-{n}"),
        werkdagen,
    )
