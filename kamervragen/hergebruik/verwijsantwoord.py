"""The same question, answered a short while ago for another member: a short answer that refers to it is proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from kamervragen import catalogue
from kamervragen.antwoorden.schrijven import voeg_toe
from kamervragen.antwoorden.store import antwoorden, hergebruik
from kamervragen.antwoorden.store.hergebruik import Plaats
from kamervragen.antwoorden.versies import Woordverschil, verschillen
from kamervragen.core.act import Huis, handeling
from kamervragen.core.actor import Wie
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.nummers import Aanhangselnummer
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.vragenset import Vragenset, opsomming
from kamervragen.hergebruik.eerder import Eerder, lijkt
from kamervragen.sets.blik import Blik
from kamervragen.sets.index import is_eerder
from kamervragen.sets.rows import VraagRij
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import merk_gezien, set_voor

_ZELFDE = 0.8  # likeness of two questions that ask the same


@dataclass(frozen=True, slots=True)
class Verwijsvoorstel:
    """A short answer that refers to an earlier one, and how the two questions differ."""

    eerder: Eerder
    tekst: str
    verschillen: tuple[Woordverschil, ...]
    dagen: int


def voorstel(blik: Blik, label: str, gevonden: Sequence[Eerder]) -> Verwijsvoorstel | None:
    """Makes the proposal for a question out of what was found for it; None when nothing recent asks the same."""
    return voorstellen(blik, [(blik.vraag(label), gevonden)])[0]


def voorstellen(blik: Blik, vragen: Sequence[tuple[VraagRij, Sequence[Eerder]]]) -> list[Verwijsvoorstel | None]:
    """Makes what `voorstel` makes, for each of these questions of the set."""
    uit: list[Verwijsvoorstel | None] = []
    for vraag, gevonden in vragen:
        keuze = _kies(blik, vraag, gevonden)
        if keuze is None:
            uit.append(None)
            continue
        eerder, plaats, dagen = keuze
        anders = verschillen(eerder.treffer.eenheid.vraag, platte_tekst(vraag.tekst))
        uit.append(Verwijsvoorstel(eerder, _verwijzing(blik.sessie, plaats), anders, dagen))
    return uit


def _kies(blik: Blik, vraag: VraagRij, gevonden: Sequence[Eerder]) -> tuple[Eerder, Plaats, int] | None:
    """The first that asks the same, given lately to another; where it stands, and how many days ago."""
    tekst = platte_tekst(vraag.tekst)
    namen = {b.naam for b in blik.betrokkenen if b.rol == "indiener"}
    for eerder in gevonden:
        e = eerder.treffer.eenheid
        dagen = (blik.op - e.datum).days if e.datum else None
        if dagen is None or eerder.opzij or eerder.achterhaald or namen & set(e.indieners):
            continue
        kort_geleden = 0 <= dagen < blik.huis.settings.kort_geleden
        if kort_geleden and eerder.plaats is not None and lijkt(tekst, e.vraag) >= _ZELFDE:
            return eerder, eerder.plaats, dagen
    return None


def neem_over(huis: Huis, wie: Wie, sleutel: str, label: str, bron_antwoord_id: int, *, versie: int) -> int:
    """Puts the referring sentence behind what stands, and remembers what it refers to. Returns the new version."""
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        bron = antwoorden.op_id(werk.sessie, bron_antwoord_id) if bron_antwoord_id else None
        if bron is None or not bron.tekst or not is_eerder(werk.sessie, bron.vragenset_id, bewerkt=bron.bewerkt):
            raise NietGevonden("Dit eerdere antwoord bestaat niet meer.")
        plaats = next(iter(hergebruik.plaatsen(werk.sessie, [bron_antwoord_id])), None)
        if plaats is None:
            raise NietGevonden("Dit eerdere antwoord bestaat niet meer.")
        tekst = _verwijzing(werk.sessie, plaats)
        antwoord_id, nieuw = voeg_toe(werk, rij, label, tekst, versie=versie)
        hergebruik.onthoud(werk.sessie, antwoord_id, bron_antwoord_id, tekst, (), actor=wie.naam, moment=werk.moment)
        return nieuw


def _verwijzing(sessie: Session, plaats: Plaats) -> str:
    """'Ik verwijs u naar het antwoord op vraag 3 van het lid X (Y) over ... (Aanhangsel Handelingen ..., nr. 1)'."""
    rij = vragensets.op_id(sessie, plaats.vragenset_id)
    merk_gezien(sessie, rij)
    bron = vragensets.laad(sessie, rij.id)
    waar = _vindplaats(bron, [a.nummer for a in vragensets.aanhangsels(sessie, rij.id) if a.soort == "antwoord"])
    return catalogue.woorden(
        "verwijsantwoord",
        (
            ("vraag", catalogue.gettext("vraag") if len(plaats.labels) == 1 else catalogue.gettext("vragen")),
            ("labels", opsomming(plaats.labels)),
            ("leden", _leden(bron)),
            ("onderwerp", bron.onderwerp or catalogue.gettext("hetzelfde onderwerp")),
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
        return catalogue.gettext("een ander lid")
    namen = [f"{lid.naam} ({lid.fractie})" if lid.fractie else lid.naam for lid in bron.indieners]
    return (catalogue.gettext("het lid") if len(namen) == 1 else catalogue.gettext("de leden")) + " " + opsomming(namen)
