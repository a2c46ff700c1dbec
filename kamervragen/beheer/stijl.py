"""Samples for the page that shows every component: a note, and terms in every state by the rules themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kamervragen.core.paging import Blad
from kamervragen.domain.termijn import Termijn, bereken
from kamervragen.sets.bord import Balk, balk_van
from kamervragen.sets.rows import NootRij

BLAD: Blad[None] = Blad(rijen=(), nummer=2, bladen=3, totaal=120)
NOTEN = (NootRij(vragenset_id=0, soort="voetnoot", nummer=1, tekst="Kamerstuk 29 279, nr. 771."),)


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """A term and its bar."""

    termijn: Termijn
    balk: Balk | None


def balken(op: date) -> tuple[Voorbeeld, ...]:
    """A term that just began, one that nearly ends, one extended, one that is late, and one that is over."""

    def voor(dagen: int, *, uitstel: bool = False, af: bool = False) -> Voorbeeld:
        ingezonden = op - timedelta(days=dagen)
        termijn = bereken(ingezonden=ingezonden, uitstel=op if uitstel else None, afgedaan=op if af else None, op=op)
        return Voorbeeld(termijn, balk_van(ingezonden, termijn, op))

    return voor(2), voor(18), voor(25, uitstel=True), voor(30), voor(20, af=True)
