"""The life of a motion: a table of what may follow what; its status is its last fact.

*Bron:* Reglement van Orde Tweede Kamer; a motion that was changed gets a new number and takes the place of the old one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kamervragen.domain.errors import Ongeldig


class Motiestatus(StrEnum):
    """Where a motion is. `onbekend`: an answer cites it, and nobody recorded more."""

    ONBEKEND = "onbekend"
    INGEDIEND = "ingediend"
    GEWIJZIGD = "gewijzigd"
    AANGEHOUDEN = "aangehouden"
    AANGENOMEN = "aangenomen"
    OVERGENOMEN = "overgenomen"
    VERWORPEN = "verworpen"
    INGETROKKEN = "ingetrokken"
    VERVALLEN = "vervallen"
    DEELS_AFGEDAAN = "deels_afgedaan"
    AFGEDAAN = "afgedaan"
    NIET_UITGEVOERD = "niet_uitgevoerd"


_S = Motiestatus
_STEMMING = frozenset({_S.AANGENOMEN, _S.VERWORPEN, _S.OVERGENOMEN, _S.INGETROKKEN, _S.GEWIJZIGD, _S.VERVALLEN})
_UITVOERING = frozenset({_S.DEELS_AFGEDAAN, _S.AFGEDAAN, _S.NIET_UITGEVOERD})
VOLGT: dict[Motiestatus, frozenset[Motiestatus]] = {
    _S.ONBEKEND: frozenset(_S) - {_S.ONBEKEND},
    _S.INGEDIEND: _STEMMING | {_S.AANGEHOUDEN},
    _S.AANGEHOUDEN: _STEMMING | {_S.INGEDIEND},
    _S.AANGENOMEN: _UITVOERING,
    _S.OVERGENOMEN: _UITVOERING,
    _S.DEELS_AFGEDAAN: _UITVOERING,
    **dict.fromkeys((_S.GEWIJZIGD, _S.VERWORPEN, _S.INGETROKKEN, _S.VERVALLEN), frozenset()),
    **dict.fromkeys((_S.AFGEDAAN, _S.NIET_UITGEVOERD), frozenset({_S.DEELS_AFGEDAAN})),
}
# Adopted or taken over, and not yet accounted for: the cabinet has something to do.
OPEN = frozenset({_S.AANGENOMEN, _S.OVERGENOMEN, _S.DEELS_AFGEDAAN})


@dataclass(frozen=True, slots=True)
class Feit:
    """Something that happened to a motion on a day."""

    soort: Motiestatus
    datum: date


def status_van(feiten: Sequence[Feit]) -> Motiestatus:
    """The last fact recorded; `onbekend` without any."""
    return feiten[-1].soort if feiten else Motiestatus.ONBEKEND


def eis_feit(feiten: Sequence[Feit], feit: Feit, *, reden: str, kamerstuk: str) -> None:
    """Refuses what cannot follow. :raises Ongeldig: with the reason."""
    if feit.soort not in VOLGT[status_van(feiten)]:
        raise Ongeldig("Deze stap volgt niet op de stand van de motie. Vernieuw de pagina en bekijk het verloop.")
    if feiten and feit.datum < feiten[-1].datum:
        raise Ongeldig("De dag ligt voor de vorige stap. Controleer de datum.")
    if feit.soort in (Motiestatus.AFGEDAAN, Motiestatus.DEELS_AFGEDAAN) and not kamerstuk:
        raise Ongeldig("Noem het stuk waarmee de Kamer is geïnformeerd, bijvoorbeeld Kamerstuk 33552, nr. 124.")
    if feit.soort is Motiestatus.NIET_UITGEVOERD and not reden:
        raise Ongeldig("Geef de reden waarom de motie niet wordt uitgevoerd: de Kamer vraagt ernaar.")
