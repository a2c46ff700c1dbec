"""HTML as officielebekendmakingen.nl serves it. Scripts and styles are left out, nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml import html as lxml_html

from kamervragen.documents.lezing import Melding, melding
from kamervragen.documents.packing.xml import MAX_DIEPTE
from kamervragen.documents.readers.ruw import GENUMMERD, Ruw
from kamervragen.documents.text.markdown import schrijf_markdown
from kamervragen.documents.text.opmaak import Alinea, Blok, Lijst, Stuk, Tabel, bijgesneden
from kamervragen.domain.errors import Ongeldig

_WEG = frozenset(
    {"script", "style", "nav", "header", "footer", "form", "head", "noscript", "template", "svg", "iframe", "object"}
)
_BLOKKEN = frozenset(
    {
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "table",
        "section",
        "article",
        "main",
        "body",
        "html",
        "blockquote",
        "dl",
        "dt",
        "dd",
        "hr",
        "aside",
        "figure",
        "pre",
    }
)
_ID = re.compile(r"(?:ah|kv)-(?:tk|ek)-(?:\d{8}-\d{1,4}(?:-[hn]\d+)?|\d{4}Z\d{5})")


def lees(data: bytes, naam: str) -> Ruw:
    """A page of HTML, or a part of one, as blocks. :raises Ongeldig: when it holds no text."""
    parser = lxml_html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding=_codering(data)
    )
    try:
        boom = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as fout:
        raise Ongeldig("%(naam)s bevat geen leesbare HTML. Bied het document zelf aan.", naam=naam) from fout
    if any(len(list(element.iterancestors())) > MAX_DIEPTE for element in boom.iter() if not len(element)):
        raise Ongeldig("%(naam)s is te diep genest en is daarom geweigerd.", naam=naam)
    lezer = _Lezer()
    lezer.noten = dict.fromkeys(_nootnummers(boom), "")
    blokken = tuple(lezer.blokken(boom))
    hoofd = tuple(dict.fromkeys(_ID.findall(" ".join(_metagegevens(boom)))))
    return Ruw(blokken, hoofd=hoofd, meldingen=tuple(lezer.meldingen()), genummerd=lezer.noten)


def _codering(data: bytes) -> str | None:
    """UTF-8 where it is; else what the page says of itself."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _metagegevens(boom: etree._Element) -> Iterator[str]:
    for element in boom.iter("meta"):
        yield str(element.get("content", ""))
    for element in boom.iter("title"):
        yield str(element.text or "")


def _nootnummers(boom: etree._Element) -> list[int]:
    """The numbers of the notes whose text stands in the page."""
    nummers = [_nummer(element) for element in boom.iter("div", "li", "p") if _is_nootlichaam(element)]
    return [nummer for nummer in nummers if nummer is not None]


def _is_nootlichaam(element: etree._Element) -> bool:
    return {"voet", "noot"} <= set(str(element.get("class", "")).split())


def _nummer(element: etree._Element) -> int | None:
    nummer = next((kind for kind in element.iter() if "nootnum" in str(kind.get("class", "")).split()), None)
    tekst = "".join(str(deel) for deel in nummer.itertext()).strip(" )[]\n\t") if nummer is not None else ""
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 4 else None


