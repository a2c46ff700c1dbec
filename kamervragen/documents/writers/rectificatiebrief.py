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
    return (
        f"In het antwoord op {_vragen(labels)} van {welke[0].lower()}{welke[1:]} is uw Kamer{op} het "
        f"volgende gemeld: «{_kaal(passage)}»",
        " ".join(("Dat is niet juist.", *als_zin(reden))),
        f"Deze passage moet luiden: «{_kaal(juist)}»",
    )


def render(
    vragenset: Vragenset, labels: Sequence[str], passage: str, juist: str, reden: str, op: date, sjabloon: Path, *,
    concept: bool,
) -> bytes:  # fmt: skip
    """The letter as a .docx, marked as a concept until it was approved; equal input gives equal bytes."""
    alineas = tekst(vragenset, labels, passage, juist, reden)
    nummer = f" ({vragenset.aanhangselnummer.citaat})" if vragenset.aanhangselnummer else ""
    kop = [f"Rectificatie van het antwoord op {_vragen(labels)}{nummer}"]
    return als_mededeling(
        vragenset, alineas, "Rectificatie van de beantwoording", op, sjabloon, kop=["CONCEPT", *kop] if concept else kop
    )


def _vragen(labels: Sequence[str]) -> str:
    return f"{'vraag' if len(labels) == 1 else 'de vragen'} {opsomming(tuple(labels))}"


def _kaal(passage: str) -> str:
    return platte_tekst(MERK.sub("", passage)).strip()
