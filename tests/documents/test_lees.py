"""The door for documents: what a file is, what is refused and in which words, and the real letters."""

from __future__ import annotations

import hashlib
import io
import random
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from kamervragen.documents.lees import lees
from kamervragen.documents.lezing import Lezing, melding
from kamervragen.domain.errors import Ongeldig, TeGroot
from kamervragen.domain.vragenset import Bewindspersoon, Lid, Soort
from kamervragen.language.citations.citaten import teksten
from tests.documents.bouwsels import delen, docx, lijsten, p, roep, tabel, zip_van

NAAM = "stuk van Bram.docx"
_LEEG = " is leeg. Controleer het bestand en bied het opnieuw aan."
_OUD = " is versleuteld of een oud .doc-bestand. Bewaar het zonder wachtwoord als .docx en bied het opnieuw aan."
_PROGRAMMA = " is een programma en geen document."
_AFBEELDING = " is een afbeelding. Bied het document zelf aan."
_GEEN_TEKST = " is geen leesbare tekst. Bied het document aan als .docx of .txt."
_GEEN_WORD = " is geen Word-document. Bewaar het als .docx en bied het opnieuw aan."
_VOORBEELD = docx(
    delen(
        p("Vraag 1"),
        p("Is dit zo?", roep(1)),
        p("zus", num=(1, 0)),
        p("Antwoord 1"),
        p("Ja."),
        tabel((p("a"), p("b"))),
        voetnoten={1: p("Kamerstuk 33047, nr. 25")},
        nummering=lijsten("decimal"),
    )
)


@pytest.mark.parametrize(
    ("data", "vervolg"),
    [
        pytest.param(b"", _LEEG, id="empty"),
        pytest.param(b" \r\n\t\0", _LEEG, id="blank"),
        pytest.param(b"%PDF-1.7\n", " is beschadigd en kan niet worden gelezen. Bied het opnieuw aan.", id="pdf"),
        pytest.param(b"{\\rtf1\\ansi", " is een RTF-bestand. Bewaar het als .docx en bied het opnieuw aan.", id="rtf"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), _OUD, id="doc"),
        pytest.param(b"\x7fELF\x02\x01", _PROGRAMMA, id="elf"),
        pytest.param(b"MZ\x90\0\x03", _PROGRAMMA, id="exe"),
        pytest.param(b"\x89PNG\r\n\x1a\n", _AFBEELDING, id="png"),
        pytest.param(b"\xff\xd8\xff\xe0\0\x10JFIF", _AFBEELDING, id="jpeg"),
        pytest.param(b"GIF89a\x01\0\x01\0\x80\0\0", _GEEN_TEKST, id="gif"),
        pytest.param(bytes(range(256)), _GEEN_TEKST, id="binary"),
        pytest.param(zip_van({"xl/workbook.xml": b"<a/>"}), _GEEN_WORD, id="xlsx"),
        pytest.param(
            b"PK\3\4\0", " is beschadigd en kan niet worden geopend. Bewaar het opnieuw in Word.", id="no zip"
        ),
        pytest.param(zip_van({}), _GEEN_WORD, id="empty zip"),
    ],
)
def test_what_cannot_be_read_is_ongeldig_and_says_what_to_do(data: bytes, vervolg: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        lees(data, NAAM)
    assert str(fout.value) == NAAM + vervolg


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"Beste lezer, hierbij een brief.", id="text"),
        pytest.param(b"<html><body><p>Hallo</p></body></html>", id="html"),
        pytest.param(docx(delen(p("Beste lezer"))), id="docx"),
        pytest.param(docx(delen()), id="empty docx"),
    ],
)
def test_a_document_without_a_question_is_ongeldig(data: bytes) -> None:
    with pytest.raises(Ongeldig) as fout:
        lees(data, NAAM)
    assert str(fout.value) == (
        f"In {NAAM} is geen vraag herkend. Controleer of het een set Kamervragen is, met koppen als 'Vraag 1' of "
        "genummerde vragen."
    )


def test_a_text_above_25_mb_is_te_groot() -> None:
    with pytest.raises(TeGroot) as fout:
        lees(b"x" * 25_000_001, NAAM)
    assert str(fout.value) == f"{NAAM} is groter dan 25 MB. Verklein de afbeeldingen of splits het document."


