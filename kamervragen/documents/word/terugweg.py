"""What a concept says of itself, so that it finds its way back: of which set it is, which version, and what its notes are."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_SLEUTEL, _VERSIE, _ANTWOORDEN, _NOTEN, _AFDRUKKEN = (
    "kv_sleutel",
    "kv_versie",
    "kv_antwoorden",
    "kv_noten",
    "kv_nootafdrukken",
)
_PAAR = re.compile(r"([\w-]+)=([\w-]+)")


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Of which set and version a document is.

    `antwoorden`: first label -> the version it shows when all its changes are declined; `noten`: id in it -> id in the
    record; `nootafdrukken`: id in it -> the fingerprint of the words that left.
    """

    sleutel: str
    versie: int
    antwoorden: Mapping[str, int] = field(default_factory=dict)
    noten: Mapping[str, str] = field(default_factory=dict)
    nootafdrukken: Mapping[str, str] = field(default_factory=dict)

    def als_eigenschappen(self) -> dict[str, str]:
        """As the custom properties of the document."""
        return {
            _SLEUTEL: self.sleutel,
            _VERSIE: str(self.versie),
            _ANTWOORDEN: " ".join(f"{label}={versie}" for label, versie in self.antwoorden.items()),
            _NOTEN: " ".join(f"{nu}={toen}" for nu, toen in self.noten.items()),
            _AFDRUKKEN: " ".join(f"{nu}={afdruk}" for nu, afdruk in self.nootafdrukken.items()),
        }


def herkomst_uit(eigenschappen: Mapping[str, str]) -> Herkomst | None:
    """What a document says of itself; None when it says nothing."""
    sleutel, versie = eigenschappen.get(_SLEUTEL, ""), eigenschappen.get(_VERSIE, "")
    if not sleutel or not versie.isdecimal():
        return None
    antwoorden = {label: int(v) for label, v in _PAAR.findall(eigenschappen.get(_ANTWOORDEN, "")) if v.isdecimal()}
    noten, afdrukken = (dict(_PAAR.findall(eigenschappen.get(naam, ""))) for naam in (_NOTEN, _AFDRUKKEN))
    return Herkomst(sleutel, int(versie), antwoorden, noten, afdrukken)


def afdruk(tekst: str) -> str:
    """The fingerprint of the words of a note, white space aside."""
    return hashlib.sha256("".join(tekst.split()).encode()).hexdigest()[:12]
