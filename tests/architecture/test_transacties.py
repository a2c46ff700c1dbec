"""One act, one transaction: what writes without an act says why, and stands in this list."""

from __future__ import annotations

import ast
from pathlib import Path

PAKKET = Path(__file__).parents[2] / "kamervragen"
# Each place that writes without an act, with its reasons in the order of its lines.
BUITENOM = {
    "antwoorden/aanwezigheid.py": ["AANWEZIG"],
    "lijn/bijdrageherinnering.py": ["OCHTEND"],
    "mensen/geheimen.py": ["OPENEN", "OPENEN"],
    "mensen/gebruikers.py": ["INLOGGEN", "INLOGGEN", "INLOGGEN", "INLOGGEN", "INLOGGEN"],
    "core/sessions.py": ["SESSIE", "SESSIE", "SESSIE"],
    "core/act.py": ["SPOOR", "SPOOR"],
    "register/herberekening.py": ["WORKER", "AFGELEID", "AFGELEID", "AFGELEID", "AFGELEID"],
    "papieren/karweien.py": ["WORKER", "WORKER"],
    "register/lopendindex.py": ["WORKER"],
    "vandaag/ochtendpost.py": ["OCHTEND"],
    "beheer/signaalwoorden.py": ["AFGELEID"],
    "inname/stapel.py": ["WORKER"],
    "core/jobs.py": ["WORKER", "WORKER", "WORKER", "WORKER"],
    "core/skipping.py": ["WORKER"],
    "start.py": ["OPENEN"],
    "worker.py": ["WORKER", "WORKER", "WORKER"],
}
# Who opens a writing transaction itself: the act and its like, and what makes and measures the tables.
MAG_SCHRIJVEN = {"core/act.py": 2, "core/store/engine.py": 2}


def _aanroepen(naam: str) -> dict[str, list[ast.Call]]:
    uit: dict[str, list[ast.Call]] = {}
    for pad in sorted(PAKKET.rglob("*.py")):
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id == naam:
                uit.setdefault(str(pad.relative_to(PAKKET)), []).append(knoop)
    return uit


def test_only_the_act_and_what_says_why_opens_a_writing_transaction() -> None:
    assert {pad: len(keren) for pad, keren in _aanroepen("writing").items()} == MAG_SCHRIJVEN


def test_what_writes_without_an_act_is_in_the_list() -> None:
    gevonden = {
        pad: [ast.unparse(keer.args[1]).removeprefix("Buitenom.") for keer in sorted(keren, key=lambda k: k.lineno)]
        for pad, keren in _aanroepen("buitenom").items()
    }
    assert gevonden == BUITENOM


def test_an_act_that_only_writes_its_line_says_so() -> None:
    """`with handeling(...): pass` stands in one place, under a name that tells what it is for."""
    leeg = [
        str(pad.relative_to(PAKKET))
        for pad in sorted(PAKKET.rglob("*.py"))
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
        if isinstance(knoop, ast.With)
        and "handeling(" in ast.unparse(knoop.items[0])
        and isinstance(knoop.body[0], ast.Pass)
    ]
    assert leeg == ["core/act.py"]
