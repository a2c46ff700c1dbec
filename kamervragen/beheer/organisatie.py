"""The organisation over time: a directie that goes on as another, and members whom the record writes in two ways."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz
from sqlmodel import Session

from kamervragen.beheer.store import organisatie
from kamervragen.beheer.store.organisatie import Naamgebruik, Openstaand
from kamervragen.core.act import Huis, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.store import sight
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.mensen.rows import DirectieRij
from kamervragen.mensen.store import gebruikers

_GELIJKEND = 88  # of a hundred: names from which on they may be one person's
_LANGSTE = 200


@dataclass(frozen=True, slots=True)
class Gevolg:
    """What goes from one directie to another, counted."""

    sets: int
    toewijzingen: int
    verzoeken: int
    leden: int
    toezeggingen: int
    moties: int

    @property
    def samen(self) -> int:
        return self.sets + self.toewijzingen + self.verzoeken + self.leden + self.toezeggingen + self.moties


@dataclass(frozen=True, slots=True)
class Directiebeeld:
    """A directie, until when it was there, and which went on with its work."""

    rij: DirectieRij
    opvolger: str


def directies(huis: Huis, wie: Wie) -> tuple[Directiebeeld, ...]:
    """All that ever were, those that are there first."""
    with inzage(huis, wie, Handeling.GEBRUIKERS_BEHEREN) as sessie:
        alle = gebruikers.directies(sessie, ook_opgeheven=True)
    namen = {rij.id: rij.naam for rij in alle}
    beelden = (Directiebeeld(rij, namen[rij.opvolger_id] if rij.opvolger_id is not None else "") for rij in alle)
    return tuple(sorted(beelden, key=lambda b: (b.rij.tot is not None, b.rij.naam)))


def gevolg(huis: Huis, wie: Wie, van_id: int, naar_id: int | None) -> tuple[DirectieRij, DirectieRij | None, Gevolg]:
    """What would change hands; nothing is written. :raises NietGevonden: no such directie."""
    with inzage(huis, wie, Handeling.GEBRUIKERS_BEHEREN) as sessie, sight.alles_zichtbaar(sessie):
        van = _vind(sessie, van_id)
        gevolg_ = _gevolg(organisatie.open_van(sessie, van, huis.vandaag()))
        return van, _vind(sessie, naar_id) if naar_id else None, gevolg_


def voeg_samen(huis: Huis, wie: Wie, *, van_id: int, naar_id: int | None, gezien: int) -> None:
    """From today on the work of one directie is another's; the first stays on record, with today as its last day.

    Shielded sets go along: a reorganisation holds for every set. `gezien` is how many things were shown.
    :raises Ongeldig: no other directie was chosen, or something changed since it was shown.
    """
    if not naar_id or naar_id == van_id:
        raise Ongeldig("Kies de directie die het werk overneemt; dat is een andere.", veld="opvolger")
    with handeling(huis, wie, Handeling.GEBRUIKERS_BEHEREN) as werk, sight.alles_zichtbaar(werk.sessie):
        van, naar = _vind(werk.sessie, van_id), _vind(werk.sessie, naar_id)
        werk.object = f"directie-{van.code}-{naar.code}"
        openstaand = organisatie.open_van(werk.sessie, van, werk.dag)
        if (nu := _gevolg(openstaand).samen) != gezien:
            raise Ongeldig(
                "Er gaan nu %(nu)s dingen over, u zag er %(gezien)s. Bekijk het opnieuw.", nu=nu, gezien=gezien
            )
        organisatie.zet_over(werk.sessie, openstaand, naar, werk.dag)
        van.tot, van.opvolger_id = werk.dag, naar.id
        werk.sessie.add(van)


@dataclass(frozen=True, slots=True)
class Paar:
    """Two ways of writing that may be one member, and how alike they are, of a hundred."""

    een: Naamgebruik
    ander: Naamgebruik
    gelijkenis: int


def leden(huis: Huis, wie: Wie) -> tuple[tuple[Naamgebruik, ...], tuple[Paar, ...]]:
    """Every way in which members are written, and the pairs that may be one: most alike first."""
    with inzage(huis, wie, Handeling.AMBTEN_BEHEREN) as sessie:
        alle = organisatie.leden(sessie)
    per_letter: dict[str, list[Naamgebruik]] = {}
    for gebruik in alle:
        per_letter.setdefault(_achternaam(gebruik.naam)[:1], []).append(gebruik)
    paren = [
        Paar(max(een, ander, key=lambda g: g.sets), min(ander, een, key=lambda g: g.sets), gelijkenis)
        for groep in per_letter.values()
        for een, ander in combinations(groep, 2)
        if (gelijkenis := _gelijkenis(een, ander)) >= _GELIJKEND
    ]
    return alle, tuple(sorted(paren, key=lambda p: (-p.gelijkenis, p.een.naam)))


def voeg_leden_samen(huis: Huis, wie: Wie, *, van: tuple[str, str], naar: tuple[str, str], gezien: int) -> None:
    """Writes a member (name, fractie) in one way. :raises Ongeldig: no name, the same twice, or another number of sets."""
    naar = (" ".join(naar[0].split()), " ".join(naar[1].split()))
    if not naar[0] or van == naar or max(map(len, naar)) > _LANGSTE:
        raise Ongeldig("Schrijf de naam zoals hij moet worden; dat is een andere dan nu.", veld="nieuwe-naam")
    with handeling(huis, wie, Handeling.AMBTEN_BEHEREN, f"lid-{van[0]}") as werk:
        with sight.alles_zichtbaar(werk.sessie):
            aantal = organisatie.hernoem_lid(werk.sessie, van, naar)
        if aantal == 0:
            raise NietGevonden("Zo staat dit lid nergens (meer). Vernieuw de pagina.")
        if aantal < gezien:
            raise Ongeldig(
                "Dit lid staat nu in %(aantal)s sets, u zag er %(gezien)s. Vernieuw de pagina.",
                aantal=aantal,
                gezien=gezien,
            )


def _gevolg(o: Openstaand) -> Gevolg:
    return Gevolg(*(len(deel) for deel in (o.sets, o.toewijzingen, o.verzoeken, o.leden, o.toezeggingen, o.moties)))


def _vind(sessie: Session, id: int) -> DirectieRij:
    rij = next((d for d in gebruikers.directies(sessie) if d.id == id), None)
    if rij is None:
        raise NietGevonden("Deze directie is er niet (meer). Vernieuw de pagina.")
    return rij


def _achternaam(naam: str) -> str:
    return naam.split()[-1].casefold() if naam.split() else ""


def _gelijkenis(een: Naamgebruik, ander: Naamgebruik) -> int:
    """Names by their letters; one name under two fracties is somebody who moved, or a spelling of the fractie."""
    if een.naam.casefold() == ander.naam.casefold():
        return 100
    if een.fractie != ander.fractie:
        return 0
    return round(fuzz.ratio(een.naam.casefold(), ander.naam.casefold()))
