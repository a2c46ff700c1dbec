"""Papers that go along with an answer. The beslisnota is one: the minister's own notes, without names of civil servants.

*Bron:* beleidslijn actieve openbaarmaking nota's; since 20 September 2022 with every Kamerstuk.
"""

from __future__ import annotations

from kamervragen.documents.resten import resten
from kamervragen.documents.safe_zip import MAX_BESTAND
from kamervragen.domain.errors import Ongeldig, TeGroot
from kamervragen.domain.rollen import Handeling
from kamervragen.storage import bestanden, vragensets
from kamervragen.usecases.controle import BESLISNOTA
from kamervragen.usecases.handeling import Huis, Wie, eis_vooraf, handeling

_PDF = b"%PDF-"


def voeg_beslisnota_toe(huis: Huis, wie: Wie, sleutel: str, data: bytes, naam: str) -> None:
    """Puts the beslisnota with a set, and counts what it still carries that should not leave.

    :raises Ongeldig: neither Word nor PDF, or not fit to open. :raises TeGroot: above 25 MB.
    """
    eis_vooraf(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel)
    if len(data) > MAX_BESTAND:
        raise TeGroot(f"{naam} is groter dan 25 MB. Verklein de afbeeldingen of splits het document.")
    if naam.lower().endswith(".docx"):
        gevonden = resten(data, naam)
    elif data.startswith(_PDF):
        gevonden = {}
    else:
        raise Ongeldig("Een beslisnota is een Word-document (.docx) of een pdf.")
    eigen = handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel)
    with bestanden.bewaard(huis.settings.documenten, data), eigen as werk:
        rij = werk.set(sleutel)
        assert rij.id is not None
        vragensets.voeg_document_toe(
            werk.sessie, rij.id, sha256=bestanden.sha256(data), naam=naam, soort=BESLISNOTA, moment=werk.moment,
            aantallen=gevonden,
        )  # fmt: skip
        rij.versie += 1
        werk.sessie.add(rij)
