"""The way to a set: found by its key once it may be known, and for an act once it may be done in its status."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import Session

from kamervragen.core.act import Werk, eis, zag_afgeschermde, zocht_verborgene
from kamervragen.core.store import sight
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.status import status_van
from kamervragen.sets.rows import VraagRij, VragensetRij
from kamervragen.sets.store import afscherming, standen, vinden, vragensets


def set_voor(werk: Werk, sleutel: str) -> VragensetRij:
    """Finds the set of this key for an act, once the person may do it in its status; the audit line then names it.

    :raises NietGevonden: there is no such set. :raises NietToegestaan: not in this role or status.
    """
    rij = vind_set(werk.sessie, sleutel, vast=True)
    status = status_van(vragensets.feiten(werk.sessie, rij.id))
    eis(werk.wie, werk.welke, status)
    standen.raak(werk.sessie, rij.id)
    werk.object = rij.sleutel
    return rij


def vind_set(sessie: Session, sleutel: str, *, vast: bool = False) -> VragensetRij:
    """:raises NietGevonden: when no set has this key, or when it may not be known here: in the same words."""
    rij = vinden.op_sleutel(sessie, sleutel, vast=vast)
    if rij is None:
        if sleutel in sight.verborgen(sessie).values():
            zocht_verborgene(sessie, sleutel)
        raise NietGevonden("De set %(sleutel)s bestaat niet. Zoek hem op in de lijst van sets.", sleutel=sleutel)
    merk_gezien(sessie, rij)
    return rij


def merk_gezien(sessie: Session, rij: VragensetRij) -> None:
    """That a shielded set was seen is remembered, for the trail."""
    if afscherming.van_set(sessie, rij.id) is not None:
        zag_afgeschermde(sessie, rij.sleutel)


def vind_vraag(sessie: Session, rij: VragensetRij, label: str) -> VraagRij:
    """:raises NietGevonden: when the set has no question of this label."""
    vraag = next((v for v in vragensets.vragen(sessie, rij.id) if v.label == label), None)
    if vraag is None:
        raise NietGevonden(
            "Vraag %(label)s staat niet in %(sleutel)s. Ga terug naar de set.", label=label, sleutel=rij.sleutel
        )
    return vraag


def eis_vragen(sessie: Session, rij: VragensetRij, labels: Collection[str]) -> None:
    """:raises Ongeldig: when the set has not all of these questions."""
    if set(labels) - {vraag.label for vraag in vragensets.vragen(sessie, rij.id)}:
        raise Ongeldig("Een van de gekozen vragen staat niet in deze set. Vernieuw de pagina.")
