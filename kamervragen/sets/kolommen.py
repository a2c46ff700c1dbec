"""The columns of the sets, one list for the board, the file that goes out, a list that comes in, and the archive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kamervragen.catalogue.codes import label
from kamervragen.catalogue.labels import N_
from kamervragen.domain.status import Status
from kamervragen.domain.termijn import Termijn
from kamervragen.sets.store.overzichten import Regel

Cel = str | int | date | None


class OpDeLijst(Protocol):
    """What a column looks at: a set of a list with its status and term."""

    @property
    def regel(self) -> Regel: ...
    @property
    def status(self) -> Status: ...
    @property
    def termijn(self) -> Termijn: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column: its name in files, and where its value is.

    A text that a ministry keeps of a set itself is a field of its row (`rij`, named in `rows.EIGEN_VELDEN`): such a
    column stands on the board under `kop`, is filled by a list that comes in, and lies in the archive, without more.
    What follows from other fields is kept nowhere: without `rij` and `neemt` no list fills it, and the archive keeps the
    facts it follows from. With a `kop` it is on the board too.
    `koppen` are other headings that mean it in people's lists; `neemt` says that a list may fill it, `nodig` that it must.
    """

    naam: str
    waarde: Callable[[OpDeLijst], Cel]
    rij: str = ""
    kop: str = ""
    koppen: tuple[str, ...] = ()
    neemt: bool = False
    nodig: bool = False


def eigen(naam: str, *, rij: str, kop: str, koppen: tuple[str, ...] = ()) -> Kolom:
    """Makes the column of a text that a ministry keeps of a set itself."""
    return Kolom(naam=naam, waarde=lambda b: b.regel.eigen.get(rij), rij=rij, kop=kop, koppen=koppen, neemt=True)


KOLOMMEN: tuple[Kolom, ...] = (
    Kolom(naam="sleutel", waarde=lambda b: b.regel.sleutel),
    Kolom(
        naam="zaaknummer",
        waarde=lambda b: b.regel.zaaknummer,
        koppen=("nummer", "kenmerk kamer", "z-nummer", "nr"),
        neemt=True,
        nodig=True,
    ),
    Kolom(naam="onderwerp", waarde=lambda b: b.regel.onderwerp, koppen=("titel", "over"), neemt=True, nodig=True),
    Kolom(
        naam="indieners",
        waarde=lambda b: ", ".join(b.regel.indieners),
        koppen=("indiener", "vragensteller", "vragenstellers", "lid", "leden", "kamerlid"),
        neemt=True,
    ),
    Kolom(
        naam="gericht aan",
        waarde=lambda b: ", ".join(b.regel.gericht_aan),
        koppen=("aan", "bewindspersoon", "minister"),
        neemt=True,
    ),
    Kolom(
        naam="ingezonden",
        waarde=lambda b: b.regel.ingezonden,
        koppen=("datum", "datum ingezonden", "ingezonden op", "binnengekomen", "datum vragen"),
        neemt=True,
        nodig=True,
    ),
    Kolom(naam="laatste dag", waarde=lambda b: b.termijn.laatste_dag),
    Kolom(naam="stand", waarde=lambda b: label(b.termijn.stand)),
    Kolom(naam="status", waarde=lambda b: label(b.status)),
    Kolom(naam="behandelaar", waarde=lambda b: b.regel.behandelaar),
    Kolom(naam="directie", waarde=lambda b: b.regel.directie, koppen=("dg", "afdeling"), neemt=True),
    Kolom(naam="vragen", waarde=lambda b: b.regel.vragen),
    Kolom(naam="beantwoord", waarde=lambda b: b.regel.beantwoord),
    eigen(
        "kenmerk",
        rij="dms_kenmerk",
        kop=N_("Kenmerk"),
        koppen=("dms-kenmerk", "ons kenmerk", "zaakkenmerk", "digidoc"),
    ),
)


def eigen_kolommen() -> tuple[Kolom, ...]:
    """Gives the columns of what a ministry keeps of a set itself."""
    return tuple(kolom for kolom in KOLOMMEN if kolom.rij)


def bordkolommen() -> tuple[Kolom, ...]:
    """Gives the columns that stand on the board by their heading, beside those that it draws itself."""
    return tuple(kolom for kolom in KOLOMMEN if kolom.kop)
