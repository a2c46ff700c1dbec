"""The index follows the database, and is built anew when it cannot be read."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kamervragen import jobs
from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.core.store.engine import writing
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.vragenset import Antwoord, Vraag
from kamervragen.hergebruik import archief, eerder
from kamervragen.search import index as reuse_index
from kamervragen.sets import index
from kamervragen.sets.store import vragensets
from tests import waarden
from tests.draden import at_once
from tests.stukken import ANDERE_VRAGEN, ANTWOORD, VRAGEN, bring, brought, contents, sql


def _found(huis: Huis, wie: Wie, vraag: str = "Hoeveel gele fietsen?") -> list[tuple[str, str]]:
    gevonden = eerder.zoek(huis, wie, vraag)
    return sorted((e.treffer.eenheid.sleutel, e.treffer.eenheid.label) for e in gevonden)


_ALLE = [("KV-000001", "1"), ("KV-000001", "2"), ("KV-000001", "3")]


@pytest.fixture
def geindexeerd(huis: Huis, anna: Wie) -> Huis:
    """A house with one answered set in its index and no work left."""
    brought(huis, ANTWOORD)
    jobs.catch_up(huis)
    assert _found(huis, anna) == _ALLE
    return huis


def test_a_colleagues_unsent_draft_is_not_found(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "2", "Drie gele fietsen.", versie=0)
    jobs.catch_up(huis)
    assert _found(huis, anna) == []
    index.herbouw(huis)
    assert _found(huis, anna) == []


@pytest.mark.om_de_deur
@pytest.mark.parametrize("soort", [Feitsoort.VERZONDEN, Feitsoort.ONTVANGEN])
def test_a_text_that_left_the_ministry_is_found(huis: Huis, anna: Wie, soort: Feitsoort) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "2", "Drie gele fietsen.", versie=0)
    with writing(huis.engine) as sessie:
        vragensets.voeg_feit_toe(sessie, 1, soort, huis.vandaag(), actor="Chris", moment=huis.nu())
    index.indexeer(huis, 1)
    assert _found(huis, anna) == [(sleutel, "2")]


def test_an_answer_that_came_in_and_was_edited_is_a_draft_again(huis: Huis, anna: Wie) -> None:
    kop, romp = ANTWOORD.split("\n\n", 1)
    sleutel = brought(huis, kop.replace("\n(ontvangen 8 juni 2026)", "").replace("AH 1601\n", "") + "\n\n" + romp)
    jobs.catch_up(huis)
    assert _found(huis, anna) == _ALLE
    schrijven.bewaar(huis, anna, sleutel, "2", "Drie gele fietsen, en meer.", versie=1)
    jobs.catch_up(huis)
    assert _found(huis, anna) == _ALLE[:1]


def test_a_saved_text_is_found_after_the_worker(huis: Huis, anna: Wie) -> None:
    brought(huis, ANTWOORD)
    assert len(contents(huis)["taak"]) == 1
    assert jobs.catch_up(huis) == 1
    assert _found(huis, anna) == _ALLE


def test_a_search_does_waiting_work_itself(huis: Huis, anna: Wie) -> None:
    brought(huis, ANTWOORD)
    assert _found(huis, anna) == _ALLE
    assert contents(huis)["taak"] == []


def test_indexing_a_set_again_adds_nothing_and_leaves_other_sets(geindexeerd: Huis, anna: Wie) -> None:
    bring(geindexeerd, ANTWOORD.replace("2026Z00101", "2026Z00909").replace("1601", "1909").replace("1500", "1909"))
    jobs.catch_up(geindexeerd)
    for _ in range(3):
        index.indexeer(geindexeerd, 1)
    assert _found(geindexeerd, anna) == [*_ALLE, *(("KV-000002", label) for _, label in _ALLE)]


@pytest.mark.om_de_deur
def test_an_answer_that_was_emptied_is_no_longer_found(geindexeerd: Huis, anna: Wie) -> None:
    sql(geindexeerd, "UPDATE antwoord SET tekst = '' WHERE tekst <> 'Ja.'")
    index.indexeer(geindexeerd, 1)
    assert _found(geindexeerd, anna) == _ALLE[:1]


def _remove(folder: Path) -> None:
    weg = folder.with_name(f"{folder.name}.weg")  # at once: an index that is still open puts its lock back meanwhile
    folder.rename(weg)
    shutil.rmtree(weg, ignore_errors=True)


def _remove_mark(folder: Path) -> None:
    (folder / "kamervragen.json").unlink()


def _other_version(folder: Path) -> None:
    (folder / "kamervragen.json").write_text(json.dumps({"versie": reuse_index.VERSIE + 1, "taal": "nl"}))


def _no_json(folder: Path) -> None:
    (folder / "kamervragen.json").write_text("{")


def _wordt(pad: Path, inhoud: bytes) -> None:
    """Another file in its place: cutting one short that is mapped kills whoever reads it (SIGBUS)."""
    anders = pad.with_name(f"{pad.name}.anders")
    anders.write_bytes(inhoud)
    anders.replace(pad)


def _empty(folder: Path) -> None:
    for pad in list(folder.iterdir()):
        _wordt(pad, b"")


def _rubbish_meta(folder: Path) -> None:
    _wordt(folder / "meta.json", b"\xff\x00 rommel")


def _broken_off(folder: Path) -> None:
    for pad in list(folder.glob("*.*")):
        if pad.suffix in (".idx", ".pos", ".term", ".store", ".fast", ".fieldnorm"):
            _wordt(pad, pad.read_bytes()[:-5])


def _segment_gone(folder: Path) -> None:
    for pad in folder.glob("*.store"):
        pad.unlink()


def _store_overwritten(folder: Path) -> None:
    for pad in list(folder.glob("*.store")):
        _wordt(pad, b"\0" * len(pad.read_bytes()))


@pytest.mark.parametrize(
    "beschadig",
    [
        _remove,
        _remove_mark,
        _other_version,
        _no_json,
        _empty,
        _rubbish_meta,
        _broken_off,
        _segment_gone,
        _store_overwritten,
    ],
)
def test_an_index_that_cannot_be_read_is_built_from_the_database(
    geindexeerd: Huis, anna: Wie, beschadig: Callable[[Path], None]
) -> None:
    beschadig(geindexeerd.settings.index)
    assert _found(geindexeerd, anna) == _ALLE
    mark = json.loads((geindexeerd.settings.index / "kamervragen.json").read_text())
    assert mark == {"versie": reuse_index.VERSIE, "taal": "nl"}
    assert {pad.name for pad in geindexeerd.settings.data.glob("index*")} == {"index"}


def test_a_rebuild_tells_how_far_it_is(geindexeerd: Huis) -> None:
    gehoord: list[tuple[int, int]] = []
    nieuw = index.herbouw(geindexeerd, lambda gedaan, totaal: gehoord.append((gedaan, totaal)))
    assert len(nieuw) == 3
    assert gehoord[-1] == (3, 3)


@pytest.mark.om_de_deur
def test_a_rebuild_tells_per_five_thousand(huis: Huis) -> None:
    with writing(huis.engine) as sessie:
        for zaak, aantal in ((None, 5000), (waarden.VRAGEN.zaaknummer, 1)):
            vragen = tuple(Vraag(nummer, str(nummer), f"Vraag {nummer}?") for nummer in range(1, aantal + 1))
            labels = tuple(vraag.label for vraag in vragen)
            waarden.store(
                sessie,
                replace(waarden.VRAGEN, zaaknummer=zaak, vragen=vragen, antwoorden=(Antwoord(labels, "Ja."),)),
            )
    gehoord: list[tuple[int, int]] = []
    assert len(index.herbouw(huis, lambda gedaan, totaal: gehoord.append((gedaan, totaal)))) == 5001
    assert gehoord == [(5000, 5001), (5001, 5001)]


def test_an_empty_house_has_an_empty_index(huis: Huis, anna: Wie) -> None:
    assert _found(huis, anna) == []
    brought(huis, ANDERE_VRAGEN)
    jobs.catch_up(huis)
    assert _found(huis, anna) == []


def test_people_who_search_at_once_while_the_index_is_gone_all_find(geindexeerd: Huis, anna: Wie) -> None:
    for _ in range(5):
        _remove(geindexeerd.settings.index)
        uit = at_once([lambda: _found(geindexeerd, anna)] * 4)
        assert uit == [_ALLE] * 4


def test_what_is_saved_while_the_index_is_built_lands_in_the_new_one(geindexeerd: Huis, anna: Wie) -> None:
    """The job waits for the builder; reading goes on in the old index."""
    bring(geindexeerd, ANTWOORD.replace("2026Z00101", "2026Z00909").replace("1601", "1909").replace("1500", "1908"))
    with index.bouwslot(geindexeerd):
        assert jobs.do_one(geindexeerd) is True
        assert {sleutel for sleutel, _ in _found(geindexeerd, anna)} == {"KV-000001"}
    geindexeerd.nu.vooruit(seconds=2)  # type: ignore[attr-defined]
    assert {sleutel for sleutel, _ in _found(geindexeerd, anna)} == {"KV-000001", "KV-000002"}


def test_an_archive_that_is_gone_or_damaged_heals_from_the_database(geindexeerd: Huis, anna: Wie) -> None:
    def found() -> int:
        return archief.zoek(geindexeerd, anna, archief.Vraag("gele fietsen")).aantal

    heel = found()
    assert heel > 0
    _remove(geindexeerd.settings.archief)
    assert found() == heel
    (geindexeerd.settings.archief / "archief.json").write_text("{")
    assert found() == heel
