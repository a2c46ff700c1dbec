"""The audit trail: six fields, a chain, and tampering that shows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa

from kamervragen.core.act import Huis
from kamervragen.core.store import audit
from kamervragen.core.store.engine import reading, writing
from tests.draden import at_once

_TOEN = datetime(2026, 6, 9, 9, 0, 0, 123456, tzinfo=UTC)


def _write(huis: Huis, object: str = "KV-000001", actor: str = "Anna") -> None:
    with writing(huis.engine) as sessie:
        audit.schrijf(
            sessie,
            actie="antwoord_schrijven",
            object=object,
            resultaat="gelukt",
            oorsprong="10.0.0.1",
            actor=actor,
            actor_id=None,
            tijdstip=_TOEN,
        )


def _chain(huis: Huis, lines: int = 10) -> None:
    for nummer in range(1, lines + 1):
        _write(huis, f"KV-{nummer:06d}")


def _first_fault(huis: Huis) -> int | None:
    with reading(huis.engine) as sessie:
        return audit.eerste_fout(sessie)


def _sql(huis: Huis, *opdrachten: str) -> None:
    with writing(huis.engine) as sessie:
        for opdracht in opdrachten:
            sessie.execute(sa.text(opdracht))


@pytest.mark.parametrize("veld", ["actie", "object", "resultaat", "oorsprong", "actor"])
def test_an_edited_line_is_found(elk_huis: Huis, veld: str) -> None:
    _chain(elk_huis)
    _sql(elk_huis, f"UPDATE audit SET {veld} = 'anders' WHERE id = 6")
    assert _first_fault(elk_huis) == 6


def test_an_edited_moment_is_found(elk_huis: Huis) -> None:
    _chain(elk_huis)
    with writing(elk_huis.engine) as sessie:
        rij = audit.regels(sessie)[3]
        assert rij.id == 7
        rij.tijdstip = _TOEN + timedelta(microseconds=1)
        sessie.add(rij)
    assert _first_fault(elk_huis) == 7


@pytest.mark.parametrize(("weg", "fout"), [(1, 2), (5, 6), (9, 10)])
def test_a_deleted_line_is_found(elk_huis: Huis, weg: int, fout: int) -> None:
    _chain(elk_huis)
    _sql(elk_huis, f"DELETE FROM audit WHERE id = {weg}")
    assert _first_fault(elk_huis) == fout


def test_two_swapped_lines_are_found(elk_huis: Huis) -> None:
    _chain(elk_huis)
    _sql(
        elk_huis,
        "UPDATE audit SET id = 99 WHERE id = 4",
        "UPDATE audit SET id = 4 WHERE id = 5",
        "UPDATE audit SET id = 5 WHERE id = 99",
    )
    assert _first_fault(elk_huis) == 4


def test_an_inserted_line_is_found(elk_huis: Huis) -> None:
    _chain(elk_huis)
    _sql(
        elk_huis,
        "UPDATE audit SET id = id + 100 WHERE id > 5",
        "INSERT INTO audit (id, actie, object, resultaat, oorsprong, actor, tijdstip, vorige, hash) "
        "SELECT 6, actie, object, resultaat, oorsprong, actor, tijdstip, hash, 'ff' FROM audit WHERE id = 5",
    )
    assert _first_fault(elk_huis) == 6


def test_an_inserted_line_with_a_hash_of_its_own_breaks_the_next(elk_huis: Huis) -> None:
    _chain(elk_huis, 3)
    _write(elk_huis, "verzonnen")  # line 4 is a right follower of 3 ...
    _chain(elk_huis, 1)
    _sql(elk_huis, "DELETE FROM audit WHERE id = 4")  # ... and line 5 follows 4
    assert _first_fault(elk_huis) == 5


def test_a_line_break_in_a_field_forges_no_line(elk_huis: Huis) -> None:
    _write(elk_huis, "KV-1\r\nantwoord\tgelukt\x0b\x0c\x85\u2028\u2029einde", " Anna \n Daan ")
    with reading(elk_huis.engine) as sessie:
        (rij,) = audit.regels(sessie)
    assert (rij.object, rij.actor) == ("KV-1 antwoord gelukt einde", "Anna Daan")
    assert _first_fault(elk_huis) is None


def test_a_field_holds_five_hundred_characters_at_most(elk_huis: Huis) -> None:
    _write(elk_huis, "x" * 501)
    with reading(elk_huis.engine) as sessie:
        assert audit.regels(sessie)[0].object == "x" * 500


def test_an_empty_chain_is_whole(elk_huis: Huis) -> None:
    assert _first_fault(elk_huis) is None


def test_a_line_holds_six_fields_and_the_hash_of_the_one_before(elk_huis: Huis) -> None:
    _chain(elk_huis, 2)
    with reading(elk_huis.engine) as sessie:
        tweede, eerste = audit.regels(sessie)
    velden = (tweede.actie, tweede.object, tweede.resultaat, tweede.oorsprong, tweede.actor, tweede.tijdstip)
    assert velden == ("antwoord_schrijven", "KV-000002", "gelukt", "10.0.0.1", "Anna", _TOEN)
    assert (eerste.vorige, tweede.vorige) == ("0" * 64, eerste.hash)
    # Computed apart: sha-256 over the JSON list of the hash before, five fields and the moment in UTC.
    assert eerste.hash == "31d8f18b95cc8262a6721a9540fef74a441014ff54f22f1c029bba0aae708c18"
    assert _first_fault(elk_huis) is None


def test_a_moment_of_another_zone_is_kept_as_the_same_instant(elk_huis: Huis) -> None:
    toen = datetime(2026, 6, 9, 11, 0, tzinfo=timezone(timedelta(hours=2)))
    with writing(elk_huis.engine) as sessie:
        audit.schrijf(
            sessie, actie="a", object="o", resultaat="r", oorsprong="o", actor="Anna", actor_id=None, tijdstip=toen
        )
    with reading(elk_huis.engine) as sessie:
        assert audit.regels(sessie)[0].tijdstip == datetime(2026, 6, 9, 9, 0, tzinfo=UTC)
    assert _first_fault(elk_huis) is None


def test_lines_of_a_rolled_back_act_are_not_there(elk_huis: Huis) -> None:
    _chain(elk_huis, 2)

    def break_off() -> None:
        with writing(elk_huis.engine) as sessie:
            audit.schrijf(
                sessie, actie="a", object="o", resultaat="r", oorsprong="o", actor="Anna", actor_id=None, tijdstip=_TOEN
            )
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    _chain(elk_huis, 1)
    with reading(elk_huis.engine) as sessie:
        assert [rij.object for rij in audit.regels(sessie)] == ["KV-000001", "KV-000002", "KV-000001"]
    assert _first_fault(elk_huis) is None


def test_lines_are_newest_first_of_one_object_or_all_and_no_more_than_asked(elk_huis: Huis) -> None:
    for object in ("KV-000001", "KV-000002", "KV-000001"):
        _write(elk_huis, object)
    with reading(elk_huis.engine) as sessie:
        assert [rij.id for rij in audit.regels(sessie)] == [3, 2, 1]
        assert [rij.id for rij in audit.regels(sessie, audit.Zoekvraag(object="KV-000001"))] == [3, 1]
        assert [rij.id for rij in audit.regels(sessie, aantal=1)] == [3]


def test_lines_written_at_once_form_one_chain(elk_huis: Huis) -> None:
    def write_ten() -> None:
        for nummer in range(10):
            _write(elk_huis, f"KV-{nummer:06d}")

    assert at_once([write_ten] * 8) == [None] * 8
    with reading(elk_huis.engine) as sessie:
        assert len(audit.regels(sessie)) == 80
    assert _first_fault(elk_huis) is None
