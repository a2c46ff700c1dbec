"""The search page: everything in one box, by words, numbers and facets; saved searches and their feeds."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from kamervragen.core.act import Huis, eis, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.paging import Blad
from kamervragen.core.store import sight
from kamervragen.core.store.engine import reading
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.hergebruik import archiefindex, eerder, indexwerk
from kamervragen.hergebruik.rows import ZoekopdrachtRij
from kamervragen.hergebruik.store import zoekopdrachten
from kamervragen.mensen.store import gebruikers
from kamervragen.search.analyse import termen
from kamervragen.search.archief import FACETTEN as FACETTEN
from kamervragen.search.archief import Archief, Uitslag
from kamervragen.search.zoekvraag import Soort, Zoekvraag, gevouwen, lees_zoekvraag
from kamervragen.sets import nummers

PER_BLAD = 20
_FRAGMENT = 320  # characters of a text that the list shows
_BLADEN = 500


@dataclass(frozen=True, slots=True)
class Vraag:
    """A search as it stands in an address."""

    tekst: str = ""
    facetten: tuple[tuple[str, str], ...] = ()
    op_datum: bool = False
    blad: int = 1

    def adres(self, **anders: Any) -> str:
        """The address of this search with something else in it; a facet set to None goes. It begins at the first page."""
        return "/zoeken?" + urlencode(self.velden(**anders))

    def velden(self, **anders: Any) -> dict[str, Any]:
        """Gives the fields of that address, an empty one left out."""
        facetten = {**dict(self.facetten), **{n: w for n, w in anders.items() if n in FACETTEN}}
        op_datum, blad = anders.get("op_datum", self.op_datum), anders.get("blad", 1)
        return {
            "vraag": self.tekst,
            **{naam: waarde for naam, waarde in facetten.items() if waarde},
            **({"volgorde": "datum"} if op_datum else {}),
            **({"blad": blad} if blad > 1 else {}),
        }


@dataclass(frozen=True, slots=True)
class Vondst:
    """Something found, as the list shows it: a piece of its text, marked."""

    bron: Mapping[str, Any]
    fragment: tuple[eerder.Stuk, ...]


@dataclass(frozen=True, slots=True)
class Gevonden:
    """A page of the search. `naar` is set when the search was a number: it leads straight to its page."""

    vraag: Vraag
    vondsten: tuple[Vondst, ...] = ()
    aantal: int = 0
    facetten: Mapping[str, tuple[tuple[str, int], ...]] | None = None
    benaderd: tuple[str, ...] = ()
    naar: str | None = None
    in_opbouw: bool = False

    @property
    def blad(self) -> Blad[Vondst]:
        """Gives the page: of so many as can be leafed through."""
        return Blad(self.vondsten, self.vraag.blad, min(_BLADEN, -(-self.aantal // PER_BLAD)), self.aantal)


@dataclass(frozen=True, slots=True)
class Nummerblad:
    """The page of a number: its official address, the set that bears it, and everything that cites it."""

    nummer: str
    adres: str | None
    sleutel: str | None
    gevonden: Gevonden


def zoek(huis: Huis, wie: Wie, vraag: Vraag) -> Gevonden:
    """Everything that meets a search. Nothing typed is an error; an empty search shows everything, newest first."""
    eis(wie, Handeling.EERDER_ZOEKEN)
    if not vraag.facetten and (nummer := nummers.herken(vraag.tekst)):
        return Gevonden(vraag, naar=f"/nummers/{nummer}")
    gelezen = lees_zoekvraag(vraag.tekst)
    archief = _archief_voor(huis, wie)
    with inzage(huis, wie, Handeling.EERDER_ZOEKEN) as sessie:
        weg = _groepen(sight.verborgen(sessie))
    uitslag = archief.zoek(
        gelezen,
        facetten=dict(vraag.facetten),
        op_datum=vraag.op_datum or gelezen.leeg,
        vanaf=(vraag.blad - 1) * PER_BLAD,
        aantal=PER_BLAD,
        zonder_groepen=weg,
    )
    return replace(_gevonden(vraag, gelezen, uitslag), in_opbouw=archief.in_opbouw)


def nummer(huis: Huis, wie: Wie, id: str) -> Nummerblad:
    """The page of a canonical number. :raises NietGevonden: when it is none."""
    eis(wie, Handeling.EERDER_ZOEKEN)
    schoon = nummers.herken(id)
    if schoon is None:
        raise NietGevonden("%(id)s is geen nummer dat hier bekend is. Zoek op woorden.", id=id[:80])
    archief = _archief_voor(huis, wie)
    with inzage(huis, wie, Handeling.EERDER_ZOEKEN) as sessie:
        rij, weg = nummers.set_van(sessie, schoon), _groepen(sight.verborgen(sessie))
    uitslag = archief.zoek(Zoekvraag(()), facetten={}, op_datum=True, aantal=100, nummer=schoon, zonder_groepen=weg)
    eigen = rij.sleutel if rij else None
    gevonden = _gevonden(Vraag(schoon), Zoekvraag(()), uitslag)
    elders = tuple(vondst for vondst in gevonden.vondsten if vondst.bron["sleutel"] != eigen)
    hier = len(gevonden.vondsten) - len(elders)
    return Nummerblad(
        schoon, nummers.adres(schoon), eigen, replace(gevonden, vondsten=elders, aantal=gevonden.aantal - hier)
    )


def _archief_voor(huis: Huis, wie: Wie) -> Archief:
    """The archive as it lies, for who looks at a page: the worker alone writes it."""
    indexwerk.bij_voor(huis, wie)
    return archiefindex.zoals_het_is(huis)


def bewaar(huis: Huis, wie: Wie, naam: str, vraag: Vraag) -> None:
    """Keeps a search under a name. :raises Ongeldig: without a name."""
    if not naam:
        raise Ongeldig("Geef de zoekopdracht een naam.", veld="naam")
    with handeling(huis, wie, Handeling.EERDER_ZOEKEN, "zoekopdracht") as werk:
        if wie.gebruiker_id is None:
            raise Ongeldig("Alleen wie is ingelogd kan een zoekopdracht bewaren.")
        zoekopdrachten.voeg_toe(
            werk.sessie,
            wie.gebruiker_id,
            naam=naam[:200],
            vraag=vraag.adres(),
            sleutel=secrets.token_urlsafe(24),
            moment=werk.moment,
        )


def verwijder(huis: Huis, wie: Wie, id: int) -> None:
    """Drops one's own saved search; that of another stays."""
    with handeling(huis, wie, Handeling.EERDER_ZOEKEN, "zoekopdracht", herroepbaar=True) as werk:
        zoekopdrachten.verwijder(werk.sessie, id, wie.gebruiker_id or 0)


