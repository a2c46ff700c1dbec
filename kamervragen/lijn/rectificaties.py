"""A correction after sending: what was wrong, what is right, where the wrong words went, and the letters about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from kamervragen.antwoorden.store import antwoorden, hergebruik
from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Huis, Werk, Wie, handeling, inzage
from kamervragen.documents.bestand import Bestand
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.documents.word.sjabloon import MEDEDELING
from kamervragen.documents.writers import rectificatiebrief
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.rollen import RECHTEN, Handeling, mag
from kamervragen.domain.status import AAN_DE_KAMER, OPEN, Feitsoort, Status, status_van
from kamervragen.domain.vragenset import MERK, Vragenset
from kamervragen.language.zinnen import is_herkenbaar, zinnen
from kamervragen.lijn import kennisgeving
from kamervragen.lijn.rows import RectificatieRij
from kamervragen.lijn.store import rectificaties
from kamervragen.lijn.store.rectificaties import Vindplaats
from kamervragen.papieren import sjablonen
from kamervragen.sets import termijnen
from kamervragen.sets.blik import Blik
from kamervragen.sets.index import plan_index
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import merk_gezien, set_voor, vind_set, vind_vraag

_LANGSTE = 10_000


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


def meld(huis: Huis, wie: Wie, sleutel: str, label: str, *, passage: str, juist: str, reden: str, versie: int) -> int:
    """Begins the correction of a passage of an answer the Kamer has. Returns its id.

    The answer counts as outdated from then on: whoever would take it over, or did, is told.
    :raises Ongeldig: the passage does not stand in the answer, or something is missing.
    """
    if not passage.strip() or not juist.strip() or not reden.strip():
        raise Ongeldig("Vul in wat er onjuist staat, wat het moet zijn, en hoe dat komt.")
    if max(map(len, (passage, juist, reden))) > _LANGSTE:
        raise Ongeldig("Houd elk veld onder de 10.000 tekens.")
    with handeling(huis, wie, Handeling.RECTIFICEREN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        termijnen.eis_versie(rij, versie)
        assert rij.id is not None
        antwoord = antwoorden.van_vraag(werk.sessie, vind_vraag(werk.sessie, rij, label))
        staat_er = antwoord and _zoals_het_er_staat(antwoord.tekst, passage)
        if antwoord is None or antwoord.id is None or not staat_er:
            raise Ongeldig(
                "Deze passage staat niet zo in het antwoord op vraag %(label)s. Kopieer haar uit de tekst zoals "
                "die er staat.",
                label=label,
            )
        merk = hergebruik.markeer_achterhaald(
            werk.sessie,
            antwoord.id,
            reden=reden.strip(),
            door="rectificatie",
            sinds=werk.dag,
            actor=wie.naam,
            moment=werk.moment,
        )
        id = rectificaties.nieuw(
            werk.sessie,
            RectificatieRij(
                vragenset_id=rij.id,
                antwoord_id=antwoord.id,
                achterhaald_id=merk,
                passage=staat_er,
                juist=_regels(juist),
                reden=_regels(reden),
                actor=wie.naam,
                moment=werk.moment,
            ),
        )
        plan_index(werk.sessie, rij.id, werk.moment)
        _nieuwe_stand(werk, rij)
        kennisgeving.rectificatie(
            huis,
            werk,
            rij,
            id,
            RECHTEN[Handeling.RECTIFICATIE_VASTSTELLEN],
            _("%(wie)s heeft een rectificatie opgesteld. U kunt haar vaststellen."),
        )
        return id


def wijzig(huis: Huis, wie: Wie, id: int, *, juist: str, reden: str, versie: int) -> None:
    """Other words for what is right and how it came about, until it was approved.

    :raises Ongeldig: something is missing, or it was approved. :raises Verouderd: a colleague was first.
    """
    if not juist.strip() or not reden.strip() or max(len(juist), len(reden)) > _LANGSTE:
        raise Ongeldig("Vul in wat het moet zijn en hoe dat komt, elk in hooguit 10.000 tekens.")
    with handeling(huis, wie, Handeling.RECTIFICEREN) as werk:
        _lopend(werk, id, vastgesteld=False)
        rectificaties.zet(werk.sessie, id, versie=versie, juist=_regels(juist), reden=_regels(reden))


def trek_in(huis: Huis, wie: Wie, id: int, *, versie: int) -> None:
    """Gives a correction up before it was sent: the answer was right after all. It stays in view.

    :raises Ongeldig: it was sent. :raises Verouderd: a colleague was first.
    """
    with handeling(huis, wie, Handeling.RECTIFICEREN, herroepbaar=True) as werk:
        rij, vragenset = _lopend(werk, id)
        merk = rij.achterhaald_id
        rectificaties.zet(werk.sessie, id, versie=versie, ingetrokken_door=wie.naam, ingetrokken_op=werk.moment)
        if merk is not None:
            hergebruik.trek_merk_in(werk.sessie, merk, actor=wie.naam, moment=werk.moment)
        plan_index(werk.sessie, vragenset.id or 0, werk.moment)
        _nieuwe_stand(werk, vind_set(werk.sessie, werk.object))


def stel_vast(huis: Huis, wie: Wie, id: int, *, versie: int) -> None:
    """Approves a correction as it stands. :raises Verouderd: its words changed since they were read."""
    with handeling(huis, wie, Handeling.RECTIFICATIE_VASTSTELLEN) as werk:
        _lopend(werk, id, vastgesteld=False)
        rectificaties.zet(werk.sessie, id, versie=versie, vastgesteld_door=wie.naam, vastgesteld_op=werk.moment)
        kennisgeving.rectificatie(
            huis,
            werk,
            vind_set(werk.sessie, werk.object),
            id,
            RECHTEN[Handeling.RECTIFICATIE_VERZENDEN],
            _("%(wie)s heeft de rectificatie vastgesteld. De brief kan naar de Kamer."),
        )


def verzend(huis: Huis, wie: Wie, id: int, *, dag: date | None, versie: int) -> None:
    """Records that the letter went to the Kamer; it stands in the course of the set.

    :raises Ongeldig: not approved yet, or a day before that or after today.
    """
    with handeling(huis, wie, Handeling.RECTIFICATIE_VERZENDEN) as werk:
        rij, vragenset = _lopend(werk, id, vastgesteld=True)
        assert rij.vastgesteld_op is not None
        assert vragenset.id is not None
        if dag is None or not rij.vastgesteld_op.date() <= dag <= werk.dag:
            raise Ongeldig("De dag van verzending ligt tussen het vaststellen en vandaag.", veld="dag")
        labels = _labels(werk.sessie, rij.antwoord_id)
        rectificaties.zet(werk.sessie, id, versie=versie, verzonden_door=wie.naam, verzonden_op=dag)
        vragensets.voeg_feit_toe(
            werk.sessie,
            vragenset.id,
            Feitsoort.GERECTIFICEERD,
            dag,
            actor=wie.naam,
            moment=werk.moment,
            toelichting=f"vraag {', '.join(labels)}",
            eenmaal=False,
        )
        _nieuwe_stand(werk, vind_set(werk.sessie, werk.object))


def van_set(blik: Blik) -> tuple[tuple[RectificatieRij, tuple[str, ...]], ...]:
    """Gives the corrections of a set with the labels of the answer each is about, the newest first."""
    labels = {antwoord.id: van for antwoord, van in blik.antwoorden}
    return tuple((rij, labels.get(rij.antwoord_id, ())) for rij in rectificaties.van_set(blik.sessie, blik.id))


def beeld(huis: Huis, wie: Wie, id: int) -> Rectificatiebeeld:
    """A correction with every answer that took the wrong words. :raises NietGevonden: there is none."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        rij = _vind(sessie, id)
        vragenset = vragensets.op_id(sessie, rij.vragenset_id)
        merk_gezien(sessie, vragenset)
        labels = _labels(sessie, rij.antwoord_id)
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
        sleutel = vragensets.op_id(sessie, _vind(sessie, id).vragenset_id).sleutel
    with handeling(huis, wie, Handeling.EXPORTEREN, sleutel) as werk:
        rij = _vind(werk.sessie, id)
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
        _labels(sessie, antwoord_id),
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
        (over | nu).items(), key=lambda paar: (paar[1].vragenset.id or 0, paar[1].antwoord.volgorde)
    ):
        assert antwoord_id is not None
        assert v.vragenset.id is not None
        status = status_van(vragensets.feiten(sessie, v.vragenset.id))
        labels = _labels(sessie, antwoord_id)
        uit.append(Geraakt(v.vragenset, antwoord_id, labels, status, antwoord_id in nu, antwoord_id in over))
    return tuple(uit)


