"""Lists for a Dutch spreadsheet: .xlsx, .ods, or CSV in UTF-8 with its mark and semicolons; nothing is run as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import odfdo
import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from kamervragen.documents.packing.vaste_zip import vast

Cel = str | int | date | None
# A cell that begins so is run by a spreadsheet. *Bron:* OWASP, CSV injection.
_FORMULE = ("=", "+", "-", "@", "\t", "\r")
_STUUR = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DAG_NUL = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed stamp: equal input gives equal bytes
_BREEDSTE = 60  # characters; what is longer wraps
_DAGSTIJL = """<number:date-style style:name="kv-dag-vorm" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><number:day number:style="long"/><number:text>-</number:text>
<number:month number:style="long"/><number:text>-</number:text><number:year number:style="long"/></number:date-style>"""


class Lijstsoort(StrEnum):
    """The kinds of file a list can be."""

    XLSX = "xlsx"
    ODS = "ods"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Lijstblad:
    """A list: its title, its headings, and rows of as many cells. A day stays a day, None is an empty cell."""

    titel: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]


def render(blad: Lijstblad, soort: Lijstsoort) -> bytes:
    """The list as a file; equal input gives equal bytes."""
    if soort is Lijstsoort.XLSX:
        return _als_xlsx(blad)
    return als_ods(blad.titel, (blad,)) if soort is Lijstsoort.ODS else als_csv(blad.kolommen, blad.rijen)


def als_csv(kolommen: Sequence[str], rijen: Iterable[Sequence[object]]) -> bytes:
    """The rows under their headings; None is an empty cell, a day is written as a Dutch spreadsheet reads it."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(kolommen)
    for rij in rijen:
        schrijver.writerow([_gedrukt(cel) for cel in rij])
    return b"\xef\xbb\xbf" + uit.getvalue().encode()


def _als_xlsx(blad: Lijstblad) -> bytes:
    boek = openpyxl.Workbook()
    vel = boek.active
    assert vel is not None
    vel.title = _bladnaam(blad.titel)
    vel.append(list(blad.kolommen))
    for rij in blad.rijen:
        vel.append([cel if isinstance(cel, date | int) else _veilig(cel or "") or None for cel in rij])
    boven = Alignment(vertical="top", wrap_text=True)
    for regel in vel.iter_rows():
        for cel in regel:
            cel.alignment = boven
            if isinstance(cel.value, date):
                cel.number_format = "DD-MM-YYYY"
    for nummer, breedte in enumerate(_breedtes(blad), start=1):
        vel.cell(1, nummer).font = Font(bold=True)
        vel.column_dimensions[get_column_letter(nummer)].width = breedte
    vel.freeze_panes = "A2"
    vel.auto_filter.ref = vel.dimensions
    boek.properties.creator, boek.properties.title = "", blad.titel
    boek.properties.created = _DAG_NUL
    uit = io.BytesIO()
    boek.save(uit)
    return vast(uit.getvalue(), _zonder_opslagtijd)


def _zonder_opslagtijd(naam: str, inhoud: bytes) -> bytes:
    """openpyxl writes the moment of saving over the stamp it was given."""
    if naam != "docProps/core.xml":
        return inhoud
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", inhoud)


def als_ods(titel: str, bladen: Sequence[Lijstblad]) -> bytes:
    """Lists as the sheets of one OpenDocument spreadsheet."""
    document = odfdo.Document("spreadsheet")
    document.body.clear()
    document.insert_style(_DAGSTIJL, automatic=True)
    dagstijl = odfdo.Style("table-cell", name="kv-dag")
    dagstijl.set_attribute("style:data-style-name", "kv-dag-vorm")
    document.insert_style(dagstijl, automatic=True)
    vet = odfdo.Style("table-cell", name="kv-kop")
    vet.set_properties({"fo:font-weight": "bold"}, area="text")
    document.insert_style(vet, automatic=True)
    for blad in bladen:
        tabel = odfdo.Table(_bladnaam(blad.titel))
        tabel.append_row(_ods_rij(blad.kolommen, "kv-kop"))
        for rij in blad.rijen:
            tabel.append_row(_ods_rij(rij, None))
        document.body.append(tabel)
    document.meta.creation_date = document.meta.date = _DAG_NUL
    document.meta.title = titel
    uit = io.BytesIO()
    document.save(uit)
    return vast(uit.getvalue())


def _ods_rij(cellen: Sequence[Cel], stijl: str | None) -> odfdo.Row:
    rij = odfdo.Row()
    for cel in cellen:
        if isinstance(cel, date):
            rij.append_cell(odfdo.Cell(cel, text=_gedrukt(cel), style="kv-dag"))
        elif isinstance(cel, int):
            rij.append_cell(odfdo.Cell(cel))
        else:
            rij.append_cell(odfdo.Cell(_veilig(cel), style=stijl) if cel else odfdo.Cell())
    return rij


def _breedtes(blad: Lijstblad) -> list[int]:
    """Per column how wide it should be, in characters."""
    kolommen = zip(blad.kolommen, *blad.rijen, strict=True)
    return [min(_BREEDSTE, max(len(_gedrukt(cel)) for cel in kolom) + 2) for kolom in kolommen]


def _bladnaam(titel: str) -> str:
    """A name that every spreadsheet takes: at most 31 characters, none of []:*?/\\."""
    return re.sub(r"[\[\]:*?/\\]", " ", titel)[:31].strip() or "Lijst"


def _gedrukt(cel: object) -> str:
    if isinstance(cel, date):
        return cel.strftime("%d-%m-%Y")
    if isinstance(cel, int):
        return str(cel)
    return "" if cel is None else _veilig(str(cel))


def _veilig(cel: str) -> str:
    schoon = _STUUR.sub("", cel)
    return f"'{schoon}" if schoon.startswith(_FORMULE) else schoon
