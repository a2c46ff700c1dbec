"""Accounting: each thing under its own title in the annex, and a list that a spreadsheet can trust."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import odfdo
import pytest
from docx.table import Table
from openxml_audit import OpenXmlValidator

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.core.store.engine import writing
from kamervragen.documents.bestand import Bestand
from kamervragen.documents.writers.lijst import Lijstsoort
from kamervragen.domain.errors import NietToegestaan, Ongeldig
from kamervragen.domain.motie import Motiestatus
from kamervragen.domain.toezegging import Toezeggingfeit, rappelgrens
from kamervragen.lijsten import uitgaand
from kamervragen.register import moties, toezeggingen
from kamervragen.register.rows import MotieRij
from kamervragen.vandaag import verantwoording
from kamervragen.vandaag.verantwoording import Vorm
from tests.stukken import VRAGEN, audit_lines, brought

_NU = date(2026, 6, 9)
_NIEMAND = Wie("Niemand", frozenset(), "test")
_KOP = ["Omschrijving", "Vindplaats", "Stand van zaken"]


def _belofte(huis: Huis, wie: Wie, zin: str) -> int:
    return toezeggingen.voeg_toe(
        huis,
        wie,
        zin=zin,
        gedaan_op=date(2026, 3, 2),
        vindplaats="debat Fietsen",
        bewindspersoon="minister Van Proef",
        aan="Tester (XYZ)",
        interne_dag=date(2026, 9, 1),
    )


def _motie(huis: Huis, wie: Wie, nummer: int, *stappen: tuple[Motiestatus, date, str, str]) -> None:
    with writing(huis.engine) as sessie:
        rij = MotieRij(kamerstuk=f"kst-33552-{nummer}", indieners=f"Proef{nummer} (ABC)", onderwerp="fietsen")
        sessie.add(rij)
        sessie.flush()
        id = rij.id or 0
    for versie, (soort, dag, kamerstuk, reden) in enumerate(stappen, 1):
        moties.leg_vast(huis, wie, id, soort, datum=dag, versie=versie, kamerstuk=kamerstuk, reden=reden)


@pytest.fixture
def register(huis: Huis, bram: Wie) -> None:
    """A motion and a promise in every status that has a place in the annex, and some that have none."""
    aan = (Motiestatus.AANGENOMEN, date(2026, 6, 2), "", "")
    _motie(huis, bram, 1)
    _motie(huis, bram, 2, aan)
    _motie(huis, bram, 3, (Motiestatus.OVERGENOMEN, date(2026, 6, 3), "", ""))
    _motie(huis, bram, 4, aan, (Motiestatus.DEELS_AFGEDAAN, date(2026, 6, 4), "kst-33552-90", ""))
    _motie(huis, bram, 5, aan, (Motiestatus.AFGEDAAN, date(2026, 6, 5), "kst-33552-91", ""))
    _motie(huis, bram, 6, aan, (Motiestatus.NIET_UITGEVOERD, date(2026, 6, 8), "", "Er is geen geld."))
    _motie(huis, bram, 7, (Motiestatus.VERWORPEN, date(2026, 6, 2), "", ""))
    for zin, soort, kamerstuk, reden in (
        ("Ik tel de fietsen.", None, "", ""),
        ("Ik verf de fietsen.", Toezeggingfeit.DEELS_NAGEKOMEN, "kst-33552-92", ""),
        ("Ik koop de fietsen.", Toezeggingfeit.NAGEKOMEN, "kst-33552-93", ""),
        ("Ik leen de fietsen.", Toezeggingfeit.VERVALLEN, "", "De fietsen zijn weg."),
    ):
        id = _belofte(huis, bram, zin)
        if soort is not None:
            toezeggingen.leg_vast(
                huis, bram, id, soort, datum=date(2026, 6, 5), versie=1, kamerstuk=kamerstuk, reden=reden
            )


def _onder_titels(data: bytes) -> dict[str, list[list[str]] | str]:
    """What stands under each title of the annex: the rows of its table, or its sentence."""
    uit: dict[str, list[list[str]] | str] = {}
    titel = ""
    for deel in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(deel, Table):
            uit[titel] = [[cel.text for cel in rij.cells] for rij in deel.rows]
        elif deel.style is not None and deel.style.name == "Onderdeel":
            titel = deel.text
        elif titel and deel.text:
            uit[titel] = deel.text
    return uit


def test_nothing_is_accounted_for_without_the_right(huis: Huis) -> None:
    with pytest.raises(NietToegestaan):
        verantwoording.bijlage(huis, _NIEMAND)
    assert audit_lines(huis) == [("exporteren", "bijlage-moties-en-toezeggingen", "geweigerd", "Niemand")]
    with pytest.raises(NietToegestaan):
        uitgaand.als_bestand(huis, _NIEMAND, "toezeggingen", Lijstsoort.CSV)


def test_an_empty_register_says_so_under_all_four_titles(huis: Huis, frank: Wie) -> None:
    assert _onder_titels(verantwoording.bijlage(huis, frank).data) == dict.fromkeys(
        ("Moties in behandeling", "Afgeronde moties", "Toezeggingen in behandeling", "Afgeronde toezeggingen"),
        "Er zijn er geen.",
    )


@pytest.mark.usefixtures("register")
def test_each_row_stands_under_the_title_of_its_status(huis: Huis, frank: Wie) -> None:
    bestand = verantwoording.bijlage(huis, frank)
    assert bestand.naam == "moties-en-toezeggingen-2026-06-09.docx"
    assert docx.Document(io.BytesIO(bestand.data)).paragraphs[0].text == (
        "Moties en toezeggingen, stand per 9 juni 2026"
    )
    assert _onder_titels(bestand.data) == {
        "Moties in behandeling": [
            _KOP,
            ["Motie Proef2 (ABC): fietsen", "Kamerstuk 33 552, nr. 2", "Aangenomen, 2 juni 2026."],
            ["Motie Proef3 (ABC): fietsen", "Kamerstuk 33 552, nr. 3", "Overgenomen, 3 juni 2026."],
            [
                "Motie Proef4 (ABC): fietsen",
                "Kamerstuk 33 552, nr. 4",
                "Deels afgedaan, 4 juni 2026 (Kamerstuk 33 552, nr. 90).",
            ],
        ],
        "Afgeronde moties": [
            _KOP,
            [
                "Motie Proef5 (ABC): fietsen",
                "Kamerstuk 33 552, nr. 5",
                "Afgedaan, 5 juni 2026 (Kamerstuk 33 552, nr. 91).",
            ],
            [
                "Motie Proef6 (ABC): fietsen",
                "Kamerstuk 33 552, nr. 6",
                "Niet uitgevoerd, 8 juni 2026. Er is geen geld.",
            ],
        ],
        "Toezeggingen in behandeling": [
            _KOP,
            ["Ik tel de fietsen.", "debat Fietsen", "In behandeling; uiterlijk 1 september 2026."],
            [
                "Ik verf de fietsen.",
                "debat Fietsen",
                "Deels voldaan, 5 juni 2026 (Kamerstuk 33 552, nr. 92).",
            ],
        ],
        "Afgeronde toezeggingen": [
            _KOP,
            ["Ik koop de fietsen.", "debat Fietsen", "Voldaan, 5 juni 2026 (Kamerstuk 33 552, nr. 93)."],
            ["Ik leen de fietsen.", "debat Fietsen", "Vervallen, 5 juni 2026. De fietsen zijn weg."],
        ],
    }
    assert audit_lines(huis)[-1] == ("exporteren", "bijlage-moties-en-toezeggingen", "gelukt", "Frank")


def test_a_promise_of_an_answer_is_found_by_the_number_of_its_set(huis: Huis, bram: Wie) -> None:
    schrijven.bewaar(
        huis, bram, brought(huis, VRAGEN), "1", "Ik zal uw Kamer voor 1 oktober 2026 informeren.", versie=0
    )
    (regel,) = toezeggingen.lijst(huis, bram)
    assert _onder_titels(verantwoording.bijlage(huis, bram).data)["Toezeggingen in behandeling"] == "Er zijn er geen."
    toezeggingen.neem_aan(huis, bram, regel.toezegging.id or 0, versie=1)
    assert _onder_titels(verantwoording.bijlage(huis, bram).data)["Toezeggingen in behandeling"] == [
        _KOP,
        [
            "Ik zal uw Kamer voor 1 oktober 2026 informeren.",
            "2026Z00101, gele fietsen",
            "In behandeling; uiterlijk 30 september 2026.",
        ],
    ]


@pytest.mark.usefixtures("register")
def test_the_annex_is_equal_every_time_and_names_no_civil_servant(huis: Huis, frank: Wie) -> None:
    eerste, tweede = (verantwoording.bijlage(huis, frank) for _ in range(2))
    assert eerste == tweede
    kern = docx.Document(io.BytesIO(eerste.data)).core_properties
    assert (kern.author, kern.last_modified_by, kern.language, kern.title) == (
        "",
        "",
        "nl-NL",
        "Moties en toezeggingen, stand per 9 juni 2026",
    )


@pytest.mark.usefixtures("register")
def test_the_annex_is_a_valid_document(huis: Huis, frank: Wie, tmp_path: Path) -> None:
    bestand = verantwoording.bijlage(huis, frank)
    (tmp_path / bestand.naam).write_bytes(bestand.data)
    assert OpenXmlValidator().validate(tmp_path / bestand.naam).errors == []


def test_the_list_has_its_mark_and_semicolons_also_when_it_is_empty(huis: Huis, frank: Wie) -> None:
    bestand = uitgaand.als_bestand(huis, frank, "toezeggingen", Lijstsoort.CSV)
    assert bestand.naam == "toezeggingen-2026-06-09.csv"
    assert bestand.data == (
        b"\xef\xbb\xbfnummer;toezegging;stevigheid;gedaan op;termijn;uiterlijk;status;vindplaats;bewindspersoon;aan;"
        b"dossierhouder;soort;portefeuille;directie\r\n"
    )


@pytest.mark.parametrize("teken", ["=", "+", "-", "@"])
def test_a_cell_that_a_spreadsheet_would_run_is_defused_in_every_column(huis: Huis, bram: Wie, teken: str) -> None:
    toezeggingen.voeg_toe(
        huis,
        bram,
        zin=f"{teken}1 fiets.",
        gedaan_op=date(2026, 3, 2),
        vindplaats=f"{teken}2",
        bewindspersoon=f"{teken}3",
        aan=f"{teken}4",
        interne_dag=date(2026, 9, 1),
    )
    regel = uitgaand.als_bestand(huis, bram, "toezeggingen", Lijstsoort.CSV).data.decode("utf-8-sig").splitlines()[1]
    assert (
        regel
        == f";'{teken}1 fiets.;hard;02-03-2026;;01-09-2026;openstaand;'{teken}2;'{teken}3;'{teken}4;;iets anders;;"
    )


def test_a_semicolon_a_quote_and_a_line_end_stay_in_their_cell(huis: Huis, bram: Wie) -> None:
    zin = 'Ik zal uw Kamer; zo zei ik "graag" voor 1 oktober 2026\ninformeren.'
    toezeggingen.voeg_toe(
        huis,
        bram,
        zin=zin,
        gedaan_op=date(2026, 3, 2),
        vindplaats="debat; nr. 3",
        bewindspersoon="",
        aan="é",
        nummer="TZ202603-012",
    )
    tekst = uitgaand.als_bestand(huis, bram, "toezeggingen", Lijstsoort.CSV).data.decode("utf-8-sig")
    _, cellen = csv.reader(io.StringIO(tekst, newline=""), delimiter=";")
    assert (cellen[0], cellen[3], cellen[5:8], cellen[9]) == (
        "TZ202603-012",
        "02-03-2026",
        ["30-09-2026", "openstaand", "debat; nr. 3"],
        "é",
    )
    assert cellen[1].split() == zin.split()


def _tabellen(data: bytes) -> list[list[list[str]]]:
    return [[[c.text for c in rij.cells] for rij in t.rows] for t in docx.Document(io.BytesIO(data)).tables]


def test_the_rappel_has_what_lapsed_and_what_lapses_by_the_next_half_year(huis: Huis, bram: Wie) -> None:
    for nummer, dag in (
        ("T03451", date(2026, 6, 9)),
        ("T03452", date(2026, 7, 1)),
        ("T03453", date(2026, 7, 2)),
        ("TZ202606-001", date(2026, 6, 1)),
    ):
        toezeggingen.voeg_toe(
            huis,
            bram,
            zin=f"Ik tel de fietsen van {nummer}.",
            gedaan_op=date(2026, 3, 2),
            vindplaats="debat",
            bewindspersoon="",
            aan="",
            nummer=nummer,
            interne_dag=dag,
        )
    verstreken, volgende = _tabellen(verantwoording.rappel(huis, bram).data)
    assert [rij[0] for rij in verstreken] == ["Nummer", "T03451"]
    assert [rij[0] for rij in volgende] == ["Nummer", "T03452"]
    assert volgende[1][2:] == ["debat", "1 juli 2026", "In behandeling; uiterlijk 1 juli 2026."]


def test_the_rappel_tells_of_the_day_that_was_moved(huis: Huis, bram: Wie) -> None:
    id = toezeggingen.voeg_toe(
        huis,
        bram,
        zin="Ik tel de fietsen.",
        gedaan_op=date(2026, 3, 2),
        vindplaats="debat",
        bewindspersoon="",
        aan="",
        nummer="T03451",
        interne_dag=date(2026, 6, 1),
    )
    toezeggingen.leg_vast(
        huis,
        bram,
        id,
        Toezeggingfeit.VERSCHOVEN,
        datum=date(2026, 6, 9),
        versie=1,
        naar=date(2026, 6, 30),
        reden="Telling.",
    )
    (volgende,) = _tabellen(verantwoording.rappel(huis, bram).data)
    assert volgende[1][3] == "30 juni 2026 (eerder 1 juni 2026: Telling.)"


@pytest.mark.parametrize(
    ("op", "grens"),
    [
        (date(2026, 6, 30), date(2026, 7, 1)),
        (date(2026, 7, 1), date(2027, 1, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
        (date(2027, 1, 1), date(2027, 7, 1)),
    ],
)
def test_the_half_years_end_on_1_january_and_1_july(op: date, grens: date) -> None:
    assert rappelgrens(op) == grens


def test_what_an_office_hands_over_is_its_own(huis: Huis, anna: Wie, bram: Wie) -> None:
    brought(huis, VRAGEN)
    ambt = "minister Justitie en Veiligheid"
    for wie_, zin in ((ambt, "Ik tel de fietsen."), ("minister van Financiën", "Ik betaal de fietsen.")):
        toezeggingen.voeg_toe(
            huis,
            bram,
            zin=zin,
            gedaan_op=date(2026, 3, 2),
            vindplaats="debat",
            bewindspersoon=wie_,
            aan="",
            interne_dag=date(2026, 9, 1),
        )
    assert verantwoording.ambten(huis, bram) == (ambt, "minister van Financiën")
    sets, beloofd = _tabellen(verantwoording.stand(huis, bram, ambt).data)
    assert sets[1][1:] == ["2026Z00101", "te laat zonder uitstel; laatste dag 1 juni 2026"]
    assert [rij[0] for rij in beloofd[1:]] == ["Ik tel de fietsen."]
    (ander,) = _tabellen(verantwoording.stand(huis, bram, "minister van Financiën").data)
    assert [rij[0] for rij in ander[1:]] == ["Ik betaal de fietsen."]
    with pytest.raises(Ongeldig, match="Kies de bewindspersoon"):
        verantwoording.stand(huis, bram, " ")


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("maak", [verantwoording.bijlage, verantwoording.rappel])
def test_the_spreadsheet_has_a_sheet_for_each_table(huis: Huis, bram: Wie, maak: Callable[..., Bestand]) -> None:
    bestand = maak(huis, bram, Vorm.ODS)
    assert bestand == maak(huis, bram, Vorm.ODS)
    assert bestand.naam.endswith("-2026-06-09.ods")
    bladen = odfdo.Document(io.BytesIO(bestand.data)).body.tables
    assert len(bladen) == (4 if maak is verantwoording.bijlage else 2)
    if maak is verantwoording.bijlage:
        assert next(iter(bladen[0].iter_values())) == ["Omschrijving", "Vindplaats", "Stand van zaken"]
        assert [len(list(b.iter_values())) for b in bladen] == [4, 3, 3, 3]
