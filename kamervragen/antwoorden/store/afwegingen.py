"""What people weighed before sending: a shortcoming let pass, a sub-question judged, a contradiction dismissed."""

from __future__ import annotations

import hashlib
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.antwoorden.rows import AfwegingRij, OpmerkingRij
from kamervragen.sets.rows import AntwoordRij, WetRij


def afdruk(*woorden: str) -> str:
    """What a weighing is bound to: the same words again, whatever their case and white space."""
    kaal = "\0".join(" ".join(woord.split()).casefold() for woord in woorden)
    return hashlib.sha256(kaal.encode()).hexdigest()[:32]


def van_set(sessie: Session, vragenset_id: int) -> dict[tuple[str, str, str], AfwegingRij]:
    """Every weighing of a set, by code, place and what it was about."""
    rijen = sessie.exec(select(AfwegingRij).where(AfwegingRij.vragenset_id == vragenset_id))
    return {(rij.code, rij.plaats, rij.afdruk): rij for rij in rijen}


def weeg(
    sessie: Session,
    vragenset_id: int,
    *,
    code: str,
    plaats: str,
    afdruk: str,
    oordeel: str,
    reden: str,
    actor: str,
    moment: datetime,
) -> None:
    """Records a weighing in place of an earlier one of the same."""
    trek_in(sessie, vragenset_id, code=code, plaats=plaats, afdruk=afdruk)
    sessie.add(
        AfwegingRij(
            vragenset_id=vragenset_id,
            code=code,
            plaats=plaats,
            afdruk=afdruk,
            oordeel=oordeel,
            reden=reden,
            actor=actor,
            moment=moment,
        )
    )
    sessie.flush()


def trek_in(sessie: Session, vragenset_id: int, *, code: str, plaats: str, afdruk: str) -> None:
    """Takes a weighing back; that it was made stands in the audit trail."""
    sessie.execute(
        sa.delete(AfwegingRij).where(
            col(AfwegingRij.vragenset_id) == vragenset_id,
            col(AfwegingRij.code) == code,
            col(AfwegingRij.plaats) == plaats,
            col(AfwegingRij.afdruk) == afdruk,
        )
    )


def opmerkingen(sessie: Session, vragenset_id: int) -> tuple[OpmerkingRij, ...]:
    """The remarks on the answers of a set, in the order they were made."""
    antwoorden = sa.select(col(AntwoordRij.id)).where(col(AntwoordRij.vragenset_id) == vragenset_id)
    query = select(OpmerkingRij).where(col(OpmerkingRij.antwoord_id).in_(antwoorden))
    return tuple(sessie.exec(query.order_by(col(OpmerkingRij.id))))


def opmerking(sessie: Session, id: int) -> OpmerkingRij | None:
    return sessie.get(OpmerkingRij, id)


def merk_op(
    sessie: Session,
    antwoord_id: int,
    *,
    op_id: int | None,
    versie: int,
    citaat: str,
    tekst: str,
    actor: str,
    moment: datetime,
) -> int:
    """A new remark, or a reply to one. Returns its id."""
    rij = OpmerkingRij(
        antwoord_id=antwoord_id,
        op_id=op_id,
        antwoordversie=versie,
        citaat=citaat,
        tekst=tekst,
        actor=actor,
        moment=moment,
    )
    sessie.add(rij)
    sessie.flush()
    return rij.id


def los_op(sessie: Session, id: int, *, actor: str | None, moment: datetime | None) -> None:
    """Resolves a remark; without an actor it is open again."""
    sessie.execute(
        sa.update(OpmerkingRij).where(col(OpmerkingRij.id) == id).values(opgelost_door=actor, opgelost_op=moment)
    )
    sessie.expire_all()


def wetten(sessie: Session) -> tuple[WetRij, ...]:
    """The register of laws, by title."""
    return tuple(sessie.exec(select(WetRij).order_by(col(WetRij.titel))))


def wet(sessie: Session, titel: str) -> WetRij | None:
    """The law of this title in the register."""
    return sessie.exec(select(WetRij).where(WetRij.titel == titel)).first()


def bewaar_wet(sessie: Session, titel: str, afkorting: str | None, bron: str, *, actor: str, moment: datetime) -> None:
    """A title in the register; one that stands there gets the new abbreviation and source."""
    rij = wet(sessie, titel)
    if rij is None:
        rij = WetRij(titel=titel, bron=bron, actor=actor, moment=moment)
    rij.afkorting, rij.bron, rij.actor, rij.moment = afkorting, bron, actor, moment
    sessie.add(rij)
    sessie.flush()


def verwijder_wet(sessie: Session, id: int) -> None:
    sessie.execute(sa.delete(WetRij).where(col(WetRij.id) == id))
