"""What should not leave the house in an answer: personal data of someone, and leftovers of drafting.

*Bron:* AVG art. 5(1)(c); the elfproef of the burgerservicenummer; ISO 13616 for the check digits of an IBAN.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Lek(StrEnum):
    """What was found."""

    BSN = "bsn"
    IBAN = "iban"
    MAIL = "mail"
    TELEFOON = "telefoon"
    RESTANT = "restant"


@dataclass(frozen=True, slots=True)
class Vondst:
    """A piece of text. Offsets are code points, half open."""

    soort: Lek
    tekst: str
    begin: int
    einde: int


_BSN = re.compile(
    r"(?<![\d.,/-])\d{9}(?![\d/-]|[.,]\d)|(?<![\d.,/-])\d{3}[ .]\d{3}[ .]\d{3}(?![\d/-]|[ .,]\d)|(?<![\d.,/-])\d{4}[ .]\d{2}[ .]\d{3}(?![\d/-])"
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Addresses of offices may stand in an answer; those of people may not.
_OPENBAAR = re.compile(
    r"(?:^(?:info|contact|post|postbus|loket|meldpunt|klachten|pers|woordvoering|secretariaat|bestuur)[\w.-]*@)|\bexample\b",
    re.IGNORECASE,
)
_TELEFOON = re.compile(
    r"(?<![\w/.,-])(?:(?:\+|00)31[ -]?(?:\(0\))?[ -]?|0)(?:6(?:[ -]?\d){8}|[1-57]\d{1,2}[ -]?(?:\d[ -]?){5,6}\d)(?![\d/]|[.,-]\d)"
)
# Numbers that everyone may call.
_GRATIS = re.compile(r"^0?(?:800|900|88|14)\b")
_RESTANT = re.compile(
    r"\bVERTROUWELIJK\b|\bDEPARTEMENTAAL VERTROUWELIJK\b|(?<![\w(-])(?:PM|P\.M\.)(?![\w-])(?=\s*(?:[.,;:\]]|$|\n|invullen|nog|aantal|bedrag))|(?<!\w)X{2,}(?!\w)|(?<!\w)x{3,}(?!\w)|\bT[O]DO\b|\bT\.B\.D\.|\bTBD\b|\?{3,}|\[(?:invullen|invoegen|naam|datum|bedrag|aantal|kenmerk|nummer|volgt|nog\b[^\]]*|PM[^\]]*|check[^\]]*)\]|<<[^>]*>>|\bLorem ipsum\b|\b(?:CONCEPT|Concept):(?=\s)",
)


def lekken(tekst: str) -> tuple[Vondst, ...]:
    """Everything in a text that should not leave, in order; overlapping finds once."""
    ruw = [
        *(_vondst(Lek.IBAN, t) for t in _IBAN.finditer(tekst) if _mod97(t.group())),
        *(_vondst(Lek.MAIL, t) for t in _MAIL.finditer(tekst) if not _OPENBAAR.search(t.group())),
        *(_vondst(Lek.BSN, t) for t in _BSN.finditer(tekst) if elfproef(t.group())),
        *(_vondst(Lek.TELEFOON, t) for t in _TELEFOON.finditer(tekst) if not _GRATIS.match(t.group())),
        *(_vondst(Lek.RESTANT, t) for t in _RESTANT.finditer(tekst)),
    ]
    uit: list[Vondst] = []
    for vondst in ruw:
        if all(vondst.einde <= v.begin or vondst.begin >= v.einde for v in uit):
            uit.append(vondst)
    return tuple(sorted(uit, key=lambda vondst: vondst.begin))


def elfproef(nummer: str) -> bool:
    """Whether nine digits can be a burgerservicenummer: 9a + 8b + ... + 2h - i is a multiple of eleven."""
    cijfers = [int(teken) for teken in nummer if teken.isdigit()]
    if len(cijfers) != 9 or not any(cijfers):
        return False
    som = sum(gewicht * cijfer for gewicht, cijfer in zip(range(9, 1, -1), cijfers, strict=False))
    return (som - cijfers[8]) % 11 == 0


def _mod97(iban: str) -> bool:
    kaal = re.sub(r"\s", "", iban)
    if not 15 <= len(kaal) <= 34:
        return False
    return int("".join(str(int(teken, 36)) for teken in kaal[4:] + kaal[:4])) % 97 == 1


def _vondst(soort: Lek, treffer: re.Match[str]) -> Vondst:
    return Vondst(soort, treffer.group(), *treffer.span())
