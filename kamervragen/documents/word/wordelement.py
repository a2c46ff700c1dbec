"""Elements of WordprocessingML, made by hand where python-docx has no word for them."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

RUIMTE = "{http://www.w3.org/XML/1998/namespace}space"


def element(naam: str, **attributen: str) -> Any:
    """An element by its prefixed name ('w:tag'), with attributes of the namespace w."""
    uit: Any = OxmlElement(naam)
    for attribuut, waarde in attributen.items():
        uit.set(qn(f"w:{attribuut}"), waarde)
    return uit
