"""Where the rooms are joined. Only the command line and the server import it."""

from __future__ import annotations

import asyncio
import ctypes
import os
import signal
import socket
import sys
import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

import uvicorn
from litestar import Litestar
from litestar.config.compression import CompressionConfig
from litestar.datastructures import CacheControlHeader, State
from litestar.exceptions import HTTPException
from litestar.static_files import create_static_files_router

from kamervragen.beheer.web.beheer import Beheer
from kamervragen.beheer.web.loopbaan import Loopbaan
from kamervragen.beheer.web.over import Over
from kamervragen.beheer.web.toestand import Toestand
from kamervragen.beheer.web.werkoverdracht import Werkoverdracht
from kamervragen.beheer.web.woorden import Woorden
from kamervragen.core import jobs
from kamervragen.core.act import Huis
from kamervragen.core.actor import AlGedaan
from kamervragen.domain.errors import Fout, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.hergebruik.web.hergebruik import Hergebruik
from kamervragen.hergebruik.web.passages import Passages
from kamervragen.inname.web.herstel import Herstel
from kamervragen.inname.web.inname import Inname
from kamervragen.inname.web.voorstellen import Voorstellen
from kamervragen.lijn.web.bijdragen import Bijdragen, Gastbijdragen
from kamervragen.lijn.web.controle import Controle
from kamervragen.lijn.web.parafenlijn import Parafenlijnen
from kamervragen.lijn.web.rectificaties import Rectificaties
from kamervragen.lijn.web.toezicht import Toezicht
from kamervragen.lijsten.web.lijsten import Lijsten
from kamervragen.lijsten.web.lijstinname import Lijstinname
from kamervragen.mensen import gebruikers, geheimen
from kamervragen.mensen.web.accounts import Accounts, EigenAccount
from kamervragen.mensen.web.inloggen import Inloggen
from kamervragen.papieren.web.karweien import Karweien
from kamervragen.papieren.web.terugkeer import Terugkeer
from kamervragen.papieren.web.uitvoer import Uitvoer
from kamervragen.register.web.bewindspersonen import Bewindspersonen
from kamervragen.register.web.moties import Moties
from kamervragen.register.web.toezeggingen import Toezeggingen
from kamervragen.register.web.werklijst import Werklijst
from kamervragen.setpagina.web.antwoorden import Antwoorden
from kamervragen.setpagina.web.papieren import Papieren
from kamervragen.setpagina.web.route import Route
from kamervragen.setpagina.web.vragensets import Vragensets
from kamervragen.sets.web.afscherming import Afscherming
from kamervragen.settings import STATIC
from kamervragen.start import alleen_wij, huis
from kamervragen.vandaag.web.agenda import Agenda
from kamervragen.vandaag.web.kwaliteit import Kwaliteit
from kamervragen.vandaag.web.verantwoording import Verantwoording
from kamervragen.vandaag.web.werk import Werk
from kamervragen.web import errors, logs
from kamervragen.web.access import Access, tell_of_strays
from kamervragen.web.security import bewaak, blijf_op_de_pagina, lees_formulier, zet_koppen
from kamervragen.web.session import Sessies
from kamervragen.web.undo import Ongedaan
from kamervragen.worker import Worker, houd_gaande

# What answers: each a folder of pages and acts.
_CONTROLLERS = (
    Inloggen,
    EigenAccount,
    Accounts,
    Agenda,
    Beheer,
    Bewindspersonen,
    Karweien,
    Kwaliteit,
    Lijstinname,
    Vragensets,
    Route,
    Bijdragen,
    Gastbijdragen,
    Rectificaties,
    Afscherming,
    Controle,
    Parafenlijnen,
    Toestand,
    Toezicht,
    Voorstellen,
    Herstel,
    Antwoorden,
    Hergebruik,
    Lijsten,
    Loopbaan,
    Passages,
    Toezeggingen,
    Moties,
    Inname,
    Ongedaan,
    Over,
    Papieren,
    Terugkeer,
    Uitvoer,
    Verantwoording,
    Werk,
    Werklijst,
    Werkoverdracht,
    Woorden,
)
# Pages shrink to a tenth. What is packed already is not packed again, and what is told bit by bit is not held up.
_KLEIN = CompressionConfig(
    backend="gzip",
    minimum_size=1_000,
    gzip_compress_level=4,
    exclude=[
        r"/voortgang$",
        r"/papieren/",
        r"\.(?:docx|odt|pdf|zip|xlsx|ods|woff2|svg)$",
        r"/bestand$",
        r"/resultaat$",
    ],
)
_BEURT = 0.001  # seconds that a thread computes before another may
# Threads for requests. Of themselves there are six on two cores, and six who wait for a converter would be all: the lanes
# together hold thirty at most.
_DRADEN = 64
_HEAPS = -8  # M_ARENA_MAX in malloc.h
# Seconds from the sign to stop: for requests under way, for the job in hand, and until it is over whatever still hangs.
_LAATSTE_VERZOEK, _LAATSTE_TAAK, _UITERLIJK = 6, 6, 16
_EEUWIG = CacheControlHeader(public=True, max_age=31_536_000, immutable=True)


