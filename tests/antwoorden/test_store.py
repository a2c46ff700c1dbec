"""Answers: versions are kept, and nobody overwrites a colleague."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
import sqlalchemy as sa

from kamervragen.antwoorden.store import antwoorden
from kamervragen.core.act import Huis
from kamervragen.core.store.engine import reading, writing
from kamervragen.domain.errors import Verouderd
from kamervragen.sets.store import vragensets
from tests.draden import at_once
from tests.waarden import MOMENT, RIJK, VRAGEN, stored, with_answer

pytestmark = pytest.mark.om_de_deur  # it writes rows as the store does, without an act


def _save(huis: Huis, id: int, tekst: str, versie: int, auteur: str = "Anna") -> int:
    with writing(huis.engine) as sessie:
        return antwoorden.bewaar(sessie, id, tekst, versie=versie, auteur=auteur, moment=MOMENT)


def _texts(huis: Huis, id: int) -> list[tuple[int, str, str]]:
    with reading(huis.engine) as sessie:
        return [(rij.versie, rij.tekst, rij.auteur) for rij in antwoorden.versies(sessie, id)]


def test_the_second_of_two_saves_at_one_version_is_refused_with_both_texts(elk_huis: Huis) -> None:
    id = with_answer(elk_huis)
    assert _save(elk_huis, id, "Nee.", 1) == 2
    with pytest.raises(Verouderd) as fout:
        _save(elk_huis, id, "Misschien.", 1, "Daan")
    assert (fout.value.versie, fout.value.hun_tekst, fout.value.mijn_tekst) == (2, "Nee.", "Misschien.")
    assert fout.value.bericht == (
        "Een collega heeft dit antwoord intussen gewijzigd. Voeg de teksten samen en bewaar opnieuw."
    )
    assert _texts(elk_huis, id) == [(2, "Nee.", "Anna"), (1, "Ja.", "Anna")]


def test_a_loser_that_holds_the_old_row_hears_the_text_that_won(elk_huis: Huis) -> None:
    id = with_answer(elk_huis)
    with writing(elk_huis.engine) as sessie:
        gelezen = antwoorden.op_id(sessie, id)
        assert gelezen is not None
        sessie.execute(sa.text("UPDATE antwoord SET tekst = 'Nee.', versie = 2"))
        with pytest.raises(Verouderd) as fout:
            antwoorden.bewaar(sessie, id, "Misschien.", versie=1, auteur="Anna", moment=MOMENT)
    assert (fout.value.versie, fout.value.hun_tekst, fout.value.mijn_tekst) == (2, "Nee.", "Misschien.")


@pytest.mark.parametrize("versie", [0, 2, -1])
def test_a_version_that_never_was_is_refused(elk_huis: Huis, versie: int) -> None:
    id = with_answer(elk_huis)
    with pytest.raises(Verouderd):
        _save(elk_huis, id, "Nee.", versie)
    assert _texts(elk_huis, id) == [(1, "Ja.", "Anna")]


def test_of_eight_saves_at_once_one_wins_and_none_is_lost(elk_huis: Huis) -> None:
    id = with_answer(elk_huis)
    for ronde in range(1, 11):
        teksten = [f"Ronde {ronde}, schrijver {nummer}." for nummer in range(8)]
        uit = at_once([partial(_save, elk_huis, id, tekst, ronde) for tekst in teksten])
        gewonnen = [tekst for tekst, uitkomst in zip(teksten, uit, strict=True) if uitkomst == ronde + 1]
        verloren = [fout for fout in uit if isinstance(fout, Verouderd)]
        assert (len(gewonnen), len(verloren)) == (1, 7)
        assert {fout.hun_tekst for fout in verloren} == set(gewonnen)
        assert {fout.mijn_tekst for fout in verloren} == set(teksten) - set(gewonnen)
        assert _texts(elk_huis, id)[0] == (ronde + 1, gewonnen[0], "Anna")
    assert [versie for versie, _, _ in _texts(elk_huis, id)] == list(range(11, 0, -1))


def test_every_saved_text_is_kept_as_a_version_newest_first(elk_huis: Huis) -> None:
    id = with_answer(elk_huis)
    _save(elk_huis, id, "Nee.", 1, "Daan")
    _save(elk_huis, id, "", 2, "Anna")
    assert _texts(elk_huis, id) == [(3, "", "Anna"), (2, "Nee.", "Daan"), (1, "Ja.", "Anna")]
    with reading(elk_huis.engine) as sessie:
        rij = antwoorden.op_id(sessie, id)
        assert rij is not None
        assert (rij.versie, rij.tekst, rij.bewerkt) == (3, "", True)


def test_a_save_by_a_document_leaves_the_answer_unedited(elk_huis: Huis) -> None:
    id = with_answer(elk_huis)
    with writing(elk_huis.engine) as sessie:
        antwoorden.bewaar(sessie, id, "Nee.", versie=1, auteur="a.txt", moment=MOMENT, bewerkt=False)
        rij = antwoorden.op_id(sessie, id)
        assert rij is not None
        assert (rij.versie, rij.tekst, rij.bewerkt) == (2, "Nee.", False)


def test_an_answer_covers_its_questions_in_the_order_of_its_heading(elk_huis: Huis) -> None:
    id = stored(elk_huis, RIJK)
    with reading(elk_huis.engine) as sessie:
        vragen = {rij.label: rij for rij in vragensets.vragen(sessie, id)}
        van_2 = antwoorden.van_vraag(sessie, vragen["2"])
        van_10 = antwoorden.van_vraag(sessie, vragen["10"])
        assert van_2 is not None
        assert van_2 is van_10
        assert [rij.label for rij in antwoorden.vragen_van(sessie, van_2.id or 0)] == ["10", "2"]


def test_a_question_without_answer_has_none(elk_huis: Huis) -> None:
    id = stored(elk_huis)
    with reading(elk_huis.engine) as sessie:
        assert antwoorden.van_vraag(sessie, vragensets.vragen(sessie, id)[0]) is None
        assert antwoorden.op_id(sessie, 99) is None
        assert antwoorden.versies(sessie, 99) == ()
        assert antwoorden.vragen_van(sessie, 99) == ()


def test_notes_count_on_per_kind_and_per_set(elk_huis: Huis) -> None:
    id, ander = stored(elk_huis, RIJK), stored(elk_huis, replace(VRAGEN, zaaknummer=None))
    with writing(elk_huis.engine) as sessie:
        nummers = [
            antwoorden.voeg_noot_toe(sessie, set_id, soort, "Noot", None).nummer
            for set_id, soort in ((id, "voetnoot"), (id, "voetnoot"), (id, "bron"), (ander, "voetnoot"))
        ]
    assert nummers == [3, 4, 2, 1]


def _propose(huis: Huis, vragenset_id: int, voorgesteld: str, veld: str = "vraag-1") -> bool:
    with writing(huis.engine) as sessie:
        return antwoorden.voeg_voorstel_toe(
            sessie,
            vragenset_id,
            antwoord_id=None,
            veld=veld,
            huidig="Oud",
            voorgesteld=voorgesteld,
            bron="a.txt",
            moment=MOMENT,
        )


def _decide(huis: Huis, id: int, besluit: str, versie: int) -> None:
    with writing(huis.engine) as sessie:
        antwoorden.besluit_voorstel(sessie, id, besluit, actor="Anna", versie=versie)


def test_the_same_proposal_is_made_once_also_after_it_was_declined(elk_huis: Huis) -> None:
    id = stored(elk_huis)
    assert [_propose(elk_huis, id, "Nieuw"), _propose(elk_huis, id, "Nieuw")] == [True, False]
    assert [_propose(elk_huis, id, "Nieuwer"), _propose(elk_huis, id, "Nieuw", "vraag-2")] == [True, True]
    _decide(elk_huis, 1, "afgewezen", 1)
    assert not _propose(elk_huis, id, "Nieuw")
    with reading(elk_huis.engine) as sessie:
        open_ = [(rij.veld, rij.huidig, rij.voorgesteld) for rij in antwoorden.voorstellen(sessie, id)]
    assert open_ == [("vraag-1", "Oud", "Nieuwer"), ("vraag-2", "Oud", "Nieuw")]


@pytest.mark.parametrize("versie", [1, 2])
def test_a_proposal_is_decided_once(elk_huis: Huis, versie: int) -> None:
    _propose(elk_huis, stored(elk_huis), "Nieuw")
    _decide(elk_huis, 1, "overgenomen", 1)
    with pytest.raises(Verouderd):
        _decide(elk_huis, 1, "afgewezen", versie)
    with reading(elk_huis.engine) as sessie:
        rij = antwoorden.voorstel(sessie, 1)
        assert rij is not None
        assert (rij.besluit, rij.actor, rij.versie) == ("overgenomen", "Anna", 2)


def test_of_eight_decisions_at_once_one_counts(elk_huis: Huis) -> None:
    _propose(elk_huis, stored(elk_huis), "Nieuw")
    uit = at_once([partial(_decide, elk_huis, 1, besluit, 1) for besluit in ["overgenomen", "afgewezen"] * 4])
    assert sorted(type(uitkomst).__name__ for uitkomst in uit) == ["NoneType"] + ["Verouderd"] * 7
