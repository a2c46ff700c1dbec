"""The runner of the promises: it finds the tests of an id, and changes the rows of what it ran only."""

from __future__ import annotations

from tests.promises.draai import bijgewerkt, proeven

_OUD = """# Beloften

| belofte | wat | gemeten | datum | commit |
|---|---|---|---|---|
| A3 | knoeien valt op | 100 van 100 | 2026-11-26 | aaaaaaa |
| D5 | een kopie kan terug | 20 kopieën | 2026-11-26 | aaaaaaa |
| P1 | Word is geldig | 500 sets | 2026-11-26 | aaaaaaa |
"""


def test_every_promise_names_its_tests() -> None:
    gevonden = proeven()
    assert gevonden["D5"] == [
        "tests/promises/test_backup_restore.py::test_a_copy_made_during_writes_is_one_picture_and_goes_back_whole"
    ]
    assert gevonden["T1"] == ["tests/browser/test_toegankelijk.py"]
    assert len(gevonden) >= 16


def test_only_the_rows_of_what_was_run_change() -> None:
    regels = [{"id": "D5", "belofte": "een kopie kan terug", "cijfer": "3 kopieën"}] * 2
    nieuw = bijgewerkt(_OUD, "D5", regels, datum="2026-12-01", commit="bbbbbbb")
    assert [regel for regel in nieuw.splitlines() if regel.startswith("| ")][1:] == [
        "| A3 | knoeien valt op | 100 van 100 | 2026-11-26 | aaaaaaa |",
        "| D5 | een kopie kan terug | 3 kopieën (2 keer gemeten) | 2026-12-01 | bbbbbbb |",
        "| P1 | Word is geldig | 500 sets | 2026-11-26 | aaaaaaa |",
    ]
    assert bijgewerkt(nieuw, "D5", regels, datum="2026-12-01", commit="bbbbbbb") == nieuw
