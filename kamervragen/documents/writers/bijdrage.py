"""The form on which someone writes a contribution in Word: the questions he is asked about, room under each.

It has the headings of a registered answer, so that what comes back is read like any other document.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import docx

from kamervragen.catalogus import datum
from kamervragen.documents.afgifte import geef_af
from kamervragen.documents.inhoud import Schrijver
from kamervragen.documents.markdown import lees_markdown
from kamervragen.documents.writers.uitstelbericht import vragen_van
from kamervragen.domain.vragenset import Vragenset


def render(
    s: Vragenset, labels: Sequence[str], *, gevraagd: str, uiterlijk: date, op: date, met_concept: bool, sjabloon: Path
) -> bytes:
    """The form as a .docx for these questions; equal input gives equal bytes.

    `met_concept`: under a question stands the answer as it is now, else nothing.
    """
    document = docx.Document(str(sjabloon))
    schrijver = Schrijver(document, {noot.id: noot for noot in s.noten})
    document.add_paragraph(f"Bijdrage uiterlijk {datum(uiterlijk)}: {gevraagd}", style="Kopregel")
    document.add_paragraph(f"{vragen_van(s)}. Schrijf onder elke kop en laat de koppen staan.", style="Kopregel")
    for vraag in (vraag for vraag in s.vragen if vraag.label in labels):
        document.add_paragraph(f"Vraag {vraag.label}", style="Vraagkop")
        schrijver.schrijf(lees_markdown(vraag.tekst), "Vraagtekst")
        document.add_paragraph(f"Antwoord op vraag {vraag.label}", style="Antwoordkop")
        antwoord = s.antwoord_op(vraag.label)
        if met_concept and antwoord is not None and antwoord.tekst.strip():
            schrijver.schrijf(lees_markdown(antwoord.tekst), "Antwoordtekst")
        else:
            document.add_paragraph(style="Antwoordtekst")
    return geef_af(document, f"Bijdrage aan de beantwoording {s.zaaknummer or ''}", op)
