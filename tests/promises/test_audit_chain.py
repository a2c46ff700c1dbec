"""Promise A3: tampering shows."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kamervragen.core.act import Huis
from kamervragen.core.store import audit
from kamervragen.core.store.engine import reading, writing
from tests.promises import aantal, noteer

_VELDEN = ("actie", "object", "resultaat", "oorsprong", "actor", "vorige", "hash")


@contextmanager
def _beside(pad: Path) -> Iterator[sqlite3.Connection]:
    """The file of the database, opened by someone who is not the program."""
    with closing(sqlite3.connect(pad, isolation_level=None)) as verbinding:
        verbinding.execute("BEGIN IMMEDIATE")
        yield verbinding
        verbinding.execute("COMMIT")


def _edit(db: sqlite3.Connection, toeval: random.Random, regels: int) -> None:
    veld, id = toeval.choice(_VELDEN), toeval.randint(1, regels)
    db.execute(f"UPDATE audit SET {veld} = {veld} || 'x' WHERE id = ?", (id,))


def _delete(db: sqlite3.Connection, toeval: random.Random, regels: int) -> None:
    db.execute("DELETE FROM audit WHERE id = ?", (toeval.randint(1, regels - 1),))


def _swap(db: sqlite3.Connection, toeval: random.Random, regels: int) -> None:
    een, ander = toeval.sample(range(1, regels + 1), 2)
    for van, naar in ((een, -1), (ander, een), (-1, ander)):
        db.execute("UPDATE audit SET id = ? WHERE id = ?", (naar, van))


def _insert(db: sqlite3.Connection, toeval: random.Random, regels: int) -> None:
    id = toeval.randint(1, regels)
    db.execute("UPDATE audit SET id = -id WHERE id > ?", (id,))
    db.execute("UPDATE audit SET id = 1 - id WHERE id < 0")
    db.execute(
        "INSERT INTO audit (id, actie, object, resultaat, oorsprong, actor, tijdstip, vorige, hash) "
        "SELECT id + 1, actie, 'verzonnen', resultaat, oorsprong, actor, tijdstip, hash, ? FROM audit "
        "WHERE id = ?",
        (f"{toeval.getrandbits(256):064x}", id),
    )


def _chain(huis: Huis, regels: int) -> None:
    with writing(huis.engine) as sessie:
        for nummer in range(regels):
            audit.schrijf(
                sessie,
                actie="antwoord_schrijven",
                object=f"KV-{nummer:06d}",
                resultaat="gelukt",
                oorsprong="test",
                actor="Anna",
                actor_id=None,
                tijdstip=huis.nu(),
            )


def _first_fault(huis: Huis) -> int | None:
    with reading(huis.engine) as sessie:
        return audit.eerste_fout(sessie)


@pytest.mark.parametrize("knoei", [_edit, _delete, _swap, _insert])
def test_tampering_in_the_file_of_the_database_is_found(
    huis: Huis, knoei: Callable[[sqlite3.Connection, random.Random, int], None]
) -> None:
    """A3: every edit, deletion, swap and insertion is found, and no whole chain is called broken."""
    regels, keren = aantal(klein=40, vol=2000), aantal(klein=10, vol=100)
    _chain(huis, regels)
    assert _first_fault(huis) is None
    pad = huis.settings.data / "kamervragen.db"
    with _beside(pad) as db:
        db.execute("CREATE TABLE heel AS SELECT * FROM audit")
    gevonden = 0
    for zaad in range(keren):
        with _beside(pad) as db:
            knoei(db, random.Random(zaad), regels)
        gevonden += _first_fault(huis) is not None
        with _beside(pad) as db:
            db.execute("DELETE FROM audit")
            db.execute("INSERT INTO audit SELECT * FROM heel")
        assert _first_fault(huis) is None
    assert gevonden == keren
    noteer("A3", "knoeien valt op", f"{knoei.__name__[1:]}: {gevonden} van {keren} gevonden in {regels} regels")
