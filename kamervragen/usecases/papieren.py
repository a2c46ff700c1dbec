"""The documents of a set: which can be made now, and each of them in the form that is asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kamervragen.catalogus import gettext as _
from kamervragen.documents.omzetten import Vorm, zet_om
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.papier import OPENBAAR, Papier
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.vragenset import Instrument
from kamervragen.storage import vragensets
from kamervragen.usecases.handeling import Huis, Wie, handeling, inzage, vind_set
from kamervragen.usecases.papierinhoud import MAKERS, pdf_later, waarom_niet
from kamervragen.usecases.uitvoer import Bestand, zoek_sleutel

# A notice tells of what was recorded, whatever the answers are: there is none until then.
_BERICHTEN = (Papier.UITSTEL, Papier.AFDOENING)
_BESTANDSNAMEN = {
    Papier.TAS: "map-bewindspersoon",
    Papier.LIJST: "lijst-van-vragen",
    Papier.WIJZIGINGEN: "concept-met-wijzigingen",
}


@dataclass(frozen=True, slots=True)
class Papierregel:
    """A document as the page of papers lists it. `waarom_niet` says why it cannot be made; empty when it can."""

    papier: Papier
    vormen: tuple[Vorm, ...]
    waarom_niet: str


def lijst(huis: Huis, wie: Wie, sleutel: str) -> tuple[Papierregel, ...]:
    """Every document of a set, with the forms it comes in."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        rij = vind_set(sessie, sleutel)
        s, later = vragensets.laad(sessie, rij.id or 0), pdf_later(sessie, rij)
        return tuple(
            Papierregel(papier, vormen_van(papier, later=later), waarom_niet(sessie, rij, s, papier))
            for papier in Papier
            if papier is not Papier.LIJST or rij.instrument == Instrument.LIJST_VAN_VRAGEN
        )


def vormen_van(papier: Papier, *, later: bool = False) -> tuple[Vorm, ...]:
    """The forms a document comes in: what is published also as PDF, once its answers are approved (`later`: not yet)."""
    publiek = papier in OPENBAAR and not (later and papier not in _BERICHTEN)
    return (Vorm.DOCX, Vorm.ODT, Vorm.PDF) if publiek else (Vorm.DOCX, Vorm.ODT)


def maak(huis: Huis, wie: Wie, sleutel: str, papier: Papier, vorm: Vorm = Vorm.DOCX) -> Bestand:
    """A document of a set. :raises Ongeldig, NietGevonden: it cannot be made now, in words that say why."""
    if vorm not in vormen_van(papier):
        raise Ongeldig(
            _("Dit document is er niet als .%(vorm)s. Haal het op als .docx of .odt.") % {"vorm": vorm.value}
        )
    with handeling(huis, wie, Handeling.EXPORTEREN, sleutel) as werk:
        rij = werk.set(sleutel)
        s = vragensets.laad(werk.sessie, rij.id or 0)
        if reden := waarom_niet(werk.sessie, rij, s, papier):
            raise (NietGevonden if papier in _BERICHTEN else Ongeldig)(reden)
        if vorm is Vorm.PDF and papier not in _BERICHTEN and pdf_later(werk.sessie, rij):
            raise Ongeldig(
                _("Een pdf om te publiceren is er zodra de antwoorden zijn vastgesteld. Haal het op als .docx.")
            )
        data = MAKERS[papier](huis, werk.sessie, rij, s)
        dag = s.ontvangen or s.gedagtekend
    naam = f"{_BESTANDSNAMEN.get(papier, papier.value)}-{s.zaaknummer or sleutel}"
    return Bestand(
        f"{naam}.{vorm.value}", zet_om(data, f"{naam}.docx", vorm, op=dag, programma=huis.settings.libreoffice)
    )


def naar_map(
    huis: Huis, wie: Wie, nummer: str, folder: Path, papieren: tuple[Papier, ...], vorm: Vorm
) -> tuple[Path, ...]:
    """Writes documents of a set, named by any of its numbers, to a folder. Returns the paths written."""
    sleutel = zoek_sleutel(huis, nummer)
    paden = []
    for papier in papieren:
        bestand = maak(huis, wie, sleutel, papier, vorm)
        doel = folder / bestand.naam
        try:
            folder.mkdir(parents=True, exist_ok=True)
            doel.write_bytes(bestand.data)
        except OSError as fout:
            raise Ongeldig(
                "%(doel)s kan niet worden geschreven: %(reden)s. Kies een andere map.",
                doel=doel,
                reden=fout.strerror,
            ) from fout
        paden.append(doel)
    return tuple(paden)
