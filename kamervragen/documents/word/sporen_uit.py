"""Tracked changes and remarks into a Word document: the other way round of `readers.sporen`.

*Bron:* ECMA-376 part 1, 17.13.4 (comments) and 17.13.5 (revisions).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from kamervragen.documents.lezing import Opmerking, Wijziging, Wijzigingsoort
from kamervragen.documents.word.wordelement import element

_ONBEKEND = "2000-01-01T00:00:00Z"


class Sporenschrijver:
    """Wraps runs in the changes they stand in, and marks the range of each remark, paragraph by paragraph."""

    def __init__(self, document: Document, sporen: Mapping[int, Wijziging | Opmerking]) -> None:
        self.document, self.sporen = document, sporen
        self._nummer = 10_000  # of changes: apart from the bookmarks, which count from 1
        self._opmerkingen: dict[int, int] = {}
        self._open: list[int] = []
        self._laatste: tuple[Any, int, Any] | None = None

    def ouder(self, p: Any, spoor: tuple[int, ...]) -> Any:
        """Where a run with these traces goes: the paragraph itself, or a change in it."""
        if not self.sporen:
            return p
        self._grenzen(p, {s for s in spoor if isinstance(self.sporen.get(s), Opmerking)})
        wijziging = next((s for s in spoor if isinstance(self.sporen.get(s), Wijziging)), None)
        if wijziging is None:
            self._laatste = None
            return p
        if self._laatste is not None and self._laatste[:2] == (p, wijziging):
            return self._laatste[2]
        om_runs = self._wijziging(wijziging)
        p.append(om_runs)
        self._laatste = (p, wijziging, om_runs)
        return om_runs

    def sluit(self, p: Any, eind: tuple[int, ...]) -> None:
        """Ends a paragraph: remarks in it are closed, and its end is itself inserted or deleted by `eind`."""
        self._laatste = None
        if not self.sporen:
            return
        self._grenzen(p, set())
        for spoor in eind:
            merk = p.get_or_add_pPr().find(qn("w:rPr"))
            if merk is None:
                merk = element("w:rPr")
                p.get_or_add_pPr().append(merk)
            merk.append(self._wijziging(spoor))

    def _grenzen(self, p: Any, nu: set[int]) -> None:
        for spoor in [spoor for spoor in self._open if spoor not in nu]:
            self._open.remove(spoor)
            self._laatste = None
            p.append(element("w:commentRangeEnd", id=str(self._opmerkingen[spoor])))
            run = element("w:r")
            run.append(element("w:commentReference", id=str(self._opmerkingen[spoor])))
            p.append(run)
        for spoor in sorted(nu - set(self._open)):
            if spoor in self._opmerkingen:  # it goes on in a second paragraph: one range is enough
                continue
            opmerking = self.sporen[spoor]
            assert isinstance(opmerking, Opmerking)
            self._laatste = None
            self._opmerkingen[spoor] = self._maak(opmerking)
            p.append(element("w:commentRangeStart", id=str(self._opmerkingen[spoor])))
            self._open.append(spoor)

    def _maak(self, opmerking: Opmerking) -> int:
        deel = self.document.part._comments_part
        initialen = "".join(woord[0] for woord in opmerking.auteur.split() if woord[0].isalpha())[:5]
        nieuw = deel.comments.add_comment(opmerking.tekst, opmerking.auteur, initialen.upper())
        nieuw._comment_elm.date = datetime.fromisoformat(opmerking.moment)
        return int(nieuw.comment_id)

    def _wijziging(self, spoor: int) -> Any:
        wijziging = self.sporen[spoor]
        assert isinstance(wijziging, Wijziging)
        self._nummer += 1
        naam = "w:ins" if wijziging.soort is Wijzigingsoort.INGEVOEGD else "w:del"
        return element(naam, id=str(self._nummer), author=wijziging.auteur, date=wijziging.moment or _ONBEKEND)
