"""Real Word footnotes on top of python-docx, which knows none. *Bron:* ECMA-376 part 1, 17.11."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import PartFactory, XmlPart
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from kamervragen.documents.word.wordelement import element


class FootnotesPart(XmlPart):
    """`/word/footnotes.xml` as XML; without this registration it would load as an opaque blob."""


PartFactory.part_type_for[CONTENT_TYPE.WML_FOOTNOTES] = FootnotesPart


def voeg_voetnoot_toe(document: Document, ouder: Any) -> Paragraph:
    """Calls a new footnote at the end of `ouder`, a paragraph's element or a change in it; returns the note's paragraph.

    The template must hold the part with its separators and the two footnote styles.
    """
    deel: Any = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    wortel = deel.element
    nummer = max(int(wortel[-1].get(qn("w:id"))), 0) + 1
    noot = element("w:footnote", id=str(nummer))
    wortel.append(noot)
    tekst = element("w:p")
    noot.append(tekst)
    eigenschappen = element("w:pPr")
    eigenschappen.append(element("w:pStyle", val=_stijl(document, "footnote text")))
    tekst.append(eigenschappen)
    tekst.append(_merk(document, element("w:footnoteRef")))
    ouder.append(_merk(document, element("w:footnoteReference", id=str(nummer))))
    gevuld = Paragraph(tekst, deel)
    gevuld.add_run(" ")
    return gevuld


def _merk(document: Document, teken: Any) -> Any:
    run, stijl = element("w:r"), element("w:rPr")
    stijl.append(element("w:rStyle", val=_stijl(document, "footnote reference")))
    run.append(stijl)
    run.append(teken)
    return run


def _stijl(document: Document, naam: str) -> str:
    return str(document.styles[naam].style_id)
