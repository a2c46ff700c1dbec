"""A look at one set: found once, its record read once, and handed to every part of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Concatenate, ParamSpec, TypeVar

from sqlmodel import Session

from kamervragen.core.act import Huis, inzage
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.domain.status import Feit, Status, status_van
from kamervragen.domain.termijn import Spelregels, Termijn
from kamervragen.domain.vragenset import Vragenset
from kamervragen.sets import standen
from kamervragen.sets.rows import AanhangselRij, AntwoordRij, BetrokkeneRij, FeitRij, NootRij, VraagRij, VragensetRij
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import vind_set

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Blik:
    """One set as one person sees it at one moment. What hangs on a set is read beside it, by the part that shows it.

    `antwoorden` are in order, each with the labels of the questions it covers; `feitrijen` by their day.
    """

    huis: Huis
    wie: Wie
    sessie: Session
    op: date
    rij: VragensetRij
    vragenset: Vragenset
    vragen: tuple[VraagRij, ...]
    antwoorden: tuple[tuple[AntwoordRij, tuple[str, ...]], ...]
    noten: tuple[NootRij, ...]
    betrokkenen: tuple[BetrokkeneRij, ...]
    aanhangsels: tuple[AanhangselRij, ...]
    feitrijen: tuple[FeitRij, ...]
    feiten: tuple[Feit, ...]
    status: Status
    regels: Spelregels
    termijn: Termijn

    @property
    def id(self) -> int:
        """Gives the number of the row."""
        return self.rij.id

    def mag(self, welke: Handeling) -> bool:
        """Tells whether this person may do this to the set in its status."""
        return mag(self.wie.rollen, welke, self.status)

    def vraag(self, label: str) -> VraagRij:
        """Gives a question by its label. :raises NietGevonden: the set has none of this label."""
        gevonden = next((vraag for vraag in self.vragen if vraag.label == label), None)
        if gevonden is None:
            raise NietGevonden(
                "Vraag %(label)s staat niet in %(sleutel)s. Ga terug naar de set.",
                label=label,
                sleutel=self.rij.sleutel,
            )
        return gevonden

    def antwoord_op(self, label: str) -> AntwoordRij | None:
        """Gives the answer that covers a question; None while there is none. :raises NietGevonden: as `vraag`."""
        gevraagd = self.vraag(label).label
        return next((antwoord for antwoord, labels in self.antwoorden if gevraagd in labels), None)


def blik_op(huis: Huis, wie: Wie, sessie: Session, rij: VragensetRij) -> Blik:
    """Reads the record of a set that was found already, as an act does before it decides."""
    vragen, antwoorden = vragensets.vragen(sessie, rij.id), tuple(vragensets.antwoorden_van(sessie, rij.id))
    noten, betrokkenen = vragensets.noten(sessie, rij.id), vragensets.betrokkenen(sessie, rij.id)
    aanhangsels, feitrijen = vragensets.aanhangsels(sessie, rij.id), vragensets.feitrijen(sessie, rij.id)
    feiten = vragensets.als_feiten(feitrijen)
    regels, op = standen.spelregels(huis.settings, sessie), huis.vandaag()
    return Blik(
        huis=huis,
        wie=wie,
        sessie=sessie,
        op=op,
        rij=rij,
        vragenset=vragensets.als_waarde(
            rij, aanhangsels=aanhangsels, betrokkenen=betrokkenen, vragen=vragen, antwoorden=antwoorden, noten=noten
        ),
        vragen=vragen,
        antwoorden=antwoorden,
        noten=noten,
        betrokkenen=betrokkenen,
        aanhangsels=aanhangsels,
        feitrijen=feitrijen,
        feiten=feiten,
        status=status_van(feiten),
        regels=regels,
        termijn=standen.termijn(
            ingezonden=rij.ingezonden,
            feiten=feiten,
            instrument=rij.instrument,
            kamer=rij.kamer,
            debat=rij.debat,
            op=op,
            regels=regels,
        ),
    )


@contextmanager
def open_set(huis: Huis, wie: Wie, sleutel: str, welke: Handeling = Handeling.SETS_ZIEN) -> Iterator[Blik]:
    """Opens a set for a page: the right is checked, the set found and its record read, once.

    :raises NietToegestaan: without the right. :raises NietGevonden: no such set for this person.
    """
    with inzage(huis, wie, welke) as sessie:
        yield blik_op(huis, wie, sessie, vind_set(sessie, sleutel))


def zie(
    deel: Callable[Concatenate[Blik, P], T], huis: Huis, wie: Wie, sleutel: str, *args: P.args, **kwargs: P.kwargs
) -> T:
    """Reads one part of a set by itself. :raises NietGevonden: no such set for this person."""
    with open_set(huis, wie, sleutel) as blik:
        return deel(blik, *args, **kwargs)
