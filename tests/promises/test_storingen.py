"""Promises D1 and D7: whatever part of the world fails, wherever, nothing is half, nothing is lost, and all works again.

Every place is tried in three ways: the world says no, the process is killed there, or it hangs there. After each of them
the same is done again, a job is done, an answer is saved, a page is shown, and `verify` finds no fault.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.promises import aantal, noteer

_LIJST = Path(__file__).with_name("storingsplekken.txt")


class _Proef:
    """The process in which all of it is tried: it forks for each place."""

    def __init__(self, proces: subprocess.Popen[str]) -> None:
        self._proces = proces
        self.plekken: list[str] = self._antwoord()

    def _antwoord(self) -> list[str]:
        assert self._proces.stdout is not None
        uit: list[str] = json.loads(self._proces.stdout.readline())
        return uit

    def laat_falen(self, hoe: str) -> tuple[int, list[str]]:
        """Lets places fail in one way, all of them or a few. Returns how many, and what did not hold."""
        assert self._proces.stdin is not None
        self._proces.stdin.write(f"{hoe} {aantal(klein=len(self.plekken) // 2, vol=1)}\n")
        self._proces.stdin.flush()
        keer, mis = self._antwoord()
        return int(keer), list(mis)


@pytest.fixture(scope="module")
def proef() -> Iterator[_Proef]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.promises.storingen"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as proces:
        yield _Proef(proces)
        assert proces.stdin is not None
        proces.stdin.close()


def test_every_place_where_the_world_is_touched_is_in_the_list(proef: _Proef) -> None:
    """A new place is tried by itself; that it is new is seen, and the list is what a reader of the promise looks at."""
    bekend = [regel for regel in _LIJST.read_text().splitlines() if not regel.startswith("#")]
    assert proef.plekken == bekend, f"write these in {_LIJST.name}: {sorted(set(proef.plekken) ^ set(bekend))}"


def test_a_fault_of_the_world_is_survived_at_every_place(proef: _Proef) -> None:
    keer, mis = proef.laat_falen("fout")
    assert (keer >= 2, mis) == (True, [])
    noteer(
        "D7", "wat faalt, laat niets half en verliest niets", f"{keer} plekken: een fout van de wereld, 0 keer anders"
    )


def test_a_process_that_hangs_stops_no_other_and_loses_nothing(proef: _Proef) -> None:
    keer, mis = proef.laat_falen("hangt")
    assert (keer >= 2, mis) == (True, [])
    noteer("D7", "wie ernaast hangt, houdt niemand op", f"{keer} plekken: hangen en dan gedood, 0 keer anders")


def test_a_process_that_is_killed_loses_nothing(proef: _Proef) -> None:
    keer, mis = proef.laat_falen("gedood")
    assert (keer >= 2, mis) == (True, [])
    noteer("D1", "waar het proces ook ophoudt, niets is half", f"{keer} plekken: kill -9, 0 keer anders")
