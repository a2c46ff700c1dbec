"""The papers that lie with a set, and which of them may leave the house."""

from __future__ import annotations

from enum import StrEnum


class Bijlagesoort(StrEnum):
    """What a paper with a set is. *Bron:* Beleidslijn actieve openbaarmaking nota's (2022) for the beslisnota."""

    BIJLAGE = "bijlage"
    BESLISNOTA = "beslisnota"
    BRON = "bron"
    INTERN = "intern"


# What goes to the Kamer with the letter. The rest never leaves.
NAAR_DE_KAMER = frozenset({Bijlagesoort.BIJLAGE, Bijlagesoort.BESLISNOTA})
