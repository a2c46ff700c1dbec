"""Promises: weighed by a person, once, then watched."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.toezegging import Toezeggingfeit, Toezeggingstatus
from kamervragen.register import toezeggingen
from tests.stukken import ANTWOORD, IEDEREEN, VRAGEN, audit_lines, brought, contents

_MET_EINDE = "Ik zal uw Kamer voor 1 oktober 2026 informeren."
_ZONDER_EINDE = "Ik zal uw Kamer over de uitkomst informeren."


@pytest.fixture
def beloofd(huis: Huis, anna: Wie) -> dict[str, int]:
    """Two proposals, one with an end and one without, by their sentence."""
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "1", f"{_ZONDER_EINDE} {_MET_EINDE}", versie=0)
    return {regel.toezegging.zin: regel.toezegging.id or 0 for regel in toezeggingen.lijst(huis, anna)}


def _stand(huis: Huis, wie: Wie) -> list[tuple[str, str]]:
    return [(regel.toezegging.zin, regel.toezegging.status) for regel in toezeggingen.lijst(huis, wie)]


_OPEN = [(_MET_EINDE, "voorgesteld"), (_ZONDER_EINDE, "voorgesteld")]


@pytest.mark.parametrize("wie", ["chris", "eva", "frank"])
def test_who_does_not_decide_cannot(
    huis: Huis, anna: Wie, beloofd: dict[str, int], wie: str, request: pytest.FixtureRequest
) -> None:
    persoon: Wie = request.getfixturevalue(wie)
    with pytest.raises(NietToegestaan):
        toezeggingen.neem_aan(huis, persoon, beloofd[_MET_EINDE], versie=1)
    with pytest.raises(NietToegestaan):
        toezeggingen.wijs_af(huis, persoon, beloofd[_MET_EINDE], versie=1, reden="Nee.")
    assert _stand(huis, anna) == _OPEN
    assert audit_lines(huis)[-1] == (
        "toezegging_beslissen",
        f"toezegging-{beloofd[_MET_EINDE]}",
        "geweigerd",
        persoon.naam,
    )


def test_a_promise_without_an_end_needs_a_day_of_our_own(huis: Huis, bram: Wie, beloofd: dict[str, int]) -> None:
    voor = contents(huis)
    with pytest.raises(Ongeldig, match="noemt geen einddatum"):
        toezeggingen.neem_aan(huis, bram, beloofd[_ZONDER_EINDE], versie=1)
    with pytest.raises(Ongeldig, match="in het verleden"):
        toezeggingen.neem_aan(huis, bram, beloofd[_ZONDER_EINDE], versie=1, interne_dag=date(2026, 6, 8))
    assert contents(huis) == voor
    toezeggingen.neem_aan(huis, bram, beloofd[_ZONDER_EINDE], versie=1, interne_dag=date(2026, 6, 9))
    regels = toezeggingen.lijst(huis, bram, Toezeggingstatus.OPENSTAAND)
    assert [(r.toezegging.interne_dag, r.toezegging.actor, r.dagen) for r in regels] == [(date(2026, 6, 9), "Bram", 0)]


@pytest.mark.parametrize("reden", ["", "  \n"])
def test_declining_needs_a_reason(huis: Huis, anna: Wie, beloofd: dict[str, int], reden: str) -> None:
    with pytest.raises(Ongeldig):
        toezeggingen.wijs_af(huis, anna, beloofd[_MET_EINDE], versie=1, reden=reden)
    assert _stand(huis, anna) == _OPEN


def test_a_promise_that_is_gone_is_not_decided(huis: Huis, anna: Wie, beloofd: dict[str, int]) -> None:
    schrijven.bewaar(huis, anna, "KV-000001", "1", "Nee.", versie=1)
    with pytest.raises(NietGevonden, match="de zin is uit het antwoord gehaald"):
        toezeggingen.neem_aan(huis, anna, beloofd[_MET_EINDE], versie=1)


@pytest.mark.parametrize("versie", [1, 2])
def test_a_promise_is_decided_once(huis: Huis, anna: Wie, bram: Wie, beloofd: dict[str, int], versie: int) -> None:
    toezeggingen.neem_aan(huis, anna, beloofd[_MET_EINDE], versie=1)
    with pytest.raises(Verouderd):
        toezeggingen.wijs_af(huis, bram, beloofd[_MET_EINDE], versie=versie, reden="Toch niet.")
    assert _stand(huis, anna) == [(_MET_EINDE, "openstaand"), (_ZONDER_EINDE, "voorgesteld")]


def test_a_declined_promise_keeps_its_reason(huis: Huis, anna: Wie, beloofd: dict[str, int]) -> None:
    toezeggingen.wijs_af(huis, anna, beloofd[_MET_EINDE], versie=1, reden=" Al gedaan. ")
    (regel,) = toezeggingen.lijst(huis, anna, Toezeggingstatus.AFGEWEZEN)
    assert (regel.toezegging.reden, regel.toezegging.actor) == ("Al gedaan.", "Anna")
    assert audit_lines(huis)[-1] == ("toezegging_beslissen", "KV-000001", "gelukt", "Anna")


def test_promises_of_a_closed_set_are_still_decided(huis: Huis, bram: Wie) -> None:
    brought(huis, ANTWOORD)
    (regel,) = toezeggingen.lijst(huis, bram)
    toezeggingen.neem_aan(huis, bram, regel.toezegging.id or 0, versie=1)
    assert [r.toezegging.status for r in toezeggingen.lijst(huis, bram)] == ["openstaand"]


def test_the_list_counts_days_to_the_end_and_ends_with_those_without(
    huis: Huis, frank: Wie, beloofd: dict[str, int]
) -> None:
    regels = toezeggingen.lijst(huis, frank)
    assert [(r.toezegging.zin, r.vragenset.sleutel, r.label, r.dagen) for r in regels] == [
        (_MET_EINDE, "KV-000001", "1", 113),
        (_ZONDER_EINDE, "KV-000001", "1", None),
    ]
    assert toezeggingen.lijst(huis, frank, Toezeggingstatus.OPENSTAAND) == []


def test_an_edited_answer_keeps_what_was_decided(huis: Huis, anna: Wie, beloofd: dict[str, int]) -> None:
    toezeggingen.neem_aan(huis, anna, beloofd[_MET_EINDE], versie=1)
    schrijven.bewaar(huis, anna, "KV-000001", "1", f"Eerst iets. {_MET_EINDE}", versie=1)
    assert _stand(huis, anna) == [(_MET_EINDE, "openstaand")]


_NU = date(2026, 6, 9)


@pytest.fixture
def lopend(huis: Huis, anna: Wie, beloofd: dict[str, int]) -> int:
    """The promise with an end, accepted: open, at version 2, for 30 September 2026."""
    toezeggingen.neem_aan(huis, anna, beloofd[_MET_EINDE], versie=1)
    return beloofd[_MET_EINDE]


@pytest.mark.parametrize("wie", ["chris", "eva", "frank"])
def test_who_does_not_decide_records_and_adds_nothing(
    huis: Huis, lopend: int, wie: str, request: pytest.FixtureRequest
) -> None:
    persoon: Wie = request.getfixturevalue(wie)
    with pytest.raises(NietToegestaan):
        toezeggingen.leg_vast(
            huis, persoon, lopend, Toezeggingfeit.VERVALLEN, datum=_NU, versie=2, reden="Niet meer nodig."
        )
    assert audit_lines(huis)[-1] == ("toezegging_beslissen", f"toezegging-{lopend}", "geweigerd", persoon.naam)
    with pytest.raises(NietToegestaan):
        toezeggingen.voeg_toe(
            huis, persoon, zin=_MET_EINDE, gedaan_op=_NU, vindplaats="debat", bewindspersoon="", aan=""
        )
    assert audit_lines(huis)[-1] == ("toezegging_beslissen", "-", "geweigerd", persoon.naam)
    beeld = toezeggingen.beeld(huis, persoon, lopend)
    assert (beeld.feiten, beeld.mogelijk, beeld.toezegging.versie) == ((), (), 2)


@pytest.mark.parametrize(
    ("datum", "kamerstuk", "wat"),
    [
        (_NU, "", "Noem het stuk waarmee de Kamer"),
        (_NU, "  ", "Noem het stuk waarmee de Kamer"),
        (_NU, "de brief van mei", "niet te herkennen"),
        (date(2026, 6, 8), "kst-33552-124", "ligt voor de toezegging zelf"),
        (date(2026, 6, 10), "kst-33552-124", "ligt in de toekomst"),
    ],
)
@pytest.mark.parametrize("soort", [Toezeggingfeit.NAGEKOMEN, Toezeggingfeit.DEELS_NAGEKOMEN])
def test_a_promise_is_not_kept_without_a_paper_or_on_an_impossible_day(
    huis: Huis, bram: Wie, lopend: int, soort: Toezeggingfeit, datum: date, kamerstuk: str, wat: str
) -> None:
    voor = contents(huis)
    with pytest.raises(Ongeldig, match=wat):
        toezeggingen.leg_vast(huis, bram, lopend, soort, datum=datum, versie=2, kamerstuk=kamerstuk)
    assert contents(huis) == voor


@pytest.mark.parametrize("soort", list(Toezeggingfeit))
def test_nothing_happens_to_a_proposal_that_nobody_accepted(
    huis: Huis, bram: Wie, beloofd: dict[str, int], soort: Toezeggingfeit
) -> None:
    voor = contents(huis)
    with pytest.raises(Ongeldig, match="Dat kan in deze stand niet"):
        toezeggingen.leg_vast(
            huis,
            bram,
            beloofd[_MET_EINDE],
            soort,
            datum=_NU,
            versie=1,
            naar=date(2026, 11, 1),
            reden="Tijd.",
            kamerstuk="kst-33552-124",
        )
    assert contents(huis) == voor


@pytest.mark.parametrize("versie", [1, 3])
def test_a_fact_recorded_on_another_version_leaves_no_trace(huis: Huis, bram: Wie, lopend: int, versie: int) -> None:
    voor = contents(huis)
    with pytest.raises(Verouderd):
        toezeggingen.leg_vast(
            huis, bram, lopend, Toezeggingfeit.NAGEKOMEN, datum=_NU, versie=versie, kamerstuk="kst-33552-124"
        )
    assert contents(huis) == voor


def test_a_fact_of_a_promise_that_is_not_there_is_not_found(huis: Huis, bram: Wie) -> None:
    with pytest.raises(NietGevonden):
        toezeggingen.leg_vast(huis, bram, 99, Toezeggingfeit.VERVALLEN, datum=_NU, versie=1, reden="Weg.")


def test_a_promise_of_an_answer_moves_from_its_window_and_then_from_its_own_day(
    huis: Huis, anna: Wie, bram: Wie, lopend: int
) -> None:
    toezeggingen.leg_vast(
        huis, anna, lopend, Toezeggingfeit.VERSCHOVEN, datum=_NU, versie=2, naar=date(2026, 11, 2), reden=" Overleg. "
    )
    toezeggingen.leg_vast(
        huis, bram, lopend, Toezeggingfeit.VERSCHOVEN, datum=_NU, versie=3, naar=date(2026, 10, 5), reden="Sneller."
    )
    beeld = toezeggingen.beeld(huis, bram, lopend)
    assert [(f.soort, f.datum, f.van, f.naar, f.reden, f.actor) for f in beeld.feiten] == [
        ("verschoven", _NU, date(2026, 9, 30), date(2026, 11, 2), "Overleg.", "Anna"),
        ("verschoven", _NU, date(2026, 11, 2), date(2026, 10, 5), "Sneller.", "Bram"),
    ]
    t = beeld.toezegging
    assert (t.interne_dag, t.venster_einde, t.status, t.versie) == (
        date(2026, 10, 5),
        date(2026, 9, 30),
        "openstaand",
        4,
    )
    assert (beeld.dagen, beeld.label) == (118, "1")
    assert audit_lines(huis)[-1] == ("toezegging_beslissen", f"toezegging-{lopend}", "gelukt", "Bram")


def test_a_kept_promise_shows_its_paper_and_may_only_be_opened_again(huis: Huis, bram: Wie, lopend: int) -> None:
    toezeggingen.leg_vast(
        huis,
        bram,
        lopend,
        Toezeggingfeit.NAGEKOMEN,
        datum=_NU,
        versie=2,
        kamerstuk="Kamerstuk 33 552, nr. 124",
        zin=" Hiermee doe ik de toezegging gestand. ",
    )
    beeld = toezeggingen.beeld(huis, bram, lopend)
    assert [(f.soort, f.kamerstuk, f.zin, f.van, f.naar, f.reden) for f in beeld.feiten] == [
        ("nagekomen", "kst-33552-124", "Hiermee doe ik de toezegging gestand.", None, None, None)
    ]
    assert (beeld.toezegging.status, beeld.mogelijk) == ("voldaan", (Toezeggingfeit.HEROPEND,))


@pytest.mark.parametrize(
    ("nummer", "bewaard"), [("tz202603-012", "TZ202603-012"), (" T03456 ", "T03456"), ("t00007", "T00007")]
)
def test_a_number_of_the_register_is_kept_in_one_form_and_once(
    huis: Huis, bram: Wie, nummer: str, bewaard: str
) -> None:
    def erbij(zo: str) -> int:
        return toezeggingen.voeg_toe(
            huis, bram, zin=_MET_EINDE, gedaan_op=_NU, vindplaats="debat", bewindspersoon="", aan="", nummer=zo
        )

    id = erbij(nummer)
    t = toezeggingen.beeld(huis, bram, id).toezegging
    assert (t.nummer, t.herkomst, t.bewindspersoon, t.aan) == (bewaard, "register", None, None)
    assert audit_lines(huis)[-1] == ("toezegging_beslissen", f"toezegging-{id}", "gelukt", "Bram")
    voor = contents(huis)
    with pytest.raises(Ongeldig, match=f"{bewaard} staat al in het register, bij toezegging {id}"):
        erbij(bewaard)
    assert contents(huis) == voor


@pytest.mark.parametrize("nummer", ["TZ2026-012", "TZ202603", "T3456", "T034567", "012", "TZ202603-012 TZ202603-013"])
def test_a_number_in_another_form_is_refused(huis: Huis, bram: Wie, nummer: str) -> None:
    with pytest.raises(Ongeldig, match="geen toezeggingsnummer"):
        toezeggingen.voeg_toe(
            huis, bram, zin=_MET_EINDE, gedaan_op=_NU, vindplaats="debat", bewindspersoon="", aan="", nummer=nummer
        )
    assert toezeggingen.lijst(huis, bram) == []


def test_a_promise_by_hand_without_an_end_keeps_the_day_that_was_chosen(huis: Huis, bram: Wie) -> None:
    id = toezeggingen.voeg_toe(
        huis,
        bram,
        zin=f" {_ZONDER_EINDE} ",
        gedaan_op=date(2026, 3, 2),
        vindplaats=" debat Fietsen ",
        bewindspersoon=" minister Van Proef ",
        aan=" Tester (XYZ) ",
        interne_dag=date(2026, 3, 2),
    )
    t = toezeggingen.beeld(huis, bram, id).toezegging
    assert (t.zin, t.vindplaats, t.bewindspersoon, t.aan) == (
        _ZONDER_EINDE,
        "debat Fietsen",
        "minister Van Proef",
        "Tester (XYZ)",
    )
    assert (t.herkomst, t.nummer, t.status, t.venster_einde, t.interne_dag, t.actor) == (
        "hand",
        None,
        "openstaand",
        None,
        date(2026, 3, 2),
        "Bram",
    )


@pytest.mark.parametrize("tekst", ["een brief", "33552", "2026Z00101", "nr. 124"])
def test_what_is_no_paper_is_refused(tekst: str) -> None:
    with pytest.raises(Ongeldig, match="Dit stuk is niet te herkennen"):
        toezeggingen.kamerstuk_van(tekst)


@pytest.mark.parametrize(
    ("tekst", "nummer"),
    [
        ("", None),
        (" \n", None),
        ("Kamerstuk 33552, nr. 124", "kst-33552-124"),
        ("Kamerstukken II, 2024-2025, 33 552, nr. 124", "kst-33552-124"),
        ("kst-33552-124", "kst-33552-124"),
        ("ah-tk-20252026-1966", "ah-tk-20252026-1966"),
        ("Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 1966", "ah-tk-20252026-1966"),
    ],
)
def test_a_paper_gets_one_number_however_it_is_written(tekst: str, nummer: str | None) -> None:
    assert toezeggingen.kamerstuk_van(tekst) == nummer


def test_a_page_of_promises_holds_fifty_in_the_order_of_the_whole_list(huis: Huis) -> None:
    paren = (
        f"Vraag {n}\nWat doet u aan zaak {n}?\n\nAntwoord op vraag {n}\nIk informeer uw Kamer voor {1 + n % 28} juli 2026 "
        f"over zaak {n}.\n\n"
        for n in range(1, 54)
    )
    brought(huis, "2026Z10000\n\n" + "".join(paren))
    alle = [r.toezegging.id for r in toezeggingen.lijst(huis, IEDEREEN)]
    eerste, tweede = (toezeggingen.bladzijde(huis, IEDEREEN, nummer=n) for n in (1, 2))
    assert len(alle) == 53
    assert [r.toezegging.id for r in (*eerste.rijen, *tweede.rijen)] == alle
    assert (len(eerste.rijen), eerste.nummer, eerste.bladen, eerste.totaal) == (50, 1, 2, 53)
    assert toezeggingen.bladzijde(huis, IEDEREEN, nummer=9).nummer == 2, "a page beyond the last is the last"
    assert toezeggingen.beeld(huis, IEDEREEN, alle[-1] or 0).label == tweede.rijen[-1].label != ""
