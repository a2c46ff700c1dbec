"""How well promises are recognised: precision, recall and windows on sentences judged by hand.

`python -m benchmarks.beloften [ZINNEN.jsonl]`; without a file the one in the folder that CORPUS_DIR names.
A line holds {sentence, doc_date, is_commitment, ambiguous, kind, window_start, window_end}. Ambiguous ones weigh half.
"""

from __future__ import annotations

import argparse
import json
import os
from datetime import date
from pathlib import Path

from benchmarks.uitslag import Uitslag, schrijf
from kamervragen.language.beloften import belofte_in


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
    schrijf(
        Uitslag("beloften", "precisie", precisie, "", "drempel 0,80", precisie / 0.80),
        Uitslag("beloften", "opbrengst", opbrengst, "", "drempel 0,70", opbrengst / 0.70),
    )


if __name__ == "__main__":
    main()
