"""Answers that only point to another one: 'Zie het antwoord op vraag 6.' Resolved before anything is done with them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kamervragen.language.citations.verwijzingen import Verwijzingsoort, verwijzingen

_MEEST = 12  # words besides the reference: more is an answer of its own


def eigenlijk_antwoord(label: str, antwoorden: Mapping[str, str]) -> str:
    """The label under which the answer to `label` really stands: its own, or where its chain of references ends.

    `antwoorden` holds the text per label. A circle, a dead end or an answer of its own ends the walk.
    """
    gezien = {label}
    while (doel := _wijst_naar(antwoorden.get(label, ""))) in antwoorden and doel not in gezien:
        gezien.add(doel)
        label = doel
    return label


def _wijst_naar(tekst: str) -> str:
    """The label a mere reference names first; empty for an answer that says something itself."""
    gevonden = [v for v in verwijzingen(tekst) if v.soort is Verwijzingsoort.ANTWOORD and v.id]
    if not gevonden:
        return ""
    rest = tekst
    for verwijzing in reversed(gevonden):
        rest = rest[: verwijzing.begin] + rest[verwijzing.einde :]
    if len(re.findall(r"\w+", rest)) > _MEEST:
        return ""
    return (gevonden[0].id or "").removeprefix("antwoord-")