@dataclass
class _Lezer:
    noten: dict[int, str] = field(default_factory=dict)
    plaatjes: int = 0

    def blokken(self, element: etree._Element, lijst: Lijst | None = None) -> Iterator[Blok]:
        """The blocks of an element: its own runs are a paragraph, its block elements come after each other."""
        lopend: list[Stuk] = [Stuk(element.text or "")]
        for kind in element:
            naam = kind.tag if isinstance(kind.tag, str) else ""
            if naam in _BLOKKEN and naam not in _WEG:
                yield from self._alinea(lopend, lijst)
                lopend = []
                yield from self._blok(kind, naam, lijst)
            elif naam and naam not in _WEG:
                lopend += self._stuk(kind, naam, Stuk(""))
            lopend.append(Stuk(kind.tail or ""))
        yield from self._alinea(lopend, lijst)

    def meldingen(self) -> Iterator[Melding]:
        if self.plaatjes:
            yield melding("afbeeldingen_weggelaten", "set", aantal=self.plaatjes)

    def _blok(self, element: etree._Element, naam: str, lijst: Lijst | None) -> Iterator[Blok]:
        if _is_nootlichaam(element):
            if (nummer := _nummer(element)) is not None:
                self._noot(element, nummer)
            else:
                yield from self.blokken(element, lijst)
        elif naam in ("ul", "ol"):
            niveau = 0 if lijst is None else lijst.niveau + 1
            items = [kind for kind in element if kind.tag == "li"]
            begin = str(element.get("start", "1"))
            eerste = int(begin) if begin.isascii() and begin.isdigit() and len(begin) < 5 else 1
            for nummer, item in enumerate(items, eerste):
                yield from self.blokken(item, Lijst(niveau, nummer if naam == "ol" else None))
        elif naam == "table":
            yield from self._tabel(element)
        else:
            yield from self.blokken(element, lijst)

    def _alinea(self, stukken: list[Stuk], lijst: Lijst | None) -> Iterator[Alinea]:
        blok = bijgesneden(Alinea(tuple(replace(s, tekst=_gevouwen(s.tekst)) for s in stukken), lijst))
        if not blok.leeg:
            yield blok

    def _stuk(self, element: etree._Element, naam: str, stijl: Stuk) -> Iterator[Stuk]:
        klassen = str(element.get("class", "")).split()
        if naam == "br":
            yield replace(stijl, tekst="\n\n")
            return
        if naam == "img":
            self.plaatjes += 1
            return
        if "nootnum" in klassen or naam == "sup":
            cijfers = "".join(str(deel) for deel in element.itertext()).strip(" )[]\n\t")
            if cijfers.isascii() and cijfers.isdigit() and ("nootnum" in klassen or int(cijfers) in self.noten):
                yield Stuk("", noot=f"{GENUMMERD}{int(cijfers)}")
            else:
                yield replace(stijl, tekst=cijfers, hoog=True)
            return
        url = str(element.get("href", "")) if naam == "a" else ""
        if naam in ("b", "strong"):
            stijl = replace(stijl, vet=True)
        elif naam in ("i", "em"):
            stijl = replace(stijl, cursief=True)
        elif url.startswith(("http://", "https://")):
            stijl = replace(stijl, url=url)
        yield replace(stijl, tekst=element.text or "")
        for kind in element:
            if isinstance(kind.tag, str) and kind.tag not in _WEG:
                yield from self._stuk(kind, kind.tag, stijl)
            yield replace(stijl, tekst=kind.tail or "")

    def _noot(self, element: etree._Element, nummer: int) -> None:
        for weg in [kind for kind in element.iter() if "nootnum" in str(kind.get("class", "")).split()]:
            weg.text, weg.tag = None, "span"
            weg.attrib.clear()
            for kind in list(weg):
                weg.remove(kind)
        teksten = [schrijf_markdown((blok,)) for blok in self.blokken(element)]
        self.noten[nummer] = " ".join(teksten)

    def _tabel(self, tabel: etree._Element) -> Iterator[Blok]:
        rijen = []
        for rij in tabel.iter("tr"):
            cellen = [cel for cel in rij if cel.tag in ("td", "th")]
            rijen.append(tuple(tuple(b for b in self.blokken(cel) if isinstance(b, Alinea)) for cel in cellen))
        if any(rijen):
            yield Tabel(tuple(rij for rij in rijen if rij))


def _gevouwen(tekst: str) -> str:
    """White space of the file is a space; only a <br> is a line break."""
    return "\n" if tekst == "\n\n" else re.sub(r"\s+", " ", tekst)
