"""Figures from events, with sets of known days."""

from __future__ import annotations

from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.cijfers import Doorlooptijd
from kamervragen.domain.status import Status
from kamervragen.lijn import toewijzing
from kamervragen.mensen import collegas, gebruikers
from kamervragen.setpagina import setblad
from kamervragen.sets import bord
from kamervragen.sets.blik import zie
from kamervragen.sets.bord import Filter
from kamervragen.vandaag import cijfers
from kamervragen.vandaag.cijfers import Cijfer, Ouderdom
from tests.stukken import ANDERE_VRAGEN, ANTWOORD, VRAGEN, bring, brought

_AMBT = "minister Justitie en Veiligheid"


def test_an_answered_and_a_late_set_count_where_they_belong(huis: Huis, frank: Wie) -> None:
    brought(huis, VRAGEN)  # sent in on 11 May 2026, open and late on 9 June
    bring(huis, ANDERE_VRAGEN)
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DGRR", "Directie Recht")
    (directie,), _ = collegas.toewijsbaar(huis, OPDRACHTREGEL)
    toewijzing.wijs_toe(huis, OPDRACHTREGEL, "KV-000001", directie_id=directie.id, behandelaar_id=None, versie=1)
    alles = cijfers.bereken(huis, frank)
    assert alles.geheel.tijd is None
    assert (alles.geheel.open, alles.geheel.te_laat) == (2, sum(c.te_laat for c in alles.maanden))
    assert [(c.groep, c.open) for c in alles.directies] == [("", 1), ("DGRR", 1)]


def test_the_days_run_from_sent_in_to_the_answer(huis: Huis, frank: Wie) -> None:
    brought(huis, VRAGEN)
    bring(huis, ANTWOORD)
    rij = zie(setblad.beeld, huis, frank, "KV-000001")
    assert rij.vragenset.ingezonden is not None
    klaar = next(f.datum for f in rij.feiten if f.soort == "ontvangen")
    dagen = (klaar - rij.vragenset.ingezonden).days
    verwacht = Doorlooptijd(1, int(dagen <= 21), int(dagen <= 42), float(dagen), dagen)
    alles = cijfers.bereken(huis, frank)
    assert alles.geheel == Cijfer("", verwacht, 0, 0)
    assert alles.maanden == (Cijfer(rij.vragenset.ingezonden.isoformat()[:7], verwacht, 0, 0),)
    assert _AMBT in {c.groep for c in alles.ambten}


def test_an_empty_record_has_no_figures(huis: Huis, frank: Wie) -> None:
    leeg = tuple(Ouderdom(weken, 0, 0) for weken in ("0-3", "3-6", "6-12", "12+"))
    assert cijfers.bereken(huis, frank) == cijfers.Cijfers("12m", (), Cijfer("", None, 0, 0), (), (), (), (), leeg, ())


def test_what_is_open_is_told_by_status_and_age(huis: Huis, frank: Wie) -> None:
    """Sent in on 11 May 2026 and on 20 May: on 9 June 29 and 20 days old, the first a day more than a week late."""
    brought(huis, VRAGEN)
    bring(huis, ANDERE_VRAGEN)
    alles = cijfers.bereken(huis, frank)
    dagen = sorted((huis.vandaag() - b.regel.ingezonden).days for b in bord.sets(huis, frank) if b.regel.ingezonden)
    laat = sum(b.termijn.dagen is not None and b.termijn.dagen < 0 for b in bord.sets(huis, frank))
    assert [(s.status, s.aantal, s.te_laat) for s in alles.stadia] == [(Status.GEREGISTREERD, 2, laat)]
    verdeeld = {"0-3": range(21), "3-6": range(21, 42), "6-12": range(42, 84), "12+": range(84, 9999)}
    assert {o.leeftijd: o.aantal for o in alles.ouderdom} == {
        naam: sum(d in weken for d in dagen) for naam, weken in verdeeld.items()
    }


def test_a_period_counts_what_was_sent_in_in_it(huis: Huis, frank: Wie) -> None:
    brought(huis, VRAGEN)  # 11 May 2026
    gevonden = {p: cijfers.bereken(huis, frank, p).geheel.open for p in ("2026-05", "2026-04", "2026", "2025", "12m")}
    assert gevonden == {"2026-05": 1, "2026-04": 0, "2026": 1, "2025": 0, "12m": 1}
    assert cijfers.bereken(huis, frank).jaren == (2026,)


def test_the_sets_behind_a_figure_are_those_it_counts(huis: Huis, frank: Wie) -> None:
    """Every number of the page leads to a board of as many sets."""
    brought(huis, VRAGEN)
    bring(huis, ANTWOORD)
    bring(huis, ANDERE_VRAGEN)
    alles = cijfers.bereken(huis, frank)
    for c in alles.maanden:
        per = {"periode": c.groep, "cijfers": "ja", "toon": "alle"}
        tijd = (c.tijd.aantal, c.tijd.binnen_drie_weken, c.tijd.binnen_zes_weken) if c.tijd else (0, 0, 0)
        gevonden = tuple(
            len(bord.gekozen(huis, frank, Filter.gelezen(per | {"duur": duur}))) for duur in ("alle", "drie", "zes")
        )
        assert gevonden == tijd
        assert len(bord.gekozen(huis, frank, Filter.gelezen(per | {"toon": "open"}))) == c.open
        assert len(bord.gekozen(huis, frank, Filter.gelezen(per | {"wanneer": "laat"}))) == c.te_laat
