"""Sets: the board, and the steps from hand to hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.rollen import Rol
from kamervragen.domain.status import Feitsoort, Status
from kamervragen.domain.termijn import Stand
from kamervragen.lijn import route, toewijzing
from kamervragen.mensen import collegas, gebruikers
from kamervragen.setpagina import setblad
from kamervragen.sets import bord
from kamervragen.sets.blik import zie
from tests.draden import at_once
from tests.stukken import (
    ANDERE_VRAGEN,
    ANTWOORD,
    UITSTEL,
    VRAGEN,
    answer_all,
    audit_lines,
    bring,
    brought,
    contents,
    page,
    pass_gate,
)

_MINISTER = "minister Van Proef (Justitie en Veiligheid)"


def _version(huis: Huis, sleutel: str = "KV-000001") -> int:
    return page(huis, sleutel).rij.versie


def _assign(huis: Huis, wie: Wie, sleutel: str = "KV-000001", versie: int | None = None, code: str = "DSV") -> None:
    gebruikers.maak_directie(huis, OPDRACHTREGEL, code, f"Directie {code}")
    directies, _ = collegas.toewijsbaar(huis, OPDRACHTREGEL)
    directie = next(rij.id for rij in directies if rij.code == code)
    toewijzing.wijs_toe(
        huis,
        wie,
        sleutel,
        directie_id=directie,
        behandelaar_id=None,
        versie=_version(huis, sleutel) if versie is None else versie,
    )


def _sign(huis: Huis, wie: Wie, sleutel: str = "KV-000001", mede: str = "") -> None:
    setblad.zet_ondertekening(
        huis, wie, sleutel, ondertekenaar=_MINISTER, mede_namens=mede, versie=_version(huis, sleutel)
    )


def _step(huis: Huis, wie: Wie, soort: Feitsoort, sleutel: str = "KV-000001", versie: int | None = None) -> None:
    route.zet_stap(huis, wie, sleutel, soort, versie=_version(huis, sleutel) if versie is None else versie)


@pytest.fixture
def klaar(huis: Huis, anna: Wie, bram: Wie) -> str:
    """A set assigned, answered and signed: nothing blocks it."""
    sleutel = brought(huis, VRAGEN)
    _assign(huis, bram)
    schrijven.bewaar(huis, anna, sleutel, "1", "Ja.", versie=0)
    answer_all(huis, sleutel, anna)
    _sign(huis, anna)
    assert page(huis).gebreken == ()
    return sleutel


# the board


def _paper(zaak: str, ingezonden: str, onderwerp: str = "iets") -> str:
    return (
        f"{zaak}\n(ingezonden {ingezonden})\n\nVragen van het lid Lid{zaak[-2:]} (ABC) aan de minister van Defensie over "
        f"{onderwerp}\n\n1. Wat vindt u van {zaak}?\n"
    )


def test_the_board_is_empty_and_for_everyone(huis: Huis, frank: Wie) -> None:
    assert bord.sets(huis, frank) == []
    with pytest.raises(NietToegestaan):
        bord.sets(huis, Wie("Niemand", frozenset(), "test"))


def test_open_sets_come_by_their_last_day_then_closed_ones_newest_first(huis: Huis, chris: Wie) -> None:
    stukken = (
        _paper("2026Z00001", "1 juni 2026"),  # until 22 June
        _paper("2026Z00002", "11 mei 2026"),  # until 1 June: late
        _paper("2026Z00003", "20 mei 2026"),  # delayed: until 1 July
        _paper("2026Z00004", "1 april 2026"),  # withdrawn
        _paper("2026Z00005", "2 april 2026"),  # withdrawn
        _paper("2026Z00006", "1 juni 2026").replace("(ingezonden 1 juni 2026)\n", ""),  # day unknown
        _paper("2026Z00007", "20 april 2026"),  # delayed: until 1 June: late
    )
    for stuk in stukken:
        bring(huis, stuk)
    for zaak, ah, zin in (
        ("2026Z00003", 1501, UITSTEL.splitlines()[-1]),
        ("2026Z00004", 1502, "De vragen kunnen als ingetrokken worden beschouwd."),
        ("2026Z00005", 1503, "De vragen kunnen als ingetrokken worden beschouwd."),
        ("2026Z00007", 1504, UITSTEL.splitlines()[-1]),
    ):
        kop = f"AH {ah}\n{zaak}\nMededeling van minister Van Proef (Defensie) (ontvangen 29 mei 2026)\n\n"
        assert bring(huis, f"{kop}{zin}\n").sleutel == f"KV-{zaak[5:].zfill(6)}"
    regels = [
        (b.regel.zaaknummer, b.termijn.stand, b.termijn.laatste_dag, b.termijn.dagen) for b in bord.sets(huis, chris)
    ]
    assert regels == [
        ("2026Z00002", Stand.TE_LAAT_ZONDER_UITSTEL, date(2026, 6, 1), -8),
        ("2026Z00007", Stand.TE_LAAT_NA_UITSTEL, date(2026, 6, 1), -8),
        ("2026Z00001", Stand.LOOPT, date(2026, 6, 22), 13),
        ("2026Z00003", Stand.UITGESTELD, date(2026, 7, 1), 22),
        ("2026Z00006", Stand.ONBEKEND, None, None),
        ("2026Z00005", Stand.AFGEDAAN, date(2026, 4, 23), -47),
        ("2026Z00004", Stand.AFGEDAAN, date(2026, 4, 22), -48),
    ]
    open_ = [b.regel.zaaknummer for b in bord.sets(huis, chris, open_=True)]
    dicht = [b.regel.zaaknummer for b in bord.sets(huis, chris, open_=False)]
    assert open_ + dicht == [zaak for zaak, _, _, _ in regels]
    assert dicht == ["2026Z00005", "2026Z00004"]


@pytest.mark.parametrize(
    ("zoek", "gevonden"),
    [
        ("", ["KV-000001", "KV-000002"]),
        ("  ", ["KV-000001", "KV-000002"]),
        ("FIETSEN", ["KV-000001"]),
        ("ander", ["KV-000002"]),
        ("2026z00202", ["KV-000002"]),
        ("kv-000001", ["KV-000001"]),
        ("xyz fietsen", ["KV-000001"]),
        ("fietsen bussen", []),
        ("100%", []),
    ],
)
def test_the_board_is_narrowed_by_words_and_numbers(huis: Huis, anna: Wie, zoek: str, gevonden: list[str]) -> None:
    brought(huis, VRAGEN)
    bring(huis, ANDERE_VRAGEN)
    assert [b.regel.sleutel for b in bord.sets(huis, anna, zoek=zoek)] == gevonden


def test_the_board_counts_days_from_midnight_in_amsterdam(huis: Huis, anna: Wie) -> None:
    brought(huis, VRAGEN)  # until 1 June
    net_niet = replace(huis, nu=lambda: datetime(2026, 6, 1, 21, 59, tzinfo=UTC))
    net_wel = replace(huis, nu=lambda: datetime(2026, 6, 1, 22, 0, tzinfo=UTC))
    assert [bord.sets(h, anna)[0].termijn.stand for h in (net_niet, net_wel)] == [
        Stand.LOOPT,
        Stand.TE_LAAT_ZONDER_UITSTEL,
    ]


# one set


def test_a_set_that_is_not_there(huis: Huis, anna: Wie) -> None:
    with pytest.raises(NietGevonden):
        zie(setblad.beeld, huis, anna, "KV-000001")


def test_the_page_of_a_set(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "2", "Drie.", versie=0)
    beeld = zie(setblad.beeld, huis, anna, sleutel)
    assert beeld.status is Status.GEREGISTREERD
    assert [vraag.label for vraag in beeld.onbeantwoord] == ["1", "3"]
    assert [(blok.antwoord.tekst, [v.label for v in blok.vragen]) for blok in beeld.blokken] == [("Drie.", ["2"])]
    assert [(gebrek.code, gebrek.plaats) for gebrek in beeld.gebreken] == [
        ("geen_ondertekenaar", "set"),
        ("vraag_zonder_antwoord", "vraag-1"),
        ("vraag_zonder_antwoord", "vraag-3"),
    ]
    assert (beeld.mag_schrijven, beeld.mag_beslissen, beeld.stappen) == (True, True, ())
    assert (beeld.mag_voorstel, beeld.mag_toewijzen) == (True, False)


# assigning


@pytest.mark.parametrize("wie", ["anna", "chris", "eva"])
def test_who_does_not_assign_cannot(huis: Huis, wie: str, request: pytest.FixtureRequest) -> None:
    brought(huis, VRAGEN)
    with pytest.raises(NietToegestaan):
        _assign(huis, request.getfixturevalue(wie))
    assert page(huis).status is Status.GEREGISTREERD


def test_assigning_needs_someone_that_exists(huis: Huis, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    voor = contents(huis)
    for directie, behandelaar in ((None, None), (9, None), (None, 9)):
        with pytest.raises(Ongeldig):
            toewijzing.wijs_toe(huis, bram, sleutel, directie_id=directie, behandelaar_id=behandelaar, versie=1)
    assert contents(huis) == voor


def test_a_closed_set_is_not_assigned(huis: Huis, bram: Wie) -> None:
    brought(huis, ANTWOORD)
    with pytest.raises(NietToegestaan):
        _assign(huis, bram)


def test_a_set_is_assigned_to_a_directie_and_a_person(huis: Huis, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DSV", "Slachtofferbeleid")
    id = gebruikers.maak(
        huis, OPDRACHTREGEL, inlognaam="anna", naam="Anna", wachtwoord="een lang wachtwoord", rollen=(Rol.OPSTELLER,)
    )
    toewijzing.wijs_toe(huis, bram, sleutel, directie_id=1, behandelaar_id=id, versie=1)
    beeld = page(huis)
    assert beeld.directie is not None
    assert beeld.behandelaar is not None
    assert (beeld.directie.code, beeld.behandelaar.naam, beeld.rij.versie) == ("DSV", "Anna", 2)
    assert beeld.status is Status.TOEGEWEZEN
    feit = beeld.feiten[-1]
    assert (feit.soort, feit.datum, feit.actor, feit.toelichting) == (
        "toegewezen",
        date(2026, 6, 9),
        "Bram",
        "Slachtofferbeleid / Anna",
    )
    assert audit_lines(huis)[-1] == ("toewijzen", sleutel, "gelukt", "Bram")


def test_assigning_on_an_old_version_is_refused(huis: Huis, bram: Wie, frank: Wie) -> None:
    brought(huis, VRAGEN)
    _assign(huis, bram)
    with pytest.raises(Verouderd) as fout:
        _assign(huis, frank, versie=1, code="DGPV")
    assert fout.value.versie == 2
    beeld = page(huis)
    assert beeld.directie is not None
    assert beeld.directie.code == "DSV"


def test_of_eight_assignments_at_once_one_counts(elk_huis: Huis, bram: Wie) -> None:
    sleutel = brought(elk_huis, VRAGEN)
    for nummer in range(8):
        gebruikers.maak_directie(elk_huis, OPDRACHTREGEL, f"D{nummer}", f"Directie {nummer}")
    acts = [
        partial(toewijzing.wijs_toe, elk_huis, bram, sleutel, directie_id=id, behandelaar_id=None, versie=1)
        for id in range(1, 9)
    ]
    uit = at_once(acts)
    assert sorted(type(uitkomst).__name__ for uitkomst in uit) == ["NoneType"] + ["Verouderd"] * 7
    assert [feit.soort for feit in page(elk_huis).feiten] == ["geregistreerd", "toegewezen"]


# signing


@pytest.mark.parametrize(("ondertekenaar", "mede"), [("", ""), ("Jan Jansen", ""), (_MINISTER, "Jan Jansen")])
def test_a_signatory_is_a_minister(huis: Huis, anna: Wie, ondertekenaar: str, mede: str) -> None:
    sleutel = brought(huis, VRAGEN)
    with pytest.raises(Ongeldig):
        setblad.zet_ondertekening(huis, anna, sleutel, ondertekenaar=ondertekenaar, mede_namens=mede, versie=1)
    assert page(huis).vragenset.ondertekenaars == ()


def test_signing_on_an_old_version_is_refused(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    _sign(huis, anna)
    with pytest.raises(Verouderd):
        setblad.zet_ondertekening(huis, anna, sleutel, ondertekenaar="minister B (X)", mede_namens="", versie=1)


def test_signatories_are_recorded_as_they_are_printed_and_replaced(huis: Huis, anna: Wie) -> None:
    brought(huis, VRAGEN)
    _sign(huis, anna, mede="staatssecretaris van Defensie")
    s = page(huis).vragenset
    assert [str(p) for p in (*s.ondertekenaars, *s.mede_namens)] == [_MINISTER, "staatssecretaris van Defensie"]
    _sign(huis, anna)
    assert page(huis).vragenset.mede_namens == ()


# steps


@pytest.mark.parametrize("soort", [Feitsoort.GEREGISTREERD, Feitsoort.ONTVANGEN, Feitsoort.UITSTEL])
def test_what_follows_from_a_document_is_no_step(huis: Huis, klaar: str, soort: Feitsoort) -> None:
    with pytest.raises(Ongeldig, match="volgt uit een document"):
        _step(huis, OPDRACHTREGEL, soort)


def test_shortcomings_block_a_step(huis: Huis, anna: Wie, bram: Wie) -> None:
    brought(huis, VRAGEN)
    _assign(huis, bram)
    voor = contents(huis)
    with pytest.raises(Ongeldig, match="de hele set: Er is geen ondertekenaar vastgelegd"):
        _step(huis, anna, Feitsoort.CONCEPT_GEREED)
    assert contents(huis) == voor


@pytest.mark.parametrize("soort", [Feitsoort.VASTGESTELD, Feitsoort.VERZONDEN])
def test_a_step_does_not_skip_another(huis: Huis, klaar: str, soort: Feitsoort) -> None:
    with pytest.raises(NietToegestaan):
        _step(huis, OPDRACHTREGEL, soort)
    assert page(huis).status is Status.TOEGEWEZEN


@pytest.mark.parametrize(
    ("wie", "soort"),
    [
        ("chris", Feitsoort.CONCEPT_GEREED),
        ("frank", Feitsoort.CONCEPT_GEREED),
        ("eva", Feitsoort.CONCEPT_GEREED),
        ("anna", Feitsoort.VASTGESTELD),
        ("bram", Feitsoort.VASTGESTELD),
        ("chris", Feitsoort.VASTGESTELD),
        ("anna", Feitsoort.VERZONDEN),
        ("bram", Feitsoort.VERZONDEN),
        ("frank", Feitsoort.VERZONDEN),
    ],
)
def test_only_the_right_role_takes_a_step(
    huis: Huis, klaar: str, anna: Wie, frank: Wie, wie: str, soort: Feitsoort, request: pytest.FixtureRequest
) -> None:
    if soort is not Feitsoort.CONCEPT_GEREED:
        _step(huis, anna, Feitsoort.CONCEPT_GEREED)
    if soort is Feitsoort.VERZONDEN:
        pass_gate(huis, klaar, Feitsoort.VERZONDEN)
        _step(huis, frank, Feitsoort.VASTGESTELD)
    voor = page(huis).status
    persoon: Wie = request.getfixturevalue(wie)
    with pytest.raises(NietToegestaan):
        _step(huis, persoon, soort)
    assert page(huis).status is voor
    assert audit_lines(huis)[-1][2:] == ("geweigerd", persoon.naam)


def test_a_step_on_an_old_version_is_refused(huis: Huis, klaar: str, anna: Wie) -> None:
    with pytest.raises(Verouderd):
        _step(huis, anna, Feitsoort.CONCEPT_GEREED, versie=_version(huis) - 1)
    assert page(huis).status is Status.TOEGEWEZEN


def test_a_set_goes_from_hand_to_hand(huis: Huis, klaar: str, anna: Wie, frank: Wie, chris: Wie) -> None:
    pass_gate(huis, klaar, Feitsoort.VERZONDEN)
    versie = _version(huis)
    gezien = [zie(setblad.beeld, huis, anna, klaar).stappen]
    for wie, volgende, soort in (
        (anna, frank, Feitsoort.CONCEPT_GEREED),
        (frank, chris, Feitsoort.VASTGESTELD),
        (chris, chris, Feitsoort.VERZONDEN),
    ):
        _step(huis, wie, soort)
        gezien.append(zie(setblad.beeld, huis, volgende, klaar).stappen)
        assert audit_lines(huis)[-1][1:] == (klaar, "gelukt", wie.naam)
    assert gezien == [
        (Feitsoort.CONCEPT_GEREED,),
        (Feitsoort.VASTGESTELD,),
        (Feitsoort.VERZONDEN,),
        (),
    ]
    beeld = page(huis)
    assert (beeld.status, beeld.rij.versie) == (Status.VERZONDEN, versie + 3)
    assert beeld.termijn.stand is Stand.AFGEDAAN  # a letter that was sent ends the counting
    assert not beeld.mag_schrijven
    assert [(feit.soort, feit.actor) for feit in beeld.feiten] == [
        ("geregistreerd", "opdrachtregel"),
        ("toegewezen", "Bram"),
        ("concept_gereed", "Anna"),
        ("vastgesteld", "Frank"),
        ("verzonden", "Chris"),
    ]


def test_a_set_that_was_changed_after_concept_gereed_is_checked_again(
    huis: Huis, klaar: str, anna: Wie, frank: Wie
) -> None:
    _step(huis, anna, Feitsoort.CONCEPT_GEREED)
    schrijven.bewaar(huis, anna, klaar, "1", "", versie=1)
    with pytest.raises(Ongeldig, match="vraag 1: Bij deze vraag staat geen antwoord"):
        _step(huis, frank, Feitsoort.VASTGESTELD)


def test_who_may_be_assigned_or_asked_is_for_who_does(huis: Huis, chris: Wie, bram: Wie) -> None:
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DSV", "Slachtofferbeleid")
    with pytest.raises(NietToegestaan):
        collegas.toewijsbaar(huis, chris)
    directies, mensen = collegas.toewijsbaar(huis, bram)
    assert ([rij.code for rij in directies], mensen) == (["DSV"], ())


def test_a_set_is_not_given_to_who_cannot_write_it(huis: Huis, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    lezer = gebruikers.maak(
        huis, OPDRACHTREGEL, inlognaam="lot", naam="Lot", wachtwoord="een lang wachtwoord", rollen=(Rol.LEZER,)
    )
    versie = zie(setblad.beeld, huis, bram, sleutel).rij.versie
    with pytest.raises(Ongeldig, match="Lot kan geen antwoorden schrijven"):
        toewijzing.wijs_toe(huis, bram, sleutel, directie_id=None, behandelaar_id=lezer, versie=versie)
    with pytest.raises(Ongeldig, match="Lot kan geen antwoorden schrijven"):
        toewijzing.wijs_meer_toe(huis, bram, {sleutel: versie}, directie_id=None, behandelaar_id=lezer)
    assert zie(setblad.beeld, huis, bram, sleutel).rij.behandelaar_id is None
    assert [(m.naam, m.schrijft) for m in collegas.toewijsbaar(huis, bram)[1]] == [("Lot", False)]
