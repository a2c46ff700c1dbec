"""Writes `docs/beloftes.md` from what the tests of the promises noted: figure, date and commit."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

_KOP = """# Beloften, met het bewijs

Gemaakt door `make promises`: elke regel is een test in `tests/promises/`, gedraaid met de volle aantallen.

| belofte | wat | gemeten | datum | commit |
|---|---|---|---|---|
"""


def main() -> None:
    bron, doel = Path(sys.argv[1]), Path(sys.argv[2])
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    datum = datetime.now(UTC).date().isoformat()
    genoteerd = Counter(bron.read_text(encoding="utf-8").splitlines())  # what was measured again and again, stands once
    rijen = sorted(((json.loads(regel), n) for regel, n in genoteerd.items()), key=lambda paar: str(paar[0]["id"]))
    regels = [
        f"| {rij['id']} | {rij['belofte']} | {rij['cijfer']}{f' ({n} keer gemeten)' if n > 1 else ''} | {datum} | {commit} |\n"
        for rij, n in rijen
    ]
    doel.write_text(_KOP + "".join(regels), encoding="utf-8")


if __name__ == "__main__":
    main()
