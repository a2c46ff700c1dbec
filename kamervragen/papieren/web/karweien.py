"""Long work: asked for, followed as it goes, stopped, and its result."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import anyio
import anyio.to_thread
from litestar import Controller, Response, get, post
from litestar.params import FromPath
from litestar.response import ServerSentEvent, ServerSentEventMessage

from kamervragen.core.act import Huis
from kamervragen.domain.karwei import EINDE
from kamervragen.domain.papier import Papier
from kamervragen.domain.rollen import Handeling
from kamervragen.papieren import karweien
from kamervragen.web.attachment import als_bijlage
from kamervragen.web.form import Verzoek, gekozen, rij, veld
from kamervragen.web.page import huis, naar, pagina, wie

_DIT = "Dit werk"
_STAP, _HOOGSTENS = 0.4, 1_500  # seconds between two looks, and looks in one stream: the browser asks again


class Karweien(Controller):
    @get("/karweien", sync_to_thread=True, opt={"handeling": Handeling.EIGEN_ACCOUNT})
    def lijst(self, request: Verzoek) -> Response[str]:
        return pagina(request, "papieren/karweien.html", karweien=karweien.mijn(huis(request), wie(request)))

    @get("/karweien/{karwei_id:int}", sync_to_thread=True, opt={"handeling": Handeling.EIGEN_ACCOUNT})
    def toon(self, request: Verzoek, karwei_id: FromPath[int]) -> Response[str]:
        gevonden = karweien.toon(huis(request), wie(request), rij(karwei_id, _DIT))
        return pagina(request, "papieren/karwei.html", k=gevonden, loopt=gevonden.status not in EINDE)

    @get("/karweien/{karwei_id:int}/voortgang", sync_to_thread=True, opt={"handeling": Handeling.EIGEN_ACCOUNT})
    def voortgang(self, request: Verzoek, karwei_id: FromPath[int]) -> ServerSentEvent:
        """How far it is, as it goes; the last message says that it ended."""
        id = rij(karwei_id, _DIT)
        karweien.toon(huis(request), wie(request), id)
        return ServerSentEvent(_stroom(request.app.state.huis, id))

    @get("/karweien/{karwei_id:int}/resultaat", sync_to_thread=True, opt={"handeling": Handeling.EIGEN_ACCOUNT})
    def resultaat(self, request: Verzoek, karwei_id: FromPath[int]) -> Response[bytes]:
        return als_bijlage(karweien.resultaat(huis(request), wie(request), rij(karwei_id, _DIT)))

    @post("/karweien/{karwei_id:int}", sync_to_thread=True, opt={"handeling": Handeling.EIGEN_ACCOUNT})
    def stop(self, request: Verzoek, karwei_id: FromPath[int]) -> Response[Any]:
        id = rij(karwei_id, _DIT)
        karweien.stop(huis(request), wie(request), id)
        return naar(f"/karweien/{id}")

    @post("/karweien/papieren", sync_to_thread=True, opt={"handeling": Handeling.EXPORTEREN})
    def papieren(self, request: Verzoek) -> Response[Any]:
        id = karweien.papieren_van(
            huis(request),
            wie(request),
            tuple(gekozen(request, "kies-")),
            veld(request, "papier") or Papier.ANTWOORD.value,
        )
        return naar(f"/karweien/{id}")

    @post("/karweien/onderhoud", sync_to_thread=True, opt={"handeling": Handeling.ONDERHOUDEN})
    def onderhoud(self, request: Verzoek) -> Response[Any]:
        return naar(f"/karweien/{karweien.bouw_opnieuw(huis(request), wie(request), veld(request, 'soort'))}")


async def _stroom(thuis: Huis, id: int) -> AsyncIterator[ServerSentEventMessage]:
    for _ in range(_HOOGSTENS):
        stand = await anyio.to_thread.run_sync(karweien.stand, thuis, id)
        yield ServerSentEventMessage(event="voortgang", data=f"{stand.gedaan}/{stand.totaal}")
        if stand.status in EINDE:
            yield ServerSentEventMessage(event="einde", data=stand.status)
            return
        await anyio.sleep(_STAP)
