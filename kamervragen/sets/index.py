"""Keeping the index equal to the database: the worker writes it, from planned jobs, or builds it anew."""

from __future__ import annotations

import fcntl
import itertools
import re
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlmodel import Session

from kamervragen.core.act import Huis
from kamervragen.core.skipping import Skipping
from kamervragen.core.store import jobs
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.vragenset import MERK
from kamervragen.language.citations.bronnen import bronkaart
from kamervragen.language.citations.verwijsantwoorden import eigenlijk_antwoord
from kamervragen.language.citations.verwijzingen import Verwijzingsoort, verwijzingen
from kamervragen.search.analyse import profiel
from kamervragen.search.index import Eenheid, Index, IndexBezet, IndexStuk
from kamervragen.search.open import Geopend
from kamervragen.sets.rows import NootRij
from kamervragen.sets.store import overzichten, standen, vragensets
from kamervragen.sets.store.afscherming import openbaar
from kamervragen.sets.store.overzichten import Paar

TAAK = "indexeer"
_GEOPEND = Geopend(Index, partial(Index, None, in_opbouw=True))
_AF = {Feitsoort.VERZONDEN, Feitsoort.ONTVANGEN}


def plan_index(sessie: Session, vragenset_id: int, moment: datetime) -> None:
    """Plans that the index takes this set in, in the transaction that changes it."""
    jobs.plan(sessie, TAAK, {"vragenset_id": vragenset_id}, sleutel=f"{TAAK}:{vragenset_id}", op=moment)


def volg_ongedaan(sessie: Session, moment: datetime, _wie: str, _actie: str, vragenset_ids: Collection[int]) -> None:
    """After an act was undone: the standing of its sets is derived anew, and the index takes them in again."""
    for vragenset_id in vragenset_ids:
        standen.raak(sessie, vragenset_id)
        plan_index(sessie, vragenset_id, moment)


def indexeer(huis: Huis, vragenset_id: int) -> None:
    """Makes the index hold exactly what the database says of one set. :raises IndexBezet: another process writes."""
    geopend(huis)
    with buiten_bouw(huis):
        index = Index(huis.settings.index)
        staat_erin = index.aantal_in(str(vragenset_id)) > 0
        if staat_erin or any(
            True for _ in _van_set(huis, vragenset_id)
        ):  # a draft is no earlier answer: nothing to write
            index.schrijf(_van_set(huis, vragenset_id), zonder_groepen=[str(vragenset_id)])


def _van_set(huis: Huis, vragenset_id: int) -> Iterator[Eenheid]:
    """Read only once the writer is held: a slower worker would else put older text last."""
    with openbaar(huis.engine) as sessie:
        yield from _eenheden(sessie, list(overzichten.paren(sessie, vragenset_id=vragenset_id)))


def geopend(huis: Huis, voortgang: Callable[[int, int], None] | None = None) -> Index:
    """The index; a missing or damaged one is first built from the database. :raises IndexBezet: see `indexeer`."""
    try:
        return Index(huis.settings.index)
    except IndexStuk:
        with bouwslot(huis):
            try:  # another one may have built it while this one waited
                return Index(huis.settings.index)
            except IndexStuk:
                return _bouw(huis, voortgang)


def zoals_hij_is(huis: Huis) -> Index:
    """The index as it lies, opened once in this process; an empty one that says so while the worker builds it."""
    return _GEOPEND.van(huis.settings.index)


def herbouw(huis: Huis, voortgang: Callable[[int, int], None] | None = None) -> Index:
    """Builds the index anew from the database. `voortgang` hears (done, total)."""
    with bouwslot(huis):
        return _bouw(huis, voortgang)


@contextmanager
def bouwslot(huis: Huis, naam: str = ".bouwslot") -> Iterator[None]:
    """One builds at a time, over all threads and processes; the others wait for it."""
    huis.settings.data.mkdir(parents=True, exist_ok=True)
    with (huis.settings.data / naam).open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


@contextmanager
def buiten_bouw(huis: Huis) -> Iterator[None]:
    """Writing to an index while no one builds it anew: what is written to the old one then would be lost.

    :raises IndexBezet: while one builds; the job is tried again and lands in the new index. Reading goes on.
    """
    with (huis.settings.data / ".bouwslot").open("a") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError as fout:
            raise IndexBezet from fout
        yield


def _bouw(huis: Huis, voortgang: Callable[[int, int], None] | None) -> Index:
    """Builds beside the old index, and then takes its place."""
    doel: Path = huis.settings.index
    doel.parent.mkdir(parents=True, exist_ok=True)
    naast = doel.with_name(f"{doel.name}.nieuw")
    index = Index.nieuw(naast)
    with openbaar(huis.engine) as sessie:
        totaal = overzichten.aantal_paren(sessie)
        stapel: list[Eenheid] = []
        gedaan, per_set = 0, Skipping("zoekindex")
        for _, groep in itertools.groupby(overzichten.paren(sessie), key=lambda paar: paar.vragenset_id):
            paren = list(groep)
            gedaan += len(paren)
            stapel += per_set.attempt(str(paren[0].vragenset_id), partial(_lijst_van, sessie, paren)) or ()
            if len(stapel) >= 5000:
                index.schrijf(stapel)
                stapel = []
                if voortgang:
                    voortgang(gedaan, totaal)
        index.schrijf(stapel)
    if voortgang:
        voortgang(totaal, totaal)
    zet_in_plaats(naast, doel)
    per_set.write(huis)
    return Index(doel)


