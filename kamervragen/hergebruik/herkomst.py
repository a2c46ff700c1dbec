"""What an answer took over from others: where each sentence came from, what of it may be stale, who uses it further."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rapidfuzz import fuzz
from sqlmodel import Session

from kamervragen.antwoorden.rows import AchterhaaldRij, BevestigingRij, HergebruikRij
from kamervragen.antwoorden.store import antwoorden, hergebruik
from kamervragen.antwoorden.store.hergebruik import Plaats
from kamervragen.core.act import Huis, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.hergebruik.eerder import index_voor, lijkt
from kamervragen.language.feiten import Slijtage, slijtplekken
from kamervragen.language.zinnen import zinnen
from kamervragen.search.analyse import termen
from kamervragen.search.index import Index
from kamervragen.sets.blik import Blik
from kamervragen.sets.rows import AntwoordRij, VraagRij, VragensetRij
from kamervragen.sets.toegang import set_voor, vind_vraag

_HERKEND = 60  # percent of likeness from which on a sentence is the one that was taken over, changed
_STOPLAP = 0.9  # an answer this like another one ...
_ANDERE_VRAAG = 0.6  # ... to a question less like this one than this, is filled in without thought


class Zinstand(StrEnum):
    """What became of a sentence after it was taken over."""

    GELIJK = "gelijk"
    GEWIJZIGD = "gewijzigd"
    WEG = "weg"


@dataclass(frozen=True, slots=True)
class Bronzin:
    """A sentence that was taken over, and the sentence it is now (empty when it went)."""

    tekst: str
    stand: Zinstand
    nu: str


@dataclass(frozen=True, slots=True)
class Bron:
    """An earlier answer text was taken from, sentence by sentence."""

    hergebruik: HergebruikRij
    vragenset: VragensetRij
    zinnen: tuple[Bronzin, ...]
    achterhaald: AchterhaaldRij | None


@dataclass(frozen=True, slots=True)
class Slijtplaats:
    """A piece of taken-over text that may be stale. `afdruk` names it in a form; `wie` confirmed that it still holds."""

    soort: Slijtage
    tekst: str
    zin: str
    afdruk: str
    wie: str | None


@dataclass(frozen=True, slots=True)
class Stoplap:
    """An answer that is nearly the answer to another question. `procent` like it."""

    plaats: Plaats
    procent: int


@dataclass(frozen=True, slots=True)
class Controle:
    """What the desk tells about the taken-over text of one answer."""

    bronnen: tuple[Bron, ...] = ()
    slijtplaatsen: tuple[Slijtplaats, ...] = ()
    stoplap: Stoplap | None = None
    afnemers: int = 0

    @property
    def open(self) -> tuple[Slijtplaats, ...]:
        """What nobody confirmed or changed yet."""
        return tuple(plaats for plaats in self.slijtplaatsen if plaats.wie is None)


@dataclass(frozen=True, slots=True)
class Gebruik:
    """Where the text of an answer came from and where it went, near and far, with what is said of the answer."""

    antwoord: AntwoordRij
    plaats: Plaats
    bronnen: tuple[Plaats, ...]
    afnemers: tuple[Plaats, ...]
    achterhaald: AchterhaaldRij | None


def controle(blik: Blik, label: str) -> Controle:
    """Tells what there is to tell of the answer to a question. Advice: nothing is blocked."""
    index = index_voor(blik.huis, blik.wie)
    vraag, antwoord = blik.vraag(label), blik.antwoord_op(label)
    if antwoord is None or not antwoord.tekst:
        return Controle()
    kennis = _kennis(blik.sessie, blik.id)
    return Controle(
        bronnen=_bronnen(kennis, antwoord),
        slijtplaatsen=_slijtplaatsen(kennis, antwoord, blik.op),
        stoplap=_stoplap(index, vraag, antwoord, blik.sessie),
        afnemers=len(hergebruik.afnemers(blik.sessie, antwoord.id)),
    )


def na_te_kijken(blik: Blik) -> dict[str, int]:
    """Counts per question how many pieces of taken-over text of its answer nobody looked at yet."""
    uit: dict[str, int] = {}
    kennis = _kennis(blik.sessie, blik.id)
    for antwoord, labels in blik.antwoorden:
        if antwoord.tekst and labels:
            plaatsen = _slijtplaatsen(kennis, antwoord, blik.op)
            aantal = sum(plaats.wie is None for plaats in plaatsen)
            if aantal:
                uit[labels[0]] = aantal
    return uit


def bevestig(huis: Huis, wie: Wie, sleutel: str, label: str, afdrukken: Collection[str]) -> int:
    """Confirms that these pieces still hold. Returns how many. :raises Ongeldig: when none was chosen."""
    if not afdrukken:
        raise Ongeldig("Kies eerst wat u hebt nagekeken.")
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel) as werk:
        vraag = vind_vraag(werk.sessie, set_voor(werk, sleutel), label)
        antwoord = antwoorden.van_vraag(werk.sessie, vraag)
        if antwoord is None:
            raise NietGevonden("Dit antwoord is intussen verwijderd. Vernieuw de pagina.")
        plaatsen = _slijtplaatsen(_kennis(werk.sessie, antwoord.vragenset_id), antwoord, werk.dag)
        gekozen = [(plaats.zin, plaats.tekst) for plaats in plaatsen if plaats.afdruk in afdrukken]
        return hergebruik.bevestig(werk.sessie, antwoord.id, gekozen, actor=wie.naam, moment=werk.moment)


def markeer_achterhaald(huis: Huis, wie: Wie, antwoord_id: int, *, reden: str, door: str, sinds: date | None) -> None:
    """Says that an answer is no longer the position. :raises Ongeldig: without reason, by what and since when."""
    if not (reden and door and sinds):
        raise Ongeldig("Vul in waarom het antwoord achterhaald is, waardoor, en sinds welke dag.", veld="reden")
    if sinds > huis.vandaag():
        raise Ongeldig("Kies als dag vandaag of eerder: achterhaald is iets pas als het zo is.", veld="sinds")
    with handeling(huis, wie, Handeling.EERDER_BEOORDELEN, f"antwoord {antwoord_id}", herroepbaar=True) as werk:
        _bestaand(werk.sessie, antwoord_id)
        hergebruik.markeer_achterhaald(
            werk.sessie, antwoord_id, reden=reden, door=door, sinds=sinds, actor=wie.naam, moment=werk.moment
        )


def trek_achterhaald_in(huis: Huis, wie: Wie, antwoord_id: int) -> None:
    """Takes the mark back; it stays on record."""
    with handeling(huis, wie, Handeling.EERDER_BEOORDELEN, f"antwoord {antwoord_id}", herroepbaar=True) as werk:
        hergebruik.trek_achterhaald_in(werk.sessie, antwoord_id, actor=wie.naam, moment=werk.moment)


def markeer_niet_bruikbaar(huis: Huis, wie: Wie, sleutel: str, label: str, antwoord_id: int, *, reden: str) -> None:
    """Sets a proposal aside for one question. An empty reason takes that back."""
    with handeling(huis, wie, Handeling.EERDER_BEOORDELEN, sleutel) as werk:
        vraag = vind_vraag(werk.sessie, set_voor(werk, sleutel), label)
        _bestaand(werk.sessie, antwoord_id)
        if reden:
            hergebruik.markeer_niet_bruikbaar(
                werk.sessie, vraag.id, antwoord_id, reden=reden, actor=wie.naam, moment=werk.moment
            )
        else:
            hergebruik.wel_bruikbaar(werk.sessie, vraag.id, antwoord_id)


def gebruik(huis: Huis, wie: Wie, antwoord_id: int) -> Gebruik:
    """Both ways from one answer: what it came from, and every answer a correction must reach."""
    with inzage(huis, wie, Handeling.EERDER_ZOEKEN) as sessie:
        antwoord = _bestaand(sessie, antwoord_id)
        plaats = next(iter(hergebruik.plaatsen(sessie, [antwoord_id])), None)
        if plaats is None:
            raise NietGevonden("Dit antwoord hoort bij geen vraag meer. Ga terug en vernieuw de pagina.")
        return Gebruik(
            antwoord,
            plaats,
            hergebruik.plaatsen(sessie, hergebruik.bronnen(sessie, antwoord_id)),
            hergebruik.plaatsen(sessie, hergebruik.afnemers(sessie, antwoord_id)),
            hergebruik.achterhaald(sessie).get(antwoord_id),
        )


def _bestaand(sessie: Session, antwoord_id: int) -> AntwoordRij:
    antwoord = antwoorden.op_id(sessie, antwoord_id) if antwoord_id else None
    if antwoord is None:
        raise NietGevonden("Dit eerdere antwoord bestaat niet meer. Ga terug en vernieuw de pagina.")
    return antwoord


@dataclass(frozen=True, slots=True)
class _Kennis:
    """What is known of the taking over in a set, read once for all of its answers."""

    herkomst: Mapping[int, Sequence[tuple[HergebruikRij, VragensetRij]]]
    zinnen: Mapping[int, tuple[str, ...]]
    achterhaald: Mapping[int, AchterhaaldRij]
    bevestigd: Mapping[tuple[int, str], BevestigingRij]


def _kennis(sessie: Session, vragenset_id: int) -> _Kennis:
    herkomst = hergebruik.herkomst(sessie, vragenset_id)
    if not herkomst:
        return _Kennis({}, {}, {}, {})
    return _Kennis(
        herkomst,
        hergebruik.zinnen(sessie, vragenset_id),
        hergebruik.achterhaald(sessie),
        hergebruik.bevestigingen(sessie, vragenset_id),
    )


def _bronnen(kennis: _Kennis, antwoord: AntwoordRij) -> tuple[Bron, ...]:
    nu = tuple(zin.tekst for zin in zinnen(antwoord.tekst))
    return tuple(
        Bron(
            rij,
            vragenset,
            tuple(_bronzin(zin, nu) for zin in kennis.zinnen.get(rij.id, ())),
            kennis.achterhaald.get(rij.bron_antwoord_id),
        )
        for rij, vragenset in kennis.herkomst.get(antwoord.id, ())
    )


def _bronzin(zin: str, nu: tuple[str, ...]) -> Bronzin:
    if zin in nu:
        return Bronzin(zin, Zinstand.GELIJK, zin)
    beste = max(nu, key=lambda een: fuzz.ratio(zin, een), default="")
    if fuzz.ratio(zin, beste) >= _HERKEND:
        return Bronzin(zin, Zinstand.GEWIJZIGD, beste)
    return Bronzin(zin, Zinstand.WEG, "")


def _slijtplaatsen(kennis: _Kennis, antwoord: AntwoordRij, op: date) -> tuple[Slijtplaats, ...]:
    """What stands in taken-over sentences as it stood in the source; a piece that was changed is settled."""
    gevonden: dict[str, Slijtplaats] = {}
    for bron in _bronnen(kennis, antwoord):
        rij = bron.vragenset
        geschreven = rij.ontvangen or rij.gedagtekend or rij.ingezonden or bron.hergebruik.moment.date()
        for zin in bron.zinnen:
            for plek in slijtplekken(zin.tekst, geschreven=geschreven, op=op):
                if re.search(rf"(?<!\w){re.escape(plek.tekst)}(?![\w]|[.,]\d)", zin.nu):
                    afdruk = hergebruik.afdruk(zin.nu, plek.tekst)
                    al = kennis.bevestigd.get((antwoord.id, afdruk))
                    gevonden.setdefault(
                        afdruk, Slijtplaats(plek.soort, plek.tekst, zin.nu, afdruk, al.actor if al else None)
                    )
    return tuple(gevonden.values())


def _stoplap(index: Index, vraag: VraagRij, antwoord: AntwoordRij, sessie: Session) -> Stoplap | None:
    """The earlier answer, to another question, that this one nearly is."""
    tekst = platte_tekst(antwoord.tekst)
    gezocht = termen(tekst)
    if len(gezocht) < 8:
        return None
    gelijk: dict[int, float] = {}
    zelfde_vraag: dict[int, float] = {}
    for kandidaat in index.zoek(gezocht[:60], aantal=20, zonder_groep=str(antwoord.vragenset_id)):
        eenheid = kandidaat.eenheid()
        id, op_vraag = eenheid.antwoord_id, lijkt(platte_tekst(vraag.tekst), eenheid.vraag)
        gelijk[id] = fuzz.ratio(tekst, eenheid.antwoord) / 100
        zelfde_vraag[id] = max(zelfde_vraag.get(id, 0.0), op_vraag)
    verdacht = [(g, id) for id, g in gelijk.items() if g >= _STOPLAP and zelfde_vraag[id] < _ANDERE_VRAAG]
    # An answer that fits one of the questions it came from is in its place.
    if not verdacht or any(gelijk[id] >= _STOPLAP and zelfde_vraag[id] >= _ANDERE_VRAAG for id in gelijk):
        return None
    hoogste, id = max(verdacht)
    plaatsen = hergebruik.plaatsen(sessie, [id])
    return Stoplap(plaatsen[0], round(100 * hoogste)) if plaatsen else None
