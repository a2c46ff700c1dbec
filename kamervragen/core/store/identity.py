"""What a database knows of itself: to which data folder it belongs, and what its tables were made as.

Two machines on one database with a folder each would lose each other's papers: a process with a foreign folder may not
start.
"""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path

import sqlalchemy as sa
from sqlmodel import Session

from kamervragen.core.rows import IdentityRow
from kamervragen.core.store.files import schrijf_heel
from kamervragen.domain.errors import Ongeldig

MERK = "kenmerk"  # the file in the data folder
_FOLDER, _SCHEMA = "datamap", "schema"


def claim(sessie: Session, folder: Path, *, inside: bool) -> None:
    """Lets a database and a data folder know each other. `inside`: the database is a file in that folder.

    :raises Ongeldig: they belong to others.
    """
    known, found = _get(sessie, _FOLDER), folder_id(folder)
    if known is None:
        if found is not None and not inside and any((folder / "documenten").glob("*/*")):
            raise Ongeldig(
                "De datamap %(folder)s hoort bij een andere database. Kies een lege map, of de database die erbij hoort.",
                folder=folder,
            )
        known = found or secrets.token_hex(16)
        _put(sessie, _FOLDER, known)
    elif found != known and not (inside and found is None):
        raise Ongeldig(
            "De datamap %(folder)s is niet die van deze database: stukken die hier komen, ziet de rest niet. Zet "
            "KAMERVRAGEN_DATA op de gedeelde map; is zij verhuisd of teruggezet, kopieer dan ook het bestand %(merk)s mee.",
            folder=folder,
            merk=MERK,
        )
    if found is None:
        schrijf_heel(folder / MERK, f"{known}\n".encode())


def folder_id(folder: Path) -> str | None:
    """Gives what a data folder says of itself; None when it says nothing."""
    try:
        return (folder / MERK).read_text("ascii", errors="replace").strip() or None
    except OSError:
        return None


def is_folder_of(sessie: Session, folder: Path) -> bool:
    """Tells whether the database belongs to this folder."""
    return _get(sessie, _FOLDER) == folder_id(folder)


def remember_schema(sessie: Session) -> None:
    """Writes down what the tables of SQLite are made as, right after they were brought to the newest form."""
    if (made := _schema(sessie)) is not None:
        _put(sessie, _SCHEMA, made)


def schema_is_whole(sessie: Session) -> bool:
    """Tells whether the tables are still written as they were made. PostgreSQL keeps that itself."""
    return _get(sessie, _SCHEMA) == _schema(sessie)


def _schema(sessie: Session) -> str | None:
    if sessie.get_bind().dialect.name != "sqlite":
        return None
    # Statistics come and go by themselves.
    rows = sessie.execute(sa.text("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"))
    return hashlib.sha256(repr(sorted(map(tuple, rows), key=repr)).encode()).hexdigest()


def _get(sessie: Session, name: str) -> str | None:
    row = sessie.get(IdentityRow, name)
    return row.waarde if row is not None else None


def _put(sessie: Session, name: str, value: str) -> None:
    row = sessie.get(IdentityRow, name) or IdentityRow(naam=name, waarde=value)
    row.waarde = value
    sessie.add(row)
    sessie.flush()
