"""The term of a set as its page and the board show it, with the days inside the ministry and the day the asker wants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamervragen.core.act import Huis, handeling
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import Ongeldig, Verouderd
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.termijn import (
    Spelregels,
    Stand,
    Stapdag,
    Termijn,
    Uitstelsignaal,
    planning,
    uitstelsignaal,
)
from kamervragen.domain.vragenset import Instrument, Kamer, Vragenset
from kamervragen.language.promises.gevraagd import GevraagdeDatum, gevraagde_datum
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import set_voor


@dataclass(frozen=True, slots=True)
class Bewaking:
    """What guards a term: the steps inside the ministry, the day the asker wants, and whether uitstel is due."""

    stappen: tuple[Stapdag, ...]
    gevraagd: GevraagdeDatum | None
    signaal: Uitstelsignaal | None


def bewaking(rij: VragensetRij, vragenset: Vragenset, van: Termijn, *, op: date, regels: Spelregels) -> Bewaking:
    """The guards of a set that is still open; of a closed one only the day that was asked for."""
    teksten = (vragenset.inleiding or "", *(vraag.tekst for vraag in vragenset.vragen))
    gevraagd = gevraagde_datum(teksten, rij.ingezonden, regels.recessen) if rij.ingezonden else None
    if rij.ingezonden is None or van.laatste_dag is None or van.stand is Stand.AFGEDAAN:
        return Bewaking((), gevraagd, None)
    return Bewaking(
        planning(ingezonden=rij.ingezonden, laatste_dag=van.laatste_dag),
        gevraagd,
        uitstelsignaal(van, ingezonden=rij.ingezonden, op=op),
    )


def zet_debat(huis: Huis, wie: Wie, sleutel: str, *, debat: date | None, versie: int) -> None:
    """Records the debate before which the answer must be there; None takes it away.

    :raises Ongeldig: a debate before the questions were put, or the day that stood there. :raises Verouderd: someone was first.
    """
    with handeling(huis, wie, Handeling.SET_HERSTELLEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        eis_versie(rij, versie)
        if debat == rij.debat:
            raise Ongeldig(
                "Dat stond er al. Kies de dag van het debat; een leeg veld haalt een dag die er staat weg.",
                veld="debat",
            )
        if debat is not None and rij.ingezonden is not None and debat <= rij.ingezonden:
            raise Ongeldig("Het debat ligt voor de dag van inzending. Controleer de datum.", veld="debat")
        rij.debat, rij.versie = debat, rij.versie + 1
        werk.sessie.add(rij)


def zet_instrument(huis: Huis, wie: Wie, sleutel: str, *, kamer: str, instrument: str, versie: int) -> None:
    """Records which chamber asks, and by which right: the term follows from the two.

    :raises Ongeldig: an unknown one. :raises Verouderd: someone was first.
    """
    if kamer not in set(Kamer) or instrument not in set(Instrument):
        raise Ongeldig("Kies de Kamer en het soort vragen uit de lijst.")
    with handeling(huis, wie, Handeling.SET_HERSTELLEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        eis_versie(rij, versie)
        rij.kamer, rij.instrument, rij.versie = kamer, instrument, rij.versie + 1
        werk.sessie.add(rij)


def herinner(huis: Huis, wie: Wie, sleutel: str, *, door: str, dag: date | None, tekst: str, versie: int) -> None:
    """Records that a member, or the Kamer, asked where the answers are.

    :raises Ongeldig: not by whom, or a day before the questions were put or in the future.
    """
    if not door.strip() or dag is None:
        raise Ongeldig("Vul in wie er aan herinnerde en op welke dag.", veld="door")
    with handeling(huis, wie, Handeling.UITSTEL_MELDEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        eis_versie(rij, versie)
        if dag > werk.dag or (rij.ingezonden is not None and dag < rij.ingezonden):
            raise Ongeldig("De dag ligt voor de inzending of in de toekomst. Controleer de datum.", veld="dag")
        wat = ": ".join(filter(None, (" ".join(door.split()), " ".join(tekst.split()))))
        rij.versie += 1
        werk.sessie.add(rij)
        vragensets.voeg_feit_toe(
            werk.sessie, rij.id, Feitsoort.HERINNERING, dag, actor=wie.naam, moment=werk.moment, toelichting=wat
        )


def eis_versie(rij: VragensetRij, versie: int) -> None:
    """:raises Verouderd: the form was opened at another version of the set."""
    if rij.versie != versie:
        raise Verouderd("Een collega heeft deze set intussen gewijzigd. Vernieuw de pagina.", versie=rij.versie)
