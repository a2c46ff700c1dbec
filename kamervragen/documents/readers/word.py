"""Word (.docx): paragraphs, tables, lists, real footnotes, tracked changes both ways, remarks, text boxes once.

Read from the XML parts themselves: python-docx leaves out tracked insertions and knows no footnotes.
*Bron:* ECMA-376 part 1, WordprocessingML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from kamervragen.documents.lezing import Melding, Opmerking, Wijzigingsoort, melding
from kamervragen.documents.readers.ruw import Ruw
from kamervragen.documents.readers.sporen import Sporen
from kamervragen.documents.readers.word_pakket import Pakket, W, getal, val
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

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WEG = {f"{_MC}Fallback", f"{W}instrText", f"{W}delInstrText", f"{W}rPr", f"{W}pPr"}
_IN = {"ins": Wijzigingsoort.INGEVOEGD, "moveTo": Wijzigingsoort.INGEVOEGD}
_UIT = {"del": Wijzigingsoort.VERWIJDERD, "moveFrom": Wijzigingsoort.VERWIJDERD}


def lees(delen: dict[str, bytes], naam: str, *, oorspronkelijk: bool = False, met_sporen: bool = False) -> Ruw:
    """A .docx as blocks. `delen` are the members of the zip, already found fit.

    Tracked changes are read as accepted, or, with `oorspronkelijk`, as if none had been made; with `met_sporen` what came
    and what went both stand in the blocks, with their traces, white space as it is, and bookmarks as anchors.
    :raises Ongeldig: when it holds no Word document, or a field that starts a program.
    """
    if "word/document.xml" not in delen:
        raise Ongeldig("%(naam)s is geen Word-document. Bewaar het als .docx en bied het opnieuw aan.", naam=naam)
    pakket = Pakket(delen, naam)
    pakket.keur_velden()
    return _Lezer(pakket, oorspronkelijk, met_sporen).lees()


class _Lezer:
    def __init__(self, pakket: Pakket, oorspronkelijk: bool, met_sporen: bool = False) -> None:
        self.pakket = pakket
        self.met_sporen = met_sporen
        weg = set(_IN if oorspronkelijk else _UIT)
        self.weg: set[str] = set() if met_sporen else weg
        self.alineamerk_weg = [] if met_sporen else [f"{W}{naam}" for naam in sorted(weg)]
        self.nootblokken: dict[str, tuple[Blok, ...]] = {}
        self.ankers: list[str] = []
        self.noten: dict[tuple[str, str], str] = {}
        self.hoofd: list[str] = []
        self.plaatjes = 0
        self.sporen = Sporen()
        self.opmerkingen = self._opmerkingen()

    def lees(self) -> Ruw:
        lichaam = self.pakket.xml("word/document.xml").find(f"{W}body")
        if lichaam is None:
            raise Ongeldig("%(naam)s is een leeg Word-document.", naam=self.pakket.naam)
        blokken = tuple(self._blokken(lichaam))
        voetnoten = self._voetnoten()
        return Ruw(
            blokken,
            voetnoten,
            (*self.hoofd, *self.pakket.lopende_teksten()),
            tuple(self._meldingen()),
            wijzigingen=self.sporen.wijzigingen,
            opmerkingen=self.sporen.opmerkingen,
            eigenschappen=self.pakket.eigenschappen,
            nootblokken=self.nootblokken,
        )

    def _blokken(self, elementen: Iterable[etree._Element]) -> Iterator[Blok]:
        """The blocks; a paragraph whose mark is not there in this reading runs on into the next."""
        open_: Alinea | None = None
        for blok, loopt_door in self._losse_blokken(elementen):
            if isinstance(blok, Tabel):
                if open_ is not None:
                    yield bijgesneden(open_)
                open_ = None
                yield blok
                continue
            if open_ is not None:
                blok = replace(blok, stukken=(*open_.stukken, *blok.stukken))
            open_ = blok if loopt_door else None
            if not loopt_door:
                yield bijgesneden(blok)
        if open_ is not None:
            yield bijgesneden(open_)

    def _losse_blokken(self, elementen: Iterable[etree._Element]) -> Iterator[tuple[Blok, bool]]:
        for kind in elementen:
            naam = str(kind.tag).removeprefix(W)
            if naam == "p":
                merk = kind.find(f"{W}pPr/{W}rPr")
                loopt_door = merk is not None and any(merk.find(weg) is not None for weg in self.alineamerk_weg)
                yield self._alinea(kind, rafels=loopt_door), loopt_door
            elif naam == "tbl":
                yield self._tabel(kind), False
            elif naam == "sdt":
                inhoud = kind.find(f"{W}sdtContent")
                if inhoud is not None:
                    yield from self._losse_blokken(inhoud)
            elif naam in ("ins", "del", "moveTo", "moveFrom", "customXml", "smartTag"):
                yield from self._losse_blokken(kind)
            elif naam in ("commentRangeStart", "commentRangeEnd"):
                self._opmerkinggrens(kind, naam)
            elif naam == "bookmarkStart":
                self.ankers.append(str(kind.get(f"{W}name", "")))

    def _tabel(self, tabel: etree._Element) -> Tabel:
        rijen = []
        for rij in tabel.iter(f"{W}tr"):
            if next(rij.iterancestors(f"{W}tbl")) is not tabel:
                continue
            if any(rij.find(f"{W}trPr/{W}{weg}") is not None for weg in self.weg):
                continue
            cellen = [cel for cel in rij.iter(f"{W}tc") if next(cel.iterancestors(f"{W}tr")) is rij]
            sporen = self._open_merken(rij.find(f"{W}trPr"))
            rijen.append(tuple(tuple(self._cel(cel)) for cel in cellen))
            for spoor in sporen:
                self.sporen.sluit_wijziging(spoor)
        return Tabel(tuple(rijen))

    def _cel(self, cel: etree._Element) -> Iterator[Alinea]:
        for blok in self._blokken(cel):
            if isinstance(blok, Alinea):
                yield blok
            else:
                yield from (alinea for rij in blok.rijen for binnen in rij for alinea in binnen)

    def _alinea(self, p: etree._Element, *, rafels: bool) -> Alinea:
        """A paragraph. With `rafels` its white space stays, for what follows runs on behind it."""
        stukken = tuple(self._stukken(p, Stuk("")))
        eigenschappen = p.find(f"{W}pPr")
        eind = self._alinea_eind(eigenschappen)
        ankers, self.ankers = tuple(self.ankers), []
        stijl = eigenschappen.find(f"{W}pStyle") if eigenschappen is not None else None
        naam = self.pakket.stijlnamen.get(val(stijl), "") if stijl is not None else ""
        if naam == "tussenkop":
            kaal = tuple(replace(stuk, vet=False, cursief=False) for stuk in stukken)
            tussenkop = Alinea(kaal, kop=TUSSENKOP, eind=eind, ankers=ankers)
            return tussenkop if self.met_sporen else bijgesneden(tussenkop)
        gevuld = any(stuk.tekst.strip() or stuk.noot for stuk in stukken)
        lijst = self._lijst(eigenschappen) if eigenschappen is not None and gevuld else None
        alinea = Alinea(stukken, lijst, citaat=naam in ("citaat", "quote"), eind=eind, ankers=ankers)
        return alinea if rafels or self.met_sporen else bijgesneden(zonder_geheel_vet(alinea))

    def _alinea_eind(self, eigenschappen: etree._Element | None) -> tuple[int, ...]:
        """The changes that the end of a paragraph stands in."""
        merk = eigenschappen.find(f"{W}rPr") if eigenschappen is not None else None
        sporen = self._open_merken(merk)
        for spoor in sporen:
            self.sporen.sluit_wijziging(spoor)
        return tuple(sporen)

    def _open_merken(self, merk: etree._Element | None) -> list[int]:
        """Opens the changes that a mark names, of a paragraph's end or of a row; only when traces are kept."""
        if merk is None or not self.met_sporen:
            return []
        return [
            self._open_wijziging(kind, naam)
            for kind in merk
            if (naam := str(kind.tag).removeprefix(W)) in _IN or naam in _UIT
        ]

    def _lijst(self, eigenschappen: etree._Element) -> Lijst | None:
        stijl = eigenschappen.find(f"{W}pStyle")
        nummer = eigenschappen.find(f"{W}numPr/{W}numId")
        if nummer is not None:
            niveau = getal(eigenschappen.find(f"{W}numPr/{W}ilvl"))
            return self.pakket.nummering.volgende(val(nummer), niveau) if val(nummer) != "0" else None
        if stijl is not None and val(stijl) in self.pakket.stijlnummers:
            return self.pakket.nummering.volgende(*self.pakket.stijlnummers[val(stijl)])
        return None

    def _stukken(self, ouder: etree._Element, stijl: Stuk) -> Iterator[Stuk]:
        for kind in ouder:
            if kind.tag in _WEG:
                continue
            naam = str(kind.tag).removeprefix(W)
            if naam == "r":
                yield from self._stukken(kind, _runstijl(kind, stijl))
            elif naam in ("t", "delText"):
                yield self._gemerkt(stijl, kind.text or "")
            elif naam in ("br", "cr"):
                yield self._gemerkt(stijl, " " if kind.get(f"{W}type") in ("page", "column") else "\n")
            elif naam in ("tab", "ptab"):
                yield self._gemerkt(stijl, " ")
            elif naam == "noBreakHyphen":
                yield self._gemerkt(stijl, "\N{NON-BREAKING HYPHEN}")
            elif naam == "sym":
                yield self._gemerkt(stijl, "•")
            elif naam == "hyperlink":
                url = self.pakket.links.get(str(kind.get(f"{_R}id")))
                yield from self._stukken(kind, replace(stijl, url=url))
            elif naam in ("footnoteReference", "endnoteReference"):
                if not self.buiten:
                    yield Stuk("", noot=self._nootnummer(naam, str(kind.get(f"{W}id"))), spoor=self.sporen.nu)
            elif naam in _IN or naam in _UIT:
                yield from self._wijziging(kind, naam, stijl)
            elif naam in ("commentRangeStart", "commentRangeEnd", "commentReference"):
                self._opmerkinggrens(kind, naam)
            elif naam == "bookmarkStart":
                self.ankers.append(str(kind.get(f"{W}name", "")))
            elif naam == "txbxContent":
                self.hoofd += [blok.kaal for blok in self._blokken(kind) if isinstance(blok, Alinea) and not blok.leeg]
            else:
                self.plaatjes += naam == "drawing" and next(kind.iter("{*}blip"), None) is not None
                yield from self._stukken(kind, stijl)

    def _gemerkt(self, stijl: Stuk, tekst: str) -> Stuk:
        """A run with the changes and remarks it stands in; what is not there in this reading has no words."""
        self.sporen.noteer(tekst)
        return replace(stijl, tekst="" if self.buiten else tekst, spoor=self.sporen.nu)

    buiten = 0

    def _open_wijziging(self, element: etree._Element, naam: str) -> int:
        soort = _IN.get(naam) or _UIT[naam]
        wie, wanneer = str(element.get(f"{W}author", "")), str(element.get(f"{W}date", ""))
        return self.sporen.open_wijziging(soort, wie, wanneer, verplaatst=naam.startswith("move"))

    def _wijziging(self, element: etree._Element, naam: str, stijl: Stuk) -> Iterator[Stuk]:
        spoor = self._open_wijziging(element, naam)
        self.buiten += naam in self.weg
        yield from self._stukken(element, stijl)
        self.buiten -= naam in self.weg
        self.sporen.sluit_wijziging(spoor)

    def _opmerkinggrens(self, element: etree._Element, naam: str) -> None:
        id = str(element.get(f"{W}id", ""))
        if naam == "commentRangeEnd":
            self.sporen.sluit_opmerking(id)
        elif (opmerking := self.opmerkingen.pop(id, None)) is not None:
            self.sporen.open_opmerking(id, opmerking)
            if naam == "commentReference":  # a remark at a point, without a range
                self.sporen.sluit_opmerking(id)

    def _opmerkingen(self) -> dict[str, Opmerking]:
        if "word/comments.xml" not in self.pakket.delen:
            return {}
        gevonden: dict[str, Opmerking] = {}
        for element in self.pakket.xml("word/comments.xml").iter(f"{W}comment"):
            alineas = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in element.iter(f"{W}p"))
            auteur, moment = str(element.get(f"{W}author", "")), str(element.get(f"{W}date", ""))
            gevonden[str(element.get(f"{W}id", ""))] = Opmerking(auteur, moment, "\n".join(alineas).strip())
        return gevonden

    def _nootnummer(self, soort: str, id: str) -> str:
        return self.noten.setdefault((soort.removesuffix("Reference"), id), f"v{len(self.noten) + 1}")

    def _voetnoten(self) -> dict[str, str]:
        """The notes that are called from the text, in the order of their calls."""
        teksten: dict[str, str] = {}
        for soort, deel in (("footnote", "word/footnotes.xml"), ("endnote", "word/endnotes.xml")):
            if deel not in self.pakket.delen:
                continue
            for noot in self.pakket.xml(deel).iter(f"{W}{soort}"):
                merk = self.noten.get((soort, str(noot.get(f"{W}id"))))
                if merk is not None:
                    alineas = [blok for blok in self._blokken(noot) if isinstance(blok, Alinea) and not blok.leeg]
                    if self.met_sporen:
                        self.nootblokken[merk] = tuple(alineas)
                    teksten[merk] = " ".join(schrijf_markdown((alinea,)) for alinea in alineas)
        return dict(sorted(teksten.items(), key=lambda paar: int(paar[0][1:])))

    def _meldingen(self) -> Iterator[Melding]:
        yield from self.sporen.meldingen()
        if self.plaatjes:
            yield melding("afbeeldingen_weggelaten", "set", aantal=self.plaatjes)
        if self.pakket.extern:
            soorten = ", ".join(sorted(set(self.pakket.extern)))
            yield melding("externe_koppeling", "set", aantal=len(self.pakket.extern), soorten=soorten)
        if any("VERTROUWELIJK" in tekst.upper() for tekst in self.pakket.lopende_teksten()):
            yield melding("vertrouwelijk_in_voettekst", "set")


def _runstijl(run: etree._Element, stijl: Stuk) -> Stuk:
    eigenschappen = run.find(f"{W}rPr")
    if eigenschappen is None:
        return stijl
    hoogte = eigenschappen.find(f"{W}vertAlign")
    return replace(
        stijl,
        vet=_aan(eigenschappen, "b"),
        cursief=_aan(eigenschappen, "i"),
        hoog=hoogte is not None and val(hoogte) == "superscript",
    )


def _aan(eigenschappen: etree._Element, naam: str) -> bool:
    schakelaar = eigenschappen.find(f"{W}{naam}")
    return schakelaar is not None and val(schakelaar, "1") not in ("0", "false", "off")
