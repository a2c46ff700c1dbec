"""Lists that leave: the rows of the screen, under one name, with a line in the trail."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.documents.writers.lijst import Lijstsoort
from kamervragen.domain.errors import NietGevonden, NietToegestaan
from kamervragen.lijsten import uitgaand
from kamervragen.register import toezeggingen
from tests.stukken import ANTWOORD, VRAGEN, audit_lines, brought

_ZIN = "Ik zal uw Kamer voor 1 oktober 2026 informeren."


def _rijen(huis: Huis, wie: Wie, naam: str) -> list[dict[str, str]]:
    data = uitgaand.als_bestand(huis, wie, naam, Lijstsoort.CSV).data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(data, newline=""), delimiter=";"))


def test_a_set_leaves_with_its_last_day_and_stand(huis: Huis, frank: Wie) -> None:
    brought(huis, VRAGEN)
    (rij,) = _rijen(huis, frank, "sets")
    assert (rij["sleutel"], rij["zaaknummer"], rij["ingezonden"], rij["laatste dag"], rij["stand"]) == (
        "KV-000001",
        "2026Z00101",
        "11-05-2026",
        "01-06-2026",
        "te laat zonder uitstel",
    )
    assert audit_lines(huis)[-1] == ("exporteren", "lijst-sets", "gelukt", "Frank")


def test_the_agenda_holds_every_open_day_in_order(huis: Huis, anna: Wie) -> None:
    brought(huis, VRAGEN)
    toezeggingen.voeg_toe(
        huis, anna, zin=_ZIN, gedaan_op=date(2026, 6, 1), vindplaats="debat", bewindspersoon="", aan=""
    )
    dagen = [(r["dag"], r["wat"], r["te laat"]) for r in _rijen(huis, anna, "agenda") if r["wat"] != "reces"]
    assert dagen == [("01-06-2026", "termijn", "te laat"), ("30-09-2026", "toezegging", "")]


def test_the_friday_list_and_the_motions_leave_as_well(huis: Huis, anna: Wie) -> None:
    brought(huis, VRAGEN)
    (regel,) = _rijen(huis, anna, "vrijdaglijst")
    assert (regel["sleutel"], regel["laatste dag"], regel["dagen te laat"]) == ("KV-000001", "01-06-2026", "14")
    schrijven.bewaar(
        huis,
        anna,
        "KV-000001",
        "1",
        "Ik voer de motie Proef/Tester over bussen (Kamerstuk 33 552, nr. 124) uit.",
        versie=0,
    )
    (motie,) = _rijen(huis, anna, "moties")
    assert (motie["kamerstuk"], motie["indieners"], motie["stand"]) == (
        "Kamerstuk 33 552, nr. 124",
        "Proef/Tester",
        "stand onbekend",
    )


@pytest.mark.parametrize("soort", list(Lijstsoort))
def test_a_list_has_its_name_day_and_kind(huis: Huis, frank: Wie, soort: Lijstsoort) -> None:
    brought(huis, ANTWOORD)
    bestand = uitgaand.als_bestand(huis, frank, "toezeggingen", soort)
    assert bestand.naam == f"toezeggingen-2026-06-09.{soort.value}"
    assert bestand == uitgaand.als_bestand(huis, frank, "toezeggingen", soort)


def test_a_list_that_is_not_there_is_not_found(huis: Huis, frank: Wie) -> None:
    with pytest.raises(NietGevonden, match="sets, toezeggingen, moties, agenda, vrijdaglijst, cijfers"):
        uitgaand.als_bestand(huis, frank, "geheimen", Lijstsoort.XLSX)


def test_who_has_no_right_gets_no_list_and_it_is_written_down(huis: Huis) -> None:
    with pytest.raises(NietToegestaan):
        uitgaand.als_bestand(huis, Wie("Niemand", frozenset(), "test"), "sets", Lijstsoort.ODS)
    assert audit_lines(huis)[-1] == ("exporteren", "lijst-sets", "geweigerd", "Niemand")
