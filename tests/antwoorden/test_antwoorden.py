"""Answers: saved as versions, taken over with their notes, mended by proposals."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from kamervragen.antwoorden import opmerkingen, schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, TeGroot, Verouderd
from kamervragen.domain.status import Feitsoort
from kamervragen.inname import voorstellen
from kamervragen.inname.innemen import Uitkomst
from kamervragen.lijn import route, toewijzing
from kamervragen.mensen import gebruikers
from kamervragen.setpagina import setblad
from kamervragen.sets.blik import zie
from tests.draden import at_once
from tests.stukken import (
    ANDERE_VRAGEN,
    ANTWOORD,
    VRAGEN,
    answer_id,
    audit_lines,
    bring,
    brought,
    contents,
    page,
    pass_gate,
    sql,
)

_BRON = """\
2026Z00303
Antwoord van minister Van Proef (Justitie en Veiligheid) (ontvangen 1 april 2026)

Vraag 1
Kent u het rapport? 1)

Antwoord op vraag 1
Het rapport 1 is bekend.[footnoteRef:1] [1: Eerste noot.] Zie de tweede.[footnoteRef:2] [2: Tweede noot (https://x.nl).]

1) De Proefbode (https://proefbode.example/rapport)
"""


def _text(huis: Huis, label: str, sleutel: str = "KV-000001") -> str | None:
    antwoord = page(huis, sleutel).vragenset.antwoord_op(label)
    return antwoord.tekst if antwoord else None


# save


@pytest.mark.parametrize("wie", ["chris", "eva", "frank"])
def test_who_does_not_write_cannot_save(huis: Huis, wie: str, request: pytest.FixtureRequest) -> None:
    sleutel = brought(huis, VRAGEN)
    persoon: Wie = request.getfixturevalue(wie)
    with pytest.raises(NietToegestaan):
        schrijven.bewaar(huis, persoon, sleutel, "1", "Ja.", versie=0)
    assert _text(huis, "1") is None
    assert audit_lines(huis)[-1] == ("antwoord_schrijven", sleutel, "geweigerd", persoon.naam)


def test_a_closed_set_takes_no_text(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, ANTWOORD)
    with pytest.raises(NietToegestaan, match="deze set is ontvangen"):
        schrijven.bewaar(huis, anna, sleutel, "1", "Nee.", versie=1)
    assert _text(huis, "1") == "Ja."


def test_an_unknown_set_or_question_takes_no_text(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    for waar, label in (("KV-000009", "1"), (sleutel, "4"), (sleutel, "")):
        with pytest.raises(NietGevonden):
            schrijven.bewaar(huis, anna, waar, label, "Ja.", versie=0)
    assert page(huis).vragenset.antwoorden == ()


def test_an_answer_that_was_never_written_has_no_version(huis: Huis, anna: Wie) -> None:
    with pytest.raises(NietGevonden, match="intussen verwijderd"):
        schrijven.bewaar(huis, anna, brought(huis, VRAGEN), "1", "Ja.", versie=1)


def test_a_text_may_hold_a_hundred_thousand_characters_and_no_more(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    with pytest.raises(TeGroot):
        schrijven.bewaar(huis, anna, sleutel, "1", "a" * 100_001, versie=0)
    assert _text(huis, "1") is None
    assert schrijven.bewaar(huis, anna, sleutel, "1", "a" * 100_000, versie=0) == 1


@pytest.mark.parametrize("versie", [0, 1])
def test_a_save_on_an_old_version_is_refused_with_both_texts(huis: Huis, anna: Wie, bram: Wie, versie: int) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "1", "Van Anna.", versie=0)
    schrijven.bewaar(huis, anna, sleutel, "1", "Van Anna, beter.", versie=1)
    voor = contents(huis)
    with pytest.raises(Verouderd) as fout:
        schrijven.bewaar(huis, bram, sleutel, "1", "Van Bram.", versie=versie)
    assert (fout.value.versie, fout.value.hun_tekst, fout.value.mijn_tekst) == (2, "Van Anna, beter.", "Van Bram.")
    assert contents(huis) == voor


def test_saving_counts_versions_from_one(huis: Huis, anna: Wie, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    assert schrijven.bewaar(huis, anna, sleutel, "2", "Eerst.", versie=0) == 1
    assert schrijven.bewaar(huis, bram, sleutel, "2", "Dan.", versie=1) == 2
    versies = zie(schrijven.versies, huis, anna, sleutel, "2")
    assert [(rij.versie, rij.tekst, rij.auteur) for rij in versies] == [(2, "Dan.", "Bram"), (1, "Eerst.", "Anna")]
    assert zie(schrijven.versies, huis, anna, sleutel, "1") == ()
    assert audit_lines(huis)[-2:] == [
        ("antwoord_schrijven", sleutel, "gelukt", "Anna"),
        ("antwoord_schrijven", sleutel, "gelukt", "Bram"),
    ]


def test_saving_the_same_text_makes_no_version(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "1", "Ja.", versie=0)
    assert schrijven.bewaar(huis, anna, sleutel, "1", "Ja.\r\n", versie=1) == 1
    assert len(zie(schrijven.versies, huis, anna, sleutel, "1")) == 1


def test_a_text_is_saved_in_one_spelling(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "1", "__Ja__\0,\r\n\r\n* een\r\n* twee\r\n", versie=0)
    assert _text(huis, "1") == "**Ja**,\n\n- een\n- twee"


def test_saving_follows_promises_and_motions(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    tekst = "Ik zal uw Kamer voor 1 oktober 2026 informeren. Ik voer de motie van het lid Proef (ABC) over fietsen uit."
    schrijven.bewaar(huis, anna, sleutel, "1", tekst, versie=0)
    (blok,) = page(huis).blokken
    assert [(rij.zin, rij.venster_einde and rij.venster_einde.isoformat()) for rij in blok.toezeggingen] == [
        ("Ik zal uw Kamer voor 1 oktober 2026 informeren.", "2026-09-30")
    ]
    assert [(motie.indieners, motie.onderwerp) for motie, _ in blok.moties] == [("Proef (ABC)", "fietsen uit")]
    schrijven.bewaar(huis, anna, sleutel, "1", "Nee.", versie=1)
    (blok,) = page(huis).blokken
    assert (blok.toezeggingen, blok.moties) == ((), ())


def test_of_first_saves_at_once_one_wins(elk_huis: Huis, anna: Wie) -> None:
    sleutel = brought(elk_huis, VRAGEN)
    for label in ("1", "2", "3"):
        teksten = [f"Schrijver {nummer}." for nummer in range(8)]
        uit = at_once([partial(schrijven.bewaar, elk_huis, anna, sleutel, label, tekst, versie=0) for tekst in teksten])
        gewonnen = [tekst for tekst, uitkomst in zip(teksten, uit, strict=True) if uitkomst == 1]
        assert len(gewonnen) == 1, uit
        verloren = [fout for fout in uit if isinstance(fout, Verouderd)]
        assert len(verloren) == 7, uit
        assert {fout.hun_tekst for fout in verloren} == set(gewonnen)
        assert _text(elk_huis, label) == gewonnen[0]


def test_colleagues_save_answers_of_one_set_at_once(elk_huis: Huis, anna: Wie) -> None:
    sleutel = brought(elk_huis, VRAGEN)
    sql(elk_huis, "DELETE FROM taak")  # the worker has been
    acts = [partial(schrijven.bewaar, elk_huis, anna, sleutel, label, f"Op {label}.", versie=0) for label in "123"]
    assert at_once(acts) == [1, 1, 1]
    assert [_text(elk_huis, label) for label in "123"] == ["Op 1.", "Op 2.", "Op 3."]


# neem_over


@pytest.fixture
def bron(huis: Huis) -> int:
    """An earlier answer with a source and two footnotes, in KV-000001; the set to answer is KV-000002."""
    brought(huis, _BRON)
    bring(huis, VRAGEN)
    return answer_id(huis, "KV-000001", "1")


_OVERGENOMEN = "Het rapport 1 is bekend.[^v{0}] Zie de tweede.[^v{1}]"


def test_who_does_not_write_takes_nothing_over(huis: Huis, chris: Wie, bron: int) -> None:
    with pytest.raises(NietToegestaan):
        schrijven.neem_over(huis, chris, "KV-000002", "1", bron, versie=0)
    assert _text(huis, "1", "KV-000002") is None


@pytest.mark.om_de_deur
def test_an_answer_that_is_not_there_is_not_taken_over(huis: Huis, anna: Wie, bron: int) -> None:
    with pytest.raises(NietGevonden):
        schrijven.neem_over(huis, anna, "KV-000002", "1", bron + 99, versie=0)
    sql(huis, "UPDATE antwoord SET tekst = ''")
    with pytest.raises(NietGevonden):
        schrijven.neem_over(huis, anna, "KV-000002", "1", bron, versie=0)


def test_taking_over_on_an_old_version_changes_nothing(huis: Huis, anna: Wie, bram: Wie, bron: int) -> None:
    schrijven.bewaar(huis, bram, "KV-000002", "1", "Van Bram.", versie=0)
    schrijven.bewaar(huis, bram, "KV-000002", "1", "Van Bram, beter.", versie=1)
    voor = contents(huis)
    with pytest.raises(Verouderd) as fout:
        schrijven.neem_over(huis, anna, "KV-000002", "1", bron, versie=1)
    assert fout.value.hun_tekst == "Van Bram, beter."
    assert contents(huis) == voor


def test_an_earlier_answer_fills_an_empty_one_with_notes_of_its_own(huis: Huis, anna: Wie, bron: int) -> None:
    assert schrijven.neem_over(huis, anna, "KV-000002", "1", bron, versie=0) == 1
    assert _text(huis, "1", "KV-000002") == _OVERGENOMEN.format(1, 2)
    noten = [(noot.id, noot.tekst, noot.url) for noot in page(huis, "KV-000002").vragenset.noten if noot.id != "b1"]
    assert noten == [("v1", "Eerste noot.", None), ("v2", "Tweede noot (https://x.nl).", "https://x.nl")]


def test_an_earlier_answer_comes_behind_what_stands(huis: Huis, anna: Wie, bron: int) -> None:
    merk = schrijven.voeg_noot_toe(huis, anna, "KV-000002", "Eigen noot.")
    schrijven.bewaar(huis, anna, "KV-000002", "1", f"Ja.{merk}", versie=0)
    assert schrijven.neem_over(huis, anna, "KV-000002", "1", bron, versie=1) == 2
    assert _text(huis, "1", "KV-000002") == f"Ja.[^v1]\n\n{_OVERGENOMEN.format(2, 3)}"
    s = page(huis, "KV-000002").vragenset
    assert [s.noot(id).tekst for id in ("v1", "v2", "v3")] == [  # type: ignore[union-attr]
        "Eigen noot.",
        "Eerste noot.",
        "Tweede noot (https://x.nl).",
    ]
    assert page(huis, "KV-000001").vragenset.antwoorden[0].tekst == _OVERGENOMEN.format(1, 2)


def test_the_source_of_what_was_taken_over_is_remembered(huis: Huis, anna: Wie, bron: int) -> None:
    schrijven.neem_over(huis, anna, "KV-000002", "1", bron, versie=0)
    schrijven.neem_over(huis, anna, "KV-000002", "1", bron, versie=1)
    (blok,) = page(huis, "KV-000002").blokken
    assert [(rij.tekst, rij.actor, van.sleutel) for rij, van in blok.herkomst] == [
        (_OVERGENOMEN.format(1, 2), "Anna", "KV-000001"),
        (_OVERGENOMEN.format(3, 4), "Anna", "KV-000001"),
    ]


def test_two_answers_together_may_not_be_too_large(huis: Huis, anna: Wie, bron: int) -> None:
    schrijven.bewaar(huis, anna, "KV-000002", "1", "a" * 99_990, versie=0)
    voor = contents(huis)
    with pytest.raises(TeGroot):
        schrijven.neem_over(huis, anna, "KV-000002", "1", bron, versie=1)
    assert contents(huis) == voor


# notes


@pytest.mark.parametrize("tekst", ["", "  \n "])
def test_a_note_needs_a_text(huis: Huis, anna: Wie, tekst: str) -> None:
    with pytest.raises(Ongeldig):
        schrijven.voeg_noot_toe(huis, anna, brought(huis, VRAGEN), tekst)


def test_notes_get_the_next_number(huis: Huis, anna: Wie, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    assert schrijven.voeg_noot_toe(huis, anna, sleutel, " Eerste\n noot. ") == "[^v1]"
    assert schrijven.voeg_noot_toe(huis, bram, sleutel, "Tweede noot.") == "[^v2]"
    noten = [(noot.id, noot.tekst) for noot in page(huis).vragenset.noten]
    assert noten[1:] == [("v1", "Eerste noot."), ("v2", "Tweede noot.")]


def test_notes_added_at_once_get_different_numbers(elk_huis: Huis, anna: Wie) -> None:
    sleutel = brought(elk_huis, VRAGEN)
    acts = [partial(schrijven.voeg_noot_toe, elk_huis, anna, sleutel, f"Noot {nummer}.") for nummer in range(8)]
    assert sorted(map(str, at_once(acts))) == [f"[^v{nummer}]" for nummer in range(1, 9)]


# proposals

_BELOFTE = "Ik zal uw Kamer voor 1 oktober 2026 informeren."


@pytest.fixture
def voorstel(huis: Huis, anna: Wie) -> int:
    """A paper that came twice, the second time with another question 2 and another answer 1."""
    schrijven.bewaar(huis, anna, brought(huis, VRAGEN), "1", "Nee.", versie=0)
    bring(huis, VRAGEN.replace("Hoeveel gele fietsen zijn", "Hoeveel fietsen zijn"))
    rest = ANTWOORD.partition("Vraag 1")[2]
    bring(
        huis, f"2026Z00101\n\nVraag 1{rest.partition('Vraag 2')[0]}".replace("Ja.", _BELOFTE) + VRAGEN.splitlines()[-1]
    )
    velden = {v.veld: v.id or 0 for v in page(huis).voorstellen}
    assert sorted(velden) == ["antwoord-1", "vraag-2"]
    return velden["antwoord-1"]


def _decide(
    huis: Huis, wie: Wie, id: int, besluit: str = "overgenomen", *, sleutel: str = "KV-000001", versie: int = 1
) -> None:
    voorstellen.beslis(huis, wie, sleutel, id, besluit, versie=versie)


@pytest.mark.parametrize(
    ("doe", "fout"),
    [
        (lambda huis, anna, id: _decide(huis, anna, id, "misschien"), Ongeldig),
        (lambda huis, anna, id: _decide(huis, anna, 99), NietGevonden),
        (lambda huis, anna, id: _decide(huis, anna, id, sleutel="KV-000002"), NietGevonden),
        (lambda huis, anna, id: _decide(huis, anna, id, versie=2), Verouderd),
    ],
    ids=["word", "unknown", "other set", "version"],
)
def test_a_decision_that_does_not_fit_changes_nothing(
    huis: Huis, anna: Wie, voorstel: int, doe: Callable[[Huis, Wie, int], None], fout: type[Exception]
) -> None:
    bring(huis, ANDERE_VRAGEN)
    voor = contents(huis)
    with pytest.raises(fout):
        doe(huis, anna, voorstel)
    assert contents(huis) == voor


def test_the_clerk_decides_no_proposal(huis: Huis, chris: Wie, voorstel: int) -> None:
    with pytest.raises(NietToegestaan):
        _decide(huis, chris, voorstel)
    assert len(page(huis).voorstellen) == 2


@pytest.mark.parametrize("versie", [1, 2])
def test_a_proposal_is_decided_once(huis: Huis, anna: Wie, bram: Wie, voorstel: int, versie: int) -> None:
    _decide(huis, anna, voorstel, "afgewezen")
    with pytest.raises(Verouderd):
        _decide(huis, bram, voorstel, versie=versie)
    assert _text(huis, "1") == "Nee."
    assert [v.veld for v in page(huis).voorstellen] == ["vraag-2"]


def test_an_answer_that_is_taken_over_is_a_version_with_its_promises(huis: Huis, anna: Wie, voorstel: int) -> None:
    _decide(huis, anna, voorstel)
    versies = zie(schrijven.versies, huis, anna, "KV-000001", "1")
    assert [(rij.versie, rij.tekst) for rij in versies] == [(2, _BELOFTE), (1, "Nee.")]
    assert [rij.zin for blok in page(huis).blokken for rij in blok.toezeggingen] == [_BELOFTE]
    assert audit_lines(huis)[-1] == ("voorstel_beslissen", "KV-000001", "gelukt", "Anna")


def test_an_answer_that_changed_since_the_proposal_is_not_replaced(huis: Huis, anna: Wie, voorstel: int) -> None:
    schrijven.bewaar(huis, anna, "KV-000001", "1", "Nee, echt niet.", versie=1)
    voor = contents(huis)
    with pytest.raises(Verouderd) as fout:
        _decide(huis, anna, voorstel)
    assert (fout.value.hun_tekst, fout.value.mijn_tekst) == ("Nee, echt niet.", _BELOFTE)
    assert contents(huis) == voor
    _decide(huis, anna, voorstel, "afgewezen")
    assert _text(huis, "1") == "Nee, echt niet."


def test_a_question_that_is_taken_over_changes(huis: Huis, bram: Wie, voorstel: int) -> None:
    (van_vraag,) = [rij.id or 0 for rij in page(huis).voorstellen if rij.id != voorstel]
    _decide(huis, bram, van_vraag)
    assert page(huis).vragenset.vragen[1].tekst == "Hoeveel fietsen zijn er in 2025 verdwenen?"
    assert [v.id for v in page(huis).voorstellen] == [voorstel]
    assert bring(huis, VRAGEN.replace("Hoeveel gele", "Hoeveel")).uitkomst is Uitkomst.GELIJK


def _versies(huis: Huis, wie: Wie, sleutel: str) -> list[tuple[int, str]]:
    return [(v.versie, v.tekst) for v in zie(schrijven.versies, huis, wie, sleutel, "1")]


def test_what_is_kept_while_one_types_gives_way_to_what_comes_next(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    versie = 0
    for tekst in ("Ik", "Ik stuur", "Ik stuur een brief."):
        versie = schrijven.bewaar(huis, anna, sleutel, "1", tekst, versie=versie, vanzelf=True)
    assert _versies(huis, anna, sleutel) == [(3, "Ik stuur een brief.")]
    assert schrijven.bewaar(huis, anna, sleutel, "1", "Ik stuur een brief.", versie=3) == 3
    schrijven.bewaar(huis, anna, sleutel, "1", "Ik stuur twee brieven.", versie=3, vanzelf=True)
    assert _versies(huis, anna, sleutel) == [(4, "Ik stuur twee brieven."), (3, "Ik stuur een brief.")]


def test_what_a_colleague_kept_stays(huis: Huis, anna: Wie, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "1", "Van Anna.", versie=0, vanzelf=True)
    schrijven.bewaar(huis, bram, sleutel, "1", "Van Bram.", versie=1, vanzelf=True)
    assert _versies(huis, anna, sleutel) == [(2, "Van Bram."), (1, "Van Anna.")]


def test_a_version_with_a_remark_stays(huis: Huis, anna: Wie, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "1", "Van Anna.", versie=0, vanzelf=True)
    opmerkingen.merk_op(huis, bram, sleutel, "1", "Klopt dit?")
    schrijven.bewaar(huis, anna, sleutel, "1", "Van Anna, beter.", versie=1, vanzelf=True)
    assert _versies(huis, anna, sleutel) == [(2, "Van Anna, beter."), (1, "Van Anna.")]


def test_before_those_who_read_the_concept_every_version_counts(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DGRR", "Directie Recht")
    toewijzing.wijs_toe(huis, OPDRACHTREGEL, sleutel, directie_id=1, behandelaar_id=None, versie=1)
    for vraag in zie(setblad.beeld, huis, anna, sleutel).vragenset.vragen:
        schrijven.bewaar(huis, anna, sleutel, vraag.label, "Ja, dat bericht ken ik.", versie=0)
    setblad.zet_ondertekening(
        huis,
        anna,
        sleutel,
        ondertekenaar="minister Van Dam (Defensie)",
        mede_namens="",
        versie=zie(setblad.beeld, huis, anna, sleutel).rij.versie,
    )
    pass_gate(huis, sleutel, Feitsoort.CONCEPT_GEREED)
    route.zet_stap(
        huis,
        OPDRACHTREGEL,
        sleutel,
        Feitsoort.CONCEPT_GEREED,
        versie=zie(setblad.beeld, huis, anna, sleutel).rij.versie,
    )
    schrijven.bewaar(huis, anna, sleutel, "1", "Ja, zeker.", versie=1, vanzelf=True)
    schrijven.bewaar(huis, anna, sleutel, "1", "Ja, zeker wel.", versie=2, vanzelf=True)
    assert [versie for versie, _tekst in _versies(huis, anna, sleutel)] == [3, 2, 1]
