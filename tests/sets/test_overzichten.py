"""Boards and pairs: what lists and the index read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from kamervragen.core.act import Huis
from kamervragen.core.store.engine import reading, writing
from kamervragen.domain.nummers import Zaaknummer
from kamervragen.domain.status import Feit, Feitsoort
from kamervragen.domain.vragenset import Antwoord, Soort, Vragenset
from kamervragen.mensen.store import gebruikers
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import overzichten, vragensets
from kamervragen.sets.store.overzichten import Paar, Regel
from tests.waarden import MOMENT, RIJK, VRAGEN, stored

pytestmark = pytest.mark.om_de_deur  # it writes rows as the store does, without an act


def test_an_empty_house_has_no_rows_and_no_pairs(elk_huis: Huis) -> None:
    with reading(elk_huis.engine) as sessie:
        assert overzichten.regels(sessie, overzichten.set_ids(sessie)) == []
        assert list(overzichten.paren(sessie)) == []
        assert overzichten.aantal_paren(sessie) == 0


def test_a_row_tells_of_its_set(elk_huis: Huis) -> None:
    id = stored(elk_huis, RIJK)
    leeg = stored(elk_huis, Vragenset(Soort.UITSTEL))
    with writing(elk_huis.engine) as sessie:
        gebruikers.nieuwe_directie(sessie, "DSV", "Slachtofferbeleid")
        anna = gebruikers.nieuw(
            sessie, inlognaam="anna", naam="Anna", hash="x", rollen=(), directie=None, op=date(2026, 6, 9)
        )
        rij = sessie.get_one(VragensetRij, id)
        rij.behandelaar_id, rij.directie_id = anna, 1
        sessie.add(rij)
        vragensets.voeg_feit_toe(sessie, id, Feitsoort.UITSTEL, date(2026, 5, 29), actor="Anna", moment=MOMENT)
    with reading(elk_huis.engine) as sessie:
        assert overzichten.regels(sessie, [id, leeg]) == [
            Regel(
                id,
                "KV-000001",
                "2026Z08701",
                RIJK.onderwerp,
                date(2026, 5, 11),
                "Anna",
                "DSV",
                ("Proef (ABC)", "Tester (XYZ)", "Los"),
                4,
                4,
                (Feit(Feitsoort.UITSTEL, date(2026, 5, 29)),),
                "schriftelijke_vragen",
                "tk",
                None,
                ("minister Justitie en Veiligheid", "minister Rechtsbescherming"),
                anna,
                1,
                1,
                eigen={"dms_kenmerk": None},
            ),
            Regel(
                leeg,
                "KV-000002",
                None,
                None,
                None,
                None,
                None,
                (),
                0,
                0,
                (),
                "schriftelijke_vragen",
                "tk",
                None,
                (),
                versie=1,
                eigen={"dms_kenmerk": None},
            ),
        ]


def test_only_questions_with_a_text_count_as_answered(elk_huis: Huis) -> None:
    stored(elk_huis, replace(VRAGEN, antwoorden=(Antwoord(("1",), ""),)))
    stored(elk_huis, replace(VRAGEN, zaaknummer=None, antwoorden=(Antwoord(("2",), "Ja."),)))
    with reading(elk_huis.engine) as sessie:
        assert [(regel.vragen, regel.beantwoord) for regel in overzichten.regels(sessie, [1, 2])] == [(2, 0), (2, 1)]
        assert overzichten.aantal_paren(sessie) == 1
        assert [(paar.sleutel, paar.label) for paar in overzichten.paren(sessie)] == [("KV-000002", "2")]


def test_rows_take_four_queries_whatever_their_number(elk_huis: Huis) -> None:
    ids = [stored(elk_huis, replace(VRAGEN, zaaknummer=Zaaknummer(2026, nummer))) for nummer in range(20)]
    gezien: list[str] = []

    def count(*args: object) -> None:
        gezien.append(str(args[2]))

    sa.event.listen(elk_huis.engine, "before_cursor_execute", count)
    with reading(elk_huis.engine) as sessie:
        assert len(overzichten.regels(sessie, ids)) == 20
    assert len([opdracht for opdracht in gezien if opdracht.startswith("SELECT")]) == 4


def test_a_pair_holds_what_the_index_needs(elk_huis: Huis) -> None:
    id = stored(elk_huis, RIJK)
    with reading(elk_huis.engine) as sessie:
        paren = list(overzichten.paren(sessie))
        antwoord_ids = [rij.id or 0 for rij, _ in vragensets.antwoorden_van(sessie, id)]
        vraag_ids = {rij.label: rij.id or 0 for rij in vragensets.vragen(sessie, id)}
    assert [paar.label for paar in paren] == ["1a", "1b", "2", "10"]
    assert [paar.antwoord_id for paar in paren] == [antwoord_ids[0]] * 2 + [antwoord_ids[1]] * 2
    assert paren[0] == Paar(
        bron=f"{antwoord_ids[0]}:{vraag_ids['1a']}",
        vragenset_id=id,
        antwoord_id=antwoord_ids[0],
        sleutel="KV-000001",
        zaaknummer="2026Z08701",
        aanhangselnummer="ah-tk-20252026-1970",
        label="1a",
        onderwerp=RIJK.onderwerp or "",
        vraag="Kent u het bericht?[^b1]",
        antwoord="Ja.\n\nBeide.[^v2]",
        datum=date(2026, 6, 8),
        bewindspersoon="minister Van Proef",
        indieners=("Proef", "Tester", "Los"),
        bewerkt=False,
        noten=paren[0].noten,
        inleiding=RIJK.inleiding or "",
    )
    assert [f"{noot.soort[0]}{noot.nummer}" for noot in paren[0].noten] == [noot.id for noot in RIJK.noten]


def test_the_day_of_a_pair_is_receipt_else_letter_else_asking(elk_huis: Huis) -> None:
    for nummer, (ontvangen, gedagtekend) in enumerate(
        ((date(2026, 6, 8), date(2026, 6, 5)), (None, date(2026, 6, 5)), (None, None))
    ):
        stored(
            elk_huis,
            replace(
                RIJK,
                zaaknummer=Zaaknummer(2026, nummer),
                aanhangselnummer=None,
                zie_ook=(),
                mededeling=None,
                ontvangen=ontvangen,
                gedagtekend=gedagtekend,
            ),
        )
    with reading(elk_huis.engine) as sessie:
        dagen = [paar.datum for paar in overzichten.paren(sessie) if paar.label == "1a"]
    assert dagen == [date(2026, 6, 8), date(2026, 6, 5), date(2026, 5, 11)]


def test_pairs_of_one_set_and_of_sets_after_another(elk_huis: Huis) -> None:
    for nummer in range(3):
        stored(elk_huis, replace(VRAGEN, zaaknummer=Zaaknummer(2026, nummer), antwoorden=(Antwoord(("1",), "Ja."),)))
    with reading(elk_huis.engine) as sessie:
        assert [paar.vragenset_id for paar in overzichten.paren(sessie, vragenset_id=2)] == [2]
        assert [paar.vragenset_id for paar in overzichten.paren(sessie, vanaf=1)] == [2, 3]
