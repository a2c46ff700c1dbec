"""The delay notice to the Voorzitter: which questions, why they are late, and what follows.

*Bron:* the four complete notices ah-tk-20242025-545, -562, -600 and -615; reasons are required ("onder opgave van redenen").
"""

from __future__ import annotations

from pathlib import Path

from kamervragen.documents.aanduiding import als_zin, vragen_van
from kamervragen.documents.writers.brief import Briefgegevens, als_mededeling
from kamervragen.domain.vragenset import Vragenset


def tekst(vragenset: Vragenset, omdat: str, toelichting: str) -> str:
    """The sentences of the notice. `omdat` is the clause of the reason, `toelichting` what is added to it."""
    zinnen = [
        f"{vragen_van(vragenset)} kunnen niet binnen de gebruikelijke termijn worden beantwoord, omdat {omdat}.",
        *als_zin(toelichting),
        "Ik zal u zo spoedig mogelijk de antwoorden op de Kamervragen doen toekomen.",
    ]
    return " ".join(zinnen)


def render(vragenset: Vragenset, omdat: str, toelichting: str, gegevens: Briefgegevens, sjabloon: Path) -> bytes:
    """The notice as a .docx; equal input gives equal bytes."""
    alineas = (tekst(vragenset, omdat, toelichting),)
    return als_mededeling(vragenset, alineas, "Uitstel van de beantwoording van Kamervragen", gegevens, sjabloon)
