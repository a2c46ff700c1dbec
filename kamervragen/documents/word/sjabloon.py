"""The Word templates that a ministry edits: styles by their names, placeholders as content controls.

A template of the ministry's own, in its theme folder, comes before ours. It is checked before it is filled: what it lacks
is told by name. *Bron:* ECMA-376 part 1, 17.5.2 (structured document tags).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from kamervragen.documents.text.schoon import schoon
from kamervragen.documents.word.afgifte import geef_af
from kamervragen.documents.word.inhoud import Schrijver
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.vragenset import Noot

_BLIJFT = frozenset({"datum"})  # a placeholder whose line stays when it is empty
_TEKST = ("Lijsttekst", "Citaat", "Tussenkop", "Celtekst", "Antwoordtabel", "Antwoordtekst", "Hyperlink")
_NOTEN = ("footnote text", "footnote reference")
_VRAGEN = ("Vraagkop", "Vraagtekst", "Antwoordkop", "Bronnoot", "Toelichting", *_TEKST, *_NOTEN)
_BRIEF = ("Broodtekst", "Slot", "Bijlagelijst")
_BRIEFPLEKKEN = (
    "kamer",
    "postbus",
    "plaats",
    "datum",
    "betreft",
    "ons_kenmerk",
    "uw_kenmerk",
    "aantal_bijlagen",
    "brief",
    "mede_namens",
    "functie",
    "naam",
    "bijlagen",
)


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A template: its file, what is made from it, and the styles and placeholders that a writer fills."""

    bestand: str
    doel: str
    stijlen: tuple[str, ...]
    plekken: tuple[str, ...]


AANHANGSEL = Sjabloon(
    "aanhangsel.docx", "het geregistreerde antwoord en het concept", ("Kopregel", *_VRAGEN), ("inhoud",)
)
BRIEF = Sjabloon(
    "brief.docx",
    "de brief met de antwoorden als bijlage",
    (*_BRIEF, *_VRAGEN),
    (*_BRIEFPLEKKEN, "bijlagetitel", "inhoud"),
)
MEDEDELING = Sjabloon(
    "mededeling.docx", "uitstel, afdoening, overdracht en rectificatie", (*_BRIEF, "Hyperlink"), _BRIEFPLEKKEN
)
GEDRUKT = Sjabloon(
    "gedrukt.docx",
    "het gedrukte Aanhangsel",
    ("Aanhef", "Nadruk", "Onderwerp", *_VRAGEN),
    ("kamer", "cijfer", "vergaderjaar", "nummer", "publicatie", "jaar", "inhoud"),
)
BESLISNOTA = Sjabloon(
    "beslisnota.docx",
    "het raam van de beslisnota",
    _TEKST,
    ("aan", "betreft", "uiterlijk", "zaaknummer", "ons_kenmerk", "aanleiding", "besluit", "kernpunten"),
)
TAS = Sjabloon("tas.docx", "de map voor de bewindspersoon", ("Hoofdstuk", "Onderdeel", *_VRAGEN), ("titel", "inhoud"))
OVERZICHT = Sjabloon(
    "overzicht.docx", "tabellen van verantwoording en rappel", ("Onderdeel", *_TEKST), ("titel", "inhoud")
)
ALLE = (AANHANGSEL, BRIEF, MEDEDELING, GEDRUKT, BESLISNOTA, TAS, OVERZICHT)


@dataclass(frozen=True, slots=True)
class Gemis:
    """What a template lacks."""

    stijlen: tuple[str, ...] = ()
    plekken: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.stijlen or self.plekken)

    def __str__(self) -> str:
        delen = []
        if self.stijlen:
            delen.append(f"ontbreken de stijlen {', '.join(self.stijlen)}. Voeg ze toe in Word")
        if self.plekken:
            delen.append(
                f"ontbreken de invulplekken {', '.join(self.plekken)}. Voeg ze toe als inhoudsbesturingselement met die tag"
            )
        return "; ".join(delen)


