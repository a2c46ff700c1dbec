"""The ledger of a set, and looking up what a note could cite."""

from __future__ import annotations

from kamervragen.antwoorden import groepen, schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.hergebruik import bronzoeken, eerder
from kamervragen.lijn import toewijzing
from kamervragen.mensen import gebruikers
from kamervragen.setpagina import grootboek, setblad
from kamervragen.setpagina.grootboek import Grootboekregel
from kamervragen.sets.blik import zie
from tests.stukken import bring

SET = """2026Z05555
(ingezonden 8 juni 2026)

1. Kent u het bericht over de bussen? En zo ja, wat vindt u ervan?
2. Hoeveel bussen zijn er?
3. Waarom zijn zij groen?
4. Waarom zijn zij lang?
"""
EERDER = """2025Z05555

Antwoord van minister Van Dam (Defensie) (ontvangen 8 juni 2025)
Zie ook Aanhangsel Handelingen, vergaderjaar 2024-2025, nr. 1966

Vraag 1
Hoeveel groene bussen rijden er in Nederland?

Antwoord op vraag 1
Er rijden 480 groene bussen.
"""


def _beeld(huis: Huis, wie: Wie, sleutel: str = "KV-000001") -> tuple[Grootboekregel, ...]:
    return zie(lambda blik: grootboek.van(blik, setblad.beeld(blik)), huis, wie, sleutel)


def test_the_ledger_tells_of_every_question(huis: Huis, anna: Wie) -> None:
    bring(huis, SET)
    schrijven.bewaar(huis, anna, "KV-000001", "1", "Ja.", versie=0)
    schrijven.bewaar(
        huis,
        anna,
        "KV-000001",
        "2",
        "Ik stuur uw Kamer voor de zomer van 2027 een brief met alle aantallen erin.",
        versie=0,
    )
    groepen.voeg_samen(
        huis, anna, "KV-000001", ("3", "4"), versie=zie(setblad.beeld, huis, anna, "KV-000001").rij.versie
    )
    een, twee, drie, vier = _beeld(huis, anna)
    assert een == Grootboekregel(
        "1", "Kent u het bericht over de bussen? En zo ja, wat vindt u ervan?", True, (), "", 2, 1, 1, 0, 0
    )
    assert (twee.woorden, twee.toezeggingen, twee.deelvragen, twee.beantwoord) == (15, 1, 1, True)
    assert (drie.samen, vier.samen, drie.beantwoord, drie.woorden) == (("3", "4"), ("3", "4"), False, 0)


def test_who_has_some_questions_stands_beside_them(huis: Huis, bram: Wie) -> None:
    bring(huis, SET)
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DGRR", "Directie Recht")

    def geef(labels: tuple[str, ...]) -> None:
        versie = zie(setblad.beeld, huis, bram, "KV-000001").rij.versie
        toewijzing.wijs_toe(huis, bram, "KV-000001", directie_id=1, behandelaar_id=None, versie=versie, labels=labels)

    geef(("2", "3"))
    assert [g.wie for g in _beeld(huis, bram)] == ["", "DGRR", "DGRR", ""]
    geef(())
    assert [g.wie for g in _beeld(huis, bram)] == ["", "", "", ""], "the whole set is somebody's"


def test_an_answer_is_long_beyond_250_words_for_each_thing_asked(huis: Huis, anna: Wie) -> None:
    """Bron: Acceptatiecriteria v1.0: 150-250 woorden per deelvraag; question 1 asks two things."""
    bring(huis, SET)
    for label, woorden in (("1", 500), ("2", 251), ("3", 250), ("4", 501)):
        schrijven.bewaar(huis, anna, "KV-000001", label, "bus " * woorden, versie=0)
    assert [(g.woorden, g.lang) for g in _beeld(huis, anna)] == [(500, False), (251, True), (250, False), (501, True)]


def test_what_lies_ready_is_counted_when_it_is_asked(huis: Huis, anna: Wie) -> None:
    bring(huis, EERDER)
    bring(huis, SET)
    gevonden = zie(grootboek.gevonden, huis, anna, "KV-000002")
    assert gevonden == {
        label: len(zie(eerder.zoek_bij_vraag, huis, anna, "KV-000002", label)) for label in ("1", "2", "3", "4")
    }
    assert gevonden["2"] == 1


def test_a_note_of_the_set_comes_with_its_mark(huis: Huis, anna: Wie) -> None:
    bring(huis, SET)
    schrijven.voeg_noot_toe(huis, anna, "KV-000001", "Kamerstuk 29 279, nr. 771.")
    schrijven.voeg_noot_toe(huis, anna, "KV-000001", "Jaarverslag van de politie.")
    assert [(b.merk, b.tekst) for b in bronzoeken.zoek(huis, anna, "KV-000001", "")] == [
        ("[^v1]", "Kamerstuk 29 279, nr. 771."),
        ("[^v2]", "Jaarverslag van de politie."),
    ]
    assert [b.merk for b in bronzoeken.zoek(huis, anna, "KV-000001", "POLITIE jaar")] == ["[^v2]"]


def test_a_number_is_cited_in_the_house_style(huis: Huis, anna: Wie) -> None:
    bring(huis, SET)
    gevonden = bronzoeken.zoek(huis, anna, "KV-000001", "kst-29279-771")
    assert ("Kamerstuk 29 279, nr. 771.", None) in [(b.tekst, b.merk) for b in gevonden]


def test_an_earlier_answer_is_found_by_its_words(huis: Huis, anna: Wie) -> None:
    bring(huis, EERDER)
    bring(huis, SET)
    (bron,) = bronzoeken.zoek(huis, anna, "KV-000002", "hoeveel groene bussen rijden er")
    assert (bron.tekst, bron.waarover, bron.merk) == (
        "Antwoord op de vragen 2025Z05555 van 8 juni 2025.",
        "Hoeveel groene bussen rijden er in Nederland?",
        None,
    )
