"""Lists of people's own come in: laid down, columns chosen, tried, taken in."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from kamervragen.documents.writers.lijst import Lijstsoort
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.lijsten import lijstinname
from kamervragen.lijsten.lijstvelden import Lijst
from kamervragen.web.attachment import als_bijlage
from kamervragen.web.form import Verzoek, gekozen, getal, rij, veld
from kamervragen.web.page import huis, naar, pagina, wie

MAX_BODY = 30_000_000
_RECHT = {"handeling": Handeling.LIJST_INNEMEN}


class Lijstinname(Controller):
    @get("/lijstinname", sync_to_thread=True, opt=_RECHT)
    def toon(self, request: Verzoek) -> Response[str]:
        return pagina(request, "lijsten/neerleggen.html", soorten=tuple(Lijst))

    @post("/lijstinname", sync_to_thread=True, request_max_body_size=MAX_BODY, opt=_RECHT)
    def leg_neer(self, request: Verzoek) -> Response[Any]:
        bestanden: list[tuple[str, bytes]] = request.state.bestanden
        if len(bestanden) != 1:
            raise Ongeldig("Kies één bestand.")
        naam, data = bestanden[0]
        return naar(
            f"/lijstinname/{lijstinname.leg_neer(huis(request), wie(request), veld(request, 'soort'), naam, data)}"
        )

    @get("/lijstinname/{lijst_id:int}", sync_to_thread=True, opt=_RECHT)
    def bekijk(self, request: Verzoek, lijst_id: FromPath[int]) -> Response[str]:
        beeld = lijstinname.bekijk(huis(request), wie(request), rij(lijst_id, "Deze lijst"))
        return pagina(request, "lijsten/lijst.html", beeld=beeld)

    @post("/lijstinname/{lijst_id:int}", sync_to_thread=True, opt=_RECHT)
    def verwerk(self, request: Verzoek, lijst_id: FromPath[int]) -> Response[Any]:
        id = rij(lijst_id, "Deze lijst")
        velden = {
            naam.replace("_", " "): plaats
            for naam in gekozen(request, "kolom-")
            if (plaats := getal(request, f"kolom-{naam}")) is not None
        }
        if veld(request, "stap") == "innemen":
            lijstinname.neem_in(huis(request), wie(request), id, velden)
            return naar(f"/lijstinname/{id}")
        beeld = lijstinname.bekijk(huis(request), wie(request), id, velden)
        return pagina(request, "lijsten/lijst.html", beeld=beeld)

    @get("/lijstinname/{lijst_id:int}/{uitval:str}", sync_to_thread=True, opt=_RECHT)
    def geweigerd(self, request: Verzoek, lijst_id: FromPath[int], uitval: FromPath[str]) -> Response[bytes]:
        naam, _, soort = uitval.partition(".")
        if naam != "geweigerd" or soort not in set(Lijstsoort):
            raise NietGevonden("De geweigerde rijen zijn er als .xlsx, .ods en .csv. Kies een van die drie.")
        id = rij(lijst_id, "Deze lijst")
        return als_bijlage(lijstinname.geweigerd(huis(request), wie(request), id, Lijstsoort(soort)))