class Blad:
    """A document under way: a template whose placeholders are being filled."""

    def __init__(self, pad: Path, soort: Sjabloon) -> None:
        """:raises Ongeldig: it cannot be opened, or lacks a style or a placeholder, named."""
        self.document = _geopend(pad)
        if tekort := _gemis(self.document, soort):
            raise Ongeldig("In het sjabloon %(naam)s %(tekort)s.", naam=pad.name, tekort=tekort)

    def vul(self, teksten: Mapping[str, str]) -> None:
        """Puts words in the placeholders, in the page and in its running lines.

        A paragraph whose placeholders all stay empty goes: a letter without a number has no line for it. That of the day
        stays: who signs, fills it in.
        """
        alineas: dict[Any, bool] = {}
        for sdt in list(_plekken(self.document)):
            naam = _tag(sdt)
            if naam not in teksten:
                continue
            ouder = sdt.getparent()
            if ouder.tag == qn("w:p"):
                alineas[ouder] = alineas.get(ouder, False) or bool(teksten[naam]) or naam in _BLIJFT
            _vervang(sdt, teksten[naam])
        for alinea, gevuld in alineas.items():
            if not gevuld:
                alinea.getparent().remove(alinea)

    def schrijver(self, plek: str, noten: tuple[Noot, ...] = (), **hoe: Any) -> Schrijver:
        """Writes at a placeholder of the page, which gives way to what is written."""
        sdt = next(sdt for sdt in _plekken(self.document) if _tag(sdt) == plek)
        if sdt.getparent().tag == qn("w:p"):  # a control within a paragraph: what is written stands before that
            alinea = sdt.getparent()
            alinea.addprevious(sdt)
            alinea.getparent().remove(alinea)
        return Schrijver(self.document, {noot.id: noot for noot in noten}, sdt, **hoe)

    def geef_af(self, titel: str, op: date | None = None, eigenschappen: Mapping[str, str] | None = None) -> bytes:
        """The document as bytes; placeholders that nobody wrote at are gone."""
        for sdt in list(_plekken(self.document)):
            if sdt.getparent() is not None and sdt.find(qn("w:sdtPr")).find(qn("w:showingPlcHdr")) is None:
                sdt.getparent().remove(sdt)
        return geef_af(self.document, titel, op, eigenschappen)


def gemis(pad: Path, soort: Sjabloon) -> Gemis:
    """What a template lacks of what its writer needs. :raises Ongeldig: when it cannot be opened."""
    return _gemis(_geopend(pad), soort)


def _gemis(document: Any, soort: Sjabloon) -> Gemis:
    stijlen = {(stijl.name or "").lower() for stijl in document.styles}
    plekken = {_tag(sdt) for sdt in _plekken(document)}
    return Gemis(
        tuple(stijl for stijl in dict.fromkeys(soort.stijlen) if stijl.lower() not in stijlen),
        tuple(plek for plek in soort.plekken if plek not in plekken),
    )


def _geopend(pad: Path) -> Any:
    try:
        return docx.Document(str(pad))
    except (OSError, ValueError, KeyError, PackageNotFoundError, XMLSyntaxError) as fout:
        raise Ongeldig(
            "Het sjabloon %(naam)s kan niet worden geopend. Bewaar het in Word als .docx.", naam=pad.name
        ) from fout


def _plekken(document: Any) -> Iterator[Any]:
    """The placeholders in the page and in its running lines."""
    delen = [document.element.body]
    for relatie in document.part.rels.values():
        if relatie.reltype.endswith(("/header", "/footer")):
            delen.append(relatie.target_part.element)
    for deel in delen:
        yield from (sdt for sdt in deel.iter(qn("w:sdt")) if _tag(sdt) and not _tag(sdt).startswith("kv_"))


def _tag(sdt: Any) -> str:
    eigenschappen = sdt.find(qn("w:sdtPr"))
    tag = eigenschappen.find(qn("w:tag")) if eigenschappen is not None else None
    return str(tag.get(qn("w:val"))) if tag is not None else ""


def _vervang(sdt: Any, tekst: str) -> None:
    """The words in the look of the placeholder, without the control around them."""
    ouder, inhoud = sdt.getparent(), sdt.find(qn("w:sdtContent"))
    run = next(inhoud.iter(qn("w:r")), None)
    if run is None or not tekst:
        ouder.remove(sdt)
        return
    if ouder.tag != qn("w:p"):  # a control around a whole paragraph: the paragraph stays, without it
        alinea = next(inhoud.iter(qn("w:p")))
        sdt.addprevious(alinea)
        for kind in [kind for kind in alinea if kind.tag != qn("w:pPr")]:
            alinea.remove(kind)
        alinea.append(sdt)
        ouder = alinea
    nieuw = deepcopy(run)
    for kind in [kind for kind in nieuw if kind.tag != qn("w:rPr")]:
        nieuw.remove(kind)
    nieuw.text = schoon(tekst)
    sdt.addprevious(nieuw)
    ouder.remove(sdt)
