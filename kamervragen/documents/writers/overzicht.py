"""Accounting as Word: tables under their titles, such as the annex "Moties en toezeggingen" of a budget.

*Bron:* rijksfinancien.nl, memorie van toelichting 2024 IV, bijlage 3: Omschrijving, Vindplaats, Stand van zaken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from lxml.etree import _Element

from kamervragen.catalogus import gettext as _
from kamervragen.documents.afgifte import geef_af


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with its title and headings; without rows it says that there is nothing."""

    titel: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


def render(titel: str, tabellen: Sequence[Tabel], sjabloon: Path) -> bytes:
    """The tables as a .docx; equal input gives equal bytes."""
    document = docx.Document(str(sjabloon))
    document.add_paragraph(titel, style="Kopregel")
    for tabel in tabellen:
        document.add_paragraph(tabel.titel, style="Tussenkop")
        if not tabel.rijen:
            document.add_paragraph(_("Er zijn er geen."), style="Antwoordtekst")
            continue
        raster = document.add_table(rows=1, cols=len(tabel.kolommen), style="Antwoordtabel")
        _vul(raster.rows[0].cells, tabel.kolommen, vet=True)
        kop = OxmlElement("w:tblHeader")
        raster.rows[0]._tr.get_or_add_trPr().append(kop)
        for rij in tabel.rijen:
            _vul(raster.add_row().cells, rij)
        for regel in raster.rows:
            regel._tr.get_or_add_trPr().append(_op_een_pagina())
    return geef_af(document, titel)


def _vul(cellen: Sequence[docx.table._Cell], teksten: Sequence[str], *, vet: bool = False) -> None:
    for cel, tekst in zip(cellen, teksten, strict=True):
        alinea = cel.paragraphs[0]
        alinea.style = "Celtekst"
        alinea.add_run(tekst).bold = vet or None


def _op_een_pagina() -> _Element:
    """A row is not cut in two over pages."""
    return OxmlElement("w:cantSplit")
