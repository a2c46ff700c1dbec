"""Where sets stand: what follows from their facts, kept beside them so that a list of any length reads no facts.

Every act ends here: of the sets it touched the standing is derived anew, in the same transaction, by the same rules
that their own pages use.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from kamervragen.core.store import counters, sight
from kamervragen.domain.status import (
    SLUITEND,
    Feit,
    Feitsoort,
    Status,
    afgedaan_op,
    eerste,
    etappes,
    rondes,
    status_van,
)
from kamervragen.domain.termijn import Spelregels, Stand, Termijn, bereken
from kamervragen.domain.vragenset import Instrument, Kamer
from kamervragen.sets.standrows import SetstandRij
from kamervragen.sets.store import mankementen, overzichten, recessen, standen
from kamervragen.sets.store.overzichten import Regel
from kamervragen.settings import Settings

_TELLER = "standen"
_ZONDER_DAG = date(2000, 1, 1)  # a set without a day has no term to compare it with
# What counts as an answer in time: also a letter, and another ministry that took the set over.
ANTWOORD = SLUITEND - {Feitsoort.INGETROKKEN}


def spelregels(settings: Settings, sessie: Session) -> Spelregels:
    """The recesses of the table and the choices of the settings."""
    return Spelregels(
        recessen=recessen.tabel(sessie),
        opschorten_in_reces=settings.opschorten_in_reces,
        naar_werkdag=settings.naar_werkdag,
    )


def termijn(
    *,
    ingezonden: date | None,
    feiten: tuple[Feit, ...],
    instrument: str,
    kamer: str,
    debat: date | None,
    op: date,
    regels: Spelregels,
) -> Termijn:
    """The term that follows from a row and its facts."""
    # A letter that was sent ends the counting, also while the day of receipt is not known.
    afgedaan = afgedaan_op(feiten) or eerste(feiten, Feitsoort.VERZONDEN)
    return bereken(
        ingezonden=ingezonden,
        uitstel=eerste(feiten, Feitsoort.UITSTEL),
        afgedaan=afgedaan,
        op=op,
        instrument=Instrument(instrument),
        kamer=Kamer(kamer),
        debat=debat,
        spelregels=regels,
    )


def termijn_van(regel: Regel, *, op: date, regels: Spelregels) -> Termijn:
    """The term of a set on a list."""
    return termijn(
        ingezonden=regel.ingezonden,
        feiten=regel.feiten,
        instrument=regel.instrument,
        kamer=regel.kamer,
        debat=regel.debat,
        op=op,
        regels=regels,
    )


def stand_van(regel: Regel, regels: Spelregels) -> SetstandRij:
    """What follows from one set, whatever day it is."""
    t = termijn_van(regel, op=regel.ingezonden or _ZONDER_DAG, regels=regels)
    status = status_van(regel.feiten)
    gelopen = etappes(regel.feiten)
    telt = (
        regel.ingezonden is not None
        and status is not Status.INGETROKKEN
        and regel.kamer == Kamer.TWEEDE
        and regel.instrument == Instrument.SCHRIFTELIJKE_VRAGEN
    )
    zoek = " ".join(filter(None, (regel.sleutel, regel.zaaknummer, regel.onderwerp, *regel.indieners))).casefold()
    return SetstandRij(
        vragenset_id=regel.id,
        status=status.value,
        open=t.stand is not Stand.AFGEDAAN,
        sinds=gelopen[-1].begin if gelopen else None,
        laatste_dag=t.laatste_dag,
        uitgesteld=t.stand in (Stand.UITGESTELD, Stand.TE_LAAT_NA_UITSTEL),
        ingezonden=regel.ingezonden,
        beantwoord_op=min((feit.datum for feit in regel.feiten if feit.soort in ANTWOORD), default=None),
        telt_mee=telt,
        teruggestuurd=rondes(regel.feiten),
        vragen=regel.vragen,
        beantwoord=regel.beantwoord,
        indieners=list(regel.indieners),
        gericht_aan=list(regel.gericht_aan),
        zoek=zoek,
        directie_id=regel.directie_id,
        behandelaar_id=regel.behandelaar_id,
    )


def ververs(sessie: Session, settings: Settings) -> None:
    """Derives the standing anew of every set that this transaction touched, one that is hidden from its actor too."""
    with sight.alles_zichtbaar(sessie):
        if ids := standen.geraakt(sessie):
            _bewaar(sessie, sorted(ids), spelregels(settings, sessie))


def leid_af(sessie: Session, vragenset_ids: Sequence[int], regels: Spelregels) -> int:
    """Derives the standings of these sets by these rules, and writes those that changed. Returns how many did."""
    with sight.alles_zichtbaar(sessie):
        return _bewaar(sessie, list(vragenset_ids), regels)


def zijn_afgeleid_met(sessie: Session, regels: Spelregels) -> None:
    """Notes that all standings were derived by these rules."""
    counters.zet(sessie, _TELLER, _afdruk(regels))


def zijn_bij(sessie: Session, settings: Settings) -> bool:
    """Whether all standings were derived with the rules that hold now."""
    return counters.stand(sessie, _TELLER) == _afdruk(spelregels(settings, sessie))


def _bewaar(sessie: Session, ids: list[int], regels: Spelregels) -> int:
    anders = standen.bewaar(sessie, [stand_van(regel, regels) for regel in overzichten.regels(sessie, ids)])
    return anders + mankementen.merk(sessie, ids)


def _afdruk(regels: Spelregels) -> int:
    """A number for these rules, never 0: another when one of them is another."""
    return zlib.crc32(repr(regels).encode()) % (2**31 - 1) + 1
