"""The samples in `exports/voorbeelden` are what the code writes now, part by part."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from lxml import etree

VOORBEELDEN = Path(__file__).parents[2] / "exports" / "voorbeelden"
WORD = sorted(pad.name for pad in VOORBEELDEN.glob("*.docx"))


def _delen(data: bytes) -> dict[str, bytes]:
    """The parts of a package, their XML in canonical form."""
    with zipfile.ZipFile(io.BytesIO(data)) as archief:
        return {
            naam: etree.tostring(etree.fromstring(archief.read(naam)), method="c14n")
            if naam.endswith((".xml", ".rels"))
            else archief.read(naam)
            for naam in archief.namelist()
        }
