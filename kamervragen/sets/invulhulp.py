"""What a form offers while someone types: members with their fractie, and ministers with their portfolio."""

from __future__ import annotations

from dataclasses import dataclass

from kamervragen.core.act import Huis, inzage
from kamervragen.core.actor import Wie
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.vragenset import Bewindspersoon
from kamervragen.language.personen import FRACTIES, PORTEFEUILLES
from kamervragen.sets.store import overzichten


@dataclass(frozen=True, slots=True)
class Namen:
    """Names in the order in which they are offered: those of the record first."""

    leden: tuple[str, ...]
    fracties: tuple[str, ...]
    bewindspersonen: tuple[str, ...]


def namen(huis: Huis, wie: Wie) -> Namen:
    """The names the record knows, and the offices and fracties that always exist."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        leden = overzichten.bekende_leden(sessie)
        personen = overzichten.bekende_bewindspersonen(sessie)
    ambten = [Bewindspersoon(functie, None, p) for p in PORTEFEUILLES for functie in ("minister", "staatssecretaris")]
    return Namen(
        tuple(f"{lid.naam} ({lid.fractie})" if lid.fractie else lid.naam for lid in leden),
        tuple(dict.fromkeys((*(lid.fractie for lid in leden if lid.fractie), *FRACTIES))),
        tuple(dict.fromkeys(str(persoon) for persoon in (*personen, *ambten))),
    )
