"""The promises of the design, each with a figure. BELOFTEN=vol runs the full counts, as before a release."""

from __future__ import annotations

import json
import os
from pathlib import Path


def aantal(*, klein: int, vol: int) -> int:
    """How often a promise is tried: the small number on every push, the full one when BELOFTEN=vol."""
    return vol if os.environ.get("BELOFTEN") == "vol" else klein


def noteer(id: str, belofte: str, cijfer: str) -> None:
    """Adds the measured figure as a JSON line to the file that BELOFTEN_UIT names, if it does."""
    if uit := os.environ.get("BELOFTEN_UIT"):
        with Path(uit).open("a", encoding="utf-8") as bestand:
            bestand.write(json.dumps({"id": id, "belofte": belofte, "cijfer": cijfer}, ensure_ascii=False) + "\n")