def test_a_zip_above_a_limit_is_te_groot() -> None:
    with pytest.raises(TeGroot) as fout:
        lees(zip_van({"word/document.xml": bytes(1_000_000)}), NAAM)
    assert str(fout.value) == f"{NAAM} is verdacht sterk ingepakt en is daarom geweigerd."


@pytest.mark.parametrize("naam", ["a.txt", "a.docx", "a.pdf", "zonder"])
def test_the_name_says_nothing_about_the_kind(naam: str) -> None:
    uit_tekst = lees(b"Vraag 1\nIs dit zo?\nAntwoord 1\nJa.", naam)
    uit_word = lees(docx(delen(p("Vraag 1"), p("Is dit zo?"), p("Antwoord 1"), p("Ja."))), naam)
    assert uit_tekst == uit_word
    assert [vraag.tekst for vraag in uit_tekst.vragenset.vragen] == ["Is dit zo?"]


def test_a_word_document_is_read_whole() -> None:
    vragenset = lees(_VOORBEELD, NAAM).vragenset
    assert [vraag.tekst for vraag in vragenset.vragen] == ["Is dit zo?[^v1]\n\n1. zus"]
    assert [antwoord.tekst for antwoord in vragenset.antwoorden] == ["Ja.\n\n| a | b |\n| --- | --- |"]
    assert [(noot.id, noot.tekst) for noot in vragenset.noten] == [("v1", "Kamerstuk 33047, nr. 25")]


def test_doubts_about_citations_are_told_where_they_stand() -> None:
    lezing = lees(
        b"Vraag 1\nKent u Aanhangsel Handelingen, nr. 7?\nAntwoord 1\nZie het antwoord op vraag 2 en het antwoord op vraag 9.\n"
        b"Vraag 2\nEn dit?\nAntwoord 2\nZie Kamerstuk 28286.",
        NAAM,
    )
    assert lezing.meldingen == (
        melding("verwijzing_onvolledig", "vraag-1", tekst="Aanhangsel Handelingen, nr. 7", gemis="vergaderjaar"),
        melding("verwijzing_dood", "antwoord-1", tekst="antwoord op vraag 9"),
        melding("verwijzing_onvolledig", "antwoord-2", tekst="Kamerstuk 28286", gemis="nummer"),
    )


def test_a_citation_of_an_answer_in_a_set_without_answers_is_no_doubt() -> None:
    assert lees(b"Vraag 1\nHoe luidt het antwoord op vraag 9?", NAAM).meldingen == ()


def test_i1_a_damaged_document_is_read_or_refused_and_nothing_else() -> None:
    toeval = random.Random(1848)
    for _ in range(1_500):
        data = bytearray(_VOORBEELD)
        for _ in range(toeval.randint(1, 5)):
            data[toeval.randrange(len(data))] = toeval.randrange(256)
        try:
            assert isinstance(lees(bytes(data), NAAM), Lezing)
        except (Ongeldig, TeGroot) as fout:
            assert NAAM in str(fout)  # noqa: PT017 - most are refused, some survive


def test_i1_a_document_of_damaged_parts_is_read_or_refused_and_nothing_else() -> None:
    toeval = random.Random(1848)
    with zipfile.ZipFile(io.BytesIO(_VOORBEELD)) as archief:
        heel = {naam: archief.read(naam) for naam in archief.namelist()}
    for _ in range(500):
        deel = toeval.choice(sorted(heel))
        kapot = bytearray(heel[deel])
        for _ in range(toeval.randint(1, 3)):
            kapot[toeval.randrange(len(kapot))] = toeval.choice(b'<>&/"=0aZ \xff\0')
        try:
            assert isinstance(lees(zip_van({**heel, deel: bytes(kapot)}), NAAM), Lezing)
        except Ongeldig as fout:
            assert NAAM in str(fout)  # noqa: PT017 - most are refused, some survive


# --- the real letters


@dataclass(frozen=True)
class _Brief:
    """What a real letter holds, without its words."""

    bestand: str
    zaaknummer: str | None
    kenmerken: tuple[str, ...]
    gedagtekend: date | None
    onderwerp_sha256: str
    indieners: tuple[Lid, ...]
    gericht_aan: tuple[str, ...]
    ondertekenaar: Bewindspersoon
    mede_namens: tuple[str, ...]
    vragen: int
    antwoorden: tuple[tuple[str, ...], ...]
    noten: tuple[str, ...]
    meldingen: tuple[tuple[str, str], ...]


