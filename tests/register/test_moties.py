"""Motions that answers cite."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.motie import Motiestatus
from kamervragen.register import moties
from tests.draden import at_once
from tests.stukken import ANDERE_VRAGEN, ANTWOORD, VRAGEN, audit_lines, bring, brought, contents

_ZIN = "Ik voer de motie Proef/Tester over bussen (Kamerstuk 33 552, nr. 124) uit."


def test_motions_are_not_for_who_has_no_role(huis: Huis) -> None:
    with pytest.raises(NietToegestaan):
        moties.lijst(huis, Wie("Niemand", frozenset(), "test"))


def test_a_house_without_motions(huis: Huis, anna: Wie) -> None:
    brought(huis, ANDERE_VRAGEN)
    assert moties.lijst(huis, anna) == []


def test_a_motion_shows_every_answer_that_cites_it(huis: Huis, anna: Wie) -> None:
    brought(huis, ANTWOORD)
    bring(huis, ANDERE_VRAGEN)
    schrijven.bewaar(huis, anna, "KV-000002", "1", f"Nee. {_ZIN}", versie=0)
    (regel,) = moties.lijst(huis, anna)
    assert (regel.motie.kamerstuk, regel.motie.indieners) == ("kst-33552-124", "Proef (ABC)")
    assert [(van.sleutel, koppeling.zin.startswith("Ik voer de motie")) for koppeling, van in regel.bij] == [
        ("KV-000002", True),
        ("KV-000001", True),
    ]


def test_a_motion_that_is_no_longer_cited_goes_from_the_list(huis: Huis, anna: Wie) -> None:
    brought(huis, ANDERE_VRAGEN)
    schrijven.bewaar(huis, anna, "KV-000001", "1", _ZIN, versie=0)
    assert len(moties.lijst(huis, anna)) == 1
    schrijven.bewaar(huis, anna, "KV-000001", "1", "Nee.", versie=1)
    assert moties.lijst(huis, anna) == []


def test_colleagues_who_cite_the_same_motions_in_another_order_both_save(elk_huis: Huis, anna: Wie) -> None:
    """Two transactions that hold one motion each and wait for the other's would both be stuck."""
    brought(elk_huis, VRAGEN)
    bring(elk_huis, ANDERE_VRAGEN)
    for ronde in range(10):
        zinnen = [
            f"Ik voer de motie {naam} over bussen (Kamerstuk 33 552, nr. {ronde}{nummer}) uit."
            for nummer, naam in enumerate(("Proef", "Tester", "Ander", "Derde"), 1)
        ]
        acts = [
            partial(schrijven.bewaar, elk_huis, anna, sleutel, "1", " ".join(orde), versie=ronde)
            for sleutel, orde in (("KV-000001", zinnen), ("KV-000002", zinnen[::-1]))
        ]
        assert at_once(acts) == [ronde + 1] * 2
    assert len(moties.lijst(elk_huis, anna)) == 4


_NU = date(2026, 6, 9)
_TEKST = """\
De Kamer,

constaterende dat gele fietsen voor 1 mei 2026 verdwenen;

verzoekt de regering de Kamer uiterlijk 1 oktober 2026
over gele fietsen te informeren,

en gaat over tot de orde van de dag.
"""


@pytest.fixture
def motie(huis: Huis, anna: Wie) -> int:
    """The motion that an answer cites, of which nothing more is known."""
    brought(huis, ANTWOORD)
    (regel,) = moties.lijst(huis, anna)
    assert regel.motie.id is not None
    return regel.motie.id


@pytest.mark.parametrize("wie", ["chris", "eva", "frank"])
def test_who_does_not_keep_motions_records_nothing(
    huis: Huis, motie: int, wie: str, request: pytest.FixtureRequest
) -> None:
    persoon: Wie = request.getfixturevalue(wie)
    with pytest.raises(NietToegestaan):
        moties.leg_vast(huis, persoon, motie, Motiestatus.AANGENOMEN, datum=_NU, versie=1)
    with pytest.raises(NietToegestaan):
        moties.zet_tekst(huis, persoon, motie, tekst=_TEKST, datum=_NU, appreciatie="", versie=1)
    assert audit_lines(huis)[-2:] == [("motie_bijhouden", f"motie-{motie}", "geweigerd", persoon.naam)] * 2
    beeld = moties.beeld(huis, persoon, motie)
    assert (beeld.feiten, beeld.mogelijk, beeld.mag_bijhouden, beeld.motie.versie) == ((), (), False, 1)


def test_a_motion_that_is_not_there_is_not_found(huis: Huis, bram: Wie) -> None:
    with pytest.raises(NietGevonden):
        moties.beeld(huis, bram, 99)
    with pytest.raises(NietGevonden):
        moties.leg_vast(huis, bram, 99, Motiestatus.AANGENOMEN, datum=_NU, versie=1)


