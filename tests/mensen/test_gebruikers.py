"""People: accounts, and getting in."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from kamervragen.core import sessions
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.core.store.engine import reading
from kamervragen.domain.errors import NietToegestaan, Ongeldig
from kamervragen.domain.rollen import Rol
from kamervragen.mensen import gebruikers, koppelingen
from kamervragen.mensen.store.gebruikers import Gebruiker
from tests.conftest import Klok
from tests.stukken import audit_lines, contents, sql

_GEHEIM = "correct paard batterij"
_ZELFDE = "De inlognaam of het wachtwoord klopt niet. Probeer het opnieuw."
_TE_VAAK = "Te veel mislukte pogingen. Wacht een kwartier en probeer het dan opnieuw."


@pytest.fixture
def id(huis: Huis, eva: Wie) -> int:
    """The account of Anna."""
    return gebruikers.maak(huis, eva, inlognaam=" Anna ", naam=" Anna A. ", wachtwoord=_GEHEIM, rollen=(Rol.OPSTELLER,))


def _fail(huis: Huis, naam: str = "anna", wachtwoord: str = "fout", adres: str = "10.0.0.1") -> str:
    with pytest.raises(NietToegestaan) as fout:
        gebruikers.log_in(huis, naam, wachtwoord, adres)
    return fout.value.bericht


@pytest.mark.parametrize(
    ("inlognaam", "naam", "wachtwoord", "rollen"),
    [
        ("bram", "Bram", "x" * 14, (Rol.COORDINATOR,)),
        ("", "Bram", _GEHEIM, (Rol.COORDINATOR,)),
        ("bram", "  ", _GEHEIM, (Rol.COORDINATOR,)),
        ("bram", "Bram", _GEHEIM, ()),
        ("ANNA", "Anna 2", _GEHEIM, (Rol.COORDINATOR,)),
    ],
    ids=["short password", "no login name", "no name", "no role", "taken"],
)
def test_an_account_that_is_not_right_is_refused(
    huis: Huis, eva: Wie, id: int, inlognaam: str, naam: str, wachtwoord: str, rollen: tuple[Rol, ...]
) -> None:
    voor = contents(huis)
    with pytest.raises(Ongeldig):
        gebruikers.maak(huis, eva, inlognaam=inlognaam, naam=naam, wachtwoord=wachtwoord, rollen=rollen)
    assert contents(huis) == voor


def test_an_account_in_a_directie_that_is_not_there_is_refused(huis: Huis, eva: Wie) -> None:
    with pytest.raises(Ongeldig, match="De directie DSV bestaat niet"):
        gebruikers.maak(
            huis, eva, inlognaam="bram", naam="Bram", wachtwoord=_GEHEIM, rollen=(Rol.OPSTELLER,), directie="DSV"
        )
    assert contents(huis)["gebruiker"] == []


def test_only_the_beheerder_makes_accounts_and_directies(huis: Huis, bram: Wie) -> None:
    with pytest.raises(NietToegestaan):
        gebruikers.maak(huis, bram, inlognaam="x", naam="X", wachtwoord=_GEHEIM, rollen=(Rol.BEHEERDER,))
    with pytest.raises(NietToegestaan):
        gebruikers.maak_directie(huis, bram, "X", "Y")
    assert (contents(huis)["gebruiker"], contents(huis)["directie"]) == ([], [])
    assert [regel[1:] for regel in audit_lines(huis)] == [
        ("gebruiker-x", "geweigerd", "Bram"),
        ("directie-X", "geweigerd", "Bram"),
    ]


def test_a_password_is_kept_as_argon2id(huis: Huis, id: int) -> None:
    ((_, inlognaam, naam, wachtwoord, *_rest),) = contents(huis)["gebruiker"]
    assert (inlognaam, naam) == ("anna", "Anna A.")
    assert str(wachtwoord).startswith("$argon2id$")
    assert _GEHEIM not in str(contents(huis))


def test_a_wrong_password_and_an_unknown_or_closed_account_hear_the_same(huis: Huis, eva: Wie, id: int) -> None:
    gebruikers.maak(huis, eva, inlognaam="dicht", naam="Dicht", wachtwoord=_GEHEIM, rollen=(Rol.OPSTELLER,))
    sql(huis, "UPDATE gebruiker SET actief = false WHERE inlognaam = 'dicht'")
    woorden = {
        _fail(huis),
        _fail(huis, "niemand"),
        _fail(huis, "dicht", _GEHEIM),
        _fail(huis, "", ""),
        _fail(huis, "niemand", "niemand heeft dit wachtwoord"),
    }
    assert woorden == {_ZELFDE}
    with reading(huis.engine) as sessie:
        niemand, leeg = (koppelingen.afdruk(huis, sessie, naam) for naam in ("niemand", ""))
    assert [regel[:3] for regel in audit_lines(huis)[-5:]] == [
        ("inloggen", f"gebruiker-{naam}", "geweigerd") for naam in ("anna", niemand, "dicht", leeg, niemand)
    ]


def test_who_knows_the_password_gets_in(huis: Huis, id: int) -> None:
    verwacht = Gebruiker(id, "anna", "Anna A.", frozenset({Rol.OPSTELLER}), ())
    assert gebruikers.log_in(huis, " ANNA ", _GEHEIM, "10.0.0.1") == verwacht
    assert gebruikers.op_id(huis, id) == verwacht
    assert audit_lines(huis)[-1] == ("inloggen", "gebruiker-anna", "gelukt", "anna")


def test_ten_failures_close_the_account_for_that_address_only(huis: Huis, klok: Klok, id: int) -> None:
    assert [_fail(huis) for _ in range(10)] == [_ZELFDE] * 10
    assert _fail(huis, wachtwoord=_GEHEIM) == _TE_VAAK
    assert _fail(huis, " ANNA ", _GEHEIM) == _TE_VAAK
    assert audit_lines(huis)[-1][2] == "te vaak geprobeerd"
    assert gebruikers.log_in(huis, "anna", _GEHEIM, "10.0.0.2").id == id
    assert _fail(huis, "bram") == _ZELFDE
    klok.vooruit(minutes=14, seconds=59)
    assert _fail(huis, wachtwoord=_GEHEIM) == _TE_VAAK
    klok.vooruit(seconds=1)
    assert gebruikers.log_in(huis, "anna", _GEHEIM, "10.0.0.1").id == id


def test_a_good_password_forgets_the_failures_of_that_address(huis: Huis, id: int) -> None:
    for _ in range(2):
        assert [_fail(huis) for _ in range(9)] == [_ZELFDE] * 9
        assert gebruikers.log_in(huis, "anna", _GEHEIM, "10.0.0.1").id == id


def test_a_role_counts_from_the_day_it_was_given(huis: Huis, klok: Klok, id: int) -> None:
    klok.vooruit(days=-1)
    gebruiker = gebruikers.op_id(huis, id)
    assert gebruiker is not None
    assert gebruiker.rollen == frozenset()
    assert huis.vandaag() == date(2026, 6, 8)


def test_a_session_lives_until_it_runs_out_or_is_dropped(huis: Huis, klok: Klok) -> None:
    begin = klok()
    sessions.begin(huis, "geheim", b"anna", timedelta(minutes=30))
    klok.vooruit(minutes=29)
    sessions.extend(huis, "geheim", b"anna 2", timedelta(minutes=30))
    klok.vooruit(minutes=29)
    assert sessions.read(huis, "geheim") == (b"anna 2", begin)
    klok.vooruit(minutes=1)
    assert sessions.read(huis, "geheim") is None
    sessions.begin(huis, "ander", b"bram", timedelta(minutes=30))
    sessions.end(huis, "ander")
    sessions.extend(huis, "ander", b"bram", timedelta(minutes=30))
    assert sessions.read(huis, "ander") is None


def test_one_password_is_checked_at_a_time_and_the_rest_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each check takes 64 MiB; a hundred at once would take six gigabytes."""
    slot, bezig, meeste = threading.Lock(), 0, 0

    class Trage:
        def verify(self, hash: str, wachtwoord: str) -> bool:
            nonlocal bezig, meeste
            with slot:
                bezig += 1
                meeste = max(meeste, bezig)
            time.sleep(0.02)
            with slot:
                bezig -= 1
            return hash == wachtwoord

    monkeypatch.setattr(gebruikers, "_hasher", Trage())
    with ThreadPoolExecutor(8) as draden:
        assert list(draden.map(lambda n: gebruikers.klopt("a", "ab"[n % 2]), range(8))) == [True, False] * 4
    assert meeste == 1
