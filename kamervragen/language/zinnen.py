"""Sentences and their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# Words that end in a full stop without ending a sentence.
_AFKORTINGEN = frozenset(
    {
        "a.s",
        "aant",
        "afd",
        "art",
        "artt",
        "bijv",
        "blz",
        "bv",
        "ca",
        "cf",
        "d.d",
        "d.m.v",
        "d.w.z",
        "dr",
        "drs",
        "e.a",
        "e.d",
        "e.v",
        "enz",
        "etc",
        "evt",
        "excl",
        "fig",
        "i.c",
        "i.p.v",
        "i.v.m",
        "incl",
        "ing",
        "ir",
        "jl",
        "m.b.t",
        "m.i.v",
        "max",
        "mevr",
        "min",
        "mld",
        "mln",
        "mr",
        "mw",
        "n.a.v",
        "n.v.t",
        "nl",
        "nr",
        "nrs",
        "o.a",
        "o.b.v",
        "o.g.v",
        "p",
        "pag",
        "par",
        "plm",
        "prof",
        "q.q",
        "resp",
        "s.v.p",
        "stb",
        "stcrt",
        "sub",
        "t.a.v",
        "t.b.v",
        "t.g.v",
        "t.m",
        "t.o.v",
        "v.l.n.r",
        "vgl",
        "vz",
        "z.s.m",
        "zgn",
        "zsm",
    }
)
MAX_ZIN = 4_000  # characters; the longest of 71,000 real texts has 1,500
_LANGSTE = 40  # no abbreviation is longer; looking further back would cost the square of the line
_EINDE = re.compile(r"(?<![.!?…])(?P<teken>[.!?…]{1,9})(?P<sluit>[\"'”’»)\]]*(?:\[\^[bv]\d+\])*)(?P<wit>\s+|$)")
_HERKENBAAR = 5  # words from which on a passage is the same statement elsewhere; set by hand
_WOORD_ERVOOR = re.compile(r"[\w.]+$")


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence with its place in the text: code points, half open."""

    tekst: str
    begin: int
    einde: int


@lru_cache(maxsize=1_024)  # several readers of one text each begin with its sentences
def zinnen(tekst: str) -> tuple[Zin, ...]:
    """The sentences of a Markdown text. A line break ends a sentence too; note marks stay with theirs."""
    gevonden: list[Zin] = []
    for regel in re.finditer(r"[^\n]+", tekst):
        begin = regel.start()
        for einde in _grenzen(regel.group()):
            _voeg_toe(gevonden, tekst, begin, regel.start() + einde)
            begin = regel.start() + einde
        _voeg_toe(gevonden, tekst, begin, regel.end())
    return tuple(deel for zin in gevonden for deel in _begrensd(zin))


def _begrensd(zin: Zin) -> Iterator[Zin]:
    """A sentence as it is; one that no sentence is so long is cut between words: the rules read it at the square of its length."""
    begin = 0
    while len(zin.tekst) - begin > MAX_ZIN:
        knip = zin.tekst.rfind(" ", begin + MAX_ZIN // 2, begin + MAX_ZIN)
        einde = knip if knip > 0 else begin + MAX_ZIN
        yield Zin(zin.tekst[begin:einde], zin.begin + begin, zin.begin + einde)
        begin = einde + 1 if knip > 0 else einde
    yield Zin(zin.tekst[begin:], zin.begin + begin, zin.einde) if begin else zin


def _grenzen(regel: str) -> list[int]:
    grenzen: list[int] = []
    for treffer in _EINDE.finditer(regel):
        vervolg = regel[treffer.end() : treffer.end() + 20]
        if not vervolg or _is_afkorting(regel, treffer.start(), treffer["teken"]):
            continue
        eerste = vervolg.lstrip("\"'“‘«([*_")[:1]
        if eerste.islower():
            continue
        grenzen.append(treffer.end())
    return grenzen


def _is_afkorting(regel: str, punt: int, teken: str) -> bool:
    if teken != ".":
        return False
    ervoor = regel[max(0, punt - _LANGSTE) : punt]
    woord = _WOORD_ERVOOR.search(ervoor)
    if woord is None:
        return False
    kaal = woord.group().lower().strip(".")
    # A single capital is an initial: "D.M. van Weel"; a bare number is a list mark only at the start of the line.
    lijstnummer = kaal.isdigit() and punt <= _LANGSTE and regel[:punt].strip() == kaal
    return kaal in _AFKORTINGEN or bool(re.search(r"(?:^|\.)[A-Z]$", woord.group())) or lijstnummer


def _voeg_toe(gevonden: list[Zin], tekst: str, begin: int, einde: int) -> None:
    stuk = tekst[begin:einde]
    kern = stuk.strip()
    if kern:
        start = begin + len(stuk) - len(stuk.lstrip())
        gevonden.append(Zin(kern, start, start + len(kern)))


def is_herkenbaar(passage: str) -> bool:
    """Whether words are enough to be the same statement wherever they stand: 'Ja.' is not."""
    return len(re.findall(r"\w+", passage)) >= _HERKENBAAR


def woorden_met_wit(tekst: str) -> list[str]:
    """The words of a text, each with the white space behind it: joined they are the text again."""
    return re.findall(r"\S+\s*|^\s+", tekst)