def create_app(thuis: Huis) -> Litestar:
    """The application on a house. A worker runs along with it, in a thread of its own."""

    @asynccontextmanager
    async def met_worker(app: Litestar) -> AsyncIterator[None]:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(_DRADEN, "verzoek"))
        stop = threading.Event()
        worker = threading.Thread(
            target=houd_gaande, args=(Worker(app.state.huis), stop, _eindig), name="worker", daemon=True
        )
        worker.start()
        yield
        stop.set()
        worker.join(timeout=_LAATSTE_TAAK)
        jobs.hand_back(app.state.huis)

    mappen = {"/static": STATIC} | ({"/thema": thuis.settings.thema} if thuis.settings.thema else {})
    statisch = [
        create_static_files_router(
            path=pad, directories=[map_], cache_control=_EEUWIG, name=pad, opt={"handeling": Handeling.INLOGGEN}
        )
        for pad, map_ in mappen.items()
    ]
    return Litestar(
        [*_CONTROLLERS, *statisch],
        state=State({"huis": thuis, "persons": gebruikers.op_id}),
        guards=[bewaak],
        middleware=[Access(), Sessies()],
        before_request=lees_formulier,
        before_send=[zet_koppen, blijf_op_de_pagina, tell_of_strays],
        exception_handlers={
            Fout: errors.eigen_fout,
            AlGedaan: errors.al_gedaan,
            HTTPException: errors.http_fout,
            RecursionError: errors.leesfout,
            OverflowError: errors.leesfout,
            Exception: errors.onverwacht,
        },
        lifespan=[met_worker],
        compression_config=_KLEIN,
        request_max_body_size=2_000_000,
        openapi_config=None,
        logging_config=None,  # its own would take the place of ours: see `web/logs`
    )


class _Server(uvicorn.Server):
    """Ends in time, also when a thread waits for something that hangs: what was committed is committed."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        uiterlijk = threading.Timer(_UITERLIJK, os._exit, (0,))
        uiterlijk.daemon = True
        uiterlijk.start()
        await super().shutdown(sockets)


def _eindig() -> None:
    """Asks this process to end as from outside: what is under way is finished first."""
    os.kill(os.getpid(), signal.SIGTERM)


def deel_geheugen() -> bool:
    """Lets threads share two heaps, before there are any: with one for each, glibc keeps twice what is in use.

    Returns whether the C library could be told; one without this choice has no such heaps.
    """
    try:
        return bool(ctypes.CDLL(None).mallopt(_HEAPS, 2))
    except (AttributeError, OSError):
        return False


def draai(*, demo: bool = False) -> None:
    """Serves until stopped: on 127.0.0.1, or elsewhere with TLS or behind a trusted proxy."""
    deel_geheugen()
    sys.setswitchinterval(_BEURT)  # a page beside a search waits for its turn a fifth as long
    alleen_wij()
    thuis = huis(demo=demo)
    geheimen.eis_leesbaar(thuis)
    s = thuis.settings
    logs.to_stderr(as_json=s.logboek == "json")
    try:
        luisteraar = socket.create_server(
            (s.adres, s.poort), family=socket.AF_INET6 if ":" in s.adres else socket.AF_INET
        )
    except OSError as fout:
        raise Ongeldig(
            "Op %(adres)s:%(poort)s kan niet worden geluisterd: %(reden)s. Kies een andere KAMERVRAGEN_POORT.",
            adres=s.adres,
            poort=s.poort,
            reden=fout.strerror,
        ) from fout
    schema = "https" if s.tls_certificaat else "http"
    print(f"{schema}://{s.adres}:{luisteraar.getsockname()[1]}", flush=True)  # noqa: T201 - what this command answers
    config = uvicorn.Config(
        create_app(thuis),
        log_config=None,
        log_level="warning",
        server_header=False,
        proxy_headers=s.proxy is not None,
        forwarded_allow_ips=s.proxy or "",
        ssl_certfile=s.tls_certificaat,
        ssl_keyfile=s.tls_sleutel,
        timeout_graceful_shutdown=_LAATSTE_VERZOEK,
    )
    _Server(config).run(sockets=[luisteraar])
