"""What a list of people's own may hold, per kind, and which of its columns is which: by its heading, as people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kamervragen.domain.errors import Ongeldig
from kamervragen.sets.kolommen import KOLOMMEN


class Lijst(StrEnum):
    """The kinds of list that can be taken in."""

    TOEZEGGINGEN = "toezeggingen"
    MOTIES = "moties"
    SETS = "sets"
    BEWINDSPERSONEN = "bewindspersonen"
    WETTEN = "wetten"
    RECESSEN = "recessen"
    DIRECTIES = "directies"
    UITSTELREDENEN = "uitstelredenen"
    SIGNALEN = "signalen"


@dataclass(frozen=True, slots=True)
class Lijstveld:
    """A field of a list; `koppen` are the headings that mean it, beside its own name."""

    naam: str
    koppen: tuple[str, ...] = ()
    nodig: bool = False


_V = Lijstveld
VELDEN: dict[Lijst, tuple[Lijstveld, ...]] = {
    Lijst.TOEZEGGINGEN: (
        _V("toezegging", ("zin", "tekst", "omschrijving", "tekst toezegging", "inhoud"), nodig=True),
        _V("nummer", ("toezeggingsnummer", "tz nummer", "tz-nummer", "t-nummer", "nr")),
        _V("gedaan op", ("datum", "datum toezegging", "gedaan", "aanmaakdatum"), nodig=True),
        _V("vindplaats", ("bron", "debat", "activiteit", "gedaan in"), nodig=True),
        _V("termijn", ("tijdsaanduiding", "wanneer", "planning", "toegezegd voor")),
        _V("uiterlijk", ("deadline", "uiterste datum", "uiterste dag", "datum gereed", "einddatum")),
        _V("status", ("stand", "stand van zaken")),
        _V("nakoming", ("kamerstuk", "afgedaan met", "kamerbrief", "kamerbriefnakoming")),
        _V("nagekomen op", ("datum nakoming", "datumnakoming", "afgedaan op", "datum afdoening")),
        _V("reden", ("toelichting", "opmerking", "opmerkingen")),
        _V("bewindspersoon", ("minister", "toegezegd door", "wie")),
        _V("aan", ("aan wie", "toegezegd aan", "kamerlid", "lid")),
        _V("directie", ("dg", "afdeling")),
        _V("dossierhouder", ("behandelaar", "contactpersoon", "actiehouder")),
    ),
    Lijst.MOTIES: (
        _V("kamerstuk", ("nummer", "kamerstuknummer", "vindplaats", "kst"), nodig=True),
        _V("indieners", ("indiener", "ingediend door", "leden", "lid"), nodig=True),
        _V("onderwerp", ("titel", "over", "omschrijving")),
        _V("ingediend", ("datum", "datum indiening", "ingediend op"), nodig=True),
        _V("verzoek", ("tekst", "dictum", "verzoekt", "tekst motie")),
        _V("stand", ("status", "uitslag", "besluit")),
        _V("stand sinds", ("datum stand", "datum stemming", "datum besluit", "gestemd op")),
        _V("voor", ("fracties voor", "stemmen voor")),
        _V("tegen", ("fracties tegen", "stemmen tegen")),
        _V("afdoening", ("afgedaan met", "kamerbrief")),
        _V("reden", ("toelichting", "opmerking")),
        _V("appreciatie", ("oordeel", "oordeel kabinet", "kabinetsappreciatie")),
        _V("directie", ("dg", "afdeling")),
    ),
    Lijst.SETS: (
        *(_V(kolom.naam, kolom.koppen, nodig=kolom.nodig) for kolom in KOLOMMEN if kolom.neemt),
        _V("uitstel", ("uitstel gemeld", "uitstelbrief", "datum uitstel", "uitstel op")),
        _V("ontvangen", ("beantwoord op", "datum antwoord", "afgedaan", "verzonden")),
        _V("kamer", ()),
    ),
    Lijst.BEWINDSPERSONEN: (
        _V("functie", ("ambt",), nodig=True),
        _V("naam", ("bewindspersoon",), nodig=True),
        _V("portefeuille", ("ministerie",)),
        _V("kabinet", (), nodig=True),
        _V("van", ("begin", "vanaf", "aangetreden", "datum aantreden"), nodig=True),
        _V("tot", ("einde", "tot en met", "afgetreden", "datum aftreden")),
        _V("demissionair", ("demissionair sinds",)),
        _V("bron", (), nodig=True),
    ),
    Lijst.WETTEN: (
        _V("titel", ("wet", "officiële titel", "citeertitel", "naam"), nodig=True),
        _V("afkorting", ("kort",)),
        _V("bron", ("vindplaats", "stb"), nodig=True),
    ),
    Lijst.RECESSEN: (
        _V("reces", ("naam",), nodig=True),
        _V("van", ("begin", "eerste dag"), nodig=True),
        _V("tot en met", ("tot", "einde", "laatste dag"), nodig=True),
        _V("bron", (), nodig=True),
    ),
    Lijst.DIRECTIES: (
        _V("code", ("afkorting",), nodig=True),
        _V("naam", ("directie",), nodig=True),
    ),
    Lijst.UITSTELREDENEN: (
        _V("reden", ("naam", "reden van uitstel"), nodig=True),
        _V("omdat", ("bijzin", "tekst"), nodig=True),
        _V("in gebruik", ("actief",)),
    ),
    Lijst.SIGNALEN: (
        _V("woorden", ("signaal", "signaalwoorden"), nodig=True),
        _V("werking", ("wat ze doen", "soort"), nodig=True),
        _V("in gebruik", ("actief",)),
    ),
}


def geraden(lijst: Lijst, koppen: Sequence[str]) -> dict[str, int]:
    """Field -> column, by heading: its own name first, then the others in their order. A column is one field."""
    kaal = [_kaal(kop) for kop in koppen]
    uit: dict[str, int] = {}
    for ronde in range(1 + max(len(veld.koppen) for veld in VELDEN[lijst])):
        for veld in VELDEN[lijst]:
            namen = (veld.naam, *veld.koppen)
            if veld.naam in uit or ronde >= len(namen):
                continue
            plaats = next(
                (n for n, kop in enumerate(kaal) if kop == _kaal(namen[ronde]) and n not in uit.values()), None
            )
            if plaats is not None:
                uit[veld.naam] = plaats
    return uit


def gekeurd(lijst: Lijst, velden: Mapping[str, int], breedte: int) -> dict[str, int]:
    """A choice of columns that can be used. :raises Ongeldig: a field that is needed has none, or a column has two."""
    namen = {veld.naam for veld in VELDEN[lijst]}
    goed = {naam: plaats for naam, plaats in velden.items() if naam in namen and 0 <= plaats < breedte}
    if gemist := [veld.naam for veld in VELDEN[lijst] if veld.nodig and veld.naam not in goed]:
        raise Ongeldig("Kies een kolom voor: %(gemist)s.", gemist=", ".join(gemist))
    if len(set(goed.values())) < len(goed):
        raise Ongeldig("Een kolom is voor twee velden gekozen. Kies voor elk veld een andere kolom.")
    return goed


def _kaal(kop: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", kop.casefold()).split())
