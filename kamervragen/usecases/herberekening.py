"""What follows from the facts of every set, derived anew after a rule changed: by the worker, a few sets at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from kamervragen.storage import afscherming, overzichten, taken
from kamervragen.storage.engine import lezen
from kamervragen.usecases import standen
from kamervragen.usecases.handeling import Buitenom, Huis, buitenom

TAAK = "herbereken"
TEGELIJK = 250  # sets in one transaction: a fifth of a second of writing


def plan(sessie: Session, moment: datetime) -> None:
    """Plans that all standings are derived anew, in the transaction that changes the rule: no act waits for it."""
    taken.plan(sessie, TAAK, {}, sleutel=TAAK, op=moment)


def herbouw(huis: Huis, voortgang: Callable[[int, int], None] | None = None) -> int:
    """Derives the standing of every set anew, shielded ones too, and writes those that changed. Returns how many did.

    `voortgang` hears (done, total). Each part is a transaction of its own, so that nobody waits for the whole. A rule
    that changes meanwhile plans this anew: what is noted at the end are the rules it was done with.
    """
    with lezen(huis.engine) as sessie, afscherming.alles_zichtbaar(sessie):
        regels, ids = standen.spelregels(huis.settings, sessie), overzichten.set_ids(sessie)
    anders = 0
    for n in range(0, len(ids), TEGELIJK):
        if voortgang:
            voortgang(n, len(ids))
        with buitenom(huis, Buitenom.AFGELEID) as sessie:
            anders += standen.leid_af(sessie, ids[n : n + TEGELIJK], regels)
    with buitenom(huis, Buitenom.AFGELEID) as sessie:
        standen.zijn_afgeleid_met(sessie, regels)
    if voortgang:
        voortgang(len(ids), len(ids))
    return anders


def kom_bij(huis: Huis) -> None:
    """At the start of a process: standings of other rules are derived anew, at once when they are few, else by the worker."""
    with lezen(huis.engine) as sessie:
        if standen.zijn_bij(sessie, huis.settings):
            return
        weinig = len(overzichten.set_ids(sessie)) <= TEGELIJK
    if weinig:
        herbouw(huis)
        return
    with buitenom(huis, Buitenom.AFGELEID) as sessie:
        plan(sessie, huis.nu())
