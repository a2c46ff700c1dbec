"""Motions that answers cite, each with the answers that do."""

from __future__ import annotations

from dataclasses import dataclass

from kamervragen.domain.rollen import Handeling
from kamervragen.storage import moties
from kamervragen.storage.tables import MotieAntwoordRij, MotieRij, VragensetRij
from kamervragen.usecases.handeling import Huis, Wie, inzage


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """A motion with every answer that cites it."""

    motie: MotieRij
    bij: tuple[tuple[MotieAntwoordRij, VragensetRij], ...]


def lijst(huis: Huis, wie: Wie) -> list[Lijstregel]:
    """All motions, in the order they were first met."""
    with inzage(huis, wie, Handeling.MOTIES_ZIEN) as sessie:
        rijen = moties.lijst(sessie)
    per_motie: dict[int | None, tuple[MotieRij, list[tuple[MotieAntwoordRij, VragensetRij]]]] = {}
    for motie, koppeling, vragenset in rijen:
        per_motie.setdefault(motie.id, (motie, []))[1].append((koppeling, vragenset))
    return [Lijstregel(motie, tuple(bij)) for motie, bij in per_motie.values()]
