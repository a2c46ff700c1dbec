"""Passwords that are guessed, and who guesses them."""

from __future__ import annotations

import pytest

from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.domain.errors import NietToegestaan, Ongeldig
from kamervragen.domain.rollen import Rol
from kamervragen.mensen import gebruikers
from kamervragen.mensen.wachtwoordkeuze import eis_moeilijk
from tests.conftest import Klok

_GOED = "kraan paraplu zevenblad oever"


@pytest.mark.parametrize(
    "wachtwoord",
    [
        "wachtwoord12345",
        "W@chtwoord2026!",
        "WelkomWelkomWelkom",
        "aaaaaaaaaaaaaaaa",
        "abcabcabcabcabcabc",
        "ministerie-2026-ministerie",
        "Kamervragen2026!!",
        "Frank de Proever 1",
        "qwerty-qwerty-12",
    ],
)
def test_what_is_guessed_is_refused(wachtwoord: str) -> None:
    with pytest.raises(Ongeldig, match="te makkelijk te raden"):
        eis_moeilijk(wachtwoord, ("frank", "Frank de Proever"))


@pytest.mark.parametrize(
    "wachtwoord", [_GOED, "een-lang-wachtwoord-2026", "Tr0ubadour&4staart", "mijn fiets lekt olie"]
)
def test_what_is_not_is_taken(wachtwoord: str) -> None:
    eis_moeilijk(wachtwoord, ("frank", "Frank de Proever"))


def _anna(huis: Huis) -> None:
    gebruikers.maak(huis, OPDRACHTREGEL, inlognaam="anna", naam="Anna", wachtwoord=_GOED, rollen=(Rol.OPSTELLER,))


def test_sixty_names_from_one_address_are_stopped_and_who_is_known_is_not(huis: Huis, klok: Klok) -> None:
    _anna(huis)
    thuis, aanvaller = "192.0.2.7", "203.0.113.9"
    assert gebruikers.log_in(huis, "anna", _GOED, thuis).inlognaam == "anna"
    zinnen = []
    for nummer in range(60):
        with pytest.raises(NietToegestaan) as fout:
            gebruikers.log_in(huis, f"naam{nummer}", "geraden wachtwoord", aanvaller)
        zinnen.append("Te veel" in str(fout.value))
    assert zinnen.index(True) == 30
    assert all(zinnen[30:])
    with pytest.raises(NietToegestaan, match="Te veel"):
        gebruikers.log_in(huis, "anna", _GOED, aanvaller)
    assert gebruikers.log_in(huis, "anna", _GOED, aanvaller, toestel=1).id == 1  # her own browser, elsewhere
    assert gebruikers.log_in(huis, "anna", _GOED, thuis).id == 1
    klok.vooruit(minutes=16)
    assert gebruikers.log_in(huis, "anna", _GOED, aanvaller).id == 1


def test_one_name_guessed_from_many_addresses_is_stopped_elsewhere_only(huis: Huis) -> None:
    _anna(huis)
    gebruikers.log_in(huis, "anna", _GOED, "192.0.2.7")
    for nummer in range(30):
        with pytest.raises(NietToegestaan):
            gebruikers.log_in(huis, "anna", "geraden wachtwoord", f"203.0.113.{nummer}")
    with pytest.raises(NietToegestaan, match="Te veel"):
        gebruikers.log_in(huis, "anna", _GOED, "203.0.113.200")
    assert gebruikers.log_in(huis, "anna", _GOED, "192.0.2.7").id == 1
