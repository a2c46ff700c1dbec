"""Earlier answers for a question: found, explained, and taken over with their source remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kamervragen import catalogus
from kamervragen.domain.errors import NietGevonden
from kamervragen.domain.rollen import Handeling
from kamervragen.reuse.analyse import woorden
from kamervragen.reuse.index import Index
from kamervragen.reuse.ranking import Treffer, Vraagstelling, rangschik
from kamervragen.storage import taken, vragensets
from kamervragen.storage.engine import lezen
from kamervragen.usecases import index as index_werk
from kamervragen.usecases.handeling import Huis, Wie, inzage, vind_set
from kamervragen.usecases.werk import werk_bij


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of text, marked when its words counted in the score."""

    tekst: str
    raak: bool


@dataclass(frozen=True, slots=True)
class Eerder:
    """An earlier pair as a screen shows it."""

    treffer: Treffer
    vraag: tuple[Stuk, ...]
    antwoord: tuple[Stuk, ...]
    redenen: tuple[str, ...]

    def als_json(self) -> dict[str, Any]:
        """The object that `kamervragen zoek --json` prints."""
        e = self.treffer.eenheid
        return {
            "sleutel": e.sleutel,
            "zaaknummer": e.zaaknummer,
            "aanhangselnummer": e.aanhangselnummer,
            "vraagnummer": e.label,
            "vraag": e.vraag,
            "antwoord": e.antwoord,
            "datum": e.datum.isoformat() if e.datum else None,
            "bewindspersoon": e.bewindspersoon or None,
            "score": round(self.treffer.score, 4),
            "redenen": list(self.redenen),
        }


def search(
    huis: Huis, wie: Wie, vraag: str, *, onderwerp: str = "", zonder_set: int | None = None, aantal: int = 10
) -> list[Eerder]:
    """The best earlier answers for a question, best first; an empty list when nothing is known.

    What was saved but not indexed yet is indexed first, unless a worker is at it.
    """
    with inzage(huis, wie, Handeling.EERDER_ZOEKEN) as sessie:
        achter = taken.wachtend(sessie) > 0
    if achter:
        werk_bij(huis, hoogstens=50)
    index: Index = index_werk.geopend(huis)
    groep = str(zonder_set) if zonder_set is not None else None
    gevonden = rangschik(index, Vraagstelling(vraag, onderwerp), aantal=aantal, zonder_groep=groep)
    return [_eerder(treffer) for treffer in gevonden]


def search_bij_vraag(huis: Huis, wie: Wie, sleutel: str, label: str, *, aantal: int = 5) -> list[Eerder]:
    """Earlier answers for one question of a set, its own set left out. :raises NietGevonden: no such question."""
    with lezen(huis.engine) as sessie:
        rij = vind_set(sessie, sleutel)
        assert rij.id is not None
        vraag = next((v for v in vragensets.vragen(sessie, rij.id) if v.label == label), None)
        if vraag is None:
            raise NietGevonden(f"Vraag {label} staat niet in {sleutel}.")
        tekst, onderwerp, id = vraag.tekst, rij.onderwerp or "", rij.id
    return search(huis, wie, tekst, onderwerp=onderwerp, zonder_set=id, aantal=aantal)


def _eerder(treffer: Treffer) -> Eerder:
    redenen = tuple(catalogus.woorden(stap.code, stap.feiten) for stap in treffer.redenen)
    e = treffer.eenheid
    return Eerder(treffer, _gemarkeerd(e.vraag, treffer.gedeeld), _gemarkeerd(e.antwoord, treffer.gedeeld), redenen)


def _gemarkeerd(tekst: str, termen: frozenset[str]) -> tuple[Stuk, ...]:
    uit: list[Stuk] = []
    plaats = 0
    for woord in woorden(tekst):
        if woord.term in termen:
            uit += [Stuk(tekst[plaats : woord.begin], False), Stuk(tekst[woord.begin : woord.einde], True)]
            plaats = woord.einde
    uit.append(Stuk(tekst[plaats:], False))
    return tuple(stuk for stuk in uit if stuk.tekst)
