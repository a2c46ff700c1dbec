"""A ministry's own style: its folder is served, named in every page, and nothing outside it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from litestar.testing import TestClient

from kamervragen.app import create_app
from kamervragen.core.act import Huis
from kamervragen.domain.errors import Ongeldig
from kamervragen.settings import lees_settings

CSS = ":root { --kv-merk: #154273; }"


def test_the_style_and_the_mark_stand_in_every_page(huis: Huis, tmp_path: Path) -> None:
    map_ = tmp_path / "thema"
    map_.mkdir()
    (map_ / "thema.css").write_text(CSS)
    (map_ / "beeldmerk.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "geheim.txt").write_text("geheim")
    eigen = replace(huis, settings=huis.settings.model_copy(update={"thema": map_}))
    with TestClient(create_app(eigen), base_url="https://testserver.local") as client:
        pagina = client.get("/inloggen").text
        adres = pagina.partition('href="/thema/')[2].partition('"')[0]
        assert adres.startswith("thema.css?")
        assert client.get(f"/thema/{adres}").text == CSS
        assert 'src="/thema/beeldmerk.svg?' in pagina
        assert client.get("/thema/../geheim.txt").status_code == 404
        assert client.get("/thema/%2e%2e/geheim.txt").status_code == 404


def test_without_a_folder_there_is_none(huis: Huis) -> None:
    with TestClient(create_app(huis), base_url="https://testserver.local") as client:
        pagina = client.get("/inloggen")
        assert (pagina.status_code, "/thema/" in pagina.text) == (200, False)
        assert client.get("/thema/thema.css").status_code == 404


def test_a_folder_that_is_not_there_stops_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KAMERVRAGEN_THEMA", str(tmp_path / "weg"))
    with pytest.raises(Ongeldig, match="KAMERVRAGEN_THEMA noemt de map"):
        lees_settings()
