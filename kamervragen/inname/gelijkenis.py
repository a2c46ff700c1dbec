"""Papers without a number: which set they may belong to, and how alike the questions are. Never joined without a person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz
from sqlmodel import Session

from kamervragen.domain.vragenset import Vragenset
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import openzaken, vinden, vragensets

DREMPEL = 0.6


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A set whose questions are like those of a paper. `gelijkenis` is 0 to 1; `gelijk` of `vragen` are the same."""

    sleutel: str
    onderwerp: str | None
    zaaknummer: str | None
    gelijkenis: float
    gelijk: int
    vragen: int

    @property
    def procent(self) -> int:
        return int(100 * self.gelijkenis)


def kandidaten(sessie: Session, vragenset: Vragenset, *, behalve: str | None = None) -> tuple[Kandidaat, ...]:
    """The sets a paper may belong to, most alike first: those that share a question, and the newest ones.

    A set whose number, askers or dates contradict the paper is none.
    """
    eigen = [_plat(vraag.tekst) for vraag in vragenset.vragen if vraag.tekst]
    if not eigen:
        return ()
    rijen = {rij.id: rij for rij in vinden.mogelijk_dezelfde(sessie, vragenset)}
    gevraagd = openzaken.vragen_van(sessie, list(rijen))
    gevonden: list[Kandidaat] = []
    for id, rij in rijen.items():
        hun = [_plat(vraag.tekst) for vraag in gevraagd.get(id, []) if vraag.tekst]
        beste = _beste(eigen, hun) if hun and rij.sleutel != behalve else []
        # A paper may hold a part of the questions, never mostly others.
        gelijkenis = sum(beste) / max(len(eigen), len(hun)) if beste else 0.0
        if gelijkenis >= DREMPEL and not strijdig(sessie, rij, vragenset):
            gelijk = sum(waarde > 0.97 for waarde in beste)
            gevonden.append(
                Kandidaat(rij.sleutel, rij.onderwerp, rij.zaaknummer, round(gelijkenis, 3), gelijk, len(eigen))
            )
    return tuple(sorted(gevonden, key=lambda k: (-k.gelijkenis, k.sleutel)))


def strijdig(sessie: Session, rij: VragensetRij, vragenset: Vragenset) -> bool:
    """Whether what a set knows and what a paper says cannot both be true of one set."""
    namen = {(p.naam or "").casefold() for p in vragensets.betrokkenen(sessie, rij.id) if p.rol == "indiener"}
    return bool(
        _verschilt(rij.zaaknummer, str(vragenset.zaaknummer) if vragenset.zaaknummer else None)
        or _verschilt(rij.ingezonden, vragenset.ingezonden)
        or _verschilt(rij.ontvangen, vragenset.ontvangen)
        or (namen and vragenset.indieners and namen != {lid.naam.casefold() for lid in vragenset.indieners})
    )


def _beste(eigen: list[str], hun: list[str]) -> list[float]:
    """For each question of the paper how like it the likest question of the set is; far apart counts as nothing."""
    beste = [max(fuzz.ratio(een, ander, score_cutoff=60) for ander in hun) / 100 for een in eigen]
    return beste if any(beste) else []


def _plat(tekst: str) -> str:
    return re.sub(r"[\W_]+", " ", re.sub(r"\[\^\w+\]", "", tekst.casefold())).strip()


def _verschilt(een: object | None, ander: object | None) -> bool:
    return een is not None and ander is not None and een != ander
