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
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pyrage

from kamervragen.core.store.files import schrijf_heel
from kamervragen.core.store.vault import Vault, is_signed
from kamervragen.domain.errors import Ongeldig

_INHOUD = "inhoud.json"
_HANDTEKENING = "inhoud.json.sig"
_VORM = 2  # of the copy itself
_AGE = b"age-encryption.org/v1"
_DOCUMENTEN = "documenten"
_BLOK = 1 << 20


@dataclass(frozen=True, slots=True)
class Herkomst:
    """What a copy says of itself, beside its files: when it was made, of which form the database is, and who signed it."""

    moment: datetime
    schema: str
    kluis: Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Eis:
    """What is demanded of a copy: whose signature it bears (None: anybody's), which forms of database are known, and the age
    key that opens it. `mag_er_staan` are the files that may stand in the folder already.
    """

    van: str | None
    schemas: frozenset[str]
    sleutel: Path | None = None
    mag_er_staan: tuple[Path, ...] = ()


def maak(database: Path, documenten: Path, doel: Path, herkomst: Herkomst, *, voor: str | None) -> dict[str, str]:
    """Writes the copy whole or not at all, signed, and encrypted for the age key `voor` names. Returns name -> sha-256.

    :raises Ongeldig: `doel` exists, `voor` is no age key, or the copied database is not whole.
    """
    if doel.exists():
        raise Ongeldig(
            "%(doel)s bestaat al. Kies een andere naam: een reservekopie wordt nooit overschreven.", doel=doel
        )
    lezers = _lezers(voor)
    doel.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=doel.parent) as werkmap:
        kopie, deel = Path(werkmap) / database.name, Path(werkmap) / "deel.zip"
        kopieer_database(database, kopie)
        bestanden: dict[str, str] = {}
        with zipfile.ZipFile(deel, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archief:
            for naam, pad in ((database.name, kopie), *_papieren(documenten)):
                bestanden[naam] = _sha256(pad)
                archief.write(pad, naam)
            inhoud = json.dumps(
                {
                    "vorm": _VORM,
                    "gemaakt": herkomst.moment.isoformat(),
                    "schema": herkomst.schema,
                    "van": herkomst.kluis.public,
                    "bestanden": bestanden,
                },
                indent=1,
            ).encode()
            archief.writestr(_INHOUD, inhoud)
            archief.writestr(_HANDTEKENING, herkomst.kluis.sign(inhoud))
        if lezers:
            open_, deel = deel, deel.with_suffix(".age")
            pyrage.encrypt_file(str(open_), str(deel), lezers)
        with deel.open("rb") as bestand:
            os.fsync(bestand.fileno())
        os.replace(deel, doel)
    return bestanden


def zet_terug(bron: Path, data: Path, eis: Eis) -> int:
    """Puts a copy back in a folder that has no database yet. Returns how many files.

    :raises Ongeldig: there is a database already, or the copy is not whole, not ours, too new, or sealed for another.
    """
    if data.exists() and not set(data.iterdir()) <= set(eis.mag_er_staan):
        raise Ongeldig(
            "%(data)s is niet leeg. Zet een reservekopie terug in een lege map: er wordt niets overschreven.", data=data
        )
    data.parent.mkdir(parents=True, exist_ok=True)
    werkmap = Path(tempfile.mkdtemp(dir=data.parent))
    try:
        aantal = _pak_uit(_ontsleuteld(bron, werkmap, eis.sleutel), werkmap / "uit", eis)
        if data.exists():
            for pad in data.iterdir():
                shutil.copy2(pad, werkmap / "uit")
            os.replace(data, werkmap / "was")
        os.replace(werkmap / "uit", data)
    finally:
        if not data.exists() and (werkmap / "was").exists():  # what stood there may be the only key file
            os.replace(werkmap / "was", data)
        shutil.rmtree(werkmap, ignore_errors=True)
    return aantal


def nieuwe_sleutel(bestand: Path) -> str:
    """Writes a new age key that only its owner reads. Returns its public half. :raises Ongeldig: the file is there."""
    if bestand.exists():
        raise Ongeldig("%(bestand)s bestaat al. Een sleutel wordt nooit overschreven.", bestand=bestand)
    sleutel = pyrage.x25519.Identity.generate()
    schrijf_heel(bestand, f"# public key: {sleutel.to_public()}\n{sleutel}\n".encode())
    return str(sleutel.to_public())


def _lezers(voor: str | None) -> list[pyrage.x25519.Recipient]:
    try:
        return [pyrage.x25519.Recipient.from_str(voor.strip())] if voor else []
    except pyrage.RecipientError as fout:
        raise Ongeldig(
            "KAMERVRAGEN_RESERVEKOPIE_VOOR is geen publieke age-sleutel. Die begint met age1; kamervragen sleutels "
            "reservekopie maakt er een."
        ) from fout


def _ontsleuteld(bron: Path, werkmap: Path, sleutel: Path | None) -> Path:
    """The copy itself; one that was encrypted is opened first."""
    with _van_bron(bron), bron.open("rb") as bestand:
        if bestand.read(len(_AGE)) != _AGE:
            return bron
    if sleutel is None:
        raise Ongeldig("%(bron)s is versleuteld. Noem met --sleutel het bestand met de geheime sleutel.", bron=bron)
    try:
        regels = [r for r in sleutel.read_text("ascii").splitlines() if r.startswith("AGE-SECRET-KEY-")]
        wie = [pyrage.x25519.Identity.from_str(regel.strip()) for regel in regels]
        pyrage.decrypt_file(str(bron), str(werkmap / "open.zip"), wie)
    except (OSError, ValueError, pyrage.IdentityError, pyrage.DecryptError) as fout:
        raise Ongeldig(
            "%(bron)s kan met %(sleutel)s niet worden geopend. Neem de sleutel waarvoor zij is gemaakt.",
            bron=bron,
            sleutel=sleutel,
        ) from fout
    return werkmap / "open.zip"


@contextmanager
def _van_bron(bron: Path) -> Iterator[None]:
    """:raises Ongeldig: what stands in the file is no copy."""
    try:
        yield
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError) as fout:
        raise Ongeldig("%(bron)s is geen reservekopie, of is beschadigd. Neem een andere.", bron=bron) from fout


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


