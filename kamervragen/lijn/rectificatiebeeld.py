"""A correction as its page shows it, with every answer that took the wrong words, and its letters."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from kamervragen.antwoorden.store import antwoorden, hergebruik
from kamervragen.core.act import Huis, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.documents.bestand import Bestand
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.documents.word.sjabloon import MEDEDELING
from kamervragen.documents.writers import rectificatiebrief
from kamervragen.domain.errors import NietGevonden
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.domain.status import AAN_DE_KAMER, OPEN, Status, status_van
from kamervragen.domain.vragenset import MERK, Vragenset
from kamervragen.language.zinnen import is_herkenbaar, zinnen
from kamervragen.lijn.rows import RectificatieRij
from kamervragen.lijn.store import rectificaties
from kamervragen.lijn.store.rectificaties import Vindplaats
from kamervragen.papieren import sjablonen
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import merk_gezien


@dataclass(frozen=True, slots=True)
class Geraakt:
    """An answer elsewhere that has the wrong words, or had them once.

    `staat_er`: they stand in it now. `overgenomen`: it took them over from the answer that is corrected.
    `open`: it is still being written, so it is mended; else `aan_de_kamer` asks for a letter of its own.
    """

    vragenset: VragensetRij
    antwoord_id: int
    labels: tuple[str, ...]
    status: Status
    staat_er: bool
    overgenomen: bool

    @property
    def open(self) -> bool:
        return self.status in OPEN

    @property
    def aan_de_kamer(self) -> bool:
        return self.status in AAN_DE_KAMER and self.staat_er


@dataclass(frozen=True, slots=True)
class Rectificatiebeeld:
    """A correction as its page shows it."""

    rij: RectificatieRij
    vragenset: VragensetRij
    labels: tuple[str, ...]
    geraakt: tuple[Geraakt, ...]
    brief: tuple[str, ...]
    mag_wijzigen: bool
    mag_vaststellen: bool
    mag_verzenden: bool


def beeld(huis: Huis, wie: Wie, id: int) -> Rectificatiebeeld:
    """A correction with every answer that took the wrong words. :raises NietGevonden: there is none."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        rij = vind(sessie, id)
        vragenset = vragensets.op_id(sessie, rij.vragenset_id)
        merk_gezien(sessie, vragenset)
        labels = labels_van(sessie, rij.antwoord_id)
        status = status_van(vragensets.feiten(sessie, rij.vragenset_id))
        loopt = rij.ingetrokken_op is None and rij.verzonden_op is None
        mogen = {
            welke: loopt and mag(wie.rollen, welke, status)
            for welke in (
                Handeling.RECTIFICEREN,
                Handeling.RECTIFICATIE_VASTSTELLEN,
                Handeling.RECTIFICATIE_VERZENDEN,
            )
        }
        return Rectificatiebeeld(
            rij=rij,
            vragenset=vragenset,
            labels=labels,
            geraakt=_geraakt(sessie, rij),
            brief=rectificatiebrief.tekst(
                vragensets.laad(sessie, rij.vragenset_id), labels, rij.passage, rij.juist, rij.reden
            ),
            mag_wijzigen=mogen[Handeling.RECTIFICEREN],
            mag_vaststellen=mogen[Handeling.RECTIFICATIE_VASTSTELLEN] and rij.vastgesteld_op is None,
            mag_verzenden=mogen[Handeling.RECTIFICATIE_VERZENDEN] and rij.vastgesteld_op is not None,
        )


def brief(huis: Huis, wie: Wie, id: int, antwoord_id: int) -> Bestand:
    """The letter to the Kamer as Word: about the answer itself, or about one that took its words over and was sent.

    :raises NietGevonden: that answer has nothing of it.
    """
    with inzage(huis, wie, Handeling.EXPORTEREN) as sessie:
        sleutel = vragensets.op_id(sessie, vind(sessie, id).vragenset_id).sleutel
    with handeling(huis, wie, Handeling.EXPORTEREN, sleutel) as werk:
        rij = vind(werk.sessie, id)
        ook = {g.antwoord_id: g for g in _geraakt(werk.sessie, rij) if g.aan_de_kamer}
        if antwoord_id != rij.antwoord_id and antwoord_id not in ook:
            raise NietGevonden("Over dit antwoord hoeft geen brief. Ga terug naar de rectificatie.")
        set_id = rij.vragenset_id if antwoord_id == rij.antwoord_id else ook[antwoord_id].vragenset.id
        vragenset = vragensets.laad(werk.sessie, set_id or 0)
        van = vragensets.op_id(werk.sessie, set_id or 0)
        data = als_word(huis, werk.sessie, rij, van, vragenset, antwoord_id)
    return Bestand(f"rectificatie-{vragenset.zaaknummer or sleutel}.docx", data)


