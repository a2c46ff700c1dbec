"""People's own lists come in: tried row by row, taken in once, and what is refused comes back with its reason."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.beheer import recessen
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.core.store.engine import reading
from kamervragen.documents.writers.lijst import Cel, Lijstblad, Lijstsoort, render
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, TeGroot
from kamervragen.domain.toezegging import Toezeggingstatus
from kamervragen.inname.innemen import Uitkomst
from kamervragen.lijsten import lijstinname, uitgaand
from kamervragen.lijsten.lijstinname import Rijverslag
from kamervragen.lijsten.lijstrij import Rij
from kamervragen.lijsten.lijstvelden import Lijst, geraden
from kamervragen.register import bewindspersonen, moties, toezeggingen
from kamervragen.register.store import ambten
from kamervragen.setpagina import setblad
from kamervragen.sets.blik import zie
from tests.stukken import VRAGEN, audit_lines, brought, contents, herrekend

N, W, G, X = Uitkomst.NIEUW, Uitkomst.GEWIJZIGD, Uitkomst.GELIJK, Uitkomst.GEWEIGERD
KOPPEN = ("Nr", "Omschrijving", "Datum", "Bron", "Planning", "Deadline", "Status", "Kamerstuk", "Minister", "Afdeling")
RIJEN: tuple[tuple[Cel, ...], ...] = (
    (
        "TZ202603-012",
        "Ik stuur uw Kamer een brief over fietsen.",
        date(2026, 3, 2),
        "debat Fietsen",
        "voor de zomer",
        None,
        "Openstaand",
        None,
        "minister Van Proef (Justitie en Veiligheid)",
        None,
    ),
    (None, "Ik kijk naar de bussen.", date(2026, 4, 1), "debat Bussen", None, date(2026, 9, 1), None, None, None, None),
    (None, "Ik kijk ook naar de trams.", date(2026, 4, 1), "debat Trams", None, None, None, None, None, None),
    ("TZ202603-012", "Nog eens de fietsen.", date(2026, 3, 2), "debat Fietsen", None, None, None, None, None, None),
    (
        None,
        "De pontjes varen weer.",
        date(2026, 1, 5),
        "debat Water",
        "binnen drie weken",
        None,
        "voldaan",
        None,
        None,
        None,
    ),
    (
        None,
        "De bruggen gaan open.",
        date(2026, 1, 5),
        "debat Water",
        "binnen drie weken",
        None,
        "voldaan",
        "Kamerstuk 33552, nr. 124",
        None,
        None,
    ),
    (None, "De sluizen gaan dicht.", date(2026, 1, 5), "debat Water", "ooit misschien", None, None, None, None, None),
    (None, "Te laat gezegd.", date(2027, 1, 5), "debat Water", "binnen drie weken", None, None, None, None, None),
)


def _leg(huis: Huis, wie: Wie, soort: str, koppen: tuple[str, ...], rijen: tuple[tuple[Cel, ...], ...]) -> int:
    data = render(Lijstblad("Mijn lijst", koppen, rijen), Lijstsoort.XLSX)
    return lijstinname.leg_neer(huis, wie, soort, "mijn lijst.xlsx", data)


def _kort(verslag: tuple[Rijverslag, ...]) -> list[tuple[int, Uitkomst]]:
    return [(r.nummer, r.uitkomst) for r in verslag]


VERWACHT = [(2, N), (3, N), (4, X), (5, X), (6, X), (7, N), (8, X), (9, X)]
REDENEN = {
    4: "De toezegging noemt geen einddatum. Vul de kolom ‘uiterlijk’ in.",
    5: "Staat twee keer in de lijst: ook op rij 2.",
    6: "Noem het stuk waarmee de Kamer is geïnformeerd, bijvoorbeeld Kamerstuk 33552, nr. 124.",
    8: "termijn: “ooit misschien” is niet te lezen. Schrijf bijvoorbeeld ‘voor de zomer’ of een dag.",
    9: "De dag van de toezegging ligt in de toekomst.",
}


@pytest.mark.parametrize("soort", list(Lijstsoort))
def test_a_trial_says_per_row_what_would_happen_and_writes_nothing(huis: Huis, bram: Wie, soort: Lijstsoort) -> None:
    data = render(Lijstblad("Mijn lijst", KOPPEN, RIJEN), soort)
    id = lijstinname.leg_neer(huis, bram, "toezeggingen", f"lijst.{soort.value}", data)
    voor = contents(huis)
    beeld = lijstinname.bekijk(huis, bram, id)
    assert _kort(beeld.verslag) == VERWACHT
    assert {r.nummer: r.reden for r in beeld.verslag if r.reden} == REDENEN
    assert contents(huis) == voor


def test_taking_in_does_what_the_trial_said_and_a_second_time_nothing(huis: Huis, bram: Wie) -> None:
    id = _leg(huis, bram, "toezeggingen", KOPPEN, RIJEN)
    beeld = lijstinname.bekijk(huis, bram, id)
    assert lijstinname.neem_in(huis, bram, id, beeld.keuze) == beeld.verslag
    assert ("lijst_innemen", "mijn lijst.xlsx", "gelukt", "Bram") in audit_lines(huis)
    nu = {r.toezegging.zin: r.toezegging for r in toezeggingen.lijst(huis, bram)}
    fietsen = nu["Ik stuur uw Kamer een brief over fietsen."]
    assert (fietsen.nummer, fietsen.tijdsaanduiding, fietsen.venster_einde) == (
        "TZ202603-012",
        "voor de zomer",
        date(2026, 7, 2),
    )
    assert (fietsen.portefeuille, fietsen.soort, fietsen.herkomst) == (
        "Justitie en Veiligheid",
        "informeren",
        "register",
    )
    assert nu["Ik kijk naar de bussen."].interne_dag == date(2026, 9, 1)
    assert nu["De bruggen gaan open."].status == Toezeggingstatus.VOLDAAN
    assert len(nu) == 3
    again = lijstinname.bekijk(huis, bram, id)
    assert [u for _n, u in _kort(again.verslag)] == [G, G, X, X, X, G, X, X]
    assert (again.klaar, again.rij.uitkomst) == (True, "3 nieuw, 5 geweigerd")


def test_a_changed_cell_changes_a_field_and_an_empty_one_takes_nothing_away(huis: Huis, bram: Wie) -> None:
    eerste = _leg(huis, bram, "toezeggingen", KOPPEN, RIJEN[:1])
    lijstinname.neem_in(huis, bram, eerste, lijstinname.bekijk(huis, bram, eerste).keuze)
    anders = (*RIJEN[0][:4], None, date(2026, 9, 30), None, None, None, None)
    tweede = _leg(huis, bram, "toezeggingen", KOPPEN, (anders,))
    (regel,) = lijstinname.bekijk(huis, bram, tweede).verslag
    assert (regel.uitkomst, regel.velden) == (W, ("interne dag",))
    lijstinname.neem_in(huis, bram, tweede, lijstinname.bekijk(huis, bram, tweede).keuze)
    (rij,) = [r.toezegging for r in toezeggingen.lijst(huis, bram)]
    assert (rij.interne_dag, rij.bewindspersoon) == (date(2026, 9, 30), "minister Van Proef (Justitie en Veiligheid)")
    assert rij.venster_einde == date(2026, 7, 2)
    (feit,) = toezeggingen.beeld(huis, bram, rij.id or 0).feiten
    assert (feit.soort, feit.van, feit.naar, feit.reden) == (
        "verschoven",
        date(2026, 7, 2),
        date(2026, 9, 30),
        "lijst mijn lijst.xlsx",
    )


def test_what_is_missing_is_named(huis: Huis, bram: Wie) -> None:
    id = _leg(huis, bram, "toezeggingen", KOPPEN, ((None, "Ik kijk ernaar.", None, None, *[None] * 6), RIJEN[1]))
    verslag = lijstinname.bekijk(huis, bram, id).verslag
    assert [(r.uitkomst, r.reden) for r in verslag] == [(X, "Gedaan op, vindplaats ontbreekt."), (N, "")]


@pytest.mark.parametrize(
    ("cel", "dag"),
    [
        ("3-2-26", date(2026, 2, 3)),
        ("3-2-2026", date(2026, 2, 3)),
        ("03/02/2026", date(2026, 2, 3)),
        ("3.2.2026", date(2026, 2, 3)),
        ("3 februari 2026", date(2026, 2, 3)),
        ("2026-02-03", date(2026, 2, 3)),
        ("2026-02-03T00:00:00", date(2026, 2, 3)),
        (date(2026, 2, 3), date(2026, 2, 3)),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(cel: str | date, dag: date | None) -> None:
    assert Rij({"gedaan op": cel}).dag("gedaan op") == dag


@pytest.mark.parametrize("cel", ["31-2-2026", "morgen", "2026", "32-1-26"])
def test_what_is_no_day_is_named(cel: str) -> None:
    with pytest.raises(Ongeldig, match="gedaan op"):
        Rij({"gedaan op": cel}).dag("gedaan op")


def test_refused_rows_come_back_as_a_sheet_that_can_be_mended(huis: Huis, bram: Wie) -> None:
    id = _leg(huis, bram, "toezeggingen", KOPPEN, RIJEN)
    blad = lijstinname.geweigerd(huis, bram, id, Lijstsoort.ODS)
    assert blad.naam == "geweigerd-toezeggingen.ods"
    terug = lijstinname.leg_neer(huis, bram, "toezeggingen", blad.naam, blad.data)
    beeld = lijstinname.bekijk(huis, bram, terug)
    assert beeld.blad.koppen == (*KOPPEN, "reden van weigering")
    assert [rij[-1] for rij in beeld.blad.rijen] == list(REDENEN.values())
    assert [rij[1] for rij in beeld.blad.rijen] == [RIJEN[n - 2][1] for n in REDENEN]


def test_the_choice_of_columns_is_remembered_for_the_same_headings(huis: Huis, bram: Wie) -> None:
    koppen = ("Zaak", "Wat", "Wanneer gezegd", "Waar", "Klaar")
    rij: tuple[Cel, ...] = ("x", "Ik kijk naar de bussen.", date(2026, 4, 1), "debat", date(2026, 9, 1))
    id = _leg(huis, bram, "toezeggingen", koppen, (rij,))
    assert str(lijstinname.bekijk(huis, bram, id).fout) == "Kies een kolom voor: toezegging, gedaan op, vindplaats."
    keuze = {"toezegging": 1, "gedaan op": 2, "vindplaats": 3, "uiterlijk": 4}
    assert _kort(lijstinname.neem_in(huis, bram, id, keuze)) == [(2, N)]
    ander = _leg(huis, bram, "toezeggingen", koppen, (rij,))
    beeld = lijstinname.bekijk(huis, bram, ander)
    assert (beeld.keuze, _kort(beeld.verslag)) == (keuze, [(2, G)])
    with pytest.raises(Ongeldig, match="twee velden"):
        lijstinname.neem_in(huis, bram, id, {**keuze, "uiterlijk": 2})


def test_our_own_lists_read_back(huis: Huis, bram: Wie) -> None:
    """What goes out as a list comes in again as it is: the headings are the fields."""
    assert geraden(Lijst.TOEZEGGINGEN, uitgaand._TOEZEGGINGKOLOMMEN)["toezegging"] == 1
    brought(huis, VRAGEN)
    uit = uitgaand.als_bestand(huis, bram, "sets", Lijstsoort.XLSX)
    beeld = lijstinname.bekijk(huis, bram, lijstinname.leg_neer(huis, bram, "sets", uit.naam, uit.data))
    assert [(r.uitkomst, r.wat) for r in beeld.verslag] == [(G, "2026Z00101")]


def test_motions_come_with_their_vote_and_a_step_that_cannot_follow_is_refused(huis: Huis, bram: Wie) -> None:
    koppen = ("Kamerstuk", "Indiener", "Onderwerp", "Datum", "Tekst", "Stand", "Stand sinds", "Voor", "Tegen")
    tekst = "De Kamer, verzoekt de regering de Kamer voor 1 oktober 2026 over fietsen te informeren, en gaat over tot de orde van de dag."
    rijen: tuple[tuple[Cel, ...], ...] = (
        (
            "Kamerstuk 29398, nr. 812",
            "Proef (ABC)",
            "fietsen",
            "3 februari 2026",
            tekst,
            "aangenomen",
            "10-2-2026",
            "ABC, XYZ",
            "DEF",
        ),
        ("29398, nr. 813", "Tester", "bussen", "3-2-2026", None, "afgedaan", "4-2-2026", None, None),
        ("een brief", "Tester", None, "3-2-2026", None, None, None, None, None),
        ("kst-29398-814", "Tester", None, "3-2-2026", None, "verworpen", "10-2-2026", "ABC", "abc"),
    )
    id = _leg(huis, bram, "moties", koppen, rijen)
    beeld = lijstinname.bekijk(huis, bram, id)
    assert [(r.uitkomst, r.reden[:40]) for r in beeld.verslag] == [
        (N, ""),
        (X, "Deze stap volgt niet op de stand van de "),
        (X, "Dit stuk is niet te herkennen. Schrijf h"),
        (X, "Een fractie staat bij voor en bij tegen:"),
    ]
    lijstinname.neem_in(huis, bram, id, beeld.keuze)
    (regel,) = moties.lijst(huis, bram)
    gezien = moties.beeld(huis, bram, regel.motie.id or 0)
    assert (gezien.motie.status, gezien.motie.gevraagde_dag) == ("aangenomen", date(2026, 9, 30))
    assert [(f.soort, f.voor, f.tegen) for f in gezien.feiten] == [
        ("ingediend", None, None),
        ("aangenomen", ["ABC", "XYZ"], ["DEF"]),
    ]


def test_a_set_of_a_list_waits_for_its_document(huis: Huis, bram: Wie) -> None:
    koppen = ("Zaaknummer", "Onderwerp", "Indiener", "Aan", "Datum", "Uitstel")
    rij: tuple[Cel, ...] = (
        "2026Z00101",
        "gele fietsen",
        "Proef (ABC)",
        "minister van Justitie en Veiligheid",
        "11-5-2026",
        "29-5-2026",
    )
    id = _leg(huis, bram, "sets", koppen, (rij, ("2026-1", *rij[1:]), ("2026Z00103", *rij[1:4], "1-7-2026", None)))
    beeld = lijstinname.bekijk(huis, bram, id)
    assert [(r.uitkomst, r.reden[:24]) for r in beeld.verslag] == [
        (N, ""),
        (X, "'2026-1' is geen zaaknum"),
        (X, "1 juli 2026 ligt voor de"),
    ]
    lijstinname.neem_in(huis, bram, id, beeld.keuze)
    sleutel = brought(huis, VRAGEN)
    gezien = zie(setblad.beeld, huis, bram, sleutel)
    assert (sleutel, len(gezien.vragenset.vragen), gezien.termijn.laatste_dag) == ("KV-000001", 3, date(2026, 6, 22))
    assert gezien.termijn.eerste_dag == date(2026, 6, 1)


def test_bewindspersonen_come_in_and_two_ministers_of_one_office_do_not(huis: Huis, bram: Wie) -> None:
    koppen = ("Functie", "Naam", "Portefeuille", "Kabinet", "Van", "Tot", "Bron")
    rijen: tuple[tuple[Cel, ...], ...] = (
        ("Minister", "Van Dam", "Defensie", "Oud", date(2024, 7, 2), date(2026, 2, 22), "kb"),
        ("Minister", "De Wit", "Defensie", "Nieuw", date(2026, 2, 23), None, "kb"),
        ("Minister", "De Rood", "Defensie", "Nieuw", date(2026, 3, 1), None, "kb"),
        ("Burgemeester", "De Blauw", "Utrecht", "Nieuw", date(2026, 3, 1), None, "kb"),
    )
    id = _leg(huis, bram, "bewindspersonen", koppen, rijen)
    beeld = lijstinname.bekijk(huis, bram, id)
    assert [u for _n, u in _kort(beeld.verslag)] == [N, N, X, X]
    lijstinname.neem_in(huis, bram, id, beeld.keuze)
    assert [(r.naam, nu) for r, nu in bewindspersonen.lijst(huis, bram)] == [("De Wit", True), ("Van Dam", False)]
    with reading(huis.engine) as sessie:
        assert len(ambten.rijen(sessie)) == 2


@pytest.mark.parametrize(
    ("naam", "data", "fout", "zin"),
    [
        ("leeg.csv", b"", Ongeldig, "geen rij met koppen"),
        ("oud.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600, Ongeldig, "wachtwoord of een oud"),
        ("rommel.xlsx", b"PK\x03\x04rommel", Ongeldig, "beschadigd"),
        ("bin.csv", b"a;b\0\n", Ongeldig, "geen lijst"),
        ("groot.csv", b"a;b\n" + b"1;2\n" * 5_001, TeGroot, "5.000 rijen"),
        ("breed.csv", b";".join(b"k%d" % n for n in range(61)) + b"\n", TeGroot, "60 kolommen"),
    ],
)
def test_a_file_that_is_no_list_is_refused(
    huis: Huis, bram: Wie, naam: str, data: bytes, fout: type[Exception], zin: str
) -> None:
    voor = contents(huis)
    with pytest.raises(fout, match=zin):
        lijstinname.leg_neer(huis, bram, "sets", naam, data)
    assert contents(huis) == voor


def test_only_who_may_takes_a_list_in(huis: Huis, anna: Wie, bram: Wie) -> None:
    with pytest.raises(NietToegestaan):
        _leg(huis, anna, "toezeggingen", KOPPEN, RIJEN)
    id = _leg(huis, bram, "toezeggingen", KOPPEN, RIJEN)
    with pytest.raises(NietToegestaan):
        lijstinname.bekijk(huis, anna, id)
    with pytest.raises(NietGevonden):
        lijstinname.bekijk(huis, bram, 99)
    with pytest.raises(Ongeldig, match="wat voor lijst"):
        _leg(huis, bram, "recepten", KOPPEN, RIJEN)


REGISTERS: dict[str, tuple[tuple[str, ...], tuple[tuple[Cel, ...], ...]]] = {
    "wetten": (
        ("Titel", "Afkorting", "Bron"),
        (
            ("Wet op de gele fietsen", "Wgf", "Stb. 2025, 12"),
            ("Fietswet", None, "Stb. 2024, 1"),
            ("Wet open bussen", None, None),
        ),
    ),
    "recessen": (
        ("Reces", "Van", "Tot en met", "Bron"),
        (
            ("Herfstreces", date(2026, 10, 15), date(2026, 10, 25), "brief"),
            ("feestreces", date(2026, 11, 1), date(2026, 11, 2), "brief"),
            ("meireces", date(2027, 5, 9), date(2027, 5, 1), "brief"),
        ),
    ),
    "uitstelredenen": (
        ("Reden", "Omdat", "In gebruik"),
        (("Storing", "de teller kapot is", "nee"), ("Storm", None, None), ("Regen", "nat", "ja")),
    ),
    "signalen": (
        ("Woorden", "Werking"),
        (("inspectie bezoekt", "Harde belofte"), ("inspectie", "harde belofte"), ("ik streef … naar", "iets anders")),
    ),
    "directies": (
        ("Code", "Naam"),
        (("DGX", "Directie Fietsen"), ("DGY", None), ("Een code die veel te lang is", "Directie")),
    ),
}


@pytest.mark.parametrize("soort", REGISTERS)
def test_a_register_comes_in_as_a_list_once_and_goes_out_as_one(huis: Huis, eva: Wie, soort: str) -> None:
    """Of each the first row is new and the others are refused; what goes out comes in again as equal."""
    id = _leg(huis, eva, soort, *REGISTERS[soort])
    beeld = lijstinname.bekijk(huis, eva, id)
    assert _kort(beeld.verslag) == [(2, N), (3, X), (4, X)]
    assert lijstinname.neem_in(huis, eva, id, beeld.keuze) == beeld.verslag
    uit = uitgaand.als_bestand(huis, eva, soort, Lijstsoort.CSV)
    terug = lijstinname.leg_neer(huis, eva, soort, uit.naam, uit.data)
    assert {r.uitkomst for r in lijstinname.bekijk(huis, eva, terug).verslag} == {G}


def test_a_row_says_which_fields_of_a_register_it_changes(huis: Huis, eva: Wie) -> None:
    koppen, (eerste, *_rest) = REGISTERS["wetten"]
    for bron, verwacht in (("Stb. 2025, 12", (N, ())), ("Stb. 2026, 7", (W, ("bron",)))):
        id = _leg(huis, eva, "wetten", koppen, ((*eerste[:2], bron),))
        (r,) = lijstinname.neem_in(huis, eva, id, lijstinname.bekijk(huis, eva, id).keuze)
        assert (r.uitkomst, r.velden) == verwacht


def test_a_recess_in_a_list_tells_and_records_what_it_moves(huis: Huis, eva: Wie, bram: Wie) -> None:
    """'Voor de zomer' was read with the recess of the table; another one in a list reads it anew."""
    zin = "Ik stuur uw Kamer voor de zomer een brief over de fietsen."
    belofte = toezeggingen.voeg_toe(
        huis, bram, zin=zin, gedaan_op=date(2026, 3, 2), vindplaats="debat", bewindspersoon="", aan=""
    )
    (zomer,) = [r for r in recessen.lijst(huis, eva) if r.naam == "zomerreces" and r.begin.year == 2026]
    recessen.verwijder(huis, eva, zomer.id or 0)
    herrekend(huis)
    geschat = toezeggingen.beeld(huis, eva, belofte).toezegging.venster_einde
    rij = ("Zomerreces", date(2026, 6, 26), date(2026, 8, 24), "brief")
    id = _leg(huis, eva, "recessen", REGISTERS["recessen"][0], (rij,))
    (verslag,) = lijstinname.neem_in(huis, eva, id, lijstinname.bekijk(huis, eva, id).keuze)
    assert (verslag.uitkomst, verslag.velden) == (N, ("open dagen worden herberekend",))
    herrekend(huis)
    beeld = toezeggingen.beeld(huis, eva, belofte)
    assert (beeld.toezegging.venster_einde, geschat != date(2026, 6, 25)) == (date(2026, 6, 25), True)
    assert beeld.feiten[-1].naar == date(2026, 6, 25)


def test_who_may_not_keep_a_register_may_not_bring_it_as_a_list(huis: Huis, bram: Wie) -> None:
    with pytest.raises(NietToegestaan):
        _leg(huis, bram, "directies", *REGISTERS["directies"])
