"""Lists for a Dutch spreadsheet: CSV in UTF-8 with its mark, semicolons, nothing that is run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

# A cell that begins so is run by a spreadsheet. *Bron:* OWASP, CSV injection.
_FORMULE = ("=", "+", "-", "@", "\t", "\r")


def als_csv(kolommen: Sequence[str], rijen: Iterable[Sequence[object]]) -> bytes:
    """The rows under their headings; None is an empty cell."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(kolommen)
    for rij in rijen:
        schrijver.writerow([_veilig("" if cel is None else str(cel)) for cel in rij])
    return b"\xef\xbb\xbf" + uit.getvalue().encode()


def _veilig(cel: str) -> str:
    return f"'{cel}" if cel.startswith(_FORMULE) else cel
