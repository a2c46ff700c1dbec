"""Every page with the record of a whole country: its CPU and time, against the same page with a hundred sets.

    CORPUS_DIR=... make bench B=schermen

The 42,994 sets of `zaken.jsonl.gz` by number, subject, day and people, each with three questions and answers that we
make of its subject; 600,000 pairs lie in the index (`SCHERMEN_PAREN`). Of the hundred fifty are open and fifty answered, on
one subject: so a page is as long in both houses, and what is measured is what lies behind it. They have as many pairs as
belong to a hundred. The country has 4,000 promises and 1,200 motions, the hundred sixty of each: a page of a list is full
in both. Answers have three versions and a remark; the set that is looked at has thirty questions.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from argon2 import PasswordHasher
from litestar.testing import TestClient
from sqlmodel import SQLModel

from benchmarks.gegevens import corpus, echte, paren, regels
from benchmarks.rekentijd import gemeten
from benchmarks.uitslag import Uitslag, schrijf
from kamervragen.app import create_app
from kamervragen.beheer import recessen
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.core.store.engine import meet_tabellen, writing
from kamervragen.domain.rollen import Rol
from kamervragen.hergebruik.indexwerk import houd_heel
from kamervragen.jobs import catch_up
from kamervragen.mensen import gebruikers
from kamervragen.register import herberekening, lopendindex
from kamervragen.search.index import Index
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from tests.web.bezoeker import WACHTWOORD, Bezoeker

NU = datetime(2024, 12, 20, 9, 0, tzinfo=UTC)  # the day after the newest of them
VRAGEN, VRAGEN_VAN_DE_LAATSTE = 3, 30
TOEZEGGINGEN, MOTIES, VOLLE_LIJST = 4_000, 1_200, 60
_VAN_BRAM = 20  # of the newest sets the open ones are in his hands, in both houses
PAREN = int(os.environ.get("SCHERMEN_PAREN", "600000"))
HERHALINGEN = 7
MEEST_TRAGER = 1.2
PADEN = (
    "/werk",
    "/vragensets",
    "/vragensets?toon=alle",
    "/vragensets?toon=afgedaan&blad=20",
    "/vragensets?zoek=politie&toon=alle",
    "/vragensets?toon=afgedaan&blad=800",
    "/agenda",
    "/agenda/vrijdag",
    "/vandaag",
    "/cijfers",
    "/toezeggingen",
    "/toezeggingen/1",
    "/werklijst",
    "/moties",
    "/passages",
    "/kwaliteit",
    "/inname",
    "/bewindspersonen",
    "/recessen",
    "/verantwoording",
    "/audit",
    "/wetten",
    "/parafenlijnen",
    "{set}",
    "{set}/vragen/1",
    "{set}/papieren",
    "{set}/controle",
    "{set}/te-doen",
    "{set}/geschiedenis",
    "{set}/eerste-ronde",
    "{set}/gegevens",
    "{set}/vragen/1/versies",
)


def main() -> None:
    zaken = sorted(regels(corpus() / "zaken.jsonl.gz"), key=lambda z: z["gestart_op"] or "")
    gemeten, transacties = {}, {}
    for naam, deel in (("honderd", honderd(zaken)), ("alles", zaken)):
        with tempfile.TemporaryDirectory() as map_:
            begin = time.perf_counter()
            huis = vul(Path(map_), deel)
            indexeer(huis, PAREN * len(deel) // len(zaken))
            print(f"{naam}: {len(deel):,} sets in {time.perf_counter() - begin:.0f} s")
            gemeten[naam] = dict(_meet(huis, len(deel)))
            transacties[naam] = _langste_transactie(huis)
            huis.engine.dispose()
    uitslagen = [
        Uitslag(
            "schermen",
            "langste schrijftransactie na een ander reces",
            round(transacties["alles"], 2),
            "s",
            "dezelfde met 100 sets",
            round(transacties["alles"] / transacties["honderd"], 1),
        )
    ]
    print(f"langste schrijftransactie na een ander reces: {transacties['alles']:.2f} s")
    for pad in PADEN:
        (cpu, tijd, bytes_), (klein, _, _b) = gemeten["alles"][pad], gemeten["honderd"][pad]
        verhouding = cpu / klein
        te_veel = "!" if verhouding > MEEST_TRAGER else " "
        print(f"{te_veel} {pad:38} {cpu:7.1f} ms CPU {tijd:7.1f} ms {verhouding:5.2f} x {bytes_ / 1000:6.0f} kB")
        uitslagen.append(
            Uitslag("schermen", pad, round(cpu, 1), "ms CPU", "dezelfde pagina met 100 sets", round(verhouding, 2))
        )
    p95 = sorted(u.waarde for u in uitslagen)[int(0.95 * len(uitslagen))]
    print(f"p95 over de pagina's: {p95} ms CPU")
    schrijf(*uitslagen)


def honderd(zaken: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The newest fifty that are open, and the newest fifty that are answered and about the police."""
    open_ = [z for z in zaken if not z.get("afgedaan")][-50:]
    klaar = [z for z in zaken if z.get("afgedaan") and "politie" in (z.get("onderwerp") or "").casefold()][-50:]
    return sorted((*open_, *klaar), key=lambda z: z["gestart_op"])


