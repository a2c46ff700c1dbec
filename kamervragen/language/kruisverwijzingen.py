"""Answers of one set that point to each other: links, chains, circles and dead ends."""

from __future__ import annotations

from dataclasses import dataclass

from kamervragen.domain.vragenset import Vragenset
from kamervragen.language.verwijzingen import Verwijzingsoort, verwijzingen


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
