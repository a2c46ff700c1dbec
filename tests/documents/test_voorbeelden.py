"""The samples in `exports/voorbeelden` are what the code writes now: Word part by part, the rest by what it says."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from kamervragen.core.act import Huis
from kamervragen.demo.voorbeelden import voorbeelden
from kamervragen.documents.packing.omzetten import Vorm
from kamervragen.documents.packing.pdf_afwerking import gebreken
from kamervragen.documents.word.resten import resten

MAP = Path(__file__).parents[2] / "exports" / "voorbeelden"
WORD = sorted(pad.name for pad in MAP.glob("*.docx"))
PDF = sorted(pad.name for pad in MAP.glob("*.pdf"))
KINDS = [
    "antwoord",
    "beslisnota",
    "bij",
    "brief",
    "concept",
    "gedrukt",
    "intrekking",
    "lijst",
    "map",
    "moties",
    "overdracht",
    "rappel",
    "rectificatie",
    "uitstel",
]


@pytest.fixture(scope="module")
def nu(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the code writes now, by name."""
    from kamervragen.settings import Settings
    from kamervragen.start import huis as maak_huis

    huis: Huis = maak_huis(settings=Settings(data=tmp_path_factory.mktemp("voorbeelden")))
    return {bestand.naam: bestand.data for bestand in voorbeelden(huis)}


def _delen(data: bytes) -> dict[str, bytes]:
    """The parts of a package, their XML in canonical form."""
    with zipfile.ZipFile(io.BytesIO(data)) as archief:
        return {
            naam: etree.tostring(etree.fromstring(archief.read(naam)), method="c14n")
            if naam.endswith((".xml", ".rels"))
            else archief.read(naam)
            for naam in archief.namelist()
        }


def _woorden(pdf: bytes) -> list[str]:
    uit = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return uit.stdout.decode().split()


def test_there_is_one_of_every_kind(nu: dict[str, bytes]) -> None:
    assert sorted(nu) == sorted(pad.name for pad in MAP.iterdir())
    assert sorted({naam.split("-")[0].split(".")[0] for naam in WORD}) == KINDS
    assert {Path(naam).suffix[1:] for naam in nu} == {vorm.value for vorm in Vorm}


@pytest.mark.parametrize("naam", WORD)
def test_a_sample_is_valid_and_says_nothing_of_who_made_it(naam: str) -> None:
    assert OpenXmlValidator().validate(MAP / naam).errors == []
    over = resten((MAP / naam).read_bytes(), naam)
    assert {soort for soort in over if not naam.startswith("concept")} == set()
    assert over.keys() <= {"opmerkingen", "wijzigingen"}


@pytest.mark.parametrize("naam", WORD)
def test_a_sample_equals_what_is_written_now_part_by_part(nu: dict[str, bytes], naam: str) -> None:
    assert _delen(nu[naam]) == _delen((MAP / naam).read_bytes())


def test_the_odt_sample_says_what_is_written_now(nu: dict[str, bytes]) -> None:
    (naam,) = (naam for naam in nu if naam.endswith(".odt"))

    def tekst(data: bytes) -> list[str]:
        return "".join(etree.fromstring(_delen(data)["content.xml"]).itertext()).split()

    assert tekst(nu[naam]) == tekst((MAP / naam).read_bytes())


@pytest.mark.parametrize("naam", PDF)
def test_a_pdf_sample_says_what_is_written_now_and_may_be_published(nu: dict[str, bytes], naam: str) -> None:
    data = (MAP / naam).read_bytes()
    assert _woorden(nu[naam]) == _woorden(data)
    assert (gebreken(nu[naam]), gebreken(data)) == ((), ())
