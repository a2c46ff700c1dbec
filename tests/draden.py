"""Threads that start at the same moment, for tests of what happens when people act at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def at_once(acts: Sequence[Callable[[], T]]) -> list[T | Exception]:
    """What each act returned or raised, in the order given. All threads wait for the last one to be ready."""
    start = threading.Barrier(len(acts))

    def run(act: Callable[[], T]) -> T | Exception:
        start.wait()
        try:
            return act()
        except Exception as fout:  # noqa: BLE001 - the test judges it
            return fout

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))