_JENV = "Justitie en Veiligheid"
_YESILGOZ = Bewindspersoon("minister", "D. Yeşilgöz-Zegerius", _JENV)
_UW_BRIEF = ("brief_van_de_kamer", "kop")
_OUD = ("eigenschap_verouderd", "kop")  # a property of the template still speaks of another letter
_SJABLOON = (
    ("afbeeldingen_weggelaten", "set"),
    ("externe_koppeling", "set"),
    ("vertrouwelijk_in_voettekst", "set"),
)
BRIEVEN = (
    _Brief(
        bestand="brief-0900-nummer-brandweer.docx",
        zaaknummer="2023Z19677",
        kenmerken=("5164758",),
        gedagtekend=date(2024, 1, 11),
        onderwerp_sha256="fc22434994ba6e17bea1964005d8cdf4da706bf2f27defb47b6019e50030ca30",
        indieners=(Lid("Temmink", "SP"), Lid("Van Nispen", "SP")),
        gericht_aan=("minister van Justitie en Veiligheid",),
        ondertekenaar=_YESILGOZ,
        mede_namens=(),
        vragen=10,
        antwoorden=(("1",), ("2", "3"), ("4", "5"), ("6",), ("7", "8", "9"), ("10",)),
        noten=("b1", "b2", "v1"),
        meldingen=(*_SJABLOON, _UW_BRIEF, _OUD),
    ),
    _Brief(
        bestand="brief-2023Z14759-bijtincidenten.docx",
        zaaknummer="2023Z14759",
        kenmerken=("4980892",),
        gedagtekend=date(2023, 10, 18),
        onderwerp_sha256="b03736c9b40f2595f1d37f67b9935108b2efee213a0d2d6b3cd1df3ad2e47603",
        indieners=(Lid("Wassenberg", "PvdD"),),
        gericht_aan=(
            "minister van Landbouw, Natuur en Voedselkwaliteit",
            "minister van Justitie en Veiligheid",
        ),
        ondertekenaar=Bewindspersoon("minister", "P. Adema", "Landbouw, Natuur en Voedselkwaliteit"),
        mede_namens=("minister van Justitie en Veiligheid",),
        vragen=14,
        antwoorden=tuple((str(nummer),) for nummer in range(1, 15)),
        noten=("b1", "b2", "b3", "b4", "b5", "b6"),
        meldingen=(*_SJABLOON, _UW_BRIEF),
    ),
    _Brief(
        bestand="brief-2024Z11859-politiebureau-wolvega.docx",
        zaaknummer="2024Z11859",
        kenmerken=(),
        gedagtekend=date(2024, 7, 25),
        onderwerp_sha256="e44baf104b9fc42e05fc768e94254af40c3420e731fd2e5561b1ae9db54c3304",
        indieners=(
            Lid("Mutluer", "GroenLinks-PvdA"),
            Lid("Lahlah", "GroenLinks-PvdA"),
            Lid("Boswijk", "CDA"),
            Lid("Helder", "BBB"),
        ),
        gericht_aan=(),
        ondertekenaar=Bewindspersoon("minister", "D.M. van Weel", _JENV),
        mede_namens=(),
        vragen=8,
        antwoorden=(("1",), ("2",), ("4",), ("5",), ("6",), ("7",), ("3", "8")),
        noten=(),
        meldingen=(_UW_BRIEF, _OUD),
    ),
    _Brief(
        bestand="brief-hoofddoekjes-boa.docx",
        zaaknummer=None,
        kenmerken=("5401166",),
        gedagtekend=date(2024, 5, 16),
        onderwerp_sha256="69080a29f18f86ba518429b416007ff32f936fbd17948d02adabfafb2acede80",
        indieners=(Lid("Lahlah", "GroenLinks-PvdA"), Lid("Chakor", "GroenLinks-PvdA")),
        gericht_aan=(
            "minister van Justitie en Veiligheid",
            "minister van Binnenlandse Zaken en Koninkrijkrelaties",
        ),
        ondertekenaar=_YESILGOZ,
        mede_namens=("minister van Binnenlandse Zaken en Koninkrijksrelaties",),
        vragen=9,
        antwoorden=(("1",), ("2",), ("3",), ("4", "5", "6", "7"), ("8",), ("9",)),
        noten=("b1", "b2", "v1", "v2"),
        meldingen=(*_SJABLOON, ("zaaknummer_onbekend", "kop"), _UW_BRIEF, _OUD),
    ),
)
_PER_BRIEF = pytest.mark.parametrize("brief", BRIEVEN, ids=[brief.bestand for brief in BRIEVEN])


