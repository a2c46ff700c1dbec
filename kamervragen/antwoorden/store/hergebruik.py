"""What was taken over from where, what of it is outdated, unusable or confirmed."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.antwoorden.rows import (
    AchterhaaldRij,
    BevestigingRij,
    HergebruikRij,
    HergebruikzinRij,
    NietBruikbaarRij,
)
from kamervragen.sets.rows import AntwoordRij, AntwoordVraagRij, VraagRij, VragensetRij


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where an answer stands: for links between answers that took text from each other."""

    antwoord_id: int
    vragenset_id: int
    sleutel: str
    zaaknummer: str | None
    onderwerp: str | None
    labels: tuple[str, ...]


def onthoud(
    sessie: Session,
    antwoord_id: int,
    bron_antwoord_id: int,
    tekst: str,
    zinnen: Iterable[str],
    *,
    actor: str,
    moment: datetime,
) -> None:
    """Remembers that an answer took these sentences from another."""
    rij = HergebruikRij(
        antwoord_id=antwoord_id, bron_antwoord_id=bron_antwoord_id, tekst=tekst, actor=actor, moment=moment
    )
    sessie.add(rij)
    sessie.flush()
    for plaats, zin in enumerate(zinnen):
        sessie.add(HergebruikzinRij(hergebruik_id=rij.id, volgorde=plaats, zin=zin))
    sessie.flush()


def herkomst(sessie: Session, vragenset_id: int) -> dict[int, list[tuple[HergebruikRij, VragensetRij]]]:
    """Per answer of a set the earlier answers it took text from, with the sets they stand in."""
    rijen = sessie.execute(
        sa.select(HergebruikRij, VragensetRij)
        .join(AntwoordRij, col(AntwoordRij.id) == col(HergebruikRij.bron_antwoord_id))
        .join(VragensetRij, col(VragensetRij.id) == col(AntwoordRij.vragenset_id))
        .where(col(HergebruikRij.antwoord_id).in_(_van_set(vragenset_id)))
        .order_by(col(HergebruikRij.id))
    )
    uit: dict[int, list[tuple[HergebruikRij, VragensetRij]]] = defaultdict(list)
    for hergebruik, vragenset in rijen:
        uit[hergebruik.antwoord_id].append((hergebruik, vragenset))
    return uit


def zinnen(sessie: Session, vragenset_id: int) -> dict[int, tuple[str, ...]]:
    """The sentences of each taking over in a set, in order."""
    uit: dict[int, list[str]] = defaultdict(list)
    query = (
        select(HergebruikzinRij)
        .join(HergebruikRij, col(HergebruikRij.id) == col(HergebruikzinRij.hergebruik_id))
        .where(col(HergebruikRij.antwoord_id).in_(_van_set(vragenset_id)))
    )
    for rij in sessie.exec(query.order_by(col(HergebruikzinRij.hergebruik_id), col(HergebruikzinRij.volgorde))):
        uit[rij.hergebruik_id].append(rij.zin)
    return {id: tuple(gevonden) for id, gevonden in uit.items()}


def aantallen(sessie: Session, antwoord_ids: Collection[int]) -> dict[int, int]:
    """How many answers took text from each of these."""
    rijen = sessie.execute(
        sa.select(col(HergebruikRij.bron_antwoord_id), sa.func.count(sa.distinct(col(HergebruikRij.antwoord_id))))
        .where(col(HergebruikRij.bron_antwoord_id).in_(antwoord_ids))
        .group_by(col(HergebruikRij.bron_antwoord_id))
    )
    return {rij[0]: rij[1] for rij in rijen}


def bronnen(sessie: Session, antwoord_id: int) -> set[int]:
    """Every answer this one's text comes from, near and far."""
    return _wandel(sessie, antwoord_id, sa.select(col(HergebruikRij.antwoord_id), col(HergebruikRij.bron_antwoord_id)))


def afnemers(sessie: Session, antwoord_id: int) -> set[int]:
    """Every answer that has text from this one, near and far."""
    return _wandel(sessie, antwoord_id, sa.select(col(HergebruikRij.bron_antwoord_id), col(HergebruikRij.antwoord_id)))


def _wandel(sessie: Session, begin: int, stappen: sa.Select[int, int]) -> set[int]:
    """Follows `stappen` (from, to) level by level; a circle ends where it was seen before."""
    van = stappen.selected_columns[0]
    gezien: set[int] = set()
    rand = {begin}
    while rand:
        gevonden = {naar for _, naar in sessie.execute(stappen.where(van.in_(rand)))}
        rand = gevonden - gezien - {begin}
        gezien |= rand
    return gezien


def plaatsen(sessie: Session, antwoord_ids: Collection[int]) -> tuple[Plaats, ...]:
    """Where these answers stand, by set and number."""
    rijen = sessie.execute(
        sa.select(AntwoordVraagRij, VraagRij, VragensetRij)
        .join(VraagRij, col(VraagRij.id) == col(AntwoordVraagRij.vraag_id))
        .join(VragensetRij, col(VragensetRij.id) == col(VraagRij.vragenset_id))
        .where(col(AntwoordVraagRij.antwoord_id).in_(antwoord_ids))
        .order_by(col(VragensetRij.id), col(AntwoordVraagRij.antwoord_id), col(AntwoordVraagRij.volgorde))
    )
    uit: dict[int, Plaats] = {}
    for koppel, vraag, vragenset in rijen:
        eerder = uit.get(koppel.antwoord_id)
        labels = (*(eerder.labels if eerder else ()), vraag.label)
        uit[koppel.antwoord_id] = Plaats(
            koppel.antwoord_id, vragenset.id, vragenset.sleutel, vragenset.zaaknummer, vragenset.onderwerp, labels
        )
    return tuple(uit.values())


