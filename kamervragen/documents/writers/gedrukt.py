"""The printed Aanhangsel van de Handelingen: masthead, number, notes that run on, the Kamer's capitals, dashes and quotes.

The Kamer prints it; this is how the answer will look, for who wants to see that before it is sent.
*Bron:* the printed Aanhangsels of the Tweede Kamer (KOOP), 2014-2024.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from docx.text.paragraph import Paragraph

from kamervragen.catalogue import datum
from kamervragen.documents.aanduiding import ambten, leden
from kamervragen.documents.text.markdown import lees_markdown
from kamervragen.documents.text.schoon import schoon
from kamervragen.documents.word.inhoud import vraagmerk
from kamervragen.documents.word.sjabloon import GEDRUKT, Blad
from kamervragen.documents.writers.paren import beurten
from kamervragen.documents.zichtbaar import zichtbaar
from kamervragen.domain.kalender import Vergaderjaar
from kamervragen.domain.vragenset import Bewindspersoon, Kamer, Vraag, Vragenset, opsomming

_KAMERS = {Kamer.TWEEDE: ("Tweede Kamer", "2"), Kamer.EERSTE: ("Eerste Kamer", "1")}
_PAREN = (re.compile(r"“([^“”«»\n]*)”"), re.compile(r"„([^„”«»\n]*)”"), re.compile(r'(?<![\w"])"([^"«»\n]+)"(?!\w)'))
_JAREN = re.compile(r"(?<=vergaderjaar )(\d{4})-(\d{4})")
_REEKS = 3  # as many questions in a row are listed; more are 't/m'


def render(vragenset: Vragenset, sjabloon: Path, kamer: Kamer = Kamer.TWEEDE) -> bytes:
    """The set as print shows it, as a .docx; equal input gives equal bytes.

    :raises Ongeldig: when the template lacks a style or a placeholder, naming it.
    """
    blad = Blad(sjabloon, GEDRUKT)
    s = zichtbaar(vragenset)
    nummer, dag = vragenset.aanhangselnummer, vragenset.ontvangen
    jaar = nummer.vergaderjaar if nummer else Vergaderjaar.van_datum(dag) if dag else vragenset.vergaderjaar
    naam, cijfer = _KAMERS[kamer]
    blad.vul(
        {
            "kamer": naam,
            "cijfer": cijfer,
            "vergaderjaar": f"{jaar.begin}–{jaar.begin + 1}" if jaar else "",
            "nummer": str(nummer.nummer) if nummer else "",
            "publicatie": str(nummer) if nummer else "",
            "jaar": str(dag.year) if dag else "",
        }
    )
    druk = replace(
        s,
        noten=tuple(replace(noot, tekst=als_druk(noot.tekst)) for noot in s.noten),
        vragen=tuple(replace(vraag, tekst=als_druk(vraag.tekst)) for vraag in s.vragen),
        antwoorden=tuple(replace(antwoord, tekst=als_druk(antwoord.tekst)) for antwoord in s.antwoorden),
    )
    schrijver = blad.schrijver(
        "inhoud", druk.noten, bron_als_voetnoot=True, vragen=(vraag.label for vraag in druk.vragen)
    )
    _vragen_van(schrijver.alinea("Aanhef"), vragenset)
    if vragenset.antwoorden:
        _antwoord_van(schrijver.alinea("Aanhef"), vragenset)
    for koppen, teksten, stijl in _groepen(druk):
        schrijver.kop(*koppen)
        for tekst in teksten:
            schrijver.tekst(tekst, stijl)
    if s.toelichting:
        schrijver.schrijf(lees_markdown(f"Toelichting: {als_druk(s.toelichting)}"), "Toelichting")
    titel = f"Aanhangsel van de Handelingen{f' {nummer.nummer}' if nummer else ''}"
    return blad.geef_af(f"{titel}: vragen over {s.onderwerp or vragenset.onderwerp or 'onbekend onderwerp'}", dag)


def als_druk(tekst: str) -> str:
    """A text in the Kamer's typography: «guillemets» in place of double quotes, an en dash in a vergaderjaar."""
    for paar in _PAREN:
        tekst = paar.sub(r"«\1»", tekst)
    return _JAREN.sub("\\1–\\2", tekst)


