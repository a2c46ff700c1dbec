"""Documents come in through the browser and go out through it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from kamervragen.usecases import vragensets
from kamervragen.usecases.handeling import OPDRACHTREGEL, Huis
from tests.web.bezoeker import Bestanden, melding_in
from tests.web.conftest import Bezoek
from tests.web.test_vragensets import SET


def _meldingen(tekst: str) -> list[str]:
    return re.findall(r'class="kv-melding-titel">([^<]*)</p>', tekst)


def test_one_good_document_is_reported_with_a_link(bezoek: Bezoek, stuk: Callable[[str], bytes], huis: Huis) -> None:
    antwoord = bezoek("bram").post("/inname", bestanden=[("vragen.txt", stuk("voorbeeld-sekten-vragen"))])
    assert (antwoord.status_code, _meldingen(antwoord.text)) == (200, ["vragen.txt – nieuw"])
    assert (
        '<a href="/vragensets/KV-000001">KV-000001</a>: vragen, 10 vragen, 0 antwoorden, 1 noot, 0 citaten'
        in antwoord.text
    )
    assert str(vragensets.beeld(huis, OPDRACHTREGEL, "KV-000001").vragenset.zaaknummer) == "2026Z08844"


def test_the_same_document_twice_is_equal(bezoek: Bezoek, stuk: Callable[[str], bytes]) -> None:
    bram = bezoek("bram")
    bram.post("/inname", bestanden=[("vragen.txt", stuk("voorbeeld-sekten-vragen"))])
    antwoord = bram.post("/inname", bestanden=[("vragen.txt", stuk("voorbeeld-sekten-vragen"))])
    assert _meldingen(antwoord.text) == ["vragen.txt – gelijk"]


def test_one_bad_document_does_not_stop_the_others(bezoek: Bezoek, stuk: Callable[[str], bytes], huis: Huis) -> None:
    bestanden: Bestanden = [
        ("goed.txt", stuk("voorbeeld-sekten-vragen")),
        ("leeg.txt", b""),
        ("plaatje.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
        ("kapot.docx", b"PK\x03\x04 dit is geen zip"),
        ("archief.txt", stuk("archief-01-dwingende-groepen-meldpunt")),
    ]
    antwoord = bezoek("bram").post("/inname", bestanden=bestanden)
    assert antwoord.status_code == 200
    assert _meldingen(antwoord.text) == [
        "goed.txt – nieuw",
        "leeg.txt – geweigerd",
        "plaatje.png – geweigerd",
        "kapot.docx – geweigerd",
        "archief.txt – nieuw",
    ]
    assert "leeg.txt is leeg. Controleer het bestand en bied het opnieuw aan." in antwoord.text
    assert len(vragensets.bord(huis, OPDRACHTREGEL)) == 2


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("../../etc/passwd", "passwd – geweigerd"),
        ("C:\\Users\\anna\\vragen.txt", "vragen.txt – geweigerd"),
        ("<script>alert(1)</script>.txt", "script&gt;.txt – geweigerd"),
        ("a" * 300 + ".txt", "a" * 300 + ".txt – geweigerd"),
    ],
)
def test_a_name_is_only_a_name(bezoek: Bezoek, naam: str, verwacht: str) -> None:
    """I7: what a file is called never becomes a path or markup."""
    antwoord = bezoek("bram").post("/inname", bestanden=[(naam, b"geen vragen hier")])
    assert antwoord.status_code == 200
    assert [titel[-len(verwacht) :] for titel in _meldingen(antwoord.text)] == [verwacht]


def test_no_file_at_all_is_said_in_words(bezoek: Bezoek) -> None:
    antwoord = bezoek("bram").post("/inname")
    assert (antwoord.status_code, melding_in(antwoord)) == (422, "Kies eerst een of meer bestanden.")


def test_a_file_above_25_megabytes_is_refused_in_the_report(bezoek: Bezoek, huis: Huis) -> None:
    antwoord = bezoek("bram").post("/inname", bestanden=[("groot.txt", b"a" * 25_000_001)])
    assert antwoord.status_code == 200
    assert "groot.txt is groter dan 25 MB. Verklein de afbeeldingen of splits het document." in antwoord.text
    assert vragensets.bord(huis, OPDRACHTREGEL) == []


def test_an_upload_above_sixty_megabytes_is_not_read(bezoek: Bezoek) -> None:
    antwoord = bezoek("bram").post("/inname", bestanden=[("reus.txt", b"a" * 60_000_001)])
    assert (antwoord.status_code, melding_in(antwoord)) == (
        413,
        "Dit is te groot om in één keer te versturen. Verstuur minder, of splits het.",
    )


def test_who_may_not_take_in_uploads_nothing(bezoek: Bezoek, stuk: Callable[[str], bytes], huis: Huis) -> None:
    antwoord = bezoek("anna").post("/inname", bestanden=[("vragen.txt", stuk("voorbeeld-sekten-vragen"))])
    assert antwoord.status_code == 403
    assert vragensets.bord(huis, OPDRACHTREGEL) == []


def test_the_export_is_a_download_with_a_name(bezoek: Bezoek, eerdere_set: str) -> None:
    antwoord = bezoek("anna").get("/vragensets/KV-000002/antwoord.docx")
    assert antwoord.headers["content-disposition"] == "attachment; filename*=UTF-8''antwoord-2023Z04117.docx"
    assert antwoord.headers["content-type"].startswith(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )
    with zipfile.ZipFile(io.BytesIO(antwoord.content)) as archief:
        assert "Een afzonderlijke telling bestaat niet." in archief.read("word/document.xml").decode()


def test_the_export_of_a_set_without_answers_is_possible(bezoek: Bezoek, set_met_vragen: str) -> None:
    antwoord = bezoek("anna").get(f"{SET}/antwoord.docx")
    assert antwoord.status_code == 200
    assert antwoord.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")


def test_the_export_of_a_set_without_questions_says_what_to_do(bezoek: Bezoek, stuk: Callable[[str], bytes]) -> None:
    bram = bezoek("bram")
    bram.post("/inname", bestanden=[("uitstel.txt", stuk("voorbeeld-sekten-uitstel"))])
    antwoord = bram.get("/vragensets/KV-000001/antwoord.docx")
    assert antwoord.status_code == 422
    assert melding_in(antwoord) == "KV-000001 heeft nog geen vragen. Neem eerst het document met de vragen in."
