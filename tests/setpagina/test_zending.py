"""Everything for the Kamer in one package, and the day it had it."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.documents.lees import lees
from kamervragen.domain.errors import NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.status import Feitsoort, Status
from kamervragen.lijn import route, toewijzing
from kamervragen.mensen import gebruikers
from kamervragen.papieren import bijlagen
from kamervragen.setpagina import setblad, zending
from kamervragen.sets.blik import zie
from tests.conftest import Klok
from tests.stukken import VRAGEN, brought, pass_gate

KV = "KV-000001"


def _versie(huis: Huis) -> int:
    return zie(setblad.beeld, huis, OPDRACHTREGEL, KV).rij.versie


def _tot(huis: Huis, *stappen: Feitsoort) -> None:
    brought(huis, VRAGEN)
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DGRR", "Directie Recht")
    toewijzing.wijs_toe(huis, OPDRACHTREGEL, KV, directie_id=1, behandelaar_id=None, versie=_versie(huis))
    for vraag in zie(setblad.beeld, huis, OPDRACHTREGEL, KV).vragenset.vragen:
        schrijven.bewaar(huis, OPDRACHTREGEL, KV, vraag.label, "Ja, dat bericht ken ik.", versie=0)
    setblad.zet_ondertekening(
        huis, OPDRACHTREGEL, KV, ondertekenaar="minister Van Dam (Defensie)", mede_namens="", versie=_versie(huis)
    )
    for soort, naam in (("bijlage", "rapport.pdf"), ("intern", "geheim.pdf"), ("beslisnota", "nota.pdf")):
        bijlagen.voeg_toe(huis, OPDRACHTREGEL, KV, f"%PDF-1.7 {naam}".encode(), naam, soort=soort)
    for stap in stappen:
        pass_gate(huis, KV, stap)
        route.zet_stap(huis, OPDRACHTREGEL, KV, stap, versie=_versie(huis))


VASTGESTELD = (Feitsoort.CONCEPT_GEREED, Feitsoort.VASTGESTELD)
VERZONDEN = (*VASTGESTELD, Feitsoort.VERZONDEN)


def test_the_package_holds_the_letter_and_what_goes_along_in_order(huis: Huis, chris: Wie) -> None:
    _tot(huis, *VASTGESTELD)
    bestand = zending.pakket(huis, chris, KV)
    with zipfile.ZipFile(io.BytesIO(bestand.data)) as pakket:
        namen = [naam for naam in pakket.namelist() if not naam.endswith(".pdf") or naam.startswith("bijlagen/")]
        assert namen == ["bijlagen/01-rapport.pdf", "bijlagen/02-nota.pdf", "brief.docx"]
        assert lees(pakket.read("brief.docx"), "brief.docx").vragenset.antwoorden[0].tekst == "Ja, dat bericht ken ik."
        assert b"geheim" not in b"".join(pakket.read(naam) for naam in pakket.namelist())


def test_before_the_answers_are_approved_there_is_no_package(huis: Huis, chris: Wie) -> None:
    _tot(huis, Feitsoort.CONCEPT_GEREED)
    with pytest.raises(Ongeldig, match="nog niet vastgesteld"):
        zending.pakket(huis, chris, KV)


def test_the_kamer_had_it_on_a_day(huis: Huis, chris: Wie, klok: Klok) -> None:
    _tot(huis, *VERZONDEN)
    klok.vooruit(days=2)
    zending.bevestig_ontvangst(huis, chris, KV, dag=date(2026, 6, 10), versie=_versie(huis))
    beeld = zie(setblad.beeld, huis, chris, KV)
    assert (beeld.status, beeld.rij.ontvangen, beeld.feiten[-1].toelichting) == (
        Status.ONTVANGEN,
        date(2026, 6, 10),
        "bevestigd door de Kamer",
    )


@pytest.mark.parametrize("dag", [None, date(2026, 6, 8), date(2026, 6, 10)])
def test_the_day_lies_between_sending_and_today(huis: Huis, chris: Wie, dag: date | None) -> None:
    _tot(huis, *VERZONDEN)
    with pytest.raises(Ongeldig, match="tussen de verzending en vandaag"):
        zending.bevestig_ontvangst(huis, chris, KV, dag=dag, versie=_versie(huis))


def test_what_was_not_sent_was_not_received(huis: Huis, chris: Wie, anna: Wie) -> None:
    _tot(huis, *VASTGESTELD)
    with pytest.raises(NietToegestaan, match="vastgesteld"):
        zending.bevestig_ontvangst(huis, chris, KV, dag=date(2026, 6, 9), versie=_versie(huis))
    with pytest.raises(NietToegestaan):
        zending.bevestig_ontvangst(huis, anna, KV, dag=date(2026, 6, 9), versie=_versie(huis))


def test_of_two_who_confirm_one_is_first(huis: Huis, chris: Wie) -> None:
    _tot(huis, *VERZONDEN)
    with pytest.raises(Verouderd):
        zending.bevestig_ontvangst(huis, chris, KV, dag=date(2026, 6, 9), versie=_versie(huis) - 1)
