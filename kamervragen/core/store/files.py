"""Incoming files, kept by their sha-256 and never by the name a user gave."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path


def sha256(data: bytes) -> str:
    """The name a file is kept under."""
    return hashlib.sha256(data).hexdigest()


def bewaar(folder: Path, data: bytes) -> str:
    """Keeps the bytes and returns their sha-256. Written whole or not at all: temporary file, fsync, rename."""
    sha = sha256(data)
    doel = folder / sha[:2] / sha
    if not doel.exists():
        schrijf_heel(doel, data)
    return sha


def schrijf_heel(doel: Path, data: bytes) -> None:
    """Puts the bytes in a file, whole or not at all, in the place of what stood there."""
    doel.parent.mkdir(parents=True, exist_ok=True)
    greep, tijdelijk = tempfile.mkstemp(dir=doel.parent, suffix=".tmp")
    try:
        with os.fdopen(greep, "wb") as bestand:
            bestand.write(data)
            bestand.flush()
            os.fsync(bestand.fileno())
        os.replace(tijdelijk, doel)
    except BaseException:
        Path(tijdelijk).unlink(missing_ok=True)
        raise
    _sync(doel.parent)


def sweep(folder: Path, *, older_than: timedelta) -> int:
    """Drops the temporary files that a process left when it was killed. Returns how many."""
    before = time.time() - older_than.total_seconds()
    left = [path for path in folder.rglob("*.tmp") if path.is_file() and path.stat().st_mtime < before]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


@contextmanager
def bewaard(folder: Path, data: bytes) -> Iterator[None]:
    """Keeps the bytes for as long as what follows succeeds: a refused document leaves no file."""
    doel = folder / sha256(data)[:2] / sha256(data)
    stond_er = doel.exists()
    bewaar(folder, data)
    gelukt = False
    try:
        yield
        gelukt = True
    finally:
        if not gelukt and not stond_er:
            doel.unlink(missing_ok=True)


def weg(folder: Path, sha: str) -> None:
    """Drops a file that may not be kept."""
    (folder / sha[:2] / sha).unlink(missing_ok=True)


def lees(folder: Path, sha: str) -> bytes:
    """The bytes kept under this sha-256."""
    return (folder / sha[:2] / sha).read_bytes()


def _sync(map: Path) -> None:
    greep = os.open(map, os.O_RDONLY)
    try:
        os.fsync(greep)
    finally:
        os.close(greep)
