"""The audit trail: append-only lines, each with the hash of the one before.

Six fields a line: actie, object, resultaat, oorsprong, actor with his account, tijdstip. *Bron:* BIO2 8.15.01.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.core.rows import AuditRij
from kamervragen.core.store.counters import vergrendel

_BEGIN = "0" * 64


def schrijf(
    sessie: Session,
    *,
    actie: str,
    object: str,
    resultaat: str,
    oorsprong: str,
    actor: str,
    actor_id: int | None,
    tijdstip: datetime,
) -> None:
    """Adds one line, in the transaction of the act it tells of. `actor_id` is the account, if it was one."""
    vergrendel(sessie, "audit")  # two writers must not follow the same line
    laatste = sessie.exec(select(AuditRij.hash).order_by(col(AuditRij.id).desc()).limit(1)).first() or _BEGIN
    rij = AuditRij(
        actie=_regel(actie),
        object=_regel(object),
        resultaat=_regel(resultaat),
        oorsprong=_regel(oorsprong),
        actor=_regel(actor),
        actor_id=actor_id,
        tijdstip=tijdstip,
        vorige=laatste,
        hash="",
    )
    rij.hash = _hash(rij)
    sessie.add(rij)
    sessie.flush()


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """What one looks for in the trail; an empty field asks nothing. Days include both ends. `actor` is a part of a name, or the
    number of an account as the page shows it: #12.
    """

    actor: str = ""
    actie: str = ""
    object: str = ""
    resultaat: str = ""
    van: datetime | None = None
    tot: datetime | None = None


def regels(sessie: Session, zoek: Zoekvraag = Zoekvraag(), *, aantal: int = 200) -> tuple[AuditRij, ...]:
    """The newest lines that fit, newest first."""
    query = select(AuditRij).order_by(col(AuditRij.id).desc()).limit(aantal)
    for kolom, waarde in (
        (AuditRij.actie, zoek.actie),
        (AuditRij.object, zoek.object),
        (AuditRij.resultaat, zoek.resultaat),
    ):
        if waarde:
            query = query.where(col(kolom) == waarde)
    if zoek.actor.startswith("#") and zoek.actor[1:].isdecimal() and len(zoek.actor) < 11:
        query = query.where(AuditRij.actor_id == int(zoek.actor[1:]))
    elif zoek.actor:
        query = query.where(sa.func.lower(col(AuditRij.actor)).contains(zoek.actor.lower(), autoescape=True))
    if zoek.van is not None:
        query = query.where(col(AuditRij.tijdstip) >= zoek.van)
    if zoek.tot is not None:
        query = query.where(col(AuditRij.tijdstip) < zoek.tot)
    return tuple(sessie.exec(query))


def staat_er(
    sessie: Session, actor: str, actor_id: int | None, object: str, resultaat: str, *, sinds: datetime
) -> bool:
    """Whether there is a line of just this person, object and outcome since then."""
    van = AuditRij.actor == actor if actor_id is None else AuditRij.actor_id == actor_id
    query = select(AuditRij.id).where(van, AuditRij.object == object, AuditRij.resultaat == resultaat)
    return sessie.exec(query.where(col(AuditRij.tijdstip) >= sinds).limit(1)).first() is not None


def kwam_binnen(sessie: Session, actor: str, oorsprong: str, *, sinds: datetime) -> bool:
    """Tells whether this log-in name, which is of one account for ever, came in from this address since then."""
    query = select(AuditRij.id).where(
        AuditRij.actie == "inloggen",
        AuditRij.actor == actor,
        AuditRij.oorsprong == oorsprong,
        AuditRij.resultaat == "gelukt",
        col(AuditRij.tijdstip) > sinds,
    )
    return sessie.exec(query).first() is not None


def resultaten(sessie: Session) -> tuple[str, ...]:
    """Every outcome that stands in the trail."""
    return tuple(sorted(sessie.exec(select(AuditRij.resultaat).distinct())))


def laatste(sessie: Session) -> AuditRij | None:
    """The newest line."""
    return sessie.exec(select(AuditRij).order_by(col(AuditRij.id).desc()).limit(1)).first()


def hash_van(sessie: Session, id: int) -> str | None:
    """The hash of a line; None when there is no such line."""
    return sessie.exec(select(AuditRij.hash).where(AuditRij.id == id)).first()


def eerste_fout(sessie: Session) -> int | None:
    """The id of the first line that does not follow from the one before; None when the chain is whole."""
    vorige = _BEGIN
    query = select(AuditRij).order_by(col(AuditRij.id)).execution_options(yield_per=1000)
    with closing(sessie.exec(query)) as rijen:
        for rij in rijen:
            if rij.vorige != vorige or rij.hash != _hash(rij):
                return rij.id
            vorige = rij.hash
    return None


def _hash(rij: AuditRij) -> str:
    velden = [rij.actie, rij.object, rij.resultaat, rij.oorsprong, rij.actor]
    if rij.actor_id is not None:  # lines of before there were accounts in the trail have none
        velden.append(str(rij.actor_id))
    inhoud = [rij.vorige, *velden, rij.tijdstip.astimezone(UTC).isoformat()]
    return hashlib.sha256(json.dumps(inhoud, ensure_ascii=False).encode()).hexdigest()


def _regel(tekst: str) -> str:
    """No line breaks in a field: nobody forges a line by typing one."""
    return " ".join(tekst.split())[:500]
