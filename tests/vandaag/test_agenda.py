"""The agenda: each day that binds in its month, what is late beside it, and the days of one directie."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis, handeling
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store import audit
from kamervragen.core.store.engine import reading, writing
from kamervragen.domain.errors import NietToegestaan
from kamervragen.domain.motie import Motiestatus
from kamervragen.domain.rollen import Handeling, Rol
from kamervragen.domain.toezegging import Toezeggingfeit
from kamervragen.lijn import toewijzing
from kamervragen.mensen import gebruikers
from kamervragen.register import moties, toezeggingen
from kamervragen.register.rows import ToezeggingRij
from kamervragen.setpagina import setblad
from kamervragen.sets import termijnen
from kamervragen.sets.blik import zie
from kamervragen.vandaag import abonnementen, agenda, ochtendbericht
from kamervragen.vandaag.agenda import Agendasoort
from tests.stukken import ANDERE_VRAGEN, ANTWOORD, IEDEREEN, VRAGEN, bring, brought, page

_NU = date(2026, 6, 9)
_BELOFTE = "Ik zal uw Kamer voor 1 oktober 2026 over fietsen informeren."
_MOTIE = "Ik voer de motie Proef/Tester over bussen (Kamerstuk 33 552, nr. 124) uit."
Dag = tuple[int, Agendasoort, str, bool]


def _dagen(huis: Huis, wie: Wie, jaar: int, maand: int, directie: str = "") -> list[Dag]:
    punten = agenda.maand(huis, wie, begin=date(jaar, maand, 15), directie=directie).punten
    return [(punt.dag.day, punt.soort, punt.pad, punt.laat) for punt in punten]


@pytest.fixture
def belofte(huis: Huis, bram: Wie) -> int:
    """A promise made by hand, for 30 September 2026."""
    return toezeggingen.voeg_toe(
        huis, bram, zin=_BELOFTE, gedaan_op=date(2026, 3, 2), vindplaats="debat", bewindspersoon="", aan=""
    )


@pytest.fixture
def motie(huis: Huis, bram: Wie) -> int:
    """An adopted motion that asks for 1 September 2026, cited in an answer to the other questions."""
    sleutel = brought(huis, ANDERE_VRAGEN)
    schrijven.bewaar(huis, bram, sleutel, "1", _MOTIE, versie=0)
    (regel,) = moties.lijst(huis, bram)
    id = regel.motie.id or 0
    moties.leg_vast(huis, bram, id, Motiestatus.AANGENOMEN, datum=date(2026, 6, 2), versie=1)
    tekst = "verzoekt de regering uiterlijk 1 september 2026 bussen te tellen"
    moties.zet_tekst(huis, bram, id, tekst=tekst, datum=date(2026, 6, 2), appreciatie="", versie=2)
    return id


def test_the_agenda_is_not_for_who_has_no_role(huis: Huis) -> None:
    with pytest.raises(NietToegestaan):
        agenda.maand(huis, Wie("Niemand", frozenset(), "test"), begin=_NU)


def test_a_house_without_work_has_only_recesses(huis: Huis, frank: Wie) -> None:
    (punt,) = agenda.maand(huis, frank, begin=date(2026, 7, 31)).punten
    assert (punt.dag, punt.einde, punt.soort, punt.tekst, punt.pad, punt.laat) == (
        date(2026, 7, 3),
        date(2026, 8, 31),
        Agendasoort.RECES,
        "zomerreces",
        "/recessen",
        False,
    )
    assert _dagen(huis, frank, 2026, 6) == []


@pytest.mark.parametrize(
    ("begin", "eerste", "vorige", "volgende"),
    [
        (date(2026, 1, 31), date(2026, 1, 1), date(2025, 12, 1), date(2026, 2, 1)),
        (date(2026, 12, 1), date(2026, 12, 1), date(2026, 11, 1), date(2027, 1, 1)),
        (date(2028, 2, 29), date(2028, 2, 1), date(2028, 1, 1), date(2028, 3, 1)),
    ],
)
def test_a_month_knows_its_neighbours(
    huis: Huis, frank: Wie, begin: date, eerste: date, vorige: date, volgende: date
) -> None:
    gezien = agenda.maand(huis, frank, begin=begin)
    assert (gezien.begin, gezien.vorige, gezien.volgende) == (eerste, vorige, volgende)


def test_a_recess_stands_in_every_month_that_it_touches(huis: Huis, frank: Wie) -> None:
    # The Christmas recess lasts from 19 December 2025 up to and including 12 January 2026.
    reces = (19, Agendasoort.RECES, "/recessen", False)
    assert [_dagen(huis, frank, *maand) for maand in ((2025, 11), (2025, 12), (2026, 1))] == [[], [reces], [reces]]


def test_a_term_and_a_debate_stand_in_the_month_of_their_day(huis: Huis, bram: Wie) -> None:
    brought(huis, ANDERE_VRAGEN)  # put on 20 May: three weeks later is 10 June
    set_pad = "/vragensets/KV-000001"
    assert _dagen(huis, bram, 2026, 6) == [(10, Agendasoort.TERMIJN, set_pad, False)]
    termijnen.zet_debat(huis, bram, "KV-000001", debat=date(2026, 7, 1), versie=page(huis).rij.versie)
    assert _dagen(huis, bram, 2026, 6) == [(10, Agendasoort.TERMIJN, set_pad, False)]
    assert _dagen(huis, bram, 2026, 7) == [
        (1, Agendasoort.DEBAT, set_pad, False),
        (3, Agendasoort.RECES, "/recessen", False),
    ]


def test_a_set_that_was_answered_binds_no_more(huis: Huis, bram: Wie) -> None:
    brought(huis, VRAGEN)
    assert _dagen(huis, bram, 2026, 6) == [(1, Agendasoort.TERMIJN, "/vragensets/KV-000001", True)]
    bring(huis, ANTWOORD)
    assert _dagen(huis, bram, 2026, 6) == []


def test_a_term_that_passed_is_late_in_the_months_after_its_own(huis: Huis, bram: Wie) -> None:
    brought(huis, VRAGEN)
    laat = [(punt.dag, punt.tekst) for punt in agenda.maand(huis, bram, begin=date(2026, 7, 1)).te_laat]
    assert laat == [(date(2026, 6, 1), "gele fietsen")]
    assert agenda.maand(huis, bram, begin=date(2026, 6, 1)).te_laat == ()
    assert agenda.maand(huis, bram, begin=date(2026, 5, 1)).te_laat == ()


def test_a_term_is_not_late_on_its_last_day(huis: Huis, bram: Wie) -> None:
    brought(huis, VRAGEN.replace("11 mei 2026", "19 mei 2026"))
    assert _dagen(huis, bram, 2026, 6) == [(9, Agendasoort.TERMIJN, "/vragensets/KV-000001", False)]


def test_a_promise_stands_on_its_last_day_and_on_the_new_one_once_moved(huis: Huis, bram: Wie, belofte: int) -> None:
    punt = (30, Agendasoort.TOEZEGGING, f"/toezeggingen/{belofte}", False)
    assert _dagen(huis, bram, 2026, 9) == [punt]
    toezeggingen.leg_vast(
        huis, bram, belofte, Toezeggingfeit.VERSCHOVEN, datum=_NU, versie=1, naar=date(2026, 6, 8), reden="Eerder."
    )
    assert (_dagen(huis, bram, 2026, 9), _dagen(huis, bram, 2026, 6)) == (
        [],
        [(8, Agendasoort.TOEZEGGING, f"/toezeggingen/{belofte}", True)],
    )
    toezeggingen.leg_vast(huis, bram, belofte, Toezeggingfeit.NAGEKOMEN, datum=_NU, versie=2, kamerstuk="kst-33552-130")
    assert _dagen(huis, bram, 2026, 6) == []


def test_a_proposal_binds_nobody(huis: Huis, anna: Wie) -> None:
    schrijven.bewaar(huis, anna, brought(huis, VRAGEN), "1", _BELOFTE, versie=0)
    assert _dagen(huis, anna, 2026, 9) == []


def test_a_motion_stands_on_the_day_it_asks_for_until_it_is_done(huis: Huis, bram: Wie, motie: int) -> None:
    (punt,) = agenda.maand(huis, bram, begin=date(2026, 9, 1)).punten
    assert (punt.dag, punt.soort, punt.tekst, punt.pad) == (
        date(2026, 9, 1),
        Agendasoort.MOTIE,
        "Proef/Tester: bussen",
        f"/moties/{motie}",
    )
    moties.leg_vast(huis, bram, motie, Motiestatus.AFGEDAAN, datum=_NU, versie=3, kamerstuk="kst-33552-130")
    assert _dagen(huis, bram, 2026, 9) == []


def test_a_directie_sees_its_own_sets_and_promises_and_every_recess(
    huis: Huis, bram: Wie, belofte: int, motie: int
) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, bram, sleutel, "1", _BELOFTE, versie=0)
    (eigen,) = [r.toezegging.id or 0 for r in toezeggingen.lijst(huis, bram) if r.vragenset is not None]
    toezeggingen.neem_aan(huis, bram, eigen, versie=1)
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "FIETS", "Directie Fiets")
    versie = zie(setblad.beeld, huis, bram, sleutel).rij.versie
    toewijzing.wijs_toe(huis, bram, sleutel, directie_id=1, behandelaar_id=None, versie=versie)
    assert (sleutel, _dagen(huis, bram, 2026, 6)) == (
        "KV-000002",
        [
            (1, Agendasoort.TERMIJN, "/vragensets/KV-000002", True),
            (10, Agendasoort.TERMIJN, "/vragensets/KV-000001", False),
        ],
    )
    assert _dagen(huis, bram, 2026, 6, "FIETS") == [(1, Agendasoort.TERMIJN, "/vragensets/KV-000002", True)]
    assert _dagen(huis, bram, 2026, 9, "FIETS") == [(30, Agendasoort.TOEZEGGING, f"/toezeggingen/{eigen}", False)]
    assert _dagen(huis, bram, 2026, 7, "FIETS") == [(3, Agendasoort.RECES, "/recessen", False)]
    assert [p.wie for p in agenda.maand(huis, bram, begin=date(2026, 9, 1), directie="FIETS").punten] == ["FIETS"]
    laat = agenda.maand(huis, bram, begin=date(2026, 7, 1), directie="BUS").te_laat
    assert (laat, _dagen(huis, bram, 2026, 9, "BUS")) == ((), [])


def test_a_directie_whose_only_day_is_far_away_has_its_tab_all_the_same(huis: Huis, bram: Wie) -> None:
    id = toezeggingen.voeg_toe(
        huis,
        bram,
        zin="Ik meld dit.",
        gedaan_op=date(2026, 3, 2),
        vindplaats="debat",
        bewindspersoon="",
        aan="",
        interne_dag=date(2027, 3, 1),
    )
    with writing(huis.engine) as sessie:
        rij = sessie.get_one(ToezeggingRij, id)
        rij.directie = "DVER"
        sessie.add(rij)
    maand = agenda.maand(huis, bram, begin=date(2026, 6, 1))
    assert (maand.directies, [p for p in maand.punten if p.directie == "DVER"]) == (("DVER",), [])
    assert [p.dag for p in agenda.maand(huis, bram, begin=date(2027, 3, 1)).punten if p.directie] == [date(2027, 3, 1)]


def test_of_two_people_with_one_name_each_has_his_own_days(huis: Huis) -> None:
    """Agenda, calendar and morning message go by account, and so does the trail."""
    brought(huis, VRAGEN)
    een, twee = (
        Wie(
            "Frank",
            frozenset({Rol.OPSTELLER}),
            "test",
            gebruikers.maak(
                huis,
                OPDRACHTREGEL,
                inlognaam=naam,
                naam="Frank",
                wachtwoord="een lang wachtwoord",
                rollen=(Rol.OPSTELLER,),
            ),
        )
        for naam in ("frank", "frank2")
    )
    toewijzing.wijs_toe(
        huis, IEDEREEN, "KV-000001", directie_id=None, behandelaar_id=een.gebruiker_id, versie=page(huis).rij.versie
    )

    def termijnen(wie: Wie) -> list[str]:
        punten = agenda.maand(huis, wie, begin=date(2026, 6, 1), van=wie).punten
        return [punt.pad for punt in punten if punt.soort is Agendasoort.TERMIJN]

    assert termijnen(een) == ["/vragensets/KV-000001"]
    assert termijnen(twee) == []
    assert not ochtendbericht.bericht(huis, een).stil
    assert ochtendbericht.bericht(huis, twee).stil
    for wie in (een, twee):
        abonnementen.maak(huis, wie, directie="")
    kalenders = [
        abonnementen.kalender(huis, abonnementen.lijst(huis, wie)[0].sleutel, "https://kv.example")
        for wie in (een, twee)
    ]
    assert [b"KV-000001" in kalender for kalender in kalenders] == [True, False]
    with handeling(huis, twee, Handeling.EIGEN_ACCOUNT, "eigen-account"):
        pass
    with reading(huis.engine) as sessie:
        assert next(r.actor_id for r in audit.regels(sessie, audit.Zoekvraag(actor="Frank"))) == twee.gebruiker_id
        van_twee = audit.regels(sessie, audit.Zoekvraag(actor=f"#{twee.gebruiker_id}"))
        assert {r.actor_id for r in van_twee} == {twee.gebruiker_id}
        assert audit.eerste_fout(sessie) is None
