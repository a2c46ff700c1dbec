"""How well and how fast real documents are read.

`python -m benchmarks.lezen [MAP] [--fouten]`: every file in the folders docx, pdf, xml and seed of MAP (the folder that CORPUS_DIR
names), and every text of aanhangsels.jsonl.gz. Its `questions` are the view of one parser, not a truth: where it and this
reader disagree the verdicts by id in `oordelen/aanhangsels.json`, made by reading, decide. Prints per kind how many sets were read
with every question found and every answer paired, how much text ended up in no field or in a rest field, and the speed on
one core beside plain extraction by the same library.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import os
import re
import tracemalloc
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

import pdfplumber
from lxml import etree

from benchmarks.uitslag import Uitslag, schrijf
from kamervragen.documents.lees import lees
from kamervragen.documents.lezing import Lezing
from kamervragen.domain.errors import Fout
from kamervragen.inname.lezen import contract

_OORDELEN = Path(__file__).parent / "oordelen" / "aanhangsels.json"
# Mastheads, running lines, address blocks and headings: known by pattern, of no use to the set.
_BEKEND = [
    re.compile(patroon, re.IGNORECASE | re.MULTILINE)
    for patroon in (
        r"(?:Tweede|Eerste)\s+Kamer\s+der\s+Staten-Generaal\s*\d?",
        r"(?:Vergaderjaar\s+\d{4}\s?[-–]\s?\d{4}\s*)?Aanhangsel\s+van\s+de\s+Handelingen\s*$",
        r"Vragen\s+gesteld\s+door\s+de\s+leden\s+der\s+Kamer,\s+met\s+de\s+daarop\s+door\s+de\W*regering\s+gegeven\s+antwoorden",
        r"(?:ah|kv)-tk-\d{8}-\d+",
        r"ISSN\s*0921\s*-\s*7398",
        r"[’']s-Gravenhage\s*\d{4}",
        r"Tweede\s+Kamer,\s*vergaderjaar\s*\d{4}\s?[-–]\s?\d{4},\s*(?:Aanhangsel|Vragen)\s*\d{0,2}\s",
        r"^\W*\d{1,4}\W*$",
        r"^>?\s*Retouradres.*$",
        r"^Postbus.*$",
        r"^\d{4}\s?[A-Z]{2}\s+.*$",
        r"^Turfmarkt.*$",
        r"^www\..*$",
        r"^Directoraat-Generaal.*$",
        r"^(?:Aan\s+)?de\s+voorzitter\s+van.*$",
        r"^der\s+Staten-Generaal$",
        r"^h tk \d+ \d+$",
        r"=\[=*\].*",
        r"^(?:Vraag|Vragen|Antwoord|Antwoorden)(?: op)?(?: vraag| vragen)?\s*\[?[\d, enl-o/]*[a-z]?\]?\s*:?\s*$",
    )
]


@dataclass
class Tabelrij:
    """What became of one kind of document."""

    soort: str
    stukken: int = 0
    gelezen: int = 0
    vragen_heel: int = 0
    antwoorden_heel: int = 0
    met_antwoord: int = 0
    tekens: int = 0
    verloren: int = 0
    rest: int = 0
    seconden: float = 0.0
    kaal: float = 0.0
    bladen: int = 0
    anders: list[str] = field(default_factory=list)


def main() -> None:
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("map", nargs="?", type=Path, default=Path(os.environ.get("CORPUS_DIR", ".")))
    opties.add_argument("--fouten", action="store_true", help="show every set that is read otherwise than expected")
    keuze = opties.parse_args()
    rijen = [_map(keuze.map / naam, naam) for naam in ("docx", "pdf", "xml", "seed")]
    rijen.append(_teksten(keuze.map / "aanhangsels.jsonl.gz"))
    print(
        f"{'soort':8} {'stukken':>8} {'gelezen':>8} {'vragen':>8} {'antw.':>9} {'verloren':>9} {'rest':>7} {'stuks/s':>8} {'x kaal':>7}"
    )
    for rij in rijen:
        print(
            f"{rij.soort:8} {rij.stukken:8} {rij.gelezen:8} {rij.vragen_heel:8} {rij.antwoorden_heel:4}/{rij.met_antwoord:<4} "
            f"{rij.verloren / max(rij.tekens, 1):9.2%} {rij.rest / max(rij.tekens, 1):7.2%} "
            f"{rij.stukken / max(rij.seconden, 1e-9):8.1f} {rij.seconden / max(rij.kaal, 1e-9):7.1f}"
        )
        if keuze.fouten:
            for regel in rij.anders:
                print("   ", regel)
    pdf, tekst = rijen[1], rijen[-1]
    print(
        f"pdf: {pdf.bladen / max(pdf.seconden, 1e-9):.1f} bladzijden/s; {tekst.stukken} teksten in {tekst.seconden:.2f} s"
    )
    groot, seconden, geheugen = _grootste(keuze.map)
    print(
        f"grootste stuk {groot}: {geheugen / 1e6:.0f} MB op het hoogtepunt; een set van 128 vragen in {seconden:.2f} s"
    )
    schrijf(
        Uitslag(
            "lezen",
            "sets met alle vragen",
            tekst.vragen_heel / tekst.stukken,
            "",
            "drempel 0,99",
            tekst.vragen_heel / tekst.stukken / 0.99,
        ),
        Uitslag("lezen", "alle teksten van aanhangsels", tekst.seconden, "s", "drempel 10 s", tekst.seconden / 10),
        Uitslag(
            "lezen",
            "pdf",
            pdf.bladen / max(pdf.seconden, 1e-9),
            "bladzijden/s",
            "pdfplumber alleen",
            pdf.kaal / max(pdf.seconden, 1e-9),
        ),
        Uitslag("lezen", "set van 128 vragen", seconden, "s", "drempel 1 s", seconden),
    )


def _map(folder: Path, soort: str) -> Tabelrij:
    rij = Tabelrij(soort)
    for pad in sorted(folder.glob("*")):
        data = pad.read_bytes()
        lezing = _lees(rij, data, pad.name)
        begin = perf_counter()
        tekst = _kaal(data, soort, rij)
        rij.kaal += perf_counter() - begin
        if lezing is None:
            continue
        s = lezing.vragenset
        labels = {vraag.label for vraag in s.vragen}
        gedekt = [label for antwoord in s.antwoorden for label in antwoord.labels]
        rij.vragen_heel += bool(labels) and all(vraag.tekst for vraag in s.vragen)
        if s.antwoorden:
            rij.met_antwoord += 1
            rij.antwoorden_heel += sorted(gedekt) == sorted(labels)
        _tel_tekst(rij, tekst, lezing, pad.name)
    return rij


def _teksten(pad: Path) -> Tabelrij:
    """Every text, against the parser's view and the verdicts of a reader where the two disagree."""
    rij = Tabelrij("teksten")
    oordelen: dict[str, dict[str, Any]] = json.loads(_OORDELEN.read_text(encoding="utf-8"))
    with gzip.open(pad, "rt", encoding="utf-8") as bron:
        for regel in bron:
            stuk = json.loads(regel)
            lezing = _lees(rij, stuk["text"].encode(), f"{stuk['id']}.txt")
            if lezing is None:
                # A text without a word holds no question: refusing it is reading it right.
                rij.vragen_heel += not stuk["text"].strip() and not stuk["questions"]
                continue
            oordeel = oordelen.get(stuk["id"], {})
            vragen, antwoorden = _verwacht(stuk)
            vragen, antwoorden = set(oordeel.get("vragen", vragen)), set(oordeel.get("antwoorden", antwoorden))
            gelezen = {vraag.label for vraag in lezing.vragenset.vragen}
            gepaard = {label for antwoord in lezing.vragenset.antwoorden for label in antwoord.labels}
            rij.vragen_heel += gelezen == vragen
            if stuk["complete"]:
                rij.met_antwoord += 1
                rij.antwoorden_heel += gepaard == antwoorden
            if gelezen != vragen or (stuk["complete"] and gepaard != antwoorden):
                rij.anders.append(
                    f"{stuk['id']}: vragen {sorted(gelezen ^ vragen)}, antwoorden {sorted(gepaard ^ antwoorden)}"
                )
            _tel_tekst(rij, stuk["text"], lezing, stuk["id"])
    rij.kaal = rij.seconden
    return rij


