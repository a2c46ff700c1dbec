"""The day the asker wants: "vóór het debat van 11 november", "binnen een week", in the introduction or a question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kamervragen.domain.kalender import RECESSEN, Recessen
from kamervragen.language.promises.tijd import Tijdsaanduiding, Zekerheid, tijdsaanduidingen
from kamervragen.language.zinnen import zinnen

_VRAAGT = re.compile(
    r"\b(?:vragen|beantwoording|antwoorden|antwoord|deze)\b[^.?]*\b(?:beantwoord(?:en|ing)?|toe(?:komen|sturen|zenden)|ontvangen|sturen)\b|"
    r"\bbeantwoord(?:en|ing)\b",
    re.IGNORECASE,
)
_MAX_ZIN = 1_000
_HOOGSTENS = timedelta(days=183)  # a later day is one the question is about


@dataclass(frozen=True, slots=True)
class GevraagdeDatum:
    """The day an asker names for the answer, with the sentence that names it."""

    dag: date
    zin: str
    tijd: Tijdsaanduiding


def gevraagde_datum(teksten: Iterable[str], ingezonden: date, recessen: Recessen = RECESSEN) -> GevraagdeDatum | None:
    """The earliest day that the texts of a set ask an answer by; None when no sentence asks for one.

    Only a sentence that speaks of answering these questions counts, and only a day after `ingezonden`.
    """
    gevonden = [
        GevraagdeDatum(tijd.einde, zin.tekst, tijd)
        for tekst in teksten
        for zin in zinnen(tekst)
        if len(zin.tekst) <= _MAX_ZIN and _VRAAGT.search(zin.tekst)
        for tijd in tijdsaanduidingen(zin.tekst, ingezonden, recessen)
        if tijd.einde is not None and timedelta(0) < tijd.einde - ingezonden <= _HOOGSTENS and _is_grens(tijd)
    ]
    return min(gevonden, key=lambda g: g.dag, default=None)


def _is_grens(tijd: Tijdsaanduiding) -> bool:
    """A last day, not a day on which something else happens."""
    woorden = tijd.tekst.lower().replace("ó", "o")
    grens = woorden.startswith(("voor", "nog voor", "uiterlijk", "binnen", "tot", "tijdig voor"))
    return grens and tijd.zekerheid in (Zekerheid.DATUM, Zekerheid.PERIODE)
