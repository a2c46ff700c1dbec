"""A document to keep, as a browser is handed it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from litestar import Response

from kamervragen.documents.bestand import Bestand

_SOORTEN = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".csv": "text/csv; charset=utf-8",
}


def als_bijlage(bestand: Bestand) -> Response[bytes]:
    """A document to keep, under its own name."""
    koppen = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(bestand.naam)}"}
    return Response(
        bestand.data,
        media_type=_SOORTEN.get(Path(bestand.naam).suffix.lower(), "application/octet-stream"),
        headers=koppen,
    )
