"""A document comes in: joined to its set or made one, and never over what a person wrote."""

from __future__ import annotations

import itertools
import os
import pickle
from datetime import date

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store.engine import reading
from kamervragen.documents.lezing import Lezing
from kamervragen.domain.errors import NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.status import Feitsoort, Status, afgedaan_op, status_van
from kamervragen.domain.vragenset import Vragenset
from kamervragen.inname import lezingen, stapel, voorstellen
from kamervragen.inname.innemen import Uitkomst, neem_in
from kamervragen.sets.blik import zie
from kamervragen.sets.store import vragensets
from tests.draden import at_once
from tests.stukken import (
    ANDERE_VRAGEN,
    ANTWOORD,
    UITSTEL,
    VRAGEN,
    answer_id,
    audit_lines,
    bring,
    brought,
    contents,
    files,
    page,
    without,
)

_NUMMERS = ("AH ", "2026Z", "Zie ook")


def _facts(huis: Huis, sleutel: str) -> set[tuple[Feitsoort, date]]:
    return {(Feitsoort(feit.soort), feit.datum) for feit in page(huis, sleutel).feiten}


def _set(huis: Huis, sleutel: str = "KV-000001") -> Vragenset:
    return page(huis, sleutel).vragenset


# refusals


def test_without_the_right_nothing_comes_in(huis: Huis, anna: Wie) -> None:
    with pytest.raises(NietToegestaan):
        bring(huis, VRAGEN, "vragen.txt", anna)
    assert audit_lines(huis) == [("document_innemen", "vragen.txt", "geweigerd", "Anna")]
    assert contents(huis)["vragenset"] == []
    assert files(huis) == []


def test_without_the_right_a_bad_file_is_not_even_read(huis: Huis, anna: Wie) -> None:
    with pytest.raises(NietToegestaan):
        bring(huis, "", "leeg.txt", anna)


@pytest.mark.parametrize(
    ("tekst", "naam", "reden"),
    [
        ("", "leeg.txt", "leeg.txt is leeg. Controleer het bestand en bied het opnieuw aan."),
        (
            "Zomaar een tekst.",
            "map/brief.txt",
            "In brief.txt is geen vraag herkend. Controleer of het een set "
            "Kamervragen is, met koppen als 'Vraag 1' of genummerde vragen.",
        ),
        ("%PDF-1.7", r"C:\stukken\a.pdf", "a.pdf is beschadigd en kan niet worden gelezen. Bied het opnieuw aan."),
    ],
)
def test_a_bad_file_is_refused_with_a_reason_and_nothing_is_recorded(
    huis: Huis, tekst: str, naam: str, reden: str
) -> None:
    voor = contents(huis)
    verslag = bring(huis, tekst, naam)
    assert (verslag.uitkomst, verslag.sleutel, verslag.reden) == (Uitkomst.GEWEIGERD, None, reden)
    assert verslag.als_json() == {
        "bestand": naam.replace("\\", "/").rsplit("/")[-1],
        "sleutel": None,
        "uitkomst": "geweigerd",
        "soort": None,
        "vragen": 0,
        "antwoorden": 0,
        "noten": 0,
        "citaties": 0,
        "meldingen": [{"code": "geweigerd", "tekst": reden, "plaats": "set"}],
    }
    assert contents(huis) == voor
    assert files(huis) == []


_NIEUW_ZAAK = ("2026Z00101", "2026Z00999")
_ANDERE_ZAAK = ("2026Z00101", "2026Z00202")


@pytest.mark.parametrize(
    "tekst",
    [
        pytest.param(ANTWOORD.replace(*_ANDERE_ZAAK), id="zaaknummer of another set"),
        pytest.param(ANTWOORD.replace(*_ANDERE_ZAAK).replace("AH 1601", "AH 1777"), id="zie ook of another set"),
        pytest.param(UITSTEL.replace(*_ANDERE_ZAAK), id="Aanhangselnummer of another set"),
        pytest.param(UITSTEL.replace(*_NIEUW_ZAAK), id="Aanhangselnummer of a set with another zaaknummer"),
        pytest.param(ANTWOORD.replace(*_NIEUW_ZAAK), id="zie ook a set with another zaaknummer"),
    ],
)
def test_numbers_that_contradict_are_refused_and_nothing_is_recorded(huis: Huis, tekst: str) -> None:
    brought(huis, VRAGEN, UITSTEL)
    bring(huis, ANDERE_VRAGEN)
    voor = contents(huis)
    verslag = bring(huis, tekst, "strijdig.txt")
    assert (verslag.uitkomst, verslag.sleutel) == (Uitkomst.GEWEIGERD, None)
    assert contents(huis) == voor


