"""Who may import whom: the contracts of pyproject.toml hold."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

WORTEL = Path(__file__).parents[2]


def test_the_rooms_import_only_inward() -> None:
    contracten = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    opdracht = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    klaar = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr
    assert f"Contracts: {len(contracten)} kept, 0 broken." in klaar.stdout


def test_the_contracts_keep_the_door_from_the_cupboards_and_the_rules_pure() -> None:
    """The contracts themselves: a weaker one would also hold."""
    contracten = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    lagen = next(contract for contract in contracten if contract["type"] == "layers")["layers"]
    volgorde = [laag.removeprefix("kamervragen.") for regel in lagen for laag in regel.split(" | ")]
    verplicht = ["cli", "app", "web", "usecases", "storage", "language", "domain"]
    assert [laag for laag in volgorde if laag in verplicht] == verplicht
    verboden = {
        (bron, doel)
        for c in contracten
        if c["type"] == "forbidden"
        for bron in c["source_modules"]
        for doel in c["forbidden_modules"]
    }
    assert ("kamervragen.web", "kamervragen.storage") in verboden
    for kamer in ("kamervragen.domain", "kamervragen.language"):
        assert {(kamer, "sqlmodel"), (kamer, "litestar"), (kamer, "docx")} <= verboden


def test_every_room_is_in_a_layer() -> None:
    """A room outside the layers may import anything."""
    contracten = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    lagen = {
        laag for regel in next(c for c in contracten if c["type"] == "layers")["layers"] for laag in regel.split(" | ")
    }
    kamers = {
        f"kamervragen.{pad.stem}"
        for pad in (WORTEL / "kamervragen").iterdir()
        if not pad.name.startswith("_") and (pad.suffix == ".py" or (pad / "__init__.py").is_file())
    }
    assert kamers - lagen == set()