def _lijst_van(sessie: Session, paren: list[Paar]) -> list[Eenheid]:
    return list(_eenheden(sessie, paren))


def zet_in_plaats(nieuw: Path, doel: Path) -> None:
    """Puts a folder that was built in the place of another. What a crash left behind goes too."""
    oud = doel.with_name(f"{doel.name}.oud")
    shutil.rmtree(oud, ignore_errors=True)
    if doel.exists():
        doel.rename(oud)
    nieuw.rename(doel)
    shutil.rmtree(oud, ignore_errors=True)


def is_eerder(sessie: Session, vragenset_id: int, *, bewerkt: bool) -> bool:
    """An earlier answer is one that left the ministry, or that came in as a document: a colleague's draft is none."""
    return not bewerkt or is_af(sessie, vragenset_id)


def is_af(sessie: Session, vragenset_id: int) -> bool:
    """Whether the answers of a set left the ministry."""
    return any(feit.soort in _AF for feit in vragensets.feiten(sessie, vragenset_id))


def aantal_eerder(sessie: Session) -> int:
    """How many pairs an index of this database holds."""
    eerder: dict[tuple[int, bool], bool] = {}
    aantal = 0
    for paar in overzichten.paren(sessie):
        sleutel = (paar.vragenset_id, paar.bewerkt)
        if sleutel not in eerder:
            eerder[sleutel] = is_eerder(sessie, paar.vragenset_id, bewerkt=paar.bewerkt)
        aantal += eerder[sleutel]
    return aantal


def _eenheden(sessie: Session, paren: list[Paar]) -> Iterator[Eenheid]:
    """The pairs of one set as they are searched: what only points to another answer is resolved first."""
    per_label = {paar.label: paar for paar in paren}
    teksten = {paar.label: paar.antwoord for paar in paren}
    eerste = paren[0] if paren else None
    geheel = profiel((eerste.onderwerp, eerste.inleiding, *(paar.vraag for paar in paren))) if eerste else ()
    af = any(paar.bewerkt for paar in paren) and is_af(sessie, paren[0].vragenset_id)
    for paar in paren:
        if af or not paar.bewerkt:
            eigenlijk = per_label[eigenlijk_antwoord(paar.label, teksten)]
            yield _eenheid(paar, eigenlijk, geheel)


def _eenheid(paar: Paar, eigenlijk: Paar, geheel: tuple[str, ...]) -> Eenheid:
    return Eenheid(
        bron=paar.bron,
        groep=str(paar.vragenset_id),
        onderwerp=paar.onderwerp,
        vraag=platte_tekst(paar.vraag),
        antwoord=platte_tekst(eigenlijk.antwoord),
        datum=paar.datum,
        bewindspersoon=paar.bewindspersoon,
        indieners=paar.indieners,
        sleutel=paar.sleutel,
        zaaknummer=paar.zaaknummer,
        aanhangselnummer=paar.aanhangselnummer,
        label=paar.label,
        antwoord_id=eigenlijk.antwoord_id,
        via=eigenlijk.label if eigenlijk is not paar and eigenlijk.antwoord_id != paar.antwoord_id else "",
        profiel=geheel,
        verwijzingen=(
            *(nummer for nummer in (paar.zaaknummer, paar.aanhangselnummer) if nummer),
            *aangehaald(f"{paar.vraag}\n{eigenlijk.antwoord}", paar.noten),
        ),
    )


def aangehaald(tekst: str, noten: Iterable[NootRij]) -> tuple[str, ...]:
    """What a text and the notes it calls cite: canonical numbers, their dossiers, and addresses without their scheme."""
    roept = set(MERK.findall(tekst))
    eigen = [noot for noot in noten if f"{noot.soort[0]}{noot.nummer}" in roept]
    nummers = [
        v.id
        for stuk in (tekst, *(noot.tekst for noot in eigen))
        for v in verwijzingen(stuk)
        if v.id and v.soort is not Verwijzingsoort.ANTWOORD
    ]
    dossiers = [nummer.rpartition("-")[0] for nummer in nummers if nummer.startswith("kst-")]
    adressen = [url for noot in eigen if (url := _adres(noot))]
    return tuple(dict.fromkeys((*nummers, *dossiers, *adressen)))


def _adres(noot: NootRij) -> str:
    """The address of a source, the same however it is written."""
    kaart = bronkaart(noot.tekst, noot.url)
    if kaart is None or kaart.url is None:
        return ""
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/$", "", kaart.url).casefold()
