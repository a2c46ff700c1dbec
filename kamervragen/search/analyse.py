"""Text -> terms: the one analysis behind candidates, score and marked words."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import simplemma
import snowballstemmer

from kamervragen.search import samenstellingen
from kamervragen.search.taal import taal as taalgegevens

_WOORD = re.compile(r"\[\^?\w+\]|https?://\S+|\w+(?:[-’'.]\w+)*")
# `dutch_porter` and not `dutch`: the latter is Kraaij-Pohlmann since 3.0 and cuts "ministers" to "mini".
_STEMMERS = {"nl": snowballstemmer.stemmer("dutch_porter"), "en": snowballstemmer.stemmer("english")}
_EEN_TEGELIJK = threading.Lock()  # a stemmer keeps the word it works on in itself: two threads would mix theirs
_PROFIEL = 60
_PROCEDURE = re.compile(
    r"\bvragen\b.{0,60}\b(?:één voor één|een voor een|afzonderlijk|apart|separaat|binnen (?:de |drie )|v[oó][oó]r (?:het|de|aanvang))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Woord:
    """A word in a text with the term it counts as, and the terms inside it. Offsets are code points, half open.

    `formule`: it stands in a turn that every question uses, like "Deelt u de mening".
    """

    term: str
    begin: int
    einde: int
    delen: tuple[str, ...] = ()
    formule: bool = False

    @property
    def alle(self) -> tuple[str, ...]:
        return (self.term, *self.delen)


def termen(tekst: str, taal: str = "nl") -> tuple[str, ...]:
    """The terms of a text, in order: stems without diacritics, the parts of compounds behind the whole, numbers kept,
    and nothing of function words."""
    return tuple(term for woord in woorden(tekst, taal) for term in woord.alle)


@lru_cache(maxsize=2_048)  # questions, answers and promises are held against each other at every look
def woorden(tekst: str, taal: str = "nl") -> tuple[Woord, ...]:
    """The words that count, with their places, so that what scored can be marked."""
    return tuple(_gevonden(tekst, taal))


def profiel(teksten: Iterable[str], taal: str = "nl") -> tuple[str, ...]:
    """What a whole set is about: its terms, those in most of its texts first, 60 at most."""
    in_hoeveel: Counter[str] = Counter()
    for tekst in teksten:
        in_hoeveel.update(dict.fromkeys(termen(tekst, taal), 1))
    return tuple(term for term, _ in in_hoeveel.most_common(_PROFIEL))


def is_procedure(vraag: str) -> bool:
    """Whether a question is about the answering itself ("Kunt u deze vragen afzonderlijk beantwoorden?")."""
    return bool(_PROCEDURE.search(vraag))


def _gevonden(tekst: str, taal: str) -> Iterator[Woord]:
    formules = [treffer.span() for treffer in taalgegevens(taal).formules.finditer(tekst)]
    volgende = 0
    for treffer in _WOORD.finditer(tekst):
        ruw = treffer.group()
        begin, einde = treffer.span()
        while volgende < len(formules) and formules[volgende][1] <= begin:
            volgende += 1
        in_formule = volgende < len(formules) and formules[volgende][0] <= begin
        if ruw.startswith(("[", "http")):
            continue
        term = _term(ruw, taal)
        if term is not None:
            yield Woord(term[0], begin, einde, term[1:], in_formule)


@lru_cache(maxsize=200_000)
def _term(woord: str, taal: str) -> tuple[str, ...] | None:
    """The term of a word, then those of its parts; None for a word that tells nothing."""
    klein = woord.casefold().replace("’", "'")
    kaal = _zonder_accenten(klein)
    stop = taalgegevens(taal).stopwoorden
    if kaal in stop or (len(kaal) < 2 and not kaal.isdigit()):
        return None
    if any(teken.isdigit() for teken in kaal):
        return (kaal.replace(".", ""),)
    heel = _stam(klein.replace("-", "").removesuffix("'s"), taal)
    delen = (_stam(deel, taal) for deel in _delen(klein, taal))
    return (heel, *dict.fromkeys(deel for deel in delen if deel != heel and deel not in stop))


def _delen(woord: str, taal: str) -> Iterator[str]:
    if "-" in woord:
        for deel in woord.split("-"):
            if len(deel) > 2:
                yield deel
    if taal == "nl":
        for deel in woord.split("-"):
            yield from samenstellingen.delen(deel)


@lru_cache(maxsize=200_000)
def _stam(woord: str, taal: str) -> str:
    """The dictionary form where there is one, then cut to its stem, so that forms no dictionary has agree too."""
    vorm = _woordenboekvorm(woord) if taal == "nl" else woord
    kaal = _zonder_accenten(vorm)
    with _EEN_TEGELIJK:
        return str(_STEMMERS[taal].stemWord(kaal)) or woord


def _woordenboekvorm(woord: str) -> str:
    """A verb that is a noun with -en joins that noun, for the stemmer parts them: fietsen, fiets."""
    vorm = re.sub(r"[\W_]", "", simplemma.lemmatize(woord, lang="nl").casefold())
    kern = vorm.removesuffix("en")
    return kern if len(kern) > 3 and kern != vorm and simplemma.is_known(kern, lang="nl") else vorm


def _zonder_accenten(woord: str) -> str:
    return "".join(teken for teken in unicodedata.normalize("NFKD", woord) if not unicodedata.combining(teken))