def _had(sessie: Session, v: Vindplaats, rij: RectificatieRij) -> bool:
    """Whether a sentence of the wrong passage is among what this answer took over, whatever became of it."""
    fout = {_kaal(zin.tekst) for zin in zinnen(rij.passage)} | {_kaal(rij.passage)}
    genomen = [
        hergebruikrij.tekst
        for hergebruikrij, _ in hergebruik.herkomst(sessie, v.antwoord.vragenset_id).get(v.antwoord.id or 0, ())
    ]
    return any(een in _kaal(tekst) for tekst in genomen for een in fout)


def _kaal(tekst: str) -> str:
    return " ".join(platte_tekst(MERK.sub("", tekst)).split())


def _regels(tekst: str) -> str:
    """What a form sent, with the line ends that texts have here."""
    return tekst.replace("\r\n", "\n").strip()


def _zoals_het_er_staat(tekst: str, passage: str) -> str:
    """The piece of an answer that someone copied: to the letter, or from the page, where marks and markup do not show.

    Whole sentences that read the same. Nothing when it does not stand there.
    """
    if _regels(passage) in tekst:
        return _regels(passage)
    gezocht, alle = _kaal(_regels(passage)), zinnen(tekst)
    for eerste, een in enumerate(alle):
        for laatste in alle[eerste:]:
            stuk = tekst[een.begin : laatste.einde]
            if len(_kaal(stuk)) > len(gezocht):
                break
            if _kaal(stuk) == gezocht:
                return stuk
    return ""


