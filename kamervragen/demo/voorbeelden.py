"""One sample of every document, made from the demo on a fixed day: what `exports/voorbeelden` holds."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.shared import Cm

from kamervragen.antwoorden import opmerkingen, schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL as WIE
from kamervragen.demo import neem_demo_in
from kamervragen.documents.bestand import Bestand
from kamervragen.documents.packing.omzetten import Vorm
from kamervragen.documents.word.sjabloon import AANHANGSEL
from kamervragen.domain.papier import Papier
from kamervragen.inname import innemen
from kamervragen.lijn import overdracht, rectificatiebeeld, rectificaties
from kamervragen.papieren import bijlagen, maken
from kamervragen.setpagina import setblad
from kamervragen.sets import afdoening, uitstel
from kamervragen.sets.blik import zie
from kamervragen.sets.nummers import zoek_sleutel
from kamervragen.settings import SJABLONEN
from kamervragen.vandaag import verantwoording

_NU = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)
VOORBEELD, _OPEN, _NIEUW, _HALF = "2026Z08844", "2026Z19874", "2026Z20001", "2026Z19743"
_PDF = (Papier.ANTWOORD, Papier.GEDRUKT, Papier.BRIEF)
_COMMISSIE = (
    "Lijst van vragen",
    "De vaste commissie voor Justitie en Veiligheid heeft een aantal vragen voorgelegd aan de Minister van Justitie en "
    "Veiligheid over de brief van 20 mei 2026 over de aanpak van dwingende groepen.",
)
_LIJST = (
    (
        "1",
        "Hoeveel meldingen over dwingende groepen kwamen er in 2025 binnen?",
        "Dat zijn er 147. Zij zijn met de hand geteld.",
    ),
    (
        "2",
        "Wat kost de hulplijn per jaar?",
        "De hulplijn kost **€ 310.000** per jaar:\n\n- € 240.000 voor mensen\n- € 70.000 voor techniek",
    ),
    ("3", "Wanneer ontvangt de Kamer de evaluatie?", "Ik zal uw Kamer de evaluatie voor 1 december 2026 sturen."),
)


def schrijf(huis: Huis, folder: Path) -> tuple[Path, ...]:
    """Takes the demo in on a fixed day and writes every sample to a folder. Returns the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    paden = []
    for bestand in voorbeelden(huis):
        paden.append(folder / bestand.naam)
        paden[-1].write_bytes(bestand.data)
    return tuple(paden)


def voorbeelden(huis: Huis, vormen: frozenset[Vorm] = frozenset(Vorm)) -> Iterator[Bestand]:
    """Every sample, in an empty house; the same bytes on any day, but for what LibreOffice makes."""
    toen = replace(huis, nu=lambda: _NU)
    neem_demo_in(toen)
    sleutel = zoek_sleutel(toen, VOORBEELD)
    bijlagen.zet_kenmerk(toen, WIE, sleutel, "5512044")
    for papier in (Papier.ANTWOORD, Papier.BRIEF, Papier.GEDRUKT, Papier.BESLISNOTA, Papier.TAS):
        for vorm in Vorm:
            if (
                vorm in vormen
                and (vorm is not Vorm.PDF or papier in _PDF)
                and (vorm is not Vorm.ODT or papier is Papier.BRIEF)
            ):
                yield maken.maak(toen, WIE, sleutel, papier, vorm)
    yield from _brieven(toen)
    yield from _concepten(toen)
    yield _met_naam(verantwoording.bijlage(toen, WIE), "moties-en-toezeggingen.docx")
    yield _met_naam(verantwoording.rappel(toen, WIE), "rappel-eerste-kamer.docx")
    yield _lijst(toen)
    labels = zie(setblad.beeld, toen, WIE, sleutel).blokken[1].vragen[0].label
    antwoord = zie(setblad.beeld, toen, WIE, sleutel).blokken[1].antwoord
    id = rectificaties.meld(
        toen,
        WIE,
        sleutel,
        labels,
        passage="Hun brief bevat drie wensen",
        juist="Hun brief bevat vier wensen",
        reden="Een wens is bij het overnemen weggevallen.",
        versie=zie(setblad.beeld, toen, WIE, sleutel).rij.versie,
    )
    yield rectificatiebeeld.brief(toen, WIE, id, antwoord.id)


