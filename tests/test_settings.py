"""Every setting is documented, has its default, and a wrong one stops the start."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from kamervragen import settings as module
from kamervragen.domain.errors import Ongeldig
from kamervragen.settings import Settings, lees_settings

WORTEL = Path(__file__).parents[1]
BEHEER = WORTEL / "docs" / "beheer.md"
NAMEN = sorted(f"KAMERVRAGEN_{veld.upper()}" for veld in Settings.model_fields)


@pytest.fixture(autouse=True)
def _zonder_instellingen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of whoever runs the tests do not count."""
    for naam in [naam for naam in os.environ if naam.upper().startswith("KAMERVRAGEN_")]:
        monkeypatch.delenv(naam)


@pytest.mark.parametrize("naam", NAMEN)
def test_every_setting_is_in_the_table_of_the_documentation(naam: str) -> None:
    assert re.search(rf"^\| `{naam}` \| \S", BEHEER.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_documentation_names_no_setting_that_does_not_exist() -> None:
    genoemd = set(re.findall(r"KAMERVRAGEN_[A-Z_]*[A-Z]", BEHEER.read_text(encoding="utf-8")))
    assert genoemd == set(NAMEN)


@pytest.mark.parametrize("veld", sorted(Settings.model_fields))
def test_every_setting_says_in_dutch_what_it_is(veld: str) -> None:
    omschrijving = Settings.model_fields[veld].description
    assert omschrijving is not None
    assert len(omschrijving.split()) >= 3


def test_the_defaults() -> None:
    gelezen = lees_settings()
    assert gelezen.model_dump() == {
        "data": WORTEL / ".data",
        "database": None,
        "adres": "127.0.0.1",
        "poort": 8000,
        "sleutels": None,
        "virusscanner": None,
        "tweede_stap_voor": "",
        "reservekopie_voor": None,
        "anker": None,
        "kort_geleden": 90,
        "opschorten_in_reces": False,
        "naar_werkdag": False,
        "proxy": None,
        "tls_certificaat": None,
        "tls_sleutel": None,
        "webadres": None,
        "smtp": None,
        "afzender": "kamervragen@localhost",
        "demo": False,
        "libreoffice": "soffice",
        "ministerie": "Ministerie",
        "sjablonen": None,
        "thema": None,
        "waardering": "B",
        "metingen": None,
        "beveiligingscontact": None,
        "logboek": "tekst",
    }


def test_the_documented_defaults_are_the_defaults() -> None:
    tabel = dict(
        re.findall(r"^\| `(KAMERVRAGEN_\w+)` \|.*\| ([^|]+) \|$", BEHEER.read_text(encoding="utf-8"), re.MULTILINE)
    )
    woorden = {None: "leeg", "": "leeg", False: "`false`", "127.0.0.1": "`127.0.0.1`", 8000: "`8000`", 90: "`90`"}
    woorden |= {naam: f"`{naam}`" for naam in ("kamervragen@localhost", "soffice", "Ministerie", "B", "tekst")}
    verwacht = {
        f"KAMERVRAGEN_{veld.upper()}": woorden[waarde]
        for veld, waarde in lees_settings().model_dump().items()
        if veld not in ("data", "webadres")
    }
    assert {naam: tabel[naam].strip() for naam in verwacht} == verwacht
    assert tabel["KAMERVRAGEN_DATA"].strip() == "`.data/` in een checkout, anders `~/.local/share/kamervragen`"


def test_outside_a_checkout_the_data_is_in_the_folder_of_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "PAKKET", tmp_path / "site-packages" / "kamervragen")
    assert lees_settings().data == Path.home() / ".local/share/kamervragen"


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAMERVRAGEN_POORT", "8123")
    monkeypatch.setenv("KAMERVRAGEN_DATA", "/tmp/kamervragen")
    monkeypatch.setenv("KAMERVRAGEN_DEMO", "true")
    gelezen = lees_settings()
    assert (gelezen.poort, gelezen.data, gelezen.demo) == (8123, Path("/tmp/kamervragen"), True)
    assert (gelezen.index, gelezen.documenten) == (Path("/tmp/kamervragen/index"), Path("/tmp/kamervragen/documenten"))


def test_settings_of_other_programs_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POORT", "9999")
    monkeypatch.setenv("KAMERVRAGENPOORT", "9999")
    assert lees_settings().poort == 8000


