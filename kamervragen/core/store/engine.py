"""The engine for SQLite and PostgreSQL, and the two ways in: `lezen` and `schrijven`."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, event
from sqlmodel import Session, create_engine

_BUSY_MS = 10_000
_STEEKPROEF = 1_000  # rows of an index: enough to know the few from the many, a moment's work
# Below anyio's forty threads a request would wait for a connection while it holds a thread.
_POOL = 40
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={_BUSY_MS}", "foreign_keys=ON", "trusted_schema=OFF")
# Of a table without rows it keeps nothing, and would then take it for a table of a million.
_LEGE_TABELLEN = """
    INSERT INTO sqlite_stat1 (tbl, idx, stat)
    SELECT name, NULL, '1' FROM sqlite_schema
    WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN (SELECT tbl FROM sqlite_stat1)
"""
_beurt = threading.Lock()


def maak_engine(url: str) -> Engine:
    """An engine whose SQLite transactions are durable: WAL, synchronous=FULL, foreign keys."""
    if not url.startswith("sqlite"):
        return create_engine(url, pool_size=_POOL, max_overflow=0, pool_pre_ping=True)
    Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        connect_args={"check_same_thread": False, "timeout": _BUSY_MS / 1000, "isolation_level": None},
        pool_size=_POOL,
        max_overflow=0,
    )

    @event.listens_for(engine, "connect")
    def _instellen(verbinding: Any, _rij: Any) -> None:
        for pragma in _PRAGMAS:
            verbinding.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _beginnen(verbinding: sa.Connection) -> None:
        wijze = verbinding.get_execution_options().get("sqlite_begin", "DEFERRED")
        verbinding.exec_driver_sql(f"BEGIN {wijze}")

    return engine


def migreer(engine: Engine) -> None:
    """Brings the schema to the newest version. Does nothing when it is there already."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parents[2] / "migrations"))
    config.attributes["engine"] = engine
    with writing(engine) as sessie:
        if engine.dialect.name == "postgresql":  # one migrating process at a time
            sessie.execute(sa.text("SELECT pg_advisory_xact_lock(20260623)"))
        config.attributes["connection"] = sessie.connection()
        command.upgrade(config, "head")


def meet_tabellen(engine: Engine) -> None:
    """Lets SQLite look at how its rows lie, so that it asks the few before the many. PostgreSQL does so by itself."""
    if engine.dialect.name == "sqlite":
        with writing(engine) as sessie:
            sessie.execute(sa.text(f"PRAGMA analysis_limit={_STEEKPROEF}"))
            sessie.execute(sa.text("ANALYZE"))
            sessie.execute(sa.text(_LEGE_TABELLEN))
            sessie.execute(sa.text("ANALYZE sqlite_schema"))  # reads what was just written


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that only reads: one consistent picture, nothing is committed."""
    een_beeld = engine.dialect.name == "postgresql"  # SQLite's transactions see one picture as they are
    bind = engine.execution_options(isolation_level="REPEATABLE READ") if een_beeld else engine
    with Session(bind) as sessie:
        yield sessie


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session that commits at the end or not at all.

    SQLite takes the write lock at once: a transaction that begins reading and then writes would fail under load.
    """
    if engine.dialect.name != "sqlite":
        with Session(engine, expire_on_commit=False) as sessie, sessie.begin():
            yield sessie
        return
    bind = engine.execution_options(sqlite_begin="IMMEDIATE")
    with _beurt, Session(bind, expire_on_commit=False) as sessie, sessie.begin():
        yield sessie
