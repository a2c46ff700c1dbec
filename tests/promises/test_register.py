"""The register keeps the promises too: acts whole or not at all (D2), a list twice is a list once (D6), and a damaged
list is read or refused (P8)."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from kamervragen.beheer import recessen
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.documents.readers.werkbladen import lees_werkblad
from kamervragen.documents.writers.lijst import Cel, Lijstblad, Lijstsoort, render
from kamervragen.domain.errors import Fout
from kamervragen.domain.motie import Motiestatus
from kamervragen.domain.toezegging import Toezeggingfeit
from kamervragen.inname.innemen import Uitkomst
from kamervragen.lijsten import lijstinname
from kamervragen.register import bewindspersonen, moties, toezeggingen, werklijst, wisseling
from tests.promises import aantal, noteer
from tests.promises.test_fault_injection import _steps, _Tripwire
from tests.promises.test_hostile_documents import _beschadigd, _beschadigd_van_binnen
from tests.stukken import ANTWOORD, VRAGEN, brought, contents, without

KOPPEN = ("nummer", "toezegging", "gedaan op", "vindplaats", "termijn", "uiterlijk", "status", "nakoming")
_OUD, _NIEUW = "minister Van Proef (Justitie en Veiligheid)", "minister De Wit (Justitie en Veiligheid)"


def _rijen(hoeveel: int) -> tuple[tuple[Cel, ...], ...]:
    toeval = random.Random(20_261_124)
    rijen: list[tuple[Cel, ...]] = []
    for n in range(hoeveel):
        termijn = toeval.choice(["voor de zomer", "eind Q3", "na het reces", "z.s.m.", ""])
        dag = toeval.choice([None, date(2026, 12, 1), "1 december 2026", "onzin"])
        stand = toeval.choice(["", "openstaand", "voldaan", "taart"])
        nummer = f"TZ202603-{n:03d}" if n % 2 else None
        rijen.append(
            (nummer, f"Ik bezie zaak {n}.", date(2026, 3, 2), f"debat {n}", termijn, dag, stand, "kst-33552-1")
        )
    return tuple(rijen)


def _lijst(huis: Huis, wie: Wie, rijen: tuple[tuple[Cel, ...], ...]) -> int:
    data = render(Lijstblad("Lijst", KOPPEN, rijen), Lijstsoort.XLSX)
    return lijstinname.leg_neer(huis, wie, "toezeggingen", "lijst.xlsx", data)


def test_a_list_three_times_in_any_order_is_that_list_once(huis: Huis, bram: Wie) -> None:
    rijen = _rijen(aantal(klein=40, vol=2_000))
    stand: list[list[tuple[object, ...]]] = []
    uitkomsten: list[Counter[Uitkomst]] = []
    for keer in range(3):
        id = _lijst(huis, bram, tuple(random.Random(keer).sample(rijen, len(rijen))) if keer else rijen)
        beeld = lijstinname.bekijk(huis, bram, id)
        uitkomsten.append(Counter(r.uitkomst for r in lijstinname.neem_in(huis, bram, id, beeld.keuze)))
        alle = (r.toezegging for r in toezeggingen.lijst(huis, bram))
        stand.append(sorted((t.zin, str(t.nummer), t.status, str(t.interne_dag), str(t.venster_einde)) for t in alle))
    assert stand[0] == stand[1] == stand[2]
    goed, fout = uitkomsten[0][Uitkomst.NIEUW], uitkomsten[0][Uitkomst.GEWEIGERD]
    assert uitkomsten[1] == uitkomsten[2] == {Uitkomst.GELIJK: goed, Uitkomst.GEWEIGERD: fout}
    assert len(stand[0]) == goed > len(rijen) // 4
    noteer(
        "D6",
        "een lijst twee keer innemen is een keer innemen",
        f"{3 * len(rijen)} rijen: {goed} toezeggingen, 0 dubbel",
    )


def _take_in_a_list(huis: Huis, bram: Wie) -> Callable[[], object]:
    id = _lijst(huis, bram, _rijen(3))
    keuze = {naam: n for n, naam in enumerate(KOPPEN)}
    return lambda: lijstinname.neem_in(huis, bram, id, keuze)


def _change_cabinet(huis: Huis, bram: Wie) -> Callable[[], object]:
    bewindspersonen.voeg_toe(huis, bram, wat=_OUD, kabinet="Oud", van=date(2024, 7, 2), tot=None, bron="kb")
    brought(huis, VRAGEN)
    _by_hand(huis, bram)
    return lambda: wisseling.voer_uit(
        huis, bram, kabinet="Nieuw", aantreden=date(2026, 6, 9), namen=_NIEUW, allen=True, bron="kb", gezien=2
    )


def _move(huis: Huis, bram: Wie) -> Callable[[], object]:
    id = _by_hand(huis, bram)
    return lambda: toezeggingen.leg_vast(
        huis,
        bram,
        id,
        Toezeggingfeit.VERSCHOVEN,
        datum=date(2026, 6, 1),
        versie=1,
        naar=date(2026, 12, 1),
        reden="Later.",
    )


def _decide(huis: Huis, bram: Wie) -> Callable[[], object]:
    brought(huis, without(ANTWOORD, "Zie ook"))
    regels, _directies = werklijst.lijst(huis, bram)
    sleutels = [r.sleutel for r in regels]
    assert len(sleutels) == 2
    return lambda: werklijst.beslis(huis, bram, sleutels, werklijst.Besluit.AANGENOMEN)


def _adopt(huis: Huis, bram: Wie) -> Callable[[], object]:
    id = moties.voeg_toe(
        huis, bram, kamerstuk="kst-29398-812", indieners="Tester", onderwerp="fietsen", ingediend=date(2026, 2, 3)
    )
    return lambda: moties.leg_vast(
        huis, bram, id, Motiestatus.AANGENOMEN, datum=date(2026, 2, 10), versie=1, voor="ABC"
    )


def _add_recess(huis: Huis, bram: Wie) -> Callable[[], object]:
    _by_hand(huis, bram, "Ik stuur uw Kamer voor de zomer van 2027 een brief.")
    return lambda: recessen.voeg_toe(
        huis, bram, naam="zomerreces", begin=date(2027, 6, 25), einde=date(2027, 8, 30), bron="brief"
    )


def _by_hand(huis: Huis, wie: Wie, zin: str = "Ik stuur uw Kamer voor 1 oktober 2026 een brief.") -> int:
    return toezeggingen.voeg_toe(
        huis, wie, zin=zin, gedaan_op=date(2026, 3, 2), vindplaats="debat", bewindspersoon=_OUD, aan=""
    )


@pytest.mark.parametrize("begin", [_take_in_a_list, _change_cabinet, _move, _decide, _adopt, _add_recess])
def test_a_fault_at_any_step_of_the_register_leaves_it_as_it_was(
    huis: Huis, bram: Wie, monkeypatch: pytest.MonkeyPatch, begin: Callable[[Huis, Wie], Callable[[], object]]
) -> None:
    act = begin(huis, bram)
    keren = _steps(huis, act, _Tripwire(monkeypatch))
    assert keren >= 6
    noteer("D2", "een wijziging is heel of er is niets", f"{begin.__name__[1:]}: {keren} storingen, 0 halve toestanden")


def test_a_trial_never_leaves_a_trace(huis: Huis, bram: Wie) -> None:
    rijen = _rijen(aantal(klein=40, vol=2_000))
    id = _lijst(huis, bram, rijen)
    voor = contents(huis)
    proef = lijstinname.bekijk(huis, bram, id).verslag
    assert contents(huis) == voor
    assert lijstinname.neem_in(huis, bram, id, {naam: n for n, naam in enumerate(KOPPEN)}) == proef
    noteer("D2", "een proef schrijft niets en zegt wat er gebeurt", f"{len(rijen)} rijen: 0 verschillen, 0 sporen")


def test_a_damaged_list_is_read_or_refused_and_nothing_else() -> None:
    keren = aantal(klein=150, vol=5_000)
    heel = {soort: render(Lijstblad("Lijst", KOPPEN, _rijen(12)), soort) for soort in Lijstsoort}
    uitkomst: Counter[str] = Counter()
    for keer in range(keren):
        toeval = random.Random(20_261_124 + keer)
        soort = list(Lijstsoort)[keer % 3]
        van_binnen = soort is not Lijstsoort.CSV and toeval.random() < 0.75
        data = (_beschadigd_van_binnen if van_binnen else _beschadigd)(heel[soort], toeval)
        try:
            lees_werkblad(data, f"lijst.{soort.value}")
            uitkomst["gelezen"] += 1
        except Fout as fout:
            uitkomst["geweigerd" if fout.bericht.endswith(".") else "zonder zin"] += 1
    assert set(uitkomst) == {"gelezen", "geweigerd"}
    assert min(uitkomst.values()) > keren // 20
    noteer(
        "P8",
        "een beschadigde lijst wordt gelezen of geweigerd",
        f"{keren} lijsten: {uitkomst['gelezen']} gelezen, {uitkomst['geweigerd']} geweigerd, 0 gecrasht",
    )
