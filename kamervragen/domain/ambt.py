"""Who held which office when: what makes it right to say whose promise it was, and who must keep it now.

*Bron:* a promise binds the office: «Conform de toezegging van mijn ambtsvoorganger» (ah-tk-20232024-2168).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.vragenset import Bewindspersoon

FUNCTIE_VAN_AMBT = ("minister", "staatssecretaris", "minister-president")
# Writings of one name in the record.
_GELIJK = {"binnenlandse zaken en koninkrijkrelaties": "binnenlandse zaken en koninkrijksrelaties"}


@dataclass(frozen=True, slots=True)
class Ambtsperiode:
    """One person in one office. `tot` is the last day; `demissionair` the first day as caretaker."""

    functie: str
    naam: str
    portefeuille: str
    kabinet: str
    van: date
    tot: date | None = None
    demissionair: date | None = None

    @property
    def ambt(self) -> tuple[str, str]:
        return ambt(self.functie, self.portefeuille)

    @property
    def persoon(self) -> Bewindspersoon:
        return Bewindspersoon(self.functie, self.naam, self.portefeuille or None)

    def in_functie(self, op: date) -> bool:
        return self.van <= op and (self.tot is None or op <= self.tot)


def ambt(functie: str, portefeuille: str | None) -> tuple[str, str]:
    """What makes two writings the same office. The minister-president needs no portfolio."""
    kaal = " ".join((portefeuille or "").casefold().split())
    return functie.casefold(), "" if functie.casefold() == "minister-president" else _GELIJK.get(kaal, kaal)


def houder(perioden: Iterable[Ambtsperiode], persoon: Bewindspersoon, op: date) -> Ambtsperiode | None:
    """Who holds the office of this person on a day: the person himself if there are two, else the first."""
    nu = [p for p in perioden if p.in_functie(op) and p.ambt == ambt(persoon.functie, persoon.portefeuille)]
    eigen = [p for p in nu if persoon.naam and _zelfde_naam(p.naam, persoon)]
    return next(iter(eigen or nu), None)


def uit_functie(perioden: Iterable[Ambtsperiode], persoon: Bewindspersoon, op: date) -> Ambtsperiode | None:
    """The last period of someone who is not in this office on a day; None when he is, or when the table does not tell.

    Without a name it is the office itself that nobody holds.
    """
    zelfde = [p for p in perioden if p.ambt == ambt(persoon.functie, persoon.portefeuille)]
    if persoon.naam is not None:
        zelfde = [p for p in zelfde if _zelfde_naam(p.naam, persoon)]
    if not zelfde or any(p.in_functie(op) for p in zelfde):
        return None
    return max(zelfde, key=lambda p: p.van)


def eis_periode(nieuw: Ambtsperiode, bestaand: Iterable[Ambtsperiode]) -> None:
    """Refuses a period that cannot be. :raises Ongeldig: with the reason."""
    if nieuw.functie not in FUNCTIE_VAN_AMBT or not nieuw.naam.strip():
        raise Ongeldig("Schrijf de functie en de naam, bijvoorbeeld: minister Van Dam (Justitie en Veiligheid).")
    if nieuw.functie != "minister-president" and not nieuw.portefeuille.strip():
        raise Ongeldig("Noem de portefeuille van %(functie)s %(naam)s.", functie=nieuw.functie, naam=nieuw.naam)
    if not nieuw.kabinet.strip():
        raise Ongeldig("Noem het kabinet, bijvoorbeeld: Schoof.")
    if nieuw.tot is not None and nieuw.tot < nieuw.van:
        raise Ongeldig("De laatste dag ligt voor de eerste. Controleer de datums.")
    for ander in bestaand:
        overlapt = (ander.tot is None or nieuw.van <= ander.tot) and (nieuw.tot is None or ander.van <= nieuw.tot)
        # A ministry may have two staatssecretarissen, never two ministers of one portfolio.
        dubbel = nieuw.functie != "staatssecretaris" or ander.naam.casefold() == nieuw.naam.casefold()
        if overlapt and dubbel and ander.ambt == nieuw.ambt:
            raise Ongeldig(
                "Dit ambt is in die tijd al van %(persoon)s. Vul eerst diens laatste dag in.", persoon=ander.persoon
            )


def _zelfde_naam(naam: str, persoon: Bewindspersoon) -> bool:
    ander = Bewindspersoon(persoon.functie, naam, None)
    return (ander.achternaam or "").casefold() == (persoon.achternaam or "").casefold()
