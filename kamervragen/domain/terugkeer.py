"""What a document that comes back from Word proposes, and how its pieces were recognised."""

from __future__ import annotations

from enum import StrEnum


class Wijzigingsaard(StrEnum):
    """What was done to a text. `zonder_spoor` is a difference that nobody tracked."""

    INVOEGING = "invoeging"
    VERWIJDERING = "verwijdering"
    VERVANGING = "vervanging"
    VERPLAATSING = "verplaatsing"
    ZONDER_SPOOR = "zonder_spoor"
    WEGGEHAALD = "weggehaald"
    NOOT = "noot"


class Herkend(StrEnum):
    """By what a piece was recognised: its bookmark, its heading, or the words themselves."""

    ANKER = "anker"
    KOP = "kop"
    INHOUD = "inhoud"
