"""What the asker says of the way of answering: 'Kunt u deze vragen één voor één beantwoorden?'"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kamervragen.language.zinnen import zinnen

_VRAGEN = re.compile(r"\b(?:vragen|vraag|antwoorden|beantwoord\w*)\b", re.IGNORECASE)
_APART = re.compile(
    r"\b(?:[eé][eé]n voor [eé][eé]n|ieder(?:e)? (?:vraag )?afzonderlijk|elke? (?:vraag )?(?:apart|afzonderlijk)|afzonderlijk|apart|separaat|per vraag)\b",
    re.IGNORECASE,
)
_ANTWOORD = re.compile(r"\b(?:be)?antwoord\w*\b", re.IGNORECASE)


def afzonderlijk_gevraagd(teksten: Iterable[str]) -> str | None:
    """The sentence in which the asker wants every question answered apart; None when he does not say so."""
    for tekst in teksten:
        for zin in zinnen(tekst):
            if _APART.search(zin.tekst) and _VRAGEN.search(zin.tekst) and _ANTWOORD.search(zin.tekst):
                return zin.tekst
    return None
