"""Keeping the index of what is still to be done equal to the database: running promises and open motions, by subject."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from kamervragen.core.act import Buitenom, Huis, buitenom
from kamervragen.core.actor import Wie
from kamervragen.core.store import jobs, sight
from kamervragen.core.store.engine import reading
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.toezegging import LOPEND
from kamervragen.register.rows import MotieRij, ToezeggingRij
from kamervragen.register.store import lopend, moties, toezeggingen
from kamervragen.search.index import Eenheid, Index, IndexStuk
from kamervragen.search.open import Geopend
from kamervragen.sets.index import bouwslot, zet_in_plaats
from kamervragen.sets.rows import VragensetRij

TAAK = lopend.TAAK
_SLOT = ".lopendslot"
_VANGST = 200  # candidates that are weighed as exactly as a page shows them
_GEOPEND = Geopend(Index, partial(Index, None, in_opbouw=True))


def kandidaten(huis: Huis, wie: Wie, termen: Collection[str]) -> tuple[list[int], list[int]]:
    """The ids of the promises, and of the motions, that share most of these terms, best first.

    The index may be a moment behind: who shows them reads them again. Without a worker beside it, it is first made whole.
    """
    if wie.gebruiker_id is None:
        herstel(huis)
    gevonden = _GEOPEND.van(huis.settings.lopend).zoek(termen, aantal=_VANGST)
    ids: dict[str, list[int]] = {"toezegging": [], "motie": []}
    for kandidaat in gevonden:
        soort, _, id = kandidaat.groep.partition("-")
        ids[soort].append(int(id))
    return ids["toezegging"], ids["motie"]


def herstel(huis: Huis) -> None:
    """Builds the index when it is missing, damaged or of another version."""
    if _GEOPEND.van(huis.settings.lopend).in_opbouw:
        werk_bij(huis)


def herbouw(huis: Huis) -> None:
    """Builds the index anew from the database."""
    werk_bij(huis, opnieuw=True)


def werk_bij(huis: Huis, *, opnieuw: bool = False) -> int:
    """Makes the index hold exactly what runs, in one commit of what differs. Returns how many units that were.

    One that is missing or damaged, or that is to be made `opnieuw`, is built beside it and takes its place when it is whole.
    """
    doel = huis.settings.lopend
    naast = doel.with_name(f"{doel.name}.nieuw")
    with bouwslot(huis, _SLOT):
        with reading(huis.engine) as sessie:
            gepland = jobs.van_naam(sessie, TAAK)
        try:
            index = Index.nieuw(naast) if opnieuw else Index(doel)
        except IndexStuk:
            index, opnieuw = Index.nieuw(naast), True
        was = {kandidaat.groep: kandidaat.eenheid() for kandidaat in index.alle()}
        wordt = {eenheid.groep: eenheid for eenheid in _eenheden(huis)}
        anders = [groep for groep in {**was, **wordt} if was.get(groep) != wordt.get(groep)]
        if anders:
            index.schrijf((wordt[groep] for groep in anders if groep in wordt), zonder_groepen=anders)
        if opnieuw:
            zet_in_plaats(naast, doel)
    with buitenom(huis, Buitenom.WORKER) as sessie:
        jobs.laat_vallen(sessie, gepland)
    return len(anders)


def volg(huis: Huis, vragenset_id: int) -> None:
    """After a set changed: what runs of it may be about something else now."""
    with reading(huis.engine) as sessie, sight.alles_zichtbaar(sessie):
        loopt = any(rij.status in LOPEND for rij in toezeggingen.van_set(sessie, vragenset_id))
    if loopt:
        werk_bij(huis)


def tekst_van_belofte(rij: ToezeggingRij, vragenset: VragensetRij | None) -> tuple[str, str]:
    """What a promise is about: the subject of its set or where it was made, and its sentence."""
    waar = vragenset.onderwerp if vragenset is not None else rij.vindplaats
    return waar or "", platte_tekst(rij.zin)


def tekst_van_motie(rij: MotieRij) -> tuple[str, str]:
    """What a motion is about: its subject, and what it asks."""
    return rij.onderwerp or "", rij.verzoek or ""


def _eenheden(huis: Huis) -> Iterator[Eenheid]:
    """Of every set, shielded ones too: only ids leave here, and what they are of is read by who may see it."""
    with reading(huis.engine) as sessie, sight.alles_zichtbaar(sessie):
        for belofte, vragenset, _label in toezeggingen.lijst(sessie, [status.value for status in LOPEND]):
            waar, zin = tekst_van_belofte(belofte, vragenset)
            yield Eenheid("toezegging", f"toezegging-{belofte.id}", waar, zin, "")
        for motie in moties.lopend(sessie):
            onderwerp, verzoek = tekst_van_motie(motie)
            yield Eenheid("motie", f"motie-{motie.id}", onderwerp, verzoek, "")
