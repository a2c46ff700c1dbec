"""What a page costs: CPU of a GET with the demo, beside a bare page of as many bytes, made by the same libraries.

    make bench B=rekentijd

The yardstick is a Litestar handler that reads fifty rows of a table through SQLAlchemy and renders them with Jinja to a
page of 40 kB: no session, no rights, nothing of ours. A page that was looked at before is measured, as a page of a
ministry is; `koud` is the first look of a process, with nothing remembered. `RONDES` sets how often each is asked.
"""

from __future__ import annotations

import logging
import os
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from jinja2 import Environment
from litestar import Litestar, Response, get
from litestar.testing import TestClient
from sqlalchemy.orm import Session, registry

from benchmarks.uitslag import Uitslag, schrijf
from kamervragen.app import create_app
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.demo import WACHTWOORD, neem_demo_in
from kamervragen.inname.innemen import neem_in
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from tests.web.bezoeker import HTMX, Bezoeker

RONDES = int(os.environ.get("RONDES", "40"))
PADEN = {
    "set": "/vragensets/KV-000018",
    "bureau": "/vragensets/KV-000025/vragen/3",
    "controle": "/vragensets/KV-000017/controle",
    "bord": "/vragensets",
    "eerste ronde": "/vragensets/KV-000015/eerste-ronde",
    "mijn werk": "/werk",
    "toezeggingen": "/toezeggingen",
    "moties": "/moties",
    "zoeken": "/zoeken?vraag=sektarische+groepen",
}
_BLAD = Environment(autoescape=True).from_string(
    "<!doctype html><title>x</title>{% for r in rijen %}<article><h2>{{ r.titel }}</h2><p>{{ r.tekst }}</p></article>{% endfor %}"
)


_TABEL = sa.Table(
    "rij",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("titel", sa.String),
    sa.Column("tekst", sa.String),
)


class _Rij:
    """A row of the yardstick, mapped to its table."""


registry().map_imperatively(_Rij, _TABEL)


def kaal_blad(map_: Path) -> Litestar:
    """The yardstick: an application of one page."""
    engine = sa.create_engine(f"sqlite:///{map_ / 'maat.db'}")
    _TABEL.metadata.create_all(engine)
    with engine.begin() as verbinding:
        rijen = [{"titel": f"Rij {n}", "tekst": "Een zin die iets zegt. " * 32} for n in range(50)]
        verbinding.execute(sa.insert(_TABEL), rijen)

    @get("/", sync_to_thread=True)
    def blad() -> Response[str]:
        with Session(engine) as sessie:
            html = _BLAD.render(rijen=list(sessie.scalars(sa.select(_Rij).order_by(_TABEL.c.id))))
        return Response(html, media_type="text/html")

    return Litestar([blad], openapi_config=None, signature_namespace={"Response": Response})


def gemeten(doe: Callable[[], Any], rondes: int = RONDES) -> tuple[float, float]:
    """The median CPU and wall time of a call, in milliseconds, after three that do not count."""
    cpu, klok = [], []
    for ronde in range(rondes + 3):
        begin, begin_klok = time.process_time(), time.perf_counter()
        doe()
        if ronde > 2:
            cpu.append(1000 * (time.process_time() - begin))
            klok.append(1000 * (time.perf_counter() - begin_klok))
    return statistics.median(cpu), statistics.median(klok)


def main() -> None:
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as map_:
        with TestClient(kaal_blad(Path(map_))) as kaal:
            maat, _ = gemeten(lambda: kaal.get("/"))
            print(f"{'kaal blad':14} {maat:7.1f} ms CPU  {len(kaal.get('/').content) / 1000:4.0f} kB")
        huis = maak_huis(settings=Settings(data=Path(map_) / "data", demo=True))
        neem_demo_in(huis)
        uitslagen = []
        with TestClient(create_app(huis), base_url="https://testserver.local") as client:
            anna = Bezoeker(client)
            assert anna.log_in("anna", WACHTWOORD).status_code == 303
            for naam, pad in PADEN.items():
                begin = time.process_time()
                eerste = anna.get(pad)
                koud = 1000 * (time.process_time() - begin)
                assert eerste.status_code == 200, pad
                uitslagen.append(_toon(naam, *gemeten(partial(anna.get, pad)), maat, len(eerste.content), koud))
            uitslagen.append(_toon("bewaren", *gemeten(_bewaar(anna)), maat, 0, 0.0))
            uitslagen.append(_gevonden_na(huis, anna))
        huis.engine.dispose()
    schrijf(*uitslagen)


def _bewaar(wie: Bezoeker) -> Callable[[], Any]:
    """A save by htmx of another text each time, at the version of the save before."""
    pad, versies = "/vragensets/KV-000016/vragen/5", ["0"]
    wie.get(pad)

    def bewaar() -> None:
        velden = {"versie": versies[-1], "tekst": f"Ja, dat bericht ken ik. Versie {len(versies)}."}
        antwoord = wie.post(f"{pad}/antwoord", velden, koppen=HTMX)
        treffer = re.search(r'name="versie" value="(\d+)"', antwoord.text)
        assert treffer is not None
        versies.append(treffer[1])

    return bewaar


def _gevonden_na(huis: Huis, wie: Bezoeker) -> Uitslag:
    """How long after an answer was recorded the search page finds it, with the worker of the application at its rest."""
    duur = []
    for n in range(RONDES // 4):
        woord = f"proefwoord{chr(97 + n % 26)}{n}"
        stuk = f"2026Z9{n:04}\n\n1. Wat is een {woord}?\n\nAntwoord op vraag 1\n\nDat is een {woord}.\n".encode()
        neem_in(huis, OPDRACHTREGEL, stuk, f"{woord}.txt")
        begin = time.perf_counter()
        while f"2026Z9{n:04}" not in wie.get(f"/zoeken?vraag={woord}").text:
            assert time.perf_counter() - begin < 60, woord
            time.sleep(0.02)
        duur.append(time.perf_counter() - begin)
    print(f"gevonden na bewaren: {statistics.median(duur):.2f} s, langst {max(duur):.2f} s")
    return Uitslag(
        "rekentijd", "gevonden na bewaren, langst", round(max(duur), 2), "s", "een seconde", round(max(duur), 2)
    )


def _toon(naam: str, cpu: float, klok: float, maat: float, bytes_: int, koud: float) -> Uitslag:
    print(
        f"{naam:14} {cpu:7.1f} ms CPU  {bytes_ / 1000:4.0f} kB  {cpu / maat:5.1f} x  {klok:7.1f} ms  koud {koud:6.1f}"
    )
    return Uitslag("rekentijd", naam, round(cpu, 1), "ms CPU", "kaal blad van 40 kB", round(cpu / maat, 2))


if __name__ == "__main__":
    main()
