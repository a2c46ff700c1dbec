"""Figures from events: how soon sets were answered, per directie, bewindspersoon and month. Nobody types them in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from kamervragen.domain.cijfers import Doorlooptijd, doorlooptijd
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import SLUITEND, Feitsoort
from kamervragen.domain.termijn import Stand
from kamervragen.domain.vragenset import Instrument, Kamer
from kamervragen.storage import overzichten
from kamervragen.usecases import termijnen
from kamervragen.usecases.handeling import Huis, Wie, inzage

_ANTWOORD = SLUITEND - {Feitsoort.INGETROKKEN}


@dataclass(frozen=True, slots=True)
class Cijfer:
    """The figures of one directie, bewindspersoon or month. `te_laat` counts the open sets past their last day."""

    groep: str
    tijd: Doorlooptijd | None
    open: int
    te_laat: int


@dataclass(frozen=True, slots=True)
class Cijfers:
    """All of it, and in three ways."""

    geheel: Cijfer
    directies: tuple[Cijfer, ...]
    ambten: tuple[Cijfer, ...]
    maanden: tuple[Cijfer, ...]


@dataclass(frozen=True, slots=True)
class _Set:
    directie: str
    ambten: tuple[str, ...]
    maand: str
    dagen: int | None
    te_laat: bool


def bereken(huis: Huis, wie: Wie) -> Cijfers:
    """The figures of today, over written questions of the Tweede Kamer: the others have no term to be on time for.

    Withdrawn questions count nowhere. A month is that in which the questions were sent in.
    """
    op = huis.vandaag()
    sets: list[_Set] = []
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        regels = termijnen.spelregels(huis, sessie)
        for r in overzichten.regels(sessie):
            soorten = {feit.soort for feit in r.feiten}
            binnen = r.kamer == Kamer.TWEEDE and r.instrument == Instrument.SCHRIFTELIJKE_VRAGEN
            if r.ingezonden is None or not binnen or Feitsoort.INGETROKKEN in soorten:
                continue
            t = termijnen.termijn(
                ingezonden=r.ingezonden, feiten=r.feiten, instrument=r.instrument, kamer=r.kamer, debat=r.debat, op=op,
                regels=regels,
            )  # fmt: skip
            klaar = min((feit.datum for feit in r.feiten if feit.soort in _ANTWOORD), default=None)
            sets.append(
                _Set(
                    r.directie or "", r.gericht_aan or ("",), r.ingezonden.isoformat()[:7],
                    (klaar - r.ingezonden).days if klaar else None,
                    t.stand in (Stand.TE_LAAT_ZONDER_UITSTEL, Stand.TE_LAAT_NA_UITSTEL),
                )
            )  # fmt: skip
    return Cijfers(
        _cijfer("", sets),
        _per(sets, lambda s: (s.directie,)),
        _per(sets, lambda s: s.ambten),
        _per(sets, lambda s: (s.maand,)),
    )


def _per(sets: list[_Set], groepen: Callable[[_Set], tuple[str, ...]]) -> tuple[Cijfer, ...]:
    verdeeld: dict[str, list[_Set]] = defaultdict(list)
    for s in sets:
        for groep in groepen(s):
            verdeeld[groep].append(s)
    return tuple(_cijfer(groep, leden) for groep, leden in sorted(verdeeld.items()))


def _cijfer(groep: str, sets: list[_Set]) -> Cijfer:
    dagen = [s.dagen for s in sets if s.dagen is not None]
    return Cijfer(groep, doorlooptijd(dagen), len(sets) - len(dagen), sum(s.te_laat for s in sets))
