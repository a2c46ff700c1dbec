"""Sets: their keys, their way back as the value they were, and how they are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from kamervragen.core.act import Huis
from kamervragen.core.store.engine import reading, writing
from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer
from kamervragen.domain.status import Feit, Feitsoort
from kamervragen.domain.vragenset import Bewindspersoon, Lid, Soort, Vraag, Vragenset
from kamervragen.sets.store import afscherming, documenten, koppen, vinden, vragensets
from tests.draden import at_once
from tests.waarden import JAAR, MOMENT, RIJK, VRAGEN, store, stored

pytestmark = pytest.mark.om_de_deur  # it writes rows as the store does, without an act


def test_a_zaaknummer_belongs_to_one_set(elk_huis: Huis) -> None:
    stored(elk_huis)
    with pytest.raises(IntegrityError):
        stored(elk_huis)


def test_what_is_not_there_is_not_found(elk_huis: Huis) -> None:
    stored(elk_huis)
    with reading(elk_huis.engine) as sessie:
        assert vinden.op_sleutel(sessie, "KV-000002") is None
        assert vinden.op_zaaknummer(sessie, Zaaknummer(2026, 8702)) is None
        assert vinden.op_aanhangselnummer(sessie, Aanhangselnummer(JAAR, 1970)) is None
        assert vinden.op_zie_ook(sessie, Aanhangselnummer(JAAR, 1500)) is None
        assert documenten.document(sessie, "00") is None


def test_new_sets_get_keys_in_order(elk_huis: Huis) -> None:
    with writing(elk_huis.engine) as sessie:
        eerste = koppen.nieuw(sessie, VRAGEN, MOMENT)
        tweede = koppen.nieuw(sessie, replace(VRAGEN, zaaknummer=None), MOMENT)
    assert (eerste.sleutel, tweede.sleutel) == ("KV-000001", "KV-000002")


def test_a_set_that_was_rolled_back_leaves_no_gap(elk_huis: Huis) -> None:
    def break_off() -> None:
        with writing(elk_huis.engine) as sessie:
            koppen.nieuw(sessie, VRAGEN, MOMENT)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    with writing(elk_huis.engine) as sessie:
        assert koppen.nieuw(sessie, VRAGEN, MOMENT).sleutel == "KV-000001"


def test_sets_made_at_once_get_different_keys(elk_huis: Huis) -> None:
    def make() -> str:
        with writing(elk_huis.engine) as sessie:
            return koppen.nieuw(sessie, replace(VRAGEN, zaaknummer=None), MOMENT).sleutel

    assert sorted(map(str, at_once([make] * 8))) == [f"KV-{nummer:06d}" for nummer in range(1, 9)]


@pytest.mark.parametrize(
    "waarde",
    [
        RIJK,
        VRAGEN,
        Vragenset(Soort.VRAGEN),
        replace(RIJK, mededeling=None, noten=(), zie_ook=(), kenmerken=(), gedagtekend=None, inleiding=None),
    ],
    ids=["rijk", "vragen", "leeg", "antwoord"],
)
def test_a_set_comes_back_as_it_was(elk_huis: Huis, waarde: Vragenset) -> None:
    id = stored(elk_huis, waarde)
    with reading(elk_huis.engine) as sessie:
        assert vragensets.laad(sessie, id) == waarde


def test_two_sets_do_not_mix(elk_huis: Huis) -> None:
    with writing(elk_huis.engine) as sessie:
        een, ander = store(sessie, RIJK), store(sessie, replace(VRAGEN, zaaknummer=Zaaknummer(2026, 1)))
    with reading(elk_huis.engine) as sessie:
        assert vragensets.laad(sessie, een) == RIJK
        assert vragensets.laad(sessie, ander) == replace(VRAGEN, zaaknummer=Zaaknummer(2026, 1))


def test_a_set_is_found_by_each_of_its_numbers(elk_huis: Huis) -> None:
    id = stored(elk_huis, RIJK)
    with reading(elk_huis.engine) as sessie:
        gevonden = (
            vinden.op_sleutel(sessie, "KV-000001"),
            vinden.op_zaaknummer(sessie, Zaaknummer(2026, 8701)),
            vinden.op_aanhangselnummer(sessie, Aanhangselnummer(JAAR, 1970)),
            vinden.op_aanhangselnummer(sessie, Aanhangselnummer(JAAR, 1500)),
            vinden.op_zie_ook(sessie, Aanhangselnummer(JAAR, 7, "ek")),
        )
    assert [rij.id if rij else None for rij in gevonden] == [id] * 5


def test_zie_ook_takes_no_part_of_a_number(elk_huis: Huis) -> None:
    stored(elk_huis, RIJK)
    with reading(elk_huis.engine) as sessie:
        assert vinden.op_zie_ook(sessie, Aanhangselnummer(JAAR, 150)) is None
        assert vinden.op_zie_ook(sessie, Aanhangselnummer(JAAR, 7)) is None


@pytest.mark.parametrize(
    "anders",
    [
        "KENT U HET BERICHT",
        "Kent u  het\nbericht ?!",
        "Kent u het bericht?[^b1]",
        "«Kent» u 'het' — bericht...",
        "Kent u het bericht_?[^v12]",
    ],
)
def test_a_fingerprint_ignores_case_marks_and_punctuation(anders: str) -> None:
    een, twee = (replace(VRAGEN, vragen=(Vraag(1, "1", tekst),)) for tekst in ("Kent u het bericht?", anders))
    assert vragensets.vingerafdruk(een) == vragensets.vingerafdruk(twee)


@pytest.mark.parametrize(
    "anders",
    [
        (Vraag(1, "1", "Kent u dit bericht?"), VRAGEN.vragen[1]),
        (VRAGEN.vragen[1], VRAGEN.vragen[0]),
        VRAGEN.vragen[:1],
        (Vraag(1, "1", VRAGEN.vragen[0].tekst + VRAGEN.vragen[1].tekst),),
    ],
    ids=["word", "order", "fewer", "joined"],
)
def test_a_fingerprint_tells_other_questions_apart(anders: tuple[Vraag, ...]) -> None:
    assert vragensets.vingerafdruk(replace(VRAGEN, vragen=anders)) != vragensets.vingerafdruk(VRAGEN)


def test_a_paper_may_belong_to_a_set_that_shares_most_questions_or_to_one_of_the_newest(elk_huis: Huis) -> None:
    een = stored(elk_huis, replace(VRAGEN, zaaknummer=None, vragen=VRAGEN.vragen[:1]))
    ander = stored(elk_huis)
    jongste = stored(elk_huis, replace(VRAGEN, zaaknummer=None, vragen=(Vraag(1, "1", "Iets heel anders?"),)))
    with reading(elk_huis.engine) as sessie:

        def gevonden(hoogstens: int, nieuwste: int) -> list[int | None]:
            rijen = vinden.mogelijk_dezelfde(sessie, VRAGEN, hoogstens=hoogstens, nieuwste=nieuwste)
            return [rij.id for rij in rijen]

        assert gevonden(1, 0) == [ander]
        assert gevonden(2, 0) == [een, ander]
        assert gevonden(1, 1) == [ander, jongste]
    with writing(elk_huis.engine) as sessie:
        afscherming.scherm_af(sessie, ander, [], reden="r", actor="a", moment=MOMENT)
        assert [rij.id for rij in vinden.mogelijk_dezelfde(sessie, VRAGEN)] == [een, jongste]


def test_a_fact_is_recorded_once_a_day(elk_huis: Huis) -> None:
    id = stored(elk_huis)
    nieuw = []
    for soort, dag, toelichting in (
        (Feitsoort.UITSTEL, date(2026, 5, 29), None),
        (Feitsoort.UITSTEL, date(2026, 5, 29), None),
        (Feitsoort.UITSTEL, date(2026, 5, 30), None),
        (Feitsoort.TOEGEWEZEN, date(2026, 5, 29), "DSV"),
        (Feitsoort.TOEGEWEZEN, date(2026, 5, 29), "DGPV"),
        (Feitsoort.TOEGEWEZEN, date(2026, 5, 29), "DSV"),
    ):
        with writing(elk_huis.engine) as sessie:
            nieuw.append(
                vragensets.voeg_feit_toe(sessie, id, soort, dag, actor="Bram", moment=MOMENT, toelichting=toelichting)
            )
    assert nieuw == [True, False, True, True, True, False]
    with reading(elk_huis.engine) as sessie:
        assert vragensets.feiten(sessie, id) == (
            Feit(Feitsoort.UITSTEL, date(2026, 5, 29)),
            Feit(Feitsoort.UITSTEL, date(2026, 5, 30)),
            Feit(Feitsoort.TOEGEWEZEN, date(2026, 5, 29)),
            Feit(Feitsoort.TOEGEWEZEN, date(2026, 5, 29)),
        )
        assert [rij.toelichting for rij in vragensets.feitrijen(sessie, id)] == [None, "DSV", "DGPV", None]


def test_people_of_a_role_that_is_filled_stay(elk_huis: Huis) -> None:
    id = stored(elk_huis, replace(VRAGEN, indieners=(Lid("Proef", "ABC"),)))
    later = replace(VRAGEN, indieners=(Lid("Ander", "DEF"),), gericht_aan=(Bewindspersoon("minister", None, "X"),))
    with writing(elk_huis.engine) as sessie:
        assert koppen.zet_betrokkenen(sessie, id, later)
        assert not koppen.zet_betrokkenen(sessie, id, later)
    with reading(elk_huis.engine) as sessie:
        geladen = vragensets.laad(sessie, id)
    assert geladen.indieners == (Lid("Proef", "ABC"),)
    assert geladen.gericht_aan == (Bewindspersoon("minister", None, "X"),)


def test_signatories_are_replaced_and_other_roles_stay(elk_huis: Huis) -> None:
    id = stored(elk_huis, RIJK)
    nieuw = (Bewindspersoon("minister", "Ander", "X"), Bewindspersoon("staatssecretaris", "Derde", "Y"))
    with writing(elk_huis.engine) as sessie:
        koppen.vervang_bewindspersonen(sessie, id, "ondertekenaar", nieuw)
    with reading(elk_huis.engine) as sessie:
        assert vragensets.laad(sessie, id) == replace(RIJK, ondertekenaars=nieuw)


def test_a_document_is_known_by_its_sha(elk_huis: Huis) -> None:
    stored(elk_huis)
    id = stored(elk_huis, replace(VRAGEN, zaaknummer=None))
    with writing(elk_huis.engine) as sessie:
        documenten.voeg_document_toe(
            sessie, id, sha256="ab", naam="a.txt", soort="vragen", moment=MOMENT, aantallen={"vragen": 2}
        )
    with reading(elk_huis.engine) as sessie:
        gevonden = documenten.document(sessie, "ab")
        assert gevonden is not None
        assert (gevonden.vragenset_id, gevonden.aantallen) == (id, {"vragen": 2})
        assert documenten.document(sessie, "a") is None


def test_who_holds_a_set_reads_what_was_written_last(elk_huis: Huis) -> None:
    id = stored(elk_huis)
    with writing(elk_huis.engine) as sessie:
        rij = vragensets.op_id(sessie, id)
        sessie.execute(sa.text("UPDATE vragenset SET versie = 7"))
        vragensets.houd_vast(sessie, rij)
        assert rij.versie == 7


def test_a_set_takes_all_its_rows_along(elk_huis: Huis) -> None:
    id = stored(elk_huis, RIJK)
    with writing(elk_huis.engine) as sessie:
        sessie.execute(sa.text("DELETE FROM vragenset WHERE id = :id"), {"id": id})
    with reading(elk_huis.engine) as sessie:
        tabellen = ("vraag", "antwoord", "antwoord_vraag", "antwoordversie", "noot", "betrokkene", "aanhangsel")
        aantallen = [sessie.execute(sa.text(f"SELECT count(*) FROM {tabel}")).scalar_one() for tabel in tabellen]
    assert aantallen == [0] * 7
