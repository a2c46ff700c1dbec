"""The index of the search page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamervragen.search.archief import Archief, Stuk
from kamervragen.search.index import IndexStuk
from kamervragen.search.zoekvraag import lees_zoekvraag


def _stuk(naam: str, tekst: str, dag: date | None = None, *nummers: str, **facetten: str) -> Stuk:
    return Stuk(naam, naam, tekst, nummers, {k: (w,) for k, w in facetten.items()}, dag, {"naam": naam})


_STUKKEN = (
    _stuk(
        "a",
        "De gele fietsen staan zo spoedig mogelijk in de fietsenstalling.",
        date(2024, 1, 1),
        "kst-33552-124",
        jaar="2024",
        fractie="D66",
    ),
    _stuk(
        "b",
        "Blauwe bussen en een e-mail over café Ster.",
        date(2025, 1, 1),
        "kst-33552-124",
        "2025Z00001",
        jaar="2025",
        fractie="D66",
    ),
    _stuk("c", "Bankhelpdeskfraude treft ouderen.", date(2026, 1, 1), jaar="2026", fractie="SP"),
)


@pytest.fixture(scope="module")
def archief() -> Archief:
    gevuld = Archief(None)
    gevuld.schrijf(_STUKKEN)
    return gevuld


def _found(archief: Archief, tekst: str, **facetten: str) -> set[str]:
    return {stuk["naam"] for stuk in archief.zoek(lees_zoekvraag(tekst), facetten=facetten).stukken}


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("fiets", {"a"}),
        ("FIETSEN", {"a"}),
        ("gele bussen", set()),
        ("gele OR bussen", {"a", "b"}),
        ("bank", {"c"}),
        ("fraude ouderen", {"c"}),
        ('"zo spoedig mogelijk"', {"a"}),
        ('"spoedig zo"', set()),
        ('"gele stalling"~8', set()),
        ('"gele mogelijk"~8', {"a"}),
        ('"gele mogelijk"', set()),
        ("blauw*", {"b"}),
        ("-fietsen", {"b", "c"}),
        ("bussen -café", set()),
        ("cafe", {"b"}),
        ("e-mail", {"b"}),
        ("", {"a", "b", "c"}),
        ("de het een", {"a", "b", "c"}),
        ("((( fietsen ]]", {"a"}),
    ],
)
def test_what_is_found(archief: Archief, tekst: str, verwacht: set[str]) -> None:
    assert _found(archief, tekst) == verwacht


def test_a_typing_mistake_is_bridged_and_told(archief: Archief) -> None:
    uitslag = archief.zoek(lees_zoekvraag("bankhelpdeskfruade"), facetten={})
    assert ([s["naam"] for s in uitslag.stukken], uitslag.benaderd) == (["c"], ("bankhelpdeskfruade",))


def test_facets_narrow_and_are_counted(archief: Archief) -> None:
    assert _found(archief, "", fractie="D66") == {"a", "b"}
    assert _found(archief, "", fractie="D66", jaar="2025") == {"b"}
    assert _found(archief, "", fractie='x"y') == set()
    uitslag = archief.zoek(lees_zoekvraag(""), facetten={"fractie": "D66"})
    assert (uitslag.aantal, dict(uitslag.facetten)["jaar"]) == (2, (("2024", 1), ("2025", 1)))


def test_by_date_the_newest_is_first_and_pages_go_on(archief: Archief) -> None:
    leeg = lees_zoekvraag("")
    op_rij = [archief.zoek(leeg, facetten={}, op_datum=True, vanaf=n, aantal=1).stukken[0]["naam"] for n in range(3)]
    assert op_rij == ["c", "b", "a"]


def test_who_bears_or_cites_a_number(archief: Archief) -> None:
    uitslag = archief.zoek(lees_zoekvraag(""), facetten={}, nummer="kst-33552-124")
    assert {s["naam"] for s in uitslag.stukken} == {"a", "b"}


def test_a_group_is_replaced() -> None:
    archief = Archief(None)
    archief.schrijf(_STUKKEN)
    archief.schrijf([_stuk("a", "Nu rood.")], zonder_groepen=["a"])
    assert (_found(archief, "fiets"), _found(archief, "rood"), len(archief)) == (set(), {"a"}, 3)


def test_an_archive_that_is_missing_or_of_another_version_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexStuk):
        Archief(tmp_path)
    Archief.nieuw(tmp_path / "archief").schrijf(_STUKKEN)
    assert len(Archief(tmp_path / "archief")) == 3
    (tmp_path / "archief" / "archief.json").write_text('{"versie": 0}')
    with pytest.raises(IndexStuk):
        Archief(tmp_path / "archief")


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet='abfiets "-*~()OR:[]^\\/{}+é0', max_size=40))
def test_nothing_typed_is_an_error(tekst: str) -> None:
    archief = Archief(None)
    archief.schrijf(_STUKKEN)
    assert archief.zoek(lees_zoekvraag(tekst), facetten={}).aantal >= 0
