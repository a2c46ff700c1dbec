"""Printed lines, as PDF and text taken from a PDF give them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

from kamervragen.documents.text.opmaak import Stuk

_ACCENTEN = {"´": "\N{COMBINING ACUTE ACCENT}", "¸": "\N{COMBINING CEDILLA}", "ˇ": "\N{COMBINING CARON}"}
_LOS_ACCENT = re.compile(r"([cnstzCNSTZ])(?: (?=´))?(´(?![a-zà-ÿ])|(?<=[cstCST])¸|(?<=[cszCSZ])ˇ)")
_SPATIE = 2  # at least this much stands between two words, in points or characters
# How a sentence, a title or a note ends; a call of a note may stand behind it.
EINDE = re.compile(r"[.?!:;»”\"')\]…]\s*(?:\[?\d{1,2}(?:,\s?\d{1,2})*\s?\]?)?$")


@dataclass(frozen=True, slots=True)
class Regel:
    """One printed line. Distances are in one unit (points, or characters): where it begins and ends, and how wide its
    first word is. `klein`: set in the smaller type of notes; `los`: room above it; `cellen`: the (begin, end, text) of
    all that stands on its height, when that is more than this line."""

    stukken: tuple[Stuk, ...]
    begin: float
    einde: float
    eerste: float
    bladzijde: int = 0
    klein: bool = False
    los: bool = False
    cellen: tuple[tuple[float, float, str], ...] = ()

    @property
    def tekst(self) -> str:
        return "".join(stuk.tekst for stuk in self.stukken).strip()


def past(vorige: Regel, regel: Regel, breedte: float) -> bool:
    """Whether the first word of a line would have fitted on the line before: then someone ended that line."""
    return vorige.einde + _SPATIE + regel.eerste <= breedte


def met_accenten(tekst: str) -> str:
    """Accents that a font sets behind their letter, put on it: 'Kostic´' and 'Yes¸ilgöz'. Never an apostrophe's: 'foto´s'."""
    return _LOS_ACCENT.sub(lambda t: normalize("NFC", t[1] + _ACCENTEN[t[2]]), tekst)
