"""Promise D3: one byte that flips, anywhere, is named by `verify`, or stood where nothing is kept.

One kind is left: a value of a row that nothing else follows from or is held against, as the name of a recess. SQLite keeps
no checksum of a row; a file system that does, or PostgreSQL, sees it. Such a flip is counted, and is all that may be left.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.beheer import anker, onderhoud, recessen
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store.engine import maak_engine
from kamervragen.hergebruik import indexwerk
from kamervragen.jobs import catch_up
from kamervragen.settings import Settings
from tests.conftest import Klok
from tests.promises import aantal, noteer
from tests.stukken import ANDERE_VRAGEN, ANTWOORD, VRAGEN, bring, brought


@pytest.fixture
def gereed(tmp_path: Path, klok: Klok, huis: Huis, anna: Wie) -> Path:
    """A folder with a house and its anchor, closed as a server closes it."""
    thuis = replace(huis, settings=huis.settings.model_copy(update={"anker": tmp_path / "anker.jsonl"}))
    brought(thuis, ANDERE_VRAGEN)
    schrijven.bewaar(thuis, anna, "KV-000001", "1", "Ik zal uw Kamer voor 1 oktober 2026 informeren.", versie=0)
    bring(thuis, VRAGEN)
    bring(thuis, ANTWOORD)
    recessen.voeg_toe(
        thuis, OPDRACHTREGEL, naam="zomerreces", begin=date(2027, 7, 2), einde=date(2027, 8, 30), bron="brief"
    )
    catch_up(thuis)
    indexwerk.houd_heel(thuis)
    for _ in range(20):
        assert anker.veranker(thuis)
        klok.vooruit(days=1)
    thuis.engine.dispose()
    with closing(sqlite3.connect(thuis.settings.data / "kamervragen.db")) as lijn:
        lijn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    folder = tmp_path / "gereed"
    folder.mkdir()
    shutil.copytree(thuis.settings.data, folder / "data")
    shutil.copy(tmp_path / "anker.jsonl", folder)
    return folder


def _bestanden(folder: Path, soort: str) -> list[Path]:
    data = folder / "data"
    mappen = {"index": [data / "index", data / "archief", data / "lopend"], "stukken": [data / "documenten"]}
    if soort == "database":
        return [data / "kamervragen.db"]
    if soort == "anker":
        return [folder / "anker.jsonl"]
    return sorted(
        pad
        for map_ in mappen[soort]
        for pad in map_.rglob("*")
        if pad.is_file() and pad.stat().st_size and pad.suffix != ".lock"
    )


def _plekken(folder: Path, toeval: random.Random, hoeveel: int) -> Iterator[tuple[str, Path, int]]:
    """Half of them in the database; each byte of a kind has the same chance."""
    for nummer in range(hoeveel):
        soort = ("database", "index", "database", "stukken", "database", "index", "database", "anker")[nummer % 8]
        paden = _bestanden(folder, soort)
        plek = toeval.randrange(sum(pad.stat().st_size for pad in paden))
        for pad in paden:
            if plek < pad.stat().st_size:
                yield soort, pad.relative_to(folder), plek
                break
            plek -= pad.stat().st_size


def _inhoud(database: Path) -> str | None:
    """All that is kept in a database, read by another hand; None when that cannot be read."""
    try:
        with closing(sqlite3.connect(database)) as lijn:
            return "\n".join(lijn.iterdump())
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def _anders(was: str | None, nu: str | None) -> str | None:
    """The first line that differs; None where one of them could not be read."""
    if was is None or nu is None:
        return None
    return next((een for een, ander in zip(was.splitlines(), nu.splitlines(), strict=False) if een != ander), None)


def test_a_flipped_byte_is_named_or_stood_where_nothing_is_kept(tmp_path: Path, gereed: Path, klok: Klok) -> None:
    toeval, keer, uitkomst = random.Random(20260623), aantal(klein=16, vol=200), Counter[str]()
    stil: list[str] = []
    eerst = _inhoud(gereed / "data" / "kamervragen.db")
    for soort, pad, plek in _plekken(gereed, toeval, keer):
        folder = tmp_path / "schade"
        shutil.copytree(gereed, folder)
        with (folder / pad).open("r+b") as bestand:
            bestand.seek(plek)
            byte = bestand.read(1)[0]
            bestand.seek(plek)
            bestand.write(bytes([byte ^ 1 << toeval.randrange(8)]))
        settings = Settings(data=folder / "data", anker=folder / "anker.jsonl")
        huis = Huis(maak_engine(settings.database_url), settings, klok)
        gevonden = onderhoud.verify(huis)
        huis.engine.dispose()
        if gevonden:
            uitkomst[f"{soort}: genoemd"] += 1
        elif soort == "database" and _inhoud(folder / pad) == eerst:
            uitkomst["database: ongebruikt"] += 1
        elif soort == "database" and (anders := _anders(eerst, _inhoud(folder / pad))) is not None:
            uitkomst["database: een waarde in een rij, niet genoemd"] += 1
            assert anders.startswith("INSERT INTO "), anders
        else:
            stil.append(f"{pad} {plek}")
        shutil.rmtree(folder)
    assert stil == [], uitkomst
    noteer("D3", "een omgevallen bit wordt genoemd", ", ".join(f"{wat} {n}" for wat, n in sorted(uitkomst.items())))
