"""The official XML of officielebekendmakingen.nl: `kamervragen` and the older `vraagdoc`.

*Bron:* op-xsd-2012-2 and the `vraagdoc` DTD, as real files use them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from kamervragen.documents.lezing import Melding, melding
from kamervragen.documents.packing.xml import ontleed
from kamervragen.documents.readers.ruw import GENUMMERD, Ruw
from kamervragen.documents.text.markdown import schrijf_markdown
from kamervragen.documents.text.opmaak import Alinea, Blok, Lijst, Stuk, Tabel, bijgesneden
from kamervragen.domain.errors import Ongeldig

WORTELS = ("kamervragen", "vraagdoc", "vraag", "antwoord", "kamervraagomschrijving")
_METADATA = ("DC.identifier", "OVERHEIDop.vraagnummer")
_REGELS = ("tekstregel", "kamervraagomschrijving", "omschr", "al", "p", "tussenkop", "titel", "noot.al")
_NADRUK = {"vet": (True, False), "halfvet": (True, False), "cur": (False, True), "vetcur": (True, True)}
_KOP = ("kamervraagkop", "kamervraagnummer", "vraagnummer", "kamervraagomschrijving", "omschr")
# Holds lines of the masthead, or nothing of the set.
_WEG = ("metadata", "meta", "datumtekst", "kamervraagdatum")


def lees(data: bytes, naam: str) -> Ruw:
    """An official XML file, or a part of one, as blocks.

    :raises Ongeldig: damaged, with a DTD, or without a question in it.
    """
    boom = ontleed(data, naam)
    if not any(next(boom.iter(f"{{*}}{wortel}"), None) is not None for wortel in WORTELS):
        raise Ongeldig(
            "%(naam)s is XML, maar geen officiële publicatie van Kamervragen. Bied het document zelf aan.", naam=naam
        )
    lezer = _Lezer()
    # The older files say who answered only after the questions: the head is read first, wherever it stands.
    kop = list(boom.iter(*(f"{{*}}{naam}" for naam in _KOP)))
    hoofd = tuple(lezer.blokken(kop))
    lezer.in_kop = False
    blokken = (*hoofd, *lezer.blokken(boom))
    return Ruw(blokken, hoofd=_nummers(boom), meldingen=tuple(lezer.meldingen()), genummerd=lezer.noten)


def _nummers(boom: etree._Element) -> tuple[str, ...]:
    """The official numbers that stand in attributes and metadata."""
    gevonden = [str(boom.get("id", "")), str(boom.get("identifier", ""))]
    for element in boom.iter("{*}metadata"):
        if element.get("name") in _METADATA:
            gevonden.append(str(element.get("content", "")))
    return tuple(nummer for nummer in gevonden if nummer)


@dataclass
class _Lezer:
    noten: dict[int, str] = field(default_factory=dict)
    plaatjes: int = 0
    in_kop: bool = True

    def blokken(self, elementen: Iterable[etree._Element], niveau: int = 0) -> Iterator[Blok]:
        """The blocks of some elements (or of the children of one), whatever they are."""
        for kind in elementen:
            naam = _naam(kind)
            if naam in _WEG or (naam in _KOP and not self.in_kop):
                continue
            if naam == "kamervraagnummer" or naam == "vraagnummer":
                tekst = _tekst(kind)
                yield Alinea((Stuk(f"AH {tekst}" if tekst.isdigit() else tekst),))
            elif naam in ("vraag", "antwoord"):
                yield from self._deel(kind, naam)
            elif naam == "kamervraagopmerking":
                yield Alinea((Stuk("Mededeling"),))
                yield from (blok for blok in self.blokken(kind) if not _is_titel(blok, "Mededeling"))
            elif naam == "toelicht":
                yield Alinea((Stuk("Toelichting"),))
                yield from (blok for blok in self.blokken(kind) if not _is_titel(blok, "Toelichting"))
            elif naam == "lijst":
                yield from self._lijst(kind, niveau)
            elif naam == "table":
                yield from self._tabel(kind)
            elif naam == "plaatje":
                self.plaatjes += 1
            elif naam in _REGELS or not len(kind):
                yield from self._alinea(kind)
            else:
                if kind.text and kind.text.strip():
                    yield Alinea((Stuk(" ".join(kind.text.split())),))
                yield from self.blokken(kind, niveau)

    def meldingen(self) -> Iterator[Melding]:
        if self.plaatjes:
            yield melding("afbeeldingen_weggelaten", "set", aantal=self.plaatjes)

    def _deel(self, element: etree._Element, naam: str) -> Iterator[Blok]:
        nummer = next((kind for kind in element if _naam(kind) in ("nr", "kop")), None)
        kop = _tekst(nummer) if nummer is not None else ""
        if not re.match(r"(?:vra|antw|beantw|reactie)", kop, re.IGNORECASE):
            kop = f"{naam.capitalize()} {kop}".strip()
        yield Alinea((Stuk(kop),))
        if element.text and element.text.strip():
            yield Alinea((Stuk(" ".join(element.text.split())),))
        for kind in element:
            if kind is not nummer:
                yield from self.blokken([kind])

    def _alinea(self, element: etree._Element) -> Iterator[Blok]:
        """A paragraph; a list or table inside it stands after it."""
        stukken = tuple(self._stukken(element, Stuk("")))
        if any(stuk.tekst.strip() or stuk.noot for stuk in stukken):
            kop = 3 if _naam(element) == "tussenkop" else 0
            yield bijgesneden(Alinea(stukken, kop=kop))
        for kind in element:
            if _naam(kind) == "lijst":
                yield from self._lijst(kind, 0)
            elif _naam(kind) == "table":
                yield from self._tabel(kind)

    def _stukken(self, element: etree._Element, stijl: Stuk) -> Iterator[Stuk]:
        yield replace(stijl, tekst=_gevouwen(element.text))
        for kind in element:
            naam = _naam(kind)
            if naam == "noot":
                yield Stuk("", noot=f"{GENUMMERD}{self._noot(kind)}")
            elif naam == "plaatje":
                self.plaatjes += 1
            elif naam in ("lijst", "table"):
                pass
            elif naam == "nadruk":
                vet, cursief = _NADRUK.get(str(kind.get("type", "")), (False, False))
                yield from self._stukken(kind, replace(stijl, vet=stijl.vet or vet, cursief=stijl.cursief or cursief))
            elif naam == "extref" and str(kind.get("soort")) == "URL":
                yield from self._stukken(kind, replace(stijl, url=str(kind.get("doc", "")) or None))
            elif naam == "br":
                yield replace(stijl, tekst="\n")
            else:
                yield from self._stukken(kind, stijl)
            yield replace(stijl, tekst=_gevouwen(kind.tail))

    def _noot(self, noot: etree._Element) -> int:
        """Keeps a note and returns its number: the one printed, or the next one that is free."""
        gedrukt = next((_tekst(kind).strip(" )[]") for kind in noot if _naam(kind) in ("noot.nr", "noot.lijst")), "")
        vrij = max(self.noten, default=0) + 1
        nummer = int(gedrukt) if gedrukt.isascii() and gedrukt.isdigit() and len(gedrukt) < 4 else vrij
        nummer = vrij if nummer in self.noten else nummer
        self.noten[nummer] = ""
        alineas = [blok for kind in noot if _naam(kind) not in ("noot.nr",) for blok in self._alinea(kind)]
        teksten = [schrijf_markdown((blok,)) for blok in alineas]
        self.noten[nummer] = " ".join(tekst for tekst in teksten if tekst)
        return nummer

    def _lijst(self, lijst: etree._Element, niveau: int) -> Iterator[Blok]:
        for item in lijst:
            if _naam(item) != "li":
                yield from self.blokken([item], niveau)
                continue
            teken = next((_tekst(kind) for kind in item if _naam(kind) == "li.nr"), "")
            cijfers = re.fullmatch(r"(\d{1,4})[.)]?", teken)
            plek = Lijst(niveau, int(cijfers[1]) if cijfers else None)
            eerste = True
            for kind in item:
                if _naam(kind) == "li.nr":
                    continue
                for blok in self.blokken([kind], niveau + 1):
                    if eerste and isinstance(blok, Alinea):
                        eerste = False
                        if cijfers or not any(letter.isalnum() for letter in teken):
                            yield replace(blok, lijst=plek)
                        else:  # 'a.' is no sign that Markdown knows: it stays as text
                            yield replace(blok, stukken=(Stuk(f"{teken} "), *blok.stukken))
                    else:
                        yield blok

    def _tabel(self, tabel: etree._Element) -> Iterator[Blok]:
        titel = next((kind for kind in tabel if _naam(kind) == "title"), None)
        if titel is not None:
            yield from self._alinea(titel)
        rijen = []
        for rij in tabel.iter("{*}row"):
            rijen.append(tuple(tuple(self._cel(cel)) for cel in rij if _naam(cel) == "entry"))
        if rijen:
            yield Tabel(tuple(rijen))

    def _cel(self, cel: etree._Element) -> Iterator[Alinea]:
        for blok in self.blokken([cel]):
            if isinstance(blok, Alinea):
                yield replace(blok, lijst=None)
            else:
                yield from (alinea for rij in blok.rijen for binnen in rij for alinea in binnen)


def _is_titel(blok: Blok, titel: str) -> bool:
    return isinstance(blok, Alinea) and blok.kaal.rstrip(" :").casefold() == titel.casefold()


def _naam(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _tekst(element: etree._Element) -> str:
    return " ".join("".join(str(deel) for deel in element.itertext()).split())


def _gevouwen(tekst: str | None) -> str:
    """White space of the file is one space: a line end in XML is no line break."""
    return re.sub(r"[ \t\r\n]+", " ", tekst or "")
