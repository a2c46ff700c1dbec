"""What the wings hang on an act and on its undoing. The machinery calls them by their place; `wings.py` fills them in."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from kamervragen.settings import Settings

# (session, who looks) -> nothing: from here on the session holds nothing this person may not know of; None has no account.
Hide = Callable[[Session, int | None], None]
# (session, settings) -> nothing: what follows from what this transaction wrote is written too.
AfterAct = Callable[[Session, Settings], None]
# (session, moment, who undid it, which act, the sets it was about) -> nothing.
AfterUndo = Callable[[Session, datetime, str, str, Collection[int]], None]


@dataclass(slots=True)
class Hooks:
    """The places where something can hang. Each list is called in its order."""

    hide: tuple[Hide, ...] = ()
    after_act: tuple[AfterAct, ...] = ()
    after_undo: tuple[AfterUndo, ...] = ()


HOOKS = Hooks()