@pytest.mark.parametrize(
    ("soort", "anders", "wat"),
    [
        (Motiestatus.ONBEKEND, {}, "volgt niet op de stand"),
        (Motiestatus.INGEDIEND, {}, "volgt niet op de stand"),
        (Motiestatus.AFGEDAAN, {}, "Noem het stuk"),
        (Motiestatus.AFGEDAAN, {"kamerstuk": "een brief"}, "niet te herkennen"),
        (Motiestatus.DEELS_AFGEDAAN, {}, "Noem het stuk"),
        (Motiestatus.NIET_UITGEVOERD, {"reden": "  "}, "wordt uitgevoerd: de Kamer vraagt ernaar"),
        (Motiestatus.AFGEDAAN, {"kamerstuk": "kst-33552-130", "datum": date(2026, 5, 31)}, "voor de vorige stap"),
        (Motiestatus.AFGEDAAN, {"kamerstuk": "kst-33552-130", "datum": date(2026, 6, 10)}, "in de toekomst"),
    ],
)
def test_a_step_that_cannot_be_is_refused_with_the_reason(
    huis: Huis, bram: Wie, motie: int, soort: Motiestatus, anders: dict[str, object], wat: str
) -> None:
    moties.leg_vast(huis, bram, motie, Motiestatus.AANGENOMEN, datum=date(2026, 6, 1), versie=1)
    voor = contents(huis)
    with pytest.raises(Ongeldig, match=wat):
        moties.leg_vast(huis, bram, motie, soort, **({"datum": _NU, "versie": 2} | anders))  # type: ignore[arg-type]
    assert contents(huis) == voor


@pytest.mark.parametrize(
    ("anders", "wat"),
    [
        ({"tekst": ""}, "Plak de tekst van de motie"),
        ({"tekst": "De Kamer spreekt uit dat fietsen geel zijn."}, "Plak de tekst van de motie"),
        ({"datum": None}, "vul de dag in"),
        ({"appreciatie": "mooi"}, "Kies een appreciatie"),
    ],
)
def test_a_text_that_asks_nothing_is_not_kept(
    huis: Huis, bram: Wie, motie: int, anders: dict[str, object], wat: str
) -> None:
    voor = contents(huis)
    goed: dict[str, object] = {"tekst": _TEKST, "datum": date(2026, 2, 3), "appreciatie": "", "versie": 1}
    with pytest.raises(Ongeldig, match=wat):
        moties.zet_tekst(huis, bram, motie, **(goed | anders))  # type: ignore[arg-type]
    assert contents(huis) == voor


def test_what_is_recorded_on_another_version_leaves_no_trace(huis: Huis, anna: Wie, bram: Wie, motie: int) -> None:
    moties.zet_tekst(huis, anna, motie, tekst=_TEKST, datum=date(2026, 2, 3), appreciatie="", versie=1)
    voor = contents(huis)
    with pytest.raises(Verouderd):
        moties.leg_vast(huis, bram, motie, Motiestatus.AANGENOMEN, datum=_NU, versie=1)
    with pytest.raises(Verouderd):
        moties.zet_tekst(huis, bram, motie, tekst=_TEKST, datum=_NU, appreciatie="ontraden", versie=1)
    assert contents(huis) == voor


def test_a_step_keeps_its_day_paper_reason_and_actor(huis: Huis, anna: Wie, bram: Wie, motie: int) -> None:
    moties.leg_vast(huis, anna, motie, Motiestatus.AANGENOMEN, datum=date(2026, 6, 1), versie=1)
    moties.leg_vast(
        huis,
        bram,
        motie,
        Motiestatus.AFGEDAAN,
        datum=_NU,
        versie=2,
        kamerstuk="Kamerstuk 33 552, nr. 130",
        reden=" Zie de brief. ",
    )
    beeld = moties.beeld(huis, bram, motie)
    assert [(f.soort, f.datum, f.kamerstuk, f.reden, f.actor) for f in beeld.feiten] == [
        ("aangenomen", date(2026, 6, 1), None, None, "Anna"),
        ("afgedaan", _NU, "kst-33552-130", "Zie de brief.", "Bram"),
    ]
    assert (beeld.motie.status, beeld.motie.versie) == ("afgedaan", 3)
    assert (beeld.mogelijk, beeld.mag_bijhouden) == ((Motiestatus.DEELS_AFGEDAAN,), True)
    assert [vragenset.sleutel for _, vragenset in beeld.bij] == ["KV-000001"]
    assert audit_lines(huis)[-1] == ("motie_bijhouden", f"motie-{motie}", "gelukt", "Bram")


def test_the_request_and_its_day_are_cut_out_of_the_text(huis: Huis, bram: Wie, motie: int) -> None:
    moties.zet_tekst(huis, bram, motie, tekst=_TEKST, datum=date(2026, 2, 3), appreciatie="oordeel Kamer", versie=1)
    rij = moties.beeld(huis, bram, motie).motie
    assert rij.verzoek == "verzoekt de regering de Kamer uiterlijk 1 oktober 2026 over gele fietsen te informeren"
    assert (rij.gevraagde_dag, rij.appreciatie, rij.status, rij.versie) == (
        date(2026, 10, 1),
        "oordeel Kamer",
        "onbekend",
        2,
    )


def test_another_text_takes_the_day_of_the_former_away(huis: Huis, bram: Wie, motie: int) -> None:
    moties.zet_tekst(huis, bram, motie, tekst=_TEKST, datum=date(2026, 2, 3), appreciatie="ontraden", versie=1)
    moties.zet_tekst(
        huis, bram, motie, tekst="Verzoekt het kabinet meer te fietsen", datum=_NU, appreciatie="", versie=2
    )
    rij = moties.beeld(huis, bram, motie).motie
    assert (rij.verzoek, rij.gevraagde_dag, rij.afleiding, rij.appreciatie) == (
        "Verzoekt het kabinet meer te fietsen",
        None,
        [],
        None,
    )


def test_a_day_before_the_motion_is_not_the_day_it_asks_for(huis: Huis, bram: Wie, motie: int) -> None:
    tekst = "verzoekt de regering de brief van 1 januari 2026 voor 1 december 2026 te herzien"
    moties.zet_tekst(huis, bram, motie, tekst=tekst, datum=date(2026, 2, 3), appreciatie="", versie=1)
    assert moties.beeld(huis, bram, motie).motie.gevraagde_dag == date(2026, 11, 30)
