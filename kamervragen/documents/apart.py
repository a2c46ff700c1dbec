"""Reading in a process of its own: what a file does to a parser stays there.

A server that has the parsers loaded forks a child for every document, with limits on memory, time and writing.
Python's own forkserver would run the caller's main module again in every child; this one runs nothing of the caller.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import pickle
import resource
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import Any

from kamervragen import lanes
from kamervragen.documents.lezing import Lezing
from kamervragen.documents.werkblad import Werkblad
from kamervragen.documents.word.teruglezing import Teruglezing
from kamervragen.domain.errors import Fout, Ongeldig, TeGroot

SECONDEN = 30
GEHEUGEN = 1_500_000_000  # bytes of address space: a large PDF needs a third of it
# What a child may hand back; anything else in its bytes is refused.
_TOEGESTAAN = (
    "kamervragen.domain.",
    "kamervragen.documents.lezing",
    "kamervragen.documents.werkblad",
    "kamervragen.documents.word.teruglezing",
    "kamervragen.documents.word.terugweg",
)
_KOP = struct.Struct("!QQQB")
_SOM = hashlib.sha256().digest_size
_GEWOON, _OORSPRONKELIJK, _WERKBLAD, _TERUG = range(4)
_SOORT: dict[int, type] = {_WERKBLAD: Werkblad, _TERUG: Teruglezing}
_slot = threading.Lock()
_server: tuple[subprocess.Popen[bytes], socket.socket] | None = None


def lees_apart(
    data: bytes, naam: str, *, oorspronkelijk: bool = False, seconden: int = SECONDEN, geheugen: int = GEHEUGEN
) -> Lezing:
    """As `documents.lees.lees`, in a child that ends itself when it takes too long or too much.

    :raises Ongeldig, TeGroot: as `lees`, and when the child did not come back.
    """
    hoe = _OORSPRONKELIJK if oorspronkelijk else _GEWOON
    lezing = _gelezen(data, naam, hoe, seconden, geheugen)
    assert isinstance(lezing, Lezing)
    return lezing


def lees_werkblad_apart(data: bytes, naam: str) -> Werkblad:
    """As `readers.werkbladen.lees_werkblad`, in a child. :raises Ongeldig, TeGroot: as that, or it did not come back."""
    blad = _gelezen(data, naam, _WERKBLAD, SECONDEN, GEHEUGEN)
    assert isinstance(blad, Werkblad)
    return blad


def lees_terug_apart(data: bytes, naam: str, vragen: Sequence[tuple[str, str]]) -> Teruglezing:
    """As `teruglezing.lees_terug`, in a child. :raises Ongeldig, TeGroot: as that, or it did not come back."""
    lezing = _gelezen(data, naam, _TERUG, SECONDEN, GEHEUGEN, json.dumps(vragen))
    assert isinstance(lezing, Teruglezing)
    return lezing


def _gelezen(data: bytes, naam: str, hoe: int, seconden: int, geheugen: int, erbij: str = "") -> object:
    with lanes.READING.turn():
        soort, inhoud = _antwoord_van_kind(data, naam, hoe, seconden, geheugen, erbij)
    if soort == "gelezen" and isinstance(inhoud, _SOORT.get(hoe, Lezing)):
        return inhoud
    tekst, feiten = inhoud if isinstance(inhoud, tuple) and len(inhoud) == 2 else (str(inhoud), {})
    raise (TeGroot if soort == "TeGroot" else Ongeldig)(str(tekst), **{str(n): str(w) for n, w in dict(feiten).items()})


def _antwoord_van_kind(
    data: bytes, naam: str, hoe: int, seconden: int, geheugen: int, erbij: str
) -> tuple[str, object]:
    try:
        lijn = _kind()
        with lijn:
            lijn.settimeout(seconden + 5)
            lijn.sendall(
                _KOP.pack(len(data), geheugen, seconden, hoe)
                + _met_lengte(naam.encode())
                + _met_lengte(erbij.encode())
                + data
            )
            antwoord = b"".join(iter(lambda: lijn.recv(1 << 20), b""))
        return _uitgepakt(antwoord)
    except (OSError, EOFError, pickle.UnpicklingError) as fout:
        raise Ongeldig(
            "%(naam)s lezen duurde te lang of vroeg te veel geheugen, en is gestopt. Bewaar het document "
            "opnieuw of splits het.",
            naam=naam,
        ) from fout


def _kind() -> socket.socket:
    """A line to a fresh child. A server that is gone is started again."""
    hier, daar = socket.socketpair()
    with daar:
        for poging in (1, 2):
            try:
                socket.send_fds(_draaiende_server(opnieuw=poging > 1), [b"k"], [daar.fileno()])
            except OSError:
                if poging > 1:
                    hier.close()
                    raise
            else:
                return hier
    raise AssertionError


def _draaiende_server(*, opnieuw: bool) -> socket.socket:
    global _server
    with _slot:
        if _server is None or opnieuw or _server[0].poll() is not None:
            if _server is not None:
                _server[1].close()
            hier, daar = socket.socketpair()
            with daar:
                proces = subprocess.Popen(
                    [sys.executable, "-c", "from kamervragen.documents.apart import bedien; bedien()"],
                    stdin=daar.fileno(),
                    stdout=subprocess.DEVNULL,
                    cwd="/",
                    env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
                )
            _server = (proces, hier)
        return _server[1]


def bedien() -> None:
    """The server: forks a child for every line it is handed, until its parent is gone."""
    import kamervragen.documents.lees
    import kamervragen.documents.readers.werkbladen  # noqa: F401

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    besturing = socket.socket(fileno=os.dup(0))
    while True:
        bericht, lijnen, _, _ = socket.recv_fds(besturing, 1, 1)
        if not bericht:
            return
        for nummer in lijnen:
            if os.fork() == 0:
                besturing.close()
                _lees_en_antwoord(socket.socket(fileno=nummer))
                os._exit(0)
            os.close(nummer)


def _lees_en_antwoord(lijn: socket.socket) -> None:
    """The child: reads, and hands back the reading or the sentence that says why not."""
    bron = lijn.makefile("rb")
    lengte, geheugen, seconden, hoe = _KOP.unpack(bron.read(_KOP.size))
    naam = bron.read(struct.unpack("!I", bron.read(4))[0]).decode()
    erbij = bron.read(struct.unpack("!I", bron.read(4))[0]).decode()
    data = bron.read(lengte)
    signal.setitimer(signal.ITIMER_REAL, seconden)  # its default is to end the process, also inside a parser
    resource.setrlimit(resource.RLIMIT_AS, (geheugen, geheugen))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    from kamervragen.documents.lees import lees
    from kamervragen.documents.readers.werkbladen import lees_werkblad
    from kamervragen.documents.word.teruglezing import lees_terug

    antwoord: tuple[str, object]
    try:
        if hoe == _WERKBLAD:
            antwoord = ("gelezen", lees_werkblad(data, naam))
        elif hoe == _TERUG:
            antwoord = ("gelezen", lees_terug(data, naam, json.loads(erbij)))
        else:
            antwoord = ("gelezen", lees(data, naam, oorspronkelijk=hoe == _OORSPRONKELIJK))
    except MemoryError:
        te_zwaar = TeGroot("%(naam)s vraagt te veel geheugen om te lezen. Splits het document.", naam=naam)
        antwoord = ("TeGroot", (te_zwaar.tekst, te_zwaar.feiten))
    except Fout as fout:
        antwoord = (type(fout).__name__, (fout.tekst, {n: str(waarde) for n, waarde in fout.feiten.items()}))
    lijn.sendall(pickle.dumps(antwoord))


def _met_lengte(tekst: bytes) -> bytes:
    return struct.pack("!I", len(tekst)) + tekst


def ingepakt(lezing: Lezing) -> bytes:
    """Packs a reading as bytes, to be kept: its checksum, and then itself."""
    ruw = pickle.dumps(lezing)
    return hashlib.sha256(ruw).digest() + ruw


def uitgepakte_lezing(data: bytes) -> Lezing | None:
    """Unpacks a reading that was kept; None for bytes that hold no reading, or anything else besides."""
    som, ruw = data[:_SOM], data[_SOM:]
    if hashlib.sha256(ruw).digest() != som:
        return None
    try:
        uit = _Uitpakker(io.BytesIO(ruw)).load()
    except (pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError, IndexError, KeyError, ImportError):
        return None
    return uit if isinstance(uit, Lezing) else None


class _Uitpakker(pickle.Unpickler):
    def find_class(self, module: str, naam: str) -> Any:
        if module.startswith(_TOEGESTAAN) or (module, naam) == ("datetime", "date"):
            return super().find_class(module, naam)
        raise pickle.UnpicklingError(f"{module}.{naam}")


def _uitgepakt(data: bytes) -> tuple[str, object]:
    uit = _Uitpakker(io.BytesIO(data)).load()
    if not isinstance(uit, tuple) or len(uit) != 2:
        raise pickle.UnpicklingError("geen antwoord")
    return str(uit[0]), uit[1]
