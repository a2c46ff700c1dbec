"""A period as an address names it: a month, a year, or the twelve months that end now."""

from __future__ import annotations

import re
from datetime import date, timedelta

TWAALF = "12m"
_VORM = re.compile(r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2]))?|12m")


def is_periode(tekst: str) -> bool:
    """Whether this names a period: '2026', '2026-06' or '12m'."""
    return _VORM.fullmatch(tekst) is not None


def vak(tekst: str, op: date) -> tuple[date, date]:
    """The first and the last day of a period that `is_periode`."""
    if tekst == TWAALF:
        jaar, maand = (op.year - 1, op.month + 1) if op.month < 12 else (op.year, 1)
        return date(jaar, maand, 1), op
    if len(tekst) == 4:
        return date(int(tekst), 1, 1), date(int(tekst), 12, 31)
    begin = date.fromisoformat(f"{tekst}-01")
    return begin, (begin.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
