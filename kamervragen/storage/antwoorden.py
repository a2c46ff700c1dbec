"""Answers: every saved text is kept as a version, and nobody overwrites a colleague."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.errors import Verouderd
from kamervragen.storage.tables import (
    AntwoordRij,
    AntwoordversieRij,
    AntwoordVraagRij,
    NootRij,
    VoorstelRij,
    VraagRij,
)  # fmt: skip


def nieuw(
    sessie: Session, vragenset_id: int, vraag_ids: list[int], tekst: str, *,
    volgorde: int, auteur: str, moment: datetime, bewerkt: bool,
) -> AntwoordRij:  # fmt: skip
    """A new answer to these questions, with its first version."""
    rij = AntwoordRij(vragenset_id=vragenset_id, volgorde=volgorde, tekst=tekst, bewerkt=bewerkt)
    sessie.add(rij)
    sessie.flush()
    assert rij.id is not None
    for plaats, vraag_id in enumerate(vraag_ids):
        sessie.add(AntwoordVraagRij(antwoord_id=rij.id, vraag_id=vraag_id, volgorde=plaats))
    sessie.add(AntwoordversieRij(antwoord_id=rij.id, versie=1, tekst=tekst, auteur=auteur, moment=moment))
    sessie.flush()
    return rij


def bewaar(
    sessie: Session, antwoord_id: int, tekst: str, *, versie: int, auteur: str, moment: datetime, bewerkt: bool = True
) -> int:
    """Replaces the text if it is still at `versie`, and returns the new version.

    :raises Verouderd: when someone else saved first; it carries both texts.
    """
    gezet = sessie.execute(
        sa.update(AntwoordRij)
        .where(col(AntwoordRij.id) == antwoord_id, col(AntwoordRij.versie) == versie)
        .values(tekst=tekst, versie=versie + 1, bewerkt=bewerkt)
        .execution_options(synchronize_session=False)
    )
    sessie.expire_all()  # what this session had read may be what the other one replaced
    if gezet.rowcount != 1:  # type: ignore[attr-defined]
        hun = sessie.exec(select(AntwoordRij).where(AntwoordRij.id == antwoord_id)).one()
        raise Verouderd(
            "Een collega heeft dit antwoord intussen gewijzigd. Voeg de teksten samen en bewaar opnieuw.",
            versie=hun.versie, hun_tekst=hun.tekst, mijn_tekst=tekst,
        )  # fmt: skip
    sessie.add(AntwoordversieRij(antwoord_id=antwoord_id, versie=versie + 1, tekst=tekst, auteur=auteur, moment=moment))
    sessie.flush()
    return versie + 1


def op_id(sessie: Session, antwoord_id: int) -> AntwoordRij | None:
    return sessie.get(AntwoordRij, antwoord_id)


def teksten(sessie: Session, antwoord_ids: Collection[int]) -> dict[int, str]:
    """The text of each of these answers, as it stands."""
    rijen = sessie.execute(
        sa.select(col(AntwoordRij.id), col(AntwoordRij.tekst)).where(col(AntwoordRij.id).in_(antwoord_ids))
    )
    return {rij[0]: rij[1] for rij in rijen}


def van_vraag(sessie: Session, vraag_id: int) -> AntwoordRij | None:
    """The answer that covers a question."""
    vraag = select(AntwoordRij).join(AntwoordVraagRij).where(AntwoordVraagRij.vraag_id == vraag_id)
    return sessie.exec(vraag).first()


def vragen_van(sessie: Session, antwoord_id: int) -> tuple[VraagRij, ...]:
    vraag = select(VraagRij).join(AntwoordVraagRij).where(AntwoordVraagRij.antwoord_id == antwoord_id)
    return tuple(sessie.exec(vraag.order_by(col(AntwoordVraagRij.volgorde))))


def versies(sessie: Session, antwoord_id: int) -> tuple[AntwoordversieRij, ...]:
    """All versions, newest first."""
    vraag = select(AntwoordversieRij).where(AntwoordversieRij.antwoord_id == antwoord_id)
    return tuple(sessie.exec(vraag.order_by(col(AntwoordversieRij.versie).desc())))


def voeg_noot_toe(sessie: Session, vragenset_id: int, soort: str, tekst: str, url: str | None) -> NootRij:
    """A new note with the next number of its kind."""
    hoogste = sa.select(sa.func.coalesce(sa.func.max(NootRij.nummer), 0)).where(
        col(NootRij.vragenset_id) == vragenset_id, col(NootRij.soort) == soort
    )
    rij = NootRij(
        vragenset_id=vragenset_id, soort=soort, nummer=sessie.execute(hoogste).scalar_one() + 1, tekst=tekst, url=url
    )
    sessie.add(rij)
    sessie.flush()
    return rij


def voeg_voorstel_toe(
    sessie: Session, vragenset_id: int, *, antwoord_id: int | None, veld: str, huidig: str, voorgesteld: str,
    bron: str, moment: datetime,
) -> bool:  # fmt: skip
    """Puts a differing text beside the one that stands. The same proposal is made once. Tells whether it was new."""
    gelijk = select(VoorstelRij.id).where(
        VoorstelRij.vragenset_id == vragenset_id, VoorstelRij.veld == veld, VoorstelRij.voorgesteld == voorgesteld
    )
    if sessie.exec(gelijk).first() is not None:
        return False
    sessie.add(
        VoorstelRij(
            vragenset_id=vragenset_id, antwoord_id=antwoord_id, veld=veld, huidig=huidig, voorgesteld=voorgesteld,
            bron=bron, moment=moment,
        )
    )  # fmt: skip
    sessie.flush()
    return True


def voorstellen(sessie: Session, vragenset_id: int) -> tuple[VoorstelRij, ...]:
    """The proposals of a set that are not decided."""
    vraag = select(VoorstelRij).where(VoorstelRij.vragenset_id == vragenset_id, col(VoorstelRij.besluit).is_(None))
    return tuple(sessie.exec(vraag.order_by(col(VoorstelRij.id))))


def is_open(sessie: Session, vragenset_id: int, veld: str, voorgesteld: str) -> bool:
    """Whether this proposal was made and not decided."""
    return any(rij.veld == veld and rij.voorgesteld == voorgesteld for rij in voorstellen(sessie, vragenset_id))


def voorstel(sessie: Session, id: int) -> VoorstelRij | None:
    return sessie.get(VoorstelRij, id)


def besluit_voorstel(sessie: Session, id: int, besluit: str, *, actor: str, versie: int) -> None:
    """Decides a proposal once. :raises Verouderd: when it was decided already."""
    gezet = sessie.execute(
        sa.update(VoorstelRij)
        .where(col(VoorstelRij.id) == id, col(VoorstelRij.versie) == versie, col(VoorstelRij.besluit).is_(None))
        .values(besluit=besluit, actor=actor, versie=versie + 1)
    )
    if gezet.rowcount != 1:  # type: ignore[attr-defined]
        raise Verouderd("Over dit voorstel is intussen al besloten. Vernieuw de pagina.", versie=versie)
