"""Earlier answers for a question: found, explained, and weighed by what people said of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from kamervragen import catalogus
from kamervragen.documents.markdown import platte_tekst
from kamervragen.domain.afleiding import Stap, stap
from kamervragen.domain.kabinetten import kabinet
from kamervragen.domain.rollen import Handeling
from kamervragen.language.vervolg import Vervolg, vervolg
from kamervragen.language.zinnen import zinnen
from kamervragen.reuse.analyse import termen, woorden
from kamervragen.reuse.bijstelling import Kennis, met_kennis
from kamervragen.reuse.index import Index, Kandidaat
from kamervragen.reuse.kenmerken import Gezocht, Vraagstelling, gelijkenis
from kamervragen.reuse.ranking import Deel, Treffer, rangschik, weging
from kamervragen.storage import afscherming, antwoorden, hergebruik, taken, vragensets
from kamervragen.storage.engine import lezen
from kamervragen.storage.tables import AchterhaaldRij, NietBruikbaarRij, VraagRij, VragensetRij
from kamervragen.usecases import index as index_werk
from kamervragen.usecases import nummers
from kamervragen.usecases.handeling import Huis, Wie, eis, inzage, vind_set, vind_vraag
from kamervragen.usecases.werk import INDEXTAKEN, werk_bij


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of text, marked when its words counted in the score."""

    tekst: str
    raak: bool


@dataclass(frozen=True, slots=True)
class Punt:
    """A part of a score in words, in points of a hundred."""

    tekst: str
    punten: float


@dataclass(frozen=True, slots=True)
class Eerder:
    """An earlier pair as a screen shows it. `zinnen` are those of the answer as it stands, to choose from."""

    treffer: Treffer
    vraag: tuple[Stuk, ...]
    antwoord: tuple[Stuk, ...]
    redenen: tuple[str, ...]
    punten: tuple[Punt, ...]
    kabinet: str | None
    zinnen: tuple[str, ...] = ()
    overgenomen: int = 0
    achterhaald: AchterhaaldRij | None = None
    niet_bruikbaar: NietBruikbaarRij | None = None

    @property
    def opzij(self) -> bool:
        """Somebody set it aside for this question."""
        return self.niet_bruikbaar is not None

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
            "kabinet": self.kabinet,
            "score": round(self.treffer.score, 4),
            "delen": {deel.naam: round(deel.waarde, 4) for deel in self.treffer.delen},
            "redenen": list(self.redenen),
            "overgenomen": self.overgenomen,
        }


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """A question of a set with all the ranking may know of it."""

    rij: VragensetRij
    vraag: VraagRij
    stelling: Vraagstelling
    vervolg: tuple[Vervolg, ...]


def search(
    huis: Huis, wie: Wie, vraag: str, *, onderwerp: str = "", zonder_set: int | None = None, aantal: int = 10
) -> list[Eerder]:
    """The best earlier answers for a question, best first; an empty list when nothing is near enough.

    What was saved but not indexed yet is indexed first, unless a worker is at it.
    """
    eis(wie, Handeling.EERDER_ZOEKEN)
    index = bijgewerkt(huis)
    with inzage(huis, wie, Handeling.EERDER_ZOEKEN) as sessie:
        stelling = Vraagstelling(vraag, onderwerp, datum=huis.vandaag())
        groep = str(zonder_set) if zonder_set is not None else None
        return _gevonden(sessie, index, stelling, groep=groep, vraag_id=None, vast=(), aantal=aantal)


def search_bij_vraag(huis: Huis, wie: Wie, sleutel: str, label: str, *, aantal: int = 5) -> list[Eerder]:
    """Earlier answers for one question of a set, its own set left out; what was set aside comes behind them.

    :raises NietGevonden: no such question.
    """
    index = bijgewerkt(huis)
    with inzage(huis, wie, Handeling.EERDER_ZOEKEN) as sessie:
        rij = vind_set(sessie, sleutel)
        vraag = vind_vraag(sessie, rij, label)
        een = next(g for g in gevraagd(sessie, rij, huis.vandaag()) if g.vraag.id == vraag.id)
        return van_vraag(sessie, index, een, aantal=aantal)


