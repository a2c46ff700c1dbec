"""The calendar of the ministry: the recesses, and what a change of them does to open windows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from kamervragen.core.act import Huis, Werk, Wie, handeling, inzage
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.kalender import Reces, Recessen
from kamervragen.domain.rollen import Handeling
from kamervragen.language.beloften import belofte_in
from kamervragen.sets.rows import RecesRij
from kamervragen.sets.store import recessen
from kamervragen.sets.store import standen as kast
from kamervragen.sets.store.standen import Keuze
from kamervragen.storage import toezeggingen
from kamervragen.usecases import herberekening, standen
from kamervragen.usecases.woorden import signalen

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
        neem_op(werk, reces)


def neem_op(werk: Werk, reces: Reces) -> None:
    """What `voeg_toe` does, within an act."""
    _met(recessen.tabel(werk.sessie), reces)
    try:
        recessen.voeg_toe(werk.sessie, reces)
    except IntegrityError as fout:
        raise Ongeldig("Dit reces staat er al.") from fout
    _plan(werk, f"{reces.naam} van {reces.begin.isoformat()} toegevoegd")


def verwijder(huis: Huis, wie: Wie, reces_id: int) -> None:
    """Takes a recess away; the worker moves what follows from it. :raises NietGevonden: it is not there."""
    with handeling(huis, wie, Handeling.KALENDER_BEHEREN, f"reces-{reces_id}", herroepbaar=True) as werk:
        _zonder(werk.sessie, reces_id)
        recessen.verwijder(werk.sessie, reces_id)
        _plan(werk, "reces uit de tabel gehaald")


def _plan(werk: Werk, waarom: str) -> None:
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
        if rij.gedaan_op is None or rij.tijdsaanduiding is None or rij.id is None:
            continue
        belofte = belofte_in(rij.zin, rij.gedaan_op, recessen=nieuw, signalen=lezen_met)
        if belofte is not None and belofte.tijd is not None and belofte.tijd.einde != rij.venster_einde:
            uit.append(Verschuiving(rij.zin, f"/toezeggingen/{rij.id}", rij.venster_einde, belofte.tijd.einde))
    spelregels = standen.spelregels(huis.settings, sessie)
    op = huis.vandaag()
    for regel in sorted(kast.regels(sessie, Keuze(op=op, week=op, open=True)), key=lambda r: r.id):
        voor, na = (
            standen.termijn_van(regel, op=op, regels=replace(spelregels, recessen=tabel)) for tabel in (oud, nieuw)
        )
        if voor.laatste_dag != na.laatste_dag:
            naam = regel.onderwerp or regel.sleutel
            uit.append(Verschuiving(naam, f"/vragensets/{regel.sleutel}", voor.laatste_dag, na.laatste_dag))
    return tuple(uit)
