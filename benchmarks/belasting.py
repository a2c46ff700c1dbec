"""A hundred people at work at once for two minutes, against two server processes on one data folder.

    make bench B=belasting

People come in during the first fifth of the time; everyone looks and reads, drafters save as well. Between two acts a person
waits four to twelve seconds, by a fixed seed.
Reported: errors, 95 of 100 within, and the memory of both processes after a quarter of the time and at the end. `BELASTING_SECONDEN`
makes it shorter. A save that loses a race (409, both texts shown) is an answer of the house and no error; it is counted apart.
"""

from __future__ import annotations

import asyncio
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from lxml import html

from benchmarks.uitslag import Uitslag, schrijf
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.demo import WACHTWOORD, neem_demo_in
from kamervragen.domain.status import BEWERKBAAR
from kamervragen.setpagina import setblad
from kamervragen.sets import bord
from kamervragen.sets.blik import zie
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis

MENSEN = 100
SECONDEN = int(os.environ.get("BELASTING_SECONDEN", "120"))
PROCESSEN = 2
OPSTELLERS, OVERIGEN = ("anna", "daan"), ("bram", "chris", "frank", "greta", "hugo", "eva")
WACHTEN = (4.0, 12.0)
LEZEN = (
    "/werk",
    "/vragensets",
    "/vragensets?zoek=politie",
    "{set}",
    "{set}/vragen/1",
    "{set}/papieren",
    "{set}/geschiedenis",
    "{set}/te-doen",
    "/zoeken?vraag=vuurwerk",
    "/toezeggingen",
    "/agenda",
    "/moties",
    "/cijfers",
    "/vandaag",
)
MEEST_GEHEUGEN = 1.2
_OPGEWARMD = 1 / 4  # by then all have come in, and each process has shown every page


@dataclass
class Telling:
    """What all people together saw."""

    tijden: list[float] = field(default_factory=list)
    fouten: Counter[str] = field(default_factory=Counter)
    botsingen: int = 0
    bewaard: int = 0


