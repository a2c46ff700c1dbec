"""A sheet of rows under headings, as people keep their lists: the value between its reader and what takes it in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Celwaarde = str | date


@dataclass(frozen=True, slots=True)
class Werkblad:
    """The first sheet with headings. Every row is as long as `koppen`; an empty cell is ''. `eerste` is the number that
    the first row has in the file."""

    koppen: tuple[str, ...]
    rijen: tuple[tuple[Celwaarde, ...], ...]
    eerste: int
