"""The one door for change: rights, one transaction, one audit line."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from kamervragen.core.act import Huis, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.store import audit
from kamervragen.core.store.engine import reading
from kamervragen.domain.errors import NietGevonden, NietToegestaan
from kamervragen.domain.rollen import Handeling
from kamervragen.sets.toegang import set_voor
from tests.conftest import Klok
from tests.stukken import ANTWOORD, VRAGEN, audit_lines, brought, contents, files


def test_without_the_right_nothing_happens_but_a_line_that_says_so(huis: Huis, frank: Wie) -> None:
    gedaan = []
    with (
        pytest.raises(NietToegestaan, match="U hebt hiervoor geen recht"),
        handeling(huis, frank, Handeling.GEBRUIKERS_BEHEREN, "gebruiker-x"),
    ):
        gedaan.append(True)
    assert gedaan == []
    assert audit_lines(huis) == [("gebruikers_beheren", "gebruiker-x", "geweigerd", "Frank")]


def test_in_the_wrong_status_nothing_happens_but_a_line_that_says_so(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN, ANTWOORD)
    voor = contents(huis)

    def write() -> None:
        with handeling(huis, anna, Handeling.ANTWOORD_SCHRIJVEN, sleutel) as werk:
            werk.sessie.execute(sa.text("UPDATE vragenset SET onderwerp = 'anders'"))
            set_voor(werk, sleutel)

    with pytest.raises(NietToegestaan, match=r"Dat kan niet meer: deze set is ontvangen\."):
        write()
    na = contents(huis)
    assert audit_lines(huis)[-1] == ("antwoord_schrijven", sleutel, "geweigerd", "Anna")
    assert {tabel for tabel in voor if voor[tabel] != na[tabel]} <= {"audit", "teller"}
    assert len(na["audit"]) == len(voor["audit"]) + 1


def test_an_unknown_set_leaves_nothing(huis: Huis, anna: Wie) -> None:
    voor = contents(huis)
    with (
        pytest.raises(NietGevonden, match="De set KV-000009 bestaat niet"),
        handeling(huis, anna, Handeling.ANTWOORD_SCHRIJVEN) as werk,
    ):
        set_voor(werk, "KV-000009")
    assert contents(huis) == voor


def test_an_exception_inside_leaves_nothing(huis: Huis, eva: Wie) -> None:
    voor = contents(huis)

    def break_off() -> None:
        with handeling(huis, eva, Handeling.GEBRUIKERS_BEHEREN) as werk:
            werk.sessie.execute(sa.text("INSERT INTO directie (code, naam) VALUES ('X', 'Y')"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert contents(huis) == voor


def test_a_failing_audit_line_leaves_nothing(huis: Huis, eva: Wie, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_meer: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(audit, "schrijf", fail)
    voor = contents(huis)
    with pytest.raises(RuntimeError), handeling(huis, eva, Handeling.GEBRUIKERS_BEHEREN) as werk:
        werk.sessie.execute(sa.text("INSERT INTO directie (code, naam) VALUES ('X', 'Y')"))
    assert contents(huis) == voor


def test_an_act_and_its_line_are_one_transaction(elk_huis: Huis, eva: Wie) -> None:
    with handeling(elk_huis, eva, Handeling.GEBRUIKERS_BEHEREN, "directie-X") as werk:
        werk.sessie.execute(sa.text("INSERT INTO directie (code, naam) VALUES ('X', 'Y')"))
        werk.sessie.flush()
        with reading(elk_huis.engine) as sessie:
            assert sessie.execute(sa.text("SELECT count(*) FROM directie")).scalar_one() == 0
        assert audit_lines(elk_huis) == []
    with reading(elk_huis.engine) as sessie:
        assert sessie.execute(sa.text("SELECT code FROM directie")).scalars().all() == ["X"]
        (rij,) = audit.regels(sessie)
    velden = (rij.actie, rij.object, rij.resultaat, rij.oorsprong, rij.actor, rij.tijdstip)
    assert velden == ("gebruikers_beheren", "directie-X", "gelukt", "test", "Eva", elk_huis.nu())


def test_the_line_names_the_set_that_was_touched(huis: Huis, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    with handeling(huis, bram, Handeling.TOEWIJZEN, "iets") as werk:
        assert set_voor(werk, sleutel).zaaknummer == "2026Z00101"
    assert audit_lines(huis)[-1] == ("toewijzen", sleutel, "gelukt", "Bram")


def test_a_look_needs_the_right_and_writes_nothing(huis: Huis, frank: Wie) -> None:
    voor = contents(huis)
    with pytest.raises(NietToegestaan), inzage(huis, frank, Handeling.GEBRUIKERS_BEHEREN):
        pass
    with inzage(huis, frank, Handeling.SETS_ZIEN) as sessie:
        sessie.execute(sa.text("UPDATE teller SET stand = 99"))
    assert contents(huis) == voor
    assert files(huis) == []


def test_the_day_is_that_of_amsterdam(huis: Huis, klok: Klok, eva: Wie) -> None:
    klok.moment = datetime(2026, 6, 9, 22, 30, tzinfo=UTC)
    assert huis.vandaag() == date(2026, 6, 10)
    with handeling(huis, eva, Handeling.GEBRUIKERS_BEHEREN) as werk:
        assert werk.dag == date(2026, 6, 10)
    klok.moment = datetime(2026, 12, 31, 22, 59, tzinfo=UTC)
    assert huis.vandaag() == date(2026, 12, 31)
    klok.vooruit(minutes=1)
    assert huis.vandaag() == date(2027, 1, 1)
    assert klok.moment - datetime(2026, 12, 31, 23, 0, tzinfo=UTC) == timedelta(0)
