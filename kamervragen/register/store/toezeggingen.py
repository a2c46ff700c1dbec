"""Promises found in answers, and what people decided about them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kamervragen.domain.errors import Verouderd
from kamervragen.domain.toezegging import Toezeggingstatus
from kamervragen.language.promises.signaaltabel import Stevigheid
from kamervragen.mensen.rows import DirectieRij
from kamervragen.register.rows import ToezeggingfeitRij, ToezeggingRij, ToezeggingverbandRij
from kamervragen.register.store import lopend
from kamervragen.sets.rows import AntwoordVraagRij, VraagRij, VragensetRij

# The day that a promise binds on: one's own, or the end of what its sentence names.
_DAG = sa.func.coalesce(col(ToezeggingRij.interne_dag), col(ToezeggingRij.venster_einde))


def vervang_voorstellen(sessie: Session, antwoord_id: int, gevonden: list[ToezeggingRij]) -> int:
    """Makes the open proposals of an answer equal to what was found in it; decided ones stay. Returns how many are new."""
    bestaand = {rij.zin: rij for rij in van_antwoord(sessie, antwoord_id)}
    nu = {rij.zin: rij for rij in gevonden}
    for zin, rij in bestaand.items():
        if zin not in nu and rij.status == "voorgesteld":
            sessie.delete(rij)
        elif zin in nu and rij.status == "voorgesteld":
            rij.begin, rij.einde = nu[zin].begin, nu[zin].einde
            for veld in ("herhaling_van", "bewindspersoon", "portefeuille", "soort", "aan", "ambt_id"):
                setattr(rij, veld, getattr(nu[zin], veld))
            sessie.add(rij)
    nieuw = [rij for zin, rij in nu.items() if zin not in bestaand]
    sessie.add_all(nieuw)
    sessie.flush()
    return len(nieuw)


def van_antwoord(sessie: Session, antwoord_id: int) -> tuple[ToezeggingRij, ...]:
    query = select(ToezeggingRij).where(ToezeggingRij.antwoord_id == antwoord_id)
    return tuple(sessie.exec(query.order_by(col(ToezeggingRij.begin))))


def van_set(sessie: Session, vragenset_id: int) -> tuple[ToezeggingRij, ...]:
    query = select(ToezeggingRij).where(ToezeggingRij.vragenset_id == vragenset_id)
    return tuple(sessie.exec(query.order_by(col(ToezeggingRij.antwoord_id), col(ToezeggingRij.begin))))


def op_id(sessie: Session, id: int) -> ToezeggingRij | None:
    return sessie.get(ToezeggingRij, id)


def lijst(
    sessie: Session, statussen: Collection[str] = (), *, vanaf: int = 0, aantal: int | None = None
) -> list[tuple[ToezeggingRij, VragensetRij | None, str]]:
    """Promises with their set (None when they came otherwise) and the label of the question, soonest end first,
    without an end last. Without statuses: all; `aantal` of them from `vanaf` on."""
    eisen = [col(ToezeggingRij.status).in_(statussen)] if statussen else []
    if (
        aantal is not None
    ):  # which they are first: a sort would else look up the set and the label of each that is not shown
        volgorde = (_DAG.is_(None), _DAG, col(ToezeggingRij.id))
        blad = sa.select(col(ToezeggingRij.id)).where(*eisen).order_by(*volgorde).offset(vanaf).limit(aantal)
        eisen = [col(ToezeggingRij.id).in_(list(sessie.execute(blad).scalars()))]
    return _met_label(sessie, *eisen)


def stille(sessie: Session, op: date) -> list[tuple[ToezeggingRij, VragensetRij | None, str]]:
    """The open soft promises whose day is past and to which nothing happened, longest ago first, as in `lijst`."""
    gebeurd = sa.exists().where(col(ToezeggingfeitRij.toezegging_id) == col(ToezeggingRij.id))
    return _met_label(
        sessie,
        col(ToezeggingRij.status) == Toezeggingstatus.OPENSTAAND.value,
        col(ToezeggingRij.stevigheid) == Stevigheid.ZACHT.value,
        op > _DAG,
        ~gebeurd,
    )


def _met_label(sessie: Session, *eisen: sa.ColumnElement[bool]) -> list[tuple[ToezeggingRij, VragensetRij | None, str]]:
    label = _label(col(ToezeggingRij.antwoord_id)).scalar_subquery()
    query = (
        sa.select(ToezeggingRij, VragensetRij, label)
        .outerjoin(VragensetRij, col(VragensetRij.id) == col(ToezeggingRij.vragenset_id))
        .where(*eisen)
        .order_by(_DAG.is_(None), _DAG, col(ToezeggingRij.id))
    )
    return [(toezegging, vragenset, nummer or "") for toezegging, vragenset, nummer in sessie.execute(query)]


def tel(sessie: Session, statussen: Collection[str] = ()) -> int:
    """How many promises have one of these statuses; without statuses: how many there are."""
    query = sa.select(sa.func.count(col(ToezeggingRij.id)))
    if statussen:
        query = query.where(col(ToezeggingRij.status).in_(statussen))
    return int(sessie.execute(query).scalar_one())


def op_ids(sessie: Session, ids: Collection[int]) -> list[tuple[ToezeggingRij, VragensetRij | None]]:
    """Each of these promises with its set; None when it came otherwise."""
    return _met_set(sessie, col(ToezeggingRij.id).in_(ids)) if ids else []


def vast(sessie: Session, ids: Collection[int]) -> tuple[ToezeggingRij, ...]:
    """Each of these promises, held in the order of their ids: two who move them do not undo each other."""
    query = select(ToezeggingRij).where(col(ToezeggingRij.id).in_(ids)).order_by(col(ToezeggingRij.id))
    return tuple(sessie.exec(query.with_for_update()))


def directies(sessie: Session, statussen: Collection[str]) -> set[str]:
    """The directies that have a promise of these statuses with a day in hand: their own, or that of its set."""
    code = sa.func.coalesce(col(ToezeggingRij.directie), col(DirectieRij.code))
    query = (
        sa.select(code)
        .select_from(ToezeggingRij)
        .outerjoin(VragensetRij, col(VragensetRij.id) == col(ToezeggingRij.vragenset_id))
        .outerjoin(DirectieRij, col(DirectieRij.id) == col(VragensetRij.directie_id))
        .where(col(ToezeggingRij.status).in_(statussen), _DAG.is_not(None))
    )
    return {code for code in sessie.execute(query.distinct()).scalars() if code}


def met_venster(sessie: Session, statussen: Collection[str]) -> list[int]:
    """The ids of the promises of these statuses whose sentence names a time."""
    query = select(ToezeggingRij.id).where(
        col(ToezeggingRij.status).in_(statussen),
        col(ToezeggingRij.gedaan_op).is_not(None),
        col(ToezeggingRij.tijdsaanduiding).is_not(None),
    )
    return [id for id in sessie.exec(query.order_by(col(ToezeggingRij.id))) if id is not None]


def met_dag(
    sessie: Session, statussen: Collection[str], tot: date | None
) -> list[tuple[ToezeggingRij, VragensetRij | None]]:
    """Promises of these statuses that bind on a day, until `tot` when one is given, each with its set."""
    op_tijd = _DAG.is_not(None) if tot is None else tot >= _DAG
    return _met_set(sessie, col(ToezeggingRij.status).in_(statussen), op_tijd)


def ambten_zonder_set(sessie: Session, statussen: Collection[str]) -> set[str]:
    """The offices that promised something of these statuses otherwise than in an answer."""
    query = select(ToezeggingRij.bewindspersoon).where(
        col(ToezeggingRij.status).in_(statussen), col(ToezeggingRij.vragenset_id).is_(None)
    )
    return {ambt for ambt in sessie.exec(query.distinct()) if ambt}


def _met_set(sessie: Session, *eisen: sa.ColumnElement[bool]) -> list[tuple[ToezeggingRij, VragensetRij | None]]:
    met_set = col(VragensetRij.id) == col(ToezeggingRij.vragenset_id)
    query = sa.select(ToezeggingRij, VragensetRij).outerjoin(VragensetRij, met_set).where(*eisen)
    return [(toezegging, vragenset) for toezegging, vragenset in sessie.execute(query)]


def label_van(sessie: Session, rij: ToezeggingRij) -> str:
    """The label of the question in whose answer a promise stands; '' for one that came otherwise."""
    return sessie.execute(_label(rij.antwoord_id)).scalar() or "" if rij.antwoord_id is not None else ""


def _label(antwoord_id: Any) -> sa.Select[str]:
    """The label of the first question that an answer covers."""
    return (
        sa.select(col(VraagRij.label))
        .join(AntwoordVraagRij, col(AntwoordVraagRij.vraag_id) == col(VraagRij.id))
        .where(col(AntwoordVraagRij.antwoord_id) == antwoord_id)
        .order_by(col(AntwoordVraagRij.volgorde))
        .limit(1)
    )


def beslis(
    sessie: Session, id: int, *, status: str, versie: int, actor: str, reden: str | None, interne_dag: date | None
) -> None:
    """Accepts or declines a proposal, once. :raises Verouderd: when it was decided already."""
    waarden = {"status": status, "actor": actor, "reden": reden, "interne_dag": interne_dag}
    _zet(sessie, id, versie, waarden, col(ToezeggingRij.status) == "voorgesteld")


def zet(sessie: Session, id: int, *, versie: int, **waarden: object) -> None:
    """Changes fields of a promise at the version one saw. :raises Verouderd: when someone was first."""
    _zet(sessie, id, versie, waarden)


def _zet(sessie: Session, id: int, versie: int, waarden: Mapping[str, object], *eisen: sa.ColumnElement[bool]) -> None:
    gezet = sessie.execute(
        sa.update(ToezeggingRij)
        .where(col(ToezeggingRij.id) == id, col(ToezeggingRij.versie) == versie, *eisen)
        .values(versie=versie + 1, **waarden)
    )
    if gezet.rowcount != 1:  # type: ignore[attr-defined]
        raise Verouderd("Over deze toezegging is intussen al besloten. Vernieuw de pagina.", versie=versie)
    lopend.plan(sessie, "toezegging", id, waarden)


def voeg_toe(sessie: Session, rij: ToezeggingRij) -> int:
    """A promise that came otherwise than from an answer. Returns its id."""
    sessie.add(rij)
    sessie.flush()
    lopend.plan(sessie, "toezegging", rij.id)
    return rij.id


def op_nummer(sessie: Session, nummer: str) -> ToezeggingRij | None:
    return sessie.exec(select(ToezeggingRij).where(ToezeggingRij.nummer == nummer)).first()


def op_zin(sessie: Session, zin: str, gedaan_op: date) -> ToezeggingRij | None:
    """The promise of these words on this day."""
    gelijk = (ToezeggingRij.zin == zin, ToezeggingRij.gedaan_op == gedaan_op)
    return sessie.exec(select(ToezeggingRij).where(*gelijk).order_by(col(ToezeggingRij.id))).first()


def feiten(sessie: Session, ids: Collection[int]) -> dict[int, list[ToezeggingfeitRij]]:
    """What happened to these promises, per promise in the order it was recorded."""
    uit: dict[int, list[ToezeggingfeitRij]] = {id: [] for id in ids}
    query = select(ToezeggingfeitRij).where(col(ToezeggingfeitRij.toezegging_id).in_(ids))
    for rij in sessie.exec(query.order_by(col(ToezeggingfeitRij.id))):
        uit[rij.toezegging_id].append(rij)
    return uit


def voeg_feit_toe(sessie: Session, feit: ToezeggingfeitRij) -> None:
    sessie.add(feit)
    sessie.flush()


def verbanden(sessie: Session, id: int) -> tuple[ToezeggingverbandRij, ...]:
    """What a promise is of others, and others of it."""
    van, met = col(ToezeggingverbandRij.toezegging_id) == id, col(ToezeggingverbandRij.met_id) == id
    query = select(ToezeggingverbandRij).where(sa.or_(van, met))
    return tuple(sessie.exec(query.order_by(col(ToezeggingverbandRij.id))))


def verbind(sessie: Session, verband: ToezeggingverbandRij) -> None:
    sessie.add(verband)
    sessie.flush()


def ontbind(sessie: Session, verband_id: int) -> None:
    sessie.execute(sa.delete(ToezeggingverbandRij).where(col(ToezeggingverbandRij.id) == verband_id))
