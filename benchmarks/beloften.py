"""How well promises are recognised: precision, recall and windows on sentences judged by hand.

`python -m benchmarks.beloften [ZINNEN.jsonl]`; without a file the one in the folder that CORPUS_DIR names.
A line holds {sentence, doc_date, is_commitment, ambiguous, kind, window_start, window_end}. Ambiguous ones weigh half.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import time
from datetime import date
from pathlib import Path

from benchmarks.uitslag import Uitslag, schrijf
from kamervragen.language.promises.beloften import belofte_in, beloften


def main() -> None:
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument(
        "zinnen", nargs="?", type=Path, default=Path(os.environ.get("CORPUS_DIR", ".")) / "commitment_sentences.jsonl"
    )
    opties.add_argument("--fouten", action="store_true", help="show every sentence that is judged otherwise")
    keuze = opties.parse_args()
    juist = gemist = onterecht = 0.0
    vensters = goede_vensters = 0
    for regel in keuze.zinnen.read_text(encoding="utf-8").splitlines():
        rij = json.loads(regel)
        gewicht = 0.5 if rij["ambiguous"] else 1.0
        belofte = belofte_in(rij["sentence"], date.fromisoformat(rij["doc_date"]))
        if rij["is_commitment"] and belofte:
            juist += gewicht
            if rij["window_end"]:
                vensters += 1
                einde = belofte.tijd.einde if belofte.tijd else None
                goed = einde is not None and abs((einde - date.fromisoformat(rij["window_end"])).days) <= 31
                goede_vensters += goed
                if keuze.fouten and not goed:
                    print("VENSTER", einde, "in plaats van", rij["window_end"], "|", rij["sentence"][:140])
        elif rij["is_commitment"]:
            gemist += gewicht
        elif belofte:
            onterecht += gewicht
        if keuze.fouten and rij["is_commitment"] != bool(belofte):
            woord = "GEMIST" if rij["is_commitment"] else "ONTERECHT"
            print(woord, rij["kind"], belofte.signaal if belofte else "", "|", rij["sentence"][:200])
    precisie, opbrengst = juist / (juist + onterecht), juist / (juist + gemist)
    print(f"precisie {precisie:.3f}  opbrengst {opbrengst:.3f}  vensters {goede_vensters}/{vensters} binnen 31 dagen")
    duur = _duur()
    print(f"10.000 woorden in {duur * 1000:.0f} ms (gevraagd 100 ms)")
    schrijf(
        Uitslag(
            "beloften", "10.000 woorden", duur * 1000, "ms", "100 ms: het onderstrepen volgt het typen", 0.1 / duur
        ),
        Uitslag("beloften", "precisie", precisie, "", "drempel 0,80", precisie / 0.80),
        Uitslag("beloften", "opbrengst", opbrengst, "", "drempel 0,70", opbrengst / 0.70),
    )


def _duur() -> float:
    """Seconds to read 10,000 words of real answers, the best of five."""
    with gzip.open(Path(os.environ.get("CORPUS_DIR", ".")) / "units_nl.jsonl.gz", "rt", encoding="utf-8") as bestand:
        antwoorden = (json.loads(regel).get("answer") or "" for regel in bestand)
        woorden: list[str] = []
        while len(woorden) < 10_000:
            woorden += next(antwoorden).split()
    tekst = " ".join(woorden[:10_000])
    tijden = []
    for _ in range(5):
        begin = time.perf_counter()
        beloften(tekst, date(2026, 6, 8))
        tijden.append(time.perf_counter() - begin)
    return min(tijden)


if __name__ == "__main__":
    main()
