"""The wheel, outside the checkout, serves the app with its templates, its Word template and its static files."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import time
import venv
import zipfile
from pathlib import Path

import httpx

WORTEL = Path(__file__).parents[1]


def test_the_installed_wheel_serves_the_app(tmp_path: Path) -> None:
    bouw = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")]
    subprocess.run(bouw, cwd=WORTEL, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    namen = zipfile.ZipFile(wheel).namelist()
    assert "kamervragen/templates/web/basis.html" in namen
    assert "kamervragen/sjablonen/aanhangsel.docx" in namen
    assert "kamervragen/web/static/vendor/htmx-2.0.11.min.js" in namen
    assert "kamervragen/demo/documenten/voorbeeld-sekten-antwoord.txt" in namen
    omgeving = tmp_path / "omgeving"
    venv.create(omgeving, with_pip=False)
    plaats = next((omgeving / "lib").glob("python3*")) / "site-packages"
    zipfile.ZipFile(wheel).extractall(plaats)
    # The dependencies of this environment, without its .pth files: those would bring the checkout back.
    (plaats / "afhankelijkheden.pth").write_text(sysconfig.get_path("purelib") + "\n")
    python = str(omgeving / "bin" / "python")
    env = {"PATH": os.environ["PATH"], "KAMERVRAGEN_DATA": str(tmp_path / "data"), "KAMERVRAGEN_POORT": "0"}
    waar = subprocess.run(
        [python, "-c", "import kamervragen; print(kamervragen.__file__)"],
        cwd=tmp_path,
        env=env,
        check=True,
        capture_output=True,
        text=True,
    )
    assert waar.stdout.strip().startswith(str(omgeving))
    with subprocess.Popen(
        [python, "-m", "kamervragen", "serve"], cwd=tmp_path, env=env, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None
            adres = server.stdout.readline().strip()
            assert _wacht_op(f"{adres}/inloggen").status_code == 200
            assert httpx.get(f"{adres}/static/kamervragen.css").status_code == 200
        finally:
            server.terminate()


def _wacht_op(adres: str) -> httpx.Response:
    for _ in range(100):
        try:
            return httpx.get(adres)
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"{adres} does not answer")
