"""Blocks of text into a Word document, by the names of its styles and nothing else."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from kamervragen.documents.markdown import lees_markdown
from kamervragen.documents.opmaak import Alinea, Blok, Stuk, Tabel
from kamervragen.documents.voetnoten import voeg_voetnoot_toe
from kamervragen.domain.vragenset import Noot, Nootsoort

_PUNTEN, _CIJFERS = 0, 1  # the two abstract lists of the template


class Schrijver:
    """Writes blocks; knows the notes of the set, and the list it is in."""

    def __init__(self, document: Document, noten: dict[str, Noot]) -> None:
        self.document = document
        self.noten = noten
        self._lijsten: list[tuple[bool, int]] = []

    def schrijf(self, blokken: tuple[Blok, ...], stijl: str, *, aanhef: str = "") -> None:
        """Adds the blocks; plain paragraphs take `stijl`, the first one begins with `aanhef`."""
        for index, blok in enumerate(blokken):
            if isinstance(blok, Tabel):
                self._lijsten = []
                self._tabel(blok)
                continue
            alinea = self.document.add_paragraph(style=self._stijl(blok, stijl))
            if index == 0 and aanhef:
                alinea.add_run(aanhef)
            if blok.lijst is None:
                self._lijsten = []
            else:
                self._nummer(alinea, blok)
            self._vul(alinea, blok)
        self._lijsten = []

    def _stijl(self, blok: Alinea, standaard: str) -> str:
        if blok.kop:
            return "Tussenkop"
        if blok.lijst is not None:
            return "Lijsttekst"
        return "Citaat" if blok.citaat else standaard

    def _vul(self, alinea: Paragraph, blok: Alinea) -> None:
        for stuk in blok.stukken:
            if stuk.noot is not None:
                self._noot(alinea, stuk.noot)
            elif stuk.url:
                self._koppeling(alinea, stuk)
            else:
                _opgemaakt(alinea.add_run(stuk.tekst), stuk)

    def _noot(self, alinea: Paragraph, id: str) -> None:
        noot = self.noten.get(id)
        if noot is None:
            return
        if noot.soort is Nootsoort.BRON:
            alinea.add_run(f" {noot.nummer})")
            return
        in_noot = voeg_voetnoot_toe(self.document, alinea)
        for blok in lees_markdown(noot.tekst):
            if isinstance(blok, Alinea):
                self._vul(in_noot, blok)

    def _koppeling(self, alinea: Paragraph, stuk: Stuk) -> None:
        koppeling: Any = OxmlElement("w:hyperlink")
        koppeling.set(qn("r:id"), alinea.part.relate_to(stuk.url or "", RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        alinea._p.append(koppeling)
        kern: Any = OxmlElement("w:r")
        run = Run(kern, alinea)
        koppeling.append(kern)
        run.text = stuk.tekst
        stijl: Any = OxmlElement("w:rStyle")
        stijl.set(qn("w:val"), self.document.styles["Hyperlink"].style_id)
        run._r.get_or_add_rPr().insert(0, stijl)
        _opgemaakt(run, stuk)

    def _nummer(self, alinea: Paragraph, blok: Alinea) -> None:
        """Puts a paragraph in its list: a new one where the kind changes or the numbers begin again."""
        assert blok.lijst is not None
        niveau, geordend = min(blok.lijst.niveau, 8), blok.lijst.nummer is not None
        del self._lijsten[niveau + 1 :]
        while len(self._lijsten) <= niveau:
            self._lijsten.append((geordend, self._nieuwe_lijst(geordend, len(self._lijsten), blok.lijst.nummer or 1)))
        if self._lijsten[niveau][0] is not geordend:
            self._lijsten[niveau] = (geordend, self._nieuwe_lijst(geordend, niveau, blok.lijst.nummer or 1))
        eigenschappen: Any = alinea._p.get_or_add_pPr()
        nummering = eigenschappen.get_or_add_numPr()
        nummering.get_or_add_ilvl().val = niveau
        nummering.get_or_add_numId().val = self._lijsten[niveau][1]

    def _nieuwe_lijst(self, geordend: bool, niveau: int, begin: int) -> int:
        wortel = self.document.part.numbering_part.element
        nummer = len(wortel.findall(qn("w:num"))) + 1
        num = OxmlElement("w:num")
        num.set(qn("w:numId"), str(nummer))
        soort = OxmlElement("w:abstractNumId")
        soort.set(qn("w:val"), str(_CIJFERS if geordend else _PUNTEN))
        num.append(soort)
        anders, start = OxmlElement("w:lvlOverride"), OxmlElement("w:startOverride")
        anders.set(qn("w:ilvl"), str(niveau))
        start.set(qn("w:val"), str(begin))
        anders.append(start)
        num.append(anders)
        wortel.append(num)
        return nummer

    def _tabel(self, blok: Tabel) -> None:
        breedte = max(len(rij) for rij in blok.rijen)
        tabel = self.document.add_table(len(blok.rijen), breedte, style="Antwoordtabel")
        kop = tabel.rows[0]._tr.get_or_add_trPr()
        kop.append(OxmlElement("w:tblHeader"))
        for rij, cellen in zip(tabel.rows, blok.rijen, strict=True):
            # One list of the row's cells: asking the table for each would cost the square of its size.
            for cel, inhoud in zip(rij.cells, cellen, strict=False):
                self._cel(cel, inhoud)

    def _cel(self, cel: _Cell, inhoud: tuple[Alinea, ...]) -> None:
        for index, blok in enumerate(inhoud):
            alinea = cel.paragraphs[0] if index == 0 else cel.add_paragraph()
            alinea.style = self.document.styles["Celtekst"]
            self._vul(alinea, blok)


def _opgemaakt(run: Run, stuk: Stuk) -> None:
    if stuk.vet:
        run.bold = True
    if stuk.cursief:
        run.italic = True
