"""The cues of a promise, and what takes a cue back: versioned tables, each row with the code that is shown.

A change of a row is a change of `VERSIE`: a proposal keeps the version it was found with. A ministry may switch a row
off and add words of its own; its version is then this one, and the number of its last change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kamervragen.language.promises.signaaltabel import (
    BLOKKADES,
    MET_DAG,
    SIGNALEN,
    Blokkade,
    Signaal,
    Stevigheid,
    Werking,
    patroon,
)

VERSIE = "2026-11"


@dataclass(frozen=True, slots=True)
class Signalen:
    """The cues to read with, what takes them back, and the version that a proposal keeps."""

    versie: str
    signalen: tuple[Signaal, ...]
    blokkades: tuple[Blokkade, ...]
    met_dag: frozenset[str]


@dataclass(frozen=True, slots=True)
class Eigen:
    """Words that a ministry added to the list."""

    code: str
    woorden: str
    werking: Werking


STANDAARD = Signalen(VERSIE, SIGNALEN, BLOKKADES, MET_DAG)


def met(eigen: Iterable[Eigen], uit: Collection[str], wijziging: int) -> Signalen:
    """The lists as a ministry keeps them: without the codes in `uit`, its own after those that come along.

    `wijziging` is the number of its last change, 0 for none. :raises ValueError: for words of which no pattern can be made.
    """
    alle = tuple(eigen)
    erbij = tuple(
        (e.code, Stevigheid.ZACHT if e.werking is Werking.ZACHT else Stevigheid.HARD, patroon(e.woorden))
        for e in alle
        if e.werking is not Werking.NEEMT_TERUG
    )
    terug = tuple((e.code, patroon(e.woorden), ()) for e in alle if e.werking is Werking.NEEMT_TERUG)
    return Signalen(
        versie=f"{VERSIE}+{wijziging}" if wijziging else VERSIE,
        signalen=(*(s for s in SIGNALEN if s[0] not in uit), *erbij),
        blokkades=(*(b for b in BLOKKADES if b[0] not in uit), *terug),
        met_dag=MET_DAG | {e.code for e in alle if e.werking is Werking.MET_DAG},
    )
