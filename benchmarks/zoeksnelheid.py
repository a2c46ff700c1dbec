"""How fast earlier answers are found among many: the whole search, from question to reasons, on one core.

600,000 pairs: the real Dutch units, the British questions, and pairs made of them (a question with a third of its words
from others, the subject of a second, sentences of answers of a third). In the same run the same questions are put to
rapidfuzz over all of them and to SQLite FTS5, whole. The curve runs from 10,000 to 1,000,000 pairs.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from benchmarks import gegevens
from benchmarks.uitslag import Uitslag, schrijf
from kamervragen.search.index import Eenheid, Index
from kamervragen.search.kenmerken import Vraagstelling, ontleed
from kamervragen.search.ranking import KANDIDATEN, rangschik

MATEN = (10_000, 30_000, 100_000, 300_000, 600_000, 1_000_000)
MAAT = 600_000
ZOEKEN, MET_FTS, MET_FUZZY, RONDE = 200, 20, 2, 30
DOEL = Path(__file__).parents[1] / "docs" / "beelden" / "zoeksnelheid.svg"
TABEL = Path(__file__).parents[1] / "docs" / "zoeksnelheid.md"


def main() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    folder = Path(tempfile.mkdtemp(prefix="zoeksnelheid"))
    try:
        _meet(folder)
    finally:
        shutil.rmtree(folder)


def _meet(folder: Path) -> None:
    echt = gegevens.echte()
    bron = gegevens.paren(echt)
    vragen = _vragen(echt)
    index = Index.nieuw(folder / "index")
    punten: list[tuple[int, float, float]] = []
    bouwtijd = 0.0
    gehad: list[Eenheid] = []
    regels: list[str] = []
    for maat in MATEN:
        begin = time.perf_counter()
        while len(index) < maat:
            stapel = [next(bron) for _ in range(min(100_000, maat - len(index)))]
            index.schrijf(stapel, heap=256_000_000)
            if len(gehad) < MAAT:
                gehad += stapel
        bouwtijd += time.perf_counter() - begin
        tijden = sorted(_tijd(index, vraag) for vraag in vragen)
        punten.append((maat, tijden[len(tijden) // 2], _p95(tijden)))
        print(f"{maat}: mediaan {punten[-1][1]:.1f} ms, p95 {punten[-1][2]:.1f} ms", flush=True)
        if maat == MAAT:
            regels = _vergelijk(folder, index, vragen, gehad, punten[-1], bouwtijd)
            gehad = []
    TABEL.write_text("\n".join([*_KOP, *regels, "", *_krommetabel(punten), ""]), encoding="utf-8")
    DOEL.write_text(_kromme(punten), encoding="utf-8")
    print("\n".join(regels))


def _vergelijk(
    folder: Path,
    index: Index,
    vragen: Sequence[Vraagstelling],
    eenheden: Sequence[Eenheid],
    punt: tuple[int, float, float],
    bouwtijd: float,
) -> list[str]:
    """Side by side with the alternatives, over the same pairs."""
    _, mediaan, p95 = punt
    grootte = sum(pad.stat().st_size for pad in (folder / "index").rglob("*") if pad.is_file()) / 1e6
    dekking = _dekking(index, vragen)
    ronde = _eerste_ronde(index, vragen)
    teksten = [eenheid.vraag for eenheid in eenheden]
    fuzzy = [
        _klok(lambda v=vraag: process.extract(v.vraag, teksten, scorer=fuzz.token_set_ratio, limit=10))
        for vraag in vragen[:MET_FUZZY]
    ]
    fts = sorted(_fts(folder / "fts.db", eenheden, vragen[:MET_FTS]))
    zelf = sorted(_tijd(index, vraag) for vraag in vragen[:MET_FTS])
    keer_fuzzy, keer_fts = min(fuzzy) / mediaan, (sum(fts) / len(fts)) / (sum(zelf) / len(zelf))
    schrijf(
        Uitslag(
            "zoeksnelheid", "p95 van het hele zoeken, 600.000 paren", p95, "ms", "SQLite FTS5 bm25, gemiddeld", keer_fts
        ),
        Uitslag("zoeksnelheid", "mediaan", mediaan, "ms", "rapidfuzz process.extract", keer_fuzzy),
        Uitslag("zoeksnelheid", "recall@200 van de kandidaten", dekking, "", "alle termen", dekking),
        Uitslag("zoeksnelheid", "eerste ronde over 30 vragen", ronde, "s", "de grens van 1 s", 1 / ronde),
    )
    return [
        "| wat, bij 600.000 paren op een kern | waarde |",
        "|---|---|",
        f"| het hele zoeken (ontleden, kandidaten, rangschikken, redenen), {len(vragen)} volledige vragen | mediaan {mediaan:.1f} ms, p95 {p95:.1f} ms |",
        f"| recall@200 van de kandidaten tegen alle termen | {dekking:.3f} |",
        f"| rapidfuzz `process.extract` (token_set_ratio) over alle vragen | {min(fuzzy) / 1000:.1f} s: {keer_fuzzy:.0f} keer zo lang als onze mediaan |",
        f"| SQLite FTS5 `bm25` met de hele vraag, eerste 200 | gemiddeld {sum(fts) / len(fts):.0f} ms: {keer_fts:.1f} keer zo lang |",
        f"| eerste ronde over een set van {RONDE} vragen | {ronde:.2f} s |",
        f"| bouwen | {bouwtijd:.0f} s |",
        f"| grootte van de index | {grootte:.0f} MB |",
    ]


def _vragen(echt: Sequence[Eenheid]) -> list[Vraagstelling]:
    """Real Dutch questions of twenty words and more, each as a new set would put it."""
    lang = [eenheid for eenheid in echt if eenheid.groep.startswith("20") and len(eenheid.vraag.split()) >= 20]
    return [Vraagstelling(e.vraag, e.onderwerp) for e in random.Random(1).sample(lang, ZOEKEN)]


def _tijd(index: Index, vraag: Vraagstelling) -> float:
    return _klok(lambda: rangschik(index, vraag, aantal=10))


def _klok(werk: Any) -> float:
    """Milliseconds."""
    begin = time.perf_counter()
    werk()
    return 1000 * (time.perf_counter() - begin)


def _p95(tijden: Sequence[float]) -> float:
    return tijden[int(0.95 * (len(tijden) - 1))]


def _dekking(index: Index, vragen: Sequence[Vraagstelling]) -> float:
    """Which part of the candidates by all terms is among those by the rarest."""
    raak = totaal = 0
    for vraag in vragen:
        gezocht = ontleed(vraag, index)
        alle = {k.bron for k in index.zoek(gezocht.alle_termen, aantal=KANDIDATEN)}
        raak += len(alle & {k.bron for k in index.zoek(gezocht.termen, aantal=KANDIDATEN)})
        totaal += len(alle)
    return raak / totaal


def _eerste_ronde(index: Index, vragen: Sequence[Vraagstelling]) -> float:
    begin = time.perf_counter()
    for vraag in vragen[:RONDE]:
        rangschik(index, vraag, aantal=5)
    return time.perf_counter() - begin


def _fts(pad: Path, eenheden: Sequence[Eenheid], vragen: Sequence[Vraagstelling]) -> Iterator[float]:
    with sqlite3.connect(pad) as db:
        db.execute(
            "CREATE VIRTUAL TABLE paar USING fts5(vraag, onderwerp, antwoord, tokenize='unicode61 remove_diacritics 2')"
        )
        db.executemany("INSERT INTO paar VALUES (?, ?, ?)", ((e.vraag, e.onderwerp, e.antwoord) for e in eenheden))
        db.commit()
        for vraag in vragen:
            zoek = " OR ".join(f'"{woord}"' for woord in re.findall(r"\w+", f"{vraag.vraag} {vraag.onderwerp}"))
            yield _klok(
                lambda z=zoek: db.execute(
                    "SELECT rowid FROM paar WHERE paar MATCH ? ORDER BY bm25(paar) LIMIT 200", (z,)
                ).fetchall()
            )


_KOP = [
    "# Hoe snel eerdere antwoorden worden gevonden",
    "",
    "Gemaakt door `make bench B=zoeksnelheid`.",
    "",
    "![Tijd tegen aantal paren](beelden/zoeksnelheid.svg)",
    "",
]


def _krommetabel(punten: Sequence[tuple[int, float, float]]) -> list[str]:
    return [
        "| paren | mediaan (ms) | p95 (ms) |",
        "|---|---|---|",
        *(f"| {m:,} | {a:.1f} | {b:.1f} |".replace(",", ".") for m, a, b in punten),
    ]


def _met_punten(aantal: int) -> str:
    return f"{aantal:,}".replace(",", ".")


def _kromme(punten: Sequence[tuple[int, float, float]]) -> str:
    """The curve as a drawing: time against number of pairs, beside what linear growth would be."""
    breed, hoog, rand = 640, 360, 56
    top = max(b for _, _, b in punten) * 1.15
    eerste = punten[0]

    def plek(aantal: float, ms: float) -> str:
        return f"{rand + (breed - 2 * rand) * aantal / punten[-1][0]:.1f},{hoog - rand - (hoog - 2 * rand) * min(ms, top) / top:.1f}"

    lijn = " ".join(plek(m, b) for m, _, b in punten)
    midden = " ".join(plek(m, a) for m, a, _ in punten)
    recht = f"{plek(0, 0)} {plek(top / (eerste[2] / eerste[0]), top)}"
    assen = "".join(
        f'<text x="{plek(m, 0).split(",")[0]}" y="{hoog - rand + 18}" text-anchor="middle">{_met_punten(m)}</text>'
        for m, _, _ in punten[2:]
    ) + "".join(
        f'<text x="{rand - 8}" y="{float(plek(0, ms).split(",")[1]) + 4:.1f}" text-anchor="end">{ms:.0f}</text>'
        for ms in (0, top / 2, top)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breed} {hoog}" font-family="sans-serif" font-size="12">'
        f"<title>Zoektijd in ms tegen het aantal paren</title><rect width='{breed}' height='{hoog}' fill='white'/>"
        f'<g fill="none" stroke-width="2"><polyline points="{recht}" stroke="#999" stroke-dasharray="5 5"/>'
        f'<polyline points="{lijn}" stroke="#154273"/><polyline points="{midden}" stroke="#8fb6dd"/></g>'
        f"{assen}<text x='{breed - rand}' y='20' text-anchor='end'>p95 (donker), mediaan (licht), lineair (streep); ms tegen paren</text></svg>\n"
    )


if __name__ == "__main__":
    main()
