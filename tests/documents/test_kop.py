"""The head of a document: its lines -> fields. The forms are those of domain.md 3.1 to 3.4."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from kamervragen.documents.lezing import Rest, melding
from kamervragen.documents.readers.kop import Kop, lees_kop, lees_ondertekening
from kamervragen.domain.kalender import Vergaderjaar
from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer
from kamervragen.domain.vragenset import Bewindspersoon, Lid

_TEMMINK_EN_VAN_NISPEN = (Lid("Temmink", "SP"), Lid("Van Nispen", "SP"))
_JENV = "Justitie en Veiligheid"
_VWS = "Volksgezondheid, Welzijn en Sport"
_BRIEF = (
    "In antwoord op uw brief van 5 juli 2024, nr. {nummer}, deel ik u mede dat de vragen van de leden Mutluer, "
    "Lahlah (GroenLinks-PvdA), Boswijk (CDA) en Helder (BBB) over de proef worden beantwoord zoals aangegeven in de "
    "bijlage van deze brief."
)
_VIER_LEDEN = (
    Lid("Mutluer", "GroenLinks-PvdA"),
    Lid("Lahlah", "GroenLinks-PvdA"),
    Lid("Boswijk", "CDA"),
    Lid("Helder", "BBB"),
)


def _minister(naam: str | None, portefeuille: str | None, functie: str = "minister") -> Bewindspersoon:
    return Bewindspersoon(functie, naam, portefeuille)


def _staatssecretaris(naam: str | None, portefeuille: str) -> Bewindspersoon:
    return Bewindspersoon("staatssecretaris", naam, portefeuille)


def _ah(jaar: int, *nummers: int) -> tuple[Aanhangselnummer, ...]:
    return tuple(Aanhangselnummer(Vergaderjaar(jaar), nummer) for nummer in nummers)


def _gevuld(kop: Kop) -> dict[str, Any]:
    """The fields that hold something."""
    return {veld.name: getattr(kop, veld.name) for veld in fields(kop) if getattr(kop, veld.name)}


@pytest.mark.parametrize(
    ("regels", "velden"),
    [
        pytest.param(
            [
                "AH 612",
                "2024Z15295",
                "Antwoord van minister Keijzer (Volkshuisvesting en Ruimtelijke Ordening) (ontvangen 19 november 2024)",
                "Zie ook Aanhangsel Handelingen, vergaderjaar 2024-2025, nr. 507",
            ],
            {
                "ah": 612,
                "zaaknummer": Zaaknummer(2024, 15295),
                "ondertekenaars": (_minister("Keijzer", "Volkshuisvesting en Ruimtelijke Ordening"),),
                "ontvangen": date(2024, 11, 19),
                "vergaderjaar": Vergaderjaar(2024),
                "zie_ook": _ah(2024, 507),
            },
            id="3.2 the registered Word file",
        ),
        pytest.param(
            ["AH 614", f"Antwoord van staatssecretaris Karremans ({_VWS} (ontvangen 20 november 2024)"],
            {
                "ah": 614,
                "ondertekenaars": (_staatssecretaris("Karremans", _VWS),),
                "ontvangen": date(2024, 11, 20),
                "vergaderjaar": Vergaderjaar(2024),
            },
            id="3.2 a bracket missing, ah-tk-20242025-614",
        ),
        pytest.param(
            [f"Antwoord van minister Agema ({_VWS}) (ontvangen (ontvangen 7 juni 2024)"],
            {
                "ondertekenaars": (_minister("Agema", _VWS),),
                "ontvangen": date(2024, 6, 7),
                "vergaderjaar": Vergaderjaar(2023),
            },
            id="3.3 ontvangen twice, ah-tk-20232024-1999",
        ),
        pytest.param(
            [f"Antwoord van minister Agema ({_VWS}) (ontvangen 18 november2024)"],
            {
                "ondertekenaars": (_minister("Agema", _VWS),),
                "ontvangen": date(2024, 11, 18),
                "vergaderjaar": Vergaderjaar(2024),
            },
            id="3.3 a space missing in the date",
        ),
        pytest.param(
            [
                f"Antwoord van minister Van Weel ({_JENV}), mede namens de staatssecretaris van {_JENV}",
                "(ontvangen  8 juni 2026)",
                "",
                "Zie ook Aanhangsel Handelingen, vergaderjaar 2025-2026, nr.  1966",
            ],
            {
                "ondertekenaars": (_minister("Van Weel", _JENV),),
                "mede_namens": (_staatssecretaris(None, _JENV),),
                "ontvangen": date(2026, 6, 8),
                "vergaderjaar": Vergaderjaar(2025),
                "zie_ook": _ah(2025, 1966),
            },
            id="the statement runs on to the line with its date",
        ),
        pytest.param(
            [
                "2024Z18884",
                "(ingezonden 20 november 2024)",
                "Vragen van het lid Bamenga (D66) aan de minister voor Rechtsbescherming over de proef",
            ],
            {
                "zaaknummer": Zaaknummer(2024, 18884),
                "ingezonden": date(2024, 11, 20),
                "indieners": (Lid("Bamenga", "D66"),),
                "gericht_aan": (_minister(None, "Rechtsbescherming"),),
                "onderwerp": "de proef",
            },
            id="3.2 a question in Word",
        ),
        pytest.param(
            [
                "Tweede Kamer der Staten-Generaal 2",
                "Vergaderjaar 2023–2024 Aanhangsel van de Handelingen",
                "Vragen gesteld door de leden der Kamer, met de daarop door de",
                "regering gegeven antwoorden",
                "1433",
                "Vragen van het lid Kostić (PvdD) aan de Minister voor Natuur en Stikstof over de proef "
                "(ingezonden 29 februari 2024).",
                "Antwoord van Minister Van der Wal-Zeggelink (Natuur en Stikstof) (ontvangen 5 april 2024). "
                "Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1283.",
            ],
            {
                "ah": 1433,
                "vergaderjaar": Vergaderjaar(2023),
                "indieners": (Lid("Kostić", "PvdD"),),
                "gericht_aan": (_minister(None, "Natuur en Stikstof"),),
                "onderwerp": "de proef",
                "ingezonden": date(2024, 2, 29),
                "ondertekenaars": (_minister("Van der Wal-Zeggelink", "Natuur en Stikstof"),),
                "ontvangen": date(2024, 4, 5),
                "zie_ook": _ah(2023, 1283),
            },
            id="3.3 the printed Aanhangsel",
        ),
        pytest.param(
            [
                "Vragen van de leden Temmink en Van Nispen (beiden SP) aan de Ministers van Justitie en Veiligheid en voor "
                "Rechtsbescherming en de Staatssecretaris van Financiën over de",
                "proef die doorloopt",
                "(ingezonden 8 mei 2026).",
            ],
            {
                "indieners": _TEMMINK_EN_VAN_NISPEN,
                "gericht_aan": (
                    _minister(None, _JENV),
                    _minister(None, "Rechtsbescherming"),
                    _staatssecretaris(None, "Financiën"),
                ),
                "onderwerp": "de proef die doorloopt",
                "ingezonden": date(2026, 5, 8),
            },
            id="3.3 beiden SP, three offices, three lines",
        ),
        pytest.param(
            [
                "Vragen van het lid Wilders (PVV) aan de minister van Buitenlandse Zaken over de proef (ingezonden 8-5-2026)"
            ],
            {
                "indieners": (Lid("Wilders", "PVV"),),
                "gericht_aan": (_minister(None, "Buitenlandse Zaken"),),
                "onderwerp": "de proef",
                "ingezonden": date(2026, 5, 8),
            },
            id="a portfolio that ends in -en, a date in figures",
        ),
        pytest.param(
            [
                "Antwoorden van de minister van Justitie en Veiligheid mede namens de minister van Defensie",
                "op Kamervragen van de leden Temmink en Van Nispen (beiden SP)",
                "over de proef",
            ],
            {
                "ondertekenaars": (_minister(None, _JENV),),
                "mede_namens": (_minister(None, "Defensie"),),
                "indieners": _TEMMINK_EN_VAN_NISPEN,
                "onderwerp": "de proef",
            },
            id="3.1 the title of the annex",
        ),
        pytest.param(
            ["Datum 11 januari 2024", "Betreft Antwoorden Kamervragen over de proef", "Ons kenmerk 5164758"],
            {"gedagtekend": date(2024, 1, 11), "onderwerp": "de proef", "kenmerken": ("5164758",)},
            id="3.1 the head of a letter",
        ),
        pytest.param(
            [
                "Mededeling van Staatssecretaris Karremans (Volksgezondheid, Welzijn en Sport) (ontvangen 15 november 2024)."
            ],
            {
                "is_mededeling": True,
                "ondertekenaars": (_staatssecretaris("Karremans", _VWS),),
                "ontvangen": date(2024, 11, 15),
                "vergaderjaar": Vergaderjaar(2024),
            },
            id="3.4 mededeling",
        ),
        pytest.param(
            ["Nader antwoord van minister-president Schoof (Algemene Zaken) (ontvangen 8 juni 2026)"],
            {
                "ondertekenaars": (_minister("Schoof", "Algemene Zaken", "minister-president"),),
                "ontvangen": date(2026, 6, 8),
                "vergaderjaar": Vergaderjaar(2025),
                "is_nader": True,
            },
            id="nader antwoord of the minister-president",
        ),
        pytest.param(
            ["> Retouradres Postbus 20301 2500 EH  Den Haag", "Turfmarkt 147", "Pagina 1 van 4", "Bijlage"],
            {},
            id="3.1 address and boilerplate say nothing",
        ),
        pytest.param(["Vraagnummer: 2024z15295"], {"zaaknummer": Zaaknummer(2024, 15295)}, id="vraagnummer"),
        pytest.param([], {}, id="nothing"),
    ],
)
def test_the_lines_of_a_head_fill_these_fields_and_no_others(regels: list[str], velden: dict[str, Any]) -> None:
    assert _gevuld(lees_kop(regels)) == velden


@pytest.mark.parametrize(
    ("regels", "nummers"),
    [
        (["Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1283."], _ah(2023, 1283)),
        (["Zie ook Aanhangsels Handelingen, vergaderjaar 2023–2024, nr. 1767 en 1775"], _ah(2023, 1767, 1775)),
        (
            ["Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nrs. 1673, 1732, 1734, 1743 en 1744."],
            _ah(2023, 1673, 1732, 1734, 1743, 1744),
        ),
        (["Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, 1028"], _ah(2023, 1028)),
        (["ZieookAanhangselHandelingen, vergaderjaar2023–2024, nr. 12"], _ah(2023, 12)),
        (["Zie ook Aanhangsel van de Handelingen II, 2022/-23, nr. 1823"], _ah(2022, 1823)),
        (
            ["Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1673,", "1732 en 1733."],
            _ah(2023, 1673, 1732, 1733),
        ),
        (
            [
                "Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 12",
                "Zie ook Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 3",
                "Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 12",
            ],
            (*_ah(2023, 12), *_ah(2022, 3)),
        ),
    ],
)
def test_zie_ook_names_every_earlier_notice_once(regels: list[str], nummers: tuple[Aanhangselnummer, ...]) -> None:
    kop = lees_kop(regels)
    assert kop.zie_ook == nummers
    assert kop.meldingen == []


@pytest.mark.parametrize("jaren", ["vergaderjaar 2022–203, ", ""])
def test_zie_ook_without_a_readable_vergaderjaar_is_told(jaren: str) -> None:
    kop = lees_kop([f"Zie ook Aanhangsel Handelingen, {jaren}nr. 844"])
    assert kop.zie_ook == ()
    assert kop.meldingen == [
        melding("aanhangselnummer_onvolledig", "kop", tekst=f"Aanhangsel Handelingen, {jaren}nr. 844")
    ]


@pytest.mark.parametrize(
    "regel",
    [
        pytest.param("Zie ook Aanhangsel ah-1271549", id="the new kind of identifier names no number"),
        pytest.param("Vergaderjaar 2022–2024 Aanhangsel van de Handelingen", id="misprint in the masthead"),
    ],
)
def test_a_misprint_in_the_head_does_not_refuse_the_document(regel: str) -> None:
    kop = lees_kop(["2024Z15295", regel])
    assert kop.zaaknummer == Zaaknummer(2024, 15295)
    assert (kop.vergaderjaar, kop.zie_ook) == (None, ())
    assert kop.meldingen or kop.onverklaard


def test_the_day_of_receipt_decides_the_vergaderjaar_of_the_number() -> None:
    kop = lees_kop(
        ["Vergaderjaar 2023–2024", "3665", "Antwoord van Minister Kaag (Financiën) (ontvangen 18 september 2023)."]
    )
    assert str(kop.aanhangselnummer) == "ah-tk-20222023-3665"
    kop = lees_kop(["AH 1", "Antwoord van minister Kaag (Financiën) (ontvangen 19 september 2023)"])
    assert str(kop.aanhangselnummer) == "ah-tk-20232024-1"


def test_a_number_without_a_vergaderjaar_is_no_number() -> None:
    kop = lees_kop(["AH 612"])
    assert kop.aanhangselnummer is None
    assert kop.meldingen == [melding("aanhangsel_zonder_vergaderjaar", "kop", nummer=612)]


def test_the_sentence_of_a_letter_gives_zaak_leden_and_onderwerp() -> None:
    regel = _BRIEF.format(nummer="2024Z11859")
    assert _gevuld(lees_kop([regel])) == {
        "zaaknummer": Zaaknummer(2024, 11859),
        "indieners": _VIER_LEDEN,
        "onderwerp": "de proef",
        "inleiding": [regel],
        "meldingen": [melding("brief_van_de_kamer", "kop", datum=date(2024, 7, 5))],
    }


def test_a_number_of_the_ministry_where_a_zaaknummer_belongs_is_told() -> None:
    kop = lees_kop([_BRIEF.format(nummer="5293107")])
    assert kop.zaaknummer is None
    assert kop.meldingen == [
        melding("zaaknummer_onbekend", "kop", tekst="5293107"),
        melding("brief_van_de_kamer", "kop", datum=date(2024, 7, 5)),
    ]


def test_two_zaaknummers_are_told_and_the_first_is_kept() -> None:
    kop = lees_kop(["2024Z15295", "2024Z15296", "2024Z15295"])
    assert kop.zaaknummer == Zaaknummer(2024, 15295)
    assert kop.meldingen == [melding("zaaknummers_verschillen", "kop", eerste="2024Z15295", tweede="2024Z15296")]


def test_dates_that_cannot_be_are_told() -> None:
    assert lees_kop(["(ingezonden 31 februari 2026)"]).meldingen == [
        melding("datum_onleesbaar", "kop", veld="ingezonden", tekst="31 februari 2026")
    ]
    assert lees_kop(["(ingezonden 9 juni 2026)", "(ontvangen 8 juni 2026)"]).meldingen == [
        melding("ontvangen_voor_ingezonden", "kop", ingezonden=date(2026, 6, 9), ontvangen=date(2026, 6, 8))
    ]


def test_a_sentence_is_inleiding_and_a_loose_word_is_onverklaard() -> None:
    kop = lees_kop(["Hierbij zend ik u de antwoorden op de gestelde vragen.", "Losse woorden"])
    assert kop.inleiding == ["Hierbij zend ik u de antwoorden op de gestelde vragen."]
    assert kop.onverklaard == [Rest("Losse woorden", "kop")]


def test_text_boxes_give_kenmerken_only() -> None:
    kop = lees_kop([], los=("Ons kenmerk 5401166", "Kenmerk", "Contactpersoon", "Losse woorden"))
    assert _gevuld(kop) == {"kenmerken": ("5401166",)}


def test_the_ondertekening_of_a_letter_names_minister_and_person() -> None:
    kop = Kop()
    over = lees_ondertekening(
        kop,
        [
            "Een zin.",
            "Mede namens de minister van Defensie,",
            "De minister van Justitie en Veiligheid,",
            "",
            "D.M. van Weel",
            "Bijlage",
        ],
    )
    assert kop.ondertekenaars == (_minister("D.M. van Weel", _JENV),)
    assert kop.mede_namens == (_minister(None, "Defensie"),)
    assert over == ["Een zin.", "", "Bijlage"]


def test_an_ondertekening_without_a_name_keeps_the_office() -> None:
    kop = Kop()
    assert lees_ondertekening(kop, ["De staatssecretaris van Defensie", "Bijlage bij deze brief"]) == [
        "Bijlage bij deze brief"
    ]
    assert kop.ondertekenaars == (_staatssecretaris(None, "Defensie"),)
