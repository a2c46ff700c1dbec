"""Reckoning with periods: which year a phrase means, and how its words open a window on a period."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kamervragen.domain.afleiding import Stap, stap
from kamervragen.domain.kalender import Recessen

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
DAG = timedelta(days=1)
_VERLEDEN = ("afgelopen", "vorig")


class Zekerheid(StrEnum):
    """`datum`: a day was named. `periode`: a season, month or quarter. `vaag` and `gebeurtenis` have no end."""

    DATUM = "datum"
    PERIODE = "periode"
    VAAG = "vaag"
    GEBEURTENIS = "gebeurtenis"


Vak = tuple[date, date]
Venster = tuple[date, date | None, Zekerheid, tuple[Stap, ...]]


@dataclass(frozen=True, slots=True)
class Lezing:
    """A match, the date of the document it is read against, and the recesses that count."""

    treffer: re.Match[str]
    op: date
    recessen: Recessen

    def groep(self, naam: str) -> str:
        """A group in lower case with single spaces; empty when it is not there."""
        return " ".join((self.treffer.groupdict().get(naam) or "").lower().split())

    @property
    def deel(self) -> str:
        """Which part of the period: begin, medio, einde, or a rank with what it ranks; empty for the whole."""
        return _DEELWOORD.get(self.groep("deel"), self.groep("deel"))

    @property
    def verleden(self) -> bool:
        """Whether the words say that it is past."""
        return self.groep("aanw").startswith(_VERLEDEN) or self.groep("na").startswith(("jl", "jongst"))


_DEELWOORD = {
    "start": "begin",
    "half": "medio",
    "halverwege": "medio",
    "eind": "einde",
    "ultimo": "einde",
    "loop": "",
    "de loop": "",
}


def in_jaar(lezing: Lezing, vak: Callable[[int], Vak]) -> tuple[int, Vak]:
    """The year a phrase means and its period: the named year, else the first in which it is not past."""
    genoemd = lezing.groep("jaar")
    jaar = lezing.op.year
    if genoemd[-4:].isdigit():
        jaar = int(genoemd[-4:])
    elif genoemd.startswith(("volgend", "komend")):
        jaar += 1
    elif lezing.verleden:
        jaar = next(j for j in range(jaar, jaar - 4, -1) if vak(j)[1] < lezing.op)
    elif not genoemd:
        jaar = next(j for j in range(jaar - 1, jaar + 3) if vak(j)[1] >= lezing.op)
    return jaar, vak(jaar)


def periode(op: date, vak: Vak, *stappen: Stap, zekerheid: Zekerheid = Zekerheid.PERIODE) -> Venster:
    """A period; it never begins before the document, unless it is wholly past."""
    begin, einde = vak
    if begin < op <= einde:
        return op, einde, zekerheid, (*stappen, stap("niet_voor_het_document", datum=op))
    return begin, einde, zekerheid, stappen


def tot(op: date, einde: date, *stappen: Stap, zekerheid: Zekerheid = Zekerheid.PERIODE) -> Venster:
    """From the document on, up to and including `einde`."""
    return min(op, einde), einde, zekerheid, (stap("vanaf_het_document", datum=op), *stappen)


def venster(lezing: Lezing, vak: Vak, *stappen: Stap) -> Venster:
    """The window that the preposition opens on a period: in it, before it, at its end at the latest, or after it."""
    begin, einde = vak
    voorzetsel = lezing.groep("vz").replace("ó", "o").replace("nog ", "")
    if "voor" in voorzetsel or voorzetsel in ("tot", "tegen", "tot aan"):
        laatste = einde if lezing.deel == "einde" else begin - DAG
        return tot(lezing.op, laatste, *stappen, stap("voor_periode", einde=laatste))
    if "na" in voorzetsel.split() or "na afloop" in voorzetsel:
        erna = (einde + DAG, later(einde, 2, "maanden"))
        return periode(lezing.op, erna, *stappen, stap("na_periode", begin=erna[0], einde=erna[1]))
    if voorzetsel.startswith(("uiterlijk", "tot en met", "binnen")) or lezing.groep("deel") == "ultimo":
        return tot(lezing.op, einde, *stappen)
    return periode(lezing.op, vak, *stappen)


def later(op: date, aantal: int, eenheid: str) -> date:
    """The day that many days, weeks, months or years on; the last of the month where the day does not exist."""
    if eenheid.startswith("dag"):
        return op + timedelta(days=aantal)
    if eenheid.startswith("we"):
        return op + timedelta(weeks=aantal)
    maanden = op.month - 1 + aantal * (12 if eenheid.startswith("jaar") else 1)
    jaar, maand = op.year + maanden // 12, maanden % 12 + 1
    return date(jaar, maand, min(op.day, maandeinde(jaar, maand).day))


def maandeinde(jaar: int, maand: int) -> date:
    """The last day of a month."""
    return (date(jaar, maand, 28) + timedelta(days=4)).replace(day=1) - DAG


def maanden(jaar: int, eerste: int, aantal: int = 1) -> Vak:
    """The first and the last day of `aantal` months from month `eerste` on, which may lie in the next year."""
    begin = date(jaar, eerste, 1)
    return begin, later(begin, aantal, "maanden") - DAG
