"""The engine: durable on SQLite, and the same schema on both databases."""

from __future__ import annotations

import shutil
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

import kamervragen
from kamervragen.core.act import Huis
from kamervragen.core.store import files
from kamervragen.core.store.engine import maak_engine, meet_tabellen, migreer, reading, writing
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.kalender import RECESSEN
from kamervragen.sets.store import recessen
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis


def test_sqlite_connections_are_durable_and_keep_foreign_keys(huis: Huis) -> None:
    with reading(maak_engine(huis.settings.database_url)) as sessie:
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
    with writing(elk_huis.engine) as sessie:
        sessie.execute(sa.text("UPDATE teller SET stand = 7 WHERE naam = 'sleutel'"))
    migreer(elk_huis.engine)
    with reading(elk_huis.engine) as sessie:
        assert sessie.execute(sa.text("SELECT stand FROM teller WHERE naam = 'sleutel'")).scalar_one() == 7


# One row of each table that the register changed, as the schema before it had them.
_OUD = (
    "INSERT INTO vragenset (id, sleutel, instrument, kenmerken, zie_ook, vingerafdruk, versie, aangemaakt)"
    " VALUES (1, 'KV-000001', 'schriftelijke_vragen', '[]', '[]', 'x', 1, '2026-06-09 09:00:00')",
    "INSERT INTO antwoord (id, vragenset_id, volgorde, tekst, bewerkt, versie) VALUES (1, 1, 1, 'Ja.', 0, 1)",
    "INSERT INTO toezegging (id, vragenset_id, antwoord_id, zin, begin, einde, signaal, stevigheid, afleiding, status, versie)"
    " VALUES (1, 1, 1, 'Ik meld dit.', 0, 12, '[]', 'hard', '[]', 'openstaand', 2)",
    "INSERT INTO motie (id, kamerstuk, indieners) VALUES (1, 'kst-33552-124', 'Proef')",
    "INSERT INTO motie_antwoord (motie_id, antwoord_id, zin) VALUES (1, 1, 'De motie.')",
)


def test_what_stood_in_the_schema_before_the_register_still_stands(tmp_path: Path) -> None:
    """Making a table anew drops the old one: nothing that hangs on it may go along."""
    engine = maak_engine(f"sqlite:///{tmp_path / 'oud.db'}")
    with writing(engine) as sessie:
        config = Config()
        config.set_main_option("script_location", str(Path(kamervragen.__file__).parent / "migrations"))
        config.attributes["connection"] = sessie.connection()
        command.upgrade(config, "0003")
        for regel in _OUD:
            sessie.execute(sa.text(regel))
    migreer(engine)
    with reading(engine) as sessie:
        tabellen = ("vragenset", "antwoord", "toezegging", "motie", "motie_antwoord")
        assert [sessie.execute(sa.text(f"SELECT count(*) FROM {naam}")).scalar_one() for naam in tabellen] == [1] * 5
        rij = sessie.execute(sa.text("SELECT zin, herkomst, vragenset_id, antwoord_id, versie FROM toezegging")).one()
        assert tuple(rij) == ("Ik meld dit.", "antwoord", 1, 1, 2)
        assert recessen.tabel(sessie) == RECESSEN
    engine.dispose()


def test_sqlite_knows_how_many_rows_there_are_once_it_has_looked(elk_huis: Huis) -> None:
    meet_tabellen(elk_huis.engine)
    if elk_huis.engine.dialect.name == "sqlite":
        with reading(elk_huis.engine) as sessie:
            gezien = sessie.execute(sa.text("SELECT stat FROM sqlite_stat1 WHERE tbl = 'reces'")).scalars().first()
        assert gezien is not None
        assert gezien.split()[0] == str(len(RECESSEN))


def test_a_process_with_a_folder_of_its_own_may_not_join_a_database(tmp_path: Path, postgres: str) -> None:
    """Two machines on one database: the second must have the folder of the first, also when it has an empty one."""
    with psycopg.connect(f"{postgres}/postgres", autocommit=True) as lijn:
        lijn.execute("CREATE DATABASE kv_samen")
    adres, samen, eigen = f"{postgres}/kv_samen", tmp_path / "samen", tmp_path / "eigen"
    een = maak_huis(settings=Settings(data=samen, database=adres))
    files.bewaar(een.settings.documenten, b"een stuk")
    een.engine.dispose()
    maak_huis(settings=Settings(data=samen, database=adres)).engine.dispose()
    with pytest.raises(Ongeldig, match="is niet die van deze database"):
        maak_huis(settings=Settings(data=eigen, database=adres))
    assert [pad.name for pad in eigen.iterdir()] == []
    shutil.copytree(samen, tmp_path / "verhuisd")
    maak_huis(settings=Settings(data=tmp_path / "verhuisd", database=adres)).engine.dispose()
    with psycopg.connect(f"{postgres}/postgres", autocommit=True) as lijn:
        lijn.execute("CREATE DATABASE kv_ander")
    with pytest.raises(Ongeldig, match="hoort bij een andere database"):
        maak_huis(settings=Settings(data=samen, database=f"{postgres}/kv_ander"))


def test_a_file_of_sqlite_brings_its_folder_along(tmp_path: Path) -> None:
    een = maak_huis(settings=Settings(data=tmp_path))
    een.engine.dispose()
    was = (tmp_path / "kenmerk").read_text()
    (tmp_path / "kenmerk").unlink()
    maak_huis(settings=Settings(data=tmp_path)).engine.dispose()
    assert (tmp_path / "kenmerk").read_text() == was
    (tmp_path / "kenmerk").write_text("een andere\n")
    with pytest.raises(Ongeldig, match="is niet die van deze database"):
        maak_huis(settings=Settings(data=tmp_path))
