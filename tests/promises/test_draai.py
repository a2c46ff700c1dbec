"""The runner of the promises: it finds the tests of an id, and changes the rows of what it ran only."""

from __future__ import annotations

from tests.promises.draai import VERSLAG, WORTEL, bijgewerkt, proeven, volledig
from tests.promises.lijst import ALLES

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


def test_every_promise_of_the_design_has_its_row_and_every_test_it_names_is_there() -> None:
    verslag = VERSLAG.read_text(encoding="utf-8")
    assert volledig(verslag) == verslag, "run: make promises P=... of any id"
    rijen = {regel.split(" | ")[0][2:] for regel in verslag.splitlines() if regel.startswith("| ")}
    assert rijen - {"belofte"} == ALLES.keys()
    assert len(ALLES) == 79
    assert all(belofte.waar or belofte.nog_niet for belofte in ALLES.values())
    assert [pad for belofte in ALLES.values() for pad in belofte.waar if not (WORTEL / "tests" / pad).is_file()] == []
    assert proeven().keys() <= ALLES.keys()
