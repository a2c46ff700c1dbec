"""How the program itself is: its workers, its jobs, what could not be derived, the indexes, the disk and the mail."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

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


@dataclass(frozen=True, slots=True)
class Toestand:
    """What the page shows. `wachtend` jobs are due; those that wait longer than ten minutes are `te_laat`."""

    workers: tuple[HeartbeatRow, ...]
    mislukt: tuple[TaakRij, ...]
    te_laat: tuple[TaakRij, ...]
    overgeslagen: tuple[SkippedRow, ...]
    wachtend: int
    ruimte: int
    blijft_liggen: int
    stand: dict[str, bool]

    @property
    def goed(self) -> bool:
        """Tells whether nothing asks for anyone."""
        return all(self.stand.values()) and not (self.mislukt or self.te_laat or self.overgeslagen)


def toon(huis: Huis, wie: Wie) -> Toestand:
    """Gives all of it, for who keeps the program."""
    nu = huis.nu()
    with inzage(huis, wie, Handeling.ONDERHOUDEN) as sessie:
        return Toestand(
            workers=heartbeats.all_of(sessie),
            mislukt=jobs.mislukte(sessie),
            te_laat=jobs.te_laat(sessie, nu - _TE_LAAT),
            overgeslagen=heartbeats.skipped(sessie),
            wachtend=jobs.wachtend(sessie),
            ruimte=_ruimte(huis),
            blijft_liggen=_blijft_liggen(huis, sessie),
            stand=_stand(huis, sessie, nu),
        )


def opnieuw(huis: Huis, wie: Wie, taak_id: int) -> None:
    """Lets a job that was given up be tried again. :raises NietGevonden: it is not among them any more."""
    with handeling(huis, wie, Handeling.ONDERHOUDEN, f"taak-{taak_id}") as werk:
        if not jobs.opnieuw(werk.sessie, taak_id, werk.moment):
            raise NietGevonden("Deze taak is er niet meer: zij is gedaan, of al opnieuw gepland. Vernieuw de pagina.")


def klaar(huis: Huis) -> dict[str, bool]:
    """Tells of each thing the program stands on whether it is there; for who balances load, without logging in."""
    try:
        with reading(huis.engine) as sessie:
            return _stand(huis, sessie, huis.nu())
    except Onbereikbaar:
        return {"database": False}


@dataclass(frozen=True, slots=True)
class Meting:
    """Figures of this moment for the metrics: jobs that wait and were given up, seconds the oldest waits, free bytes."""

    wachtend: int
    mislukt: int
    oudste_s: float
    workers: int
    ruimte: int


def meet(huis: Huis) -> Meting:
    """Reads these figures."""
    nu = huis.nu()
    with reading(huis.engine) as sessie:
        oudste = jobs.oudste(sessie)
        return Meting(
            wachtend=jobs.wachtend(sessie),
            mislukt=len(jobs.mislukte(sessie)),
            oudste_s=max(0.0, (nu - oudste).total_seconds()) if oudste else 0.0,
            workers=sum(nu - rij.gezien < LEEFT for rij in heartbeats.all_of(sessie)),
            ruimte=_ruimte(huis),
        )


def _stand(huis: Huis, sessie: Session, nu: datetime) -> dict[str, bool]:
    return {
        "database": True,
        "schema": is_nieuwste(sessie),
        "worker": any(nu - rij.gezien < LEEFT for rij in heartbeats.all_of(sessie)),
        "taken": not jobs.te_laat(sessie, nu - _TE_LAAT),
        "zoekindex": not index.zoals_hij_is(huis).in_opbouw,
        "archief": not archiefindex.zoals_het_is(huis).in_opbouw,
        "schijf": _ruimte(huis) > _MIN_RUIMTE,
        "mail": not _blijft_liggen(huis, sessie),
    }


def _ruimte(huis: Huis) -> int:
    return shutil.disk_usage(huis.settings.data).free


def _blijft_liggen(huis: Huis, sessie: Session) -> int:
    return berichten.blijven_liggen(sessie, huis.nu() - timedelta(days=1)) if huis.settings.smtp else 0
