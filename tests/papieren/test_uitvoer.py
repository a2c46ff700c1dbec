"""Documents go out: by any number of their set, and equal every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.documents.lees import lees
from kamervragen.documents.packing.omzetten import Vorm
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig
from kamervragen.domain.papier import Papier
from kamervragen.papieren import maken
from kamervragen.sets import nummers
from tests.stukken import ANDERE_VRAGEN, ANTWOORD, UITSTEL, VRAGEN, audit_lines, bring, brought


def test_nothing_goes_out_without_the_right(huis: Huis) -> None:
    sleutel = brought(huis, ANTWOORD)
    with pytest.raises(NietToegestaan):
        maken.maak(huis, Wie("Niemand", frozenset(), "test"), sleutel, Papier.ANTWOORD)


@pytest.mark.parametrize("nummer", ["", "KV-000009", "2026Z99999", "ah-tk-20252026-9999", "x", "KV-1", "1601"])
def test_an_unknown_number_is_not_found_and_writes_nothing(huis: Huis, chris: Wie, tmp_path: Path, nummer: str) -> None:
    brought(huis, ANTWOORD)
    with pytest.raises(NietGevonden, match="Geen set met nummer"):
        maken.naar_map(huis, chris, nummer, tmp_path / "uit", (Papier.ANTWOORD,), Vorm.DOCX)
    assert not (tmp_path / "uit").exists()


def test_a_set_without_questions_does_not_go_out_and_leaves_no_line(huis: Huis, chris: Wie) -> None:
    sleutel = brought(huis, UITSTEL)
    voor = audit_lines(huis)
    with pytest.raises(Ongeldig, match="heeft nog geen vragen"):
        maken.maak(huis, chris, sleutel, Papier.ANTWOORD)
    assert audit_lines(huis) == voor


@pytest.mark.parametrize(
    "nummer",
    [
        "KV-000001",
        "kv-000001",
        " 2026Z00101 ",
        "2026z00101",
        "ah-tk-20252026-1601",
        "ah-tk-20252026-1500",
        "Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 1601",
    ],
)
def test_a_set_is_found_by_each_of_its_numbers(huis: Huis, nummer: str) -> None:
    brought(huis, VRAGEN, UITSTEL, ANTWOORD)
    bring(huis, ANDERE_VRAGEN)
    assert nummers.zoek_sleutel(huis, nummer) == "KV-000001"


def test_what_goes_out_reads_back_as_the_set(huis: Huis, frank: Wie, tmp_path: Path) -> None:
    brought(huis, VRAGEN, UITSTEL, ANTWOORD)
    (pad,) = maken.naar_map(huis, frank, "2026Z00101", tmp_path / "nieuw" / "uit", (Papier.ANTWOORD,), Vorm.DOCX)
    assert pad == tmp_path / "nieuw" / "uit" / "antwoord-2026Z00101.docx"
    gelezen = lees(pad.read_bytes(), pad.name).vragenset
    uit_tekst = lees(ANTWOORD.encode(), "a.txt").vragenset
    assert (gelezen.vragen, gelezen.antwoorden, gelezen.noten) == (
        uit_tekst.vragen,
        uit_tekst.antwoorden,
        uit_tekst.noten,
    )
    assert audit_lines(huis)[-1] == ("exporteren", "KV-000001", "gelukt", "Frank")


def test_a_set_without_zaaknummer_is_named_by_its_key(huis: Huis, frank: Wie) -> None:
    sleutel = brought(huis, "\n".join(VRAGEN.splitlines()[1:]))
    assert maken.maak(huis, frank, sleutel, Papier.ANTWOORD).naam == "antwoord-KV-000001.docx"


def test_the_same_set_goes_out_in_equal_bytes(huis: Huis, frank: Wie) -> None:
    sleutel = brought(huis, VRAGEN, UITSTEL, ANTWOORD)
    eerste, tweede = (maken.maak(huis, frank, sleutel, Papier.ANTWOORD) for _ in range(2))
    assert eerste == tweede
    assert eerste.data.startswith(b"PK")