def test_a_document_refused_for_its_numbers_is_not_kept(huis: Huis) -> None:
    brought(huis, VRAGEN, UITSTEL)
    bring(huis, ANDERE_VRAGEN)
    bewaard = files(huis)
    assert bring(huis, UITSTEL.replace(*_ANDERE_ZAAK)).uitkomst is Uitkomst.GEWEIGERD
    assert files(huis) == bewaard


def test_the_refusal_of_contradicting_numbers_names_both_sets(huis: Huis) -> None:
    brought(huis, VRAGEN, UITSTEL)
    bring(huis, ANDERE_VRAGEN)
    assert bring(huis, UITSTEL.replace(*_ANDERE_ZAAK), "strijdig.txt").reden == (
        "De nummers in strijdig.txt passen niet bij elkaar: ze wijzen naar KV-000001, KV-000002 met zaaknummer "
        "2026Z00101. Controleer het zaaknummer en het Aanhangselnummer."
    )


# outcomes


def test_a_new_document_makes_a_set(huis: Huis, chris: Wie) -> None:
    verslag = bring(huis, VRAGEN, "map/vragen.txt", chris)
    assert verslag.als_json() == {
        "bestand": "vragen.txt",
        "sleutel": "KV-000001",
        "uitkomst": "nieuw",
        "soort": "vragen",
        "vragen": 3,
        "antwoorden": 0,
        "noten": 1,
        "citaties": 0,
        "meldingen": [],
    }
    assert audit_lines(huis) == [("document_innemen", "KV-000001", "gelukt", "Chris")]
    assert _facts(huis, "KV-000001") == {(Feitsoort.GEREGISTREERD, date(2026, 6, 9))}
    assert len(files(huis)) == 1


def test_the_same_file_a_second_time_is_gelijk_and_changes_nothing(huis: Huis) -> None:
    for tekst in (VRAGEN, UITSTEL, ANTWOORD):
        bring(huis, tekst)
    voor = contents(huis)
    for tekst in (ANTWOORD, VRAGEN, UITSTEL):
        assert bring(huis, tekst, "ander.txt").uitkomst is Uitkomst.GELIJK
    na = contents(huis)
    assert {tabel for tabel in voor if voor[tabel] != na[tabel]} <= {"audit", "teller"}
    assert len(files(huis)) == 3


@pytest.mark.parametrize(
    "tekst",
    [
        pytest.param(without(UITSTEL, "2026Z", "AH "), id="a notice without a number"),
        pytest.param(without(VRAGEN, "2026Z"), id="a paper without a number"),
        pytest.param(without(ANTWOORD, *_NUMMERS), id="an answer without a number"),
    ],
)
def test_a_file_without_numbers_is_gelijk_the_second_time(huis: Huis, tekst: str) -> None:
    eerste = bring(huis, tekst)
    tweede = bring(huis, tekst)
    assert (eerste.uitkomst, tweede.uitkomst) == (Uitkomst.NIEUW, Uitkomst.GELIJK)
    assert eerste.sleutel == tweede.sleutel == "KV-000001"


def test_a_file_that_fits_two_sets_is_gelijk_the_second_time(huis: Huis) -> None:
    bring(huis, VRAGEN)
    bring(huis, VRAGEN.replace(*_NIEUW_ZAAK))
    kaal = without(VRAGEN, "2026Z")
    eerste, tweede = bring(huis, kaal), bring(huis, kaal)
    assert (eerste.uitkomst, eerste.sleutel) == (Uitkomst.NIEUW, "KV-000003")
    assert (tweede.uitkomst, tweede.sleutel) == (Uitkomst.GELIJK, "KV-000003")


def test_the_same_contents_in_other_bytes_is_gelijk(huis: Huis) -> None:
    bring(huis, VRAGEN)
    verslag = bring(huis, VRAGEN.replace("\n", "\r\n") + "\n\n")
    assert (verslag.uitkomst, verslag.sleutel, verslag.meldingen) == (Uitkomst.GELIJK, "KV-000001", ())
    assert len(contents(huis)["document"]) == 2


