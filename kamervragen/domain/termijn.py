"""The term in which a set must be answered, and why: per instrument and chamber, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kamervragen.domain.afleiding import Afleiding, Stap, stap
from kamervragen.domain.kalender import RECESSEN, Recessen, is_werkdag, reces_op, werkdagen_terug, werkdagen_tussen
from kamervragen.domain.vragenset import Instrument, Kamer

_DAG = timedelta(days=1)


class Stand(StrEnum):
    """Where a set stands against its term."""

    LOOPT = "loopt"
    UITGESTELD = "uitgesteld"
    TE_LAAT_ZONDER_UITSTEL = "te_laat_zonder_uitstel"
    TE_LAAT_NA_UITSTEL = "te_laat_na_uitstel"
    AFGEDAAN = "afgedaan"
    ZONDER_TERMIJN = "zonder_termijn"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Regel:
    """How long an instrument has, in calendar days from ingezonden. `dagen` None: no rule sets a day."""

    dagen: int | None
    na_uitstel: int | None
    bron: str


# *Bron* of each stands in its row. Where no rule was found, there is none here: a day then comes from the Kamer's letter.
REGELS: dict[tuple[Kamer, Instrument], Regel] = {
    (Kamer.TWEEDE, Instrument.SCHRIFTELIJKE_VRAGEN): Regel(
        21, 42, "Reglement van Orde van de Tweede Kamer, schriftelijke vragen"
    ),
    (Kamer.TWEEDE, Instrument.LIJST_VAN_VRAGEN): Regel(None, None, "de commissie noemt zelf een dag"),
    (Kamer.TWEEDE, Instrument.COMMISSIEVERZOEK): Regel(21, None, "kst-32813-15: de gebruikelijke drie weken"),
    (Kamer.EERSTE, Instrument.SCHRIFTELIJKE_VRAGEN): Regel(
        None, None, "Reglement van Orde van de Eerste Kamer: geen termijn"
    ),
    (Kamer.EERSTE, Instrument.LIJST_VAN_VRAGEN): Regel(None, None, "de commissie noemt zelf een dag"),
    (Kamer.EERSTE, Instrument.COMMISSIEVERZOEK): Regel(None, None, "de commissie noemt zelf een dag"),
}


@dataclass(frozen=True, slots=True)
class Spelregels:
    """What a ministry may choose: the recesses that count, and whether a recess or a holiday moves the last day.

    By default nothing moves it: practice runs on in recess, and no text was found that says otherwise.
    """

    recessen: Recessen = RECESSEN
    opschorten_in_reces: bool = False
    naar_werkdag: bool = False


@dataclass(frozen=True, slots=True)
class Termijn:
    """The last day to answer. `dagen` and `werkdagen` are days left, negative when past.

    `eerste_dag` is the last day before any delay: it stays in sight afterwards.
    """

    stand: Stand
    laatste_dag: date | None
    eerste_dag: date | None
    dagen: int | None
    werkdagen: int | None
    afleiding: Afleiding


def bereken(
    *,
    ingezonden: date | None,
    uitstel: date | None,
    afgedaan: date | None,
    op: date,
    instrument: Instrument = Instrument.SCHRIFTELIJKE_VRAGEN,
    kamer: Kamer = Kamer.TWEEDE,
    debat: date | None = None,
    spelregels: Spelregels = Spelregels(),
) -> Termijn:
    """Three weeks from `ingezonden`, and three more from the same day once a delay notice was received.

    Calendar dates: day 21 is the same weekday. `uitstel` and `afgedaan` are the days of the first delay notice and of
    the closing document; a `debat` before the last day moves it to the day before the debate.
    *Bron:* Reglement van Orde Tweede Kamer (schriftelijke vragen); ah-tk-20232024-1955, ah-tk-20242025-545.
    """
    regel = REGELS[kamer, instrument]
    if ingezonden is None:
        stand = Stand.ONBEKEND if afgedaan is None else Stand.AFGEDAAN
        return Termijn(stand, None, None, None, None, Afleiding((stap("ingezonden_onbekend"),)))
    if regel.dagen is None and debat is None:
        stand = Stand.ZONDER_TERMIJN if afgedaan is None else Stand.AFGEDAAN
        return Termijn(stand, None, None, None, None, Afleiding((stap("geen_termijn", bron=regel.bron),)))
    uitgesteld = uitstel if regel.na_uitstel else None
    eerste, eerste_stappen = _laatste_dag(ingezonden, regel.dagen, debat, spelregels)
    laatste, stappen = eerste, eerste_stappen
    if uitgesteld:
        laatste, stappen = _laatste_dag(ingezonden, regel.na_uitstel, debat, spelregels)
        stappen = (stappen[0], stap("uitstel_gemeld", ontvangen=uitgesteld), *stappen[1:])
    if not spelregels.opschorten_in_reces and (reces := reces_op(laatste, spelregels.recessen)):
        stappen = (*stappen, stap("valt_in_reces", reces=reces.naam, begin=reces.begin, einde=reces.einde))
    if afgedaan:
        stappen = (*stappen, stap("afgedaan_op", afgedaan=afgedaan))
    return Termijn(
        stand=_stand(laatste, uitstel=uitgesteld, afgedaan=afgedaan, op=op),
        laatste_dag=laatste,
        eerste_dag=eerste,
        dagen=(laatste - op).days,
        werkdagen=werkdagen_tussen(op, laatste),
        afleiding=Afleiding(stappen),
    )


def _laatste_dag(
    ingezonden: date, dagen: int | None, debat: date | None, spelregels: Spelregels
) -> tuple[date, tuple[Stap, ...]]:
    stappen: list[Stap] = []
    laatste: date | None = None
    if dagen is not None:
        laatste = ingezonden + dagen * _DAG
        stappen.append(stap("dagen_na_ingezonden", dagen=dagen, ingezonden=ingezonden, laatste_dag=laatste))
        if spelregels.opschorten_in_reces:
            laatste = _buiten_reces(ingezonden, dagen, spelregels.recessen)
            if opgeschort := (laatste - ingezonden).days - dagen:
                stappen.append(stap("opgeschort_in_reces", dagen=opgeschort, laatste_dag=laatste))
        if spelregels.naar_werkdag and not is_werkdag(laatste):
            while not is_werkdag(laatste):
                laatste += _DAG
            stappen.append(stap("naar_werkdag", laatste_dag=laatste))
    if debat is not None and (laatste is None or debat <= laatste):
        laatste = debat - _DAG
        stappen.append(stap("voor_debat", debat=debat, laatste_dag=laatste))
    assert laatste is not None
    return laatste, tuple(stappen)


def _buiten_reces(ingezonden: date, dagen: int, recessen: Recessen) -> date:
    dag = ingezonden
    while dagen:
        dag += _DAG
        dagen -= reces_op(dag, recessen) is None
    return dag


def _stand(laatste: date, *, uitstel: date | None, afgedaan: date | None, op: date) -> Stand:
    if afgedaan:
        return Stand.AFGEDAAN
    if op > laatste:
        return Stand.TE_LAAT_NA_UITSTEL if uitstel else Stand.TE_LAAT_ZONDER_UITSTEL
    return Stand.UITGESTELD if uitstel else Stand.LOOPT


class Uitstelsignaal(StrEnum):
    """What the days that are left say about a delay notice: `overwegen` from day 14, `voorstellen` from day 16."""

    OVERWEGEN = "overwegen"
    VOORSTELLEN = "voorstellen"


def uitstelsignaal(termijn: Termijn, *, ingezonden: date | None, op: date) -> Uitstelsignaal | None:
    """Whether it is time for a delay notice: only while the first term runs or has run out without one."""
    if ingezonden is None or termijn.stand not in (Stand.LOOPT, Stand.TE_LAAT_ZONDER_UITSTEL):
        return None
    dag = (op - ingezonden).days
    if dag < 14:
        return None
    return Uitstelsignaal.VOORSTELLEN if dag >= 16 else Uitstelsignaal.OVERWEGEN


class Werkstap(StrEnum):
    """The steps inside the ministry, in order."""

    CONCEPT = "concept"
    AFSTEMMING = "afstemming"
    PARAFEN = "parafen"
    TEKENING = "tekening"


# Working days before the last day on which each step must be done. No rule sets them: a ministry's own habit.
PLANNING = ((Werkstap.CONCEPT, 8), (Werkstap.AFSTEMMING, 5), (Werkstap.PARAFEN, 2), (Werkstap.TEKENING, 1))


@dataclass(frozen=True, slots=True)
class Stapdag:
    """The day on which a step inside the ministry must be done. `haalbaar`: that day lies after ingezonden."""

    stap: Werkstap
    dag: date
    haalbaar: bool
    afleiding: Afleiding


def planning(*, ingezonden: date, laatste_dag: date) -> tuple[Stapdag, ...]:
    """The internal days, counted back from the last day in working days."""
    uit: list[Stapdag] = []
    for werkstap, werkdagen in PLANNING:
        dag = werkdagen_terug(laatste_dag, werkdagen)
        reden = Afleiding((stap("werkdagen_ervoor", werkdagen=werkdagen, laatste_dag=laatste_dag),))
        uit.append(Stapdag(werkstap, dag, dag > ingezonden, reden))
    return tuple(uit)
