"""The colleagues something can be given to or asked of, and who of them is away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from kamervragen.catalogue import datum
from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Huis, inzage
from kamervragen.core.actor import Wie
from kamervragen.domain.parafenlijn import Vervangsoort
from kamervragen.domain.rollen import Handeling, Rol, mag
from kamervragen.mensen.rows import DirectieRij
from kamervragen.mensen.store import gebruikers, vervangingen


@dataclass(frozen=True, slots=True)
class Collega:
    """Someone to ask something of; who is away has that behind his name. To who `schrijft` a set can be given."""

    id: int
    naam: str
    schrijft: bool


def toewijsbaar(huis: Huis, wie: Wie) -> tuple[tuple[DirectieRij, ...], tuple[Collega, ...]]:
    """The directies and people a set can be given to, or a contribution asked of."""
    with inzage(huis, wie, Handeling.BIJDRAGE_VRAGEN) as sessie:
        op = huis.vandaag()
        rollen = gebruikers.rollen_op(sessie, op)
        mensen = {mens.id: mens.naam for mens in gebruikers.alle(sessie) if mens.actief}
        weg = afwezigheden(sessie, op)
        collegas = tuple(
            Collega(id, f"{naam} ({weg[id]})" if id in weg else naam, schrijft(rollen.get(id)))
            for id, naam in mensen.items()
        )
        return gebruikers.directies(sessie), collegas


def schrijft(rollen: frozenset[Rol] | None) -> bool:
    """Whether someone with these roles can write the answers of a set that is given to him."""
    return mag(rollen or frozenset(), Handeling.ANTWOORD_SCHRIJVEN)


def afwezigheden(sessie: Session, op: date) -> dict[int, str]:
    """Who is away on a day, in words: until when, and who stands in."""
    namen = {mens.id: mens.naam for mens in gebruikers.alle(sessie)}
    return {
        v.gebruiker_id: _("afwezig tot en met %(dag)s, vervanger %(wie)s")
        % {"dag": datum(v.tot), "wie": namen[v.door_id]}
        for v in vervangingen.alle(sessie)
        if v.soort == Vervangsoort.VERVANGING and v.tot is not None and v.van <= op <= v.tot
    }
