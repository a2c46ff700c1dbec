"""Promise I6: scanned before it is kept, by Debian's own clamd with one signature, that of the test virus of EICAR."""

from __future__ import annotations

import io
import subprocess
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kamervragen.core import scanner
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.inname.innemen import Uitkomst, neem_in
from tests.promises import noteer
from tests.stukken import VRAGEN, files

pytestmark = pytest.mark.dienst
# In two halves, so that no scanner takes this file away. *Bron:* eicar.org, and the MD5 and length that clamd asks of it.
_EICAR = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*").encode()
_SIGNATURE = "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n"


@pytest.fixture
def clamd(tmp_path: Path) -> Iterator[str]:
    """A clamd of its own on a socket, running before the test goes on."""
    database, instelling, pad = tmp_path / "db", tmp_path / "clamd.conf", tmp_path / "clamd.ctl"
    database.mkdir()
    (database / "eicar.hdb").write_text(_SIGNATURE)
    instelling.write_text(f"LocalSocket {pad}\nDatabaseDirectory {database}\nForeground yes\nUser root\n")
    with subprocess.Popen(
        ["clamd", "-c", str(instelling)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as proces:
        tot = time.monotonic() + 60
        while not scanner.lives(f"unix:{pad}"):
            assert proces.poll() is None
            assert time.monotonic() < tot
            time.sleep(0.1)
        yield f"unix:{pad}"
        proces.terminate()


def _in_een_docx() -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
        pakket.writestr("word/document.xml", "<w:document/>")
        pakket.writestr("word/media/beeld.bin", _EICAR)
    return uit.getvalue()


def test_the_test_virus_is_refused_also_inside_a_document_and_a_clean_one_is_not(huis: Huis, clamd: str) -> None:
    thuis = replace(huis, settings=huis.settings.model_copy(update={"virusscanner": clamd}))
    for data, naam in ((_EICAR, "eicar.txt"), (_in_een_docx(), "antwoord.docx")):
        verslag = neem_in(thuis, OPDRACHTREGEL, data, naam)
        assert (verslag.uitkomst, "Eicar-Test-Signature" in (verslag.reden or "")) == (Uitkomst.GEWEIGERD, True)
    assert files(thuis) == []
    assert neem_in(thuis, OPDRACHTREGEL, VRAGEN.encode(), "vragen.txt").uitkomst is Uitkomst.NIEUW
    noteer(
        "I6",
        "wat binnenkomt gaat eerst langs de virusscanner",
        "clamd: EICAR los en in een .docx geweigerd, niets bewaard; een schoon stuk opgenomen",
    )
