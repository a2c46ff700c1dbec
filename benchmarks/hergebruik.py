"""How well earlier answers are found: nDCG@10 on judged queries, and the time of each search.

`python -m benchmarks.hergebruik --units U.jsonl[.gz] --queries Q.jsonl[.gz] --taal nl|en --top 50 --uit RUN.jsonl`
indexes units {id, doc, title, date, indieners, question, answer}, ranks for each query {qid, doc, title, date,
indieners, question}, leaving out units of the query's own `doc`, and writes {qid, ranking: [ids], ms}. Without
`--units` and `--queries` it measures on the judgements in the folder that CORPUS_DIR names.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.uitslag import Uitslag, schrijf
from kamervragen.reuse.index import Eenheid, Index
from kamervragen.reuse.ranking import Vraagstelling, rangschik


def main() -> None:
    keuze = _opties()
    corpus = Path(os.environ.get("CORPUS_DIR", "."))
    units = list(_regels(keuze.units or corpus / "units_nl.jsonl.gz"))
    oordelen = {} if keuze.queries else _oordelen(corpus)
    vragen = (
        list(_regels(keuze.queries)) if keuze.queries else [u | {"qid": u["id"]} for u in units if u["id"] in oordelen]
    )
    begin = time.perf_counter()
    index = Index(None, keuze.taal)
    index.schrijf(_eenheid(unit) for unit in units)
    bouwtijd = time.perf_counter() - begin
    uitkomsten = [_zoek(index, vraag, keuze.top) for vraag in vragen]
    if keuze.uit:
        keuze.uit.write_text("".join(json.dumps(uitkomst, ensure_ascii=False) + "\n" for uitkomst in uitkomsten))
    tijden = sorted(uitkomst["ms"] for uitkomst in uitkomsten)
    p95 = tijden[int(0.95 * (len(tijden) - 1))] if tijden else 0.0
    print(
        f"{len(units)} units in {bouwtijd:.1f} s; {len(vragen)} queries, mediaan {tijden[len(tijden) // 2]:.0f} ms, p95 {p95:.0f} ms"
    )
    if oordelen:
        per_vraag = {u["qid"]: _ndcg(u["ranking"], oordelen[u["qid"]]) for u in uitkomsten}
        geldig = [waarde for waarde in per_vraag.values() if waarde is not None]
        gemiddeld = sum(geldig) / len(geldig)
        print(f"nDCG@10 {gemiddeld:.3f} over {len(geldig)} queries (BM25 met titel 0,64; rapidfuzz alleen 0,37)")
        schrijf(Uitslag("hergebruik", "nDCG@10", gemiddeld, "", "BM25 met titel 0,64", gemiddeld / 0.64))


def _opties() -> argparse.Namespace:
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--units", type=Path)
    opties.add_argument("--queries", type=Path)
    opties.add_argument("--taal", choices=("nl", "en"), default="nl")
    opties.add_argument("--top", type=int, default=50)
    opties.add_argument("--uit", type=Path)
    return opties.parse_args()


def _regels(pad: Path) -> Iterator[dict[str, Any]]:
    openen = gzip.open if pad.suffix == ".gz" else open
    with openen(pad, "rt", encoding="utf-8") as bestand:
        for regel in bestand:
            if regel.strip():
                yield json.loads(regel)


def _oordelen(corpus: Path) -> dict[str, dict[str, int]]:
    return {rij["qid"]: rij["grades"] for rij in _regels(corpus / "judged_nl.jsonl")}


def _eenheid(unit: dict[str, Any]) -> Eenheid:
    datum = unit.get("date")
    return Eenheid(
        bron=unit["id"],
        groep=unit.get("doc") or "",
        onderwerp=unit.get("title") or "",
        vraag=unit.get("question") or "",
        antwoord=unit.get("answer") or "",
        datum=date.fromisoformat(datum[:10]) if datum else None,
    )


def _zoek(index: Index, vraag: dict[str, Any], top: int) -> dict[str, Any]:
    begin = time.perf_counter()
    stelling = Vraagstelling(vraag["question"], vraag.get("title") or "")
    treffers = rangschik(index, stelling, aantal=top, zonder_groep=vraag.get("doc"))
    ms = 1000 * (time.perf_counter() - begin)
    return {"qid": vraag["qid"], "ranking": [treffer.eenheid.bron for treffer in treffers], "ms": round(ms, 2)}


def _ndcg(volgorde: list[str], graden: dict[str, int], diepte: int = 10) -> float | None:
    """nDCG over the judged units only; None when nothing relevant was judged."""
    beoordeeld = [graden[bron] for bron in volgorde if bron in graden][:diepte]
    ideaal = sorted(graden.values(), reverse=True)[:diepte]
    beste = _dcg(ideaal)
    return _dcg(beoordeeld) / beste if beste else None


def _dcg(graden: list[int]) -> float:
    return sum(float(2**graad - 1) / math.log2(plaats + 2) for plaats, graad in enumerate(graden))


if __name__ == "__main__":
    main()