def _meet(huis: Huis, sets: int) -> Iterator[tuple[str, tuple[float, float, int]]]:
    """Per page the median CPU and time in milliseconds, and the bytes of the page."""
    with TestClient(create_app(huis), base_url="https://testserver.local") as client:
        bezoeker = Bezoeker(client)
        assert bezoeker.log_in("bram").status_code == 303
        _wacht_op_de_worker(huis)
        for pad in PADEN:
            adres = pad.replace("{set}", f"/vragensets/KV-{sets:06}")
            antwoord = bezoeker.get(adres)
            assert antwoord.status_code == 200, (adres, antwoord.status_code)
            cpu, klok = gemeten(partial(bezoeker.get, adres), HERHALINGEN)
            yield pad, (cpu, klok, len(antwoord.content))


def _wacht_op_de_worker(huis: Huis) -> None:
    """The application has a worker beside it: what it has to build first is no part of a page."""
    houd_heel(huis)
    catch_up(huis)
    time.sleep(1)


def _langste_transactie(huis: Huis) -> float:
    """The summer comes a week early: how long the longest transaction lasts of all that writes because of it, in seconds."""
    begonnen, duur = [0.0], [0.0]
    sa.event.listen(huis.engine, "begin", lambda _verbinding: begonnen.append(time.perf_counter()))
    sa.event.listen(huis.engine, "commit", lambda _verbinding: duur.append(time.perf_counter() - begonnen[-1]))
    zomer = next(r for r in recessen.lijst(huis, OPDRACHTREGEL) if (r.naam, r.begin.year) == ("zomerreces", 2025))
    recessen.verwijder(huis, OPDRACHTREGEL, zomer.id or 0)
    recessen.voeg_toe(
        huis, OPDRACHTREGEL, naam="zomerreces", begin=date(2025, 6, 27), einde=date(2025, 8, 25), bron="brief"
    )
    catch_up(huis, names=(herberekening.TAAK,))
    return max(duur)


def vul(map_: Path, zaken: list[dict[str, Any]]) -> Huis:
    """A house with these sets, written as rows: what the use cases would make of as many papers takes hours."""
    gebruikers._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    huis = Huis(maak_huis(settings=Settings(data=map_)).engine, Settings(data=map_), lambda: NU)
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DGRR", "Directie Recht")
    gebruikers.maak(
        huis, OPDRACHTREGEL, inlognaam="bram", naam="Bram", wachtwoord=WACHTWOORD, rollen=tuple(Rol), directie="DGRR"
    )
    tabellen = SQLModel.metadata.tables
    rijen: dict[str, list[dict[str, Any]]] = {
        n: []
        for n in (
            "vragenset",
            "betrokkene",
            "vraag",
            "antwoord",
            "antwoord_vraag",
            "antwoordversie",
            "feit",
            "aanhangsel",
            "opmerking",
            "toezegging",
            "motie",
        )
    }
    for nummer, zaak in enumerate(zaken, 1):
        laatste = nummer == len(zaken)
        _rijen(
            rijen,
            nummer,
            zaak,
            eigen=not zaak.get("afgedaan") and nummer > len(zaken) - _VAN_BRAM,
            vragen=VRAGEN_VAN_DE_LAATSTE if laatste else VRAGEN,
        )
    _register(rijen, len(zaken), vol=len(zaken) > 1_000)
    with writing(huis.engine) as sessie:
        for naam, alle in rijen.items():
            for n in range(0, len(alle), 5_000):
                sessie.connection().execute(sa.insert(tabellen[naam]), alle[n : n + 5_000])
    herberekening.herbouw(huis)
    meet_tabellen(huis.engine)
    return huis


def indexeer(huis: Huis, aantal: int) -> None:
    """An index of so many pairs: real ones, and made of them."""
    index, bron = Index.nieuw(huis.settings.index), paren(echte())
    while len(index) < aantal:
        index.schrijf([next(bron) for _ in range(min(100_000, aantal - len(index)))], heap=256_000_000)
    lopendindex.werk_bij(huis)


