"""Questions answered together: joined under one answer and taken apart again, with every version kept."""

from __future__ import annotations

from collections.abc import Collection

from kamervragen.antwoorden.schrijven import na_bewaren
from kamervragen.antwoorden.store import antwoorden
from kamervragen.core.act import Huis, handeling
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.vragenset import Vragenset
from kamervragen.language.wijze import afzonderlijk_gevraagd
from kamervragen.sets import termijnen
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import set_voor, vind_set, vind_vraag


def wil_afzonderlijk(vragenset: Vragenset) -> str | None:
    """Finds the sentence in which the asker wants every question answered apart, if there is one."""
    return afzonderlijk_gevraagd((*(v.tekst for v in vragenset.vragen), vragenset.inleiding or ""))


def voeg_samen(huis: Huis, wie: Wie, sleutel: str, labels: Collection[str], *, versie: int) -> None:
    """One answer for these questions: what was written stands together, in the order of the questions.

    :raises Ongeldig: fewer than two questions, or they have one answer already. :raises Verouderd: the set was changed.
    """
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        termijnen.eis_versie(rij, versie)
        vragen = [v for v in vragensets.vragen(werk.sessie, rij.id) if v.label in labels]
        if len(vragen) < 2 or len(vragen) != len(set(labels)):
            raise Ongeldig("Kies twee of meer vragen van deze set.")
        per_vraag = {v.id: antwoorden.van_vraag(werk.sessie, v) for v in vragen}
        geschreven = list({a.id: a for a in per_vraag.values() if a is not None}.values())
        zonder = [v.id for v in vragen if per_vraag[v.id] is None]
        if len(geschreven) == 1 and not zonder:
            raise Ongeldig("Deze vragen hebben al één antwoord.")
        tekst = "\n\n".join(a.tekst for a in geschreven if a.tekst.strip())
        if not geschreven:
            doel = antwoorden.nieuw(
                werk.sessie,
                rij.id,
                zonder,
                "",
                volgorde=vragen[0].volgorde,
                auteur=wie.naam,
                moment=werk.moment,
                bewerkt=True,
            )
        else:
            doel = geschreven[0]
            for ander in geschreven[1:]:
                antwoorden.verplaats_naar(werk.sessie, ander.id, doel.id)
            antwoorden.koppel_vragen(werk.sessie, doel.id, zonder)
            antwoorden.bewaar(
                werk.sessie,
                doel.id,
                tekst,
                versie=antwoorden.versie_van(werk.sessie, doel.id),
                auteur=wie.naam,
                moment=werk.moment,
            )
        antwoorden.orden_vragen(werk.sessie, doel.id)
        na_bewaren(werk, vind_set(werk.sessie, sleutel), doel.id, tekst)


def haal_uiteen(huis: Huis, wie: Wie, sleutel: str, label: str, *, versie: int) -> None:
    """Gives a question an answer of its own, which begins as the text of the answer it shared.

    :raises Ongeldig: it shares none. :raises Verouderd: the set was changed.
    """
    with handeling(huis, wie, Handeling.ANTWOORD_SCHRIJVEN, sleutel, herroepbaar=True) as werk:
        rij = set_voor(werk, sleutel)
        termijnen.eis_versie(rij, versie)
        vraag = vind_vraag(werk.sessie, rij, label)
        antwoord = antwoorden.van_vraag(werk.sessie, vraag)
        if antwoord is None or len(antwoorden.vragen_van(werk.sessie, antwoord.id)) < 2:
            raise Ongeldig("Deze vraag heeft al een eigen antwoord.")
        antwoorden.ontkoppel_vraag(werk.sessie, vraag.id)
        eigen = antwoorden.nieuw(
            werk.sessie,
            rij.id,
            [vraag.id],
            antwoord.tekst,
            volgorde=vraag.volgorde,
            auteur=wie.naam,
            moment=werk.moment,
            bewerkt=True,
        )
        na_bewaren(werk, rij, eigen.id, antwoord.tekst)
