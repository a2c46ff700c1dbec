"""Who promises what to whom, links between promises, soft promises gone quiet, reminders, and the morning message."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kamervragen.beheer import recessen
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.termijn import Stand
from kamervragen.domain.toezegging import Toezeggingfeit, Toezeggingstatus
from kamervragen.register import bewindspersonen, moties, registergegevens, toezeggingen
from kamervragen.setpagina import setblad
from kamervragen.sets import termijnen
from kamervragen.sets.blik import zie
from kamervragen.vandaag import ochtendbericht
from tests.conftest import Klok
from tests.stukken import ANTWOORD, VRAGEN, brought, contents, herrekend, without


def _van_hand(huis: Huis, wie: Wie, zin: str, op: date = date(2026, 3, 2), **anders: object) -> int:
    velden = {"vindplaats": "debat", "bewindspersoon": "", "aan": "", "interne_dag": date(2026, 12, 1)} | anders
    return toezeggingen.voeg_toe(huis, wie, zin=zin, gedaan_op=op, **velden)  # type: ignore[arg-type]


def test_a_found_promise_knows_who_promises_what_to_whom(huis: Huis, bram: Wie) -> None:
    bewindspersonen.voeg_toe(
        huis,
        bram,
        wat="minister Van Proef (Justitie en Veiligheid)",
        kabinet="Proef",
        van=date(2026, 2, 23),
        tot=None,
        bron="kb",
    )
    brought(huis, VRAGEN, without(ANTWOORD, "Zie ook"))
    (regel,) = toezeggingen.lijst(huis, bram, Toezeggingstatus.VOORGESTELD)
    t = regel.toezegging
    assert (t.soort, t.bewindspersoon, t.portefeuille) == (
        "informeren",
        "minister Van Proef (Justitie en Veiligheid)",
        "Justitie en Veiligheid",
    )
    assert t.aan == "Tweede Kamer, op vragen van Proef (ABC), Tester (XYZ)"
    nu = bewindspersonen.verantwoordelijk(huis, bram, t.ambt_id)
    assert nu is not None
    assert nu.naam == "Van Proef"


def test_people_mend_what_was_read(huis: Huis, bram: Wie, anna: Wie) -> None:
    id = _van_hand(huis, bram, "Ik meld dit.")
    velden = {
        "bewindspersoon": "minister De Wit",
        "portefeuille": "Defensie",
        "aan": "De Rood",
        "dossierhouder": "Anna",
    }
    registergegevens.zet_gegevens(huis, anna, id, soort="overleg", directie="", versie=1, **velden)
    t = toezeggingen.beeld(huis, bram, id).toezegging
    assert (t.soort, t.bewindspersoon, t.aan, t.dossierhouder, t.versie) == (
        "overleg",
        "minister De Wit",
        "De Rood",
        "Anna",
        2,
    )
    with pytest.raises(Verouderd):
        registergegevens.zet_gegevens(huis, anna, id, soort="overleg", directie="", versie=1, **velden)
    with pytest.raises(Ongeldig, match="De directie X"):
        registergegevens.zet_gegevens(huis, anna, id, soort="overleg", directie="X", versie=2, **velden)
    with pytest.raises(Ongeldig, match="uit de lijst"):
        registergegevens.zet_gegevens(huis, anna, id, soort="taart", directie="", versie=2, **velden)


def test_a_promise_is_an_addition_to_or_a_change_of_an_earlier_one(huis: Huis, bram: Wie) -> None:
    eerst = _van_hand(huis, bram, "Ik meld dit.", nummer="TZ202603-012")
    later = _van_hand(huis, bram, "Ik meld ook dat.", date(2026, 4, 2))
    registergegevens.verbind(huis, bram, later, "tz202603-012", "aanvulling")
    (heen,) = registergegevens.koppelingen(huis, bram, later)
    (terug,) = registergegevens.koppelingen(huis, bram, eerst)
    assert (heen.rij.soort, heen.ander.id, heen.eigen) == ("aanvulling", eerst, True)
    assert (terug.ander.id, terug.eigen) == (later, False)
    with pytest.raises(Ongeldig, match="al een verband"):
        registergegevens.verbind(huis, bram, later, str(eerst), "wijziging")
    with pytest.raises(Ongeldig, match="later gedaan"):
        registergegevens.verbind(
            huis, bram, eerst, str(_van_hand(huis, bram, "Nog iets.", date(2026, 5, 1))), "wijziging"
        )
    with pytest.raises(Ongeldig, match="zichzelf"):
        registergegevens.verbind(huis, bram, later, str(later), "wijziging")
    with pytest.raises(NietGevonden, match="“TZ9”"):
        registergegevens.verbind(huis, bram, later, "TZ9", "wijziging")
    registergegevens.ontbind(huis, bram, eerst, heen.rij.id or 0)
    assert registergegevens.koppelingen(huis, bram, eerst) == ()
    with pytest.raises(NietGevonden):
        registergegevens.ontbind(huis, bram, eerst, heen.rij.id or 0)


def test_a_soft_promise_gone_quiet_proposes_a_sentence(huis: Huis, bram: Wie, klok: Klok) -> None:
    id = _van_hand(
        huis, bram, "Het streven is om het wetsvoorstel voor 1 juli 2026 in consultatie te geven.", interne_dag=None
    )
    _van_hand(huis, bram, "Ik informeer uw Kamer voor 1 juli 2026.", interne_dag=None)  # hard: on the agenda instead
    assert registergegevens.stille(huis, bram) == ()
    klok.vooruit(days=30)
    (stil,) = registergegevens.stille(huis, bram)
    assert (stil.toezegging.id, stil.dag) == (id, date(2026, 6, 30))
    assert stil.voorstel == (
        "Ik heb u op 2 maart 2026 gemeld (debat): “Het streven is om het wetsvoorstel voor 1 juli 2026 in consultatie te "
        "geven.” Dat was voorzien voor uiterlijk 30 juni 2026. [Hoe staat het ervoor, en wanneer volgt het?]"
    )
    toezeggingen.leg_vast(
        huis,
        bram,
        id,
        Toezeggingfeit.VERSCHOVEN,
        datum=date(2026, 7, 8),
        versie=1,
        naar=date(2026, 12, 1),
        reden="Advies.",
    )
    assert registergegevens.stille(huis, bram) == ()


def test_a_motion_by_hand_has_a_number_of_its_own(huis: Huis, bram: Wie, anna: Wie) -> None:
    velden = {"kamerstuk": "Kamerstuk 29398, nr. 812", "indieners": "Tester (XYZ)", "onderwerp": "fietsen"}
    id = moties.voeg_toe(huis, bram, ingediend=date(2026, 2, 3), **velden)
    beeld = moties.beeld(huis, anna, id)
    assert (beeld.motie.kamerstuk, beeld.motie.status, [f.soort for f in beeld.feiten]) == (
        "kst-29398-812",
        "ingediend",
        ["ingediend"],
    )
    voor = contents(huis)
    for anders, zin in (
        ({}, "staat al in de lijst"),
        ({"kamerstuk": "een brief"}, "niet te herkennen"),
        ({"kamerstuk": "ah-tk-20252026-1966"}, "Vul het Kamerstuk"),
        ({"kamerstuk": "kst-29398-815", "indieners": " "}, "Vul het Kamerstuk"),
        ({"kamerstuk": "kst-29398-813", "tekst": "niets gevraagd"}, "verzoekt de regering"),
        ({"kamerstuk": "kst-29398-813", "directie": "X"}, "De directie X"),
    ):
        with pytest.raises(Ongeldig, match=zin):
            moties.voeg_toe(huis, bram, ingediend=date(2026, 2, 3), **{**velden, **anders})
    with pytest.raises(Ongeldig, match="in de toekomst"):
        moties.voeg_toe(huis, bram, ingediend=date(2027, 2, 3), **{**velden, "kamerstuk": "kst-29398-813"})
    assert contents(huis) == voor


def test_a_reminder_is_a_dated_fact_and_no_status(huis: Huis, bram: Wie, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    termijnen.herinner(huis, bram, sleutel, door="het lid Proef", dag=date(2026, 6, 5), tekst="per mail", versie=1)
    beeld = zie(setblad.beeld, huis, bram, sleutel)
    assert [(f.soort, f.datum, f.toelichting) for f in beeld.feiten if f.soort == "herinnering"] == [
        (
            "herinnering",
            date(2026, 6, 5),
            "het lid Proef: per mail",
        )
    ]
    assert (beeld.status.value, beeld.termijn.laatste_dag, beeld.rij.versie) == ("geregistreerd", date(2026, 6, 1), 2)
    for dag, door, zin in (
        (date(2026, 5, 10), "het lid", "voor de inzending"),
        (date(2026, 6, 10), "het lid", "in de toekomst"),
        (None, "het lid", "wie er aan herinnerde"),
        (date(2026, 6, 5), " ", "wie er aan herinnerde"),
    ):
        with pytest.raises(Ongeldig, match=zin):
            termijnen.herinner(huis, bram, sleutel, door=door, dag=dag, tekst="", versie=2)
    with pytest.raises(NietToegestaan):
        termijnen.herinner(huis, anna, sleutel, door="het lid", dag=date(2026, 6, 5), tekst="", versie=2)


def test_the_term_follows_the_chamber_and_the_kind_of_questions(huis: Huis, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    termijnen.zet_instrument(huis, bram, sleutel, kamer="ek", instrument="schriftelijke_vragen", versie=1)
    assert zie(setblad.beeld, huis, bram, sleutel).termijn.stand is Stand.ZONDER_TERMIJN
    termijnen.zet_instrument(huis, bram, sleutel, kamer="tk", instrument="commissieverzoek", versie=2)
    assert zie(setblad.beeld, huis, bram, sleutel).termijn.laatste_dag == date(2026, 6, 1)
    with pytest.raises(Ongeldig, match="Kies de Kamer"):
        termijnen.zet_instrument(huis, bram, sleutel, kamer="lagerhuis", instrument="commissieverzoek", versie=3)


def test_the_calendar_shows_what_it_would_move_before_it_does(huis: Huis, bram: Wie) -> None:
    id = _van_hand(huis, bram, "Ik stuur uw Kamer voor de zomer van 2027 een brief.", interne_dag=None)
    t = toezeggingen.beeld(huis, bram, id).toezegging
    velden = {"naam": "zomerreces", "begin": date(2027, 6, 25), "einde": date(2027, 8, 30), "bron": "brief"}
    voor = contents(huis)
    (gevolg,) = recessen.gevolg_van_toevoegen(huis, bram, **velden)  # type: ignore[arg-type]
    assert (gevolg.van, gevolg.naar, gevolg.pad) == (t.venster_einde, date(2027, 6, 24), f"/toezeggingen/{id}")
    assert contents(huis) == voor
    recessen.voeg_toe(huis, bram, **velden)  # type: ignore[arg-type]
    assert herrekend(huis) == 1
    assert toezeggingen.beeld(huis, bram, id).toezegging.venster_einde == date(2027, 6, 24)
    reces = next(r for r in recessen.lijst(huis, bram) if r.begin == date(2027, 6, 25))
    (terug,) = recessen.gevolg_van_weghalen(huis, bram, reces.id or 0)
    assert terug.naar == t.venster_einde


@pytest.mark.om_de_deur
def test_a_term_that_waits_for_a_recess_is_counted_again_and_logged(huis: Huis, bram: Wie) -> None:
    opgeschort = Huis(huis.engine, huis.settings.model_copy(update={"opschorten_in_reces": True}), huis.nu)
    sleutel = brought(opgeschort, VRAGEN)  # ingezonden 11 mei, the last day of the meireces
    voor = zie(setblad.beeld, opgeschort, bram, sleutel).termijn.laatste_dag
    velden = {"naam": "verkiezingsreces", "begin": date(2026, 5, 18), "einde": date(2026, 5, 22), "bron": "brief"}
    (gevolg,) = recessen.gevolg_van_toevoegen(opgeschort, bram, **velden)  # type: ignore[arg-type]
    assert (gevolg.van, gevolg.naar) == (voor, voor + timedelta(days=5) if voor else None)
    recessen.voeg_toe(opgeschort, bram, **velden)  # type: ignore[arg-type]
    herrekend(opgeschort)
    feiten = zie(setblad.beeld, opgeschort, bram, sleutel).feiten
    assert (feiten[-1].soort, feiten[-1].toelichting) == (
        "herrekend",
        "van 1 juni 2026 naar 6 juni 2026: verkiezingsreces van 2026-05-18 toegevoegd",
    )
    assert (
        recessen.gevolg_van_toevoegen(huis, bram, **{**velden, "begin": date(2026, 5, 25), "einde": date(2026, 5, 29)})
        == ()
    )  # type: ignore[arg-type]


def test_the_morning_message_is_quiet_when_nothing_is_due(huis: Huis, anna: Wie) -> None:
    bericht = ochtendbericht.bericht(huis, anna)
    assert (bericht.stil, bericht.dag) == (True, date(2026, 6, 9))


def test_the_morning_message_has_what_is_mine_and_a_coordinator_what_cannot_wait(
    huis: Huis, anna: Wie, bram: Wie
) -> None:
    brought(huis, VRAGEN)  # late since 1 June, of nobody
    _van_hand(huis, bram, "Ik meld dit.", interne_dag=date(2026, 6, 9), dossierhouder="Anna")
    _van_hand(huis, bram, "Ik meld dat.", interne_dag=date(2026, 6, 16), dossierhouder="Anna")
    _van_hand(huis, bram, "Ik meld nog iets.", interne_dag=date(2026, 6, 17), dossierhouder="Anna")
    van_anna = ochtendbericht.bericht(huis, anna)
    assert [p.tekst for p in van_anna.vandaag] == ["Ik meld dit."]
    assert [p.tekst for p in van_anna.deze_week] == ["Ik meld dat."]
    assert (van_anna.te_laat, van_anna.geescaleerd) == ((), ())
    van_bram = ochtendbericht.bericht(huis, bram)
    assert [(e.wat, e.waarom) for e in van_bram.geescaleerd] == [("gele fietsen", "8 dagen te laat")]
    assert ochtendbericht.als_tekst("Bram", van_bram) == (
        "Goedemorgen Bram, dit is er op 9 juni 2026.\n\nVraagt om uw hulp\n"
        "- 1 juni 2026  gele fietsen (–): 8 dagen te laat  /vragensets/KV-000001\n"
    )
