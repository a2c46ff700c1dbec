"""The samples in `exports/voorbeelden` are what the code writes now."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator

from kamervragen.demo import take_in_demo
from kamervragen.usecases.handeling import OPDRACHTREGEL, Huis
from kamervragen.usecases.uitvoer import aanhangsel, zoek_sleutel

VOORBEELDEN = Path(__file__).parents[2] / "exports" / "voorbeelden"


def _delen(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archief:
        return {
            naam: etree.tostring(etree.fromstring(archief.read(naam)), method="c14n") for naam in archief.namelist()
        }


def test_every_sample_is_valid() -> None:
    paden = sorted(VOORBEELDEN.glob("*.docx"))
    assert [pad.name for pad in paden] == ["antwoord-2026Z08844.docx"]
    for pad in paden:
        assert OpenXmlValidator().validate(pad).errors == []


def test_the_sample_equals_what_is_written_now_part_by_part(huis: Huis) -> None:
    take_in_demo(huis)
    bestand = aanhangsel(huis, OPDRACHTREGEL, zoek_sleutel(huis, "2026Z08844"))
    assert _delen(bestand.data) == _delen((VOORBEELDEN / bestand.naam).read_bytes())
