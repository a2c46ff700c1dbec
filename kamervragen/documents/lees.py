"""The door for documents: bytes and a name in, a `Lezing` out."""

from __future__ import annotations

import re
from dataclasses import replace

from kamervragen.documents.lezing import Lezing, Melding, melding
from kamervragen.documents.packing import safe_zip
from kamervragen.documents.readers import html, odt, officiele_publicatie, opbouw, pdf, tekst, word
from kamervragen.documents.readers.ruw import Ruw
from kamervragen.domain.errors import Ongeldig, TeGroot
from kamervragen.domain.vragenset import Vragenset
from kamervragen.language.citations.citaten import citaten
from kamervragen.language.citations.kruisverwijzingen import verband
from kamervragen.language.citations.verwijzingen import Verwijzingsoort

_HTML = re.compile(rb"\A<(?:!doctype\s+html|head|body|div|h[1-6]|p)[\s>]|<html[\s>]", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0"
_ANDERS = {
    b"{\\rtf": "een RTF-bestand. Bewaar het als .docx en bied het opnieuw aan",
    b"\x7fELF": "een programma en geen document",
    b"MZ": "een programma en geen document",
    b"\x89PNG": "een afbeelding. Bied het document zelf aan",
    b"\xff\xd8\xff": "een afbeelding. Bied het document zelf aan",
}


def lees(data: bytes, naam: str, *, oorspronkelijk: bool = False) -> Lezing:
    """Reads a document by what it is, whatever its name says. `naam` is only for the messages.

    Tracked changes count as accepted, or with `oorspronkelijk` as not made.

    :raises Ongeldig: empty, encrypted, broken, of a kind that is not read, or without a recognisable question.
    :raises TeGroot: above a limit of `safe_zip`.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise Ongeldig("%(naam)s is leeg. Controleer het bestand en bied het opnieuw aan.", naam=naam)
    if len(data) > safe_zip.MAX_BESTAND:
        raise TeGroot("%(naam)s is groter dan 25 MB. Verklein de afbeeldingen of splits het document.", naam=naam)
    return _gekeurd(opbouw.bouw(_ruw(data, naam, oorspronkelijk), naam))


def _ruw(data: bytes, naam: str, oorspronkelijk: bool) -> Ruw:
    """The blocks of a document, by the reader for its format."""
    begin = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(b"PK"):
        delen = safe_zip.open_zip(data, naam)
        if odt.is_odt(delen):
            return odt.lees(delen, naam, oorspronkelijk=oorspronkelijk)
        return word.lees(delen, naam, oorspronkelijk=oorspronkelijk)
    if b"%PDF-" in data[:1024]:
        return pdf.lees(data, naam)
    if _HTML.search(begin):
        return html.lees(data, naam)
    if begin.startswith(b"<") or data.startswith((b"\xff\xfe<", b"\xfe\xff\0<")):
        return officiele_publicatie.lees(data, naam)
    if data.startswith(_OLE):
        raise Ongeldig(
            "%(naam)s is versleuteld of een oud .doc-bestand. Bewaar het zonder wachtwoord als .docx en "
            "bied het opnieuw aan.",
            naam=naam,
        )
    for begin, wat in _ANDERS.items():
        if data.startswith(begin):
            raise Ongeldig("%(naam)s is %(wat)s.", naam=naam, wat=wat)
    return tekst.lees(data, naam)


def _gekeurd(lezing: Lezing) -> Lezing:
    """The reading with the doubts about its citations."""
    return replace(lezing, meldingen=(*lezing.meldingen, *_citaatmeldingen(lezing.vragenset)))


def _citaatmeldingen(vragenset: Vragenset) -> list[Melding]:
    beantwoord = {f"antwoord-{label}" for antwoord in vragenset.antwoorden for label in antwoord.labels}
    meldingen: list[Melding] = []
    for citaat in citaten(vragenset):
        verwijzing = citaat.verwijzing
        if verwijzing.gemis:
            meldingen.append(
                melding("verwijzing_onvolledig", citaat.bij, tekst=verwijzing.tekst, gemis=verwijzing.gemis)
            )
        elif verwijzing.soort is Verwijzingsoort.ANTWOORD and beantwoord and verwijzing.id not in beantwoord:
            meldingen.append(melding("verwijzing_dood", citaat.bij, tekst=verwijzing.tekst))
    samen = verband(vragenset)
    meldingen += [melding("verwijzing_keten", f"antwoord-{pad[0]}", pad=" → ".join(pad)) for pad in samen.ketens]
    meldingen += [
        melding("verwijzing_kring", f"antwoord-{pad[0]}", pad=" → ".join((*pad, pad[0]))) for pad in samen.kringen
    ]
    return meldingen
