"""The documents that are made of a set, and which of them are published and which are worked in."""

from __future__ import annotations

from enum import StrEnum


class Papier(StrEnum):
    """A document of a set."""

    BRIEF = "brief"
    ANTWOORD = "antwoord"
    GEDRUKT = "gedrukt"
    LIJST = "lijst"
    UITSTEL = "uitstel"
    AFDOENING = "afdoening"
    CONCEPT = "concept"
    WIJZIGINGEN = "wijzigingen"
    BESLISNOTA = "beslisnota"
    TAS = "tas"


# What goes to the Kamer or shows what the Kamer prints: these are also made as PDF.
OPENBAAR = frozenset({Papier.BRIEF, Papier.ANTWOORD, Papier.GEDRUKT, Papier.LIJST, Papier.UITSTEL, Papier.AFDOENING})
# What holds the answers: until the Kamer has those, it is a concept.
MET_ANTWOORDEN = frozenset({Papier.BRIEF, Papier.ANTWOORD})
# What of these is laid with a set that is kept or shared: the answer as it went out.
VAN_DE_SET = (Papier.BRIEF, Papier.ANTWOORD, Papier.UITSTEL, Papier.AFDOENING)
