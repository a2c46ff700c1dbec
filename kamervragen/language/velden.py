"""The fields of a set as a person reads and writes them: one line of text each, and back into the value."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer
from kamervragen.domain.vragenset import Bewindspersoon, Lid, Vragenset
from kamervragen.language.datums import eerste_datum
from kamervragen.language.personen import bewindspersonen, leden


class Veldsoort(StrEnum):
    """How a field is written on a screen."""

    REGEL = "regel"
    DAG = "dag"
    TEKST = "tekst"


@dataclass(frozen=True, slots=True)
class Veld:
    """A field of the head: how it is read out of a set as text, and put back."""

    soort: Veldsoort
    lees: Callable[[Vragenset], str]
    zet: Callable[[Vragenset, str], Vragenset]


def als_tekst(vragenset: Vragenset, naam: str) -> str:
    """What a field says; nothing is an empty text. `naam` may be 'vraag-3' or 'antwoord-3' too."""
    if naam in VELDEN:
        return VELDEN[naam].lees(vragenset)
    soort, _, label = naam.partition("-")
    if soort == "vraag":
        return next((vraag.tekst for vraag in vragenset.vragen if vraag.label == label), "")
    antwoord = vragenset.antwoord_op(label)
    return antwoord.tekst if antwoord else ""


def leesbaar(naam: str, tekst: str) -> str | date:
    """The value of a field to show: a day as a day, anything else as it is written."""
    if tekst and naam in VELDEN and VELDEN[naam].soort is Veldsoort.DAG:
        return date.fromisoformat(tekst)
    return tekst


def met(vragenset: Vragenset, naam: str, tekst: str) -> Vragenset:
    """The set with a field as a person wrote it.

    :raises Ongeldig: with a sentence that says how to write it.
    """
    schoon = tekst.replace("\r\n", "\n").strip()
    if naam in VELDEN:
        return VELDEN[naam].zet(vragenset, schoon)
    soort, _, label = naam.partition("-")
    if soort == "vraag":
        if not schoon:
            raise Ongeldig("Vraag %(label)s heeft geen tekst. Vul de vraag in zoals het lid hem stelde.", label=label)
        nieuw = tuple(replace(vraag, tekst=schoon) if vraag.label == label else vraag for vraag in vragenset.vragen)
        return replace(vragenset, vragen=nieuw)
    return replace(
        vragenset,
        antwoorden=tuple(replace(a, tekst=schoon) if label in a.labels else a for a in vragenset.antwoorden),
    )


def _regel(naam: str) -> Veld:
    def zet(vragenset: Vragenset, tekst: str) -> Vragenset:
        return replace(vragenset, **{naam: " ".join(tekst.split()) or None})  # type: ignore[arg-type]

    return Veld(Veldsoort.REGEL, lambda s: getattr(s, naam) or "", zet)


def _tekst(naam: str) -> Veld:
    return Veld(
        Veldsoort.TEKST,
        lambda s: getattr(s, naam) or "",
        lambda s, tekst: replace(s, **{naam: tekst or None}),  # type: ignore[arg-type]
    )


def _dag(naam: str) -> Veld:
    def zet(vragenset: Vragenset, tekst: str) -> Vragenset:
        return replace(vragenset, **{naam: _datum(tekst)})  # type: ignore[arg-type]

    return Veld(Veldsoort.DAG, lambda s: getattr(s, naam).isoformat() if getattr(s, naam) else "", zet)


def _datum(tekst: str) -> date | None:
    if not tekst:
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        pass
    if (gevonden := eerste_datum(tekst)) is None:
        raise Ongeldig("“%(geschreven)s” is geen dag. Schrijf hem als 8 juni 2026 of 2026-06-08.", geschreven=tekst)
    return gevonden


def _personen(naam: str) -> Veld:
    def zet(vragenset: Vragenset, tekst: str) -> Vragenset:
        personen = bewindspersonen(tekst)
        if tekst and not personen:
            raise Ongeldig(
                "In “%(geschreven)s” is geen bewindspersoon herkend. Schrijf: minister Van Dam (Justitie en "
                "Veiligheid), of: staatssecretaris van Defensie.",
                geschreven=tekst,
            )
        return replace(vragenset, **{naam: personen})  # type: ignore[arg-type]

    return Veld(Veldsoort.REGEL, lambda s: _opgesomd([_persoon(p) for p in getattr(s, naam)]), zet)


def _persoon(persoon: Bewindspersoon) -> str:
    return str(persoon)


def _lid(lid: Lid) -> str:
    return f"{lid.naam} ({lid.fractie})" if lid.fractie else lid.naam


def _opgesomd(delen: list[str]) -> str:
    return " en ".join([", ".join(delen[:-1]), delen[-1]] if len(delen) > 1 else delen)


def _zet_zaaknummer(vragenset: Vragenset, tekst: str) -> Vragenset:
    return replace(vragenset, zaaknummer=Zaaknummer.parse(tekst) if tekst else None)


def _zet_aanhangselnummer(vragenset: Vragenset, tekst: str) -> Vragenset:
    nummer = Aanhangselnummer.parse(tekst, vragenset.vergaderjaar) if tekst else None
    return replace(
        vragenset, aanhangselnummer=nummer, vergaderjaar=nummer.vergaderjaar if nummer else vragenset.vergaderjaar
    )


def _zet_zie_ook(vragenset: Vragenset, tekst: str) -> Vragenset:
    nummers = [deel for deel in re.split(r"[;\n]|,\s+(?=ah-)", tekst) if deel.strip()]
    return replace(vragenset, zie_ook=tuple(Aanhangselnummer.parse(deel.strip(" ,")) for deel in nummers))


# In the order of the screen.
VELDEN: dict[str, Veld] = {
    "onderwerp": _regel("onderwerp"),
    "zaaknummer": Veld(Veldsoort.REGEL, lambda s: str(s.zaaknummer or ""), _zet_zaaknummer),
    "aanhangselnummer": Veld(Veldsoort.REGEL, lambda s: str(s.aanhangselnummer or ""), _zet_aanhangselnummer),
    "indieners": Veld(
        Veldsoort.REGEL,
        lambda s: _opgesomd([_lid(lid) for lid in s.indieners]),
        lambda s, tekst: replace(s, indieners=leden(tekst) if tekst else ()),
    ),
    "gericht_aan": _personen("gericht_aan"),
    "ondertekenaars": _personen("ondertekenaars"),
    "mede_namens": _personen("mede_namens"),
    "ingezonden": _dag("ingezonden"),
    "ontvangen": _dag("ontvangen"),
    "gedagtekend": _dag("gedagtekend"),
    "zie_ook": Veld(Veldsoort.REGEL, lambda s: ", ".join(str(nummer) for nummer in s.zie_ook), _zet_zie_ook),
    "kenmerken": Veld(
        Veldsoort.REGEL,
        lambda s: ", ".join(s.kenmerken),
        lambda s, tekst: replace(s, kenmerken=tuple(deel.strip() for deel in tekst.split(",") if deel.strip())),
    ),
    "inleiding": _tekst("inleiding"),
    "toelichting": _tekst("toelichting"),
}
