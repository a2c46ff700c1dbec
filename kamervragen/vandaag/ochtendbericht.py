"""One message a morning: what binds me and is late, due today or this week; and what a coordinator must step in for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kamervragen.catalogue import datum
from kamervragen.catalogue import gettext as _
from kamervragen.catalogue.codes import label
from kamervragen.core.act import Huis, eis
from kamervragen.core.actor import Wie
from kamervragen.core.store.engine import reading
from kamervragen.documents.text.markdown import platte_tekst
from kamervragen.domain.kalender import werkdagen_tussen
from kamervragen.domain.rollen import Handeling, Rol, mag
from kamervragen.mensen.store import gebruikers
from kamervragen.mensen.store.gebruikers import Gebruiker
from kamervragen.vandaag import agenda
from kamervragen.vandaag.agenda import Agendapunt, Agendasoort

WEEK = 5  # working days ahead
# Working days before the last day on which a set that is not even written goes to the coordinator. A habit, no rule.
ESCALATIE = 3


@dataclass(frozen=True, slots=True)
class Escalatie:
    """Something that waits for somebody else and cannot wait longer, and why it is shown."""

    wat: str
    pad: str
    dag: date
    wie: str
    waarom: str


@dataclass(frozen=True, slots=True)
class Ochtendbericht:
    """The message of one person on one day. Nothing in it: no message."""

    dag: date
    te_laat: tuple[Agendapunt, ...]
    vandaag: tuple[Agendapunt, ...]
    deze_week: tuple[Agendapunt, ...]
    geescaleerd: tuple[Escalatie, ...]

    @property
    def stil(self) -> bool:
        return not (self.te_laat or self.vandaag or self.deze_week or self.geescaleerd)


def bericht(huis: Huis, wie: Wie) -> Ochtendbericht:
    """What is due for this person, from the same agenda as the page; escalations only for a coordinator."""
    eis(wie, Handeling.SETS_ZIEN)
    return _bericht(huis, wie, agenda.alles(huis, wie, tot=_tot(huis)))


def voor_iedereen(huis: Huis, wie: Wie) -> list[tuple[Gebruiker, Ochtendbericht]]:
    """The message of everyone who has one today, by name: what a mailer sends."""
    eis(wie, Handeling.GEBRUIKERS_BEHEREN)
    with reading(huis.engine) as sessie:
        mensen = [gebruikers.op_id(sessie, rij.id, huis.vandaag()) for rij in gebruikers.alle(sessie)]
    uit = []
    for mens in filter(None, mensen):
        lezer = Wie(mens.naam, mens.rollen, wie.oorsprong, mens.id)
        if not mag(lezer.rollen, Handeling.SETS_ZIEN):
            continue
        van = _bericht(
            huis, lezer, agenda.alles(huis, lezer, tot=_tot(huis))
        )  # his own: a shielded set is in nobody else's
        if not van.stil:
            uit.append((mens, van))
    return uit


def als_tekst(naam: str, van: Ochtendbericht, basis: str = "") -> str:
    """The message in plain words, for mail; `basis` begins every address in it."""
    regels = [_("Goedemorgen %(naam)s, dit is er op %(dag)s.") % {"naam": naam, "dag": datum(van.dag)}]
    for kop, punten in (
        (_("Te laat"), van.te_laat),
        (_("Vandaag"), van.vandaag),
        (_("Komende vijf werkdagen"), van.deze_week),
    ):
        if punten:
            regels += [
                "",
                kop,
                *(f"- {datum(p.dag)}  {label(p.soort)}: {platte_tekst(p.tekst)}  {basis}{p.pad}" for p in punten),
            ]
    if van.geescaleerd:
        regels += ["", _("Vraagt om uw hulp")]
        regels += [
            f"- {datum(e.dag)}  {platte_tekst(e.wat)} ({e.wie or '–'}): {e.waarom}  {basis}{e.pad}"
            for e in van.geescaleerd
        ]
    return "\n".join(regels) + "\n"


def _tot(huis: Huis) -> date:
    """The last day that a message names: no more than five working days away."""
    op = dag = huis.vandaag()
    while werkdagen_tussen(op, dag + timedelta(days=1)) <= WEEK:
        dag += timedelta(days=1)
    return dag


def _bericht(huis: Huis, wie: Wie, punten: Iterable[Agendapunt]) -> Ochtendbericht:
    op = huis.vandaag()
    eigen = (p for p in punten if p.soort is not Agendasoort.RECES and p.is_van(wie))
    mijn = agenda.uitgelegd(huis, wie, (p for p in eigen if p.laat or werkdagen_tussen(op, p.dag) <= WEEK))
    return Ochtendbericht(
        dag=op,
        te_laat=tuple(p for p in mijn if p.laat),
        vandaag=tuple(p for p in mijn if p.dag == op),
        deze_week=tuple(p for p in mijn if p.dag > op),
        geescaleerd=_escalaties(wie, punten, op) if Rol.COORDINATOR in wie.rollen else (),
    )


def _escalaties(wie: Wie, punten: Iterable[Agendapunt], op: date) -> tuple[Escalatie, ...]:
    """Late things of others, things of nobody, and sets that are near their last day without a draft."""
    uit: dict[str, Escalatie] = {}
    for p in punten:
        if p.soort in (Agendasoort.RECES, Agendasoort.DEBAT) or p.is_van(wie):
            continue
        if p.laat:
            dagen = (op - p.dag).days
            uit[p.pad] = Escalatie(p.tekst, p.pad, p.dag, p.wie, _("%(dagen)s dagen te laat") % {"dagen": dagen})
        elif not p.mensen and werkdagen_tussen(op, p.dag) <= WEEK:
            uit[p.pad] = Escalatie(p.tekst, p.pad, p.dag, p.wie, _("niemand heeft dit in behandeling"))
        elif p.ongeschreven and 0 <= (dagen := werkdagen_tussen(op, p.dag)) <= ESCALATIE:
            waarom = _("nog geen concept, %(dagen)s werkdagen voor de laatste dag") % {"dagen": dagen}
            uit[p.pad] = Escalatie(p.tekst, p.pad, p.dag, ", ".join(p.mensen), waarom)
    return tuple(sorted(uit.values(), key=lambda e: (e.dag, e.pad)))