def test_what_a_document_adds_is_gewijzigd(huis: Huis) -> None:
    assert [bring(huis, tekst).uitkomst for tekst in (VRAGEN, UITSTEL, ANTWOORD)] == [
        Uitkomst.NIEUW,
        Uitkomst.GEWIJZIGD,
        Uitkomst.GEWIJZIGD,
    ]


# joining


def _joined_whole(huis: Huis) -> None:
    """One set, with all that the three documents know."""
    assert len(contents(huis)["vragenset"]) == 1
    beeld = page(huis)
    s = beeld.vragenset
    assert str(s.zaaknummer) == "2026Z00101"
    assert (s.ingezonden, s.ontvangen) == (date(2026, 5, 11), date(2026, 6, 8))
    assert [lid.naam for lid in s.indieners] == ["Proef", "Tester"]
    assert [str(persoon) for persoon in s.ondertekenaars] == ["minister Van Proef (Justitie en Veiligheid)"]
    assert [vraag.label for vraag in s.vragen] == ["1", "2", "3"]
    assert [antwoord.labels for antwoord in s.antwoorden] == [("1",), ("2", "3")]
    assert [noot.id for noot in s.noten] == ["b1", "v1"]
    assert beeld.status is Status.ONTVANGEN
    assert _facts(huis, "KV-000001") == {
        (Feitsoort.GEREGISTREERD, date(2026, 6, 9)),
        (Feitsoort.UITSTEL, date(2026, 5, 29)),
        (Feitsoort.ONTVANGEN, date(2026, 6, 8)),
    }
    assert [(rij.nummer, rij.soort, rij.ontvangen) for rij in beeld.aanhangsels] == [
        ("ah-tk-20252026-1500", "uitstel", date(2026, 5, 29)),
        ("ah-tk-20252026-1601", "antwoord", date(2026, 6, 8)),
    ]
    assert [toezegging.zin for blok in beeld.blokken for toezegging in blok.toezeggingen] == [
        "Ik zal uw Kamer voor 1 oktober 2026 over de aanpak informeren."
    ]
    assert [motie.kamerstuk for blok in beeld.blokken for motie, _ in blok.moties] == ["kst-33552-124"]
    assert beeld.voorstellen == ()


@pytest.mark.parametrize("orde", list(itertools.permutations((VRAGEN, UITSTEL, ANTWOORD))))
def test_in_any_order_three_documents_join_by_zaaknummer(huis: Huis, orde: tuple[str, ...]) -> None:
    brought(huis, *orde)
    _joined_whole(huis)


_ANTWOORD_ZONDER = without(ANTWOORD, "2026Z")


@pytest.mark.parametrize("orde", [(VRAGEN, UITSTEL, _ANTWOORD_ZONDER), (UITSTEL, VRAGEN, _ANTWOORD_ZONDER)])
def test_an_answer_joins_by_zie_ook_when_its_questions_are_the_same(huis: Huis, orde: tuple[str, ...]) -> None:
    brought(huis, *orde)
    _joined_whole(huis)


_ANDERE_VRAGEN_DAN_ZIE_OOK = (
    _ANTWOORD_ZONDER.partition("Vraag 1")[0]
    + "Vraag 1\nWaarom rijdt de laatste trein naar Delfzijl niet meer?\n\nAntwoord op vraag 1\nDie rijdt nog.\n"
)


@pytest.mark.parametrize(
    ("eerst", "later"),
    [((VRAGEN, UITSTEL), _ANDERE_VRAGEN_DAN_ZIE_OOK), ((UITSTEL,), _ANTWOORD_ZONDER), ((_ANTWOORD_ZONDER,), UITSTEL)],
    ids=["other questions", "a set without questions", "a notice that an answer names"],
)
def test_zie_ook_alone_joins_nothing_but_is_shown(huis: Huis, eerst: tuple[str, ...], later: str) -> None:
    brought(huis, *eerst)
    verslag = bring(huis, later, "later.txt")
    assert (verslag.uitkomst, verslag.sleutel) == (Uitkomst.NIEUW, "KV-000002")
    assert [dict(m.feiten) for m in verslag.meldingen if m.code == "wijst_naar_twee"] == [
        {"sleutel": "KV-000002", "andere": "KV-000001"}
    ]
    assert [(v.veld, v.voorgesteld) for v in page(huis, "KV-000002").voorstellen] == [("samenvoegen", "KV-000001")]


