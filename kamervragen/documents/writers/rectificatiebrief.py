"""The letter that corrects an answer the Kamer has: what was said, that it is not right, how it came about, and what is.

*Bron:* letters of ministers with the subject 'Rectificatie antwoorden op Kamervragen'.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kamervragen.catalogus import datum
from kamervragen.documents.markdown import platte_tekst
from kamervragen.documents.writers.uitstelbericht import als_mededeling, als_zin, vragen_van
from kamervragen.domain.vragenset import MERK, Vragenset, opsomming


def tekst(vragenset: Vragenset, labels: Sequence[str], passage: str, juist: str, reden: str) -> tuple[str, ...]:
    """The paragraphs of the letter."""
    s = vragenset
    welke = vragen_van(s)
    op = f" op {datum(s.ontvangen or s.gedagtekend)}" if s.ontvangen or s.gedagtekend else ""
    woord = "vraag" if len(labels) == 1 else "de vragen"
    return (
        f"In het antwoord op {woord} {opsomming(tuple(labels))} van {welke[0].lower()}{welke[1:]} is uw Kamer{op} het "
        f"volgende gemeld: «{_kaal(passage)}»",
        " ".join(("Dat is niet juist.", *als_zin(reden))),
        f"Deze passage moet luiden: «{_kaal(juist)}»",
    )


def render(
    vragenset: Vragenset, labels: Sequence[str], passage: str, juist: str, reden: str, op: date, sjabloon: Path
) -> bytes:
    """The letter as a .docx; equal input gives equal bytes."""
    alineas = tekst(vragenset, labels, passage, juist, reden)
    return als_mededeling(vragenset, alineas, "Rectificatie van de beantwoording", op, sjabloon)


def _kaal(passage: str) -> str:
    return platte_tekst(MERK.sub("", passage)).strip()
