"""The parafenlijn: who reads a concept before the minister signs, in which order and by which day.

No public rule sets it: every ministry has its own habit, per directie. *Bron:* domain.md 1.4.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kamervragen.domain.afleiding import Afleiding, stap
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.kalender import is_werkdag, werkdagen_terug
from kamervragen.domain.rollen import Rol
from kamervragen.domain.status import Feitsoort

MEEST = 20  # steps of one line
_TEKENING = 1  # working days the minister's signature takes


class Lijnsoort(StrEnum):
    """What a step of the line asks: agreement of a colleague, or the initials of someone above."""

    AFSTEMMING = "afstemming"
    PARAAF = "paraaf"


class Vervangsoort(StrEnum):
    """Why someone acts for another: he is away for a while, or he gave a standing mandate."""

    VERVANGING = "vervanging"
    MANDAAT = "mandaat"


class Parafering(StrEnum):
    """What became of a step."""

    AKKOORD = "akkoord"
    TERUGGESTUURD = "teruggestuurd"
    VERVALLEN = "vervallen"


# The fact that follows when the last step of a kind was taken.
FEIT_VAN = {Lijnsoort.AFSTEMMING: Feitsoort.AFGESTEMD, Lijnsoort.PARAAF: Feitsoort.GEPARAFEERD}


@dataclass(frozen=True, slots=True)
class Lijnstap:
    """A step: steps with the same `volgorde` are taken side by side. Who takes it is a person, or anyone with a role.

    `werkdagen`: what the step may take. `open`: not yet decided.
    """

    volgorde: int
    soort: Lijnsoort
    rol: Rol
    werkdagen: int
    gebruiker_id: int | None = None
    open: bool = True


@dataclass(frozen=True, slots=True)
class Vervanging:
    """`door_id` acts for `gebruiker_id` from one day to another, both included; a mandate may have no end."""

    gebruiker_id: int
    door_id: int
    soort: Vervangsoort
    van: date
    tot: date | None

    def geldt(self, op: date) -> bool:
        return self.van <= op and (self.tot is None or op <= self.tot)


@dataclass(frozen=True, slots=True)
class Plandag:
    """The day by which a step must be done. `haalbaar`: it does not lie before the day that is asked about."""

    dag: date
    haalbaar: bool
    afleiding: Afleiding


def keur(stappen: Sequence[Lijnstap]) -> None:
    """:raises Ongeldig: agreement comes before initials, days are few, and the line is not endless."""
    if len(stappen) > MEEST:
        raise Ongeldig("Een parafenlijn heeft hooguit %(meest)s stappen.", meest=MEEST)
    for een in stappen:
        if not 0 <= een.werkdagen <= 20 or not 1 <= een.volgorde <= 99:
            raise Ongeldig("Geef elke stap een volgorde van 1 tot 99 en 0 tot 20 werkdagen.")
    parafen = [s.volgorde for s in stappen if s.soort is Lijnsoort.PARAAF]
    if parafen and any(s.volgorde > min(parafen) for s in stappen if s.soort is Lijnsoort.AFSTEMMING):
        raise Ongeldig("Afstemming hoort voor de eerste paraaf. Geef haar een lager volgnummer.")


def aan_de_beurt(stappen: Sequence[Lijnstap]) -> tuple[Lijnstap, ...]:
    """The open steps that may be taken now: all with the lowest number among those not decided."""
    over = [een for een in stappen if een.open]
    eerste = min((een.volgorde for een in over), default=0)
    return tuple(een for een in over if een.volgorde == eerste)


def namens(
    een: Lijnstap, *, gebruiker_id: int | None, rollen: frozenset[Rol], vervangingen: Sequence[Vervanging], op: date
) -> int | None:
    """For whom this person would take the step: his own id or that of whom he stands in for.

    :raises Ongeldig: the step is another's. A step without a person is for anyone with its role.
    """
    if een.gebruiker_id is None:
        if een.rol in rollen:
            return gebruiker_id
        raise Ongeldig("Deze paraaf is aan iemand met een andere rol.")
    if een.gebruiker_id == gebruiker_id:
        return gebruiker_id
    if any(v.gebruiker_id == een.gebruiker_id and v.door_id == gebruiker_id and v.geldt(op) for v in vervangingen):
        return een.gebruiker_id
    raise Ongeldig("Deze paraaf is aan een ander. Laat die paraferen, of leg een vervanging vast.")


def feiten_na(stappen: Sequence[Lijnstap]) -> tuple[Feitsoort, ...]:
    """The facts that hold once these steps were taken: all agreed, all initialled."""
    uit = []
    for soort, feit in FEIT_VAN.items():
        van_soort = [een for een in stappen if een.soort is soort]
        if van_soort and not any(een.open for een in van_soort):
            uit.append(feit)
    return tuple(uit)


def plan(stappen: Sequence[Lijnstap], *, laatste_dag: date, vanaf: date) -> tuple[Plandag, tuple[Plandag, ...]]:
    """The day the concept must be there, and the day by which each step must be done, in the order given.

    Counted back in working days from the last day to answer: one for the signature, then per number of the line the
    longest of the steps side by side. A day before `vanaf` cannot be met any more.
    """
    einde = werkdagen_terug(laatste_dag, _TEKENING)
    per_nummer: dict[int, date] = {}
    for nummer in sorted({een.volgorde for een in stappen}, reverse=True):
        per_nummer[nummer] = einde
        einde = werkdagen_terug(einde, max(een.werkdagen for een in stappen if een.volgorde == nummer))

    def dag(op: date) -> Plandag:
        reden = stap("werkdagen_ervoor", werkdagen=_werkdagen(op, laatste_dag), laatste_dag=laatste_dag)
        return Plandag(op, op >= vanaf, Afleiding((reden,)))

    return dag(einde), tuple(dag(per_nummer[een.volgorde]) for een in stappen)


def _werkdagen(van: date, tot: date) -> int:
    """The working days one goes back from `tot` to reach `van`."""
    return sum(is_werkdag(van + timedelta(days=n)) for n in range((tot - van).days))
