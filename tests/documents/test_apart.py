"""Reading in a process apart: what a file does to a parser stays there."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from kamervragen.documents import apart
from kamervragen.documents.apart import lees_apart
from kamervragen.documents.lees import lees
from kamervragen.domain.errors import Ongeldig, TeGroot
from tests.documents.vormen import KOPPEN, Proefset, als_pdf, als_tekst

_SET = Proefset((("Waarom is dat?",), ("Hoeveel zijn er?",)), ((0,), (1,)), (("Daarom.",), ("Tien.",)), ())
TEKST = als_tekst(_SET, next(iter(KOPPEN)))


def test_apart_is_read_what_is_read_here() -> None:
    assert lees_apart(TEKST, "a.txt") == lees(TEKST, "a.txt")
    pdf = als_pdf(_SET)
    assert lees_apart(pdf, "a.pdf") == lees(pdf, "a.pdf")


@pytest.mark.parametrize(("data", "fout"), [(b"", Ongeldig), (b"a" * 25_000_001, TeGroot), (b"PK\x03\x04x", Ongeldig)])
def test_a_refusal_comes_back_in_the_same_words(data: bytes, fout: type[Exception]) -> None:
    with pytest.raises(fout) as hier:
        lees(data, "a.docx")
    with pytest.raises(fout) as daar:
        lees_apart(data, "a.docx")
    assert str(daar.value) == str(hier.value)


def test_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Ongeldig, match=r"traag\.txt lezen duurde te lang of vroeg te veel geheugen, en is gestopt\."):
        lees_apart(b"wat? hoe?\n" * 2_000_000, "traag.txt", seconden=1)
    assert lees_apart(TEKST, "a.txt").vragenset.vragen  # and the next one is read


def test_a_child_that_takes_too_much_is_ended() -> None:
    with pytest.raises((TeGroot, Ongeldig), match="te veel geheugen"):
        lees_apart(b"wat? hoe?\n" * 2_000_000, "groot.txt", geheugen=260_000_000)


def test_a_server_that_was_killed_is_started_again() -> None:
    lees_apart(TEKST, "a.txt")
    assert apart._server is not None
    apart._server[0].kill()
    apart._server[0].wait()
    assert len(lees_apart(TEKST, "a.txt").vragenset.vragen) == 2


class _Kwaad:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch kwaad",)


def test_only_our_own_values_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(pickle.UnpicklingError, match="system"):
        apart._uitgepakt(pickle.dumps(("gelezen", _Kwaad())))
    assert list(tmp_path.iterdir()) == []