@pytest.mark.parametrize("orde", [(VRAGEN, _ANTWOORD_ZONDER), (_ANTWOORD_ZONDER, VRAGEN)])
def test_a_notice_that_links_two_sets_shows_that_they_are_one(huis: Huis, anna: Wie, orde: tuple[str, ...]) -> None:
    """Its zaaknummer is that of the questions, its own number the one the answer says 'Zie ook' to."""
    for tekst in orde:
        bring(huis, tekst)
    verslag = bring(huis, UITSTEL)
    assert ("wijst_naar_twee", "set") in [(m.code, m.plaats) for m in verslag.meldingen]
    assert verslag.sleutel is not None
    voorstel = next(v for v in page(huis, verslag.sleutel).voorstellen if v.bron == verslag.bestand)
    staat_in = voorstellen.beslis(huis, anna, verslag.sleutel, voorstel.id or 0, "overgenomen", versie=1)
    assert [rij[1] for rij in contents(huis)["vragenset"]] == [staat_in]
    beeld = page(huis, staat_in)
    assert (len(beeld.vragenset.vragen), len(beeld.vragenset.antwoorden)) == (3, 2)
    assert str(beeld.vragenset.zaaknummer) == "2026Z00101"
    assert len(beeld.documenten) == 3


def test_an_answer_joins_by_its_own_aanhangselnummer(huis: Huis) -> None:
    kop = without(ANTWOORD, "2026Z", "Zie ook").split("Vraag 1")[0]
    brought(huis, ANTWOORD, kop + "Vraag 1\nEn verder?\n\nAntwoord op vraag 1\nNee.\n")
    assert len(contents(huis)["vragenset"]) == 1


_ZONDER_NUMMER = without(ANTWOORD, *_NUMMERS)
_KAAL = without(VRAGEN, "2026Z", "1) ").replace("? 1)", "?").replace("Hoeveel gele", "hoeveel  GELE")


@pytest.mark.parametrize(
    ("eerst", "later", "procent", "gelijk"),
    [
        (VRAGEN, _ZONDER_NUMMER, 100, 3),
        (_ZONDER_NUMMER, VRAGEN, 100, 3),
        (VRAGEN, _KAAL, 100, 3),
        (VRAGEN, without(VRAGEN, "2026Z").replace("te stoppen", "te vertragen"), 96, 2),
    ],
    ids=["answer", "questions", "marks and case", "one question in other words"],
)
def test_likeness_joins_nothing_by_itself_but_is_shown(
    huis: Huis, anna: Wie, eerst: str, later: str, procent: int, gelijk: int
) -> None:
    bring(huis, eerst, "eerst.txt")
    verslag = bring(huis, later, "later.txt")
    assert (verslag.uitkomst, verslag.sleutel) == (Uitkomst.NIEUW, "KV-000002")
    assert [dict(m.feiten) for m in verslag.meldingen if m.code == "lijkt_op"] == [
        {"sleutel": "KV-000001", "procent": procent, "gelijk": gelijk, "vragen": 3}
    ]
    (voorstel,) = page(huis, "KV-000002").voorstellen
    assert (voorstel.veld, voorstel.voorgesteld, voorstel.huidig) == ("samenvoegen", "KV-000001", str(procent))
    assert voorstellen.beslis(huis, anna, "KV-000002", voorstel.id or 0, "overgenomen", versie=1) == "KV-000001"
    assert [rij[1] for rij in contents(huis)["vragenset"]] == ["KV-000001"]
    beeld = page(huis)
    assert [d.naam for d in beeld.documenten] == ["eerst.txt", "later.txt"]
    assert str(beeld.vragenset.zaaknummer) == "2026Z00101"


def test_sets_that_are_not_the_same_stay_two(huis: Huis, anna: Wie) -> None:
    bring(huis, VRAGEN)
    bring(huis, _KAAL)
    (voorstel,) = page(huis, "KV-000002").voorstellen
    assert voorstellen.beslis(huis, anna, "KV-000002", voorstel.id or 0, "afgewezen", versie=1) == "KV-000002"
    assert len(contents(huis)["vragenset"]) == 2
    assert page(huis, "KV-000002").voorstellen == ()


