"""Blocks of text into a Word document, by the names of its styles and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import SubElement

from kamervragen.documents.lezing import Opmerking, Wijziging
from kamervragen.documents.text.markdown import lees_markdown
from kamervragen.documents.text.opmaak import Alinea, Blok, Stuk, Tabel
from kamervragen.documents.text.schoon import schoon
from kamervragen.documents.word.sporen_uit import Sporenschrijver
from kamervragen.documents.word.voetnoten import voeg_voetnoot_toe
from kamervragen.documents.word.wordelement import RUIMTE, element
from kamervragen.domain.vragenset import Noot, Nootsoort
from kamervragen.language.citations.kruisverwijzingen import genoemde_antwoorden

_R, _T, _BR, _DEL = (qn(f"w:{naam}") for naam in ("r", "t", "br", "delText"))
_PUNTEN, _CIJFERS = 0, 1  # the two abstract lists of the template


class Schrijver:
    """Writes blocks before `anker`, an element of the page; knows the notes of the set, and the list it is in.

    `bron_als_voetnoot`: the asker's own notes are footnotes too, as in print, instead of "1)" at the end.
    `vragen`: labels of questions that are in the document, so that a number in a text can refer to them.
    `sporen`: tracked changes and remarks by the trace that runs carry.
    """

    def __init__(
        self,
        document: Document,
        noten: dict[str, Noot],
        anker: Any,
        *,
        bron_als_voetnoot: bool = False,
        vragen: Iterable[str] = (),
        sporen: Mapping[int, Wijziging | Opmerking] | None = None,
    ) -> None:
        self.document = document
        self.noten = noten
        self.anker = anker
        self.bron_als_voetnoot = bron_als_voetnoot
        self.vragen = frozenset(vragen)
        self.sporen = Sporenschrijver(document, sporen or {})
        self._stijlen = {(stijl.name or "").lower(): stijl.style_id for stijl in document.styles}
        self._lijsten: list[tuple[bool, int]] = []
        self._merken = 0

    def alinea(self, stijl: str, tekst: str = "") -> Paragraph:
        """A paragraph with words as they are."""
        p: Any = element("w:p")
        if stijl:
            p.get_or_add_pPr().append(element("w:pStyle", val=self._stijlen[stijl.lower()]))
        self.anker.addprevious(p)
        alinea = Paragraph(p, self.document._body)
        if tekst:
            _zet_tekst(_run(p), tekst)
        return alinea

    def kop(self, stijl: str, voor: str, delen: Iterable[tuple[str, str]] = (), merk: str = "") -> Paragraph:
        """A heading: words, then pieces that each may bear a bookmark of their own; `merk` stands around the whole."""
        alinea = self.alinea(stijl)
        slot = self.begin_merk(alinea, merk) if merk else None
        _zet_tekst(_run(alinea._p), voor)
        for tekst, naam in delen:
            einde = self.begin_merk(alinea, naam) if naam else None
            _zet_tekst(_run(alinea._p), tekst)
            if einde is not None:
                alinea._p.append(einde)
        if slot is not None:
            alinea._p.append(slot)
        return alinea

    def begin_merk(self, alinea: Paragraph, naam: str) -> Any:
        """Opens a bookmark in a paragraph; the element that is returned ends it where it is put."""
        self._merken += 1
        alinea._p.append(element("w:bookmarkStart", id=str(self._merken), name=naam))
        return element("w:bookmarkEnd", id=str(self._merken))

    def schrijf(self, blokken: tuple[Blok, ...], stijl: str, *, aanhef: str = "") -> None:
        """Adds the blocks; plain paragraphs take `stijl`, the first one begins with `aanhef`."""
        for index, blok in enumerate(blokken):
            if isinstance(blok, Tabel):
                self._lijsten = []
                self._tabel(blok)
                continue
            alinea = self.alinea(self._stijl(blok, stijl), aanhef if index == 0 else "")
            if blok.lijst is None:
                self._lijsten = []
            else:
                self._nummer(alinea, blok)
            self._vul(alinea, blok)
            self.sporen.sluit(alinea._p, blok.eind)
        self._lijsten = []

    def tekst(self, tekst: str, stijl: str) -> None:
        """A Markdown text as blocks."""
        self.schrijf(lees_markdown(tekst), stijl)

    def tabel(self, kolommen: Iterable[str], rijen: Iterable[Iterable[str]]) -> Table:
        """A table of plain words under its headings; the first row comes back on every page."""
        koppen = tuple((Alinea((Stuk(kolom, vet=True),)),) for kolom in kolommen)
        regels = tuple(tuple((Alinea((Stuk(cel),)) if cel else Alinea(),) for cel in rij) for rij in rijen)
        return self._tabel(Tabel((koppen, *regels)))

    def _stijl(self, blok: Alinea, standaard: str) -> str:
        if blok.kop:
            return "Tussenkop"
        if blok.lijst is not None:
            return "Lijsttekst"
        return "Citaat" if blok.citaat else standaard

    def _vul(self, alinea: Paragraph, blok: Alinea) -> None:
        for stuk in self._met_verwijzingen(blok.stukken):
            ouder = self.sporen.ouder(alinea._p, stuk.spoor)
            if stuk.noot is not None:
                self._noot(ouder, stuk.noot)
            elif stuk.url:
                self._koppeling(alinea, ouder, stuk)
            elif stuk.naar:
                self._verwijzing(ouder, stuk)
            else:
                self._stuk(ouder, stuk)

    def _stuk(self, ouder: Any, stuk: Stuk) -> Any:
        run = _run(ouder)
        if stuk.vet or stuk.cursief:
            rpr = run.get_or_add_rPr()
            for naam, aan in (("w:b", stuk.vet), ("w:i", stuk.cursief)):
                if aan:
                    rpr.append(element(naam))
        _zet_tekst(run, stuk.tekst, weg=ouder.tag == qn("w:del"))
        return run

    def _met_verwijzingen(self, stukken: tuple[Stuk, ...]) -> Iterable[Stuk]:
        """The runs, cut where a number names a question of this document."""
        if not self.vragen:
            return stukken
        plekken = [p for p in genoemde_antwoorden("".join(s.tekst for s in stukken)) if p[2] in self.vragen]
        uit: list[Stuk] = []
        plaats = 0
        for stuk in stukken:
            begin, over = plaats, stuk.tekst
            plaats += len(stuk.tekst)
            if stuk.url or stuk.noot:
                uit.append(stuk)
                continue
            for van, tot, label in plekken:
                if begin <= van and tot <= plaats:
                    voor = over[: van - plaats + len(over)] if van > plaats - len(over) else ""
                    if voor:
                        uit.append(replace(stuk, tekst=voor))
                    uit.append(replace(stuk, tekst=stuk.tekst[van - begin : tot - begin], naar=label))
                    over = stuk.tekst[tot - begin :]
            if over or not stuk.tekst:
                uit.append(replace(stuk, tekst=over))
        return uit

    def _verwijzing(self, ouder: Any, stuk: Stuk) -> None:
        """A number that follows the question it names: a REF field to the bookmark around that number."""
        if ouder.tag == qn("w:del"):  # a field cannot be deleted text
            self._stuk(ouder, stuk)
            return
        for soort, tekst in (("begin", ""), ("", f" REF {vraagmerk(stuk.naar or '')} \\h "), ("separate", "")):
            run = _run(ouder)
            if soort:
                run.append(element("w:fldChar", fldCharType=soort))
            else:
                instructie = element("w:instrText")
                instructie.text = tekst
                instructie.set(RUIMTE, "preserve")
                run.append(instructie)
        self._stuk(ouder, replace(stuk, naar=None))
        _run(ouder).append(element("w:fldChar", fldCharType="end"))

    def _noot(self, ouder: Any, id: str) -> None:
        noot = self.noten.get(id)
        if noot is None:
            return
        if noot.soort is Nootsoort.BRON and not self.bron_als_voetnoot:
            _zet_tekst(_run(ouder), f" {noot.nummer})")
            return
        if ouder.tag == qn("w:del"):  # what is struck out calls no note
            return
        in_noot = voeg_voetnoot_toe(self.document, ouder)
        for blok in lees_markdown(noot.tekst):
            if isinstance(blok, Alinea):
                self._vul(in_noot, replace(blok, stukken=tuple(replace(s, spoor=()) for s in blok.stukken)))

    def _koppeling(self, alinea: Paragraph, ouder: Any, stuk: Stuk) -> None:
        if ouder.tag != qn("w:p"):  # a link does not stand inside a tracked change
            self._stuk(ouder, stuk)
            return
        koppeling: Any = element("w:hyperlink")
        koppeling.set(qn("r:id"), alinea.part.relate_to(stuk.url or "", RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        ouder.append(koppeling)
        run = self._stuk(koppeling, stuk)
        run.get_or_add_rPr().insert(0, element("w:rStyle", val=self._stijlen["hyperlink"]))

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
        num = element("w:num", numId=str(nummer))
        num.append(element("w:abstractNumId", val=str(_CIJFERS if geordend else _PUNTEN)))
        anders = element("w:lvlOverride", ilvl=str(niveau))
        anders.append(element("w:startOverride", val=str(begin)))
        num.append(anders)
        wortel.append(num)
        return nummer

    def _tabel(self, blok: Tabel) -> Table:
        breedte = max(len(rij) for rij in blok.rijen)
        tabel: Table = self.document.add_table(len(blok.rijen), breedte)
        tabel.style = self.document.styles["Antwoordtabel"]
        self.anker.addprevious(tabel._tbl)
        for index, (rij, cellen) in enumerate(zip(tabel.rows, blok.rijen, strict=True)):
            eigenschappen = rij._tr.get_or_add_trPr()
            eigenschappen.append(element("w:cantSplit"))
            if index == 0:
                eigenschappen.append(element("w:tblHeader"))
            # One list of the row's cells: asking the table for each would cost the square of its size.
            for cel, inhoud in zip(rij.cells, cellen, strict=False):
                self._cel(cel, inhoud)
        return tabel

    def _cel(self, cel: _Cell, inhoud: tuple[Alinea, ...]) -> None:
        for index, blok in enumerate(inhoud):
            alinea = cel.paragraphs[0] if index == 0 else cel.add_paragraph()
            alinea._p.get_or_add_pPr().insert(0, element("w:pStyle", val=self._stijlen["celtekst"]))
            self._vul(alinea, blok)


def vraagmerk(label: str) -> str:
    """The bookmark around the number of a question, to which references point."""
    return f"vraag_{label}"


def _run(ouder: Any) -> Any:
    return SubElement(ouder, _R)


def _zet_tekst(run: Any, tekst: str, *, weg: bool = False) -> None:
    """The words of a run; a line break is a break in Word, and deleted words stand in an element of their own."""
    for index, regel in enumerate(schoon(tekst).replace("\t", " ").split("\n")):
        if index:
            SubElement(run, _BR)
        if not regel:
            continue
        woorden = SubElement(run, _DEL if weg else _T)
        woorden.text = regel
        if regel[0] == " " or regel[-1] == " " or weg:
            woorden.set(RUIMTE, "preserve")
