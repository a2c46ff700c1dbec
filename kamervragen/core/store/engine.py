"""The engine for SQLite and PostgreSQL, and the two ways in: `reading` and `writing`."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, event
from sqlalchemy.exc import DatabaseError, SQLAlchemyError
from sqlmodel import Session, create_engine

from kamervragen.core.store import away, identity
from kamervragen.domain.errors import Ongeldig

_BUSY_MS = 10_000
_STEEKPROEF = 1_000  # rows of an index: enough to know the few from the many, a moment's work
# As many as threads of the server, the worker and its keepers: who waits for a connection may hold the turn to write. A
# server of PostgreSQL has a hundred for all machines; who waits for a lane holds none.
_POOL, _POOL_SERVER = 80, 40
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={_BUSY_MS}", "foreign_keys=ON", "trusted_schema=OFF")
# Of a table without rows it keeps nothing, and would then take it for a table of a million.
_LEGE_TABELLEN = """
    INSERT INTO sqlite_stat1 (tbl, idx, stat)
    SELECT name, NULL, '1' FROM sqlite_schema
    WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN (SELECT tbl FROM sqlite_stat1)
"""
_MIGRATIONS = str(Path(__file__).parents[2] / "migrations")
_beurt = threading.Lock()


def maak_engine(url: str) -> Engine:
    """An engine whose SQLite transactions are durable: WAL, synchronous=FULL, foreign keys."""
    if not url.startswith("sqlite"):
        return create_engine(url, pool_size=_POOL_SERVER, max_overflow=0, pool_pre_ping=True, hide_parameters=True)
    Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        connect_args={"check_same_thread": False, "timeout": _BUSY_MS / 1000, "isolation_level": None},
        pool_size=_POOL,
        max_overflow=0,
        hide_parameters=True,  # what people write stands in no log
    )

    @event.listens_for(engine, "connect")
    def _instellen(verbinding: Any, _rij: Any) -> None:
        try:
            for pragma in _PRAGMAS:
                verbinding.execute(f"PRAGMA {pragma}")
        except UnicodeDecodeError as fault:  # what SQLite says of a damaged schema may be no text
            damaged = sqlite3.DatabaseError("database disk image is malformed")
            raise DatabaseError("PRAGMA", None, damaged) from fault

    @event.listens_for(engine, "begin")
    def _beginnen(verbinding: sa.Connection) -> None:
        wijze = verbinding.get_execution_options().get("sqlite_begin", "DEFERRED")
        verbinding.exec_driver_sql(f"BEGIN {wijze}")

    return engine


def migreer(engine: Engine) -> None:
    """Brings the schema to the newest version. Does nothing when it is there already.

    :raises Ongeldig: the database was made by a newer program than this.
    """
    config = _config()
    config.attributes["engine"] = engine
    with writing(engine) as sessie:
        if engine.dialect.name == "postgresql":  # one migrating process at a time
            sessie.execute(sa.text("SELECT pg_advisory_xact_lock(20260623)"))
        nu, nieuwste = revision(sessie)
        if nu is not None and nu not in known_revisions():
            raise Ongeldig(
                "De database is van een nieuwere versie van het programma (schema %(nu)s). Installeer die versie, of zet "
                "een reservekopie van daarvoor terug.",
                nu=nu,
            )
        config.attributes["connection"] = sessie.connection()
        command.upgrade(config, "head")
        if nu != nieuwste:
            identity.remember_schema(sessie)


def is_nieuwste(sessie: Session) -> bool:
    """Tells whether the schema is the newest that this program knows."""
    was, wordt = revision(sessie)
    return was == wordt


def revision(sessie: Session) -> tuple[str | None, str | None]:
    """Gives the version of the schema, None for a new database, and the newest that this program knows."""
    return MigrationContext.configure(sessie.connection()).get_current_revision(), _script().get_current_head()


def known_revisions() -> frozenset[str]:
    """Gives every version of the schema that this program knows."""
    return frozenset(script.revision for script in _script().walk_revisions())


@cache
def _script() -> ScriptDirectory:
    """The migrations of this program; it reads them once, for a probe asks every few seconds."""
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", _MIGRATIONS)
    return config


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
    with _in_words(), Session(bind) as sessie:
        yield sessie


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session that commits at the end or not at all.

    SQLite takes the write lock at once: a transaction that begins reading and then writes would fail under load.
    """
    if engine.dialect.name != "sqlite":
        with _in_words(), Session(engine, expire_on_commit=False) as sessie, sessie.begin():
            yield sessie
        return
    bind = engine.execution_options(sqlite_begin="IMMEDIATE")
    with _in_words(), _beurt, Session(bind, expire_on_commit=False) as sessie, sessie.begin():
        yield sessie


@contextmanager
def _in_words() -> Iterator[None]:
    """Turns a database or a disk that is away into a sentence. :raises Onbereikbaar: with the fault as its cause."""
    try:
        yield
    except (SQLAlchemyError, OSError) as fault:
        if away.is_away(fault):
            raise away.sentence(fault) from fault
        raise
