"""How well citations are read: precision and recall on 200 passages annotated by reading.

`python -m benchmarks.verwijzingen [MAP] [--fouten]`. `oordelen/verwijzingen.jsonl` names passages of aanhangsels.jsonl.gz by
document and offsets, with the citations in each; the texts themselves stay where they are. A citation is right when its kind,
its id and what it lacks are, and its place overlaps that of the annotation.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
from collections import Counter
from pathlib import Path
from time import perf_counter

from benchmarks.uitslag import Uitslag, schrijf
from kamervragen.language.citations.verwijzingen import verwijzingen

_OORDELEN = Path(__file__).parent / "oordelen" / "verwijzingen.jsonl"


def main() -> None:
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("map", nargs="?", type=Path, default=Path(os.environ.get("CORPUS_DIR", ".")))
    opties.add_argument("--fouten", action="store_true", help="show every citation that is read otherwise")
    keuze = opties.parse_args()
    with gzip.open(keuze.map / "aanhangsels.jsonl.gz", "rt", encoding="utf-8") as bron:
        teksten = {stuk["id"]: stuk["text"] for stuk in map(json.loads, bron)}
    juist: Counter[str] = Counter()
    gemist: Counter[str] = Counter()
    onterecht: Counter[str] = Counter()
    seconden = 0.0
    for regel in _OORDELEN.read_text(encoding="utf-8").splitlines():
        oordeel = json.loads(regel)
        tekst = teksten[oordeel["doc"]][oordeel["begin"] : oordeel["einde"]]
        assert hashlib.sha256(tekst.encode()).hexdigest().startswith(oordeel["sha256"]), oordeel["doc"]
        begin = perf_counter()
        gelezen = [(v.soort.value, v.id, v.gemis, v.begin, v.einde) for v in verwijzingen(tekst)]
        seconden += perf_counter() - begin
        over = [tuple(v.values()) for v in oordeel["verwijzingen"]]
        for gevonden in gelezen:
            gelijk = next(
                (v for v in over if v[:3] == gevonden[:3] and v[3] < gevonden[4] and gevonden[3] < v[4]), None
            )
            if gelijk is None:
                onterecht[gevonden[0]] += 1
            else:
                over.remove(gelijk)
                juist[gevonden[0]] += 1
            if gelijk is None and keuze.fouten:
                print("ONTERECHT", gevonden, "|", tekst[:120].replace("\n", " "))
        for v in over:
            gemist[v[0]] += 1
            if keuze.fouten:
                print("GEMIST", v, "|", tekst[:120].replace("\n", " "))
    for soort in sorted({*juist, *gemist, *onterecht}):
        print(f"{soort:12} juist {juist[soort]:4}  gemist {gemist[soort]:3}  onterecht {onterecht[soort]:3}")
    precisie = juist.total() / max(juist.total() + onterecht.total(), 1)
    opbrengst = juist.total() / max(juist.total() + gemist.total(), 1)
    print(
        f"precisie {precisie:.3f}  opbrengst {opbrengst:.3f}  ({juist.total() + gemist.total()} citaten in 200 passages, {seconden * 1000:.0f} ms)"
    )
    schrijf(
        Uitslag("verwijzingen", "precisie", precisie, "", "alles juist", precisie),
        Uitslag("verwijzingen", "opbrengst", opbrengst, "", "alles gevonden", opbrengst),
    )


if __name__ == "__main__":
    main()
