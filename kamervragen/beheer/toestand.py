"""How the program itself is: its workers, its jobs, what could not be derived, the indexes, the disk and the mail."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import nan

from sqlmodel import Session

from kamervragen.core import scanner
from kamervragen.core.act import Huis, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.rows import HeartbeatRow, SkippedRow, TaakRij
from kamervragen.core.store import heartbeats, jobs
from kamervragen.core.store.engine import is_nieuwste, reading
from kamervragen.domain.errors import NietGevonden, Onbereikbaar
from kamervragen.domain.rollen import Handeling
from kamervragen.hergebruik import archiefindex
from kamervragen.mensen.store import berichten
from kamervragen.sets import index

LEEFT = timedelta(minutes=2)  # a worker shows itself every quarter of a minute, between two jobs
_TE_LAAT = timedelta(minutes=10)
_MIN_RUIMTE = 500_000_000  # bytes: a day of papers, and the copy that an upgrade makes


@dataclass(frozen=True, slots=True, kw_only=True)
class Toestand:
    """How it is at one moment. `te_laat` are the jobs that wait longer than ten minutes, `ruimte` the free bytes."""

    op: datetime
    schema: bool
    workers: tuple[HeartbeatRow, ...]
    mislukt: tuple[TaakRij, ...]
    te_laat: tuple[TaakRij, ...]
    overgeslagen: tuple[SkippedRow, ...]
    wachtend: int
    oudste: datetime | None
    zoekindex: bool
    archief: bool
    ruimte: int
    blijft_liggen: int
    scanner: bool

    @property
    def levend(self) -> int:
        """Counts the workers that showed themselves lately."""
        return sum(self.op - rij.gezien < LEEFT for rij in self.workers)

    @property
    def stand(self) -> dict[str, bool]:
        """Tells of each thing the program stands on whether it is there."""
        return {
            "database": True,
            "schema": self.schema,
            "worker": self.levend > 0,
            "taken": not self.te_laat,
            "zoekindex": self.zoekindex,
            "archief": self.archief,
            "schijf": self.ruimte > _MIN_RUIMTE,
            "mail": not self.blijft_liggen,
            "virusscanner": self.scanner,
        }

    @property
    def goed(self) -> bool:
        """Tells whether nothing asks for anyone."""
        return all(self.stand.values()) and not (self.mislukt or self.te_laat or self.overgeslagen)

    @property
    def cijfers(self) -> dict[str, float]:
        """Gives the figures for the metrics: jobs that wait and were given up, seconds the oldest waits, free bytes."""
        return {
            "wachtend": self.wachtend,
            "mislukt": len(self.mislukt),
            "oudste_s": max(0.0, (self.op - self.oudste).total_seconds()) if self.oudste else 0.0,
            "workers": self.levend,
            "ruimte": self.ruimte,
        }


def toon(huis: Huis, wie: Wie) -> Toestand:
    """Gives all of it, for who keeps the program."""
    leeft = scanner.lives(huis.settings.virusscanner)
    with inzage(huis, wie, Handeling.ONDERHOUDEN) as sessie:
        return _nu(huis, sessie, leeft=leeft)


def opnieuw(huis: Huis, wie: Wie, taak_id: int) -> None:
    """Lets a job that was given up be tried again. :raises NietGevonden: it is not among them any more."""
    with handeling(huis, wie, Handeling.ONDERHOUDEN, f"taak-{taak_id}") as werk:
        if not jobs.opnieuw(werk.sessie, taak_id, werk.moment):
            raise NietGevonden("Deze taak is er niet meer: zij is gedaan, of al opnieuw gepland. Vernieuw de pagina.")


def klaar(huis: Huis) -> dict[str, bool]:
    """Tells what `Toestand.stand` does, for who balances load, without logging in."""
    leeft = scanner.lives(huis.settings.virusscanner)  # before a connection is taken: it may take a second
    try:
        with reading(huis.engine) as sessie:
            return _nu(huis, sessie, leeft=leeft).stand
    except Onbereikbaar:
        return {"database": False}


def meet(huis: Huis) -> dict[str, float]:
    """Gives what `Toestand.cijfers` does; while the database is away only that nothing is known."""
    try:
        with reading(huis.engine) as sessie:
            return _nu(huis, sessie, leeft=True).cijfers
    except Onbereikbaar:
        return {"wachtend": nan}


def _nu(huis: Huis, sessie: Session, *, leeft: bool) -> Toestand:
    op = huis.nu()
    return Toestand(
        op=op,
        schema=is_nieuwste(sessie),
        workers=heartbeats.all_of(sessie),
        mislukt=jobs.mislukte(sessie),
        te_laat=jobs.te_laat(sessie, op - _TE_LAAT),
        overgeslagen=heartbeats.skipped(sessie),
        wachtend=jobs.wachtend(sessie),
        oudste=jobs.oudste(sessie),
        zoekindex=not index.zoals_hij_is(huis).in_opbouw,
        archief=not archiefindex.zoals_het_is(huis).in_opbouw,
        ruimte=shutil.disk_usage(huis.settings.data).free,
        blijft_liggen=berichten.blijven_liggen(sessie, op - timedelta(days=1)) if huis.settings.smtp else 0,
        scanner=leeft,
    )