def vraagnummers(labels: tuple[str, ...]) -> str:
    """'2', '2, 3 en 4', and of a longer run '1 t/m 5'."""
    rij = [int(label) for label in labels if label.isdigit()]
    aaneen = len(rij) == len(labels) and rij == list(range(rij[0], rij[0] + len(rij)))
    return f"{labels[0]} t/m {labels[-1]}" if aaneen and len(rij) > _REEKS else opsomming(labels)


_Kop = tuple[str, str, list[tuple[str, str]]]


def _groepen(s: Vragenset) -> Iterator[tuple[_Kop, list[str], str]]:
    """Headings with their texts: questions that are answered together and follow each other stand under one heading."""
    wacht: list[Vraag] = []
    for beurt in beurten(s):
        if isinstance(beurt, Vraag):
            wacht.append(beurt)
            continue
        samen = wacht[-len(beurt.labels) :]
        if len(wacht) >= len(beurt.labels) and tuple(vraag.label for vraag in samen) == beurt.labels:
            yield from (_vraagkop([vraag]) for vraag in wacht[: -len(samen)])
            yield _vraagkop(samen)
        else:
            yield from (_vraagkop([vraag]) for vraag in wacht)
        wacht = []
        yield ("Antwoordkop", f"Antwoord {vraagnummers(beurt.labels)}", []), [beurt.tekst], "Antwoordtekst"
    yield from (_vraagkop([vraag]) for vraag in wacht)


def _vraagkop(vragen: list[Vraag]) -> tuple[_Kop, list[str], str]:
    labels = tuple(vraag.label for vraag in vragen)
    tekst = vraagnummers(labels)
    delen = [(deel, vraagmerk(deel) if deel in labels else "") for deel in re.split(r"(\d+[a-z]?)", tekst) if deel]
    return ("Vraagkop", "Vraag ", delen), [vraag.tekst for vraag in vragen], "Vraagtekst"


def _vragen_van(alinea: Paragraph, s: Vragenset) -> None:
    """'Vragen van het lid **Kostić** (PvdD) aan de Minister voor ... over *...* (ingezonden 29 februari 2024).'"""
    alinea.add_run("Vragen")
    if s.indieners:
        alinea.add_run(" van ")
        _namen(alinea, leden(s.indieners))
    if s.gericht_aan:
        alinea.add_run(f" aan {ambten(s.gericht_aan, druk=True)}")
    if s.onderwerp:
        alinea.add_run(" over ")
        alinea.add_run(als_druk(schoon(s.onderwerp)), style="Onderwerp")
    alinea.add_run(f" (ingezonden {datum(s.ingezonden)})." if s.ingezonden else ".")


def _antwoord_van(alinea: Paragraph, s: Vragenset) -> None:
    """'Antwoord van Minister **Dijkgraaf** (Onderwijs ...) (ontvangen 25 maart 2024). Zie ook Aanhangsel ...'"""
    alinea.add_run("Antwoord")
    for plaats, persoon in enumerate(s.ondertekenaars):
        alinea.add_run(" van " if plaats == 0 else " en van ")
        _persoon(alinea, persoon)
    for plaats, persoon in enumerate(s.mede_namens):
        alinea.add_run(", mede namens " if plaats == 0 else " en ")
        _persoon(alinea, persoon)
    alinea.add_run(f" (ontvangen {datum(s.ontvangen)})." if s.ontvangen else ".")
    if s.zie_ook:
        alinea.add_run(f" Zie ook {opsomming([als_druk(nummer.citaat) for nummer in s.zie_ook])}.")


def _persoon(alinea: Paragraph, persoon: Bewindspersoon) -> None:
    functie = f"{persoon.functie[:1].upper()}{persoon.functie[1:]}"
    if not persoon.naam:
        alinea.add_run(ambten((persoon,), druk=True))
        return
    alinea.add_run(f"{functie} ")
    _namen(alinea, ((persoon.achternaam or "", True),))
    if persoon.portefeuille:
        alinea.add_run(schoon(f" ({persoon.portefeuille})"))


def _namen(alinea: Paragraph, stukken: tuple[tuple[str, bool], ...]) -> None:
    for tekst, naam in stukken:
        alinea.add_run(schoon(tekst), style="Nadruk" if naam else None)
