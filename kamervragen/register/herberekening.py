"""What follows from a rule, derived anew after the rule changed: by the worker, a few sets or promises at a time.

An act that changes a rule records that, and the open terms it moves: they are few. Pages show the old days of promises
and lists until the worker has been by, and say so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlmodel import Session

from kamervragen.core.act import Buitenom, Huis, buitenom
from kamervragen.core.store import jobs, sight
from kamervragen.core.store.engine import reading
from kamervragen.domain.afleiding import als_waarden
from kamervragen.domain.kalender import Recessen
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.toezegging import Toezeggingfeit, Toezeggingstatus
from kamervragen.language.promises.beloften import belofte_in
from kamervragen.language.promises.signalen import Signalen
from kamervragen.language.promises.tijd import Tijdsaanduiding
from kamervragen.register.rows import ToezeggingfeitRij, ToezeggingRij
from kamervragen.register.store import toezeggingen
from kamervragen.sets import standen
from kamervragen.sets.store import overzichten, recessen
from kamervragen.sets.woorden import signalen

TAAK = "herbereken"
TEGELIJK = 250  # sets, or promises, in one transaction: a fifth of a second of writing
OPEN = (Toezeggingstatus.VOORGESTELD, Toezeggingstatus.OPENSTAAND, Toezeggingstatus.DEELS_VOLDAAN)

Voortgang = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Aanleiding:
    """Why days move, as their history tells it, and who changed the rule. Empty: nothing is told."""

    waarom: str = ""
    wie: str = ""


def plan(sessie: Session, moment: datetime, aanleiding: Aanleiding | None = None) -> None:
    """Plans that everything is derived anew, in the transaction that changes the rule: no act waits for it."""
    waarom = asdict(aanleiding or Aanleiding())
    jobs.plan(sessie, TAAK, waarom, sleutel=f"{TAAK}:{moment.isoformat()}:{waarom['waarom']}", op=moment)


def volg_ongedaan(sessie: Session, moment: datetime, wie: str, actie: str, _vragenset_ids: Collection[int]) -> None:
    """After a change of the recesses was undone, the days follow."""
    if actie == Handeling.KALENDER_BEHEREN.value:
        plan(sessie, moment, Aanleiding("wijziging van de recessen ongedaan gemaakt", wie))


def bezig(huis: Huis) -> bool:
    """Whether days on the pages may still follow from the rules of a moment ago."""
    with reading(huis.engine) as sessie:
        return jobs.wachtend(sessie, namen=(TAAK,)) > 0


def werk_bij(huis: Huis, gegevens: Mapping[str, str]) -> None:
    """Does a planned job, and with it those that wait for the same: what moves tells every reason there was."""
    with reading(huis.engine) as sessie:
        mee = jobs.van_naam(sessie, TAAK)
    alle = [Aanleiding(**gegevens), *(Aanleiding(**taak.gegevens) for taak in mee)]
    waarom, wie = (dict.fromkeys(filter(None, deel)) for deel in zip(*((a.waarom, a.wie) for a in alle), strict=True))
    aanleiding = Aanleiding("; ".join(waarom), ", ".join(wie))
    if aanleiding.waarom:
        verzet_beloften(huis, aanleiding)
    herbouw(huis)
    with buitenom(huis, Buitenom.WORKER) as sessie:
        jobs.laat_vallen(sessie, mee)


def herbouw(huis: Huis, voortgang: Voortgang | None = None) -> int:
    """Derives the standing of every set anew, shielded ones too, and writes those that changed. Returns how many did.

    `voortgang` hears (done, total). Each part is a transaction of its own, so that nobody waits for the whole. A rule
    that changes meanwhile plans this anew: what is noted at the end are the rules it was done with.
    """
    with reading(huis.engine) as sessie, sight.alles_zichtbaar(sessie):
        regels, ids = standen.spelregels(huis.settings, sessie), overzichten.set_ids(sessie)
    anders = 0
    for n in range(0, len(ids), TEGELIJK):
        if voortgang:
            voortgang(n, len(ids))
        deel = ids[n : n + TEGELIJK]
        with buitenom(huis, Buitenom.AFGELEID) as sessie:
            anders += standen.leid_af(sessie, deel, regels)
    with buitenom(huis, Buitenom.AFGELEID) as sessie:
        standen.zijn_afgeleid_met(sessie, regels)
    if voortgang:
        voortgang(len(ids), len(ids))
    return anders


def verzet_beloften(huis: Huis, aanleiding: Aanleiding) -> None:
    """Reads the sentence of every open promise with the calendar as it is, and moves the window that it reads otherwise.

    Every moved day is a fact with both days and the reason; a proposal just gets its new window.
    """
    with reading(huis.engine) as sessie, sight.alles_zichtbaar(sessie):
        kalender, lezen_met = recessen.tabel(sessie), signalen(sessie)
        ids = toezeggingen.met_venster(sessie, [status.value for status in OPEN])
    for n in range(0, len(ids), TEGELIJK):
        with buitenom(huis, Buitenom.AFGELEID) as sessie, sight.alles_zichtbaar(sessie):
            for rij in toezeggingen.vast(sessie, ids[n : n + TEGELIJK]):
                _verzet(huis, sessie, rij, kalender, lezen_met, aanleiding)


def ander_venster(rij: ToezeggingRij, kalender: Recessen, lezen_met: Signalen) -> Tijdsaanduiding | None:
    """The time that the sentence of a promise names by this calendar; None when its window ends there already."""
    if rij.gedaan_op is None or rij.tijdsaanduiding is None:
        return None
    belofte = belofte_in(rij.zin, rij.gedaan_op, recessen=kalender, signalen=lezen_met)
    tijd = belofte.tijd if belofte else None
    return tijd if tijd is not None and tijd.einde != rij.venster_einde else None


def kom_bij(huis: Huis) -> None:
    """At the start of a process: standings of other rules are derived anew, at once when they are few, else by the worker."""
    with reading(huis.engine) as sessie:
        if standen.zijn_bij(sessie, huis.settings):
            return
        weinig = len(overzichten.set_ids(sessie)) <= TEGELIJK
    if weinig:
        herbouw(huis)
        return
    with buitenom(huis, Buitenom.AFGELEID) as sessie:
        plan(sessie, huis.nu())


def _verzet(
    huis: Huis, sessie: Session, rij: ToezeggingRij, kalender: Recessen, lezen_met: Signalen, aanleiding: Aanleiding
) -> None:
    tijd = ander_venster(rij, kalender, lezen_met)
    if tijd is None or rij.status not in OPEN:
        return
    if rij.status != Toezeggingstatus.VOORGESTELD.value:
        toezeggingen.voeg_feit_toe(
            sessie,
            ToezeggingfeitRij(
                toezegging_id=rij.id,
                soort=Toezeggingfeit.VERSCHOVEN.value,
                datum=huis.vandaag(),
                van=rij.venster_einde,
                naar=tijd.einde,
                reden=aanleiding.waarom,
                actor=aanleiding.wie,
                moment=huis.nu(),
            ),
        )
    toezeggingen.zet(
        sessie,
        rij.id,
        versie=rij.versie,
        venster_begin=tijd.begin,
        venster_einde=tijd.einde,
        afleiding=als_waarden(tijd.afleiding),
    )
