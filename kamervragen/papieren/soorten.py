"""The kinds of paper, one row each: when it can be made, by what, in which forms, and where it is laid.

A new kind is a member of `Papier`, a module in `documents/writers` and a row here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlmodel import Session

from kamervragen.core.act import Huis
from kamervragen.documents.packing.omzetten import Vorm
from kamervragen.domain.papier import Papier
from kamervragen.domain.vragenset import Vragenset
from kamervragen.papieren import papierinhoud as inhoud
from kamervragen.papieren import voorwaarden as eis
from kamervragen.papieren.voorwaarden import Voorwaarde
from kamervragen.sets.rows import VragensetRij

Maker = Callable[[Huis, Session, VragensetRij, Vragenset], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Papiersoort:
    """A kind of paper.

    `openbaar`: it goes to the Kamer or shows what the Kamer prints, and is made as PDF too. `bericht`: it tells of what
    was recorded, whatever the answers are. `met_antwoorden`: until the Kamer has those, it is a concept. `bij_de_set`: it
    is laid with a set that is kept or shared. `naam` begins its file name where the code does not.
    """

    papier: Papier
    maak: Maker
    voorwaarden: tuple[Voorwaarde, ...]
    openbaar: bool = False
    bericht: bool = False
    met_antwoorden: bool = False
    bij_de_set: bool = False
    naam: str = ""

    @property
    def bestandsnaam(self) -> str:
        """Gives the beginning of its file name."""
        return self.naam or self.papier.value

    def waarom_niet(self, sessie: Session, rij: VragensetRij, s: Vragenset) -> str:
        """Tells why it cannot be made of a set now; nothing when it can."""
        return next((reden for voorwaarde in self.voorwaarden if (reden := voorwaarde(sessie, rij, s))), "")

    def vormen(self, *, later: bool = False) -> tuple[Vorm, ...]:
        """Gives its forms: what is published also as PDF, once its answers are approved (`later`: not yet)."""
        publiek = self.openbaar and (self.bericht or not later)
        return (Vorm.DOCX, Vorm.ODT, Vorm.PDF) if publiek else (Vorm.DOCX, Vorm.ODT)


_WERK = (eis.heeft_vragen, eis.niet_zonder_antwoorden)
SOORTEN: dict[Papier, Papiersoort] = {
    soort.papier: soort
    for soort in (
        Papiersoort(
            papier=Papier.BRIEF,
            maak=inhoud.brief,
            voorwaarden=(*_WERK, eis.is_geschreven, eis.is_af),
            openbaar=True,
            met_antwoorden=True,
            bij_de_set=True,
        ),
        Papiersoort(
            papier=Papier.ANTWOORD,
            maak=inhoud.antwoord,
            voorwaarden=(eis.heeft_vragen,),
            openbaar=True,
            met_antwoorden=True,
            bij_de_set=True,
        ),
        Papiersoort(papier=Papier.GEDRUKT, maak=inhoud.gedrukt_, voorwaarden=_WERK, openbaar=True),
        Papiersoort(
            papier=Papier.LIJST,
            maak=inhoud.lijst,
            voorwaarden=(*_WERK, eis.is_lijst_van_vragen, eis.is_geschreven),
            openbaar=True,
            naam="lijst-van-vragen",
        ),
        Papiersoort(
            papier=Papier.UITSTEL,
            maak=inhoud.uitstelbrief,
            voorwaarden=(eis.uitstel_is_gemeld,),
            openbaar=True,
            bericht=True,
            bij_de_set=True,
        ),
        Papiersoort(
            papier=Papier.AFDOENING,
            maak=inhoud.afdoeningsbrief,
            voorwaarden=(eis.is_afgedaan,),
            openbaar=True,
            bericht=True,
            bij_de_set=True,
        ),
        Papiersoort(papier=Papier.CONCEPT, maak=inhoud.concept, voorwaarden=_WERK),
        Papiersoort(
            papier=Papier.WIJZIGINGEN, maak=inhoud.wijzigingen, voorwaarden=_WERK, naam="concept-met-wijzigingen"
        ),
        Papiersoort(papier=Papier.BESLISNOTA, maak=inhoud.beslisnota_, voorwaarden=_WERK),
        Papiersoort(papier=Papier.TAS, maak=inhoud.tas_, voorwaarden=_WERK, naam="map-bewindspersoon"),
    )
}
