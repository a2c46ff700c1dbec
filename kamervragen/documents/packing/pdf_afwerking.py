"""A PDF made ready to publish: what LibreOffice leaves undone for PDF/UA, a fixed day, and our own checks before it leaves.

Not validated by veraPDF: these are the rules we check ourselves. *Bron:* ISO 19005-2 (PDF/A-2), ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from kamervragen.domain.errors import Ongeldig

_DAG_NUL = date(2000, 1, 1)


def werk_af(data: bytes, op: date | None = None) -> bytes:
    """The PDF with a structure tab order, ids on its notes, and no links outside its structure; dated `op`.

    :raises Ongeldig: it does not meet our own checks; the message names them.
    """
    dag = op or _DAG_NUL
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _nummer_noten(pdf)
        for blad in pdf.pages:
            if blad.get("/Annots") is not None:
                blad.Annots = pdf.make_indirect(Array([a for a in blad.Annots if "/StructParent" in a]))
                if len(blad.Annots):
                    blad.Tabs = Name.S
                else:
                    del blad["/Annots"]
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            xmp["xmp:CreateDate"] = xmp["xmp:ModifyDate"] = f"{dag.isoformat()}T00:00:00Z"
        for sleutel in ("/CreationDate", "/ModDate"):
            pdf.docinfo[sleutel] = String(f"D:{dag:%Y%m%d}000000Z")
        uit = io.BytesIO()
        if "/ID" in pdf.trailer:  # LibreOffice draws it at random
            del pdf.trailer["/ID"]
        pdf.save(uit, deterministic_id=True)
    klaar = uit.getvalue()
    if tekort := gebreken(klaar):
        raise Ongeldig(
            "De pdf voldoet niet aan de eisen voor publicatie (%(tekort)s). Haal het document op als .docx.",
            tekort=", ".join(tekort),
        )
    return klaar


def gebreken(data: bytes) -> tuple[str, ...]:
    """What a PDF lacks of PDF/A-2b and PDF/UA-1, by our own checks; empty when nothing."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return tuple(_gebreken(pdf))


def _gebreken(pdf: Pdf) -> Iterator[str]:
    with pdf.open_metadata() as xmp:
        if (xmp.get("pdfaid:part"), xmp.get("pdfaid:conformance")) not in (("2", "B"), ("2", "U"), ("2", "A")):
            yield "geen PDF/A-2"
        if xmp.get("pdfuaid:part") != "1":
            yield "geen PDF/UA-1"
        if not xmp.get("dc:title"):
            yield "geen titel"
    wortel: Any = pdf.Root
    if pdf.is_encrypted:
        yield "versleuteld"
    if not str(wortel.get("/Lang", "")).lower().startswith("nl"):
        yield "taal is niet nl"
    if not wortel.get("/MarkInfo", Dictionary()).get("/Marked", False) or "/StructTreeRoot" not in wortel:
        yield "geen tags"
    if not wortel.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "toont de titel niet"
    uitvoer: Any = wortel.get("/OutputIntents", [])
    if not any(u.get("/S") == Name("/GTS_PDFA1") and "/DestOutputProfile" in u for u in uitvoer):
        yield "geen kleurprofiel"
    if (
        "/OpenAction" in wortel
        and isinstance(wortel.OpenAction, Dictionary)
        and wortel.OpenAction.get("/S") == Name.JavaScript
    ):
        yield "scripts"
    if "/AA" in wortel or any(naam in wortel.get("/Names", Dictionary()) for naam in ("/JavaScript", "/EmbeddedFiles")):
        yield "scripts of bijlagen"
    if any(not _is_ingesloten(font) for font in _fonts(pdf)):
        yield "lettertype niet ingesloten"


def _fonts(pdf: Pdf) -> Iterator[Any]:
    for blad in pdf.pages:
        gevonden: Any = blad
        yield from gevonden.get("/Resources", Dictionary()).get("/Font", Dictionary()).values()


def _is_ingesloten(font: Any) -> bool:
    beschrijvers = [f.get("/FontDescriptor") for f in (font, *font.get("/DescendantFonts", []))]
    return any(
        b is not None and any(naam in b for naam in ("/FontFile", "/FontFile2", "/FontFile3")) for b in beschrijvers
    )


def _nummer_noten(pdf: Pdf) -> None:
    """An id for every note, as PDF/UA-1 7.9 asks, and the index of ids that goes with it."""
    if "/StructTreeRoot" not in pdf.Root:
        return
    noten = [element for element in _structuur(pdf.Root.StructTreeRoot) if element.get("/S") == Name("/Note")]
    namen = []
    for nummer, noot in enumerate(noten, 1):
        noot.ID = String(f"noot-{nummer:04}")
        namen += [noot.ID, noot]
    if namen:
        boom = Dictionary(Names=Array(namen), Limits=Array([namen[0], namen[-2]]))
        pdf.Root.StructTreeRoot.IDTree = pdf.make_indirect(Dictionary(Kids=Array([pdf.make_indirect(boom)])))


def _structuur(wortel: Any) -> Iterator[Any]:
    stapel = [wortel]
    while stapel:
        element = stapel.pop()
        if element is not wortel:
            yield element
        kinderen = element.get("/K")
        if kinderen is None:
            continue
        rij = list(kinderen) if isinstance(kinderen, Array) else [kinderen]
        stapel += [kind for kind in reversed(rij) if isinstance(kind, Dictionary) and "/S" in kind]
