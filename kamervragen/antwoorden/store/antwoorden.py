"""Answers: every saved text is kept as a version, and nobody overwrites a colleague."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.antwoorden.rows import OpmerkingRij
from kamervragen.core.store import sight
from kamervragen.core.store.decisions import beslis
from kamervragen.domain.errors import Verouderd
from kamervragen.sets.rows import (
    AntwoordRij,
    AntwoordversieRij,
    AntwoordVraagRij,
    NootRij,
    VoorstelRij,
    VraagRij,
    VragensetRij,
)
from kamervragen.sets.store.openzaken import OPEN_SETS


def nieuw(
    sessie: Session,
    vragenset_id: int,
    vraag_ids: list[int],
    tekst: str,
    *,
    volgorde: int,
    auteur: str,
    moment: datetime,
    bewerkt: bool,
    vanzelf: bool = False,
) -> AntwoordRij:
    """A new answer to these questions, with its first version."""
    rij = AntwoordRij(vragenset_id=vragenset_id, volgorde=volgorde, tekst=tekst, bewerkt=bewerkt)
    sessie.add(rij)
    sessie.flush()
    for plaats, vraag_id in enumerate(vraag_ids):
        sessie.add(AntwoordVraagRij(antwoord_id=rij.id, vraag_id=vraag_id, volgorde=plaats))
    sessie.add(
        AntwoordversieRij(antwoord_id=rij.id, versie=1, tekst=tekst, auteur=auteur, moment=moment, vanzelf=vanzelf)
    )
    sessie.flush()
    return rij


def bewaar(
    sessie: Session,
    antwoord_id: int,
    tekst: str,
    *,
    versie: int,
    auteur: str,
    moment: datetime,
    bewerkt: bool = True,
    vanzelf: bool = False,
) -> int:
    """Replaces the text if it is still at `versie`, and returns the new version.

    A version that was kept by itself gives way to what the same author writes next.

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
            versie=hun.versie,
            hun_tekst=hun.tekst,
            mijn_tekst=tekst,
        )
    laatste = sessie.exec(
        select(AntwoordversieRij).where(
            AntwoordversieRij.antwoord_id == antwoord_id, AntwoordversieRij.versie == versie
        )
    ).first()
    if laatste is not None and laatste.vanzelf and laatste.auteur == auteur and not _besproken(sessie, laatste):
        sessie.delete(laatste)
        sessie.flush()
    sessie.add(
        AntwoordversieRij(
            antwoord_id=antwoord_id, versie=versie + 1, tekst=tekst, auteur=auteur, moment=moment, vanzelf=vanzelf
        )
    )
    sessie.flush()
    return versie + 1


def houd(sessie: Session, antwoord_id: int, versie: int) -> None:
    """A version that was kept by itself stays: its author saved it."""
    eigen = sa.and_(col(AntwoordversieRij.antwoord_id) == antwoord_id, col(AntwoordversieRij.versie) == versie)
    sessie.execute(sa.update(AntwoordversieRij).where(eigen).values(vanzelf=False))


def _besproken(sessie: Session, versie: AntwoordversieRij) -> bool:
    """Whether a remark is about this version: then it stays to be looked up."""
    query = select(OpmerkingRij.id).where(
        OpmerkingRij.antwoord_id == versie.antwoord_id, OpmerkingRij.antwoordversie == versie.versie
    )
    return sessie.exec(query).first() is not None


def op_id(sessie: Session, antwoord_id: int) -> AntwoordRij | None:
    return sessie.get(AntwoordRij, antwoord_id)


def teksten(sessie: Session, antwoord_ids: Collection[int]) -> dict[int, str]:
    """The text of each of these answers, as it stands."""
    rijen = sessie.execute(
        sa.select(col(AntwoordRij.id), col(AntwoordRij.tekst)).where(col(AntwoordRij.id).in_(antwoord_ids))
    )
    return {rij[0]: rij[1] for rij in rijen}


