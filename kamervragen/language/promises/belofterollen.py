"""Who promises what to whom: the parts of a promising sentence beside its day. Cues are data, as those of a promise.

*Bron:* the kinds of the Kamer's own register (brief, onderzoek, gesprek, wetsvoorstel); «Uw Kamer wordt … door de
Staatssecretaris van JenV geïnformeerd» (ah-tk-20232024-1481): a colleague may have to keep what this minister says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kamervragen.domain.toezegging import Toezeggingsoort
from kamervragen.domain.vragenset import Bewindspersoon, Kamer
from kamervragen.language.personen import bewindspersonen

_S = Toezeggingsoort
# In this order, where the chamber is not told of it: a law that comes after a study is a law.
SOORTEN: tuple[tuple[Toezeggingsoort, re.Pattern[str]], ...] = tuple(
    (soort, re.compile(patroon, re.IGNORECASE))
    for soort, patroon in (
        (
            _S.REGELGEVING,
            r"\b(?:wets?voorstel\w*|wetgeving|nota van wijziging|regeling|AMvB|algemene maatregel|besluit\b.{0,40}\bconsultatie|in (?:internet)?consultatie|wetswijziging|inwerkingtreding)\b",
        ),
        (
            _S.ONDERZOEK,
            r"\b(?:onderzoek\w*|evalu\w+|verkenn\w+|(?:laten )?uitzoeken|inventaris\w+|monitor\w*|nagaan|bezien|bekijken|in kaart)\b",
        ),
        (_S.OVERLEG, r"\b(?:gesprek\w*|overleg\w*|in contact|spreken|bespreek|bespreken|aandringen|rondetafel\w*)\b"),
        (
            _S.INFORMEREN,
            r"\b(?:informe\w+|geïnformeerd|brief|kamerbrief|rapportage|stuur|sturen|toesturen|toezenden|gestuurd|terugkom\w*|kom\b.{0,60}\bterug|bericht(?:en)?|gedeeld|verzonden|verstuurd|doen toekomen|aanbied\w+|aangeboden|reactie|op de hoogte)\b",
        ),
    )
)
_EERSTE_KAMER = re.compile(r"^(?!.*\btoezegging\b.*\bEerste\s+Kamer\b).*\bEerste\s+Kamer\b", re.DOTALL)
_DE_KAMER = re.compile(r"\b(?:uw|de|Tweede)\s+Kamer\b|\bbeide\s+Kamers\b", re.IGNORECASE)
_LID = re.compile(r"\b(?:aan|met)\s+(het\s+lid\s+[A-ZÀ-Ý][\w’'-]+(?:\s+[A-ZÀ-Ý][\w’'-]+)*(?:\s+\([^)]+\))?)")
# A colleague keeps the promise only where the sentence says that he does it: after 'door', or as its subject.
_COLLEGA = re.compile(
    r"(?:\bdoor\s+(?:mijn\s+collega\s*,?\s*)?|^)(?:de\s+)(?P<ambt>(?:minister|staatssecretaris)\s+(?:van|voor)\s+[^,.;]+?)"
    r"(?=\s+(?:wordt|worden|zal|zullen|informe|geïnformeerd|stuurt|komt|nader|hierover|daarover|uw|in|voor|op|begin|medio|eind|bericht)\b|[,.;]|$)",
    re.IGNORECASE,
)
_KORT = {
    "jenv": "Justitie en Veiligheid",
    "bzk": "Binnenlandse Zaken en Koninkrijksrelaties",
    "ocw": "Onderwijs, Cultuur en Wetenschap",
    "ienw": "Infrastructuur en Waterstaat",
    "szw": "Sociale Zaken en Werkgelegenheid",
    "vws": "Volksgezondheid, Welzijn en Sport",
}


@dataclass(frozen=True, slots=True)
class Rollen:
    """The parts of a promise. `wie` only where the sentence names a colleague; `aan` only where it names who hears."""

    soort: Toezeggingsoort
    wie: Bewindspersoon | None
    aan: Kamer | str | None


def rollen(zin: str) -> Rollen:
    """The parts of one promising sentence."""
    aan = _aan(zin)
    passend = [soort for soort, patroon in SOORTEN if patroon.search(zin)]
    if aan is not None and _S.INFORMEREN in passend:
        return Rollen(_S.INFORMEREN, _collega(zin), aan)
    return Rollen(next(iter(passend), _S.OVERIG), _collega(zin), aan)


def _collega(zin: str) -> Bewindspersoon | None:
    treffer = _COLLEGA.search(zin)
    if treffer is None:
        return None
    ambt = re.sub(
        rf"\b({'|'.join(_KORT)})\b", lambda kort: _KORT[kort[0].lower()], treffer["ambt"], flags=re.IGNORECASE
    )
    return next(iter(bewindspersonen(ambt)), None)


def _aan(zin: str) -> Kamer | str | None:
    if treffer := _LID.search(zin):
        return " ".join(treffer[1].split())
    if _EERSTE_KAMER.search(zin):
        return Kamer.EERSTE
    return Kamer.TWEEDE if _DE_KAMER.search(zin) else None
