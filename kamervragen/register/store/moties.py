"""Motions that answers cite."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.core.store.insert import tenzij_bekend
from kamervragen.domain.errors import Verouderd
from kamervragen.domain.motie import OPEN, Motiestatus
from kamervragen.register.rows import MotieAntwoordRij, MotiefeitRij, MotieRij
from kamervragen.register.store import lopend as lopend_index
from kamervragen.sets.rows import AntwoordRij, VragensetRij

# The Kamer still waits for these.
_OPEN = col(MotieRij.status).in_([status.value for status in OPEN])
# A citation that a person declined is none.
TELT = ("voorgesteld", "aangenomen")


def koppel(
    sessie: Session, antwoord_id: int, *, kamerstuk: str | None, indieners: str, onderwerp: str | None, zin: str
) -> None:
    """Links an answer to a motion, which is made when it is not known yet by its Kamerstuk or its movers."""
    if kamerstuk:
        waarden = {"kamerstuk": kamerstuk, "indieners": indieners, "onderwerp": onderwerp}
        tenzij_bekend(sessie, MotieRij, waarden, uniek="kamerstuk")
        motie = sessie.exec(select(MotieRij).where(MotieRij.kamerstuk == kamerstuk)).one()
    else:
        gelijk = (MotieRij.indieners == indieners, MotieRij.onderwerp == onderwerp)
        motie = sessie.exec(select(MotieRij).where(*gelijk)).first() or _nieuw(sessie, indieners, onderwerp)
    if sessie.get(MotieAntwoordRij, (motie.id, antwoord_id)) is None:
        sessie.add(MotieAntwoordRij(motie_id=motie.id, antwoord_id=antwoord_id, zin=zin))
        sessie.flush()


def ontkoppel(sessie: Session, antwoord_id: int) -> None:
    """Drops the links of an answer on which nobody decided, before they are found anew."""
    open_ = sa.and_(col(MotieAntwoordRij.antwoord_id) == antwoord_id, col(MotieAntwoordRij.besluit) == "voorgesteld")
    sessie.execute(sa.delete(MotieAntwoordRij).where(open_))


def van_set(sessie: Session, vragenset_id: int) -> list[tuple[MotieRij, MotieAntwoordRij]]:
    """What the answers of a set cite, but for what a person declined."""
    rijen = sessie.execute(
        sa.select(MotieRij, MotieAntwoordRij)
        .join(MotieAntwoordRij, col(MotieAntwoordRij.motie_id) == col(MotieRij.id))
        .join(AntwoordRij, col(AntwoordRij.id) == col(MotieAntwoordRij.antwoord_id))
        .where(col(AntwoordRij.vragenset_id) == vragenset_id)
        .where(col(MotieAntwoordRij.besluit).not_in(("afgewezen", "buiten_scope")))
        .order_by(col(AntwoordRij.volgorde))
    )
    return [(motie, koppeling) for motie, koppeling in rijen]


def alle(sessie: Session) -> tuple[MotieRij, ...]:
    """Every motion, in the order it came."""
    return tuple(sessie.exec(select(MotieRij).order_by(col(MotieRij.id))))


def bekende(sessie: Session, *, vanaf: int = 0, aantal: int | None = None) -> tuple[MotieRij, ...]:
    """The motions that an answer cites or of which somebody recorded something, in the order they came."""
    return tuple(sessie.exec(select(MotieRij).where(_bekend()).order_by(col(MotieRij.id)).offset(vanaf).limit(aantal)))


def tel_bekende(sessie: Session) -> int:
    """How many those are."""
    return int(sessie.execute(sa.select(sa.func.count(col(MotieRij.id))).where(_bekend())).scalar_one())


def _bekend() -> sa.ColumnElement[bool]:
    """One that no answer names any more, and of which nobody recorded anything, was only ever a citation."""
    genoemd = select(MotieAntwoordRij.motie_id).where(col(MotieAntwoordRij.besluit).in_(TELT))
    return sa.or_(
        sa.func.coalesce(col(MotieRij.verzoek), "") != "",
        col(MotieRij.status) != Motiestatus.ONBEKEND.value,
        col(MotieRij.id).in_(genoemd),
    )


def lopend(sessie: Session, tot: date | None = None) -> tuple[MotieRij, ...]:
    """The motions the Kamer still waits for, in the order they came; with `tot` those it wants done by then."""
    op_tijd = sa.true() if tot is None else col(MotieRij.gevraagde_dag) <= tot
    return tuple(sessie.exec(select(MotieRij).where(_OPEN, op_tijd).order_by(col(MotieRij.id))))


def directies(sessie: Session) -> set[str]:
    """The directies that have a motion in hand which the Kamer wants done by a day."""
    query = select(MotieRij.directie).where(_OPEN, col(MotieRij.gevraagde_dag).is_not(None))
    return {code for code in sessie.exec(query.distinct()) if code}


def op_ids(sessie: Session, ids: Collection[int]) -> tuple[MotieRij, ...]:
    """Each of these motions."""
    return tuple(sessie.exec(select(MotieRij).where(col(MotieRij.id).in_(ids)))) if ids else ()


def lopend_in(sessie: Session, dossiers: Collection[str]) -> tuple[MotieRij, ...]:
    """The motions the Kamer still waits for whose Kamerstuk begins with one of these dossiers, in the order they came."""
    if not dossiers:
        return ()
    in_een = sa.or_(*(col(MotieRij.kamerstuk).startswith(f"kst-{dossier}-") for dossier in dossiers))
    return tuple(sessie.exec(select(MotieRij).where(_OPEN, in_een).order_by(col(MotieRij.id))))


def lijst(sessie: Session, ids: Collection[int] | None = None) -> list[tuple[MotieRij, MotieAntwoordRij, VragensetRij]]:
    """Every motion, or each of these, with every answer that cites it, newest set first."""
    rijen = sessie.execute(
        sa.select(MotieRij, MotieAntwoordRij, VragensetRij)
        .join(MotieAntwoordRij, col(MotieAntwoordRij.motie_id) == col(MotieRij.id))
        .join(AntwoordRij, col(AntwoordRij.id) == col(MotieAntwoordRij.antwoord_id))
        .join(VragensetRij, col(VragensetRij.id) == col(AntwoordRij.vragenset_id))
        .where(sa.true() if ids is None else col(MotieRij.id).in_(ids))
    )
    # Put in order here: for an order by its key SQLite would walk through every set there is.
    gevonden = [(motie, koppeling, vragenset) for motie, koppeling, vragenset in rijen]
    return sorted(gevonden, key=lambda rij: (rij[0].id, -(rij[2].id)))


def besluit(
    sessie: Session, motie_id: int, antwoord_id: int, *, van: Collection[str], naar: str, reden: str | None, actor: str
) -> None:
    """Weighs the link of an answer to a motion. :raises Verouderd: it is not in one of these states any more."""
    gezet = sessie.execute(
        sa.update(MotieAntwoordRij)
        .where(col(MotieAntwoordRij.motie_id) == motie_id, col(MotieAntwoordRij.antwoord_id) == antwoord_id)
        .where(col(MotieAntwoordRij.besluit).in_(van))
        .values(besluit=naar, reden=reden, actor=actor)
    )
    if gezet.rowcount != 1:  # type: ignore[attr-defined]
        raise Verouderd("Over deze motie is intussen al besloten. Vernieuw de pagina.", versie=0)


def op_id(sessie: Session, id: int) -> MotieRij | None:
    return sessie.get(MotieRij, id)


def feiten(sessie: Session, motie_id: int) -> tuple[MotiefeitRij, ...]:
    """What happened to a motion, in the order it was recorded."""
    query = select(MotiefeitRij).where(MotiefeitRij.motie_id == motie_id)
    return tuple(sessie.exec(query.order_by(col(MotiefeitRij.id))))


def voeg_feit_toe(sessie: Session, feit: MotiefeitRij) -> None:
    sessie.add(feit)
    sessie.flush()


def zet(sessie: Session, id: int, *, versie: int, **waarden: object) -> None:
    """Changes fields of a motion at the version one saw. :raises Verouderd: when someone was first."""
    gezet = sessie.execute(
        sa.update(MotieRij)
        .where(col(MotieRij.id) == id, col(MotieRij.versie) == versie)
        .values(versie=versie + 1, **waarden)
    )
    if gezet.rowcount != 1:  # type: ignore[attr-defined]
        raise Verouderd("Een collega heeft deze motie intussen gewijzigd. Vernieuw de pagina.", versie=versie)
    lopend_index.plan(sessie, "motie", id, waarden)


def op_kamerstuk(sessie: Session, kamerstuk: str) -> MotieRij | None:
    return sessie.exec(select(MotieRij).where(MotieRij.kamerstuk == kamerstuk)).first()


def voeg_toe(sessie: Session, rij: MotieRij) -> int:
    """A motion that no answer cites. Returns its id."""
    sessie.add(rij)
    sessie.flush()
    lopend_index.plan(sessie, "motie", rij.id)
    return rij.id


def _nieuw(sessie: Session, indieners: str, onderwerp: str | None) -> MotieRij:
    motie = MotieRij(indieners=indieners, onderwerp=onderwerp)
    sessie.add(motie)
    sessie.flush()
    return motie