def _rijen(rijen: dict[str, list[dict[str, Any]]], n: int, zaak: dict[str, Any], *, eigen: bool, vragen: int) -> None:
    dag = date.fromisoformat(zaak["gestart_op"])
    onderwerp, klaar = zaak.get("onderwerp") or "", bool(zaak.get("afgedaan"))
    rijen["vragenset"].append(
        {
            "id": n,
            "sleutel": f"KV-{n:06}",
            "instrument": "schriftelijke_vragen",
            "kamer": "tk",
            "zaaknummer": zaak["z_nummer"],
            "onderwerp": onderwerp,
            "ingezonden": dag,
            "ontvangen": dag + timedelta(days=20 + n % 40) if klaar else None,
            "kenmerken": [],
            "zie_ook": [],
            "vingerafdruk": f"{n:x}",
            "versie": 1,
            "aangemaakt": NU,
            "behandelaar_id": 1 if eigen else None,
            "directie_id": 1 if n % 2 else None,
        }
    )
    leden = [zaak.get("indieners") or "Onbekend", *((zaak.get("medeindieners") or "").split(", "))]
    for plaats, lid in enumerate(filter(None, leden)):
        rijen["betrokkene"].append(_persoon(n, "indiener", plaats, naam=lid))
    rijen["betrokkene"].append(
        _persoon(n, "gericht_aan", 0, functie="minister", portefeuille=("Justitie", "Zorg", "Klimaat")[n % 3])
    )
    for nr in range(1, vragen + 1):
        vraag = n * VRAGEN + nr
        rijen["vraag"].append(
            {
                "id": vraag,
                "vragenset_id": n,
                "volgorde": nr,
                "nummer": nr,
                "label": str(nr),
                "tekst": f"Wat vindt u van {onderwerp}, en waarom {nr}?",
                "afdruk": f"{vraag:x}",
            }
        )
        rijen["antwoord"].append(
            {
                "id": vraag,
                "vragenset_id": n,
                "volgorde": nr,
                "tekst": f"Over {onderwerp} heb ik uw Kamer eerder bericht." if klaar else "",
                "bewerkt": False,
                "versie": 3,
            }
        )
        rijen["antwoord_vraag"].append({"antwoord_id": vraag, "vraag_id": vraag, "volgorde": 0})
        rijen["antwoordversie"] += (
            {"antwoord_id": vraag, "versie": v, "tekst": f"Versie {v}.", "auteur": "x", "moment": NU, "vanzelf": False}
            for v in (1, 2, 3)
        )
        if nr == 1:
            rijen["opmerking"].append(
                {
                    "antwoord_id": vraag,
                    "op_id": None,
                    "antwoordversie": 1,
                    "citaat": "",
                    "tekst": "Klopt dit nog?",
                    "actor": "x",
                    "moment": NU,
                    "opgelost_op": NU if klaar else None,
                }
            )
    rijen["feit"].append(_feit(n, "geregistreerd", dag))
    if klaar:
        nummer = f"ah-tk-{dag.year}{dag.year + 1}-{n % 9_999 + 1}"
        rijen["aanhangsel"].append(
            {"vragenset_id": n, "nummer": nummer, "soort": "antwoord", "ontvangen": dag, "mededeling": None}
        )
        rijen["feit"].append(_feit(n, "ontvangen", dag + timedelta(days=20 + n % 40)))


def _register(rijen: dict[str, list[dict[str, Any]]], sets: int, *, vol: bool) -> None:
    """Open promises of answered sets and motions the Kamer waits for, on the subjects of the record."""
    onderwerpen = [rij["onderwerp"] for rij in rijen["vragenset"]]
    for n in range(1, (TOEZEGGINGEN if vol else VOLLE_LIJST) + 1):
        bij = 1 + n * (sets - 1) // (TOEZEGGINGEN + 1) if vol else 1 + n % (sets - 1)
        rijen["toezegging"].append(
            {
                "id": n,
                "vragenset_id": bij,
                "antwoord_id": bij * VRAGEN + 1,
                "herkomst": "antwoord",
                "gedaan_op": NU.date(),
                "zin": f"Ik zal uw Kamer voor de zomer informeren over {onderwerpen[bij - 1]}.",
                "begin": 0,
                "einde": 40,
                "signaal": [],
                "stevigheid": "hard",
                "tijdsaanduiding": "voor de zomer",
                "venster_begin": NU.date(),
                "venster_einde": NU.date() + timedelta(days=n % 200),
                "afleiding": [],
                "status": "openstaand",
                "versie": 1,
            }
        )
    for n in range(1, (MOTIES if vol else VOLLE_LIJST) + 1):
        rijen["motie"].append(
            {
                "id": n,
                "kamerstuk": f"kst-33552-{n}",
                "indieners": "Graus",
                "onderwerp": onderwerpen[n % sets],
                "verzoek": f"verzoekt de regering, {onderwerpen[n % sets]} te regelen",
                "afleiding": [],
                "status": "aangenomen",
                "versie": 1,
            }
        )


def _persoon(n: int, rol: str, plaats: int, **velden: str) -> dict[str, Any]:
    return {
        "vragenset_id": n,
        "rol": rol,
        "volgorde": plaats,
        "naam": None,
        "fractie": None,
        "functie": None,
        "portefeuille": None,
    } | velden


def _feit(n: int, soort: str, dag: date) -> dict[str, Any]:
    return {"vragenset_id": n, "soort": soort, "datum": dag, "actor": "x", "toelichting": None, "moment": NU}


if __name__ == "__main__":
    main()
