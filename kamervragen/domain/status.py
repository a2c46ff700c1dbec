"""A status is derived from dated facts, never clicked; the allowed steps are one table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Feitsoort(StrEnum):
    """What can happen to a set, each on a day."""

    GEREGISTREERD = "geregistreerd"
    TOEGEWEZEN = "toegewezen"
    CONCEPT_GEREED = "concept_gereed"
    VASTGESTELD = "vastgesteld"
    VERZONDEN = "verzonden"
    ONTVANGEN = "ontvangen"
    UITSTEL = "uitstel"
    BEANTWOORD_BIJ_BRIEF = "beantwoord_bij_brief"
    INGETROKKEN = "ingetrokken"
    HERINNERING = "herinnering"
    HERREKEND = "herrekend"
    OPVOLGING = "opvolging"


class Status(StrEnum):
    """Where a set is. Delay is no status: it is a state of the term."""

    GEREGISTREERD = "geregistreerd"
    TOEGEWEZEN = "toegewezen"
    CONCEPT_GEREED = "concept_gereed"
    VASTGESTELD = "vastgesteld"
    VERZONDEN = "verzonden"
    ONTVANGEN = "ontvangen"
    BEANTWOORD_BIJ_BRIEF = "beantwoord_bij_brief"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True, slots=True)
class Feit:
    """Something that happened to a set on a day."""

    soort: Feitsoort
    datum: date


# The later in this row, the stronger: a set is as far as its furthest fact.
_VOLGORDE = (
    Status.GEREGISTREERD,
    Status.TOEGEWEZEN,
    Status.CONCEPT_GEREED,
    Status.VASTGESTELD,
    Status.VERZONDEN,
    Status.ONTVANGEN,
    Status.BEANTWOORD_BIJ_BRIEF,
    Status.INGETROKKEN,
)

OPEN = frozenset({Status.GEREGISTREERD, Status.TOEGEWEZEN, Status.CONCEPT_GEREED, Status.VASTGESTELD})
BEWERKBAAR = frozenset({Status.GEREGISTREERD, Status.TOEGEWEZEN, Status.CONCEPT_GEREED})
# What ends the writing: a set with one of these facts is no longer open.
SLUITEND = frozenset({
    Feitsoort.VERZONDEN, Feitsoort.ONTVANGEN, Feitsoort.BEANTWOORD_BIJ_BRIEF, Feitsoort.INGETROKKEN,
})  # fmt: skip
AFGEDAAN = frozenset(Status) - OPEN - {Status.VERZONDEN}

# From a status, the facts that may be recorded next. A set that is closed accepts nothing but the Kamer's own papers.
STAPPEN: dict[Status, frozenset[Feitsoort]] = {
    Status.GEREGISTREERD: frozenset({Feitsoort.TOEGEWEZEN}),
    Status.TOEGEWEZEN: frozenset({Feitsoort.TOEGEWEZEN, Feitsoort.CONCEPT_GEREED}),
    Status.CONCEPT_GEREED: frozenset({Feitsoort.TOEGEWEZEN, Feitsoort.VASTGESTELD}),
    Status.VASTGESTELD: frozenset({Feitsoort.VERZONDEN}),
    Status.VERZONDEN: frozenset(),
    Status.ONTVANGEN: frozenset(),
    Status.BEANTWOORD_BIJ_BRIEF: frozenset(),
    Status.INGETROKKEN: frozenset(),
}


def status_van(feiten: tuple[Feit, ...]) -> Status:
    """The status that follows from the facts, whatever their order. Without facts: geregistreerd."""
    bereikt = {feit.soort.value for feit in feiten}
    return next((status for status in reversed(_VOLGORDE) if status.value in bereikt), Status.GEREGISTREERD)


def eerste(feiten: tuple[Feit, ...], soort: Feitsoort) -> date | None:
    """The day of the first fact of this kind."""
    return min((feit.datum for feit in feiten if feit.soort is soort), default=None)


def afgedaan_op(feiten: tuple[Feit, ...]) -> date | None:
    """The day on which the answer, the letter or the withdrawal reached the Kamer; None while the set is open."""
    soorten = {Feitsoort.ONTVANGEN, Feitsoort.BEANTWOORD_BIJ_BRIEF, Feitsoort.INGETROKKEN}
    return min((feit.datum for feit in feiten if feit.soort in soorten), default=None)
