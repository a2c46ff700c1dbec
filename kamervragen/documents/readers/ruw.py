"""What every reader hands to `opbouw`."""

from __future__ import annotations

from dataclasses import dataclass, field

from kamervragen.documents.lezing import Melding, Opmerking, Wijziging
from kamervragen.documents.text.opmaak import Alinea, Blok

# The mark of a note known only by its number, until it is clear who calls it: 'g5' becomes 'b5' or 'v5'.
GENUMMERD = "g"


@dataclass(frozen=True, slots=True)
class Ruw:
    """A document as blocks. `voetnoten` maps the ids of real footnotes ('v1') to their Markdown text.

    `genummerd` holds notes known only by the number that is printed: who calls one, in a question or in an answer,
    decides what it is. `wijzigingen` and `opmerkingen` are known by the trace (`Stuk.spoor`) that their runs carry. `nootblokken` are the notes as blocks, when traces are kept. `hoofd` holds text from text boxes and running lines: of use for the heading, no part of the set.
    """

    blokken: tuple[Blok, ...]
    voetnoten: dict[str, str] = field(default_factory=dict)
    hoofd: tuple[str, ...] = ()
    meldingen: tuple[Melding, ...] = ()
    genummerd: dict[int, str] = field(default_factory=dict)
    wijzigingen: dict[int, Wijziging] = field(default_factory=dict)
    opmerkingen: dict[int, Opmerking] = field(default_factory=dict)
    eigenschappen: dict[str, str] = field(default_factory=dict)
    nootblokken: dict[str, tuple[Blok, ...]] = field(default_factory=dict)

    @property
    def bron(self) -> tuple[str, ...]:
        """The words of the document in its own order: loose lines first, notes last, with their numbers."""
        regels = list(self.hoofd)
        for blok in self.blokken:
            if isinstance(blok, Alinea):
                regels.append(
                    f"{'• ' if blok.lijst.nummer is None else f'{blok.lijst.nummer}. '}{blok.kaal}"
                    if blok.lijst
                    else blok.kaal
                )
            else:
                regels += [" | ".join(" ".join(a.kaal for a in cel) for cel in rij) for rij in blok.rijen]
        noten = [
            *((id[1:], tekst) for id, tekst in self.voetnoten.items()),
            *((str(n), t) for n, t in self.genummerd.items()),
        ]
        return (*(regel for regel in regels if regel), *(f"{nummer} {tekst}" for nummer, tekst in noten))
