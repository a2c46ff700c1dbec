"""What all tests share: the corpus of real documents, and the rule that a missing one is said once."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher
from litestar import Litestar
from sqlmodel import select

from kamervragen.app import create_app
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.core.store import identity
from kamervragen.core.store.engine import maak_engine, reading, writing
from kamervragen.core.store.vault import Vault
from kamervragen.domain.rollen import Rol
from kamervragen.jobs import catch_up
from kamervragen.mensen import gebruikers
from kamervragen.register import herberekening
from kamervragen.sets import standen
from kamervragen.sets.standrows import SetstandRij, TebezienRij
from kamervragen.sets.store import mankementen, overzichten
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from tests.postgres import server

CORPUS = Path(os.environ["CORPUS_DIR"]) if os.environ.get("CORPUS_DIR") else None


@pytest.hookimpl(tryfirst=True)  # before xdist looks at the groups
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in item.path.parts or item.path.name in _BIJEEN:
            groep = "browser" if "browser" in item.path.parts else item.path.stem
            item.add_marker(pytest.mark.xdist_group(groep))
    if os.environ.get("BELOFTEN") != "vol":  # what drives a service beyond PostgreSQL runs with the full promises only
        diensten = [item for item in items if item.get_closest_marker("dienst")]
        config.hook.pytest_deselected(items=diensten)
        items[:] = [item for item in items if item not in diensten]
    if CORPUS is not None:
        return
    weg = [item for item in items if item.get_closest_marker("corpus")]
    if weg:
        config.hook.pytest_deselected(items=weg)
        items[:] = [item for item in items if item not in weg]
        config.stash[_ZONDER_CORPUS] = len(weg)


# Modules whose fixtures cost more than their tests: one process has all of such a module. All tests in a browser share one
# server with the demo, one browser and one checker.
_BIJEEN = ("test_demo.py", "test_storingen.py", "test_voorbeelden.py", "test_cli.py", "test_rommel.py")
_ZONDER_CORPUS: pytest.StashKey[int] = pytest.StashKey()


def pytest_report_collectionfinish(config: pytest.Config) -> str:
    aantal = config.stash.get(_ZONDER_CORPUS, 0)
    return f"CORPUS_DIR is not set: {aantal} tests of real documents are deselected" if aantal else ""


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents."""
    assert CORPUS is not None
    return CORPUS


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL server for this run, started when the first test asks for it."""
    with server() as gestart:
        yield gestart.adres


@pytest.fixture(scope="session", autouse=True)
def snel_wachtwoord() -> Iterator[None]:
    """Passwords hashed as cheaply as argon2 allows: its cost is the library's to prove, and a minute of ours."""
    gewoon = gebruikers._hasher
    gebruikers._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    yield
    gebruikers._hasher = gewoon


@pytest.fixture(scope="session")
def sleutelbestand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The key file that sealed the secrets of both empty databases."""
    return Vault(tmp_path_factory.mktemp("sleutels") / "sleutels").path


@pytest.fixture(scope="session")
def lege_sqlite(tmp_path_factory: pytest.TempPathFactory, sleutelbestand: Path) -> Path:
    """A migrated, empty SQLite file: copying it is faster than migrating for every test."""
    folder = tmp_path_factory.mktemp("leeg")
    maak_huis(settings=Settings(data=folder, sleutels=sleutelbestand)).engine.dispose()
    return folder / "kamervragen.db"


@pytest.fixture(scope="session")
def lege_postgres(postgres: str, tmp_path_factory: pytest.TempPathFactory, sleutelbestand: Path) -> str:
    """The name of a migrated, empty PostgreSQL database, to make others from."""
    with psycopg.connect(f"{postgres}/postgres", autocommit=True) as verbinding:
        verbinding.execute("CREATE DATABASE kv_leeg")
    folder = tmp_path_factory.mktemp("leeg")
    maak_huis(settings=Settings(data=folder, database=f"{postgres}/kv_leeg", sleutels=sleutelbestand)).engine.dispose()
    with psycopg.connect(f"{postgres}/kv_leeg", autocommit=True) as verbinding:
        verbinding.execute("DELETE FROM kenmerk")  # each database made from it belongs to a folder of its own
    return "kv_leeg"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """A new, empty database: None is SQLite in the data folder, else an address of its own."""
    if request.param == "sqlite":
        yield None
        return
    adres: str = request.getfixturevalue("postgres")
    leeg: str = request.getfixturevalue("lege_postgres")
    naam = f"kv_{uuid.uuid4().hex}"
    with psycopg.connect(f"{adres}/postgres", autocommit=True) as verbinding:
        verbinding.execute(f'CREATE DATABASE "{naam}" TEMPLATE {leeg}')
    yield f"{adres}/{naam}"
    with psycopg.connect(f"{adres}/postgres", autocommit=True) as verbinding:
        verbinding.execute(f'DROP DATABASE "{naam}" WITH (FORCE)')


BEGIN = datetime(2026, 6, 9, 9, 0, tzinfo=UTC)


class Klok:
    """A clock that stands still until it is told to go on."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def vooruit(self, **hoeveel: int) -> None:
        self.moment += timedelta(**hoeveel)


