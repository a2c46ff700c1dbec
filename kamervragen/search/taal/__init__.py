"""What the analysis knows of a language, as data: function words, formulas of questions, and parts of compounds."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TALEN = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Taal:
    """`formules` are turns every question uses ("Bent u bereid"): they tell nothing of the matter."""

    code: str
    stopwoorden: frozenset[str]
    formules: re.Pattern[str]
    geen_deel: frozenset[str]
    korte_delen: frozenset[str]
    korte_koppen: frozenset[str]


@cache
def taal(code: str) -> Taal:
    """:raises ValueError: for a language there is no data of."""
    if code not in TALEN:
        raise ValueError(f"geen taalgegevens voor {code!r}; er is {', '.join(TALEN)}")
    ruw = json.loads((files(__package__) / f"{code}.json").read_text(encoding="utf-8"))
    return Taal(
        code,
        frozenset(ruw["stopwoorden"]),
        re.compile(rf"\b(?:{'|'.join(ruw['formules'])})\b", re.IGNORECASE),
        *(frozenset(ruw[naam]) for naam in ("geen_deel", "korte_delen", "korte_koppen")),
    )
