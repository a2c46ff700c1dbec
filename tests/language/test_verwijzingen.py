"""Every spelling of a citation that real pieces use, and what only resembles one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.domain.kalender import Vergaderjaar
from kamervragen.domain.nummers import Aanhangselnummer, Kamerstuk
from kamervragen.language.citations.verwijzingen import Verwijzing, Verwijzingsoort, citeer, verwijzingen


def gelezen(tekst: str) -> list[tuple[str, str | None, str | None]]:
    return [(verwijzing.soort.value, verwijzing.id, verwijzing.gemis) for verwijzing in verwijzingen(tekst)]


# domain.md 2.2, spelling by spelling; LL's example stands there without a number.
AANHANGSELS = [
    ("Aanhangsel Handelingen, vergaderjaar 2025-2026, nr.  1966", ["ah-tk-20252026-1966"]),
    ("Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1121", ["ah-tk-20232024-1121"]),
    ("Aanhangsel van de Handelingen, vergaderjaar 2023-2024, nr. 1121", ["ah-tk-20232024-1121"]),
    ("Aanhangsel van de Handelingen II, 2022/-23, nr. 1823", ["ah-tk-20222023-1823"]),
    ("Aanhangsel Handelingen II 2022/23, 1823, item 2, p. 2", ["ah-tk-20222023-1823"]),
    ("Aanhangsel Handelingen II 2017/18, nr. 1696", ["ah-tk-20172018-1696"]),
    ("Aanhangsel Handelingen II, vergaderjaar 2019–2020, nr. 3975", ["ah-tk-20192020-3975"]),
    ("Handelingen II 2023/24, Aanhangsel van de Handelingen, nr. 1283", ["ah-tk-20232024-1283"]),
    (
        "Aanhangsels Handelingen, vergaderjaar 2023–2024, nr. 1767 en 1775",
        ["ah-tk-20232024-1767", "ah-tk-20232024-1775"],
    ),
    (
        "Aanhangsel Handelingen, vergaderjaar 2023–2024, nrs. 1673, 1732, 1734, 1743 en 1744",
        [f"ah-tk-20232024-{nummer}" for nummer in (1673, 1732, 1734, 1743, 1744)],
    ),
    ("Aanhangsel Handelingen, vergaderjaar 2023–2024, 1028", ["ah-tk-20232024-1028"]),
    ("Aanhangsel Handelingen, vergaderjaar2023–2024, nr. 1283", ["ah-tk-20232024-1283"]),
    ("AanhangselHandelingen, vergaderjaar 2023–2024, nr. 1283", ["ah-tk-20232024-1283"]),
    ("Aanhangsel Handelingen I, vergaderjaar 2008-2009, nr. 14", ["ah-ek-20082009-14"]),
    ("ah-tk-20232024-1955", ["ah-tk-20232024-1955"]),
    ("ah-tk-20072008-2031-h1", ["ah-tk-20072008-2031-h1"]),
    ("ah-ek-20082009-14-n1", ["ah-ek-20082009-14-n1"]),
    ("ah-1271549", ["ah-1271549"]),  # the new kind of 2026: no structure
]
KAMERSTUKKEN = [
    ("Kamerstukken II, 2024-2025, 33552, nr. 124", ["kst-33552-124"]),
    ("Kamerstukken II 2021/22, 29 628, nr. 1099", ["kst-29628-1099"]),
    ("Kamerstukken II 2020/21,  35690, nr. 3", ["kst-35690-3"]),
    ("Kamerstukken, 2022-2023, 29628, nr. 1135", ["kst-29628-1135"]),
    ("Kamerstukken II, 2023/2024, 31 839, nr. 1024", ["kst-31839-1024"]),
    ("Kamerstukken II 2022/23, 36200 IV, nr. 85", ["kst-36200-IV-85"]),
    ("Kamerstuk 33047, nr. 25", ["kst-33047-25"]),
    ("Kamerstuk 28 286, nr. 1255", ["kst-28286-1255"]),
    ("Kamerstuk 28\N{NO-BREAK SPACE}286, nr. 1255", ["kst-28286-1255"]),
    ("Kamerstuk II 28286, nr. 1056", ["kst-28286-1056"]),
    ("Kamerstuk, 28 828, nr. 70", ["kst-28828-70"]),
    ("Kamerstuk 35925-VI-56", ["kst-35925-VI-56"]),
    ("36 410 XIV, nr. 9", ["kst-36410-XIV-9"]),
    ("35570-XIV-46", ["kst-35570-XIV-46"]),
    ("Kamerstuk 21 501-02, nr. 2733", ["kst-21501-02-2733"]),
    ("21501-32-1740", ["kst-21501-32-1740"]),
    ("Kamerstukken 25 295 en 24 587, nr. 763", ["kst-25295-763"]),  # one piece, named by its first dossier
    ("33 829, nrs. 3, 4, 9 en 14", ["kst-33829-3", "kst-33829-4", "kst-33829-9", "kst-33829-14"]),
    ("36 471-64", ["kst-36471-64"]),
    ("EK 36 600 B, A", ["kst-36600-B-A"]),
    ("33 328, AI", ["kst-33328-AI"]),
    ("Tweede Kamer 2012–2013, 29 984, nrs. 334 en 378", ["kst-29984-334", "kst-29984-378"]),
    ("kst-33552-124", ["kst-33552-124"]),
    ("kst-36600-VII-1", ["kst-36600-VII-1"]),
    ("kst-21501-20-512", ["kst-21501-20-512"]),
    ("kst-33268-F", ["kst-33268-F"]),
    ("kst-34384-9-n1", ["kst-34384-9-n1"]),
    ("kst-1268678", ["kst-1268678"]),  # never dossier 12686 nr. 78
]
OMGEVING = ["{}", "{}.", "Zie {}, waarin dit staat.", "(zie ook {})", "«{}»", "Eerder gemeld.\n{}\nDaarna niet meer."]


@pytest.mark.parametrize("omgeving", OMGEVING)
@pytest.mark.parametrize(("tekst", "ids"), AANHANGSELS)
def test_every_spelling_of_an_aanhangsel_gives_its_ids(tekst: str, ids: list[str], omgeving: str) -> None:
    assert gelezen(omgeving.format(tekst)) == [("aanhangsel", id, None) for id in ids]


@pytest.mark.parametrize("omgeving", OMGEVING)
@pytest.mark.parametrize(("tekst", "ids"), KAMERSTUKKEN)
def test_every_spelling_of_a_kamerstuk_gives_its_ids(tekst: str, ids: list[str], omgeving: str) -> None:
    assert gelezen(omgeving.format(tekst)) == [("kamerstuk", id, None) for id in ids]


@pytest.mark.parametrize(
    ("tekst", "soort", "gemis"),
    [
        ("Aanhangsel Handelingen, vergaderjaar 2022–203, nr. 844", "aanhangsel", "vergaderjaar"),  # a real misprint
        ("AH 612", "aanhangsel", "vergaderjaar"),
        ("Aanhangsel van de Handelingen 1433", "aanhangsel", "vergaderjaar"),
        ("Kamerstuk 33 552", "kamerstuk", "nummer"),
        ("Handelingen II, 2010/11, nr. 23, blz. 2–28", "handelingen", "item of vergaderjaar"),
    ],
)
def test_an_incomplete_citation_says_what_is_missing(tekst: str, soort: str, gemis: str) -> None:
    assert gelezen(tekst) == [(soort, None, gemis)]


@pytest.mark.parametrize(
    ("tekst", "soort", "id"),
    [
        ("Handelingen II 2014/15, nr. 86, item 9", "handelingen", "h-tk-20142015-86-9"),
        ("Kamerstuk 2024D27196", "document", "2024D27196"),
        ("2024D40329", "document", "2024D40329"),
        ("nds-tk-2022D15528", "document", "2022D15528"),
        ("2026Z08701", "zaak", "2026Z08701"),
        ("vraagnummer 2023Z17840", "zaak", "2023Z17840"),
        ("kv-tk-2024Z18893", "zaak", "2024Z18893"),
        ("TZ202306-026", "toezegging", "TZ202306-026"),
        ("T03052", "toezegging", "T03052"),
    ],
)
def test_other_numbers_of_the_kamer_are_read_as_what_they_are(tekst: str, soort: str, id: str) -> None:
    assert gelezen(f"Zie {tekst}.") == [(soort, id, None)]


@pytest.mark.parametrize(
    ("tekst", "nummers"),
    [
        ("zie het antwoord op vraag 6", ["6"]),
        ("zoals in het antwoord op vraag 7 is toegelicht", ["7"]),
        ("Zie antwoord vraag 9.", ["9"]),
        ("Zie de antwoorden op de vragen 4 en 5.", ["4", "5"]),
        ("Zie de antwoorden op vragen 1, 2 en 3.", ["1", "2", "3"]),
        ("Zie het antwoord op vragen 2 t/m 5.", ["2", "3", "4", "5"]),
        ("Zie het antwoord op de vragen 2 tot en met 4 en 8.", ["2", "3", "4", "8"]),
        ("Zie mijn antwoord op vraag 1a.", ["1a"]),
    ],
)
def test_an_answer_of_the_same_set_is_cited_by_its_number(tekst: str, nummers: list[str]) -> None:
    assert gelezen(tekst) == [("antwoord", f"antwoord-{nummer}", None) for nummer in nummers]


@pytest.mark.parametrize(
    "tekst",
    [
        "Dit staat in het antwoord op vraag 3 van het lid Jansen.",
        "Zie het antwoord op vraag 3 van eerdere vragen hierover.",
        "In antwoord op uw vragen deel ik u mede dat dit klopt.",
        "Er kwamen 25 000 meldingen binnen, tussen 30 000 en 40 000 te weinig.",
        "Dat kost € 33 500, nummers zijn er niet bij.",
        "Postbus 20301 2500 EH  Den Haag",
        "Het staat in artikel 2:20 van het Burgerlijk Wetboek en in de begroting van 2023-2024.",
        "Bel 070-370 79 11.",
        "De vergadering van 2024 telde 150 leden, waarvan 76 stemden.",
        "De AH-lijst en het TZ-register zijn openbaar.",
    ],
)
def test_what_only_resembles_a_citation_is_left_alone(tekst: str) -> None:
    assert verwijzingen(tekst) == ()


def test_several_citations_stand_in_the_order_of_the_text() -> None:
    tekst = (
        "Zie het antwoord op vraag 2, Kamerstuk 33 552, nr. 124 en Kamerstuk 36 600 VI, nr. 12, "
        "Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 1966 (2026Z08701) en TZ202606-012."
    )
    assert [id for _, id, _ in gelezen(tekst)] == [
        "antwoord-2",
        "kst-33552-124",
        "kst-36600-VI-12",
        "ah-tk-20252026-1966",
        "2026Z08701",
        "TZ202606-012",
    ]


def test_each_number_of_a_citation_has_its_own_place() -> None:
    eerste, tweede = verwijzingen("Zie 33 829, nrs. 3 en 14.")
    assert eerste == Verwijzing(Verwijzingsoort.KAMERSTUK, "kst-33829-3", "33 829, nrs. 3", 4, 18)
    assert tweede == Verwijzing(Verwijzingsoort.KAMERSTUK, "kst-33829-14", "14", 22, 24)


@given(st.lists(st.sampled_from([tekst for tekst, _ in AANHANGSELS + KAMERSTUKKEN]), max_size=4), st.text(max_size=9))
def test_the_text_of_a_citation_is_what_stands_at_its_place(citaten: list[str], tussen: str) -> None:
    tekst = f"{tussen}\n".join(citaten)
    assert all(tekst[gevonden.begin : gevonden.einde] == gevonden.tekst for gevonden in verwijzingen(tekst))


@given(st.integers(1994, 2098), st.integers(1, 9999), st.sampled_from(("tk", "ek")), st.sampled_from(OMGEVING))
def test_an_aanhangselnummer_that_is_printed_is_found_again(begin: int, nummer: int, kamer: str, omgeving: str) -> None:
    aanhangsel = Aanhangselnummer(Vergaderjaar(begin), nummer, kamer)
    assert gelezen(omgeving.format(aanhangsel.citaat)) == [("aanhangsel", str(aanhangsel), None)]
    assert gelezen(omgeving.format(aanhangsel)) == [("aanhangsel", str(aanhangsel), None)]


@given(
    st.integers(20_000, 39_999).map(str),
    st.integers(1, 99_999).map(str) | st.sampled_from(("A", "F", "K", "AI", "BC")),
    st.sampled_from(("", "VI", "XIV", "IXB", "02", "20", "A", "B")),
    st.sampled_from(OMGEVING),
)
def test_a_kamerstuk_that_is_printed_is_found_again(dossier: str, nummer: str, toevoeging: str, omgeving: str) -> None:
    stuk = Kamerstuk(dossier, nummer, toevoeging)
    assert gelezen(omgeving.format(stuk.citaat)) == [("kamerstuk", str(stuk), None)]
    assert gelezen(omgeving.format(stuk)) == [("kamerstuk", str(stuk), None)]


@pytest.mark.parametrize("id", ["kst-35130-(R2114)-5", "kst-35130-R2114-5"])
def test_a_kamerstuk_of_the_kingdom_that_is_printed_is_found_again(id: str) -> None:
    assert gelezen(Kamerstuk.parse(id).citaat) == [("kamerstuk", id, None)]


@pytest.mark.parametrize("id", ["ah-tk-20072008-2031-h1", "ah-ek-20082009-14-n1"])
def test_a_reprint_is_printed_and_found_again(id: str) -> None:
    assert gelezen(Aanhangselnummer.parse(id).citaat) == [("aanhangsel", id, None)]


_IDS = sorted(
    {
        *(id for _, ids in (*AANHANGSELS, *KAMERSTUKKEN) for id in ids),
        "h-tk-20142015-86-9",
        "h-ek-20232024-5-1",
        "2022D15528",
        "2026Z08701",
        "TZ202306-026",
        "T03052",
        "antwoord-6",
        "ah-tk-20072008-2031-h1",
        "kst-34384-9-n1",
    }
)


@pytest.mark.parametrize("id", _IDS)
def test_an_id_is_printed_in_one_house_style_and_read_back(id: str) -> None:
    assert [gevonden for _, gevonden, _ in gelezen(f"Zie het {citeer(id)}.")] == [id]


@pytest.mark.parametrize(
    ("id", "gedrukt"),
    [
        ("kst-33552-124", "Kamerstuk 33 552, nr. 124"),
        ("kst-21501-02-2733", "Kamerstuk 21 501-02, nr. 2733"),
        ("kst-36600-B-A", "Kamerstuk 36 600 B, A"),
        ("kst-33328-AI", "Kamerstuk 33 328, AI"),
        ("ah-tk-20252026-1966", "Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 1966"),
        ("h-tk-20142015-86-9", "Handelingen II 2014/15, nr. 86, item 9"),
        ("kst-1268678", "kst-1268678"),
        ("TZ202306-026", "TZ202306-026"),
        ("antwoord-6", "antwoord op vraag 6"),
    ],
)
def test_the_house_style(id: str, gedrukt: str) -> None:
    assert citeer(id) == gedrukt


@pytest.mark.parametrize(
    ("tekst", "ids"),
    [
        ("Antwoord op vraag 3\nJa.", []),
        ("Zie antwoord 3.", ["antwoord-3"]),
        ("Ik verwijs naar vraag 4.", ["antwoord-4"]),
        ("Zoals onder vraag 1 is aangegeven, klopt dit.", ["antwoord-1"]),
        ("Zoals reeds bij vraag 2 en 3 is gemeld.", ["antwoord-2", "antwoord-3"]),
        ("De in vraag 3 genoemde cijfers.", []),
        ("zie de beantwoording van vraag 5", ["antwoord-5"]),
    ],
)
def test_the_ways_to_point_to_an_answer(tekst: str, ids: list[str]) -> None:
    assert [id for _, id, _ in gelezen(tekst)] == ids


@pytest.mark.parametrize("leeg", ["…", "...", "XX", "___"])
def test_a_number_left_open_is_told(leeg: str) -> None:
    assert gelezen(f"Handelingen II 2023/24, Aanhangsel van de Handelingen, nr. {leeg}") == [
        ("aanhangsel", None, "nummer")
    ]
