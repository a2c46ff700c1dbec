"""Members and ministers as headings name them."""

from __future__ import annotations

import re

from kamervragen.domain.vragenset import Bewindspersoon, Lid

# Portfolios with "en" or a comma inside them: a list of ministries can only be cut with these at hand.
PORTEFEUILLES = (
    "Justitie en Veiligheid",
    "Binnenlandse Zaken en Koninkrijksrelaties",
    "Binnenlandse Zaken en Koninkrijkrelaties",
    "Onderwijs, Cultuur en Wetenschap",
    "Infrastructuur en Waterstaat",
    "Infrastructuur en Milieu",
    "Economische Zaken en Klimaat",
    "Economische Zaken",
    "Klimaat en Groene Groei",
    "Sociale Zaken en Werkgelegenheid",
    "Volksgezondheid, Welzijn en Sport",
    "Landbouw, Natuur en Voedselkwaliteit",
    "Asiel en Migratie",
    "Landbouw, Visserij, Voedselzekerheid en Natuur",
    "Volkshuisvesting en Ruimtelijke Ordening",
    "Veiligheid en Justitie",
    "Natuur en Stikstof",
    "Klimaat en Energie",
    "Langdurige Zorg en Sport",
    "Primair en Voortgezet Onderwijs",
    "Buitenlandse Handel en Ontwikkelingssamenwerking",
    "Armoedebeleid, Participatie en Pensioenen",
    "Buitenlandse Zaken",
    "Algemene Zaken",
    "Financiën",
    "Defensie",
    "Rechtsbescherming",
    "Medische Zorg",
)
# The fracties of the Tweede Kamer, as documents write them. What the record holds is offered before these.
FRACTIES = (
    "PVV",
    "GroenLinks-PvdA",
    "VVD",
    "NSC",
    "D66",
    "BBB",
    "CDA",
    "SP",
    "DENK",
    "PvdD",
    "FVD",
    "SGP",
    "ChristenUnie",
    "Volt",
    "JA21",
    "50PLUS",
)
_FUNCTIE = r"(?P<functie>minister-president|ministers?|staatssecretaris(?:sen)?)"
_GENOEMD = re.compile(
    rf"\b{_FUNCTIE}\s+(?!van\s+(?:{'|'.join(PORTEFEUILLES)})|voor\s)(?P<naam>[^(),]+?)\s*\((?P<portefeuille>[^()]+)(?:\)|$|(?=\(ontvangen))",
    re.IGNORECASE,
)
_AMBT = re.compile(
    rf"\b{_FUNCTIE}(?:\s+(?:(?:van|voor)\s+|(?={'|'.join(PORTEFEUILLES)}))(?P<portefeuilles>.+))?$",
    re.IGNORECASE | re.DOTALL,
)
_VOLGEND_AMBT = re.compile(
    r"\s*(?:,\s*|\s+en\s+(?:van\s+|aan\s+)?|,\s*en\s+)?(?:(?:van\s+|aan\s+)?de\s+)?(?=\b(?:minister-president|ministers?|staatssecretaris(?:sen)?)\b)",
    re.IGNORECASE,
)
# The minister-president is minister van Algemene Zaken too: one person, not two.
_MINISTER_PRESIDENT = re.compile(r"minister-president\s*,\s*minister\s+van\s+Algemene\s+Zaken", re.IGNORECASE)
_LEDEN = re.compile(r"^(?:het\s+lid|de\s+leden|het\s+Kamerlid|de\s+Kamerleden)\s+", re.IGNORECASE)


def bewindspersonen(tekst: str) -> tuple[Bewindspersoon, ...]:
    """The ministers in 'minister Van Weel (Justitie en Veiligheid)' or 'de Ministers van A en voor B en de
    Staatssecretaris van C', in order. Offices come out in lower case, portfolios without 'van' or 'voor'."""
    gevonden: list[Bewindspersoon] = []
    schoon = _MINISTER_PRESIDENT.sub("minister-president", " ".join(tekst.split()))
    for stuk in _VOLGEND_AMBT.split(schoon):
        stuk = re.sub(r"(?:\s*,)?(?:\s+(?:mede\s+namens|en))?(?:\s+de)?$", "", stuk.strip(" .,;"), flags=re.IGNORECASE)
        if genoemd := _GENOEMD.search(stuk):
            gevonden.append(
                Bewindspersoon(_enkelvoud(genoemd), genoemd["naam"].strip(), genoemd["portefeuille"].strip())
            )
        elif ambt := _AMBT.search(stuk):
            gevonden += [
                Bewindspersoon(_enkelvoud(ambt), None, portefeuille)
                for portefeuille in _portefeuilles(ambt["portefeuilles"])
            ]
    return tuple(dict.fromkeys(gevonden))


def leden(tekst: str) -> tuple[Lid, ...]:
    """The members in 'het lid Kostić (PvdD)' or 'de leden Temmink en Van Nispen (beiden SP)'.

    A fractie counts for every name before it that has none of its own.
    """
    schoon = _LEDEN.sub("", " ".join(tekst.split()))
    gevonden: list[Lid] = []
    zonder: list[str] = []
    for deel in re.finditer(r"(?P<namen>[^()]*)(?:\((?P<fractie>[^()]*)\))?", schoon):
        zonder += [
            naam
            for ruw in re.split(r",|\s+en\s+(?=[^a-z]|de[nr]?\s|van\s|ten?r?\s)|^en\s+", deel["namen"].strip())
            if (naam := ruw.strip(" ,.")) and naam != "en"
        ]
        if deel["fractie"] is not None:
            fractie = re.sub(r"^(?:beiden|allen|allebei)\s+", "", deel["fractie"].strip())
            gevonden += [Lid(naam, fractie or None) for naam in zonder]
            zonder = []
    return (*gevonden, *(Lid(naam) for naam in zonder))


def _enkelvoud(treffer: re.Match[str]) -> str:
    functie = treffer["functie"].lower()
    return {"ministers": "minister", "staatssecretarissen": "staatssecretaris"}.get(functie, functie)


def _portefeuilles(tekst: str | None) -> list[str | None]:
    if not tekst:
        return [None]
    rest = tekst.strip(" ,.")
    uit: list[str | None] = []
    while rest:
        bekend = next((naam for naam in PORTEFEUILLES if rest.lower().startswith(naam.lower())), None)
        if bekend is None:
            stuk, *verder = re.split(r"\s+en\s+(?:van|voor)\s+|,\s*(?:van|voor)\s+", rest, maxsplit=1)
            uit.append(stuk.strip(" ,."))
            rest = verder[0] if verder else ""
        else:
            uit.append(rest[: len(bekend)])
            rest = re.sub(r"^(?:\s*,)?\s*(?:en\s+)?(?:van\s+|voor\s+)?", "", rest[len(bekend) :])
    return uit
