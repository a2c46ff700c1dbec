"""Reading a document without recording it: the public contract of `kamervragen lees --json`.

The schema is `docs/lees.schema.json`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from kamervragen import catalogue
from kamervragen.documents.apart import lees_apart
from kamervragen.documents.lezing import Lezing, Melding, Opmerking, Wijziging
from kamervragen.domain.vragenset import Antwoord, Bewindspersoon, Noot, Vragenset
from kamervragen.language.citations.bronnen import bronkaart
from kamervragen.language.citations.citaten import Citaat, citaten


def lees_bestand(data: bytes, naam: str, *, oorspronkelijk: bool = False) -> dict[str, Any]:
    """One document as the contract's JSON object. `oorspronkelijk`: without the changes that were tracked in it.

    :raises Ongeldig, TeGroot: as `documents.apart.lees_apart`.
    """
    return contract(lees_apart(data, naam, oorspronkelijk=oorspronkelijk))


def contract(lezing: Lezing) -> dict[str, Any]:
    """A reading in the form of the contract: absent is null, dates are ISO, texts are Markdown."""
    return {
        **contract_van_set(lezing.vragenset),
        "meldingen": [_melding(m) for m in lezing.meldingen],
        "wijzigingen": [_wijziging(w) for w in lezing.wijzigingen],
        "opmerkingen": [_opmerking(o) for o in lezing.opmerkingen],
        "onverklaard": [{"tekst": rest.tekst, "plaats": rest.plaats} for rest in lezing.onverklaard],
    }


def contract_van_set(s: Vragenset) -> dict[str, Any]:
    """A set in the form of the contract, without what is doubted about a document."""
    return {
        "soort": s.soort.value,
        "instrument": s.instrument.value,
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
        "antwoorden": [_antwoord(antwoord) for antwoord in s.antwoorden],
        "noten": [_noot(noot) for noot in s.noten],
        "verwijzingen": [_citaat(citaat) for citaat in citaten(s)],
        "toelichting": s.toelichting,
        "mededeling": s.mededeling,
        "slot": s.slot,
    }


def _antwoord(antwoord: Antwoord) -> dict[str, Any]:
    return {"nummers": list(antwoord.nummers), "labels": list(antwoord.labels), "tekst": antwoord.tekst}


def _noot(noot: Noot) -> dict[str, Any]:
    kaart = bronkaart(noot.tekst, noot.url)
    bron = kaart and {
        "medium": kaart.medium,
        "datum": _dag(kaart.datum),
        "titel": kaart.titel,
        "url": kaart.url,
    }
    return {
        "id": noot.id,
        "nummer": noot.nummer,
        "soort": noot.soort.value,
        "tekst": noot.tekst,
        "url": noot.url,
        "bron": bron,
    }


def _citaat(citaat: Citaat) -> dict[str, Any]:
    v = citaat.verwijzing
    return {
        "soort": v.soort.value,
        "id": v.id,
        "tekst": v.tekst,
        "bij": citaat.bij,
        "begin": v.begin,
        "einde": v.einde,
    }


def _melding(m: Melding) -> dict[str, str]:
    return {"code": m.code, "tekst": catalogue.woorden(m.code, m.feiten), "plaats": m.plaats}


def _wijziging(w: Wijziging) -> dict[str, Any]:
    return {
        "soort": w.soort.value,
        "auteur": w.auteur or None,
        "moment": w.moment or None,
        "tekst": w.tekst,
        "plaats": w.plaats,
        "verplaatst": w.verplaatst,
    }


def _opmerking(o: Opmerking) -> dict[str, Any]:
    return {
        "auteur": o.auteur or None,
        "moment": o.moment or None,
        "tekst": o.tekst,
        "passage": o.passage,
        "plaats": o.plaats,
    }


def _persoon(persoon: Bewindspersoon) -> dict[str, str | None]:
    return {"functie": persoon.functie, "naam": persoon.naam, "portefeuille": persoon.portefeuille}


def _tekst(waarde: object | None) -> str | None:
    return None if waarde is None else str(waarde)


def _dag(dag: date | None) -> str | None:
    return None if dag is None else dag.isoformat()
