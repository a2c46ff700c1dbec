"""A whole folder: in order, resumable, one bad file never stops the rest."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.documents import binnen
from kamervragen.domain.errors import NietToegestaan
from kamervragen.inname.innemen import Uitkomst, Verslag
from kamervragen.inname.mapinname import als_csv, neem_map_in
from tests.stukken import ANDERE_VRAGEN, ANTWOORD, UITSTEL, VRAGEN, contents


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    folder = tmp_path / "stukken"
    folder.mkdir()
    for naam, tekst in {
        "1.txt": VRAGEN,
        "2.txt": UITSTEL,
        "3.txt": "\n",
        "4.txt": ANTWOORD,
        "5.txt": ANDERE_VRAGEN,
    }.items():
        (folder / naam).write_text(tekst, encoding="utf-8")
    return folder


def _in(huis: Huis, map_: Path) -> list[Verslag]:
    return neem_map_in(huis, OPDRACHTREGEL, [*sorted(map_.iterdir()), map_ / "weg.txt"], lambda: None)


def test_files_come_in_their_order_and_a_bad_one_stops_nothing(elk_huis: Huis, map_: Path) -> None:
    assert [(v.bestand, v.uitkomst.value, v.sleutel) for v in _in(elk_huis, map_)] == [
        ("1.txt", "nieuw", "KV-000001"),
        ("2.txt", "gewijzigd", "KV-000001"),
        ("3.txt", "geweigerd", None),
        ("4.txt", "gewijzigd", "KV-000001"),
        ("5.txt", "nieuw", "KV-000002"),
        ("weg.txt", "geweigerd", None),
    ]


def test_a_second_run_reads_nothing_again_and_says_the_same(
    huis: Huis, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    eerste = _in(huis, map_)
    voor = contents(huis)
    gelezen: Counter[str] = Counter()
    echt = binnen.lees_apart
    monkeypatch.setattr(binnen, "lees_apart", lambda data, naam: (gelezen.update([naam]), echt(data, naam))[1])
    tweede = _in(huis, map_)
    assert {v.uitkomst for v in tweede} == {Uitkomst.GELIJK, Uitkomst.GEWEIGERD}
    assert gelezen == {"3.txt": 1}
    assert contents(huis) == voor
    assert [(v.vragen, v.antwoorden, v.noten, v.citaties) for v in tweede] == [
        (v.vragen, v.antwoorden, v.noten, v.citaties) for v in eerste
    ]


def test_a_run_that_broke_off_goes_on_where_it_stopped(huis: Huis, map_: Path) -> None:
    paden = sorted(map_.iterdir())
    neem_map_in(huis, OPDRACHTREGEL, paden[:2], lambda: None)
    assert [v.uitkomst.value for v in _in(huis, map_)] == [
        "gelijk",
        "gelijk",
        "geweigerd",
        "gewijzigd",
        "nieuw",
        "geweigerd",
    ]


def test_progress_is_told_after_each_file(huis: Huis, map_: Path) -> None:
    stappen: list[int] = []
    neem_map_in(huis, OPDRACHTREGEL, sorted(map_.iterdir()), lambda: stappen.append(len(contents(huis)["document"])))
    assert stappen == [1, 2, 2, 3, 4]


def test_without_the_right_no_file_is_read(huis: Huis, anna: Wie, map_: Path) -> None:
    with pytest.raises(NietToegestaan):
        neem_map_in(huis, anna, sorted(map_.iterdir()), lambda: None)
    assert contents(huis)["vragenset"] == []


def test_the_report_opens_in_a_dutch_spreadsheet_and_runs_nothing() -> None:
    verslag = Verslag("=1+1.txt", Uitkomst.GEWEIGERD, reden='Dit is "niet"; goed.')
    assert als_csv([verslag]).decode("utf-8") == (
        "\N{ZERO WIDTH NO-BREAK SPACE}bestand;uitkomst;sleutel;soort;vragen;antwoorden;noten;citaties;meldingen;reden;toelichting\r\n"
        '\'=1+1.txt;geweigerd;;;0;0;0;0;0;"Dit is ""niet""; goed.";\r\n'
    )
