"""The values of a set and the few questions they answer about themselves."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.vragenset import (
    Antwoord,
    Bewindspersoon,
    Noot,
    Nootsoort,
    Soort,
    Vraag,
    Vragenset,
    nummer_van,
)

BRON = Noot(Nootsoort.BRON, 1, "De Proefkrant, 24 april 2026")
VOETNOOT = Noot(Nootsoort.VOETNOOT, 1, "Kamerstuk 33 552, nr. 124")
SET = Vragenset(
    soort=Soort.ANTWOORD,
    vragen=(Vraag(1, "1", "Kent u het bericht?[^b1]"), Vraag(2, "2", "En nu?"), Vraag(3, "3", "Wanneer?")),
    antwoorden=(Antwoord(("1",), "Ja."), Antwoord(("2", "3"), "Na de zomer.[^v1]")),
    noten=(BRON, VOETNOOT),
)


@pytest.mark.parametrize(("label", "nummer"), [("1", 1), ("1a", 1), ("12", 12), ("12b", 12), ("Vraag 3", 3), ("3.", 3)])
def test_the_number_of_a_label_is_its_whole_part(label: str, nummer: int) -> None:
    assert nummer_van(label) == nummer


@pytest.mark.parametrize("label", ["", "a", "Vraag", "²"])
def test_a_label_without_a_number_is_refused(label: str) -> None:
    with pytest.raises(Ongeldig, match="is geen nummer van een vraag"):
        nummer_van(label)


@pytest.mark.parametrize(
    ("labels", "nummers"),
    [
        (("1",), (1,)),
        (("3", "4", "5"), (3, 4, 5)),
        (("1a", "1b", "2"), (1, 2)),
        (("3", "8"), (3, 8)),
        (("9", "4"), (9, 4)),
    ],
)
def test_the_numbers_of_an_antwoord_stand_once_in_the_order_of_the_heading(
    labels: tuple[str, ...], nummers: tuple[int, ...]
) -> None:
    assert Antwoord(labels, "Ja.").nummers == nummers


@pytest.mark.parametrize(("label", "tekst"), [("1", "Ja."), ("2", "Na de zomer.[^v1]"), ("3", "Na de zomer.[^v1]")])
def test_a_grouped_antwoord_is_found_under_each_of_its_vragen(label: str, tekst: str) -> None:
    antwoord = SET.antwoord_op(label)
    assert antwoord is not None
    assert antwoord.tekst == tekst


def test_a_vraag_without_antwoord_has_none() -> None:
    assert SET.antwoord_op("4") is None


def test_noten_of_the_asker_and_the_minister_are_numbered_apart() -> None:
    assert (BRON.id, BRON.merk) == ("b1", "[^b1]")
    assert (VOETNOOT.id, VOETNOOT.merk) == ("v1", "[^v1]")
    assert (SET.noot("b1"), SET.noot("v1"), SET.noot("v2")) == (BRON, VOETNOOT, None)


@pytest.mark.parametrize(
    ("persoon", "tekst"),
    [
        (
            Bewindspersoon("minister", "Van Weel", "Justitie en Veiligheid"),
            "minister Van Weel (Justitie en Veiligheid)",
        ),
        (Bewindspersoon("minister", None, "Justitie en Veiligheid"), "minister van Justitie en Veiligheid"),
        # A minister without a ministry of his own is 'minister voor' (domain.md 3.3).
        (Bewindspersoon("minister", None, "Natuur en Stikstof"), "minister voor Natuur en Stikstof"),
        (Bewindspersoon("staatssecretaris", None, "Financiën"), "staatssecretaris van Financiën"),
        (Bewindspersoon("minister-president", "Schoof", None), "minister-president Schoof"),
        (Bewindspersoon("minister-president", None, None), "minister-president"),
    ],
)
def test_a_bewindspersoon_is_written_with_what_is_known(persoon: Bewindspersoon, tekst: str) -> None:
    assert str(persoon) == tekst


@pytest.mark.parametrize(
    ("naam", "achternaam"),
    [
        ("D.M. van Weel", "Van Weel"),
        ("Van Weel", "Van Weel"),
        ("van der Wal-Zeggelink", "Van der Wal-Zeggelink"),
        ("mr. drs. F.Th. de Vries", "De Vries"),
        ("Chr.A. Jansen", "Jansen"),
        ("C. van 't Wout", "Van 't Wout"),
        ("Keijzer", "Keijzer"),
        (None, None),
    ],
)
def test_a_bewindspersoon_is_called_by_his_achternaam(naam: str | None, achternaam: str | None) -> None:
    assert Bewindspersoon("minister", naam, "Justitie en Veiligheid").achternaam == achternaam


def test_what_a_document_does_not_say_is_absent() -> None:
    leeg = Vragenset(soort=Soort.VRAGEN)
    assert (leeg.zaaknummer, leeg.aanhangselnummer, leeg.ingezonden, leeg.ontvangen, leeg.onderwerp) == (None,) * 5
    assert (leeg.vragen, leeg.antwoorden, leeg.noten, leeg.indieners, leeg.ondertekenaars, leeg.zie_ook) == ((),) * 6


def test_a_set_never_changes_after_it_was_made() -> None:
    with pytest.raises(FrozenInstanceError):
        SET.onderwerp = "iets anders"  # type: ignore[misc]
    assert len({SET, SET}) == 1
