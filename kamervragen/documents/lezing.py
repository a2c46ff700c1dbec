"""What a reader hands over: the set, what it doubts, and what it could not place."""

from __future__ import annotations

from dataclasses import dataclass

from kamervragen.domain.afleiding import Feitwaarde
from kamervragen.domain.vragenset import Vragenset


@dataclass(frozen=True, slots=True)
class Melding:
    """A doubt, as a code with facts; its words come from the catalogue. `plaats` is 'kop', 'vraag-3', 'noot-b1'."""

    code: str
    plaats: str
    feiten: tuple[tuple[str, Feitwaarde], ...] = ()


@dataclass(frozen=True, slots=True)
class Rest:
    """Text that ended up in no field."""

    tekst: str
    plaats: str


@dataclass(frozen=True, slots=True)
class Lezing:
    """One document, read."""

    vragenset: Vragenset
    meldingen: tuple[Melding, ...] = ()
    onverklaard: tuple[Rest, ...] = ()


def melding(code: str, plaats: str, **feiten: Feitwaarde) -> Melding:
    """Shorthand that keeps the facts in the order they are given."""
    return Melding(code, plaats, tuple(feiten.items()))
