"""The papers of a set: each by its bytes."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from kamervragen.sets.rows import (
    DocumentRij,
)


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
    query = select(DocumentRij).where(DocumentRij.vragenset_id == id)
    return tuple(sessie.exec(query.order_by(col(DocumentRij.id))))


def document(sessie: Session, sha256: str) -> DocumentRij | None:
    """The paper with these bytes, when it came in before."""
    return sessie.exec(select(DocumentRij).where(DocumentRij.sha256 == sha256).order_by(col(DocumentRij.id))).first()
