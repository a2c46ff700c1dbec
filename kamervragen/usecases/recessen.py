"""The calendar of the ministry: the recesses, and what a change of them does to open windows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from kamervragen.catalogus import datum
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.kalender import Reces, Recessen
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.status import Feitsoort
from kamervragen.domain.toezegging import Toezeggingfeit, Toezeggingstatus
from kamervragen.language.beloften import belofte_in
from kamervragen.storage import afscherming, recessen, toezeggingen, vragensets
from kamervragen.storage import standen as kast
from kamervragen.storage.standen import Keuze
from kamervragen.storage.tables import RecesRij, ToezeggingfeitRij, ToezeggingRij
from kamervragen.usecases import herberekening, standen
from kamervragen.usecases.handeling import Huis, Werk, Wie, handeling, inzage
from kamervragen.usecases.vondsten import bewaard
from kamervragen.usecases.woorden import signalen

_OPEN = (Toezeggingstatus.VOORGESTELD, Toezeggingstatus.OPENSTAAND, Toezeggingstatus.DEELS_VOLDAAN)
NAMEN = ("zomerreces", "herfstreces", "kerstreces", "voorjaarsreces", "meireces", "verkiezingsreces")


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """An open day that another calendar moves; `bij` is the promise, or the number of the set."""

    wat: str
    pad: str
    van: date | None
    naar: date | None
    bij: ToezeggingRij | int

    @property
    def vragenset_id(self) -> int | None:
        return self.bij if isinstance(self.bij, int) else self.bij.vragenset_id


def lijst(huis: Huis, wie: Wie) -> tuple[RecesRij, ...]:
    """All recesses, in order."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        return recessen.rijen(sessie)


def voeg_toe(huis: Huis, wie: Wie, *, naam: str, begin: date | None, einde: date | None, bron: str) -> int:
    """Adds a recess. Returns how many open days it moved, each logged with both days.

    :raises Ongeldig: for an unknown name, days that do not follow, or no source.
    """
    reces = gelezen(naam, begin, einde, bron)
    with handeling(huis, wie, Handeling.KALENDER_BEHEREN, f"reces-{naam}-{begin}") as werk:
        return neem_op(huis, werk, reces)


def neem_op(huis: Huis, werk: Werk, reces: Reces) -> int:
    """What `voeg_toe` does, within an act."""
    oud = recessen.tabel(werk.sessie)
    gevolg = _gevolg_voor_alle(huis, werk, oud, _met(oud, reces))
    try:
        recessen.voeg_toe(werk.sessie, reces)
    except IntegrityError as fout:
        raise Ongeldig("Dit reces staat er al.") from fout
    return _leg_vast(huis, werk, gevolg, f"{reces.naam} van {reces.begin.isoformat()} toegevoegd")


def verwijder(huis: Huis, wie: Wie, reces_id: int) -> int:
    """Takes a recess away. Returns how many open days that moved. :raises NietGevonden: it is not there."""
    with handeling(huis, wie, Handeling.KALENDER_BEHEREN, f"reces-{reces_id}", herroepbaar=True) as werk:
        oud = recessen.tabel(werk.sessie)
        gevolg = _gevolg_voor_alle(huis, werk, oud, _zonder(werk.sessie, reces_id))
        recessen.verwijder(werk.sessie, reces_id)
        return _leg_vast(huis, werk, gevolg, "reces uit de tabel gehaald")


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


def _gevolg_voor_alle(huis: Huis, werk: Werk, oud: Recessen, nieuw: Recessen) -> tuple[Verschuiving, ...]:
    """A calendar holds for every set, also for those its keeper may not know of."""
    with afscherming.alles_zichtbaar(werk.sessie):
        return _gevolg(huis, werk.sessie, oud, nieuw)


def _gevolg(huis: Huis, sessie: Session, oud: Recessen, nieuw: Recessen) -> tuple[Verschuiving, ...]:
    """The open windows of promises and the open terms that the new table reads otherwise."""
    uit: list[Verschuiving] = []
    lezen_met = signalen(sessie)
    for rij, _v, _label in toezeggingen.lijst(sessie, [status.value for status in _OPEN]):
        if rij.gedaan_op is None or rij.tijdsaanduiding is None or rij.id is None:
            continue
        belofte = belofte_in(rij.zin, rij.gedaan_op, recessen=nieuw, signalen=lezen_met)
        if belofte is not None and belofte.tijd is not None and belofte.tijd.einde != rij.venster_einde:
            uit.append(Verschuiving(rij.zin, f"/toezeggingen/{rij.id}", rij.venster_einde, belofte.tijd.einde, rij))
    spelregels = standen.spelregels(huis.settings, sessie)
    op = huis.vandaag()
    for regel in sorted(kast.regels(sessie, Keuze(op=op, week=op, open=True)), key=lambda r: r.id):
        voor, na = (
            standen.termijn_van(regel, op=op, regels=replace(spelregels, recessen=tabel)) for tabel in (oud, nieuw)
        )
        if voor.laatste_dag != na.laatste_dag:
            naam = regel.onderwerp or regel.sleutel
            uit.append(Verschuiving(naam, f"/vragensets/{regel.sleutel}", voor.laatste_dag, na.laatste_dag, regel.id))
    return tuple(uit)


def _leg_vast(huis: Huis, werk: Werk, gevolg: tuple[Verschuiving, ...], waarom: str) -> int:
    """Every moved day is a fact with both days and the reason; a proposal just gets its new window.

    Returns how many of them are of what this person may know of.
    """
    weg = afscherming.verborgen(werk.sessie)
    with afscherming.alles_zichtbaar(werk.sessie):
        for v in gevolg:
            if isinstance(v.bij, ToezeggingRij):
                _verschuif(werk, v.bij, waarom)
            else:
                van_naar = f"van {datum(v.van)} naar {datum(v.naar)}: {waarom}"
                vragensets.voeg_feit_toe(
                    werk.sessie, v.bij, Feitsoort.HERREKEND, werk.dag, actor=werk.wie.naam, moment=werk.moment,
                    toelichting=van_naar,
                )  # fmt: skip
    herberekening.plan(werk.sessie, werk.moment)
    return sum(v.vragenset_id not in weg for v in gevolg)


def _verschuif(werk: Werk, rij: ToezeggingRij, waarom: str) -> None:
    assert rij.id is not None
    assert rij.gedaan_op is not None
    kalender, lezen_met = recessen.tabel(werk.sessie), signalen(werk.sessie)
    belofte = belofte_in(rij.zin, rij.gedaan_op, recessen=kalender, signalen=lezen_met)
    if belofte is None or belofte.tijd is None:
        return
    if rij.status != Toezeggingstatus.VOORGESTELD.value:
        toezeggingen.voeg_feit_toe(
            werk.sessie,
            ToezeggingfeitRij(
                toezegging_id=rij.id, soort=Toezeggingfeit.VERSCHOVEN.value, datum=werk.dag, van=rij.venster_einde,
                naar=belofte.tijd.einde, reden=waarom, actor=werk.wie.naam, moment=werk.moment,
            ),
        )  # fmt: skip
    toezeggingen.zet(
        werk.sessie, rij.id, versie=rij.versie, venster_begin=belofte.tijd.begin, venster_einde=belofte.tijd.einde,
        afleiding=bewaard(belofte.tijd.afleiding),
    )  # fmt: skip