def _labels(sessie: Session, antwoord_id: int) -> tuple[str, ...]:
    return tuple(vraag.label for vraag in antwoorden.vragen_van(sessie, antwoord_id))


def _vind(sessie: Session, id: int) -> RectificatieRij:
    rij = rectificaties.op_id(sessie, id)
    if rij is None:
        raise NietGevonden("Deze rectificatie bestaat niet. Ga terug naar de set.")
    return rij


def _lopend(werk: Werk, id: int, *, vastgesteld: bool | None = None) -> tuple[RectificatieRij, VragensetRij]:
    """A correction that can still go on, once the person may do this. :raises Ongeldig: it cannot."""
    rij = _vind(werk.sessie, id)
    vragenset = set_voor(werk, vragensets.op_id(werk.sessie, rij.vragenset_id).sleutel)
    if rij.ingetrokken_op is not None or rij.verzonden_op is not None:
        raise Ongeldig("Deze rectificatie is al afgedaan. Vernieuw de pagina.")
    if vastgesteld is True and rij.vastgesteld_op is None:
        raise Ongeldig("Deze rectificatie is nog niet vastgesteld.")
    if vastgesteld is False and rij.vastgesteld_op is not None:
        raise Ongeldig("Deze rectificatie is al vastgesteld.")
    return rij, vragenset


def _nieuwe_stand(werk: Werk, rij: VragensetRij) -> None:
    rij.versie += 1
    werk.sessie.add(rij)
