"""A correction after sending: its steps, who took the wrong words over, and the letters."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest
import sqlalchemy as sa

from kamervragen.antwoorden import schrijven
from kamervragen.antwoorden.store import hergebruik as kast
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store.engine import reading, writing
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.rollen import Rol
from kamervragen.hergebruik import eerder, herkomst
from kamervragen.jobs import catch_up
from kamervragen.lijn import controle, rectificatiebeeld, rectificaties
from kamervragen.mensen import post
from kamervragen.mensen.gebruikers import maak
from kamervragen.sets.blik import zie
from tests.stukken import ANDERE_VRAGEN, ANTWOORD, IEDEREEN, VRAGEN, answer_id, audit_lines, brought, page

KV, ANDER = "KV-000001", "KV-000002"
FOUT, GOED = "In 2025 verdwenen 312 gele fietsen.", "In 2025 verdwenen 321 gele fietsen."
WAAROM = "Bij het tellen zijn twee cijfers verwisseld"


@pytest.fixture
def verzonden(huis: Huis) -> Huis:
    """An answer the Kamer has, and an open set beside it."""
    brought(huis, VRAGEN, ANTWOORD)
    brought(huis, ANDERE_VRAGEN)
    catch_up(huis)
    return huis


def meld(huis: Huis, wie: Wie, passage: str = FOUT, label: str = "2") -> int:
    return rectificaties.meld(
        huis, wie, KV, label, passage=passage, juist=GOED, reden=WAAROM, versie=page(huis, KV).rij.versie
    )


def test_a_correction_goes_from_hand_to_hand_and_stands_in_the_course(
    verzonden: Huis, anna: Wie, frank: Wie, chris: Wie
) -> None:
    id = meld(verzonden, anna)
    rectificaties.wijzig(verzonden, anna, id, juist=GOED, reden=f"{WAAROM}.", versie=1)
    with pytest.raises(Verouderd):
        rectificaties.stel_vast(verzonden, frank, id, versie=1)  # he saw the words of before
    with pytest.raises(Ongeldig, match="nog niet vastgesteld"):
        rectificaties.verzend(verzonden, chris, id, dag=date(2026, 6, 9), versie=2)
    rectificaties.stel_vast(verzonden, frank, id, versie=2)
    with pytest.raises(Ongeldig, match="al vastgesteld"):
        rectificaties.wijzig(verzonden, anna, id, juist="Iets anders.", reden="x", versie=3)
    for dag in (None, date(2026, 6, 8), date(2026, 6, 10)):
        with pytest.raises(Ongeldig, match="tussen het vaststellen en vandaag"):
            rectificaties.verzend(verzonden, chris, id, dag=dag, versie=3)
    rectificaties.verzend(verzonden, chris, id, dag=date(2026, 6, 9), versie=3)
    assert [(f.soort, f.datum, f.toelichting) for f in page(verzonden, KV).feiten][-1] == (
        "gerectificeerd",
        date(2026, 6, 9),
        "vraag 2, 3",
    )
    assert page(verzonden, KV).status == "ontvangen"
    with pytest.raises(Ongeldig, match="afgedaan"):
        rectificaties.trek_in(verzonden, anna, id, versie=4)
    assert {r for r in audit_lines(verzonden) if r[0].startswith("rectif") and r[2] == "gelukt"} == {
        ("rectificeren", KV, "gelukt", "Anna"),
        ("rectificatie_vaststellen", KV, "gelukt", "Frank"),
        ("rectificatie_verzenden", KV, "gelukt", "Chris"),
    }


def test_every_answer_that_took_the_wrong_words_is_shown(verzonden: Huis, anna: Wie) -> None:
    bron = answer_id(verzonden, KV, "2")
    schrijven.neem_over(verzonden, anna, ANDER, "2", bron, versie=0)
    schrijven.bewaar(verzonden, anna, ANDER, "1", f"{FOUT} Daarom rijden er bussen.", versie=0)  # typed, not taken over
    id = meld(verzonden, anna)
    beeld = rectificatiebeeld.beeld(verzonden, IEDEREEN, id)
    assert [(g.vragenset.sleutel, g.labels, g.staat_er, g.overgenomen, g.open) for g in beeld.geraakt] == [
        (ANDER, ("1",), True, False, True),
        (ANDER, ("2",), True, True, True),
    ]
    versie = next(b.antwoord.versie for b in page(verzonden, ANDER).blokken if b.vragen[0].label == "2")
    schrijven.bewaar(verzonden, anna, ANDER, "2", GOED, versie=versie)
    assert [(g.labels, g.staat_er) for g in rectificatiebeeld.beeld(verzonden, IEDEREEN, id).geraakt] == [
        (("1",), True),
        (("2",), False),
    ]


def test_an_open_set_with_the_wrong_words_is_held_up_until_they_go_or_the_correction_does(
    verzonden: Huis, anna: Wie
) -> None:
    schrijven.bewaar(verzonden, anna, ANDER, "1", f"{FOUT} Daarom rijden er bussen.", versie=0)
    id = meld(verzonden, anna)

    def gebreken() -> list[tuple[str, str]]:
        poort = zie(controle.controle, verzonden, IEDEREEN, ANDER).poort
        return [(b.gebrek.plaats, b.gebrek.wat) for b in poort if b.gebrek.code == "gerectificeerd"]

    assert gebreken() == [("antwoord-1", FOUT)]
    rectificaties.trek_in(verzonden, anna, id, versie=1)
    assert gebreken() == []


def test_the_answer_counts_as_outdated_for_who_would_take_it_over(verzonden: Huis, anna: Wie) -> None:
    def achterhaald() -> list[str | None]:
        gevonden = zie(eerder.zoek_bij_vraag, verzonden, anna, ANDER, "2")
        return [e.achterhaald.door if e.achterhaald else None for e in gevonden if e.treffer.eenheid.sleutel == KV]

    id = meld(verzonden, anna)
    catch_up(verzonden)
    assert "rectificatie" in achterhaald()
    rectificaties.trek_in(verzonden, anna, id, versie=1)
    catch_up(verzonden)
    assert set(achterhaald()) == {None}


def test_the_letter_says_what_was_answered_why_it_is_wrong_and_what_is_right(verzonden: Huis, anna: Wie) -> None:
    id = meld(verzonden, anna)
    bestand = rectificatiebeeld.brief(verzonden, IEDEREEN, id, answer_id(verzonden, KV, "2"))
    assert bestand.naam == "rectificatie-2026Z00101.docx"
    alineas = [
        p.text for p in docx.Document(io.BytesIO(bestand.data)).paragraphs if p.style and p.style.name == "Broodtekst"
    ]
    assert alineas == [
        "In het antwoord op de vragen 2 en 3 van de vragen van de leden Proef (ABC) en Tester (XYZ) aan de minister van "
        "Justitie en Veiligheid over gele fietsen (2026Z00101, ingezonden 11 mei 2026) is uw Kamer op 8 juni 2026 het "
        "volgende gemeld: «In 2025 verdwenen 312 gele fietsen.»",
        "Dat is niet juist. Bij het tellen zijn twee cijfers verwisseld.",
        "Deze passage moet luiden: «In 2025 verdwenen 321 gele fietsen.»",
    ]
    assert rectificatiebeeld.brief(verzonden, IEDEREEN, id, answer_id(verzonden, KV, "2")).data == bestand.data
    titel = (
        "Rectificatie van het antwoord op de vragen 2 en 3 (Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 1601) van "
        "Kamervragen over gele fietsen"
    )
    assert f"Betreft\tCONCEPT {titel}" in [p.text for p in docx.Document(io.BytesIO(bestand.data)).paragraphs]
    rectificaties.stel_vast(verzonden, IEDEREEN, id, versie=1)
    vast = rectificatiebeeld.brief(verzonden, IEDEREEN, id, answer_id(verzonden, KV, "2"))
    assert f"Betreft\t{titel}" in [p.text for p in docx.Document(io.BytesIO(vast.data)).paragraphs]


def test_who_must_approve_and_send_hears_of_it(verzonden: Huis, anna: Wie) -> None:
    mensen = {}
    for naam, rol in (("frank", Rol.LEIDINGGEVENDE), ("greta", Rol.BUREAU_BEWINDSPERSOON), ("chris", Rol.KAMERBUREAU)):
        id = maak(verzonden, OPDRACHTREGEL, inlognaam=naam, naam=naam, wachtwoord="een lang wachtwoord", rollen=[rol])
        mensen[naam] = Wie(naam, frozenset({rol}), "test", id)

    def gehoord() -> dict[str, int]:
        return {naam: len(post.postvak(verzonden, wie)) for naam, wie in mensen.items()}

    id = meld(verzonden, anna)
    assert gehoord() == {"frank": 1, "greta": 1, "chris": 0}
    rectificaties.stel_vast(verzonden, mensen["frank"], id, versie=1)
    assert gehoord() == {"frank": 1, "greta": 1, "chris": 1}


def test_who_took_it_over_and_sent_it_gets_a_letter_of_its_own(verzonden: Huis, anna: Wie) -> None:
    vragen = ANDERE_VRAGEN.replace("2026Z00202", "2026Z00303").replace("blauwe bussen", "rode boten")
    derde = brought(verzonden, vragen)
    antwoord = (
        "AH 1703\n2026Z00303\nAntwoord van minister Van Proef (Defensie) (ontvangen 9 juni 2026)\n\nVraag 1\n"
        "Waarom rijden er geen rode boten meer?\n\nAntwoord op vraag 1\nDat komt door de wind.\n\nVraag 2\n"
        f"Hoeveel gele fietsen vervangen de bussen?\n\nAntwoord op vraag 2\n{FOUT}\n"
    )
    assert brought(verzonden, antwoord) == derde
    id = meld(verzonden, anna)
    [geraakt] = rectificatiebeeld.beeld(verzonden, IEDEREEN, id).geraakt
    assert (geraakt.vragenset.sleutel, geraakt.aan_de_kamer) == (derde, True)
    bestand = rectificatiebeeld.brief(verzonden, IEDEREEN, id, geraakt.antwoord_id)
    assert bestand.naam == "rectificatie-2026Z00303.docx"
    with pytest.raises(NietGevonden):
        rectificatiebeeld.brief(verzonden, IEDEREEN, id, answer_id(verzonden, derde, "1"))


@pytest.mark.parametrize(
    ("passage", "label", "wat"),
    [
        ("Er verdwenen er 312.", "2", "staat niet zo in het antwoord op vraag 2"),
        (" ", "2", "Vul in wat er onjuist staat"),
    ],
)
def test_what_cannot_be_corrected_says_why(verzonden: Huis, anna: Wie, passage: str, label: str, wat: str) -> None:
    with pytest.raises(Ongeldig, match=wat):
        meld(verzonden, anna, passage, label)
    assert zie(rectificaties.van_set, verzonden, anna, KV) == ()


def test_an_answer_the_kamer_does_not_have_is_simply_changed(verzonden: Huis, anna: Wie) -> None:
    schrijven.bewaar(verzonden, anna, ANDER, "1", FOUT, versie=0)
    with pytest.raises(NietToegestaan):
        rectificaties.meld(
            verzonden,
            anna,
            ANDER,
            "1",
            passage=FOUT,
            juist=GOED,
            reden=WAAROM,
            versie=page(verzonden, ANDER).rij.versie,
        )


def test_only_who_may_takes_each_step(verzonden: Huis, anna: Wie, frank: Wie, chris: Wie) -> None:
    id = meld(verzonden, OPDRACHTREGEL)
    for wie in (anna, chris):
        with pytest.raises(NietToegestaan):
            rectificaties.stel_vast(verzonden, wie, id, versie=1)
    rectificaties.stel_vast(verzonden, frank, id, versie=1)
    for wie in (anna, frank):
        with pytest.raises(NietToegestaan):
            rectificaties.verzend(verzonden, wie, id, dag=date(2026, 6, 9), versie=2)


def test_words_that_stand_everywhere_reach_only_who_took_them_over(verzonden: Huis, anna: Wie) -> None:
    """'Ja.' is an answer to a hundred questions: only what is on record counts."""
    schrijven.bewaar(verzonden, anna, ANDER, "1", "Ja.", versie=0)
    schrijven.neem_over(verzonden, anna, ANDER, "2", answer_id(verzonden, KV, "1"), versie=0)
    id = meld(verzonden, anna, "Ja.", "1")
    assert [g.labels for g in rectificatiebeeld.beeld(verzonden, IEDEREEN, id).geraakt] == [("2",)]
    poort = zie(controle.controle, verzonden, IEDEREEN, ANDER).poort
    assert [b for b in poort if b.gebrek.code == "gerectificeerd"] == []


def test_a_passage_may_be_copied_from_the_page_and_hold_more_than_one_paragraph(verzonden: Huis, anna: Wie) -> None:
    """A browser sends other line ends, and shows neither the marks of notes nor bold."""
    with writing(verzonden.engine) as sessie:
        tekst = "**In 2025** verdwenen 312 gele fietsen.[^v1]\n\nDat zijn er veel. Meer dan ooit."
        sessie.execute(
            sa.text("UPDATE antwoord SET tekst = :t WHERE id = :i"), {"t": tekst, "i": answer_id(verzonden, KV, "2")}
        )
    id = meld(verzonden, anna, "In 2025 verdwenen 312 gele fietsen.\r\n\r\nDat zijn er veel.")
    assert rectificatiebeeld.beeld(verzonden, IEDEREEN, id).rij.passage == (
        "**In 2025** verdwenen 312 gele fietsen.[^v1]\n\nDat zijn er veel."
    )


def test_withdrawing_one_correction_leaves_the_other_marks(verzonden: Huis, anna: Wie) -> None:
    antwoord = answer_id(verzonden, KV, "2")
    herkomst.markeer_achterhaald(
        verzonden, anna, antwoord, reden="De wet wijzigde.", door="Stb. 2026, 12", sinds=date(2026, 6, 1)
    )
    id = meld(verzonden, anna)
    rectificaties.trek_in(verzonden, anna, id, versie=1)
    with reading(verzonden.engine) as sessie:
        assert kast.achterhaald(sessie)[antwoord].door == "Stb. 2026, 12"
