"""A .docx edited as Word does it with tracked changes and comments on: by hand in its XML, without `kamervragen`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RUIMTE = "{http://www.w3.org/XML/1998/namespace}space"
MOMENT = "2026-06-03T09:30:00Z"


class Bewerking:
    """One document being edited; `klaar()` gives its bytes."""

    def __init__(self, data: bytes, auteur: str = "J. Tester", moment: str = MOMENT) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archief:
            self.delen = {naam: archief.read(naam) for naam in archief.namelist()}
        self.boom = etree.fromstring(self.delen["word/document.xml"])
        self.auteur, self.moment = auteur, moment
        self._nummer = 50_000

    def klaar(self) -> bytes:
        self.delen["word/document.xml"] = etree.tostring(self.boom, xml_declaration=True, encoding="UTF-8")
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
            for naam, data in self.delen.items():
                archief.writestr(naam, data)
        return uit.getvalue()

    def voeg_in(self, na: str, tekst: str) -> None:
        """Tracked: words behind the first place where `na` stands."""
        run = self._run(na)
        run.addnext(self._wijziging("ins", [self._als_run(run, tekst)]))

    def verwijder(self, tekst: str) -> None:
        """Tracked: the first place where these words stand."""
        run = self._run(tekst)
        weg = self._wijziging("del", [])
        run.addprevious(weg)
        weg.append(run)
        for t in run.iter(f"{W}t"):
            t.tag = f"{W}delText"
            t.set(RUIMTE, "preserve")

    def vervang(self, oud: str, nieuw: str) -> None:
        """Tracked: other words, as Word writes it: what went, then what came."""
        run = self._run(oud)
        erbij = self._wijziging("ins", [self._als_run(run, nieuw)])
        self.verwijder(oud)
        run.getparent().addnext(erbij)

    def nieuwe_alinea(self, na: str, tekst: str) -> None:
        """Tracked: a paragraph behind the one in which `na` stands."""
        p = self._alinea(na)
        nieuw = etree.Element(f"{W}p")
        if (eigenschappen := p.find(f"{W}pPr")) is not None:
            nieuw.append(deepcopy(eigenschappen))
        nieuw.append(self._wijziging("ins", [self._als_run(next(p.iter(f"{W}r")), tekst)]))
        self._merk(nieuw, "ins")
        p.addnext(nieuw)

    def verwijder_alinea(self, met: str) -> None:
        """Tracked: a whole paragraph with its end."""
        p = self._alinea(met)
        for run in [kind for kind in p if kind.tag == f"{W}r"]:
            weg = self._wijziging("del", [])
            run.addprevious(weg)
            weg.append(run)
            for t in run.iter(f"{W}t"):
                t.tag = f"{W}delText"
        self._merk(p, "del")

    def verplaats(self, tekst: str, na: str) -> None:
        """Tracked as a move, as only Word writes it."""
        run = self._run(tekst)
        kopie = deepcopy(run)
        doel = self._run(na)
        van, naar = self._wijziging("moveFrom", []), self._wijziging("moveTo", [kopie])
        run.addprevious(van)
        van.append(run)
        doel.addnext(naar)

    def zonder_spoor(self, oud: str, nieuw: str) -> None:
        """Other words, and nobody tracked it."""
        next(self._run(oud).iter(f"{W}t")).text = nieuw

    def opmerking(self, bij: str, tekst: str) -> None:
        """A comment on words of the text."""
        run = self._run(bij)
        self._nummer += 1
        id = str(self._nummer)
        begin, einde, merk = (etree.Element(f"{W}{n}") for n in ("commentRangeStart", "commentRangeEnd", "r"))
        for element in (begin, einde):
            element.set(f"{W}id", id)
        etree.SubElement(merk, f"{W}commentReference").set(f"{W}id", id)
        run.addprevious(begin)
        run.addnext(einde)
        einde.addnext(merk)
        self._comments(id, tekst)

    def alineas(self, stijl: str) -> list[str]:
        """The words of the paragraphs in this style, of runs that stand in no change."""
        uit = []
        for p in self.boom.iter(f"{W}p"):
            naam = p.find(f"{W}pPr/{W}pStyle")
            if naam is not None and naam.get(f"{W}val") == stijl:
                uit.append("".join(t.text or "" for run in p if run.tag == f"{W}r" for t in run.iter(f"{W}t")))
        return uit

    def weg(self, *namen: str) -> None:
        """Bookmarks and content controls taken out, as when text is pasted into another document. None: all."""
        for element in list(self.boom.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            if not namen or element.get(f"{W}name") in namen:
                element.getparent().remove(element)

    def pas_toe(self, doen: Callable[[Any], None]) -> None:
        """Anything else, done with the body of the document."""
        doen(self.boom.find(f"{W}body"))

    def _comments(self, id: str, tekst: str) -> None:
        naam = "word/comments.xml"
        ns = W.strip("{}")
        boom = etree.fromstring(self.delen.get(naam, f'<w:comments xmlns:w="{ns}"/>'.encode()))
        opmerking = etree.SubElement(boom, f"{W}comment")
        for veld, waarde in (("id", id), ("author", self.auteur), ("date", self.moment), ("initials", "JT")):
            opmerking.set(f"{W}{veld}", waarde)
        etree.SubElement(etree.SubElement(etree.SubElement(opmerking, f"{W}p"), f"{W}r"), f"{W}t").text = tekst
        if naam not in self.delen:
            self.delen["[Content_Types].xml"] = self.delen["[Content_Types].xml"].replace(
                b"</Types>",
                b'<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
            )
            self.delen["word/_rels/document.xml.rels"] = self.delen["word/_rels/document.xml.rels"].replace(
                b"</Relationships>",
                b'<Relationship Id="rIdOpm" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
            )
        self.delen[naam] = etree.tostring(boom, xml_declaration=True, encoding="UTF-8")

    def _wijziging(self, soort: str, runs: list[Any]) -> Any:
        element = etree.Element(f"{W}{soort}")
        self._nummer += 1
        for veld, waarde in (("id", str(self._nummer)), ("author", self.auteur), ("date", self.moment)):
            element.set(f"{W}{veld}", waarde)
        element.extend(runs)
        return element

    def _merk(self, p: Any, soort: str) -> None:
        eigenschappen = p.find(f"{W}pPr")
        if eigenschappen is None:
            eigenschappen = etree.Element(f"{W}pPr")
            p.insert(0, eigenschappen)
        rpr = eigenschappen.find(f"{W}rPr")
        if rpr is None:
            rpr = etree.SubElement(eigenschappen, f"{W}rPr")
        rpr.append(self._wijziging(soort, []))

    def _als_run(self, voorbeeld: Any, tekst: str) -> Any:
        run = etree.Element(f"{W}r")
        if (look := voorbeeld.find(f"{W}rPr")) is not None and look.find(f"{W}rStyle") is None:
            run.append(deepcopy(look))
        t = etree.SubElement(run, f"{W}t")
        t.text = tekst
        t.set(RUIMTE, "preserve")
        return run

    def _alinea(self, met: str) -> Any:
        return next(p for p in self.boom.iter(f"{W}p") if met in "".join(t.text or "" for t in p.iter(f"{W}t")))

    def _losse_runs(self) -> Iterator[Any]:
        """Runs that stand in no change yet."""
        for run in self.boom.iter(f"{W}r"):
            if run.getparent().tag == f"{W}p":
                yield run

    def _run(self, tekst: str) -> Any:
        """A run with exactly these words, cut out of the one in which they stand."""
        for run in self._losse_runs():
            t = run.find(f"{W}t")
            if t is None or tekst not in (t.text or ""):
                continue
            voor, _, na = t.text.partition(tekst)
            for deel, erbij in ((voor, run.addprevious), (na, run.addnext)):
                if deel:
                    kopie = deepcopy(run)
                    ander = kopie.find(f"{W}t")
                    ander.text = deel
                    ander.set(RUIMTE, "preserve")
                    erbij(kopie)
            t.text = tekst
            t.set(RUIMTE, "preserve")
            return run
        raise AssertionError(f"{tekst!r} stands in no run")
