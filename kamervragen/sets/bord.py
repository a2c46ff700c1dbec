"""The board: the sets of a choice, soonest first, a page at a time, and how many there are of each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from kamervragen.catalogue.codes import label
from kamervragen.core.act import Huis, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.paging import Blad
from kamervragen.core.paging import blad as lees_blad
from kamervragen.domain.periode import is_periode, vak
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.domain.status import BEWERKBAAR, Status, Terugstuurreden, status_van
from kamervragen.domain.termijn import Spelregels, Stand, Stapdag, Termijn, planning
from kamervragen.sets import standen
from kamervragen.sets.kolommen import Kolom, bordkolommen
from kamervragen.sets.store import overzichten
from kamervragen.sets.store import standen as kast
from kamervragen.sets.store.standen import Deel, Keuze, Wanneer

TOON = ("open", "afgedaan", "alle")
# Days to the answer, and weeks since sending in, both included.
DUUR = {"drie": (-100_000, 21), "zes": (-100_000, 42), "langer": (43, 100_000), "alle": (-100_000, 100_000)}
LEEFTIJD = {"0-3": (0, 20), "3-6": (21, 41), "6-12": (42, 83), "12+": (84, 100_000)}


@dataclass(frozen=True, slots=True)
class Balk:
    """A term as a bar, its places in percents from the day of sending in: today, the last day, the steps before it.

    Of a set that is late the bar ends today.
    """

    nu: int
    laatste: int
    stappen: tuple[tuple[Stapdag, int], ...]


@dataclass(frozen=True, slots=True)
class Bordregel:
    """A set on the board. Without a term, or once it is over, there is no bar."""

    regel: overzichten.Regel
    status: Status
    termijn: Termijn
    balk: Balk | None

    @property
    def toewijsbaar(self) -> bool:
        """Whether its status lets it be given to another."""
        return self.status in BEWERKBAAR


@dataclass(frozen=True, slots=True)
class Filter:
    """What was asked of the board, as the address has it."""

    zoek: str = ""
    toon: str = "open"
    wanneer: str = ""
    status: str = ""
    directie: str = ""
    behandelaar: str = ""
    ambt: str = ""
    periode: str = ""
    duur: str = ""
    leeftijd: str = ""
    teruggestuurd: str = ""
    cijfers: str = ""

    @classmethod
    def gelezen(cls, velden: Mapping[str, str]) -> Filter:
        """From an address: a word that is none of those there are narrows nothing."""
        geldig: dict[str, Callable[[str], bool]] = {
            "toon": TOON.__contains__,
            "wanneer": set(Wanneer).__contains__,
            "status": set(Status).__contains__,
            "periode": is_periode,
            "duur": DUUR.__contains__,
            "leeftijd": LEEFTIJD.__contains__,
            "teruggestuurd": set(Terugstuurreden).__contains__,
            "cijfers": {"ja"}.__contains__,
        }
        gevraagd = {naam: _schoon(velden.get(naam, "")) for naam in cls.__dataclass_fields__}
        return cls(**{n: w for n, w in gevraagd.items() if w and geldig.get(n, bool)(w)})

    def velden(self) -> dict[str, str]:
        """Those that say something, for an address."""
        alle = {naam: getattr(self, naam) for naam in self.__dataclass_fields__}
        return {naam: waarde for naam, waarde in alle.items() if waarde and (naam, waarde) != ("toon", "open")}


@dataclass(frozen=True, slots=True)
class Bord:
    """One page of the board. `aantallen` are of the open sets, whatever was chosen but for `wanneer`."""

    blad: Blad[Bordregel]
    aantallen: dict[str, int]
    verdeling: tuple[Deel, ...]
    mag_toewijzen: bool
    wordt_herberekend: bool = False
    statussen: tuple[Status, ...] = field(default=tuple(Status))

    @property
    def kolommen(self) -> tuple[Kolom, ...]:
        """The columns with a heading, when one of these sets has it."""
        return tuple(k for k in bordkolommen() if any(k.waarde(b) for b in self.blad.rijen))

    @property
    def directies(self) -> tuple[str, ...]:
        """Those that have an open set."""
        return tuple(sorted({deel.directie for deel in self.verdeling if deel.directie}))

    @property
    def mensen(self) -> tuple[str, ...]:
        """Those who have an open set."""
        return tuple(sorted({deel.behandelaar for deel in self.verdeling if deel.behandelaar}))


def sets(huis: Huis, wie: Wie, *, zoek: str = "", open_: bool | None = None) -> list[Bordregel]:
    """All sets, open ones first by their last day, then closed ones newest first. `zoek` narrows by word or number."""
    return gekozen(huis, wie, Filter(zoek=zoek, toon={None: "alle", True: "open", False: "afgedaan"}[open_]))


def gekozen(huis: Huis, wie: Wie, filter_: Filter) -> list[Bordregel]:
    """All sets of a choice, in the same order."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        regels = kast.regels(sessie, keuze_van(huis, filter_))
        spelregels = standen.spelregels(huis.settings, sessie)
    return [_bordregel(regel, huis, spelregels) for regel in regels]