def _pak_uit(bron: Path, map: Path, eis: Eis) -> int:
    with _van_bron(bron), zipfile.ZipFile(bron) as archief:
        ruw = archief.read(_INHOUD)
        inhoud: dict[str, Any] = json.loads(ruw)
        bestanden: dict[str, str] = dict(inhoud["bestanden"])
        getekend = archief.read(_HANDTEKENING) if _HANDTEKENING in archief.namelist() else b""
        _eis_van_ons(bron, ruw, inhoud, getekend, eis)
        over = set(archief.namelist()) - {_INHOUD, _HANDTEKENING}
        if over != set(bestanden) or not all(_is_van_ons(naam) for naam in bestanden):
            raise Ongeldig("%(bron)s is niet volledig. Neem een andere reservekopie.", bron=bron)
        for naam, sha in bestanden.items():
            pad = map / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            with archief.open(naam) as van, pad.open("wb") as naar:
                shutil.copyfileobj(van, naar, _BLOK)
            if _sha256(pad) != sha:
                raise Ongeldig(
                    "%(naam)s in %(bron)s is beschadigd. Neem een andere reservekopie.", naam=naam, bron=bron
                )
    return len(bestanden)


def _eis_van_ons(bron: Path, ruw: bytes, inhoud: dict[str, Any], getekend: bytes, eis: Eis) -> None:
    """:raises Ongeldig: another made it or changed it, or a newer program did."""
    if eis.van is not None and not (inhoud.get("van") == eis.van and is_signed(ruw, getekend, eis.van)):
        raise Ongeldig(
            "%(bron)s draagt niet de handtekening van dit programma: zij is door een ander gemaakt of daarna gewijzigd. Zet "
            "het sleutelbestand erbij terug, of gebruik --zonder-handtekening als u zeker weet waar zij vandaan komt.",
            bron=bron,
        )
    if inhoud.get("vorm", 1) not in (1, _VORM) or inhoud.get("schema") not in (None, *eis.schemas):
        raise Ongeldig(
            "%(bron)s is van een nieuwere versie van het programma. Installeer die versie en zet haar daarmee terug.",
            bron=bron,
        )


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
