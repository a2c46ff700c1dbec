"""What every reader hands to `opbouw`."""

from __future__ import annotations

from dataclasses import dataclass, field

from kamervragen.documents.lezing import Melding
from kamervragen.documents.opmaak import Blok


@dataclass(frozen=True, slots=True)
class Ruw:
    """A document as blocks. `voetnoten` maps the ids of real footnotes ('v1') to their Markdown text.

    `hoofd` holds text from text boxes and running lines: of use for the heading, no part of the set.
    """

    blokken: tuple[Blok, ...]
    voetnoten: dict[str, str] = field(default_factory=dict)
    hoofd: tuple[str, ...] = ()
    meldingen: tuple[Melding, ...] = ()