def _verwacht(stuk: dict[str, Any]) -> tuple[set[str], set[str]]:
    vragen: set[str] = set()
    antwoorden: set[str] = set()
    for paar in stuk["questions"]:
        nummers = {str(n) for n in (paar["nr"] if isinstance(paar["nr"], list) else [paar["nr"]])}
        vragen |= nummers
        antwoorden |= nummers if paar.get("answer") else set()
    return vragen, antwoorden


def _lees(rij: Tabelrij, data: bytes, naam: str) -> Lezing | None:
    rij.stukken += 1
    begin = perf_counter()
    try:
        lezing = lees(data, naam)
    except Fout as fout:
        rij.anders.append(f"{naam}: {fout.bericht}")
        return None
    finally:
        rij.seconden += perf_counter() - begin
    rij.gelezen += 1
    return lezing


def _tel_tekst(rij: Tabelrij, tekst: str, lezing: Lezing, naam: str) -> None:
    """Characters of words that stand in no field, and of what stands in a rest field."""
    for patroon in _BEKEND:
        tekst = patroon.sub(" ", tekst)
    uit = " ".join(
        _teksten_in(
            {k: v for k, v in contract(lezing).items() if k not in ("verwijzingen", "meldingen", "onverklaard")}
        )
    )
    over = _woorden(tekst) - _woorden(uit)
    samen = re.sub(r"[\W_]", "", uit.casefold())
    # Words of the head went into fields as dates, numbers and names; a word may be joined to its neighbour.
    verloren = {woord: aantal for woord, aantal in over.items() if woord not in samen and woord not in _HOOFD}
    tekens = sum(len(woord) * aantal for woord, aantal in verloren.items())
    rij.tekens += len(re.sub(r"\W", "", tekst))
    rij.verloren += tekens
    rij.rest += sum(len(re.sub(r"\W", "", rest.tekst)) for rest in lezing.onverklaard)
    if tekens > 0.005 * len(tekst):
        rij.anders.append(f"{naam}: {tekens} tekens in geen veld: {', '.join(list(verloren)[:12])}")