def test_the_set_in_which_someone_worked_is_the_one_that_stays(huis: Huis, anna: Wie) -> None:
    bring(huis, VRAGEN)
    bring(huis, _KAAL)
    schrijven.bewaar(huis, anna, "KV-000002", "1", "Ja, van Anna.", versie=0)
    (voorstel,) = page(huis, "KV-000002").voorstellen
    assert voorstellen.beslis(huis, anna, "KV-000002", voorstel.id or 0, "overgenomen", versie=1) == "KV-000002"
    beeld = page(huis, "KV-000002")
    assert (str(beeld.vragenset.zaaknummer), beeld.blokken[0].antwoord.tekst) == ("2026Z00101", "Ja, van Anna.")


def test_two_sets_in_which_people_worked_are_not_joined(huis: Huis, anna: Wie) -> None:
    bring(huis, VRAGEN)
    bring(huis, _KAAL)
    for sleutel in ("KV-000001", "KV-000002"):
        schrijven.bewaar(huis, anna, sleutel, "1", f"Ja, in {sleutel}.", versie=0)
    (voorstel,) = page(huis, "KV-000002").voorstellen
    voor = contents(huis)
    with pytest.raises(Ongeldig, match="In KV-000002 en in KV-000001 is al gewerkt"):
        voorstellen.beslis(huis, anna, "KV-000002", voorstel.id or 0, "overgenomen", versie=1)
    assert contents(huis) == voor


@pytest.mark.parametrize(
    "anders",
    [
        VRAGEN.replace("2026Z00101", "2026Z00102"),
        without(VRAGEN, "2026Z").replace("Tester (XYZ)", "Anders (XYZ)"),
        without(VRAGEN, "2026Z").replace("11 mei", "12 mei"),
    ],
    ids=["zaaknummer", "asker", "day"],
)
def test_equal_questions_with_a_difference_are_another_set(huis: Huis, anders: str) -> None:
    bring(huis, VRAGEN)
    verslag = bring(huis, anders)
    assert (verslag.uitkomst, verslag.sleutel) == (Uitkomst.NIEUW, "KV-000002")
    assert [m.code for m in verslag.meldingen if m.code == "lijkt_op"] == []


@pytest.mark.parametrize(
    ("naam", "zaaknummer", "aanhangsel"),
    [
        ("antwoord 2026Z00101.txt", "2026Z00101", None),
        ("ah-tk-20252026-1601.txt", None, "ah-tk-20252026-1601"),
        ("2026Z00101_ah-tk-20252026-1601 (2).txt", "2026Z00101", "ah-tk-20252026-1601"),
        ("12026Z001012.txt", None, None),
    ],
)
def test_numbers_come_from_the_name_of_the_file_with_a_doubt(
    huis: Huis, naam: str, zaaknummer: str | None, aanhangsel: str | None
) -> None:
    verslag = bring(huis, without(ANTWOORD, *_NUMMERS), naam)
    s = _set(huis)
    assert (str(s.zaaknummer) if s.zaaknummer else None) == zaaknummer
    assert (str(s.aanhangselnummer) if s.aanhangselnummer else None) == aanhangsel
    meldingen = [m["tekst"] for m in verslag.als_json()["meldingen"]]
    assert meldingen == [
        f"Het nummer {nummer} komt uit de naam van het bestand." for nummer in (zaaknummer, aanhangsel) if nummer
    ]


def test_a_number_in_the_document_wins_from_its_name(huis: Huis) -> None:
    bring(huis, ANTWOORD, "2026Z99999 ah-tk-20252026-9999.txt")
    s = _set(huis)
    assert (str(s.zaaknummer), str(s.aanhangselnummer)) == ("2026Z00101", "ah-tk-20252026-1601")


# what differs


def test_an_edited_answer_is_never_overwritten_but_proposed_once(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "1", "Nee, nooit gezien.", versie=0)
    verslag = bring(huis, ANTWOORD, "antwoord.txt")
    assert verslag.uitkomst is Uitkomst.GEWIJZIGD
    assert [(m.code, m.plaats) for m in verslag.meldingen] == [("tekst_verschilt", "antwoord-1")]
    bring(huis, ANTWOORD + "\n", "nogmaals.txt")
    beeld = page(huis)
    assert beeld.vragenset.antwoorden[0].tekst == "Nee, nooit gezien."
    assert [(v.veld, v.huidig, v.voorgesteld, v.bron) for v in beeld.voorstellen] == [
        ("antwoord-1", "Nee, nooit gezien.", "Ja.", "antwoord.txt")
    ]


