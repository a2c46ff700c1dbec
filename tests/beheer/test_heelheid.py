"""Damage is named: a broken page, a lost reference, an answer that is not its last version, a standing, an index."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import exc

from kamervragen.antwoorden import schrijven
from kamervragen.beheer import onderhoud
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.core.store import away
from kamervragen.core.store.engine import migreer, reading
from kamervragen.domain.errors import Onbereikbaar, Ongeldig
from kamervragen.hergebruik import indexwerk
from kamervragen.jobs import catch_up
from kamervragen.search.index import IndexStuk, leesbaar
from kamervragen.sets import index
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from tests.stukken import ANTWOORD, VRAGEN, brought

pytestmark = pytest.mark.om_de_deur  # it damages what stands beside a set


def _sql(huis: Huis, *regels: str) -> None:
    """Past everything, as damage comes."""
    with sqlite3.connect(huis.settings.data / "kamervragen.db") as lijn:
        for regel in regels:
            lijn.execute(regel)


def _fouten(huis: Huis, *, snel: bool = False) -> list[str]:
    return [b.waar for b in onderhoud.verify(huis, snel=snel) if b.ernst == "fout"]


@pytest.fixture
def heel(huis: Huis, anna: Wie) -> Huis:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "1", "Ja, dat klopt.", versie=0)
    catch_up(huis)
    indexwerk.houd_heel(huis)
    return huis


def test_what_is_whole_has_no_fault(heel: Huis) -> None:
    assert _fouten(heel) == []


@pytest.mark.parametrize(
    ("schade", "waar"),
    [
        (("UPDATE antwoord SET tekst = 'Nee.'",), "antwoord 1"),
        (("UPDATE setstand SET vragen = 99",), "stand KV-000001"),
        (("PRAGMA foreign_keys=OFF", "UPDATE vraag SET vragenset_id = 77 WHERE label = '1'"), "vraag 1"),
    ],
)
def test_each_damage_is_named(heel: Huis, schade: tuple[str, ...], waar: str) -> None:
    _sql(heel, *schade)
    assert waar in _fouten(heel)


def test_a_database_with_a_broken_page_is_not_called_whole(tmp_path: Path) -> None:
    thuis = maak_huis(settings=Settings(data=tmp_path))
    _sql(thuis, "PRAGMA wal_checkpoint(TRUNCATE)")
    thuis.engine.dispose()
    pad = tmp_path / "kamervragen.db"
    data = bytearray(pad.read_bytes())
    data[4096 * 3 : 4096 * 40] = b"\xa5" * (4096 * 37)
    pad.write_bytes(bytes(data))
    assert _fouten(thuis, snel=True) != []


def test_an_index_that_cannot_be_read_is_set_aside_and_heals(huis: Huis, anna: Wie) -> None:
    brought(huis, VRAGEN, ANTWOORD)
    catch_up(huis)
    indexwerk.houd_heel(huis)
    keren: list[int] = []

    def lees() -> int:
        """A page: the first time the index turns out to be damaged."""
        keren.append(1)
        with leesbaar():
            if len(keren) == 1:
                raise ValueError("Footer magic byte mismatch")
            return len(index.zoals_hij_is(huis).alle())

    assert indexwerk.met_wat_heel_is(huis, lees) == 0  # the page goes on without it
    assert index.zoals_hij_is(huis).in_opbouw
    indexwerk.houd_heel(huis)  # as the worker does
    assert not index.zoals_hij_is(huis).in_opbouw
    assert len(index.zoals_hij_is(huis).alle()) == 3


def test_a_panic_of_the_library_is_damage_and_an_interruption_is_not() -> None:
    class PanicException(BaseException):
        pass

    with pytest.raises(IndexStuk), leesbaar():
        raise PanicException
    with pytest.raises(KeyboardInterrupt), leesbaar():
        raise KeyboardInterrupt


def test_a_database_that_is_away_has_words_and_a_mistake_of_ours_has_none(heel: Huis) -> None:
    with pytest.raises(Onbereikbaar, match="even niet bereikbaar"), reading(heel.engine):
        raise exc.OperationalError("SELECT 1", {}, sqlite3.OperationalError("database is locked"))
    with pytest.raises(exc.OperationalError), reading(heel.engine):
        raise exc.OperationalError("SELECT x", {}, sqlite3.OperationalError("no such column: x"))
    vol = OSError(28, "No space left on device")
    assert away.is_away(vol)
    assert "schijf" in str(away.sentence(vol))


def test_a_newer_database_is_a_sentence_and_an_older_one_is_not_touched_by_who_only_reads(tmp_path: Path) -> None:
    thuis = maak_huis(settings=Settings(data=tmp_path))
    _sql(thuis, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Ongeldig, match="nieuwere versie"):
        migreer(thuis.engine)
    _sql(thuis, "UPDATE alembic_version SET version_num = '0020'")
    with pytest.raises(Ongeldig, match="kamervragen migreer"):
        maak_huis(settings=Settings(data=tmp_path), upgrade=False)
