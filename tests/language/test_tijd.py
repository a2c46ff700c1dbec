"""The windows of domain.md 7.1, date by date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.domain.afleiding import stap
from kamervragen.domain.kalender import Reces
from kamervragen.language.promises.tijd import MAANDEN, Tijdsaanduiding, Zekerheid, tijdsaanduidingen

OP = date(2026, 6, 8)  # the day the seed's answer was received
NOVEMBER = date(2026, 11, 23)
TELWOORDEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def enige(tekst: str, op: date = OP) -> Tijdsaanduiding:
    (aanduiding,) = tijdsaanduidingen(f"Dit is {tekst} gereed.", op)
    return aanduiding


def venster(tekst: str, op: date = OP) -> tuple[date, date | None]:
    aanduiding = enige(tekst, op)
    return aanduiding.begin, aanduiding.einde


# The day before the summer recess: 3 July 2026, 5 July 2024, 4 July 2025; 2027 by pattern, 2 July.
@pytest.mark.parametrize(
    ("tekst", "op", "einde"),
    [
        ("voor de zomer", OP, date(2026, 7, 2)),
        ("vóór de zomer", OP, date(2026, 7, 2)),
        ("nog voor de zomer", OP, date(2026, 7, 2)),
        ("voor het zomerreces", OP, date(2026, 7, 2)),
        ("voor de zomer van 2026", OP, date(2026, 7, 2)),
        ("voor de zomer", date(2026, 7, 2), date(2026, 7, 2)),
        ("voor de zomer", date(2026, 7, 3), date(2027, 7, 1)),
        ("voor de zomer", date(2024, 3, 4), date(2024, 7, 4)),
        ("voor de zomer", date(2025, 3, 4), date(2025, 7, 3)),
        ("voor de zomer van 2027", OP, date(2027, 7, 1)),
        ("voor de zomer", NOVEMBER, date(2027, 7, 1)),
        ("uiterlijk voor het einde van het zomerreces", OP, date(2026, 8, 31)),  # the Kamer returns on 1 September
        ("uiterlijk voor het einde van het zomerreces", date(2024, 6, 3), date(2024, 9, 2)),
        ("voor het einde van het zomerreces", date(2025, 9, 10), date(2026, 8, 31)),  # that of 2025 is over
        ("voor de kerst", OP, date(2026, 12, 24)),
        ("voor de kerst", date(2026, 12, 28), date(2027, 12, 24)),
        ("voor het kerstreces", date(2025, 11, 3), date(2025, 12, 18)),
        ("voor het kerstreces", date(2023, 11, 6), date(2023, 12, 21)),
        ("voor het kerstreces", OP, date(2026, 12, 17)),  # by pattern: the third Friday of December
        ("uiterlijk 1 oktober 2026", OP, date(2026, 10, 1)),
        ("uiterlijk op 1 oktober", OP, date(2026, 10, 1)),
        ("voor 1 oktober 2026", OP, date(2026, 9, 30)),
        ("vóór 1 oktober", OP, date(2026, 9, 30)),
        ("uiterlijk voor 1 oktober", OP, date(2026, 9, 30)),
        ("voor 1 maart", NOVEMBER, date(2027, 2, 28)),
        ("uiterlijk 29 februari", date(2027, 11, 23), date(2028, 2, 29)),
        ("per 1 januari", OP, date(2027, 1, 1)),
        ("per 1 januari 2028", OP, date(2028, 1, 1)),
        ("uiterlijk eind september", OP, date(2026, 9, 30)),
        ("uiterlijk in september", OP, date(2026, 9, 30)),
        ("voor september", OP, date(2026, 8, 31)),
        ("uiterlijk voor september", OP, date(2026, 8, 31)),
        ("voor eind september", OP, date(2026, 9, 30)),
        ("voor het einde van het jaar", OP, date(2026, 12, 31)),
        ("voor eind 2026", OP, date(2026, 12, 31)),
        ("uiterlijk eind 2027", OP, date(2027, 12, 31)),
        ("uiterlijk Q3", OP, date(2026, 9, 30)),
        ("voor het vierde kwartaal", OP, date(2026, 9, 30)),
        ("binnen drie weken", OP, date(2026, 6, 29)),
        ("binnen 10 dagen", OP, date(2026, 6, 18)),
        ("over twee maanden", OP, date(2026, 8, 8)),
        ("binnen drie maanden", date(2026, 11, 30), date(2027, 2, 28)),
        ("binnen een jaar", date(2024, 2, 29), date(2025, 2, 28)),
    ],
)
def test_a_last_day_opens_a_window_from_the_document_on(tekst: str, op: date, einde: date) -> None:
    assert venster(tekst, op) == (op, einde)


@pytest.mark.parametrize(
    ("tekst", "op", "begin", "einde"),
    [
        ("na de zomer", OP, date(2026, 9, 1), date(2026, 10, 31)),
        ("na het zomerreces", OP, date(2026, 9, 1), date(2026, 10, 31)),
        ("kort na het reces", OP, date(2026, 9, 1), date(2026, 10, 31)),
        ("na de zomer", date(2026, 11, 1), date(2027, 9, 1), date(2027, 10, 31)),
        ("in de zomer", date(2026, 3, 2), date(2026, 6, 1), date(2026, 8, 31)),
        ("deze zomer", OP, OP, date(2026, 8, 31)),
        ("rond de zomer", date(2026, 3, 2), date(2026, 6, 1), date(2026, 9, 30)),
        ("in het najaar", OP, date(2026, 9, 1), date(2026, 11, 30)),
        ("dit najaar", OP, date(2026, 9, 1), date(2026, 11, 30)),
        ("in het najaar van 2027", OP, date(2027, 9, 1), date(2027, 11, 30)),
        ("in het najaar van volgend jaar", OP, date(2027, 9, 1), date(2027, 11, 30)),
        ("in het voorjaar", date(2026, 1, 12), date(2026, 3, 1), date(2026, 5, 31)),
        ("dit voorjaar", date(2026, 5, 31), date(2026, 5, 31), date(2026, 5, 31)),
        ("dit voorjaar", date(2026, 6, 1), date(2027, 3, 1), date(2027, 5, 31)),
        ("komend voorjaar", OP, date(2027, 3, 1), date(2027, 5, 31)),
        ("komend voorjaar", date(2026, 1, 12), date(2026, 3, 1), date(2026, 5, 31)),
        ("in de winter", OP, date(2026, 12, 1), date(2027, 2, 28)),
        ("in de winter", date(2024, 1, 8), date(2024, 1, 8), date(2024, 2, 29)),
        ("begin 2027", OP, date(2027, 1, 1), date(2027, 3, 31)),
        ("begin volgend jaar", OP, date(2027, 1, 1), date(2027, 3, 31)),
        ("eind 2026", OP, date(2026, 11, 15), date(2026, 12, 31)),
        ("eind dit jaar", OP, date(2026, 11, 15), date(2026, 12, 31)),
        ("aan het einde van het jaar", NOVEMBER, NOVEMBER, date(2026, 12, 31)),
        ("in de loop van 2027", OP, date(2027, 1, 1), date(2027, 12, 31)),
        ("in de loop van dit jaar", OP, OP, date(2026, 12, 31)),
        ("nog dit jaar", OP, OP, date(2026, 12, 31)),
        ("volgend jaar", OP, date(2027, 1, 1), date(2027, 12, 31)),
        ("begin juli", OP, date(2026, 7, 1), date(2026, 7, 10)),
        ("medio juli", OP, date(2026, 7, 10), date(2026, 7, 20)),
        ("eind juli", OP, date(2026, 7, 21), date(2026, 7, 31)),
        ("eind februari 2028", OP, date(2028, 2, 21), date(2028, 2, 29)),
        ("begin januari", NOVEMBER, date(2027, 1, 1), date(2027, 1, 10)),
        ("in september", OP, date(2026, 9, 1), date(2026, 9, 30)),
        ("in september en oktober", OP, date(2026, 9, 1), date(2026, 10, 31)),
        ("in juni", OP, OP, date(2026, 6, 30)),
        ("in Q3", OP, date(2026, 7, 1), date(2026, 9, 30)),
        ("in het derde kwartaal", OP, date(2026, 7, 1), date(2026, 9, 30)),
        ("in het eerste kwartaal van 2027", OP, date(2027, 1, 1), date(2027, 3, 31)),
        ("in het tweede kwartaal", OP, OP, date(2026, 6, 30)),
        ("in Q1", NOVEMBER, date(2027, 1, 1), date(2027, 3, 31)),
        ("eind Q3", OP, date(2026, 9, 1), date(2026, 9, 30)),
        ("in de eerste helft van 2027", OP, date(2027, 1, 1), date(2027, 6, 30)),
        ("in de eerste helft van dit jaar", OP, OP, date(2026, 6, 30)),
        ("in de tweede helft van 2026", OP, date(2026, 7, 1), date(2026, 12, 31)),
        ("bij de voorjaarsnota", date(2026, 2, 2), date(2026, 3, 1), date(2026, 6, 1)),
        ("in de voorjaarsnota van 2027", OP, date(2027, 3, 1), date(2027, 6, 1)),
        ("volgende week", OP, date(2026, 6, 15), date(2026, 6, 21)),
        ("tussen 2027 en 2029", OP, date(2027, 1, 1), date(2029, 12, 31)),
    ],
)
def test_a_period_is_cut_off_at_the_document(tekst: str, op: date, begin: date, einde: date) -> None:
    assert venster(tekst, op) == (begin, einde)


@pytest.mark.parametrize(
    ("tekst", "op", "dag"),
    [
        ("op 26 september", OP, date(2026, 9, 26)),
        ("op maandag 28 september 2026", OP, date(2026, 9, 28)),
        ("op 10 januari", NOVEMBER, date(2027, 1, 10)),
        ("op 29 februari 2028", OP, date(2028, 2, 29)),
        ("op 1 juni jl.", OP, date(2026, 6, 1)),
        ("op 6 november jl.", date(2026, 1, 12), date(2025, 11, 6)),
    ],
)
def test_a_named_day_is_that_day(tekst: str, op: date, dag: date) -> None:
    aanduiding = enige(tekst, op)
    assert (aanduiding.begin, aanduiding.einde, aanduiding.zekerheid) == (dag, dag, Zekerheid.DATUM)


@pytest.mark.parametrize(
    "tekst",
    [
        "binnenkort",
        "spoedig",
        "zo spoedig mogelijk",
        "zo snel mogelijk",
        "op korte termijn",
        "op zeer korte termijn",
        "de komende periode",
        "in de komende maanden",
        "te zijner tijd",
    ],
)
def test_a_vague_phrase_has_no_end(tekst: str) -> None:
    aanduiding = enige(tekst)
    assert (aanduiding.begin, aanduiding.einde, aanduiding.zekerheid) == (OP, None, Zekerheid.VAAG)


@pytest.mark.parametrize(
    ("zin", "gebeurtenis"),
    [
        ("Ik meld dit zodra het onderzoek is afgerond.", "zodra het onderzoek is afgerond"),
        ("Na afronding van de proef, zo is het plan, volgt meer.", "Na afronding van de proef"),
        ("Dat kan nadat de Raad van State heeft geadviseerd.", "nadat de Raad van State heeft geadviseerd"),
    ],
)
def test_an_event_is_kept_in_its_own_words_and_has_no_end(zin: str, gebeurtenis: str) -> None:
    (aanduiding,) = tijdsaanduidingen(zin, OP)
    assert (aanduiding.tekst, aanduiding.einde) == (gebeurtenis, None)
    assert aanduiding.zekerheid is Zekerheid.GEBEURTENIS
    assert aanduiding.afleiding.stappen == (stap("gebeurtenis", woorden=gebeurtenis),)


@pytest.mark.parametrize(
    ("tekst", "zekerheid"),
    [
        ("uiterlijk 1 oktober 2026", Zekerheid.DATUM),
        ("per 1 januari", Zekerheid.DATUM),
        ("voor 1 oktober", Zekerheid.DATUM),
        ("voor de zomer", Zekerheid.PERIODE),
        ("in september", Zekerheid.PERIODE),
        ("binnen drie weken", Zekerheid.PERIODE),
    ],
)
def test_only_a_named_day_is_certain(tekst: str, zekerheid: Zekerheid) -> None:
    assert enige(tekst).zekerheid is zekerheid


@pytest.mark.parametrize(
    ("aantal", "woord"),
    list(enumerate(TELWOORDEN, start=1)),
)
def test_a_number_of_weeks_is_read_in_words_and_in_digits(aantal: int, woord: str) -> None:
    verwacht = (OP, OP + timedelta(weeks=aantal))
    assert venster(f"binnen {aantal} weken") == venster(f"binnen {woord} weken") == verwacht


@pytest.mark.parametrize(("nummer", "maand"), list(enumerate(MAANDEN, start=1)))
def test_every_month_is_known(nummer: int, maand: str) -> None:
    volgende = date(2027 + nummer // 12, nummer % 12 + 1, 1)
    assert venster(f"in {maand} 2027") == (date(2027, nummer, 1), volgende - timedelta(days=1))


@pytest.mark.parametrize(
    ("tekst", "stappen"),
    [
        (
            "voor de zomer",
            (
                stap("vanaf_het_document", datum=OP),
                stap("dag_voor_reces", reces="zomerreces", begin=date(2026, 7, 3), einde=date(2026, 7, 2)),
            ),
        ),
        (
            "voor de zomer van 2027",
            (
                stap("vanaf_het_document", datum=OP),
                stap("dag_voor_reces_geschat", reces="zomerreces", begin=date(2027, 7, 2), einde=date(2027, 7, 1)),
            ),
        ),
        ("in juni", (stap("maand", deel="in", maand="juni", jaar=2026), stap("niet_voor_het_document", datum=OP))),
        ("in Q3", (stap("kwartaal", kwartaal=3, jaar=2026),)),
        ("op 26 september", (stap("op_dag", datum=date(2026, 9, 26)),)),
        ("binnenkort", (stap("vaag", woorden="binnenkort"),)),
    ],
)
def test_a_window_tells_how_it_came_about(tekst: str, stappen: tuple[object, ...]) -> None:
    assert enige(tekst).afleiding.stappen == stappen


def test_a_recess_that_is_not_in_the_table_ends_by_pattern_on_the_first_monday_of_september() -> None:
    (tijd,) = tijdsaanduidingen("Dit volgt voor het einde van het zomerreces van 2027.", OP)
    assert tijd.einde == date(2027, 9, 6)
    assert tijd.einde.weekday() == 0


@pytest.mark.parametrize("tekst", ["31 februari 2026", "Er zijn 1 maatregelen.", "het jaarverslag", "de zomertijd"])
def test_what_is_no_time_phrase_is_left_alone(tekst: str) -> None:
    assert tijdsaanduidingen(tekst, OP) == ()


def test_the_longest_reading_wins_and_phrases_stand_in_order() -> None:
    zin = "Op 26 september is er overleg en in het eerste kwartaal van 2027 volgt zo spoedig mogelijk een brief."
    gevonden = tijdsaanduidingen(zin, OP)
    assert [aanduiding.tekst for aanduiding in gevonden] == [
        "Op 26 september",
        "in het eerste kwartaal van 2027",
        "zo spoedig mogelijk",
    ]
    assert all(zin[slice(*aanduiding.plaats)] == aanduiding.tekst for aanduiding in gevonden)


KOMEND = [
    "voor de zomer",
    "voor de kerst",
    "voor het kerstreces",
    "na de zomer",
    "rond de zomer",
    "in het najaar",
    "komend voorjaar",
    "in de winter",
    "eind dit jaar",
    "in de loop van dit jaar",
    "in september",
    "eind juli",
    "in het derde kwartaal",
    "bij de voorjaarsnota",
    "volgende week",
    "binnen drie weken",
    "binnenkort",
    "zodra dit kan",
]


@given(st.sampled_from(KOMEND), st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_a_coming_window_begins_at_the_document_or_later_and_ends_within_two_years(tekst: str, op: date) -> None:
    begin, einde = venster(tekst, op)
    assert begin >= op
    assert einde is None or begin <= einde <= op + timedelta(days=730)


# Kin of the conventions: each window worked out by hand from the words.
@pytest.mark.parametrize(
    ("tekst", "op", "begin", "einde"),
    [
        ("na het kerstreces", OP, date(2027, 1, 12), date(2027, 3, 11)),  # by pattern 18 December - 11 January
        ("het najaar van 2026", OP, date(2026, 9, 1), date(2026, 11, 30)),
        ("in het eerste halfjaar van 2027", OP, date(2027, 1, 1), date(2027, 6, 30)),
        ("eind deze maand", OP, date(2026, 6, 21), date(2026, 6, 30)),
        ("volgende maand", OP, date(2026, 7, 1), date(2026, 7, 31)),
        ("volgende maand", date(2026, 12, 7), date(2027, 1, 1), date(2027, 1, 31)),
        ("deze week", date(2026, 6, 10), date(2026, 6, 10), date(2026, 6, 14)),
        ("dit kwartaal", OP, OP, date(2026, 6, 30)),
        ("in het komende kwartaal", NOVEMBER, date(2027, 1, 1), date(2027, 3, 31)),
        ("in week 30", OP, date(2026, 7, 20), date(2026, 7, 26)),
        ("in de week van 15 juni", OP, date(2026, 6, 15), date(2026, 6, 21)),
        ("in de tweede week van juli", OP, date(2026, 7, 8), date(2026, 7, 14)),
        ("in de tweede helft van juli", OP, date(2026, 7, 16), date(2026, 7, 31)),
        ("met Prinsjesdag", OP, date(2026, 9, 15), date(2026, 9, 15)),
        ("bij de begroting 2028", OP, date(2027, 9, 21), date(2027, 9, 21)),
        ("in de eerste maanden van 2027", OP, date(2027, 1, 1), date(2027, 3, 31)),
        ("begin najaar", OP, date(2026, 9, 1), date(2026, 9, 30)),
        ("eind juni of begin juli", OP, date(2026, 6, 21), date(2026, 7, 10)),
        ("Q3/Q4", OP, date(2026, 7, 1), date(2026, 12, 31)),
        ("eind 2026/begin 2027", OP, date(2026, 11, 15), date(2027, 3, 31)),
        ("afgelopen zomer", OP, date(2025, 6, 1), date(2025, 8, 31)),
        ("in mei jl.", OP, date(2026, 5, 1), date(2026, 5, 31)),
        ("in het zomerreces", OP, date(2026, 7, 3), date(2026, 8, 31)),
        ("komende vrijdag", OP, date(2026, 6, 12), date(2026, 6, 12)),
        ("op 1-7-2026", OP, date(2026, 7, 1), date(2026, 7, 1)),
        ("uiterlijk 31-12-2026", OP, OP, date(2026, 12, 31)),
        ("ultimo 2026", OP, OP, date(2026, 12, 31)),
        ("uiterlijk dit najaar", OP, OP, date(2026, 11, 30)),
        ("voor Prinsjesdag", OP, OP, date(2026, 9, 14)),
        ("voor het debat van 11 november", OP, OP, date(2026, 11, 10)),
        ("binnen een half jaar", OP, OP, date(2026, 12, 8)),
        ("binnen anderhalf jaar", OP, OP, date(2027, 12, 8)),
        ("binnen zes tot acht weken", OP, OP, date(2026, 8, 3)),
        ("in de komende drie maanden", OP, OP, date(2026, 9, 8)),
        ("voor het meireces", NOVEMBER, NOVEMBER, date(2027, 4, 29)),  # by pattern from 30 April
    ],
)
def test_kin_of_the_conventions_are_read_too(tekst: str, op: date, begin: date, einde: date) -> None:
    assert venster(tekst, op) == (begin, einde)


@pytest.mark.parametrize(
    "tekst",
    [
        "binnen enkele weken",
        "binnen afzienbare tijd",
        "op een later moment",
        "deze kabinetsperiode",
        "na 1 januari 2027",
    ],
)
def test_what_names_no_end_has_none(tekst: str) -> None:
    assert (enige(tekst).einde, enige(tekst).zekerheid) == (None, Zekerheid.VAAG)


@pytest.mark.parametrize(
    "tekst", ["De begroting voor 2027 is klaar.", "In 2027-2028 zit de Kamer.", "Het voorjaar is mooi."]
)
def test_a_year_or_season_that_is_no_moment_is_left_alone(tekst: str) -> None:
    assert tijdsaanduidingen(tekst, OP) == ()


def test_the_recesses_are_those_one_gives() -> None:
    eigen = (Reces("zomerreces", date(2026, 6, 26), date(2026, 8, 24), "eigen tabel"),)
    (aanduiding,) = tijdsaanduidingen("Ik doe dit voor de zomer.", OP, eigen)
    assert aanduiding.einde == date(2026, 6, 25)
