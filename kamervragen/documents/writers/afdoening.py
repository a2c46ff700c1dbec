"""The letters that end a set without answers: it was answered by another letter, or the asker took it back.

*Bron:* ah-tk-20232024-1999: 'zijn beantwoord middels een brief over ... (36 471-64) op 7 juni 2024'.
"""

from __future__ import annotations

import re
from datetime import date

from kamervragen.catalogue import datum
from kamervragen.documents.aanduiding import als_zin, leden_tekst, midden, vragen_van
from kamervragen.domain.vragenset import Vragenset

_BRIEF = re.compile(r"((?:de|mijn|een)\s+)?((?:Kamer)?brief\b.*)", re.IGNORECASE | re.DOTALL)
_VAN_EEN_DAG = re.compile(r"\bvan\s+\d{1,2}\s+\w+\s+\d{4}")


def bij_brief(s: Vragenset, dag: date, welke: str) -> tuple[str, ...]:
    """The sentence that the questions were answered by a letter. `welke` names it: 'over ... (36 471, nr. 64)', or in full."""
    kaal = welke.rstrip(". ")
    if treffer := _BRIEF.match(kaal):
        brief = f"{treffer[1] or 'de '}{midden(treffer[2])}"
        op = "" if _VAN_EEN_DAG.search(kaal) else f" van {datum(dag)}"
    else:
        brief, op = f"de brief {kaal}".rstrip(), f" van {datum(dag)}"
    return (f"{vragen_van(s)} zijn beantwoord met {brief}{op}.",)


def ingetrokken(s: Vragenset, dag: date, toelichting: str) -> tuple[str, ...]:
    """The sentences that the questions were taken back and get no answer."""
    wie = leden_tekst(s.indieners)
    heeft = "hebben" if len(s.indieners) > 1 else "heeft"
    eerste = f"Op {datum(dag)} {heeft} {wie} de vragen{vragen_van(s, vragers=False)} ingetrokken."
    return (" ".join((eerste, *als_zin(toelichting), "Deze vragen worden daarom niet beantwoord.")),)
