"""The letters that end a set without answers: it was answered by another letter, or the asker took it back.

*Bron:* ah-tk-20232024-1999: 'zijn beantwoord middels een brief over ... (36 471-64) op 7 juni 2024'.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kamervragen.catalogus import datum
from kamervragen.documents.aanduiding import als_zin, leden_tekst, midden, vragen_van
from kamervragen.documents.writers.brief import Briefgegevens, als_mededeling
from kamervragen.domain.vragenset import Vragenset


def bij_brief(s: Vragenset, dag: date, welke: str) -> tuple[str, ...]:
    """The sentence that the questions were answered by a letter. `welke` names it: 'over ... (36 471, nr. 64)'."""
    brief = f"de brief {welke}".rstrip(". ") if welke else "de brief"
    return (f"{vragen_van(s)} zijn beantwoord met {brief} van {datum(dag)}.",)


def ingetrokken(s: Vragenset, dag: date, toelichting: str) -> tuple[str, ...]:
    """The sentences that the questions were taken back and get no answer."""
    wie = leden_tekst(s.indieners)
    heeft = "hebben" if len(s.indieners) > 1 else "heeft"
    eerste = f"Op {datum(dag)} {heeft} {wie} {midden(vragen_van(s))} ingetrokken."
    return (" ".join((eerste, *als_zin(toelichting), "Deze vragen worden daarom niet beantwoord.")),)


def render(s: Vragenset, alineas: tuple[str, ...], betreft: str, gegevens: Briefgegevens, sjabloon: Path) -> bytes:
    """The letter as a .docx; equal input gives equal bytes."""
    return als_mededeling(s, alineas, betreft, gegevens, sjabloon)
