"""Real documents of every kind, each with exactly what a reader found in it.

`tests/verwacht/*.json` holds counts, labels, numbers, days and hashes, never the texts themselves.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from kamervragen.documents.lees import lees
from kamervragen.inname.lezen import contract

VERWACHT = Path(__file__).parents[1] / "verwacht"
STUKKEN = sorted(pad.stem for pad in VERWACHT.glob("*.json"))
_HEEL = (
    "soort",
    "instrument",
    "zaaknummer",
    "aanhangselnummer",
    "vergaderjaar",
    "indieners",
    "gericht_aan",
    "ondertekenaars",
    "mede_namens",
    "ingezonden",
    "ontvangen",
    "gedagtekend",
    "zie_ook",
    "kenmerken",
)


def afdruk(tekst: str | None) -> str | None:
    """The length and hash of a text."""
    return None if tekst is None else f"{len(tekst)}:{hashlib.sha256(tekst.encode()).hexdigest()[:12]}"


def samenvatting(c: dict[str, Any]) -> dict[str, Any]:
    """A reading without its texts."""
    return {
        **{veld: c[veld] for veld in _HEEL},
        **{veld: afdruk(c[veld]) for veld in ("onderwerp", "inleiding", "toelichting", "mededeling", "slot")},
        "vragen": {vraag["label"]: afdruk(vraag["tekst"]) for vraag in c["vragen"]},
        "antwoorden": {"/".join(antwoord["labels"]): afdruk(antwoord["tekst"]) for antwoord in c["antwoorden"]},
        "noten": {noot["id"]: afdruk(noot["tekst"]) for noot in c["noten"]},
        "verwijzingen": [f"{v['bij']} {v['id']} {v['begin']}-{v['einde']}" for v in c["verwijzingen"]],
        "meldingen": [f"{m['plaats']} {m['code']}" for m in c["meldingen"]],
        "onverklaard": [afdruk(rest["tekst"]) for rest in c["onverklaard"]],
    }


@pytest.mark.corpus
@pytest.mark.parametrize("naam", STUKKEN)
def test_a_real_document_gives_exactly_this(corpus: Path, naam: str) -> None:
    verwacht = json.loads((VERWACHT / f"{naam}.json").read_text(encoding="utf-8"))
    data = (corpus / verwacht["pad"]).read_bytes()
    assert samenvatting(contract(lees(data, Path(verwacht["pad"]).name))) == verwacht["gelezen"]


@pytest.mark.corpus
def test_every_question_of_the_real_sets_is_found_and_every_answer_paired(corpus: Path) -> None:
    """Against one parser's view, and where it is wrong against the verdicts made by reading."""
    oordelen = json.loads(
        (Path(__file__).parents[2] / "benchmarks/oordelen/aanhangsels.json").read_text(encoding="utf-8")
    )
    anders, aantal = {}, 0
    with gzip.open(corpus / "aanhangsels.jsonl.gz", "rt", encoding="utf-8") as bron:
        for regel in bron:
            stuk = json.loads(regel)
            if not stuk["text"].strip():
                continue
            aantal += 1
            s = lees(stuk["text"].encode(), "stuk.txt").vragenset
            paren = [
                ({str(n) for n in (q["nr"] if isinstance(q["nr"], list) else [q["nr"]])}, q.get("answer"))
                for q in stuk["questions"]
            ]
            oordeel = oordelen.get(stuk["id"], {})
            vragen = set(oordeel.get("vragen", {n for nummers, _ in paren for n in nummers}))
            antwoorden = set(oordeel.get("antwoorden", {n for nummers, tekst in paren if tekst for n in nummers}))
            gelezen = {vraag.label for vraag in s.vragen}, {label for a in s.antwoorden for label in a.labels}
            if gelezen[0] != vragen or (stuk["complete"] and gelezen[1] != antwoorden):
                anders[stuk["id"]] = gelezen
    assert (aantal, anders) == (786, {})
