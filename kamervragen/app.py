"""Where the rooms are joined. Only the command line and the server import it."""

from __future__ import annotations

import ctypes
import socket
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from litestar import Litestar
from litestar.config.compression import CompressionConfig
from litestar.datastructures import CacheControlHeader, State
from litestar.exceptions import HTTPException
from litestar.static_files import create_static_files_router

from kamervragen.core.act import AlGedaan, Huis
from kamervragen.domain.errors import Fout, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.mensen import gebruikers
from kamervragen.settings import STATIC
from kamervragen.start import huis
from kamervragen.web import fouten
from kamervragen.web.accounts import Accounts, EigenAccount
from kamervragen.web.afscherming import Afscherming
from kamervragen.web.agenda import Agenda
from kamervragen.web.antwoorden import Antwoorden
from kamervragen.web.beheer import Beheer
from kamervragen.web.beveiliging import bewaak, blijf_op_de_pagina, lees_formulier, zet_koppen
from kamervragen.web.bewindspersonen import Bewindspersonen
from kamervragen.web.bijdragen import Bijdragen, Gastbijdragen
from kamervragen.web.controle import Controle
from kamervragen.web.hergebruik import Hergebruik
from kamervragen.web.herstel import Herstel
from kamervragen.web.inloggen import Inloggen
from kamervragen.web.inname import Inname
from kamervragen.web.karweien import Karweien
from kamervragen.web.kwaliteit import Kwaliteit
from kamervragen.web.lijsten import Lijsten
from kamervragen.web.lijstinname import Lijstinname
from kamervragen.web.loopbaan import Loopbaan
from kamervragen.web.moties import Moties
from kamervragen.web.ongedaan import Ongedaan
from kamervragen.web.over import Over
from kamervragen.web.papieren import Papieren
from kamervragen.web.parafenlijn import Parafenlijnen
from kamervragen.web.passages import Passages
from kamervragen.web.rectificaties import Rectificaties
from kamervragen.web.route import Route
from kamervragen.web.sessie import Sessies
from kamervragen.web.terugkeer import Terugkeer
from kamervragen.web.toezeggingen import Toezeggingen
from kamervragen.web.toezicht import Toezicht
from kamervragen.web.uitvoer import Uitvoer
from kamervragen.web.verantwoording import Verantwoording
from kamervragen.web.voorstellen import Voorstellen
from kamervragen.web.vragensets import Vragensets
from kamervragen.web.werk import Werk
from kamervragen.web.werklijst import Werklijst
from kamervragen.web.werkoverdracht import Werkoverdracht
from kamervragen.web.woorden import Woorden
from kamervragen.worker import Worker

# What answers: each a folder of pages and acts.
_CONTROLLERS = (
    Inloggen, EigenAccount, Accounts, Agenda, Beheer, Bewindspersonen, Karweien, Kwaliteit, Lijstinname, Vragensets,
    Route, Bijdragen, Gastbijdragen, Rectificaties, Afscherming, Controle, Parafenlijnen, Toezicht, Voorstellen,
    Herstel, Antwoorden, Hergebruik, Lijsten, Loopbaan, Passages, Toezeggingen, Moties, Inname, Ongedaan, Over, Papieren, Terugkeer,
    Uitvoer, Verantwoording, Werk, Werklijst, Werkoverdracht, Woorden,
)  # fmt: skip
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
_HEAPS = -8  # M_ARENA_MAX in malloc.h
_EEUWIG = CacheControlHeader(public=True, max_age=31_536_000, immutable=True)


def create_app(thuis: Huis) -> Litestar:
    """The application on a house. A worker runs along with it, in a thread of its own."""

    @asynccontextmanager
    async def met_worker(app: Litestar) -> AsyncIterator[None]:
        stop = threading.Event()
        worker = threading.Thread(target=Worker(app.state.huis).werk_door, args=(stop,), name="worker", daemon=True)
        worker.start()
        yield
        stop.set()
        worker.join(timeout=5)

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
        middleware=[Sessies()],
        before_request=lees_formulier,
        before_send=[zet_koppen, blijf_op_de_pagina],
        exception_handlers={
            Fout: fouten.eigen_fout,
            AlGedaan: fouten.al_gedaan,
            HTTPException: fouten.http_fout,
            RecursionError: fouten.leesfout,
            OverflowError: fouten.leesfout,
            Exception: fouten.onverwacht,
        },
        lifespan=[met_worker],
        compression_config=_KLEIN,
        request_max_body_size=2_000_000,
        openapi_config=None,
    )


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
    thuis = huis(demo=demo)
    s = thuis.settings
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
        log_level="warning",
        server_header=False,
        proxy_headers=s.proxy is not None,
        forwarded_allow_ips=s.proxy or "",
        ssl_certfile=s.tls_certificaat,
        ssl_keyfile=s.tls_sleutel,
    )
    uvicorn.Server(config).run(sockets=[luisteraar])
