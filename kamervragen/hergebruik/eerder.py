"""Earlier answers for a question: found, explained, and weighed by what people said of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from kamervragen import catalogue
from kamervragen.antwoorden.rows import AchterhaaldRij, NietBruikbaarRij
from kamervragen.antwoorden.store import antwoorden, hergebruik
from kamervragen.antwoorden.store.hergebruik import Plaats
from kamervragen.core.act import Huis, eis, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.store import sight
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.afleiding import Stap, stap
from kamervragen.domain.kabinetten import kabinet
from kamervragen.domain.rollen import Handeling
from kamervragen.hergebruik import indexwerk
from kamervragen.language.citations.vervolg import Vervolg, vervolg
from kamervragen.language.zinnen import zinnen
from kamervragen.search.analyse import termen, woorden
from kamervragen.search.bijstelling import Kennis, met_kennis
from kamervragen.search.index import Index, Kandidaat
from kamervragen.search.kenmerken import Vraagstelling, gelijkenis
from kamervragen.search.ranking import Treffer, orden, vang, weging
from kamervragen.sets import index as index_werk
from kamervragen.sets import nummers
from kamervragen.sets.blik import Blik
from kamervragen.sets.rows import VraagRij, VragensetRij
from kamervragen.sets.store import vinden


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
    kabinet: str | None
    zinnen: tuple[str, ...] = ()
    overgenomen: int = 0
    achterhaald: AchterhaaldRij | None = None
    niet_bruikbaar: NietBruikbaarRij | None = None
    plaats: Plaats | None = None

    @property
    def redenen(self) -> tuple[str, ...]:
        """Why it stands where it does, in the language of who looks."""
        return tuple(catalogue.woorden(reden.code, reden.feiten) for reden in self.treffer.redenen)

    @property
    def punten(self) -> tuple[Punt, ...]:
        """What its score is made of, in the language of who looks."""
        return punten(self.treffer)

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


def zoek(
    huis: Huis, wie: Wie, vraag: str, *, onderwerp: str = "", zonder_set: int | None = None, aantal: int = 10
) -> list[Eerder]:
    """The best earlier answers for a question, best first; an empty list when nothing is near enough.

    What was saved but not indexed yet is indexed first, unless a worker is at it.
    """
    eis(wie, Handeling.EERDER_ZOEKEN)
    index = index_voor(huis, wie)
    with inzage(huis, wie, Handeling.EERDER_ZOEKEN) as sessie:
        stelling = Vraagstelling(vraag, onderwerp, datum=huis.vandaag())
        groep = str(zonder_set) if zonder_set is not None else None
        (gevonden,) = _gevonden(sessie, index, [_Zoeking(stelling, groep)], aantal=aantal)
        return gevonden


def zoek_bij_vraag(blik: Blik, label: str, *, aantal: int = 5) -> list[Eerder]:
    """Finds earlier answers for one question of a set, its own set left out; what was set aside comes behind them.

    :raises NietGevonden: no such question. :raises NietToegestaan: without the right to search.
    """
    eis(blik.wie, Handeling.EERDER_ZOEKEN)
    index, vraag = index_voor(blik.huis, blik.wie), blik.vraag(label)
    een = next(g for g in gevraagd(blik) if g.vraag.id == vraag.id)
    (gevonden,) = van_vragen(blik.sessie, index, [een], aantal=aantal)
    return gevonden


def zoek_bij_set(blik: Blik, labels: Collection[str] | None = None, *, aantal: int = 5) -> dict[str, list[Eerder]]:
    """Finds the same for every question of a set, or these of them, by its label."""
    eis(blik.wie, Handeling.EERDER_ZOEKEN)
    index = index_voor(blik.huis, blik.wie)
    gesteld = [een for een in gevraagd(blik) if labels is None or een.vraag.label in labels]
    gevonden = van_vragen(blik.sessie, index, gesteld, aantal=aantal)
    return {een.vraag.label: eerder for een, eerder in zip(gesteld, gevonden, strict=True)}


def van_vragen(sessie: Session, index: Index, gesteld: Sequence[Gevraagd], *, aantal: int) -> list[list[Eerder]]:
    """What `zoek_bij_vraag` gives, for questions of one set that were read already."""
    opzij = hergebruik.niet_bruikbaar(sessie, gesteld[0].rij.id) if gesteld else {}
    zoekingen = []
    for een in gesteld:
        vast = tuple(k for v in een.vervolg for k in _vast(sessie, index, v, een))
        zoekingen.append(_Zoeking(een.stelling, str(een.rij.id), vast, opzij.get(een.vraag.id, {})))
    gevonden = _gevonden(sessie, index, zoekingen, aantal=aantal)
    return [[e for e in reeks if not e.opzij] + [e for e in reeks if e.opzij] for reeks in gevonden]


def gevraagd(blik: Blik) -> list[Gevraagd]:
    """Gives every question of a set with subject, the other questions, askers and what it cites."""
    rij = blik.rij
    notenteksten = {f"{noot.soort[0]}{noot.nummer}": f"{noot.tekst} {noot.url or ''}" for noot in blik.noten}
    leden = tuple(b.naam or "" for b in blik.betrokkenen if b.rol == "indiener")
    kaal = {vraag.label: platte_tekst(vraag.tekst) for vraag in blik.vragen}
    uit: list[Gevraagd] = []
    for vraag in blik.vragen:
        anderen = (tekst for label, tekst in kaal.items() if label != vraag.label)
        verband = (platte_tekst(rij.inleiding or ""), *anderen)
        aangehaald = index_werk.aangehaald(vraag.tekst, blik.noten)
        stelling = Vraagstelling(
            kaal[vraag.label], rij.onderwerp or "", verband, leden, rij.ingezonden or blik.op, aangehaald
        )
        uit.append(Gevraagd(rij, vraag, stelling, vervolg(vraag.tekst, notenteksten)))
    return uit


def index_voor(huis: Huis, wie: Wie) -> Index:
    """The index as it lies, for who looks at a page: the worker alone writes it."""
    indexwerk.bij_voor(huis, wie)
    return index_werk.zoals_hij_is(huis)


def in_opbouw(huis: Huis) -> bool:
    """Whether there is no index to find anything in yet: the worker builds it."""
    return index_werk.zoals_hij_is(huis).in_opbouw


@dataclass(frozen=True, slots=True)
class _Zoeking:
    """One question: without the units of `groep`, with those of elsewhere, and what was set aside for it, by answer."""

    stelling: Vraagstelling
    groep: str | None
    vast: tuple[Kandidaat, ...] = ()
    opzij: Mapping[int, NietBruikbaarRij] = field(default_factory=dict)


def _gevonden(sessie: Session, index: Index, zoekingen: Sequence[_Zoeking], *, aantal: int) -> list[list[Eerder]]:
    """What each search found, best first: the database is asked once for all of them together."""
    oud = hergebruik.achterhaald(sessie)
    ingehaald = {id: _reden_achterhaald(rij) for id, rij in oud.items()}
    weg = sight.verborgen(sessie).values()  # shielded a moment ago, while the index still holds it
    treffers = [[t for t in _treffers(index, z, ingehaald, aantal) if t.eenheid.sleutel not in weg] for z in zoekingen]
    ids = sorted({t.eenheid.antwoord_id for reeks in treffers for t in reeks})
    kennis = _Kennis(
        antwoorden.teksten(sessie, ids),
        hergebruik.aantallen(sessie, ids),
        {plaats.antwoord_id: plaats for plaats in hergebruik.plaatsen(sessie, ids)},
        oud,
    )
    return [
        [_eerder(t, kennis, zoeking.opzij) for t in reeks] for zoeking, reeks in zip(zoekingen, treffers, strict=True)
    ]


def _treffers(index: Index, zoeking: _Zoeking, achterhaald: Mapping[int, Stap], aantal: int) -> list[Treffer]:
    """What is outdated or set aside comes lower, never out of sight. Remembered as long as the index stays as it is."""
    opzij = {id: stap("reden_niet_bruikbaar", wie=r.actor, reden=r.reden) for id, r in zoeking.opzij.items()}

    def rangschik() -> list[Treffer]:
        vangst = vang(index, zoeking.stelling, zonder_groep=zoeking.groep, ook=zoeking.vast)
        return orden(
            vangst,
            aantal=aantal,
            drempel=weging(vangst.taal).drempel,
            bijstelling=met_kennis(Kennis(achterhaald, opzij, vangst.vast)),
            achteraan={*achterhaald, *opzij},
        )

    bekend = tuple(sorted((id, *map(str, reden.feiten)) for bron in (achterhaald, opzij) for id, reden in bron.items()))
    vast = tuple(k.bron for k in zoeking.vast)
    return index.onthoud((zoeking.stelling, zoeking.groep, vast, bekend, len(achterhaald), aantal), rangschik)


def _reden_achterhaald(rij: AchterhaaldRij) -> Stap:
    return stap("reden_achterhaald", door=rij.door, sinds=rij.sinds, reden=rij.reden, wie=rij.actor)


def _vast(sessie: Session, index: Index, wijst: Vervolg, een: Gevraagd) -> list[Kandidaat]:
    """The very pairs a question follows up on."""
    rij = nummers.set_van(sessie, wijst.nummer) if wijst.nummer else None
    if rij is None and wijst.datum is not None:
        rij = vinden.van_indiener_op(sessie, een.stelling.indieners, wijst.datum)
    if rij is None or rij.id == een.rij.id:
        return []
    labels = {k.eenheid().label: k for k in index.van_groep(str(rij.id))}
    return [labels[label] for label in wijst.labels if label in labels]


@dataclass(frozen=True, slots=True)
class _Kennis:
    """What the database knows of answers that were found: each as it stands, how often it was used, where it stands."""

    teksten: Mapping[int, str]
    keren: Mapping[int, int]
    plaatsen: Mapping[int, Plaats]
    achterhaald: Mapping[int, AchterhaaldRij]


def _eerder(treffer: Treffer, kennis: _Kennis, opzij: Mapping[int, NietBruikbaarRij]) -> Eerder:
    id, dag = treffer.eenheid.antwoord_id, treffer.eenheid.datum
    return Eerder(
        treffer,
        gemarkeerd(treffer.eenheid.vraag, treffer.gedeeld),
        gemarkeerd(treffer.eenheid.antwoord, treffer.gedeeld),
        kabinet(op=dag) if dag else None,
        tuple(zin.tekst for zin in zinnen(kennis.teksten.get(id, ""))),
        kennis.keren.get(id, 0),
        kennis.achterhaald.get(id),
        opzij.get(id),
        kennis.plaatsen.get(id),
    )


def punten(treffer: Treffer) -> tuple[Punt, ...]:
    """The parts of a score in words, largest first. They add up to the score, in hundredths."""
    delen = sorted(treffer.delen, key=lambda deel: (-abs(deel.waarde), deel.naam))
    return tuple(Punt(catalogue.woorden(f"deel_{deel.naam}"), 100 * deel.waarde) for deel in delen if deel.waarde)


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
