"""What lies on disk, opened once in a process and again when it changed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from kamervragen.search.index import IndexStuk, is_opzij

T = TypeVar("T")
# Every commit, and every index that takes the place of another, brings a new one of these.
_KOP = "meta.json"


class Geopend(Generic[T]):
    """Opens the index of a folder with `open_`; where there is none that can be read, `leeg` makes one without anything."""

    def __init__(self, open_: Callable[[Path], T], leeg: Callable[[], T]) -> None:
        self._open, self._leeg = open_, leeg
        self._slot = threading.Lock()
        self._bekend: dict[Path, tuple[object, T]] = {}

    def van(self, folder: Path) -> T:
        """The index as it lies now. It stays as it is, whatever is written meanwhile, for who holds it."""
        stempel = _stempel(folder)
        bekend = self._bekend.get(folder)
        if bekend is not None and bekend[0] == stempel:
            return bekend[1]
        with self._slot:
            try:
                nu = self._open(folder)
            except IndexStuk:
                nu = self._leeg()
            self._bekend[folder] = (stempel, nu)
            while len(self._bekend) > 4:  # a house has two; only tests open many houses
                self._bekend.pop(next(iter(self._bekend)))
            return nu


def _stempel(folder: Path) -> object:
    try:
        stand = (folder / _KOP).stat()
    except OSError:
        return None
    return stand.st_ino, stand.st_mtime_ns, stand.st_size, is_opzij(folder)
