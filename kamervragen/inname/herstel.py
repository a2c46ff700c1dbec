"""Mending what a document says wrong. What a person wrote stays; what the source says is kept beside it."""

from __future__ import annotations

from dataclasses import dataclass

from kamervragen.core.act import Huis, Werk, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.store import sight
from kamervragen.domain.errors import Ongeldig, Verouderd
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.vragenset import Vragenset
from kamervragen.language.velden import VELDEN, als_tekst, met
from kamervragen.sets.index import plan_index
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import bronwaarden, documenten, koppen, vinden, vragensets
from kamervragen.sets.toegang import set_voor, vind_set

# The number in the Aanhangsel belongs to a paper, not to the set.
_VELDEN = tuple(naam for naam in VELDEN if naam != "aanhangselnummer")


@dataclass(frozen=True, slots=True)
class Velden:
    """The fields of a set as text, and of the mended ones what the source says, with its name."""

    rij: VragensetRij
    waarden: dict[str, str]
    bronnen: dict[str, tuple[str, str]]


def velden(huis: Huis, wie: Wie, sleutel: str) -> Velden:
    """What can be mended in a set. :raises NietGevonden: no such set."""
    with inzage(huis, wie, Handeling.SET_HERSTELLEN) as sessie:
        rij = vind_set(sessie, sleutel)
        vragenset = vragensets.laad(sessie, rij.id)
        bronnen = {naam: (b.waarde, b.bron) for naam, b in bronwaarden.van_set(sessie, rij.id).items()}
        return Velden(rij, {naam: als_tekst(vragenset, naam) for naam in _namen(vragenset)}, bronnen)


def herstel(huis: Huis, wie: Wie, sleutel: str, nieuw: dict[str, str], *, versie: int) -> tuple[str, ...]:
    """Writes fields of a set as a person has them. Returns the names of those that changed.

    :raises Ongeldig: for a field that cannot be read. :raises Verouderd: when a colleague changed the set first.
    """
    with handeling(huis, wie, Handeling.SET_HERSTELLEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        if rij.versie != versie:
            raise Verouderd("Een collega heeft deze set intussen gewijzigd. Vernieuw de pagina.", versie=rij.versie)
        oud = vragensets.laad(werk.sessie, rij.id)
        bron = next((d.naam for d in reversed(documenten.documenten(werk.sessie, rij.id))), "")
        anders = {
            naam: tekst for naam, tekst in nieuw.items() if naam in _namen(oud) and _kaal(tekst) != als_tekst(oud, naam)
        }
        zet_velden(werk, rij, anders)
        for naam in anders:
            bronwaarden.onthoud(
                werk.sessie, rij.id, naam, als_tekst(oud, naam), bron=bron, actor=wie.naam, moment=werk.moment
            )
        return tuple(anders)


def zet_velden(werk: Werk, rij: VragensetRij, velden: dict[str, str]) -> None:
    """Puts fields in a set, in the transaction of the act. :raises Ongeldig: as `language.velden.met`."""
    if not velden:
        return
    vragenset = vragensets.laad(werk.sessie, rij.id)
    for naam, tekst in velden.items():
        vragenset = met(vragenset, naam, tekst)
    zaak = vragenset.zaaknummer
    with sight.alles_zichtbaar(werk.sessie):
        ander = vinden.op_zaaknummer(werk.sessie, zaak) if zaak else None
    if ander is not None and ander.id in sight.verborgen(werk.sessie):
        raise Ongeldig(
            "Zaaknummer %(zaak)s kan hier niet worden gebruikt. Controleer het nummer, of vraag de leiding van het Kamerbureau.",
            zaak=zaak,
        )
    if ander is not None and ander.id != rij.id:
        raise Ongeldig(
            "Zaaknummer %(zaak)s staat al bij %(sleutel)s. Verbeter het nummer, of voeg de sets samen.",
            zaak=zaak,
            sleutel=ander.sleutel,
        )
    koppen.zet_kop(werk.sessie, rij, vragenset)
    vragen = {vraag.label: vraag for vraag in vragensets.vragen(werk.sessie, rij.id)}
    for naam in velden:
        if naam.startswith("vraag-"):
            label = naam.removeprefix("vraag-")
            nieuw = next(vraag.tekst for vraag in vragenset.vragen if vraag.label == label)
            vragensets.zet_vraagtekst(werk.sessie, vragen[label], nieuw)
    rij.versie += 1
    werk.sessie.add(rij)
    plan_index(werk.sessie, rij.id, werk.moment)


def _namen(vragenset: Vragenset) -> tuple[str, ...]:
    return (*_VELDEN, *(f"vraag-{vraag.label}" for vraag in vragenset.vragen))


def _kaal(tekst: str) -> str:
    return tekst.replace("\r\n", "\n").strip()
