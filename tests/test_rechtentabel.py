"""The table of rights in the docs is made from the code, and stays true."""

from __future__ import annotations

import os
from pathlib import Path

from kamervragen.catalogue.codes import label
from kamervragen.domain.rollen import Rol
from kamervragen.domain.status import Status
from kamervragen.lijn.toezicht import matrix

BESTAND = Path(__file__).parent.parent / "docs" / "rechten.md"
KOP = """# Wie mag wat

Gemaakt uit `domain/rollen.py` door `make rechten`. Een cel noemt de standen van de set waarin de rol de handeling mag; *altijd* is elke
stand, een streep is nooit.

"""


def tabel() -> str:
    """The table as Markdown."""
    regels = ["| handeling | " + " | ".join(label(rol) for rol in Rol) + " |", "|---" * (len(Rol) + 1) + "|"]
    for welke, cellen in matrix():
        woorden = (
            "–" if cel is None else "altijd" if len(cel) == len(Status) else ", ".join(label(s) for s in cel)
            for cel in cellen
        )
        regels.append(f"| {label(welke)} | " + " | ".join(woorden) + " |")
    return KOP + "\n".join(regels) + "\n"


def test_the_table_of_rights_in_the_docs_is_that_of_the_code() -> None:
    if uit := os.environ.get("RECHTEN_UIT"):
        Path(uit).write_text(tabel(), encoding="utf-8")
    assert BESTAND.read_text(encoding="utf-8") == tabel(), "run: make rechten"
