"""Printed lines joined to paragraphs and tables, and the calls of notes in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kamervragen.documents.readers.delen import is_kop, vraaglabels
from kamervragen.documents.readers.regels import EINDE, Regel, past
from kamervragen.documents.readers.ruw import GENUMMERD
from kamervragen.documents.text.opmaak import Alinea, Blok, Lijst, Stuk, Tabel, bijgesneden, zonder_eerste

# The statements of the head: each begins a paragraph of its own.
KOPREGEL = re.compile(
    r"^(?:Antwoord|Nader antwoord|Mededeling)\s+van\s+(?:de\s+)?(?:minister|staatssec)|^Vragen\s+van\s", re.I
)
_PUNT = re.compile(r"^\s*[•–\-·‒●▪]\s+(?=\S)")
_NUMMER = re.compile(r"^\s*(\d{1,2})\.\s+(?=\S)")
_BRON = re.compile(r"^\s*(?:\d{1,2}\)|\[\d{1,2}\])\s+(?=\S)")
_ROEP = re.compile(
    r"(?P<haak>\s?\[(?P<a>\d{1,3})\s?\])|(?:(?<=[?!.,;:»”’\")])|(?<=[a-zà-ÿ]{2}))(?P<b>\d{1,3}(?:,\s?\d{1,3})*)(?![\d\w%])(?=[\s.,;:?!)»”]|$)"
)
_HOOG = re.compile(r"\d{1,3}(?:\s?,\s?\d{1,3})*\s?,?")
_ADRES = re.compile(r"(?:https?://|www\.|\b[\w-]+\.(?:nl|com|org|eu|net|be|de)/)\S*$", re.IGNORECASE)


def blokken(regels: list[Regel], breedte: float, woorden: set[str]) -> list[Blok]:
    """The paragraphs and tables of the lines of a text that ends at `breedte`. `woorden` are its words with a hyphen."""
    groepen = _verdeeld(list(_groepen(regels, breedte)))
    return [_tabel(groep) if groep[0].cellen else samen(groep, woorden) for groep in groepen]


def _groepen(regels: list[Regel], breedte: float) -> Iterator[list[Regel]]:
    """Lines that make one paragraph. `kop` holds how many questions the heading above announces."""
    groep: list[Regel] = []
    for regel in regels:
        if groep and not _hoort_bij(groep[-1], regel, breedte):
            yield groep
            groep = []
        groep.append(regel)
    if groep:
        yield groep


def _verdeeld(groepen: list[list[Regel]]) -> Iterator[list[Regel]]:
    """Under a heading of several questions a full last line hides where the next one begins: cut there when that gives
    each question its paragraph."""
    index = 0
    while index < len(groepen):
        yield groepen[index]
        labels = vraaglabels(Alinea(groepen[index][0].stukken))
        index += 1
        if len(labels) < 2:
            continue
        onder = index
        while onder < len(groepen) and not is_kop(Alinea(groepen[onder][0].stukken)):
            onder += 1
        naden = [
            (g, r)
            for g in range(index, onder)
            for r in range(1, len(groepen[g]))
            if re.search(r"\?\W*\d*$", groepen[g][r - 1].tekst) and groepen[g][r].tekst[:1].isupper()
        ]
        if onder - index + len(naden) == len(labels):
            for g, r in reversed(naden):
                groepen[g : g + 1] = [groepen[g][:r], groepen[g][r:]]


def _hoort_bij(vorige: Regel, regel: Regel, breedte: float) -> bool:
    tekst = regel.tekst
    if vorige.cellen or regel.cellen:
        return bool(vorige.cellen and regel.cellen)
    if vorige.klein != regel.klein:
        return False
    if is_kop(Alinea(vorige.stukken)) or is_kop(Alinea(regel.stukken)) or KOPREGEL.match(tekst):
        return False
    if _is_roep(tekst) or re.search(r"\w-$", vorige.tekst):
        return True
    if re.fullmatch(r"\d{3,4}", tekst) or re.fullmatch(r"\d{3,4}", vorige.tekst):
        return False  # the number of the print
    if _PUNT.match(tekst) or _BRON.match(tekst) or (_NUMMER.match(tekst) and EINDE.search(vorige.tekst)):
        return False
    af = bool(EINDE.search(vorige.tekst))
    if regel.los or regel.bladzijde != vorige.bladzijde:
        return not af and (tekst[:1].islower() or regel.bladzijde != vorige.bladzijde)
    paste = past(vorige, regel, breedte)
    if af:
        return not paste or tekst[:1].islower()
    # A line that stops short without a full stop, before a capital, is a line of its own: a heading or a list.
    return not (paste and not tekst[:1].islower() and vorige.einde - vorige.begin < 0.75 * (breedte - vorige.begin))


def _is_roep(tekst: str) -> bool:
    return bool(re.fullmatch(r"\d{1,2}(?:,\s?\d{1,2})*\s*[.,]?", tekst))


def samen(groep: list[Regel], woorden: set[str]) -> Alinea:
    """A paragraph of lines: hyphens of the printer taken out, addresses joined."""
    stukken = list(groep[0].stukken)
    for regel in groep[1:]:
        vorig = "".join(stuk.tekst for stuk in stukken).rstrip()
        nieuw = regel.tekst
        laatste = vorig.split()[-1] if vorig.split() else ""
        eerste = nieuw.split()[0] if nieuw.split() else ""
        adres = _ADRES.search(vorig)
        if _is_roep(nieuw) and not adres:
            cijfers = nieuw.rstrip(" .,")
            stukken += [Stuk(cijfers, hoog=True), Stuk(nieuw[len(cijfers) :].strip())]
            continue
        if adres and (vorig.endswith("-") or (re.search(r"[/_=&%?~#.-]|\d", eerste) and not eerste.endswith(")."))):
            voeg = ""
        elif vorig.endswith("-") and not vorig.endswith(" -"):
            heel = f"{laatste}{eerste}".casefold().strip(".,;:?!»«")
            los = eerste.strip(",") in ("en", "of", "en/of")
            if los:
                voeg = " "
            elif eerste[:1].islower() and laatste[-2:-1].islower() and heel not in woorden:
                stukken = _zonder_streepje(stukken)
                voeg = ""
            else:
                voeg = ""
        else:
            voeg = " "
        stukken += [Stuk(voeg), *regel.stukken] if voeg else list(regel.stukken)
    blok = bijgesneden(Alinea(tuple(stukken)))
    kaal = "".join(stuk.tekst for stuk in blok.stukken)
    if punt := _PUNT.match(kaal):
        return replace(zonder_eerste(blok, punt.end()), lijst=Lijst(0, None))
    if (nummer := _NUMMER.match(kaal)) and not blok.stukken[0].hoog:
        return replace(zonder_eerste(blok, nummer.end()), lijst=Lijst(0, int(nummer[1])))
    return blok


def _zonder_streepje(stukken: list[Stuk]) -> list[Stuk]:
    uit = list(stukken)
    for index in range(len(uit) - 1, -1, -1):
        kaal = uit[index].tekst.rstrip()
        if kaal:
            uit[index] = replace(uit[index], tekst=kaal.removesuffix("-"))
            return uit[: index + 1]
    return uit


def _tabel(groep: list[Regel]) -> Tabel:
    """Rows of cells; a cell stands in the column of the fullest row whose middle it is nearest to."""
    rijen = list(dict.fromkeys(regel.cellen for regel in groep))
    kolommen = [(begin + einde) / 2 for begin, einde, _ in max(rijen, key=len)]
    uit: list[tuple[tuple[Alinea, ...], ...]] = []
    for rij in rijen:
        cellen: list[list[str]] = [[] for _ in kolommen]
        for begin, einde, tekst in rij:
            midden = (begin + einde) / 2
            plek = (
                0
                if begin <= groep[0].cellen[0][0] + 1
                else min(range(len(kolommen)), key=lambda k: abs(kolommen[k] - midden))
            )
            cellen[plek].append(tekst)
        uit.append(tuple((Alinea((Stuk(" ".join(teksten)),)),) for teksten in cellen))
    return Tabel(tuple(uit))


def gemerkt(blokken: list[Blok], nummers: set[int]) -> Iterator[Blok]:
    """The paragraphs with a mark at every call of a known note; calls come in the order of their numbers."""
    verwacht = 1
    for blok in blokken:
        if isinstance(blok, Tabel) or is_kop(blok):
            yield blok
            continue
        uit: list[Stuk] = []
        for stuk in blok.stukken:
            plaats = 0
            for treffer in _HOOG.finditer(stuk.tekst) if stuk.hoog else _ROEP.finditer(stuk.tekst):
                getallen = [int(n) for n in re.findall(r"\d+", treffer.group())]
                zeker = stuk.hoog or "[" in treffer.group() or getallen[0] in (verwacht, verwacht + 1)
                if not zeker or not set(getallen) <= nummers:
                    continue
                uit.append(replace(stuk, tekst=stuk.tekst[plaats : treffer.start()]))
                uit += [Stuk("", noot=f"{GENUMMERD}{n}") for n in getallen]
                verwacht = max(verwacht, getallen[-1] + 1)
                plaats = treffer.end()
            uit.append(replace(stuk, tekst=stuk.tekst[plaats:]))
        yield bijgesneden(replace(blok, stukken=tuple(uit)))
