"""PDF with text: words with their place and size -> printed lines. Nothing in it is run or fetched.

*Bron:* the prints of officielebekendmakingen.nl: one column of text, notes in a smaller type, calls raised.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from kamervragen.documents.readers import druk
from kamervragen.documents.readers.regels import Regel, met_accenten
from kamervragen.documents.readers.ruw import Ruw
from kamervragen.documents.text.opmaak import Stuk
from kamervragen.domain.errors import Ongeldig, TeGroot

MAX_BLADEN = 300
_KLEIN = 0.9  # of the size of the text: notes, running lines
_HOOG = 0.75  # of the size of the line: calls of notes
_OPGETILD = 0.1  # times the size of the line, above its foot
_KLOOF = 3.0  # times the size: further apart are two columns
# A code without a letter in the font is a bullet. Bron: ISO 32000-1, annex D, note 3 at WinAnsiEncoding.
_ZONDER_LETTER = re.compile(r"\(cid:\d+\)")
# pdfminer lets whatever a broken file makes it do come out as it is.
_STUK = (
    MalformedPDFException,
    PdfminerException,
    PSException,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    AssertionError,
    OverflowError,
    RecursionError,
    ArithmeticError,
    UnicodeError,
    EOFError,
    OSError,
    NotImplementedError,
)

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns at length about fonts it can read

Woord = dict[str, Any]


def lees(data: bytes, naam: str) -> Ruw:
    """A PDF as blocks.

    :raises Ongeldig: encrypted, broken, or without text (a scan). :raises TeGroot: more than 300 pages.
    """
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MAX_BLADEN:
                raise TeGroot(
                    "%(naam)s heeft meer dan %(max_bladen)s bladzijden. Splits het document.",
                    naam=naam,
                    max_bladen=MAX_BLADEN,
                )
            bladen = [_woorden(blad) for blad in document.pages]
    except PDFPasswordIncorrect as fout:
        raise Ongeldig(
            "%(naam)s is versleuteld. Bewaar het zonder wachtwoord en bied het opnieuw aan.", naam=naam
        ) from fout
    except _STUK as fout:
        if isinstance(fout.__cause__ or fout.__context__, PDFPasswordIncorrect) or "PasswordIncorrect" in repr(fout):
            raise Ongeldig(
                "%(naam)s is versleuteld. Bewaar het zonder wachtwoord en bied het opnieuw aan.", naam=naam
            ) from fout
        raise Ongeldig("%(naam)s is beschadigd en kan niet worden gelezen. Bied het opnieuw aan.", naam=naam) from fout
    maten = Counter[float]()
    for woord in (woord for blad in bladen for woord in blad):
        maten[round(woord["size"], 1)] += len(woord["text"])
    if not maten:
        raise Ongeldig(
            "%(naam)s bevat geen tekst, maar een scan. Bied het document aan als Word of typ de vragen over.", naam=naam
        )
    maat = maten.most_common(1)[0][0]
    regels = [regel for nummer, blad in enumerate(bladen) for regel in _regels(blad, nummer, maat)]
    romp = [regel for regel in regels if not regel.klein]
    return druk.lees([r for r in regels if r.stukken], druk.rechts_van(romp or regels))


def _woorden(blad: Any) -> list[Woord]:
    woorden: list[Woord] = blad.extract_words(extra_attrs=["size", "fontname"], x_tolerance_ratio=0.15, y_tolerance=2)
    blad.close()
    return woorden


def _regels(woorden: list[Woord], bladzijde: int, maat: float) -> Iterator[Regel]:
    """The lines of a page, from the top; words far apart on one height are lines of their own."""
    vorig: Woord | None = None
    for rij in _rijen(woorden):
        hoogste = max(woord["size"] for woord in rij)
        los = vorig is None or rij[0]["top"] - vorig["bottom"] > 0.6 * hoogste
        delen = list(_kolommen(rij, hoogste))
        cellen = tuple((deel[0]["x0"], deel[-1]["x1"], " ".join(w["text"] for w in deel)) for deel in delen)
        for deel in delen:
            grootte = max(woord["size"] for woord in deel)
            yield Regel(
                tuple(_stukken(deel, grootte)),
                deel[0]["x0"],
                deel[-1]["x1"],
                deel[0]["x1"] - deel[0]["x0"],
                bladzijde,
                klein=grootte < _KLEIN * maat,
                los=los,
                cellen=cellen if len(cellen) > 1 else (),
            )
        vorig = max(rij, key=lambda woord: float(woord["bottom"]))


def _rijen(woorden: list[Woord]) -> list[list[Woord]]:
    """Words on one height; a raised call belongs to the line it overlaps."""
    rijen: list[list[Woord]] = []
    for woord in sorted(woorden, key=lambda w: (-w["size"], w["top"])):
        rij = next((rij for rij in rijen if _op_hoogte(woord, rij)), None)
        if rij is None:
            rijen.append([woord])
        else:
            rij.append(woord)
    for rij in rijen:
        rij.sort(key=lambda w: float(w["x0"]))
    return sorted(rijen, key=lambda r: min(float(w["top"]) for w in r if w["size"] == max(x["size"] for x in r)))


def _op_hoogte(woord: Woord, rij: list[Woord]) -> bool:
    """On one base line, or a raised number right behind a word or at the very front."""
    eerste = rij[0]
    if abs(woord["bottom"] - eerste["bottom"]) < 0.25 * eerste["size"]:
        return True
    midden = (woord["top"] + woord["bottom"]) / 2
    hoog = woord["size"] < _HOOG * eerste["size"] and woord["text"][0].isdigit()
    dichtbij = any(-1 <= woord["x0"] - ander["x1"] < 0.5 * eerste["size"] for ander in rij)
    vooraan = 0 <= min(ander["x0"] for ander in rij) - woord["x1"] < eerste["size"]
    binnen = eerste["top"] - 0.2 * eerste["size"] <= midden <= eerste["bottom"]
    return bool(hoog and binnen and (dichtbij or vooraan))


def _kolommen(rij: list[Woord], maat: float) -> Iterator[list[Woord]]:
    deel = [rij[0]]
    for vorige, woord in pairwise(rij):
        if woord["x0"] - vorige["x1"] > _KLOOF * maat:
            yield deel
            deel = []
        deel.append(woord)
    yield deel


def _stukken(woorden: list[Woord], maat: float) -> Iterator[Stuk]:
    vorige: Woord | None = None
    was_hoog = False
    voet = max((float(woord["bottom"]) for woord in woorden if woord["size"] >= _HOOG * maat), default=0.0)
    for woord in woorden:
        # A figure at the foot of the line is no call: the 2 of CO2 is a letter of its word.
        hoog = woord["size"] < _HOOG * maat and woord["text"][0].isdigit() and woord["bottom"] < voet - _OPGETILD * maat
        cursief = any(naam in woord["fontname"] for naam in ("Oblique", "Italic"))
        stuk = Stuk(met_accenten(_ZONDER_LETTER.sub("•", woord["text"])), cursief=cursief and not hoog, hoog=hoog)
        if vorige is not None and not (hoog and was_hoog):
            kloof = woord["x0"] - vorige["x1"] > 0.12 * maat
            # A sentence that begins right behind a call was glued to it by the printer.
            if kloof or (was_hoog and woord["text"][0].isupper()):
                yield replace(stuk, tekst=" ", hoog=False)
        yield stuk
        vorige, was_hoog = woord, hoog
