"""Sending: everything for the Kamer in one package, and the day on which the Kamer had it."""

from __future__ import annotations

from datetime import date

from kamervragen.core.act import Huis, handeling
from kamervragen.core.actor import Wie
from kamervragen.documents.bestand import Bestand
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.papier import Papier
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import Feitsoort, Status, eerste, status_van
from kamervragen.papieren.soorten import SOORTEN
from kamervragen.setpagina.archiefpakket import met_pdf, schone_bijlagen, zip_van
from kamervragen.sets import termijnen
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import set_voor

KLAAR = frozenset({Status.VASTGESTELD, Status.VERZONDEN})


def pakket(huis: Huis, wie: Wie, sleutel: str) -> Bestand:
    """The letter with its answers as Word and, where LibreOffice is, as PDF, with what goes along, in order: a zip.

    :raises Ongeldig: the answers are not approved, or an attachment still carries what should not leave.
    """
    with handeling(huis, wie, Handeling.EXPORTEREN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        if status_van(vragensets.feiten(werk.sessie, rij.id)) not in KLAAR:
            raise Ongeldig(
                "De antwoorden zijn nog niet vastgesteld. Daarna kunt u alles voor de Kamer in één keer ophalen."
            )
        s = vragensets.laad(werk.sessie, rij.id)
        if reden := SOORTEN[Papier.BRIEF].waarom_niet(werk.sessie, rij, s):
            raise Ongeldig(reden)
        brief = {Papier.BRIEF.value: SOORTEN[Papier.BRIEF].maak(huis, werk.sessie, rij, s)}
        bijlagen, dag = schone_bijlagen(huis, werk.sessie, rij), s.gedagtekend or werk.dag
    return Bestand(f"zending-{s.zaaknummer or sleutel}.zip", zip_van(met_pdf(huis, brief, dag) | bijlagen))


def bevestig_ontvangst(huis: Huis, wie: Wie, sleutel: str, *, dag: date | None, versie: int) -> None:
    """Records the day on which the Kamer had the answers, as it confirmed; its own paper tells the same later.

    :raises Ongeldig: no day, one before the sending or after today. :raises Verouderd: someone was first.
    """
    with handeling(huis, wie, Handeling.ONTVANGST_MELDEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        termijnen.eis_versie(rij, versie)
        verzonden = eerste(vragensets.feiten(werk.sessie, rij.id), Feitsoort.VERZONDEN)
        if dag is None or dag > werk.dag or (verzonden and dag < verzonden):
            raise Ongeldig("De dag van ontvangst ligt tussen de verzending en vandaag.")
        vragensets.voeg_feit_toe(
            werk.sessie,
            rij.id,
            Feitsoort.ONTVANGEN,
            dag,
            actor=wie.naam,
            moment=werk.moment,
            toelichting="bevestigd door de Kamer",
        )
        rij.ontvangen, rij.versie = rij.ontvangen or dag, rij.versie + 1
        werk.sessie.add(rij)
