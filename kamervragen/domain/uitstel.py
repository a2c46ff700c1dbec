"""Why an answer is late: the reasons that delay notices give, those of the house besides those that come along.

*Bron:* ah-tk-20242025-545, -562, -600, -615.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Uitstelreden(StrEnum):
    """A reason that comes along; its words stand in the catalogue, and a ministry may change them or add its own."""

    AFSTEMMING = "afstemming"
    INFORMATIE = "informatie"
    INTERDEPARTEMENTAAL = "interdepartementaal"
    OVERLEG = "overleg"
    ONDERZOEK = "onderzoek"


@dataclass(frozen=True, slots=True)
class Reden:
    """A reason to choose from: its name on the screen, and the clause of the notice after 'omdat'.

    One that is not `actief` is offered no more, and still tells of the facts that were recorded with it.
    """

    code: str
    naam: str
    omdat: str
    actief: bool = True


def bewaard(code: str, tekst: str) -> str:
    """How a reason is kept with the fact: the code first, then the words that were added."""
    return f"{code}: {tekst}" if tekst else code


def gelezen(toelichting: str | None, codes: Collection[str]) -> tuple[str, str] | None:
    """The code and the words that `bewaard` kept; None for a fact that came with a document."""
    code, _, tekst = (toelichting or "").partition(": ")
    return (code, tekst) if code in codes else None
