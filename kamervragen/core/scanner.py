"""The virus scanner: every file that comes in is shown to clamd first. *Bron:* BIO2 8.07.04; clamd(8), INSTREAM."""

from __future__ import annotations

import socket
import struct
from urllib.parse import urlsplit

from kamervragen.domain.errors import Onbereikbaar, Ongeldig

_PATIENCE = 20  # seconds for each answer
_CHUNK = 1 << 16


def demand_clean(address: str | None, data: bytes, name: str) -> None:
    """Shows a file to the scanner at this address, `unix:/path` or `tcp://host:port`; without an address there is none.

    :raises Ongeldig: something was found in it. :raises Onbereikbaar: the scanner did not say that it is clean.
    """
    if address is None:
        return
    answer = _asked(address, b"zINSTREAM\0", data)
    if answer.endswith(" FOUND"):
        raise Ongeldig(
            "%(naam)s is geweigerd: de virusscanner vond %(wat)s. Vraag de afzender om een schoon bestand.",
            naam=name,
            wat=answer.removeprefix("stream: ").removesuffix(" FOUND"),
        )
    if "size limit exceeded" in answer:
        raise Ongeldig(
            "%(naam)s is te groot voor de virusscanner en is geweigerd. Splits het, of vraag de beheerder de grens te verhogen.",
            naam=name,
        )
    if answer != "stream: OK":
        raise Onbereikbaar(
            "De virusscanner kan %(naam)s nu niet nakijken. Het is niet aangenomen; probeer het straks opnieuw.",
            naam=name,
        )


def lives(address: str | None) -> bool:
    """Tells whether the scanner answers; where none is set there is nothing to answer."""
    return address is None or _asked(address, b"zPING\0", None, patience=1) == "PONG"


def _asked(address: str, command: bytes, data: bytes | None, patience: float = _PATIENCE) -> str:
    """What clamd answers; nothing when it does not."""
    try:
        with _line(address, patience) as line:
            line.sendall(command)
            if data is not None:
                for start in range(0, len(data), _CHUNK):
                    chunk = data[start : start + _CHUNK]
                    line.sendall(struct.pack("!I", len(chunk)) + chunk)
                line.sendall(struct.pack("!I", 0))
            answer = b"".join(iter(lambda: line.recv(4_096), b""))
        return answer.rstrip(b"\0\n").decode("utf-8", "replace")
    except OSError:
        return ""


def _line(address: str, patience: float) -> socket.socket:
    if address.startswith("unix:"):
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(patience)
        try:
            line.connect(address.removeprefix("unix:"))
        except OSError:
            line.close()
            raise
        return line
    parts = urlsplit(address)
    return socket.create_connection((parts.hostname or "", parts.port or 3310), timeout=patience)
