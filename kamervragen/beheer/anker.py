"""The anchor: each day the last line of the trail, in a file outside the data folder. *Bron:* BIO2 8.15.05.

A line bears a checksum of itself and of the line before, so that a changed sign shows; what it names is held against the
trail, so that lines that were cut off show.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sqlmodel import Session

from kamervragen.core.act import Huis
from kamervragen.core.store import audit
from kamervragen.core.store.engine import reading


def veranker(huis: Huis) -> bool:
    """Writes the last line of the trail to the file outside the data folder, once a day. Tells whether it did.

    An anchor that was written is never changed: who cuts lines off the trail cannot hide it. *Bron:* BIO2 8.15.05.
    """
    anker = huis.settings.anker
    if anker is None:
        return False
    with reading(huis.engine) as sessie:
        laatste = audit.laatste(sessie)
    vandaag = huis.vandaag().isoformat()
    if laatste is None or _verankerd(anker, vandaag):
        return False
    anker.parent.mkdir(parents=True, exist_ok=True)
    with anker.open("a", encoding="utf-8") as bestand:
        fcntl.flock(bestand, fcntl.LOCK_EX)  # of two workers one writes it
        if _verankerd(anker, vandaag):
            return False
        regel = {"dag": vandaag, "regel": str(laatste.id), "hash": laatste.hash}
        regel["som"] = _som(next(reversed(_regels(anker)), ""), regel)
        bestand.write(json.dumps(regel) + "\n")
        bestand.flush()
        os.fsync(bestand.fileno())
    return True


def fouten(anker: Path, sessie: Session) -> Iterator[tuple[str, str]]:
    """Holds every line of the anchor against the line before and against the trail; of each fault where it is and what."""
    vorige = ""
    for nummer, tekst in enumerate(_regels(anker), 1):
        regel = _gelezen(tekst)
        if regel is None or regel.get("som") not in (None, _som(vorige, regel)):  # the first anchors bear none
            yield f"anker regel {nummer}", f"{anker} is hier niet zoals het werd geschreven."
        elif audit.hash_van(sessie, int(regel["regel"])) != regel["hash"]:
            yield (
                f"audit regel {regel['regel']}",
                f"Het anker van {regel['dag']} noemt een andere of latere regel: het spoor is afgeknipt of vervangen.",
            )
        vorige = tekst


def _verankerd(anker: Path, dag: str) -> bool:
    return any(regel is not None and regel["dag"] == dag for regel in map(_gelezen, _regels(anker)))


def _regels(anker: Path) -> list[str]:
    """The lines of the anchor; a sign that is no text stays where it is."""
    if not anker.is_file():
        return []
    return [r for r in anker.read_text(encoding="utf-8", errors="replace").splitlines() if r.strip()]


def _gelezen(tekst: str) -> dict[str, str] | None:
    """A line of the anchor; None when it is none."""
    try:
        regel = json.loads(tekst)
        if not 0 < int(regel["regel"]) < 1 << 63:  # the number of no line that a database can hold
            return None
        gelezen = {"dag": date.fromisoformat(regel["dag"]).isoformat(), "regel": str(int(regel["regel"]))}
        return gelezen | {naam: str(regel[naam]) for naam in ("hash", "som") if naam == "hash" or naam in regel}
    except (ValueError, KeyError, TypeError):
        return None


def _som(vorige: str, regel: dict[str, str]) -> str:
    """The checksum that a line of the anchor bears: of itself and of the line before."""
    inhoud = json.dumps([vorige, regel["dag"], regel["regel"], regel["hash"]])
    return hashlib.sha256(inhoud.encode()).hexdigest()[:16]
