"""The quality of the record: each thing that cannot be right is found, with the page that mends it; what is right is not."""

from __future__ import annotations

import pytest
from sqlmodel import select

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store.engine import reading, writing
from kamervragen.domain.errors import NietToegestaan
from kamervragen.sets.standrows import TebezienRij
from kamervragen.sets.store import mankementen, overzichten
from kamervragen.sets.store.mankementen import Mankement
from kamervragen.vandaag import kwaliteit
from tests.stukken import ANTWOORD, VRAGEN, bring, brought, sql

KV = "KV-000001"


def _gevonden(huis: Huis, wie: Wie) -> dict[Mankement, list[tuple[str, str]]]:
    return {soort: [(g.wat, g.pad) for g in van.eerste] for soort, van in kwaliteit.toon(huis, wie).items()}


def _sql(huis: Huis, opdracht: str) -> None:
    """Writes past the use cases; which sets are looked through is kept up as they would have done."""
    sql(huis, opdracht)
    with writing(huis.engine) as sessie:
        mankementen.merk(sessie, overzichten.set_ids(sessie))


def test_a_record_that_is_right_has_nothing(elk_huis: Huis, chris: Wie) -> None:
    brought(elk_huis, VRAGEN)
    bring(elk_huis, ANTWOORD)
    assert _gevonden(elk_huis, chris) == {}


def test_a_mark_without_a_note_and_a_reference_to_nowhere(elk_huis: Huis, chris: Wie) -> None:
    brought(elk_huis, VRAGEN)
    schrijven.bewaar(elk_huis, OPDRACHTREGEL, KV, "2", "Zie het antwoord op vraag 99 en het rapport[^v7].", versie=0)
    schrijven.bewaar(elk_huis, OPDRACHTREGEL, KV, "3", "Zie het antwoord op vraag 2.", versie=0)
    assert _gevonden(elk_huis, chris) == {
        Mankement.NOOT_ONTBREEKT: [("[^v7]", f"/vragensets/{KV}/vragen/2")],
        Mankement.VERWIJZING_LEIDT_NERGENS: [("antwoord op vraag 99", f"/vragensets/{KV}/vragen/2")],
    }


@pytest.mark.om_de_deur
@pytest.mark.parametrize(
    ("verandering", "soort", "pad"),
    [
        ("UPDATE vragenset SET ingezonden = NULL", Mankement.ZONDER_INZENDDAG, f"/vragensets/{KV}/gegevens"),
        (
            "UPDATE vragenset SET ingezonden = '2027-01-01'",
            Mankement.INGEZONDEN_IN_TOEKOMST,
            f"/vragensets/{KV}/gegevens",
        ),
        (
            "UPDATE vragenset SET ontvangen = '2026-01-01'",
            Mankement.ONTVANGEN_VOOR_INZENDING,
            f"/vragensets/{KV}/gegevens",
        ),
        ("UPDATE vragenset SET debat = '2026-01-01'", Mankement.DEBAT_VOOR_INZENDING, f"/vragensets/{KV}#termijn"),
        ("UPDATE setstand SET vragen = 0", Mankement.ZONDER_VRAGEN, f"/vragensets/{KV}/gegevens"),
        ("DELETE FROM betrokkene WHERE rol = 'indiener'", Mankement.ZONDER_VRAGENSTELLER, f"/vragensets/{KV}/gegevens"),
        (
            "INSERT INTO feit (vragenset_id, soort, datum, actor, moment) VALUES (1, 'herinnering', '2026-01-01', 'x', '2026-06-09 09:00:00+00:00')",
            Mankement.FEIT_VOOR_INZENDING,
            f"/vragensets/{KV}/geschiedenis",
        ),
        (
            "INSERT INTO antwoord (vragenset_id, volgorde, tekst, bewerkt, versie) VALUES (1, 1, 'Los.', true, 1)",
            Mankement.LOS_ANTWOORD,
            f"/vragensets/{KV}",
        ),
        (
            "INSERT INTO voorstel (vragenset_id, veld, huidig, voorgesteld, bron, moment, versie) VALUES (1, 'onderwerp', 'a', 'b', 'x', '2026-06-09 09:00:00+00:00', 1)",
            Mankement.TWEE_WAARDEN,
            f"/vragensets/{KV}",
        ),
        ("UPDATE setstand SET status = 'ontvangen'", Mankement.BEANTWOORD_ZONDER_ANTWOORD, f"/vragensets/{KV}"),
        (
            "UPDATE setstand SET status = 'ontvangen', vragen = beantwoord, beantwoord_op = '2026-05-09'",
            Mankement.ZONDER_AANHANGSELNUMMER,
            "/inname",
        ),
    ],
)
def test_what_cannot_be_right_is_found_where_it_is_mended(
    huis: Huis, chris: Wie, verandering: str, soort: Mankement, pad: str
) -> None:
    brought(huis, VRAGEN)
    _sql(huis, verandering)
    gevonden = _gevonden(huis, chris)
    assert [deze_pad for _wat, deze_pad in gevonden[soort]] == [pad]


