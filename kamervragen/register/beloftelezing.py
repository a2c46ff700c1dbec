"""A text read for its promises: sentence by sentence without a database for the command line, and while one types."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from kamervragen.catalogue import verteld
from kamervragen.domain.errors import Ongeldig
from kamervragen.language.promises.beloften import MAX_ZIN, Belofte, belofte_in, beloften
from kamervragen.language.promises.tijd import Tijdsaanduiding, tijdsaanduidingen
from kamervragen.language.zinnen import Zin, zinnen
from kamervragen.sets.blik import Blik
from kamervragen.sets.woorden import signalen


def van_tekst(tekst: str, op: date) -> list[dict[str, Any]]:
    """Every sentence of a text, in order, each with what it promises. `op` is the date of the document."""
    return [_zin(zin, op) for zin in zinnen(tekst)]


def van_regels(tekst: str, op: date) -> list[dict[str, Any]]:
    """One sentence a line, in order. A line may be JSON {tekst, datum}; its own date then counts.

    Offsets are those in the sentence itself. :raises Ongeldig: for a line that is no such JSON.
    """
    uit: list[dict[str, Any]] = []
    for nummer, regel in enumerate(tekst.splitlines(), start=1):
        if regel.strip():
            zin, dag = _regel(regel.strip(), op, nummer)
            uit.append(_zin(Zin(zin, 0, len(zin)), dag))
    return uit


def bij_het_schrijven(blik: Blik, tekst: str) -> tuple[Belofte, ...]:
    """Finds the promises in a text as it is typed, with where they stand: what the editor underlines."""
    op = blik.rij.ontvangen or blik.rij.gedagtekend or blik.op
    return beloften(tekst, op, blik.regels.recessen, signalen(blik.sessie))


def _regel(regel: str, op: date, nummer: int) -> tuple[str, date]:
    if not regel.startswith("{"):
        return regel, op
    try:
        rij = json.loads(regel)
        return str(rij["tekst"]), date.fromisoformat(rij["datum"]) if rij.get("datum") else op
    except (ValueError, KeyError, TypeError) as fout:
        raise Ongeldig(
            'Regel %(nummer)s is geen geldige JSON. Schrijf {"tekst": "...", "datum": "2026-06-08"} op één regel.',
            nummer=nummer,
        ) from fout


def _zin(zin: Zin, op: date) -> dict[str, Any]:
    if len(zin.tekst) > MAX_ZIN:
        return _als_json(zin, None, None, op)
    belofte = belofte_in(zin.tekst, op, zin.begin)
    tijden = () if belofte else tijdsaanduidingen(zin.tekst, op)
    tijd = belofte.tijd if belofte else next((t for t in tijden if t.einde), next(iter(tijden), None))
    return _als_json(zin, belofte, tijd, op)


def _als_json(zin: Zin, belofte: Belofte | None, tijd: Tijdsaanduiding | None, op: date) -> dict[str, Any]:
    begin = tijd.begin if tijd else op if belofte else None
    return {
        "tekst": zin.tekst,
        "begin": zin.begin,
        "einde": zin.einde,
        "belofte": belofte is not None,
        "stevigheid": belofte.stevigheid.value if belofte else None,
        "tijdsaanduiding": tijd.tekst if tijd else None,
        "venster_begin": begin.isoformat() if begin else None,
        "venster_einde": tijd.einde.isoformat() if tijd and tijd.einde else None,
        "uitleg": verteld(tijd.afleiding) if tijd else None,
        "signaal": list(belofte.signaal) if belofte else [],
    }
