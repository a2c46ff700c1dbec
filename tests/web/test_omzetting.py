"""A document that takes longer to convert than one waits for: it shows how far it is, and is there when it is done."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest

from kamervragen.core.act import Huis
from kamervragen.documents.packing import omzetten
from kamervragen.jobs import catch_up
from tests.conftest import Klok
from tests.web.conftest import Bezoek


def _soffice(folder: Path, text: str) -> Path:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o700)
    return path


def test_what_takes_longer_than_one_waits_becomes_work_that_hands_over_the_file(
    bezoek: Bezoek,
    huis: Huis,
    klok: Klok,
    set_met_vragen: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without scripts too: the page of the work has a link to look again, and then one to the file."""
    monkeypatch.setattr(omzetten, "_WACHTEND", 0.3)
    with zipfile.ZipFile(tmp_path / "klaar.odt", "w") as odt:
        odt.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    programma = _soffice(
        tmp_path,
        f'while [ "$1" != --outdir ]; do shift; done\nsleep 2\nmkdir -p "$2" && cp {tmp_path}/klaar.odt "$2/0.odt"',
    )
    monkeypatch.setattr(omzetten.shutil, "which", lambda _naam: str(programma))
    eva = bezoek("chris")
    antwoord = eva.get(f"/vragensets/{set_met_vragen}/papieren/antwoord.odt")
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/karweien/1")
    loopt = eva.get("/karweien/1").text
    assert "Document omzetten" in loopt
    assert '<a class="kv-knop kv-knop--stil" href="/karweien/1">Vernieuwen</a>' in loopt
    tot = time.monotonic() + 60
    while "Dit loopt" in eva.get("/karweien/1").text:  # the worker of the application may have it in hand
        assert time.monotonic() < tot
        klok.vooruit(seconds=2)
        catch_up(huis)
    assert "Ophalen: antwoord-2026Z08844.odt" in eva.get("/karweien/1").text
    bestand = eva.get("/karweien/1/resultaat")
    assert bestand.headers["content-disposition"] == "attachment; filename*=UTF-8''antwoord-2026Z08844.odt"
    assert bestand.content[:2] == b"PK"
    monkeypatch.setattr(omzetten, "_WACHTEND", 30)
    direct = eva.get(f"/vragensets/{set_met_vragen}/papieren/antwoord.odt")
    assert (direct.status_code, direct.content) == (200, bestand.content)
