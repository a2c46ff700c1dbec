"""Why an answer is late: the reasons that delay notices give.

*Bron:* ah-tk-20242025-545, -562, -600, -615.
"""

from __future__ import annotations

from enum import StrEnum


class Uitstelreden(StrEnum):
    """A reason from the list; a person may add words of his own."""

    AFSTEMMING = "afstemming"
    INFORMATIE = "informatie"
    INTERDEPARTEMENTAAL = "interdepartementaal"
    OVERLEG = "overleg"
    ONDERZOEK = "onderzoek"


def bewaard(reden: Uitstelreden, tekst: str) -> str:
    """How a reason is kept with the fact: the code first, then the words that were added."""
    return f"{reden.value}: {tekst}" if tekst else reden.value


def gelezen(toelichting: str | None) -> tuple[Uitstelreden, str] | None:
    """The reason and the words that `bewaard` kept; None for a fact that came with a document."""
    code, _, tekst = (toelichting or "").partition(": ")
    return (Uitstelreden(code), tekst) if code in {reden.value for reden in Uitstelreden} else None
