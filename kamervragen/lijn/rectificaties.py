"""A correction after sending: what was wrong, what is right, where the wrong words went, and the letters about it."""

from __future__ import annotations

from datetime import date

from kamervragen.antwoorden.store import antwoorden, hergebruik
from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Huis, Werk, handeling
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import RECHTEN, Handeling
from kamervragen.domain.status import Feitsoort
from kamervragen.lijn import kennisgeving
from kamervragen.lijn.rectificatiebeeld import labels_van, regels, vind, zoals_het_er_staat
from kamervragen.lijn.rows import RectificatieRij
from kamervragen.lijn.store import rectificaties
from kamervragen.sets import termijnen
from kamervragen.sets.blik import Blik
from kamervragen.sets.index import plan_index
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import set_voor, vind_set, vind_vraag

_LANGSTE = 10_000


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
        antwoord = antwoorden.van_vraag(werk.sessie, vind_vraag(werk.sessie, rij, label))
        staat_er = antwoord and zoals_het_er_staat(antwoord.tekst, passage)
        if antwoord is None or not staat_er:
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
                juist=regels(juist),
                reden=regels(reden),
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
        rectificaties.zet(werk.sessie, id, versie=versie, juist=regels(juist), reden=regels(reden))


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
        plan_index(werk.sessie, vragenset.id, werk.moment)
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
        if dag is None or not rij.vastgesteld_op.date() <= dag <= werk.dag:
            raise Ongeldig("De dag van verzending ligt tussen het vaststellen en vandaag.", veld="dag")
        labels = labels_van(werk.sessie, rij.antwoord_id)
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


def _lopend(werk: Werk, id: int, *, vastgesteld: bool | None = None) -> tuple[RectificatieRij, VragensetRij]:
    """A correction that can still go on, once the person may do this. :raises Ongeldig: it cannot."""
    rij = vind(werk.sessie, id)
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
