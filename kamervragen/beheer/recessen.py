"""The calendar of the ministry: the recesses, and what a change of them does to open windows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from kamervragen.catalogue import datum
from kamervragen.core.act import Huis, Werk, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.store import sight
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.kalender import Reces, Recessen
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import Feitsoort
from kamervragen.register import herberekening
from kamervragen.register.store import toezeggingen
from kamervragen.sets import standen
from kamervragen.sets.rows import RecesRij
from kamervragen.sets.store import recessen, vragensets
from kamervragen.sets.store import standen as kast
from kamervragen.sets.store.overzichten import Regel
from kamervragen.sets.store.standen import Keuze
from kamervragen.sets.woorden import signalen

NAMEN = ("zomerreces", "herfstreces", "kerstreces", "voorjaarsreces", "meireces", "verkiezingsreces")


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """An open day that another calendar moves."""

    wat: str
    pad: str
    van: date | None
    naar: date | None


def lijst(huis: Huis, wie: Wie) -> tuple[RecesRij, ...]:
    """All recesses, in order."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        return recessen.rijen(sessie)


def voeg_toe(huis: Huis, wie: Wie, *, naam: str, begin: date | None, einde: date | None, bron: str) -> None:
    """Adds a recess. The worker then moves the open days that follow from it, each logged with both days.

    :raises Ongeldig: for an unknown name, days that do not follow, or no source.
    """
    reces = gelezen(naam, begin, einde, bron)
    with handeling(huis, wie, Handeling.KALENDER_BEHEREN, f"reces-{naam}-{begin}") as werk:
        neem_op(huis, werk, reces)


def neem_op(huis: Huis, werk: Werk, reces: Reces) -> None:
    """What `voeg_toe` does, within an act."""
    oud = recessen.tabel(werk.sessie)
    nieuw = _met(oud, reces)
    try:
        recessen.voeg_toe(werk.sessie, reces)
    except IntegrityError as fout:
        raise Ongeldig("Dit reces staat er al.") from fout
    _leg_vast(huis, werk, oud, nieuw, f"{reces.naam} van {reces.begin.isoformat()} toegevoegd")


def verwijder(huis: Huis, wie: Wie, reces_id: int) -> None:
    """Takes a recess away; the worker moves what follows from it. :raises NietGevonden: it is not there."""
    with handeling(huis, wie, Handeling.KALENDER_BEHEREN, f"reces-{reces_id}", herroepbaar=True) as werk:
        oud = recessen.tabel(werk.sessie)
        nieuw = _zonder(werk.sessie, reces_id)
        recessen.verwijder(werk.sessie, reces_id)
        _leg_vast(huis, werk, oud, nieuw, "reces uit de tabel gehaald")


def _leg_vast(huis: Huis, werk: Werk, oud: Recessen, nieuw: Recessen, waarom: str) -> None:
    """The open terms that move are few, and are facts of this act, each with both days; the rest is for the worker."""
    with sight.alles_zichtbaar(werk.sessie):
        for regel, voor, na in _verzette_termijnen(huis, werk.sessie, oud, nieuw):
            vragensets.voeg_feit_toe(
                werk.sessie,
                regel.id,
                Feitsoort.HERREKEND,
                werk.dag,
                actor=werk.wie.naam,
                moment=werk.moment,
                toelichting=f"van {datum(voor)} naar {datum(na)}: {waarom}",
            )
    herberekening.plan(werk.sessie, werk.moment, herberekening.Aanleiding(waarom, werk.wie.naam))


def gevolg_van_toevoegen(
    huis: Huis, wie: Wie, *, naam: str, begin: date | None, einde: date | None, bron: str
) -> tuple[Verschuiving, ...]:
    """Which open days adding a recess would move; nothing is written. :raises Ongeldig: as `voeg_toe`."""
    reces = gelezen(naam, begin, einde, bron)
    with inzage(huis, wie, Handeling.KALENDER_BEHEREN) as sessie:
        oud = recessen.tabel(sessie)
        return _gevolg(huis, sessie, oud, _met(oud, reces))


def gevolg_van_weghalen(huis: Huis, wie: Wie, reces_id: int) -> tuple[Verschuiving, ...]:
    """Which open days taking a recess away would move; nothing is written. :raises NietGevonden: it is not there."""
    with inzage(huis, wie, Handeling.KALENDER_BEHEREN) as sessie:
        return _gevolg(huis, sessie, recessen.tabel(sessie), _zonder(sessie, reces_id))


def gelezen(naam: str, begin: date | None, einde: date | None, bron: str) -> Reces:
    """A recess as it was written down. :raises Ongeldig: for an unknown name, days that do not follow, or no source."""
    if naam not in NAMEN:
        raise Ongeldig("Kies welk reces het is.", veld="naam")
    if begin is None or einde is None or einde < begin:
        raise Ongeldig("Vul de eerste en de laatste dag in; de laatste ligt niet voor de eerste.", veld="begin")
    if not bron.strip():
        raise Ongeldig("Noem de bron van deze dagen, bijvoorbeeld de brief of de pagina van de Kamer.", veld="bron")
    return Reces(naam, begin, einde, bron.strip())


def _met(tabel: Recessen, reces: Reces) -> Recessen:
    if any(r.begin <= reces.einde and reces.begin <= r.einde for r in tabel):
        raise Ongeldig("In deze dagen staat al een reces. Haal dat eerst weg.", veld="begin")
    return tuple(sorted((*tabel, reces), key=lambda r: r.begin))


def _zonder(sessie: Session, reces_id: int) -> Recessen:
    rijen = recessen.rijen(sessie)
    if not any(rij.id == reces_id for rij in rijen):
        raise NietGevonden("Dit reces staat niet (meer) in de tabel. Vernieuw de pagina.")
    return tuple(Reces(r.naam, r.begin, r.einde, r.bron) for r in rijen if r.id != reces_id)


def _gevolg(huis: Huis, sessie: Session, oud: Recessen, nieuw: Recessen) -> tuple[Verschuiving, ...]:
    """The open windows of promises and the open terms that the new table reads otherwise."""
    uit: list[Verschuiving] = []
    lezen_met = signalen(sessie)
    for rij, _v, _label in toezeggingen.lijst(sessie, [status.value for status in herberekening.OPEN]):
        if tijd := herberekening.ander_venster(rij, nieuw, lezen_met):
            uit.append(Verschuiving(rij.zin, f"/toezeggingen/{rij.id}", rij.venster_einde, tijd.einde))
    for regel, voor, na in _verzette_termijnen(huis, sessie, oud, nieuw):
        uit.append(Verschuiving(regel.onderwerp or regel.sleutel, f"/vragensets/{regel.sleutel}", voor, na))
    return tuple(uit)


def _verzette_termijnen(
    huis: Huis, sessie: Session, oud: Recessen, nieuw: Recessen
) -> Iterator[tuple[Regel, date | None, date | None]]:
    """The open sets whose last day is another by the new table, each with both days."""
    spelregels = standen.spelregels(huis.settings, sessie)
    if not spelregels.opschorten_in_reces:
        return
    op = huis.vandaag()
    for regel in sorted(kast.regels(sessie, Keuze(op=op, week=op, open=True)), key=lambda r: r.id):
        voor, na = (
            standen.termijn_van(regel, op=op, regels=replace(spelregels, recessen=tabel)) for tabel in (oud, nieuw)
        )
        if voor.laatste_dag != na.laatste_dag:
            yield regel, voor.laatste_dag, na.laatste_dag
