"""The workers that live, each with what its duties came to; and what could not be derived, until it can."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.core.rows import HeartbeatRow, SkippedRow

_GONE = timedelta(days=1)


def beat(sessie: Session, process: str, *, began: datetime, now: datetime, duties: Mapping[str, Any]) -> None:
    """Writes that a worker lives, and drops those that were not seen for a day."""
    row = sessie.get(HeartbeatRow, process) or HeartbeatRow(proces=process, begonnen=began, gezien=now)
    row.gezien, row.plichten = now, dict(duties)
    sessie.add(row)
    sessie.execute(sa.delete(HeartbeatRow).where(col(HeartbeatRow.gezien) < now - _GONE))


def end(sessie: Session, process: str) -> None:
    """Drops a worker that stopped by itself."""
    sessie.execute(sa.delete(HeartbeatRow).where(col(HeartbeatRow.proces) == process))


def all_of(sessie: Session) -> tuple[HeartbeatRow, ...]:
    """Gives every worker that was seen within a day, the newest first."""
    return tuple(sessie.exec(select(HeartbeatRow).order_by(col(HeartbeatRow.gezien).desc())))


def skip(sessie: Session, kind: str, key: str, fault: str, now: datetime) -> None:
    """Names what could not be derived, with why."""
    row = sessie.get(SkippedRow, (kind, key)) or SkippedRow(soort=kind, sleutel=key, fout="", moment=now)
    row.fout, row.moment = fault[:2000], now
    sessie.add(row)


def unskip(sessie: Session, kind: str, key: str) -> None:
    """Drops it from what could not be derived: it could."""
    sessie.execute(sa.delete(SkippedRow).where(col(SkippedRow.soort) == kind, col(SkippedRow.sleutel) == key))


def skipped(sessie: Session) -> tuple[SkippedRow, ...]:
    """Gives everything that could not be derived, the newest first."""
    return tuple(sessie.exec(select(SkippedRow).order_by(col(SkippedRow.moment).desc())))
