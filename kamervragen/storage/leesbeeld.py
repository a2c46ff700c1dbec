"""One picture for one page: a session to read in that lives as long as a request, and asks nothing twice.

Within a picture the database stands still, so that the same question has the same answer; and what a page is known to
ask is asked ahead, all of it in one statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Engine, event
from sqlalchemy.engine.result import FrozenResult, IteratorResult, SimpleResultMetaData
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Mapper, ORMExecuteState, make_transient_to_detached
from sqlmodel import Session

from kamervragen.storage.afscherming import KAAL, verborgen  # its filter is on a query before it is remembered
from kamervragen.storage.engine import lezen
from kamervragen.storage.jsonwaarden import als_json, uit_json

_MEMO, _GENOTEERD = "wat al gevraagd is", "wat ineens gevraagd wordt"
_INEENS = "ineens"
_KOLOMMEN = 100


class Leesbeeld:
    """Opens at the first question and is closed by whoever made it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._stapel = ExitStack()
        self._sessie: Session | None = None
        self._gedaan: set[str] = set()

    def eerste_keer(self, wat: str) -> bool:
        """Whether this was not said before in this picture: for what one page does once."""
        eerste = wat not in self._gedaan
        self._gedaan.add(wat)
        return eerste

    def sessie(self) -> tuple[Session, bool]:
        """The session, and whether it was opened just now."""
        if self._sessie is not None:
            return self._sessie, False
        self._sessie = self._stapel.enter_context(lezen(self._engine))
        self._sessie.info[_MEMO] = {}
        return self._sessie, True

    @property
    def geopend(self) -> Session | None:
        """The session, once somebody looks."""
        return self._sessie

    def sluit(self) -> None:
        self._stapel.close()
        self._sessie = None


def kijkt(sessie: Session) -> bool:
    """Whether this session is the picture of a page."""
    return _MEMO in sessie.info


def vooruit(sessie: Session, *lezers: Callable[[Session], object]) -> None:
    """Asks in one statement what these readers would ask one by one; whoever reads the same after it has it at hand.

    A reader is run with nothing to read, to hear what it asks: so it must bear an empty answer, or stop at it as `.one()`
    does. It asks for objects or columns of tables, without a BLOB among them. Outside a picture this does nothing.
    """
    memo = sessie.info.get(_MEMO)
    if memo is None:
        return
    vragen = sessie.info[_GENOTEERD] = {}
    try:
        for lezer in lezers:
            with suppress(NoResultFound):
                lezer(sessie)
    finally:
        del sessie.info[_GENOTEERD]
    if vragen:
        delen = sa.select(*(_als_json(sessie, vraag) for vraag in vragen.values()))
        rij = sessie.execute(delen, execution_options={_INEENS: True}).one()
        for (sleutel, vraag), lijst in zip(vragen.items(), rij, strict=True):
            stukken = [_deel(wat) for wat in vraag.column_descriptions]
            memo[sleutel] = _resultaat(vraag, [_rij(sessie, stukken, waarden) for waarden in lijst]).freeze()


@event.listens_for(Session, "do_orm_execute")
def _eenmaal(vraag: ORMExecuteState) -> Any:
    memo: dict[Any, FrozenResult[Any]] | None = vraag.session.info.get(_MEMO)
    opties = vraag.execution_options
    if memo is None or not vraag.is_select or vraag.is_column_load or "yield_per" in opties or _INEENS in opties:
        return None
    kaal = opties.get(KAAL, vraag.statement)
    sleutel = _sleutel(vraag, kaal)
    if sleutel is None:
        return None
    if sleutel not in memo:
        if _GENOTEERD in vraag.session.info:
            vraag.session.info[_GENOTEERD][sleutel] = kaal
            return _resultaat(kaal, [])
        memo[sleutel] = vraag.invoke_statement().freeze()
    return memo[sleutel]()


def _als_json(sessie: Session, vraag: Any) -> Any:
    """The rows of a question as one JSON list, in their order: both databases keep the order of what they gather."""
    van = vraag.subquery()
    assert len(van.c) <= _KOLOMMEN, "a row of so many columns is no JSON list in PostgreSQL"
    return sa.select(als_json(sessie.get_bind().dialect.name, van.c)).select_from(van).scalar_subquery()


Deel = Callable[[Session, Iterator[Any]], Any]


def _rij(sessie: Session, delen: list[Deel], waarden: list[Any]) -> tuple[Any, ...]:
    """A row as the question itself would have given it: whole objects of this session, and single values."""
    rest = iter(waarden)
    return tuple([deel(sessie, rest) for deel in delen])


def _deel(wat: Any) -> Deel:
    """What reads one of the things a question asks, off the values of a row."""
    if wat["expr"] is not wat["entity"]:
        lees = uit_json(wat["type"])
        return lambda _sessie, rest: lees(next(rest))
    blik = sa.inspect(wat["entity"]).mapper
    return lambda sessie, rest: _object(sessie, blik, rest)


def _object(sessie: Session, blik: Mapper[Any], rest: Iterator[Any]) -> Any:
    kolommen, sleutel = _vorm(blik)
    velden = {naam: lees(next(rest)) for naam, lees in kolommen}
    eigen = tuple(velden[naam] for naam in sleutel)
    if None in eigen:
        return None  # the empty side of an outer join
    bekend = sessie.identity_map.get(blik.identity_key_from_primary_key(eigen))
    if bekend is not None:
        return bekend
    # As a row that was read: by the setters of a new object a list of hundreds costs more than its query.
    nieuw = blik.class_manager.new_instance()
    sa.inspect(nieuw).dict.update(velden)
    make_transient_to_detached(nieuw)
    sessie.add(nieuw)
    return nieuw


@cache
def _vorm(blik: Mapper[Any]) -> tuple[tuple[tuple[str, Callable[[Any], Any]], ...], tuple[str, ...]]:
    """The fields of a table, each with what reads its value, in the order of its columns; and its key."""
    naam = blik.get_property_by_column
    return (
        tuple((naam(kolom).key, uit_json(kolom.type)) for kolom in blik.columns),
        tuple(naam(kolom).key for kolom in blik.primary_key),
    )


def _resultaat(vraag: Any, rijen: list[Any]) -> IteratorResult[Any]:
    namen = [wat["name"] for wat in vraag.column_descriptions]
    return IteratorResult(SimpleResultMetaData(namen), iter(rijen))


def _sleutel(vraag: ORMExecuteState, kaal: Any) -> Any:
    """What makes a question the same: its form, its values and what is hidden from who asks. None when it cannot be told."""
    vorm: Any = kaal._generate_cache_key()
    if vorm is None or vraag.parameters:
        return None
    return frozenset(verborgen(vraag.session)), vorm.key, tuple(_vast(bind.effective_value) for bind in vorm.bindparams)


def _vast(waarde: Any) -> Any:
    return tuple(waarde) if isinstance(waarde, (list, set, frozenset)) else waarde
