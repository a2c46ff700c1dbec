"""The register of the demo: offices, promises of debates and motions, in every state, by the doors that people use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.domain.motie import Motiestatus
from kamervragen.domain.toezegging import Toezeggingfeit
from kamervragen.register import bewindspersonen, moties, toezeggingen

_MINISTER = "minister Van Ravensteyn (Justitie en Veiligheid)"
# Who, cabinet, first and last day as days ago; None is still in office.
_AMBTEN = (
    ("minister Terpstra-Boon (Justitie en Veiligheid)", "Terpstra", 1500, 701),
    (_MINISTER, "Demo", 700, None),
)
# Sentence, made so many days ago, where, number, own day as days from now, who keeps it, and how it ended.
_TOEZEGGINGEN = (
    (
        "Ik stuur de Eerste Kamer een brief over de uitvoering van de wet op de wapenhandel.",
        300,
        "debat in de Eerste Kamer over wapenhandel",
        "T04012",
        -20,
        "",
        None,
    ),
    (
        "Ik informeer de Eerste Kamer over de kosten van het toezicht op evenementen.",
        200,
        "debat in de Eerste Kamer over evenementen",
        "T04031",
        25,
        "Bram",
        None,
    ),
    (
        "Het streven is om de handreiking voor wijkagenten dit kwartaal aan te bieden.",
        190,
        "commissiedebat Politie",
        "TZ202605-014",
        -15,
        "Anna",
        None,
    ),
    (
        "Ik ga in gesprek met de burgemeesters over de sluitingstijden en bericht uw Kamer daarover.",
        60,
        "commissiedebat Horeca",
        "TZ202609-003",
        2,
        "Bram",
        None,
    ),
    (
        "Ik laat onderzoeken hoe vaak camerabeelden te laat worden gewist.",
        250,
        "commissiedebat Privacy",
        "TZ202603-021",
        -40,
        "Anna",
        "Kamerstuk 99002, nr. 31",
    ),
)
_MOTIETEKST = (
    "De Kamer, gehoord de beraadslaging, verzoekt de regering om een meldpunt voor overlast bij stations in te richten en de "
    "Kamer daarover binnen zes maanden te informeren, en gaat over tot de orde van de dag."
)


def vul(huis: Huis, mensen: Mapping[str, Wie]) -> None:
    """Fills the register, each act on the day it would have been done."""
    bram, vandaag = mensen["bram"], huis.vandaag()
    for wat, kabinet, van, tot in _AMBTEN:
        bewindspersonen.voeg_toe(
            huis,
            bram,
            wat=wat,
            kabinet=kabinet,
            van=vandaag - timedelta(days=van),
            tot=vandaag - timedelta(days=tot) if tot is not None else None,
            bron="verzonnen voor de demo",
        )
    for zin, gedaan, waar, nummer, dag, houder, stuk in _TOEZEGGINGEN:
        gedaan_op = vandaag - timedelta(days=gedaan)
        id = toezeggingen.voeg_toe(
            op(huis, gedaan - 1),
            bram,
            zin=zin,
            gedaan_op=gedaan_op,
            vindplaats=waar,
            bewindspersoon=_MINISTER,
            aan="",
            nummer=nummer,
            interne_dag=vandaag + timedelta(days=dag),
            dossierhouder=houder,
        )
        if stuk:
            toezeggingen.leg_vast(
                op(huis, -dag),
                bram,
                id,
                Toezeggingfeit.NAGEKOMEN,
                datum=vandaag - timedelta(days=-dag),
                versie=1,
                kamerstuk=stuk,
            )
    _moties(huis, bram)


def _moties(huis: Huis, bram: Wie) -> None:
    """One adopted, with its vote, and one that is done. The real motion that the example set cites is left alone."""
    vandaag = huis.vandaag()
    for nummer, onderwerp, dagen, stappen in (
        ("kst-99001-8", "overlast bij stations", 120, (Motiestatus.AANGENOMEN,)),
        ("kst-99001-3", "verlichting op schoolpleinen", 400, (Motiestatus.AANGENOMEN, Motiestatus.AFGEDAAN)),
    ):
        id = moties.voeg_toe(
            op(huis, dagen),
            bram,
            kamerstuk=nummer,
            indieners="De Zwaluw (SP)",
            onderwerp=onderwerp,
            ingediend=vandaag - timedelta(days=dagen),
            tekst=_MOTIETEKST if dagen < 200 else "",
            bewindspersoon=_MINISTER,
        )
        for stap, soort in enumerate(stappen, start=1):
            stemming = {"voor": "SP, VVD, D66, CDA", "tegen": "SGP"} if soort is Motiestatus.AANGENOMEN else {}
            moties.leg_vast(
                op(huis, dagen - 7 * stap),
                bram,
                id,
                soort,
                datum=vandaag - timedelta(days=dagen - 7 * stap),
                versie=stap,
                kamerstuk="" if stemming else "kst-99001-5",
                **stemming,
            )


def op(huis: Huis, dagen: int) -> Huis:
    """The same house, some days earlier, at nine in the morning."""
    moment = datetime.combine(huis.vandaag() - timedelta(days=dagen), time(9), UTC)
    return replace(huis, nu=lambda: moment)
