"""Figures from events, with sets of known days."""

from __future__ import annotations

from kamervragen.domain.cijfers import Doorlooptijd
from kamervragen.usecases import cijfers, collegas, gebruikers, route, vragensets
from kamervragen.usecases.cijfers import Cijfer
from kamervragen.usecases.handeling import OPDRACHTREGEL, Huis, Wie
from tests.usecases.stukken import ANDERE_VRAGEN, ANTWOORD, VRAGEN, bring, brought

_AMBT = "minister Justitie en Veiligheid"


def test_an_answered_and_a_late_set_count_where_they_belong(huis: Huis, frank: Wie) -> None:
    brought(huis, VRAGEN)  # sent in on 11 May 2026, open and late on 9 June
    bring(huis, ANDERE_VRAGEN)
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DGRR", "Directie Recht")
    (directie,), _ = collegas.toewijsbaar(huis, OPDRACHTREGEL)
    route.wijs_toe(huis, OPDRACHTREGEL, "KV-000001", directie_id=directie.id, behandelaar_id=None, versie=1)
    alles = cijfers.bereken(huis, frank)
    assert alles.geheel.tijd is None
    assert (alles.geheel.open, alles.geheel.te_laat) == (2, sum(c.te_laat for c in alles.maanden))
    assert [(c.groep, c.open) for c in alles.directies] == [("", 1), ("DGRR", 1)]


def test_the_days_run_from_sent_in_to_the_answer(huis: Huis, frank: Wie) -> None:
    brought(huis, VRAGEN)
    bring(huis, ANTWOORD)
    rij = vragensets.beeld(huis, frank, "KV-000001")
    assert rij.vragenset.ingezonden is not None
    klaar = next(f.datum for f in rij.feiten if f.soort == "ontvangen")
    dagen = (klaar - rij.vragenset.ingezonden).days
    verwacht = Doorlooptijd(1, int(dagen <= 21), int(dagen <= 42), float(dagen), dagen)
    alles = cijfers.bereken(huis, frank)
    assert alles.geheel == Cijfer("", verwacht, 0, 0)
    assert alles.maanden == (Cijfer(rij.vragenset.ingezonden.isoformat()[:7], verwacht, 0, 0),)
    assert _AMBT in {c.groep for c in alles.ambten}


def test_an_empty_record_has_no_figures(huis: Huis, frank: Wie) -> None:
    assert cijfers.bereken(huis, frank) == cijfers.Cijfers(Cijfer("", None, 0, 0), (), (), ())
