"""The judged pairs of the corpus, as units and queries of the ranking."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.leren import Opgave, opgave
from kamervragen.search.analyse import profiel
from kamervragen.search.index import Eenheid, Index
from kamervragen.search.kenmerken import Vraagstelling

# The citation gives itself away in the text, so it goes from queries and units alike (README of the pairs).
_VERRADER = re.compile(r"(?i)\b(pursuant|further) to [^,]*?(question|answer)[^,]*,|\bquestion \d+[^,]*|\b\d{3,6}\b")


def corpus() -> Path:
    return Path(os.environ.get("CORPUS_DIR", "."))


def regels(pad: Path) -> Iterator[dict[str, Any]]:
    """The objects of a .jsonl or .jsonl.gz file."""
    openen = gzip.open if pad.suffix == ".gz" else open
    with openen(pad, "rt", encoding="utf-8") as bestand:
        for regel in bestand:
            if regel.strip():
                yield json.loads(regel)


def eenheden(units: Iterable[dict[str, Any]], taal: str) -> Iterator[Eenheid]:
    """Units {id, doc, title, date, indieners, question, answer}, each with what its whole set is about."""
    for doc, rijen in sets(units).items():
        titel = rijen[0].get("title") or ""
        geheel = profiel((titel, *(rij.get("question") or "" for rij in rijen)), taal)
        for rij in rijen:
            yield Eenheid(
                bron=rij["id"],
                groep=doc,
                onderwerp=rij.get("title") or "",
                vraag=rij.get("question") or "",
                antwoord=rij.get("answer") or "",
                datum=_dag(rij.get("date")),
                indieners=_namen(rij),
                profiel=geheel,
            )


def sets(units: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Units by the set they stand in; a unit without one is a set of its own."""
    per_doc: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for unit in units:
        per_doc[unit.get("doc") or f"\0{unit['id']}"].append(unit)
    return per_doc


def stelling(vraag: dict[str, Any], broers: Iterable[str] = ()) -> Vraagstelling:
    """A query {question, title, date, indieners}; `broers` are the other questions of its set."""
    return Vraagstelling(
        vraag["question"], vraag.get("title") or "", tuple(broers), _namen(vraag), _dag(vraag.get("date"))
    )


def nederlands() -> tuple[list[dict[str, Any]], dict[str, dict[str, int]]]:
    """The Dutch units and, per query, what was judged: unit -> grade 0 to 3."""
    units = list(regels(corpus() / "units_nl.jsonl.gz"))
    return units, {rij["qid"]: rij["grades"] for rij in regels(corpus() / "judged_nl.jsonl")}


def engels() -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, set[str]]]:
    """The British units, the queries, and per query the units it cites."""
    map = corpus() / "uk"
    rijen = {rij["id"]: rij for rij in regels(map / "questions.jsonl.gz") if rij["question"]}
    paren = list(regels(map / "pairs.jsonl.gz"))
    goud: dict[str, set[str]] = defaultdict(set)
    vragen: dict[str, dict[str, Any]] = {}
    for paar in paren:
        goud[str(paar["query_id"])].add(str(paar["cited_id"]))
        eigen = rijen.get(paar["query_id"], {})
        vragen[str(paar["query_id"])] = {**_brits(eigen, paar["query_text"]), "qid": str(paar["query_id"])}
    units = [{**_brits(rij, rij["question"]), "id": str(rij["id"]), "doc": str(rij["id"])} for rij in rijen.values()]
    return units, [{**vraag, "doc": qid} for qid, vraag in sorted(vragen.items())], goud


def nederlandse_opgaven(
    namen: Sequence[str],
    index: Index,
    units: Iterable[dict[str, Any]],
    oordelen: Mapping[str, Mapping[str, int]],
    *,
    met_set: bool = True,
) -> dict[str, Opgave]:
    """Each judged query, with or without the other questions of its set."""
    per_doc = sets(units)
    uit = {}
    for unit in (rij for rijen in per_doc.values() for rij in rijen if rij["id"] in oordelen):
        broers = [rij["question"] for rij in per_doc[unit["doc"]] if met_set and rij["id"] != unit["id"]]
        uit[unit["id"]] = opgave(index, stelling(unit, broers), unit["doc"], oordelen[unit["id"]], namen)
    return uit


def engelse_opgaven(
    namen: Sequence[str], index: Index, vragen: Iterable[dict[str, Any]], goud: Mapping[str, set[str]]
) -> dict[str, Opgave]:
    """What is cited is worth 1, the others of the first sixty candidates 0."""
    uit = {}
    for vraag in vragen:
        qid = vraag["qid"]
        een = opgave(index, stelling(vraag), vraag["doc"], {}, namen)
        genoemd = {bron: int(bron in goud[qid]) for i, bron in enumerate(een.bronnen) if i < 60 or bron in goud[qid]}
        uit[qid] = replace(een, graden=genoemd)
    return uit


def echte() -> list[Eenheid]:
    """Every real pair of the corpus, Dutch and British, as Dutch."""
    units, _ = nederlands()
    brits, _, _ = engels()
    return [*eenheden(units, "nl"), *eenheden(brits, "nl")]


def paren(echt: Sequence[Eenheid]) -> Iterator[Eenheid]:
    """The real pairs in an order of their own, then made ones without end."""
    loting = random.Random(2)
    volgorde = list(echt)
    loting.shuffle(volgorde)
    yield from volgorde
    nederlands = [eenheid for eenheid in echt if eenheid.groep.startswith(("20", "ah", "kv", "tkdoc"))]
    woorden = [woord for eenheid in nederlands for woord in eenheid.vraag.split()]
    zinnen = [zin for e in nederlands for zin in re.split(r"(?<=[.?!])\s+", e.antwoord) if zin]
    nummer = 0
    while True:
        nummer += 1
        een, ander = loting.choices(nederlands, k=2)
        vraag = " ".join(loting.choice(woorden) if loting.random() < 1 / 3 else woord for woord in een.vraag.split())
        antwoord = " ".join(loting.choices(zinnen, k=loting.randint(1, 6)))
        yield replace(
            ander,
            bron=f"g{nummer}",
            groep=f"g{nummer // 8}",
            vraag=vraag,
            antwoord=antwoord,
            profiel=ander.profiel or profiel((ander.onderwerp, vraag)),
        )


def _brits(rij: dict[str, Any], vraag: str) -> dict[str, Any]:
    lid = rij.get("asking_member")
    return {
        "title": rij.get("heading") or "",
        "date": rij.get("date_tabled") or "",
        "indieners": [str(lid)] if lid else [],
        "question": _VERRADER.sub("", vraag),
        "answer": _VERRADER.sub("", rij.get("answer") or ""),
    }


def _namen(rij: dict[str, Any]) -> tuple[str, ...]:
    ruw = rij.get("indieners") or ()
    return (ruw,) if isinstance(ruw, str) else tuple(str(naam) for naam in ruw)


def _dag(tekst: str | None) -> date | None:
    try:
        return date.fromisoformat(tekst[:10]) if tekst else None
    except ValueError:
        return None
