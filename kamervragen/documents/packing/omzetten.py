"""Word to ODF and PDF through LibreOffice, which runs apart: in a process group and a profile of its own, for a limited time.

*Bron:* 'pas toe of leg uit' of the Forum Standaardisatie: ODF for what is edited, PDF/A and PDF/UA for what is published.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import date
from enum import StrEnum
from pathlib import Path
from zipfile import BadZipFile

from pikepdf import PdfError

from kamervragen import lanes
from kamervragen.documents.packing.pdf_afwerking import werk_af
from kamervragen.documents.packing.vaste_zip import vast
from kamervragen.domain.errors import Ongeldig

SECONDEN = 120
_WACHTEND = 10  # seconds that somebody waits for a page; what takes longer shows how far it is
_PDF = {
    "SelectPdfVersion": {"type": "long", "value": "2"},  # PDF/A-2b
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
}
# What LibreOffice says of itself and of the moment; equal documents are to give equal bytes.
_GEMAAKT = {
    "meta.xml": re.compile(rb"<(meta:generator|meta:editing-duration|meta:editing-cycles)>[^<]*</\1>"),
    "settings.xml": re.compile(rb'<config:config-item config:name="Rsid(?:Root)?"[^>]*>[^<]*</config:config-item>'),
}


class Traag(Exception):  # noqa: N818 - no fault: it goes on as long work
    """It was not done within the time that somebody waits for a page."""


class Vorm(StrEnum):
    """A form in which a document leaves."""

    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"


def beurt(vorm: Vorm) -> AbstractContextManager[None]:
    """Waits for a place among those that convert; a .docx needs none. What is to be converted is composed inside: who is
    turned away has composed nothing. :raises Bezet: there is none.
    """
    return nullcontext() if vorm is Vorm.DOCX else lanes.CONVERSION.turn()


def zet_om(data: bytes, naam: str, vorm: Vorm, *, op: date | None = None, programma: str = "soffice") -> bytes:
    """One .docx in another form. `op` dates a PDF. :raises Ongeldig: as `zet_alle_om`."""
    with beurt(vorm):
        return zet_alle_om({naam: data}, vorm, op=op, programma=programma)[naam]


def zet_alle_om(
    documenten: Mapping[str, bytes],
    vorm: Vorm,
    *,
    op: date | None = None,
    programma: str = "soffice",
    seconden: int = SECONDEN,
    wachtend: bool = False,
) -> dict[str, bytes]:
    """Many .docx in one run, in its `beurt`: name -> bytes in, the same names -> bytes out. `wachtend`: somebody waits for a page.

    A PDF is PDF/A-2b and PDF/UA-1, tagged, with its language, title and bookmarks.
    :raises Ongeldig: LibreOffice is not installed, took too long, or did not make a document. :raises Traag: somebody waits,
        and ten seconds were not enough.
    """
    if vorm is Vorm.DOCX or not documenten:
        return dict(documenten)
    pad = shutil.which(programma)
    if pad is None:
        raise Ongeldig(
            "Voor .%(vorm)s is LibreOffice nodig, en dat staat niet op deze server. Haal het document op "
            "als .docx, of vraag de beheerder LibreOffice te installeren (op Debian: apt-get install "
            "libreoffice-writer-nogui).",
            vorm=vorm.value,
        )
    with tempfile.TemporaryDirectory(prefix="kamervragen-") as map_:
        werk = Path(map_)
        for nummer, data in enumerate(documenten.values()):
            (werk / f"{nummer}.docx").write_bytes(data)
        filter_ = "odt" if vorm is Vorm.ODT else f"pdf:writer_pdf_Export:{json.dumps(_PDF)}"
        _draai(pad, werk, filter_, _WACHTEND if wachtend else seconden, wachtend=wachtend)
        uit = {}
        for nummer, naam in enumerate(documenten):
            gemaakt = werk / "uit" / f"{nummer}.{vorm.value}"
            if not gemaakt.is_file():
                raise Ongeldig(
                    "LibreOffice kon %(naam)s niet omzetten naar .%(vorm)s. Haal het op als .docx.",
                    naam=naam,
                    vorm=vorm.value,
                )
            data = gemaakt.read_bytes()
            try:
                uit[naam] = werk_af(data, op) if vorm is Vorm.PDF else vast(data, _zonder_moment)
            except (PdfError, BadZipFile) as fout:
                raise Ongeldig(
                    "LibreOffice kon %(naam)s niet omzetten naar .%(vorm)s. Haal het op als .docx.",
                    naam=naam,
                    vorm=vorm.value,
                ) from fout
        return uit


def _draai(pad: str, werk: Path, filter_: str, seconden: int, *, wachtend: bool) -> None:
    """Runs LibreOffice, and ends it with all it started when its time is up."""
    opdracht = [
        pad,
        f"-env:UserInstallation=file://{werk}/profiel",
        "--headless",
        "--norestore",
        "--convert-to",
        filter_,
        "--outdir",
        str(werk / "uit"),
        *sorted((str(bron) for bron in werk.glob("*.docx")), key=lambda p: int(Path(p).stem)),
    ]
    proces = subprocess.Popen(  # noqa: S603 - a program that the setting names, on files of our own making
        opdracht,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd=werk,
        env={"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": str(werk), "LANG": "C.UTF-8"},
    )
    try:
        proces.wait(seconden)
    except subprocess.TimeoutExpired as fout:
        if wachtend:
            raise Traag from fout
        raise Ongeldig(
            "LibreOffice was na %(seconden)s seconden nog niet klaar en is gestopt. Probeer het opnieuw, of "
            "haal het document op als .docx.",
            seconden=seconden,
        ) from fout
    finally:
        with suppress(ProcessLookupError):  # what it started ends with it, whether it ended itself or not
            os.killpg(proces.pid, signal.SIGKILL)
        proces.wait()


def _zonder_moment(naam: str, inhoud: bytes) -> bytes:
    return _GEMAAKT[naam].sub(b"", inhoud) if naam in _GEMAAKT else inhoud
