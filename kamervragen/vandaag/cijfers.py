"""Figures from events: how soon sets were answered, where they are, and what came back. Nobody types them in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from sqlmodel import Session

from kamervragen.catalogue.codes import label
from kamervragen.core.act import Huis, inzage
from kamervragen.core.actor import Wie
from kamervragen.domain.cijfers import Doorlooptijd, doorlooptijd
from kamervragen.domain.periode import TWAALF
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import Status, Terugstuurreden
from kamervragen.sets.bord import LEEFTIJD, Filter, keuze_van
from kamervragen.sets.store.standen import Keuze
from kamervragen.vandaag.store import cijfers as kast
from kamervragen.vandaag.store.cijfers import Openstaand, Telling


@dataclass(frozen=True, slots=True)
class Cijfer:
    """The figures of one directie, bewindspersoon or month. `te_laat` counts the open sets past their last day."""

    groep: str
    tijd: Doorlooptijd | None
    open: int
    te_laat: int


@dataclass(frozen=True, slots=True)
class Stadium:
    """The open sets in one status: how many, how many past their last day, and the median of the days they lie there."""

    status: Status
    aantal: int
    te_laat: int
    mediaan: float


@dataclass(frozen=True, slots=True)
class Ouderdom:
    """The open sets that were sent in so many weeks ago, and how many of them are past their last day."""

    leeftijd: str
    aantal: int
    te_laat: int


@dataclass(frozen=True, slots=True)
class Cijfers:
    """All of it over a period of sending in; the stadia, the ages and what is open are of today."""

    periode: str
    jaren: tuple[int, ...]
    geheel: Cijfer
    directies: tuple[Cijfer, ...]
    ambten: tuple[Cijfer, ...]
    maanden: tuple[Cijfer, ...]
    stadia: tuple[Stadium, ...]
    ouderdom: tuple[Ouderdom, ...]
    teruggestuurd: tuple[tuple[Terugstuurreden, int], ...]


def bereken(huis: Huis, wie: Wie, periode: str = TWAALF) -> Cijfers:
    """The figures of today, over written questions of the Tweede Kamer: the others have no term to be on time for.

    Withdrawn questions count nowhere. A month is that in which the questions were sent in.
    """
    op = huis.vandaag()
    keuze = keuze_van(huis, Filter(toon="alle", cijfers="ja", periode=periode))
    nu_open = keuze_van(huis, Filter(cijfers="ja"))
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        maanden = kast.per_maand(sessie, keuze)
        open_ = kast.openstaand(sessie, nu_open)
        return Cijfers(
            periode=periode,
            jaren=kast.jaren(sessie),
            geheel=_cijfer("", maanden),
            directies=_per(kast.per_directie(sessie, keuze)),
            ambten=_per(kast.per_ambt(sessie, keuze)),
            maanden=_per(maanden),
            stadia=_stadia(open_, op),
            ouderdom=_ouderdom(open_, op),
            teruggestuurd=_redenen(kast.teruggestuurd(sessie, keuze)),
        )


def _vraag(lezer: Callable[[Session, Keuze], object], keuze: Keuze, sessie: Session) -> object:
    return lezer(sessie, keuze)


def _per(tellingen: Iterable[Telling]) -> tuple[Cijfer, ...]:
    verdeeld: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellingen:
        verdeeld[telling.groep].append(telling)
    return tuple(_cijfer(groep, leden) for groep, leden in sorted(verdeeld.items()))


def _cijfer(groep: str, tellingen: Sequence[Telling]) -> Cijfer:
    dagen = [t.dagen for t in tellingen if t.dagen is not None for _ in range(t.aantal)]
    return Cijfer(
        groep,
        doorlooptijd(dagen),
        sum(t.aantal for t in tellingen if t.dagen is None),
        sum(t.aantal for t in tellingen if t.laat),
    )


def _laat(sets: Iterable[Openstaand], op: date) -> int:
    return sum(s.laatste_dag is not None and s.laatste_dag < op for s in sets)


def _stadia(open_: Sequence[Openstaand], op: date) -> tuple[Stadium, ...]:
    per: dict[str, list[Openstaand]] = defaultdict(list)
    for een in open_:
        per[een.status].append(een)
    return tuple(
        Stadium(
            status,
            len(sets),
            _laat(sets, op),
            float(median((op - (s.sinds or op)).days for s in sets)),
        )
        for status in Status
        if (sets := per.get(status.value))
    )


def _ouderdom(open_: Sequence[Openstaand], op: date) -> tuple[Ouderdom, ...]:
    uit = []
    for naam, (jongste, oudste) in LEEFTIJD.items():
        sets = [s for s in open_ if s.ingezonden and jongste <= (op - s.ingezonden).days <= oudste]
        uit.append(Ouderdom(naam, len(sets), _laat(sets, op)))
    return tuple(uit)


def _redenen(teksten: Iterable[str]) -> tuple[tuple[Terugstuurreden, int], ...]:
    """How often each reason was given, most often first; a text begins with the word of its reason."""
    woorden = {label(reden): reden for reden in Terugstuurreden}
    telling = Counter(woorden[woord] for tekst in teksten if (woord := tekst.partition(":")[0]) in woorden)
    return tuple(sorted(telling.items(), key=lambda paar: (-paar[1], paar[0])))
