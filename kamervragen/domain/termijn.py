"""The term in which a set must be answered, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kamervragen.domain.afleiding import Afleiding, Stap, stap
from kamervragen.domain.kalender import reces_op, werkdagen_tussen

TERMIJN = timedelta(weeks=3)


class Stand(StrEnum):
    """Where a set stands against its term."""

    LOOPT = "loopt"
    UITGESTELD = "uitgesteld"
    TE_LAAT_ZONDER_UITSTEL = "te_laat_zonder_uitstel"
    TE_LAAT_NA_UITSTEL = "te_laat_na_uitstel"
    AFGEDAAN = "afgedaan"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Termijn:
    """The last day to answer. `dagen` and `werkdagen` are days left, negative when past."""

    stand: Stand
    laatste_dag: date | None
    eerste_dag: date | None
    dagen: int | None
    werkdagen: int | None
    afleiding: Afleiding


def bereken(*, ingezonden: date | None, uitstel: date | None, afgedaan: date | None, op: date) -> Termijn:
    """Three weeks from `ingezonden`, and three more from the same day once a delay notice was received.

    Calendar dates only: day 21 is the same weekday. Recess and holidays move nothing.
    `uitstel` and `afgedaan` are the days of the first delay notice and of the closing document.
    *Bron:* Reglement van Orde Tweede Kamer (schriftelijke vragen); ah-tk-20232024-1955, ah-tk-20242025-545.
    """
    if ingezonden is None:
        stand = Stand.ONBEKEND if afgedaan is None else Stand.AFGEDAAN
        return Termijn(stand, None, None, None, None, Afleiding((stap("ingezonden_onbekend"),)))
    eerste = ingezonden + TERMIJN
    laatste = eerste + TERMIJN if uitstel else eerste
    dagen = (laatste - op).days
    return Termijn(
        stand=_stand(laatste, uitstel=uitstel, afgedaan=afgedaan, op=op),
        laatste_dag=laatste,
        eerste_dag=eerste,
        dagen=dagen,
        werkdagen=werkdagen_tussen(op, laatste),
        afleiding=Afleiding(_stappen(ingezonden, laatste, uitstel=uitstel, afgedaan=afgedaan)),
    )


def _stand(laatste: date, *, uitstel: date | None, afgedaan: date | None, op: date) -> Stand:
    if afgedaan:
        return Stand.AFGEDAAN
    if op > laatste:
        return Stand.TE_LAAT_NA_UITSTEL if uitstel else Stand.TE_LAAT_ZONDER_UITSTEL
    return Stand.UITGESTELD if uitstel else Stand.LOOPT


def _stappen(ingezonden: date, laatste: date, *, uitstel: date | None, afgedaan: date | None) -> tuple[Stap, ...]:
    dagen = (laatste - ingezonden).days
    stappen = [stap("dagen_na_ingezonden", dagen=dagen, ingezonden=ingezonden, laatste_dag=laatste)]
    if uitstel:
        stappen.append(stap("uitstel_gemeld", ontvangen=uitstel))
    if reces := reces_op(laatste):
        stappen.append(stap("valt_in_reces", reces=reces.naam, begin=reces.begin, einde=reces.einde))
    if afgedaan:
        stappen.append(stap("afgedaan_op", afgedaan=afgedaan))
    return tuple(stappen)
