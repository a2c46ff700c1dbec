"""Incoming files: by their sha-256, written whole or not at all."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from kamervragen.core.store import files
from tests.draden import at_once

_SHA = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"  # of b"hello"


def _files(folder: Path) -> list[str]:
    return sorted(str(pad.relative_to(folder)) for pad in folder.rglob("*") if pad.is_file())


def test_bytes_that_were_not_kept_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        files.lees(tmp_path, _SHA)


def test_a_write_that_breaks_off_leaves_no_file_under_the_sha(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_greep: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as zonder_schijf:
        zonder_schijf.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space left"):
            files.bewaar(tmp_path, b"hello")
    assert not (tmp_path / "2c" / _SHA).exists()
    assert files.bewaar(tmp_path, b"hello") == _SHA
    assert files.lees(tmp_path, _SHA) == b"hello"


def test_bytes_are_kept_by_their_sha(tmp_path: Path) -> None:
    assert files.bewaar(tmp_path / "nieuw", b"hello") == _SHA
    assert _files(tmp_path) == [f"nieuw/2c/{_SHA}"]
    assert files.lees(tmp_path / "nieuw", _SHA) == b"hello"


def test_the_same_bytes_are_one_file_and_other_bytes_another(tmp_path: Path) -> None:
    assert files.bewaar(tmp_path, b"hello") == files.bewaar(tmp_path, b"hello")
    files.bewaar(tmp_path, b"hallo")
    assert len(_files(tmp_path)) == 2


def test_a_file_is_synced_before_it_gets_its_name_and_its_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezien: list[tuple[str, bool]] = []
    echt = os.fsync

    def watch(greep: int) -> None:
        gezien.append((os.readlink(f"/proc/self/fd/{greep}"), (tmp_path / "2c" / _SHA).exists()))
        echt(greep)

    monkeypatch.setattr(os, "fsync", watch)
    files.bewaar(tmp_path, b"hello")
    (bestand, al_hernoemd), (map, nu_hernoemd) = gezien
    assert bestand.endswith(".tmp")
    assert (al_hernoemd, map, nu_hernoemd) == (False, str(tmp_path / "2c"), True)


def test_keeping_the_same_bytes_at_once_keeps_them_once(tmp_path: Path) -> None:
    for ronde in range(50):
        data = f"ronde {ronde}".encode() * 10_000
        uit = at_once([partial(files.bewaar, tmp_path, data)] * 8)
        assert len(set(map(str, uit))) == 1, uit
        assert files.lees(tmp_path, str(uit[0])) == data
    assert len(_files(tmp_path)) == 50
