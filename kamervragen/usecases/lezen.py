"""Reading a document without recording it: the public contract of `kamervragen lees --json`.

The schema is `docs/lees.schema.json`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from kamervragen import catalogus
from kamervragen.documents.lees import lees
from kamervragen.documents.lezing import Lezing
from kamervragen.domain.vragenset import Bewindspersoon
from kamervragen.language.citaten import citaten


def lees_bestand(data: bytes, naam: str) -> dict[str, Any]:
    """One document as the contract's JSON object. :raises Ongeldig, TeGroot: as `documents.lees`."""
    return contract(lees(data, naam))


def contract(lezing: Lezing) -> dict[str, Any]:
    """A reading in the form of the contract: absent is null, dates are ISO, texts are Markdown."""
    s = lezing.vragenset
    return {
        "soort": s.soort.value,
        "zaaknummer": _tekst(s.zaaknummer),
        "aanhangselnummer": _tekst(s.aanhangselnummer),
        "vergaderjaar": _tekst(s.vergaderjaar),
        "onderwerp": s.onderwerp,
        "indieners": [{"naam": lid.naam, "fractie": lid.fractie} for lid in s.indieners],
        "gericht_aan": [_persoon(persoon) for persoon in s.gericht_aan],
        "ondertekenaars": [_persoon(persoon) for persoon in s.ondertekenaars],
        "mede_namens": [_persoon(persoon) for persoon in s.mede_namens],
        "ingezonden": _dag(s.ingezonden),
        "ontvangen": _dag(s.ontvangen),
        "gedagtekend": _dag(s.gedagtekend),
        "zie_ook": [str(nummer) for nummer in s.zie_ook],
        "kenmerken": list(s.kenmerken),
        "inleiding": s.inleiding,
        "vragen": [{"nummer": vraag.nummer, "label": vraag.label, "tekst": vraag.tekst} for vraag in s.vragen],
        "antwoorden": [
            {"nummers": list(antwoord.nummers), "labels": list(antwoord.labels), "tekst": antwoord.tekst}
            for antwoord in s.antwoorden
        ],
        "noten": [
            {"id": noot.id, "nummer": noot.nummer, "soort": noot.soort.value, "tekst": noot.tekst, "url": noot.url}
            for noot in s.noten
        ],
        "verwijzingen": [
            {
                "soort": citaat.verwijzing.soort.value,
                "id": citaat.verwijzing.id,
                "tekst": citaat.verwijzing.tekst,
                "bij": citaat.bij,
                "begin": citaat.verwijzing.begin,
                "einde": citaat.verwijzing.einde,
            }
            for citaat in citaten(s)
        ],
        "toelichting": s.toelichting,
        "mededeling": s.mededeling,
        "slot": s.slot,
        "meldingen": [
            {"code": m.code, "tekst": catalogus.woorden(m.code, m.feiten), "plaats": m.plaats} for m in lezing.meldingen
        ],
        "onverklaard": [{"tekst": rest.tekst, "plaats": rest.plaats} for rest in lezing.onverklaard],
    }


def _persoon(persoon: Bewindspersoon) -> dict[str, str | None]:
    return {"functie": persoon.functie, "naam": persoon.naam, "portefeuille": persoon.portefeuille}


def _tekst(waarde: object | None) -> str | None:
    return None if waarde is None else str(waarde)


def _dag(dag: date | None) -> str | None:
    return None if dag is None else dag.isoformat()
