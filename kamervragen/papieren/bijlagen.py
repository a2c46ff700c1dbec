"""Papers that go along with an answer: their kind, order and title. The beslisnota is one, without names of civil servants.

*Bron:* beleidslijn actieve openbaarmaking nota's; since 20 September 2022 with every Kamerstuk.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from kamervragen.core.act import Huis, eis_vooraf, handeling
from kamervragen.core.actor import Wie
from kamervragen.core.store import files
from kamervragen.documents.bestand import Bestand
from kamervragen.documents.packing.safe_zip import MAX_BESTAND
from kamervragen.documents.word.resten import resten
from kamervragen.domain.bijlage import NAAR_DE_KAMER, Bijlagesoort
from kamervragen.domain.errors import NietGevonden, Ongeldig, TeGroot
from kamervragen.domain.rollen import Handeling
from kamervragen.sets.blik import Blik
from kamervragen.sets.rows import DocumentRij
from kamervragen.sets.store import documenten
from kamervragen.sets.termijnen import eis_versie
from kamervragen.sets.toegang import set_voor

_PDF = b"%PDF-"
_SOORTEN = frozenset(soort.value for soort in Bijlagesoort)
_LANGSTE, _KENMERK = 300, 60  # a number longer than that does not fit in the column of a letter


@dataclass(frozen=True, slots=True)
class Bijlagenbeeld:
    """The papers with a set in their order, and whether this person may change them."""

    bijlagen: tuple[DocumentRij, ...]
    mag_wijzigen: bool


def voeg_toe(
    huis: Huis, wie: Wie, sleutel: str, data: bytes, naam: str, *, soort: str, titel: str = "", kenmerk: str = ""
) -> None:
    """Puts a paper with a set, behind those of its kind, and counts what it still carries that should not leave.

    :raises Ongeldig: an unknown kind, neither Word nor PDF, or not fit to open. :raises TeGroot: above 25 MB.
    """
    eis_vooraf(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel)
    if soort not in _SOORTEN:
        raise Ongeldig("Kies wat voor bijlage dit is.", veld="soort")
    if len(data) > MAX_BESTAND:
        raise TeGroot("%(naam)s is groter dan 25 MB. Verklein de afbeeldingen of splits het document.", naam=naam)
    if not naam.lower().endswith(".docx") and not data.startswith(_PDF):
        raise Ongeldig("Een bijlage is een Word-document (.docx) of een pdf. Bewaar het zo en bied het opnieuw aan.")
    gevonden = resten(data, naam)
    eigen = handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel)
    with files.bewaard(huis.settings.documenten, data), eigen as werk:
        rij = set_voor(werk, sleutel)
        achteraan = max((d.volgorde for d in _bijlagen(werk.sessie, rij.id)), default=0) + 1
        documenten.voeg_document_toe(
            werk.sessie,
            rij.id,
            sha256=files.sha256(data),
            naam=naam,
            soort=soort,
            moment=werk.moment,
            aantallen=gevonden,
            titel=_kort(titel) or naam.rpartition(".")[0],
            volgorde=achteraan,
            kenmerk=_kort(kenmerk),
        )
        rij.versie += 1
        werk.sessie.add(rij)


def wijzig(
    huis: Huis,
    wie: Wie,
    sleutel: str,
    document_id: int,
    *,
    titel: str,
    soort: str,
    kenmerk: str,
    plaats: int,
    versie: int,
) -> None:
    """Another title, kind, number or place for a paper; the others move up.

    :raises Ongeldig: without a title. :raises Verouderd: the set changed since it was looked at at `versie`.
    """
    if soort not in _SOORTEN or not titel.strip():
        raise Ongeldig("Vul de titel in en kies wat voor bijlage het is.", veld="titel")
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        eis_versie(rij, versie)
        alle = list(_bijlagen(werk.sessie, rij.id))
        bijlage = _van(alle, document_id)
        bijlage.titel, bijlage.soort, bijlage.kenmerk = _kort(titel), soort, _kort(kenmerk)
        alle.remove(bijlage)
        alle.insert(min(max(plaats, 1), len(alle) + 1) - 1, bijlage)
        for volgorde, een in enumerate(alle, 1):
            een.volgorde = volgorde
            werk.sessie.add(een)
        rij.versie += 1
        werk.sessie.add(rij)


def haal_weg(huis: Huis, wie: Wie, sleutel: str, document_id: int, *, terug: bool = False) -> None:
    """Takes a paper out of the set, or with `terug` puts it back. It is kept, with who did it and when."""
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel, herroepbaar=True) as werk:
        rij = set_voor(werk, sleutel)
        bijlage = _van(_bijlagen(werk.sessie, rij.id, ook_weg=True), document_id)
        bijlage.weggehaald_door, bijlage.weggehaald_op = (None, None) if terug else (wie.naam, werk.moment)
        werk.sessie.add(bijlage)
        rij.versie += 1
        werk.sessie.add(rij)


def zet_kenmerk(huis: Huis, wie: Wie, sleutel: str, kenmerk: str) -> None:
    """The number that the set has in the ministry's own document system: 'Ons kenmerk' of its letters."""
    with handeling(huis, wie, Handeling.SET_HERSTELLEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        rij.dms_kenmerk = _kort(kenmerk)[:_KENMERK] or None
        rij.versie += 1
        werk.sessie.add(rij)


def van_set(blik: Blik) -> Bijlagenbeeld:
    """Gives the papers with a set, those that were taken out last."""
    alle = _bijlagen(blik.sessie, blik.id, ook_weg=True)
    op_volgorde = sorted(alle, key=lambda d: (d.weggehaald_op is not None, d.volgorde))
    return Bijlagenbeeld(tuple(op_volgorde), blik.mag(Handeling.ANTWOORD_SCHRIJVEN))


def haal_op(huis: Huis, wie: Wie, sleutel: str, document_id: int) -> Bestand:
    """A paper as it was put with the set. :raises NietGevonden: it is not with this set."""
    with handeling(huis, wie, Handeling.EXPORTEREN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        bijlage = _van(_bijlagen(werk.sessie, rij.id, ook_weg=True), document_id)
        return Bestand(bijlage.naam, files.lees(huis.settings.documenten, bijlage.sha256))


def naar_de_kamer(sessie: Session, vragenset_id: int) -> tuple[DocumentRij, ...]:
    """The papers that leave with the letter, in the order in which it lists them. Internal ones are never among them."""
    return tuple(d for d in _bijlagen(sessie, vragenset_id) if d.soort in NAAR_DE_KAMER)


def _bijlagen(sessie: Session, vragenset_id: int, *, ook_weg: bool = False) -> tuple[DocumentRij, ...]:
    rijen = (d for d in documenten.documenten(sessie, vragenset_id) if d.soort in _SOORTEN)
    return tuple(sorted((d for d in rijen if ook_weg or d.weggehaald_op is None), key=lambda d: (d.volgorde, d.id)))


def _van(alle: tuple[DocumentRij, ...] | list[DocumentRij], id: int) -> DocumentRij:
    gevonden = next((d for d in alle if d.id == id), None)
    if gevonden is None:
        raise NietGevonden("Deze bijlage hoort niet bij deze set. Vernieuw de pagina.")
    return gevonden


def _kort(tekst: str) -> str:
    return " ".join(tekst.split())[:_LANGSTE]
