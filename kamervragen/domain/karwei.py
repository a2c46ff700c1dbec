"""Long work: what it is of, and how far it is."""

from __future__ import annotations

from enum import StrEnum


class Karweisoort(StrEnum):
    """What takes long."""

    PAPIEREN = "papieren"
    OMZETTING = "omzetting"
    ZOEKINDEX = "zoekindex"
    STANDEN = "standen"


class Karweistatus(StrEnum):
    """How far it is."""

    WACHT = "wacht"
    LOOPT = "loopt"
    KLAAR = "klaar"
    GESTOPT = "gestopt"
    MISLUKT = "mislukt"


# Nothing more happens to it.
EINDE = frozenset({Karweistatus.KLAAR, Karweistatus.GESTOPT, Karweistatus.MISLUKT})
