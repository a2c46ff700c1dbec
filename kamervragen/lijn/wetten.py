"""The register of official titles of laws, which answers are held against."""

from __future__ import annotations

from kamervragen.antwoorden.store import afwegingen
from kamervragen.core.act import Huis, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.sets.rows import WetRij

_LANGSTE = 300


def register(huis: Huis, wie: Wie) -> tuple[WetRij, ...]:
    """Every law in the register, by title."""
    with inzage(huis, wie, Handeling.WETTEN_BEHEREN) as sessie:
        return afwegingen.wetten(sessie)


def bewaar(huis: Huis, wie: Wie, *, titel: str, afkorting: str, bron: str) -> None:
    """Puts a title in the register, or a new abbreviation and source with one that stands there.

    :raises Ongeldig: without a title of two words or without a source.
    """
    schoon = gekeurd(titel, bron)
    with handeling(huis, wie, Handeling.WETTEN_BEHEREN, "wetten") as werk:
        afwegingen.bewaar_wet(
            werk.sessie, schoon, afkorting.strip() or None, bron.strip(), actor=wie.naam, moment=werk.moment
        )


def gekeurd(titel: str, bron: str) -> str:
    """A title with single spaces. :raises Ongeldig: it is none, or has no source."""
    schoon = " ".join(titel.split())
    if len(schoon.split()) < 2 or len(schoon) > _LANGSTE or not bron.strip():
        raise Ongeldig("Schrijf de officiële titel voluit (ten minste twee woorden) en waar die staat.", veld="titel")
    return schoon


def verwijder(huis: Huis, wie: Wie, id: int) -> None:
    """Takes a title out of the register."""
    with handeling(huis, wie, Handeling.WETTEN_BEHEREN, f"wet-{id}", herroepbaar=True) as werk:
        afwegingen.verwijder_wet(werk.sessie, id)
