"""Time phrases: "voor de zomer van 2026" and the date of the letter -> a window of dates, with its derivation.

The windows are a defensible reading, not law. *Bron:* the conventions written out in `docs/tijdsaanduidingen.md`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from kamervragen.domain.afleiding import Afleiding
from kamervragen.domain.kalender import RECESSEN, Recessen
from kamervragen.language.promises.tijdregels import REGELS
from kamervragen.language.promises.tijdvakken import MAANDEN, Lezing, Zekerheid

__all__ = ["MAANDEN", "Tijdsaanduiding", "Zekerheid", "tijdsaanduidingen"]


@dataclass(frozen=True, slots=True)
class Tijdsaanduiding:
    """A phrase, where it stands (code points, half open), and the window it opens. `einde` None has no end."""

    tekst: str
    plaats: tuple[int, int]
    begin: date
    einde: date | None
    zekerheid: Zekerheid
    afleiding: Afleiding


# Without one of these no rule can fit: most sentences are done here.
_KAN = re.compile(
    r"\d|jaar|zomer|herfst|lente|winter|reces|vakantie|kerst|maand|week|weken|dagen|kwartaal|helft|Q[1-4]|nota|begroting|"
    r"prinsjesdag|spoedig|snel|termijn|binnenkort|zsm|z\.s\.m|tijd|periode|stadium|moment|zodra|nadat|wanneer|gelegenheid|"
    r"\bna\s+(?:de|het|af|ont|om|pub|besl|vast|ople|inw|versch|beh|besp|uitk|tot)|debat|overleg|behandeling|"
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag|" + "|".join(MAANDEN),
    re.IGNORECASE,
)
_EN = re.compile(r"\s*(?:/|–|-|\bof\b|\bdan wel\b|\btot\b|\ben\b)\s*(?:(?:in|het|de)\s+)*$")


def tijdsaanduidingen(tekst: str, op: date, recessen: Recessen = RECESSEN) -> tuple[Tijdsaanduiding, ...]:
    """Every time phrase in `tekst`, read against `op`, the date of the document. The longest reading wins."""
    if not _KAN.search(tekst):
        return ()
    kandidaten: list[Tijdsaanduiding] = []
    for kern, patroon, lees in REGELS:
        if not kern.search(tekst):
            continue
        for treffer in patroon.finditer(tekst):
            if (venster := lees(Lezing(treffer, op, recessen))) is not None:
                begin, einde, zekerheid, stappen = venster
                woorden = treffer.group()
                van = treffer.start() + len(woorden) - len(woorden.lstrip())
                kandidaten.append(
                    Tijdsaanduiding(
                        woorden.strip(), (van, van + len(woorden.strip())), begin, einde, zekerheid, Afleiding(stappen)
                    )
                )
    return _aaneen(tekst, _zonder_overlap(tekst, kandidaten))


def _zonder_overlap(tekst: str, kandidaten: list[Tijdsaanduiding]) -> list[Tijdsaanduiding]:
    bezet = bytearray(len(tekst))
    gekozen: list[Tijdsaanduiding] = []
    for kandidaat in sorted(kandidaten, key=lambda k: (k.plaats[0] - k.plaats[1], k.plaats[0])):
        van, tot = kandidaat.plaats
        if not any(bezet[van:tot]):
            gekozen.append(kandidaat)
            bezet[van:tot] = b"\1" * (tot - van)
    return sorted(gekozen, key=lambda k: k.plaats)


def _aaneen(tekst: str, gekozen: list[Tijdsaanduiding]) -> tuple[Tijdsaanduiding, ...]:
    """Two periods that "of", "en" or a slash joins are one window: "eind juni of begin juli"."""
    uit: list[Tijdsaanduiding] = []
    for deze in gekozen:
        vorige = uit[-1] if uit else None
        if (
            vorige is not None
            and vorige.einde is not None
            and deze.einde is not None
            and vorige.zekerheid is deze.zekerheid is Zekerheid.PERIODE
            and vorige.einde <= deze.einde
            and vorige.begin <= deze.begin
            and _EN.fullmatch(tekst, vorige.plaats[1], deze.plaats[0])
        ):
            van, tot = vorige.plaats[0], deze.plaats[1]
            stappen = (*vorige.afleiding.stappen, *deze.afleiding.stappen)
            uit[-1] = replace(
                vorige, tekst=tekst[van:tot], plaats=(van, tot), einde=deze.einde, afleiding=Afleiding(stappen)
            )
        else:
            uit.append(deze)
    return tuple(uit)
