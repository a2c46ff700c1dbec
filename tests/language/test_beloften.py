"""Promises and what only sounds like one. The sentences are made up, in the manner of domain.md 7.2."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kamervragen.language.promises.beloften import Stevigheid, belofte_in, beloften

OP = date(2026, 6, 8)


@pytest.mark.parametrize(
    ("zin", "einde"),
    [
        ("Nog voor de zomer zal ik de Tweede Kamer de meetresultaten van de havens toesturen.", date(2026, 7, 2)),
        ("De gemeenten en uw Kamer worden dit najaar over de nieuwe tarieven geïnformeerd.", date(2026, 11, 30)),
        ("Ik stuur uw Kamer uiterlijk 1 oktober 2026 het plan van aanpak.", date(2026, 10, 1)),
        ("Ik informeer de Kamer hierover in het derde kwartaal.", date(2026, 9, 30)),
        ("In de brief die ik uw Kamer na de zomer zal sturen, ga ik hierop in.", date(2026, 10, 31)),
        ("De tussenstand, waarover ik uw Kamer eind dit jaar zal berichten, bevat ook cijfers.", date(2026, 12, 31)),
        ("Ik kom hier in het najaar schriftelijk op terug.", date(2026, 11, 30)),
        ("Ik kom hierop in het najaar terug.", date(2026, 11, 30)),
        ("Hierop kom ik in de volgende voortgangsbrief terug.", None),
        ("Ik zeg u toe dat ik de cijfers per gemeente zal laten uitsplitsen.", None),
        ("Uw Kamer ontvangt deze handreiking eind juli.", date(2026, 7, 31)),
        ("Ik ga hierover in gesprek met de gemeenten.", None),
        ("Ik zal dit punt bij het eerstvolgende overleg met de politie inbrengen.", None),
        ("Ik laat de gevolgen voor kleine gemeenten onderzoeken.", None),
        ("Ik ben bereid om met de sector te bezien of dit eenvoudiger kan.", None),
        ("Ik neem deze suggestie mee in de evaluatie van de regeling.", None),
        ("Het rapport wordt in het najaar van 2026 opgeleverd.", date(2026, 11, 30)),
        ("Zoals eerder toegezegd zal ik uw Kamer uiterlijk eind september informeren.", date(2026, 9, 30)),
        ("Op 26 september spreek ik de sector en ik zal uw Kamer dit najaar informeren.", date(2026, 11, 30)),
    ],
)
def test_a_hard_promise_is_seen_with_the_end_of_its_window(zin: str, einde: date | None) -> None:
    belofte = belofte_in(zin, OP)
    assert belofte is not None
    assert belofte.stevigheid is Stevigheid.HARD
    assert (belofte.tijd.einde if belofte.tijd else None) == einde


@pytest.mark.parametrize(
    ("zin", "stevigheid"),
    [
        ("Ik streef ernaar uw Kamer voor de zomer te informeren.", "zacht"),
        ("Het streven is om het wetsvoorstel in het najaar in te dienen.", "zacht"),
        ("Ik ben voornemens de regeling per 1 januari aan te passen.", "zacht"),
        ("Ik verwacht uw Kamer dit najaar te kunnen informeren.", "zacht"),
        ("Ik zal uw Kamer hierover zo spoedig mogelijk informeren.", "vaag"),
        ("Over de nieuwe subsidievoorwaarden wordt de Kamer op korte termijn bericht.", "vaag"),
        ("Zodra het onderzoek is afgerond zal ik uw Kamer informeren.", "gebeurtenis"),
        ("Na ommekomst van het advies zal ik uw Kamer berichten.", "gebeurtenis"),
    ],
)
def test_a_promise_is_no_firmer_than_its_words(zin: str, stevigheid: str) -> None:
    belofte = belofte_in(zin, OP)
    assert belofte is not None
    assert belofte.stevigheid.value == stevigheid


@pytest.mark.parametrize(
    ("zin", "waarom"),
    [
        ("Ja.", "no promise at all"),
        ("Ik deel de zorgen van de leden over de wachttijden.", "an opinion"),
        ("Op 3 februari 2026 heb ik uw Kamer hierover geïnformeerd.", "done"),
        ("Uw Kamer is hierover in mei per brief geïnformeerd.", "done"),
        (
            "In de brief die in april aan de Kamer is gestuurd, staat het volledige overzicht.",
            "done, in a relative clause",
        ),
        ("Conform mijn toezegging heb ik de cijfers op 2 maart gedeeld.", "a promise recalled as kept"),
        ("Tijdens het debat is toegezegd dat er een onderzoek komt.", "a promise recalled"),
        ("De Europese Commissie komt in de tweede helft van 2026 met een voorstel.", "someone else's plan"),
        ("De inspectie publiceert in het najaar haar jaarbericht.", "someone else's plan"),
        ("Kunt u deze vragen vóór 11 november beantwoorden?", "a question"),
        ("Zult u de Kamer hierover informeren?", "a question"),
        ("Als de cijfers daartoe aanleiding geven, zal ik de norm aanpassen.", "a condition"),
        ("Mocht dat nodig zijn, dan zal ik uw Kamer informeren.", "a condition"),
        ("Ik zal hiervoor geen nader onderzoek laten doen.", "a refusal"),
        ("Ik ben niet voornemens de regeling te wijzigen.", "a refusal"),
        ("Ik zie geen aanleiding om de Kamer hierover te informeren.", "a refusal"),
        ("Ik verwacht dat het aantal meldingen in het najaar zal dalen.", "an expectation"),
        ("De verwachting is dat de bouw in 2027 klaar zal zijn.", "an expectation"),
        ("Hieronder zal ik per maatregel ingaan op de stand van zaken.", "later in the same document"),
        ("Ik zal u zo spoedig mogelijk de antwoorden op de vragen doen toekomen.", "the standard sentence of a delay"),
        ("De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.", "a delay notice"),
        ("De Kamer wordt jaarlijks geïnformeerd over de voortgang.", "running policy"),
        ("De wet treedt op 1 januari 2027 in werking.", "a date, but nobody promises"),
        (
            "De motie verzoekt de regering de Kamer in het eerste kwartaal van 2027 te informeren.",
            "a request of the Kamer",
        ),
    ],
)
def test_what_only_sounds_like_a_promise_is_none(zin: str, waarom: str) -> None:
    assert belofte_in(zin, OP) is None, waarom


def test_the_time_that_binds_is_the_one_of_the_promise() -> None:
    belofte = belofte_in("Over de wijziging per 1 juli 2025 zal ik uw Kamer voor de zomer informeren.", OP)
    assert belofte is not None
    assert belofte.tijd is not None
    assert (belofte.tijd.tekst, belofte.tijd.einde) == ("voor de zomer", date(2026, 7, 2))


def test_each_promise_stands_at_its_place_and_shows_its_cue() -> None:
    tekst = "Ja, dat klopt.[^v1] Ik zal uw Kamer in juli informeren. Meer is er niet.\nHierop kom ik terug."
    eerste, tweede = beloften(tekst, OP)
    assert eerste.tekst == "Ik zal uw Kamer in juli informeren."
    assert tweede.tekst == "Hierop kom ik terug."
    assert all(tekst[belofte.begin : belofte.einde] == belofte.tekst for belofte in (eerste, tweede))
    assert eerste.signaal == ("zal uw Kamer in juli informeren", "Ik zal")
    assert tweede.signaal == ("kom ik terug",)


def test_an_answer_without_promises_has_none() -> None:
    assert beloften("", OP) == ()
    assert beloften("Ja. Dat is juist.\n\nNee, dat deel ik niet.", OP) == ()


def _zinnen(corpus: Path) -> list[dict[str, object]]:
    regels = (corpus / "commitment_sentences.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(regel) for regel in regels]


@pytest.mark.corpus
def test_real_sentences_are_told_apart_with_precision_and_recall(corpus: Path) -> None:
    """domain.md 7: an ambiguous row weighs half."""
    goed = gemist = vals = 0.0
    for zin in _zinnen(corpus):
        gezien = belofte_in(str(zin["sentence"]), date.fromisoformat(str(zin["doc_date"]))) is not None
        gewicht = 0.5 if zin["ambiguous"] else 1.0
        goed += gewicht * (gezien and bool(zin["is_commitment"]))
        vals += gewicht * (gezien and not zin["is_commitment"])
        gemist += gewicht * (not gezien and bool(zin["is_commitment"]))
    assert goed / (goed + vals) >= 0.80
    assert goed / (goed + gemist) >= 0.70


@pytest.mark.corpus
def test_real_promises_that_are_seen_get_the_window_a_reader_gave_them(corpus: Path) -> None:
    """domain.md 7.1: an end within 31 days of the reader's, or none where the reader saw none."""
    juist = []
    for zin in _zinnen(corpus):
        belofte = belofte_in(str(zin["sentence"]), date.fromisoformat(str(zin["doc_date"])))
        if belofte is None or not zin["is_commitment"]:
            continue
        einde = belofte.tijd.einde if belofte.tijd else None
        verwacht = date.fromisoformat(str(zin["window_end"])) if zin["window_end"] else None
        juist.append(abs((einde - verwacht).days) <= 31 if einde and verwacht else einde is verwacht)
    assert sum(juist) / len(juist) >= 0.85