def bewaarde(huis: Huis, wie: Wie) -> tuple[ZoekopdrachtRij, ...]:
    """One's own saved searches, by name."""
    with inzage(huis, wie, Handeling.EERDER_ZOEKEN) as sessie:
        return zoekopdrachten.van(sessie, wie.gebruiker_id or 0)


def van_sleutel(huis: Huis, sleutel: str) -> tuple[ZoekopdrachtRij, Wie]:
    """The saved search a feed reader asks for, with whose it is. The key stands for the login, for as long as the
    person may search. :raises NietGevonden: for any other key."""
    with reading(huis.engine) as sessie:
        rij = zoekopdrachten.op_sleutel(sessie, sleutel)
        eigenaar = gebruikers.op_id(sessie, rij.gebruiker_id, huis.vandaag()) if rij else None
        if rij is None or eigenaar is None or not mag(eigenaar.rollen, Handeling.EERDER_ZOEKEN):
            raise NietGevonden("Deze feed bestaat niet meer. Maak hem opnieuw vanaf de zoekpagina.")
        return rij, Wie(eigenaar.naam, eigenaar.rollen, "feed", eigenaar.id)


def _groepen(verborgen: Collection[int]) -> list[str]:
    """Sets shielded a moment ago, which the archive may still hold, as it names them."""
    return [str(id) for id in verborgen]


def _gevonden(vraag: Vraag, gelezen: Zoekvraag, uitslag: Uitslag) -> Gevonden:
    vondsten = tuple(Vondst(bron, _fragment(bron, gelezen)) for bron in uitslag.stukken)
    return Gevonden(vraag, vondsten, uitslag.aantal, uitslag.facetten, uitslag.benaderd)


def _fragment(bron: Mapping[str, Any], gelezen: Zoekvraag) -> tuple[eerder.Stuk, ...]:
    """The part of the text around the first words that were looked for, with those marked."""
    heel = " ".join(f"{bron['tekst']} {bron['antwoord']}".split())
    stammen = {term for deel in gelezen.gezocht if deel.soort is Soort.WOORD for term in termen(deel.tekst)[:1]}
    letterlijk = {woord for deel in gelezen.gezocht if deel.soort is not Soort.BEGIN for woord in deel.woorden}
    begin = tuple(deel.woorden[0] for deel in gelezen.gezocht if deel.soort is Soort.BEGIN)
    stukken = eerder.gemarkeerd_als(
        heel,
        lambda woord, alle: bool(
            stammen & set(alle)
            or letterlijk & set(gevouwen(woord))
            or (begin and gevouwen(woord)[:1] and gevouwen(woord)[0].startswith(begin))
        ),
    )
    voor = 0
    for stuk in stukken:
        if stuk.raak:
            break
        voor += len(stuk.tekst)
    van = 0 if voor < _FRAGMENT // 2 or voor == len(heel) else heel.rfind(" ", 0, voor - _FRAGMENT // 4) + 1
    tot = len(heel) if len(heel) - van <= _FRAGMENT else heel.rfind(" ", van, van + _FRAGMENT)
    return eerder.uitsnede(stukken, van, max(tot, van + _FRAGMENT // 2))


def uit_adres(adres: str) -> Vraag:
    """The search that a saved address holds: the other way round of `Vraag.adres`."""
    velden = dict(parse_qsl(adres.partition("?")[2]))
    facetten = tuple((naam, velden[naam]) for naam in FACETTEN if naam in velden)
    return Vraag(velden.get("vraag", ""), facetten, velden.get("volgorde") == "datum")
