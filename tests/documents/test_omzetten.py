"""ODF and PDF through LibreOffice: what is published may be archived and read aloud, and a missing program is said."""

from __future__ import annotations

import io
import os
import subprocess
import time
import zipfile
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from kamervragen.documents.packing.omzetten import Vorm, zet_alle_om, zet_om
from kamervragen.documents.packing.pdf_afwerking import gebreken
from kamervragen.documents.word.sjabloon import BRIEF, GEDRUKT
from kamervragen.documents.writers import brief, gedrukt
from kamervragen.domain.errors import Ongeldig
from kamervragen.settings import SJABLONEN
from tests.documents.test_aanhangsel import PAD, RIJK, render

WORTEL = Path(__file__).parents[2]
OUTLOUD = WORTEL / ".venv-outloud" / "bin" / "outloud"
DAG = date(2026, 6, 8)
GEGEVENS = brief.Briefgegevens(DAG, "5512044", ("Rapport Proef",))


@pytest.fixture(scope="module")
def pdfs() -> dict[str, bytes]:
    woord = {
        "antwoord": render(RIJK, PAD),
        "brief": brief.render(RIJK, GEGEVENS, SJABLONEN / BRIEF.bestand),
        "gedrukt": gedrukt.render(RIJK, SJABLONEN / GEDRUKT.bestand),
    }
    return zet_alle_om(woord, Vorm.PDF, op=DAG)


@pytest.mark.parametrize("naam", ["antwoord", "brief", "gedrukt"])
def test_a_pdf_meets_our_own_checks_of_pdf_a(pdfs: dict[str, bytes], naam: str) -> None:
    """Not validated by veraPDF: identification, fonts, output intent, no encryption or scripts."""
    assert gebreken(pdfs[naam]) == ()
    with pikepdf.open(io.BytesIO(pdfs[naam])) as pdf, pdf.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("2", "B", "1")
        assert str(pdf.Root.Lang) == "nl-NL"
        assert xmp["xmp:CreateDate"] == "2026-06-08T00:00:00Z"
        assert "/Author" not in pdf.docinfo
        with pdf.open_outline() as bladwijzers:
            koppen = [regel.title for regel in bladwijzers.root]
        assert koppen


@pytest.mark.parametrize("naam", ["antwoord", "brief", "gedrukt"])
def test_a_pdf_can_be_read_aloud(pdfs: dict[str, bytes], naam: str, tmp_path: Path) -> None:
    """PDF/UA-1 by outloud: no error. It runs in an environment of its own."""
    pad = tmp_path / f"{naam}.pdf"
    pad.write_bytes(pdfs[naam])
    uit = subprocess.run([str(OUTLOUD), str(pad), "--no-info"], capture_output=True, text=True, check=False)
    assert "0 error(s)" in uit.stdout, uit.stdout + uit.stderr
    assert uit.returncode == 0, uit.stdout


def test_the_checker_finds_what_libreoffice_leaves_undone(pdfs: dict[str, bytes], tmp_path: Path) -> None:
    """The check can fail: without the ids of its notes the same document is refused."""
    pad = tmp_path / "zonder.pdf"
    with pikepdf.open(io.BytesIO(pdfs["antwoord"])) as pdf:
        del pdf.Root.StructTreeRoot["/IDTree"]
        for element in pdf.objects:
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == pikepdf.Name("/Note"):
                del element["/ID"]
        pdf.save(pad)
    uit = subprocess.run([str(OUTLOUD), str(pad)], capture_output=True, text=True, check=False)
    assert "NOTE-001" in uit.stdout
    assert uit.returncode != 0


@pytest.mark.parametrize(
    ("bederf", "woord"),
    [
        (lambda pdf: pdf.Root.__delitem__("/OutputIntents"), "geen kleurprofiel"),
        (lambda pdf: pdf.Root.__setitem__("/Lang", pikepdf.String("en-GB")), "taal is niet nl"),
        (lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"), "geen tags"),
        (
            lambda pdf: pdf.Root.__setitem__(
                "/OpenAction", pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("x"))
            ),
            "scripts",
        ),
        (lambda pdf: pdf.Root.__delitem__("/Metadata"), "geen PDF/A-2"),
    ],
)
def test_our_own_checks_can_fail(pdfs: dict[str, bytes], bederf: object, woord: str) -> None:
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdfs["antwoord"])) as pdf:
        bederf(pdf)  # type: ignore[operator]
        pdf.save(uit)
    assert woord in gebreken(uit.getvalue())


def test_equal_word_gives_an_equal_odt() -> None:
    een, ander = (zet_om(render(RIJK, PAD), "antwoord.docx", Vorm.ODT) for _ in range(2))
    assert een == ander
    with zipfile.ZipFile(io.BytesIO(een)) as archief:
        assert archief.namelist()[0] == "mimetype"
        assert b"meta:generator" not in archief.read("meta.xml")


def test_without_libreoffice_the_message_says_what_to_do() -> None:
    with pytest.raises(Ongeldig, match=r"apt-get install libreoffice-writer-nogui"):
        zet_om(render(RIJK, PAD), "antwoord.docx", Vorm.PDF, programma="geen-libreoffice")


def test_a_program_that_hangs_is_ended_with_all_it_started(tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    traag = tmp_path / "traag"
    traag.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {pid}\nwait\n", encoding="utf-8")
    traag.chmod(0o755)
    with pytest.raises(Ongeldig, match="na 1 seconden nog niet klaar"):
        zet_alle_om({"a": b"x"}, Vorm.ODT, programma=str(traag), seconden=1)
    for _ in range(50):
        if not _leeft(int(pid.read_text(encoding="utf-8"))):
            break
        time.sleep(0.1)
    assert not _leeft(int(pid.read_text(encoding="utf-8")))


def test_a_program_that_makes_nothing_is_told(tmp_path: Path) -> None:
    niets = tmp_path / "niets"
    niets.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    niets.chmod(0o755)
    with pytest.raises(Ongeldig, match=r"kon antwoord\.docx niet omzetten naar \.odt"):
        zet_om(b"x", "antwoord.docx", Vorm.ODT, programma=str(niets))


def _leeft(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").split()[2] != "Z"