@pytest.fixture
def klok() -> Klok:
    """Tuesday 9 June 2026, eleven in the morning in Amsterdam."""
    return Klok(BEGIN)


_BEREID: dict[str, tuple[sa.Dialect, dict[object, object]]] = {}


def proefengine(url: str) -> sa.Engine:
    """An engine that shares the statements that were compiled with all others of this process, and waits for no disk.

    Every test has a database of its own; that the program's own engine is durable is proved where it is killed.
    """
    engine = maak_engine(url)
    engine.dialect, bereid = _BEREID.setdefault(engine.dialect.name, (engine.dialect, {}))
    engine.update_execution_options(compiled_cache=bereid)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", lambda verbinding, _rij: verbinding.execute("PRAGMA synchronous=OFF"))
    return engine


def _huis(
    settings: Settings, klok: Klok, lege_sqlite: Path, sleutelbestand: Path, *, door_de_deur: bool
) -> Iterator[Huis]:
    settings.data.mkdir(parents=True)
    shutil.copy(sleutelbestand, settings.sleutelbestand)
    if settings.database is None:
        shutil.copy(lege_sqlite, settings.data / "kamervragen.db")
        shutil.copy(lege_sqlite.with_name(identity.MERK), settings.data)
    gemaakt = Huis(proefengine(settings.database_url), settings, klok)  # its database was migrated when it was made
    if settings.database is not None:
        with writing(gemaakt.engine) as sessie:
            identity.claim(sessie, settings.data, inside=True)
    yield gemaakt
    catch_up(gemaakt, names=(herberekening.TAAK,))  # what a change of a rule left to the worker
    verouderd = verouderde_standen(gemaakt) if door_de_deur else []
    gemaakt.engine.dispose()
    assert verouderd == [], "what stands beside a set must be what follows from it, whatever a test did"


def verouderde_standen(huis: Huis) -> list[int]:
    """The sets beside which something else stands than follows from their facts."""
    with reading(huis.engine) as sessie:
        regels = standen.spelregels(huis.settings, sessie)
        if not (ids := overzichten.set_ids(sessie)):
            return []
        sets = overzichten.regels(sessie, ids)
        volgt = {r.id: standen.stand_van(r, regels).model_dump() for r in sets}
        staat = {rij.vragenset_id: rij.model_dump() for rij in sessie.exec(select(SetstandRij))}
        bezien = set(sessie.exec(select(TebezienRij.vragenset_id)))
        anders = bezien ^ mankementen.verdacht(sessie, list(volgt))
    return sorted(anders | {id for id in volgt.keys() | staat.keys() if volgt.get(id) != staat.get(id)})


@pytest.fixture
def door_de_deur(request: pytest.FixtureRequest) -> bool:
    """Whether a test writes as the program does: what stands beside a set must then be what follows from it."""
    return request.node.get_closest_marker("om_de_deur") is None


@pytest.fixture
def huis(tmp_path: Path, klok: Klok, lege_sqlite: Path, sleutelbestand: Path, door_de_deur: bool) -> Iterator[Huis]:
    """An empty house on SQLite, with the clock of the test."""
    yield from _huis(Settings(data=tmp_path / "data"), klok, lege_sqlite, sleutelbestand, door_de_deur=door_de_deur)


@pytest.fixture
def elk_huis(
    tmp_path: Path, klok: Klok, database: str | None, lege_sqlite: Path, sleutelbestand: Path, door_de_deur: bool
) -> Iterator[Huis]:
    """An empty house, once on SQLite and once on PostgreSQL."""
    instelling = Settings(data=tmp_path / "data", database=database)
    yield from _huis(instelling, klok, lege_sqlite, sleutelbestand, door_de_deur=door_de_deur)


@cache
def _een_app() -> Litestar:
    return create_app(Huis(sa.create_engine("sqlite://"), Settings(data=Path(os.devnull))))


def app_op(huis: Huis) -> Litestar:
    """The application on this house. There is one for all tests of a process: it costs more to make than most take."""
    app = _een_app()
    app.state.huis = huis
    return app


@pytest.fixture
def app(huis: Huis) -> Litestar:
    """The application with the house of this test put in."""
    return app_op(huis)


@pytest.fixture
def anna() -> Wie:
    """Anna is opsteller."""
    return Wie("Anna", frozenset({Rol.OPSTELLER}), "test")


@pytest.fixture
def bram() -> Wie:
    """Bram is coordinator."""
    return Wie("Bram", frozenset({Rol.COORDINATOR}), "test")


@pytest.fixture
def chris() -> Wie:
    """Chris is kamerbureau."""
    return Wie("Chris", frozenset({Rol.KAMERBUREAU}), "test")


@pytest.fixture
def eva() -> Wie:
    """Eva is beheerder."""
    return Wie("Eva", frozenset({Rol.BEHEERDER}), "test")


@pytest.fixture
def frank() -> Wie:
    """Frank is leidinggevende."""
    return Wie("Frank", frozenset({Rol.LEIDINGGEVENDE}), "test")
