"""Values of rows that were kept as JSON, read back as what they were."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa


def uit_json(soort: Any) -> Callable[[Any], Any]:
    """What makes of a value in JSON that which a column of this type has in Python.

    It raises TypeError for a value that JSON does not hold as it was: bytes, exact numbers and spans of time.
    """
    kaal = soort.impl_instance if isinstance(soort, sa.TypeDecorator) else soort
    lezer = next((lezer for type_, lezer in _LEZERS if isinstance(kaal, type_)), _zelf)
    return lambda waarde: None if waarde is None else lezer(waarde)


def _zelf(waarde: Any) -> Any:
    return waarde


def _moment(waarde: str) -> datetime:
    moment = datetime.fromisoformat(waarde)  # SQLite keeps UTC without saying so
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _geen(waarde: Any) -> Any:
    raise TypeError(f"JSON does not hold {waarde!r} as it was")


_LEZERS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    ((sa.LargeBinary, sa.Numeric, sa.Interval), _geen),
    (sa.DateTime, _moment),
    (sa.Date, date.fromisoformat),
    (sa.Boolean, bool),
)
