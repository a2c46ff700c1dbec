"""Names of laws in a text, held against a register of official titles."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wetsnaam:
    """A name in the text that is almost an official title. Offsets are code points, half open."""

    geschreven: str
    titel: str
    begin: int
    einde: int


_BIJNA = 0.8  # likeness of two names, letter by letter, above which one is meant to be the other
_WOORD = re.compile(r"[\w’'-]+")


def afwijkende_namen(tekst: str, titels: Sequence[str]) -> tuple[Wetsnaam, ...]:
    """The places where a text names a law of the register otherwise than by its title, in order."""
    woorden = list(_WOORD.finditer(tekst))
    goed = [t.span() for titel in titels for t in re.finditer(re.escape(titel), tekst, re.IGNORECASE)]
    uit: list[Wetsnaam] = []
    for titel in titels:
        delen = _WOORD.findall(titel)
        for plaats, eerste in enumerate(woorden):
            venster = woorden[plaats : plaats + len(delen)]
            if eerste.group().casefold() != delen[0].casefold() or len(venster) < len(delen):
                continue
            begin, einde = eerste.start(), venster[-1].end()
            if any(b <= begin < e for b, e in goed) or any(naam.begin <= begin < naam.einde for naam in uit):
                continue
            geschreven = tekst[begin:einde]
            if "." in geschreven or "\n" in geschreven:
                continue
            if difflib.SequenceMatcher(None, geschreven.casefold(), titel.casefold(), autojunk=False).ratio() >= _BIJNA:
                uit.append(Wetsnaam(geschreven, titel, begin, einde))
    return tuple(sorted(uit, key=lambda naam: naam.begin))
