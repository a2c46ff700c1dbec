"""The one form in which readers hand over text and writers take it: blocks of runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_OMSLACHTIG = re.compile(r"[^\S ]|  ")
# Headings inside an answer have one level on paper.
TUSSENKOP = 3


@dataclass(frozen=True, slots=True)
class Stuk:
    """A run of text with one look, or a note mark (`noot` holds its id and `tekst` is empty).

    A soft line break is "\\n" in `tekst`. `spoor` names the tracked changes and remarks it stands in; a run of deleted
    text is an empty run that only has a trace. `naar` is the label of the question that a number in the text names.
    """

    tekst: str
    vet: bool = False
    cursief: bool = False
    hoog: bool = False
    url: str | None = None
    noot: str | None = None
    spoor: tuple[int, ...] = ()
    naar: str | None = None


@dataclass(frozen=True, slots=True)
class Lijst:
    """A place in a list: `niveau` from 0, `nummer` None for a bullet."""

    niveau: int
    nummer: int | None


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph. An empty one separates.

    `eind` names the tracked changes that its end stands in: text that follows ran on, or runs on. `ankers` are the
    bookmarks that begin in it.
    """

    stukken: tuple[Stuk, ...] = ()
    lijst: Lijst | None = None
    kop: int = 0
    citaat: bool = False
    eind: tuple[int, ...] = ()
    ankers: tuple[str, ...] = ()

    @property
    def kaal(self) -> str:
        """The words alone, note marks left out, white space folded (line breaks kept)."""
        regels = "".join(stuk.tekst for stuk in self.stukken).split("\n")
        return "\n".join(" ".join(regel.split()) for regel in regels).strip()

    @property
    def leeg(self) -> bool:
        return not any(stuk.tekst.strip() or stuk.noot for stuk in self.stukken)


@dataclass(frozen=True, slots=True)
class Tabel:
    """Rows of cells, a cell being its paragraphs. The first row is the heading."""

    rijen: tuple[tuple[tuple[Alinea, ...], ...], ...]


Blok = Alinea | Tabel


def alinea(tekst: str) -> Alinea:
    """A plain paragraph."""
    return Alinea((Stuk(tekst),) if tekst else ())


def bijgesneden(blok: Alinea) -> Alinea:
    """Equal neighbouring runs joined, white space folded, none at the ends or around a line break."""
    samen: list[Stuk] = []
    for stuk in blok.stukken:
        if stuk.noot is None and samen and samen[-1].noot is None and replace(samen[-1], tekst=stuk.tekst) == stuk:
            samen[-1] = replace(stuk, tekst=samen[-1].tekst + stuk.tekst)
        else:
            samen.append(stuk)
    uit: list[Stuk] = []
    spatie = True
    for stuk in samen:
        tekst, spatie = _gevouwen(stuk.tekst, spatie) if stuk.noot is None else ("", False)
        uit.append(replace(stuk, tekst=tekst))
    for index in range(len(uit) - 1, -1, -1):
        if uit[index].noot is not None:
            break
        uit[index] = replace(uit[index], tekst=uit[index].tekst.rstrip(" \n"))
        if uit[index].tekst:
            break
    return replace(blok, stukken=tuple(stuk for stuk in uit if stuk.tekst or stuk.noot or stuk.spoor))


def zonder_sporen(stukken: tuple[Stuk, ...]) -> tuple[Stuk, ...]:
    """The runs as a reader of the text sees them: without the traces of who changed or remarked what."""
    if not any(stuk.spoor for stuk in stukken):
        return stukken
    return bijgesneden(Alinea(tuple(replace(stuk, spoor=()) for stuk in stukken))).stukken


def sporen_in(blokken: Iterable[Blok]) -> Iterator[int]:
    """The traces of tracked changes and remarks in some blocks."""
    for blok in blokken:
        alineas = (blok,) if isinstance(blok, Alinea) else (a for rij in blok.rijen for cel in rij for a in cel)
        for alinea in alineas:
            for stuk in alinea.stukken:
                yield from stuk.spoor


def zonder_geheel_vet(blok: Alinea) -> Alinea:
    """A wholly bold paragraph is a look, no emphasis; a loose question mark that is not bold does not change that."""
    if all(stuk.vet or not any(teken.isalnum() for teken in stuk.tekst) for stuk in blok.stukken):
        return bijgesneden(replace(blok, stukken=tuple(replace(stuk, vet=False) for stuk in blok.stukken)))
    return blok


def gesplitst(blok: Alinea) -> list[Alinea]:
    """A paragraph cut at its soft line breaks."""
    regels: list[list[Stuk]] = [[]]
    for stuk in blok.stukken:
        eerste, *rest = stuk.tekst.split("\n")
        regels[-1].append(replace(stuk, tekst=eerste))
        regels += [[replace(stuk, tekst=deel)] for deel in rest]
    return [bijgesneden(replace(blok, stukken=tuple(regel))) for regel in regels]


def zonder_eerste(blok: Alinea, aantal: int) -> Alinea:
    """A paragraph without its first `aantal` characters, counted over its runs."""
    uit: list[Stuk] = []
    for stuk in blok.stukken:
        weg = min(aantal, len(stuk.tekst))
        aantal -= weg
        uit.append(replace(stuk, tekst=stuk.tekst[weg:]))
    return bijgesneden(replace(blok, stukken=tuple(uit)))


def _gevouwen(tekst: str, na_spatie: bool) -> tuple[str, bool]:
    if not _OMSLACHTIG.search(tekst):  # most text has nothing to fold but a space at its ends
        glad = tekst.lstrip(" ") if na_spatie else tekst
        return glad, glad.endswith(" ") if glad else na_spatie
    uit: list[str] = []
    for teken in tekst.replace("\N{NO-BREAK SPACE}", " ").replace("\t", " "):
        if teken == "\n":
            while uit and uit[-1] == " ":
                uit.pop()
            if uit or not na_spatie:
                uit.append("\n")
            na_spatie = True
        elif teken.isspace():
            if not na_spatie:
                uit.append(" ")
            na_spatie = True
        else:
            uit.append(teken)
            na_spatie = False
    return "".join(uit), na_spatie
