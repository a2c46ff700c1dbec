"""What stands around the text of a .docx: styles, lists, links, properties, headers and footers.

*Bron:* ECMA-376 part 1 (WordprocessingML) and part 2 (packaging).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from kamervragen.documents.packing.xml import ontleed
from kamervragen.documents.text.opmaak import Lijst
from kamervragen.domain.errors import Ongeldig

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HYPERLINK = "/hyperlink"
_EIGENSCHAP = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"


@dataclass
class Nummering:
    """The lists of a document: the format of each level, and where each counter stands.

    Lists of one abstract list count on together, until one of them says for the first time that it begins anew.
    *Bron:* ECMA-376 part 1, 17.9.18 (num) and 17.9.26 (startOverride).
    """

    soort: dict[tuple[str, int], str] = field(default_factory=dict)
    begin: dict[tuple[str, int], int] = field(default_factory=dict)
    basis: dict[str, str] = field(default_factory=dict)
    opnieuw: set[tuple[str, int]] = field(default_factory=set)
    stand: dict[tuple[str, int], int] = field(default_factory=dict)

    def volgende(self, lijst: str, niveau: int) -> Lijst | None:
        soort = self.soort.get((lijst, niveau))
        basis = self.basis.get(lijst, lijst)
        if soort is None or soort == "none":
            return None
        for dieper in [plek for plek in self.stand if plek[0] == basis and plek[1] > niveau]:
            del self.stand[dieper]
        if soort == "bullet":
            return Lijst(niveau, None)
        plek = (basis, niveau)
        if (lijst, niveau) in self.opnieuw:
            self.opnieuw.remove((lijst, niveau))
            self.stand.pop(plek, None)
        self.stand[plek] = self.stand.get(plek, self.begin.get((lijst, niveau), 1) - 1) + 1
        return Lijst(niveau, self.stand[plek])


class Pakket:
    """The parts of a .docx that are no text, each read when it is asked for."""

    def __init__(self, delen: dict[str, bytes], naam: str) -> None:
        self.delen, self.naam = delen, naam
        # Read at once, so that a damaged part is told whether the text needs it or not.
        self.links = self._links()
        self.stijlnamen = self._stijlnamen()
        self.stijlnummers = self._stijlnummers()
        self.nummering = self._nummering()

    def xml(self, deel: str) -> etree._Element:
        """The root of a part. :raises Ongeldig: as `documents.xml.ontleed`."""
        return ontleed(self.delen[deel], self.naam, deel)

    def _links(self) -> dict[str, str]:
        """Addresses of hyperlinks by their id."""
        return {
            str(r.get("Id")): str(r.get("Target"))
            for r in self._relaties("word/_rels/document.xml.rels")
            if str(r.get("Type", "")).endswith(_HYPERLINK)
        }

    @cached_property
    def extern(self) -> tuple[str, ...]:
        """The kinds of outside files it points to (template, linked picture). None of them is ever opened."""
        soorten = [
            str(r.get("Type", "")).rsplit("/", 1)[-1]
            for deel in self.delen
            if deel.endswith(".rels")
            for r in self._relaties(deel)
            if str(r.get("TargetMode", "")).lower() == "external" and not str(r.get("Type", "")).endswith(_HYPERLINK)
        ]
        return tuple(sorted(soorten))

    def _stijlnamen(self) -> dict[str, str]:
        namen = ((str(stijl.get(f"{W}styleId")), stijl.find(f"{W}name")) for stijl in self._stijlen())
        return {id: val(naam).lower() for id, naam in namen if naam is not None}

    def _stijlnummers(self) -> dict[str, tuple[str, int]]:
        """Styles that carry a list of their own."""
        stijlen: dict[str, tuple[str, int]] = {}
        for stijl in self._stijlen():
            nummer = stijl.find(f"{W}pPr/{W}numPr/{W}numId")
            if nummer is not None and stijl.get(f"{W}styleId"):
                stijlen[str(stijl.get(f"{W}styleId"))] = (val(nummer), getal(stijl.find(f"{W}pPr/{W}numPr/{W}ilvl")))
        return stijlen

    def _nummering(self) -> Nummering:
        nummering = Nummering()
        if "word/numbering.xml" not in self.delen:
            return nummering
        boom = self.xml("word/numbering.xml")
        abstract = {str(a.get(f"{W}abstractNumId")): a for a in boom.iter(f"{W}abstractNum")}
        for num in boom.iter(f"{W}num"):
            id, verwijst = str(num.get(f"{W}numId")), num.find(f"{W}abstractNumId")
            basis = abstract.get(val(verwijst)) if verwijst is not None else None
            nummering.basis[id] = f"abstract {val(verwijst)}" if verwijst is not None else id
            for niveau in basis.iter(f"{W}lvl") if basis is not None else ():
                plek = (id, heel(niveau.get(f"{W}ilvl")))
                vorm = niveau.find(f"{W}numFmt")
                nummering.soort[plek] = val(vorm) if vorm is not None else "decimal"
                nummering.begin[plek] = getal(niveau.find(f"{W}start"), 1)
            for anders in num.iter(f"{W}lvlOverride"):
                start = anders.find(f"{W}startOverride")
                if start is not None:
                    plek = (id, heel(anders.get(f"{W}ilvl")))
                    nummering.begin[plek] = getal(start, 1)
                    nummering.opnieuw.add(plek)
        return nummering

    @cached_property
    def eigenschappen(self) -> dict[str, str]:
        """The document's own properties by their name in lower case; empty ones are left out."""
        if "docProps/custom.xml" not in self.delen:
            return {}
        waarden = {
            str(e.get("name", "")).strip().lower(): " ".join("".join(str(t) for t in e.itertext()).split())
            for e in self.xml("docProps/custom.xml").iter(_EIGENSCHAP)
        }
        return {naam: waarde for naam, waarde in waarden.items() if naam and waarde}

    def lopende_teksten(self) -> tuple[str, ...]:
        """The words of each paragraph in a header or footer, once: text boxes stand in the file twice."""
        teksten: list[str] = []
        for deel in sorted(self.delen):
            if re.fullmatch(r"word/(?:header|footer)\d*\.xml", deel):
                for alinea in self.xml(deel).iter(f"{W}p"):
                    eigen = (t for t in alinea.iter(f"{W}t") if next(t.iterancestors(f"{W}p")) is alinea)
                    teksten.append(" ".join("".join(t.text or "" for t in eigen).split()))
        return tuple(tekst for tekst in dict.fromkeys(teksten) if tekst)

    def keur_velden(self) -> None:
        """Fields that would start a program. :raises Ongeldig: when there is one."""
        for deel in sorted(self.delen):
            if not re.fullmatch(r"word/[^/]+\.xml", deel) or b"DDE" not in self.delen[deel].upper():
                continue
            boom = self.xml(deel)
            velden = [str(v.get(f"{W}instr", "")) for v in boom.iter(f"{W}fldSimple")]
            velden.append("".join(v.text or "" for v in boom.iter(f"{W}instrText")))
            if any(re.search(r"\bDDE(?:AUTO)?\b", veld, re.IGNORECASE) for veld in velden):
                raise Ongeldig(
                    "%(naam)s bevat een veld dat een ander programma start (DDE) en is daarom geweigerd. Verwijder "
                    "het veld in Word en bied het document opnieuw aan.",
                    naam=self.naam,
                )

    def _stijlen(self) -> Iterator[etree._Element]:
        if "word/styles.xml" in self.delen:
            yield from self.xml("word/styles.xml").iter(f"{W}style")

    def _relaties(self, deel: str) -> Iterator[etree._Element]:
        if deel in self.delen:
            yield from self.xml(deel).iter("{*}Relationship")


def val(element: etree._Element, standaard: str = "") -> str:
    return str(element.get(f"{W}val", standaard))


def getal(element: etree._Element | None, standaard: int = 0) -> int:
    return heel(val(element) if element is not None else "", standaard)


def heel(waarde: str | None, standaard: int = 0) -> int:
    """A number of the file, or the default: a damaged one is no reason to refuse the document."""
    waarde = waarde or ""
    return int(waarde) if re.fullmatch(r"-?[0-9]{1,6}", waarde) else standaard
