"""Incoming files, kept by their sha-256 and never by the name a user gave."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def bewaar(folder: Path, data: bytes) -> str:
    """Keeps the bytes and returns their sha-256. Written whole or not at all: temporary file, fsync, rename."""
    sha = hashlib.sha256(data).hexdigest()
    doel = folder / sha[:2] / sha
    if doel.exists():
        return sha
    doel.parent.mkdir(parents=True, exist_ok=True)
    tijdelijk = doel.with_suffix(f".{os.getpid()}.tmp")
    with tijdelijk.open("wb") as bestand:
        bestand.write(data)
        bestand.flush()
        os.fsync(bestand.fileno())
    tijdelijk.rename(doel)
    _sync(doel.parent)
    return sha


def lees(folder: Path, sha: str) -> bytes:
    """The bytes kept under this sha-256."""
    return (folder / sha[:2] / sha).read_bytes()


def _sync(map: Path) -> None:
    greep = os.open(map, os.O_RDONLY)
    try:
        os.fsync(greep)
    finally:
        os.close(greep)
