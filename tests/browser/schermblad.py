"""The page of the docs that shows every screen: made of the pictures that are there.

python -m tests.browser.schermblad docs/beelden/schermen docs/schermen.md
"""

from __future__ import annotations

import sys
from pathlib import Path

_KOP = """# Elk scherm

Gemaakt door `make beelden`, met de browsertests: elk blad toont een scherm op 1440 en 360 beeldpunten breed, licht en donker. Klik voor groot.
"""
_DELEN = {
    "demo": "## Met de demo\n\nElke bladzijde en elke stand die de tests bezoeken: leeg, vol, met een fout, met een botsing, met een venster open.",
    "land": "## Met alle Kamervragen sinds 2007\n\nDe 42.994 sets van het hele land in één huis: de lijsten zijn zo lang als ze ooit worden.",
}


def blad(map_: Path, vanaf: Path) -> str:
    """The page, with the pictures as they are found from the folder it stands in."""
    regels = [_KOP]
    for deel, kop in _DELEN.items():
        regels.append(kop + "\n")
        for beeld in sorted((map_ / deel).glob("*.png")):
            naam = beeld.stem.replace("-", " ").strip()
            pad = beeld.relative_to(vanaf).as_posix()
            regels.append(f"### {naam}\n\n[![{naam}]({pad})]({pad})\n")
    return "\n".join(regels)


if __name__ == "__main__":
    van, naar = Path(sys.argv[1]), Path(sys.argv[2])
    naar.write_text(blad(van, naar.parent), encoding="utf-8")
