"""The log of the running server: what a machine reads of a request, and nothing that a person typed."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest


def _served(tmp_path: Path, logbook: str) -> list[str]:
    """The lines on stderr of a server that was asked for one page and stopped."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environ = os.environ | {
        "KAMERVRAGEN_DATA": str(tmp_path / "data"),
        "KAMERVRAGEN_POORT": str(port),
        "KAMERVRAGEN_LOGBOEK": logbook,
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "kamervragen", "serve"], env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        assert server.stdout is not None
        assert server.stdout.readline().decode().strip() == f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + 60
        while True:
            try:
                with urlopen(f"http://127.0.0.1:{port}/inloggen?geheim=vertrouwelijk", timeout=60) as page:
                    assert page.status == 200
                with pytest.raises(HTTPError, match="404"):
                    urlopen(f"http://127.0.0.1:{port}/bestaat-niet-vertrouwelijk", timeout=60)
                break
            except ConnectionError:
                assert time.monotonic() < deadline
    finally:
        server.terminate()
        _, stderr = server.communicate(timeout=60)
    return stderr.decode().splitlines()


def test_a_request_is_a_line_that_a_machine_reads(tmp_path: Path) -> None:
    line, stray = [
        line for regel in _served(tmp_path, "json") if (line := json.loads(regel))["van"] == "kamervragen.verzoek"
    ]
    assert line.keys() == {"tijd", "ernst", "van", "verzoek", "methode", "pad", "status", "ms"}
    assert (line["methode"], line["pad"], line["status"]) == ("GET", "/inloggen", 200)
    assert (stray["methode"], stray["pad"], stray["status"]) == ("GET", "-", 404)
    assert "vertrouwelijk" not in json.dumps([line, stray])


def test_as_text_a_quiet_server_says_nothing(tmp_path: Path) -> None:
    assert _served(tmp_path, "tekst") == []
