"""Answers: written, saved as versions, and taken over from earlier ones."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import pairwise

from sqlmodel import Session

from kamervragen.antwoorden.store import antwoorden, hergebruik
from kamervragen.core.act import Huis, Werk, handeling
from kamervragen.core.actor import Wie
from kamervragen.documents.text.markdown import canoniek
from kamervragen.domain.errors import NietGevonden, Ongeldig, TeGroot
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import IN_DE_LIJN, status_van
from kamervragen.domain.vragenset import MERK, Noot, Nootsoort
from kamervragen.language.zinnen import zinnen as zinnen_van
from kamervragen.register import vondsten
from kamervragen.sets.blik import Blik
from kamervragen.sets.index import is_eerder, plan_index
from kamervragen.sets.rows import AntwoordRij, AntwoordversieRij, VraagRij, VragensetRij
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import set_voor, vind_vraag

MAX_TEKENS = 100_000


def bewaar(huis: Huis, wie: Wie, sleutel: str, label: str, tekst: str, *, versie: int, vanzelf: bool = False) -> int:
    """Saves the answer to a question and returns its new version; 0 stands for 'not yet written'.

    What is saved `vanzelf`, while one types, gives way to what its author saves next: until the concept lies with
    those who read it, for whom every version counts.

    :raises Verouderd: a colleague saved first; the error holds both texts. :raises TeGroot: above 100.000 characters.
    """
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        antwoord, vraag = _antwoord_op(werk.sessie, rij, label)
        schoon = _gekeurd(tekst)
        vanzelf = vanzelf and status_van(vragensets.feiten(werk.sessie, rij.id)) not in IN_DE_LIJN
        if antwoord is None:
            if versie != 0:
                raise NietGevonden("Dit antwoord is intussen verwijderd. Vernieuw de pagina.")
            return _eerste_versie(werk, rij, vraag, schoon, vanzelf=vanzelf)
        if schoon == antwoord.tekst:  # also of who sent it twice: his own first save is no colleague's
            if not vanzelf:
                antwoorden.houd(werk.sessie, antwoord.id, antwoord.versie)
            return antwoord.versie
        nieuw = antwoorden.bewaar(
            werk.sessie, antwoord.id, schoon, versie=versie, auteur=wie.naam, moment=werk.moment, vanzelf=vanzelf
        )
        na_bewaren(werk, rij, antwoord.id, schoon)
        return nieuw


def neem_over(
    huis: Huis,
    wie: Wie,
    sleutel: str,
    label: str,
    bron_antwoord_id: int,
    *,
    versie: int,
    zinnen: Collection[int] | None = None,
) -> int:
    """Puts an earlier answer, or the sentences of it with these places, behind what stands; with its notes.

    Nothing is replaced: the drafter decides what stays. Where each sentence came from is remembered. Returns the new
    version. :raises Ongeldig: when sentences are to be chosen and none is.
    """
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        bron = antwoorden.op_id(werk.sessie, bron_antwoord_id)
        if bron is None or not bron.tekst or not is_eerder(werk.sessie, bron.vragenset_id, bewerkt=bron.bewerkt):
            raise NietGevonden("Dit eerdere antwoord bestaat niet meer.")
        gekozen = bron.tekst if zinnen is None else _gekozen(bron.tekst, zinnen)
        overgenomen = _met_eigen_noten(werk.sessie, rij, bron, gekozen)
        antwoord_id, nieuw = voeg_toe(werk, rij, label, overgenomen, versie=versie)
        hergebruik.onthoud(
            werk.sessie,
            antwoord_id,
            bron_antwoord_id,
            overgenomen,
            (zin.tekst for zin in zinnen_van(overgenomen)),
            actor=wie.naam,
            moment=werk.moment,
        )
        return nieuw


def voeg_toe(werk: Werk, rij: VragensetRij, label: str, tekst: str, *, versie: int) -> tuple[int, int]:
    """Puts a text behind what the answer says. Returns the id of the answer and its new version."""
    antwoord, vraag = _antwoord_op(werk.sessie, rij, label)
    if antwoord is None:
        nieuw = _eerste_versie(werk, rij, vraag, tekst)
        antwoord, _ = _antwoord_op(werk.sessie, rij, label)
        assert antwoord is not None
        return antwoord.id, nieuw
    samen = _gekeurd(f"{antwoord.tekst}\n\n{tekst}".strip())
    nieuw = antwoorden.bewaar(werk.sessie, antwoord.id, samen, versie=versie, auteur=werk.wie.naam, moment=werk.moment)
    na_bewaren(werk, rij, antwoord.id, samen)
    return antwoord.id, nieuw


def voeg_noot_toe(huis: Huis, wie: Wie, sleutel: str, tekst: str) -> str:
    """Adds a footnote to a set and returns its mark, `[^v3]`, to put in an answer."""
    schoon = " ".join(tekst.split())
    if not schoon:
        raise Ongeldig("Vul de tekst van de voetnoot in.", veld="noot")
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        noot = antwoorden.voeg_noot_toe(werk.sessie, rij.id, Nootsoort.VOETNOOT.value, schoon, None)
        return Noot(Nootsoort.VOETNOOT, noot.nummer, schoon).merk


def versies(blik: Blik, label: str) -> tuple[AntwoordversieRij, ...]:
    """Gives all versions of the answer to a question, newest first."""
    antwoord = blik.antwoord_op(label)
    return antwoorden.versies(blik.sessie, antwoord.id) if antwoord is not None else ()


def _antwoord_op(sessie: Session, rij: VragensetRij, label: str) -> tuple[AntwoordRij | None, VraagRij]:
    vraag = vind_vraag(sessie, rij, label)
    return antwoorden.van_vraag(sessie, vraag), vraag


def _gekeurd(tekst: str) -> str:
    if len(tekst) > MAX_TEKENS:
        raise TeGroot("Een antwoord mag hooguit 100.000 tekens hebben. Zet de rest in een bijlage.")
    return canoniek(tekst.replace("\r\n", "\n").replace("\0", ""))


def _eerste_versie(werk: Werk, rij: VragensetRij, vraag: VraagRij, tekst: str, *, vanzelf: bool = False) -> int:
    antwoord = antwoorden.nieuw(
        werk.sessie,
        rij.id,
        [vraag.id],
        tekst,
        volgorde=vraag.volgorde,
        auteur=werk.wie.naam,
        moment=werk.moment,
        bewerkt=True,
        vanzelf=vanzelf,
    )
    na_bewaren(werk, rij, antwoord.id, tekst)
    return antwoord.versie


def na_bewaren(werk: Werk, rij: VragensetRij, antwoord_id: int, tekst: str) -> None:
    """What follows from another text of an answer: its promises and motions, the index, the version of the set."""
    vondsten.herzie(werk.sessie, vragenset_id=rij.id, antwoord_id=antwoord_id, tekst=tekst, op=_datum_van(werk, rij))
    plan_index(werk.sessie, rij.id, werk.moment)
    rij.versie += 1  # who is about to approve the set, sees that its text changed
    werk.sessie.add(rij)


def _datum_van(werk: Werk, rij: VragensetRij) -> date:
    """The date an answer speaks from: its receipt when that is known, else the day it is written."""
    return rij.ontvangen or rij.gedagtekend or werk.dag


def _gekozen(tekst: str, plaatsen: Collection[int]) -> str:
    """The chosen sentences, in the order and the paragraphs of the text."""
    alle = zinnen_van(tekst)
    gekozen = [zin for plaats, zin in enumerate(alle) if plaats in plaatsen]
    if not gekozen:
        raise Ongeldig("Kies de zinnen die u wilt overnemen, of neem het hele antwoord over.")
    uit = gekozen[0].tekst
    for vorige, zin in pairwise(gekozen):
        uit += (
            "\n\n"
            if "\n\n" in tekst[vorige.einde : zin.begin]
            else "\n"
            if "\n" in tekst[vorige.einde : zin.begin]
            else " "
        ) + zin.tekst
    return uit


def _met_eigen_noten(sessie: Session, rij: VragensetRij, bron: AntwoordRij, tekst: str) -> str:
    """The earlier text with its notes copied into this set under numbers of their own."""
    nieuw: dict[str, str] = {}
    for noot in vragensets.noten(sessie, bron.vragenset_id):
        id = f"{noot.soort[0]}{noot.nummer}"
        if f"[^{id}]" in tekst:
            kopie = antwoorden.voeg_noot_toe(sessie, rij.id, Nootsoort.VOETNOOT.value, noot.tekst, noot.url)
            nieuw[id] = f"[^v{kopie.nummer}]"
    return MERK.sub(lambda treffer: nieuw.get(treffer[1], ""), tekst)
