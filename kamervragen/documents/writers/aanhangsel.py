"""The registered answer as tweedekamer.nl shows it (layout b): Word, from a template that a ministry edits.

Numbers and the 'ontvangen' line stand in it only when they are recorded: the Kamer gives them, not the ministry.
*Bron:* the registered Word files of the Tweede Kamer.
"""

from __future__ import annotations

import re
from pathlib import Path

import docx
from docx.document import Document

from kamervragen import catalogus
from kamervragen.documents.afgifte import geef_af
from kamervragen.documents.inhoud import Schrijver
from kamervragen.documents.markdown import lees_markdown
from kamervragen.documents.zichtbaar import zichtbaar
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.vragenset import Antwoord, Bewindspersoon, Nootsoort, Vragenset, opsomming

SJABLOON = "aanhangsel.docx"
STIJLEN = (
    "Kopregel", "Vraagkop", "Vraagtekst", "Antwoordkop", "Antwoordtekst", "Lijsttekst", "Citaat", "Tussenkop",
    "Celtekst", "Bronnoot", "Toelichting", "Antwoordtabel", "footnote text", "footnote reference", "Hyperlink",
)  # fmt: skip


def render(vragenset: Vragenset, sjabloon: Path) -> bytes:
    """The set as a .docx; equal input gives equal bytes.

    :raises Ongeldig: when the template lacks a style, naming it.
    """
    document = docx.Document(str(sjabloon))
    _keur(document, sjabloon)
    s = zichtbaar(vragenset)
    schrijver = Schrijver(document, {noot.id: noot for noot in s.noten})
    for regel in _kopregels(s):
        document.add_paragraph(regel, style="Kopregel")
    _vragen_en_antwoorden(document, schrijver, s)
    _slot(document, schrijver, s)
    return geef_af(document, f"Antwoorden op Kamervragen {s.zaaknummer or ''}", s.ontvangen)


def bestandsnaam(vragenset: Vragenset, sleutel: str) -> str:
    """'antwoord-2026Z08701.docx', or with our own key while there is no Zaaknummer."""
    return f"antwoord-{vragenset.zaaknummer or sleutel}.docx"


def _kopregels(s: Vragenset) -> list[str]:
    regels = []
    if s.aanhangselnummer:
        regels.append(f"AH {s.aanhangselnummer.nummer}")
    if s.zaaknummer:
        regels.append(str(s.zaaknummer))
    ontvangen = f"(ontvangen {catalogus.datum(s.ontvangen)})" if s.ontvangen else ""
    if s.ondertekenaars:
        wie = " en ".join(_met_lidwoord(persoon) for persoon in s.ondertekenaars)
        mede = f", mede namens {' en '.join(_met_lidwoord(p) for p in s.mede_namens)}" if s.mede_namens else ""
        regels.append(f"Antwoord van {wie}{mede} {ontvangen}".rstrip())
    elif ontvangen:
        regels.append(ontvangen)
    return regels + [f"Zie ook {nummer.citaat}" for nummer in s.zie_ook]


def _met_lidwoord(persoon: Bewindspersoon) -> str:
    return str(persoon) if persoon.naam else f"de {persoon}"


def _vragen_en_antwoorden(document: Document, schrijver: Schrijver, s: Vragenset) -> None:
    """Every answer stands after the last question it covers."""
    over = list(s.antwoorden)
    gezien: set[str] = set()
    for vraag in s.vragen:
        document.add_paragraph(f"Vraag {vraag.label}", style="Vraagkop")
        schrijver.schrijf(lees_markdown(vraag.tekst), "Vraagtekst")
        gezien.add(vraag.label)
        while over and set(over[0].labels) <= gezien:
            _antwoord(document, schrijver, over.pop(0))
    for antwoord in over:
        _antwoord(document, schrijver, antwoord)


def _antwoord(document: Document, schrijver: Schrijver, antwoord: Antwoord) -> None:
    document.add_paragraph(f"Antwoord op vraag {opsomming(antwoord.labels)}", style="Antwoordkop")
    schrijver.schrijf(lees_markdown(antwoord.tekst), "Antwoordtekst")


def _slot(document: Document, schrijver: Schrijver, s: Vragenset) -> None:
    if s.toelichting:
        blokken = lees_markdown(f"Toelichting: {s.toelichting}")
        schrijver.schrijf(blokken, "Toelichting")
    bronnen = [noot for noot in s.noten if noot.soort is Nootsoort.BRON]
    if bronnen:
        document.add_paragraph(style="Kopregel")
    for noot in bronnen:
        schrijver.schrijf(lees_markdown(noot.tekst), "Bronnoot", aanhef=f"{noot.nummer}) ")


def ontbrekende_stijlen(sjabloon: Path) -> tuple[str, ...]:
    """The styles this writer needs and a template does not have."""
    return _ontbrekend(docx.Document(str(sjabloon)))


def _ontbrekend(document: Document) -> tuple[str, ...]:
    aanwezig = {stijl.name for stijl in document.styles}
    return tuple(stijl for stijl in STIJLEN if stijl not in aanwezig and not _gelijk(stijl, aanwezig))


def _keur(document: Document, sjabloon: Path) -> None:
    if ontbreekt := _ontbrekend(document):
        raise Ongeldig(
            f"In het sjabloon {sjabloon.name} ontbreken de stijlen {', '.join(ontbreekt)}. Voeg ze toe in Word."
        )


def _gelijk(stijl: str, aanwezig: set[str | None]) -> bool:
    return any(re.fullmatch(re.escape(stijl), naam or "", re.IGNORECASE) for naam in aanwezig)
