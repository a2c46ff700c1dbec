"""The index: candidates, groups, one writer, and damage that is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import tantivy

from kamervragen.search.analyse import termen
from kamervragen.search.index import Eenheid, Index, IndexBezet, IndexStuk

VOL = Eenheid(
    bron="7:8",
    groep="3",
    onderwerp="gele fietsen",
    vraag="Hoeveel gele fietsen?",
    antwoord="Er zijn «drie» 🙂\n\nfietsen.",
    datum=date(2026, 6, 8),
    bewindspersoon="minister Van Proef",
    indieners=("Proef", "Tester"),
    sleutel="KV-000003",
    zaaknummer="2026Z00101",
    aanhangselnummer="ah-tk-20252026-1601",
    label="1a",
    antwoord_id=7,
    via="6",
    profiel=("gel", "fiets"),
    verwijzingen=("kst-33552-124",),
)


def unit(bron: str, vraag: str = "", groep: str = "1", onderwerp: str = "", antwoord: str = "") -> Eenheid:
    """A pair with no more than what is searched."""
    return Eenheid(bron=bron, groep=groep, onderwerp=onderwerp, vraag=vraag, antwoord=antwoord)


def in_memory(*eenheden: Eenheid) -> Index:
    """An index of these pairs, kept in memory."""
    index = Index(None)
    index.schrijf(eenheden)
    return index


def _sources(index: Index, vraag: str, zonder_groep: str | None = None, aantal: int = 200) -> list[str]:
    return [e.bron for e in index.zoek(termen(vraag), zonder_groep=zonder_groep, aantal=aantal)]


def test_a_folder_without_an_index_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexStuk):
        Index(tmp_path)
    with pytest.raises(IndexStuk):
        Index(tmp_path / "niets")


@pytest.mark.parametrize("inhoud", ["", "{", "{}", '{"versie": 0}', "[]", "\N{SNOWMAN}"])
def test_an_index_of_another_version_is_told(tmp_path: Path, inhoud: str) -> None:
    Index.nieuw(tmp_path / "index")
    (tmp_path / "index" / "kamervragen.json").write_text(inhoud)
    with pytest.raises(IndexStuk):
        Index(tmp_path / "index")


def test_a_second_writer_is_told_and_the_first_goes_on(tmp_path: Path) -> None:
    index = Index.nieuw(tmp_path / "index")
    schrijver = tantivy.Index.open(str(tmp_path / "index")).writer(heap_size=15_000_000, num_threads=1)
    with pytest.raises(IndexBezet):
        index.schrijf([VOL])
    schrijver.wait_merging_threads()
    assert index.schrijf([VOL]) == 1


def test_without_terms_there_are_no_candidates() -> None:
    assert in_memory(VOL).zoek(()) == []
    assert Index(None).zoek(("fiets",)) == []


def test_a_unit_comes_back_as_it_was(tmp_path: Path) -> None:
    Index.nieuw(tmp_path / "index").schrijf([VOL, unit("1:1", "fietsen")])
    index = Index(tmp_path / "index")
    assert len(index) == 2
    gevonden = sorted(index.zoek(termen("fietsen")), key=lambda k: k.bron)
    assert [kandidaat.eenheid() for kandidaat in gevonden] == [unit("1:1", "fietsen"), VOL]
    vol = gevonden[1]
    assert (vol.groep, vol.antwoord_id, vol.naam, vol.aard) == ("3", 7, "2026Z00101 vraag 1a", "kort")
    assert (vol.vraag, vol.onderwerp, vol.profiel) == (termen(VOL.vraag), termen(VOL.onderwerp), VOL.profiel)
    assert [k.bron for k in index.van_groep("3")] == ["7:8"]


def test_signs_that_part_the_fields_do_no_harm() -> None:
    raar = unit("1:1", "fietsen\x1e\x1f", onderwerp="\x1e", groep="\x1f")
    assert [k.eenheid() for k in in_memory(raar).zoek(termen("fietsen"))] == [raar]


@pytest.mark.parametrize("veld", ["vraag", "onderwerp", "antwoord"])
def test_a_word_is_found_in_each_field(veld: str) -> None:
    index = in_memory(unit("1:1", **{veld: "Gele fietsen"}), unit("1:2", "Blauwe bussen"))
    assert _sources(index, "fietsen") == ["1:1"]


def test_a_question_weighs_more_than_a_subject_or_an_answer() -> None:
    index = in_memory(
        unit("antwoord", antwoord="fietsen"), unit("onderwerp", onderwerp="fietsen"), unit("vraag", "fietsen")
    )
    assert _sources(index, "fietsen")[0] == "vraag"


def test_the_own_group_is_left_out() -> None:
    index = in_memory(unit("1:1", "fietsen", "1"), unit("2:1", "fietsen", "2"), unit("11:1", "fietsen", "11"))
    assert sorted(_sources(index, "fietsen", "1")) == ["11:1", "2:1"]
    assert sorted(_sources(index, "fietsen", "9")) == ["11:1", "1:1", "2:1"]


def test_no_more_candidates_than_asked() -> None:
    index = in_memory(*(unit(f"1:{nummer}", "fietsen") for nummer in range(10)))
    assert len(_sources(index, "fietsen", aantal=3)) == 3


def test_a_group_is_replaced_and_others_stay() -> None:
    index = in_memory(unit("1:1", "fietsen", "1"), unit("1:2", "fietsen", "1"), unit("2:1", "fietsen", "2"))
    assert index.schrijf([unit("1:3", "fietsen", "1")], zonder_groepen=["1"]) == 1
    assert sorted(_sources(index, "fietsen")) == ["1:3", "2:1"]
    assert index.schrijf([], zonder_groepen=["1", "2", "9"]) == 0
    assert (_sources(index, "fietsen"), len(index)) == ([], 0)


def test_a_reader_sees_what_was_written_since_when_it_looks_again(tmp_path: Path) -> None:
    schrijver = Index.nieuw(tmp_path / "index")
    lezer = Index(tmp_path / "index")
    schrijver.schrijf([VOL])
    lezer.ververs()
    assert len(lezer) == 1


def test_a_new_index_drops_what_was_there(tmp_path: Path) -> None:
    Index.nieuw(tmp_path / "index").schrijf([VOL])
    assert len(Index.nieuw(tmp_path / "index")) == 0


def test_occurrences_count_pairs() -> None:
    index = in_memory(
        unit("1:1", "fietsen", onderwerp="fietsen"), unit("1:2", "fietsen fietsen"), unit("1:3", antwoord="fietsen")
    )
    assert (index.voorkomens(termen("fiets")[0]), index.voorkomens("bus")) == (3, 0)
