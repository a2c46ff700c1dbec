"""The sessions of browsers: begun, kept open and ended, each in a transaction of its own."""

from __future__ import annotations

from datetime import datetime, timedelta

from kamervragen.core.act import Buitenom, Huis, buitenom
from kamervragen.core.store import sessions
from kamervragen.core.store.engine import reading


def read(huis: Huis, id: str) -> tuple[bytes, datetime] | None:
    """Returns the content and the start of a live session; None when there is none."""
    with reading(huis.engine) as sessie:
        return sessions.read(sessie, id, huis.nu())


def begin(huis: Huis, id: str, content: bytes, good_for: timedelta) -> None:
    """Opens a session that ends by itself after `good_for`."""
    now = huis.nu()
    with buitenom(huis, Buitenom.SESSIE) as sessie:
        sessions.begin(sessie, id, content, expires=now + good_for, now=now)


def extend(huis: Huis, id: str, content: bytes, good_for: timedelta) -> None:
    """Keeps a session open for `good_for` from now."""
    with buitenom(huis, Buitenom.SESSIE) as sessie:
        sessions.extend(sessie, id, content, expires=huis.nu() + good_for)


def end(huis: Huis, id: str) -> None:
    """Ends a session."""
    with buitenom(huis, Buitenom.SESSIE) as sessie:
        sessions.end(sessie, id)
