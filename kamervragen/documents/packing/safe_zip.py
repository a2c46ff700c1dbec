"""Is this file fit to open? Asked before any parser sees it."""

from __future__ import annotations

import io
import lzma
import stat
import zipfile
import zlib
from pathlib import PurePosixPath

from kamervragen.domain.errors import Ongeldig, TeGroot

MAX_BESTAND = 25_000_000
MAX_LEDEN = 1_000
MAX_UITGEPAKT = 100_000_000
MAX_VERHOUDING = 100
_VERBODEN = ("vbaproject.bin", "vbadata.xml", "oleobject", "activex", "encryptedpackage", "word/embeddings/")
_VERBODEN_MAPPEN = ("basic/", "scripts/")  # where an .odt keeps its macros
_STUK = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
_ZIPS = (".zip", ".docx", ".docm", ".xlsx", ".odt", ".jar", ".7z", ".gz", ".rar")


def open_zip(data: bytes, naam: str) -> dict[str, bytes]:
    """The members of a zip as name -> bytes, once every limit is met.

    :raises TeGroot: more than 25 MB, 1.000 members, 100 MB unpacked or a ratio above 100.
    :raises Ongeldig: broken, encrypted, nested, with links, paths outside itself, macros or embedded programs.
    """
    if len(data) > MAX_BESTAND:
        raise TeGroot("%(naam)s is groter dan 25 MB. Verklein de afbeeldingen of splits het document.", naam=naam)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archief:
            leden = archief.infolist()
            _keur(leden, len(data), naam)
            return {lid.filename: _lees(archief, lid, naam) for lid in leden if not lid.is_dir()}
    except _STUK as fout:
        raise Ongeldig(
            "%(naam)s is beschadigd en kan niet worden geopend. Bewaar het opnieuw in Word.", naam=naam
        ) from fout


def _keur(leden: list[zipfile.ZipInfo], grootte: int, naam: str) -> None:
    if len(leden) > MAX_LEDEN or sum(lid.file_size for lid in leden) > MAX_UITGEPAKT:
        raise TeGroot("%(naam)s is uitgepakt te groot. Bewaar het opnieuw in Word zonder afbeeldingen.", naam=naam)
    if sum(lid.file_size for lid in leden) > MAX_VERHOUDING * max(grootte, 1):
        raise TeGroot("%(naam)s is verdacht sterk ingepakt en is daarom geweigerd.", naam=naam)
    for lid in leden:
        pad = PurePosixPath(lid.filename.replace("\\", "/"))
        if pad.is_absolute() or ".." in pad.parts or "\0" in lid.filename or stat.S_ISLNK(lid.external_attr >> 16):
            raise Ongeldig("%(naam)s bevat een verwijzing buiten zichzelf en is daarom geweigerd.", naam=naam)
        if lid.flag_bits & 0x1:
            raise Ongeldig("%(naam)s is versleuteld. Bewaar het zonder wachtwoord en bied het opnieuw aan.", naam=naam)
        klein = lid.filename.lower()
        if any(woord in klein for woord in _VERBODEN) or klein.startswith(_VERBODEN_MAPPEN):
            raise Ongeldig(
                "%(naam)s bevat macro's of ingesloten programma's. Bewaar het als gewoon .docx-document.", naam=naam
            )
        if klein.endswith(_ZIPS):
            raise Ongeldig("%(naam)s bevat een ander archief en is daarom geweigerd.", naam=naam)
    if len({lid.filename for lid in leden}) != len(leden):
        raise Ongeldig("%(naam)s bevat twee delen met dezelfde naam en is daarom geweigerd.", naam=naam)


def _lees(archief: zipfile.ZipFile, lid: zipfile.ZipInfo, naam: str) -> bytes:
    with archief.open(lid) as bron:
        inhoud = bron.read(lid.file_size + 1)
    if len(inhoud) != lid.file_size:
        raise Ongeldig("%(naam)s geeft een onjuiste grootte op en is daarom geweigerd.", naam=naam)
    return inhoud