def van_vraag(sessie: Session, index: Index, een: Gevraagd, *, aantal: int) -> list[Eerder]:
    """What `search_bij_vraag` gives, for a question that was read already."""
    vast = [k for v in een.vervolg for k in _vast(sessie, index, v, een)]
    gevonden = _gevonden(
        sessie, index, een.stelling, groep=str(een.rij.id), vraag_id=een.vraag.id, vast=vast, aantal=aantal
    )
    return [e for e in gevonden if not e.opzij] + [e for e in gevonden if e.opzij]


def gevraagd(sessie: Session, rij: VragensetRij, op: date) -> list[Gevraagd]:
    """Every question of a set, with subject, the other questions, askers and what it cites."""
    assert rij.id is not None
    vragen, noten = vragensets.vragen(sessie, rij.id), vragensets.noten(sessie, rij.id)
    notenteksten = {f"{noot.soort[0]}{noot.nummer}": f"{noot.tekst} {noot.url or ''}" for noot in noten}
    leden = tuple(b.naam or "" for b in vragensets.betrokkenen(sessie, rij.id) if b.rol == "indiener")
    kaal = {vraag.label: platte_tekst(vraag.tekst) for vraag in vragen}
    uit: list[Gevraagd] = []
    for vraag in vragen:
        anderen = (tekst for label, tekst in kaal.items() if label != vraag.label)
        verband = (platte_tekst(rij.inleiding or ""), *anderen)
        aangehaald = index_werk.aangehaald(vraag.tekst, noten)
        stelling = Vraagstelling(
            kaal[vraag.label], rij.onderwerp or "", verband, leden, rij.ingezonden or op, aangehaald
        )
        uit.append(Gevraagd(rij, vraag, stelling, vervolg(vraag.tekst, notenteksten)))
    return uit


def bijgewerkt(huis: Huis) -> Index:
    """The index, once what waits was taken in; a worker that is at it is not waited for."""
    with lezen(huis.engine) as sessie:
        achter = taken.wachtend(sessie, namen=INDEXTAKEN) > 0
    if achter:
        werk_bij(huis, hoogstens=50, namen=INDEXTAKEN)
    return index_werk.geopend(huis)


def _gevonden(
    sessie: Session, index: Index, stelling: Vraagstelling, *, groep: str | None, vraag_id: int | None,
    vast: Sequence[Kandidaat], aantal: int,
) -> list[Eerder]:  # fmt: skip
    opzij = hergebruik.niet_bruikbaar(sessie, vraag_id) if vraag_id is not None else {}
    vervolgd = frozenset(k.bron for k in vast)
    achteraan = set(opzij)  # and what turns out to be outdated: lower, never out of sight

    def bijstelling(gezocht: Gezocht, kandidaten: Sequence[Kandidaat]) -> Mapping[str, tuple[Deel, ...]]:
        oud = hergebruik.achterhaald(sessie, [k.antwoord_id for k in kandidaten])
        achteraan.update(oud)
        kennis = Kennis(
            {id: _reden_achterhaald(rij) for id, rij in oud.items()},
            {id: stap("reden_niet_bruikbaar", wie=rij.actor, reden=rij.reden) for id, rij in opzij.items()},
            vervolgd,
        )
        return met_kennis(kennis)(gezocht, kandidaten)

    drempel = weging(index.taal).drempel
    treffers = rangschik(
        index,
        stelling,
        aantal=aantal,
        zonder_groep=groep,
        drempel=drempel,
        bijstelling=bijstelling,
        ook=vast,
        achteraan=achteraan,
    )
    weg = afscherming.verborgen(sessie).values()  # shielded a moment ago, while the index still holds it
    return _eerder(sessie, [treffer for treffer in treffers if treffer.eenheid.sleutel not in weg], opzij)


