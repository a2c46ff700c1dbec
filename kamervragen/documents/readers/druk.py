"""Printed lines -> blocks: running lines out, footnotes apart, lines joined to paragraphs.

PDF and text taken from a PDF meet here: lines are cut at the margin, pages at their foot, and a note stands at the
bottom of the page that calls it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from kamervragen.documents.readers.drukalineas import KOPREGEL, blokken, gemerkt, samen
from kamervragen.documents.readers.druknoten import zonder_noten
from kamervragen.documents.readers.regels import EINDE, Regel, met_accenten, past
from kamervragen.documents.readers.ruw import Ruw
from kamervragen.documents.text.markdown import schrijf_markdown
from kamervragen.documents.text.opmaak import Alinea, Stuk, zonder_eerste

_VERGADERJAAR = r"(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2}"
# What the printer puts on every page. It may be glued to what follows it.
_VOET = re.compile(
    rf"(?:(?P<id>(?:ah|kv)-(?:tk|ek)-\d{{4,8}}(?:-\d{{1,4}}|Z\d{{5}})(?:-[hn]\d+)?)\s*)?"
    rf"(?:ISSN\s*0921\s*-\s*7398\s*)?(?:[’']s-Gravenhage\s*(?:19|20)\d{{2}}\s*)?"
    rf"(?:(?:Tweede|Eerste)\s+Kamer,\s*vergaderjaar\s*{_VERGADERJAAR},\s*(?P<soort>Aanhangsel|Vragen)\s*(?P<blad>\d{{1,2}}(?!\d))?)?"
)
_MARKDOWNVOET = re.compile(r"(?:-{3,}|h[\s-]tk[\s-]\d{8}[\s-]\d+|=\[=*\].*)")
_MASTHEAD = re.compile(
    r"(?:Tweede|Eerste)\s+Kamer\s+der\s+Staten-Generaal\s*\d?|Vragen\s+gesteld\s+door\s+de\s+leden\s+der\s+Kamer(?:,\s+met\s+de\s+daarop\s+door\s+de)?|"
    r"(?:met\s+de\s+daarop\s+door\s+de\s+)?regering\s+gegeven\s+antwoorden|\d",
    re.IGNORECASE,
)
_TITEL = re.compile(rf"(?:Vergaderjaar\s+{_VERGADERJAAR}\s*)?Aanhangsel\s+van\s+de\s+Handelingen", re.IGNORECASE)
_OPMAAKTEKENS = re.compile(r"^(?:#{1,6}\s+)?(?:\*\*|_)?(?P<kern>.*?)(?:\*\*|_)?\s*$")
ONGEVEER = 0.9  # counted in characters a margin is no better known than this


def tekstregels(tekst: str) -> list[Regel]:
    """Lines of a text, distances in characters. Marks of Markdown headings and bold lines are taken off."""
    regels: list[Regel] = []
    blad, leeg = 0, False
    for ruw in tekst.splitlines():
        kaal = met_accenten(ruw.strip())
        if kaal.startswith(("#", "**", "_")):
            kaal = _OPMAAKTEKENS.sub(r"\g<kern>", kaal)
        if not kaal:
            leeg = True
            continue
        regels.append(Regel((Stuk(kaal),), 0, len(kaal), len(kaal.split()[0]), blad, los=leeg))
        leeg = False
    return regels


def is_gebroken(regels: list[Regel]) -> bool:
    """Whether lines end at a margin and not where a paragraph ends."""
    if len(regels) < 4:
        return False
    breedte = rechts_van(regels) * ONGEVEER
    if breedte > 120:
        return False
    vol = sum(
        1
        for regel, volgende in pairwise(regels)
        if not volgende.los and not past(regel, volgende, breedte) and not EINDE.search(regel.tekst)
    )
    return vol >= 3 and vol * 6 > len(regels)


def is_drukwerk(regels: list[Regel]) -> bool:
    """Whether the printer's masthead or running lines stand in it."""
    return any(_TITEL.fullmatch(regel.tekst) or ((voet := _lopend(regel.tekst)) and voet["soort"]) for regel in regels)


def rechts_van(regels: list[Regel]) -> float:
    """The right margin: what all but the longest few lines keep to."""
    einden = sorted(regel.einde for regel in regels if not regel.klein) or [0]
    return einden[min(len(einden) - 1, int(len(einden) * 0.97))]


def lees(regels: list[Regel], breedte: float) -> Ruw:
    """The blocks of a print whose lines end at `breedte`.

    Notes are known by the number printed; where they are called decides whose they are.
    """
    schoon, hoofd = _zonder_lopende_regels(regels)
    romp, noten = zonder_noten(schoon)
    woorden = {woord.casefold() for regel in romp for woord in re.findall(r"\w+-\w+", regel.tekst)}
    alineas = tuple(gemerkt(blokken(romp, breedte, woorden), {nummer for nummer, _ in noten}))
    teksten = {nummer: schrijf_markdown((samen(groep, woorden),)) for nummer, groep in noten}
    return Ruw(alineas, hoofd=tuple(hoofd), genummerd=teksten)


def _lopend(tekst: str) -> re.Match[str] | None:
    treffer = _VOET.match(tekst)
    return treffer if treffer and treffer.end() else None


def _zonder_lopende_regels(regels: list[Regel]) -> tuple[list[Regel], list[str]]:
    """The lines of the text with their page, and the running lines that carry a number."""
    over: list[Regel] = []
    hoofd: list[str] = []
    blad = 0
    masthead, los_nummer = True, False
    for regel in regels:
        tekst = regel.tekst
        if los_nummer and re.fullmatch(r"\d{1,2}", tekst):  # the number of the page on a line of its own
            los_nummer = False
            continue
        if treffer := _lopend(tekst):
            regel = replace(regel, cellen=())
            if treffer["id"]:
                hoofd.append(treffer["id"])
            if treffer["soort"]:
                blad += 1
                los_nummer = not treffer["blad"]
            rest = tekst[treffer.end() :].strip()
            if rest:
                over.append(
                    replace(
                        regel,
                        stukken=zonder_eerste(Alinea(regel.stukken), treffer.end()).stukken,
                        bladzijde=max(blad, regel.bladzijde),
                        los=True,
                    )
                )
            continue
        if _MARKDOWNVOET.fullmatch(tekst):
            blad += 1
            continue
        if masthead and _MASTHEAD.fullmatch(tekst):
            continue
        masthead = masthead and not KOPREGEL.match(tekst) and len(over) < 12
        over.append(replace(regel, bladzijde=max(blad, regel.bladzijde)))
    return over, hoofd
