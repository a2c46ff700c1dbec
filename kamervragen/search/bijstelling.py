"""What the product adds to likeness: trivial answers sink, the newest position wins, and what people said counts.

Every rule is a part of the score with its reason; nothing is left out, so that a person sees what was pushed down.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from kamervragen.domain.afleiding import Stap, stap
from kamervragen.search.index import Kandidaat
from kamervragen.search.kenmerken import Gezocht
from kamervragen.search.ranking import Bijstelling, Deel

# Points on the scale of a score, where 1 is all there is to share.
RECENT = 0.03
TRIVIAAL = -0.15
INGEHAALD = -0.05
ACHTERHAALD = -0.3
NIET_BRUIKBAAR = -0.5
VERVOLG = 0.5
_ZELFDE = 0.8  # likeness from which on two earlier questions ask the same


@dataclass(frozen=True, slots=True)
class Kennis:
    """What is known of earlier answers besides their text, by the id of the answer: why one is outdated or unusable.

    `vervolg` holds the sources (`bron`) the question itself follows up on.
    """

    achterhaald: Mapping[int, Stap] = field(default_factory=dict)
    niet_bruikbaar: Mapping[int, Stap] = field(default_factory=dict)
    vervolg: frozenset[str] = frozenset()


def met_kennis(kennis: Kennis) -> Bijstelling:
    """The rules of the product as the ranking takes them."""

    def bijstelling(gezocht: Gezocht, kandidaten: Sequence[Kandidaat]) -> Mapping[str, tuple[Deel, ...]]:
        ingehaald = _ingehaald(kandidaten)
        return {k.bron: tuple(_delen(gezocht, k, kennis, ingehaald.get(k.bron))) for k in kandidaten}

    return bijstelling


def _delen(gezocht: Gezocht, kandidaat: Kandidaat, kennis: Kennis, opvolger: Kandidaat | None) -> list[Deel]:
    delen: list[Deel] = []
    if gezocht.stelling.datum and kandidaat.datum:
        jaren = abs((gezocht.stelling.datum - kandidaat.datum).days) / 365.25
        delen.append(Deel("recent", RECENT / (1 + jaren)))
    if kandidaat.aard == "kort":
        delen.append(Deel("kort", TRIVIAAL, stap("reden_kort")))
    elif kandidaat.aard == "procedure":
        delen.append(Deel("procedure", TRIVIAAL, stap("reden_procedure")))
    if opvolger is not None and opvolger.datum is not None:
        delen.append(Deel("ingehaald", INGEHAALD, stap("reden_ingehaald", door=opvolger.naam, datum=opvolger.datum)))
    if (reden := kennis.achterhaald.get(kandidaat.antwoord_id)) is not None:
        delen.append(Deel("achterhaald", ACHTERHAALD, reden))
    if (reden := kennis.niet_bruikbaar.get(kandidaat.antwoord_id)) is not None:
        delen.append(Deel("niet_bruikbaar", NIET_BRUIKBAAR, reden))
    if kandidaat.bron in kennis.vervolg:
        delen.append(Deel("vervolg", VERVOLG, stap("reden_vervolg")))
    return delen


def _ingehaald(kandidaten: Sequence[Kandidaat]) -> dict[str, Kandidaat]:
    """Of candidates of different sets that ask the same, each older one with the newest of them."""
    gedateerd = [(k.datum, k.bron, k) for k in kandidaten if k.datum and k.vraag]
    op_datum = [k for _, _, k in sorted(gedateerd, key=lambda rij: rij[:2], reverse=True)]
    # Each against all older ones: tens of thousands for a question, so in one call for each, that stops at what is too far.
    op_volgorde = [" ".join(sorted(k.vraag)) for k in op_datum]
    uit: dict[str, Kandidaat] = {}
    for plaats, jonger in enumerate(op_datum):
        if jonger.bron in uit or jonger.aard:
            continue
        eender = process.extract_iter(
            op_volgorde[plaats], op_volgorde[plaats + 1 :], scorer=fuzz.ratio, score_cutoff=100 * _ZELFDE
        )
        for _, _, verder in eender:
            ouder = op_datum[plaats + 1 + verder]
            if ouder.groep != jonger.groep and ouder.datum != jonger.datum and ouder.bron not in uit:
                uit[ouder.bron] = jonger
    return uit
