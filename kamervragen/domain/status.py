"""A status is derived from dated facts, never clicked; the allowed steps are one table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Feitsoort(StrEnum):
    """What can happen to a set, each on a day."""

    GEREGISTREERD = "geregistreerd"
    TOEGEWEZEN = "toegewezen"
    AANVAARD = "aanvaard"
    GEWEIGERD = "geweigerd"
    CONCEPT_GEREED = "concept_gereed"
    AFGESTEMD = "afgestemd"
    GEPARAFEERD = "geparafeerd"
    VASTGESTELD = "vastgesteld"
    TERUGGESTUURD = "teruggestuurd"
    VERZONDEN = "verzonden"
    ONTVANGEN = "ontvangen"
    OVERGEDRAGEN = "overgedragen"
    UITSTEL = "uitstel"
    BEANTWOORD_BIJ_BRIEF = "beantwoord_bij_brief"
    INGETROKKEN = "ingetrokken"
    HERINNERING = "herinnering"
    HERREKEND = "herrekend"
    OPVOLGING = "opvolging"
    GERECTIFICEERD = "gerectificeerd"


class Status(StrEnum):
    """Where a set is. Delay is no status: it is a state of the term."""

    GEREGISTREERD = "geregistreerd"
    TOEGEWEZEN = "toegewezen"
    AANVAARD = "aanvaard"
    CONCEPT_GEREED = "concept_gereed"
    AFGESTEMD = "afgestemd"
    GEPARAFEERD = "geparafeerd"
    VASTGESTELD = "vastgesteld"
    VERZONDEN = "verzonden"
    OVERGEDRAGEN = "overgedragen"
    ONTVANGEN = "ontvangen"
    BEANTWOORD_BIJ_BRIEF = "beantwoord_bij_brief"
    INGETROKKEN = "ingetrokken"


class Terugstuurreden(StrEnum):
    """Why a concept goes back to its drafter."""

    FEIT = "feit"
    VOLLEDIGHEID = "volledigheid"
    TOON = "toon"
    JURIDISCH = "juridisch"
    POLITIEK = "politiek"
    VORM = "vorm"


@dataclass(frozen=True, slots=True)
class Feit:
    """Something that happened to a set on a day."""

    soort: Feitsoort
    datum: date


# The later in this row, the stronger: a set is as far as the furthest fact that still counts.
_VOLGORDE = tuple(Status)
# A fact that takes others back: what of these was recorded before it no longer counts.
_HERROEPT: dict[Feitsoort, frozenset[Feitsoort]] = {
    Feitsoort.GEWEIGERD: frozenset({Feitsoort.TOEGEWEZEN, Feitsoort.AANVAARD}),
    Feitsoort.TOEGEWEZEN: frozenset({Feitsoort.AANVAARD}),
    Feitsoort.TERUGGESTUURD: frozenset(
        {
            Feitsoort.CONCEPT_GEREED,
            Feitsoort.AFGESTEMD,
            Feitsoort.GEPARAFEERD,
            Feitsoort.VASTGESTELD,
        }
    ),
}

BEWERKBAAR = frozenset(
    {
        Status.GEREGISTREERD,
        Status.TOEGEWEZEN,
        Status.AANVAARD,
        Status.CONCEPT_GEREED,
        Status.AFGESTEMD,
        Status.GEPARAFEERD,
    }
)
OPEN = BEWERKBAAR | {Status.VASTGESTELD}
# A concept that lies with those who read it before the minister does.
IN_DE_LIJN = frozenset({Status.CONCEPT_GEREED, Status.AFGESTEMD, Status.GEPARAFEERD})
# An answer the Kamer has, or is about to have: what is wrong in it is corrected by a letter.
AAN_DE_KAMER = frozenset({Status.VERZONDEN, Status.ONTVANGEN})
# What ends the writing: a set with one of these facts is no longer open.
SLUITEND = frozenset(
    {
        Feitsoort.VERZONDEN,
        Feitsoort.ONTVANGEN,
        Feitsoort.BEANTWOORD_BIJ_BRIEF,
        Feitsoort.INGETROKKEN,
        Feitsoort.OVERGEDRAGEN,
    }
)
AFGEDAAN = frozenset(Status) - OPEN - {Status.VERZONDEN}

# From a status, the facts that may be recorded next. A set that is closed accepts nothing but the Kamer's own papers.
STAPPEN: dict[Status, frozenset[Feitsoort]] = {
    Status.GEREGISTREERD: frozenset({Feitsoort.TOEGEWEZEN, Feitsoort.OVERGEDRAGEN}),
    Status.TOEGEWEZEN: frozenset(
        {
            Feitsoort.TOEGEWEZEN,
            Feitsoort.AANVAARD,
            Feitsoort.GEWEIGERD,
            Feitsoort.CONCEPT_GEREED,
            Feitsoort.OVERGEDRAGEN,
        }
    ),
    Status.AANVAARD: frozenset({Feitsoort.TOEGEWEZEN, Feitsoort.CONCEPT_GEREED, Feitsoort.OVERGEDRAGEN}),
    Status.CONCEPT_GEREED: frozenset(
        {
            Feitsoort.TOEGEWEZEN,
            Feitsoort.AFGESTEMD,
            Feitsoort.GEPARAFEERD,
            Feitsoort.VASTGESTELD,
            Feitsoort.TERUGGESTUURD,
        }
    ),
    Status.AFGESTEMD: frozenset({Feitsoort.GEPARAFEERD, Feitsoort.VASTGESTELD, Feitsoort.TERUGGESTUURD}),
    Status.GEPARAFEERD: frozenset({Feitsoort.VASTGESTELD, Feitsoort.TERUGGESTUURD}),
    Status.VASTGESTELD: frozenset({Feitsoort.VERZONDEN, Feitsoort.TERUGGESTUURD}),
    Status.VERZONDEN: frozenset(),
    Status.OVERGEDRAGEN: frozenset(),
    Status.ONTVANGEN: frozenset(),
    Status.BEANTWOORD_BIJ_BRIEF: frozenset(),
    Status.INGETROKKEN: frozenset(),
}


def status_van(feiten: tuple[Feit, ...]) -> Status:
    """The status that follows from the facts in the order they were recorded. Without facts: geregistreerd.

    Papers of the Kamer come in any order and are never taken back; of the facts inside the house, a refusal undoes the
    assignment before it and a sending back undoes the concept, the initials and the approval before it.
    """
    geldig: set[Feitsoort] = set()
    for feit in feiten:
        geldig = geldig - _HERROEPT.get(feit.soort, frozenset()) | {feit.soort}
    bereikt = {soort.value for soort in geldig}
    return next((status for status in reversed(_VOLGORDE) if status.value in bereikt), Status.GEREGISTREERD)


def eerste(feiten: tuple[Feit, ...], soort: Feitsoort) -> date | None:
    """The day of the first fact of this kind."""
    return min((feit.datum for feit in feiten if feit.soort is soort), default=None)


def afgedaan_op(feiten: tuple[Feit, ...]) -> date | None:
    """The day on which the answer, the letter or the withdrawal reached the Kamer, or on which another ministry took
    the set over; None while the set is open."""
    soorten = SLUITEND - {Feitsoort.VERZONDEN}
    return min((feit.datum for feit in feiten if feit.soort in soorten), default=None)


@dataclass(frozen=True, slots=True)
class Etappe:
    """How long a set lay in one status, in days; None for the one it lies in now."""

    status: Status
    begin: date
    dagen: int | None


def etappes(feiten: tuple[Feit, ...]) -> tuple[Etappe, ...]:
    """The stages a set went through, in order; one that came back stands there twice."""
    wissels: list[tuple[Status, date]] = []
    for aantal, feit in enumerate(feiten, 1):
        status = status_van(feiten[:aantal])
        if not wissels or wissels[-1][0] is not status:
            wissels.append((status, feit.datum))
    einden = [begin for _, begin in wissels[1:]]
    duur = [(einde - begin).days for (_, begin), einde in zip(wissels, einden, strict=False)]
    return tuple(Etappe(status, begin, duur[n] if n < len(duur) else None) for n, (status, begin) in enumerate(wissels))


def rondes(feiten: tuple[Feit, ...]) -> int:
    """How often the concept was sent back."""
    return sum(feit.soort is Feitsoort.TERUGGESTUURD for feit in feiten)
