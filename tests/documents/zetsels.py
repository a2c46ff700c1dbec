"""Generated sets of which every word is known beforehand: as Markdown for the record, and as lines for an independent reader."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import strategies as st

from kamervragen.domain.nummers import Zaaknummer
from kamervragen.domain.vragenset import Antwoord, Noot, Nootsoort, Soort, Vraag, Vragenset

WOORDEN = (
    "de",
    "minister",
    "ziet",
    "geen",
    "aanleiding",
    "€",
    "1.250",
    "‘proef’",
    "«bericht»",
    "coördinatie",
    "ë",
    "één",
    "’s-Gravenhage",
    "nr.",
    "12",
    "zo'n",
    "5%",
    "&",
    "a_b",
    "*",
    "#",
    "Kamer;",
    "(zie)",
    "<x>",
    "“hij”",
    "|",
    "\\",
    "[x]",
    "arbeidsongeschiktheidsverzekeringsmaatschappijen" * 2,
    "https://voorbeeld.example/a_b?c=d&e=f",
    "ŵ",
    "漢字",
)
_ADRES = "https://voorbeeld.example/a_b?c=d&e=f"
_TEKEN = re.compile(r"([\\`*_\[\]<>#|~^!])")


@dataclass(frozen=True)
class Stukje:
    """A paragraph: `soort` is p, - (bullet), 1 (numbered), or t (a row of a table, its cells joined by tabs)."""

    soort: str
    tekst: str
    noot: int = 0  # the number of the footnote that is called at its end


@dataclass
class Zetsel:
    """A set as it was made up. `antwoorden`: the labels of each with its pieces, in the order of the last question."""

    vragen: dict[str, str]
    antwoorden: list[tuple[tuple[str, ...], list[Stukje]]]
    noten: dict[int, str] = field(default_factory=dict)

    def set(self) -> Vragenset:
        """The record."""
        return Vragenset(
            Soort.ANTWOORD,
            zaaknummer=Zaaknummer(2026, 1),
            vragen=tuple(Vraag(int(label), label, ontsnapt(tekst)) for label, tekst in self.vragen.items()),
            antwoorden=tuple(Antwoord(labels, als_markdown(stukjes)) for labels, stukjes in self.antwoorden),
            noten=tuple(
                Noot(Nootsoort.VOETNOOT, n, ontsnapt(tekst), url=(_ADRES if _ADRES in tekst else None))
                for n, tekst in self.noten.items()
            ),
        )

    def regels(self) -> list[str]:
        """What a reader who knows nothing of us should find, line by line; a note is the number of its call."""
        uit: list[str] = []
        gezien: set[str] = set()
        over = list(self.antwoorden)
        nummers: dict[int, int] = {}
        for label, tekst in self.vragen.items():
            uit += [f"Vraag {label}", tekst]
            gezien.add(label)
            while over and set(over[0][0]) <= gezien:
                labels, stukjes = over.pop(0)
                uit.append(f"Antwoord op vraag {_rij(labels)}")
                nummer = 0
                for stukje in stukjes:
                    nummer = nummer + 1 if stukje.soort == "1" else 0
                    if stukje.noot:
                        nummers.setdefault(stukje.noot, len(nummers) + 1)
                    merk = str(nummers[stukje.noot]) if stukje.noot else ""
                    voor = f"{nummer}. " if nummer else ""
                    uit += stukje.tekst.split("\t") if stukje.soort == "t" else [f"{voor}{stukje.tekst}{merk}"]
        return [" ".join(regel.split()) for regel in uit]

    def nootregels(self) -> list[str]:
        """The notes in the order of their calls."""
        volgorde = dict.fromkeys(s.noot for _, stukjes in self.antwoorden for s in stukjes if s.noot)
        return [" ".join(self.noten[n].split()) for n in volgorde]


def als_markdown(stukjes: list[Stukje]) -> str:
    """The pieces as Markdown, by hand."""
    uit: list[str] = []
    vorige = ""
    nummer = 0
    for stukje in stukjes:
        nummer = nummer + 1 if stukje.soort == "1" else 0
        merk = f"[^v{stukje.noot}]" if stukje.noot else ""
        tekst = ontsnapt(stukje.tekst) + merk
        if stukje.soort == "t":
            cellen = [ontsnapt(cel) for cel in stukje.tekst.split("\t")]
            regel = "| " + " | ".join(cellen) + " |"
            regel = regel if vorige == "t" else regel + "\n| " + " | ".join(["---"] * len(cellen)) + " |"
        else:
            regel = {"p": tekst, "-": f"- {tekst}", "1": f"{nummer}. {tekst}"}[stukje.soort]
        los = "" if not uit else "\n" if stukje.soort == vorige and vorige in "-1t" else "\n\n"
        uit.append(los + regel)
        vorige = stukje.soort
    return "".join(uit)


def ontsnapt(tekst: str) -> str:
    """Words with every sign of Markdown made plain."""
    return _TEKEN.sub(r"\\\1", tekst)


@st.composite
def zetsels(draw: st.DrawFn) -> Zetsel:
    """Sets with groups, notes, lists and tables; every paragraph bears a word of its own, by which it can be found."""
    aantal = draw(st.integers(1, 6))
    teller = iter(range(1, 10_000))

    def zin() -> str:
        woorden = draw(st.lists(st.sampled_from(WOORDEN), min_size=2, max_size=9))
        return f"Zin begint {' '.join(woorden)} merk{next(teller)} gevolgd door het slot."

    vragen = {str(n): f"{zin()}?" for n in range(1, aantal + 1)}
    groepen: list[list[str]] = []
    for label in vragen:
        keuze = draw(st.integers(0, len(groepen)))
        groepen[keuze - 1].append(label) if groepen and keuze else groepen.append([label])
    groepen.sort(key=lambda groep: int(groep[-1]))
    noten: dict[int, str] = {}
    antwoorden = []
    for groep in groepen:
        stukjes: list[Stukje] = []
        for soort in draw(st.lists(st.sampled_from("ppp-1t"), min_size=1, max_size=4)):
            if stukjes and stukjes[-1].soort == soort != "p":
                stukjes.append(Stukje("p", zin()))
            if soort == "t":
                breedte = draw(st.integers(1, 3))
                stukjes += [
                    Stukje("t", "\t".join(zin() for _ in range(breedte))) for _ in range(draw(st.integers(2, 3)))
                ]
            else:
                stukjes += [Stukje(soort, zin()) for _ in range(1 if soort == "p" else draw(st.integers(1, 3)))]
        for plaats, stukje in enumerate(stukjes):
            if stukje.soort in "p-" and draw(st.integers(0, 3)) == 0:
                noten[len(noten) + 1] = zin()
                stukjes[plaats] = replace(stukje, noot=len(noten))
        antwoorden.append((tuple(groep), stukjes))
    return Zetsel(vragen, antwoorden, noten)


def kantoor(folder: Path, documenten: Mapping[str, bytes], naar: str, filter_: str = "") -> dict[str, bytes]:
    """Documents through LibreOffice, a hundred in one run, by their names with the new suffix."""
    bron, doel = folder / f"naar-{naar}-bron", folder / f"naar-{naar}"
    bron.mkdir(parents=True)
    for naam, data in documenten.items():
        (bron / naam).write_bytes(data)
    paden = sorted(str(pad) for pad in bron.iterdir())
    for begin in range(0, len(paden), 100):
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profiel",
                "--headless",
                "--convert-to",
                filter_ or naar,
                "--outdir",
                str(doel),
                *paden[begin : begin + 100],
            ],
            check=True,
            capture_output=True,
            timeout=900,
        )
    return {f"{pad.stem}.{naar}": pad.read_bytes() for pad in sorted(doel.iterdir())}


def _rij(labels: tuple[str, ...]) -> str:
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} en {labels[-1]}"
