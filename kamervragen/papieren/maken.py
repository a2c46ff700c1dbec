"""The documents of a set: which can be made now, and each of them in the form that is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Huis, handeling
from kamervragen.core.actor import Wie
from kamervragen.core.store import files
from kamervragen.documents.bestand import Bestand
from kamervragen.documents.packing.omzetten import Vorm, beurt, zet_alle_om
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.papier import Papier
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import BEWERKBAAR
from kamervragen.domain.vragenset import Instrument
from kamervragen.papieren.soorten import SOORTEN
from kamervragen.papieren.voorwaarden import pdf_later
from kamervragen.sets.blik import Blik
from kamervragen.sets.nummers import zoek_sleutel
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import set_voor


@dataclass(frozen=True, slots=True)
class Papierregel:
    """A document as the page of papers lists it. `waarom_niet` says why it cannot be made; empty when it can."""

    papier: Papier
    vormen: tuple[Vorm, ...]
    waarom_niet: str


def lijst(blik: Blik) -> tuple[Papierregel, ...]:
    """Gives every document of a set, with the forms it comes in."""
    later = blik.status in BEWERKBAAR
    return tuple(
        Papierregel(papier, soort.vormen(later=later), soort.waarom_niet(blik.sessie, blik.rij, blik.vragenset))
        for papier, soort in SOORTEN.items()
        if papier is not Papier.LIJST or blik.rij.instrument == Instrument.LIJST_VAN_VRAGEN
    )


def maak(
    huis: Huis, wie: Wie, sleutel: str, papier: Papier, vorm: Vorm = Vorm.DOCX, *, wachtend: bool = False
) -> Bestand:
    """A document of a set. `wachtend`: somebody waits for a page.

    :raises Ongeldig, NietGevonden: it cannot be made now, in words that say why. :raises Traag: as `zet_alle_om`.
    """
    return maak_alle(huis, wie, sleutel, (papier,), vorm, wachtend=wachtend)[0]


def maak_alle(
    huis: Huis, wie: Wie, sleutel: str, papieren: Sequence[Papier], vorm: Vorm, *, wachtend: bool = False
) -> tuple[Bestand, ...]:
    """Documents of a set in their order: what must be converted goes in one run, for a start takes longer than a document.

    :raises Ongeldig, NietGevonden, Traag: as `maak`; then none is made.
    """
    with beurt(vorm):
        gemaakt = [_opgesteld(huis, wie, sleutel, papier, vorm) for papier in papieren]
        dag = gemaakt[0][2] if gemaakt else None  # of one set, so of one day
        word = {f"{naam}.docx": data for naam, data, _ in gemaakt}
        omgezet = zet_alle_om(word, vorm, op=dag, programma=huis.settings.libreoffice, wachtend=wachtend)
    return tuple(Bestand(f"{naam}.{vorm.value}", omgezet[f"{naam}.docx"]) for naam, _, _ in gemaakt)


def _opgesteld(huis: Huis, wie: Wie, sleutel: str, papier: Papier, vorm: Vorm) -> tuple[str, bytes, date | None]:
    """A document as Word: its name without extension, its bytes and the day of its answers."""
    soort = SOORTEN[papier]
    if vorm not in soort.vormen():
        raise Ongeldig(
            _("Dit document is er niet als .%(vorm)s. Haal het op als .docx of .odt.") % {"vorm": vorm.value}
        )
    with handeling(huis, wie, Handeling.EXPORTEREN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        s = vragensets.laad(werk.sessie, rij.id)
        if reden := soort.waarom_niet(werk.sessie, rij, s):
            raise (NietGevonden if soort.bericht else Ongeldig)(reden)
        if vorm is Vorm.PDF and not soort.bericht and pdf_later(werk.sessie, rij):
            raise Ongeldig(
                _("Een pdf om te publiceren is er zodra de antwoorden zijn vastgesteld. Haal het op als .docx.")
            )
        data = soort.maak(huis, werk.sessie, rij, s)
        dag = s.ontvangen or s.gedagtekend
    return f"{soort.bestandsnaam}-{s.zaaknummer or sleutel}", data, dag


def naar_map(
    huis: Huis, wie: Wie, nummer: str, folder: Path, papieren: tuple[Papier, ...], vorm: Vorm
) -> tuple[Path, ...]:
    """Writes documents of a set, named by any of its numbers, to a folder. Returns the paths written."""
    sleutel = zoek_sleutel(huis, nummer)
    paden = []
    for bestand in maak_alle(huis, wie, sleutel, papieren, vorm):
        doel = folder / bestand.naam
        try:
            files.schrijf_heel(doel, bestand.data)
        except OSError as fout:
            raise Ongeldig(
                "%(doel)s kan niet worden geschreven: %(reden)s. Kies een andere map.",
                doel=doel,
                reden=fout.strerror,
            ) from fout
        paden.append(doel)
    return tuple(paden)
