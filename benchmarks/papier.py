"""How fast and how lean documents are written.

`python -m benchmarks.papier`: a set of 30 questions and 20 footnotes to .docx, beside docxtpl that fills the same text in a
template made for it, in the same run (docxtpl knows no footnotes: their words stand in its body). Then 1,000 sets, and the
peak of memory.
"""

from __future__ import annotations

import io
import statistics
import tempfile
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

import docx
from docxtpl import DocxTemplate

from kamervragen.documents.text.markdown import lees_markdown, platte_tekst
from kamervragen.documents.word.sjabloon import AANHANGSEL, BRIEF, GEDRUKT
from kamervragen.documents.writers import aanhangsel, brief, gedrukt
from kamervragen.domain.nummers import Zaaknummer
from kamervragen.domain.vragenset import Antwoord, Bewindspersoon, Lid, Noot, Nootsoort, Soort, Vraag, Vragenset
from kamervragen.settings import SJABLONEN

VRAGEN, NOTEN, KEREN, SETS = 30, 20, 25, 1_000
_ZIN = (
    "De minister ziet in de cijfers over 2025 geen aanleiding om de «aanpak» te wijzigen; € 1.250 blijft beschikbaar. "
)


def proefset(vragen: int = VRAGEN, noten: int = NOTEN) -> Vragenset:
    """A set as long as they come: answers of some 150 words, with lists and emphasis."""
    antwoorden = [
        Antwoord(
            (str(n),), f"{_ZIN * 4}{f'[^v{n}]' if n <= noten else ''}\n\n- **eerste** punt\n- tweede punt\n\n{_ZIN * 3}"
        )
        for n in range(1, vragen + 1)
    ]
    return Vragenset(
        Soort.ANTWOORD,
        zaaknummer=Zaaknummer(2026, 1),
        onderwerp="de snelheid van papier",
        ingezonden=date(2026, 4, 24),
        indieners=(Lid("Proef", "ABC"),),
        gericht_aan=(Bewindspersoon("minister", None, "Justitie en Veiligheid"),),
        vragen=tuple(Vraag(n, str(n), f"{_ZIN * 2}Wat vindt u daarvan?") for n in range(1, vragen + 1)),
        antwoorden=tuple(antwoorden),
        noten=tuple(Noot(Nootsoort.VOETNOOT, n, f"Kamerstuk 33 552, nr. {n}.") for n in range(1, noten + 1)),
    )


def _docxtpl_sjabloon(pad: Path) -> None:
    """A template as a docxtpl user makes it: a loop over pairs and one over notes."""
    document = docx.Document()
    for regel in (
        "{%p for paar in paren %}",
        "Vraag {{ paar.nummer }}",
        "{{ paar.vraag }}",
        "Antwoord op vraag {{ paar.nummer }}",
        "{%p for alinea in paar.antwoord %}",
        "{{ alinea }}",
        "{%p endfor %}",
        "{%p endfor %}",
        "{%p for noot in noten %}",
        "{{ noot }}",
        "{%p endfor %}",
    ):
        document.add_paragraph(regel)
    document.save(str(pad))


def _inhoud(s: Vragenset) -> dict[str, object]:
    """The words as docxtpl wants them; making them plain is not counted."""
    return {
        "paren": [
            {"nummer": v.label, "vraag": platte_tekst(v.tekst), "antwoord": platte_tekst(a.tekst).split("\n")}
            for v, a in zip(s.vragen, s.antwoorden, strict=True)
        ],
        "noten": [noot.tekst for noot in s.noten],
    }


def _met_docxtpl(inhoud: dict[str, object], pad: Path) -> bytes:
    sjabloon = DocxTemplate(str(pad))
    sjabloon.render(inhoud)
    uit = io.BytesIO()
    sjabloon.save(uit)
    return uit.getvalue()


def _mediaan(doen: Callable[[], object]) -> float:
    doen()
    tijden = []
    for _ in range(KEREN):
        lees_markdown.cache_clear()  # each document as if it were the first
        begin = perf_counter()
        doen()
        tijden.append(perf_counter() - begin)
    return statistics.median(tijden) * 1_000


def main() -> None:
    s = proefset()
    gegevens = brief.Briefgegevens(date(2026, 6, 8))
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "docxtpl.docx"
        _docxtpl_sjabloon(pad)
        inhoud = _inhoud(s)
        ander = _mediaan(lambda: _met_docxtpl(inhoud, pad))
    print(f"{VRAGEN} vragen, {NOTEN} voetnoten, mediaan van {KEREN} keer:")
    print(f"  docxtpl            {ander:6.1f} ms")
    for naam, schrijf in (
        ("antwoord", lambda: aanhangsel.render(s, SJABLONEN / AANHANGSEL.bestand)),
        ("brief", lambda: brief.render(s, gegevens, SJABLONEN / BRIEF.bestand)),
        ("gedrukt", lambda: gedrukt.render(s, SJABLONEN / GEDRUKT.bestand)),
    ):
        eigen = _mediaan(schrijf)
        print(f"  {naam:18} {eigen:6.1f} ms  {eigen / ander:4.2f} x docxtpl (hoogstens 2,5)")
    tracemalloc.start()
    aanhangsel.render(s, SJABLONEN / AANHANGSEL.bestand)
    _, piek = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"  piek van het geheugen {piek / 1e6:.1f} MB (hoogstens 30)")
    klein = proefset(8, 4)
    begin = perf_counter()
    for _ in range(SETS):
        lees_markdown.cache_clear()
        aanhangsel.render(klein, SJABLONEN / AANHANGSEL.bestand)
    duur = perf_counter() - begin
    print(f"{SETS} sets van 8 vragen: {SETS / duur:.0f} per seconde ({duur:.1f} s)")


if __name__ == "__main__":
    main()
