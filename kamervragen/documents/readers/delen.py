"""Headings: which paragraphs are one, and the parts of a document between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kamervragen.documents.text.opmaak import Alinea, Blok, Stuk, gesplitst, zonder_eerste

_LABEL = r"\d{1,3}(?:\s?[a-z](?![\w/]))?"
_LABELS = rf"{_LABEL}(?:\s*(?:,\s*en\b|,|\ben\b|&|t/m|tot\s+en\s+met|[-–])\s*{_LABEL})*"
_VRAAGKOP = re.compile(
    rf"^(?:Deel)?Vra(?:ag|gen)\s*\[?(?P<labels>{_LABELS})\]?\s*[.:)]?(?:(?<=[.:])\s+(?P<rest>\S.*))?$", re.IGNORECASE
)
_ANTWOORDKOP = re.compile(
    rf"^(?:Antwoord(?:en)?|Beantwoording|Reactie)(?:\s+op)?(?:\s+(?:de\s+)?(?:Deel)?vra(?:ag|gen))?\s*\[?(?P<labels>{_LABELS})?\]?\s*[.:]?(?:(?<=[.:])\s+(?P<rest>\S.*))?$",
    re.IGNORECASE,
)
_TOELICHTING = re.compile(r"^Toelichting\s*(?::\s*(?P<rest>.*))?$", re.IGNORECASE | re.DOTALL)
MEDEDELING = re.compile(r"^Mededeling\s*$", re.IGNORECASE)


@dataclass
class Deel:
    """A heading with what stands under it. Without labels: a bare 'Antwoord'."""

    is_antwoord: bool
    labels: list[str]
    blokken: list[Blok] = field(default_factory=list)


def ontvouwd(blokken: tuple[Blok, ...]) -> list[Blok]:
    """Paragraphs in which a soft line break hides a heading, cut there."""
    uit: list[Blok] = []
    for blok in blokken:
        if isinstance(blok, Alinea) and "\n" in blok.kaal:
            delen = gesplitst(blok)
            uit += delen if any(is_kop(deel) for deel in delen) else [blok]
        else:
            uit.append(blok)
    return uit


def met_vraagkoppen(blokken: list[Blok]) -> list[Blok]:
    """Questions that only a number announces ('9.', '1', a numbered list), given the heading that is missing.

    Only in a document that has answers but no heading with the word 'Vraag'. *Bron:* ah-tk-20242025-602.
    """
    alineas = [blok for blok in blokken if isinstance(blok, Alinea)]
    if any(_VRAAGKOP.match(a.kaal) for a in alineas) or not any(is_kop(a) for a in alineas):
        return blokken
    uit: list[Blok] = []
    verwacht = 1
    for blok in blokken:
        if isinstance(blok, Alinea) and re.fullmatch(rf"{verwacht}[.)]?", blok.kaal):
            uit.append(Alinea((Stuk(f"Vraag {verwacht}"),)))
            verwacht += 1
        elif isinstance(blok, Alinea) and blok.lijst and blok.lijst.nummer == verwacht and "?" in blok.kaal:
            uit += [Alinea((Stuk(f"Vraag {verwacht}"),)), replace(blok, lijst=None)]
            verwacht += 1
        else:
            uit.append(blok)
    return uit


def is_kop(blok: Alinea) -> bool:
    if blok.lijst is not None or any(stuk.noot for stuk in blok.stukken):
        return False
    return bool(_VRAAGKOP.match(blok.kaal) or (_ANTWOORDKOP.match(blok.kaal) and len(blok.kaal) < 400))


def vraaglabels(blok: Alinea) -> list[str]:
    """The labels a question heading announces; none for any other paragraph."""
    treffer = _VRAAGKOP.match(blok.kaal) if is_kop(blok) else None
    return _labels(treffer["labels"]) if treffer else []


def knip(romp: list[Blok]) -> tuple[list[Deel], list[Blok], list[Blok], list[Blok]]:
    """The body cut at its headings: parts, toelichting, mededeling, and what follows those."""
    delen: list[Deel] = []
    toelichting: list[Blok] = []
    mededeling: list[Blok] = []
    doel: list[Blok] = []
    rest: list[Blok] = []
    for blok in romp:
        if isinstance(blok, Alinea) and is_kop(blok):
            treffer = _VRAAGKOP.match(blok.kaal)
            is_antwoord = treffer is None
            treffer = treffer or _ANTWOORDKOP.match(blok.kaal)
            assert treffer is not None
            delen.append(Deel(is_antwoord, _labels(treffer["labels"] or "")))
            doel = delen[-1].blokken
            if treffer["rest"]:
                doel.append(zonder_eerste(blok, treffer.start("rest")))
        elif isinstance(blok, Alinea) and (treffer := _TOELICHTING.match(blok.kaal)) and delen and delen[-1].blokken:
            if treffer["rest"]:
                toelichting.append(zonder_eerste(blok, treffer.start("rest")))
                doel = rest
            else:
                doel = toelichting
        elif isinstance(blok, Alinea) and MEDEDELING.match(blok.kaal):
            doel = mededeling
        else:
            doel.append(blok)
    return delen, toelichting, mededeling, rest


def _labels(tekst: str) -> list[str]:
    uit: list[str] = []
    for scheiding, label in re.findall(rf"(t/m|tot\s+en\s+met|[-–])?\s*({_LABEL})", tekst, re.IGNORECASE):
        schoon = label.replace(" ", "").lower()
        if scheiding and uit and schoon.isdigit() and uit[-1].isdigit():
            uit += [str(nummer) for nummer in range(int(uit[-1]) + 1, int(schoon))]
        uit.append(schoon)
    return list(dict.fromkeys(uit))
