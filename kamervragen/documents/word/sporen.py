"""Blocks with the traces of changes and remarks: what a text is with some of them accepted, and how a difference becomes them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from rapidfuzz.distance import Indel

from kamervragen.documents.lezing import Wijziging, Wijzigingsoort
from kamervragen.documents.text.opmaak import Alinea, Blok, Lijst, Stuk, Tabel, bijgesneden, zonder_geheel_vet
from kamervragen.language.zinnen import woorden_met_wit

# Paragraphs that share this much of their words are one paragraph that was changed; others came in or went.
_ZELFDE = 0.4


def toegepast(
    blokken: tuple[Blok, ...], wijzigingen: Mapping[int, Wijziging], aanvaard: Collection[int]
) -> tuple[Blok, ...]:
    """The blocks with these changes accepted and all others declined; no trace is left in them.

    A paragraph whose end is not there runs on into the next, which gives it its form.
    """
    uit: list[Blok] = []
    open_: Alinea | None = None
    nummers = _Nummers()
    for blok in blokken:
        if isinstance(blok, Tabel):
            if open_ is not None:
                uit.append(_klaar(open_))
                open_ = None
            if (tabel := _tabel(blok, wijzigingen, aanvaard)).rijen:
                uit.append(tabel)
            continue
        blijft = tuple(replace(s, spoor=()) for s in blok.stukken if _is_er(s.spoor, wijzigingen, aanvaard))
        nu = replace(blok, stukken=(*(open_.stukken if open_ else ()), *blijft), eind=())
        heel = _is_er(blok.eind, wijzigingen, aanvaard)
        open_ = None if heel else nu
        nu = replace(nu, lijst=nummers.plaats(blok.lijst, staat=heel and not nu.leeg))
        if heel:
            uit.append(_klaar(nu))
    if open_ is not None:
        uit.append(_klaar(open_))
    return tuple(blok for blok in uit if isinstance(blok, Tabel) or not blok.leeg)


def met_opmerking(blokken: tuple[Blok, ...], passage: str, spoor: int) -> tuple[Blok, ...]:
    """The blocks with a trace on the first place where the words of the passage stand; on the whole when they do not."""
    kaal = " ".join(passage.split())
    for plaats, blok in enumerate(blokken):
        if not isinstance(blok, Alinea):
            continue
        begin = "".join(s.tekst for s in blok.stukken).find(kaal) if kaal else -1
        if begin >= 0:
            return (*blokken[:plaats], _gemerkt(blok, begin, begin + len(kaal), spoor), *blokken[plaats + 1 :])
    for plaats, blok in enumerate(blokken):
        if isinstance(blok, Alinea) and not blok.leeg:
            return (*blokken[:plaats], _gemerkt(blok, 0, 10**9, spoor), *blokken[plaats + 1 :])
    return blokken


def met_verschil(oud: tuple[Blok, ...], nieuw: tuple[Blok, ...], erbij: int, eraf: int) -> tuple[Blok, ...]:
    """One text in which the new blocks stand as a change of the old: what came bears `erbij`, what went `eraf`.

    Declining everything gives the words of the old blocks, accepting everything the new blocks.
    """
    uit: list[Blok] = []
    for een, ander in _naast_elkaar(oud, nieuw):
        if een is None or ander is None:
            blok, spoor = (ander, erbij) if een is None else (een, eraf)
            assert blok is not None
            uit.append(_geheel(blok, spoor))
        elif isinstance(een, Alinea) and isinstance(ander, Alinea):
            uit.append(replace(ander, stukken=tuple(_woorden(een, ander, erbij, eraf))))
        elif een == ander:
            uit.append(ander)
        else:
            uit += [_geheel(een, eraf), _geheel(ander, erbij)]
    return tuple(uit)


class _Nummers:
    """Numbers of list items, counted on over the items that stand: the document numbered those that do not as well."""

    def __init__(self) -> None:
        self._stand: dict[int, tuple[int, int]] = {}  # level -> the document's number, and the one that stands

    def plaats(self, lijst: Lijst | None, *, staat: bool) -> Lijst | None:
        if lijst is None:
            if staat:
                self._stand = {}
            return None
        self._stand = {niveau: stand for niveau, stand in self._stand.items() if niveau <= lijst.niveau}
        if lijst.nummer is None:
            self._stand.pop(lijst.niveau, None)
            return lijst
        was, nu = self._stand.get(lijst.niveau, (lijst.nummer - 1, lijst.nummer - 1))
        nu = nu if was == lijst.nummer - 1 else lijst.nummer - 1
        self._stand[lijst.niveau] = (lijst.nummer, nu + staat)
        return Lijst(lijst.niveau, nu + 1)


def _is_er(spoor: tuple[int, ...], wijzigingen: Mapping[int, Wijziging], aanvaard: Collection[int]) -> bool:
    """Whether what bears these traces stands in the text: an insertion when accepted, a deletion when not."""
    for een in spoor:
        wijziging = wijzigingen.get(een)
        if wijziging is not None and (wijziging.soort is Wijzigingsoort.INGEVOEGD) is not (een in aanvaard):
            return False
    return True


def _klaar(alinea: Alinea) -> Alinea:
    return bijgesneden(zonder_geheel_vet(replace(alinea, ankers=())))


def _tabel(tabel: Tabel, wijzigingen: Mapping[int, Wijziging], aanvaard: Collection[int]) -> Tabel:
    """A row of which nothing is left, and that had something, is not there."""
    rijen = []
    for rij in tabel.rijen:
        nieuw = tuple(tuple(a for a in toegepast(cel, wijzigingen, aanvaard) if isinstance(a, Alinea)) for cel in rij)
        if any(nieuw) or not any(a.stukken for cel in rij for a in cel):
            rijen.append(nieuw)
    return Tabel(tuple(rijen))


def _gemerkt(blok: Alinea, van: int, tot: int, spoor: int) -> Alinea:
    """The paragraph with a trace on the runs between two places in its text."""
    uit: list[Stuk] = []
    plaats = 0
    for stuk in blok.stukken:
        einde = plaats + len(stuk.tekst)
        a, b = min(max(van - plaats, 0), len(stuk.tekst)), min(max(tot - plaats, 0), len(stuk.tekst))
        if stuk.noot is not None:
            uit.append(replace(stuk, spoor=(*stuk.spoor, spoor)) if van < plaats < tot else stuk)
        else:
            for deel, erin in ((stuk.tekst[:a], False), (stuk.tekst[a:b], True), (stuk.tekst[b:], False)):
                if deel:
                    uit.append(replace(stuk, tekst=deel, spoor=(*stuk.spoor, spoor) if erin else stuk.spoor))
        plaats = einde
    return replace(blok, stukken=tuple(uit))


def _geheel(blok: Blok, spoor: int) -> Blok:
    if isinstance(blok, Alinea):
        return replace(blok, stukken=tuple(replace(s, spoor=(*s.spoor, spoor)) for s in blok.stukken), eind=(spoor,))
    return Tabel(tuple(tuple(tuple(_als_alinea(_geheel(a, spoor)) for a in cel) for cel in rij) for rij in blok.rijen))


def _als_alinea(blok: Blok) -> Alinea:
    assert isinstance(blok, Alinea)
    return replace(blok, eind=())


def _naast_elkaar(oud: tuple[Blok, ...], nieuw: tuple[Blok, ...]) -> Iterator[tuple[Blok | None, Blok | None]]:
    """Blocks that are one another's earlier or later form, in order; None where there is none."""
    i = j = 0
    for stap in Indel.opcodes([_sleutel(b) for b in oud], [_sleutel(b) for b in nieuw]):
        if stap.tag == "equal":
            weg, bij = list(oud[i : stap.src_start]), list(nieuw[j : stap.dest_start])
            yield from _gepaard(weg, bij)
            yield from zip(oud[stap.src_start : stap.src_end], nieuw[stap.dest_start : stap.dest_end], strict=True)
            i, j = stap.src_end, stap.dest_end
    yield from _gepaard(list(oud[i:]), list(nieuw[j:]))


