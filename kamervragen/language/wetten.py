"""Names of laws in a text, held against a register of official titles."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wet:
    """A law as the register has it: its official title, and how it is abbreviated."""

    titel: str
    afkorting: str | None = None


@dataclass(frozen=True, slots=True)
class Wetsnaam:
    """A name in the text that is almost an official title. Offsets are code points, half open."""

    geschreven: str
    wet: Wet
    begin: int
    einde: int


_BIJNA = 0.8  # likeness of two names, letter by letter, above which one is meant to be the other
_WOORD = re.compile(r"[\w’'-]+")


def afwijkende_namen(tekst: str, register: Sequence[Wet]) -> tuple[Wetsnaam, ...]:
    """The places where a text names a law of the register otherwise than by its title, in order."""
    woorden = list(_WOORD.finditer(tekst))
    goed = [t.span() for wet in register for t in re.finditer(re.escape(wet.titel), tekst, re.IGNORECASE)]
    uit: list[Wetsnaam] = []
    for wet in register:
        titel = _WOORD.findall(wet.titel)
        for plaats, eerste in enumerate(woorden):
            venster = woorden[plaats : plaats + len(titel)]
            if eerste.group().casefold() != titel[0].casefold() or len(venster) < len(titel):
                continue
            begin, einde = eerste.start(), venster[-1].end()
            if any(b <= begin < e for b, e in goed) or any(naam.begin <= begin < naam.einde for naam in uit):
                continue
            geschreven = tekst[begin:einde]
            if "." in geschreven or "\n" in geschreven:
                continue
            if (
                difflib.SequenceMatcher(None, geschreven.casefold(), wet.titel.casefold(), autojunk=False).ratio()
                >= _BIJNA
            ):
                uit.append(Wetsnaam(geschreven, wet, begin, einde))
    return tuple(sorted(uit, key=lambda naam: naam.begin))