def test_an_answer_of_a_document_is_not_overwritten_either(huis: Huis) -> None:
    brought(huis, ANTWOORD)
    bring(huis, ANTWOORD.replace("312 gele", "313 gele"))
    beeld = page(huis)
    assert "312" in beeld.vragenset.antwoorden[1].tekst
    (voorstel,) = beeld.voorstellen
    assert voorstel.veld == "antwoord-2"
    assert "313" in voorstel.voorgesteld


def test_an_empty_answer_is_filled_by_a_document(huis: Huis) -> None:
    brought(huis, ANTWOORD.replace("\nJa.\n", "\n"))
    assert _set(huis).antwoorden[0].tekst == ""
    bring(huis, ANTWOORD)
    assert _set(huis).antwoorden[0].tekst == "Ja."
    assert page(huis).voorstellen == ()


def test_an_answer_a_person_emptied_stays_empty(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    versie = schrijven.bewaar(huis, anna, sleutel, "1", "Ja!", versie=0)
    schrijven.bewaar(huis, anna, sleutel, "1", "", versie=versie)
    bring(huis, ANTWOORD)
    assert _set(huis).antwoorden[0].tekst == ""
    assert [voorstel.veld for voorstel in page(huis).voorstellen] == ["antwoord-1"]


def test_a_question_that_differs_is_proposed(huis: Huis) -> None:
    brought(huis, VRAGEN)
    verslag = bring(huis, VRAGEN.replace("Hoeveel gele fietsen zijn", "Hoeveel fietsen zijn"))
    assert [(m.code, m.plaats) for m in verslag.meldingen] == [("tekst_verschilt", "vraag-2")]
    assert _set(huis).vragen[1].tekst == "Hoeveel gele fietsen zijn er in 2025 verdwenen?"
    assert [voorstel.veld for voorstel in page(huis).voorstellen] == ["vraag-2"]


def test_a_note_that_differs_stands_beside_the_known_one(huis: Huis) -> None:
    brought(huis, VRAGEN)
    bring(huis, VRAGEN.replace("8 mei", "9 mei"))
    s = _set(huis)
    assert [(noot.id, noot.tekst[:24]) for noot in s.noten] == [
        ("b1", "De Proefbode, 8 mei 2026"),
        ("b2", "De Proefbode, 9 mei 2026"),
    ]
    assert s.vragen[0].tekst.endswith("[^b1]")
    assert [(v.veld, v.voorgesteld[-5:]) for v in page(huis).voorstellen] == [("vraag-1", "[^b2]")]


@pytest.mark.parametrize("besluit", ["overgenomen", "afgewezen"])
def test_a_note_that_differed_does_not_block_sending_once_decided(huis: Huis, anna: Wie, besluit: str) -> None:
    sleutel = brought(huis, VRAGEN)
    bring(huis, VRAGEN.replace("8 mei", "9 mei"))
    (voorstel,) = page(huis).voorstellen
    voorstellen.beslis(huis, anna, sleutel, voorstel.id or 0, besluit, versie=1)
    assert [gebrek.plaats for gebrek in page(huis).gebreken if gebrek.code == "noot_zonder_merk"] == []


def test_a_note_of_a_document_does_not_change_what_a_colleagues_mark_says(huis: Huis, anna: Wie) -> None:
    """The answer's footnote 1 and Anna's footnote 1 are two notes: no text may end up with the wrong one."""
    sleutel = brought(huis, VRAGEN)
    merk = schrijven.voeg_noot_toe(huis, anna, sleutel, "Noot van Anna.")
    schrijven.bewaar(huis, anna, sleutel, "1", f"Ja.{merk}", versie=0)
    bring(huis, ANTWOORD)
    s = _set(huis)
    antwoord = s.antwoord_op("2")
    assert antwoord is not None
    (gebruikt,) = [noot.tekst for noot in s.noten if noot.merk in antwoord.tekst]
    assert gebruikt == "Kamerstukken II, 2024-2025, 33552, nr. 124."


@pytest.mark.parametrize("later", ["12 juni 2026", "5 juni 2026"])
def test_dates_that_differ_are_reported_and_the_old_one_kept(huis: Huis, later: str) -> None:
    brought(huis, VRAGEN, ANTWOORD)
    termijn = page(huis).termijn
    verslag = bring(huis, ANTWOORD.replace("8 juni 2026", later))
    assert [m["tekst"] for m in verslag.als_json()["meldingen"]] == [
        f"Bij ontvangen zegt het document “{later}”, de set “8 juni 2026”; de set is gehouden, kies op de pagina van de set."
    ]
    beeld = page(huis)
    assert beeld.vragenset.ontvangen == date(2026, 6, 8)
    assert (Feitsoort.ONTVANGEN, date(2026, 6, 8)) in _facts(huis, "KV-000001")
    assert beeld.termijn == termijn


def test_a_day_of_asking_that_differs_moves_no_term(huis: Huis) -> None:
    brought(huis, VRAGEN)
    verslag = bring(huis, VRAGEN.replace("11 mei", "12 mei"))
    assert [(m.code, dict(m.feiten)["veld"]) for m in verslag.meldingen] == [("veld_verschilt", "ingezonden")]
    assert page(huis).termijn.laatste_dag == date(2026, 6, 1)


def test_answers_without_their_questions_join_them_when_these_come(huis: Huis) -> None:
    kop, romp = ANTWOORD.split("Vraag 1")[0], "Antwoord op vraag 1\nJa.\n\nAntwoord op vraag 2 en 3\nNee.\n"
    kaal = kop + romp
    assert bring(huis, kaal).antwoorden == 2
    assert [antwoord.labels for antwoord in _set(huis).antwoorden] == [("1",), ("2", "3")]
    bring(huis, VRAGEN)
    s = _set(huis)
    assert [(antwoord.labels, antwoord.tekst) for antwoord in s.antwoorden] == [(("1",), "Ja."), (("2", "3"), "Nee.")]


def test_an_answer_to_questions_a_colleague_answered_in_part_leaves_no_question_out(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "2", "Eigen tekst.", versie=0)
    bring(huis, ANTWOORD)
    s = _set(huis)
    op_2, op_3 = s.antwoord_op("2"), s.antwoord_op("3")
    assert op_2 is not None
    assert op_2.tekst == "Eigen tekst."
    assert op_3 is not None or any(v.veld == "antwoord-3" for v in page(huis).voorstellen)


# kinds of document


@pytest.mark.parametrize(
    ("zin", "soort", "status", "feit"),
    [
        (
            "De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord, omdat overleg nodig is.",
            "uitstel",
            Status.GEREGISTREERD,
            Feitsoort.UITSTEL,
        ),
        (
            "De vragen over gele fietsen zijn beantwoord middels een brief die op 28 mei 2026 is verzonden.",
            "beantwoord_bij_brief",
            Status.BEANTWOORD_BIJ_BRIEF,
            Feitsoort.BEANTWOORD_BIJ_BRIEF,
        ),
        (
            "Dit betekent dat de vragen als ingetrokken kunnen worden beschouwd.",
            "ingetrokken",
            Status.INGETROKKEN,
            Feitsoort.INGETROKKEN,
        ),
    ],
)
def test_a_notice_records_its_fact(huis: Huis, zin: str, soort: str, status: Status, feit: Feitsoort) -> None:
    kop = "\n".join(UITSTEL.splitlines()[:4])
    brought(huis, VRAGEN)
    verslag = bring(huis, f"{kop}\n{zin}\n")
    assert (verslag.als_json()["soort"], verslag.meldingen) == (soort, ())
    beeld = page(huis)
    assert beeld.status is status
    assert (feit, date(2026, 5, 29)) in _facts(huis, "KV-000001")
    assert [(rij.nummer, rij.soort, rij.mededeling) for rij in beeld.aanhangsels] == [
        ("ah-tk-20252026-1500", soort, zin)
    ]


def test_a_notice_without_number_or_day_is_taken_in_with_doubts(huis: Huis) -> None:
    brought(huis, VRAGEN)
    verslag = bring(huis, without(UITSTEL, "AH ").replace(" (ontvangen 29 mei 2026)", ""))
    assert [m.code for m in verslag.meldingen] == ["mededeling_zonder_nummer", "mededeling_zonder_datum"]
    assert _facts(huis, "KV-000001") == {(Feitsoort.GEREGISTREERD, date(2026, 6, 9))}


def test_a_signed_letter_counts_as_sent_on_its_day(huis: Huis) -> None:
    brief = ANTWOORD.replace("(ontvangen 8 juni 2026)\n", "").replace("AH 1601\n", "Datum 5 juni 2026\n")
    brought(huis, VRAGEN, brief)
    assert _set(huis).gedagtekend == date(2026, 6, 5)
    assert page(huis).status is Status.VERZONDEN
    assert (Feitsoort.VERZONDEN, date(2026, 6, 5)) in _facts(huis, "KV-000001")


def test_a_document_plans_the_index_of_its_set_once(huis: Huis) -> None:
    brought(huis, VRAGEN, UITSTEL, ANTWOORD)
    bring(huis, VRAGEN)
    assert len(contents(huis)["taak"]) == 1


def test_documents_of_one_set_at_once_join_it(elk_huis: Huis, chris: Wie) -> None:
    stukken = {"v.txt": VRAGEN, "u.txt": UITSTEL, "a.txt": ANTWOORD}
    acts = [
        lambda naam=naam, tekst=tekst: neem_in(elk_huis, chris, tekst.encode(), naam).sleutel  # type: ignore[misc]
        for naam, tekst in stukken.items()
    ]
    assert at_once(acts * 2) == ["KV-000001"] * 6
    with reading(elk_huis.engine) as sessie:
        feiten = vragensets.feiten(sessie, 1)
        assert len(vragensets.vragen(sessie, 1)) == 3
    assert (status_van(feiten), afgedaan_op(feiten)) == (Status.ONTVANGEN, date(2026, 6, 8))


def test_the_answer_of_a_document_is_one_version_by_that_file(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, ANTWOORD)
    (versie,) = zie(schrijven.versies, huis, anna, sleutel, "1")
    assert (versie.versie, versie.tekst, versie.auteur) == (1, "Ja.", "stuk-0.txt")
    assert answer_id(huis, sleutel, "2") == answer_id(huis, sleutel, "3")


def _op_de_stapel(huis: Huis, tekst: str) -> int:
    stapel.leg_neer(huis, OPDRACHTREGEL, [("stuk.txt", tekst.encode())])
    nummer = len(contents(huis)["inname"])
    stapel.lees_stuk(huis, nummer)
    return nummer


def test_a_paper_that_was_mended_meanwhile_is_not_recorded_at_all(huis: Huis, bram: Wie) -> None:
    """What was sent from a page of before: the answer is a conflict, and nothing happened."""
    nummer = _op_de_stapel(huis, VRAGEN)
    nieuw = stapel.herstel(huis, bram, nummer, {"onderwerp": "groene fietsen"}, versie=2)
    voor = contents(huis)
    with pytest.raises(Verouderd):
        stapel.neem_op(huis, bram, nummer, keuze=None, versie=nieuw - 1)
    assert contents(huis) == voor
    stapel.neem_op(huis, bram, nummer, keuze=None, versie=nieuw)
    assert page(huis).vragenset.onderwerp == "groene fietsen"


def test_a_paper_on_the_pile_is_read_once(huis: Huis, bram: Wie, monkeypatch: pytest.MonkeyPatch) -> None:
    gelezen: list[str] = []
    lees = lezingen.gelezen

    def tel(data: bytes, naam: str) -> Lezing:
        gelezen.append(naam)
        return lees(data, naam)

    monkeypatch.setattr(lezingen, "gelezen", tel)
    nummer = _op_de_stapel(huis, VRAGEN)
    eerste = stapel.bekijk(huis, bram, nummer).lezing
    versie = stapel.herstel(huis, bram, nummer, {"onderwerp": "groene fietsen"}, versie=2)
    assert stapel.bekijk(huis, bram, nummer).lezing == eerste
    stapel.neem_op(huis, bram, nummer, keuze=None, versie=versie)
    assert gelezen == ["stuk.txt"]
    assert list((huis.settings.data / "lezingen").iterdir()) == [], "what is done with is not kept"


@pytest.mark.parametrize("inhoud", [b"", b"onzin", pickle.dumps(("geen", "lezing")), pickle.dumps(os.system)])
def test_a_damaged_reading_is_made_anew(huis: Huis, bram: Wie, inhoud: bytes) -> None:
    nummer = _op_de_stapel(huis, VRAGEN)
    eerste = stapel.bekijk(huis, bram, nummer).lezing
    (bewaard,) = (huis.settings.data / "lezingen").iterdir()
    bewaard.write_bytes(inhoud)
    assert stapel.bekijk(huis, bram, nummer).lezing == eerste
    assert bewaard.read_bytes() != inhoud
