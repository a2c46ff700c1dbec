"""Promise D5: a copy that was made while people write can be put back, and is whole."""

from __future__ import annotations

import hashlib
import json
import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.beheer import onderhoud
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import Ongeldig
from kamervragen.sets.blik import zie
from kamervragen.sets.index import herbouw
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from tests.promises import aantal, noteer
from tests.stukken import VRAGEN, audit_lines, bring, brought, contents


def test_a_copy_made_during_writes_is_one_picture_and_goes_back_whole(huis: Huis, anna: Wie, tmp_path: Path) -> None:
    """Every copy holds the whole trail up to one line, and every save that was acknowledged before it began."""
    rondes = aantal(klein=3, vol=20)
    sleutel = brought(huis, VRAGEN)
    stop, bewaard = threading.Event(), [0]

    def schrijf() -> None:
        while not stop.is_set():
            schrijven.bewaar(huis, anna, sleutel, "1", f"Versie {bewaard[0] + 1}.", versie=bewaard[0])
            bewaard[0] += 1
            bring(huis, f"2026Z{10_000 + bewaard[0]}\n\n1. Wat vindt u van zaak {bewaard[0]}?\n", f"z{bewaard[0]}.txt")

    schrijver = threading.Thread(target=schrijf)
    schrijver.start()
    try:
        for ronde in range(rondes):
            voor = bewaard[0]
            kopie, map_ = tmp_path / f"kopie-{ronde}.zip", tmp_path / f"terug-{ronde}"
            onderhoud.backup(huis, OPDRACHTREGEL, kopie)
            instelling = Settings(data=map_, anker=tmp_path / "leeg.jsonl", sleutels=huis.settings.sleutelbestand)
            onderhoud.restore(kopie, instelling)
            terug = maak_huis(settings=instelling)
            herbouw(terug)
            assert [b for b in onderhoud.verify(terug) if b.ernst == "fout"] == []
            versies = zie(schrijven.versies, terug, anna, sleutel, "1")
            assert len(versies) >= voor
            assert [v.tekst for v in versies] == [f"Versie {n}." for n in range(len(versies), 0, -1)]
            terug.engine.dispose()
    finally:
        stop.set()
        schrijver.join()
    kopie, map_ = tmp_path / "laatste.zip", tmp_path / "laatste"
    onderhoud.backup(huis, OPDRACHTREGEL, kopie)
    instelling = Settings(data=map_, sleutels=huis.settings.sleutelbestand)
    onderhoud.restore(kopie, instelling)
    terug = replace(maak_huis(settings=instelling), nu=huis.nu)
    assert contents(terug) == contents(huis)
    assert audit_lines(terug)[-1] == ("onderhouden", "reservekopie", "gelukt", "opdrachtregel")
    terug.engine.dispose()
    noteer(
        "D5",
        "een reservekopie tijdens het werk kan terug",
        f"{rondes} kopieën tijdens {bewaard[0]} keer bewaren: elk heel, niets kwijt; de laatste rij voor rij gelijk",
    )


@pytest.mark.parametrize(
    "naam",
    [
        "{buiten}/boos.txt",
        "../boos.txt",
        "documenten/../../boos.txt",
        "documenten/./x",
        "documenten//x",
        "boos.txt",
        "documenten\\..\\boos.txt",
        "C:/boos.txt",
        "/kamervragen.db",
        "elders/boos.txt",
    ],
)
def test_a_copy_writes_nowhere_but_in_its_folder(tmp_path: Path, naam: str) -> None:
    """A file that calls itself a copy, with a member that names another place."""
    buiten = tmp_path / "buiten"
    buiten.mkdir()
    naam, kwaad = naam.format(buiten=buiten), tmp_path / "kwaad.zip"
    with zipfile.ZipFile(kwaad, "w") as archief:
        inhoud = {n: hashlib.sha256(b"x").hexdigest() for n in ("kamervragen.db", naam)}
        archief.writestr("inhoud.json", json.dumps({"gemaakt": "2026-06-09T09:00:00+00:00", "bestanden": inhoud}))
        for lid in inhoud:
            archief.writestr(lid, b"x")
    with pytest.raises(Ongeldig, match=r"niet volledig|geen reservekopie"):
        onderhoud.restore(kwaad, Settings(data=tmp_path / "data" / "map"), zonder_handtekening=True)
    assert not (tmp_path / "data" / "map").exists()
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [kwaad]
