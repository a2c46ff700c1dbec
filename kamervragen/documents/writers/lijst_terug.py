"""The *lijst van vragen en antwoorden*: the answers written back into the committee's own table, which stays as it is.

*Bron:* nds-tk-2022D15528; a committee sends a table 'Nr | Vraag' and gets the same document back with its answers.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import _Cell

from kamervragen.documents.packing.safe_zip import open_zip
from kamervragen.documents.readers.lijst import kolommen_van, nummer_in
from kamervragen.documents.readers.word_pakket import heel
from kamervragen.documents.text.markdown import lees_markdown, platte_tekst
from kamervragen.documents.text.opmaak import Alinea, Blok, Stuk, Tabel
from kamervragen.documents.word.afgifte import geef_af
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.vragenset import Vragenset

_Kolommen = dict[str, int]
_TUSSEN = Stuk(" | ")


def render(data: bytes, naam: str, s: Vragenset, op: date | None) -> bytes:
    """The committee's document with the answers in its column 'Antwoord', which is added when it has none.

    :raises Ongeldig: it is no Word document, or has no table of questions. :raises TeGroot: above a limit of `safe_zip`.
    """
    if not naam.lower().endswith(".docx"):
        raise Ongeldig("%(naam)s is geen Word-document. Neem de lijst van de commissie in als .docx.", naam=naam)
    open_zip(data, naam)
    document = docx.Document(io.BytesIO(data))
    geschreven: set[str] = set()
    kolommen: _Kolommen | None = None
    for tabel in document.tables:
        if not tabel.rows:
            continue
        koppen = [cel.text for cel in tabel.rows[0].cells]
        eigen = kolommen_van(koppen)
        kolommen = eigen or kolommen
        if kolommen is None:
            continue
        if kolommen["antwoord"] < 0 or len(koppen) <= kolommen["antwoord"]:
            kolommen = {**kolommen, "antwoord": len(koppen)}
            _voeg_kolom_toe(tabel, met_kop=eigen is not None)
        geschreven |= set(_vul(tabel, kolommen, s, vanaf=1 if eigen else 0))
    if not geschreven:
        raise Ongeldig(
            "In %(naam)s staat geen tabel met de vragen van deze set. Neem de lijst van de commissie in als .docx.",
            naam=naam,
        )
    return geef_af(document, f"Lijst van vragen en antwoorden over {s.onderwerp or s.zaaknummer or ''}", op)


def _vul(tabel: Any, kolommen: _Kolommen, s: Vragenset, *, vanaf: int) -> Iterator[str]:
    for rij in tabel.rows[vanaf:]:
        cellen = rij.cells
        if len(cellen) <= max(kolommen.values()):
            continue
        label = nummer_in(cellen[kolommen["nr"]].text)
        antwoord = s.antwoord_op(label) if label else None
        if label is None or antwoord is None:
            continue
        if antwoord.labels[0] == label:
            _schrijf(cellen[kolommen["antwoord"]], lees_markdown(antwoord.tekst), s)
        else:
            _schrijf(cellen[kolommen["antwoord"]], lees_markdown(f"Zie het antwoord op vraag {antwoord.labels[0]}."), s)
        yield label


def _voeg_kolom_toe(tabel: Any, *, met_kop: bool) -> None:
    """A last column like the one before it, half of whose width it takes."""
    raster = tabel._tbl.tblGrid
    if len(raster):
        laatste = raster[-1]
        breedte = heel(laatste.get(qn("w:w")))
        nieuw = deepcopy(laatste)
        for kolom in (laatste, nieuw):
            kolom.set(qn("w:w"), str(breedte // 2))
        raster.append(nieuw)
    for nummer, rij in enumerate(tabel.rows):
        cel = deepcopy(rij._tr.tc_lst[-1])
        rij._tr.append(cel)
        _leeg(_Cell(cel, tabel), "Antwoord" if met_kop and nummer == 0 else "")
        for een in rij._tr.tc_lst[-2:]:
            maat = een.tcPr.find(qn("w:tcW")) if een.tcPr is not None else None
            if maat is not None and maat.get(qn("w:type")) == "dxa":
                maat.set(qn("w:w"), str(heel(maat.get(qn("w:w"))) // 2))


def _schrijf(cel: _Cell, blokken: tuple[Blok, ...], s: Vragenset) -> None:
    """The blocks as paragraphs of the cell, in its own look: lists by their signs, notes between brackets."""
    _leeg(cel, "")
    regels = [a for blok in blokken for a in ((blok,) if isinstance(blok, Alinea) else _rijen(blok))]
    for nummer, regel in enumerate(regels):
        alinea = cel.paragraphs[0] if nummer == 0 else cel.add_paragraph()
        if regel.lijst is not None:
            teken = "–" if regel.lijst.nummer is None else f"{regel.lijst.nummer}."
            alinea.add_run(f"{'    ' * regel.lijst.niveau}{teken} ")
        for stuk in regel.stukken:
            noot = s.noot(stuk.noot) if stuk.noot else None
            run = alinea.add_run(f" [{platte_tekst(noot.tekst)}]" if noot else stuk.tekst)
            run.bold, run.italic = stuk.vet or None, stuk.cursief or None


def _rijen(blok: Tabel) -> Iterator[Alinea]:
    """A table inside a cell, row by row."""
    for rij in blok.rijen:
        yield Alinea(tuple(stuk for cel in rij for alinea in cel for stuk in (*alinea.stukken, _TUSSEN))[:-1])


def _leeg(cel: _Cell, tekst: str) -> None:
    """The cell with one paragraph, in the look of its first."""
    if not cel.paragraphs:  # all it has stands in a control
        for kind in [kind for kind in cel._tc if kind.tag != qn("w:tcPr")]:
            cel._tc.remove(kind)
        cel.add_paragraph()
    eerste, *rest = cel.paragraphs
    for alinea in rest:
        alinea._p.getparent().remove(alinea._p)
    for kind in [kind for kind in eerste._p if kind.tag != qn("w:pPr")]:
        eerste._p.remove(kind)
    if tekst:
        eerste.add_run(tekst).bold = True
