"""Who may import whom: the contracts of pyproject.toml hold."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).parents[2]
PAKKET = WORTEL / "kamervragen"
# From the outside in, as the house is drawn: each may import only what stands below it.
ORDE = (
    *("cli", "keeping", "app", "demo", "worker", "jobs", "start", "wings"),
    *("lijsten", "setpagina", "vandaag", "inname", "beheer", "lijn", "papieren", "hergebruik"),
    *("antwoorden", "register", "sets", "mensen", "web", "documents", "core", "search", "notify"),
    *("settings", "lanes", "catalogue", "language", "domain"),
)
VLEUGELS = ORDE[ORDE.index("lijsten") : ORDE.index("web")]


def _contracten() -> list[dict[str, Any]]:
    gelezen = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))
    contracten: list[dict[str, Any]] = gelezen["tool"]["importlinter"]["contracts"]
    return contracten


def _contract(begin: str) -> dict[str, Any]:
    [gevonden] = [contract for contract in _contracten() if contract["name"].startswith(begin)]
    return gevonden


def test_the_rooms_import_only_inward() -> None:
    opdracht = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    klaar = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr
    assert f"Contracts: {len(_contracten())} kept, 0 broken." in klaar.stdout


def test_the_contracts_are_those_of_the_house() -> None:
    """The contracts themselves: a weaker one would also hold."""
    lagen = [laag for regel in _contract("The rooms")["layers"] for laag in regel.split(" | ")]
    assert lagen == [f"kamervragen.{kamer}" for kamer in ORDE]
    vleugels = {f"kamervragen.{vleugel}" for vleugel in VLEUGELS}
    machine = _contract("The machinery")
    assert machine["source_modules"] == ["kamervragen.core", "kamervragen.web"]
    assert set(machine["forbidden_modules"]) == vleugels
    vloeren = _contract("Inside a wing")
    assert (vloeren["layers"], set(vloeren["containers"])) == (["(web)", "(store)", "(rows)"], vleugels)
    deur = _contract("A door")
    assert {"kamervragen.*.store", "kamervragen.*.rows", "kamervragen.core.store"} == set(deur["forbidden_modules"])
    kast = _contract("A wing keeps")
    van_het_dossier = {f"kamervragen.{vleugel}.store" for vleugel in ("mensen", "sets", "register", "antwoorden")}
    kasten = {
        f"kamervragen.{vleugel}.store" for vleugel in VLEUGELS if (PAKKET / vleugel / "store" / "__init__.py").is_file()
    }
    assert set(kast["forbidden_modules"]) == kasten - van_het_dossier
    zuiver = _contract("Rules and sentences")
    assert zuiver["source_modules"] == ["kamervragen.domain", "kamervragen.language"]
    assert {"sqlmodel", "litestar", "docx"} <= set(zuiver["forbidden_modules"])


def test_every_room_is_in_a_layer() -> None:
    """A room outside the layers may import anything."""
    kamers = {
        pad.stem
        for pad in PAKKET.iterdir()
        if not pad.name.startswith("_") and (pad.suffix == ".py" or (pad / "__init__.py").is_file())
    }
    assert kamers == set(ORDE)


def test_a_door_is_opened_by_the_application_alone() -> None:
    """What import-linter cannot say of a wing whose acts stand beside its doors: nobody but `app` imports a door."""
    gevonden = []
    for pad in sorted(PAKKET.rglob("*.py")):
        deel = pad.relative_to(PAKKET).parts
        eigen = ("kamervragen", *deel[:2]) if deel[1:2] == ("web",) else ()
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if not isinstance(knoop, ast.ImportFrom) or not knoop.module:
                continue
            van = tuple(knoop.module.split("."))
            if van[1:2] and van[1] in VLEUGELS and van[2:3] == ("web",) and van[:3] != eigen:
                gevonden.append((pad.relative_to(PAKKET).as_posix(), knoop.module))
    assert {plaats for plaats, _ in gevonden} == {"app.py"}


def test_the_walls_hold_what_they_should() -> None:
    """A folder of more than twenty-five modules wants walls; no wing is an eighth of the house."""
    vol = {
        pad.relative_to(PAKKET).as_posix(): aantal
        for pad in PAKKET.rglob("*")
        if pad.is_dir() and "versions" not in pad.parts and (aantal := len(list(pad.glob("*.py")))) > 26
    }
    assert vol == {}
    regels = {
        pad: len(pad.read_text(encoding="utf-8").splitlines())
        for pad in PAKKET.rglob("*.py")
        if "migrations" not in pad.parts
    }
    per_vleugel = {v: sum(n for pad, n in regels.items() if PAKKET / v in pad.parents) for v in VLEUGELS}
    assert max(per_vleugel.values()) <= 0.12 * sum(regels.values()), per_vleugel