@pytest.mark.parametrize("naam", ["KAMERVRAGEN_POORTT", "KAMERVRAGEN_", "KAMERVRAGEN_INDEX", "KAMERVRAGEN_TLS"])
def test_an_unknown_setting_stops_the_start_and_names_the_known_ones(
    monkeypatch: pytest.MonkeyPatch, naam: str
) -> None:
    monkeypatch.setenv(naam, "1")
    with pytest.raises(Ongeldig) as fout:
        lees_settings()
    assert fout.value.bericht == f"Onbekende instelling {naam}. Bekend zijn: {', '.join(NAMEN)}."


def test_an_unknown_setting_in_small_letters_is_unknown_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """`kamervragen_poort` is read, so `kamervragen_poortt` must not be passed over in silence."""
    monkeypatch.setenv("kamervragen_poort", "8123")
    assert lees_settings().poort == 8123
    monkeypatch.setenv("kamervragen_poortt", "1")
    with pytest.raises(Ongeldig):
        lees_settings()


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [("POORT", "abc"), ("POORT", "70000"), ("POORT", "-1"), ("POORT", ""), ("DEMO", "misschien")],
)
def test_a_value_that_cannot_be_is_an_error_in_dutch(monkeypatch: pytest.MonkeyPatch, naam: str, waarde: str) -> None:
    """The command line prints an `Ongeldig` as one sentence; anything else is a traceback."""
    monkeypatch.setenv(f"KAMERVRAGEN_{naam}", waarde)
    with pytest.raises(Ongeldig, match=f"KAMERVRAGEN_{naam}"):
        lees_settings()


ONVEILIG = ["0.0.0.0", "::", "192.168.1.10", "kamervragen.example", "", "127.0.0.1.kwaad.example"]


@pytest.mark.parametrize("adres", ONVEILIG)
def test_an_address_others_can_reach_needs_tls(monkeypatch: pytest.MonkeyPatch, adres: str) -> None:
    monkeypatch.setenv("KAMERVRAGEN_ADRES", adres)
    with pytest.raises(Ongeldig) as fout:
        lees_settings()
    assert fout.value.bericht == (
        f"Luisteren op {adres} kan alleen met TLS. Zet KAMERVRAGEN_TLS_CERTIFICAAT en KAMERVRAGEN_TLS_SLEUTEL, "
        "of KAMERVRAGEN_PROXY als een proxy de TLS afhandelt."
    )


@pytest.mark.parametrize("half", ["TLS_CERTIFICAAT", "TLS_SLEUTEL"])
def test_half_of_tls_is_no_tls(monkeypatch: pytest.MonkeyPatch, half: str) -> None:
    monkeypatch.setenv("KAMERVRAGEN_ADRES", "0.0.0.0")
    monkeypatch.setenv(f"KAMERVRAGEN_{half}", "/etc/x.pem")
    with pytest.raises(Ongeldig):
        lees_settings()


@pytest.mark.parametrize(
    "erbij", [{"PROXY": "10.0.0.1"}, {"TLS_CERTIFICAAT": "/etc/c.pem", "TLS_SLEUTEL": "/etc/k.pem"}]
)
def test_with_tls_or_a_proxy_any_address_is_fine(monkeypatch: pytest.MonkeyPatch, erbij: dict[str, str]) -> None:
    monkeypatch.setenv("KAMERVRAGEN_ADRES", "0.0.0.0")
    for naam, waarde in erbij.items():
        monkeypatch.setenv(f"KAMERVRAGEN_{naam}", waarde)
    assert lees_settings().adres == "0.0.0.0"


@pytest.mark.parametrize("adres", ["127.0.0.1", "::1", "localhost"])
def test_this_machine_needs_no_tls(monkeypatch: pytest.MonkeyPatch, adres: str) -> None:
    monkeypatch.setenv("KAMERVRAGEN_ADRES", adres)
    assert lees_settings().adres == adres


@pytest.mark.parametrize(
    ("database", "verwacht"),
    [
        (None, "sqlite:////tmp/kv/kamervragen.db"),
        ("postgresql://kv@db/kv", "postgresql+psycopg://kv@db/kv"),
        ("postgresql+psycopg://kv@db/kv", "postgresql+psycopg://kv@db/kv"),
    ],
)
def test_the_address_of_the_database(database: str | None, verwacht: str) -> None:
    assert Settings(data=Path("/tmp/kv"), database=database).database_url == verwacht


def test_settings_cannot_change_once_read() -> None:
    gelezen = lees_settings()
    with pytest.raises(ValueError, match="frozen"):
        gelezen.poort = 1  # type: ignore[misc]
