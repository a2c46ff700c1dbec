"""Lists as spreadsheets: the same cells in all three kinds, days that stay days, and no cell that runs."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime

import odfdo
import openpyxl
import pytest

from kamervragen.documents.writers.lijst import Lijstblad, Lijstsoort, render

_DAG = date(2026, 9, 30)
_BLAD = Lijstblad(
    "Toezeggingen: stand 9/6",
    ("nummer", "zin", "uiterlijk", "dagen"),
    (("TZ202606-012", 'Ik zal de Kamer; zo "vlug" als het kan\ninformeren, café.', _DAG, -3), (None, "", None, None)),
)


def _cellen(blad: Lijstblad, soort: Lijstsoort) -> list[list[object]]:
    """What a reader of this kind finds, without the headings; a day as a date, an empty cell as None."""
    data = render(blad, soort)
    if soort is Lijstsoort.CSV:
        assert data.startswith(b"\xef\xbb\xbf")
        return [
            [c or None for c in rij] for rij in csv.reader(io.StringIO(data[3:].decode(), newline=""), delimiter=";")
        ][1:]
    if soort is Lijstsoort.ODS:
        (tabel,) = odfdo.Document(io.BytesIO(data)).body.tables
        return [list(rij) for rij in tabel.iter_values()][1:]
    vel = openpyxl.load_workbook(io.BytesIO(data)).active
    assert vel is not None
    return [
        [c.value.date() if isinstance(c.value, datetime) else c.value for c in rij] for rij in vel.iter_rows(min_row=2)
    ]


@pytest.mark.parametrize("soort", [Lijstsoort.XLSX, Lijstsoort.ODS])
def test_days_are_days_and_numbers_are_numbers(soort: Lijstsoort) -> None:
    eerste, tweede = _cellen(_BLAD, soort)
    assert (eerste[0], eerste[2:], tweede) == ("TZ202606-012", [_DAG, -3], [None] * 4)
    assert str(eerste[1]).split() == str(_BLAD.rijen[0][1]).split()


def test_csv_is_as_a_dutch_spreadsheet_reads_it() -> None:
    assert _cellen(_BLAD, Lijstsoort.CSV) == [["TZ202606-012", _BLAD.rijen[0][1], "30-09-2026", "-3"], [None] * 4]


@pytest.mark.parametrize("soort", list(Lijstsoort))
@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", "\r=", "\0=", "\x01="])
def test_no_text_is_run_as_a_formula(soort: Lijstsoort, begin: str) -> None:
    """Promise I8: a spreadsheet stays a spreadsheet."""
    ((cel,),) = _cellen(Lijstblad("x", ("a",), ((f"{begin}1+1",),)), soort)
    assert str(cel).startswith("'")
    assert str(cel).endswith("1+1")


@pytest.mark.parametrize("soort", list(Lijstsoort))
def test_equal_input_gives_equal_bytes(soort: Lijstsoort, monkeypatch: pytest.MonkeyPatch) -> None:
    eerste = render(_BLAD, soort)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert render(_BLAD, soort) == eerste


def test_the_heading_stays_in_sight_and_filters() -> None:
    vel = openpyxl.load_workbook(io.BytesIO(render(_BLAD, Lijstsoort.XLSX))).active
    assert vel is not None
    assert (vel.title, vel.freeze_panes, vel.auto_filter.ref) == ("Toezeggingen  stand 9 6", "A2", "A1:D3")
    assert vel["C2"].number_format == "DD-MM-YYYY"


def test_odf_begins_with_its_mimetype_as_it_is() -> None:
    """*Bron:* OASIS OpenDocument 1.3 part 2, 3.3: the first member, stored."""
    with zipfile.ZipFile(io.BytesIO(render(_BLAD, Lijstsoort.ODS))) as pakket:
        eerste = pakket.infolist()[0]
        assert (eerste.filename, eerste.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert pakket.read("mimetype") == b"application/vnd.oasis.opendocument.spreadsheet"


@pytest.mark.parametrize("titel", ["", "[]:*?/\\", "x" * 50])
@pytest.mark.parametrize("soort", list(Lijstsoort))
def test_any_title_and_an_empty_list_do(titel: str, soort: Lijstsoort) -> None:
    assert _cellen(Lijstblad(titel, ("a", "b"), ()), soort) == []