def blad(huis: Huis, wie: Wie, filter_: Filter, nummer: int = 1) -> Bord:
    """A page of fifty. A number beyond the last shows the last."""
    keuze = keuze_van(huis, filter_)
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        spelregels, bij = standen.spelregels(huis.settings, sessie), standen.zijn_bij(sessie, huis.settings)
        welk = lees_blad(
            kast.tel(sessie, keuze),
            nummer,
            lambda vanaf, aantal: [
                _bordregel(regel, huis, spelregels) for regel in kast.regels(sessie, keuze, vanaf=vanaf, aantal=aantal)
            ],
        )
        aantallen = kast.aantallen(sessie, keuze)
        verdeling = kast.verdeling(sessie, keuze.op)
    return Bord(
        blad=welk,
        aantallen=aantallen,
        verdeling=verdeling,
        mag_toewijzen=mag(wie.rollen, Handeling.TOEWIJZEN),
        wordt_herberekend=not bij,
    )


def keuze_van(huis: Huis, f: Filter) -> Keuze:
    """What a filter asks of the cupboard, on the day it is."""
    op = huis.vandaag()
    wanneer = Wanneer(f.wanneer) if f.wanneer else None
    return Keuze(
        op=op,
        week=op + timedelta(days=6 - op.weekday()),
        woorden=tuple(_schoon(f.zoek).casefold().split()),
        open=True if wanneer else {"open": True, "afgedaan": False}.get(f.toon),
        wanneer=wanneer,
        status=f.status,
        directie=f.directie,
        behandelaar=f.behandelaar,
        ambt=f.ambt,
        ingezonden=_ingezonden(f, op),
        duur=DUUR.get(f.duur),
        telt_mee=bool(f.cijfers),
        teruggestuurd=label(Terugstuurreden(f.teruggestuurd)) if f.teruggestuurd else "",
    )


def _schoon(tekst: str) -> str:
    """Words with single spaces, without the signs that nobody types and no database takes."""
    return " ".join("".join(teken if teken.isprintable() else " " for teken in tekst).split())


def _ingezonden(f: Filter, op: date) -> tuple[date, date] | None:
    if f.leeftijd:
        jongste, oudste = LEEFTIJD[f.leeftijd]
        return date.fromordinal(max(1, op.toordinal() - oudste)), op - timedelta(days=jongste)
    return vak(f.periode, op) if f.periode else None


def _bordregel(regel: overzichten.Regel, huis: Huis, spelregels: Spelregels) -> Bordregel:
    termijn = standen.termijn_van(regel, op=huis.vandaag(), regels=spelregels)
    return Bordregel(regel, status_van(regel.feiten), termijn, balk_van(regel.ingezonden, termijn, huis.vandaag()))


def balk_van(ingezonden: date | None, termijn: Termijn, op: date) -> Balk | None:
    """The bar of a term that still runs; None without one."""
    laatste = termijn.laatste_dag
    if ingezonden is None or laatste is None or termijn.stand is Stand.AFGEDAAN or laatste <= ingezonden:
        return None
    lengte = (max(laatste, op) - ingezonden).days

    def plek(dag: date) -> int:
        return round(100 * min(max((dag - ingezonden).days, 0), lengte) / lengte)

    stappen = tuple((s, plek(s.dag)) for s in planning(ingezonden=ingezonden, laatste_dag=laatste) if s.haalbaar)
    return Balk(plek(op), plek(laatste), stappen)
