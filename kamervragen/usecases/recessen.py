"""The calendar of the ministry: the recesses, and what a change of them does to open windows."""

from __future__ import annotations

from datetime import date

from sqlalchemy.exc import IntegrityError

from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.kalender import Reces
from kamervragen.domain.rollen import Handeling
from kamervragen.domain.toezegging import Toezeggingfeit, Toezeggingstatus
from kamervragen.language.beloften import belofte_in
from kamervragen.storage import recessen, toezeggingen
from kamervragen.storage.tables import RecesRij, ToezeggingfeitRij, ToezeggingRij
from kamervragen.usecases.handeling import Huis, Werk, Wie, handeling, inzage
from kamervragen.usecases.vondsten import bewaard

_OPEN = (Toezeggingstatus.VOORGESTELD, Toezeggingstatus.OPENSTAAND, Toezeggingstatus.DEELS_VOLDAAN)
NAMEN = ("zomerreces", "herfstreces", "kerstreces", "voorjaarsreces", "meireces", "verkiezingsreces")


def lijst(huis: Huis, wie: Wie) -> tuple[RecesRij, ...]:
    """All recesses, in order."""
    with inzage(huis, wie, Handeling.SETS_ZIEN) as sessie:
        return recessen.rijen(sessie)


def voeg_toe(huis: Huis, wie: Wie, *, naam: str, begin: date | None, einde: date | None, bron: str) -> int:
    """Adds a recess. Returns how many open windows it moved, each logged with both days.

    :raises Ongeldig: for an unknown name, days that do not follow, or no source.
    """
    if naam not in NAMEN:
        raise Ongeldig("Kies welk reces het is.")
    if begin is None or einde is None or einde < begin:
        raise Ongeldig("Vul de eerste en de laatste dag in; de laatste ligt niet voor de eerste.")
    if not bron.strip():
        raise Ongeldig("Noem de bron van deze dagen, bijvoorbeeld de brief of de pagina van de Kamer.")
    with handeling(huis, wie, Handeling.KALENDER_BEHEREN, f"reces-{naam}-{begin}") as werk:
        if any(r.begin <= einde and begin <= r.einde for r in recessen.tabel(werk.sessie)):
            raise Ongeldig("In deze dagen staat al een reces. Haal dat eerst weg.")
        try:
            recessen.voeg_toe(werk.sessie, Reces(naam, begin, einde, bron.strip()))
        except IntegrityError as fout:
            raise Ongeldig("Dit reces staat er al.") from fout
        return _reken_opnieuw(werk, f"{naam} van {begin.isoformat()} toegevoegd")


def verwijder(huis: Huis, wie: Wie, reces_id: int) -> int:
    """Takes a recess away. Returns how many open windows that moved. :raises NietGevonden: it is not there."""
    with handeling(huis, wie, Handeling.KALENDER_BEHEREN, f"reces-{reces_id}") as werk:
        if not recessen.verwijder(werk.sessie, reces_id):
            raise NietGevonden("Dit reces staat niet (meer) in de tabel. Vernieuw de pagina.")
        return _reken_opnieuw(werk, "reces uit de tabel gehaald")


def _reken_opnieuw(werk: Werk, waarom: str) -> int:
    """Reads the windows of open promises again. A moved day is a fact with both days and the reason."""
    tabel = recessen.tabel(werk.sessie)
    aantal = 0
    for rij, _, _ in toezeggingen.lijst(werk.sessie, [status.value for status in _OPEN]):
        if rij.gedaan_op is None or rij.tijdsaanduiding is None or rij.id is None:
            continue
        belofte = belofte_in(rij.zin, rij.gedaan_op, recessen=tabel)
        if belofte is None or belofte.tijd is None or belofte.tijd.einde == rij.venster_einde:
            continue
        aantal += 1
        _log(werk, rij, belofte.tijd.einde, waarom)
        toezeggingen.zet(
            werk.sessie, rij.id, versie=rij.versie, venster_begin=belofte.tijd.begin, venster_einde=belofte.tijd.einde,
            afleiding=bewaard(belofte.tijd.afleiding),
        )  # fmt: skip
    return aantal


def _log(werk: Werk, rij: ToezeggingRij, naar: date | None, waarom: str) -> None:
    if rij.status != Toezeggingstatus.VOORGESTELD.value and rij.id is not None:
        toezeggingen.voeg_feit_toe(
            werk.sessie,
            ToezeggingfeitRij(
                toezegging_id=rij.id, soort=Toezeggingfeit.VERSCHOVEN.value, datum=werk.dag, van=rij.venster_einde,
                naar=naar, reden=waarom, actor=werk.wie.naam, moment=werk.moment,
            ),
        )  # fmt: skip