def per_vraag(sessie: Session, vragenset_id: int) -> dict[int, AntwoordRij]:
    """The answers of a set by the questions they cover."""
    query = (
        sa.select(AntwoordRij, col(AntwoordVraagRij.vraag_id))
        .join(AntwoordVraagRij, col(AntwoordVraagRij.antwoord_id) == col(AntwoordRij.id))
        .where(col(AntwoordRij.vragenset_id) == vragenset_id)
    )
    return {vraag_id: antwoord for antwoord, vraag_id in sessie.execute(query)}


def van_vraag(sessie: Session, vraag: VraagRij) -> AntwoordRij | None:
    """The answer that covers a question."""
    eigen = select(AntwoordRij).join(AntwoordVraagRij).where(AntwoordVraagRij.vraag_id == vraag.id)
    return sessie.exec(eigen).first()


def vragen_van(sessie: Session, antwoord_id: int) -> tuple[VraagRij, ...]:
    query = select(VraagRij).join(AntwoordVraagRij).where(AntwoordVraagRij.antwoord_id == antwoord_id)
    return tuple(sessie.exec(query.order_by(col(AntwoordVraagRij.volgorde))))


def versies(sessie: Session, antwoord_id: int) -> tuple[AntwoordversieRij, ...]:
    """All versions, newest first."""
    query = select(AntwoordversieRij).where(AntwoordversieRij.antwoord_id == antwoord_id)
    return tuple(sessie.exec(query.order_by(col(AntwoordversieRij.versie).desc())))


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
    sessie: Session,
    vragenset_id: int,
    *,
    antwoord_id: int | None,
    veld: str,
    huidig: str,
    voorgesteld: str,
    bron: str,
    moment: datetime,
) -> bool:
    """Puts a differing text beside the one that stands. The same proposal is made once. Tells whether it was new."""
    gelijk = select(VoorstelRij.id).where(
        VoorstelRij.vragenset_id == vragenset_id, VoorstelRij.veld == veld, VoorstelRij.voorgesteld == voorgesteld
    )
    if sessie.exec(gelijk).first() is not None:
        return False
    sessie.add(
        VoorstelRij(
            vragenset_id=vragenset_id,
            antwoord_id=antwoord_id,
            veld=veld,
            huidig=huidig,
            voorgesteld=voorgesteld,
            bron=bron,
            moment=moment,
        )
    )
    sessie.flush()
    return True


def voorstellen(sessie: Session, vragenset_id: int) -> tuple[VoorstelRij, ...]:
    """The proposals of a set that are not decided; none that names a set which does not exist in this session."""
    query = select(VoorstelRij).where(VoorstelRij.vragenset_id == vragenset_id, col(VoorstelRij.besluit).is_(None))
    return tuple(
        rij
        for rij in sessie.exec(query.order_by(col(VoorstelRij.id)))
        if not sight.names_hidden(sessie, rij.voorgesteld)
    )


def is_open(sessie: Session, vragenset_id: int, veld: str, voorgesteld: str) -> bool:
    """Whether this proposal was made and not decided."""
    return any(rij.veld == veld and rij.voorgesteld == voorgesteld for rij in voorstellen(sessie, vragenset_id))


def voorstel(sessie: Session, id: int) -> VoorstelRij | None:
    return sessie.get(VoorstelRij, id)


def besluit_voorstel(sessie: Session, id: int, besluit: str, *, actor: str, versie: int) -> None:
    """Decides a proposal once. :raises Verouderd: when it was decided already."""
    beslis(
        sessie,
        VoorstelRij,
        id,
        versie,
        "Over dit voorstel is intussen al besloten. Vernieuw de pagina.",
        besluit=besluit,
        actor=actor,
    )


def versie_van(sessie: Session, antwoord_id: int) -> int:
    """The version an answer is at."""
    return int(
        sessie.execute(sa.select(col(AntwoordRij.versie)).where(col(AntwoordRij.id) == antwoord_id)).scalar_one()
    )


def koppel_vragen(sessie: Session, antwoord_id: int, vraag_ids: Collection[int]) -> None:
    """These questions are answered by this answer too."""
    sessie.add_all(AntwoordVraagRij(antwoord_id=antwoord_id, vraag_id=id, volgorde=1_000) for id in vraag_ids)
    sessie.flush()


