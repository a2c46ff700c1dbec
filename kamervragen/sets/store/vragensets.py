"""Sets: kept, found and read back as the value they are."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.core.store import counters
from kamervragen.domain.nummers import Aanhangselnummer, Sleutel, Zaaknummer
from kamervragen.domain.status import Feit, Feitsoort
from kamervragen.domain.vragenset import (
    Antwoord,
    Bewindspersoon,
    Instrument,
    Kamer,
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
    AfschermingRij,
    AntwoordRij,
    AntwoordVraagRij,
    BetrokkeneRij,
    DocumentRij,
    FeitRij,
    NootRij,
    VraagRij,
    VragensetRij,
)


def nieuw(sessie: Session, vragenset: Vragenset, moment: datetime) -> VragensetRij:
    """A new row with a key of its own. Questions, answers, notes and people come apart."""
    rij = VragensetRij(
        sleutel=str(Sleutel(counters.volgende(sessie, "sleutel"))),
        instrument=vragenset.instrument.value,
        kamer=vragenset.aanhangselnummer.kamer if vragenset.aanhangselnummer else Kamer.TWEEDE.value,
        zaaknummer=str(vragenset.zaaknummer) if vragenset.zaaknummer else None,
        onderwerp=vragenset.onderwerp,
        ingezonden=vragenset.ingezonden,
        ontvangen=vragenset.ontvangen if vragenset.soort is Soort.ANTWOORD else None,
        gedagtekend=vragenset.gedagtekend,
        inleiding=vragenset.inleiding,
        toelichting=vragenset.toelichting,
        slot=vragenset.slot,
        kenmerken=list(vragenset.kenmerken),
        zie_ook=[str(nummer) for nummer in vragenset.zie_ook],
        vingerafdruk=vingerafdruk(vragenset),
        aangemaakt=moment,
    )
    sessie.add(rij)
    sessie.flush()
    return rij


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
    vraag = select(BetrokkeneRij).where(BetrokkeneRij.vragenset_id == id)
    return tuple(sessie.exec(vraag.order_by(col(BetrokkeneRij.rol), col(BetrokkeneRij.volgorde))))


def aanhangsels(sessie: Session, id: int) -> tuple[AanhangselRij, ...]:
    vraag = select(AanhangselRij).where(AanhangselRij.vragenset_id == id)
    return tuple(sessie.exec(vraag.order_by(col(AanhangselRij.ontvangen), col(AanhangselRij.id))))


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
    return tuple(Feit(Feitsoort(rij.soort), rij.datum) for rij in sorted(rijen, key=lambda rij: rij.id or 0))


def feitrijen(sessie: Session, id: int) -> tuple[FeitRij, ...]:
    volgorde = (col(FeitRij.datum), col(FeitRij.id))
    return tuple(sessie.exec(select(FeitRij).where(FeitRij.vragenset_id == id).order_by(*volgorde)))


def behandeling(sessie: Session, id: int) -> tuple[GebruikerRij | None, DirectieRij | None]:
    """Who handles a set, and its directie."""
    vraag = (
        sa.select(GebruikerRij, DirectieRij)
        .select_from(VragensetRij)
        .outerjoin(GebruikerRij, col(GebruikerRij.id) == col(VragensetRij.behandelaar_id))
        .outerjoin(DirectieRij, col(DirectieRij.id) == col(VragensetRij.directie_id))
        .where(col(VragensetRij.id) == id)
    )
    rij = sessie.execute(vraag).first()
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


def zet_betrokkenen(sessie: Session, id: int, vragenset: Vragenset) -> bool:
    """Adds the people of each role that has none yet. Tells whether any were added."""
    aanwezig = {rij.rol for rij in betrokkenen(sessie, id)}
    rollen: dict[str, list[BetrokkeneRij]] = {
        "indiener": [
            BetrokkeneRij(vragenset_id=id, rol="indiener", volgorde=n, naam=lid.naam, fractie=lid.fractie)
            for n, lid in enumerate(vragenset.indieners)
        ],
        "gericht_aan": _rijen(id, "gericht_aan", vragenset.gericht_aan),
        "ondertekenaar": _rijen(id, "ondertekenaar", vragenset.ondertekenaars),
        "mede_namens": _rijen(id, "mede_namens", vragenset.mede_namens),
    }
    nieuw = [rij for rol, rijen in rollen.items() if rol not in aanwezig for rij in rijen]
    sessie.add_all(nieuw)
    sessie.flush()
    return bool(nieuw)


def vervang_bewindspersonen(sessie: Session, id: int, rol: str, personen: tuple[Bewindspersoon, ...]) -> None:
    """Puts these people in a role, in place of who stood there."""
    weg = sa.delete(BetrokkeneRij).where(col(BetrokkeneRij.vragenset_id) == id, col(BetrokkeneRij.rol) == rol)
    sessie.execute(weg)
    sessie.add_all(_rijen(id, rol, personen))
    sessie.flush()


def op_sleutel(sessie: Session, sleutel: str, *, vast: bool = False) -> VragensetRij | None:
    """The set of this key. `vast` holds its row until the transaction ends: what was checked stays true."""
    vraag = select(VragensetRij).where(VragensetRij.sleutel == sleutel)
    return sessie.exec(vraag.with_for_update() if vast else vraag).first()


def op_zaaknummer(sessie: Session, nummer: Zaaknummer) -> VragensetRij | None:
    return sessie.exec(select(VragensetRij).where(VragensetRij.zaaknummer == str(nummer))).first()


def op_aanhangselnummer(sessie: Session, nummer: Aanhangselnummer) -> VragensetRij | None:
    """The set of a number in the Aanhangsel; a reprint (herdruk) belongs with the first print."""
    eerste = str(replace(nummer, uitgave=""))
    zelfde = sa.or_(col(AanhangselRij.nummer) == eerste, col(AanhangselRij.nummer).like(f"{eerste}-_%"))
    return sessie.exec(select(VragensetRij).join(AanhangselRij).where(zelfde)).first()


def van_indiener_op(sessie: Session, namen: Collection[str], dag: date) -> VragensetRij | None:
    """The one set of these members that was sent or answered on a day; None when there is none or more than one."""
    vraag = (
        select(VragensetRij)
        .join(BetrokkeneRij)
        .where(
            BetrokkeneRij.rol == "indiener",
            col(BetrokkeneRij.naam).in_(namen),
            sa.or_(
                col(VragensetRij.ingezonden) == dag,
                col(VragensetRij.ontvangen) == dag,
                col(VragensetRij.gedagtekend) == dag,
            ),
        )
        .distinct()
    )
    gevonden = sessie.exec(vraag).all()
    return gevonden[0] if len(gevonden) == 1 else None


def op_zie_ook(sessie: Session, nummer: Aanhangselnummer) -> VragensetRij | None:
    """The set whose answer says 'Zie ook ... nr. N': N is the number of its delay notice."""
    vraag = select(VragensetRij).where(sa.cast(col(VragensetRij.zie_ook), sa.Text).contains(f'"{nummer}"'))
    return sessie.exec(vraag).first()


def houd_vast(sessie: Session, rij: VragensetRij) -> None:
    """Holds the row of a set until the transaction ends, and reads it anew."""
    sessie.refresh(rij, with_for_update=True)


def voeg_document_toe(
    sessie: Session,
    id: int,
    *,
    sha256: str,
    naam: str,
    soort: str,
    moment: datetime,
    aantallen: dict[str, int],
    herkomst: str | None = None,
    titel: str | None = None,
    volgorde: int = 0,
    kenmerk: str | None = None,
) -> None:
    sessie.add(
        DocumentRij(
            vragenset_id=id,
            sha256=sha256,
            naam=naam,
            soort=soort,
            moment=moment,
            aantallen=aantallen,
            herkomst=herkomst,
            titel=titel,
            volgorde=volgorde,
            kenmerk=kenmerk or None,
        )
    )
    sessie.flush()


def documenten(sessie: Session, id: int) -> tuple[DocumentRij, ...]:
    """The papers of a set, in the order in which they came."""
    vraag = select(DocumentRij).where(DocumentRij.vragenset_id == id)
    return tuple(sessie.exec(vraag.order_by(col(DocumentRij.id))))


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


def zet_kop(sessie: Session, rij: VragensetRij, vragenset: Vragenset) -> None:
    """The head of a set as this value has it: numbers, dates, subject, people."""
    assert rij.id is not None
    rij.zaaknummer = str(vragenset.zaaknummer) if vragenset.zaaknummer else None
    rij.onderwerp, rij.inleiding, rij.toelichting = vragenset.onderwerp, vragenset.inleiding, vragenset.toelichting
    rij.ingezonden, rij.ontvangen, rij.gedagtekend = vragenset.ingezonden, vragenset.ontvangen, vragenset.gedagtekend
    rij.kenmerken, rij.zie_ook = list(vragenset.kenmerken), [str(nummer) for nummer in vragenset.zie_ook]
    sessie.add(rij)
    sessie.execute(sa.delete(BetrokkeneRij).where(col(BetrokkeneRij.vragenset_id) == rij.id))
    sessie.flush()
    zet_betrokkenen(sessie, rij.id, vragenset)


def voeg_noot_toe(sessie: Session, id: int, noot: Noot) -> None:
    sessie.add(NootRij(vragenset_id=id, soort=noot.soort.value, nummer=noot.nummer, tekst=noot.tekst, url=noot.url))
    sessie.flush()


def document(sessie: Session, sha256: str) -> DocumentRij | None:
    """The paper with these bytes, when it came in before."""
    return sessie.exec(select(DocumentRij).where(DocumentRij.sha256 == sha256).order_by(col(DocumentRij.id))).first()


def vingerafdruk(vragenset: Vragenset) -> str:
    """A hash of the question texts, white space, case, marks and punctuation left out."""
    teksten = [_kaal(vraag.tekst) for vraag in vragenset.vragen]
    return hashlib.sha256("\n".join(teksten).encode()).hexdigest()


def afdruk(tekst: str) -> str:
    """The same of one question; nothing for a question without words."""
    kaal = _kaal(tekst)
    return hashlib.sha256(kaal.encode()).hexdigest()[:32] if kaal else ""


def mogelijk_dezelfde(
    sessie: Session, vragenset: Vragenset, *, hoogstens: int = 20, nieuwste: int = 200
) -> tuple[VragensetRij, ...]:
    """The sets a paper may belong to: those that share most questions with it word for word, and the newest ones.

    A shielded set is never among them: a proposal to join would tell of it.
    """
    aantal = sa.func.count(sa.distinct(col(VraagRij.afdruk)))
    beste = (
        sa.select(col(VraagRij.vragenset_id))
        .where(col(VraagRij.afdruk).in_([a for vraag in vragenset.vragen if (a := afdruk(vraag.tekst))]))
        .group_by(col(VraagRij.vragenset_id))
        .order_by(aantal.desc(), col(VraagRij.vragenset_id))
        .limit(hoogstens)
    )
    laatste = sa.select(col(VragensetRij.id)).order_by(col(VragensetRij.id).desc()).limit(nieuwste)
    vraag = select(VragensetRij).where(
        sa.or_(col(VragensetRij.id).in_(beste), col(VragensetRij.id).in_(laatste)),
        col(VragensetRij.id).not_in(sa.select(col(AfschermingRij.vragenset_id))),
    )
    return tuple(sessie.exec(vraag.order_by(col(VragensetRij.id))))


def _kaal(tekst: str) -> str:
    return re.sub(r"[\W_]+", "", re.sub(r"\[\^\w+\]", "", tekst.casefold()))


def _rijen(id: int, rol: str, personen: tuple[Bewindspersoon, ...]) -> list[BetrokkeneRij]:
    return [
        BetrokkeneRij(vragenset_id=id, rol=rol, volgorde=n, naam=p.naam, functie=p.functie, portefeuille=p.portefeuille)
        for n, p in enumerate(personen)
    ]


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
