"""Compounds taken apart: kinderopvangtoeslag -> kinderopvang, kinder, opvang, toeslag.

A compound is a head with a modifier before it, joined with nothing or with a linking sound. What counts as a word
comes from the dictionary of `simplemma`; which short or treacherous strings are parts, is data of the language.
"""

from __future__ import annotations

from functools import lru_cache

import simplemma

from kamervragen.search.taal import taal

_MINST = 7  # letters of the shortest compound looked at
_TUSSENKLANKEN = ("", "s", "en", "e", "n", "er")


@lru_cache(maxsize=200_000)
def delen(woord: str) -> tuple[str, ...]:
    """All words inside a Dutch compound in small letters, larger before smaller; () for a word that is none."""
    uit: list[str] = []
    for deel in _splits(woord):
        uit += [deel, *delen(deel)]
    return tuple(dict.fromkeys(uit))


@lru_cache(maxsize=200_000)
def _splits(woord: str) -> tuple[str, ...]:
    """The two or more words a compound is made of. The longest known head wins: it names what the thing is."""
    if len(woord) < _MINST or not woord.isalpha():
        return ()
    bekend = _is_woord(woord)
    beste: tuple[tuple[bool, int, int], tuple[str, ...]] | None = None
    for plaats in range(3, len(woord) - 2):
        kop = woord[plaats:]
        if not _is_deel(kop) or (bekend and not _is_stevig(kop)):
            continue
        for klank in _TUSSENKLANKEN:
            bepaling = woord[: plaats - len(klank)]
            if not woord[:plaats].endswith(klank) or len(bepaling) < (4 if bekend else 3):
                continue
            heel = _is_deel(bepaling)
            voor = (bepaling,) if heel else _splits(bepaling)
            maat = (heel, len(kop), -len(klank))
            if voor and (beste is None or maat > beste[0]):
                beste = (maat, (*voor, kop))
    return beste[1] if beste else ()


def _is_deel(woord: str) -> bool:
    nl = taal("nl")
    if woord in nl.geen_deel or woord in nl.stopwoorden:
        return False
    return _is_woord(woord) if len(woord) > 3 else woord in nl.korte_delen


def _is_stevig(kop: str) -> bool:
    """A word of the dictionary is only taken apart at a head that is no mere ending."""
    return len(kop) > 4 or kop in taal("nl").korte_koppen


@lru_cache(maxsize=200_000)
def _is_woord(woord: str) -> bool:
    return simplemma.is_known(woord, lang="nl")
