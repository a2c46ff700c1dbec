"""The form on which someone writes a contribution in Word: the questions he is asked about, room under each.

It has the headings of a registered answer, so that what comes back is read like any other document.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kamervragen.catalogue import datum
from kamervragen.documents.aanduiding import vragen_van
from kamervragen.documents.word.sjabloon import AANHANGSEL, Blad
from kamervragen.domain.vragenset import Vragenset


def render(
    s: Vragenset, labels: Sequence[str], *, gevraagd: str, uiterlijk: date, op: date, met_concept: bool, sjabloon: Path
) -> bytes:
    """The form as a .docx for these questions; equal input gives equal bytes.

    `met_concept`: under a question stands the answer as it is now, else nothing.
    """
    blad = Blad(sjabloon, AANHANGSEL)
    schrijver = blad.schrijver("inhoud", s.noten)
    schrijver.alinea("Kopregel", f"Bijdrage uiterlijk {datum(uiterlijk)}: {gevraagd}")
    schrijver.alinea("Kopregel", f"{vragen_van(s)}. Schrijf onder elke kop en laat de koppen staan.")
    for vraag in (vraag for vraag in s.vragen if vraag.label in labels):
        schrijver.alinea("Vraagkop", f"Vraag {vraag.label}")
        schrijver.tekst(vraag.tekst, "Vraagtekst")
        schrijver.alinea("Antwoordkop", f"Antwoord op vraag {vraag.label}")
        antwoord = s.antwoord_op(vraag.label)
        if met_concept and antwoord is not None and antwoord.tekst.strip():
            schrijver.tekst(antwoord.tekst, "Antwoordtekst")
        else:
            schrijver.alinea("Antwoordtekst")
    return blad.geef_af(f"Bijdrage aan de beantwoording {s.zaaknummer or ''}", op)
