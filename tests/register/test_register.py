"""The register end to end: promises and motions with their facts, the calendar, the agenda, and the accounts."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import docx
import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.beheer import recessen
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.core.store.engine import writing
from kamervragen.documents.writers.lijst import Lijstsoort
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.motie import Motiestatus
from kamervragen.domain.papier import Papier
from kamervragen.domain.termijn import Stand, Uitstelsignaal, Werkstap
from kamervragen.domain.toezegging import Toezeggingfeit, Toezeggingstatus
from kamervragen.inname.lezen import lees_bestand
from kamervragen.lijsten import uitgaand
from kamervragen.papieren import maken
from kamervragen.register import moties, toezeggingen
from kamervragen.register.rows import MotieRij
from kamervragen.setpagina import setblad
from kamervragen.sets import bord, termijnen, uitstel
from kamervragen.sets.blik import zie
from kamervragen.vandaag import agenda, verantwoording
from tests.stukken import VRAGEN, brought, herrekend

_ZOMER = "Ik stuur uw Kamer voor de zomer een brief over de fietsen."
NU = date(2026, 6, 9)


@pytest.fixture
def van_hand(huis: Huis, bram: Wie) -> int:
    """A promise of a debate in March, for before the summer recess of 2026."""
    return toezeggingen.voeg_toe(
        huis,
        bram,
        zin=_ZOMER,
        gedaan_op=date(2026, 3, 2),
        vindplaats="commissiedebat Fietsen",
        bewindspersoon="minister Van Proef",
        aan="Tester (XYZ)",
        nummer="tz202603-012",
    )


@pytest.fixture
def motie(huis: Huis) -> int:
    with writing(huis.engine) as sessie:
        rij = MotieRij(kamerstuk="kst-29398-812", indieners="Proef (ABC)", onderwerp="fietsen")
        sessie.add(rij)
        sessie.flush()
        assert rij.id is not None
        return rij.id


def test_a_promise_by_hand_reads_its_window_from_its_sentence(huis: Huis, bram: Wie, van_hand: int) -> None:
    beeld = toezeggingen.beeld(huis, bram, van_hand)
    t = beeld.toezegging
    assert (t.nummer, t.herkomst, t.status) == ("TZ202603-012", "register", "openstaand")
    assert (t.venster_begin, t.venster_einde, beeld.dagen) == (date(2026, 3, 2), date(2026, 7, 2), 23)
    assert t.signaalversie == "2026-11"


@pytest.mark.parametrize(
    ("anders", "wat"),
    [
        ({"zin": " "}, "Vul de zin"),
        ({"gedaan_op": None}, "Vul de zin"),
        ({"vindplaats": ""}, "Vul de zin"),
        ({"nummer": "TZ1"}, "geen toezeggingsnummer"),
        ({"nummer": "TZ202603-012"}, "staat al in het register"),
        ({"gedaan_op": date(2026, 6, 10)}, "in de toekomst"),
        ({"zin": "Ik meld dit."}, "noemt geen einddatum"),
        ({"zin": "Ik meld dit.", "interne_dag": date(2026, 3, 1)}, "ligt voor de toezegging"),
    ],
)
def test_a_promise_by_hand_is_refused_with_the_reason(
    huis: Huis, bram: Wie, van_hand: int, anders: dict[str, object], wat: str
) -> None:
    goed: dict[str, object] = {
        "zin": _ZOMER,
        "gedaan_op": date(2026, 3, 2),
        "vindplaats": "debat",
        "bewindspersoon": "",
        "aan": "",
        "nummer": "",
    }
    with pytest.raises(Ongeldig, match=wat):
        toezeggingen.voeg_toe(huis, bram, **(goed | anders))  # type: ignore[arg-type]
    assert len(toezeggingen.lijst(huis, bram)) == 1


def test_a_moved_promise_keeps_both_days_and_the_reason(huis: Huis, bram: Wie, van_hand: int) -> None:
    toezeggingen.leg_vast(
        huis, bram, van_hand, Toezeggingfeit.VERSCHOVEN, datum=NU, versie=1, naar=date(2026, 9, 1), reden="Meer tijd."
    )
    beeld = toezeggingen.beeld(huis, bram, van_hand)
    (feit,) = beeld.feiten
    assert (feit.van, feit.naar, feit.reden, feit.actor) == (
        date(2026, 7, 2),
        date(2026, 9, 1),
        "Meer tijd.",
        bram.naam,
    )
    assert (beeld.toezegging.interne_dag, beeld.toezegging.status) == (date(2026, 9, 1), "openstaand")


def test_a_promise_is_kept_by_a_paper_and_can_be_opened_again(huis: Huis, bram: Wie, van_hand: int) -> None:
    toezeggingen.leg_vast(
        huis,
        bram,
        van_hand,
        Toezeggingfeit.DEELS_NAGEKOMEN,
        datum=date(2026, 5, 1),
        versie=1,
        kamerstuk="Kamerstuk 29398, nr. 900",
    )
    toezeggingen.leg_vast(
        huis,
        bram,
        van_hand,
        Toezeggingfeit.NAGEKOMEN,
        datum=NU,
        versie=2,
        kamerstuk="ah-tk-20252026-1966",
        zin="Zie hier.",
    )
    toezeggingen.leg_vast(huis, bram, van_hand, Toezeggingfeit.HEROPEND, datum=NU, versie=3, reden="Niet volledig.")
    beeld = toezeggingen.beeld(huis, bram, van_hand)
    assert [(f.soort, f.kamerstuk) for f in beeld.feiten] == [
        ("deels_nagekomen", "kst-29398-900"),
        ("nagekomen", "ah-tk-20252026-1966"),
        ("heropend", None),
    ]
    assert beeld.toezegging.status == "openstaand"


@pytest.mark.parametrize(
    ("soort", "anders", "wat"),
    [
        (Toezeggingfeit.NAGEKOMEN, {}, "Noem het stuk"),
        (Toezeggingfeit.NAGEKOMEN, {"kamerstuk": "een brief"}, "niet te herkennen"),
        (Toezeggingfeit.NAGEKOMEN, {"kamerstuk": "kst-29398-900", "datum": date(2026, 3, 1)}, "voor de toezegging"),
        (Toezeggingfeit.NAGEKOMEN, {"kamerstuk": "kst-29398-900", "datum": date(2026, 6, 10)}, "in de toekomst"),
        (Toezeggingfeit.VERSCHOVEN, {"reden": "Tijd."}, "nieuwe uiterste dag"),
        (Toezeggingfeit.VERSCHOVEN, {"naar": date(2026, 9, 1)}, "Geef de reden"),
        (Toezeggingfeit.VERSCHOVEN, {"naar": date(2026, 7, 2), "reden": "Tijd."}, "gelijk aan de oude"),
        (Toezeggingfeit.VERVALLEN, {}, "Geef de reden"),
        (Toezeggingfeit.HEROPEND, {"reden": "Toch."}, "kan in deze stand niet"),
    ],
)
def test_what_cannot_have_happened_is_refused(
    huis: Huis, bram: Wie, van_hand: int, soort: Toezeggingfeit, anders: dict[str, object], wat: str
) -> None:
    with pytest.raises(Ongeldig, match=wat):
        toezeggingen.leg_vast(huis, bram, van_hand, soort, **({"datum": NU, "versie": 1} | anders))  # type: ignore[arg-type]
    assert toezeggingen.beeld(huis, bram, van_hand).feiten == ()


def test_of_two_who_record_at_once_one_wins_and_nothing_is_doubled(huis: Huis, bram: Wie, van_hand: int) -> None:
    toezeggingen.leg_vast(huis, bram, van_hand, Toezeggingfeit.VERVALLEN, datum=NU, versie=1, reden="Opgeheven.")
    with pytest.raises(Verouderd):
        toezeggingen.leg_vast(huis, bram, van_hand, Toezeggingfeit.HEROPEND, datum=NU, versie=1, reden="Toch.")
    assert len(toezeggingen.beeld(huis, bram, van_hand).feiten) == 1


def test_who_may_not_decide_records_nothing(huis: Huis, frank: Wie, van_hand: int, motie: int) -> None:
    with pytest.raises(NietToegestaan):
        toezeggingen.leg_vast(huis, frank, van_hand, Toezeggingfeit.VERVALLEN, datum=NU, versie=1, reden="x")
    with pytest.raises(NietToegestaan):
        moties.leg_vast(huis, frank, motie, Motiestatus.AANGENOMEN, datum=NU, versie=1)
    with pytest.raises(NietToegestaan):
        recessen.verwijder(huis, frank, 1)
    assert toezeggingen.beeld(huis, frank, van_hand).mogelijk == ()
    with pytest.raises(NietGevonden):
        toezeggingen.beeld(huis, frank, 99)


def test_a_motion_lives_by_what_is_recorded(huis: Huis, bram: Wie, motie: int) -> None:
    moties.leg_vast(huis, bram, motie, Motiestatus.INGEDIEND, datum=date(2026, 2, 3), versie=1)
    moties.leg_vast(huis, bram, motie, Motiestatus.AANGENOMEN, datum=date(2026, 2, 10), versie=2)
    tekst = "De Kamer, constaterende dat fietsen verdwijnen, verzoekt de regering de Kamer voor de zomer te informeren, en gaat over tot de orde van de dag."
    moties.zet_tekst(huis, bram, motie, tekst=tekst, datum=date(2026, 2, 3), appreciatie="oordeel Kamer", versie=3)
    beeld = moties.beeld(huis, bram, motie)
    assert beeld.motie.verzoek == "verzoekt de regering de Kamer voor de zomer te informeren"
    assert (beeld.motie.gevraagde_dag, beeld.motie.status) == (date(2026, 7, 2), "aangenomen")
    assert beeld.mogelijk == (Motiestatus.DEELS_AFGEDAAN, Motiestatus.AFGEDAAN, Motiestatus.NIET_UITGEVOERD)
    with pytest.raises(Ongeldig, match="volgt niet"):
        moties.leg_vast(huis, bram, motie, Motiestatus.VERWORPEN, datum=NU, versie=4)
    with pytest.raises(Ongeldig, match="voor de vorige stap"):
        moties.leg_vast(
            huis, bram, motie, Motiestatus.AFGEDAAN, datum=date(2026, 2, 9), versie=4, kamerstuk="kst-29398-900"
        )
    with pytest.raises(Ongeldig, match="verzoekt de regering"):
        moties.zet_tekst(huis, bram, motie, tekst="Niets.", datum=NU, appreciatie="", versie=4)


def test_another_recess_moves_what_is_open_and_says_so(huis: Huis, bram: Wie, van_hand: int) -> None:
    (zomer,) = [r for r in recessen.lijst(huis, bram) if r.naam == "zomerreces" and r.begin.year == 2026]
    recessen.verwijder(huis, bram, zomer.id or 0)
    herrekend(huis)  # by pattern it begins on the same Friday
    recessen.voeg_toe(
        huis, bram, naam="zomerreces", begin=date(2026, 6, 26), einde=date(2026, 8, 24), bron="brief van de Kamer"
    )
    assert toezeggingen.beeld(huis, bram, van_hand).feiten == (), "the act writes the recess, and nothing else"
    herrekend(huis)
    beeld = toezeggingen.beeld(huis, bram, van_hand)
    (feit,) = beeld.feiten
    assert (feit.van, feit.naar, feit.reden) == (
        date(2026, 7, 2),
        date(2026, 6, 25),
        "zomerreces van 2026-06-26 toegevoegd",
    )
    assert beeld.toezegging.venster_einde == date(2026, 6, 25)
    with pytest.raises(Ongeldig, match="staat al een reces"):
        recessen.voeg_toe(huis, bram, naam="meireces", begin=date(2026, 7, 1), einde=date(2026, 7, 3), bron="x")


def test_the_term_shows_its_steps_the_day_asked_for_and_the_debate(huis: Huis, bram: Wie) -> None:
    met_vraag = VRAGEN.replace(
        "3. Wat gaat u doen om de verdwijning te stoppen?", "3. Kunt u deze vragen voor 1 juni 2026 beantwoorden?"
    )
    sleutel = brought(huis, met_vraag)
    beeld = zie(setblad.beeld, huis, bram, sleutel)
    assert (beeld.termijn.laatste_dag, beeld.termijn.stand) == (date(2026, 6, 1), Stand.TE_LAAT_ZONDER_UITSTEL)
    assert beeld.bewaking.gevraagd is not None
    assert beeld.bewaking.gevraagd.dag == date(2026, 5, 31)
    assert beeld.bewaking.signaal is Uitstelsignaal.VOORSTELLEN
    assert [(s.stap, s.dag) for s in beeld.bewaking.stappen] == [
        (Werkstap.CONCEPT, date(2026, 5, 19)),  # eight working days back, over tweede pinksterdag
        (Werkstap.AFSTEMMING, date(2026, 5, 22)),
        (Werkstap.PARAFEN, date(2026, 5, 28)),
        (Werkstap.TEKENING, date(2026, 5, 29)),
    ]
    termijnen.zet_debat(huis, bram, sleutel, debat=date(2026, 5, 28), versie=beeld.rij.versie)
    assert zie(setblad.beeld, huis, bram, sleutel).termijn.laatste_dag == date(2026, 5, 27)
    with pytest.raises(Ongeldig, match="voor de dag van inzending"):
        termijnen.zet_debat(huis, bram, sleutel, debat=date(2026, 5, 11), versie=beeld.rij.versie + 1)


def test_the_settings_may_move_the_last_day(huis: Huis, bram: Wie) -> None:
    brought(huis, VRAGEN.replace("11 mei 2026", "4 mei 2026"))  # 25 May is tweede pinksterdag
    naar_werkdag = replace(huis, settings=huis.settings.model_copy(update={"naar_werkdag": True}))
    opschorten = replace(huis, settings=huis.settings.model_copy(update={"opschorten_in_reces": True}))
    assert [bord.sets(h, bram)[0].termijn.laatste_dag for h in (huis, naar_werkdag, opschorten)] == [
        date(2026, 5, 25),
        date(2026, 5, 26),
        date(2026, 6, 1),  # the May recess takes 5 - 11 May
    ]


def test_the_agenda_holds_every_day_that_binds(huis: Huis, bram: Wie, van_hand: int, motie: int) -> None:
    sleutel = brought(huis, VRAGEN)
    moties.leg_vast(huis, bram, motie, Motiestatus.AANGENOMEN, datum=date(2026, 2, 10), versie=1)
    moties.zet_tekst(
        huis,
        bram,
        motie,
        tekst="verzoekt de regering dit voor 15 juli 2026 te doen",
        datum=date(2026, 2, 3),
        appreciatie="",
        versie=2,
    )
    juli = agenda.maand(huis, bram, begin=date(2026, 7, 1))
    assert [(p.dag, p.soort, p.pad) for p in juli.punten] == [
        (date(2026, 7, 2), agenda.Agendasoort.TOEZEGGING, f"/toezeggingen/{van_hand}"),
        (date(2026, 7, 3), agenda.Agendasoort.RECES, "/recessen"),
        (date(2026, 7, 14), agenda.Agendasoort.MOTIE, f"/moties/{motie}"),
    ]
    assert [(p.dag, p.pad) for p in juli.te_laat] == [(date(2026, 6, 1), f"/vragensets/{sleutel}")]
    assert (juli.vorige, juli.volgende) == (date(2026, 6, 1), date(2026, 8, 1))
    assert agenda.maand(huis, bram, begin=date(2026, 1, 31)).vorige == date(2025, 12, 1)
    assert [p.soort for p in agenda.maand(huis, bram, begin=date(2026, 7, 1), directie="GEEN").punten] == [
        agenda.Agendasoort.RECES
    ]


def test_the_friday_list_is_the_mondays_list_beforehand(huis: Huis, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    brought(
        huis, VRAGEN.replace("2026Z00101", "2026Z00777").replace("11 mei 2026", "25 mei 2026").replace("gele", "rode")
    )
    maandag, per_ambt = agenda.vrijdaglijst(huis, bram)
    assert maandag == date(2026, 6, 15)
    assert {ambt: [(r.sleutel, r.dagen_te_laat) for r in regels] for ambt, regels in per_ambt.items()} == {
        "minister Justitie en Veiligheid": [(sleutel, 14)]
    }


def test_the_annex_holds_each_thing_once_in_its_table(huis: Huis, bram: Wie, van_hand: int, motie: int) -> None:
    af = toezeggingen.voeg_toe(
        huis,
        bram,
        zin="=Ik meld dit.",
        gedaan_op=date(2026, 3, 2),
        vindplaats="debat",
        bewindspersoon="",
        aan="",
        interne_dag=date(2026, 5, 1),
    )
    toezeggingen.leg_vast(
        huis, bram, af, Toezeggingfeit.NAGEKOMEN, datum=date(2026, 5, 4), versie=1, kamerstuk="kst-29398-900"
    )
    moties.leg_vast(huis, bram, motie, Motiestatus.OVERGENOMEN, datum=date(2026, 2, 10), versie=1)
    bestand = verantwoording.bijlage(huis, bram)
    assert bestand == verantwoording.bijlage(huis, bram)
    assert bestand.naam == "moties-en-toezeggingen-2026-06-09.docx"
    document = docx.Document(io.BytesIO(bestand.data))
    assert [[[cel.text for cel in rij.cells] for rij in tabel.rows[1:]] for tabel in document.tables] == [
        [["Motie Proef (ABC): fietsen", "Kamerstuk 29 398, nr. 812", "Overgenomen, 10 februari 2026."]],
        [[_ZOMER, "commissiedebat Fietsen", "In behandeling; uiterlijk 2 juli 2026."]],
        [["=Ik meld dit.", "debat", "Voldaan, 4 mei 2026 (Kamerstuk 29 398, nr. 900)."]],
    ]
    assert "Er zijn er geen." in [alinea.text for alinea in document.paragraphs]


def test_the_list_for_a_spreadsheet_runs_no_formula(huis: Huis, bram: Wie) -> None:
    toezeggingen.voeg_toe(
        huis,
        bram,
        zin="=1+1",
        gedaan_op=date(2026, 3, 2),
        vindplaats="debat",
        bewindspersoon="",
        aan="",
        interne_dag=date(2026, 9, 1),
    )
    data = uitgaand.als_bestand(huis, bram, "toezeggingen", Lijstsoort.CSV).data
    assert data.startswith(b"\xef\xbb\xbfnummer;toezegging;stevigheid;")
    assert (
        data.decode("utf-8-sig").splitlines()[1]
        == ";'=1+1;hard;02-03-2026;;01-09-2026;openstaand;debat;;;;iets anders;;"
    )


def test_a_proposal_remembers_the_day_and_the_table_of_cues(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "1", _ZOMER, versie=0)
    (regel,) = toezeggingen.lijst(huis, anna, Toezeggingstatus.VOORGESTELD)
    assert (regel.toezegging.gedaan_op, regel.toezegging.signaalversie) == (NU, "2026-11")


def test_uitstel_is_reported_with_its_reason_and_goes_out_as_word(huis: Huis, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    versie = zie(setblad.beeld, huis, bram, sleutel).rij.versie
    with pytest.raises(NietGevonden):
        maken.maak(huis, bram, sleutel, Papier.UITSTEL)
    with pytest.raises(Ongeldig, match="Kies de reden"):
        uitstel.meld(huis, bram, sleutel, reden="geen zin", toelichting="", versie=versie)
    uitstel.meld(huis, bram, sleutel, reden="informatie", toelichting="De politie telt nog", versie=versie)
    beeld = zie(setblad.beeld, huis, bram, sleutel)
    assert (beeld.termijn.stand, beeld.termijn.laatste_dag) == (Stand.UITGESTELD, date(2026, 6, 22))
    assert (beeld.termijn.eerste_dag, beeld.bewaking.signaal) == (date(2026, 6, 1), None)
    with pytest.raises(Ongeldig, match="al uitstel gemeld"):
        uitstel.meld(huis, bram, sleutel, reden="overleg", toelichting="", versie=versie + 1)
    bestand = maken.maak(huis, bram, sleutel, Papier.UITSTEL)
    assert bestand == maken.maak(huis, bram, sleutel, Papier.UITSTEL)
    assert bestand.naam == "uitstel-2026Z00101.docx"
    alineas = docx.Document(io.BytesIO(bestand.data)).paragraphs
    regels = [alinea.text for alinea in alineas]
    assert regels[2:8] == [
        "Aan de Voorzitter van de Tweede Kamer",
        "der Staten-Generaal",
        "Postbus 20018",
        "2500 EA Den Haag",
        "Datum\t9 juni 2026",
        "Betreft\tUitstel van de beantwoording van Kamervragen over gele fietsen",
    ]
    assert "Uw kenmerk\n2026Z00101" in regels
    assert regels[-1] == "De minister van Justitie en Veiligheid,"
    assert [alinea.text for alinea in alineas if alinea.style is not None and alinea.style.name == "Broodtekst"] == [
        "De vragen van de leden Proef (ABC) en Tester (XYZ) aan de minister van Justitie en Veiligheid over gele "
        "fietsen (2026Z00101, ingezonden 11 mei 2026) kunnen niet binnen de gebruikelijke termijn worden beantwoord, omdat nog "
        "niet alle benodigde informatie is ontvangen. De politie telt nog. Ik zal u zo spoedig mogelijk de antwoorden op "
        "de Kamervragen doen toekomen.",
    ]
    assert [(r.directie, r.reden, r.aantal) for r in uitstel.redenen(huis, bram)] == [
        ("", "informatie ontbreekt nog", 1)
    ]


def test_our_own_delay_notice_is_read_back_as_one(huis: Huis, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    uitstel.meld(
        huis,
        bram,
        sleutel,
        reden="afstemming",
        toelichting="",
        versie=zie(setblad.beeld, huis, bram, sleutel).rij.versie,
    )
    uitkomst = lees_bestand(maken.maak(huis, bram, sleutel, Papier.UITSTEL).data, "uitstel.docx")
    assert (uitkomst["soort"], uitkomst["zaaknummer"]) == ("uitstel", "2026Z00101")


def test_a_promise_made_in_two_answers_is_shown_as_a_repeat(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "1", _ZOMER, versie=0)
    schrijven.bewaar(huis, anna, sleutel, "2", "Uw Kamer ontvangt voor de zomer die brief over de fietsen.", versie=0)
    eerste, tweede = sorted(toezeggingen.lijst(huis, anna), key=lambda r: r.label)
    assert (eerste.toezegging.herhaling_van, tweede.toezegging.herhaling_van) == (None, eerste.toezegging.id)
    schrijven.bewaar(huis, anna, sleutel, "1", "Ja.", versie=1)
    (over,) = toezeggingen.lijst(huis, anna)
    assert over.toezegging.herhaling_van is None
