"""Is everything whole: planted damage of each kind is reported, and a house without damage gives no alarm."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import psycopg
import pytest

from kamervragen.beheer import anker, onderhoud, recessen
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store import backup as copies
from kamervragen.core.store.vault import Vault
from kamervragen.domain.errors import NietToegestaan, Ongeldig
from kamervragen.domain.rollen import Rol
from kamervragen.jobs import catch_up
from kamervragen.lijn import parafenlijn, toezicht
from kamervragen.mensen import gebruikers, vervanging
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from tests.conftest import Klok
from tests.stukken import ANTWOORD, VRAGEN, audit_lines, bring, brought, sql


@pytest.fixture
def heel(huis: Huis, tmp_path: Path) -> Huis:
    """A house with papers, an index, an anchor outside its folder and a calendar that goes on."""
    settings = huis.settings.model_copy(update={"anker": tmp_path / "elders" / "anker.jsonl"})
    met_anker = replace(huis, settings=settings)
    brought(met_anker, VRAGEN)
    bring(met_anker, ANTWOORD)
    recessen.voeg_toe(
        met_anker,
        OPDRACHTREGEL,
        naam="zomerreces",
        begin=date(2027, 7, 2),
        einde=date(2027, 8, 30),
        bron="brief",
    )
    catch_up(met_anker)
    assert anker.veranker(met_anker)
    return met_anker


def bevindingen(huis: Huis) -> list[tuple[str, str]]:
    return [(b.ernst, b.waar.split()[0]) for b in onderhoud.verify(huis)]


def test_a_whole_house_gives_no_alarm(heel: Huis) -> None:
    assert onderhoud.verify(heel) == ()


def _papier(huis: Huis) -> Path:
    return next(pad for pad in sorted(huis.settings.documenten.rglob("*")) if pad.is_file())


SCHADE: dict[str, tuple[Callable[[Huis], object], tuple[str, str]]] = {
    "a line of the trail was changed": (
        lambda h: sql(h, "UPDATE audit SET actor = 'x' WHERE id = 2"),
        ("fout", "audit"),
    ),
    "a line of the trail is gone": (lambda h: sql(h, "DELETE FROM audit WHERE id = 2"), ("fout", "audit")),
    "a paper is gone": (lambda h: _papier(h).unlink(), ("fout", "bestand")),
    "a paper was changed": (lambda h: _papier(h).write_bytes(b"anders"), ("fout", "bestand")),
    "a file nobody knows": (
        lambda h: (h.settings.documenten / "vreemd").write_bytes(b"x"),
        ("waarschuwing", "bestand"),
    ),
    "the index is gone": (lambda h: (h.settings.index / "meta.json").unlink(), ("waarschuwing", "zoekindex")),
    "the calendar ends": (
        lambda h: sql(h, "DELETE FROM reces WHERE einde > '2027-01-01'"),
        ("waarschuwing", "recessen"),
    ),
}


@pytest.mark.parametrize("schade", SCHADE)
def test_planted_damage_is_reported_once_by_its_name(heel: Huis, schade: str) -> None:
    doe, verwacht = SCHADE[schade]
    doe(heel)
    assert bevindingen(heel) == [verwacht]


def test_cut_off_lines_are_found_by_the_anchor_alone(heel: Huis) -> None:
    sql(heel, "DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)")
    (gevonden,) = onderhoud.verify(heel)
    assert gevonden.waar.startswith("audit regel ")
    assert "afgeknipt of vervangen" in gevonden.tekst
    zonder = replace(heel, settings=heel.settings.model_copy(update={"anker": None}))
    assert bevindingen(zonder) == [("waarschuwing", "KAMERVRAGEN_ANKER")]


def test_an_anchor_is_written_once_a_day_and_never_changed(heel: Huis, klok: Klok) -> None:
    pad = heel.settings.anker
    assert pad is not None
    eerste = pad.read_text()
    assert not anker.veranker(heel)
    klok.vooruit(days=1)
    assert anker.veranker(heel)
    assert pad.read_text().startswith(eerste)
    assert [json.loads(regel)["dag"] for regel in pad.read_text().splitlines()] == ["2026-06-09", "2026-06-10"]
    assert bevindingen(heel) == []


@pytest.mark.parametrize("anders", [("geen anker", "1"), (None, "1"), ("2026-06-09", "2026-06-08")])
def test_an_anchor_that_was_changed_is_named(heel: Huis, klok: Klok, anders: tuple[str | None, str]) -> None:
    pad = heel.settings.anker
    assert pad is not None
    klok.vooruit(days=1)
    assert anker.veranker(heel)
    een, twee = pad.read_text().splitlines()
    was, wordt = anders
    pad.write_text("\n".join([een.replace(was, wordt) if was in een else was, twee] if was else [wordt, twee]) + "\n")
    assert next(b.waar for b in onderhoud.verify(heel)) == "anker regel 1"


def test_a_mandate_that_ran_out_is_pointed_at(heel: Huis) -> None:
    for naam in ("een", "twee"):
        gebruikers.maak(
            heel,
            OPDRACHTREGEL,
            inlognaam=naam,
            naam=naam.title(),
            wachtwoord="een lang wachtwoord",
            rollen=(Rol.LEIDINGGEVENDE,),
        )
    vervanging.voeg_toe(
        heel,
        OPDRACHTREGEL,
        gebruiker_id=1,
        door_id=2,
        soort="mandaat",
        grond="besluit",
        van=date(2025, 1, 1),
        tot=date(2026, 6, 8),
    )
    (gevonden,) = onderhoud.verify(heel)
    assert gevonden.tekst == "Het mandaat van Een aan Twee is verlopen op 2026-06-08."


# copies


def _leeg(heel: Huis, doel: Path, **anders: object) -> Settings:
    """An empty folder with the key file of this house put back in it."""
    doel.mkdir()
    shutil.copy(heel.settings.sleutelbestand, doel / "sleutels")
    return Settings(data=doel, **anders)  # type: ignore[arg-type]


def test_a_copy_goes_back_only_into_an_empty_folder(heel: Huis, tmp_path: Path) -> None:
    kopie, doel = tmp_path / "kopie.zip", tmp_path / "terug"
    assert onderhoud.backup(heel, OPDRACHTREGEL, kopie) == 3
    with pytest.raises(Ongeldig, match="bestaat al"):
        onderhoud.backup(heel, OPDRACHTREGEL, kopie)
    leeg = _leeg(heel, doel)
    assert onderhoud.restore(kopie, leeg) == 3
    with pytest.raises(Ongeldig, match="niet leeg"):
        onderhoud.restore(kopie, leeg)
    assert sorted(p.name for p in doel.rglob("*") if p.is_file()) == sorted(
        ["kamervragen.db", "sleutels", *(p.name for p in heel.settings.documenten.rglob("*") if p.is_file())]
    )


def test_a_damaged_copy_is_refused_and_leaves_nothing(heel: Huis, tmp_path: Path) -> None:
    kopie = tmp_path / "kopie.zip"
    onderhoud.backup(heel, OPDRACHTREGEL, kopie)
    data = kopie.read_bytes()
    for nummer, stuk in enumerate(
        (data[: len(data) // 2], b"geen zip", data.replace(b"kamervragen.db", b"kamervragen.dB"))
    ):
        slecht, doel = tmp_path / f"slecht-{nummer}.zip", tmp_path / f"doel-{nummer}"
        slecht.write_bytes(stuk)
        leeg = _leeg(heel, doel)
        with pytest.raises(Ongeldig, match="reservekopie"):
            onderhoud.restore(slecht, leeg)
        assert [pad.name for pad in doel.iterdir()] == ["sleutels"]
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("tmp")] == []


def _herschreven(kopie: Path, naar: Path, **anders: object) -> Path:
    """The copy with other words about itself, under the old signature."""
    with zipfile.ZipFile(kopie) as van, zipfile.ZipFile(naar, "w") as uit:
        for naam in van.namelist():
            ruw = van.read(naam)
            uit.writestr(naam, json.dumps(json.loads(ruw) | anders) if naam == "inhoud.json" else ruw)
    return naar


def test_a_copy_of_another_or_of_a_newer_program_is_refused(heel: Huis, tmp_path: Path) -> None:
    kopie = tmp_path / "kopie.zip"
    onderhoud.backup(heel, OPDRACHTREGEL, kopie)
    vreemd = Settings(data=tmp_path / "vreemd")
    with pytest.raises(Ongeldig, match="geen sleutelbestand"):
        onderhoud.restore(kopie, vreemd)
    Vault(vreemd.sleutelbestand)
    with pytest.raises(Ongeldig, match="draagt niet de handtekening"):
        onderhoud.restore(kopie, vreemd)
    gewijzigd = _herschreven(kopie, tmp_path / "gewijzigd.zip", gemaakt="2026-01-01")
    with pytest.raises(Ongeldig, match="draagt niet de handtekening"):
        onderhoud.restore(gewijzigd, _leeg(heel, tmp_path / "een"))
    nieuwer = _herschreven(kopie, tmp_path / "nieuwer.zip", schema="9999")
    with pytest.raises(Ongeldig, match="nieuwere versie van het programma"):
        onderhoud.restore(nieuwer, vreemd, zonder_handtekening=True)
    assert onderhoud.restore(kopie, vreemd, zonder_handtekening=True) == 3


def test_a_copy_is_for_the_one_whose_key_it_was_made_for(heel: Huis, tmp_path: Path) -> None:
    voor, ander = tmp_path / "voor.txt", tmp_path / "ander.txt"
    dicht = replace(heel, settings=heel.settings.model_copy(update={"reservekopie_voor": copies.nieuwe_sleutel(voor)}))
    copies.nieuwe_sleutel(ander)
    kopie = tmp_path / "kopie.zip.age"
    onderhoud.backup(dicht, OPDRACHTREGEL, kopie)
    assert b"kamervragen.db" not in kopie.read_bytes()
    assert oct(voor.stat().st_mode & 0o777) == "0o600"
    leeg = _leeg(heel, tmp_path / "terug")
    with pytest.raises(Ongeldig, match="is versleuteld"):
        onderhoud.restore(kopie, leeg)
    with pytest.raises(Ongeldig, match=r"kan met .*ander\.txt niet worden geopend"):
        onderhoud.restore(kopie, leeg, sleutel=ander)
    assert onderhoud.restore(kopie, leeg, sleutel=voor) == 3
    terug = maak_huis(settings=leeg)
    assert [b for b in onderhoud.verify(terug) if b.ernst == "fout"] == []
    terug.engine.dispose()
    mis = replace(heel, settings=heel.settings.model_copy(update={"reservekopie_voor": "age1x"}))
    with pytest.raises(Ongeldig, match="geen publieke age-sleutel"):
        onderhoud.backup(mis, OPDRACHTREGEL, tmp_path / "mis.zip")


def test_a_drafter_takes_no_copy(heel: Huis, anna: Wie, tmp_path: Path) -> None:
    with pytest.raises(NietToegestaan):
        onderhoud.backup(heel, anna, tmp_path / "kopie.zip")
    assert not (tmp_path / "kopie.zip").exists()


def test_from_postgresql_a_copy_is_taken_by_its_own_tool(postgres: str, lege_postgres: str, tmp_path: Path) -> None:
    from kamervragen.start import huis as maak_huis

    with psycopg.connect(
        f"{postgres}/postgres", autocommit=True
    ) as lijn:  # the empty one belongs to no folder, for all
        lijn.execute(f'CREATE DATABASE kv_kopie TEMPLATE "{lege_postgres}"')
    pg = maak_huis(settings=Settings(data=tmp_path / "data", database=f"{postgres}/kv_kopie"))
    with pytest.raises(Ongeldig, match="pg_dump"):
        onderhoud.backup(pg, OPDRACHTREGEL, tmp_path / "kopie.zip")
    pg.engine.dispose()


# looking back

IRIS = Wie("Iris", frozenset({Rol.AUDITOR}), "test")


def test_the_auditor_searches_the_trail_and_stands_in_it_himself(heel: Huis, anna: Wie, klok: Klok) -> None:
    klok.vooruit(days=1)
    with pytest.raises(NietToegestaan):
        parafenlijn.zet_lijn(heel, anna, 1, [])
    vraag = toezicht.zoekvraag(
        actor="anna", actie="", object="", resultaat="geweigerd", van=date(2026, 6, 10), tot=date(2026, 6, 10)
    )
    (regel,) = toezicht.zoek(heel, IRIS, vraag).regels
    assert (regel.actie, regel.actor, regel.tijdstip) == (
        "lijn_beheren",
        "Anna",
        datetime(2026, 6, 10, 9, 0, tzinfo=UTC),
    )
    leeg = toezicht.zoekvraag(actor="", actie="", object="", resultaat="geweigerd", van=None, tot=date(2026, 6, 9))
    assert toezicht.zoek(heel, IRIS, leeg).regels == ()
    assert audit_lines(heel)[-1] == ("audit_zien", "auditspoor", "gelukt", "Iris")
    with pytest.raises(NietToegestaan):
        toezicht.zoek(heel, anna, leeg)


def test_the_history_of_a_set_holds_what_was_done_and_what_was_refused(heel: Huis, anna: Wie) -> None:
    with pytest.raises(NietToegestaan):
        parafenlijn.zet_lijn(heel, anna, 1, [])
    regels = toezicht.geschiedenis(heel, anna, "KV-000001")
    assert {r.object for r in regels} == {"KV-000001"}
    assert [r.id for r in regels] == sorted((r.id for r in regels), reverse=True)


def test_every_right_of_every_account_is_listed_and_the_matrix_names_every_role(heel: Huis) -> None:
    gebruikers.maak_directie(heel, OPDRACHTREGEL, "DSV", "Slachtofferbeleid")
    gebruikers.maak(
        heel,
        OPDRACHTREGEL,
        inlognaam="gus",
        naam="Gus",
        wachtwoord="een lang wachtwoord",
        rollen=(Rol.LEZER, Rol.AUDITOR),
        directie="DSV",
    )
    assert [(r.naam, r.rol, r.directie, r.van, r.tot) for r in toezicht.rechten(heel, IRIS)] == [
        ("Gus", "lezer", "DSV", date(2026, 6, 9), None),
        ("Gus", "auditor", "DSV", date(2026, 6, 9), None),
    ]
    for _welke, cellen in toezicht.matrix():
        assert len(cellen) == len(Rol)
        assert any(cel for cel in cellen)
