"""What should not leave in an answer: personal data by their check digits, and leftovers."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kamervragen.language.lekken import elfproef, lekken


@pytest.mark.parametrize(
    ("tekst", "soort", "gevonden"),
    [
        ("Zijn nummer is 123456782.", "bsn", "123456782"),
        ("BSN 111.222.333 staat erin", "bsn", "111.222.333"),
        ("Rekening NL91 ABNA 0417 1643 00 graag", "iban", "NL91 ABNA 0417 1643 00"),
        ("naar NL91ABNA0417164300.", "iban", "NL91ABNA0417164300"),
        ("Mail jan.jansen@ziggo.nl voor meer.", "mail", "jan.jansen@ziggo.nl"),
        ("Bel 06-12345678 of schrijf", "telefoon", "06-12345678"),
        ("Bel +31 6 12345678", "telefoon", "+31 6 12345678"),
        ("Bel 070 370 79 11", "telefoon", "070 370 79 11"),
        ("VERTROUWELIJK", "restant", "VERTROUWELIJK"),
        ("Dit kost PM.", "restant", "PM"),
        ("Dit zijn XX gevallen", "restant", "XX"),
        ("Op [datum] is besloten", "restant", "[datum]"),
        ("Klopt dit???", "restant", "???"),
        ("TBD: cijfers", "restant", "TBD"),
    ],
)
def test_each_kind_is_found_with_its_place(tekst: str, soort: str, gevonden: str) -> None:
    (vondst,) = lekken(tekst)
    assert (vondst.soort.value, vondst.tekst) == (soort, gevonden)
    assert tekst[vondst.begin : vondst.einde] == gevonden


@pytest.mark.parametrize(
    "tekst",
    [
        "Het getal 123456789 doorstaat de elfproef niet.",
        "In totaal 1.234.567.890 euro",
        "NL92ABNA0417164300 klopt niet",
        "Schrijf naar info@politie.nl of postbus@minjenv.nl.",
        "Bel 0900-8844 of 0800-2000 of 112 of 14 010",
        "Kamerstuk 33552, nr. 124, en 2026Z08701, ah-tk-20252026-1966",
        "artikel 2:20 van het BW en 36 410 XIV, nr. 9",
        "Op 10 juli 2025 om 12.30 uur; 15 000 000 inwoners",
        "De XXe eeuw en de XXL-zaak",
        "minister-president (PM) van het Verenigd Koninkrijk",
    ],
)
def test_what_only_looks_like_it_is_left_alone(tekst: str) -> None:
    assert lekken(tekst) == ()


def test_the_elfproef_agrees_with_a_second_computation() -> None:
    def los(nummer: str) -> bool:
        gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        return sum(g * int(c) for g, c in zip(gewichten, nummer, strict=True)) % 11 == 0 and nummer != "000000000"

    for begin in range(100_000_000, 100_000_500):
        assert elfproef(str(begin)) is los(str(begin))
    assert not elfproef("000000000")
    assert not elfproef("12345678")


@pytest.mark.corpus
def test_ten_thousand_printed_answers_give_one_hint(corpus: Path) -> None:
    with gzip.open(corpus / "units_nl.jsonl.gz", "rt") as regels:
        gevonden = [v.tekst for regel in regels for v in lekken(json.loads(regel)["answer"])]
    assert gevonden == ["kabul@minbuza.nl"]
