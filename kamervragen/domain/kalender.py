"""Vergaderjaar, feestdagen, reces and werkdagen: data plus look-ups."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from kamervragen.domain.errors import Ongeldig

_JAREN = re.compile(r"(?P<begin>(?:19|20)\d{2})\s*(?:/-|[-–/])\s*(?P<einde>(?:19|20)\d{2}|\d{2})(?!\d)")


@dataclass(frozen=True, slots=True, order=True)
class Vergaderjaar:
    """A parliamentary year, named by the calendar year in which it begins.

    It begins on the third Tuesday of September, and that day itself belongs to the new year.
    *Bron:* art. 65 Grondwet; 42.994 Zaken 2010-2024 without an exception.
    """

    begin: int

    @classmethod
    def van_datum(cls, dag: date) -> Vergaderjaar:
        """The vergaderjaar in which `dag` falls."""
        return cls(dag.year if dag >= prinsjesdag(dag.year) else dag.year - 1)

    @classmethod
    def parse(cls, tekst: str) -> Vergaderjaar:
        """Reads '2025-2026', '2025–2026', '2022/23', '2022/-23' or '20252026'.

        :raises Ongeldig: when it is no pair of consecutive years, like the misprint '2022–203'.
        """
        schoon = tekst.strip()
        if re.fullmatch(r"\d{8}", schoon):
            schoon = f"{schoon[:4]}-{schoon[4:]}"
        if gevonden := _JAREN.fullmatch(schoon):
            begin, einde = int(gevonden["begin"]), int(gevonden["einde"])
            if einde == (begin + 1 if einde > 99 else (begin + 1) % 100):
                return cls(begin)
        raise Ongeldig("'%(geschreven)s' is geen vergaderjaar. Schrijf bijvoorbeeld 2025-2026.", geschreven=tekst)

    @property
    def compact(self) -> str:
        """'20252026', as in official identifiers."""
        return f"{self.begin}{self.begin + 1}"

    def __str__(self) -> str:
        return f"{self.begin}-{self.begin + 1}"


@dataclass(frozen=True, slots=True)
class Reces:
    """A recess of the Tweede Kamer, first and last day included, with the source of the dates."""

    naam: str
    begin: date
    einde: date
    bron: str


_KAMER = "tweedekamer.nl/debat_en_vergadering/recessen"
_LIJST_2025 = "Officiële recesperiodes van de Tweede Kamer 2025-2026"

Recessen = tuple[Reces, ...]
GESCHAT = "naar patroon geschat"

# The Kamer counts a recess up to and including the Monday on which there is no plenary sitting.
RECESSEN = (
    Reces("zomerreces", date(2023, 7, 7), date(2023, 9, 4), _KAMER),
    Reces("herfstreces", date(2023, 10, 13), date(2023, 10, 23), _KAMER),
    Reces("kerstreces", date(2023, 12, 22), date(2024, 1, 15), _KAMER),
    Reces("voorjaarsreces", date(2024, 2, 16), date(2024, 2, 26), _KAMER),
    Reces("meireces", date(2024, 4, 26), date(2024, 5, 13), _KAMER),
    Reces("zomerreces", date(2024, 7, 5), date(2024, 9, 2), _KAMER),
    Reces("zomerreces", date(2025, 7, 4), date(2025, 9, 1), _LIJST_2025),
    Reces("verkiezingsreces", date(2025, 10, 3), date(2025, 10, 29), _LIJST_2025),
    Reces("kerstreces", date(2025, 12, 19), date(2026, 1, 12), _LIJST_2025),
    Reces("voorjaarsreces", date(2026, 2, 13), date(2026, 2, 23), _LIJST_2025),
    Reces("meireces", date(2026, 4, 24), date(2026, 5, 11), _LIJST_2025),
    Reces("zomerreces", date(2026, 7, 3), date(2026, 8, 31), _LIJST_2025),
)


def prinsjesdag(jaar: int) -> date:
    """The third Tuesday of September. *Bron:* art. 65 Grondwet."""
    eerste = date(jaar, 9, 1)
    return eerste + timedelta(days=(1 - eerste.weekday()) % 7 + 14)


def reces_op(dag: date, recessen: Recessen = RECESSEN) -> Reces | None:
    """The recess in which `dag` falls, if any."""
    return next((reces for reces in recessen if reces.begin <= dag <= reces.einde), None)


def reces_in(jaar: int, naam: str, recessen: Recessen = RECESSEN) -> Reces | None:
    """The recess of that name that begins in `jaar`, if the table has it."""
    return next((reces for reces in recessen if reces.naam == naam and reces.begin.year == jaar), None)


def reces_van(jaar: int, naam: str, recessen: Recessen = RECESSEN) -> Reces:
    """The recess of that name that begins in `jaar`; by the pattern of other years, and saying so, without a row."""
    return reces_in(jaar, naam, recessen) or _naar_patroon(jaar, naam)


def eerstvolgend_reces(dag: date, recessen: Recessen = RECESSEN) -> Reces:
    """The recess under way on `dag`, or else the next to begin."""
    kandidaten = [
        reces_van(jaar, naam, recessen) for jaar in (dag.year - 1, dag.year, dag.year + 1) for naam in _PATROON
    ]
    return min((reces for reces in kandidaten if reces.einde >= dag), key=lambda reces: reces.begin)


# The Friday on which a recess begins, on or after this day, and how many days it lasts: as most years in the table.
_PATROON = {
    "voorjaarsreces": (2, 13, 10),
    "meireces": (4, 24, 17),
    "zomerreces": (7, 1, None),
    "herfstreces": (10, 13, 10),
    "kerstreces": (12, 15, 24),
}


def _naar_patroon(jaar: int, naam: str) -> Reces:
    maand, dag, dagen = _PATROON[naam]
    vroegst = date(jaar, maand, dag)
    begin = vroegst + timedelta(days=(4 - vroegst.weekday()) % 7)
    if dagen is None:  # the Kamer returns after the first Monday of September
        september = date(jaar, 9, 1)
        return Reces(naam, begin, september + timedelta(days=-september.weekday() % 7), GESCHAT)
    return Reces(naam, begin, begin + timedelta(days=dagen), GESCHAT)


@lru_cache
def feestdagen(jaar: int) -> frozenset[date]:
    """The generally recognised holidays that are no Sunday by nature.

    *Bron:* art. 3 Algemene termijnenwet. Goede Vrijdag counts there too; 5 May counts every year. The birthday of the
    Koning is celebrated on 27 April, that of the Koningin was on 30 April until 2013; never on a Sunday.
    """
    pasen = _eerste_paasdag(jaar)
    koningsdag = date(jaar, 4, 27 if jaar > 2013 else 30)
    if koningsdag.weekday() == 6:
        koningsdag -= timedelta(days=1)
    beweeglijk = {pasen + timedelta(days=dagen) for dagen in (-2, 0, 1, 39, 49, 50)}
    return frozenset(
        {date(jaar, 1, 1), koningsdag, date(jaar, 5, 5), date(jaar, 12, 25), date(jaar, 12, 26), *beweeglijk}
    )


def is_werkdag(dag: date) -> bool:
    """No Saturday, no Sunday, no holiday."""
    return dag.weekday() < 5 and dag not in feestdagen(dag.year)


def werkdagen_tussen(van: date, tot: date) -> int:
    """Working days after `van` up to and including `tot`; negative when `tot` lies before `van`."""
    if tot < van:
        return -werkdagen_tussen(tot, van)
    begin, einde = van.toordinal(), tot.toordinal()
    vrij = sum(
        bisect_right(dagen, einde) - bisect_right(dagen, begin)
        for dagen in map(_vrije_weekdagen, range(van.year, tot.year + 1))
    )
    return _weekdagen_tot(einde) - _weekdagen_tot(begin) - vrij


def _weekdagen_tot(dag: int) -> int:
    """Mondays to Fridays up to and including a day by its number: day 1 was a Monday."""
    weken, rest = divmod(dag, 7)
    return 5 * weken + min(rest, 5)


@lru_cache
def _vrije_weekdagen(jaar: int) -> tuple[int, ...]:
    """The holidays of a year that are no Saturday or Sunday, by their day numbers."""
    return tuple(sorted(dag.toordinal() for dag in feestdagen(jaar) if dag.weekday() < 5))


def werkdagen_terug(dag: date, aantal: int) -> date:
    """The working day that lies this number of working days before `dag`; `dag` itself for none."""
    while aantal:
        dag -= timedelta(days=1)
        aantal -= is_werkdag(dag)
    return dag


def _eerste_paasdag(jaar: int) -> date:
    """Easter Sunday, Gregorian calendar. *Bron:* the anonymous algorithm in Meeus, Astronomical Algorithms, ch. 8."""
    eeuw, rest = divmod(jaar, 100)
    maan = (19 * (jaar % 19) + eeuw - eeuw // 4 - (eeuw - (eeuw + 8) // 25 + 1) // 3 + 15) % 30
    weekdag = (32 + 2 * (eeuw % 4) + 2 * (rest // 4) - maan - rest % 4) % 7
    correctie = (jaar % 19 + 11 * maan + 22 * weekdag) // 451
    maand, dag = divmod(maan + weekdag - 7 * correctie + 114, 31)
    return date(jaar, maand, dag + 1)
