"""The same document, byte for byte: members in a fixed order, without times or system marks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

# ODF wants its mimetype first and as it is: whoever sniffs the file reads it there.
_MIMETYPE = "mimetype"
_EERST = (_MIMETYPE, "[Content_Types].xml", "_rels/.rels")


def vast(data: bytes, herstel: Callable[[str, bytes], bytes] = lambda _naam, inhoud: inhoud) -> bytes:
    """A zip rewritten so that equal members give equal bytes. `herstel` takes out what a member says of its own making."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for naam in sorted(bron.namelist(), key=lambda n: (n not in _EERST, n)):
            lid = zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0))
            lid.compress_type = zipfile.ZIP_STORED if naam == _MIMETYPE else zipfile.ZIP_DEFLATED
            lid.create_system = 0
            doel.writestr(lid, herstel(naam, bron.read(naam)))
    return uit.getvalue()
