"""A row of a list of people's own: its cells by field, and what became of it. An empty cell takes nothing away."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kamervragen.catalogue import datum
from kamervragen.core.act import Werk
from kamervragen.documents.werkblad import Celwaarde
from kamervragen.domain.errors import Ongeldig
from kamervragen.inname.innemen import Uitkomst
from kamervragen.language.datums import eerste_datum
from kamervragen.mensen.store import gebruikers
from kamervragen.register.rows import MotieRij, ToezeggingRij
from kamervragen.sets.rows import AmbtsperiodeRij, VragensetRij

_KORT_JAAR = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{2})")  # 3-2-26, as lists are typed


@dataclass(frozen=True, slots=True)
class Rij:
    """The cells of a row by field; what no column gives is empty."""

    cellen: Mapping[str, Celwaarde]

    def tekst(self, veld: str) -> str:
        waarde = self.cellen.get(veld, "")
        return datum(waarde) if isinstance(waarde, date) else " ".join(waarde.split())

    def dag(self, veld: str) -> date | None:
        """:raises Ongeldig: something is written, and no day can be read in it."""
        waarde = self.cellen.get(veld, "")
        if isinstance(waarde, date):
            return waarde
        schoon = " ".join(waarde.replace("/", "-").replace(".", "-").split())
        if not schoon:
            return None
        if kort := _KORT_JAAR.fullmatch(schoon):
            schoon = f"{kort[1]}-{kort[2]}-20{kort[3]}"
        try:
            return date.fromisoformat(schoon[:10])
        except ValueError:
            gevonden = eerste_datum(schoon) or eerste_datum(waarde)
        if gevonden is None:
            raise Ongeldig(
                "%(kolom)s: “%(waarde)s” is geen dag. Schrijf hem als 30-06-2026.", kolom=veld, waarde=waarde[:40]
            )
        return gevonden


def eis_gevuld(rij: Rij, *velden: str) -> None:
    """:raises Ongeldig: naming the cells that are empty and may not be."""
    if leeg := [veld for veld in velden if not rij.tekst(veld)]:
        raise Ongeldig("%(leeg)s ontbreekt.", leeg=", ".join(leeg).capitalize())


@dataclass(frozen=True, slots=True)
class Gedaan:
    """What became of a row: `wat` names it, `velden` are the fields that changed, or what a new row was read as."""

    uitkomst: Uitkomst
    wat: str
    velden: tuple[str, ...] = ()


def directie_van(werk: Werk, rij: Rij) -> str | None:
    naam = rij.tekst("directie")
    if not naam:
        return None
    gevonden = [
        d.code for d in gebruikers.directies(werk.sessie) if naam.casefold() in (d.code.casefold(), d.naam.casefold())
    ]
    if not gevonden:
        raise Ongeldig("directie: “%(naam)s” bestaat niet.", naam=naam[:40])
    return gevonden[0]


def anders_dan(
    rij: ToezeggingRij | MotieRij | VragensetRij | AmbtsperiodeRij, nieuw: Mapping[str, Any]
) -> dict[str, Any]:
    """The fields that the row fills in and that say something else now."""
    return {veld: waarde for veld, waarde in nieuw.items() if waarde and getattr(rij, veld) != waarde}


def verslag_van(naam: str, velden: list[str]) -> Gedaan:
    if not velden:
        return Gedaan(Uitkomst.GELIJK, naam)
    verborgen = ("afleiding", "signaal", "venster_begin")
    return Gedaan(
        Uitkomst.GEWIJZIGD, naam, tuple(v.replace("_id", "").replace("_", " ") for v in velden if v not in verborgen)
    )
