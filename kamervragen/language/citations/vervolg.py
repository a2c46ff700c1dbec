"""A question that follows up on an earlier answer: 'uw antwoord op vraag 2 van de vragen van 12 mei 2026'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kamervragen.domain.vragenset import MERK
from kamervragen.language.citations.verwijzingen import Verwijzingsoort, verwijzingen
from kamervragen.language.datums import eerste_datum

_LABEL = r"\d{1,3}[a-z]?"
_VERVOLG = re.compile(
    rf"\b(?:uw|het|de|mijn|onze|eerdere)\s+(?:eerdere\s+)?(?:antwoord(?:en)?|beantwoording|reactie)\s+"
    rf"(?:op|van)\s+(?:(?:de\s+)?vra(?:ag|gen)\s+(?P<labels>{_LABEL}(?:(?:\s*,\s*|\s+en\s+|\s+t/m\s+){_LABEL})*)"
    rf"|(?:mijn|onze|de|eerdere)\b[^.?]{{0,60}}?\b(?:Kamer)?vragen\b)(?P<rest>[^?]{{0,300}}(?:\?(?:\[\^\w+\])*)?)",
    re.IGNORECASE,
)
_SAMEN = {Verwijzingsoort.ZAAK, Verwijzingsoort.AANHANGSEL}


@dataclass(frozen=True, slots=True)
class Vervolg:
    """What a question follows up on: the labels named (none: the whole set), its number or else its day."""

    labels: tuple[str, ...]
    nummer: str | None
    datum: date | None


def vervolg(tekst: str, noten: Mapping[str, str] | None = None) -> tuple[Vervolg, ...]:
    """The earlier answers a question names, each with a number or a day; what has neither is left out.

    `noten` holds the notes of the set by id: the number often stands there.
    """
    gevonden: list[Vervolg] = []
    for treffer in _VERVOLG.finditer(tekst):
        rest = treffer["rest"]
        bij = "\n".join((treffer.group(), *((noten or {}).get(id, "") for id in MERK.findall(rest))))
        nummer = next((v.id for v in verwijzingen(bij) if v.soort in _SAMEN and v.id), None)
        dag = eerste_datum(bij)
        if nummer or dag:
            gevonden.append(Vervolg(_labels(treffer["labels"] or ""), nummer, dag))
    return tuple(dict.fromkeys(gevonden))


def _labels(tekst: str) -> tuple[str, ...]:
    """'2 t/m 4 en 6' -> 2, 3, 4, 6."""
    voluit = re.sub(
        r"(\d{1,3})\s+t/m\s+(\d{1,3})",
        lambda treffer: " ".join(str(n) for n in range(int(treffer[1]), int(treffer[2]) + 1)),
        tekst,
    )
    return tuple(dict.fromkeys(re.findall(_LABEL, voluit)))
