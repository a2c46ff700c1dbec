"""MDTO metadata as XML: a dossier, and each file in it.

*Bron:* Nationaal Archief, Metagegevens voor duurzaam toegankelijke overheidsinformatie, XML-schema 1.0.1.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lxml import etree

from kamervragen.documents.text.schoon import schoon

NS = "https://www.nationaalarchief.nl/mdto"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_LIJST = "Begrippenlijst {} MDTO"
_FORMATEN = {
    "docx": ("fmt/412", "Microsoft Word for Windows 2007 onwards"),
    "pdf": ("fmt/95", "Acrobat PDF/A"),
    "odt": ("fmt/291", "OpenDocument Text"),
    "json": ("fmt/817", "JSON Data Interchange Format"),
    "txt": ("x-fmt/111", "Plain Text File"),
    "xml": ("fmt/101", "Extensible Markup Language"),
    "html": ("fmt/471", "Hypertext Markup Language"),
}


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """Something that happened to the dossier, on a day or at a moment."""

    soort: str
    wanneer: date | datetime


@dataclass(frozen=True, slots=True)
class Dossier:
    """What MDTO asks of a dossier. `waardering`: 'B' is kept for ever, 'V' is destroyed in time."""

    kenmerk: str
    bron: str
    naam: str
    archiefvormer: str
    waardering: str
    omschrijving: str = ""
    andere_kenmerken: tuple[tuple[str, str], ...] = ()
    dekking: tuple[date, date] | None = None
    gebeurtenissen: tuple[Gebeurtenis, ...] = ()
    trefwoorden: tuple[str, ...] = ()
    beperking: str = "nvt"


def dossier(d: Dossier, bestanden: Sequence[str]) -> bytes:
    """The metadata of a dossier as UTF-8 XML; `bestanden` are the paths of its files."""
    wortel, io = _wortel("informatieobject")
    for kenmerk, bron in ((d.kenmerk, d.bron), *d.andere_kenmerken):
        _identificatie(io, "identificatie", kenmerk, bron)
    _tekst(io, "naam", d.naam)
    _begrip(io, "aggregatieniveau", "Dossier", _LIJST.format("Aggregatieniveaus"))
    for woord in d.trefwoorden:
        _tekst(io, "trefwoord", woord)
    if d.omschrijving:
        _tekst(io, "omschrijving", d.omschrijving)
    if d.dekking:
        tijd = _kind(io, "dekkingInTijd")
        _begrip(tijd, "dekkingInTijdType", "Inhoud", _LIJST.format("DekkingInTijdTypen"))
        _tekst(tijd, "dekkingInTijdBegindatum", d.dekking[0].isoformat())
        _tekst(tijd, "dekkingInTijdEinddatum", d.dekking[1].isoformat())
    _tekst(io, "taal", "nl")
    for gebeurtenis in d.gebeurtenissen:
        event = _kind(io, "event")
        _begrip(event, "eventType", gebeurtenis.soort, "kamervragen")
        _tekst(event, "eventTijd", gebeurtenis.wanneer.isoformat())
    naam = {"B": "Blijvend te bewaren", "V": "Tijdelijk te bewaren"}[d.waardering]
    _begrip(io, "waardering", naam, _LIJST.format("Waarderingen"), code=d.waardering)
    for pad in bestanden:
        _verwijzing(io, "heeftRepresentatie", pad, pad, d.kenmerk)
    _verwijzing(io, "archiefvormer", d.archiefvormer)
    beperking = _kind(io, "beperkingGebruik")
    _begrip(beperking, "beperkingGebruikType", d.beperking, _LIJST.format("BeperkingGebruikTypen"))
    return _als_bytes(wortel)


def bestand(pad: str, data: bytes, d: Dossier, op: datetime) -> bytes:
    """The metadata of one file of a dossier, with its checksum as it was at `op`."""
    wortel, element = _wortel("bestand")
    _identificatie(element, "identificatie", pad, d.kenmerk)
    _tekst(element, "naam", pad.rpartition("/")[2])
    _tekst(element, "omvang", str(len(data)))
    code, naam = _FORMATEN.get(pad.rpartition(".")[2].lower(), ("", "onbekend"))
    _begrip(element, "bestandsformaat", naam, "PRONOM-register", code=code)
    som = _kind(element, "checksum")
    _begrip(som, "checksumAlgoritme", "SHA-256", _LIJST.format("ChecksumAlgoritmen"))
    _tekst(som, "checksumWaarde", hashlib.sha256(data).hexdigest())
    _tekst(som, "checksumDatum", op.isoformat(timespec="seconds"))
    _verwijzing(element, "isRepresentatieVan", d.naam, d.kenmerk, d.bron)
    return _als_bytes(wortel)


def _wortel(soort: str) -> tuple[Any, Any]:
    wortel = etree.Element(f"{{{NS}}}MDTO", nsmap={None: NS, "xsi": _XSI})
    wortel.set(f"{{{_XSI}}}schemaLocation", f"{NS} {NS}/MDTO-XML1.0.1.xsd")
    return wortel, _kind(wortel, soort)


def _kind(ouder: Any, naam: str) -> Any:
    return etree.SubElement(ouder, f"{{{NS}}}{naam}")


def _tekst(ouder: Any, naam: str, tekst: str) -> None:
    _kind(ouder, naam).text = schoon(tekst)


def _identificatie(ouder: Any, naam: str, kenmerk: str, bron: str) -> None:
    element = _kind(ouder, naam)
    _tekst(element, "identificatieKenmerk", kenmerk)
    _tekst(element, "identificatieBron", bron)


def _begrip(ouder: Any, naam: str, label: str, lijst: str, *, code: str = "") -> None:
    element = _kind(ouder, naam)
    _tekst(element, "begripLabel", label)
    if code:
        _tekst(element, "begripCode", code)
    _verwijzing(element, "begripBegrippenlijst", lijst)


def _verwijzing(ouder: Any, naam: str, waarnaar: str, kenmerk: str = "", bron: str = "") -> None:
    element = _kind(ouder, naam)
    _tekst(element, "verwijzingNaam", waarnaar)
    if kenmerk:
        _identificatie(element, "verwijzingIdentificatie", kenmerk, bron)


def _als_bytes(wortel: Any) -> bytes:
    return bytes(etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def controlesommen(delen: Iterable[tuple[str, bytes]]) -> bytes:
    """Every file with its SHA-256, as `sha256sum --check` reads it."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {pad}\n" for pad, data in sorted(delen)).encode()
