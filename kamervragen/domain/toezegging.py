"""The life of a promise: found, accepted or declined by a person, moved, kept. A status is derived from dated facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamervragen.domain.errors import Ongeldig


class Toezeggingstatus(StrEnum):
    """`voorgesteld` is found by the program; a person makes it `openstaand`, `afgewezen` (it is none) or
    `buiten_scope` (it is one, of another ministry); facts do the rest.

    *Bron:* the statuses of the Kamer's own register (Openstaand, Deels Voldaan, Voldaan, Vervallen).
    """

    VOORGESTELD = "voorgesteld"
    OPENSTAAND = "openstaand"
    DEELS_VOLDAAN = "deels_voldaan"
    VOLDAAN = "voldaan"
    VERVALLEN = "vervallen"
    AFGEWEZEN = "afgewezen"
    BUITEN_SCOPE = "buiten_scope"


class Toezeggingsoort(StrEnum):
    """What is promised."""

    INFORMEREN = "informeren"
    ONDERZOEK = "onderzoek"
    OVERLEG = "overleg"
    REGELGEVING = "regelgeving"
    OVERIG = "overig"


class Verband(StrEnum):
    """What a promise is of another: said again, more of it, or instead of it.

    *Bron:* IsHerhalingVan, IsAanvullingOp and IsWijzigingVan in the open data of the Tweede Kamer.
    """

    HERHALING = "herhaling"
    AANVULLING = "aanvulling"
    WIJZIGING = "wijziging"


class Toezeggingfeit(StrEnum):
    """What can happen to a promise that was accepted."""

    VERSCHOVEN = "verschoven"
    DEELS_NAGEKOMEN = "deels_nagekomen"
    NAGEKOMEN = "nagekomen"
    VERVALLEN = "vervallen"
    HEROPEND = "heropend"
    OPVOLGING = "opvolging"


# What the program records itself, when a person changes something else: nobody picks it from a list.
VANZELF = frozenset({Toezeggingfeit.OPVOLGING})

_NAAR = {
    Toezeggingfeit.DEELS_NAGEKOMEN: Toezeggingstatus.DEELS_VOLDAAN,
    Toezeggingfeit.NAGEKOMEN: Toezeggingstatus.VOLDAAN,
    Toezeggingfeit.VERVALLEN: Toezeggingstatus.VERVALLEN,
}
LOPEND = frozenset({Toezeggingstatus.OPENSTAAND, Toezeggingstatus.DEELS_VOLDAAN})
_AF = frozenset({Toezeggingstatus.VOLDAAN, Toezeggingstatus.VERVALLEN})
# A decision about a proposal: opened again, it is a proposal once more.
BESLOTEN = frozenset({Toezeggingstatus.OPENSTAAND, Toezeggingstatus.AFGEWEZEN, Toezeggingstatus.BUITEN_SCOPE})

# What may happen next, in each status.
TOEGESTAAN: dict[Toezeggingstatus, frozenset[Toezeggingfeit]] = {
    Toezeggingstatus.VOORGESTELD: frozenset(),
    **dict.fromkeys(LOPEND, frozenset(Toezeggingfeit) - {Toezeggingfeit.HEROPEND} - VANZELF),
    **dict.fromkeys((Toezeggingstatus.AFGEWEZEN, Toezeggingstatus.BUITEN_SCOPE), frozenset({Toezeggingfeit.HEROPEND})),
    **dict.fromkeys(_AF, frozenset({Toezeggingfeit.HEROPEND})),
}


@dataclass(frozen=True, slots=True)
class Feit:
    """Something that happened to a promise on a day. `naar` is the new last day of one that was moved."""

    soort: Toezeggingfeit
    datum: date
    naar: date | None = None


def status_van(besluit: Toezeggingstatus, feiten: Sequence[Feit]) -> Toezeggingstatus:
    """The status after a person's decision and what happened since, in the order it was recorded."""
    status = besluit
    for feit in feiten:
        if feit.soort is Toezeggingfeit.HEROPEND:
            status = Toezeggingstatus.VOORGESTELD if status in BESLOTEN else Toezeggingstatus.OPENSTAAND
        else:
            status = _NAAR.get(feit.soort, status)
    return status


def uiterste_dag(eigen: date | None, feiten: Sequence[Feit]) -> date | None:
    """The last day that counts now: that of the last move, else the one the promise came with."""
    return next((feit.naar for feit in reversed(feiten) if feit.naar is not None), eigen)


def eis_feit(
    status: Toezeggingstatus, feit: Feit, *, gedaan_op: date, kamerstuk: str, reden: str, uiterste: date | None
) -> None:
    """Refuses what cannot be. `gedaan_op` is the day of the promise. :raises Ongeldig: with the reason."""
    if feit.soort not in TOEGESTAAN[status]:
        raise Ongeldig("Dat kan in deze stand niet. Vernieuw de pagina en bekijk het verloop.")
    if feit.datum < gedaan_op:
        raise Ongeldig("De dag ligt voor de toezegging zelf. Controleer de datum.")
    if feit.soort in (Toezeggingfeit.NAGEKOMEN, Toezeggingfeit.DEELS_NAGEKOMEN) and not kamerstuk:
        raise Ongeldig("Noem het stuk waarmee de Kamer is geïnformeerd, bijvoorbeeld Kamerstuk 33552, nr. 124.")
    if feit.soort is Toezeggingfeit.VERSCHOVEN and feit.naar is None:
        raise Ongeldig("Kies de nieuwe uiterste dag.")
    if feit.naar is not None and (feit.naar < gedaan_op or feit.naar == uiterste):
        raise Ongeldig("De nieuwe dag is gelijk aan de oude of ligt voor de toezegging. Kies een andere dag.")
    if feit.soort in (Toezeggingfeit.VERSCHOVEN, Toezeggingfeit.VERVALLEN, Toezeggingfeit.HEROPEND) and not reden:
        raise Ongeldig("Geef de reden: die staat later in de verantwoording.")


def rappelgrens(op: date) -> date:
    """The next 1 January or 1 July after this day: the Eerste Kamer's terms end there. *Bron:* kst-33268-F."""
    return date(op.year, 7, 1) if op < date(op.year, 7, 1) else date(op.year + 1, 1, 1)
