"""One picture for one page: a session to read in that lives as long as a request, and asks nothing twice.

Within a picture the database stands still, so that the same question has the same answer.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.engine.result import FrozenResult
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session

from kamervragen.core.store.engine import reading
from kamervragen.core.store.sight import KAAL, verborgen

_MEMO = "wat al gevraagd is"


class Leesbeeld:
    """Opens at the first question and is closed by whoever made it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._stapel = ExitStack()
        self._sessie: Session | None = None
        self._gedaan: set[str] = set()

    def eerste_keer(self, wat: str) -> bool:
        """Whether this was not said before in this picture: for what one page does once."""
        eerste = wat not in self._gedaan
        self._gedaan.add(wat)
        return eerste

    def sessie(self) -> tuple[Session, bool]:
        """The session, and whether it was opened just now."""
        if self._sessie is not None:
            return self._sessie, False
        self._sessie = self._stapel.enter_context(reading(self._engine))
        self._sessie.info[_MEMO] = {}
        return self._sessie, True

    @property
    def geopend(self) -> Session | None:
        """The session, once somebody looks."""
        return self._sessie

    def sluit(self) -> None:
        self._stapel.close()
        self._sessie = None


def once(vraag: ORMExecuteState) -> Any:
    """Answers a question from memory that was asked before in this picture. `sight.leave_out` was on it before."""
    memo: dict[Any, FrozenResult[Any]] | None = vraag.session.info.get(_MEMO)
    opties = vraag.execution_options
    if memo is None or not vraag.is_select or vraag.is_column_load or "yield_per" in opties:
        return None
    sleutel = _sleutel(vraag, opties.get(KAAL, vraag.statement))
    if sleutel is None:
        return None
    if sleutel not in memo:
        memo[sleutel] = vraag.invoke_statement().freeze()
    return memo[sleutel]()


def _sleutel(vraag: ORMExecuteState, kaal: Any) -> Any:
    """What makes a question the same: its form, its values and what is hidden from who asks. None when it cannot be told."""
    vorm: Any = kaal._generate_cache_key()
    if vorm is None or vraag.parameters:
        return None
    return frozenset(verborgen(vraag.session)), vorm.key, tuple(_vast(bind.effective_value) for bind in vorm.bindparams)


def _vast(waarde: Any) -> Any:
    return tuple(waarde) if isinstance(waarde, (list, set, frozenset)) else waarde
