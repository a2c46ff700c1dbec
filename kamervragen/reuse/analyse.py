"""Text -> terms: the one analysis behind candidates, score and marked words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

_WOORD = re.compile(r"\[\^\w+\]|https?://\S+|\w+(?:[-’'.]\w+)*")
# `dutch_porter` and not `dutch`: the latter is Kraaij-Pohlmann since 3.0 and cuts "ministers" to "mini".
_STEMMERS = {"nl": snowballstemmer.stemmer("dutch_porter"), "en": snowballstemmer.stemmer("english")}
_STOPWOORDEN = {
    "nl": frozenset({
        "aan", "aangeven", "acht", "al", "als", "alsmede", "antwoord", "bekend", "bent", "bereid", "bericht",
        "betreffende", "bij", "daarbij", "daarop", "daarvan", "daarvoor", "dan", "dat", "de", "deelt",
        "dergelijke", "deze", "die", "dit", "door", "een", "eens", "en", "er", "gaan", "gaat", "graag", "had",
        "heb", "hebben", "heeft", "het", "hier", "hierbij", "hierop", "hierover", "hiervan", "hiervoor", "hoe",
        "hun", "ik", "in", "indien", "is", "ja", "je", "jl", "kabinet", "kamer", "kan", "kennisgenomen", "kunnen",
        "kunt", "maar", "me", "mee", "meer", "mening", "met", "mij", "mijn", "minister", "moet", "moeten", "na",
        "naar", "nee", "niet", "nog", "nu", "of", "om", "omdat", "onder", "ons", "ook", "op", "over", "reeds",
        "te", "tegen", "ten", "ter", "tevens", "toe", "toelichten", "tot", "tweede", "u", "uit", "uitgaan", "uw",
        "van", "vanuit", "veel", "via", "vindt", "voor", "vraag", "vragen", "waar", "waarom", "wanneer", "waren",
        "was", "wat", "we", "wel", "welk", "welke", "werd", "werden", "wie", "wij", "wil", "willen", "word",
        "worden", "wordt", "zal", "ze", "zich", "zien", "ziet", "zij", "zijn", "zo", "zou", "zouden", "zowel",
        "zullen",
    }),
    "en": frozenset({
        "a", "an", "and", "answer", "are", "as", "ask", "assessment", "at", "be", "by", "department", "for",
        "from", "government", "has", "have", "he", "her", "his", "if", "in", "is", "it", "its", "made",
        "minister", "number", "of", "on", "or", "plans", "potential", "pursuant", "question", "secretary", "she",
        "state", "steps", "taking", "that", "the", "their", "they", "this", "to", "was", "were", "what", "when",
        "which", "who", "will", "with",
    }),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Woord:
    """A word in a text with the term it counts as. Offsets are code points, half open."""

    term: str
    begin: int
    einde: int


def termen(tekst: str, taal: str = "nl") -> tuple[str, ...]:
    """The terms of a text, in order: stems without diacritics, numbers kept, function words left out."""
    return tuple(woord.term for woord in woorden(tekst, taal))


def woorden(tekst: str, taal: str = "nl") -> tuple[Woord, ...]:
    """The words that count, with their places, so that what scored can be marked."""
    gevonden: list[Woord] = []
    for treffer in _WOORD.finditer(tekst):
        ruw = treffer.group()
        if ruw.startswith(("[", "http")):
            continue
        if (term := _term(ruw, taal)) is not None:
            gevonden.append(Woord(term, treffer.start(), treffer.end()))
    return tuple(gevonden)


@lru_cache(maxsize=200_000)
def _term(woord: str, taal: str) -> str | None:
    klein = _zonder_accenten(woord.casefold().replace("’", "'"))
    if klein in _STOPWOORDEN[taal] or (len(klein) < 2 and not klein.isdigit()):
        return None
    if any(teken.isdigit() for teken in klein):
        return klein.replace(".", "")
    return str(_STEMMERS[taal].stemWord(klein.replace("-", "").removesuffix("'s")))


def _zonder_accenten(woord: str) -> str:
    return "".join(teken for teken in unicodedata.normalize("NFKD", woord) if not unicodedata.combining(teken))
