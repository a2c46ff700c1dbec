"""The line a set goes along: assignments, the parafenlijn of each directie, deputies, and initials."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.core.store.decisions import beslis
from kamervragen.domain.parafenlijn import Lijnsoort, Lijnstap
from kamervragen.domain.rollen import Rol
from kamervragen.lijn.rows import LijnstapRij, OverdrachtRij, ParaafRij, ToewijzingRij
from kamervragen.mensen.rows import DirectieRij, GebruikerRij
from kamervragen.sets.rows import AntwoordRij


def toewijzingen(sessie: Session, vragenset_id: int) -> tuple[ToewijzingRij, ...]:
    """Every assignment of a set there ever was, the newest first."""
    query = select(ToewijzingRij).where(ToewijzingRij.vragenset_id == vragenset_id)
    return tuple(sessie.exec(query.order_by(col(ToewijzingRij.id).desc())))


def naam_van(sessie: Session, toewijzing: ToewijzingRij) -> str:
    """Who a set or question was given to: the person, or else the directie by its code."""
    if toewijzing.behandelaar_id is not None:
        return sessie.get_one(GebruikerRij, toewijzing.behandelaar_id).naam
    return sessie.get_one(DirectieRij, toewijzing.directie_id).code if toewijzing.directie_id else ""


def wijs_toe(
    sessie: Session,
    vragenset_id: int,
    *,
    labels: Sequence[str],
    directie_id: int | None,
    behandelaar_id: int | None,
    actor: str,
    moment: datetime,
) -> None:
    """A new assignment; what was open for the same questions is over."""
    for rij in toewijzingen(sessie, vragenset_id):
        if rij.besluit is None and (not labels or set(rij.labels) & set(labels)):
            rij.besluit, rij.besloten_door, rij.besloten_op, rij.versie = "vervallen", actor, moment, rij.versie + 1
            sessie.add(rij)
    sessie.add(
        ToewijzingRij(
            vragenset_id=vragenset_id,
            labels=list(labels),
            directie_id=directie_id,
            behandelaar_id=behandelaar_id,
            actor=actor,
            moment=moment,
        )
    )
    sessie.flush()


def beslis_toewijzing(
    sessie: Session,
    id: int,
    *,
    besluit: str,
    reden: str | None,
    opname: dict[str, str] | None,
    actor: str,
    moment: datetime,
    versie: int,
) -> None:
    """Accepts or refuses an assignment once. :raises Verouderd: when it was decided meanwhile."""
    beslis(
        sessie,
        ToewijzingRij,
        id,
        versie,
        "Over deze toewijzing is intussen al besloten. Vernieuw de pagina.",
        besluit=besluit,
        reden=reden,
        opname=opname,
        besloten_door=actor,
        besloten_op=moment,
    )


def lijn(sessie: Session, directie_id: int) -> tuple[LijnstapRij, ...]:
    """The parafenlijn of a directie, in order."""
    query = select(LijnstapRij).where(LijnstapRij.directie_id == directie_id)
    return tuple(sessie.exec(query.order_by(col(LijnstapRij.volgorde), col(LijnstapRij.id))))


def zet_lijn(sessie: Session, directie_id: int, rijen: Sequence[LijnstapRij]) -> None:
    """Puts these steps in place of the line that stood. Concepts already under way keep the line they began with."""
    sessie.execute(sa.delete(LijnstapRij).where(col(LijnstapRij.directie_id) == directie_id))
    sessie.add_all(rijen)
    sessie.flush()


def parafen(sessie: Session, vragenset_id: int) -> tuple[ParaafRij, ...]:
    """Every step of every round, the rounds in order."""
    query = select(ParaafRij).where(ParaafRij.vragenset_id == vragenset_id)
    return tuple(sessie.exec(query.order_by(col(ParaafRij.ronde), col(ParaafRij.volgorde), col(ParaafRij.id))))


def laatste_ronde(sessie: Session, vragenset_id: int) -> tuple[ParaafRij, ...]:
    """The steps of the round the concept is in, or was in last."""
    alle = parafen(sessie, vragenset_id)
    return tuple(rij for rij in alle if rij.ronde == alle[-1].ronde)


def onbeslist(sessie: Session) -> tuple[ParaafRij, ...]:
    """Every step that was not taken yet, of every concept in the line."""
    return tuple(sessie.exec(select(ParaafRij).where(col(ParaafRij.besluit).is_(None)).order_by(col(ParaafRij.id))))


def begin_ronde(sessie: Session, vragenset_id: int, stappen: Sequence[LijnstapRij]) -> None:
    """The concept goes into the line: its steps as they stand today."""
    ronde = max((rij.ronde for rij in parafen(sessie, vragenset_id)), default=0) + 1
    sessie.add_all(
        ParaafRij(
            vragenset_id=vragenset_id,
            ronde=ronde,
            volgorde=s.volgorde,
            soort=s.soort,
            naam=s.naam,
            rol=s.rol,
            gebruiker_id=s.gebruiker_id,
            werkdagen=s.werkdagen,
        )
        for s in stappen
    )
    sessie.flush()


def als_stap(rij: ParaafRij | LijnstapRij) -> Lijnstap:
    """A row as the value the rules know."""
    return Lijnstap(
        rij.volgorde,
        Lijnsoort(rij.soort),
        Rol(rij.rol),
        rij.werkdagen,
        rij.gebruiker_id,
        open=getattr(rij, "besluit", None) is None,
    )


def parafeer(
    sessie: Session,
    id: int,
    *,
    besluit: str,
    actor: str,
    namens: str | None,
    moment: datetime,
    gezien: dict[str, int],
    versie: int,
    reden: str | None = None,
    toelichting: str | None = None,
) -> None:
    """Takes a step once. :raises Verouderd: when it was taken meanwhile."""
    beslis(
        sessie,
        ParaafRij,
        id,
        versie,
        "Deze stap is intussen al gezet. Vernieuw de pagina.",
        besluit=besluit,
        actor=actor,
        namens=namens,
        moment=moment,
        gezien=gezien,
        reden=reden,
        toelichting=toelichting,
    )


def sluit_ronde(sessie: Session, vragenset_id: int, moment: datetime) -> None:
    """What was still open in a round that ended, is over."""
    sessie.execute(
        sa.update(ParaafRij)
        .where(col(ParaafRij.vragenset_id) == vragenset_id, col(ParaafRij.besluit).is_(None))
        .values(besluit="vervallen", moment=moment, versie=col(ParaafRij.versie) + 1)
        .execution_options(synchronize_session=False)
    )
    sessie.expire_all()


def versies_nu(sessie: Session, vragenset_id: int) -> dict[str, int]:
    """Answer -> the version it is at; the keys are text, as JSON keeps them."""
    rijen = sessie.execute(
        sa.select(col(AntwoordRij.id), col(AntwoordRij.versie)).where(col(AntwoordRij.vragenset_id) == vragenset_id)
    )
    return {str(rij[0]): rij[1] for rij in rijen}


def overdrachten(sessie: Session, vragenset_id: int) -> tuple[OverdrachtRij, ...]:
    """Every handing over of a set or its questions, the newest first."""
    query = select(OverdrachtRij).where(OverdrachtRij.vragenset_id == vragenset_id)
    return tuple(sessie.exec(query.order_by(col(OverdrachtRij.id).desc())))


def draag_over(
    sessie: Session,
    vragenset_id: int,
    *,
    labels: Sequence[str],
    bewindspersoon: str,
    reden: str,
    actor: str,
    moment: datetime,
    dag: date,
) -> None:
    sessie.add(
        OverdrachtRij(
            vragenset_id=vragenset_id,
            labels=list(labels),
            bewindspersoon=bewindspersoon,
            reden=reden,
            actor=actor,
            moment=moment,
            gevraagd_op=dag,
        )
    )
    sessie.flush()


def beslis_overdracht(
    sessie: Session, id: int, *, besluit: str, dag: date, door: str, vastgelegd_door: str, versie: int
) -> None:
    """What the other ministry said, once. :raises Verouderd: when that was recorded meanwhile."""
    beslis(
        sessie,
        OverdrachtRij,
        id,
        versie,
        "Over deze overdracht is intussen al besloten. Vernieuw de pagina.",
        besluit=besluit,
        besloten_op=dag,
        besloten_door=door,
        vastgelegd_door=vastgelegd_door,
    )
