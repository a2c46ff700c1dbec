"""Keeping the index equal to the database: the worker writes it, from planned jobs, or builds it anew."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from kamervragen.documents.markdown import platte_tekst
from kamervragen.domain.status import Feitsoort
from kamervragen.reuse.index import Eenheid, Index, IndexStuk
from kamervragen.storage import overzichten, taken, vragensets
from kamervragen.storage.engine import lezen
from kamervragen.storage.overzichten import Paar
from kamervragen.usecases.handeling import Huis

TAAK = "indexeer"
_AF = {Feitsoort.VERZONDEN, Feitsoort.ONTVANGEN}


def plan_index(sessie: Session, vragenset_id: int, moment: datetime) -> None:
    """Plans that the index takes this set in, in the transaction that changes it."""
    taken.plan(sessie, TAAK, {"vragenset_id": vragenset_id}, sleutel=f"{TAAK}:{vragenset_id}", op=moment)


def indexeer(huis: Huis, vragenset_id: int) -> None:
    """Makes the index hold exactly what the database says of one set. :raises IndexBezet: another process writes."""
    index = geopend(huis)
    index.schrijf(_van_set(huis, vragenset_id), zonder_groepen=[str(vragenset_id)])


def _van_set(huis: Huis, vragenset_id: int) -> Iterator[Eenheid]:
    """Read only once the writer is held: a slower worker would else put older text last."""
    with lezen(huis.engine) as sessie:
        for paar in overzichten.paren(sessie, vragenset_id=vragenset_id):
            if is_eerder(sessie, paar.vragenset_id, bewerkt=paar.bewerkt):
                yield _eenheid(paar)


def geopend(huis: Huis, voortgang: Callable[[int, int], None] | None = None) -> Index:
    """The index; a missing or damaged one is first built from the database. :raises IndexBezet: see `indexeer`."""
    try:
        return Index(huis.settings.index)
    except IndexStuk:
        with _bouwslot(huis):
            try:  # another one may have built it while this one waited
                return Index(huis.settings.index)
            except IndexStuk:
                return _bouw(huis, voortgang)


def herbouw(huis: Huis, voortgang: Callable[[int, int], None] | None = None) -> Index:
    """Builds the index anew from the database. `voortgang` hears (done, total)."""
    with _bouwslot(huis):
        return _bouw(huis, voortgang)


@contextmanager
def _bouwslot(huis: Huis) -> Iterator[None]:
    """One builds at a time, over all threads and processes; the others wait for it."""
    huis.settings.data.mkdir(parents=True, exist_ok=True)
    with (huis.settings.data / ".bouwslot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


def _bouw(huis: Huis, voortgang: Callable[[int, int], None] | None) -> Index:
    """Builds beside the old index, and then takes its place."""
    doel: Path = huis.settings.index
    doel.parent.mkdir(parents=True, exist_ok=True)
    naast = doel.with_name(f"{doel.name}.{os.getpid()}.nieuw")
    index = Index.nieuw(naast)
    with lezen(huis.engine) as sessie:
        totaal = overzichten.aantal_paren(sessie)
        stapel: list[Eenheid] = []
        for gedaan, paar in enumerate(overzichten.paren(sessie), 1):
            if is_eerder(sessie, paar.vragenset_id, bewerkt=paar.bewerkt):
                stapel.append(_eenheid(paar))
            if len(stapel) >= 5000:
                index.schrijf(stapel)
                stapel = []
                if voortgang:
                    voortgang(gedaan, totaal)
        index.schrijf(stapel)
    if voortgang:
        voortgang(totaal, totaal)
    if doel.exists():
        doel.rename(oud := doel.with_name(f"{doel.name}.{os.getpid()}.oud"))
        _weg(oud)
    naast.rename(doel)
    return Index(doel)


def is_eerder(sessie: Session, vragenset_id: int, *, bewerkt: bool) -> bool:
    """An earlier answer is one that left the ministry, or that came in as a document: a colleague's draft is none."""
    return not bewerkt or any(feit.soort in _AF for feit in vragensets.feiten(sessie, vragenset_id))


def _eenheid(paar: Paar) -> Eenheid:
    return Eenheid(
        bron=paar.bron,
        groep=str(paar.vragenset_id),
        onderwerp=paar.onderwerp,
        vraag=platte_tekst(paar.vraag),
        antwoord=platte_tekst(paar.antwoord),
        datum=paar.datum,
        bewindspersoon=paar.bewindspersoon,
        indieners=paar.indieners,
        sleutel=paar.sleutel,
        zaaknummer=paar.zaaknummer,
        aanhangselnummer=paar.aanhangselnummer,
        label=paar.label,
        antwoord_id=paar.antwoord_id,
    )


def _weg(folder: Path) -> None:
    for pad in sorted(folder.rglob("*"), reverse=True):
        pad.rmdir() if pad.is_dir() else pad.unlink()
    folder.rmdir()
