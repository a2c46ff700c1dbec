"""Lists of people's own: .xlsx, .ods or .csv, of Dutch or English make, with a title above the headings or without."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

import odfdo
import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from kamervragen.documents.packing.safe_zip import open_zip
from kamervragen.documents.werkblad import Celwaarde, Werkblad
from kamervragen.domain.errors import Ongeldig, TeGroot

MAX_RIJEN = 5_000
MAX_KOLOMMEN = 60
_MAX_CEL = 20_000  # characters: the longest answer fits, a novel does not
_OLE = b"\xd0\xcf\x11\xe0"
# What the parsers raise for a file that is not what it says.
_STUK = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    OSError,
    ArithmeticError,
    AssertionError,
    SyntaxError,
    EOFError,
    RuntimeError,
    zipfile.BadZipFile,
    InvalidFileException,
)
_OPNIEUW = "Open het in Excel of LibreOffice en bewaar het als .xlsx, .ods of .csv."


def lees_werkblad(data: bytes, naam: str) -> Werkblad:
    """The first sheet that has headings.

    :raises Ongeldig: no list, protected, macros, or without headings. :raises TeGroot: beyond 5,000 rows or 60 columns.
    """
    if data.startswith(_OLE):
        raise Ongeldig(
            "%(naam)s is beveiligd met een wachtwoord of een oud .xls-bestand. %(opnieuw)s", naam=naam, opnieuw=_OPNIEUW
        )
    if data.startswith(b"PK"):
        leden = open_zip(data, naam)
        try:
            if "xl/workbook.xml" in leden:
                return _blad(_uit_xlsx(data), naam)
            if b"opendocument.spreadsheet" in leden.get("mimetype", b""):
                return _blad(_uit_ods(data), naam)
        except _STUK as fout:
            raise Ongeldig(
                "%(naam)s is beschadigd en kan niet worden gelezen. %(opnieuw)s", naam=naam, opnieuw=_OPNIEUW
            ) from fout
        raise Ongeldig("%(naam)s is geen lijst. %(opnieuw)s", naam=naam, opnieuw=_OPNIEUW)
    return _blad([_uit_csv(data, naam)], naam)


def _uit_xlsx(data: bytes) -> Iterator[Iterator[list[Any]]]:
    boek = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for vel in boek.worksheets:
        vel.reset_dimensions()  # what a file says of its own size is not to be believed
        yield (list(rij[: MAX_KOLOMMEN + 1]) for rij in vel.iter_rows(values_only=True))


def _uit_ods(data: bytes) -> Iterator[Iterator[list[Any]]]:
    for tabel in odfdo.Document(io.BytesIO(data)).body.get_tables():
        yield (_ods_cellen(rij) for rij in tabel.iter_rows())


def _ods_cellen(rij: odfdo.Row) -> list[Any]:
    """The cells of a row; one that repeats to the edge of the sheet is not written out."""
    uit: list[Any] = []
    for cel in rij.get_elements("table:table-cell|table:covered-table-cell"):
        keer = min(int(cel.get_attribute("table:number-columns-repeated") or 1), MAX_KOLOMMEN + 1 - len(uit))
        waarde = cel.get_value() if isinstance(cel, odfdo.Cell) else None
        uit += [waarde] * max(keer, 0)
    while uit and uit[-1] is None:
        uit.pop()
    return uit


def _uit_csv(data: bytes, naam: str) -> Iterator[list[Any]]:
    if b"\0" in data[:4096]:
        raise Ongeldig("%(naam)s is geen lijst. %(opnieuw)s", naam=naam, opnieuw=_OPNIEUW)
    try:
        tekst = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = data.decode("cp1252", errors="replace")
    eerste = next((regel for regel in tekst.splitlines() if regel.strip()), "")
    scheiding = max(";\t,", key=eerste.count)
    try:
        yield from csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding)
    except csv.Error as fout:
        raise Ongeldig("%(naam)s is geen goede CSV. %(opnieuw)s", naam=naam, opnieuw=_OPNIEUW) from fout


def _blad(vellen: Iterable[Iterator[list[Any]]], naam: str) -> Werkblad:
    for vel in vellen:
        genomen = ([_cel(waarde) for waarde in rij] for rij in islice(vel, MAX_RIJEN + 50))
        rijen = list(genomen)
        kop = next((n for n, rij in enumerate(rijen[:30]) if _is_kop(rij)), None)
        if kop is None:
            continue
        koppen = [str(cel).strip() for cel in rijen[kop]]
        while koppen and not koppen[-1]:
            koppen.pop()
        if len(koppen) > MAX_KOLOMMEN:
            raise TeGroot(
                "%(naam)s heeft meer dan %(max_kolommen)s kolommen. Bewaar alleen de kolommen die u nodig hebt.",
                naam=naam,
                max_kolommen=MAX_KOLOMMEN,
            )
        inhoud = rijen[kop + 1 :]
        while inhoud and not any(inhoud[-1]):
            inhoud.pop()
        if len(inhoud) > MAX_RIJEN:
            raise TeGroot(
                "%(naam)s heeft meer dan %(meest)s rijen. Splits de lijst.",
                naam=naam,
                meest=f"{MAX_RIJEN:,}".replace(",", "."),
            )
        breed = len(koppen)
        gelijk = (tuple((rij + [""] * breed)[:breed]) for rij in inhoud)
        return Werkblad(tuple(koppen), tuple(gelijk), kop + 2)
    raise Ongeldig("In %(naam)s staat geen rij met koppen. Zet boven elke kolom wat erin staat.", naam=naam)


def _is_kop(rij: list[Celwaarde]) -> bool:
    """The headings are the first row with two texts beside each other; a title above them stands alone."""
    gevuld = [cel for cel in rij if cel]
    return len(gevuld) >= 2 and all(isinstance(cel, str) and len(cel) <= 80 for cel in gevuld)


def _cel(waarde: Any) -> Celwaarde:
    if isinstance(waarde, datetime):
        return waarde.date()
    if isinstance(waarde, date):
        return waarde
    if waarde is None:
        return ""
    if isinstance(waarde, float) and waarde.is_integer():
        waarde = int(waarde)
    tekst = "".join(teken for teken in str(waarde)[:_MAX_CEL] if teken >= " " or teken in "\n\t").strip()
    # What a writer made safe for a spreadsheet is itself again.
    return tekst[1:] if tekst[:1] == "'" and tekst[1:2] in ("=", "+", "-", "@") else tekst
