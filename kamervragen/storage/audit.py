"""The audit trail: append-only lines, each with the hash of the one before.

Six fields a line: actie, object, resultaat, oorsprong, actor, tijdstip. *Bron:* BIO2 8.15.01.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from datetime import UTC, datetime

from sqlmodel import Session, col, select

from kamervragen.storage.tables import AuditRij
from kamervragen.storage.tellers import vergrendel

_BEGIN = "0" * 64


def schrijf(
    sessie: Session, *, actie: str, object: str, resultaat: str, oorsprong: str, actor: str, tijdstip: datetime
) -> None:
    """Adds one line, in the transaction of the act it tells of."""
    vergrendel(sessie, "audit")  # two writers must not follow the same line
    laatste = sessie.exec(select(AuditRij.hash).order_by(col(AuditRij.id).desc()).limit(1)).first() or _BEGIN
    rij = AuditRij(
        actie=_regel(actie), object=_regel(object), resultaat=_regel(resultaat), oorsprong=_regel(oorsprong),
        actor=_regel(actor), tijdstip=tijdstip, vorige=laatste, hash="",
    )  # fmt: skip
    rij.hash = _hash(rij)
    sessie.add(rij)
    sessie.flush()


def regels(sessie: Session, *, object: str | None = None, aantal: int = 200) -> tuple[AuditRij, ...]:
    """The newest lines, newest first, of one object or of all."""
    vraag = select(AuditRij).order_by(col(AuditRij.id).desc()).limit(aantal)
    return tuple(sessie.exec(vraag if object is None else vraag.where(AuditRij.object == object)))


def eerste_fout(sessie: Session) -> int | None:
    """The id of the first line that does not follow from the one before; None when the chain is whole."""
    vorige = _BEGIN
    vraag = select(AuditRij).order_by(col(AuditRij.id)).execution_options(yield_per=1000)
    with closing(sessie.exec(vraag)) as rijen:
        for rij in rijen:
            if rij.vorige != vorige or rij.hash != _hash(rij):
                return rij.id
            vorige = rij.hash
    return None


def _hash(rij: AuditRij) -> str:
    velden = [rij.actie, rij.object, rij.resultaat, rij.oorsprong, rij.actor]
    inhoud = [rij.vorige, *velden, rij.tijdstip.astimezone(UTC).isoformat()]
    return hashlib.sha256(json.dumps(inhoud, ensure_ascii=False).encode()).hexdigest()


def _regel(tekst: str) -> str:
    """No line breaks in a field: nobody forges a line by typing one."""
    return " ".join(tekst.split())[:500]
