"""Promises: weighed by a person, then watched, moved with a reason, and kept with a paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from kamervragen.catalogue import gettext as _
from kamervragen.core.act import Huis, Werk, handeling, inzage
from kamervragen.core.actor import Wie
from kamervragen.core.paging import Blad, blad
from kamervragen.domain.errors import NietGevonden, Ongeldig
from kamervragen.domain.nummers import Toezeggingsnummer
from kamervragen.domain.rollen import Handeling, mag
from kamervragen.domain.toezegging import (
    TOEGESTAAN,
    Feit,
    Toezeggingfeit,
    Toezeggingstatus,
    eis_feit,
    status_van,
)
from kamervragen.language.citations.verwijzingen import Verwijzingsoort, verwijzingen
from kamervragen.language.personen import bewindspersonen
from kamervragen.language.promises.beloften import belofte_in
from kamervragen.language.promises.belofterollen import rollen
from kamervragen.mensen.store import gebruikers
from kamervragen.register.rows import ToezeggingfeitRij, ToezeggingRij
from kamervragen.register.store import ambten, toezeggingen
from kamervragen.register.vondsten import zet_belofte
from kamervragen.sets.rows import VragensetRij
from kamervragen.sets.store import recessen, vragensets
from kamervragen.sets.toegang import set_voor
from kamervragen.sets.woorden import signalen


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """A promise on the list, with its set if it came from one. `dagen` until its last day; None without an end."""

    toezegging: ToezeggingRij
    vragenset: VragensetRij | None
    label: str
    dagen: int | None


@dataclass(frozen=True, slots=True)
class Beeld:
    """One promise whole: what was said, what happened since, and what may happen next."""

    toezegging: ToezeggingRij
    vragenset: VragensetRij | None
    label: str
    dagen: int | None
    feiten: tuple[ToezeggingfeitRij, ...]
    mogelijk: tuple[Toezeggingfeit, ...]


def lijst(huis: Huis, wie: Wie, status: Toezeggingstatus | None = None) -> list[Lijstregel]:
    """Promises, soonest end first; those without an end last."""
    with inzage(huis, wie, Handeling.TOEZEGGINGEN_ZIEN) as sessie:
        rijen = toezeggingen.lijst(sessie, (status.value,) if status else ())
    op = huis.vandaag()
    return [Lijstregel(rij, vragenset, label, _dagen(rij, op)) for rij, vragenset, label in rijen]


def bladzijde(huis: Huis, wie: Wie, status: Toezeggingstatus | None = None, nummer: int = 1) -> Blad[Lijstregel]:
    """A page of fifty promises, in the same order."""
    statussen = (status.value,) if status else ()
    op = huis.vandaag()
    with inzage(huis, wie, Handeling.TOEZEGGINGEN_ZIEN) as sessie:
        return blad(
            toezeggingen.tel(sessie, statussen),
            nummer,
            lambda vanaf, aantal: [
                Lijstregel(rij, vragenset, label, _dagen(rij, op))
                for rij, vragenset, label in toezeggingen.lijst(sessie, statussen, vanaf=vanaf, aantal=aantal)
            ],
        )


def beeld(huis: Huis, wie: Wie, toezegging_id: int) -> Beeld:
    """One promise with what happened to it. :raises NietGevonden: there is none."""
    with inzage(huis, wie, Handeling.TOEZEGGINGEN_ZIEN) as sessie:
        rij = _vind(sessie, toezegging_id)
        vragenset = vragensets.op_id(sessie, rij.vragenset_id) if rij.vragenset_id else None
        label = toezeggingen.label_van(sessie, rij)
        gebeurd = tuple(toezeggingen.feiten(sessie, [toezegging_id])[toezegging_id])
    kan = mag(wie.rollen, Handeling.TOEZEGGING_BESLISSEN)
    mogelijk = tuple(s for s in Toezeggingfeit if kan and s in TOEGESTAAN[Toezeggingstatus(rij.status)])
    return Beeld(rij, vragenset, label, _dagen(rij, huis.vandaag()), gebeurd, mogelijk)


def neem_aan(huis: Huis, wie: Wie, toezegging_id: int, *, versie: int, interne_dag: date | None = None) -> None:
    """Makes a proposal a toezegging. A window without an end needs a day of our own.

    :raises Ongeldig: without that day. :raises Verouderd: it was decided already.
    """
    _beslis(huis, wie, toezegging_id, Toezeggingstatus.OPENSTAAND, versie=versie, reden=None, interne_dag=interne_dag)


def wijs_af(huis: Huis, wie: Wie, toezegging_id: int, *, versie: int, reden: str) -> None:
    """Declines a proposal. :raises Ongeldig: without a reason."""
    if not reden.strip():
        raise Ongeldig("Geef een reden waarom dit geen toezegging is.", veld="reden")
    _beslis(huis, wie, toezegging_id, Toezeggingstatus.AFGEWEZEN, versie=versie, reden=reden.strip(), interne_dag=None)


def leg_vast(
    huis: Huis,
    wie: Wie,
    toezegging_id: int,
    soort: Toezeggingfeit,
    *,
    datum: date,
    versie: int,
    naar: date | None = None,
    kamerstuk: str = "",
    zin: str = "",
    reden: str = "",
) -> None:
    """Records what happened to a promise: moved, kept by a paper, lapsed, or opened again.

    :raises Ongeldig: for what cannot be, with the reason. :raises Verouderd: someone was first.
    """
    with handeling(huis, wie, Handeling.TOEZEGGING_BESLISSEN, f"toezegging-{toezegging_id}") as werk:
        rij = _vind(werk.sessie, toezegging_id)
        stuk = kamerstuk_van(kamerstuk)
        uiterste = rij.interne_dag or rij.venster_einde
        feit = Feit(soort, datum, naar)
        eis_feit(
            Toezeggingstatus(rij.status),
            feit,
            gedaan_op=rij.gedaan_op or rij.venster_begin or date.min,
            kamerstuk=stuk or "",
            reden=reden.strip(),
            uiterste=uiterste,
        )
        if datum > werk.dag:
            raise Ongeldig("De dag ligt in de toekomst. Leg vast wat al is gebeurd.", veld="datum")
        toezeggingen.voeg_feit_toe(
            werk.sessie,
            ToezeggingfeitRij(
                toezegging_id=toezegging_id,
                soort=soort.value,
                datum=datum,
                van=uiterste if naar else None,
                naar=naar,
                kamerstuk=stuk,
                zin=zin.strip() or None,
                reden=reden.strip() or None,
                actor=wie.naam,
                moment=werk.moment,
            ),
        )
        status = status_van(Toezeggingstatus(rij.status), (feit,))
        toezeggingen.zet(
            werk.sessie, toezegging_id, versie=versie, status=status.value, interne_dag=naar or rij.interne_dag
        )


def voeg_toe(
    huis: Huis,
    wie: Wie,
    *,
    zin: str,
    gedaan_op: date | None,
    vindplaats: str,
    bewindspersoon: str,
    aan: str,
    nummer: str = "",
    interne_dag: date | None = None,
    directie: str = "",
    dossierhouder: str = "",
) -> int:
    """A promise that is in no answer of ours: made in a debate, in a letter, or in the Kamer's register. Returns its id.

    Its window is read from the sentence. :raises Ongeldig: without sentence, day or place, or for a number that is known.
    """
    if not zin.strip() or gedaan_op is None or not vindplaats.strip():
        raise Ongeldig("Vul de zin, de dag en de vindplaats van de toezegging in.", veld="zin")
    nummer = str(Toezeggingsnummer.parse(nummer)) if nummer.strip() else ""
    with handeling(huis, wie, Handeling.TOEZEGGING_BESLISSEN) as werk:
        if gedaan_op > werk.dag:
            raise Ongeldig("De dag van de toezegging ligt in de toekomst.", veld="gedaan_op")
        if nummer and (bekend := toezeggingen.op_nummer(werk.sessie, nummer)):
            raise Ongeldig("%(nummer)s staat al in het register, bij toezegging %(id)s.", nummer=nummer, id=bekend.id)
        if directie and directie not in {d.code for d in gebruikers.directies(werk.sessie)}:
            raise Ongeldig(
                "De directie %(directie)s bestaat niet. Kies er een uit de lijst.", veld="directie", directie=directie
            )
        rij = ToezeggingRij(
            herkomst="register" if nummer else "hand",
            nummer=nummer or None,
            gedaan_op=gedaan_op,
            vindplaats=vindplaats.strip(),
            bewindspersoon=bewindspersoon.strip() or None,
            aan=aan.strip() or None,
            zin=zin.strip(),
            begin=0,
            einde=len(zin.strip()),
            stevigheid="hard",
            status="openstaand",
            interne_dag=interne_dag,
            actor=wie.naam,
            soort=rollen(zin).soort.value,
            directie=directie or None,
            dossierhouder=dossierhouder.strip() or None,
        )
        persoon = next(iter(bewindspersonen(bewindspersoon)), None)
        houder = ambten.houder_van(werk.sessie, persoon, gedaan_op)
        rij.portefeuille, rij.ambt_id = persoon.portefeuille if persoon else None, houder.id if houder else None
        lezen_met = signalen(werk.sessie)
        if belofte := belofte_in(rij.zin, gedaan_op, recessen=recessen.tabel(werk.sessie), signalen=lezen_met):
            zet_belofte(rij, belofte, lezen_met.versie)
        if rij.venster_einde is None and interne_dag is None:
            raise Ongeldig(
                "De toezegging noemt geen einddatum. Kies zelf een dag waarop zij klaar moet zijn.", veld="interne_dag"
            )
        if interne_dag is not None and interne_dag < gedaan_op:
            raise Ongeldig("De uiterste dag ligt voor de toezegging. Kies een latere dag.", veld="interne_dag")
        id = toezeggingen.voeg_toe(werk.sessie, rij)
        werk.object = f"toezegging-{id}"
        return id


def kamerstuk_van(tekst: str) -> str | None:
    """The canonical number of a paper as one types it; None for nothing. :raises Ongeldig: when it is none."""
    if not tekst.strip():
        return None
    soorten = (Verwijzingsoort.KAMERSTUK, Verwijzingsoort.AANHANGSEL)
    nummer = next((v.id for v in verwijzingen(tekst) if v.id and v.soort in soorten), None)
    if nummer is None:
        raise Ongeldig(
            "Dit stuk is niet te herkennen. Schrijf het als Kamerstuk 33552, nr. 124 of ah-tk-20252026-1966."
        )
    return nummer


def vindplaats(rij: ToezeggingRij, vragenset: VragensetRij | None, vraag: str = "") -> str:
    """Where a promise was made, in words; `vraag` is the label of the question it answers."""
    if vragenset is None:
        return rij.vindplaats or ""
    nummer = vragenset.zaaknummer or vragenset.sleutel
    waar = _("antwoord op vraag %(vraag)s, ") % {"vraag": vraag} if vraag else ""
    return f"{waar}{nummer}, {vragenset.onderwerp or ''}".rstrip(", ")


def _beslis(
    huis: Huis,
    wie: Wie,
    toezegging_id: int,
    status: Toezeggingstatus,
    *,
    versie: int,
    reden: str | None,
    interne_dag: date | None,
) -> None:
    terug = status is not Toezeggingstatus.OPENSTAAND
    wat = f"toezegging-{toezegging_id}"
    with handeling(huis, wie, Handeling.TOEZEGGING_BESLISSEN, wat, herroepbaar=terug) as werk:
        rij = _vind(werk.sessie, toezegging_id)
        _eis_set(werk, rij)
        if status is Toezeggingstatus.OPENSTAAND and rij.venster_einde is None and interne_dag is None:
            raise Ongeldig(
                "De toezegging noemt geen einddatum. Kies zelf een dag waarop zij klaar moet zijn.", veld="interne_dag"
            )
        if interne_dag is not None and interne_dag < werk.dag:
            raise Ongeldig("De gekozen dag ligt in het verleden. Kies een dag vanaf vandaag.", veld="interne_dag")
        toezeggingen.beslis(
            werk.sessie,
            toezegging_id,
            status=status.value,
            versie=versie,
            actor=wie.naam,
            reden=reden,
            interne_dag=interne_dag,
        )


def _vind(sessie: Session, toezegging_id: int) -> ToezeggingRij:
    rij = toezeggingen.op_id(sessie, toezegging_id)
    if rij is None:
        raise NietGevonden("Deze toezegging is er niet meer: de zin is uit het antwoord gehaald.")
    return rij


def _eis_set(werk: Werk, rij: ToezeggingRij) -> None:
    if rij.vragenset_id is not None:
        set_voor(werk, vragensets.op_id(werk.sessie, rij.vragenset_id).sleutel)


def _dagen(rij: ToezeggingRij, op: date) -> int | None:
    einde = rij.interne_dag or rij.venster_einde
    return (einde - op).days if einde else None
