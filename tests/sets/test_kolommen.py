"""One list of columns: what a ministry keeps of a set itself is on the board, in the file, in a list that comes in and in the archive."""

from __future__ import annotations

import io
import json
import zipfile

from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.documents.writers.lijst import Lijstblad, Lijstsoort, render
from kamervragen.lijsten import lijstinname, uitgaand
from kamervragen.papieren import bijlagen
from kamervragen.setpagina import archiefpakket
from kamervragen.sets import bord
from kamervragen.sets.bord import Filter
from kamervragen.sets.kolommen import KOLOMMEN, eigen_kolommen
from kamervragen.sets.rows import EIGEN_VELDEN, VragensetRij
from tests.stukken import ANTWOORD, VRAGEN, bring, brought, page

_KENMERK = "5512044"


def test_every_text_of_its_own_is_a_column_and_a_field_of_the_row() -> None:
    assert tuple(kolom.rij for kolom in eigen_kolommen()) == EIGEN_VELDEN
    assert set(EIGEN_VELDEN) <= set(VragensetRij.model_fields)
    assert len({kolom.naam for kolom in KOLOMMEN}) == len(KOLOMMEN)


def test_the_board_shows_it_once_a_set_has_it(huis: Huis, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    assert bord.blad(huis, bram, Filter()).kolommen == ()
    bijlagen.zet_kenmerk(huis, bram, sleutel, _KENMERK)
    beeld = bord.blad(huis, bram, Filter())
    assert [(kolom.kop, kolom.waarde(beeld.blad.rijen[0])) for kolom in beeld.kolommen] == [("Kenmerk", _KENMERK)]


def test_the_file_has_it_and_takes_it_back(huis: Huis, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    bijlagen.zet_kenmerk(huis, bram, sleutel, _KENMERK)
    kop, rij = uitgaand.als_bestand(huis, bram, "sets", Lijstsoort.CSV).data.decode("utf-8-sig").splitlines()
    assert dict(zip(kop.split(";"), rij.split(";"), strict=True))["kenmerk"] == _KENMERK
    koppen = ("Z-nummer", "Titel", "Binnengekomen", "Ons kenmerk")
    rijen = (("2026Z00101", "fietsen", page(huis).rij.ingezonden, "77"), ("2026Z09999", "bussen", None, "88"))
    data = render(Lijstblad("Mijn sets", koppen, rijen), Lijstsoort.XLSX)
    id = lijstinname.leg_neer(huis, bram, "sets", "mijn lijst.xlsx", data)
    beeld = lijstinname.bekijk(huis, bram, id)
    lijstinname.neem_in(huis, bram, id, beeld.keuze)
    assert page(huis).rij.dms_kenmerk == "77"


def test_the_archive_has_it(huis: Huis, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    bijlagen.zet_kenmerk(huis, bram, sleutel, _KENMERK)
    bring(huis, ANTWOORD, "antwoord.txt")
    with zipfile.ZipFile(io.BytesIO(archiefpakket.archief(huis, bram, sleutel).data)) as pakket:
        naam = next(naam for naam in pakket.namelist() if naam.endswith("gegevens.json"))
        assert json.loads(pakket.read(naam))["dms_kenmerk"] == _KENMERK
