"""Moments in Word documents: Word writes the local time and puts a Z behind it, as if it were UTC.

*Bron:* w16du:dateUtc, which Word 2021 added for what w:date does not tell.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

_HIER = ZoneInfo("Europe/Amsterdam")


def naar_word(moment: datetime) -> str:
    """A moment as Word writes it: '2026-06-01T12:00:00Z' at noon in The Hague."""
    return f"{moment.astimezone(_HIER):%Y-%m-%dT%H:%M:%SZ}"


def van_word(tekst: str) -> datetime | None:
    """The moment that a document tells; None when it tells none that is one."""
    try:
        return datetime.fromisoformat(tekst).replace(tzinfo=_HIER) if tekst else None
    except (ValueError, OverflowError):
        return None
