"""The notice that another ministry answers: the whole set, or some of its questions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kamervragen.documents.aanduiding import als_zin, midden, vragen_van
from kamervragen.documents.writers.brief import Briefgegevens, als_mededeling
from kamervragen.domain.vragenset import Vragenset, opsomming


def tekst(vragenset: Vragenset, labels: Sequence[str], bewindspersoon: str, reden: str) -> str:
    """The sentences of the notice. Without labels it is about all questions."""
    welke = vragen_van(vragenset)
    if labels:
        woord = "Vraag" if len(labels) == 1 else "De vragen"
        welke = f"{woord} {opsomming(labels)} van {midden(welke)}"
    werkwoord = "wordt" if len(labels) == 1 else "worden"
    return " ".join((f"{welke} {werkwoord} beantwoord door de {bewindspersoon}.", *als_zin(reden)))


def render(
    vragenset: Vragenset,
    labels: Sequence[str],
    bewindspersoon: str,
    reden: str,
    gegevens: Briefgegevens,
    sjabloon: Path,
) -> bytes:
    """The notice as a .docx; equal input gives equal bytes."""
    zinnen = tekst(vragenset, labels, bewindspersoon, reden)
    return als_mededeling(vragenset, (zinnen,), "Overdracht van de beantwoording van Kamervragen", gegevens, sjabloon)
