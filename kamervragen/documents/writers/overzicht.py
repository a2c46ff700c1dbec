"""Accounting as Word: tables under their titles, such as the annex "Moties en toezeggingen" of a budget.

*Bron:* rijksfinancien.nl, memorie van toelichting 2024 IV, bijlage 3: Omschrijving, Vindplaats, Stand van zaken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kamervragen.catalogue import gettext as _
from kamervragen.documents.word.sjabloon import OVERZICHT, Blad


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with its title and headings; without rows it says that there is nothing."""

    titel: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


def render(titel: str, tabellen: Sequence[Tabel], sjabloon: Path) -> bytes:
    """The tables as a .docx; equal input gives equal bytes."""
    blad = Blad(sjabloon, OVERZICHT)
    blad.vul({"titel": titel})
    schrijver = blad.schrijver("inhoud")
    for tabel in tabellen:
        schrijver.alinea("Onderdeel", tabel.titel)
        if tabel.rijen:
            schrijver.tabel(tabel.kolommen, tabel.rijen)
        else:
            schrijver.alinea("Antwoordtekst", _("Er zijn er geen."))
    return blad.geef_af(titel)
