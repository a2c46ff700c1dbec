"""Small documents made in the test itself: zips, and .docx files out of raw XML parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from kamervragen.documents.lezing import Lezing
from kamervragen.documents.packing.safe_zip import open_zip
from kamervragen.documents.readers import opbouw, tekst, word
from kamervragen.documents.readers.ruw import Ruw
from kamervragen.documents.text.opmaak import Alinea, Blok

NAAM = "proef.docx"
_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def zip_van(leden: Mapping[str, bytes]) -> bytes:
    """A zip with these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in leden.items():
            archief.writestr(naam, inhoud)
    return buffer.getvalue()


def r(tekst: str, eigenschappen: str = "") -> str:
    """A run. `eigenschappen` is the XML of its rPr: '<w:b/>'."""
    rpr = f"<w:rPr>{eigenschappen}</w:rPr>" if eigenschappen else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{tekst}</w:t></w:r>'


def p(*runs: str, num: tuple[int, int] | None = None, stijl: str = "") -> str:
    """A paragraph; a run without markup may be given as its text. `num` is (numId, ilvl)."""
    ppr = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    if num is not None:
        ppr += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    inhoud = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{inhoud}</w:p>"


def tabel(*rijen: tuple[str, ...]) -> str:
    """A table of cells, each cell the XML of its paragraphs."""
    binnen = "".join(f"<w:tr>{''.join(f'<w:tc>{cel}</w:tc>' for cel in rij)}</w:tr>" for rij in rijen)
    return f"<w:tbl>{binnen}</w:tbl>"


def roep(id: int, soort: str = "footnote") -> str:
    """The run that calls a note."""
    return f'<w:r><w:{soort}Reference w:id="{id}"/></w:r>'


def delen(
    *lichaam: str,
    voetnoten: Mapping[int, str] | None = None,
    eindnoten: Mapping[int, str] | None = None,
    nummering: str = "",
    stijlen: str = "",
    links: Mapping[str, str] | None = None,
) -> dict[str, bytes]:
    """The members of a .docx. Notes map their id to the XML of their paragraphs."""
    leden = {"word/document.xml": _deel("document", f"<w:body>{''.join(lichaam)}</w:body>")}
    for soort, noten in (("footnote", voetnoten), ("endnote", eindnoten)):
        if noten is not None:
            inhoud = "".join(f'<w:{soort} w:id="{id}">{xml}</w:{soort}>' for id, xml in noten.items())
            leden[f"word/{soort}s.xml"] = _deel(f"{soort}s", inhoud)
    if nummering:
        leden["word/numbering.xml"] = _deel("numbering", nummering)
    if stijlen:
        leden["word/styles.xml"] = _deel("styles", stijlen)
    if links is not None:
        relaties = "".join(
            f'<Relationship Id="{id}" Type="{_HYPERLINK}" Target="{doel}" TargetMode="External"/>'
            for id, doel in links.items()
        )
        leden["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relaties}'
            "</Relationships>"
        ).encode()
    return leden


def lijsten(*soorten: str) -> str:
    """Numbering with one list per kind: numId 1, 2, ...; two levels each, the second always 'lowerLetter'."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{soort}"/></w:lvl>'
        f'<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>'
        for i, soort in enumerate(soorten)
    )
    num = "".join(f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i, _ in enumerate(soorten))
    return abstract + num


def docx(leden: Mapping[str, bytes]) -> bytes:
    """The members as a .docx that Word's own packaging rules allow."""
    soorten = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Default Extension="xml" ContentType="application/xml"/></Types>'
    )
    return zip_van({"[Content_Types].xml": soorten, **leden})


def lees_word(leden: Mapping[str, bytes]) -> Ruw:
    """The blocks of a .docx made of these members, through the zip door."""
    return word.lees(open_zip(docx(leden), NAAM), NAAM)


def alineas(ruw: Ruw) -> list[Alinea]:
    """The paragraphs of a document, tables left out."""
    return [blok for blok in ruw.blokken if isinstance(blok, Alinea)]


def woorden(ruw: Ruw) -> list[str]:
    """The words of each paragraph."""
    return [alinea.kaal for alinea in alineas(ruw)]


def lees_tekst(inhoud: str) -> Lezing:
    """A plain text, read as a whole set."""
    return opbouw.bouw(tekst.lees(inhoud.encode(), "proef.txt"), "proef.txt")


def lees_blokken(*blokken: Blok) -> Lezing:
    """Blocks, read as a whole set."""
    return opbouw.bouw(Ruw(blokken), "proef.docx")


def _deel(wortel: str, inhoud: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{wortel} {_NS}>{inhoud}</w:{wortel}>'.encode()
