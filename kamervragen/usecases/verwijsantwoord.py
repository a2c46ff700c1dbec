"""The same question, answered a short while ago for another member: a short answer that refers to it is proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from kamervragen import catalogus
from kamervragen.documents.markdown import platte_tekst
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.nummers import Aanhangselnummer
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.vragenset import Vragenset, opsomming
from kamervragen.storage import antwoorden, hergebruik, vragensets
from kamervragen.storage.tables import VraagRij, VragensetRij
from kamervragen.usecases.antwoorden import voeg_toe
from kamervragen.usecases.handeling import Huis, Wie, handeling, inzage, vind_set
from kamervragen.usecases.hergebruik import Eerder, lijkt
from kamervragen.usecases.index import is_eerder
from kamervragen.usecases.versies import Woordverschil, verschillen

_ZELFDE = 0.8  # likeness of two questions that ask the same


@dataclass(frozen=True, slots=True)
class Verwijsvoorstel:
    """A short answer that refers to an earlier one, and how the two questions differ."""

    eerder: Eerder
    tekst: str
    verschillen: tuple[Woordverschil, ...]
    dagen: int


def voorstel(huis: Huis, wie: Wie, sleutel: str, label: str, gevonden: Sequence[Eerder]) -> Verwijsvoorstel | None:
    """The proposal for a question, out of what was found for it; None when nothing recent asks the same."""
    with inzage(huis, wie, Handeling.EERDER_ZOEKEN) as sessie:
        rij = vind_set(sessie, sleutel)
        vraag = next((v for v in vragensets.vragen(sessie, rij.id or 0) if v.label == label), None)
        return zoek(huis, sessie, rij, vraag, gevonden) if vraag else None


def zoek(
    huis: Huis, sessie: Session, rij: VragensetRij, vraag: VraagRij, gevonden: Sequence[Eerder]
) -> Verwijsvoorstel | None:
    """What `voorstel` gives, for a question that was read already."""
    tekst = platte_tekst(vraag.tekst)
    namen = {b.naam for b in vragensets.betrokkenen(sessie, rij.id or 0) if b.rol == "indiener"}
    for eerder in gevonden:
        e = eerder.treffer.eenheid
        dagen = (huis.vandaag() - e.datum).days if e.datum else None
        if dagen is None or eerder.opzij or eerder.achterhaald or namen & set(e.indieners):
            continue
        kort_geleden = 0 <= dagen < huis.settings.kort_geleden
        if kort_geleden and lijkt(tekst, e.vraag) >= _ZELFDE and hergebruik.plaatsen(sessie, [e.antwoord_id]):
            return Verwijsvoorstel(eerder, _verwijzing(sessie, e.antwoord_id), verschillen(e.vraag, tekst), dagen)
    return None


def neem_over(huis: Huis, wie: Wie, sleutel: str, label: str, bron_antwoord_id: int, *, versie: int) -> int:
    """Puts the referring sentence behind what stands, and remembers what it refers to. Returns the new version."""
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel) as werk:
        rij = werk.set(sleutel)
        bron = antwoorden.op_id(werk.sessie, bron_antwoord_id) if bron_antwoord_id else None
        if bron is None or not bron.tekst or not is_eerder(werk.sessie, bron.vragenset_id, bewerkt=bron.bewerkt):
            raise NietGevonden("Dit eerdere antwoord bestaat niet meer.")
        tekst = _verwijzing(werk.sessie, bron_antwoord_id)
        antwoord_id, nieuw = voeg_toe(werk, rij, label, tekst, versie=versie)
        hergebruik.onthoud(werk.sessie, antwoord_id, bron_antwoord_id, tekst, (), actor=wie.naam, moment=werk.moment)
        return nieuw


def _verwijzing(sessie: Session, antwoord_id: int) -> str:
    """'Ik verwijs u naar het antwoord op vraag 3 van het lid X (Y) over ... (Aanhangsel Handelingen ..., nr. 1)'."""
    plaats = next(iter(hergebruik.plaatsen(sessie, [antwoord_id])), None)
    if plaats is None:
        raise NietGevonden("Dit eerdere antwoord bestaat niet meer.")
    rij = vind_set(sessie, plaats.sleutel)
    assert rij.id is not None
    bron = vragensets.laad(sessie, rij.id)
    waar = _vindplaats(bron, [a.nummer for a in vragensets.aanhangsels(sessie, rij.id) if a.soort == "antwoord"])
    return catalogus.woorden(
        "verwijsantwoord",
        (
            ("vraag", catalogus.gettext("vraag") if len(plaats.labels) == 1 else catalogus.gettext("vragen")),
            ("labels", opsomming(plaats.labels)),
            ("leden", _leden(bron)),
            ("onderwerp", bron.onderwerp or catalogus.gettext("hetzelfde onderwerp")),
            ("waar", waar),
        ),
    )


def _vindplaats(bron: Vragenset, nummers: Sequence[str]) -> str:
    for nummer in nummers:
        try:
            return Aanhangselnummer.parse(nummer).citaat
        except Ongeldig:
            continue
    return str(bron.zaaknummer or "")


def _leden(bron: Vragenset) -> str:
    if not bron.indieners:
        return catalogus.gettext("een ander lid")
    namen = [f"{lid.naam} ({lid.fractie})" if lid.fractie else lid.naam for lid in bron.indieners]
    return (catalogus.gettext("het lid") if len(namen) == 1 else catalogus.gettext("de leden")) + " " + opsomming(namen)