@pytest.mark.om_de_deur
def test_a_closed_set_without_a_number_and_a_promise_that_ended_before_it_began(huis: Huis, chris: Wie) -> None:
    brought(huis, VRAGEN)
    _sql(huis, "UPDATE vragenset SET zaaknummer = NULL")
    assert Mankement.ZONDER_ZAAKNUMMER not in _gevonden(huis, chris), "an open set may wait for its number"
    _sql(huis, "UPDATE setstand SET open = false")
    schrijven.bewaar(huis, OPDRACHTREGEL, KV, "1", "Ik stuur uw Kamer voor de zomer van 2026 een brief.", versie=0)
    _sql(huis, "UPDATE setstand SET open = false")
    _sql(huis, "UPDATE toezegging SET venster_einde = '2020-01-01'")
    gevonden = _gevonden(huis, chris)
    assert [pad for _wat, pad in gevonden[Mankement.ZONDER_ZAAKNUMMER]] == [f"/vragensets/{KV}/gegevens"]
    assert gevonden[Mankement.TOEZEGGING_VOOR_HAAR_DAG] == [
        ("Ik stuur uw Kamer voor de zomer van 2026 een brief.", f"/vragensets/{KV}#toezeggingen")
    ]


def test_only_what_may_be_wrong_is_looked_through_and_what_was_mended_is_not(elk_huis: Huis, chris: Wie) -> None:
    brought(elk_huis, VRAGEN)

    def te_bezien() -> list[int]:
        with reading(elk_huis.engine) as sessie:
            return list(sessie.exec(select(TebezienRij.vragenset_id)))

    assert te_bezien() == []
    bring(elk_huis, ANTWOORD.replace("AH 1601\n", ""))
    assert (te_bezien(), _gevonden(elk_huis, chris)) == ([1], {}), "it lacks a number, and may for thirty days"
    bring(elk_huis, ANTWOORD)
    assert te_bezien() == []


def test_who_may_not_mend_does_not_see_it(huis: Huis, anna: Wie) -> None:
    with pytest.raises(NietToegestaan):
        kwaliteit.toon(huis, anna)


@pytest.mark.om_de_deur
def test_of_each_kind_the_first_are_shown_and_all_are_counted(
    elk_huis: Huis, chris: Wie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kwaliteit, "HOOGSTENS", 1)
    brought(elk_huis, VRAGEN)
    for n in range(3):
        bewaard = f"INSERT INTO antwoord (vragenset_id, volgorde, tekst, bewerkt, versie) VALUES (1, {n}, 'Los {n}.', true, 1)"
        _sql(elk_huis, bewaard)
    gevonden = kwaliteit.toon(elk_huis, chris)[Mankement.LOS_ANTWOORD]
    assert (gevonden.aantal, [g.wat for g in gevonden.eerste]) == (3, ["Los 0."])
