"""`make bench` runs every benchmark; `make bench B=naam` runs one."""

from __future__ import annotations

import runpy
import sys

NAMEN = (
    "belasting",
    "beloften",
    "hergebruik",
    "lezen",
    "papier",
    "rekentijd",
    "schermen",
    "verwijzingen",
    "zoeksnelheid",
)


def main() -> None:
    gevraagd = sys.argv[1] if len(sys.argv) > 1 else "alles"
    for naam in NAMEN if gevraagd == "alles" else (gevraagd,):
        print(f"== {naam}")
        sys.argv = [naam]
        runpy.run_module(f"benchmarks.{naam}", run_name="__main__")


main()
