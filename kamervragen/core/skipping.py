"""What is derived of many rows: one that cannot be is named and passed by, and the others go on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from kamervragen.core.act import Buitenom, Huis, buitenom
from kamervragen.core.store import heartbeats

_log = logging.getLogger(__name__)
T = TypeVar("T")


class Skipping:
    """A run over rows of one kind, as 'zoekindex': what failed is kept until it succeeds."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._failed: dict[str, str] = {}
        self._done: list[str] = []

    def attempt(self, key: str, make: Callable[[], T]) -> T | None:
        """Makes something of a row. Returns None when it cannot be made, and goes on."""
        try:
            made = make()
        except Exception as fault:  # noqa: BLE001 - one row that cannot be derived must not take the others down
            _log.exception("%s: %s kan niet worden afgeleid", self.kind, key)
            self._failed[key] = repr(fault)
            return None
        self._done.append(key)
        return made

    def write(self, huis: Huis) -> None:
        """Keeps what failed, and drops what failed before and succeeded now."""
        with buitenom(huis, Buitenom.WORKER) as sessie:
            known = {row.sleutel for row in heartbeats.skipped(sessie) if row.soort == self.kind}
            for key in known.intersection(self._done):
                heartbeats.unskip(sessie, self.kind, key)
            for key, fault in self._failed.items():
                heartbeats.skip(sessie, self.kind, key, fault, huis.nu())
