"""Every spelling of a number that real documents use, and everything that only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.kalender import Vergaderjaar
from kamervragen.domain.nummers import Aanhangselnummer, Kamerstuk, Sleutel, Toezeggingsnummer, Zaaknummer

JAAR = Vergaderjaar(2024)
VERGADERJAREN = st.builds(Vergaderjaar, st.integers(1994, 2098))


@pytest.mark.parametrize(
    ("tekst", "jaar", "nummer"), [("2026Z08701", 2026, 8701), ("2024Z15295", 2024, 15295), ("1999Z00001", 1999, 1)]
)
def test_a_zaaknummer_is_read_and_printed_unchanged(tekst: str, jaar: int, nummer: int) -> None:
    assert Zaaknummer.parse(f" {tekst} ") == Zaaknummer(jaar, nummer)
    assert str(Zaaknummer(jaar, nummer)) == tekst


@pytest.mark.parametrize(
    "tekst",
    ["2026Z8701", "2026Z087012", "26Z08701", "2026D08701", "2026z08701", "3026Z08701", "5293107", "KVR27039", ""],
)
def test_what_is_no_zaaknummer_is_refused(tekst: str) -> None:
    with pytest.raises(Ongeldig, match="is geen zaaknummer"):
        Zaaknummer.parse(tekst)


@given(st.builds(Zaaknummer, st.integers(1994, 2099), st.integers(1, 99_999)))
def test_a_zaaknummer_survives_its_print(nummer: Zaaknummer) -> None:
    assert Zaaknummer.parse(str(nummer)) == nummer


def test_zaaknummers_sort_by_year_and_number() -> None:
    gesorteerd = sorted(Zaaknummer.parse(tekst) for tekst in ("2026Z00002", "2025Z90000", "2026Z00001"))
    assert [str(nummer) for nummer in gesorteerd] == ["2025Z90000", "2026Z00001", "2026Z00002"]


@pytest.mark.parametrize("tekst", ["KV-000001", "kv-000001", " KV-000001 "])
def test_a_sleutel_is_read_as_people_type_it(tekst: str) -> None:
    assert str(Sleutel.parse(tekst)) == "KV-000001"


@pytest.mark.parametrize("tekst", ["KV-1", "KV-0000001", "KV000001", "2026Z08701", ""])
def test_what_is_no_sleutel_is_refused(tekst: str) -> None:
    with pytest.raises(Ongeldig, match="is geen sleutel"):
        Sleutel.parse(tekst)


# domain.md 2.1 and 2.2: one spelling per line, as found in real pieces.
@pytest.mark.parametrize(
    ("tekst", "id"),
    [
        ("ah-tk-20232024-1955", "ah-tk-20232024-1955"),
        ("ah-tk-20072008-2031-h1", "ah-tk-20072008-2031-h1"),
        ("ah-ek-20082009-14-n1", "ah-ek-20082009-14-n1"),
        ("242501244", "ah-tk-20242025-1244"),
        ("Aanhangsel Handelingen, vergaderjaar 2025-2026, nr.  1966", "ah-tk-20252026-1966"),
        ("Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1121", "ah-tk-20232024-1121"),
        ("Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1121.", "ah-tk-20232024-1121"),
        ("Aanhangsel van de Handelingen, vergaderjaar 2023-2024, nr. 1121", "ah-tk-20232024-1121"),
        ("Aanhangsel van de Handelingen II, 2022/-23, nr. 1823", "ah-tk-20222023-1823"),
        ("Aanhangsel Handelingen II 2022/23, 1823, item 2, p. 2", "ah-tk-20222023-1823"),
        ("Aanhangsel Handelingen II 2017/18, nr. 1696", "ah-tk-20172018-1696"),
        ("Aanhangsel Handelingen II, vergaderjaar 2019–2020, nr. 3975", "ah-tk-20192020-3975"),
        ("Handelingen II 2023/24, Aanhangsel van de Handelingen, nr. 1283", "ah-tk-20232024-1283"),
        ("Aanhangsel Handelingen, vergaderjaar 2023–2024, 1028", "ah-tk-20232024-1028"),
        ("Aanhangsel Handelingen, vergaderjaar2023–2024, nr. 1283", "ah-tk-20232024-1283"),
        ("AanhangselHandelingen, vergaderjaar 2023–2024, nr. 1283", "ah-tk-20232024-1283"),
        ("Aanhangsel\N{NO-BREAK SPACE}Handelingen, vergaderjaar 2023–2024, nr.\n1283", "ah-tk-20232024-1283"),
        ("Aanhangsel Handelingen I, vergaderjaar 2008-2009, nr. 14", "ah-ek-20082009-14"),
        ("Handelingen I 2008/09, Aanhangsel van de Handelingen, nr. 14", "ah-ek-20082009-14"),
    ],
)
def test_every_spelling_of_an_aanhangselnummer_gives_its_id(tekst: str, id: str) -> None:
    assert str(Aanhangselnummer.parse(tekst)) == id


@pytest.mark.parametrize("tekst", ["AH 612", "AH612", "612", "Aanhangsel Handelingen, nr. 612"])
def test_a_bare_aanhangselnummer_takes_the_vergaderjaar_it_is_given(tekst: str) -> None:
    assert str(Aanhangselnummer.parse(tekst, JAAR)) == "ah-tk-20242025-612"
    with pytest.raises(Ongeldig, match="ontbreekt het vergaderjaar"):
        Aanhangselnummer.parse(tekst)


def test_a_vergaderjaar_in_the_text_wins_over_the_given_one() -> None:
    assert str(Aanhangselnummer.parse("Aanhangsel Handelingen II 2017/18, nr. 1696", JAAR)) == "ah-tk-20172018-1696"


@pytest.mark.parametrize(
    ("tekst", "bericht"),
    [
        ("Aanhangsel Handelingen, vergaderjaar 2022–203, nr. 844", "'2022–203' is geen vergaderjaar"),
        ("ah-tk-20232025-1955", "'20232025' is geen vergaderjaar"),
        ("242601244", "is geen vergaderjaar"),
        # A number of five digits would print an id that is itself refused.
        ("242512345", "is geen Aanhangselnummer"),
        ("Aanhangsels Handelingen, vergaderjaar 2023–2024, nr. 1767 en 1775", "is geen Aanhangselnummer"),
        ("ah-tk-20252026-12345", "is geen Aanhangselnummer"),
        ("ah-1271549", "is geen Aanhangselnummer"),
        ("kst-33552-124", "is geen Aanhangselnummer"),
        ("kv-tk-2024Z18893", "is geen Aanhangselnummer"),
        ("", "is geen Aanhangselnummer"),
    ],
)
def test_what_is_no_single_aanhangselnummer_is_refused_with_the_part_that_is_wrong(tekst: str, bericht: str) -> None:
    with pytest.raises(Ongeldig, match=bericht):
        Aanhangselnummer.parse(tekst)


@pytest.mark.parametrize(
    ("id", "citaat"),
    [
        ("ah-tk-20252026-1966", "Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 1966"),
        ("ah-ek-20082009-14", "Aanhangsel Handelingen I, vergaderjaar 2008-2009, nr. 14"),
        ("ah-tk-20072008-2031-h1", "Aanhangsel Handelingen, vergaderjaar 2007-2008, nr. 2031-h1"),
    ],
)
def test_an_aanhangselnummer_is_cited_as_the_kamer_does(id: str, citaat: str) -> None:
    assert Aanhangselnummer.parse(id).citaat == citaat


@given(st.builds(Aanhangselnummer, VERGADERJAREN, st.integers(1, 9999), st.sampled_from(("tk", "ek"))))
def test_an_aanhangselnummer_survives_its_id_and_its_citaat(nummer: Aanhangselnummer) -> None:
    assert Aanhangselnummer.parse(str(nummer)) == nummer
    assert Aanhangselnummer.parse(nummer.citaat) == nummer


def test_aanhangselnummers_sort_by_vergaderjaar_first() -> None:
    later, eerder = (Aanhangselnummer.parse(id) for id in ("ah-tk-20242025-576", "ah-tk-20232024-2116"))
    assert sorted([later, eerder]) == [eerder, later]


@pytest.mark.parametrize(
    ("id", "dossier", "toevoeging", "nummer", "uitgave", "citaat"),
    [
        ("kst-33552-124", "33552", "", "124", "", "Kamerstuk 33 552, nr. 124"),
        ("kst-36600-VII-1", "36600", "VII", "1", "", "Kamerstuk 36 600 VII, nr. 1"),
        ("kst-35570-XIV-46", "35570", "XIV", "46", "", "Kamerstuk 35 570 XIV, nr. 46"),
        ("kst-36600-IXB-3", "36600", "IXB", "3", "", "Kamerstuk 36 600 IXB, nr. 3"),
        ("kst-21501-20-512", "21501", "20", "512", "", "Kamerstuk 21 501-20, nr. 512"),
        ("kst-33268-F", "33268", "", "F", "", "Kamerstuk 33 268, F"),
        ("kst-33328-AI", "33328", "", "AI", "", "Kamerstuk 33 328, AI"),
        ("kst-36600-B-K", "36600", "B", "K", "", "Kamerstuk 36 600 B, K"),
        ("kst-34384-9-n1", "34384", "", "9", "n1", "Kamerstuk 34 384, nr. 9-n1"),
        ("kst-35130-R2114-5", "35130", "R2114", "5", "", "Kamerstuk 35 130 R2114, nr. 5"),
        ("kst-35130-(R2114)-5", "35130", "(R2114)", "5", "", "Kamerstuk 35 130 (R2114), nr. 5"),
    ],
)
def test_a_kamerstuk_is_read_from_its_id_and_cited(
    id: str, dossier: str, toevoeging: str, nummer: str, uitgave: str, citaat: str
) -> None:
    stuk = Kamerstuk(dossier, nummer, toevoeging, uitgave)
    assert Kamerstuk.parse(id) == stuk
    assert (str(stuk), stuk.citaat) == (id, citaat)


@pytest.mark.parametrize(
    "tekst", ["kst-1268678", "kst-33552", "kst-33552-", "33552-124", "kst-335520-124", "blg-1184123", "36600-B-K", ""]
)
def test_what_names_no_dossier_and_number_is_no_kamerstuk(tekst: str) -> None:
    with pytest.raises(Ongeldig, match="is geen Kamerstuknummer"):
        Kamerstuk.parse(tekst)


@given(
    st.integers(10_000, 99_999).map(str),
    st.integers(1, 99_999).map(str) | st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=2),
    st.sampled_from(("", "VI", "XIV", "02", "20", "A", "B", "IXB")),
)
def test_a_kamerstuk_survives_its_id(dossier: str, nummer: str, toevoeging: str) -> None:
    stuk = Kamerstuk(dossier, nummer, toevoeging)
    assert Kamerstuk.parse(str(stuk)) == stuk


@pytest.mark.parametrize(
    ("tekst", "nummer"),
    [
        ("TZ202306-026", Toezeggingsnummer(26, 2023, 6)),
        ("TZ202406-123", Toezeggingsnummer(123, 2024, 6)),
        ("TZ202612-001", Toezeggingsnummer(1, 2026, 12)),
        ("T03052", Toezeggingsnummer(3052)),
        ("T01222", Toezeggingsnummer(1222)),
    ],
)
def test_a_toezeggingsnummer_of_either_kamer_is_read_and_printed_unchanged(
    tekst: str, nummer: Toezeggingsnummer
) -> None:
    assert Toezeggingsnummer.parse(f" {tekst.lower()} ") == nummer
    assert str(nummer) == tekst


@pytest.mark.parametrize(
    "tekst", ["TZ202300-026", "TZ202313-026", "TZ202306-26", "TZ2023-026", "T3052", "T030521", "Z03052", ""]
)
def test_what_is_no_toezeggingsnummer_is_refused(tekst: str) -> None:
    with pytest.raises(Ongeldig, match="is geen toezeggingsnummer"):
        Toezeggingsnummer.parse(tekst)