def _reden_achterhaald(rij: AchterhaaldRij) -> Stap:
    return stap("reden_achterhaald", door=rij.door, sinds=rij.sinds, reden=rij.reden, wie=rij.actor)


def _vast(sessie: Session, index: Index, wijst: Vervolg, een: Gevraagd) -> list[Kandidaat]:
    """The very pairs a question follows up on."""
    rij = nummers.set_van(sessie, wijst.nummer) if wijst.nummer else None
    if rij is None and wijst.datum is not None:
        rij = vragensets.van_indiener_op(sessie, een.stelling.indieners, wijst.datum)
    if rij is None or rij.id == een.rij.id:
        return []
    labels = {k.eenheid().label: k for k in index.van_groep(str(rij.id))}
    return [labels[label] for label in wijst.labels if label in labels]


def _eerder(sessie: Session, treffers: Sequence[Treffer], opzij: Mapping[int, NietBruikbaarRij]) -> list[Eerder]:
    ids = [treffer.eenheid.antwoord_id for treffer in treffers]
    teksten = antwoorden.teksten(sessie, ids)
    keren, oud = hergebruik.aantallen(sessie, ids), hergebruik.achterhaald(sessie, ids)
    return [
        Eerder(
            treffer,
            gemarkeerd(treffer.eenheid.vraag, treffer.gedeeld),
            gemarkeerd(treffer.eenheid.antwoord, treffer.gedeeld),
            tuple(catalogus.woorden(reden.code, reden.feiten) for reden in treffer.redenen),
            punten(treffer),
            kabinet(op=treffer.eenheid.datum) if treffer.eenheid.datum else None,
            tuple(zin.tekst for zin in zinnen(teksten.get(id, ""))),
            keren.get(id, 0),
            oud.get(id),
            opzij.get(id),
        )
        for id, treffer in zip(ids, treffers, strict=True)
    ]


def punten(treffer: Treffer) -> tuple[Punt, ...]:
    """The parts of a score in words, largest first. They add up to the score, in hundredths."""
    delen = sorted(treffer.delen, key=lambda deel: (-abs(deel.waarde), deel.naam))
    return tuple(Punt(catalogus.woorden(f"deel_{deel.naam}"), 100 * deel.waarde) for deel in delen if deel.waarde)


def gemarkeerd(tekst: str, termen: Collection[str]) -> tuple[Stuk, ...]:
    """The text in pieces, marked where a word or a part of a compound is among `termen`."""
    return gemarkeerd_als(tekst, lambda _, alle: any(term in termen for term in alle))


def gemarkeerd_als(tekst: str, raak: Callable[[str, tuple[str, ...]], bool]) -> tuple[Stuk, ...]:
    """The text in pieces, marked where `raak` says so of a word and its terms."""
    uit: list[Stuk] = []
    plaats = 0
    for woord in woorden(tekst):
        if not woord.formule and raak(tekst[woord.begin : woord.einde], woord.alle):
            uit += [Stuk(tekst[plaats : woord.begin], False), Stuk(tekst[woord.begin : woord.einde], True)]
            plaats = woord.einde
    uit.append(Stuk(tekst[plaats:], False))
    return tuple(stuk for stuk in uit if stuk.tekst)


def uitsnede(stukken: Iterable[Stuk], van: int, tot: int) -> tuple[Stuk, ...]:
    """The part between two places, with an ellipsis where something was left out."""
    uit: list[Stuk] = [Stuk("… ", False)] if van > 0 else []
    plaats = 0
    for stuk in stukken:
        deel = stuk.tekst[max(0, van - plaats) : max(0, tot - plaats)]
        if deel:
            uit.append(Stuk(deel, stuk.raak))
        plaats += len(stuk.tekst)
    return (*uit, Stuk(" …", False)) if plaats > tot else tuple(uit)


def lijkt(een: str, ander: str) -> float:
    """How alike two questions are, from 0 to 1, by their terms."""
    return gelijkenis(termen(een), termen(ander))
