"""About the program itself: its components, for whom it works, and the language of its screens."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from litestar import Controller, Response, get
from litestar.datastructures import Cookie
from litestar.params import FromPath

from kamervragen.beheer import stijl
from kamervragen.catalogue import TALEN
from kamervragen.domain.errors import NietGevonden
from kamervragen.domain.rollen import Handeling
from kamervragen.web.form import Verzoek, eigen_pad
from kamervragen.web.page import TAALCOOKIE, huis, naar, pagina

_JAAR = 365 * 24 * 3600


class Over(Controller):
    @get("/stijl", sync_to_thread=True, opt={"handeling": Handeling.EIGEN_ACCOUNT})
    def stijl(self, request: Verzoek) -> Response[str]:
        return pagina(
            request,
            "beheer/stijl.html",
            balken=stijl.balken(huis(request).vandaag()),
            noten=stijl.NOTEN,
            blad=stijl.BLAD,
        )

    @get("/toegankelijkheid", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def toegankelijkheid(self, request: Verzoek) -> Response[str]:
        return pagina(request, "beheer/toegankelijkheid.html")

    @get("/taal/{taal:str}", sync_to_thread=True, opt={"handeling": Handeling.INLOGGEN})
    def kies_taal(self, request: Verzoek, taal: FromPath[str]) -> Response[Any]:
        """The screens of this browser in another language: nothing is changed that anyone else sees."""
        if taal not in TALEN:
            raise NietGevonden("In deze taal zijn de schermen er niet. Kies Nederlands of English.")
        weg = naar(_vorige(request))
        weg.cookies.append(
            Cookie(key=TAALCOOKIE, value=taal, path="/", secure=True, httponly=True, samesite="lax", max_age=_JAAR)
        )
        return weg


def _vorige(verzoek: Verzoek) -> str:
    """The page of ours that a link was followed from, or else the first one."""
    van = urlsplit(verzoek.headers.get("referer", ""))
    pad = f"{van.path}?{van.query}" if van.query else van.path
    return (eigen_pad(pad) if van.netloc == verzoek.headers.get("host") else None) or "/"
