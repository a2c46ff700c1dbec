"""Answers of one set that point to each other: links, chains, circles and dead ends."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from kamervragen.domain.vragenset import Vragenset, opsomming
from kamervragen.language.citations.verwijzingen import Verwijzing, Verwijzingsoort, verwijzingen

_VRAAG = re.compile(r"\bvra(?:ag|gen)\b", re.IGNORECASE)
# What says that an answer stands in another set.
_VAN_ELDERS = frozenset({Verwijzingsoort.AANHANGSEL, Verwijzingsoort.ZAAK})
_ANDERE_SET = re.compile(
    r"\s+(?:(?:van|uit|in|bij)\s+(?:(?:de|het|een|mijn|uw|die)\s+)?"
    r"(?:eerdere?|schriftelijke|vorige|andere|beantwoording|set|antwoorden|vragen|leden|lid|kamervragen)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verband:
    """How the answers of a set hang together. An answer is named by its first label.

    `links`: answer -> the answers it points to, in the order of its text. `ketens`: paths of three or more answers, each
    from one that nothing in its path points to. `kringen`: answers that lead back to themselves, beginning at the first.
    """

    links: dict[str, tuple[str, ...]]
    ketens: tuple[tuple[str, ...], ...]
    kringen: tuple[tuple[str, ...], ...]


def verband(vragenset: Vragenset) -> Verband:
    """Reads 'zie het antwoord op vraag 6' in every answer of the set. What points outside the set is left out."""
    antwoord_op = {label: antwoord.labels[0] for antwoord in vragenset.antwoorden for label in antwoord.labels}
    links: dict[str, tuple[str, ...]] = {}
    for antwoord in vragenset.antwoorden:
        doelen = [
            antwoord_op[label]
            for verwijzing in verwijzingen(antwoord.tekst)
            if verwijzing.soort is Verwijzingsoort.ANTWOORD
            and (label := (verwijzing.id or "").removeprefix("antwoord-")) in antwoord_op
        ]
        if doelen:
            links[antwoord.labels[0]] = tuple(dict.fromkeys(doelen))
    kringen = _kringen(links)
    return Verband(links, _ketens(links, {label for kring in kringen for label in kring}), kringen)


def genoemde_antwoorden(tekst: str) -> tuple[tuple[int, int, str], ...]:
    """Each number in a text that names an answer of its own set, as (begin, end, label), in the order of the text.

    Of a range ("vraag 3 tot en met 5") the first and the last number stand in it.
    """
    if not _VRAAG.search(tekst):  # most paragraphs name none, and the search is long
        return ()
    alle = verwijzingen(tekst)
    antwoorden = [v for v in alle if v.soort is Verwijzingsoort.ANTWOORD and not _elders(tekst, v, alle)]
    uit: list[tuple[int, int, str]] = []
    for (begin, einde), labels in _per_plek(tekst, antwoorden):
        uit.append((begin, begin + len(labels[0]), labels[0]))
        if len(labels) > 1:
            uit.append((einde - len(labels[-1]), einde, labels[-1]))
    return tuple(plek for plek in uit if tekst[plek[0] : plek[1]].lower() == plek[2].lower())


def hernummerd(tekst: str, nieuw: Mapping[str, str]) -> str:
    """The text with every answer it points to under its new number; `nieuw` is old label -> new label.

    A range ("vraag 3 tot en met 5") stays one where its questions still follow each other, else they are listed.
    """
    alle = verwijzingen(tekst)
    antwoorden = [v for v in alle if v.soort is Verwijzingsoort.ANTWOORD and not _elders(tekst, v, alle)]
    uit, plaats = "", 0
    for (begin, einde), groep in _per_plek(tekst, antwoorden):
        uit += tekst[plaats:begin] + _genoemd(tekst[begin:einde], [nieuw.get(label.lower(), label) for label in groep])
        plaats = einde
    return uit + tekst[plaats:]


def _elders(tekst: str, v: Verwijzing, alle: Sequence[Verwijzing]) -> bool:
    """Whether a reference is to an answer in another set: its sentence goes on with that set, or with its number."""
    rest = tekst[v.einde :]
    if _ANDERE_SET.match(rest):
        return True
    volgende = next((w for w in alle if w.begin >= v.einde and w.soort in _VAN_ELDERS), None)
    tussen = tekst[v.einde : volgende.begin] if volgende else ""
    return volgende is not None and not re.search(r"[.;\n]|\ben\b", tussen)


def _per_plek(tekst: str, antwoorden: list[Verwijzing]) -> list[tuple[tuple[int, int], list[str]]]:
    """Each number, or range of numbers, that names answers: where it stands, and the labels it means in order."""
    plekken: list[tuple[tuple[int, int], list[str]]] = []
    for einde, op_deze_plek in groupby(antwoorden, key=lambda v: v.einde):
        labels = [(v.id or "").removeprefix("antwoord-") for v in op_deze_plek]
        begin = einde - len(labels[-1])
        if plekken and re.fullmatch(r"\s+(?:t/m|tot en met)\s+", tekst[plekken[-1][0][1] : begin]):
            (eerste, _), vorige = plekken.pop()
            begin, labels = eerste, vorige + labels
        plekken.append(((begin, einde), labels))
    return plekken


def _genoemd(was: str, labels: list[str]) -> str:
    """The same piece of text with other labels: one number, a range, or a list in place of a range."""
    if len(labels) == 1:
        return labels[0]
    if all(een.isdigit() and ander.isdigit() and int(ander) == int(een) + 1 for een, ander in pairwise(labels)):
        tussen = re.search(r"\s+(?:t/m|tot en met)\s+", was)
        return f"{labels[0]}{tussen[0] if tussen else ' tot en met '}{labels[-1]}"
    return opsomming(sorted(labels, key=lambda label: (int(re.match(r"\d+", label)[0]), label)))  # type: ignore[index]


def _kringen(links: dict[str, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Each circle once, found by walking from every answer: sets are small."""
    gevonden: dict[frozenset[str], tuple[str, ...]] = {}
    for begin in links:
        stapel: list[tuple[str, ...]] = [(begin,)]
        gezien: set[str] = set()
        while stapel:
            pad = stapel.pop()
            for doel in links.get(pad[-1], ()):
                if doel == begin:
                    gevonden.setdefault(frozenset(pad), pad)
                elif doel not in gezien:
                    gezien.add(doel)
                    stapel.append((*pad, doel))
    return tuple(gevonden.values())


def _ketens(links: dict[str, tuple[str, ...]], in_kring: set[str]) -> tuple[tuple[str, ...], ...]:
    """The longest path from every answer that no other answer points to; circles are told apart."""
    geraakt = {doel for van, doelen in links.items() if van not in in_kring for doel in doelen}
    lengte: dict[str, tuple[str, ...]] = {}

    def verder(label: str) -> tuple[str, ...]:
        if label not in lengte:
            doelen = [doel for doel in links.get(label, ()) if doel not in in_kring]
            lengte[label] = (label, *max((verder(doel) for doel in doelen), key=len, default=()))
        return lengte[label]

    paden = (verder(label) for label in links if label not in geraakt and label not in in_kring)
    return tuple(pad for pad in paden if len(pad) > 2)
