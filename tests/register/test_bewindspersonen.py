"""Bewindspersonen over time, and the change of a cabinet: what is open goes over in one act, seen beforehand."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.motie import Motiestatus
from kamervragen.register import bewindspersonen, moties, toezeggingen, wisseling
from kamervragen.setpagina import setblad
from kamervragen.sets.blik import zie
from tests.stukken import ANDERE_VRAGEN, ANTWOORD, VRAGEN, brought, contents, without

OUD, NIEUW = "minister Van Proef (Justitie en Veiligheid)", "minister De Wit (Justitie en Veiligheid)"
AANTREDEN = date(2026, 6, 9)


@pytest.fixture
def zittend(huis: Huis, bram: Wie) -> str:
    """Van Proef in office; an open set addressed to that office; a promise and an adopted motion of his."""
    bewindspersonen.voeg_toe(huis, bram, wat=OUD, kabinet="Oud", van=date(2024, 7, 2), tot=None, bron="kb")
    sleutel = brought(huis, VRAGEN)
    toezeggingen.voeg_toe(
        huis,
        bram,
        zin="Ik stuur uw Kamer voor 1 oktober 2026 een brief.",
        gedaan_op=date(2026, 3, 2),
        vindplaats="debat",
        bewindspersoon=OUD,
        aan="Tester (XYZ)",
    )
    return sleutel


def _wissel(huis: Huis, wie: Wie, *, allen: bool = True, namen: str = NIEUW, gezien: int | None = None) -> None:
    beeld = wisseling.bekijk(huis, wie, kabinet="Nieuw", aantreden=AANTREDEN, namen=namen, allen=allen)
    aantal = sum(o.aantal for o in beeld.overgangen if o.nieuw)
    wisseling.voer_uit(
        huis,
        wie,
        kabinet="Nieuw",
        aantreden=AANTREDEN,
        namen=namen,
        allen=allen,
        bron="kb 2026",
        gezien=aantal if gezien is None else gezien,
    )


def test_the_preview_names_what_goes_over_and_writes_nothing(huis: Huis, bram: Wie, zittend: str) -> None:
    voor = contents(huis)
    beeld = wisseling.bekijk(huis, bram, kabinet="Nieuw", aantreden=AANTREDEN, namen=NIEUW, allen=True)
    (over,) = beeld.overgangen
    assert [s.sleutel for s in over.sets] == [zittend]
    assert [t.bewindspersoon for t in over.toezeggingen] == [OUD]
    assert (str(over.nieuw), over.moties, beeld.nieuwe_ambten, beeld.zonder_opvolger) == (NIEUW, (), (), ())
    assert contents(huis) == voor


def test_what_is_open_goes_over_and_keeps_the_name_of_who_promised(huis: Huis, bram: Wie, zittend: str) -> None:
    _wissel(huis, bram)
    assert [(r.naam, r.tot, nu) for r, nu in bewindspersonen.lijst(huis, bram)] == [
        ("De Wit", None, True),
        ("Van Proef", date(2026, 6, 8), False),
    ]
    gezien = zie(setblad.beeld, huis, bram, zittend)
    nu = bewindspersonen.verantwoordelijk(huis, bram, gezien.rij.ambt_id)
    assert nu is not None
    assert nu.naam == "De Wit"
    assert [(f.soort, f.datum, f.toelichting) for f in gezien.feiten][-1] == (
        "opvolging",
        AANTREDEN,
        f"van {OUD} naar {NIEUW}, kabinet Nieuw",
    )
    (regel,) = toezeggingen.lijst(huis, bram)
    assert (regel.toezegging.bewindspersoon, regel.toezegging.ambt_id) == (OUD, nu.id)
    (feit,) = toezeggingen.beeld(huis, bram, regel.toezegging.id or 0).feiten
    assert (feit.soort, feit.datum, feit.actor) == ("opvolging", AANTREDEN, "Bram")


def test_a_second_change_goes_on_from_the_first(huis: Huis, bram: Wie, zittend: str) -> None:
    _wissel(huis, bram)
    later = "minister De Rood (Justitie en Veiligheid)"
    beeld = wisseling.bekijk(huis, bram, kabinet="Later", aantreden=date(2026, 9, 1), namen=later, allen=True)
    assert [(o.oud.naam, len(o.sets), len(o.toezeggingen)) for o in beeld.overgangen] == [("De Wit", 1, 1)]


def test_who_has_no_successor_leaves_and_his_work_is_named(huis: Huis, bram: Wie, zittend: str) -> None:
    beeld = wisseling.bekijk(
        huis, bram, kabinet="Nieuw", aantreden=AANTREDEN, namen="minister De Wit (Defensie)", allen=True
    )
    assert [(o.oud.naam, o.aantal) for o in beeld.zonder_opvolger] == [("Van Proef", 2)]
    assert [str(p) for p in beeld.nieuwe_ambten] == ["minister De Wit (Defensie)"]
    alleen = wisseling.bekijk(
        huis, bram, kabinet="Nieuw", aantreden=AANTREDEN, namen="minister De Wit (Defensie)", allen=False
    )
    assert alleen.overgangen == ()


def test_an_open_set_that_names_someone_out_of_office_is_flagged(huis: Huis, bram: Wie) -> None:
    bewindspersonen.voeg_toe(huis, bram, wat=OUD, kabinet="Oud", van=date(2024, 7, 2), tot=date(2026, 2, 22), bron="kb")
    sleutel = brought(huis, VRAGEN)
    (buiten,) = bewindspersonen.buiten_functie(huis, bram)
    assert (buiten.sleutel, buiten.rol, buiten.laatste.naam) == (sleutel, "gericht_aan", "Van Proef")
    bewindspersonen.voeg_toe(huis, bram, wat=NIEUW, kabinet="Nieuw", van=date(2026, 2, 23), tot=None, bron="kb")
    assert bewindspersonen.buiten_functie(huis, bram) == ()  # the office is held again, and no person was named
    setblad.zet_ondertekening(huis, bram, sleutel, ondertekenaar=OUD, mede_namens="", versie=1)
    (getekend,) = zie(bewindspersonen.buiten_in, huis, bram, sleutel)
    assert (getekend.rol, str(getekend.persoon)) == ("ondertekenaar", OUD)
    brought(huis, without(ANTWOORD, "Zie ook"))
    assert bewindspersonen.buiten_functie(huis, bram) == ()  # answered: closed


def test_a_table_that_does_not_know_an_office_flags_nothing(huis: Huis, bram: Wie) -> None:
    bewindspersonen.voeg_toe(huis, bram, wat=OUD, kabinet="Oud", van=date(2024, 7, 2), tot=date(2026, 2, 22), bron="kb")
    brought(huis, ANDERE_VRAGEN)  # to Defensie
    assert bewindspersonen.buiten_functie(huis, bram) == ()


def test_a_cabinet_becomes_demissionair(huis: Huis, bram: Wie, zittend: str) -> None:
    assert bewindspersonen.zet_demissionair(huis, bram, kabinet="Oud", sinds=date(2026, 5, 1)) == 1
    ((rij, _nu),) = bewindspersonen.lijst(huis, bram)
    assert (rij.demissionair, rij.versie) == (date(2026, 5, 1), 2)
    with pytest.raises(Verouderd):
        bewindspersonen.beeindig(huis, bram, rij.id or 0, tot=AANTREDEN, versie=1)
    with pytest.raises(Ongeldig, match="Kies het kabinet"):
        bewindspersonen.zet_demissionair(huis, bram, kabinet="Nooit", sinds=date(2026, 5, 1))


@pytest.mark.parametrize(
    ("namen", "zin"),
    [
        ("De Wit", "niet te lezen"),
        ("minister van Defensie", "niet te lezen"),
        (f"{NIEUW}\n{NIEUW}", "elk een keer"),
        ("", "ten minste één"),
    ],
)
def test_a_line_in_which_nobody_is_recognised_is_refused(
    huis: Huis, bram: Wie, zittend: str, namen: str, zin: str
) -> None:
    with pytest.raises(Ongeldig, match=zin):
        wisseling.bekijk(huis, bram, kabinet="Nieuw", aantreden=AANTREDEN, namen=namen, allen=True)


def test_a_change_that_is_no_longer_what_was_seen_is_refused_whole(huis: Huis, bram: Wie, zittend: str) -> None:
    voor = contents(huis)
    with pytest.raises(Ongeldig, match="Bekijk het voorbeeld opnieuw"):
        _wissel(huis, bram, gezien=1)
    with pytest.raises(Ongeldig, match="ligt voor die van het zittende"):
        wisseling.bekijk(huis, bram, kabinet="Nieuw", aantreden=date(2024, 7, 2), namen=NIEUW, allen=True)
    assert contents(huis) == voor


def test_an_adopted_motion_goes_with_its_office(huis: Huis, bram: Wie, zittend: str) -> None:
    """Once it was given to somebody, it goes to whoever follows him; the motion of nobody stays of nobody."""
    motie = moties.voeg_toe(
        huis,
        bram,
        kamerstuk="kst-29398-812",
        indieners="Tester",
        onderwerp="fietsen",
        ingediend=date(2026, 2, 3),
        bewindspersoon=OUD,
    )
    moties.leg_vast(huis, bram, motie, Motiestatus.AANGENOMEN, datum=date(2026, 2, 10), versie=1)
    _wissel(huis, bram)
    nu = bewindspersonen.verantwoordelijk(huis, bram, moties.beeld(huis, bram, motie).motie.ambt_id)
    assert nu is not None
    assert nu.naam == "De Wit"


def test_only_who_keeps_the_offices_changes_them(huis: Huis, anna: Wie, zittend: str) -> None:
    with pytest.raises(NietToegestaan):
        wisseling.bekijk(huis, anna, kabinet="Nieuw", aantreden=AANTREDEN, namen=NIEUW, allen=True)
    with pytest.raises(NietToegestaan):
        bewindspersonen.voeg_toe(huis, anna, wat=NIEUW, kabinet="N", van=AANTREDEN, tot=None, bron="kb")
