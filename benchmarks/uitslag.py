"""The one form in which a benchmark leaves its figures: `benchmarks/uit/NAAM.json`."""

from __future__ import annotations

import json
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path

UIT = Path(__file__).parent / "uit"


@dataclass(frozen=True)
class Uitslag:
    """One figure, with what it is compared to in the same run."""

    naam: str
    maat: str
    waarde: float
    eenheid: str
    vergeleken_met: str
    verhouding: float


def schrijf(*uitslagen: Uitslag) -> None:
    """Writes the figures of one benchmark, with the commit they were measured at."""
    UIT.mkdir(exist_ok=True)
    rijen = [{**asdict(uitslag), "commit": _commit()} for uitslag in uitslagen]
    (UIT / f"{uitslagen[0].naam}.json").write_text(json.dumps(rijen, indent=2, ensure_ascii=False) + "\n")


def _commit() -> str:
    gevonden = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return gevonden.stdout.strip()
