"""Delay in time: the notice with its reason, and why answers are late, per directie."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kamervragen.core.act import Huis, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.termijn import Stand
from kamervragen.domain.uitstel import bewaard, gelezen
from kamervragen.sets import standen, termijnen, uitstelredenen
from kamervragen.sets.store import overzichten, vragensets
from kamervragen.sets.toegang import set_voor

_HOOGSTENS = 1_000


@dataclass(frozen=True, slots=True)
class Redentelling:
    """How often a directie gave a reason, by its name. `directie` is empty for sets of none."""

    directie: str
    reden: str
    aantal: int


def meld(huis: Huis, wie: Wie, sleutel: str, *, reden: str, toelichting: str, versie: int) -> None:
    """Records today that uitstel was reported, with its reason; the Word document can then be fetched.

    :raises Ongeldig: without a reason from the list, a second notice, or a set that has no first term running.
    """
    toelichting = " ".join(toelichting.split())
    if len(toelichting) > _HOOGSTENS:
        raise Ongeldig(
            "De toelichting is langer dan %(hoogstens)s tekens. Maak haar korter.",
            veld="toelichting",
            hoogstens=_HOOGSTENS,
        )
    with handeling(huis, wie, Handeling.UITSTEL_MELDEN, sleutel) as werk:
        gekozen = uitstelredenen.redenen(werk.sessie).get(reden)
        if gekozen is None or not gekozen.actief:
            raise Ongeldig("Kies de reden van het uitstel: de Kamer vraagt om een opgave van redenen.", veld="reden")
        rij = set_voor(werk, sleutel)
        termijnen.eis_versie(rij, versie)
        if rij.ingezonden is None:
            raise Ongeldig("De dag van inzending ontbreekt. Vul die eerst in bij de gegevens van de set.")
        feiten = vragensets.feiten(werk.sessie, rij.id)
        stand = standen.termijn(
            ingezonden=rij.ingezonden,
            feiten=feiten,
            instrument=rij.instrument,
            kamer=rij.kamer,
            debat=rij.debat,
            op=werk.dag,
            regels=standen.spelregels(huis.settings, werk.sessie),
        ).stand
        if stand not in (Stand.LOOPT, Stand.TE_LAAT_ZONDER_UITSTEL):
            raise Ongeldig("Voor deze set is al uitstel gemeld, of er loopt geen termijn.")
        rij.versie += 1
        werk.sessie.add(rij)
        vragensets.voeg_feit_toe(
            werk.sessie,
            rij.id,
            Feitsoort.UITSTEL,
            werk.dag,
            actor=wie.naam,
            moment=werk.moment,
            toelichting=bewaard(reden, toelichting),
        )


def redenen(huis: Huis, wie: Wie) -> tuple[Redentelling, ...]:
    """Why answers were late, counted per directie, most first."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        alle = uitstelredenen.redenen(sessie)
        rijen = overzichten.feiten_met_directie(sessie, Feitsoort.UITSTEL)
    gegeven = ((directie or "", gelezen(tekst, alle)) for directie, tekst in rijen)
    telling = Counter((directie, alle[deel[0]].naam) for directie, deel in gegeven if deel)
    return tuple(
        Redentelling(directie, reden, aantal)
        for (directie, reden), aantal in sorted(telling.items(), key=lambda paar: (-paar[1], paar[0]))
    )
