"""Values of rows as JSON and back, the same in both databases."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa


def als_json(dialect: str, kolommen: Iterable[Any]) -> Any:
    """An expression that gathers rows of these columns into one list of lists."""
    if dialect == "postgresql":
        rijen = sa.func.json_agg(sa.func.json_build_array(*kolommen))
        return sa.func.coalesce(rijen, sa.cast(sa.literal_column("'[]'"), sa.JSON), type_=sa.JSON())
    # SQLite keeps JSON as text, which would come out as a text within the list.
    heel = (sa.func.json(kolom) if isinstance(kolom.type, sa.JSON) else kolom for kolom in kolommen)
    return sa.func.json_group_array(sa.func.json_array(*heel), type_=sa.JSON())


def uit_json(soort: Any, waarde: Any) -> Any:
    """A value as the type of its column has it in Python."""
    if waarde is None or isinstance(soort, sa.JSON):
        return waarde
    if isinstance(soort, (sa.LargeBinary, sa.Numeric, sa.Interval)):
        raise TypeError(f"JSON does not hold {soort} as it was")
    kaal = soort.impl_instance if isinstance(soort, sa.TypeDecorator) else soort
    if isinstance(kaal, sa.DateTime):
        moment = datetime.fromisoformat(waarde)  # SQLite keeps UTC without saying so
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    if isinstance(kaal, sa.Date):
        return date.fromisoformat(waarde)
    return bool(waarde) if isinstance(kaal, sa.Boolean) else waarde
