"""The sessions of browsers. The table knows only the hash of an id: who reads it can open none."""

from __future__ import annotations

import hashlib
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col

from kamervragen.core.rows import SessionRow


def read(sessie: Session, id: str, now: datetime) -> tuple[bytes, datetime] | None:
    """Returns the content and the start of a live session; None when it ended, or never was."""
    row = sessie.get(SessionRow, _hashed(id))
    return (row.inhoud, row.begonnen) if row is not None and row.verloopt > now else None


def begin(sessie: Session, id: str, content: bytes, *, expires: datetime, now: datetime) -> None:
    """Adds a session that began now."""
    sessie.add(SessionRow(id=_hashed(id), inhoud=content, verloopt=expires, begonnen=now))


def extend(sessie: Session, id: str, content: bytes, *, expires: datetime) -> None:
    """Keeps a session open that is still there: a request under way must not bring back one that was ended."""
    own = col(SessionRow.id) == _hashed(id)
    sessie.execute(sa.update(SessionRow).where(own).values(inhoud=content, verloopt=expires))


def end(sessie: Session, id: str) -> None:
    """Drops a session."""
    sessie.execute(sa.delete(SessionRow).where(col(SessionRow.id) == _hashed(id)))


def drop_expired(sessie: Session, now: datetime) -> None:
    """Drops every session that ran out."""
    sessie.execute(sa.delete(SessionRow).where(col(SessionRow.verloopt) < now))


def _hashed(id: str) -> str:
    return hashlib.sha256(id.encode()).hexdigest()
