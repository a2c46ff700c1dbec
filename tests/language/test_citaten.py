"""Every text of a set is searched, and each citation says where it stands."""

from __future__ import annotations

from dataclasses import replace

from kamervragen.domain.vragenset import Antwoord, Noot, Nootsoort, Soort, Vraag, Vragenset
from kamervragen.language.citations.citaten import citaten, teksten

VOL = Vragenset(
    soort=Soort.ANTWOORD,
    onderwerp="Kamerstuk 33 552, nr. 1",
    inleiding="Zie Kamerstuk 33 552, nr. 2.",
    vragen=(Vraag(1, "1", "Kent u Kamerstuk 33 552, nr. 3?"), Vraag(2, "2a", "En Kamerstuk 33 552, nr. 4?")),
    antwoorden=(Antwoord(("1", "2a"), "Ja. Zie Kamerstuk 33 552, nr. 5 en het antwoord op vraag 1."),),
    noten=(Noot(Nootsoort.BRON, 1, "Kamerstuk 33 552, nr. 6"), Noot(Nootsoort.VOETNOOT, 1, "Kamerstuk 33 552, nr. 7")),
    toelichting="Ter aanvulling op 2024Z14814.",
    mededeling="Beantwoord bij Kamerstuk 36 471-64.",
    slot="Zie Kamerstuk 33 552, nr. 9.",
)


def test_citaten_stand_in_the_order_of_the_set_with_their_place() -> None:
    assert [(citaat.bij, citaat.verwijzing.id) for citaat in citaten(VOL)] == [
        ("inleiding", "kst-33552-2"),
        ("vraag-1", "kst-33552-3"),
        ("vraag-2a", "kst-33552-4"),
        ("antwoord-1", "kst-33552-5"),
        ("antwoord-1", "antwoord-1"),
        ("noot-b1", "kst-33552-6"),
        ("noot-v1", "kst-33552-7"),
        ("toelichting", "2024Z14814"),
        ("mededeling", "kst-36471-64"),
        ("slot", "kst-33552-9"),
    ]


def test_the_place_of_a_citaat_counts_in_its_own_text() -> None:
    op_plaats = dict(teksten(VOL))
    for citaat in citaten(VOL):
        verwijzing = citaat.verwijzing
        assert op_plaats[citaat.bij][verwijzing.begin : verwijzing.einde] == verwijzing.tekst


def test_texts_that_are_absent_or_empty_are_left_out() -> None:
    assert teksten(Vragenset(soort=Soort.VRAGEN)) == ()
    assert [plaats for plaats, _ in teksten(replace(VOL, inleiding="", toelichting=None, noten=()))] == [
        "vraag-1",
        "vraag-2a",
        "antwoord-1",
        "mededeling",
        "slot",
    ]
