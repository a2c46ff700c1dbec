"""What a session does not hold: rows that whoever looks may not know of are left out of every query, whatever it asks.

Which rows those are is said by the wing that hides them; how they are left out stands here, below every query.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import orm
from sqlalchemy.orm import ORMExecuteState

Row = TypeVar("Row")
_VERBORGEN, _EISEN = "sets die hier niet bestaan", "wat daarom van elke vraag wordt geëist"


def hide(sessie: orm.Session, weg: Mapping[int, str], eisen: tuple[Any, ...]) -> None:
    """Leaves these out of every query of the session: ids with their keys, and the conditions that leave them out."""
    sessie.info[_VERBORGEN], sessie.info[_EISEN] = weg, eisen if weg else ()


@contextmanager
def alles_zichtbaar(sessie: orm.Session) -> Iterator[None]:
    """For what must hold of every set, whoever acts: nothing is hidden inside. What is read here is shown to nobody."""
    weg = sessie.info.pop(_VERBORGEN, None)
    try:
        yield
    finally:
        if weg is not None:
            sessie.info[_VERBORGEN] = weg


def verborgen(sessie: orm.Session) -> Mapping[int, str]:
    """The sets that do not exist in this session: their ids, each with its key."""
    bekend: Mapping[int, str] = sessie.info.get(_VERBORGEN, {})
    return bekend


def names_hidden(sessie: orm.Session, *teksten: str | None) -> bool:
    """Tells whether a text that was kept names, by its key, what does not exist in this session: it may have been written
    before that was hidden.
    """
    sleutels = verborgen(sessie).values()
    return any(sleutel in tekst for tekst in teksten if tekst for sleutel in sleutels)


def redact(sessie: orm.Session, row: Row, **instead: str) -> Row:
    """Gives the row, apart from the session; where one of these fields names what is hidden, with these words in their place."""
    if names_hidden(sessie, *(getattr(row, field) for field in instead)):
        sessie.expunge(row)
        for field, words in instead.items():
            setattr(row, field, words)
    return row


def leave_out(query: ORMExecuteState) -> None:
    """Every query of the session, joins and single rows too. A row that is read again was seen before."""
    weg: Mapping[int, str] = query.session.info.get(_VERBORGEN, {})
    if weg and query.is_select and not query.is_column_load:
        query.statement = query.statement.options(*query.session.info[_EISEN])
