"""Runs the promises in full and keeps `docs/beloftes.md`: `python -m tests.promises.draai`, or with an id just that one.

Each id runs by itself. The whole goes on where it stopped, as long as the commit is the same; an id that was named runs
anew. Only the rows of what was run change, with their commit and day.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from tests.promises.lijst import ALLES

WORTEL = Path(__file__).parents[2]
VERSLAG = WORTEL / "docs" / "beloftes.md"
WERKMAP = WORTEL / "build" / "beloften"
MINUTEN = 15  # within which one id must be proved
_VAN_HET_BESTAND = "BELOFTEN"  # a module that proves a promise with all its tests names it in this tuple

_KOP = """# Beloften, met het bewijs

Gemaakt door `make promises`. Een regel met een datum is een test, gedraaid met de volle aantallen; `make promises P=D1`
draait er één en werkt alleen zijn regels bij. *Elke push* noemt de tests die elke wijziging moet doorstaan. *Nog niet* is
niet bewezen, wat het programma ook doet.

| belofte | wat | gemeten | datum | commit |
|---|---|---|---|---|
"""


def proeven(wortel: Path = WORTEL) -> dict[str, list[str]]:
    """The tests of each id, as pytest names them: those that call `noteer` with it, or whole modules that name it."""
    uit: dict[str, list[str]] = {}
    for pad in sorted((wortel / "tests").rglob("test_*.py")):
        naam, boom = str(pad.relative_to(wortel)), ast.parse(pad.read_text(encoding="utf-8"))
        for knoop in boom.body:
            if isinstance(knoop, ast.Assign) and ast.unparse(knoop.targets[0]) == _VAN_HET_BESTAND:
                for id in ast.literal_eval(knoop.value):
                    uit.setdefault(id, []).append(naam)
            elif isinstance(knoop, ast.FunctionDef):
                for id in sorted(_genoteerd(knoop)):
                    if naam not in uit.setdefault(id, []):
                        uit[id].append(f"{naam}::{knoop.name}")
    return dict(sorted(uit.items()))


def _genoteerd(functie: ast.FunctionDef) -> set[str]:
    return {
        str(knoop.args[0].value)
        for knoop in ast.walk(functie)
        if isinstance(knoop, ast.Call)
        and isinstance(knoop.func, ast.Name)
        and knoop.func.id == "noteer"
        and isinstance(knoop.args[0], ast.Constant)
    }


def bijgewerkt(oud: str, id: str, regels: list[dict[str, str]], *, datum: str, commit: str) -> str:
    """The report with the rows of this id in the place of those it had; rows are in the order of their ids."""
    over = [
        regel
        for regel in oud.splitlines()
        if regel.startswith("| ") and regel.split(" | ")[0][2:] not in ("belofte", id)
    ]
    genoteerd = Counter(
        json.dumps(regel, ensure_ascii=False) for regel in regels
    )  # measured again and again, it stands once
    for tekst, keer in genoteerd.items():
        rij = json.loads(tekst)
        vaker = f" ({keer} keer gemeten)" if keer > 1 else ""
        over.append(f"| {rij['id']} | {rij['belofte']} | {rij['cijfer']}{vaker} | {datum} | {commit} |")
    return _KOP + "".join(f"{regel}\n" for regel in sorted(over, key=lambda regel: regel.split(" | ")[0]))


def volledig(verslag: str) -> str:
    """The report with a row for every promise of the design: what was measured, and of the rest where it holds or why not yet."""
    gemeten = [r for r in verslag.splitlines() if r.startswith("| ") and r.split(" | ")[-2:] != ["–", "– |"]][1:]
    bekend = {regel.split(" | ")[0][2:] for regel in gemeten}
    over = [
        f"| {id} | {belofte.wat} | {wat} | – | – |"
        for id, belofte in ALLES.items()
        for wat in (
            [f"elke push: {', '.join(f'`tests/{pad}`' for pad in belofte.waar)}"]
            if belofte.waar and id not in bekend
            else []
        )
        + ([f"**nog niet**: {belofte.nog_niet}"] if belofte.nog_niet else [])
    ]
    volgorde = {id: plaats for plaats, id in enumerate(ALLES)}
    return _KOP + "".join(
        f"{regel}\n"
        for regel in sorted(gemeten + over, key=lambda r: volgorde.get(r.split(" | ")[0][2:], len(volgorde)))
    )


def _draai(id: str, nodes: list[str], commit: str) -> bool:
    uit = WERKMAP / f"{id}.jsonl"
    uit.unlink(missing_ok=True)
    uit.touch()
    omgeving = {**os.environ, "BELOFTEN": "vol", "BELOFTEN_UIT": str(uit)}
    try:
        klaar = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", *nodes], cwd=WORTEL, env=omgeving, timeout=MINUTEN * 60, check=False
        )
    except subprocess.TimeoutExpired:
        print(f"{id}: not within {MINUTEN} minutes", file=sys.stderr)
        return False
    if klaar.returncode:
        return False
    regels = [rij for r in uit.read_text("utf-8").splitlines() if (rij := json.loads(r))["id"] == id]
    oud = VERSLAG.read_text("utf-8") if VERSLAG.exists() else ""
    datum = datetime.now(UTC).date().isoformat()
    VERSLAG.write_text(volledig(bijgewerkt(oud, id, regels, datum=datum, commit=commit)), encoding="utf-8")
    (WERKMAP / f"{id}.klaar").write_text(commit)
    return True


def main(gevraagd: str | None) -> int:
    """Runs one id, or all that this commit has not proved yet. Returns 0 when they hold."""
    alle = proeven()
    if gevraagd and gevraagd not in alle:
        print(f"No promise {gevraagd}. There are: {', '.join(alle)}.", file=sys.stderr)
        return 2
    WERKMAP.mkdir(parents=True, exist_ok=True)
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=WORTEL, capture_output=True, text=True, check=True
    ).stdout.strip()
    mislukt = []
    for id, nodes in alle.items():
        merk = WERKMAP / f"{id}.klaar"
        gedaan = merk.exists() and merk.read_text() == commit
        if (gevraagd == id or (not gevraagd and not gedaan)) and not _draai(id, nodes, commit):
            mislukt.append(id)
    VERSLAG.write_text(volledig(VERSLAG.read_text("utf-8")), encoding="utf-8")
    if mislukt:
        print(f"Does not hold: {', '.join(mislukt)}.", file=sys.stderr)
    return bool(mislukt)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else None))
