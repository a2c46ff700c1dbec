"""The last step of every Word writer: properties that agree with the body and name no civil servant, and fixed bytes."""

from __future__ import annotations

import io
from datetime import date, datetime

from docx.document import Document

from kamervragen.documents.vaste_zip import vast

_DAG_NUL = date(2000, 1, 1)  # a fixed stamp where a document has no day of its own


def geef_af(document: Document, titel: str, op: date | None = None) -> bytes:
    """The document as bytes, dated `op`; equal input gives equal bytes."""
    kern = document.core_properties
    kern.title = titel.strip()
    kern.author = kern.last_modified_by = kern.comments = kern.keywords = ""
    kern.language = "nl-NL"
    dag = op or _DAG_NUL
    kern.created = kern.modified = datetime(dag.year, dag.month, dag.day)  # noqa: DTZ001 - the format knows no zone
    kern.revision = 1
    buffer = io.BytesIO()
    document.save(buffer)
    return vast(buffer.getvalue())
