"""The letter that corrects an answer the Kamer has: what was said, that it is not right, how it came about, and what is.

*Bron:* letters of ministers with the subject 'Rectificatie antwoorden op Kamervragen'.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kamervragen.catalogue import datum
from kamervragen.documents.aanduiding import als_zin, midden, vragen_van
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.documents.writers.brief import Briefgegevens, als_mededeling
from kamervragen.domain.vragenset import MERK, Vragenset, opsomming


def tekst(vragenset: Vragenset, labels: Sequence[str], passage: str, juist: str, reden: str) -> tuple[str, ...]:
    """The paragraphs of the letter."""
    s = vragenset
    welke = vragen_van(s)
    op = f" op {datum(s.ontvangen or s.gedagtekend)}" if s.ontvangen or s.gedagtekend else ""
    return (
        f"In het antwoord op {_vragen(labels)} van {midden(welke)} is uw Kamer{op} het "
        f"volgende gemeld: «{_kaal(passage)}»",
        " ".join(("Dat is niet juist.", *als_zin(reden))),
        f"Deze passage moet luiden: «{_kaal(juist)}»",
    )


def render(
    vragenset: Vragenset,
    labels: Sequence[str],
    passage: str,
    juist: str,
    reden: str,
    gegevens: Briefgegevens,
    sjabloon: Path,
    *,
    concept: bool,
) -> bytes:
    """The letter as a .docx, marked as a concept until it was approved; equal input gives equal bytes."""
    alineas = tekst(vragenset, labels, passage, juist, reden)
    nummer = f" ({vragenset.aanhangselnummer.citaat})" if vragenset.aanhangselnummer else ""
    betreft = f"Rectificatie van het antwoord op {_vragen(labels)}{nummer} van Kamervragen"
    return als_mededeling(vragenset, alineas, betreft, gegevens, sjabloon, concept=concept)


def _vragen(labels: Sequence[str]) -> str:
    return f"{'vraag' if len(labels) == 1 else 'de vragen'} {opsomming(tuple(labels))}"


def _kaal(passage: str) -> str:
    return platte_tekst(MERK.sub("", passage)).strip()
