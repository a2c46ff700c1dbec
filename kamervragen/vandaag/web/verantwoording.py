"""Accounting: documents to take along, and the figures."""

from __future__ import annotations

from litestar import Controller, Response, get
from litestar.params import FromPath, FromQuery

from kamervragen.domain.errors import NietGevonden
from kamervragen.domain.periode import TWAALF, is_periode
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.register import registergegevens
from kamervragen.vandaag import cijfers, verantwoording
from kamervragen.vandaag.verantwoording import Vorm
from kamervragen.web.attachment import als_bijlage
from kamervragen.web.form import Verzoek
from kamervragen.web.page import huis, pagina, wie


class Verantwoording(Controller):
    @get("/verantwoording", sync_to_thread=True, opt={"handeling": Handeling.EXPORTEREN})
    def toon(self, request: Verzoek) -> Response[str]:
        ambten = verantwoording.ambten(huis(request), wie(request))
        return pagina(
            request,
            "vandaag/verantwoording.html",
            ambten=ambten,
            stille=registergegevens.stille(huis(request), wie(request)),
            mag_lijsten=mag(wie(request).rollen, Handeling.LIJST_INNEMEN),
        )

    @get("/verantwoording/{stuk:str}", sync_to_thread=True, opt={"handeling": Handeling.EXPORTEREN})
    def haal(self, request: Verzoek, stuk: FromPath[str], ambt: FromQuery[str] = "") -> Response[bytes]:
        """A document by its name and form: rappel.ods."""
        naam, _, vorm = stuk.partition(".")
        if vorm not in set(Vorm) or naam not in ("bijlage", "rappel", "stand"):
            raise NietGevonden("Dit stuk bestaat niet. Kies er een op de pagina Verantwoording.")
        if naam == "stand":
            return als_bijlage(verantwoording.stand(huis(request), wie(request), ambt, Vorm(vorm)))
        maak = verantwoording.rappel if naam == "rappel" else verantwoording.bijlage
        return als_bijlage(maak(huis(request), wie(request), Vorm(vorm)))

    @get("/cijfers", sync_to_thread=True, opt={"handeling": Handeling.SETS_ZIEN})
    def cijfers(self, request: Verzoek, periode: FromQuery[str] = "") -> Response[str]:
        welke = periode if is_periode(periode) else TWAALF
        return pagina(request, "vandaag/cijfers.html", cijfers=cijfers.bereken(huis(request), wie(request), welke))
