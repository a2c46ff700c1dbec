"""The engine: durable on SQLite, and the same schema on both databases."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

from kamervragen.storage.engine import lezen, migreer, schrijven
from kamervragen.usecases.handeling import Huis


def test_sqlite_connections_are_durable_and_keep_foreign_keys(huis: Huis) -> None:
    with lezen(huis.engine) as sessie:
        pragmas = {
            naam: sessie.execute(sa.text(f"PRAGMA {naam}")).scalar_one()
            for naam in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_the_migrations_make_the_tables_of_the_code(elk_huis: Huis) -> None:
    with elk_huis.engine.connect() as verbinding:
        verschil = compare_metadata(MigrationContext.configure(verbinding), SQLModel.metadata)
    assert verschil == []


def test_migrating_again_changes_nothing(elk_huis: Huis) -> None:
    with schrijven(elk_huis.engine) as sessie:
        sessie.execute(sa.text("UPDATE teller SET stand = 7 WHERE naam = 'sleutel'"))
    migreer(elk_huis.engine)
    with lezen(elk_huis.engine) as sessie:
        assert sessie.execute(sa.text("SELECT stand FROM teller WHERE naam = 'sleutel'")).scalar_one() == 7
