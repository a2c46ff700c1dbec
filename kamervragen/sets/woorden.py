"""The lists of words that a ministry keeps itself: what was changed of the lines that come along, and lines of its own.

A line is never overwritten: its newest version counts, and those before it tell how it came to be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from sqlmodel import Session

from kamervragen.core.act import Huis, Werk, inzage
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden
from kamervragen.domain.rollen import Handeling
from kamervragen.language.promises.signaaltabel import Werking
from kamervragen.language.promises.signalen import Eigen, Signalen, met
from kamervragen.sets.rows import WoordregelRij
from kamervragen.sets.store import woorden

_Regel = TypeVar("_Regel")


class Woordenlijst(StrEnum):
    """The lists there are."""

    UITSTELREDENEN = "uitstelredenen"
    SIGNALEN = "signalen"


def signalen(sessie: Session) -> Signalen:
    """The cues of a promise to read answers with."""
    return signalen_van(woorden.versies(sessie))


def signalen_van(versies: Iterable[WoordregelRij]) -> Signalen:
    """The same, of these versions of lines, oldest first."""
    rijen = [rij for rij in versies if rij.lijst == Woordenlijst.SIGNALEN]
    nu = {rij.code: rij for rij in rijen}
    eigen = [Eigen(r.code, r.tekst, Werking(r.werking)) for r in nu.values() if r.werking and r.actief]
    return met(eigen, {r.code for r in nu.values() if not r.actief}, max((r.id for r in rijen), default=0))


def geschiedenis(huis: Huis, wie: Wie) -> tuple[WoordregelRij, ...]:
    """Every change that was made to a list, newest first."""
    with inzage(huis, wie, Handeling.WOORDEN_BEHEREN) as sessie:
        return tuple(reversed(woorden.versies(sessie)))


def gevonden(regels: Mapping[str, _Regel], code: str) -> _Regel:
    """The line of this code. :raises NietGevonden: there is none."""
    if code not in regels:
        raise NietGevonden("Deze regel staat niet (meer) op de lijst. Vernieuw de pagina.")
    return regels[code]


def nieuwe_code(sessie: Session, lijst: Woordenlijst) -> str:
    """The code of a line of one's own: no line goes, so that their number makes another each time."""
    return f"eigen-{len(woorden.nu(sessie, lijst)) + 1}"


def schrijf(
    werk: Werk,
    lijst: Woordenlijst,
    code: str,
    tekst: str,
    *,
    actief: bool,
    omdat: str | None = None,
    werking: str | None = None,
) -> None:
    """Keeps another version of a line, with who made it and when."""
    woorden.voeg_toe(
        werk.sessie,
        WoordregelRij(
            lijst=lijst.value,
            code=code,
            tekst=tekst,
            omdat=omdat,
            werking=werking,
            actief=actief,
            actor=werk.wie.naam,
            moment=werk.moment,
        ),
    )