@pytest.mark.corpus
@_PER_BRIEF
def test_a_real_letter_gives_exactly_this(corpus: Path, brief: _Brief) -> None:
    lezing = lees((corpus / "docx" / brief.bestand).read_bytes(), brief.bestand)
    vragenset = lezing.vragenset
    assert vragenset.onderwerp is not None
    assert (
        _Brief(
            bestand=brief.bestand,
            zaaknummer=str(vragenset.zaaknummer) if vragenset.zaaknummer else None,
            kenmerken=vragenset.kenmerken,
            gedagtekend=vragenset.gedagtekend,
            onderwerp_sha256=hashlib.sha256(vragenset.onderwerp.encode()).hexdigest(),
            indieners=vragenset.indieners,
            gericht_aan=tuple(str(persoon) for persoon in vragenset.gericht_aan),
            ondertekenaar=vragenset.ondertekenaars[0],
            mede_namens=tuple(str(persoon) for persoon in vragenset.mede_namens),
            vragen=len(vragenset.vragen),
            antwoorden=tuple(antwoord.labels for antwoord in vragenset.antwoorden),
            noten=tuple(noot.id for noot in vragenset.noten),
            meldingen=tuple((m.code, m.plaats) for m in lezing.meldingen),
        )
        == brief
    )
    assert [vraag.label for vraag in vragenset.vragen] == [str(nummer) for nummer in range(1, brief.vragen + 1)]
    assert vragenset.soort is Soort.ANTWOORD
    assert (vragenset.ingezonden, vragenset.ontvangen, vragenset.aanhangselnummer) == (None, None, None)
    assert (vragenset.toelichting, vragenset.mededeling, vragenset.slot) == (None, None, None)
    assert lezing.onverklaard == ()


@pytest.mark.corpus
@_PER_BRIEF
def test_no_word_of_the_annex_of_a_real_letter_is_lost(corpus: Path, brief: _Brief) -> None:
    bestand = corpus / "docx" / brief.bestand
    alineas = _alineas_van_de_bijlage(bestand)
    koppen = [alinea for alinea in alineas if re.match(r"(?:Vraag|Antwoord)\b.{0,30}\d\W*$", alinea)]
    vragenset = lees(bestand.read_bytes(), brief.bestand).vragenset
    gelezen = Counter(
        woord
        for bij, tekst in teksten(vragenset)
        if bij != "inleiding" and not bij.startswith("noot-v")  # footnotes stand in a part of their own
        for woord in _woorden(tekst)
    )
    verloren = Counter(woord for alinea in alineas for woord in _woorden(alinea)) - gelezen
    assert sorted(woord for woord in verloren.elements() if not woord.isdigit()) == sorted(
        woord for kop in koppen for woord in _woorden(kop) if not woord.isdigit()
    )
    assert len(koppen) == brief.vragen + len(brief.antwoorden)


def _woorden(tekst: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"\[\^[bv]\d+\]|\\", lambda m: "" if m.group() == "\\" else " ", tekst))


def _alineas_van_de_bijlage(bestand: Path) -> list[str]:
    """The lines from the first 'Vraag 1' on, read without our reader; text boxes left out."""
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(bestand) as archief:
        boom = etree.fromstring(archief.read("word/document.xml"))
    uit: list[str] = []
    for alinea in boom.iter(f"{w}p"):
        if any(str(ouder.tag).endswith("}txbxContent") for ouder in alinea.iterancestors()):
            continue
        tekens = (
            (teken.text or "") if teken.tag == f"{w}t" else "\n" if teken.tag == f"{w}br" else " "
            for teken in alinea.iter(f"{w}t", f"{w}br", f"{w}tab")
            if not any(str(ouder.tag).endswith("}txbxContent") for ouder in teken.iterancestors())
        )
        uit += [regel.strip() for regel in "".join(tekens).split("\n") if regel.strip()]
    return uit[next(index for index, regel in enumerate(uit) if re.fullmatch(r"Vraag 1\W*", regel)) :]
