"""Which cabinet sat on a day, so that one sees whose position an earlier answer was.

*Bron:* the days of swearing in, rijksoverheid.nl, "Kabinetten sinds 1945".
"""

from __future__ import annotations

from datetime import date

KABINETTEN = (
    ("Balkenende IV", date(2007, 2, 22)),
    ("Rutte I", date(2010, 10, 14)),
    ("Rutte II", date(2012, 11, 5)),
    ("Rutte III", date(2017, 10, 26)),
    ("Rutte IV", date(2022, 1, 10)),
    ("Schoof", date(2024, 7, 2)),
    ("Jetten", date(2026, 2, 23)),
)


def kabinet(*, op: date) -> str | None:
    """The name of the cabinet in office; None before the first one known here."""
    return next((naam for naam, sinds in reversed(KABINETTEN) if sinds <= op), None)
