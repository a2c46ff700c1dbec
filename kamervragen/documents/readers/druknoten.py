"""Notes at the foot of printed pages: where they begin, and which number each has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kamervragen.documents.readers.delen import is_kop
from kamervragen.documents.readers.regels import Regel
from kamervragen.documents.text.opmaak import Alinea, Stuk, zonder_eerste

Lichaam = tuple[int, list[Regel]]
_NOOTBEGIN = re.compile(r"^\s*(?P<nummer>\d{1,3})(?:\s?(?=[A-ZÀ-Ý«»\"“”‘’'(<\[€]|https?:|www\.|[a-z]{2})|\s*$)")


def zonder_noten(regels: list[Regel]) -> tuple[list[Regel], list[Lichaam]]:
    """The lines without the notes at the foot of each page, and the notes by number, in order."""
    noten: list[Lichaam] = []
    romp: list[Regel] = []
    for blad in _bladen(regels):
        begin = _nootgrens(blad, _volgende(noten))
        romp += blad[:begin]
        if not (apart := _los_genummerd(blad[begin:], _volgende(noten))):
            for regel in blad[begin:]:
                (_neem_regel(noten, regel) if noten or _nootnummer(regel) else romp.append(regel))
        noten += apart
    return romp, noten


def _volgende(noten: list[Lichaam]) -> int:
    return noten[-1][0] + 1 if noten else 1


def _nootnummer(regel: Regel) -> int | None:
    """The number a line begins with, raised or written before it; None when it begins with none."""
    eerste = next((stuk for stuk in regel.stukken if stuk.tekst.strip()), Stuk(""))
    if eerste.hoog:
        return int(eerste.tekst) if eerste.tekst.strip().isdecimal() else None
    treffer = _NOOTBEGIN.match(regel.tekst)
    return int(treffer["nummer"]) if treffer else None


def _neem_regel(noten: list[Lichaam], regel: Regel) -> None:
    """A line at the foot of a page: the beginning of the note that is awaited, or more of the last one."""
    nummer = _nootnummer(regel)
    if nummer is not None and (nummer == _volgende(noten) or not noten):
        kaal = Alinea(tuple(replace(stuk, hoog=False) for stuk in regel.stukken))
        noten.append((nummer, [replace(regel, stukken=zonder_eerste(kaal, _tot(regel, len(str(nummer)))).stukken)]))
    else:
        noten[-1][1].append(regel)


def _los_genummerd(regels: list[Regel], verwacht: int) -> list[Lichaam]:
    """Notes whose numbers stand on lines of their own, before, between or after their texts: told by their count."""
    nummers = [int(regel.tekst) for regel in regels if re.fullmatch(r"\d{1,2}", regel.tekst)]
    if sorted(nummers) != list(range(verwacht, verwacht + len(nummers))):
        return []
    teksten: list[list[Regel]] = []
    na_nummer = False
    for regel in regels:
        if re.fullmatch(r"\d{1,2}", regel.tekst):
            na_nummer = True
            continue
        af = not teksten or re.search(r"(?:\d{4}|[.)])$", teksten[-1][-1].tekst)
        if not teksten or na_nummer or (af and not regel.tekst[:1].islower() and not regel.tekst.isdigit()):
            teksten.append([])
        teksten[-1].append(regel)
        na_nummer = False
    return list(zip(sorted(nummers), teksten, strict=True)) if len(nummers) == len(teksten) else []


def _tot(regel: Regel, aantal: int) -> int:
    """`aantal` characters of the line's words, counted in its runs: with the white space before them."""
    ruw = "".join(stuk.tekst for stuk in regel.stukken)
    return aantal + len(ruw) - len(ruw.lstrip())


def _bladen(regels: list[Regel]) -> Iterator[list[Regel]]:
    huidig: list[Regel] = []
    for regel in regels:
        if huidig and regel.bladzijde != huidig[-1].bladzijde:
            yield huidig
            huidig = []
        huidig.append(regel)
    if huidig:
        yield huidig


def _nootgrens(blad: list[Regel], verwacht: int) -> int:
    """Where the notes of a page begin: at its last line that has the number awaited, with no heading after it."""
    if any(regel.klein for regel in blad):
        return next(
            (i for i, regel in enumerate(blad) if regel.klein and not regel.cellen and _nootnummer(regel) == verwacht),
            len(blad),
        )
    for index in range(len(blad) - 1, -1, -1):
        regel = blad[index]
        if is_kop(Alinea(regel.stukken)):
            break
        if _nootnummer(regel) == verwacht:
            alleen = regel.tekst == str(verwacht)
            if not alleen or (index + 1 < len(blad) and blad[index + 1].los and regel.los):
                return index
    return len(blad)
