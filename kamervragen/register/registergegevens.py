"""What people add to a promise: its kind, who keeps it, and what it is of another; and the sentence for one gone quiet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from kamervragen.catalogue import datum
from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Huis, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.toezegging import Toezeggingsoort, Verband
from kamervragen.mensen.store import gebruikers
from kamervragen.register.rows import ToezeggingRij, ToezeggingverbandRij
from kamervragen.register.store import toezeggingen
from kamervragen.register.toezeggingen import vindplaats
from kamervragen.sets.rows import VragensetRij


@dataclass(frozen=True, slots=True)
class Koppeling:
    """What a promise is of another, seen from one of the two: `eigen` when it is the later one."""

    rij: ToezeggingverbandRij
    ander: ToezeggingRij
    eigen: bool


@dataclass(frozen=True, slots=True)
class Stil:
    """A soft promise whose day passed without a word, and a sentence for the next progress letter."""

    toezegging: ToezeggingRij
    vragenset: VragensetRij | None
    dag: date
    voorstel: str


def zet_gegevens(
    huis: Huis,
    wie: Wie,
    id: int,
    *,
    soort: str,
    bewindspersoon: str,
    portefeuille: str,
    aan: str,
    directie: str,
    dossierhouder: str,
    versie: int,
) -> None:
    """Keeps who promised what to whom, and who keeps it.

    :raises Ongeldig: an unknown kind or directie. :raises Verouderd: someone was first.
    """
    if soort not in set(Toezeggingsoort):
        raise Ongeldig("Kies wat er is toegezegd uit de lijst.", veld="soort")
    with handeling(huis, wie, Handeling.TOEZEGGING_BESLISSEN, f"toezegging-{id}") as werk:
        _vind(werk.sessie, id)
        if directie and directie not in {d.code for d in gebruikers.directies(werk.sessie)}:
            raise Ongeldig(
                "De directie %(directie)s bestaat niet. Kies er een uit de lijst.", veld="directie", directie=directie
            )
        toezeggingen.zet(
            werk.sessie,
            id,
            versie=versie,
            soort=soort,
            bewindspersoon=_of_niets(bewindspersoon),
            portefeuille=_of_niets(portefeuille),
            aan=_of_niets(aan),
            directie=_of_niets(directie),
            dossierhouder=_of_niets(dossierhouder),
        )


def verbind(huis: Huis, wie: Wie, id: int, met: str, verband: str) -> None:
    """Records that a promise is a repeat of, an addition to, or a change of another, named by its number or its row.

    :raises Ongeldig: an unknown kind, itself, a later one, or a link that is there. :raises NietGevonden: no such promise.
    """
    if verband not in set(Verband):
        raise Ongeldig("Kies wat deze toezegging van de andere is: herhaling, aanvulling of wijziging.", veld="soort")
    with handeling(huis, wie, Handeling.TOEZEGGING_BESLISSEN, f"toezegging-{id}") as werk:
        rij, ander = _vind(werk.sessie, id), _genoemd(werk.sessie, met)
        if ander.id == rij.id:
            raise Ongeldig("Een toezegging heeft geen verband met zichzelf. Kies een andere.")
        if rij.gedaan_op and ander.gedaan_op and ander.gedaan_op > rij.gedaan_op:
            raise Ongeldig("De andere toezegging is later gedaan. Leg het verband bij die andere.")
        bestaand = toezeggingen.verbanden(werk.sessie, id)
        if any(ander.id in (v.toezegging_id, v.met_id) for v in bestaand):
            raise Ongeldig("Tussen deze twee ligt al een verband. Haal dat eerst weg.")
        toezeggingen.verbind(
            werk.sessie,
            ToezeggingverbandRij(toezegging_id=id, met_id=ander.id, soort=verband, actor=wie.naam, moment=werk.moment),
        )


def ontbind(huis: Huis, wie: Wie, id: int, verband_id: int) -> None:
    """Takes a link away. :raises NietGevonden: this promise has no such link."""
    with handeling(huis, wie, Handeling.TOEZEGGING_BESLISSEN, f"toezegging-{id}", herroepbaar=True) as werk:
        if not any(v.id == verband_id for v in toezeggingen.verbanden(werk.sessie, id)):
            raise NietGevonden("Dit verband is er niet (meer). Vernieuw de pagina.")
        toezeggingen.ontbind(werk.sessie, verband_id)


def koppelingen(huis: Huis, wie: Wie, id: int) -> tuple[Koppeling, ...]:
    """The links of a promise, both ways."""
    with inzage(huis, wie, Handeling.TOEZEGGINGEN_ZIEN) as sessie:
        uit = []
        for rij in toezeggingen.verbanden(sessie, id):
            eigen = rij.toezegging_id == id
            ander = toezeggingen.op_id(sessie, rij.met_id if eigen else rij.toezegging_id)
            if ander is not None:
                uit.append(Koppeling(rij, ander, eigen))
        return tuple(uit)


def directies(huis: Huis, wie: Wie) -> tuple[str, ...]:
    """The codes of the directies something can be given to."""
    with inzage(huis, wie, Handeling.TOEZEGGINGEN_ZIEN) as sessie:
        return tuple(d.code for d in gebruikers.directies(sessie))


def stille(huis: Huis, wie: Wie) -> tuple[Stil, ...]:
    """The soft promises that are past their day and to which nothing happened, longest ago first."""
    op = huis.vandaag()
    with inzage(huis, wie, Handeling.TOEZEGGINGEN_ZIEN) as sessie:
        rijen = toezeggingen.stille(sessie, op)
    return tuple(
        Stil(t, v, dag, _voortgangszin(t, vindplaats(t, v, label), dag))
        for t, v, label in rijen
        if (dag := t.interne_dag or t.venster_einde) is not None
    )


def _voortgangszin(rij: ToezeggingRij, waar: str, dag: date) -> str:
    """It says what was said and by when; how things stand only a person knows."""
    gezegd = " ".join(platte_tekst(rij.zin).split()).rstrip(".")
    waarden = {
        "op": _(" op %(dag)s") % {"dag": datum(rij.gedaan_op)} if rij.gedaan_op else "",
        "waar": waar,
        "gezegd": gezegd,
        "dag": datum(dag),
    }
    return (
        _(
            "Ik heb u%(op)s gemeld (%(waar)s): “%(gezegd)s.” Dat was voorzien voor uiterlijk %(dag)s. "
            "[Hoe staat het ervoor, en wanneer volgt het?]"
        )
        % waarden
    )


def _genoemd(sessie: Session, naam: str) -> ToezeggingRij:
    schoon = naam.strip()
    gevonden = toezeggingen.op_nummer(sessie, schoon.upper())
    if gevonden is None and schoon.isascii() and schoon.isdigit() and len(schoon) < 10:
        gevonden = toezeggingen.op_id(sessie, int(schoon))
    if gevonden is None:
        raise NietGevonden(
            "Toezegging “%(schoon)s” is er niet. Vul het nummer in dat boven aan haar pagina staat.", schoon=schoon[:40]
        )
    return gevonden


def _vind(sessie: Session, id: int) -> ToezeggingRij:
    rij = toezeggingen.op_id(sessie, id)
    if rij is None:
        raise NietGevonden("Deze toezegging is er niet meer: de zin is uit het antwoord gehaald.")
    return rij


def _of_niets(tekst: str) -> str | None:
    return " ".join(tekst.split()) or None
