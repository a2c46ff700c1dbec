"""The letter, the printed Aanhangsel, the committee's table: in the words and the order of the real ones."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import docx
import pytest

from kamervragen.documents.aanduiding import ambten, leden_tekst
from kamervragen.documents.lees import lees
from kamervragen.documents.word.sjabloon import AANHANGSEL, BRIEF, GEDRUKT
from kamervragen.documents.writers import afdoening, brief, gedrukt, lijst_terug
from kamervragen.documents.writers.gedrukt import als_druk, vraagnummers
from kamervragen.documents.zichtbaar import zichtbaar
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.vragenset import Antwoord, Bewindspersoon, Lid, Soort, Vraag, Vragenset
from kamervragen.settings import SJABLONEN
from tests.documents.test_aanhangsel import RIJK

DAG = date(2026, 6, 8)
SET = replace(
    RIJK,
    indieners=(Lid("Mutluer", "GroenLinks-PvdA"), Lid("Lahlah", "GroenLinks-PvdA"), Lid("Boswijk", "CDA")),
    gericht_aan=(Bewindspersoon("minister", None, "Justitie en Veiligheid"),),
    onderwerp="het bericht “Proef”",
)


def _regels(data: bytes) -> list[tuple[str, str]]:
    return [(p.style.name if p.style else "", p.text) for p in docx.Document(io.BytesIO(data)).paragraphs]


@pytest.mark.parametrize(
    ("vragers", "verwacht"),
    [
        ((), "uw Kamer"),
        ((Lid("Podt", "D66"),), "het lid Podt (D66)"),
        ((Lid("Temmink", "SP"), Lid("Van Nispen", "SP")), "de leden Temmink en Van Nispen (beiden SP)"),
        ((Lid("A", "SP"), Lid("B", "SP"), Lid("C", "SP")), "de leden A, B en C (allen SP)"),
        (
            (
                Lid("Mutluer", "GroenLinks-PvdA"),
                Lid("Lahlah", "GroenLinks-PvdA"),
                Lid("Boswijk", "CDA"),
                Lid("Helder", "BBB"),
            ),
            "de leden Mutluer, Lahlah (GroenLinks-PvdA), Boswijk (CDA) en Helder (BBB)",
        ),
        ((Lid("Los", None),), "het lid Los"),
    ],
)
def test_members_as_letters_name_them(vragers: tuple[Lid, ...], verwacht: str) -> None:
    """*Bron:* letter 2024Z11859; the letter about 0900-0904 ('beiden SP')."""
    assert leden_tekst(vragers) == verwacht


def test_offices_in_letters_and_in_print() -> None:
    personen = (
        Bewindspersoon("minister", None, "Justitie en Veiligheid"),
        Bewindspersoon("minister", None, "Rechtsbescherming"),
        Bewindspersoon("staatssecretaris", None, "Financiën"),
    )
    assert (
        ambten(personen)
        == "de minister van Justitie en Veiligheid, de minister voor Rechtsbescherming en de staatssecretaris van Financiën"
    )
    assert (
        ambten(personen, druk=True)
        == "de Ministers van Justitie en Veiligheid en voor Rechtsbescherming en de Staatssecretaris van Financiën"
    )


def test_the_letter_says_what_letters_say() -> None:
    """*Bron:* the letter about the police station of Wolvega, word for word but for its own facts."""
    regels = _regels(brief.render(SET, brief.Briefgegevens(DAG, "5512044", ("Rapport",)), SJABLONEN / BRIEF.bestand))
    assert [tekst for stijl, tekst in regels if stijl == "Broodtekst"] == [
        "In antwoord op uw brief van 24 april 2026, nr. 2026Z08844, deel ik u mede dat de vragen van de leden Mutluer, Lahlah "
        "(GroenLinks-PvdA) en Boswijk (CDA) over het bericht “Proef” worden beantwoord zoals aangegeven in de bijlage van deze brief."
    ]
    assert [tekst for stijl, tekst in regels if stijl == "Slot"] == [
        "Mede namens de staatssecretaris van Justitie en Veiligheid,",
        "De minister van Justitie en Veiligheid,",
        "D.M. van Ravensteyn",
    ]
    assert [tekst for stijl, tekst in regels if stijl == "Bijlagetitel"] == [
        "Antwoorden van de minister van Justitie en Veiligheid, mede namens de staatssecretaris van Justitie en Veiligheid, op "
        "Kamervragen van de leden Mutluer, Lahlah (GroenLinks-PvdA) en Boswijk (CDA) over het bericht “Proef” (2026Z08844)"
    ]
    koppen = [tekst for stijl, tekst in regels if stijl in ("Vraagkop", "Antwoordkop")]
    assert koppen == ["Vraag 1", "Antwoord op vraag 1", "Vraag 2", "Vraag 3", "Antwoord op vraag 2 en 3"]


def test_a_letter_without_a_number_has_no_line_for_it_and_room_for_the_day() -> None:
    regels = [
        t
        for _, t in _regels(
            brief.render(
                Vragenset(Soort.ANTWOORD, vragen=SET.vragen[1:2], antwoorden=(Antwoord(("2",), "Ja."),)),
                brief.Briefgegevens(),
                SJABLONEN / BRIEF.bestand,
            )
        )
    ]
    assert not any(r.startswith(("Ons kenmerk", "Uw kenmerk")) for r in regels)
    assert "Datum\t" in regels  # who signs fills it in
    assert (
        "In antwoord op uw brief deel ik u mede dat de vragen van uw Kamer worden beantwoord zoals aangegeven in de bijlage van deze brief."
        in regels
    )


def test_the_letter_reads_back_as_the_set() -> None:
    terug = lees(brief.render(SET, brief.Briefgegevens(DAG), SJABLONEN / BRIEF.bestand), "brief.docx").vragenset
    getoond = zichtbaar(SET)
    assert (terug.vragen, terug.antwoorden, terug.noten) == (getoond.vragen, getoond.antwoorden, getoond.noten)
    assert [lid.naam for lid in terug.indieners] == ["Mutluer", "Lahlah", "Boswijk"]
    assert str(terug.zaaknummer) == "2026Z08844"


def test_print_has_the_words_of_print() -> None:
    """*Bron:* ah-tk-20232024-1314: capitals, dash, guillemets, 'ontvangen', one row of notes."""
    regels = _regels(gedrukt.render(SET, SJABLONEN / GEDRUKT.bestand))
    assert [tekst for stijl, tekst in regels if stijl == "Aanhef"] == [
        "Vragen van de leden Mutluer, Lahlah (GroenLinks-PvdA) en Boswijk (CDA) aan de Minister van Justitie en Veiligheid over het "
        "bericht «Proef» (ingezonden 24 april 2026).",
        "Antwoord van Minister Van Ravensteyn (Justitie en Veiligheid), mede namens de Staatssecretaris van Justitie en Veiligheid "
        "(ontvangen 8 juni 2026). Zie ook Aanhangsel Handelingen, vergaderjaar 2025–2026, nr. 1966.",
    ]
    assert [t for s, t in regels if s in ("Vraagkop", "Antwoordkop")] == [
        "Vraag 1",
        "Antwoord 1",
        "Vraag 2 en 3",
        "Antwoord 2 en 3",
    ]
    assert ("Druknummer", "2201") in regels
    assert [t for _, t in regels][:2] == [
        "Tweede Kamer der Staten-Generaal\t2",
        "Vergaderjaar 2025–2026\tAanhangsel van de Handelingen",
    ]
    terug = lees(gedrukt.render(SET, SJABLONEN / GEDRUKT.bestand), "druk.docx").vragenset
    assert [a.labels for a in terug.antwoorden] == [("1",), ("2", "3")]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ('het bericht “A” en "B"', "het bericht «A» en «B»"),
        ("‘enkel’ blijft", "‘enkel’ blijft"),
        ("vergaderjaar 2025-2026, nr. 4", "vergaderjaar 2025–2026, nr. 4"),
        ('een scherm van 5" en 7"', 'een scherm van 5" en 7"'),
    ],
)
def test_the_typography_of_print(tekst: str, verwacht: str) -> None:
    assert als_druk(tekst) == verwacht


@pytest.mark.parametrize(
    ("labels", "verwacht"),
    [
        (("1",), "1"),
        (("2", "3"), "2 en 3"),
        (("2", "3", "4"), "2, 3 en 4"),
        (("1", "2", "3", "4", "5"), "1 t/m 5"),
        (("3", "8"), "3 en 8"),
        (("1a", "1b"), "1a en 1b"),
    ],
)
def test_groups_as_print_numbers_them(labels: tuple[str, ...], verwacht: str) -> None:
    assert vraagnummers(labels) == verwacht


def _commissie(*, met_kolom: bool) -> bytes:
    document = docx.Document(str(SJABLONEN / AANHANGSEL.bestand))
    document.add_paragraph(
        "De vaste commissie voor Defensie heeft een aantal vragen voorgelegd aan de Minister van Defensie over kazernes."
    )
    koppen = ["Nr", "Vraag", "Antwoord"] if met_kolom else ["Nr", "Vraag"]
    tabel = document.add_table(rows=1, cols=len(koppen), style="Antwoordtabel")
    for cel, kop in zip(tabel.rows[0].cells, koppen, strict=True):
        cel.text = kop
    for nummer in ("1", "2", "3"):
        cellen = tabel.add_row().cells
        cellen[0].text, cellen[1].text = nummer, f"Vraag over kazerne {nummer}?"
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


LIJST = Vragenset(
    Soort.ANTWOORD,
    vragen=tuple(Vraag(n, str(n), f"Vraag over kazerne {n}?") for n in (1, 2, 3)),
    noten=RIJK.noten,
    antwoorden=(Antwoord(("1",), "**Twee**.[^v1]\n\n- een\n- ander"), Antwoord(("2", "3"), "Geen.")),
)


@pytest.mark.parametrize("met_kolom", [True, False], ids=["a column to fill", "a column to add"])
def test_answers_are_written_back_into_the_committees_own_table(met_kolom: bool) -> None:
    data = _commissie(met_kolom=met_kolom)
    uit = lijst_terug.render(data, "lijst.docx", LIJST, DAG)
    voor, na = (docx.Document(io.BytesIO(d)) for d in (data, uit))
    assert [p.text for p in na.paragraphs] == [p.text for p in voor.paragraphs]
    tabel = na.tables[0]
    assert [[cel.text for cel in rij.cells[:2]] for rij in tabel.rows] == [
        [cel.text for cel in rij.cells[:2]] for rij in voor.tables[0].rows
    ]
    assert [rij.cells[2].text for rij in tabel.rows] == [
        "Antwoord",
        "Twee. [Kamerstuk 33 552, nr. 124.]\n– een\n– ander",
        "Geen.",
        "Zie het antwoord op vraag 2.",
    ]
    gelezen = lees(uit, "lijst.docx").vragenset
    assert [v.label for v in gelezen.vragen] == ["1", "2", "3"]
    assert uit == lijst_terug.render(data, "lijst.docx", LIJST, DAG)


@pytest.mark.parametrize(
    ("data", "naam", "woorden"), [(b"x", "lijst.pdf", "is geen Word-document"), (b"PK", "lijst.docx", "beschadigd")]
)
def test_a_list_that_is_none_is_refused(data: bytes, naam: str, woorden: str) -> None:
    with pytest.raises(Ongeldig, match=woorden):
        lijst_terug.render(data, naam, LIJST, DAG)


def test_a_document_without_the_table_is_refused() -> None:
    uit = io.BytesIO()
    docx.Document(str(SJABLONEN / AANHANGSEL.bestand)).save(uit)
    with pytest.raises(Ongeldig, match="staat geen tabel met de vragen van deze set"):
        lijst_terug.render(uit.getvalue(), "leeg.docx", LIJST, DAG)


@pytest.mark.parametrize(
    ("welke", "verwacht"),
    [
        ("over fietsen (29 398, nr. 7)", "met de brief over fietsen (29 398, nr. 7) van 1 juni 2026."),
        (
            "Brief van 25 november 2026, Kamerstuk 36 471, nr. 64.",
            "met de brief van 25 november 2026, Kamerstuk 36 471, nr. 64.",
        ),
        ("mijn brief over fietsen", "met mijn brief over fietsen van 1 juni 2026."),
    ],
)
def test_the_letter_that_answered_is_named_as_people_write_it(welke: str, verwacht: str) -> None:
    assert afdoening.bij_brief(SET, date(2026, 6, 1), welke)[0].endswith(f"zijn beantwoord {verwacht}")


def test_who_takes_questions_back_is_named_once() -> None:
    (tekst,) = afdoening.ingetrokken(SET, date(2026, 6, 2), "")
    assert tekst == (
        "Op 2 juni 2026 hebben de leden Mutluer, Lahlah (GroenLinks-PvdA) en Boswijk (CDA) de vragen aan de minister van Justitie en "
        "Veiligheid over het bericht “Proef” (2026Z08844, ingezonden 24 april 2026) ingetrokken. Deze vragen worden daarom niet beantwoord."
    )
