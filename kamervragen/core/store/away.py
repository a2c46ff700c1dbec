"""When the database or the disk is away: which errors say so, and the sentence for whoever was at work."""

from __future__ import annotations

import errno
import re

from sqlalchemy import exc

from kamervragen.domain.errors import Onbereikbaar

# What SQLite says when it is not our query that is wrong. *Bron:* the result codes of sqlite.org/rescode.html.
_SQLITE = re.compile(
    r"database is locked|database table is locked|unable to open database|disk is full|disk I/O error|readonly database|"
    r"malformed|not a database",
    re.IGNORECASE,
)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def is_away(fault: BaseException) -> bool:
    """Tells whether this is the database or the disk being away or full, and no mistake of ours."""
    if isinstance(fault, exc.TimeoutError):
        return True
    if isinstance(fault, exc.DBAPIError):
        if "sqlite3" in type(fault.orig).__module__:
            return bool(_SQLITE.search(str(fault.orig)))
        return isinstance(fault, (exc.OperationalError, exc.InterfaceError)) or bool(fault.connection_invalidated)
    return isinstance(fault, OSError) and fault.errno in _FULL


def sentence(fault: BaseException) -> Onbereikbaar:
    """Makes the error that a person reads; the fault itself is its cause."""
    if isinstance(fault, OSError) or "disk is full" in str(fault):
        return Onbereikbaar(
            "De schijf van de server is vol. Er is niets bewaard; uw tekst staat nog in dit venster. Waarschuw de beheerder."
        )
    return Onbereikbaar(
        "Het programma is even niet bereikbaar; uw tekst staat nog in dit venster. Probeer het over een ogenblik opnieuw."
    )
