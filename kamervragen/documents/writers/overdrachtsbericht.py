"""The notice that another ministry answers: the whole set, or some of its questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kamervragen.documents.writers.uitstelbericht import als_mededeling, als_zin, vragen_van
from kamervragen.domain.vragenset import Vragenset, opsomming


def tekst(vragenset: Vragenset, labels: Sequence[str], bewindspersoon: str, reden: str) -> str:
    """The sentences of the notice. Without labels it is about all questions."""
    welke = vragen_van(vragenset)
    if labels:
        woord = "Vraag" if len(labels) == 1 else "De vragen"
        welke = f"{woord} {opsomming(labels)} van {welke[0].lower()}{welke[1:]}"
    werkwoord = "wordt" if len(labels) == 1 else "worden"
    return " ".join((f"{welke} {werkwoord} beantwoord door de {bewindspersoon}.", *als_zin(reden)))


def render(
    vragenset: Vragenset, labels: Sequence[str], bewindspersoon: str, reden: str, op: date, sjabloon: Path
) -> bytes:
    """The notice as a .docx; equal input gives equal bytes."""
    zinnen = tekst(vragenset, labels, bewindspersoon, reden)
    return als_mededeling(vragenset, (zinnen,), "Overdracht van de beantwoording", op, sjabloon)
