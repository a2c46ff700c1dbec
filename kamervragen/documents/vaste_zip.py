"""The same document, byte for byte: members in a fixed order, without times or system marks."""

from __future__ import annotations

import io
import zipfile

# ODF wants its mimetype first and as it is: whoever sniffs the file reads it there.
_MIMETYPE = "mimetype"
_EERST = (_MIMETYPE, "[Content_Types].xml", "_rels/.rels")


def vast(data: bytes) -> bytes:
    """A zip rewritten so that equal members give equal bytes."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for naam in sorted(bron.namelist(), key=lambda n: (n not in _EERST, n)):
            lid = zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0))
            lid.compress_type = zipfile.ZIP_STORED if naam == _MIMETYPE else zipfile.ZIP_DEFLATED
            lid.create_system = 0
            doel.writestr(lid, bron.read(naam))
    return uit.getvalue()
