"""Promise D2: a save is whole or not at all. Every call to storage fails once, and nothing may have changed."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from types import ModuleType

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.antwoorden.store import antwoorden as antwoordenkast
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.core.store import audit, counters, jobs
from kamervragen.core.store import files as filestore
from kamervragen.inname.innemen import neem_in
from kamervragen.inname.store import inname
from kamervragen.lijsten.store import kolomkeuzen
from kamervragen.register.store import ambten, moties, toezeggingen
from kamervragen.sets.store import recessen, vragensets
from tests.promises import noteer
from tests.stukken import ANTWOORD, VRAGEN, answer_id, bring, brought, contents, files

_KASTEN: tuple[ModuleType, ...] = (
    ambten,
    antwoordenkast,
    audit,
    filestore,
    inname,
    kolomkeuzen,
    moties,
    recessen,
    jobs,
    counters,
    toezeggingen,
    vragensets,
)
_TEKST = "Ik zal uw Kamer voor 1 oktober 2026 informeren. Ik voer de motie van het lid Proef (ABC) over fietsen uit."
_BRON = ANTWOORD.replace("2026Z00101", "2026Z00303").replace("1601", "1301").replace("1500", "1300")


class _Stroomuitval(Exception):  # noqa: N818
    """What goes wrong in these tests."""


class _Tripwire:
    """Counts this thread's calls to storage, and raises before or after the chosen one.

    Elsewhere in the process the worker of a server that another test keeps running may call storage too: not counted.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.draad = threading.get_ident()
        self.stil, self.geteld, self.bij, self.erna = True, 0, 0, False
        for kast in _KASTEN:
            for naam, doe in list(vars(kast).items()):
                if callable(doe) and getattr(doe, "__module__", "") == kast.__name__ and not isinstance(doe, type):
                    monkeypatch.setattr(kast, naam, self._wrapped(doe))

    def _wrapped(self, doe: Callable[..., object]) -> Callable[..., object]:
        def watched(*args: object, **opties: object) -> object:
            if self.stil or threading.get_ident() != self.draad:
                return doe(*args, **opties)
            self.geteld += 1
            dit = self.geteld == self.bij
            if dit and not self.erna:
                raise _Stroomuitval
            uitkomst = doe(*args, **opties)
            if dit:
                raise _Stroomuitval
            return uitkomst

        return watched

    def run(self, act: Callable[[], object], *, bij: int, erna: bool) -> int:
        """Does the act, failing at this call (0: never); the number of calls made."""
        self.stil, self.geteld, self.bij, self.erna = False, 0, bij, erna
        try:
            act()
        finally:
            self.stil = True
        return self.geteld


def _steps(huis: Huis, act: Callable[[], object], struikel: _Tripwire) -> int:
    """Fails the act before and after each call to storage, until it is not hit any more. How many times."""
    keren, bij = 0, 0
    voor = contents(huis)
    while True:
        bij += 1
        for erna in (False, True):
            try:
                struikel.run(act, bij=bij, erna=erna)
            except _Stroomuitval:
                keren += 1
                assert contents(huis) == voor, f"call {bij}, after it: {erna}"
            else:
                assert contents(huis) != voor  # without a fault the act does change something
                return keren


def _save_new(huis: Huis, anna: Wie) -> Callable[[], object]:
    sleutel = brought(huis, VRAGEN)
    return lambda: schrijven.bewaar(huis, anna, sleutel, "1", _TEKST, versie=0)


def _save_again(huis: Huis, anna: Wie) -> Callable[[], object]:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "1", "Nee.", versie=0)
    return lambda: schrijven.bewaar(huis, anna, sleutel, "1", _TEKST, versie=1)


def _take_over(huis: Huis, anna: Wie) -> Callable[[], object]:
    brought(huis, _BRON)
    bring(huis, VRAGEN)
    bron = answer_id(huis, "KV-000001", "2")
    return lambda: schrijven.neem_over(huis, anna, "KV-000002", "1", bron, versie=0)


def _take_in_new(huis: Huis, _anna: Wie) -> Callable[[], object]:
    return lambda: bring(huis, ANTWOORD)


def _take_in_more(huis: Huis, anna: Wie) -> Callable[[], object]:
    schrijven.bewaar(huis, anna, brought(huis, VRAGEN), "1", "Nee.", versie=0)
    return lambda: bring(huis, ANTWOORD)


@pytest.mark.parametrize("begin", [_save_new, _save_again, _take_over, _take_in_new, _take_in_more])
def test_a_fault_at_any_step_leaves_the_database_as_it_was(
    huis: Huis, anna: Wie, monkeypatch: pytest.MonkeyPatch, begin: Callable[[Huis, Wie], Callable[[], object]]
) -> None:
    """D2: no half state, whichever call to storage fails."""
    act = begin(huis, anna)
    keren = _steps(huis, act, _Tripwire(monkeypatch))
    assert keren >= 10
    noteer("D2", "een wijziging is heel of er is niets", f"{begin.__name__[1:]}: {keren} storingen, 0 halve toestanden")


def test_no_document_is_recorded_without_its_file(huis: Huis, chris: Wie, monkeypatch: pytest.MonkeyPatch) -> None:
    """D2: a row is never without its file; a file that a fault left behind is the one that the next try uses."""
    struikel = _Tripwire(monkeypatch)
    _steps(huis, lambda: neem_in(huis, chris, VRAGEN.encode(), "vragen.txt"), struikel)
    assert files(huis) == [hashlib.sha256(VRAGEN.encode()).hexdigest()]

    def full(*_args: object) -> str:
        raise OSError(28, "No space left on device")

    voor = contents(huis)
    monkeypatch.setattr(filestore, "bewaar", full)
    with pytest.raises(OSError, match="No space left"):
        neem_in(huis, chris, ANTWOORD.encode(), "antwoord.txt")
    assert contents(huis) == voor
