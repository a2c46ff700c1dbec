"""What was read in a paper that lies on the pile, kept beside its bytes: a paper is read once, not at every look.

A reading is derived: one that is missing, damaged or made by other readers is made anew. *Bron:* ADR 0006, 0020.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import kamervragen
from kamervragen.core.act import Huis
from kamervragen.core.store import files
from kamervragen.documents.apart import ingepakt, uitgepakte_lezing
from kamervragen.documents.binnen import gelezen
from kamervragen.documents.lezing import Lezing

# What a reading is made by: another byte in one of these, and it is made anew.
_LEZERS = ("documents", "language", "domain")


def lezing_van(huis: Huis, sha256: str, naam: str) -> Lezing:
    """Gives the reading of a kept paper under this name, made now when there is none.

    :raises Ongeldig, TeGroot: as `binnen.gelezen`.
    """
    plek = _plek(huis, sha256, naam)
    try:
        lezing = uitgepakte_lezing(plek.read_bytes())
    except OSError:
        lezing = None
    if lezing is None:
        lezing = gelezen(files.lees(huis.settings.documenten, sha256), naam)
        files.schrijf_heel(plek, ingepakt(lezing))
    return lezing


def vergeet(huis: Huis, sha256: str) -> None:
    """Drops the readings of a paper that is done with; its bytes stay."""
    for plek in _map(huis).glob(f"{sha256}-*"):
        plek.unlink(missing_ok=True)


def _plek(huis: Huis, sha256: str, naam: str) -> Path:
    onder_naam = hashlib.sha256(naam.encode()).hexdigest()[:16]  # the name says of what kind it is, and its number
    return _map(huis) / f"{sha256}-{onder_naam}-{_lezersversie()}"


def _map(huis: Huis) -> Path:
    return huis.settings.data / "lezingen"


@cache
def _lezersversie() -> str:
    """A hash of all code that has a say in a reading."""
    som = hashlib.sha256()
    for map_ in _LEZERS:
        for pad in sorted((Path(kamervragen.__file__).parent / map_).rglob("*.py")):
            som.update(pad.read_bytes())
    return som.hexdigest()[:16]
