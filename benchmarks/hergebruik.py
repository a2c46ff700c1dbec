"""How well earlier answers are found, on judged queries, and how long each search takes.

`python -m benchmarks.hergebruik --units U.jsonl[.gz] --queries Q.jsonl[.gz] --taal nl|en --top 50 --uit RUN.jsonl`
indexes units {id, doc, title, date, indieners, question, answer}, ranks for each query {qid, doc, title, date,
indieners, question}, leaving out units of the query's own `doc`, and writes {qid, ranking: [ids], ms}. No unit is left
out or sunk for its date, its length or a missing answer. The other units of the query's `doc`, where there are, tell
what its set is about, as they do in the product.

Without `--units` and `--queries` it measures on the judgements in the folder that CORPUS_DIR names: Dutch ones
cross-validated by query, British ones by halves, and the product's own filters apart. The table goes to docs/.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
from rapidfuzz import fuzz

from benchmarks import gegevens, leren
from benchmarks.leren import L2, UITGANG, Opgave, leer
from benchmarks.uitslag import Uitslag, schrijf
from kamervragen.search.bijstelling import Kennis, met_kennis
from kamervragen.search.index import Index
from kamervragen.search.ranking import rangschik, weging

VOUWEN, ZADEN, TREKKINGEN = 6, 3, 2000
TABEL = Path(__file__).parents[1] / "docs" / "hergebruik.md"


def main() -> None:
    keuze = _opties()
    if keuze.leer:
        _leer()
    elif keuze.units and keuze.queries:
        _draai(keuze)
    else:
        _meet()


def _opties() -> argparse.Namespace:
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("--units", type=Path)
    opties.add_argument("--queries", type=Path)
    opties.add_argument("--taal", choices=("nl", "en"), default="nl")
    opties.add_argument("--top", type=int, default=50)
    opties.add_argument("--uit", type=Path)
    opties.add_argument("--regels", action="store_true", help="apply the rules of the product too")
    opties.add_argument("--leer", action="store_true", help="learn the weights of both languages and write them")
    return opties.parse_args()


def _draai(keuze: argparse.Namespace) -> None:
    """One run over given files."""
    units = list(gegevens.regels(keuze.units))
    index, bouwtijd = _gebouwd(units, keuze.taal)
    per_doc = gegevens.sets(units)
    uitkomsten = []
    for vraag in gegevens.regels(keuze.queries):
        begin = time.perf_counter()
        broers = [
            rij.get("question") or "" for rij in per_doc.get(vraag.get("doc") or "", ()) if rij["id"] != vraag["qid"]
        ]
        treffers = rangschik(
            index,
            gegevens.stelling(vraag, broers),
            aantal=keuze.top,
            zonder_groep=vraag.get("doc"),
            bijstelling=met_kennis(Kennis()) if keuze.regels else None,
        )
        ms = 1000 * (time.perf_counter() - begin)
        uitkomsten.append({"qid": vraag["qid"], "ranking": [t.eenheid.bron for t in treffers], "ms": round(ms, 2)})
    if keuze.uit:
        keuze.uit.write_text("".join(json.dumps(uitkomst, ensure_ascii=False) + "\n" for uitkomst in uitkomsten))
    tijden = sorted(uitkomst["ms"] for uitkomst in uitkomsten) or [0.0]
    print(
        f"{len(units)} units in {bouwtijd:.1f} s; {len(uitkomsten)} queries, "
        f"mediaan {tijden[len(tijden) // 2]:.1f} ms, p95 {tijden[int(0.95 * (len(tijden) - 1))]:.1f} ms"
    )


def _leer() -> None:
    """Weights from all judgements; each Dutch query counts with and without its set, for both must work."""
    units, oordelen = gegevens.nederlands()
    nl, _ = _gebouwd(units, "nl")
    namen = tuple(UITGANG["nl"])
    opgaven = [
        een
        for met_set in (True, False)
        for een in gegevens.nederlandse_opgaven(namen, nl, units, oordelen, met_set=met_set).values()
    ]
    brits, vragen, goud = gegevens.engels()
    en, _ = _gebouwd(brits, "en")
    engels = gegevens.engelse_opgaven(tuple(UITGANG["en"]), en, vragen, goud).values()
    leren.schrijf({"nl": leren.geleerd("nl", opgaven), "en": leren.geleerd("en", engels)})


def _gebouwd(units: Sequence[dict[str, Any]], taal: str) -> tuple[Index, float]:
    begin = time.perf_counter()
    index = Index(None, taal)
    index.schrijf(gegevens.eenheden(units, taal))
    return index, time.perf_counter() - begin


def _meet() -> None:
    """Both corpora of the folder, and the table."""
    regels = ["# Hoe goed eerdere antwoorden worden gevonden", "", "Gemaakt door `make bench B=hergebruik`.", ""]
    nl, nl_regels = _nederlands()
    en, en_regels = _engels()
    TABEL.write_text("\n".join([*regels, *nl_regels, "", *en_regels, ""]), encoding="utf-8")
    print("\n".join([*nl_regels, "", *en_regels]))
    schrijf(nl, en)


def _nederlands() -> tuple[Uitslag, list[str]]:
    units, oordelen = gegevens.nederlands()
    namen = tuple(UITGANG["nl"])
    index, _ = _gebouwd(units, "nl")
    met = gegevens.nederlandse_opgaven(namen, index, units, oordelen)
    zonder = gegevens.nederlandse_opgaven(namen, index, units, oordelen, met_set=False)
    beoordeeld = [qid for qid in sorted(met) if any(oordelen[qid].values())]
    kruis = {naam: _kruis(opgaven, beoordeeld) for naam, opgaven in (("met de set", met), ("vraag en titel", zonder))}
    tekst = {unit["id"]: unit.get("question") or "" for unit in units}
    fuzzy = {
        qid: ndcg(sorted(met[qid].bronnen, key=lambda b: -fuzz.token_set_ratio(tekst[qid], tekst[b])), oordelen[qid])
        for qid in beoordeeld
    }
    geleerd = np.array([weging("nl").gewichten.get(naam, 0.0) for naam in UITGANG["nl"]])
    gesteld = {qid: met[qid].volgorde(geleerd)[:50] for qid in met}
    product = {qid: _met_regels(index, qid, units, oordelen[qid]) for qid in beoordeeld}
    hoog = [qid for qid in beoordeeld if max(oordelen[qid].values()) >= 2]
    goed = [qid for qid in hoog if any(oordelen[qid].get(bron, 0) >= 2 for bron in gesteld[qid][:5])]
    waarde = fmean(kruis["met de set"].values())
    laag, top = _interval(list(kruis["met de set"].values()))
    regels = [
        f"## Nederlands: {len(beoordeeld)} vragen met een bruikbaar eerder antwoord, {len(units)} paren",
        "",
        "| wat | nDCG@10 |",
        "|---|---|",
        f"| kruisvalidatie per vraag ({VOUWEN} vouwen, {ZADEN} zaden), met de andere vragen van de set | {waarde:.3f} (95%: {laag:.3f} - {top:.3f}) |",
        f"| hetzelfde met vraag en titel alleen | {fmean(kruis['vraag en titel'].values()):.3f} |",
        f"| de gewichten zoals ze in het product staan (geleerd op dezelfde vragen) | {fmean(ndcg(gesteld[q], oordelen[q]) for q in beoordeeld):.3f} |",
        f"| daarbij de regels van het product (kort, procedure, ingehaald, recent) | {fmean(product.values()):.3f} |",
        "| BM25 met titel (opgave bij de gegevens) | 0.64 |",
        f"| rapidfuzz token_set_ratio alleen, zelfde kandidaten | {fmean(fuzzy.values()):.3f} |",
        "",
        f"Een antwoord van graad 2 of 3 bij de eerste vijf: {len(goed)} van de {len(hoog)} vragen die er een hebben.",
        "",
        *_drempels(met, oordelen, geleerd),
        "",
        *_mislukt(kruis["met de set"], gesteld, met, geleerd),
    ]
    return Uitslag("hergebruik", "nDCG@10, kruisvalidatie", waarde, "", "BM25 met titel 0,64", waarde / 0.64), regels


def _met_regels(index: Index, qid: str, units: Sequence[dict[str, Any]], graden: Mapping[str, int]) -> float:
    """nDCG@10 of the order the product shows: trivial answers sunk, the newest of equals first."""
    eigen = next(unit for unit in units if unit["id"] == qid)
    broers = [unit["question"] for unit in units if unit["doc"] == eigen["doc"] and unit["id"] != qid]
    treffers = rangschik(
        index, gegevens.stelling(eigen, broers), aantal=50, zonder_groep=eigen["doc"], bijstelling=met_kennis(Kennis())
    )
    return ndcg([treffer.eenheid.bron for treffer in treffers], graden)


def _kruis(opgaven: Mapping[str, Opgave], beoordeeld: Iterable[str]) -> dict[str, float]:
    """Per query the mean nDCG@10 over the seeds, each time ranked by weights that did not see it."""
    per_vraag: dict[str, list[float]] = {qid: [] for qid in beoordeeld}
    uitgang = np.array(list(UITGANG["nl"].values()))
    for zaad in range(ZADEN):
        qids = sorted(opgaven)
        random.Random(zaad).shuffle(qids)
        for vouw in range(VOUWEN):
            apart = qids[vouw::VOUWEN]
            gewichten = leer((opgaven[qid] for qid in qids if qid not in apart), uitgang, l2=L2["nl"])
            for qid in apart:
                if qid in per_vraag:
                    per_vraag[qid].append(ndcg(opgaven[qid].volgorde(gewichten)[:50], opgaven[qid].graden))
    return {qid: fmean(waarden) for qid, waarden in per_vraag.items()}


def _interval(waarden: Sequence[float]) -> tuple[float, float]:
    """The middle 95 % of means over queries drawn with replacement."""
    loting = random.Random(0)
    trekking = sorted(fmean(loting.choices(waarden, k=len(waarden))) for _ in range(TREKKINGEN))
    return trekking[int(0.025 * TREKKINGEN)], trekking[int(0.975 * TREKKINGEN) - 1]


def _drempels(opgaven: Mapping[str, Opgave], oordelen: Mapping[str, Mapping[str, int]], gewichten: Any) -> list[str]:
    """How many of the judged hits in the first five are related at all, by the score from which on they are shown."""
    beoordeeld = [
        (float(score), oordelen[qid][bron])
        for qid, een in opgaven.items()
        for score, bron in sorted(zip(een.waarden @ gewichten, een.bronnen, strict=True), reverse=True)[:5]
        if bron in oordelen[qid]
    ]
    regels = [
        "| drempel | getoond (van de eerste vijf, beoordeeld) | precisie graad 1 en hoger | precisie graad 2 en hoger |",
        "|---|---|---|---|",
    ]
    for drempel in (0.0, 0.07, 0.08, 0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.25, 0.3):
        over = [graad for score, graad in beoordeeld if score >= drempel]
        if over:
            regels.append(
                f"| {drempel:.2f} | {len(over)} | {sum(g >= 1 for g in over) / len(over):.2f} | {sum(g >= 2 for g in over) / len(over):.2f} |"
            )
    return [*regels, "", f"In het product: {weging('nl').drempel}."]


def _mislukt(
    per_vraag: Mapping[str, float], gesteld: Mapping[str, list[str]], opgaven: Mapping[str, Opgave], gewichten: Any
) -> list[str]:
    """The queries below one half, with what the best answer shares and what the first of the list shares instead."""
    regels = [
        "Waar het misgaat (nDCG@10 onder 0,5). Gedeeld: welk deel van de woorden van de vraag in de eerdere vraag staat.",
        "",
        "| vraag | nDCG@10 | beste graad | rang | gedeeld door de beste | gedeeld door de eerste | oorzaak |",
        "|---|---|---|---|---|---|---|",
    ]
    plaats = list(UITGANG["nl"]).index("vraag")
    for qid, waarde in sorted(per_vraag.items(), key=lambda paar: paar[1]):
        if waarde >= 0.5:
            continue
        een = opgaven[qid]
        hoogste = max(een.graden.values())
        rang, beste = next(
            ((i, b) for i, b in enumerate(gesteld[qid], 1) if een.graden.get(b) == hoogste), (None, None)
        )
        deel = {bron: float(rij[plaats]) for bron, rij in zip(een.bronnen, een.waarden, strict=True)}
        eerste = deel[gesteld[qid][0]]
        if beste is None:
            oorzaak = "geen woord gemeen, ook niet in onderwerp of antwoord: hiervoor is kennis van synoniemen nodig"
        elif deel[beste] < eerste / 2:
            oorzaak = "de beste zegt het in andere woorden dan de vraag"
        else:
            oorzaak = "even verwante woorden, maar de beoordelaar vond het een andere zaak"
        regels.append(
            f"| {qid} | {waarde:.2f} | {hoogste} | {rang or 'boven 50'} | {deel.get(beste or '', 0.0):.2f} | {eerste:.2f} | {oorzaak} |"
        )
    return regels


def _engels() -> tuple[Uitslag, list[str]]:
    units, vragen, goud = gegevens.engels()
    namen = tuple(UITGANG["en"])
    index, _ = _gebouwd(units, "en")
    opgaven = gegevens.engelse_opgaven(namen, index, vragen, goud)
    qids = sorted(opgaven)
    random.Random(0).shuffle(qids)
    helften = [qids[0::2], qids[1::2]]
    uitgang = np.array(list(UITGANG["en"].values()))
    tekst_alleen = np.array([naam not in ("indiener", "tijd") for naam in namen])
    raak, tekst = [], []
    for geleerd_op, apart in (helften, helften[::-1]):
        alles = leer((opgaven[qid] for qid in geleerd_op), uitgang, l2=L2["en"])
        raak += [recall(opgaven[qid].volgorde(alles), goud[qid]) for qid in apart]
        tekst += [recall(opgaven[qid].volgorde(alles * tekst_alleen), goud[qid]) for qid in apart]
    waarde = fmean(raak)
    regels = [
        f"## Brits: {len(qids)} vragen die een eerder antwoord aanhalen, {len(units)} paren",
        "",
        "| wat | recall@10 |",
        "|---|---|",
        f"| alle kenmerken, geleerd op de andere helft | {waarde:.3f} |",
        f"| zonder indiener en tijd | {fmean(tekst):.3f} |",
        "| BM25 met titel (opgave bij de gegevens) | 0.52 |",
        "| logistische regressie over acht gelijkenissen, met indiener en leeftijd (opgave) | 0.62 |",
    ]
    return Uitslag("hergebruik", "recall@10 Brits", waarde, "", "BM25 met titel 0,52", waarde / 0.52), regels


def ndcg(volgorde: Iterable[str], graden: Mapping[str, int], diepte: int = 10) -> float:
    """nDCG over the judged units only, with gains 2^grade - 1. :raises ZeroDivisionError: when nothing is relevant."""
    beoordeeld = [graden[bron] for bron in volgorde if bron in graden][:diepte]
    return _dcg(beoordeeld) / _dcg(sorted(graden.values(), reverse=True)[:diepte])


def recall(volgorde: Sequence[str], goud: set[str], diepte: int = 10) -> float:
    return len(goud & set(volgorde[:diepte])) / len(goud)


def _dcg(graden: Iterable[int]) -> float:
    return sum(float(2**graad - 1) / math.log2(plaats + 2) for plaats, graad in enumerate(graden))


if __name__ == "__main__":
    main()
