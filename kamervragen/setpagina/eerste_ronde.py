"""The first pass over a whole set: proposals beside every question, twins, sets on the same matter, who knows it.

Everything here is advice, worked out when it is asked for; nothing is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from sqlmodel import Session

from kamervragen.core.paging import PER_BLAD, Blad, blad
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.rollen import Handeling
from kamervragen.hergebruik import eerder, verwijsantwoord
from kamervragen.hergebruik.eerder import Eerder, Gevraagd
from kamervragen.hergebruik.verwijsantwoord import Verwijsvoorstel
from kamervragen.mensen import collegas
from kamervragen.search.analyse import profiel
from kamervragen.search.index import Index
from kamervragen.search.kenmerken import dekking, zeldzaamheid
from kamervragen.sets.blik import Blik
from kamervragen.sets.index import aangehaald
from kamervragen.sets.rows import VraagRij, VragensetRij
from kamervragen.sets.store import openzaken, overzichten
from kamervragen.sets.store.openzaken import Openzaak
from kamervragen.sets.store.overzichten import Behandeling

_PER_VRAAG = 3
_TWEELING = 0.7  # likeness of two questions of one set from which on they may share an answer
_ZELFDE_ZAAK = 0.35  # share of what a set is about that another one is about too
_WETERS = 3


@dataclass(frozen=True, slots=True)
class Vraagronde:
    """One question with the best of what was answered before, and a short reference where that will do."""

    vraag: VraagRij
    eerder: tuple[Eerder, ...]
    verwijsvoorstel: Verwijsvoorstel | None


@dataclass(frozen=True, slots=True)
class Tweeling:
    """Two questions of the set that ask nearly the same. `procent` alike."""

    een: VraagRij
    ander: VraagRij
    procent: int


@dataclass(frozen=True, slots=True)
class Verwant:
    """Another open set on the same source or matter. `bronnen` are what both cite; `procent` of the matter is shared."""

    sleutel: str
    zaaknummer: str | None
    onderwerp: str | None
    bronnen: tuple[str, ...]
    procent: int


@dataclass(frozen=True, slots=True)
class Weter:
    """Who answered this before, how many of the proposals are theirs, and to which questions of this set (labels).

    `afwezig` says until when he is away and who stands in, in words.
    """

    wie: Behandeling
    antwoorden: int
    labels: tuple[str, ...]
    afwezig: str = ""


@dataclass(frozen=True, slots=True)
class EersteRonde:
    """All of it, for the questions of one page of a set; `labels` are those of all its questions."""

    rij: VragensetRij
    labels: tuple[str, ...]
    blad: Blad[Vraagronde]
    tweelingen: tuple[Tweeling, ...]
    verwanten: tuple[Verwant, ...]
    weters: tuple[Weter, ...]
    mag_toewijzen: bool


def ronde(blik: Blik, nummer: int = 1) -> EersteRonde:
    """Makes the first pass over a set, fifty questions at a time: each is a search of its own."""
    index, sessie = eerder.index_voor(blik.huis, blik.wie), blik.sessie
    alle = eerder.gevraagd(blik)
    deel = blad(len(alle), nummer, lambda vanaf, aantal: alle[vanaf : vanaf + aantal])
    gesteld = list(deel.rijen)
    gevonden = eerder.van_vragen(sessie, index, gesteld, aantal=_PER_VRAAG)
    paren = [(een.vraag, reeks) for een, reeks in zip(gesteld, gevonden, strict=True)]
    vragen = tuple(
        Vraagronde(vraag, tuple(reeks[:_PER_VRAAG]), voorstel)
        for (vraag, reeks), voorstel in zip(paren, verwijsantwoord.voorstellen(blik, paren), strict=True)
    )
    return EersteRonde(
        rij=blik.rij,
        labels=tuple(een.vraag.label for een in alle),
        blad=Blad(vragen, deel.nummer, deel.bladen, deel.totaal),
        tweelingen=_tweelingen(gesteld, alle),
        verwanten=_verwanten(sessie, index, blik.rij, alle),
        weters=_weters(sessie, gesteld, gevonden, blik.op),
        mag_toewijzen=blik.mag(Handeling.TOEWIJZEN),
    )


def toewijsvoorstel(blik: Blik) -> tuple[Weter, ...]:
    """Finds who to give a set to: those who answered most of what its first fifty questions ask before. Nothing is written."""
    gesteld = eerder.gevraagd(blik)[:PER_BLAD]
    index = eerder.index_voor(blik.huis, blik.wie)
    gevonden = eerder.van_vragen(blik.sessie, index, gesteld, aantal=_PER_VRAAG)
    return _weters(blik.sessie, gesteld, gevonden, blik.op)


def _tweelingen(gesteld: Sequence[Gevraagd], alle: Sequence[Gevraagd]) -> tuple[Tweeling, ...]:
    """The pairs of which one at least is among the questions that are shown."""
    hier = {een.vraag.id for een in gesteld}
    paren = (
        Tweeling(een.vraag, ander.vraag, round(100 * eerder.lijkt(een.stelling.vraag, ander.stelling.vraag)))
        for een, ander in combinations(alle, 2)
        if een.vraag.id in hier or ander.vraag.id in hier
    )
    return tuple(sorted((p for p in paren if p.procent >= 100 * _TWEELING), key=lambda p: -p.procent))


def _verwanten(sessie: Session, index: Index, rij: VragensetRij, gesteld: Sequence[Gevraagd]) -> tuple[Verwant, ...]:
    """Open sets elsewhere that cite the same, or are about the same, most alike first."""
    gewicht = zeldzaamheid(index)
    eigen_bronnen = {bron for een in gesteld for bron in een.stelling.verwijzingen}
    zaak = {t: gewicht(t) for t in profiel((rij.onderwerp or "", *(een.stelling.vraag for een in gesteld)))}
    gevonden: list[Verwant] = []
    alle_noten = openzaken.noten_van(sessie, openzaken.OPEN_SETS)
    for ander in openzaken.open_zaken(sessie):
        if ander.id == rij.id:
            continue
        hun = {bron for vraag in ander.vragen for bron in aangehaald(vraag, alle_noten.get(ander.id, ()))}
        samen = tuple(sorted(eigen_bronnen & hun))
        deel = dekking(zaak, _profiel(ander), "profiel")
        if samen or deel >= _ZELFDE_ZAAK:
            gevonden.append(Verwant(ander.sleutel, ander.zaaknummer, ander.onderwerp, samen, round(100 * deel)))
    return tuple(sorted(gevonden, key=lambda v: (-len(v.bronnen), -v.procent, v.sleutel)))


@lru_cache(maxsize=4_096)
def _profiel(zaak: Openzaak) -> tuple[str, ...]:
    """What an open set is about. Its texts seldom change, and each first pass asks it of all of them."""
    return profiel((zaak.onderwerp or "", *(platte_tekst(vraag) for vraag in zaak.vragen)))


def _weters(
    sessie: Session, gesteld: Sequence[Gevraagd], gevonden: Sequence[Sequence[Eerder]], op: date
) -> tuple[Weter, ...]:
    """Those who answered what was found, who did most first."""
    sleutels = {eerder.treffer.eenheid.sleutel for reeks in gevonden for eerder in reeks}
    van = overzichten.behandelingen(sessie, sleutels)
    ids: dict[Behandeling, set[int]] = defaultdict(set)
    labels: dict[Behandeling, list[str]] = defaultdict(list)
    for een, reeks in zip(gesteld, gevonden, strict=True):
        for eenheid in (vorige.treffer.eenheid for vorige in reeks):
            if (wie := van.get(eenheid.sleutel)) and (wie.behandelaar or wie.directie):
                ids[wie].add(eenheid.antwoord_id)
                labels[wie].append(een.vraag.label)
    weg = collegas.afwezigheden(sessie, op)
    weters = (
        Weter(wie, len(ids[wie]), tuple(dict.fromkeys(labels[wie])), weg.get(wie.behandelaar_id or 0, ""))
        for wie in ids
    )
    return tuple(sorted(weters, key=lambda w: (-w.antwoorden, w.wie.behandelaar or "", w.wie.directie or ""))[:_WETERS])
