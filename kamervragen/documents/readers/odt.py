"""OpenDocument text (.odt): paragraphs, lists, tables, notes, text boxes once, tracked changes. *Bron:* OASIS ODF 1.3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from kamervragen.documents.lezing import Melding, Opmerking, Wijzigingsoort, melding
from kamervragen.documents.packing.xml import ontleed
from kamervragen.documents.readers.ruw import Ruw
from kamervragen.documents.readers.sporen import Sporen
from kamervragen.documents.text.markdown import schrijf_markdown
from kamervragen.documents.text.opmaak import (
    TUSSENKOP,
    Alinea,
    Blok,
    Lijst,
    Stuk,
    Tabel,
    bijgesneden,
    zonder_geheel_vet,
)
from kamervragen.domain.errors import Ongeldig

_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_BREUK = "\f"  # where a deleted paragraph ended, until its block is cut there
_SOORT = "application/vnd.oasis.opendocument.text"


def is_odt(delen: dict[str, bytes]) -> bool:
    """Whether the members of a zip are those of an OpenDocument text."""
    return delen.get("mimetype", b"").strip() == _SOORT.encode() or (
        "content.xml" in delen and "word/document.xml" not in delen
    )


def lees(delen: dict[str, bytes], naam: str, *, oorspronkelijk: bool = False, met_sporen: bool = False) -> Ruw:
    """An .odt as blocks. `delen` are the members of the zip, already found fit.

    `oorspronkelijk` and `met_sporen` are as for Word.
    :raises Ongeldig: encrypted, damaged, or with no text in it.
    """
    if b"encryption-data" in delen.get("META-INF/manifest.xml", b""):
        raise Ongeldig("%(naam)s is versleuteld. Bewaar het zonder wachtwoord en bied het opnieuw aan.", naam=naam)
    if "content.xml" not in delen:
        raise Ongeldig(
            "%(naam)s is geen tekstdocument. Bewaar het als .odt of .docx en bied het opnieuw aan.", naam=naam
        )
    return _Lezer(delen, naam, oorspronkelijk, met_sporen).lees()


class _Lezer:
    def __init__(self, delen: dict[str, bytes], naam: str, oorspronkelijk: bool, met_sporen: bool = False) -> None:
        self.naam = naam
        self.met_sporen = met_sporen
        self.ankers: list[str] = []
        self.nootblokken: dict[str, tuple[Blok, ...]] = {}
        self.eigenschappen = _eigenschappen(ontleed(delen["meta.xml"], naam, "meta.xml")) if "meta.xml" in delen else {}
        self.oorspronkelijk = oorspronkelijk
        self.boom = ontleed(delen["content.xml"], naam, "content.xml")
        stijlen = [self.boom]
        if "styles.xml" in delen:
            stijlen.append(ontleed(delen["styles.xml"], naam, "styles.xml"))
        self.stijlen = {
            str(stijl.get(f"{_STYLE}name")): stijl
            for boom in reversed(stijlen)
            for stijl in boom.iter(f"{_STYLE}style")
        }
        # Styles that the office made for a paragraph; what a person named stands among the styles of the document.
        self.automatisch = {
            str(stijl.get(f"{_STYLE}name"))
            for deel in self.boom.iter(f"{_OFFICE}automatic-styles")
            for stijl in deel.iter(f"{_STYLE}style")
        }
        self.lijststijlen = {
            str(stijl.get(f"{_STYLE}name")): stijl for boom in stijlen for stijl in boom.iter(f"{_T}list-style")
        }
        self.noten: dict[str, str] = {}
        self.hoofd: list[str] = []
        self.plaatjes = 0
        self.tellers: dict[tuple[str, int], int] = {}
        self.sporen = Sporen()
        self.regio = {str(regio.get(f"{_T}id")): regio for regio in self.boom.iter(f"{_T}changed-region")}
        self.open: dict[str, int] = {}

    def lees(self) -> Ruw:
        lichaam = next(self.boom.iter(f"{_OFFICE}text"), None)
        if lichaam is None:
            raise Ongeldig(
                "%(naam)s is geen tekstdocument. Bewaar het als .odt of .docx en bied het opnieuw aan.", naam=self.naam
            )
        blokken = _met_weggehaalde(self._blokken(lichaam))
        return Ruw(
            blokken,
            self.noten,
            tuple(self.hoofd),
            tuple(self._meldingen()),
            wijzigingen=self.sporen.wijzigingen,
            opmerkingen=self.sporen.opmerkingen,
            eigenschappen=self.eigenschappen,
            nootblokken=self.nootblokken,
        )

    def _blokken(self, elementen: Iterable[etree._Element], lijst: Lijst | None = None) -> Iterator[Blok]:
        for kind in elementen:
            if kind.tag in (f"{_T}p", f"{_T}h"):
                yield self._alinea(kind, lijst)
            elif kind.tag == f"{_T}list":
                yield from self._lijst(kind, lijst)
            elif kind.tag == f"{_TABLE}table":
                yield self._tabel(kind)
            elif kind.tag in (f"{_T}section", f"{_T}index-body"):
                yield from self._blokken(kind, lijst)
            elif kind.tag in (f"{_T}change-start", f"{_T}change-end", f"{_T}change"):
                for _ in self._wijziging(kind):
                    pass
            elif kind.tag in (f"{_T}bookmark", f"{_T}bookmark-start"):
                self.ankers.append(str(kind.get(f"{_T}name", "")))

    def _alinea(self, p: etree._Element, lijst: Lijst | None) -> Alinea:
        stijl = self._uiterlijk(str(p.get(f"{_T}style-name", "")), Stuk(""))
        stukken = tuple(self._stukken(p, stijl))
        naam = self._stijlnaam(str(p.get(f"{_T}style-name", "")))
        # What is still open here goes on in the next paragraph: the end of this one came with it.
        eind = tuple(self.open.values()) if self.met_sporen else ()
        ankers, self.ankers = tuple(self.ankers), []
        if naam.casefold() == "tussenkop":
            kaal = tuple(replace(stuk, vet=False, cursief=False) for stuk in stukken)
            tussenkop = Alinea(kaal, kop=TUSSENKOP, eind=eind, ankers=ankers)
            return tussenkop if self.met_sporen else bijgesneden(tussenkop)
        citaat = naam.casefold() in ("citaat", "quotations", "quote")
        alinea = Alinea(stukken, None if citaat else lijst, citaat=citaat, eind=eind, ankers=ankers)
        return alinea if self.met_sporen else bijgesneden(zonder_geheel_vet(alinea))

    def _lijst(self, lijst: etree._Element, ouder: Lijst | None) -> Iterator[Blok]:
        niveau = 0 if ouder is None else ouder.niveau + 1
        stijl = str(lijst.get(f"{_T}style-name", "")) or self.huidige_lijst
        vorige, self.huidige_lijst = self.huidige_lijst, stijl
        geordend = self._is_geordend(stijl, niveau)
        doorgaan = lijst.get(f"{_T}continue-numbering") == "true" or lijst.get(f"{_T}continue-list") is not None
        nummer = self.tellers.get((stijl, niveau), 0) if doorgaan else 0
        for item in lijst:
            if item.tag == f"{_T}list-header":
                yield from self._blokken(item)
                continue
            begin = str(item.get(f"{_T}start-value", ""))
            nummer = int(begin) if begin.isascii() and begin.isdigit() and len(begin) < 6 else nummer + 1
            plek = Lijst(niveau, nummer if geordend else None)
            for index, blok in enumerate(self._blokken(item, plek)):
                # A second paragraph of an item hangs under it without a number of its own.
                if index and isinstance(blok, Alinea) and blok.lijst == plek:
                    blok = replace(blok, lijst=None)
                yield blok
        self.tellers[(stijl, niveau)] = nummer
        self.huidige_lijst = vorige

    huidige_lijst = ""

    def _is_geordend(self, stijl: str, niveau: int) -> bool:
        gevonden = self.lijststijlen.get(stijl)
        if gevonden is None:
            return False
        for soort in gevonden:
            if soort.get(f"{_T}level") == str(niveau + 1):
                return bool(soort.tag == f"{_T}list-level-style-number" and soort.get(f"{_STYLE}num-format"))
        return False

    def _tabel(self, tabel: etree._Element) -> Tabel:
        rijen = []
        for rij in tabel.iter(f"{_TABLE}table-row"):
            if next(rij.iterancestors(f"{_TABLE}table")) is not tabel:
                continue
            cellen = [cel for cel in rij if cel.tag == f"{_TABLE}table-cell"]
            rijen.append(tuple(tuple(self._cel(cel)) for cel in cellen))
        return Tabel(tuple(rijen))

    def _cel(self, cel: etree._Element) -> Iterator[Alinea]:
        for blok in self._blokken(cel):
            if isinstance(blok, Alinea):
                yield blok
            else:
                yield from (alinea for rij in blok.rijen for binnen in rij for alinea in binnen)

    def _stukken(self, element: etree._Element, stijl: Stuk) -> Iterator[Stuk]:
        yield self._gemerkt(replace(stijl, tekst=element.text or ""))
        for kind in element:
            yield from self._inline(kind, stijl)
            yield self._gemerkt(replace(stijl, tekst=kind.tail or ""))

    def _inline(self, kind: etree._Element, stijl: Stuk) -> Iterator[Stuk]:
        naam = str(kind.tag)
        if naam == f"{_T}span":
            yield from self._stukken(kind, self._uiterlijk(str(kind.get(f"{_T}style-name", "")), stijl))
        elif naam == f"{_T}a":
            url = str(kind.get(f"{_XLINK}href", ""))
            yield from self._stukken(kind, replace(stijl, url=url if url.startswith("http") else None))
        elif naam == f"{_T}s" or naam == f"{_T}tab":
            yield self._gemerkt(replace(stijl, tekst=" "))
        elif naam == f"{_T}line-break":
            yield self._gemerkt(replace(stijl, tekst="\n"))
        elif naam == f"{_T}note":
            yield self._gemerkt(Stuk("", noot=self._noot(kind)))
        elif naam.startswith(f"{_T}change"):
            yield from self._wijziging(kind)
        elif naam == f"{_OFFICE}annotation":
            self._opmerking(kind)
        elif naam == f"{_OFFICE}annotation-end":
            self.sporen.sluit_opmerking(str(kind.get(f"{_OFFICE}name", "")))
        elif naam == f"{_DRAW}frame":
            self._kader(kind)
        elif naam in (f"{_T}bookmark", f"{_T}bookmark-start"):
            self.ankers.append(str(kind.get(f"{_T}name", "")))
        elif naam in (f"{_T}soft-page-break", f"{_T}bookmark-end"):
            return
        else:
            yield from self._stukken(kind, stijl)

    def _gemerkt(self, stuk: Stuk) -> Stuk:
        """The run with the changes and remarks it stands in; in the original reading insertions have no text."""
        if self.oorspronkelijk and self.open and not stuk.noot:
            self.sporen.noteer(stuk.tekst)
            return replace(stuk, tekst="", spoor=self.sporen.nu)
        self.sporen.noteer(stuk.tekst)
        return replace(stuk, spoor=self.sporen.nu)

    def _wijziging(self, merk: etree._Element) -> Iterator[Stuk]:
        """A tracked insertion stands between two marks; what was deleted is kept at the head of the file."""
        id = str(merk.get(f"{_T}change-id", ""))
        regio = self.regio.get(id)
        if regio is None:
            return
        if merk.tag == f"{_T}change-start":
            soort = regio.find(f"{_T}insertion")
            if soort is not None:
                self.open[id] = self.sporen.open_wijziging(Wijzigingsoort.INGEVOEGD, *_wie(soort))
        elif merk.tag == f"{_T}change-end":
            if id in self.open:
                self.sporen.sluit_wijziging(self.open.pop(id))
        elif (soort := regio.find(f"{_T}deletion")) is not None:
            spoor = self.sporen.open_wijziging(Wijzigingsoort.VERWIJDERD, *_wie(soort))
            # Items of a list stand in a list of their own here.
            weg = [
                kind for kind in soort.iter(f"{_T}p", f"{_T}h") if next(kind.iterancestors(f"{_T}note"), None) is None
            ]
            if self.met_sporen:
                for index, kind in enumerate(weg):
                    if index:
                        yield Stuk(_BREUK, spoor=self.sporen.nu)
                    yield from self._stukken(kind, Stuk(""))
                weg = []
            for index, kind in enumerate(weg):
                tekst = ("\n" if index else "") + "".join(str(deel) for deel in kind.itertext())
                self.sporen.noteer(tekst)
                yield Stuk(tekst if self.oorspronkelijk else "", spoor=self.sporen.nu)
            self.sporen.sluit_wijziging(spoor)

    def _opmerking(self, element: etree._Element) -> None:
        tekst = "\n".join("".join(str(deel) for deel in p.itertext()) for p in element.iter(f"{_T}p"))
        self.sporen.open_opmerking(
            str(element.get(f"{_OFFICE}name", "")), Opmerking(*_wie_los(element), tekst=tekst.strip())
        )
        if not element.get(f"{_OFFICE}name"):  # a remark at a point, without an end
            self.sporen.sluit_opmerking("")

    def _kader(self, kader: etree._Element) -> None:
        """A text box is read once, as loose lines; a picture is only counted."""
        bakken = list(kader.iter(f"{_DRAW}text-box"))
        if not bakken and next(kader.iter(f"{_DRAW}image"), None) is not None:
            self.plaatjes += 1
        for bak in bakken:
            for blok in self._blokken(bak):
                cellen = [blok] if isinstance(blok, Alinea) else [a for rij in blok.rijen for cel in rij for a in cel]
                self.hoofd += [alinea.kaal for alinea in cellen if not alinea.leeg]

    def _noot(self, noot: etree._Element) -> str:
        id = f"v{len(self.noten) + 1}"
        self.noten[id] = ""
        lichaam = noot.find(f"{_T}note-body")
        blokken = list(self._blokken(lichaam)) if lichaam is not None else []
        if self.met_sporen:
            self.nootblokken[id] = tuple(blok for blok in blokken if isinstance(blok, Alinea) and not blok.leeg)
        self.noten[id] = " ".join(schrijf_markdown((blok,)) for blok in blokken if isinstance(blok, Alinea))
        return id

    def _stijlnaam(self, naam: str) -> str:
        """The name a person sees: that of the named style an automatic one stands on."""
        stijl = self.stijlen.get(naam)
        ouder = str(stijl.get(f"{_STYLE}parent-style-name", "")) if stijl is not None else ""
        automatisch = naam in self.automatisch and ouder
        gekozen = self.stijlen.get(ouder) if automatisch else stijl
        weergave = gekozen.get(f"{_STYLE}display-name") if gekozen is not None else None
        return str(weergave or (ouder if automatisch else naam))

    def _uiterlijk(self, naam: str, stijl: Stuk) -> Stuk:
        gevonden = self.stijlen.get(naam)
        eigen = gevonden.find(f"{_STYLE}text-properties") if gevonden is not None else None
        if eigen is None:
            return stijl
        vet, cursief = eigen.get(f"{_FO}font-weight"), eigen.get(f"{_FO}font-style")
        plek = str(eigen.get(f"{_STYLE}text-position", ""))
        return replace(
            stijl,
            vet=stijl.vet if vet is None else vet in ("bold", "600", "700", "800", "900"),
            cursief=stijl.cursief if cursief is None else cursief in ("italic", "oblique"),
            hoog=plek.startswith("super") or (plek[:1].isdigit() and not plek.startswith("0")) or stijl.hoog,
        )

    def _meldingen(self) -> Iterator[Melding]:
        yield from self.sporen.meldingen()
        if self.plaatjes:
            yield melding("afbeeldingen_weggelaten", "set", aantal=self.plaatjes)


def _wie(soort: etree._Element) -> tuple[str, str]:
    info = soort.find(f"{_OFFICE}change-info")
    return _wie_los(info) if info is not None else ("", "")


def _wie_los(element: etree._Element) -> tuple[str, str]:
    auteur, moment = element.find(f"{_DC}creator"), element.find(f"{_DC}date")
    return (auteur.text or "" if auteur is not None else ""), (moment.text or "" if moment is not None else "")


def _met_weggehaalde(blokken: Iterable[Blok]) -> tuple[Blok, ...]:
    """The blocks with deleted paragraphs as blocks of their own; items of a list are numbered with those that went."""
    uit: list[Blok] = []
    erbij = 0
    for blok in blokken:
        lijst = blok.lijst if isinstance(blok, Alinea) else None
        if lijst is None or lijst.nummer in (None, 1):
            erbij = 0
        for plaats, deel in enumerate(_gebroken(blok)):
            erbij += plaats > 0
            if lijst is not None and lijst.nummer is not None and isinstance(deel, Alinea):
                deel = replace(deel, lijst=Lijst(lijst.niveau, lijst.nummer + erbij))
            uit.append(deel)
    return tuple(uit)


def _gebroken(blok: Blok) -> Iterator[Blok]:
    """A paragraph cut where deleted paragraphs end in it: the end before each of them was deleted too."""
    if isinstance(blok, Tabel) or not any(stuk.tekst == _BREUK for stuk in blok.stukken):
        yield blok
        return
    stukken: list[Stuk] = []
    ankers = blok.ankers
    for stuk in blok.stukken:
        if stuk.tekst == _BREUK:
            yield replace(blok, stukken=tuple(stukken), eind=stuk.spoor, ankers=ankers)
            stukken, ankers = [], ()
        else:
            stukken.append(stuk)
    yield replace(blok, stukken=tuple(stukken), ankers=ankers)


def _eigenschappen(meta: etree._Element) -> dict[str, str]:
    """The document's own properties by their name in lower case; empty ones are left out."""
    waarden = {
        str(e.get(f"{_META}name", "")).strip().lower(): " ".join("".join(str(t) for t in e.itertext()).split())
        for e in meta.iter(f"{_META}user-defined")
    }
    return {naam: waarde for naam, waarde in waarden.items() if naam and waarde}
