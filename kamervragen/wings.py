"""What every wing brings to the house: its tables, and its hidden hands in one list, in their order.

Whoever opens a house calls `hang`. Nothing here depends on which module was imported first.
"""

from __future__ import annotations

from functools import cache

from sqlalchemy import event
from sqlmodel import Session

from kamervragen.antwoorden import rows as antwoorden
from kamervragen.beheer import signaalwoorden
from kamervragen.core import rows as core
from kamervragen.core.hooks import HOOKS
from kamervragen.core.store import sight, undo
from kamervragen.hergebruik import rows as hergebruik
from kamervragen.lijn import rows as lijn
from kamervragen.lijsten import rows as lijsten
from kamervragen.mensen import rows as mensen
from kamervragen.papieren import rows as papieren
from kamervragen.register import herberekening
from kamervragen.register import rows as register
from kamervragen.sets import index, standen, standrows
from kamervragen.sets import rows as sets
from kamervragen.sets.store import afscherming
from kamervragen.sets.store import standen as standkast
from kamervragen.vandaag import rows as vandaag

ROWS = (core, mensen, sets, standrows, register, antwoorden, hergebruik, papieren, lijn, vandaag, lijsten)

# What happens in every session, whatever it is asked.
SESSION_HOOKS = (
    ("do_orm_execute", sight.leave_out),  # first: what comes after sees what may be seen
    ("do_orm_execute", undo.keep_before_statement),
    ("before_flush", undo.keep_before_flush),
    ("after_flush", undo.keep_after_flush),
    ("after_flush", standkast.note_touched),
)


@cache
def hang() -> None:
    """Hangs them all, once in a process: before the first session is opened."""
    for name, hook in SESSION_HOOKS:
        event.listen(Session, name, hook)
    HOOKS.hide = (afscherming.verberg,)
    HOOKS.after_act = (standen.ververs,)
    HOOKS.after_undo = (index.volg_ongedaan, herberekening.volg_ongedaan, signaalwoorden.volg_ongedaan)
