"""The gate before sending: everything that still holds a set up, known from the first day, and what people weighed.

Nothing here is a verdict. A shortcoming is mended, or let pass with a reason by who may; that stays on record.
"""

from __future__ import annotations

from dataclasses import dataclass

from kamervragen.antwoorden.rows import AfwegingRij
from kamervragen.antwoorden.store import afwegingen
from kamervragen.antwoorden.store.afwegingen import afdruk
from kamervragen.core.act import Huis, handeling
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig
from kamervragen.domain.gebreken import POORT, Gebrek, mag_passeren
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import OPEN, Status
from kamervragen.domain.vragenset import Vragenset
from kamervragen.hergebruik.eerder import zoek_bij_set
from kamervragen.language.beweringen import Bewering, Strijd, beweringen, strijdig
from kamervragen.language.deelvragen import Gedekt
from kamervragen.lijn.poort import Gebrekbeeld, gedekt, geschreven_op, gewogen, lees, poort_van
from kamervragen.sets.blik import Blik, blik_op
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import set_voor

OORDELEN = ("beantwoord", "verwezen", "geen_gegevens", "niet_beantwoord", "geen_vraag")


@dataclass(frozen=True, slots=True)
class Deelvraagbeeld:
    """A sub-question, what the program reads in the answer, and what a person said of it."""

    label: str
    gedekt: Gedekt
    afweging: AfwegingRij | None


@dataclass(frozen=True, slots=True)
class Strijdbeeld:
    """Two sentences of the set that may contradict each other, and the weighing that let them stand, if any."""

    strijd: Strijd
    gebrek: Gebrek
    afweging: AfwegingRij | None


@dataclass(frozen=True, slots=True)
class Controle:
    """Everything the page of the gate shows."""

    rij: VragensetRij
    vragenset: Vragenset
    status: Status
    poort: tuple[Gebrekbeeld, ...]
    deelvragen: tuple[Deelvraagbeeld, ...]
    strijd: tuple[Strijdbeeld, ...]
    eerder: tuple[Strijd, ...]
    mag_afwegen: bool

    @property
    def loopt(self) -> bool:
        """Whether anything can still be mended."""
        return self.status in OPEN


def controle(blik: Blik) -> Controle:
    """Makes the gate of a set, with its earlier answers beside it."""
    gelezen, loopt = lees(blik), blik.status in OPEN
    poort = tuple(
        Gebrekbeeld(b.gebrek, b.stap, b.afweging, loopt and mag_passeren(b.gebrek.code, blik.wie.rollen))
        for b in poort_van(blik, gelezen)
    )
    deelvragen = tuple(
        Deelvraagbeeld(
            label, gedekt, gewogen(gelezen.gewogen, Gebrek("deelvraag_open", f"vraag-{label}", gedekt.deelvraag.tekst))
        )
        for label, gedekt in gelezen.gedekt
    )
    return Controle(
        rij=blik.rij,
        vragenset=blik.vragenset,
        status=blik.status,
        poort=poort,
        deelvragen=deelvragen,
        strijd=tuple(Strijdbeeld(s, g, gewogen(gelezen.gewogen, g)) for s, g in gelezen.strijd),
        eerder=_tegen_eerder(blik),
        mag_afwegen=blik.mag(Handeling.AFWEGEN),
    )


def passeer(huis: Huis, wie: Wie, sleutel: str, *, code: str, waar: str, wat: str, reden: str) -> None:
    """Lets a shortcoming pass with a reason; other words there are a shortcoming again.

    :raises NietToegestaan: this person may not let such a shortcoming pass. :raises Ongeldig: without a reason.
    :raises NietGevonden: it does not stand there any more.
    """
    if not reden.strip():
        raise Ongeldig("Schrijf waarom dit zo mag blijven; het staat bij de set.", veld="reden")
    _, welke = POORT.get(code, (None, None))
    with handeling(huis, wie, welke or Handeling.GEBREK_PASSEREN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        if welke is None:
            raise NietToegestaan("Dit gebrek mag niemand passeren. Los het op.")
        if Gebrek(code, waar, wat) not in {b.gebrek for b in poort_van(blik_op(huis, wie, werk.sessie, rij))}:
            raise NietGevonden("Dit gebrek is er niet meer: de tekst is gewijzigd. Vernieuw de pagina.")
        afwegingen.weeg(
            werk.sessie,
            rij.id,
            code=code,
            plaats=waar,
            afdruk=afdruk(wat),
            oordeel="gepasseerd",
            reden=reden.strip(),
            actor=wie.naam,
            moment=werk.moment,
        )
        rij.versie += 1
        werk.sessie.add(rij)


def weeg_deelvraag(huis: Huis, wie: Wie, sleutel: str, label: str, tekst: str, *, oordeel: str, reden: str) -> None:
    """Says what became of a sub-question, whatever the program read.

    :raises Ongeldig: an unknown judgement, or 'niet beantwoord' without a reason.
    """
    if oordeel not in OORDELEN:
        raise Ongeldig("Kies wat er met de deelvraag is gebeurd.", veld="oordeel")
    if oordeel == "niet_beantwoord" and not reden.strip():
        raise Ongeldig("Schrijf waarom deze deelvraag niet wordt beantwoord.", veld="reden")
    with handeling(huis, wie, Handeling.AFWEGEN, sleutel) as werk:
        rij = set_voor(werk, sleutel)
        gesteld = [g.deelvraag.tekst for waar, g in gedekt(vragensets.laad(werk.sessie, rij.id)) if waar == label]
        if tekst not in gesteld:
            raise NietGevonden("Deze deelvraag staat niet meer in de vraag. Vernieuw de pagina.")
        afwegingen.weeg(
            werk.sessie,
            rij.id,
            code="deelvraag_open",
            plaats=f"vraag-{label}",
            afdruk=afdruk(tekst),
            oordeel=oordeel,
            reden=reden.strip(),
            actor=wie.naam,
            moment=werk.moment,
        )


def _tegen_eerder(blik: Blik) -> tuple[Strijd, ...]:
    """The same against the nearest earlier answers of each question: beside the page, never in the way."""
    dag = geschreven_op(blik)
    per_label = {a.labels[0]: beweringen(a.tekst, a.labels[0], geschreven=dag) for a in blik.vragenset.antwoorden}
    beweerd = {label: eigen for label, eigen in per_label.items() if eigen}
    gevonden = zoek_bij_set(blik, beweerd.keys(), aantal=3) if beweerd else {}
    uit: list[Strijd] = []
    for label, eigen in beweerd.items():
        anders: list[Bewering] = []
        for eerder in gevonden[label]:
            e = eerder.treffer.eenheid
            waar = f"{e.zaaknummer or e.sleutel}, vraag {e.label}"
            anders += beweringen(e.antwoord, waar, geschreven=e.datum or blik.op)
        uit += strijdig(eigen, anders)
    return tuple(uit)