def achterhaald(sessie: Session) -> dict[int, AchterhaaldRij]:
    """The marks that stand, by answer: the newest one each. People put them by hand, so that there are few."""
    query = select(AchterhaaldRij).where(col(AchterhaaldRij.ingetrokken_op).is_(None))
    return {rij.antwoord_id: rij for rij in sessie.exec(query.order_by(col(AchterhaaldRij.id)))}


def markeer_achterhaald(
    sessie: Session, antwoord_id: int, *, reden: str, door: str, sinds: date, actor: str, moment: datetime
) -> int:
    """Puts a mark on an answer, and returns its id."""
    rij = AchterhaaldRij(antwoord_id=antwoord_id, reden=reden, door=door, sinds=sinds, actor=actor, moment=moment)
    sessie.add(rij)
    sessie.flush()
    return rij.id


def trek_merk_in(sessie: Session, id: int, *, actor: str, moment: datetime) -> None:
    """Takes one mark back; others on the same answer stay."""
    eigen = sa.and_(col(AchterhaaldRij.id) == id, col(AchterhaaldRij.ingetrokken_op).is_(None))
    sessie.execute(sa.update(AchterhaaldRij).where(eigen).values(ingetrokken_door=actor, ingetrokken_op=moment))


def trek_achterhaald_in(sessie: Session, antwoord_id: int, *, actor: str, moment: datetime) -> int:
    """Takes the marks back; they stay on record. Returns how many there were."""
    gezet = sessie.execute(
        sa.update(AchterhaaldRij)
        .where(col(AchterhaaldRij.antwoord_id) == antwoord_id, col(AchterhaaldRij.ingetrokken_op).is_(None))
        .values(ingetrokken_door=actor, ingetrokken_op=moment)
        .execution_options(synchronize_session=False)
    )
    sessie.expire_all()
    return int(gezet.rowcount)  # type: ignore[attr-defined]


def niet_bruikbaar(sessie: Session, vragenset_id: int) -> dict[int, dict[int, NietBruikbaarRij]]:
    """The proposals somebody found unusable: by question of a set, and by earlier answer."""
    query = select(NietBruikbaarRij).join(VraagRij, col(VraagRij.id) == col(NietBruikbaarRij.vraag_id))
    uit: dict[int, dict[int, NietBruikbaarRij]] = defaultdict(dict)
    for rij in sessie.exec(query.where(VraagRij.vragenset_id == vragenset_id)):
        uit[rij.vraag_id][rij.bron_antwoord_id] = rij
    return uit


def markeer_niet_bruikbaar(
    sessie: Session, vraag_id: int, bron_antwoord_id: int, *, reden: str, actor: str, moment: datetime
) -> None:
    """A later reason takes the place of an earlier one."""
    rij = _opzij(sessie, vraag_id, bron_antwoord_id) or NietBruikbaarRij(
        vraag_id=vraag_id, bron_antwoord_id=bron_antwoord_id, reden=reden, actor=actor, moment=moment
    )
    rij.reden, rij.actor, rij.moment = reden, actor, moment
    sessie.add(rij)
    sessie.flush()


def wel_bruikbaar(sessie: Session, vraag_id: int, bron_antwoord_id: int) -> None:
    """Takes the finding back; the audit trail remembers it."""
    rij = _opzij(sessie, vraag_id, bron_antwoord_id)
    if rij is not None:
        sessie.delete(rij)
        sessie.flush()


def _opzij(sessie: Session, vraag_id: int, bron_antwoord_id: int) -> NietBruikbaarRij | None:
    query = select(NietBruikbaarRij).where(
        NietBruikbaarRij.vraag_id == vraag_id, NietBruikbaarRij.bron_antwoord_id == bron_antwoord_id
    )
    return sessie.exec(query).first()


def afdruk(zin: str, tekst: str) -> str:
    """What a confirmation is kept under: another sentence is another confirmation."""
    return hashlib.sha256(f"{zin}\0{tekst}".encode()).hexdigest()[:32]


def bevestigingen(sessie: Session, vragenset_id: int) -> dict[tuple[int, str], BevestigingRij]:
    """What somebody said still holds, by answer of the set and fingerprint."""
    query = select(BevestigingRij).where(col(BevestigingRij.antwoord_id).in_(_van_set(vragenset_id)))
    return {(rij.antwoord_id, rij.afdruk): rij for rij in sessie.exec(query)}


def bevestig(
    sessie: Session, antwoord_id: int, plekken: Iterable[tuple[str, str]], *, actor: str, moment: datetime
) -> int:
    """Confirms pieces (sentence, piece); what was confirmed before stays as it was. Returns how many were new."""
    bekend = set(sessie.exec(select(BevestigingRij.afdruk).where(BevestigingRij.antwoord_id == antwoord_id)))
    nieuw = {afdruk(zin, tekst): tekst for zin, tekst in plekken}
    for welke, tekst in nieuw.items():
        if welke not in bekend:
            sessie.add(BevestigingRij(antwoord_id=antwoord_id, afdruk=welke, tekst=tekst, actor=actor, moment=moment))
    sessie.flush()
    return len(nieuw.keys() - bekend)


def _van_set(vragenset_id: int) -> sa.Select[int | None]:
    return sa.select(col(AntwoordRij.id)).where(col(AntwoordRij.vragenset_id) == vragenset_id)