def ontkoppel_vraag(sessie: Session, vraag_id: int) -> None:
    """This question has no answer any more; the answer it had stays with its other questions."""
    sessie.execute(sa.delete(AntwoordVraagRij).where(col(AntwoordVraagRij.vraag_id) == vraag_id))
    sessie.expire_all()


def orden_vragen(sessie: Session, antwoord_id: int) -> None:
    """The questions of an answer in the order of the set; the answer stands where its first question does."""
    query = select(VraagRij).join(AntwoordVraagRij).where(AntwoordVraagRij.antwoord_id == antwoord_id)
    rijen = list(sessie.exec(query.order_by(col(VraagRij.volgorde))))
    for plaats, rij in enumerate(rijen):
        sessie.execute(
            sa.update(AntwoordVraagRij)
            .where(col(AntwoordVraagRij.antwoord_id) == antwoord_id, col(AntwoordVraagRij.vraag_id) == rij.id)
            .values(volgorde=plaats)
        )
    if rijen:
        sessie.execute(
            sa.update(AntwoordRij).where(col(AntwoordRij.id) == antwoord_id).values(volgorde=rijen[0].volgorde)
        )
    sessie.expire_all()


def verplaats_naar(sessie: Session, van: int, naar: int) -> None:
    """All that hangs on one answer goes to another, its versions behind those that stand there; then it is gone.

    What both have (a promise in the same words, the same confirmation) stands once.
    """
    hoogste = versie_van(sessie, naar)
    for rij in reversed(versies(sessie, van)):
        hoogste += 1
        rij.antwoord_id, rij.versie = naar, hoogste
        sessie.add(rij)
    sessie.flush()
    sessie.execute(sa.update(AntwoordRij).where(col(AntwoordRij.id) == naar).values(versie=hoogste))
    for tabel, kolom, gelijk in _HANGT_AAN:
        t = AntwoordRij.metadata.tables[tabel]
        doen = sa.update(t).where(t.c[kolom] == van).values({kolom: naar})
        if gelijk:
            ander = t.alias()
            bestaat = sa.select(1).where(ander.c[kolom] == naar, ander.c[gelijk] == t.c[gelijk]).exists()
            doen = doen.where(~bestaat)
        sessie.execute(doen)
    sessie.expire_all()
    sessie.execute(sa.delete(AntwoordRij).where(col(AntwoordRij.id) == van))
    sessie.expire_all()


# Table, column that names the answer, and the column that must be unique beside it.
_HANGT_AAN = (
    ("antwoord_vraag", "antwoord_id", ""),
    ("voorstel", "antwoord_id", ""),
    ("hergebruik", "antwoord_id", ""),
    ("hergebruik", "bron_antwoord_id", ""),
    ("achterhaald", "antwoord_id", ""),
    ("opmerking", "antwoord_id", ""),
    ("rectificatie", "antwoord_id", ""),
    ("terugkeervoorstel", "antwoord_id", ""),
    ("passagegebruik", "antwoord_id", ""),
    ("niet_bruikbaar", "bron_antwoord_id", "vraag_id"),
    ("bevestiging", "antwoord_id", "afdruk"),
    ("toezegging", "antwoord_id", "zin"),
    ("motie_antwoord", "antwoord_id", "motie_id"),
)


def van_open_sets(sessie: Session, vragenset_id: int | None = None) -> list[tuple[VragensetRij, AntwoordRij]]:
    """Every written answer of every open set, or of this one, in their order."""
    query = (
        sa.select(VragensetRij, AntwoordRij)
        .join(AntwoordRij, col(AntwoordRij.vragenset_id) == col(VragensetRij.id))
        .where(col(VragensetRij.id).in_(OPEN_SETS), col(AntwoordRij.tekst) != "")
        .where(sa.true() if vragenset_id is None else col(VragensetRij.id) == vragenset_id)
        .order_by(col(VragensetRij.id), col(AntwoordRij.volgorde))
    )
    return [(set_, antwoord) for set_, antwoord in sessie.execute(query)]
