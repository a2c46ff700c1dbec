"""Sets: kept, found and read back as the value they are."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer
from kamervragen.domain.status import Feit, Feitsoort
from kamervragen.domain.vragenset import (
    Antwoord,
    Bewindspersoon,
    Instrument,
    Lid,
    Noot,
    Nootsoort,
    Soort,
    Vraag,
    Vragenset,
)
from kamervragen.mensen.rows import DirectieRij, GebruikerRij
from kamervragen.sets.rows import (
    AanhangselRij,
    AntwoordRij,
    AntwoordVraagRij,
    BetrokkeneRij,
    FeitRij,
    NootRij,
    VraagRij,
    VragensetRij,
)


def laad(sessie: Session, id: int) -> Vragenset:
    """The whole set as a value, its Aanhangselnummer being that of the answer."""
    return als_waarde(
        sessie.get_one(VragensetRij, id),
        aanhangsels=aanhangsels(sessie, id),
        betrokkenen=betrokkenen(sessie, id),
        vragen=vragen(sessie, id),
        antwoorden=antwoorden_van(sessie, id),
        noten=noten(sessie, id),
    )


def als_waarde(
    rij: VragensetRij,
    *,
    aanhangsels: Sequence[AanhangselRij],
    betrokkenen: Sequence[BetrokkeneRij],
    vragen: Sequence[VraagRij],
    antwoorden: Sequence[tuple[AntwoordRij, tuple[str, ...]]],
    noten: Sequence[NootRij],
) -> Vragenset:
    """Makes the value of the rows of one set, each in its order."""
    nummer = next((Aanhangselnummer.parse(r.nummer) for r in aanhangsels if r.soort == Soort.ANTWOORD.value), None)
    notities = [r for r in aanhangsels if r.mededeling]
    return Vragenset(
        soort=Soort.ANTWOORD if antwoorden else Soort.VRAGEN,
        instrument=Instrument(rij.instrument),
        zaaknummer=Zaaknummer.parse(rij.zaaknummer) if rij.zaaknummer else None,
        aanhangselnummer=nummer,
        vergaderjaar=nummer.vergaderjaar if nummer else None,
        onderwerp=rij.onderwerp,
        indieners=tuple(Lid(r.naam or "", r.fractie) for r in betrokkenen if r.rol == "indiener"),
        gericht_aan=_bewindspersonen(betrokkenen, "gericht_aan"),
        ondertekenaars=_bewindspersonen(betrokkenen, "ondertekenaar"),
        mede_namens=_bewindspersonen(betrokkenen, "mede_namens"),
        ingezonden=rij.ingezonden,
        ontvangen=rij.ontvangen,
        gedagtekend=rij.gedagtekend,
        zie_ook=tuple(Aanhangselnummer.parse(nummer) for nummer in rij.zie_ook),
        kenmerken=tuple(rij.kenmerken),
        inleiding=rij.inleiding,
        vragen=tuple(Vraag(r.nummer, r.label, r.tekst) for r in vragen),
        antwoorden=tuple(Antwoord(labels, r.tekst) for r, labels in antwoorden),
        noten=tuple(Noot(Nootsoort(r.soort), r.nummer, r.tekst, r.url) for r in noten),
        toelichting=rij.toelichting,
        mededeling=notities[-1].mededeling if notities else None,
        slot=rij.slot,
    )


def vragen(sessie: Session, id: int) -> tuple[VraagRij, ...]:
    return tuple(sessie.exec(select(VraagRij).where(VraagRij.vragenset_id == id).order_by(col(VraagRij.volgorde))))


def noten(sessie: Session, id: int) -> tuple[NootRij, ...]:
    volgorde = (col(NootRij.soort), col(NootRij.nummer))
    return tuple(sessie.exec(select(NootRij).where(NootRij.vragenset_id == id).order_by(*volgorde)))


def betrokkenen(sessie: Session, id: int) -> tuple[BetrokkeneRij, ...]:
    query = select(BetrokkeneRij).where(BetrokkeneRij.vragenset_id == id)
    return tuple(sessie.exec(query.order_by(col(BetrokkeneRij.rol), col(BetrokkeneRij.volgorde))))


def aanhangsels(sessie: Session, id: int) -> tuple[AanhangselRij, ...]:
    query = select(AanhangselRij).where(AanhangselRij.vragenset_id == id)
    return tuple(sessie.exec(query.order_by(col(AanhangselRij.ontvangen), col(AanhangselRij.id))))


def antwoorden_van(sessie: Session, id: int) -> list[tuple[AntwoordRij, tuple[str, ...]]]:
    """The answers of a set with the labels each covers, in order."""
    rijen = sessie.execute(
        sa.select(AntwoordRij, col(VraagRij.label))
        .outerjoin(AntwoordVraagRij, col(AntwoordVraagRij.antwoord_id) == col(AntwoordRij.id))
        .outerjoin(VraagRij, col(VraagRij.id) == col(AntwoordVraagRij.vraag_id))
        .where(col(AntwoordRij.vragenset_id) == id)
        .order_by(col(AntwoordRij.volgorde), col(AntwoordVraagRij.volgorde))
    )
    per_antwoord: dict[int, tuple[AntwoordRij, list[str]]] = {}
    for antwoord, label in rijen:
        per_antwoord.setdefault(antwoord.id, (antwoord, []))[1].append(label)
    return [(antwoord, tuple(label for label in labels if label)) for antwoord, labels in per_antwoord.values()]


def feiten(sessie: Session, id: int) -> tuple[Feit, ...]:
    """What happened to a set, in the order it was recorded."""
    return als_feiten(feitrijen(sessie, id))


def als_feiten(rijen: Sequence[FeitRij]) -> tuple[Feit, ...]:
    """Makes the facts of their rows, in the order they were recorded."""
    return tuple(Feit(Feitsoort(rij.soort), rij.datum) for rij in sorted(rijen, key=lambda rij: rij.id))


def feitrijen(sessie: Session, id: int) -> tuple[FeitRij, ...]:
    volgorde = (col(FeitRij.datum), col(FeitRij.id))
    return tuple(sessie.exec(select(FeitRij).where(FeitRij.vragenset_id == id).order_by(*volgorde)))


def behandeling(sessie: Session, id: int) -> tuple[GebruikerRij | None, DirectieRij | None]:
    """Who handles a set, and its directie."""
    query = (
        sa.select(GebruikerRij, DirectieRij)
        .select_from(VragensetRij)
        .outerjoin(GebruikerRij, col(GebruikerRij.id) == col(VragensetRij.behandelaar_id))
        .outerjoin(DirectieRij, col(DirectieRij.id) == col(VragensetRij.directie_id))
        .where(col(VragensetRij.id) == id)
    )
    rij = sessie.execute(query).first()
    return (rij[0], rij[1]) if rij else (None, None)


def voeg_feit_toe(
    sessie: Session,
    id: int,
    soort: Feitsoort,
    dag: date,
    *,
    actor: str,
    moment: datetime,
    toelichting: str | None = None,
    eenmaal: bool = True,
) -> bool:
    """Records a fact. From documents `eenmaal`: the same fact on the same day is no second. Tells whether it was new."""
    gelijk = select(FeitRij.id).where(
        FeitRij.vragenset_id == id,
        FeitRij.soort == soort.value,
        FeitRij.datum == dag,
        FeitRij.toelichting == toelichting,
    )
    if eenmaal and sessie.exec(gelijk).first() is not None:
        return False
    sessie.add(
        FeitRij(vragenset_id=id, soort=soort.value, datum=dag, actor=actor, toelichting=toelichting, moment=moment)
    )
    sessie.flush()
    return True


def voeg_aanhangsel_toe(sessie: Session, id: int, vragenset: Vragenset) -> bool:
    """The number of a paper in the Aanhangsel, once. Tells whether it was new."""
    nummer = str(vragenset.aanhangselnummer)
    if sessie.exec(select(AanhangselRij.id).where(AanhangselRij.nummer == nummer)).first() is not None:
        return False
    sessie.add(
        AanhangselRij(
            vragenset_id=id,
            nummer=nummer,
            soort=vragenset.soort.value,
            ontvangen=vragenset.ontvangen,
            mededeling=vragenset.mededeling,
        )
    )
    sessie.flush()
    return True


def houd_vast(sessie: Session, rij: VragensetRij) -> None:
    """Holds the row of a set until the transaction ends, and reads it anew."""
    sessie.refresh(rij, with_for_update=True)


def voeg_vraag_toe(sessie: Session, id: int, vraag: Vraag, volgorde: int) -> None:
    sessie.add(
        VraagRij(
            vragenset_id=id,
            volgorde=volgorde,
            nummer=vraag.nummer,
            label=vraag.label,
            tekst=vraag.tekst,
            afdruk=afdruk(vraag.tekst),
        )
    )
    sessie.flush()


def zet_vraagtekst(sessie: Session, rij: VraagRij, tekst: str) -> None:
    """A question in other words, with its fingerprint and that of its set."""
    rij.tekst, rij.afdruk = tekst, afdruk(tekst)
    sessie.add(rij)
    sessie.flush()
    vragenset = sessie.get_one(VragensetRij, rij.vragenset_id)
    vragenset.vingerafdruk = vingerafdruk(laad(sessie, rij.vragenset_id))
    sessie.add(vragenset)


def voeg_noot_toe(sessie: Session, id: int, noot: Noot) -> None:
    sessie.add(NootRij(vragenset_id=id, soort=noot.soort.value, nummer=noot.nummer, tekst=noot.tekst, url=noot.url))
    sessie.flush()


def vingerafdruk(vragenset: Vragenset) -> str:
    """A hash of the question texts, white space, case, marks and punctuation left out."""
    teksten = [_kaal(vraag.tekst) for vraag in vragenset.vragen]
    return hashlib.sha256("\n".join(teksten).encode()).hexdigest()


def afdruk(tekst: str) -> str:
    """The same of one question; nothing for a question without words."""
    kaal = _kaal(tekst)
    return hashlib.sha256(kaal.encode()).hexdigest()[:32] if kaal else ""


def _kaal(tekst: str) -> str:
    return re.sub(r"[\W_]+", "", re.sub(r"\[\^\w+\]", "", tekst.casefold()))


def _bewindspersonen(rijen: Sequence[BetrokkeneRij], rol: str) -> tuple[Bewindspersoon, ...]:
    return tuple(Bewindspersoon(r.functie or "", r.naam, r.portefeuille) for r in rijen if r.rol == rol)


def verwijder(sessie: Session, id: int) -> None:
    """Takes a set out with all that hangs on it. Its papers stay in the store of files."""
    sessie.flush()
    sessie.execute(sa.delete(VragensetRij).where(col(VragensetRij.id) == id))
    sessie.expire_all()


def op_id(sessie: Session, id: int) -> VragensetRij:
    """The row of a set that is known to exist."""
    return sessie.get_one(VragensetRij, id)