def _brieven(huis: Huis) -> Iterator[Bestand]:
    """Delay, an answer by letter, withdrawal, and a handing over: each of a set of its own."""
    sleutel = zoek_sleutel(huis, _OPEN)
    uitstel.meld(
        huis,
        WIE,
        sleutel,
        reden="informatie",
        toelichting="De politie levert de cijfers nog",
        versie=_versie(huis, sleutel),
    )
    yield maken.maak(huis, WIE, sleutel, Papier.UITSTEL)
    sleutel = zoek_sleutel(huis, _NIEUW)
    overdracht.vraag(
        huis,
        WIE,
        sleutel,
        bewindspersoon="minister van Binnenlandse Zaken en Koninkrijksrelaties",
        reden="Het rijbewijzenregister valt onder die minister",
        labels=(),
        versie=_versie(huis, sleutel),
    )
    (gevraagd,) = zie(overdracht.van_set, huis, WIE, sleutel)
    yield overdracht.bericht(huis, WIE, sleutel, gevraagd.id)
    afdoening.doe_af(
        huis,
        WIE,
        sleutel,
        hoe="beantwoord_bij_brief",
        dag=date(2026, 6, 9),
        versie=_versie(huis, sleutel),
        toelichting="over de bevoegdheden van boa's (29 628, nr. 1301)",
    )
    yield _met_naam(maken.maak(huis, WIE, sleutel, Papier.AFDOENING), f"bij-brief-{_NIEUW}.docx")
    sleutel = zoek_sleutel(huis, _OPEN)
    afdoening.doe_af(
        huis, WIE, sleutel, hoe="ingetrokken", dag=date(2026, 6, 10), toelichting="", versie=_versie(huis, sleutel)
    )
    yield _met_naam(maken.maak(huis, WIE, sleutel, Papier.AFDOENING), f"intrekking-{_OPEN}.docx")


def _concepten(huis: Huis) -> Iterator[Bestand]:
    """A concept with a remark, and the same with what changed since the version before."""
    sleutel = zoek_sleutel(huis, _HALF)
    blok = zie(setblad.beeld, huis, WIE, sleutel).blokken[0]
    label, tekst = blok.vragen[0].label, blok.antwoord.tekst
    opmerkingen.merk_op(huis, WIE, sleutel, label, "Noem hier ook de bron.", citaat=" ".join(tekst.split()[:4]))
    schrijven.bewaar(
        huis,
        WIE,
        sleutel,
        label,
        f"{tekst} Dat blijft zo.".replace(" niet ", " nog niet ", 1),
        versie=blok.antwoord.versie,
    )
    for papier in (Papier.CONCEPT, Papier.WIJZIGINGEN):
        yield maken.maak(huis, WIE, sleutel, papier)


def _lijst(huis: Huis) -> Bestand:
    """A committee's list of questions, taken in as Word, answered, and written back into its own table."""
    document = docx.Document(str(SJABLONEN / AANHANGSEL.bestand))
    for invulplek in document.element.body.findall(qn("w:sdt")):
        document.element.body.remove(invulplek)
    for regel in _COMMISSIE:
        document.add_paragraph(regel, style="Antwoordtekst")
    tabel = document.add_table(rows=1, cols=2, style="Antwoordtabel")
    for kolom, breedte in zip(tabel.columns, (Cm(1.2), Cm(14.8)), strict=True):
        kolom.width = breedte
    tabel.rows[0].cells[0].text, tabel.rows[0].cells[1].text = "Nr", "Vraag"
    for nummer, vraag, _ in _LIJST:
        rij = tabel.add_row().cells
        rij[0].text, rij[1].text = nummer, vraag
        rij[0].width, rij[1].width = Cm(1.2), Cm(14.8)
    uit = io.BytesIO()
    document.save(uit)
    sleutel = innemen.neem_in(huis, WIE, uit.getvalue(), "lijst-van-vragen.docx").sleutel
    assert sleutel is not None
    for nummer, _, antwoord in _LIJST:
        schrijven.bewaar(huis, WIE, sleutel, nummer, antwoord, versie=0)
    return _met_naam(maken.maak(huis, WIE, sleutel, Papier.LIJST), "lijst-van-vragen.docx")


def _versie(huis: Huis, sleutel: str) -> int:
    return zie(setblad.beeld, huis, WIE, sleutel).rij.versie


def _met_naam(bestand: Bestand, naam: str) -> Bestand:
    return replace(bestand, naam=naam)
