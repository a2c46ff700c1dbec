"""What an answer took over: by sentence, what may be stale, who uses it further, and what people said of it."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen import jobs
from kamervragen.antwoorden import schrijven
from kamervragen.antwoorden.store import antwoorden as kast
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.core.store.engine import reading
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig
from kamervragen.hergebruik import eerder, verwijsantwoord
from kamervragen.hergebruik import herkomst as overname
from kamervragen.hergebruik.herkomst import Zinstand
from kamervragen.language.feiten import Slijtage
from kamervragen.sets.blik import zie
from tests.stukken import ANTWOORD, VRAGEN, bring, brought

_NIEUW = """\
2026Z00303
(ingezonden 1 juli 2026)

Vragen van het lid Derde (GHI) aan de minister van Justitie en Veiligheid over gele fietsen

1. Hoeveel gele fietsen zijn er in 2025 verdwenen?
2. Wie betaalt het bijplaatsen van hekken langs het kanaal?
"""


@pytest.fixture
def twee(huis: Huis) -> Huis:
    """KV-000001 answered on 8 June 2026, KV-000002 asked on 1 July by another member."""
    brought(huis, VRAGEN)
    bring(huis, ANTWOORD)
    bring(huis, _NIEUW)
    jobs.catch_up(huis)
    return huis


def _bron(huis: Huis, wie: Wie, label: str = "1") -> int:
    return zie(eerder.zoek_bij_vraag, huis, wie, "KV-000002", label)[0].treffer.eenheid.antwoord_id


def test_sentences_are_chosen_and_remembered(twee: Huis, anna: Wie) -> None:
    bron = _bron(twee, anna)
    schrijven.neem_over(twee, anna, "KV-000002", "1", bron, versie=0, zinnen={0, 2})
    beeld = zie(overname.controle, twee, anna, "KV-000002", "1")
    (herkomst,) = beeld.bronnen
    assert [(zin.tekst, zin.stand) for zin in herkomst.zinnen] == [
        ("In 2025 verdwenen 312 gele fietsen.", Zinstand.GELIJK),
        ("Ik voer de motie van het lid Proef (ABC) over gele fietsen uit.[^v1]", Zinstand.GELIJK),
    ]
    assert herkomst.vragenset.sleutel == "KV-000001"


@pytest.mark.parametrize("zinnen", [set(), {99}])
def test_choosing_nothing_says_what_to_do(twee: Huis, anna: Wie, zinnen: set[int]) -> None:
    with pytest.raises(Ongeldig, match="Kies de zinnen"):
        schrijven.neem_over(twee, anna, "KV-000002", "1", _bron(twee, anna), versie=0, zinnen=zinnen)


def test_what_may_be_stale_is_marked_until_it_is_confirmed_or_changed(twee: Huis, anna: Wie) -> None:
    schrijven.neem_over(twee, anna, "KV-000002", "1", _bron(twee, anna), versie=0)
    plaatsen = zie(overname.controle, twee, anna, "KV-000002", "1").open
    assert [(p.soort, p.tekst) for p in plaatsen] == [
        (Slijtage.DATUM, "In 2025"),
        (Slijtage.GETAL, "312"),
        (Slijtage.DATUM, "1 oktober 2026"),
    ]
    assert overname.bevestig(twee, anna, "KV-000002", "1", {plaatsen[1].afdruk}) == 1
    beeld = zie(overname.controle, twee, anna, "KV-000002", "1")
    assert [p.tekst for p in beeld.open] == ["In 2025", "1 oktober 2026"]
    assert {p.tekst: p.wie for p in beeld.slijtplaatsen}["312"] == "Anna"
    tekst = "In 2025 verdwenen 350 gele fietsen. Ik zal uw Kamer voor 1 december 2026 over de aanpak informeren."
    schrijven.bewaar(twee, anna, "KV-000002", "1", tekst, versie=1)
    beeld = zie(overname.controle, twee, anna, "KV-000002", "1")
    assert [p.tekst for p in beeld.open] == ["In 2025"]
    assert [zin.stand for zin in beeld.bronnen[0].zinnen] == [Zinstand.GEWIJZIGD, Zinstand.GEWIJZIGD, Zinstand.WEG]
    assert zie(overname.na_te_kijken, twee, anna, "KV-000002") == {"1": 1}


def test_a_deadline_that_passed_since_is_marked(twee: Huis, anna: Wie, klok: object) -> None:
    schrijven.neem_over(twee, anna, "KV-000002", "1", _bron(twee, anna), versie=0)
    klok.vooruit(days=200)  # type: ignore[attr-defined]
    soorten = {p.tekst: p.soort for p in zie(overname.controle, twee, anna, "KV-000002", "1").open}
    assert soorten["voor 1 oktober 2026"] is Slijtage.TERMIJN_VOORBIJ


def test_confirming_nothing_says_what_to_do(twee: Huis, anna: Wie) -> None:
    with pytest.raises(Ongeldig, match="Kies eerst"):
        overname.bevestig(twee, anna, "KV-000002", "1", set())


def test_an_outdated_source_is_told_to_everyone_who_took_it(twee: Huis, anna: Wie) -> None:
    bron = _bron(twee, anna)
    schrijven.neem_over(twee, anna, "KV-000002", "1", bron, versie=0)
    overname.markeer_achterhaald(twee, anna, bron, reden="Er is een wet.", door="Stb. 2026, 12", sinds=date(2026, 6, 1))
    gebruik = overname.gebruik(twee, anna, bron)
    assert [(p.sleutel, p.labels) for p in gebruik.afnemers] == [("KV-000002", ("1",))]
    assert gebruik.achterhaald is not None
    assert zie(overname.controle, twee, anna, "KV-000002", "1").bronnen[0].achterhaald is not None
    (gevonden,) = [
        e for e in zie(eerder.zoek_bij_vraag, twee, anna, "KV-000002", "1") if e.treffer.eenheid.label == "2"
    ]
    assert "achterhaald door Stb. 2026, 12 sinds 1 juni 2026: Er is een wet. (Anna), daarom lager" in gevonden.redenen
    assert gevonden.overgenomen == 1
    overname.trek_achterhaald_in(twee, anna, bron)
    assert overname.gebruik(twee, anna, bron).achterhaald is None


@pytest.mark.parametrize(
    ("reden", "door", "sinds"), [("", "x", date(2026, 1, 1)), ("x", "", date(2026, 1, 1)), ("x", "x", None)]
)
def test_an_outdated_mark_needs_reason_cause_and_day(
    twee: Huis, anna: Wie, reden: str, door: str, sinds: date | None
) -> None:
    with pytest.raises(Ongeldig, match="waarom"):
        overname.markeer_achterhaald(twee, anna, 1, reden=reden, door=door, sinds=sinds)


def test_a_proposal_set_aside_stays_in_sight_behind_the_others(twee: Huis, anna: Wie, chris: Wie) -> None:
    bron = _bron(twee, anna)
    with pytest.raises(NietToegestaan):
        overname.markeer_niet_bruikbaar(twee, chris, "KV-000002", "1", bron, reden="Nee.")
    overname.markeer_niet_bruikbaar(twee, anna, "KV-000002", "1", bron, reden="Andere regeling.")
    gevonden = zie(eerder.zoek_bij_vraag, twee, anna, "KV-000002", "1")
    assert [e.opzij for e in gevonden] == sorted(e.opzij for e in gevonden)
    laatste = gevonden[-1]
    assert laatste.niet_bruikbaar is not None
    assert laatste.niet_bruikbaar.reden == "Andere regeling."
    overname.markeer_niet_bruikbaar(twee, anna, "KV-000002", "1", bron, reden="")
    assert not any(e.opzij for e in zie(eerder.zoek_bij_vraag, twee, anna, "KV-000002", "1"))


def test_an_answer_to_another_question_is_told(twee: Huis, anna: Wie) -> None:
    bron = _bron(twee, anna)
    schrijven.neem_over(twee, anna, "KV-000002", "2", bron, versie=0)
    stoplap = zie(overname.controle, twee, anna, "KV-000002", "2").stoplap
    assert stoplap is not None
    assert (stoplap.plaats.sleutel, stoplap.procent) == ("KV-000001", 100)
    schrijven.neem_over(twee, anna, "KV-000002", "1", bron, versie=0)
    assert zie(overname.controle, twee, anna, "KV-000002", "1").stoplap is None


def test_the_same_question_for_another_member_gets_a_reference(twee: Huis, anna: Wie) -> None:
    gevonden = zie(eerder.zoek_bij_vraag, twee, anna, "KV-000002", "1")
    voorstel = zie(verwijsantwoord.voorstel, twee, anna, "KV-000002", "1", gevonden)
    assert voorstel is not None
    assert voorstel.tekst == (
        "Ik verwijs u naar het antwoord op vragen 2 en 3 van de leden Proef (ABC) en Tester (XYZ) over gele fietsen "
        "(Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 1601)."
    )
    assert voorstel.dagen == 1
    assert {v.soort for v in voorstel.verschillen} == {"gelijk"}
    verwijsantwoord.neem_over(twee, anna, "KV-000002", "1", voorstel.eerder.treffer.eenheid.antwoord_id, versie=0)
    with reading(twee.engine) as sessie:
        (antwoord,) = [tekst for tekst in kast.teksten(sessie, range(1, 99)).values() if tekst.startswith("Ik verwijs")]
    assert antwoord == voorstel.tekst
    assert (
        zie(
            verwijsantwoord.voorstel,
            twee,
            anna,
            "KV-000002",
            "2",
            zie(eerder.zoek_bij_vraag, twee, anna, "KV-000002", "2"),
        )
        is None
    )


def test_differences_are_told_word_by_word() -> None:
    gevonden = verwijsantwoord.verschillen("Hoeveel gele fietsen zijn er?", "Hoeveel blauwe fietsen zijn er nu?")
    assert [(v.soort, v.tekst) for v in gevonden] == [
        ("gelijk", "Hoeveel "),
        ("weg", "gele "),
        ("nieuw", "blauwe "),
        ("gelijk", "fietsen zijn "),
        ("weg", "er?"),
        ("nieuw", "er nu?"),
    ]


@pytest.mark.parametrize("id", [0, 999])
def test_an_answer_that_is_not_there(twee: Huis, anna: Wie, id: int) -> None:
    with pytest.raises(NietGevonden):
        overname.gebruik(twee, anna, id)
    with pytest.raises(NietGevonden):
        overname.markeer_achterhaald(twee, anna, id, reden="x", door="y", sinds=date(2026, 1, 1))
