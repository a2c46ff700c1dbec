"""A document ready to leave."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file as it is handed over: its name and its bytes."""

    naam: str
    data: bytes
