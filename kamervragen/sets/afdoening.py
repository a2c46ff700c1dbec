"""A set ends without answers of its own: it was answered by another letter, or the asker took it back."""

from __future__ import annotations

from datetime import date

from kamervragen.core.act import Huis, handeling
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import Feitsoort
from kamervragen.sets import termijnen
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import set_voor

WIJZEN = (Feitsoort.BEANTWOORD_BIJ_BRIEF, Feitsoort.INGETROKKEN)
_HOOGSTENS = 500


def doe_af(huis: Huis, wie: Wie, sleutel: str, *, hoe: str, dag: date | None, toelichting: str, versie: int) -> None:
    """Records that a set is answered by another letter, named in `toelichting`, or taken back.

    :raises Ongeldig: neither of these ways, a day before it was sent in or after today, or a letter without its name.
    """
    wijze = next((wijze for wijze in WIJZEN if wijze.value == hoe), None)
    if wijze is None:
        raise Ongeldig("Kies of de vragen bij brief zijn beantwoord of zijn ingetrokken.")
    toelichting = " ".join(toelichting.split())
    if wijze is Feitsoort.BEANTWOORD_BIJ_BRIEF and not toelichting:
        raise Ongeldig(
            "Noem de brief waarmee de vragen zijn beantwoord: waarover hij gaat en zijn nummer.", veld="toelichting"
        )
    if len(toelichting) > _HOOGSTENS:
        raise Ongeldig("Houd de toelichting onder de %(hoogstens)s tekens.", veld="toelichting", hoogstens=_HOOGSTENS)
    with handeling(huis, wie, Handeling.AFDOEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        termijnen.eis_versie(rij, versie)
        if dag is None or dag > werk.dag or (rij.ingezonden and dag < rij.ingezonden):
            raise Ongeldig("De dag ligt tussen de inzending van de vragen en vandaag.", veld="dag")
        vragensets.voeg_feit_toe(
            werk.sessie, rij.id, wijze, dag, actor=wie.naam, moment=werk.moment, toelichting=toelichting or None
        )
        rij.versie += 1
        werk.sessie.add(rij)
