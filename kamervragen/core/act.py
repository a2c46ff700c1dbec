"""The one door for change: check the right, open a transaction, act, write the audit line, commit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlmodel import Session

from kamervragen.catalogue.codes import label
from kamervragen.core.actor import AlGedaan, Wie
from kamervragen.core.hooks import HOOKS
from kamervragen.core.store import audit, once, undo
from kamervragen.core.store.engine import reading, writing
from kamervragen.core.store.jobs import Taak
from kamervragen.core.store.vault import Vault
from kamervragen.domain.errors import NietGevonden, NietToegestaan
from kamervragen.domain.kalender import is_werkdag
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.domain.status import Status
from kamervragen.settings import Settings

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_OCHTEND = time(6, 30)
# What a session remembers of a shielded set that was looked at, or asked for by who may not know of it: its key, under
# the word that the line in the trail will have as its result.
_GELEZEN, _VERBORGEN = "gelezen", "verborgen"


def dag_van(moment: datetime) -> date:
    """The day it was in Amsterdam."""
    return moment.astimezone(_AMSTERDAM).date()


def _nu() -> datetime:
    return datetime.now(UTC)


@dataclass
class Hand:
    """What this process holds of the jobs of a house, by the name it holds them under; and what is still to be written of those
    that ended while the database was away.
    """

    held: dict[str, Taak] = field(default_factory=dict)
    left: list[Callable[[Session], object]] = field(default_factory=list)


@dataclass(frozen=True)
class Huis:
    """What every use case needs from the world: the database, the settings and the clock."""

    engine: Engine
    settings: Settings
    nu: Callable[[], datetime] = _nu

    @cached_property
    def hand(self) -> Hand:
        """The jobs that this process has in hand."""
        return Hand()

    @cached_property
    def kluis(self) -> Vault:
        """The keys that open what is secret in the database."""
        return Vault(self.settings.sleutelbestand)

    def vandaag(self) -> date:
        """The day it is in Amsterdam."""
        return dag_van(self.nu())

    def is_ochtend(self) -> bool:
        """Whether what is written every morning may go: on a working day, from half past six in Amsterdam."""
        return is_werkdag(self.vandaag()) and self.nu().astimezone(_AMSTERDAM).time() >= _OCHTEND


class Buitenom(StrEnum):
    """Why a transaction that writes is no act: nobody uses a right in it, and it changes nothing of the work itself."""

    SPOOR = "een regel in het spoor over wat werd bekeken of niet doorging"
    INLOGGEN = "wie binnenkomt heeft nog geen rechten; het spoor krijgt zijn eigen regel"
    SESSIE = "een browser die open blijft of sluit"
    AANWEZIG = "wie nu meekijkt, een minuut lang"
    WORKER = "wat de worker van zijn eigen werk bijhoudt"
    OCHTEND = "wat elke ochtend vanzelf wordt geschreven"
    OPENEN = "wat een database bij het openen van zichzelf opschrijft"
    AFGELEID = "wat uit de feiten volgt en opnieuw gemaakt kan worden"


@contextmanager
def buitenom(huis: Huis, _waarom: Buitenom) -> Iterator[Session]:
    """A transaction that writes without an act, and says why. It is all or nothing, as an act is."""
    with writing(huis.engine) as sessie:
        yield sessie


@dataclass
class Werk:
    """An act under way: its session, its moment, and what its audit line will name."""

    sessie: Session
    wie: Wie
    welke: Handeling
    moment: datetime
    object: str

    @property
    def dag(self) -> date:
        return dag_van(self.moment)


@contextmanager
def handeling(
    huis: Huis, wie: Wie, welke: Handeling, object: str = "-", *, herroepbaar: bool = False
) -> Iterator[Werk]:
    """One act: one transaction, one audit line in it. A refusal is a line too, in a transaction of its own.

    What is `herroepbaar` its person can undo for half a minute. :raises AlGedaan: for a form that was sent before.
    """
    moment = huis.nu()
    spoor: dict[str, str] = {}
    try:
        eis(wie, welke)
        with writing(huis.engine) as sessie:
            if welke is not Handeling.DOCUMENT_INNEMEN:  # a paper finds its set by number: see `inname`
                _verberg(sessie, wie)
            spoor = sessie.info
            _eis_eerste_keer(sessie, wie, moment)
            werk = Werk(sessie, wie, welke, moment, object)
            if herroepbaar and wie.gebruiker_id is not None:
                undo.begin(sessie)
            yield werk
            terug = _bewaar_terugweg(werk)
            for afterwards in HOOKS.after_act:
                afterwards(sessie, huis.settings)
            _noteer(sessie, wie, welke, werk.object, "gelukt", moment)
        if wie.formulier:
            wie.formulier.gedaan, wie.formulier.welke, wie.formulier.ongedaan = True, welke, terug
            wie.formulier.object = werk.object
    except NietToegestaan:
        _noteer_weigering(huis, wie, welke, object, moment)
        raise
    except NietGevonden:
        if gevraagd := spoor.get(_VERBORGEN):
            _noteer_inzage(huis, wie, welke, gevraagd, _VERBORGEN, moment)
        raise


def _bewaar_terugweg(werk: Werk) -> int | None:
    if not undo.neemt_op(werk.sessie) or werk.wie.gebruiker_id is None:
        return None
    return undo.bewaar(
        werk.sessie, gebruiker_id=werk.wie.gebruiker_id, actie=werk.welke.value, object=werk.object, moment=werk.moment
    )


def _eis_eerste_keer(sessie: Session, wie: Wie, moment: datetime) -> None:
    """The claim stands or falls with the act; further acts of one request go with the first."""
    if wie.formulier and not wie.formulier.gedaan and not once.claim(sessie, wie.formulier.sleutel, moment):
        raise AlGedaan


def eis_vooraf(huis: Huis, wie: Wie, welke: Handeling, object: str) -> None:
    """Refuses before any work is done, with a line in the trail. :raises NietToegestaan: without the right."""
    try:
        eis(wie, welke)
    except NietToegestaan:
        _noteer_weigering(huis, wie, welke, object, huis.nu())
        raise


def leg_uitgifte_vast(huis: Huis, wie: Wie, welke: Handeling, object: str) -> None:
    """Writes the line of an act that changes nothing: something was taken out, and the trail says by whom."""
    with handeling(huis, wie, welke, object):
        pass


def _noteer_weigering(huis: Huis, wie: Wie, welke: Handeling, object: str, moment: datetime) -> None:
    with buitenom(huis, Buitenom.SPOOR) as sessie:
        _noteer(sessie, wie, welke, object, "geweigerd", moment)


@contextmanager
def inzage(huis: Huis, wie: Wie, welke: Handeling) -> Iterator[Session]:
    """A look without a change: the right is checked. Only a look at a shielded set, or a try, leaves a line in the trail.

    :raises NietToegestaan: without the right.
    """
    eis(wie, welke)
    spoor: dict[str, str] = {}
    try:
        with _leessessie(huis, wie) as sessie:
            spoor = sessie.info
            yield sessie
    finally:
        for resultaat in (_GELEZEN, _VERBORGEN):
            if sleutel := spoor.get(resultaat):
                _noteer_inzage(huis, wie, welke, sleutel, resultaat, huis.nu())


@contextmanager
def _leessessie(huis: Huis, wie: Wie) -> Iterator[Session]:
    with reading(huis.engine) as sessie:
        _verberg(sessie, wie)
        yield sessie


@contextmanager
def gezien_door(huis: Huis, gebruiker_id: int | None) -> Iterator[Session]:
    """Reads what this person may know of, for who writes to him; of None, who has no account, what everybody may."""
    with reading(huis.engine) as sessie:
        for hide in HOOKS.hide:
            hide(sessie, gebruiker_id)
        yield sessie


def _verberg(sessie: Session, wie: Wie) -> None:
    """The command line, which is no person, sees every set."""
    if wie.gebruiker_id is not None:
        for hide in HOOKS.hide:
            hide(sessie, wie.gebruiker_id)


def zag_afgeschermde(sessie: Session, sleutel: str) -> None:
    """Remembers that a shielded set was seen in this session, for the trail."""
    sessie.info[_GELEZEN] = sleutel


def zocht_verborgene(sessie: Session, sleutel: str) -> None:
    """Remembers that a set was asked for that does not exist in this session, for the trail."""
    sessie.info[_VERBORGEN] = sleutel


def _noteer_inzage(huis: Huis, wie: Wie, welke: Handeling, object: str, resultaat: str, moment: datetime) -> None:
    """A line about a look at a shielded set: one a minute for each person and set, not one for every part of a page."""
    with buitenom(huis, Buitenom.SPOOR) as sessie:
        if not audit.staat_er(
            sessie, wie.naam, wie.gebruiker_id, object, resultaat, sinds=moment - timedelta(minutes=1)
        ):
            _noteer(sessie, wie, welke, object, resultaat, moment)


def eis(wie: Wie, welke: Handeling, status: Status | None = None) -> None:
    """:raises NietToegestaan: in words that say what is not allowed, and in which status."""
    if mag(wie.rollen, welke, status):
        return
    if status is not None and mag(wie.rollen, welke):
        raise NietToegestaan("Dat kan niet meer: deze set is %(status)s.", status=label(status))
    raise NietToegestaan("U hebt hiervoor geen recht. Vraag een coördinator of de beheerder om hulp.")


def _noteer(sessie: Session, wie: Wie, welke: Handeling, object: str, resultaat: str, moment: datetime) -> None:
    audit.schrijf(
        sessie,
        actie=welke.value,
        object=object,
        resultaat=resultaat,
        oorsprong=wie.oorsprong,
        actor=wie.naam,
        actor_id=wie.gebruiker_id,
        tijdstip=moment,
    )
