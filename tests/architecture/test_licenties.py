"""What the program stands on: every package that is installed with it may be used under the EUPL-1.2."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]
_LOCK = (WORTEL / "requirements.lock").read_text(encoding="utf-8")
# Names of the packages that are installed on Linux, of which this program is run.
_PAKKETTEN = [
    naam
    for naam, merk in re.findall(r"^([a-z0-9][a-z0-9_.-]*)==\S+(?: ;([^\\]*))?", _LOCK, re.M)
    if "win32" not in merk
]
# Permissive, or weak copyleft that is compatible. *Bron:* EUPL-1.2, appendix, and the matrix of joinup.ec.europa.eu.
_MAG = re.compile(r"MIT|BSD|Apache|ISC|PSF|MPL|Mozilla Public License|LGPL-3\.0", re.IGNORECASE)
_MAG_NIET = re.compile(r"(?<!L)GPL|SSPL|Commons Clause|proprietary", re.IGNORECASE)
# Their metadata say nothing; the text of their licence does.
_GELEZEN = {"pyrage": "MIT"}


def _licentie(naam: str) -> str:
    gegevens = metadata(naam)
    klassen = [k.rpartition("::")[2].strip() for k in gegevens.get_all("Classifier") or [] if k.startswith("License")]
    return gegevens.get("License-Expression") or "; ".join(klassen) or gegevens.get("License") or _GELEZEN.get(naam, "")


@pytest.mark.parametrize("naam", _PAKKETTEN)
def test_every_package_may_be_used(naam: str) -> None:
    try:
        licentie = _licentie(naam)
    except PackageNotFoundError:
        pytest.fail(f"{naam} is locked and not installed")
    assert _MAG.search(licentie), f"{naam}: {licentie!r}"
    assert not _MAG_NIET.search(licentie), f"{naam}: {licentie!r}"


def test_the_lock_pins_every_package_by_its_hash() -> None:
    assert len(_PAKKETTEN) > 50
    regels = [deel for deel in re.split(r"\n(?=\S)", _LOCK) if "==" in deel and not deel.startswith("#")]
    assert [deel.split("==")[0] for deel in regels if "--hash=sha256:" not in deel] == []
