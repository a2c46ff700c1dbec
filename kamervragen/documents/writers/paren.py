"""Questions with their answers, as every document of the ministry shows them: an answer after the last question it covers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docx.oxml.ns import qn

from kamervragen.documents.text.markdown import lees_markdown
from kamervragen.documents.text.opmaak import Blok
from kamervragen.documents.word.inhoud import Schrijver, vraagmerk
from kamervragen.documents.word.wordelement import element
from kamervragen.domain.vragenset import Antwoord, Nootsoort, Vraag, Vragenset, opsomming

# Bookmarks that say where a question or an answer of the record begins, so that a document finds its way back.
ANKER_VRAAG, ANKER_ANTWOORD, ANKER_SLOT = "kv_vraag_", "kv_antwoord_", "kv_slot"


def beurten(s: Vragenset) -> Iterator[Vraag | Antwoord]:
    """Questions in order, every answer after the last question it covers."""
    over = list(s.antwoorden)
    gezien: set[str] = set()
    for vraag in s.vragen:
        yield vraag
        gezien.add(vraag.label)
        while over and set(over[0].labels) <= gezien:
            yield over.pop(0)
    yield from over


def schrijf_paren(
    schrijver: Schrijver,
    s: Vragenset,
    *,
    ankers: bool = False,
    inhoud: Mapping[tuple[str, ...], tuple[Blok, ...]] | None = None,
) -> None:
    """The whole run of questions and answers.

    `ankers` marks each with a bookmark from its heading to its end, and with a content control around its heading.
    `inhoud` gives blocks for the answer with these labels in place of its text: with changes and remarks in them.
    """
    for beurt in beurten(s):
        if isinstance(beurt, Vraag):
            delen, naam = [(beurt.label, vraagmerk(beurt.label))], f"{ANKER_VRAAG}{beurt.label}"
            voor, kopstijl, stijl = "Vraag ", "Vraagkop", "Vraagtekst"
            blokken = lees_markdown(beurt.tekst)
        else:
            delen, naam = [(opsomming(beurt.labels), "")], f"{ANKER_ANTWOORD}{beurt.labels[0]}"
            voor, kopstijl, stijl = "Antwoord op vraag ", "Antwoordkop", "Antwoordtekst"
            blokken = (inhoud or {}).get(beurt.labels) or lees_markdown(beurt.tekst)
        kop = schrijver.kop(kopstijl, voor, delen)
        if not ankers:
            schrijver.schrijf(blokken, stijl)
            continue
        slot = schrijver.begin_merk(kop, naam)
        kop._p.remove(start := kop._p[-1])
        next(kop._p.iter(qn("w:r"))).addnext(start)
        schrijver.schrijf(blokken, stijl)
        if not blokken:  # room to write in
            schrijver.alinea(stijl)
        laatste = schrijver.anker.getprevious()
        (laatste if laatste.tag == qn("w:p") else schrijver.alinea(stijl)._p).append(slot)
        _in_besturing(kop._p, naam)


def schrijf_slot(schrijver: Schrijver, s: Vragenset, *, ankers: bool = False) -> None:
    """What follows the last answer: the explanation, and the notes of the asker under their numbers."""
    if ankers:
        merk = schrijver.alinea("Kopregel")
        merk._p.append(schrijver.begin_merk(merk, ANKER_SLOT))
    if s.toelichting:
        schrijver.schrijf(lees_markdown(f"Toelichting: {s.toelichting}"), "Toelichting")
    bronnen = [noot for noot in s.noten if noot.soort is Nootsoort.BRON]
    if bronnen and not ankers:
        schrijver.alinea("Bronnoot")
    for noot in bronnen:
        schrijver.schrijf(lees_markdown(noot.tekst), "Bronnoot", aanhef=f"{noot.nummer}) ")


def _in_besturing(p: Any, naam: str) -> None:
    """The words of the heading inside a content control whose alias says what it is: a second sign beside the bookmark.

    The bookmarks stay behind it: LibreOffice writes one that begins before a control twice.
    """
    woorden = next(p.iter(qn("w:r")))
    sdt, eigenschappen, inhoud = (element(f"w:{n}") for n in ("sdt", "sdtPr", "sdtContent"))
    for kind, waarde in (("w:alias", naam.removeprefix("kv_").replace("_", " ").capitalize()), ("w:tag", naam)):
        eigenschappen.append(element(kind, val=waarde))
    woorden.addprevious(sdt)
    inhoud.append(woorden)
    sdt.append(eigenschappen)
    sdt.append(inhoud)