def als_word(
    huis: Huis, sessie: Session, rij: RectificatieRij, van: VragensetRij, s: Vragenset, antwoord_id: int
) -> bytes:
    """The letter about an answer of the set `van`, marked as a concept until it was approved."""
    dag = rij.verzonden_op or (rij.vastgesteld_op or rij.moment).date()
    return rectificatiebrief.render(
        s,
        labels_van(sessie, antwoord_id),
        rij.passage,
        rij.juist,
        rij.reden,
        sjablonen.brief(van, dag),
        sjablonen.pad(huis, MEDEDELING),
        concept=rij.vastgesteld_op is None,
    )


def _geraakt(sessie: Session, rij: RectificatieRij) -> tuple[Geraakt, ...]:
    """Every other answer with the wrong words: by what was taken over, near and far, and by words enough to tell."""
    afnemers = hergebruik.afnemers(sessie, rij.antwoord_id)
    over = {v.antwoord.id: v for v in rectificaties.van_antwoorden(sessie, afnemers) if _had(sessie, v, rij)}
    gelijk = rectificaties.met_passage(sessie, rij.passage)
    nu = {
        v.antwoord.id: v
        for v in gelijk
        if v.antwoord.id != rij.antwoord_id and (v.antwoord.id in over or is_herkenbaar(rij.passage))
    }
    uit = []
    for antwoord_id, v in sorted(
        (over | nu).items(), key=lambda paar: (paar[1].vragenset.id, paar[1].antwoord.volgorde)
    ):
        assert antwoord_id is not None
        status = status_van(vragensets.feiten(sessie, v.vragenset.id))
        labels = labels_van(sessie, antwoord_id)
        uit.append(Geraakt(v.vragenset, antwoord_id, labels, status, antwoord_id in nu, antwoord_id in over))
    return tuple(uit)


def _had(sessie: Session, v: Vindplaats, rij: RectificatieRij) -> bool:
    """Whether a sentence of the wrong passage is among what this answer took over, whatever became of it."""
    fout = {_kaal(zin.tekst) for zin in zinnen(rij.passage)} | {_kaal(rij.passage)}
    genomen = [
        hergebruikrij.tekst
        for hergebruikrij, _ in hergebruik.herkomst(sessie, v.antwoord.vragenset_id).get(v.antwoord.id, ())
    ]
    return any(een in _kaal(tekst) for tekst in genomen for een in fout)


def _kaal(tekst: str) -> str:
    return " ".join(platte_tekst(MERK.sub("", tekst)).split())


def regels(tekst: str) -> str:
    """What a form sent, with the line ends that texts have here."""
    return tekst.replace("\r\n", "\n").strip()


def zoals_het_er_staat(tekst: str, passage: str) -> str:
    """The piece of an answer that someone copied: to the letter, or from the page, where marks and markup do not show.

    Whole sentences that read the same. Nothing when it does not stand there.
    """
    if regels(passage) in tekst:
        return regels(passage)
    gezocht, alle = _kaal(regels(passage)), zinnen(tekst)
    for eerste, een in enumerate(alle):
        for laatste in alle[eerste:]:
            stuk = tekst[een.begin : laatste.einde]
            if len(_kaal(stuk)) > len(gezocht):
                break
            if _kaal(stuk) == gezocht:
                return stuk
    return ""


def labels_van(sessie: Session, antwoord_id: int) -> tuple[str, ...]:
    return tuple(vraag.label for vraag in antwoorden.vragen_van(sessie, antwoord_id))


def vind(sessie: Session, id: int) -> RectificatieRij:
    rij = rectificaties.op_id(sessie, id)
    if rij is None:
        raise NietGevonden("Deze rectificatie bestaat niet. Ga terug naar de set.")
    return rij
