"""The documents that are made of a set."""

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
