"""The Word templates: the ministry's own before ours, each checked against what its writer needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kamervragen.core.act import Huis, eis
from kamervragen.core.actor import Wie
from kamervragen.documents.word.sjabloon import ALLE, Sjabloon, gemis
from kamervragen.documents.writers.brief import Briefgegevens
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.vragenset import Kamer
from kamervragen.sets.rows import VragensetRij
from kamervragen.settings import SJABLONEN


@dataclass(frozen=True, slots=True)
class Sjabloonbeeld:
    """A template as the check shows it. `tekort` says in words what it lacks; empty when it can be used."""

    soort: Sjabloon
    pad: Path
    eigen: bool
    tekort: str


def pad(huis: Huis, soort: Sjabloon) -> Path:
    """The file of a template: the ministry's own when its theme folder has it."""
    eigen = _eigen(huis, soort)
    return eigen if eigen is not None and eigen.is_file() else SJABLONEN / soort.bestand


def alle(huis: Huis, wie: Wie) -> tuple[Sjabloonbeeld, ...]:
    """Every template that is used now, with what it lacks."""
    eis(wie, Handeling.LIJN_BEHEREN)
    beelden = []
    for soort in ALLE:
        bestand = pad(huis, soort)
        try:
            wat = gemis(bestand, soort)
            tekort = f"Er {wat}." if wat else ""
        except Ongeldig as fout:
            tekort = fout.bericht
        beelden.append(Sjabloonbeeld(soort, bestand, bestand == _eigen(huis, soort), tekort))
    return tuple(beelden)


def brief(rij: VragensetRij, dag: date | None, bijlagen: tuple[str, ...] = ()) -> Briefgegevens:
    """What a letter about this set says beside it."""
    return Briefgegevens(dag, rij.dms_kenmerk or "", bijlagen, Kamer(rij.kamer))


def _eigen(huis: Huis, soort: Sjabloon) -> Path | None:
    return huis.settings.sjablonen / soort.bestand if huis.settings.sjablonen else None
