"""Which job does which: every name that an act plans, and the wing that does it."""

from __future__ import annotations

from collections.abc import Collection

from kamervragen.beheer import signaalwoorden
from kamervragen.core import jobs
from kamervragen.core.act import Huis
from kamervragen.hergebruik import indexwerk
from kamervragen.inname import stapel
from kamervragen.mensen import post
from kamervragen.papieren import karweien
from kamervragen.register import herberekening

WORK: dict[str, jobs.Job] = {
    **indexwerk.WERK,
    post.TAAK: lambda huis, gegevens: post.verstuur(huis, gegevens["bericht_id"]),
    karweien.TAAK: lambda huis, gegevens: karweien.voer_uit(huis, gegevens["karwei_id"]),
    herberekening.TAAK: herberekening.werk_bij,
    signaalwoorden.TAAK: lambda huis, gegevens: signaalwoorden.herlees(huis, gegevens["code"]),
    stapel.TAAK: lambda huis, gegevens: stapel.lees_stuk(huis, gegevens["inname_id"]),
}


def do_one(huis: Huis, names: Collection[str] | None = None) -> bool:
    """Does one due job, of these names or of any. Tells whether there was one."""
    return jobs.do_one(huis, WORK, names)


def catch_up(huis: Huis, at_most: int = 10_000, names: Collection[str] | None = None) -> int:
    """Does what is due now and returns how many jobs that were."""
    return jobs.catch_up(huis, WORK, at_most, names)
