"""What people left in a document while they worked on it: tracked changes and remarks, with the words they stand at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kamervragen.documents.lezing import Melding, Opmerking, Wijziging, Wijzigingsoort, melding


@dataclass
class Sporen:
    """Collects changes and remarks while a document is walked. `nu` are the ones the walk stands in."""

    _items: list[Wijziging | Opmerking] = field(default_factory=list)
    _open: list[int] = field(default_factory=list)
    _namen: dict[str, int] = field(default_factory=dict)

    @property
    def nu(self) -> tuple[int, ...]:
        return tuple(self._open)

    @property
    def wijzigingen(self) -> dict[int, Wijziging]:
        return {spoor: item for spoor, item in enumerate(self._items) if isinstance(item, Wijziging)}

    @property
    def opmerkingen(self) -> dict[int, Opmerking]:
        return {spoor: item for spoor, item in enumerate(self._items) if isinstance(item, Opmerking)}

    def open_wijziging(self, soort: Wijzigingsoort, auteur: str, moment: str, *, verplaatst: bool = False) -> int:
        """From here on text belongs to this change, until it is closed."""
        self._items.append(Wijziging(soort, auteur, moment, verplaatst=verplaatst))
        self._open.append(len(self._items) - 1)
        return len(self._items) - 1

    def sluit_wijziging(self, spoor: int) -> None:
        if spoor in self._open:
            self._open.remove(spoor)

    def open_opmerking(self, naam: str, opmerking: Opmerking) -> None:
        """From here on text is what this remark is about. `naam` is the document's own name for it."""
        self._items.append(opmerking)
        self._namen[naam] = len(self._items) - 1
        self._open.append(self._namen[naam])

    def sluit_opmerking(self, naam: str) -> None:
        if (spoor := self._namen.pop(naam, None)) in self._open and spoor is not None:
            self._open.remove(spoor)

    def noteer(self, tekst: str) -> None:
        """These words stand in everything that is open."""
        for spoor in self._open if tekst else ():
            item = self._items[spoor]
            if isinstance(item, Wijziging):
                self._items[spoor] = replace(item, tekst=item.tekst + tekst)
            else:
                self._items[spoor] = replace(item, passage=item.passage + tekst)

    def meldingen(self) -> Iterator[Melding]:
        soorten = [wijziging.soort for wijziging in self.wijzigingen.values()]
        if soorten:
            weg = sum(soort is Wijzigingsoort.VERWIJDERD for soort in soorten)
            yield melding("wijzigingen_bijgehouden", "set", invoegingen=len(soorten) - weg, verwijderingen=weg)
        if self.opmerkingen:
            yield melding("opmerkingen_in_marge", "set", aantal=len(self.opmerkingen))
