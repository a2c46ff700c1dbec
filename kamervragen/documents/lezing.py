"""What a reader hands over: the set, what it doubts, and what it could not place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kamervragen.domain.afleiding import Feitwaarde
from kamervragen.domain.vragenset import Vragenset

# Doubts that ask nothing of anyone: a document with only these can be recorded without a look.
TER_INFORMATIE = frozenset({"verwijzing_keten", "brief_van_de_kamer", "externe_koppeling", "afbeeldingen_weggelaten"})


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


class Wijzigingsoort(StrEnum):
    """What a tracked change did. Moved text is taken away in one place and comes in at another."""

    INGEVOEGD = "ingevoegd"
    VERWIJDERD = "verwijderd"


@dataclass(frozen=True, slots=True)
class Wijziging:
    """A tracked change: who made it, when (as the file writes it), in which words. `plaats` as of a `Melding`."""

    soort: Wijzigingsoort
    auteur: str
    moment: str
    tekst: str = ""
    plaats: str = "kop"
    verplaatst: bool = False


@dataclass(frozen=True, slots=True)
class Opmerking:
    """A remark in the margin, and the passage it is about."""

    auteur: str
    moment: str
    tekst: str
    passage: str = ""
    plaats: str = "kop"


@dataclass(frozen=True, slots=True)
class Lezing:
    """One document, read. `bron` is its text as it stands in the file, paragraph by paragraph."""

    vragenset: Vragenset
    meldingen: tuple[Melding, ...] = ()
    onverklaard: tuple[Rest, ...] = ()
    wijzigingen: tuple[Wijziging, ...] = ()
    opmerkingen: tuple[Opmerking, ...] = ()
    bron: tuple[str, ...] = ()


def melding(code: str, plaats: str, **feiten: Feitwaarde) -> Melding:
    """Shorthand that keeps the facts in the order they are given."""
    return Melding(code, plaats, tuple(feiten.items()))
