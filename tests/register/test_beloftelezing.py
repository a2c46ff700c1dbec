"""The contract of `kamervragen beloften`: every sentence in order, with offsets, window and words."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.register.beloftelezing import bij_het_schrijven, van_regels, van_tekst
from kamervragen.sets.blik import zie
from tests.stukken import ANTWOORD, brought

OP = date(2026, 6, 8)
TEKST = "De haven is open. Ik stuur uw Kamer voor de zomer een brief. Op 3 maart 2025 was er overleg."
BELOFTE = {
    "tekst": "Ik stuur uw Kamer voor de zomer een brief.",
    "begin": 18,
    "einde": 60,
    "belofte": True,
    "stevigheid": "hard",
    "tijdsaanduiding": "voor de zomer",
    "venster_begin": "2026-06-08",
    "venster_einde": "2026-07-02",
    "uitleg": "vanaf de datum van het document, 8 juni 2026; tot en met 2 juli 2026, de dag voor het zomerreces dat op 3 juli 2026 begint",
    "signaal": ["Ik stuur uw Kamer"],
}


def test_every_sentence_comes_back_in_order() -> None:
    eerste, tweede, derde = van_tekst(TEKST, OP)
    assert eerste == {
        "tekst": "De haven is open.",
        "begin": 0,
        "einde": 17,
        "belofte": False,
        "stevigheid": None,
        "tijdsaanduiding": None,
        "venster_begin": None,
        "venster_einde": None,
        "uitleg": None,
        "signaal": [],
    }
    assert tweede == BELOFTE
    assert (derde["belofte"], derde["venster_einde"]) == (False, "2025-03-03")
    assert [TEKST[z["begin"] : z["einde"]] for z in (eerste, tweede, derde)] == [
        z["tekst"] for z in (eerste, tweede, derde)
    ]


def test_lines_may_carry_their_own_date() -> None:
    regels = 'Ik stuur uw Kamer voor de zomer een brief.\n\n{"tekst": "Ik stuur uw Kamer voor de zomer een brief.", "datum": "2024-03-04"}'
    eigen, gedateerd = van_regels(regels, OP)
    assert eigen == {**BELOFTE, "begin": 0, "einde": 42}
    assert (gedateerd["venster_begin"], gedateerd["venster_einde"]) == ("2024-03-04", "2024-07-04")


def test_a_line_of_broken_json_is_named() -> None:
    with pytest.raises(Ongeldig, match="Regel 2"):
        van_regels('Goed.\n{"tekst": 1', OP)


def test_the_editor_gets_only_the_promises_against_the_date_of_the_set(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, ANTWOORD)  # received on 8 June 2026
    (belofte,) = zie(bij_het_schrijven, huis, anna, sleutel, TEKST)
    assert (belofte.begin, belofte.einde, belofte.tekst) == (18, 60, BELOFTE["tekst"])
    assert belofte.tijd is not None
    assert belofte.tijd.einde == date(2026, 7, 2)
    with pytest.raises(NietGevonden):
        zie(bij_het_schrijven, huis, anna, "KV-000099", TEKST)


def test_the_command_reads_its_input_and_writes_json() -> None:
    opdracht = [sys.executable, "-m", "kamervragen", "beloften", "--datum", "2026-06-08", "-", "--json"]
    klaar = subprocess.run(opdracht, input=TEKST.encode(), capture_output=True, check=True)
    assert json.loads(klaar.stdout)[1] == BELOFTE
    fout = subprocess.run([*opdracht[:5], "8 juni", "-"], input=b"", capture_output=True, check=False)
    assert (fout.returncode, fout.stderr.decode().strip()) == (1, "De datum klopt niet. Schrijf hem als 2026-06-08.")
