"""The signs that XML can hold, and so a document."""

from __future__ import annotations

import re

_ONMOGELIJK = re.compile("[^\\n\\t\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def schoon(tekst: str) -> str:
    """A text without what XML cannot hold. *Bron:* XML 1.0, 2.2 (Char)."""
    return _ONMOGELIJK.sub("", tekst)
