"""Promises: weighed by a person, then watched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.toezegging import Toezeggingstatus
from kamervragen.storage import toezeggingen, vragensets
from kamervragen.storage.tables import ToezeggingRij, VragensetRij
from kamervragen.usecases.handeling import Huis, Wie, handeling, inzage


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """A promise on the list, with its set. `dagen` until the window ends; None without an end."""

    toezegging: ToezeggingRij
    vragenset: VragensetRij
    label: str
    dagen: int | None


def lijst(huis: Huis, wie: Wie, status: Toezeggingstatus | None = None) -> list[Lijstregel]:
    """Promises, soonest end first; those without an end last."""
    with inzage(huis, wie, Handeling.TOEZEGGINGEN_ZIEN) as sessie:
        rijen = toezeggingen.lijst(sessie, status.value if status else None)
    op = huis.vandaag()
    return [Lijstregel(rij, vragenset, label, _dagen(rij, op)) for rij, vragenset, label in rijen]


def neem_aan(huis: Huis, wie: Wie, toezegging_id: int, *, versie: int, interne_dag: date | None = None) -> None:
    """Makes a proposal a toezegging. A window without an end needs a day of our own.

    :raises Ongeldig: without that day. :raises Verouderd: it was decided already.
    """
    _beslis(huis, wie, toezegging_id, Toezeggingstatus.OPENSTAAND, versie=versie, reden=None, interne_dag=interne_dag)


def wijs_af(huis: Huis, wie: Wie, toezegging_id: int, *, versie: int, reden: str) -> None:
    """Declines a proposal. :raises Ongeldig: without a reason."""
    if not reden.strip():
        raise Ongeldig("Geef een reden waarom dit geen toezegging is.")
    _beslis(huis, wie, toezegging_id, Toezeggingstatus.AFGEWEZEN, versie=versie, reden=reden.strip(), interne_dag=None)


def _beslis(
    huis: Huis, wie: Wie, toezegging_id: int, status: Toezeggingstatus, *, versie: int, reden: str | None,
    interne_dag: date | None,
) -> None:  # fmt: skip
    with handeling(huis, wie, Handeling.TOEZEGGING_BESLISSEN, f"toezegging-{toezegging_id}") as werk:
        rij = toezeggingen.op_id(werk.sessie, toezegging_id)
        if rij is None:
            raise NietGevonden("Dit voorstel is er niet meer: de zin is uit het antwoord gehaald.")
        werk.set(vragensets.op_id(werk.sessie, rij.vragenset_id).sleutel)
        if status is Toezeggingstatus.OPENSTAAND and rij.venster_einde is None and interne_dag is None:
            raise Ongeldig("De toezegging noemt geen einddatum. Kies zelf een dag waarop zij klaar moet zijn.")
        if interne_dag is not None and interne_dag < werk.dag:
            raise Ongeldig("De gekozen dag ligt in het verleden. Kies een dag vanaf vandaag.")
        toezeggingen.beslis(
            werk.sessie, toezegging_id, status=status.value, versie=versie, actor=wie.naam, reden=reden,
            interne_dag=interne_dag,
        )  # fmt: skip


def _dagen(rij: ToezeggingRij, op: date) -> int | None:
    einde = rij.interne_dag or rij.venster_einde
    return (einde - op).days if einde else None