# How a head, a closing and a letter's boilerplate say what the fields then hold.
_HOOFD = frozenset(
    [
        "vragen",
        "van",
        "de",
        "het",
        "lid",
        "leden",
        "aan",
        "minister",
        "ministers",
        "staatssecretaris",
        "staatssecretarissen",
        "over",
        "ingezonden",
        "ontvangen",
        "antwoord",
        "antwoorden",
        "zie",
        "ook",
        "aanhangsel",
        "aanhangsels",
        "handelingen",
        "vergaderjaar",
        "mede",
        "namens",
        "en",
        "voor",
        "op",
        "beiden",
        "allen",
        "kamervragen",
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
        "toelichting",
        "vraag",
        "nr",
        "datum",
        "betreft",
        "onderwerp",
        "kenmerk",
        "ons",
    ]
)


def _woorden(tekst: str) -> Counter[str]:
    zonder = re.sub(r"\[\^[bv]\d+\]", "", re.sub(r"(\w)[-\u00ad]\s*\n\s*(\w)", r"\1\2", tekst)).replace("\\", "")
    return Counter(re.findall(r"[^\W\d_]{3,}|\d+", zonder.casefold()))


def _teksten_in(waarde: object) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, dict):
        for deel in waarde.values():
            yield from _teksten_in(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _teksten_in(deel)


def _kaal(data: bytes, soort: str, rij: Tabelrij) -> str:
    """The words of a document, taken out by the library alone."""
    lezers: dict[str, Callable[[], str]] = {
        "docx": lambda: _kaal_docx(data),
        "pdf": lambda: _kaal_pdf(data, rij),
        "xml": lambda: " ".join(str(deel) for deel in etree.fromstring(data, _ZACHT).itertext()),
        "seed": lambda: re.sub(r"\[footnoteRef:\d+\]|\[\d+: ", " ", data.decode()),
    }
    return lezers[soort]()


_ZACHT = etree.XMLParser(resolve_entities=False, recover=True, remove_comments=True)


def _kaal_docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archief:
        boom = etree.fromstring(archief.read("word/document.xml"))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    alineas = (a for a in boom.iter(f"{w}p") if not any(True for _ in a.iterancestors("{*}Fallback", "{*}txbxContent")))
    return "\n".join("".join(t.text or "" for t in alinea.iter(f"{w}t")) for alinea in alineas)


def _kaal_pdf(data: bytes, rij: Tabelrij) -> str:
    with pdfplumber.open(io.BytesIO(data)) as document:
        rij.bladen += len(document.pages)
        return "\n".join(blad.extract_text() for blad in document.pages)


def _grootste(folder: Path) -> tuple[str, float, int]:
    """The largest document with its peak of memory, and the time of a set of 128 questions."""
    groot = max(
        (pad for naam in ("docx", "pdf", "xml") for pad in (folder / naam).glob("*")),
        key=lambda pad: pad.stat().st_size,
    )
    tracemalloc.start()
    lees(groot.read_bytes(), groot.name)
    geheugen = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    alinea = "Ik verwijs naar Kamerstuk 29 628, nr. 1099 en het antwoord op vraag 1. " * 12
    tekst = "\n\n".join(
        f"Vraag {n}\n\nKunt u dat uitleggen?\n\nAntwoord op vraag {n}\n\n{alinea}" for n in range(1, 129)
    )
    begin = perf_counter()
    lees(tekst.encode(), "groot.txt")
    return groot.name, perf_counter() - begin, geheugen


if __name__ == "__main__":
    main()
