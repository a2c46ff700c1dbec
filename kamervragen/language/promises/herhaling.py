"""The same promise said again: one promise, not two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

# What every promise says; without it two sentences that promise different things look alike.
_LEEG = frozenset(
    {
        "aan",
        "al",
        "als",
        "bij",
        "daar",
        "daarover",
        "dan",
        "dat",
        "de",
        "deze",
        "die",
        "dit",
        "een",
        "en",
        "er",
        "het",
        "hier",
        "hierover",
        "hun",
        "ik",
        "in",
        "informeren",
        "geïnformeerd",
        "is",
        "kamer",
        "met",
        "naar",
        "nader",
        "nog",
        "ook",
        "om",
        "op",
        "over",
        "per",
        "te",
        "toe",
        "tot",
        "tweede",
        "u",
        "uw",
        "uiterlijk",
        "van",
        "voor",
        "vóór",
        "wij",
        "worden",
        "wordt",
        "zal",
        "zo",
        "zoals",
        "zomer",
        "najaar",
        "jaar",
        "zullen",
    }
)
_GELIJK = 0.6


def is_herhaling(zin: str, einde: date | None, eerder: str, eerder_einde: date | None) -> bool:
    """Whether a promise says what an earlier one said: no other day, and most of its telling words in common.

    A sentence without any telling word ("Ik zal uw Kamer daarover informeren.") repeats only its very self.
    """
    if einde is not None and eerder_einde is not None and einde != eerder_einde:
        return False
    eigen, ander = _woorden(zin), _woorden(eerder)
    if not eigen or not ander:
        return zin.split() == eerder.split()
    return len(eigen & ander) / min(len(eigen), len(ander)) >= _GELIJK and len(eigen & ander) >= 2


def eerste_gelijke(zin: str, einde: date | None, eerdere: Sequence[tuple[str, date | None]]) -> int | None:
    """The place in `eerdere` (sentence, last day) of the promise that this one repeats."""
    return next((n for n, (tekst, dag) in enumerate(eerdere) if is_herhaling(zin, einde, tekst, dag)), None)


def _woorden(zin: str) -> set[str]:
    return {woord for woord in re.findall(r"[^\W\d_]{3,}", zin.casefold()) if woord not in _LEEG}
