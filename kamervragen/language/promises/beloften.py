"""Which sentences of an answer promise something, how firmly, and by when.

A sentence is a promise when a cue says so and nothing in it takes that back. Cues and blockers are data: each has a
code that is shown with the proposal. Never run this on the text of a question: it quotes promises and asks for dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kamervragen.domain.kalender import RECESSEN, Recessen
from kamervragen.language.promises.signaaltabel import Stevigheid
from kamervragen.language.promises.signalen import STANDAARD, Signalen
from kamervragen.language.promises.tijd import Tijdsaanduiding, Zekerheid, tijdsaanduidingen
from kamervragen.language.zinnen import zinnen

# Longer than any sentence a minister signs. The cues look far ahead: on a hostile line that would cost its cube.
MAX_ZIN = 1_500


@dataclass(frozen=True, slots=True)
class Belofte:
    """A sentence that promises something. Offsets are code points, half open; `signaal` are the words that told."""

    tekst: str
    begin: int
    einde: int
    stevigheid: Stevigheid
    signaal: tuple[str, ...]
    tijd: Tijdsaanduiding | None


def beloften(
    tekst: str, op: date, recessen: Recessen = RECESSEN, signalen: Signalen = STANDAARD
) -> tuple[Belofte, ...]:
    """The promising sentences of an answer, in order, with windows read against `op`, the date of the document."""
    gevonden = (
        belofte_in(zin.tekst, op, zin.begin, recessen, signalen) for zin in zinnen(tekst) if len(zin.tekst) <= MAX_ZIN
    )
    return tuple(belofte for belofte in gevonden if belofte is not None)


def belofte_in(
    zin: str, op: date, begin: int = 0, recessen: Recessen = RECESSEN, signalen: Signalen = STANDAARD
) -> Belofte | None:
    """The promise in one sentence, or None. `begin` is where the sentence starts in its text."""
    treffers = [
        (code, stevigheid, treffer)
        for code, stevigheid, patroon in signalen.signalen
        if (treffer := patroon.search(zin))
    ]
    for _, patroon, betreft in signalen.blokkades:
        if treffers and patroon.search(zin):
            treffers = [treffer for treffer in treffers if betreft and treffer[0] not in betreft]
    if not treffers:
        return None
    tijden = tijdsaanduidingen(zin, op, recessen)
    if not any(tijd.einde is not None and tijd.einde >= op for tijd in tijden):
        treffers = [treffer for treffer in treffers if treffer[0] not in signalen.met_dag]
    if not treffers:
        return None
    tijd = _bindende_tijd(tijden, treffers[0][2], op)
    return Belofte(
        tekst=zin,
        begin=begin,
        einde=begin + len(zin),
        stevigheid=_stevigheid(treffers[0][1], tijd),
        signaal=tuple(dict.fromkeys(_woorden(treffer) for _, _, treffer in treffers)),
        tijd=tijd,
    )


def _bindende_tijd(tijden: tuple[Tijdsaanduiding, ...], signaal: re.Match[str], op: date) -> Tijdsaanduiding | None:
    """Of several phrases the one that binds: not past, with an end, nearest to the cue."""
    komend = [tijd for tijd in tijden if tijd.einde is None or tijd.einde >= op]
    if not komend:
        return None

    def afstand(tijd: Tijdsaanduiding) -> tuple[int, int]:
        van, tot = tijd.plaats
        gat = max(0, van - signaal.end(), signaal.start() - tot)
        rang = {Zekerheid.GEBEURTENIS: 2, Zekerheid.VAAG: 1}.get(tijd.zekerheid, 0)
        return rang, gat

    return min(komend, key=afstand)


def _stevigheid(van_signaal: Stevigheid, tijd: Tijdsaanduiding | None) -> Stevigheid:
    if van_signaal is Stevigheid.HARD and tijd is not None:
        if tijd.zekerheid is Zekerheid.VAAG:
            return Stevigheid.VAAG
        if tijd.zekerheid is Zekerheid.GEBEURTENIS:
            return Stevigheid.GEBEURTENIS
    return van_signaal


def _woorden(treffer: re.Match[str]) -> str:
    """The cue as shown: its first and last words when it spans more than a few."""
    woorden = treffer.group().split()
    return " ".join(woorden) if len(woorden) <= 6 else f"{' '.join(woorden[:3])} … {' '.join(woorden[-2:])}"