def _gepaard(weg: list[Blok], bij: list[Blok]) -> Iterator[tuple[Blok | None, Blok | None]]:
    while weg or bij:
        if weg and bij and _lijkt(weg[0], bij[0]):
            yield weg.pop(0), bij.pop(0)
        elif weg and (not bij or not any(_lijkt(weg[0], b) for b in bij)):
            yield weg.pop(0), None
        elif bij:
            yield None, bij.pop(0)


def _lijkt(een: Blok, ander: Blok) -> bool:
    if not isinstance(een, Alinea) or not isinstance(ander, Alinea):
        return False
    zelfde_vorm = (een.lijst is None, een.kop, een.citaat) == (ander.lijst is None, ander.kop, ander.citaat)
    return zelfde_vorm and Indel.normalized_similarity(een.kaal.split(), ander.kaal.split()) >= _ZELFDE


def _sleutel(blok: Blok) -> str:
    return repr(blok)


def _woorden(oud: Alinea, nieuw: Alinea, erbij: int, eraf: int) -> Iterator[Stuk]:
    een, ander = list(_tekens(oud)), list(_tekens(nieuw))
    weg: list[Stuk] = []
    bij: list[Stuk] = []
    # Words are compared without the space behind them, as a new word after the last one is no other last word.
    for stap in Indel.opcodes([_kern(s) for s in een], [_kern(s) for s in ander]):
        if stap.tag == "equal":
            yield from _samen([*_met(weg, eraf), *_met(bij, erbij)])
            weg, bij = [], []
            yield from _samen(ander[stap.dest_start : stap.dest_end])
        else:
            weg += een[stap.src_start : stap.src_end]
            bij += ander[stap.dest_start : stap.dest_end]
    yield from _samen([*_met(weg, eraf), *_met(bij, erbij)])


def _kern(stuk: Stuk) -> Stuk:
    return replace(stuk, tekst=stuk.tekst.rstrip())


def _met(stukken: list[Stuk], spoor: int) -> list[Stuk]:
    return [replace(stuk, spoor=(*stuk.spoor, spoor)) for stuk in stukken]


def _tekens(alinea: Alinea) -> Iterator[Stuk]:
    """A paragraph as words, each with the white space behind it and the look it has."""
    for stuk in alinea.stukken:
        if stuk.noot is not None:
            yield stuk
        else:
            yield from (replace(stuk, tekst=woord) for woord in woorden_met_wit(stuk.tekst))


def _samen(stukken: list[Stuk]) -> Iterator[Stuk]:
    for vorm, groep in groupby(stukken, key=lambda s: replace(s, tekst="")):
        delen = list(groep)
        yield from delen if vorm.noot else [replace(vorm, tekst="".join(s.tekst for s in delen))]
