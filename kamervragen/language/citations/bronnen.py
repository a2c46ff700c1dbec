"""Source notes as cards: which medium, when, under which title, at which address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kamervragen.language.citations.verwijzingen import verwijzingen
from kamervragen.language.datums import datum_met_plaats

_URL = re.compile(r"https?://[^\s<>()\[\]]+(?:\([^\s()]*\)[^\s<>()\[\]]*)*")
_KOPPELING = re.compile(r"\[[^\]]*\]\(<(?P<doel>[^>]*)>\)")
_TITEL = re.compile(r"[«“„\"‘'](?P<titel>[^«»“”„\"]{3,}(?:«[^»]*»[^«»“”„\"]*)*)[»”\"’']")
_HAAKJES = re.compile(r"\(\s*[^()\s]*\.(?:nl|com|org|eu|be|net|nu|amsterdam)\b[^()]*\)|\(\s*\)|<\s*>", re.IGNORECASE)
_DOMEIN = re.compile(r"^(?:https?://)?(?:www\.)?(?P<domein>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bronkaart:
    """What a note says of its source. Absent is None."""

    medium: str | None
    datum: date | None
    titel: str | None
    url: str | None


def bronkaart(tekst: str, url: str | None = None) -> Bronkaart | None:
    """The card of a note: 'NOS, 6 maart 2024, «Titel» (nos.nl/...)'. None where it cites a piece of the Kamer only.

    *Bron:* the notes under real questions, where medium, date and title come in this order or with the title first.
    """
    schoon = " ".join(re.sub(r"[*\\]", "", _KOPPELING.sub(r"\g<doel>", tekst)).split())
    adres = _URL.search(schoon)
    url = url or (adres.group().rstrip(".,;") if adres else None)
    kaal = _HAAKJES.sub(" ", _URL.sub(" ", schoon)).strip(" .,;()<>")
    if url is None and verwijzingen(kaal):
        return None
    datum, begin, einde = datum_met_plaats(kaal) or (None, len(kaal), len(kaal))
    aanhaling = next((t["titel"].strip(" .,") for t in _TITEL.finditer(kaal)), None)
    if url is None and datum is None and aanhaling is None:
        return None  # a remark, no source
    titel = aanhaling
    medium: str | None = _medium(kaal[:begin], titel)
    if titel is None:
        rest = kaal[einde:].strip(" .,;:()-–")
        titel = rest if len(rest) > 3 else None
    if titel is None and medium and ", " in medium:
        medium, _, titel = medium.partition(", ")
    if medium is None and url and (domein := _DOMEIN.match(url)):
        medium = domein["domein"]
    return Bronkaart(medium, datum, titel, url)


def _medium(tekst: str, titel: str | None) -> str | None:
    """What stands before the date, without the title when that comes first."""
    zonder = _TITEL.sub(" ", tekst) if titel else tekst
    schoon = re.sub(r"(?:\bd\.?d\.?|\b(?:van|op)|\[\d+\])\s*$", "", " ".join(zonder.split()).strip(" ,.;:()-–"))
    schoon = schoon.strip(" ,.;:()-–")
    return schoon or None