@dataclass
class Mens:
    """One person with a browser: his cookies, what he may write, and a choice of what to do that is the same each run."""

    nummer: int
    adres: str
    sets: tuple[str, ...]
    vragen: tuple[str, ...]  # the desks where he writes; nobody else of his name writes there while there are enough
    telling: Telling
    koekjes: dict[str, str] = field(default_factory=dict)

    @property
    def naam(self) -> str:
        """The account; several people share one of the demo, each with a session of his own."""
        wie = OPSTELLERS if self.nummer % 2 else OVERIGEN
        return wie[self.nummer // 2 % len(wie)]

    async def werk(self, client: httpx.AsyncClient, tot: float) -> None:
        """Comes in during the first fifth of the time, logs in, and goes on until the end."""
        keus = random.Random(self.nummer)
        await asyncio.sleep(keus.uniform(0, SECONDEN / 5))
        await self._log_in(client)
        while (nu := time.monotonic()) < tot:
            await asyncio.sleep(min(keus.uniform(*WACHTEN), tot - nu))
            if self.vragen and keus.random() < 0.3:
                await self._bewaar(client, keus)
            else:
                await self._vraag(client, "GET", keus.choice(LEZEN).replace("{set}", keus.choice(self.sets)))

    async def _log_in(self, client: httpx.AsyncClient) -> None:
        blad = await self._vraag(client, "GET", "/inloggen")
        velden = _velden(blad, "/inloggen") | {"inlognaam": self.naam, "wachtwoord": WACHTWOORD}
        await self._vraag(client, "POST", "/inloggen", velden)

    async def _bewaar(self, client: httpx.AsyncClient, keus: random.Random) -> None:
        """Opens a desk and saves the text with a sentence more."""
        pad = keus.choice(self.vragen)
        velden = _velden(await self._vraag(client, "GET", pad), f"{pad}/antwoord")
        if "tekst" not in velden:
            self.telling.fouten[f"no form on {pad}"] += 1
            return
        velden["tekst"] = f"{velden['tekst'][:2000].rstrip()}\n\nIk kom daar op {keus.randint(1, 28)} maart op terug.\n"
        await self._vraag(client, "POST", f"{pad}/antwoord", velden)

    async def _vraag(
        self, client: httpx.AsyncClient, methode: str, pad: str, velden: dict[str, str] | None = None
    ) -> str:
        koppen = {"Cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in self.koekjes.items())}
        begin = time.perf_counter()
        try:
            antwoord = await client.request(methode, self.adres + pad, data=velden, headers=koppen)
        except httpx.HTTPError as fout:
            self.telling.fouten[f"{methode} {pad}: {type(fout).__name__}"] += 1
            return ""
        self.telling.tijden.append(time.perf_counter() - begin)
        for koekje in antwoord.headers.get_list("set-cookie"):
            naam, _, rest = koekje.partition("=")
            self.koekjes[naam] = rest.partition(";")[0].strip('"')
        if antwoord.status_code == 409:
            self.telling.botsingen += 1
        elif antwoord.status_code >= 400 or antwoord.headers.get("location", "").startswith("/inloggen"):
            self.telling.fouten[f"{methode} {pad}: {antwoord.status_code}"] += 1
        elif methode == "POST" and pad != "/inloggen":
            self.telling.bewaard += 1
        return antwoord.text


def main() -> None:
    with tempfile.TemporaryDirectory() as map_:
        data = Path(map_)
        huis = maak_huis(settings=Settings(data=data, demo=True))
        neem_demo_in(huis)
        bord_ = bord.sets(huis, OPDRACHTREGEL)
        sets = tuple(f"/vragensets/{b.regel.sleutel}" for b in bord_)
        vragen: dict[str, tuple[str, ...]] = dict.fromkeys(OPSTELLERS, ())
        for b in bord_:
            wie, beeld = (b.regel.behandelaar or "").lower(), zie(setblad.beeld, huis, OPDRACHTREGEL, b.regel.sleutel)
            if wie in vragen and beeld.status in BEWERKBAAR:
                vragen[wie] += tuple(f"/vragensets/{b.regel.sleutel}/vragen/{v.label}" for v in beeld.vragenset.vragen)
        huis.engine.dispose()
        with servers(data) as (adressen, geheugen):
            telling, (begin, eind) = asyncio.run(_meet(adressen, geheugen, sets, vragen))
    p95 = sorted(telling.tijden)[int(0.95 * len(telling.tijden))] * 1000
    p50 = sorted(telling.tijden)[len(telling.tijden) // 2] * 1000
    print(
        f"{MENSEN} people, {SECONDEN} s, {PROCESSEN} processes: {len(telling.tijden)} requests, {telling.bewaard} saved"
    )
    print(f"errors {sum(telling.fouten.values())}, lost races shown {telling.botsingen}")
    for fout, aantal in telling.fouten.most_common(10):
        print(f"  {aantal} x {fout}")
    print(f"p50 {p50:.0f} ms, p95 {p95:.0f} ms")
    print(f"memory {begin:.0f} MB -> {eind:.0f} MB ({eind / begin:.2f} x, at most {MEEST_GEHEUGEN})")
    schrijf(
        Uitslag("belasting", "p95", round(p95, 1), "ms", "p50 van dezelfde ronde", round(p95 / p50, 2)),
        Uitslag(
            "belasting",
            "geheugen aan het eind",
            round(eind, 1),
            "MB",
            "na een kwart van de tijd",
            round(eind / begin, 2),
        ),
        Uitslag("belasting", "fouten", sum(telling.fouten.values()), "stuks", "verzoeken", len(telling.tijden)),
    )


async def _meet(
    adressen: list[str], geheugen: list[int], sets: tuple[str, ...], vragen: dict[str, tuple[str, ...]]
) -> tuple[Telling, tuple[float, float]]:
    """All people at once; the memory of the processes after a quarter of the time, and at the end, in MB."""
    telling, tot = Telling(), time.monotonic() + SECONDEN
    async with httpx.AsyncClient(timeout=30, limits=httpx.Limits(max_connections=MENSEN, keepalive_expiry=3)) as client:
        mensen = []
        for n in range(MENSEN):
            mens = Mens(n, adressen[n % len(adressen)], sets, (), telling)
            eigen = vragen.get(mens.naam, ())
            mens.vragen = eigen[n // 4 % len(eigen) :][:1] if eigen else ()
            mensen.append(mens)
        werk = [asyncio.create_task(mens.werk(client, tot)) for mens in mensen]
        await asyncio.sleep(SECONDEN * _OPGEWARMD)
        begin = sum(map(_rss, geheugen))
        await asyncio.gather(*werk)
        return telling, (begin, sum(map(_rss, geheugen)))


def _velden(blad: str, actie: str) -> dict[str, str]:
    """What the form with this action on a page holds."""
    if not blad:
        return {}
    for formulier in html.fromstring(blad).forms:
        if formulier.get("action") == actie:
            return {naam: waarde or "" for naam, waarde in formulier.form_values()}
    return {}


def _rss(pid: int) -> float:
    regel = next(r for r in Path(f"/proc/{pid}/status").read_text().splitlines() if r.startswith("VmRSS"))
    return int(regel.split()[1]) / 1024


@contextmanager
def servers(data: Path) -> Iterator[tuple[list[str], list[int]]]:
    """The server as one starts it, twice, on free ports: their addresses and process numbers."""
    processen, adressen = [], []
    for _ in range(PROCESSEN):
        with socket.socket() as vrij:
            vrij.bind(("127.0.0.1", 0))
            poort = vrij.getsockname()[1]
        omgeving = os.environ | {
            "KAMERVRAGEN_DATA": str(data),
            "KAMERVRAGEN_POORT": str(poort),
            "KAMERVRAGEN_DEMO": "1",
        }
        processen.append(
            subprocess.Popen(
                [sys.executable, "-m", "kamervragen", "serve"], env=omgeving, stdout=subprocess.PIPE, text=True
            )
        )
        uit = processen[-1].stdout
        assert uit is not None
        adressen.append(uit.readline().strip())
        assert adressen[-1].startswith("http"), "the server did not start"
    try:
        for adres in adressen:  # it listens before it serves
            httpx.get(f"{adres}/inloggen", timeout=60)
        yield adressen, [p.pid for p in processen]
    finally:
        for proces in processen:
            proces.terminate()
            proces.wait(30)


main()
