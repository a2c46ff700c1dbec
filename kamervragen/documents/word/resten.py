"""What a Word file still carries that should not leave: remarks, changes, hidden text, names of its writers."""

from __future__ import annotations

import re

from kamervragen.documents.packing.safe_zip import open_zip

_DELEN = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_WIJZIGING = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)[ >]")
_VERBORGEN = re.compile(rb"<w:vanish(?:\s+w:val=\"(?:1|true|on)\")?\s*/>")
_OPMERKING = re.compile(rb"<w:comment ")
_NAMEN = re.compile(rb"<(?:dc:creator|cp:lastModifiedBy)>\s*[^<\s][^<]*</")
# Of a PDF only what stands in it unpacked: it is looked through, not parsed.
_PDF = {
    "namen": re.compile(rb"/Author\s*\((?=[^)])|<dc:creator>.*?<rdf:li>\s*[^<\s]", re.DOTALL),
    "opmerkingen": re.compile(rb"/Subtype\s*/(?:Text|FreeText|Highlight|StrikeOut)\b"),
}
_VERTROUWELIJK = re.compile(rb"VERTROUWELIJK")


def resten(data: bytes, naam: str) -> dict[str, int]:
    """How many of each kind a .docx or a PDF holds: opmerkingen, wijzigingen, verborgen, namen, vertrouwelijk. Only what is there.

    :raises Ongeldig, TeGroot: a file that is not fit to open.
    """
    if data.startswith(b"%PDF-"):
        return {soort: len(g) for soort, patroon in _PDF.items() if (g := patroon.findall(data))}
    delen = open_zip(data, naam)
    tekst = b"".join(inhoud for deel, inhoud in delen.items() if deel in _DELEN)
    kopvoet = b"".join(i for deel, i in delen.items() if re.match(r"word/(?:header|footer)\d*\.xml$", deel))
    gevonden = {
        "opmerkingen": len(_OPMERKING.findall(delen.get("word/comments.xml", b""))),
        "wijzigingen": len(_WIJZIGING.findall(tekst)),
        "verborgen": len(_VERBORGEN.findall(tekst)),
        "namen": len(_NAMEN.findall(delen.get("docProps/core.xml", b""))),
        "vertrouwelijk": len(_VERTROUWELIJK.findall(tekst + kopvoet)),
    }
    return {soort: aantal for soort, aantal in gevonden.items() if aantal}
