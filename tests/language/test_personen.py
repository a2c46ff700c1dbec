"""Members and ministers, in the words of real headings."""

from __future__ import annotations

import pytest

from kamervragen.domain.vragenset import Bewindspersoon, Lid
from kamervragen.language.personen import PORTEFEUILLES, bewindspersonen, leden

MINISTER, STAATSSECRETARIS = "minister", "staatssecretaris"
JENV = "Justitie en Veiligheid"


@pytest.mark.parametrize(
    ("tekst", "personen"),
    [
        (
            "minister Van Weel (Justitie en Veiligheid), mede namens de staatssecretaris van Justitie en Veiligheid",
            [(MINISTER, "Van Weel", JENV), (STAATSSECRETARIS, None, JENV)],
        ),
        (
            "Minister Van der Wal-Zeggelink (Natuur en Stikstof)",
            [(MINISTER, "Van der Wal-Zeggelink", "Natuur en Stikstof")],
        ),
        (
            "minister Keijzer (Volkshuisvesting en Ruimtelijke Ordening) (ontvangen 19 november 2024)",
            [(MINISTER, "Keijzer", "Volkshuisvesting en Ruimtelijke Ordening")],
        ),
        (
            "Minister Van Weel (Justitie en Veiligheid) en antwoord van Staatssecretaris Coenradie (Justitie en Veiligheid)",
            [(MINISTER, "Van Weel", JENV), (STAATSSECRETARIS, "Coenradie", JENV)],
        ),
        (
            "Staatssecretaris Van Marum (Herstel en Toeslagen) en van Minister Hermans (Klimaat en Groene Groei)",
            [
                (STAATSSECRETARIS, "Van Marum", "Herstel en Toeslagen"),
                (MINISTER, "Hermans", "Klimaat en Groene Groei"),
            ],
        ),
        (  # ah-tk-20242025-614 lost a bracket
            "minister Agema (Volksgezondheid, Welzijn en Sport (ontvangen 20 november 2024)",
            [(MINISTER, "Agema", "Volksgezondheid, Welzijn en Sport")],
        ),
        ("de Minister voor Natuur en Stikstof", [(MINISTER, None, "Natuur en Stikstof")]),
        (
            "de Ministers van Financiën en voor Rechtsbescherming en de Staatssecretaris van Defensie",
            [
                (MINISTER, None, "Financiën"),
                (MINISTER, None, "Rechtsbescherming"),
                (STAATSSECRETARIS, None, "Defensie"),
            ],
        ),
        (
            "de Ministers van Sociale Zaken en Werkgelegenheid, van Volksgezondheid, Welzijn en Sport en voor "
            "Langdurige Zorg en Sport",
            [
                (MINISTER, None, "Sociale Zaken en Werkgelegenheid"),
                (MINISTER, None, "Volksgezondheid, Welzijn en Sport"),
                (MINISTER, None, "Langdurige Zorg en Sport"),
            ],
        ),
        (
            "de ministers van Justitie en Veiligheid, Financiën en Defensie",
            [(MINISTER, None, JENV), (MINISTER, None, "Financiën"), (MINISTER, None, "Defensie")],
        ),
        (
            "de staatssecretarissen van Financiën en van Justitie en Veiligheid",
            [(STAATSSECRETARIS, None, "Financiën"), (STAATSSECRETARIS, None, JENV)],
        ),
        ("de minister-president", [("minister-president", None, None)]),
        ("Minister-President Schoof (Algemene Zaken)", [("minister-president", "Schoof", "Algemene Zaken")]),
        ("de Minister-President, Minister van Algemene Zaken", [("minister-president", None, None)]),
        ("de Minister van Financiën en de Minister van Financiën", [(MINISTER, None, "Financiën")]),
        ("de Minister van\nFinanciën.", [(MINISTER, None, "Financiën")]),
        ("het lid Podt (D66)", []),
        ("", []),
    ],
)
def test_bewindspersonen_are_read_in_order(tekst: str, personen: list[tuple[str, str | None, str | None]]) -> None:
    assert bewindspersonen(tekst) == tuple(Bewindspersoon(*persoon) for persoon in personen)


@pytest.mark.parametrize("portefeuille", PORTEFEUILLES)
def test_every_known_portefeuille_is_read_whole(portefeuille: str) -> None:
    alleen = Bewindspersoon(MINISTER, None, portefeuille)
    assert bewindspersonen(f"de Minister van {portefeuille}") == (alleen,)
    assert bewindspersonen(f"de Minister van {portefeuille} en de Minister voor Medische Zorg") == tuple(
        dict.fromkeys((alleen, Bewindspersoon(MINISTER, None, "Medische Zorg")))
    )


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [
        ("het lid Kostić (PvdD)", [("Kostić", "PvdD")]),
        ("het lid Omtzigt (Nieuw Sociaal Contract)", [("Omtzigt", "Nieuw Sociaal Contract")]),
        ("het lid Bamenga", [("Bamenga", None)]),
        ("de leden Temmink en Van Nispen (beiden SP)", [("Temmink", "SP"), ("Van Nispen", "SP")]),
        (
            "de leden Mutluer, Lahlah (GroenLinks-PvdA), Boswijk (CDA) en Helder (BBB)",
            [("Mutluer", "GroenLinks-PvdA"), ("Lahlah", "GroenLinks-PvdA"), ("Boswijk", "CDA"), ("Helder", "BBB")],
        ),
        ("de leden Van den Hil (VVD) en Bikker (ChristenUnie)", [("Van den Hil", "VVD"), ("Bikker", "ChristenUnie")]),
        (
            "de leden Bushoff, Chakor en Slagt-Tichelman (allen GroenLinks)",
            [("Bushoff", "GroenLinks"), ("Chakor", "GroenLinks"), ("Slagt-Tichelman", "GroenLinks")],
        ),
        (
            "de leden Kostić, Teunissen (beiden PvdD) en Beckerman (SP)",
            [("Kostić", "PvdD"), ("Teunissen", "PvdD"), ("Beckerman", "SP")],
        ),
        ("de leden Podt (D66) en Bamenga", [("Podt", "D66"), ("Bamenga", None)]),
        ("de leden El Abassi en Van Baarle\n(beiden DENK)", [("El Abassi", "DENK"), ("Van Baarle", "DENK")]),
        ("", []),
    ],
)
def test_leden_get_the_fractie_that_follows_their_names(tekst: str, namen: list[tuple[str, str | None]]) -> None:
    assert leden(tekst) == tuple(Lid(*naam) for naam in namen)
