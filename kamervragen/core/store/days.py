"""Days as the database counts them, in the words of each."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class dagen_tussen(FunctionElement[int]):  # noqa: N801 - a function of the database
    """The days from the first day to the second."""

    type = sa.Integer()
    inherit_cache = True


@compiles(dagen_tussen, "sqlite")
def _sqlite(element: Any, compiler: Any, **kw: Any) -> str:
    van, tot = (compiler.process(deel, **kw) for deel in element.clauses)
    return f"CAST(julianday({tot}) - julianday({van}) AS INTEGER)"


@compiles(dagen_tussen)
def _anders(element: Any, compiler: Any, **kw: Any) -> str:
    van, tot = (compiler.process(deel, **kw) for deel in element.clauses)
    return f"({tot} - {van})"
