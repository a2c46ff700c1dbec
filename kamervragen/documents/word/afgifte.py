"""The last step of every Word writer: properties that agree with the body and name no civil servant, and fixed bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from kamervragen.documents.packing.vaste_zip import vast
from kamervragen.documents.text.schoon import schoon

_DAG_NUL = date(2000, 1, 1)  # a fixed stamp where a document has no day of its own
_PERSOONLIJK = re.compile(rb"<(Company|Manager)>[^<]*</\1>")
_EIGEN = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the format id that ECMA-376 part 1, 22.3 gives custom properties


def geef_af(
    document: Document, titel: str, op: date | None = None, eigenschappen: Mapping[str, str] | None = None
) -> bytes:
    """The document as bytes, dated `op`, with `eigenschappen` as its custom properties; equal input gives equal bytes."""
    kern = document.core_properties
    kern.title = schoon(titel).strip()[:255]
    kern.author = kern.last_modified_by = kern.comments = kern.keywords = kern.subject = kern.category = ""
    kern.content_status = kern.identifier = ""
    _zonder_eigenschappen(document)  # those of a ministry's template are not those of this document
    kern.language = "nl-NL"
    dag = op or _DAG_NUL
    kern.created = kern.modified = datetime(dag.year, dag.month, dag.day)  # noqa: DTZ001 - the format knows no zone
    kern.revision = 1
    if eigenschappen:
        _zet_eigenschappen(document, eigenschappen)
    buffer = io.BytesIO()
    document.save(buffer)
    return vast(buffer.getvalue())


def _zonder_eigenschappen(document: Document) -> None:
    relaties = document.part.package.rels
    for id in [id for id, relatie in relaties.items() if relatie.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES]:
        del relaties[id]
    for relatie in relaties.values():
        if relatie.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
            relatie.target_part._blob = _PERSOONLIJK.sub(b"", relatie.target_part.blob)


def _zet_eigenschappen(document: Document, eigenschappen: Mapping[str, str]) -> None:
    """*Bron:* ECMA-376 part 1, 22.3 (custom properties); their ids begin at 2."""
    regels = "".join(
        f'<property fmtid="{_FMTID}" pid="{nummer}" name={quoteattr(naam)}><vt:lpwstr>{escape(schoon(waarde))}</vt:lpwstr></property>'
        for nummer, (naam, waarde) in enumerate(eigenschappen.items(), 2)
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{regels}</Properties>'
    )
    pakket = document.part.package
    pakket.relate_to(
        Part(PackURI("/docProps/custom.xml"), _EIGEN, xml.encode(), pakket), RELATIONSHIP_TYPE.CUSTOM_PROPERTIES
    )
