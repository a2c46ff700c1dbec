"""The lists of words: reasons of delay and cues of a promise, each change kept, shown beforehand and followed by the answers."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.beheer import recessen, signaalwoorden
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig
from kamervragen.domain.papier import Papier
from kamervragen.jobs import catch_up
from kamervragen.language.promises.signaaltabel import Werking
from kamervragen.language.promises.signalen import VERSIE
from kamervragen.papieren import maken
from kamervragen.register import toezeggingen
from kamervragen.setpagina import setblad
from kamervragen.sets import uitstel, uitstelredenen
from kamervragen.sets import woorden as lijsten
from kamervragen.sets.blik import zie
from tests.stukken import VRAGEN, audit_lines, brought, contents, herrekend

KV = "KV-000001"
ZIN = "De inspectie bezoekt voor 1 oktober 2026 alle stallingen."
ANDERS = VRAGEN.replace("2026Z00101", "2026Z00777").replace("gele", "rode")


def _voorstellen(huis: Huis, wie: Wie) -> list[tuple[str, str]]:
    return [(r.toezegging.zin, r.toezegging.signaalversie or "") for r in toezeggingen.lijst(huis, wie)]


def _regel(huis: Huis, wie: Wie, woorden: str) -> signaalwoorden.Signaalregel:
    (regel,) = [s for s in signaalwoorden.lijst(huis, wie) if s.woorden == woorden]
    return regel


def test_the_reasons_that_come_along_are_five_and_none_was_given(huis: Huis, bram: Wie) -> None:
    assert [(r.reden.code, r.reden.actief, r.gebruikt, r.laatste) for r in uitstelredenen.lijst(huis, bram)] == [
        (code, True, 0, None) for code in ("afstemming", "informatie", "interdepartementaal", "overleg", "onderzoek")
    ]


def test_a_reason_of_ones_own_is_offered_counted_and_printed(elk_huis: Huis, bram: Wie) -> None:
    sleutel = brought(elk_huis, VRAGEN)
    uitstelredenen.bewaar(
        elk_huis,
        bram,
        code="",
        naam=" Storing  in de fietsteller ",
        omdat="omdat de fietsteller nog niet is gerepareerd.",
    )
    beeld = zie(setblad.beeld, elk_huis, bram, sleutel)
    eigen = beeld.uitstelredenen[-1]
    assert (eigen.code, eigen.naam, eigen.omdat) == (
        "eigen-1",
        "Storing in de fietsteller",
        "de fietsteller nog niet is gerepareerd",
    )
    uitstel.meld(elk_huis, bram, sleutel, reden="eigen-1", toelichting="", versie=beeld.rij.versie)
    assert [(r.reden, r.aantal) for r in uitstel.redenen(elk_huis, bram)] == [("Storing in de fietsteller", 1)]
    document = docx.Document(io.BytesIO(maken.maak(elk_huis, bram, sleutel, Papier.UITSTEL).data))
    assert "omdat de fietsteller nog niet is gerepareerd." in "\n".join(p.text for p in document.paragraphs)
    uitstelredenen.bewaar(elk_huis, bram, code="eigen-1", naam="Kapotte teller", omdat="de teller kapot is")
    assert [(r.reden, r.aantal) for r in uitstel.redenen(elk_huis, bram)] == [("Kapotte teller", 1)]
    assert [(g.tekst, g.omdat, g.actor) for g in lijsten.geschiedenis(elk_huis, bram)] == [
        ("Kapotte teller", "de teller kapot is", "Bram"),
        ("Storing in de fietsteller", "de fietsteller nog niet is gerepareerd", "Bram"),
    ]


def test_a_reason_that_is_not_used_any_more_still_tells_of_what_was_recorded(huis: Huis, bram: Wie) -> None:
    sleutel, ander = brought(huis, VRAGEN), brought(huis, ANDERS)
    uitstel.meld(
        huis, bram, sleutel, reden="overleg", toelichting="", versie=zie(setblad.beeld, huis, bram, sleutel).rij.versie
    )
    uitstelredenen.zet_aan(huis, bram, "overleg", actief=False)
    with pytest.raises(Ongeldig, match="opgave van redenen"):
        uitstel.meld(
            huis, bram, ander, reden="overleg", toelichting="", versie=zie(setblad.beeld, huis, bram, ander).rij.versie
        )
    assert [(r.reden, r.aantal) for r in uitstel.redenen(huis, bram)] == [("overleg met meerdere partijen", 1)]
    (regel,) = [r for r in uitstelredenen.lijst(huis, bram) if r.reden.code == "overleg"]
    assert (regel.reden.actief, regel.gebruikt, regel.laatste.actor if regel.laatste else "") == (False, 1, "Bram")
    uitstelredenen.zet_aan(huis, bram, "overleg", actief=True)
    uitstelredenen.zet_aan(huis, bram, "overleg", actief=True)  # it is so already: nothing to keep
    assert [g.actief for g in lijsten.geschiedenis(huis, bram)] == [True, False]


@pytest.mark.parametrize(
    ("code", "naam", "omdat", "fout"),
    [
        ("", " ", "de teller kapot is", "korte naam"),
        ("", "x" * 121, "de teller kapot is", "korte naam"),
        ("", "Kapot", "kapot", "bijzin"),
        ("", "Kapot", "de " * 200, "bijzin"),
        ("", "ONDERZOEK loopt nog", "de teller kapot is", "staat er al"),
        ("overleg", "onderzoek loopt nog", "de teller kapot is", "staat er al"),
    ],
)
def test_a_reason_that_cannot_be_is_refused(huis: Huis, bram: Wie, code: str, naam: str, omdat: str, fout: str) -> None:
    with pytest.raises(Ongeldig, match=fout):
        uitstelredenen.bewaar(huis, bram, code=code, naam=naam, omdat=omdat)
    assert contents(huis)["woordregel"] == []


def test_who_does_not_keep_the_lists_changes_nothing(huis: Huis, anna: Wie) -> None:
    for doe in (
        lambda: uitstelredenen.lijst(huis, anna),
        lambda: uitstelredenen.bewaar(huis, anna, code="", naam="Kapot", omdat="de teller kapot is"),
        lambda: uitstelredenen.zet_aan(huis, anna, "overleg", actief=False),
        lambda: signaalwoorden.lijst(huis, anna),
        lambda: signaalwoorden.gevolg(huis, anna, tekst="inspectie bezoekt", werking="hard"),
        lambda: signaalwoorden.zet(huis, anna, tekst="inspectie bezoekt", werking="hard"),
        lambda: lijsten.geschiedenis(huis, anna),
    ):
        with pytest.raises(NietToegestaan):
            doe()
    assert contents(huis)["woordregel"] == []
    assert audit_lines(huis)[-1] == ("woorden_beheren", "signaal inspectie bezoekt", "geweigerd", "Anna")


def test_a_line_that_is_not_there_is_said(huis: Huis, bram: Wie) -> None:
    for doe in (
        lambda: uitstelredenen.bewaar(huis, bram, code="weg", naam="Kapot", omdat="de teller kapot is"),
        lambda: uitstelredenen.zet_aan(huis, bram, "weg", actief=False),
        lambda: signaalwoorden.gevolg(huis, bram, code="weg", actief=False),
        lambda: signaalwoorden.zet(huis, bram, code="weg", actief=False),
    ):
        with pytest.raises(NietGevonden):
            doe()


def test_new_words_show_first_and_then_make_the_proposals_of_answers_that_are_written(
    elk_huis: Huis, bram: Wie, chris: Wie
) -> None:
    brought(elk_huis, VRAGEN)
    schrijven.bewaar(elk_huis, OPDRACHTREGEL, KV, "2", f"Ja. {ZIN} Ook dat bezoek is kort.", versie=0)
    assert _voorstellen(elk_huis, bram) == []
    gevolg = signaalwoorden.gevolg(elk_huis, bram, tekst="inspectie bezoekt", werking="met_dag")
    assert (gevolg.erbij, gevolg.weg, [(z.sleutel, z.zin, z.erbij) for z in gevolg.zinnen]) == (1, 0, [(KV, ZIN, True)])
    assert _voorstellen(elk_huis, bram) == [], "looking writes nothing"
    signaalwoorden.zet(elk_huis, bram, tekst="inspectie bezoekt", werking="met_dag")
    assert _voorstellen(elk_huis, bram) == [], "the act writes the words, and nothing else"
    assert herrekend(elk_huis) == 1
    (nummer,) = [g.id for g in lijsten.geschiedenis(elk_huis, bram)]
    assert _voorstellen(elk_huis, bram) == [(ZIN, f"{VERSIE}+{nummer}")]
    regel = _regel(elk_huis, bram, "inspectie bezoekt")
    assert (regel.werking, regel.actief, regel.eigen) == (Werking.MET_DAG, True, True)
    uit = signaalwoorden.gevolg(elk_huis, bram, code=regel.code, actief=False)
    assert (uit.erbij, uit.weg) == (0, 1)
    signaalwoorden.zet(elk_huis, bram, code=regel.code, actief=False)
    assert herrekend(elk_huis) == 1
    assert _voorstellen(elk_huis, bram) == []
    assert audit_lines(elk_huis)[-1] == ("woorden_beheren", f"signaal {regel.code}", "gelukt", "Bram")


def test_what_a_person_decided_stays_and_the_next_text_is_read_with_the_list(huis: Huis, bram: Wie) -> None:
    brought(huis, VRAGEN)
    belofte = "Ik ben voornemens om voor 1 oktober 2026 de fietspaden te verbreden."
    schrijven.bewaar(huis, OPDRACHTREGEL, KV, "2", belofte, versie=0)
    (rij,) = toezeggingen.lijst(huis, bram)
    toezeggingen.neem_aan(huis, bram, rij.toezegging.id or 0, versie=rij.toezegging.versie)
    signaalwoorden.zet(huis, bram, code="voornemen", actief=False)
    herrekend(huis)
    assert [r.toezegging.status for r in toezeggingen.lijst(huis, bram)] == ["openstaand"]
    schrijven.bewaar(huis, OPDRACHTREGEL, KV, "3", belofte.replace("oktober", "november"), versie=0)
    assert len(toezeggingen.lijst(huis, bram)) == 1
    signaalwoorden.zet(huis, bram, code="voornemen", actief=True)
    herrekend(huis)
    assert len(toezeggingen.lijst(huis, bram)) == 2


def test_words_that_take_back_end_a_proposal(huis: Huis, bram: Wie) -> None:
    brought(huis, VRAGEN)
    schrijven.bewaar(huis, OPDRACHTREGEL, KV, "2", "Ik stuur uw Kamer voor 1 oktober 2026 een conceptbrief.", versie=0)
    gevolg = signaalwoorden.gevolg(huis, bram, tekst="een conceptbrief", werking="neemt_terug")
    assert (gevolg.erbij, gevolg.weg) == (0, 1)
    signaalwoorden.zet(huis, bram, tekst="een conceptbrief", werking="neemt_terug")
    herrekend(huis)
    assert toezeggingen.lijst(huis, bram) == []


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"tekst": "inspectie", "werking": "hard"}, "twee tot twaalf"),
        ({"tekst": "inspectie (bezoekt)", "werking": "hard"}, "twee tot twaalf"),
        ({"tekst": "x" * 60 + " " + "y" * 61, "werking": "hard"}, "twee tot twaalf"),
        ({"tekst": "inspectie bezoekt", "werking": "misschien"}, "wat deze woorden doen"),
        ({"code": "voornemen", "actief": True}, "staat al zo"),
    ],
)
def test_words_that_cannot_be_are_refused(huis: Huis, bram: Wie, velden: dict[str, object], fout: str) -> None:
    for doe in (signaalwoorden.gevolg, signaalwoorden.zet):
        with pytest.raises(Ongeldig, match=fout):
            doe(huis, bram, **velden)  # type: ignore[arg-type]
    assert contents(huis)["woordregel"] == []


def test_the_same_words_stand_there_once(huis: Huis, bram: Wie) -> None:
    signaalwoorden.zet(huis, bram, tekst="inspectie bezoekt", werking="hard")
    with pytest.raises(Ongeldig, match="staan al op de lijst"):
        signaalwoorden.zet(huis, bram, tekst="Inspectie  Bezoekt", werking="zacht")


def test_a_promise_of_ones_own_words_moves_with_a_recess(huis: Huis, bram: Wie) -> None:
    signaalwoorden.zet(huis, bram, tekst="inspectie bezoekt", werking="hard")
    toezeggingen.voeg_toe(
        huis,
        bram,
        zin="De inspectie bezoekt voor de zomer alle stallingen.",
        gedaan_op=date(2026, 3, 2),
        vindplaats="debat",
        bewindspersoon="",
        aan="",
    )
    (zomer,) = [r for r in recessen.lijst(huis, bram) if r.naam == "zomerreces" and r.begin.year == 2026]
    recessen.verwijder(huis, bram, zomer.id or 0)
    herrekend(huis)
    vroeg = recessen.gevolg_van_toevoegen(
        huis, bram, naam="zomerreces", begin=date(2026, 6, 26), einde=date(2026, 8, 24), bron="brief"
    )
    assert [(v.van, v.naar) for v in vroeg] == [(date(2026, 7, 2), date(2026, 6, 25))]


def test_words_that_come_in_as_not_in_use_change_no_answer(huis: Huis, bram: Wie) -> None:
    brought(huis, VRAGEN)
    schrijven.bewaar(huis, OPDRACHTREGEL, KV, "2", ZIN, versie=0)
    gevolg = signaalwoorden.gevolg(huis, bram, tekst="inspectie bezoekt", werking="hard", actief=False)
    assert (gevolg.regel.actief, gevolg.erbij, gevolg.weg) == (False, 0, 0)
    signaalwoorden.zet(huis, bram, tekst="inspectie bezoekt", werking="hard", actief=False)
    herrekend(huis)
    assert (toezeggingen.lijst(huis, bram), _regel(huis, bram, "inspectie bezoekt").actief) == ([], False)


def test_a_cue_that_is_on_again_within_half_a_minute_left_every_proposal_as_it_was(huis: Huis, bram: Wie) -> None:
    """What people put on a proposal stands on its row: it is not taken away before the act can no longer be undone."""
    brought(huis, VRAGEN)
    schrijven.bewaar(huis, OPDRACHTREGEL, KV, "2", "Ik ben voornemens om voor 1 oktober 2026 te verbreden.", versie=0)
    (voor,) = toezeggingen.lijst(huis, bram)
    signaalwoorden.zet(huis, bram, code="voornemen", actief=False)
    catch_up(huis)
    assert [r.toezegging.id for r in toezeggingen.lijst(huis, bram)] == [voor.toezegging.id]
    signaalwoorden.zet(huis, bram, code="voornemen", actief=True)
    herrekend(huis)
    assert [r.toezegging.id for r in toezeggingen.lijst(huis, bram)] == [voor.toezegging.id]
    signaalwoorden.zet(huis, bram, code="voornemen", actief=False)
    herrekend(huis)
    assert toezeggingen.lijst(huis, bram) == []
