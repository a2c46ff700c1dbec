"""Words as far as rules about sentences need them: what tells something, and which forms are one word."""

from __future__ import annotations

import re

_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STAM = 5  # letters: 'signaal' and 'signalen', 'stijgende' and 'stijging' are one
# Words that stand in any question or answer and tell nothing of its subject.
_LEEG = frozenset(
    """
    aan aangaande aangeven aangegeven aantal acht achten af al aldus alle alleen alles als alsmede alsook altijd
    ander andere anders antwoord antwoorden april augustus bekend bekende bent bereid betreffende betreft
    betrekking bevestigen bij bijvoorbeeld binnen boven bovenstaande daar daarbij daardoor daarin daarmee daarna
    daarom daarop daartoe daarvan daarvoor dan dat de december deelt deel deelnemen der derhalve desbetreffende
    deze dezelfde dient dienen dit doen doet door dus echter een eens eerder eerdere eigen elk elke en enige
    enkele er erop ertoe ervan ervoor februari gaan gaat geen geef geeft gedaan gegeven gelden geldt
    geleden gelet genoemd genoemde gesteld gevallen geven geweest gewenst gezien graag had hadden hebben hebt
    heeft heel het hetgeen hetzelfde hier hierbij hierdoor hierin hiermee hierop hiervan hiervoor hij hoe
    hoeveel hoever hoeverre houden houdt huidige hun ieder iedere iets immers in inclusief inderdaad indien
    ingaan inmiddels inzake is ja jaar jaren januari jl juist juli juni kabinet kamer kan kent klopt komen
    komende komt krijgen krijgt kunnen kunt kwam laatste later leden lid maar maart maken maakt meer meerdere
    mei men mening met mij mijn mijns minister moet moeten mocht mogelijk mogelijke mogen momenteel na naar
    naast nader nadere nee neem nemen neemt niet niets nog nogmaals november nu oktober of om omdat omtrent
    ondanks onder ongeveer ons onze ook op opgenomen orde over overeenkomstig overheid overige per plaats
    precies reactie recent recente reden reeds regering samen september sinds slechts soort sprake staat
    staatssecretaris stand steeds stelt stellen te tegen ten ter terug tevens tijdens toch toe toelichten
    toelichting toen tot tussen u uit uitgebreid uiteenzetten uw uwe vaak van vanaf vanuit vanwege vele veel
    verder verdere verschillende via vindt vinden volgende volgens voor vooral voordat voorgaande vorige vraag
    vragen waar waaraan waarbij waardoor waarin waarmee waarom waarop waarover waartoe waaruit waarvan waarvoor
    wanneer want waren was wat weer weet wel welk welke werd werden wie wij wijze wil willen wilt worden wordt
    zal ze zegt zelf zelfs zich zie zien ziet zij zijn zo zoals zodat zou zouden zonder zowel zullen
    """.split()  # noqa: SIM905
)


def kern(tekst: str) -> frozenset[str]:
    """The stems of the words that tell something, in lower case."""
    return frozenset(stam(woord) for woord in _WOORD.findall(tekst.casefold()) if len(woord) > 3 and woord not in _LEEG)


def stam(woord: str) -> str:
    """What the forms of a word share, roughly: its first letters, a doubled vowel written once."""
    return re.sub(r"([aeou])\1", r"\1", woord.casefold())[:_STAM]
