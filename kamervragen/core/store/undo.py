"""Undoing: while an act that can be undone writes, the rows it changes are kept as they were.

What the transaction changes is seen where it is written, below every use case: a new act needs nothing of its own.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session, SQLModel, col

from kamervragen.core.rows import OngedaanRij
from kamervragen.core.store.jsonvalues import uit_json
from kamervragen.domain.errors import Verouderd

GELDIG = timedelta(seconds=30)
_OPNAME = "rijen zoals zij waren"
_VERGEET_NA = timedelta(hours=1)
# What is not of the act itself: the trail, the work of machines, and what follows from the other rows.
_BUITEN = frozenset(
    {
        "aanwezigheid",
        "audit",
        "eenmaal",
        "inlogpoging",
        "ongedaan",
        "sessie",
        "setstand",
        "taak",
        "teller",
    }
)
_Sleutel = tuple[str, tuple[Any, ...]]


def begin(sessie: Session) -> None:
    """From here on every row that this session changes is kept as it was."""
    sessie.info[_OPNAME] = {}


def neemt_op(sessie: Session) -> bool:
    """Whether what this session does can be undone: nothing of it may leave the house yet."""
    return _OPNAME in sessie.info


def bewaar(sessie: Session, *, gebruiker_id: int, actie: str, object: str, moment: datetime) -> int | None:
    """Ends the recording and keeps it for half a minute. Returns its id; None when nothing changed."""
    sessie.flush()
    opname: dict[_Sleutel, dict[str, Any] | None] = sessie.info.pop(_OPNAME)
    rijen = []
    for (naam, sleutel), voor in opname.items():
        na = _lees(sessie, naam, sleutel)
        if voor != na:
            rijen.append([naam, list(sleutel), voor, na])
    if not rijen:
        return None
    sessie.execute(sa.delete(OngedaanRij).where(col(OngedaanRij.tot) < moment - _VERGEET_NA))
    rij = OngedaanRij(gebruiker_id=gebruiker_id, actie=actie, object=object, tot=moment + GELDIG, rijen=rijen)
    sessie.add(rij)
    sessie.flush()
    return rij.id


def op_id(sessie: Session, id: int) -> OngedaanRij | None:
    return sessie.get(OngedaanRij, id)


def herstel(sessie: Session, rij: OngedaanRij) -> set[int]:
    """Puts every row back as it was before the act. Returns the sets they are of.

    A version never goes back: a form that was opened before the act must not pass for one opened after it.
    :raises Verouderd: one of the rows is not as the act left it.
    """
    for naam, sleutel, _voor, na in rij.rijen:
        if _lees(sessie, naam, tuple(sleutel)) != na:
            raise Verouderd("Hier is intussen verder aan gewerkt: dit kan niet meer ongedaan worden gemaakt.")
    volgorde = [tabel.name for tabel in SQLModel.metadata.sorted_tables]
    op_rij = sorted(rij.rijen, key=lambda r: volgorde.index(r[0]))
    for naam, sleutel, voor, _na in reversed(op_rij):
        if voor is None:
            tabel = SQLModel.metadata.tables[naam]
            _doe(sessie, sa.delete(tabel).where(_is(tabel, tuple(sleutel))))
    for naam, sleutel, voor, na in op_rij:
        tabel = SQLModel.metadata.tables[naam]
        if voor is not None and na is None:
            _doe(sessie, sa.insert(tabel).values(_gelezen(tabel, voor)))
        elif voor is not None:
            terug = voor | ({"versie": na["versie"] + 1} if "versie" in na else {})
            _doe(sessie, sa.update(tabel).where(_is(tabel, tuple(sleutel))).values(_gelezen(tabel, terug)))
    rij.gedaan = True
    sessie.add(rij)
    sessie.flush()
    sessie.expire_all()
    return _sets(rij)


def _sets(rij: OngedaanRij) -> set[int]:
    ids = set()
    for naam, sleutel, voor, na in rij.rijen:
        inhoud = voor or na
        if naam == "vragenset":
            ids.add(sleutel[0])
        elif inhoud.get("vragenset_id") is not None:
            ids.add(inhoud["vragenset_id"])
    return ids


def keep_before_flush(sessie: Session, _flush: Any, _instanties: Any) -> None:
    """Keeps the rows that this flush changes or removes as they were."""
    if _OPNAME in sessie.info:
        for obj in (*sessie.dirty, *sessie.deleted):
            staat = sa.inspect(obj)
            if staat.identity is not None:
                _onthoud(sessie, obj.__tablename__, tuple(staat.identity))


def keep_after_flush(sessie: Session, _flush: Any) -> None:
    """Keeps that the rows which this flush added were not there."""
    opname = sessie.info.get(_OPNAME)
    if opname is not None:
        for obj in sessie.new:
            if obj.__tablename__ not in _BUITEN:
                sleutel = tuple(getattr(obj, kolom.name) for kolom in obj.__table__.primary_key)
                opname.setdefault((obj.__tablename__, sleutel), None)


def keep_before_statement(opdracht: ORMExecuteState) -> None:
    """Keeps the rows that one statement changes or removes as they were."""
    sessie: Any = opdracht.session
    if _OPNAME not in sessie.info or not (opdracht.is_update or opdracht.is_delete):
        return
    tabel: Any = opdracht.statement.table  # type: ignore[attr-defined]
    sessie.flush()
    waar: Any = opdracht.statement.whereclause  # type: ignore[attr-defined]
    sleutel = sa.select(*tabel.primary_key.columns)
    for rij in sessie.connection().execute(sleutel if waar is None else sleutel.where(waar)).all():
        _onthoud(sessie, tabel.name, tuple(rij))


def _onthoud(sessie: Session, naam: str, sleutel: tuple[Any, ...]) -> None:
    opname = sessie.info[_OPNAME]
    if naam not in _BUITEN and (naam, sleutel) not in opname:
        opname[naam, sleutel] = _lees(sessie, naam, sleutel)


def _lees(sessie: Session, naam: str, sleutel: tuple[Any, ...]) -> dict[str, Any] | None:
    """A row as it stands in the database, in values that JSON has."""
    tabel = SQLModel.metadata.tables[naam]
    rij = sessie.connection().execute(sa.select(tabel).where(_is(tabel, sleutel))).mappings().one_or_none()
    return None if rij is None else {k: _json(waarde) for k, waarde in rij.items()}


def _is(tabel: sa.Table, sleutel: tuple[Any, ...]) -> sa.ColumnElement[bool]:
    return sa.and_(*(kolom == deel for kolom, deel in zip(tabel.primary_key.columns, sleutel, strict=True)))


def _json(waarde: Any) -> Any:
    return waarde.isoformat() if isinstance(waarde, (date, datetime)) else waarde


def _gelezen(tabel: sa.Table, rij: dict[str, Any]) -> dict[str, Any]:
    return {naam: uit_json(tabel.c[naam].type)(waarde) for naam, waarde in rij.items()}


def _doe(sessie: Session, opdracht: Any) -> None:
    sessie.connection().execute(opdracht)
