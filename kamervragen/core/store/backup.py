"""A copy of everything in one file, made while the program runs, and put back in an empty folder.

The database is copied first and the papers after it: a paper is on disk before its row is committed, so that every row
of the copy finds its paper. The search indexes are not in it: they are derived.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kamervragen.domain.errors import Ongeldig

_INHOUD = "inhoud.json"
_DOCUMENTEN = "documenten"
_BLOK = 1 << 20


def maak(database: Path, documenten: Path, doel: Path, moment: datetime) -> dict[str, str]:
    """Writes the copy whole or not at all. Returns what is in it: name -> sha-256.

    :raises Ongeldig: `doel` exists, or the copied database is not whole.
    """
    if doel.exists():
        raise Ongeldig(
            "%(doel)s bestaat al. Kies een andere naam: een reservekopie wordt nooit overschreven.", doel=doel
        )
    doel.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=doel.parent) as werkmap:
        kopie, deel = Path(werkmap) / database.name, Path(werkmap) / "deel.zip"
        kopieer_database(database, kopie)
        inhoud: dict[str, str] = {}
        with zipfile.ZipFile(deel, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archief:
            for naam, pad in ((database.name, kopie), *_papieren(documenten)):
                inhoud[naam] = _sha256(pad)
                archief.write(pad, naam)
            archief.writestr(_INHOUD, json.dumps({"gemaakt": moment.isoformat(), "bestanden": inhoud}, indent=1))
        with deel.open("rb") as bestand:
            os.fsync(bestand.fileno())
        os.replace(deel, doel)
    return inhoud


def zet_terug(bron: Path, data: Path) -> int:
    """Puts a copy back in a folder that has no database yet. Returns how many files.

    :raises Ongeldig: there is a database already, or the copy is not whole.
    """
    if data.exists() and any(data.iterdir()):
        raise Ongeldig(
            "%(data)s is niet leeg. Zet een reservekopie terug in een lege map: er wordt niets overschreven.", data=data
        )
    data.parent.mkdir(parents=True, exist_ok=True)
    werkmap = Path(tempfile.mkdtemp(dir=data.parent))
    try:
        aantal = _pak_uit(bron, werkmap)
        if data.exists():
            data.rmdir()
        os.replace(werkmap, data)
    finally:
        shutil.rmtree(werkmap, ignore_errors=True)
    return aantal


def kopieer_database(van: Path, naar: Path) -> None:
    with closing(sqlite3.connect(f"file:{van}?mode=ro", uri=True)) as bron, closing(sqlite3.connect(naar)) as doel:
        bron.backup(doel, pages=2_000, sleep=0.01)
        if doel.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise Ongeldig(
                "De database is beschadigd. Draai kamervragen verify en herstel eerst een eerdere reservekopie."
            )


def _papieren(documenten: Path) -> list[tuple[str, Path]]:
    if not documenten.is_dir():
        return []
    paden = sorted(p for p in documenten.rglob("*") if p.is_file() and p.suffix != ".tmp")
    return [(str(Path(_DOCUMENTEN) / pad.relative_to(documenten)), pad) for pad in paden]


def _pak_uit(bron: Path, map: Path) -> int:
    try:
        with zipfile.ZipFile(bron) as archief:
            inhoud: dict[str, str] = json.loads(archief.read(_INHOUD))["bestanden"]
            if set(archief.namelist()) != {_INHOUD, *inhoud} or not all(_is_van_ons(naam) for naam in inhoud):
                raise Ongeldig("%(bron)s is niet volledig. Neem een andere reservekopie.", bron=bron)
            for naam, sha in inhoud.items():
                pad = map / naam
                pad.parent.mkdir(parents=True, exist_ok=True)
                with archief.open(naam) as van, pad.open("wb") as naar:
                    shutil.copyfileobj(van, naar, _BLOK)
                if _sha256(pad) != sha:
                    raise Ongeldig(
                        "%(naam)s in %(bron)s is beschadigd. Neem een andere reservekopie.", naam=naam, bron=bron
                    )
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as fout:
        raise Ongeldig("%(bron)s is geen reservekopie, of is beschadigd. Neem een andere.", bron=bron) from fout
    return len(inhoud)


def _is_van_ons(naam: str) -> bool:
    """Whether a copy may bring this file: the database, or a paper in its folder. Any other name writes elsewhere."""
    delen = naam.split("/")
    binnen = all(deel not in ("", ".", "..") and "\\" not in deel and ":" not in deel for deel in delen)
    return binnen and (naam.endswith(".db") if len(delen) == 1 else delen[0] == _DOCUMENTEN)


def _sha256(pad: Path) -> str:
    som = hashlib.sha256()
    with pad.open("rb") as bestand:
        while blok := bestand.read(_BLOK):
            som.update(blok)
    return som.hexdigest()
