"""The key file: what is secret in the database is of no use without it, keys follow each other, and a lost one is said."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pyotp
import pytest
from argon2 import PasswordHasher
from cryptography.fernet import Fernet

from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store.vault import Vault, is_signed
from kamervragen.domain.errors import NietToegestaan, Ongeldig
from kamervragen.domain.rollen import Rol
from kamervragen.mensen import eigen_account, gebruikers, geheimen, koppelingen
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from tests.draden import at_once

_GEHEIM = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
_WACHTWOORD = "een lang wachtwoord"


def test_what_one_key_sealed_opens_under_the_next_and_with_fernet_alone(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "sleutels")
    sealed = vault.seal("geheim ë")
    _, name, token = sealed.split(":")
    key = dict(line.split() for line in (tmp_path / "sleutels").read_text().splitlines() if line[:1] not in "#")[name]
    assert Fernet(key).decrypt(token.encode()).decode() == "geheim ë"
    newer = vault.add_key()
    assert vault.seal("x").split(":")[1] == newer != name
    assert Vault(tmp_path / "sleutels").unseal(sealed) == "geheim ë"
    assert oct((tmp_path / "sleutels").stat().st_mode & 0o777) == "0o600"


def test_of_processes_that_begin_together_one_makes_the_key_file(tmp_path: Path) -> None:
    vaults = at_once([lambda: Vault(tmp_path / "sleutels").public] * 8)
    assert len(set(vaults)) == 1
    assert [pad.name for pad in tmp_path.iterdir()] == ["sleutels"]


def test_another_file_and_another_key_open_nothing(tmp_path: Path) -> None:
    een, ander = Vault(tmp_path / "een"), Vault(tmp_path / "ander")
    with pytest.raises(Ongeldig, match="staat niet in"):
        ander.unseal(een.seal("x"))
    with pytest.raises(Ongeldig, match="beschadigd"):
        een.unseal(een.seal("x")[:-6] + "AAAAAA")
    assert is_signed(b"x", een.sign(b"x"), een.public)
    assert not is_signed(b"y", een.sign(b"x"), een.public)
    assert not is_signed(b"x", een.sign(b"x"), ander.public)
    (tmp_path / "kapot").write_text("dit is geen sleutelbestand")
    with pytest.raises(Ongeldig, match="geen sleutelbestand"):
        Vault(tmp_path / "kapot")


def test_no_secret_of_a_person_or_a_link_can_be_read_in_the_database(tmp_path: Path) -> None:
    """A house from before: its secrets stand open, and are sealed when it is opened."""
    instelling = Settings(data=tmp_path / "data", sleutels=tmp_path / "elders" / "sleutels")
    huis = maak_huis(settings=instelling)
    id = gebruikers.maak(
        huis, OPDRACHTREGEL, inlognaam="anna", naam="Anna", wachtwoord=_WACHTWOORD, rollen=(Rol.OPSTELLER,)
    )
    huis.engine.dispose()
    with sqlite3.connect(tmp_path / "data" / "kamervragen.db") as lijn:
        lijn.execute("UPDATE gebruiker SET totp = ?", (_GEHEIM,))
        lijn.execute("UPDATE geheim SET waarde = 'open en bloot'")
    huis = maak_huis(settings=instelling)
    with sqlite3.connect(tmp_path / "data" / "kamervragen.db") as lijn:
        inhoud = "\n".join(lijn.iterdump())
    assert _GEHEIM not in inhoud
    assert "open en bloot" not in inhoud
    code = pyotp.TOTP(_GEHEIM).at(huis.nu())
    assert gebruikers.tweede_stap(huis, id, code, "test").naam == "Anna"
    huis.kluis.add_key()
    assert geheimen.verzegel_alles(huis) == 2
    assert geheimen.verzegel_alles(huis) == 0
    huis.engine.dispose()


def test_without_the_key_file_what_is_lost_is_named_and_nobody_slips_in(tmp_path: Path) -> None:
    instelling = Settings(data=tmp_path / "data", sleutels=tmp_path / "sleutels")
    huis = maak_huis(settings=instelling)
    id = gebruikers.maak(
        huis, OPDRACHTREGEL, inlognaam="anna", naam="Anna", wachtwoord=_WACHTWOORD, rollen=(Rol.OPSTELLER,)
    )
    code = pyotp.TOTP(_GEHEIM).at(huis.nu())
    wie = Wie("Anna", frozenset({Rol.OPSTELLER}), "test", id)
    eigen_account.zet_tweestaps_aan(huis, wie, geheim=_GEHEIM, code=code, wachtwoord=_WACHTWOORD)
    huis.engine.dispose()
    (tmp_path / "sleutels").unlink()
    huis = maak_huis(settings=instelling)
    assert geheimen.kwijt(huis) == geheimen.Kwijt(("anna",), ("koppelingen",))
    with pytest.raises(Ongeldig, match=r"mist de sleutel van: koppelingen\. Zet het oude bestand terug"):
        geheimen.eis_leesbaar(huis)
    assert geheimen.vervang_verloren(huis).tweede_stappen == ("anna",)
    geheimen.eis_leesbaar(huis)
    koppelingen.maak_los(huis, koppelingen.Soort.PAGINA, {}, koppelingen.GELDIG)
    with pytest.raises(NietToegestaan, match="kan niet meer worden gelezen"):
        gebruikers.tweede_stap(huis, id, code, "test")
    huis.engine.dispose()


def test_a_running_process_sees_the_key_that_a_command_put_on_top(tmp_path: Path) -> None:
    """Else it would go on sealing with the old one, which may be taken away after that."""
    server, opdracht = Vault(tmp_path / "sleutels"), Vault(tmp_path / "sleutels")
    newest = opdracht.add_key()
    assert server.unseal(opdracht.seal("x")) == "x"
    assert server.seal("y").split(":")[1] == newest
    (tmp_path / "sleutels").unlink()
    assert server.unseal(server.seal("z")) == "z"


def test_a_password_that_was_hashed_in_another_way_is_hashed_anew_at_log_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    huis = maak_huis(settings=Settings(data=tmp_path / "data"))
    gebruikers.maak(huis, OPDRACHTREGEL, inlognaam="anna", naam="Anna", wachtwoord=_WACHTWOORD, rollen=(Rol.OPSTELLER,))
    nieuw = PasswordHasher(time_cost=2, memory_cost=8, parallelism=1)
    monkeypatch.setattr(gebruikers, "_hasher", nieuw)
    gebruikers.log_in(huis, "anna", _WACHTWOORD, "10.0.0.1")
    with sqlite3.connect(tmp_path / "data" / "kamervragen.db") as lijn:
        (hash,) = lijn.execute("SELECT wachtwoord FROM gebruiker").fetchone()
    assert not nieuw.check_needs_rehash(hash)
    assert gebruikers.log_in(huis, "anna", _WACHTWOORD, "10.0.0.1").naam == "Anna"
    huis.engine.dispose()
