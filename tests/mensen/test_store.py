"""People: roles by day, closed accounts, sessions that expire."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from kamervragen.core.act import Huis
from kamervragen.core.rows import SessionRow
from kamervragen.core.store import sessions
from kamervragen.core.store.engine import reading, writing
from kamervragen.domain.rollen import Rol
from kamervragen.mensen.rows import DirectieRij, LidmaatschapRij
from kamervragen.mensen.store import gebruikers
from kamervragen.mensen.store.gebruikers import Gebruiker

_DAG = date(2026, 6, 9)
_NU = datetime(2026, 6, 9, 9, 0, tzinfo=UTC)


def _new(huis: Huis, inlognaam: str = "anna", directie: str | None = None, *rollen: Rol) -> int:
    with writing(huis.engine) as sessie:
        return gebruikers.nieuw(
            sessie,
            inlognaam=inlognaam,
            naam=inlognaam.title(),
            hash="geheim",
            rollen=rollen or (Rol.OPSTELLER,),
            directie=directie,
            op=_DAG,
        )


def _on(huis: Huis, id: int, op: date) -> Gebruiker | None:
    with reading(huis.engine) as sessie:
        return gebruikers.op_id(sessie, id, op)


def test_a_login_name_belongs_to_one_person(elk_huis: Huis) -> None:
    _new(elk_huis)
    with pytest.raises(IntegrityError):
        _new(elk_huis)


def test_a_closed_account_is_nobody(elk_huis: Huis) -> None:
    id = _new(elk_huis)
    with writing(elk_huis.engine) as sessie:
        sessie.execute(sa.text("UPDATE gebruiker SET actief = false"))
    with reading(elk_huis.engine) as sessie:
        assert gebruikers.op_id(sessie, id, _DAG) is None
        assert gebruikers.wachtwoord_van(sessie, "anna") is None


def test_an_unknown_person_is_nobody(elk_huis: Huis) -> None:
    _new(elk_huis)
    with reading(elk_huis.engine) as sessie:
        assert gebruikers.op_id(sessie, 99, _DAG) is None
        assert gebruikers.wachtwoord_van(sessie, "Anna") is None


def test_a_person_has_the_roles_of_the_day(elk_huis: Huis) -> None:
    id = _new(elk_huis, "anna", None, Rol.OPSTELLER, Rol.COORDINATOR)
    with writing(elk_huis.engine) as sessie:
        rij = sessie.exec(select(LidmaatschapRij).where(LidmaatschapRij.rol == "coordinator")).one()
        rij.van, rij.tot = date(2026, 6, 10), date(2026, 6, 12)
        sessie.add(rij)
    rollen = {}
    for dag in (8, 9, 10, 12, 13):
        gebruiker = _on(elk_huis, id, date(2026, 6, dag))
        assert gebruiker is not None
        rollen[dag] = sorted(gebruiker.rollen)
    assert rollen == {
        8: [],
        9: [Rol.OPSTELLER],
        10: [Rol.COORDINATOR, Rol.OPSTELLER],
        12: [Rol.COORDINATOR, Rol.OPSTELLER],
        13: [Rol.OPSTELLER],
    }


def test_a_person_is_known_with_name_and_directie(elk_huis: Huis) -> None:
    with writing(elk_huis.engine) as sessie:
        gebruikers.nieuwe_directie(sessie, "DSV", "Slachtofferbeleid")
    id = _new(elk_huis, "anna", "DSV", Rol.OPSTELLER, Rol.COORDINATOR)
    assert _on(elk_huis, id, _DAG) == Gebruiker(
        id, "anna", "Anna", frozenset({Rol.OPSTELLER, Rol.COORDINATOR}), ("DSV",)
    )
    assert _on(elk_huis, _new(elk_huis, "bram", "onbekend"), _DAG) == Gebruiker(
        2, "bram", "Bram", frozenset({Rol.OPSTELLER}), ()
    )
    with reading(elk_huis.engine) as sessie:
        assert gebruikers.wachtwoord_van(sessie, "anna") == (id, "geheim")


def test_a_directie_that_exists_keeps_its_name_and_lists_go_by_name(elk_huis: Huis) -> None:
    with writing(elk_huis.engine) as sessie:
        for code, naam in (("B", "Tweede"), ("A", "Zesde"), ("B", "Anders")):
            gebruikers.nieuwe_directie(sessie, code, naam)
    _new(elk_huis, "zoe")
    _new(elk_huis, "anna")
    with reading(elk_huis.engine) as sessie:
        assert [(rij.code, rij.naam) for rij in gebruikers.directies(sessie)] == [("B", "Tweede"), ("A", "Zesde")]
        assert [rij.naam for rij in gebruikers.alle(sessie)] == ["Anna", "Zoe"]
        assert len(sessie.exec(select(DirectieRij)).all()) == 2


def test_attempts_count_per_name_and_address_since_a_moment(elk_huis: Huis) -> None:
    with writing(elk_huis.engine) as sessie:
        for naam, adres, minuten in (("anna", "a", 0), ("anna", "a", 5), ("anna", "b", 5), ("bram", "a", 5)):
            gebruikers.noteer_poging(sessie, naam, adres, _NU + timedelta(minutes=minuten))
    with reading(elk_huis.engine) as sessie:
        assert gebruikers.pogingen(sessie, "anna", "a", _NU - timedelta(seconds=1)) == 2
        assert gebruikers.pogingen(sessie, "anna", "a", _NU) == 1
        assert gebruikers.pogingen(sessie, "anna", "a", _NU + timedelta(minutes=5)) == 0


def test_attempts_of_yesterday_are_dropped(elk_huis: Huis) -> None:
    with writing(elk_huis.engine) as sessie:
        gebruikers.noteer_poging(sessie, "anna", "a", _NU)
    with writing(elk_huis.engine) as sessie:
        gebruikers.noteer_poging(sessie, "bram", "b", _NU + timedelta(days=1, seconds=1))
    with reading(elk_huis.engine) as sessie:
        assert gebruikers.pogingen(sessie, "anna", "a", _NU - timedelta(days=9)) == 0
        assert gebruikers.pogingen(sessie, "bram", "b", _NU) == 1


def test_attempts_are_forgotten_for_that_name_and_address_only(elk_huis: Huis) -> None:
    with writing(elk_huis.engine) as sessie:
        for naam, adres in (("anna", "a"), ("anna", "b"), ("bram", "a")):
            gebruikers.noteer_poging(sessie, naam, adres, _NU)
        sessie.flush()
        gebruikers.vergeet_pogingen(sessie, "anna", "a")
        sinds = _NU - timedelta(minutes=1)
        over = [gebruikers.pogingen(sessie, n, a, sinds) for n, a in (("anna", "a"), ("anna", "b"), ("bram", "a"))]
    assert over == [0, 1, 1]


def _begin(huis: Huis, id: str, inhoud: bytes, *, minuten: int) -> None:
    with writing(huis.engine) as sessie:
        sessions.begin(sessie, id, inhoud, expires=_NU + timedelta(minutes=minuten), now=_NU)


def _read(huis: Huis, id: str, nu: datetime = _NU) -> tuple[bytes, datetime] | None:
    with reading(huis.engine) as sessie:
        return sessions.read(sessie, id, nu)


def test_a_session_that_ran_out_or_never_was_is_none(elk_huis: Huis) -> None:
    _begin(elk_huis, "geheim", b"anna", minuten=30)
    assert _read(elk_huis, "anders") is None
    assert _read(elk_huis, "geheim", _NU + timedelta(minutes=30)) is None
    assert _read(elk_huis, "geheim", _NU + timedelta(minutes=29)) == (b"anna", _NU)


def _renew(huis: Huis, id: str, inhoud: bytes, *, minuten: int) -> None:
    with writing(huis.engine) as sessie:
        sessions.extend(sessie, id, inhoud, expires=_NU + timedelta(minutes=minuten))


def test_a_session_that_was_ended_is_not_brought_back(elk_huis: Huis) -> None:
    _begin(elk_huis, "geheim", b"anna", minuten=30)
    with writing(elk_huis.engine) as sessie:
        sessions.end(sessie, "geheim")
    _renew(elk_huis, "geheim", b"anna", minuten=60)
    assert _read(elk_huis, "geheim") is None


def test_a_session_renewed_keeps_its_start(elk_huis: Huis) -> None:
    _begin(elk_huis, "geheim", b"anna", minuten=30)
    _begin(elk_huis, "ander", b"bram", minuten=30)
    _renew(elk_huis, "geheim", b"anna 2", minuten=50)
    assert _read(elk_huis, "geheim", _NU + timedelta(minutes=49)) == (b"anna 2", _NU)
    assert _read(elk_huis, "ander", _NU + timedelta(minutes=29)) == (b"bram", _NU)


def test_the_table_knows_only_the_hash_of_a_session(elk_huis: Huis) -> None:
    _begin(elk_huis, "geheim", b"anna", minuten=30)
    with reading(elk_huis.engine) as sessie:
        (rij,) = sessie.exec(select(SessionRow)).all()
    assert rij.id == "addb0f5e7826c857d7376d1bd9bc33c0c544790a2eac96144a8af22b1298c940"
    assert _read(elk_huis, rij.id) is None


def test_sessions_are_dropped_by_hand_and_when_they_ran_out(elk_huis: Huis) -> None:
    for id, minuten in (("a", 10), ("b", 20), ("c", 30)):
        _begin(elk_huis, id, b"x", minuten=minuten)
    with writing(elk_huis.engine) as sessie:
        sessions.end(sessie, "c")
        sessions.drop_expired(sessie, _NU + timedelta(minutes=11))
    with reading(elk_huis.engine) as sessie:
        assert len(sessie.exec(select(SessionRow)).all()) == 1
    assert _read(elk_huis, "b") == (b"x", _NU)
