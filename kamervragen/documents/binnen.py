"""A file that comes in: read apart, with the numbers that only its name carries."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from kamervragen.documents.apart import lees_apart
from kamervragen.documents.lezing import Lezing, melding
from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer


def korte_naam(naam: str) -> str:
    """The name of a file without any path."""
    return PurePath(naam.replace("\\", "/")).name


def gelezen(data: bytes, naam: str) -> Lezing:
    """A document as it will be recorded: read apart, with the numbers that only its name carries.

    :raises Ongeldig, TeGroot: as `lees_apart`.
    """
    return _met_bestandsnaam(lees_apart(data, naam), naam)


def _met_bestandsnaam(lezing: Lezing, naam: str) -> Lezing:
    """Numbers that only the file's name carries, with a doubt that says so."""
    s, meldingen = lezing.vragenset, list(lezing.meldingen)
    if s.zaaknummer is None and (treffer := re.search(r"(?<!\d)(?:19|20)\d{2}Z\d{5}(?!\d)", naam)):
        s = replace(s, zaaknummer=Zaaknummer.parse(treffer.group()))
        meldingen.append(melding("nummer_uit_bestandsnaam", "kop", nummer=treffer.group()))
    if s.aanhangselnummer is None and (treffer := re.search(r"ah-(?:tk|ek)-\d{8}-\d{1,4}(?:-[hn]\d+)?", naam)):
        s = replace(s, aanhangselnummer=Aanhangselnummer.parse(treffer.group()))
        meldingen.append(melding("nummer_uit_bestandsnaam", "kop", nummer=treffer.group()))
    return replace(lezing, vragenset=s, meldingen=tuple(meldingen))
