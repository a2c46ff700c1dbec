"""Markdown <-> blocks, for the part of Markdown an answer may use.

Paragraphs, bold, italic, links, lists, tables, quotations and headings; a note mark is `[^b1]` or `[^v1]`.
`canoniek` is a fixed point: writing and reading it again changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode

from kamervragen.documents.text.opmaak import Alinea, Blok, Lijst, Stuk, Tabel, bijgesneden, zonder_sporen
from kamervragen.domain.vragenset import MERK


def _lees_merk(staat: StateInline, stil: bool) -> bool:
    """The inline rule for a note mark; it comes before links, so that `[^v1](x)` stays a mark and a bracket."""
    treffer = MERK.match(staat.src, staat.pos)
    if treffer is None:
        return False
    if not stil:
        staat.push("noot", "", 0).content = treffer[1]
    staat.pos = treffer.end()
    return True


# Without text_join an escape stays apart; references would swallow lines such as "[1]: text".
_LEZER = (
    MarkdownIt("commonmark", {"html": False})
    .enable("table")
    .disable(["text_join", "reference", "html_block", "html_inline"])
)
_LEZER.inline.ruler.before("link", "noot", _lees_merk)
_STREEPJE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")  # an underscore that is not inside a word
_TEKENS = re.compile(r"([\\`*]|<(?=[A-Za-z/!?])|!(?=\[)|&(?=#?\w+;))")
_KAAL = Stuk("")
_HAAK = re.compile(r"\[(?=\^[bv]\d+\])|\](?=\()")
_REGELBEGIN = re.compile(r"^(?:(#{1,6}(?=\s|$)|[-+>](?=\s|$)|>|~{3,}|=+\s*$|[-|:][-|:\s]*$)|(\d{1,9})([.)])(?=\s|$))")


@lru_cache(maxsize=1_000)  # one document, or one page, reads the same texts again and again
def lees_markdown(tekst: str) -> tuple[Blok, ...]:
    """The blocks of a Markdown text. What the subset does not know is kept as plain text."""
    boom = SyntaxTreeNode(_LEZER.parse(tekst))
    return tuple(_opgeruimd(_blokken(boom.children, None, False)))


def schrijf_markdown(blokken: tuple[Blok, ...]) -> str:
    """Blocks as Markdown, without a final line end. Empty paragraphs are left out."""
    uit: list[str] = []
    vorige: Blok | None = None
    niveaus: list[_Niveau] = []
    for blok in blokken:
        if isinstance(blok, Tabel):
            if not any(blok.rijen):
                continue
            uit += ["", _tabel(blok)] if uit else [_tabel(blok)]
            niveaus = []  # a table ends the list before it: what follows cannot be a part of its last item
        elif not blok.leeg:
            in_lijst = blok.lijst is not None and isinstance(vorige, Alinea) and vorige.lijst is not None
            if uit and not in_lijst:
                uit.append("")
            if blok.lijst is None:
                niveaus = []
            regel = _alinea(blok, niveaus)
            if in_lijst and niveaus[-1].nieuw and niveaus[-1].nummer not in (None, 1):
                uit.append("")  # only a list that begins at 1 may follow a line directly
            uit.append(regel)
        else:
            continue
        vorige = blok
    return "\n".join(uit)


def canoniek(tekst: str) -> str:
    """A Markdown text in the one spelling that this program writes."""
    return schrijf_markdown(lees_markdown(tekst))


@lru_cache(maxsize=4_096)
def platte_tekst(tekst: str) -> str:
    """The words of a Markdown text, without marks and markup, paragraphs on lines of their own."""
    regels: list[str] = []
    for blok in lees_markdown(tekst):
        alineas = (blok,) if isinstance(blok, Alinea) else (a for rij in blok.rijen for cel in rij for a in cel)
        regels += [alinea.kaal for alinea in alineas]
    return "\n".join(regels)


def _blokken(knopen: list[SyntaxTreeNode], lijst: Lijst | None, citaat: bool) -> Iterator[Blok]:
    for knoop in knopen:
        if knoop.type in ("paragraph", "heading"):
            kop = int(knoop.tag[1]) if knoop.type == "heading" else 0
            # A quotation or a heading inside a list has no place on paper: it stands on its own.
            plek = None if kop or citaat else lijst
            yield Alinea(tuple(_stukken(knoop.children[0].children)), plek, kop, citaat and not kop)
        elif knoop.type in ("bullet_list", "ordered_list"):
            niveau = 0 if lijst is None else lijst.niveau + 1
            nummer = int(knoop.attrs.get("start", 1)) if knoop.type == "ordered_list" else None
            for item in knoop.children:
                yield from _item(item, Lijst(niveau, nummer), citaat)
                nummer = nummer + 1 if nummer is not None else None
        elif knoop.type == "blockquote":
            yield from _blokken(knoop.children, lijst, True)
        elif knoop.type == "table":
            rijen = [rij for deel in knoop.children for rij in deel.children]
            yield Tabel(tuple(tuple((_cel(cel),) for cel in rij.children) for rij in rijen))
        elif knoop.type in ("fence", "code_block"):
            yield Alinea((Stuk(knoop.content.rstrip("\n")),), lijst, 0, citaat)


def _item(item: SyntaxTreeNode, lijst: Lijst, citaat: bool) -> Iterator[Blok]:
    """One item of a list: its own paragraphs are one, joined by line breaks, so that numbers do not shift."""
    samen: Alinea | None = None
    for blok in _blokken(item.children, lijst, citaat):
        if isinstance(blok, Alinea) and blok.lijst == lijst and samen is not None:
            samen = replace(samen, stukken=(*samen.stukken, Stuk("\n"), *blok.stukken))
            continue
        if samen is not None:
            yield samen
            samen = None
        if isinstance(blok, Alinea) and blok.lijst == lijst:
            samen = blok
        else:
            yield blok
    if samen is not None:
        yield samen


def _cel(cel: SyntaxTreeNode) -> Alinea:
    return bijgesneden(Alinea(tuple(_stukken(cel.children[0].children))))


def _stukken(knopen: list[SyntaxTreeNode], stijl: Stuk = _KAAL) -> Iterator[Stuk]:
    for knoop in knopen:
        if knoop.type == "noot":
            yield Stuk("", noot=knoop.content)
        elif knoop.type in ("text", "text_special", "code_inline"):
            yield replace(stijl, tekst=knoop.content)
        elif knoop.type == "strong":
            yield from _stukken(knoop.children, replace(stijl, vet=True))
        elif knoop.type == "em":
            yield from _stukken(knoop.children, replace(stijl, cursief=True))
        elif knoop.type == "link":
            yield from _stukken(knoop.children, replace(stijl, url=str(knoop.attrs["href"])))
        elif knoop.type == "image":
            yield replace(stijl, tekst=knoop.content)
        elif knoop.type == "softbreak":
            yield replace(stijl, tekst=" ")
        elif knoop.type == "hardbreak":
            yield replace(stijl, tekst="\n")


def _opgeruimd(blokken: Iterator[Blok]) -> Iterator[Blok]:
    for blok in blokken:
        schoon = bijgesneden(blok) if isinstance(blok, Alinea) else blok
        if isinstance(schoon, Tabel) or not schoon.leeg:
            yield schoon


def _alinea(blok: Alinea, niveaus: list[_Niveau]) -> str:
    stukken = zonder_sporen(blok.stukken)
    if blok.kop:  # a heading is one line: joined first, so that nothing after a break is escaped as a line's begin
        een_regel = tuple(replace(stuk, tekst=stuk.tekst.replace("\n", " ")) for stuk in stukken)
        return "#" * blok.kop + " " + _leesbaar(een_regel)
    inhoud = _leesbaar(stukken)
    if blok.citaat:
        return "> " + inhoud.replace("\n", "\n> ")
    if blok.lijst is None:
        return inhoud
    # A level that was skipped is left out: indented without a parent it would read back as code.
    diepte = sum(n.niveau < blok.lijst.niveau for n in niveaus)
    vorige = niveaus[diepte] if diepte < len(niveaus) else None
    teken = _lijstteken(blok.lijst.nummer, vorige)
    merk = f"{'' if blok.lijst.nummer is None else blok.lijst.nummer}{teken} "
    inspringing = sum(n.breedte for n in niveaus[:diepte])
    nieuw = vorige is None or vorige.teken != teken
    niveaus[diepte:] = [_Niveau(blok.lijst.niveau, len(merk), blok.lijst.nummer, teken, nieuw)]
    return " " * inspringing + merk + inhoud.replace("\n", "\n" + " " * (inspringing + len(merk)))


@dataclass(frozen=True, slots=True)
class _Niveau:
    """Where a list stands at one level: how far it indents, its last number, the sign behind it, and whether it just began."""

    niveau: int
    breedte: int
    nummer: int | None
    teken: str
    nieuw: bool


def _lijstteken(nummer: int | None, vorige: _Niveau | None) -> str:
    """A number that does not follow begins a new list, which Markdown tells by another sign: `1)` after `1.`."""
    if nummer is None:
        return "-"
    if vorige is None or vorige.nummer is None:
        return "."
    if vorige.nummer + 1 == nummer:
        return vorige.teken
    return ")" if vorige.teken == "." else "."


def _leesbaar(stukken: tuple[Stuk, ...]) -> str:
    """The runs as Markdown, escaped only where it is needed: an address keeps its underscores.

    Emphasis that Markdown cannot spell (half a word and a comma) gives way to the words.
    """
    lastig = any(stuk.vet or stuk.cursief or "_" in stuk.tekst for stuk in stukken)
    if not lastig:
        return _regel(stukken)
    for poging in (_regel(stukken, streepjes=False), _regel(stukken)):
        terug = lees_markdown(poging)
        if len(terug) == 1 and isinstance(terug[0], Alinea) and _uiterlijk(terug[0].stukken) == _uiterlijk(stukken):
            return poging
    return _regel(tuple(replace(stuk, vet=False, cursief=False) for stuk in stukken))


def _uiterlijk(stukken: tuple[Stuk, ...]) -> list[tuple[str, bool, bool]]:
    """What a reader sees: every letter and mark with its look, white space aside."""
    return [
        (teken, stuk.vet, stuk.cursief)
        for stuk in stukken
        for teken in (stuk.tekst or f"[^{stuk.noot}]")
        if not teken.isspace()
    ]


def _regel(stukken: tuple[Stuk, ...], *, streepjes: bool = True) -> str:
    uit = ""
    open_merken: list[str] = []
    wacht = ""
    for stuk in stukken:
        if stuk.noot:
            uit, wacht = _sluit(uit, open_merken, 0) + wacht.replace("\n", "\\\n"), ""
            uit += f"[^{stuk.noot}]"
            continue
        wil = (["**"] if stuk.vet else []) + (["*"] if stuk.cursief else [])
        kern = stuk.tekst.strip(" \n")
        if not kern:
            wacht += stuk.tekst
            continue
        gelijk = 0
        while gelijk < min(len(wil), len(open_merken)) and wil[gelijk] == open_merken[gelijk]:
            gelijk += 1
        if stuk.url:
            gelijk = 0
        uit = _sluit(uit, open_merken, gelijk)
        voor = stuk.tekst[: len(stuk.tekst) - len(stuk.tekst.lstrip(" \n"))]
        uit += (wacht + voor).replace("\n", "\\\n")
        for merk in wil[gelijk:]:
            uit += merk
            open_merken.append(merk)
        tekst = _ontsnapt(kern, streepjes)
        uit += tekst if not stuk.url or stuk.url == kern else f"[{tekst}](<{_adres(stuk.url)}>)"
        wacht = stuk.tekst[len(stuk.tekst.rstrip(" \n")) :]
    return _regelbegin(_sluit(uit, open_merken, 0))


def _sluit(uit: str, open_merken: list[str], tot: int) -> str:
    while len(open_merken) > tot:
        uit += open_merken.pop()
    return uit


def _ontsnapt(tekst: str, streepjes: bool) -> str:
    schoon = _HAAK.sub(lambda treffer: "\\" + treffer.group(), _TEKENS.sub(r"\\\1", tekst))
    if streepjes:
        schoon = _STREEPJE.sub(r"\\_", schoon)
    return schoon.replace("\n", "\\\n")


def _regelbegin(regel: str) -> str:
    delen = regel.split("\n")
    for index, deel in enumerate(delen):
        if treffer := _REGELBEGIN.match(deel):
            if treffer[2]:
                delen[index] = f"{treffer[2]}\\{deel[treffer.end(2) :]}"
            else:
                delen[index] = "\\" + deel
    return "\n".join(delen)


def _adres(url: str) -> str:
    return url.replace("<", "%3C").replace(">", "%3E").replace("\n", "").replace(" ", "%20").replace("\\", "%5C")


def _tabel(blok: Tabel) -> str:
    rijen = [[_celtekst(cel) for cel in rij] for rij in blok.rijen]
    breedte = max(len(rij) for rij in rijen)
    vol = [rij + [""] * (breedte - len(rij)) for rij in rijen]
    regels = [vol[0], ["---"] * breedte, *vol[1:]]
    return "\n".join("| " + " | ".join(rij) + " |" for rij in regels)


def _celtekst(cel: tuple[Alinea, ...]) -> str:
    teksten = [_leesbaar(alinea.stukken).replace("\\\n", " ").replace("|", "\\|") for alinea in cel if not alinea.leeg]
    return " ".join(teksten)
