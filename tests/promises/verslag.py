"""Writes `docs/beloftes.md` from what the tests of the promises noted: figure, date and commit."""

from __future__ import annotations

import json
import subprocess
import sys
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
    rijen = sorted(
        (json.loads(regel) for regel in bron.read_text(encoding="utf-8").splitlines()), key=lambda rij: str(rij["id"])
    )
    regels = [f"| {rij['id']} | {rij['belofte']} | {rij['cijfer']} | {datum} | {commit} |\n" for rij in rijen]
    doel.write_text(_KOP + "".join(regels), encoding="utf-8")


if __name__ == "__main__":
    main()
