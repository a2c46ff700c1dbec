"""Standard passages: approved text kept true by its owner, ranked beside a question, and put into answers knowingly."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from kamervragen.antwoorden.schrijven import MAX_TEKENS, voeg_toe
from kamervragen.antwoorden.store import hergebruik
from kamervragen.antwoorden.store.hergebruik import Plaats
from kamervragen.core.act import Huis, Werk, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.store import jobs
from kamervragen.documents.text.markdown import canoniek, platte_tekst
from kamervragen.domain.errors import NietGevonden, Ongeldig, TeGroot
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.vragenset import MERK
from kamervragen.hergebruik import archiefindex
from kamervragen.hergebruik import eerder as hergebruiken
from kamervragen.hergebruik.rows import PassageRij
from kamervragen.hergebruik.store import passages
from kamervragen.mensen.store import gebruikers
from kamervragen.search.analyse import profiel, termen
from kamervragen.search.kenmerken import dekking, zeldzaamheid
from kamervragen.sets.blik import Blik
from kamervragen.sets.toegang import set_voor

_VOORAF = timedelta(days=31)  # an owner sees a passage that long before its last day
_VERWANT = 0.12  # share of what a question tells that a passage must hold to stand beside it
_MEEST = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its owner, where it is used, and how it stands today."""

    rij: PassageRij
    eigenaar: str
    verlopen: bool
    verloopt: bool
    gebruikt: tuple[Plaats, ...] = ()


def lijst(huis: Huis, wie: Wie) -> tuple[Passage, ...]:
    """All passages, by title."""
    with inzage(huis, wie, Handeling.EERDER_ZOEKEN) as sessie:
        return _passages(sessie, passages.alle(sessie), huis.vandaag())


def toon(huis: Huis, wie: Wie, id: int) -> Passage:
    """One passage with where it is used. :raises NietGevonden: no such passage."""
    with inzage(huis, wie, Handeling.EERDER_ZOEKEN) as sessie:
        (een,) = _passages(sessie, [_bestaand(sessie, id)], huis.vandaag())
        return een


def mijn_aflopende(huis: Huis, wie: Wie) -> tuple[PassageRij, ...]:
    """The passages this person owns that end within a month, or have ended."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        return passages.verloopt_voor(sessie, wie.gebruiker_id or 0, huis.vandaag() + _VOORAF)


def eigenaren(huis: Huis, wie: Wie) -> tuple[tuple[int, str], ...]:
    """Who can own a passage."""
    with inzage(huis, wie, Handeling.PASSAGES_BEHEREN) as sessie:
        return tuple((rij.id, rij.naam) for rij in gebruikers.alle(sessie) if rij.actief)


def bewaar(
    huis: Huis,
    wie: Wie,
    id: int | None,
    *,
    titel: str,
    tekst: str,
    eigenaar_id: int | None,
    geldig_tot: date | None,
    versie: int = 0,
) -> int:
    """Makes a passage, or replaces the one that is still at `versie`. Returns its id.

    :raises Ongeldig: when something is missing. :raises Verouderd: when a colleague was first.
    """
    if not (titel and tekst.strip() and eigenaar_id and geldig_tot):
        raise Ongeldig("Vul de titel, de tekst, de eigenaar en de dag tot wanneer de passage geldt in.", veld="titel")
    if len(tekst) > MAX_TEKENS:
        raise TeGroot("Een passage mag hooguit 100.000 tekens hebben.")
    if MERK.search(tekst):
        raise Ongeldig(
            "Een passage heeft geen noten: haal merken zoals [^v1] weg en schrijf de bron in de tekst.", veld="tekst"
        )
    schoon = canoniek(tekst.replace("\r\n", "\n").replace("\0", ""))
    with handeling(huis, wie, Handeling.PASSAGES_BEHEREN, f"passage {id or 'nieuw'}") as werk:
        if eigenaar_id not in {rij.id for rij in gebruikers.alle(werk.sessie) if rij.actief}:
            raise Ongeldig("Kies als eigenaar iemand uit de lijst.", veld="eigenaar")
        velden = {"titel": titel[:300], "tekst": schoon, "eigenaar_id": eigenaar_id, "geldig_tot": geldig_tot}
        if id is None:
            id = passages.nieuw(werk.sessie, **velden, actor=wie.naam, moment=werk.moment)  # type: ignore[arg-type]
        else:
            _bestaand(werk.sessie, id)
            passages.bewaar(werk.sessie, id, **velden, actor=wie.naam, moment=werk.moment, versie=versie)  # type: ignore[arg-type]
        _plan(werk, id)
        return id


def bij_vraag(blik: Blik, label: str) -> tuple[Passage, ...]:
    """Finds the passages that say something on this question, those that say most first."""
    gewicht = zeldzaamheid(hergebruiken.index_voor(blik.huis, blik.wie))
    vraag = blik.vraag(label)
    gezocht = {t: gewicht(t) for t in termen(f"{platte_tekst(vraag.tekst)} {blik.rij.onderwerp or ''}")}
    alle = passages.alle(blik.sessie)
    scores = {p.id: dekking(gezocht, profiel((p.titel, platte_tekst(p.tekst))), "profiel") for p in alle}
    beste = sorted((p for p in alle if scores[p.id] >= _VERWANT), key=lambda p: -scores[p.id])
    return _passages(blik.sessie, beste[:_MEEST], blik.op)


def neem_over(
    huis: Huis, wie: Wie, sleutel: str, label: str, passage_id: int, *, versie: int, ook_verlopen: bool = False
) -> int:
    """Puts a passage behind what the answer says. Returns the new version.

    :raises Ongeldig: when it has expired and that was not explicitly accepted.
    """
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        passage = _bestaand(werk.sessie, passage_id)
        verlopen = passage.geldig_tot < werk.dag
        if verlopen and not ook_verlopen:
            raise Ongeldig(
                "De passage “%(titel)s” is verlopen. Vink aan dat u haar toch gebruikt, of vraag de eigenaar om "
                "een nieuwe dag.",
                titel=passage.titel,
            )
        antwoord_id, nieuw = voeg_toe(werk, rij, label, passage.tekst, versie=versie)
        passages.onthoud_gebruik(
            werk.sessie, passage_id, antwoord_id, verlopen=verlopen, actor=wie.naam, moment=werk.moment
        )
        return nieuw


def _plan(werk: Werk, id: int) -> None:
    taak = archiefindex.TAAK_PASSAGE
    jobs.plan(werk.sessie, taak, {"passage_id": id}, sleutel=f"{taak}:{id}", op=werk.moment)


def _bestaand(sessie: Session, id: int) -> PassageRij:
    rij = passages.op_id(sessie, id) if id else None
    if rij is None:
        raise NietGevonden("Deze passage bestaat niet. Ga terug naar de lijst van passages.")
    return rij


def _passages(sessie: Session, rijen: Collection[PassageRij], op: date) -> tuple[Passage, ...]:
    if not rijen:
        return ()
    namen = {mens.id: mens.naam for mens in gebruikers.alle(sessie)}
    gebruik = passages.gebruikt_in(sessie, [rij.id for rij in rijen])
    antwoorden = sorted({id for ids in gebruik.values() for id in ids})
    waar = {plaats.antwoord_id: plaats for plaats in hergebruik.plaatsen(sessie, antwoorden)} if antwoorden else {}
    return tuple(
        Passage(
            rij,
            namen.get(rij.eigenaar_id, ""),
            rij.geldig_tot < op,
            op <= rij.geldig_tot < op + _VOORAF,
            tuple(waar[id] for id in gebruik.get(rij.id, ()) if id in waar),
        )
        for rij in rijen
    )