@pytest.mark.parametrize(
    ("zin", "stevigheid", "einde"),
    [
        ("Wanneer de toets is afgerond, zal ik uw Kamer informeren.", "gebeurtenis", None),
        ("Ik wijs op de brief die ik uw Kamer in september stuur.", "hard", date(2026, 9, 30)),
        ("Nog dit jaar wil ik uw Kamer over de havens informeren.", "zacht", date(2026, 12, 31)),
        ("Ik verwacht de toets in het derde kwartaal af te ronden.", "zacht", date(2026, 9, 30)),
        ("Daarbij heb ik toegezegd uw Kamer uiterlijk dit najaar te informeren.", "hard", date(2026, 11, 30)),
        ("Ik kan daarom toezeggen dat ik de routes laat nalopen.", "hard", None),
        ("Uw Kamer kan de nota voor de zomer tegemoetzien.", "hard", date(2026, 7, 2)),
        ("De kabinetsreactie volgt na de zomer.", "hard", date(2026, 10, 31)),
        ("In september bespreek ik dit met de havenbedrijven.", "hard", date(2026, 9, 30)),
        ("De evaluatie van de wet staat gepland in 2027.", "hard", date(2027, 12, 31)),
        ("Ik houd uw Kamer hiervan op de hoogte.", "hard", None),
    ],
)
def test_the_other_ways_to_promise(zin: str, stevigheid: str, einde: date | None) -> None:
    belofte = belofte_in(zin, OP)
    assert belofte is not None
    assert (belofte.stevigheid.value, belofte.tijd.einde if belofte.tijd else None) == (stevigheid, einde)


@pytest.mark.parametrize(
    "zin",
    [
        "Ik ga er vanuit dat de haven dit in september oplost.",
        "Ik ga er dan ook van uit dat de sector dit naleeft.",
        "Ik ga in het antwoord op vraag 5 nader op dit punt in.",
        "Ik deel de mening van uw Kamer.",
        "Echter, wanneer zou blijken dat dit niet werkt, zal het kabinet ingrijpen.",
        "Ik zal de regels voor de havens hier nader toelichten.",
        "In het wetsvoorstel streef ik naar een betere bescherming van bewoners.",
        "Ik zal hierop nu nog niet reageren.",
        "De Kamer is in september geïnformeerd over de toets.",
    ],
)
def test_what_sounds_like_a_promise_and_is_none(zin: str) -> None:
    assert belofte_in(zin, OP) is None
