"""Looking up what a note could cite: notes that the set has, a number of the Kamer, and earlier answers by their words."""

from __future__ import annotations

from dataclasses import dataclass

from kamervragen.catalogue import datum
from kamervragen.core.act import Huis, inzage
from kamervragen.core.actor import Wie
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.rollen import Handeling
from kamervragen.hergebruik import eerder
from kamervragen.language.citations.verwijzingen import citeer, verwijzingen
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import vind_set

_HOOGSTENS = 8


@dataclass(frozen=True, slots=True)
class Bron:
    """Something to cite: the text of the note, what it is about, and the mark when the set has the note already."""

    tekst: str
    waarover: str
    merk: str | None = None


def zoek(huis: Huis, wie: Wie, sleutel: str, woorden: str) -> tuple[Bron, ...]:
    """What fits these words, notes of the set first; without words only those. :raises NietGevonden: no such set."""
    with inzage(huis, wie, Handeling.EERDER_ZOEKEN) as sessie:
        rij = vind_set(sessie, sleutel)
        noten = vragensets.noten(sessie, rij.id)
    gezocht = woorden.casefold().split()
    eigen = [
        Bron(kaal, "", f"[^{noot.soort[0]}{noot.nummer}]")
        for noot in noten
        if (kaal := platte_tekst(noot.tekst)) and all(woord in kaal.casefold() for woord in gezocht)
    ]
    if not gezocht:
        return tuple(eigen)
    nummers = [
        Bron(f"{citeer(v.id)}.", woorden[v.begin : v.einde]) for v in verwijzingen(woorden) if v.id and "-" in v.id
    ]
    return (*eigen, *nummers, *_eerder(huis, wie, sleutel, woorden))[: _HOOGSTENS + len(eigen)]


def _eerder(huis: Huis, wie: Wie, sleutel: str, woorden: str) -> list[Bron]:
    uit: dict[str, Bron] = {}
    for gevonden in eerder.zoek(huis, wie, woorden):
        e = gevonden.treffer.eenheid
        if e.sleutel == sleutel:
            continue
        if e.aanhangselnummer:
            tekst = f"{citeer(e.aanhangselnummer)}."
        else:
            tekst = f"Antwoord op de vragen {e.zaaknummer or e.sleutel}" + (
                f" van {datum(e.datum)}." if e.datum else "."
            )
        uit.setdefault(tekst, Bron(tekst, e.vraag))
    return list(uit.values())
