"""The scanner: what it finds is refused, what it cannot look at is not taken, and it is asked as clamd wants it."""

from __future__ import annotations

import socketserver
import struct
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kamervragen.beheer import onderhoud, toestand
from kamervragen.core import scanner
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.domain.errors import Onbereikbaar, Ongeldig
from kamervragen.inname import stapel
from kamervragen.inname.innemen import Uitkomst, neem_in
from kamervragen.jobs import catch_up
from tests.conftest import Klok
from tests.stukken import VRAGEN, files
from tests.web.bezoeker import melding_in
from tests.web.conftest import Bezoek

_BESMET = VRAGEN.replace("Gele fietsen", "VIRUS Gele fietsen")


class _Clamd(socketserver.StreamRequestHandler):
    """Speaks as clamd does: a command up to a zero byte, chunks with their length, and an answer up to a zero byte."""

    def handle(self) -> None:
        command = b""
        while not command.endswith(b"\0"):
            command += self.rfile.read(1)
        if command == b"zPING\0":
            self.wfile.write(b"PONG\0")
            return
        assert command == b"zINSTREAM\0"
        data = b""
        while length := struct.unpack("!I", self.rfile.read(4))[0]:
            data += self.rfile.read(length)
        if len(data) > 1_000_000:
            self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0")
        else:
            self.wfile.write(b"stream: Proef.Virus FOUND\0" if b"VIRUS" in data else b"stream: OK\0")


@pytest.fixture
def clamd() -> Iterator[str]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Clamd) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"tcp://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def _met(huis: Huis, address: str) -> Huis:
    return replace(huis, settings=huis.settings.model_copy(update={"virusscanner": address}))


def test_what_is_clean_passes_what_is_found_is_named_and_what_was_not_seen_is_not_taken(clamd: str) -> None:
    scanner.demand_clean(clamd, b"x" * 200_000, "schoon.txt")
    with pytest.raises(Ongeldig, match=r"a\.docx is geweigerd: de virusscanner vond Proef\.Virus"):
        scanner.demand_clean(clamd, b"een VIRUS", "a.docx")
    with pytest.raises(Ongeldig, match=r"groot\.pdf is te groot voor de virusscanner"):
        scanner.demand_clean(clamd, b"x" * 1_000_001, "groot.pdf")
    with pytest.raises(Onbereikbaar):
        scanner.demand_clean("tcp://127.0.0.1:9", b"x", "a.txt")
    scanner.demand_clean(None, b"VIRUS", "a.txt")
    assert (scanner.lives(clamd), scanner.lives("unix:/bestaat/niet"), scanner.lives(None)) == (True, False, True)


def test_a_found_file_is_kept_nowhere_by_whichever_way_it_came(huis: Huis, clamd: str) -> None:
    thuis = _met(huis, clamd)
    verslag = neem_in(thuis, OPDRACHTREGEL, _BESMET.encode(), "vragen.txt")
    assert (verslag.uitkomst, "Proef.Virus" in (verslag.reden or "")) == (Uitkomst.GEWEIGERD, True)
    stapel.leg_neer(thuis, OPDRACHTREGEL, [("vragen.txt", _BESMET.encode())])
    catch_up(thuis)
    [rij] = stapel.stapel(thuis, OPDRACHTREGEL).open
    assert (rij.status, "Proef.Virus" in (rij.reden or "")) == ("geweigerd", True)
    assert files(thuis) == []
    assert [b for b in onderhoud.verify(thuis) if b.ernst == "fout"] == []


def test_what_was_recorded_before_is_never_dropped_for_what_the_scanner_says_now(huis: Huis, clamd: str) -> None:
    """A false alarm of today may not take away the paper of a set."""
    neem_in(huis, OPDRACHTREGEL, _BESMET.encode(), "vragen.txt")
    bewaard = files(huis)
    thuis = _met(huis, clamd)
    stapel.leg_neer(thuis, OPDRACHTREGEL, [("nog eens.txt", _BESMET.encode())])
    catch_up(thuis)
    assert files(huis) == bewaard != []
    assert [rij.uitkomst for rij in stapel.stapel(thuis, OPDRACHTREGEL).afgedaan] == ["gelijk"]


def test_while_the_scanner_is_away_the_pile_waits_and_is_read_when_it_is_back(
    huis: Huis, clamd: str, klok: Klok
) -> None:
    weg = _met(huis, "tcp://127.0.0.1:9")
    stapel.leg_neer(weg, OPDRACHTREGEL, [("vragen.txt", VRAGEN.encode())])
    catch_up(weg)
    [rij] = stapel.stapel(weg, OPDRACHTREGEL).open
    assert (rij.status, rij.reden) == ("wacht", "Wacht op de virusscanner; het wordt gelezen zodra die antwoordt.")
    assert not toestand.toon(weg, OPDRACHTREGEL).goed
    assert not toestand.klaar(weg)["virusscanner"]
    klok.vooruit(seconds=61)
    catch_up(_met(huis, clamd))
    [rij] = stapel.stapel(huis, OPDRACHTREGEL).open
    assert (rij.status, rij.reden) == ("gelezen", None)


def test_a_file_in_a_form_is_shown_to_it_too(bezoek: Bezoek, huis: Huis, clamd: str) -> None:
    eva = bezoek("eva")
    eva.client.app.state.huis = _met(huis, clamd)
    besmet = eva.post("/lijstinname", {"soort": "sets"}, bestanden=[("sets.csv", b"VIRUS;1")])
    assert (besmet.status_code, "Proef.Virus" in melding_in(besmet)) == (422, True)
    eva.client.app.state.huis = _met(huis, "tcp://127.0.0.1:9")
    weg = eva.post("/lijstinname", {"soort": "sets"}, bestanden=[("sets.csv", b"a;b")])
    assert (weg.status_code, weg.headers["retry-after"]) == (503, "5")
