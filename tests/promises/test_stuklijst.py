"""Promise S14: dependencies are known: a bill of materials of what is installed, and what is known to be wrong with it."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.promises import noteer

pytestmark = pytest.mark.dienst
WORTEL = Path(__file__).parents[2]
_AUDIT = WORTEL / ".venv-audit" / "bin"


def test_the_bill_of_materials_names_everything_and_nothing_is_known_to_be_wrong(tmp_path: Path) -> None:
    """Where the register of weaknesses does not answer, as on a machine without the internet, that is what is written."""
    bom = tmp_path / "sbom.cdx.json"
    subprocess.run(
        [str(_AUDIT / "cyclonedx-py"), "requirements", "requirements.lock", "--of", "JSON", "-o", str(bom)],
        cwd=WORTEL,
        check=True,
        capture_output=True,
    )
    onderdelen = {(c["name"], c["version"]) for c in json.loads(bom.read_text())["components"]}
    vast = set(re.findall(r"^([a-z0-9][a-z0-9_.-]*)==(\S+)", (WORTEL / "requirements.lock").read_text(), re.M))
    assert onderdelen == vast
    audit = subprocess.run(
        [str(_AUDIT / "pip-audit"), "-r", "requirements.lock", "--disable-pip", "--format", "json"],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    gezien = [d for d in json.loads(audit.stdout or '{"dependencies": []}')["dependencies"] if "vulns" in d]
    zwak = [f"{d['name']} {v['id']}" for d in gezien for v in d["vulns"]]
    assert zwak == []
    antwoord = (
        f"{len(gezien)} nagekeken, 0 bekende zwakke plekken"
        if gezien
        else "het register van zwakke plekken gaf geen antwoord"
    )
    noteer(
        "S14", "afhankelijkheden zijn bekend", f"CycloneDX: {len(onderdelen)} onderdelen met versie en hash; {antwoord}"
    )
