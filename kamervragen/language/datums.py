"""Dates as Dutch documents write them."""

from __future__ import annotations

import re
from datetime import date

from kamervragen.language.promises.tijd import MAANDEN

_VOLUIT = re.compile(rf"(?<!\d)(\d{{1,2}})\s+({'|'.join(MAANDEN)})\s*((?:19|20)\d{{2}})(?!\d)", re.IGNORECASE)
_CIJFERS = re.compile(r"(?<!\d)(\d{1,2})-(\d{1,2})-((?:19|20)\d{2})(?!\d)")


def eerste_datum(tekst: str) -> date | None:
    """The first full date in a text: '8 juni 2026', '18 november2024' or '8-6-2026'. None when there is none."""
    gevonden = datum_met_plaats(tekst)
    return gevonden[0] if gevonden else None


def datum_met_plaats(tekst: str) -> tuple[date, int, int] | None:
    """The first full date in a text, with where it stands: code points, half open."""
    kandidaten = [
        *((m.start(), m.end(), int(m[3]), MAANDEN.index(m[2].lower()) + 1, int(m[1])) for m in _VOLUIT.finditer(tekst)),
        *((m.start(), m.end(), int(m[3]), int(m[2]), int(m[1])) for m in _CIJFERS.finditer(tekst)),
    ]
    for begin, einde, jaar, maand, dag in sorted(kandidaten):
        try:
            return date(jaar, maand, dag), begin, einde
        except ValueError:
            continue
    return None
