"""Shielding a set: only the people named may know that it exists. Reading it is written down."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kamervragen.core.act import Huis, Werk, handeling
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.mensen.rows import GebruikerRij
from kamervragen.mensen.store import gebruikers
from kamervragen.sets import termijnen
from kamervragen.sets.blik import Blik
from kamervragen.sets.index import plan_index
from kamervragen.sets.rows import AfschermingRij, VragensetRij
from kamervragen.sets.store import afscherming
from kamervragen.sets.toegang import set_voor


@dataclass(frozen=True, slots=True)
class Afscherming:
    """The shield of a set as its page shows it: nothing when everyone may know of it."""

    rij: AfschermingRij | None
    ingewijden: tuple[GebruikerRij, ...]
    mensen: tuple[GebruikerRij, ...]


def van_set(blik: Blik) -> Afscherming:
    """Gives who may know of a set, and who could be told."""
    return Afscherming(
        rij=afscherming.van_set(blik.sessie, blik.id),
        ingewijden=afscherming.ingewijden(blik.sessie, blik.id),
        mensen=tuple(mens for mens in gebruikers.alle(blik.sessie) if mens.actief),
    )


def scherm_af(huis: Huis, wie: Wie, sleutel: str, mensen: Collection[int], *, reden: str, versie: int) -> None:
    """Only these people, and who does it, may know of the set from now on.

    :raises Ongeldig: without a reason, for someone without an account, or without who handles it.
    """
    if not reden.strip():
        raise Ongeldig("Schrijf waarom deze set wordt afgeschermd; het staat bij de set.", veld="reden")
    with handeling(huis, wie, Handeling.AFSCHERMEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        termijnen.eis_versie(rij, versie)
        bekend = {mens.id for mens in gebruikers.alle(werk.sessie) if mens.actief}
        wie_mag = {*mensen, *((wie.gebruiker_id,) if wie.gebruiker_id else ())}
        if not wie_mag or wie_mag - bekend:
            raise Ongeldig("Kies wie van deze set mag weten, uit de mensen met een account.")
        if rij.behandelaar_id is not None and rij.behandelaar_id not in wie_mag:
            raise Ongeldig("De behandelaar van de set hoort erbij. Kies die ook, of wijs de set eerst anders toe.")
        afscherming.scherm_af(werk.sessie, rij.id, wie_mag, reden=reden.strip(), actor=wie.naam, moment=werk.moment)
        _gewijzigd(werk, rij)


def hef_op(huis: Huis, wie: Wie, sleutel: str, *, versie: int) -> None:
    """Everyone may know of the set again. :raises Verouderd: the set was changed."""
    with handeling(huis, wie, Handeling.AFSCHERMEN, sleutel, herroepbaar=True) as werk:
        rij = set_voor(werk, sleutel)
        termijnen.eis_versie(rij, versie)
        afscherming.hef_op(werk.sessie, rij.id)
        _gewijzigd(werk, rij)


def _gewijzigd(werk: Werk, rij: VragensetRij) -> None:
    rij.versie += 1
    werk.sessie.add(rij)
    plan_index(werk.sessie, rij.id, werk.moment)
