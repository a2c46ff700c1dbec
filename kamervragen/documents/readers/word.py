"""Word (.docx): paragraphs, tables, lists, real footnotes, tracked insertions, text boxes once.

Read from the XML parts themselves: python-docx leaves out tracked insertions and knows no footnotes.
*Bron:* ECMA-376 part 1, WordprocessingML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from kamervragen.documents.lezing import Melding, melding
from kamervragen.documents.markdown import schrijf_markdown
from kamervragen.documents.opmaak import TUSSENKOP, Alinea, Blok, Lijst, Stuk, Tabel, bijgesneden, zonder_geheel_vet
from kamervragen.documents.readers.ruw import Ruw
from kamervragen.domain.errors import Ongeldig

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WEG = {f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}instrText", f"{_W}delText", f"{_W}rPr", f"{_W}pPr"}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def lees(delen: dict[str, bytes], naam: str) -> Ruw:
    """A .docx as blocks. `delen` are the members of the zip, already found fit.

    Tracked insertions are read, deletions are not; a melding says that there were any.
    :raises Ongeldig: when it holds no Word document.
    """
    if "word/document.xml" not in delen:
        raise Ongeldig(f"{naam} is geen Word-document. Bewaar het als .docx en bied het opnieuw aan.")
    return _Lezer(delen, naam).lees()


@dataclass
class _Nummering:
    """The lists of a document: the format of each level, and where each counter stands."""

    soort: dict[tuple[str, int], str] = field(default_factory=dict)
    begin: dict[tuple[str, int], int] = field(default_factory=dict)
    stand: dict[tuple[str, int], int] = field(default_factory=dict)

    def volgende(self, lijst: str, niveau: int) -> Lijst | None:
        soort = self.soort.get((lijst, niveau))
        if soort is None or soort == "none":
            return None
        if soort == "bullet":
            return Lijst(niveau, None)
        for dieper in [plek for plek in self.stand if plek[0] == lijst and plek[1] > niveau]:
            del self.stand[dieper]
        plek = (lijst, niveau)
        self.stand[plek] = self.stand.get(plek, self.begin.get(plek, 1) - 1) + 1
        return Lijst(niveau, self.stand[plek])


class _Lezer:
    def __init__(self, delen: dict[str, bytes], naam: str) -> None:
        self.delen, self.naam = delen, naam
        self.document = self._xml("word/document.xml")
        self.links = self._links()
        self.stijlnamen = self._stijlnamen()
        self.stijlnummers = self._stijlnummers()
        self.nummering = self._nummering()
        self.noten: dict[tuple[str, str], str] = {}
        self.hoofd: list[str] = []

    def lees(self) -> Ruw:
        lichaam = self.document.find(f"{_W}body")
        if lichaam is None:
            raise Ongeldig(f"{self.naam} is een leeg Word-document.")
        blokken = tuple(self._blokken(lichaam))
        return Ruw(blokken, self._voetnoten(), tuple(self.hoofd), tuple(self._meldingen()))

    def _xml(self, deel: str) -> etree._Element:
        try:
            boom = etree.fromstring(self.delen[deel], _PARSER)
        except etree.XMLSyntaxError as fout:
            raise Ongeldig(f"{self.naam} is beschadigd ({deel}). Bewaar het opnieuw in Word.") from fout
        if boom.getroottree().docinfo.doctype:
            raise Ongeldig(f"{self.naam} bevat een DTD en is daarom geweigerd.")
        return boom

    def _links(self) -> dict[str, str]:
        if "word/_rels/document.xml.rels" not in self.delen:
            return {}
        relaties = self._xml("word/_rels/document.xml.rels")
        return {
            str(r.get("Id")): str(r.get("Target")) for r in relaties if str(r.get("Type", "")).endswith("/hyperlink")
        }

    def _stijlnamen(self) -> dict[str, str]:
        if "word/styles.xml" not in self.delen:
            return {}
        stijlen = self._xml("word/styles.xml").iter(f"{_W}style")
        namen = ((str(stijl.get(f"{_W}styleId")), stijl.find(f"{_W}name")) for stijl in stijlen)
        return {id: _val(naam).lower() for id, naam in namen if naam is not None}

    def _stijlnummers(self) -> dict[str, tuple[str, int]]:
        """Styles that carry a list of their own."""
        if "word/styles.xml" not in self.delen:
            return {}
        stijlen: dict[str, tuple[str, int]] = {}
        for stijl in self._xml("word/styles.xml").iter(f"{_W}style"):
            nummer = stijl.find(f"{_W}pPr/{_W}numPr/{_W}numId")
            if nummer is not None and stijl.get(f"{_W}styleId"):
                niveau = stijl.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
                stijlen[str(stijl.get(f"{_W}styleId"))] = (_val(nummer), _getal(niveau))
        return stijlen

    def _nummering(self) -> _Nummering:
        nummering = _Nummering()
        if "word/numbering.xml" not in self.delen:
            return nummering
        boom = self._xml("word/numbering.xml")
        abstract = {str(a.get(f"{_W}abstractNumId")): a for a in boom.iter(f"{_W}abstractNum")}
        for num in boom.iter(f"{_W}num"):
            id, verwijst = str(num.get(f"{_W}numId")), num.find(f"{_W}abstractNumId")
            basis = abstract.get(_val(verwijst)) if verwijst is not None else None
            for niveau in basis.iter(f"{_W}lvl") if basis is not None else ():
                plek = (id, _heel(niveau.get(f"{_W}ilvl")))
                vorm = niveau.find(f"{_W}numFmt")
                nummering.soort[plek] = _val(vorm) if vorm is not None else "decimal"
                nummering.begin[plek] = _getal(niveau.find(f"{_W}start"), 1)
            for anders in num.iter(f"{_W}lvlOverride"):
                start = anders.find(f"{_W}startOverride")
                if start is not None:
                    nummering.begin[(id, _heel(anders.get(f"{_W}ilvl")))] = _getal(start, 1)
        return nummering

    def _blokken(self, ouder: etree._Element) -> Iterator[Blok]:
        for kind in ouder:
            if kind.tag == f"{_W}p":
                yield self._alinea(kind)
            elif kind.tag == f"{_W}tbl":
                yield self._tabel(kind)
            elif kind.tag == f"{_W}sdt":
                inhoud = kind.find(f"{_W}sdtContent")
                if inhoud is not None:
                    yield from self._blokken(inhoud)
            elif kind.tag in (f"{_W}ins", f"{_W}moveTo", f"{_W}customXml", f"{_W}smartTag"):
                yield from self._blokken(kind)

    def _tabel(self, tabel: etree._Element) -> Tabel:
        rijen = []
        for rij in tabel.iter(f"{_W}tr"):
            if next(rij.iterancestors(f"{_W}tbl")) is not tabel or rij.find(f"{_W}trPr/{_W}del") is not None:
                continue
            cellen = [cel for cel in rij.iter(f"{_W}tc") if next(cel.iterancestors(f"{_W}tr")) is rij]
            rijen.append(tuple(tuple(self._cel(cel)) for cel in cellen))
        return Tabel(tuple(rijen))

    def _cel(self, cel: etree._Element) -> Iterator[Alinea]:
        for blok in self._blokken(cel):
            if isinstance(blok, Alinea):
                yield blok
            else:
                yield from (alinea for rij in blok.rijen for binnen in rij for alinea in binnen)

    def _alinea(self, p: etree._Element) -> Alinea:
        stukken = tuple(self._stukken(p, Stuk("")))
        eigenschappen = p.find(f"{_W}pPr")
        stijl = eigenschappen.find(f"{_W}pStyle") if eigenschappen is not None else None
        naam = self.stijlnamen.get(_val(stijl), "") if stijl is not None else ""
        if naam == "tussenkop":
            kaal = tuple(replace(stuk, vet=False, cursief=False) for stuk in stukken)
            return bijgesneden(Alinea(kaal, kop=TUSSENKOP))
        lijst = self._lijst(eigenschappen) if eigenschappen is not None and stukken else None
        return bijgesneden(zonder_geheel_vet(Alinea(stukken, lijst, citaat=naam in ("citaat", "quote"))))

    def _lijst(self, eigenschappen: etree._Element) -> Lijst | None:
        stijl = eigenschappen.find(f"{_W}pStyle")
        nummer = eigenschappen.find(f"{_W}numPr/{_W}numId")
        if nummer is not None:
            niveau = _getal(eigenschappen.find(f"{_W}numPr/{_W}ilvl"))
            return self.nummering.volgende(_val(nummer), niveau) if _val(nummer) != "0" else None
        if stijl is not None and _val(stijl) in self.stijlnummers:
            return self.nummering.volgende(*self.stijlnummers[_val(stijl)])
        return None

    def _stukken(self, ouder: etree._Element, stijl: Stuk) -> Iterator[Stuk]:
        for kind in ouder:
            if not isinstance(kind.tag, str) or kind.tag in _WEG:
                continue
            naam = kind.tag.removeprefix(_W)
            if naam == "r":
                yield from self._stukken(kind, _runstijl(kind, stijl))
            elif naam == "t":
                yield replace(stijl, tekst=kind.text or "")
            elif naam in ("br", "cr"):
                yield replace(stijl, tekst=" " if kind.get(f"{_W}type") in ("page", "column") else "\n")
            elif naam in ("tab", "ptab"):
                yield replace(stijl, tekst=" ")
            elif naam == "noBreakHyphen":
                yield replace(stijl, tekst="\N{NON-BREAKING HYPHEN}")
            elif naam == "sym":
                yield replace(stijl, tekst="•")
            elif naam == "hyperlink":
                url = self.links.get(str(kind.get(f"{_R}id")))
                yield from self._stukken(kind, replace(stijl, url=url))
            elif naam in ("footnoteReference", "endnoteReference"):
                yield Stuk("", noot=self._nootnummer(naam, str(kind.get(f"{_W}id"))))
            elif naam == "txbxContent":
                self.hoofd += [blok.kaal for blok in self._blokken(kind) if isinstance(blok, Alinea) and not blok.leeg]
            else:
                yield from self._stukken(kind, stijl)

    def _nootnummer(self, soort: str, id: str) -> str:
        return self.noten.setdefault((soort.removesuffix("Reference"), id), f"v{len(self.noten) + 1}")

    def _voetnoten(self) -> dict[str, str]:
        """The notes that are called from the text, in the order of their calls."""
        teksten: dict[str, str] = {}
        for soort, deel in (("footnote", "word/footnotes.xml"), ("endnote", "word/endnotes.xml")):
            if deel not in self.delen:
                continue
            for noot in self._xml(deel).iter(f"{_W}{soort}"):
                merk = self.noten.get((soort, str(noot.get(f"{_W}id"))))
                if merk is not None:
                    alineas = [blok for blok in self._blokken(noot) if isinstance(blok, Alinea) and not blok.leeg]
                    teksten[merk] = " ".join(schrijf_markdown((alinea,)) for alinea in alineas)
        return dict(sorted(teksten.items(), key=lambda paar: int(paar[0][1:])))

    def _meldingen(self) -> Iterator[Melding]:
        invoegingen = sum(1 for _ in self.document.iter(f"{_W}ins", f"{_W}moveTo"))
        verwijderingen = sum(1 for _ in self.document.iter(f"{_W}del", f"{_W}moveFrom"))
        if invoegingen or verwijderingen:
            yield melding("wijzigingen_bijgehouden", "set", invoegingen=invoegingen, verwijderingen=verwijderingen)
        if "word/comments.xml" in self.delen and any(True for _ in self.document.iter(f"{_W}commentReference")):
            yield melding("opmerkingen_in_marge", "set")


def _runstijl(run: etree._Element, stijl: Stuk) -> Stuk:
    eigenschappen = run.find(f"{_W}rPr")
    if eigenschappen is None:
        return stijl
    hoogte = eigenschappen.find(f"{_W}vertAlign")
    return replace(
        stijl,
        vet=_aan(eigenschappen, "b"),
        cursief=_aan(eigenschappen, "i"),
        hoog=hoogte is not None and _val(hoogte) == "superscript",
    )


def _aan(eigenschappen: etree._Element, naam: str) -> bool:
    schakelaar = eigenschappen.find(f"{_W}{naam}")
    return schakelaar is not None and _val(schakelaar, "1") not in ("0", "false", "off")


def _val(element: etree._Element, standaard: str = "") -> str:
    return str(element.get(f"{_W}val", standaard))


def _getal(element: etree._Element | None, standaard: int = 0) -> int:
    return _heel(_val(element) if element is not None else "", standaard)


def _heel(waarde: str | None, standaard: int = 0) -> int:
    """A number of the file, or the default: a damaged one is no reason to refuse the document."""
    waarde = waarde or ""
    return int(waarde) if re.fullmatch(r"-?[0-9]{1,6}", waarde) else standaard
