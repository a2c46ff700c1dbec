"""Overdragen: another ministry is asked to answer a set, or some of its questions. Until it accepts, the set stays ours."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from kamervragen.core.act import Huis, handeling
from kamervragen.core.actor import Wie
from kamervragen.documents.bestand import Bestand
from kamervragen.documents.word.sjabloon import MEDEDELING
from kamervragen.documents.writers import overdrachtsbericht
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import STAPPEN, Feitsoort, status_van
from kamervragen.language.personen import bewindspersonen
from kamervragen.lijn.rows import OverdrachtRij
from kamervragen.lijn.store import route
from kamervragen.papieren import sjablonen
from kamervragen.sets import termijnen
from kamervragen.sets.blik import Blik
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import eis_vragen, set_voor

_BESLUITEN = ("aanvaard", "geweigerd", "ingetrokken")
_LANGSTE = 1_000


def vraag(
    huis: Huis, wie: Wie, sleutel: str, *, bewindspersoon: str, reden: str, labels: Collection[str], versie: int
) -> None:
    """Asks another ministry to answer. Without labels: the whole set.

    :raises Ongeldig: no office that can be read, no reason, or a question that is not there.
    """
    gelezen = bewindspersonen(bewindspersoon)
    if len(gelezen) != 1:
        raise Ongeldig(
            "Schrijf wie de vragen moet beantwoorden, bijvoorbeeld: minister van Defensie.", veld="bewindspersoon"
        )
    if not reden.strip() or len(reden) > _LANGSTE:
        raise Ongeldig(
            "Schrijf in een of twee zinnen waarom een ander ministerie deze vragen moet beantwoorden.", veld="reden"
        )
    with handeling(huis, wie, Handeling.OVERDRAGEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        termijnen.eis_versie(rij, versie)
        eis_vragen(werk.sessie, rij, labels)
        van_set = [v.label for v in vragensets.vragen(werk.sessie, rij.id)]
        route.draag_over(
            werk.sessie,
            rij.id,
            labels=[] if set(labels) == set(van_set) else [v for v in van_set if v in labels],
            bewindspersoon=str(gelezen[0]),
            reden=reden.strip(),
            actor=wie.naam,
            moment=werk.moment,
            dag=werk.dag,
        )
        rij.versie += 1
        werk.sessie.add(rij)


def beslis(
    huis: Huis, wie: Wie, sleutel: str, overdracht_id: int, *, besluit: str, door: str, dag: date | None, versie: int
) -> None:
    """Records what the other ministry said. A set that is accepted whole is theirs from then on.

    :raises Ongeldig: without who said so and when, or a day before the question was put.
    """
    if besluit not in _BESLUITEN:
        raise Ongeldig("Kies of het andere ministerie aanvaardde, weigerde, of dat u de vraag intrekt.")
    if dag is None or not door.strip():
        raise Ongeldig("Vul in wie dit besloot en op welke dag.", veld="door")
    with handeling(huis, wie, Handeling.OVERDRAGEN, sleutel, herroepbaar=besluit != "aanvaard") as werk:
        rij = set_voor(werk, sleutel)
        gevonden = _van_set(route.overdrachten(werk.sessie, rij.id), overdracht_id)
        if not gevonden.gevraagd_op <= dag <= werk.dag:
            raise Ongeldig("De dag van het besluit ligt tussen de vraag en vandaag.", veld="dag")
        heel, aan = not gevonden.labels, gevonden.bewindspersoon
        route.beslis_overdracht(
            werk.sessie,
            overdracht_id,
            besluit=besluit,
            dag=dag,
            door=door.strip(),
            vastgelegd_door=wie.naam,
            versie=versie,
        )
        werk.sessie.refresh(rij)
        if heel and besluit == "aanvaard":
            if Feitsoort.OVERGEDRAGEN not in STAPPEN[status_van(vragensets.feiten(werk.sessie, rij.id))]:
                raise Ongeldig("Deze set kan niet meer worden overgedragen. Vernieuw de pagina.")
            vragensets.voeg_feit_toe(
                werk.sessie,
                rij.id,
                Feitsoort.OVERGEDRAGEN,
                dag,
                actor=wie.naam,
                moment=werk.moment,
                toelichting=aan,
                eenmaal=False,
            )
        rij.versie += 1
        werk.sessie.add(rij)


def van_set(blik: Blik) -> tuple[OverdrachtRij, ...]:
    """Gives every handing over of a set, the newest first: what was refused stays in view."""
    return route.overdrachten(blik.sessie, blik.id)


def bericht(huis: Huis, wie: Wie, sleutel: str, overdracht_id: int) -> Bestand:
    """The notice to the Kamer as Word. :raises NietGevonden: no such handing over of this set."""
    with handeling(huis, wie, Handeling.EXPORTEREN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        overdracht = _van_set(route.overdrachten(werk.sessie, rij.id), overdracht_id)
        vragenset = vragensets.laad(werk.sessie, rij.id)
        dag = overdracht.besloten_op or overdracht.gevraagd_op
        data = overdrachtsbericht.render(
            vragenset,
            overdracht.labels,
            overdracht.bewindspersoon,
            overdracht.reden,
            sjablonen.brief(rij, dag),
            sjablonen.pad(huis, MEDEDELING),
        )
    return Bestand(f"overdracht-{vragenset.zaaknummer or sleutel}.docx", data)


def _van_set(alle: tuple[OverdrachtRij, ...], id: int) -> OverdrachtRij:
    gevonden = next((rij for rij in alle if rij.id == id), None)
    if gevonden is None:
        raise NietGevonden("Deze overdracht hoort niet bij deze set. Ga terug naar de set.")
    return gevonden
