"""The *lijst van vragen* of a committee: a table 'Nr | Vraag', answered in a column 'Antwoord'.

*Bron:* nds-tk-2022D15528; 'De vaste commissie voor ... heeft een aantal vragen voorgelegd aan de Minister ... over ...'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kamervragen.documents.readers.delen import Deel
from kamervragen.documents.readers.kop import Kop, lees_kop
from kamervragen.documents.text.opmaak import Alinea, Blok, Stuk, Tabel
from kamervragen.domain.vragenset import Lid
from kamervragen.language.personen import bewindspersonen

_NUMMER = re.compile(r"(?:vraag\s*)?(\d{1,4}[a-z]?)[.)]?", re.IGNORECASE)
_KOPPEN = {
    "nr": ("nr", "nummer", "#", "no", "vraagnr", "vraagnummer"),
    "vraag": ("vraag", "vragen"),
    "antwoord": ("antwoord", "antwoorden"),
}
_DOCUMENT = re.compile(r"(?:19|20)\d{2}D\d{5}")
_COMMISSIE = re.compile(
    r"\bDe\s+(?P<wie>(?:vaste\s+|tijdelijke\s+|algemene\s+)?commissie\s+(?:voor|belast|van)\s.+?)\s+heeft\s+een\s+aantal\s+vragen\s+"
    r"(?:en\s+opmerkingen\s+)?(?:voorgelegd|gesteld|ter\s+beantwoording\s+voorgelegd)\s+aan\s+(?P<aan>.+?)\s+"
    r"(?:over|inzake|naar\s+aanleiding\s+van)\s+(?P<over>.+?)\.(?:\s+(?-i:[A-Z])|\s*$)",
    re.IGNORECASE | re.DOTALL,
)


def knip_lijst(blokken: list[Blok]) -> tuple[list[Blok], list[Deel], list[Blok]] | None:
    """What stands before the table, its questions and answers, and what follows it; None without such a table."""
    begin = next(
        (i for i, blok in enumerate(blokken) if isinstance(blok, Tabel) and kolommen_van(koppen_van(blok))), None
    )
    if begin is None:
        return None
    eerste = blokken[begin]
    assert isinstance(eerste, Tabel)
    kolommen = kolommen_van(koppen_van(eerste))
    assert kolommen is not None
    delen: list[Deel] = []
    rest: list[Blok] = []
    for blok in blokken[begin:]:
        # A long list may be cut into several tables, with or without the heading row.
        rijen = _rijen(blok, kolommen) if isinstance(blok, Tabel) else None
        if rijen is None:
            rest.append(blok)
        else:
            delen += rijen
    return blokken[:begin], delen, rest


def lees_lijstkop(regels: list[str], los: tuple[str, ...]) -> Kop:
    """The head of a list: the committee that asks, whom, about which paper."""
    kop = lees_kop(regels, los=los)
    tekst = " ".join(regel for regel in regels if regel)
    if treffer := _COMMISSIE.search(tekst):
        kop.indieners = (Lid(" ".join(treffer["wie"].split())),)
        kop.gericht_aan = bewindspersonen(treffer["aan"]) or kop.gericht_aan
        kop.onderwerp = " ".join(treffer["over"].split())
    nummers = tuple(dict.fromkeys(_DOCUMENT.findall(tekst)))
    kop.kenmerken = tuple(dict.fromkeys((*kop.kenmerken, *nummers)))
    kop.onverklaard = [
        rest
        for rest in kop.onverklaard
        if not _DOCUMENT.search(rest.tekst) and not re.search(r"lijst\s+van\s+vragen", rest.tekst, re.IGNORECASE)
    ]
    return kop


def koppen_van(tabel: Tabel) -> list[str]:
    """The words of the heading row."""
    return [" ".join(alinea.kaal for alinea in cel) for cel in tabel.rijen[0]] if tabel.rijen else []


def kolommen_van(koppen: Sequence[str]) -> dict[str, int] | None:
    """Where 'nr', 'vraag' and 'antwoord' (-1 when there is none) stand in a heading row; None when it is no such table."""
    schoon = [" ".join(kop.split()).strip(" .:").casefold() for kop in koppen]
    plek = {naam: next((i for i, kop in enumerate(schoon) if kop in woorden), -1) for naam, woorden in _KOPPEN.items()}
    return plek if plek["nr"] >= 0 and plek["vraag"] >= 0 else None


def nummer_in(cel: str) -> str | None:
    """The number of a question as the first column writes it: 'Vraag 12.' -> '12'."""
    treffer = _NUMMER.fullmatch(cel.strip())
    return treffer[1].lower() if treffer else None


def _rijen(tabel: Tabel, kolommen: dict[str, int]) -> list[Deel] | None:
    eigen = kolommen_van(koppen_van(tabel))
    koppen = [" ".join(a.kaal for a in cel).strip() for cel in tabel.rijen[0]] if eigen else []
    kolommen = eigen or kolommen
    delen: list[Deel] = []
    for rij in tabel.rijen[1 if eigen else 0 :]:
        cellen = [[alinea for alinea in cel if not alinea.leeg] for cel in rij]
        if not any(cellen):
            continue
        if len(cellen) <= kolommen["vraag"]:
            return None
        nummer = nummer_in(" ".join(alinea.kaal for alinea in cellen[kolommen["nr"]]))
        if nummer is None and (not delen or cellen[kolommen["nr"]]):
            return None
        vraag: list[Blok] = [*cellen[kolommen["vraag"]], *_overig(cellen, koppen, kolommen)]
        if nummer is None:  # a row that runs on over a page
            delen[-1].blokken += vraag
            continue
        delen.append(Deel(False, [nummer], vraag))
        if 0 <= kolommen["antwoord"] < len(cellen) and cellen[kolommen["antwoord"]]:
            delen.append(Deel(True, [nummer], list(cellen[kolommen["antwoord"]])))
    return delen


def _overig(cellen: list[list[Alinea]], koppen: list[str], kolommen: dict[str, int]) -> list[Blok]:
    """Cells of other columns (annex, page) under the question they belong to."""
    bekend = set(kolommen.values())
    delen = [
        f"{koppen[i] if i < len(koppen) else ''}: {' '.join(a.kaal for a in cel)}".strip(": ")
        for i, cel in enumerate(cellen)
        if i not in bekend and cel
    ]
    return [replace(Alinea((Stuk(f"({'; '.join(delen)})"),)))] if delen else []
