"""My work: the first page of everyone who is logged in."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get
from litestar.params import FromQuery

from kamervragen.domain.rollen import Handeling
from kamervragen.register import herberekening
from kamervragen.vandaag import mijnwerk
from kamervragen.web.form import Verzoek
from kamervragen.web.page import huis, naar, pagina, wie

_HOOGSTENS = 20  # of each group, until one asks for all


class Werk(Controller):
    @get("/", sync_to_thread=False, opt={"handeling": Handeling.EIGEN_ACCOUNT})
    def begin(self) -> Response[Any]:
        return naar("/werk")

    @get("/werk", sync_to_thread=True, opt={"handeling": Handeling.EIGEN_ACCOUNT})
    def mijn_werk(self, request: Verzoek, alles: FromQuery[str] = "") -> Response[str]:
        hoogstens = 1_000 if alles == "ja" else _HOOGSTENS
        return pagina(
            request,
            "vandaag/werk.html",
            werk=mijnwerk.van(huis(request), wie(request)),
            hoogstens=hoogstens,
            wordt_herberekend=herberekening.bezig(huis(request)),
        )
