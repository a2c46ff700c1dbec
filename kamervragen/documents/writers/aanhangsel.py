"""The registered answer as tweedekamer.nl shows it (layout b): Word, from a template that a ministry edits.

Numbers and the 'ontvangen' line stand in it only when they are recorded: the Kamer gives them, not the ministry.
*Bron:* the registered Word files of the Tweede Kamer.
"""

from __future__ import annotations

from pathlib import Path

from kamervragen import catalogue
from kamervragen.documents.word.sjabloon import AANHANGSEL, Blad
from kamervragen.documents.writers.paren import schrijf_paren, schrijf_slot
from kamervragen.documents.zichtbaar import zichtbaar
from kamervragen.domain.vragenset import Bewindspersoon, Vragenset


def render(vragenset: Vragenset, sjabloon: Path) -> bytes:
    """The set as a .docx; equal input gives equal bytes.

    :raises Ongeldig: when the template lacks a style, naming it.
    """
    blad = Blad(sjabloon, AANHANGSEL)
    s = zichtbaar(vragenset)
    schrijver = blad.schrijver("inhoud", s.noten, vragen=(vraag.label for vraag in s.vragen))
    for regel in kopregels(s):
        schrijver.alinea("Kopregel", regel)
    schrijf_paren(schrijver, s)
    schrijf_slot(schrijver, s)
    return blad.geef_af(f"Antwoorden op Kamervragen {s.zaaknummer or ''}", s.ontvangen)


def kopregels(s: Vragenset) -> list[str]:
    """The lines above the first question."""
    regels = []
    if s.aanhangselnummer:
        regels.append(f"AH {s.aanhangselnummer.nummer}")
    if s.zaaknummer:
        regels.append(str(s.zaaknummer))
    ontvangen = f"(ontvangen {catalogue.datum(s.ontvangen)})" if s.ontvangen else ""
    if s.ondertekenaars:
        wie = " en ".join(_met_lidwoord(persoon) for persoon in s.ondertekenaars)
        mede = f", mede namens {' en '.join(_met_lidwoord(p) for p in s.mede_namens)}" if s.mede_namens else ""
        regels.append(f"Antwoord van {wie}{mede} {ontvangen}".rstrip())
    elif ontvangen:
        regels.append(ontvangen)
    return regels + [f"Zie ook {nummer.citaat}" for nummer in s.zie_ook]


def _met_lidwoord(persoon: Bewindspersoon) -> str:
    return str(persoon) if persoon.naam else f"de {persoon}"
