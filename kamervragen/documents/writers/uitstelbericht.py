"""The delay notice to the Voorzitter as Word: which questions, why they are late, and what follows.

*Bron:* the four complete notices ah-tk-20242025-545, -562, -600 and -615; reasons are required ("onder opgave van redenen").
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import docx

from kamervragen.catalogus import datum
from kamervragen.documents.afgifte import geef_af
from kamervragen.domain.vragenset import Lid, Vragenset, opsomming


def tekst(vragenset: Vragenset, omdat: str, toelichting: str) -> str:
    """The sentences of the notice. `omdat` is the clause of the reason, `toelichting` what is added to it."""
    zinnen = [
        f"{vragen_van(vragenset)} kunnen niet binnen de gebruikelijke termijn worden beantwoord, omdat {omdat}.",
        *als_zin(toelichting),
        "Ik zal u zo spoedig mogelijk de antwoorden op de Kamervragen doen toekomen.",
    ]
    return " ".join(zinnen)


def render(vragenset: Vragenset, omdat: str, toelichting: str, op: date, sjabloon: Path) -> bytes:
    """The notice as a .docx; equal input gives equal bytes."""
    return als_mededeling(
        vragenset, (tekst(vragenset, omdat, toelichting),), "Uitstel van de beantwoording", op, sjabloon
    )


def vragen_van(s: Vragenset) -> str:
    """'De vragen van het lid X (Y) aan de minister van Z over ... (2026Z08701, ingezonden 24 april 2026)'."""
    aan = f" aan {opsomming([f'de {p}' for p in s.gericht_aan])}" if s.gericht_aan else ""
    over = f" over {s.onderwerp}" if s.onderwerp else ""
    ingezonden = f"ingezonden {datum(s.ingezonden)}" if s.ingezonden else ""
    kenmerk = ", ".join(filter(None, (str(s.zaaknummer or ""), ingezonden)))
    return f"De vragen van {_leden(s.indieners)}{aan}{over}" + (f" ({kenmerk})" if kenmerk else "")


def als_zin(toelichting: str) -> tuple[str, ...]:
    """What someone wrote, as a sentence with its full stop; nothing when he wrote nothing."""
    if not toelichting:
        return ()
    return (toelichting if toelichting.endswith((".", "!", "?")) else f"{toelichting}.",)


def als_mededeling(
    s: Vragenset, alineas: Sequence[str], titel: str, op: date, sjabloon: Path, *, kop: Sequence[str] = ()
) -> bytes:
    """A notice to the Kamer with its head, as a .docx; `kop` are lines that stand above it."""
    document = docx.Document(str(sjabloon))
    for regel in kop:
        document.add_paragraph(regel, style="Kopregel")
    if s.zaaknummer:
        document.add_paragraph(str(s.zaaknummer), style="Kopregel")
    van = opsomming([str(p) for p in (s.ondertekenaars or s.gericht_aan)])
    document.add_paragraph(datum(op), style="Kopregel")
    document.add_paragraph(f"Mededeling van {van}".rstrip(), style="Kopregel")
    document.add_paragraph(style="Kopregel")
    for alinea in alineas:
        document.add_paragraph(alinea, style="Antwoordtekst")
    return geef_af(document, f"{titel} {s.zaaknummer or ''}", op)


def _leden(leden: tuple[Lid, ...]) -> str:
    if not leden:
        return "uw Kamer"
    namen = [f"{lid.naam} ({lid.fractie})" if lid.fractie else lid.naam for lid in leden]
    return f"{'het lid' if len(namen) == 1 else 'de leden'} {opsomming(namen)}"
