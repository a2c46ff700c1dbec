"""One set of questions and answers, written in every layout that ministries and the Kamer use."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from hypothesis import strategies as st
from pdfminer.fontmetrics import FONT_METRICS

from tests.documents.bouwsels import delen, docx, lijsten, p, roep, tabel, zip_van


@dataclass(frozen=True)
class Proefset:
    """Questions as paragraphs, answers by the questions they cover, the notes of questions (by their question) in order.

    A group in `groepen` is consecutive and is answered at once, after its last question.
    """

    vragen: tuple[tuple[str, ...], ...]
    groepen: tuple[tuple[int, ...], ...]
    antwoorden: tuple[tuple[str, ...], ...]
    noten: tuple[tuple[int, str], ...]

    def noten_van(self, vraag: int) -> list[tuple[int, str]]:
        """(number, text) of the notes a question calls at its end."""
        return [(n, tekst) for n, (v, tekst) in enumerate(self.noten, 1) if v == vraag]


_WOORD = st.sampled_from(
    [
        "de",
        "een",
        "minister",
        "kinderen",
        "beleid",
        "wij",
        "gemeente",
        "coördinatie",
        "reëel",
        "€12",
        "vergunning",
        "toezicht",
        "«beeld»",
        "steunpunt",
        "zonder",
        "over",
        "jongeren",
        "café",
        "onderzoek",
        "huisartsenzorg",
        "Groningen",
        "2024",
        "CO2",
        "naar",
    ]
)
_ZIN = st.lists(_WOORD, min_size=4, max_size=28).map(lambda woorden: "Wij " + " ".join(woorden))
_VRAAG = _ZIN.map(lambda zin: f"{zin}?")
_ALINEA = st.lists(_ZIN.map(lambda zin: f"{zin}."), min_size=1, max_size=3).map(" ".join)
_BRON = st.integers(1, 28).map(lambda dag: f"De Proefbode, {dag} mei 2026, «Bericht {dag}»")


@st.composite
def proefsets(teken: st.DrawFn) -> Proefset:
    """Up to nine questions, some answered together, some with notes."""
    aantal = teken(st.integers(1, 9))
    vragen = tuple((teken(_VRAAG),) for _ in range(aantal))
    groepen: list[tuple[int, ...]] = []
    volgende = 0
    while volgende < aantal:
        lengte = min(teken(st.sampled_from((1, 1, 1, 2, 3))), aantal - volgende)
        groepen.append(tuple(range(volgende, volgende + lengte)))
        volgende += lengte
    antwoorden = tuple(tuple(teken(st.lists(_ALINEA, min_size=1, max_size=3))) for _ in groepen)
    met_noot = [vraag for vraag in range(aantal) if teken(st.booleans()) and vraag < 4]
    return Proefset(vragen, tuple(groepen), antwoorden, tuple((vraag, teken(_BRON)) for vraag in met_noot))


def _opsomming(nummers: tuple[int, ...]) -> str:
    getallen = [str(nummer + 1) for nummer in nummers]
    return " en ".join([", ".join(getallen[:-1]), getallen[-1]] if len(getallen) > 1 else getallen)


# How ministries head a question and its answer; (question, answer, whether questions of a group share a heading).
KOPPEN: dict[str, tuple[Callable[[tuple[int, ...]], str], Callable[[tuple[int, ...]], str], bool]] = {
    "Vraag n, Antwoord n": (lambda g: f"Vraag {_opsomming(g)}", lambda g: f"Antwoord {_opsomming(g)}", True),
    "Antwoord op vraag n": (lambda g: f"Vraag {_opsomming(g)}", lambda g: f"Antwoord op vraag {_opsomming(g)}", False),
    "Antwoord vraag n:": (lambda g: f"Vraag {_opsomming(g)}:", lambda g: f"Antwoord vraag {_opsomming(g)}:", False),
    "bare Antwoord": (lambda g: f"Vraag {_opsomming(g)}", lambda _g: "Antwoord", False),
    "Antwoorden op de vragen t/m": (
        lambda g: f"Vraag {_opsomming(g)}",
        lambda g: (
            f"Antwoord op de vragen {g[0] + 1} t/m {g[-1] + 1}" if len(g) > 1 else f"Antwoord op vraag {g[0] + 1}"
        ),
        False,
    ),
    "VRAAG n": (lambda g: f"VRAAG {_opsomming(g)}", lambda g: f"ANTWOORD {_opsomming(g)}", False),
    "glued": (lambda g: f"Vraag{_opsomming(g)}", lambda g: f"Antwoord{_opsomming(g)}", False),
}


def regels(proef: Proefset, koppen: str, merk: Callable[[int], str]) -> list[str]:
    """Headings and paragraphs in order; a call stands behind its question as `merk` writes it."""
    vraagkop, antwoordkop, samen = KOPPEN[koppen]
    uit: list[str] = []
    for groep, antwoord in zip(proef.groepen, proef.antwoorden, strict=True):
        for stuk in (groep,) if samen else tuple((vraag,) for vraag in groep):
            uit.append(vraagkop(stuk))
            for vraag in stuk:
                roepen = "".join(merk(nummer) for nummer, _ in proef.noten_van(vraag))
                uit += [*proef.vragen[vraag][:-1], proef.vragen[vraag][-1] + roepen]
        uit += [antwoordkop(groep), *antwoord]
    return uit


def als_tekst(proef: Proefset, koppen: str) -> bytes:
    """A registered answer as text: a paragraph a line, sources under the answers."""
    bronnen = [f"{nummer}) {tekst}" for nummer, (_, tekst) in enumerate(proef.noten, 1)]
    return "\n\n".join([*regels(proef, koppen, lambda n: f" {n})"), *bronnen]).encode()


def als_docx(proef: Proefset, koppen: str) -> bytes:
    """A letter's annex in Word: bold headings, sources as '[1]'."""
    bronnen = [p(f"[{nummer}] {escape(tekst)}") for nummer, (_, tekst) in enumerate(proef.noten, 1)]
    return docx(delen(*(p(escape(regel)) for regel in regels(proef, koppen, lambda n: f" [{n}]")), *bronnen))


def als_docx_met_voetnoten(proef: Proefset) -> bytes:
    """Word with soft line breaks under the headings and real footnotes."""
    alineas = []
    for groep, antwoord in zip(proef.groepen, proef.antwoorden, strict=True):
        for vraag in groep:
            roepen = "".join(roep(nummer) for nummer, _ in proef.noten_van(vraag))
            alineas.append(
                f'<w:p><w:r><w:t>Vraag {vraag + 1}</w:t><w:br/><w:t xml:space="preserve">'
                f"{escape(proef.vragen[vraag][0])}</w:t></w:r>{roepen}</w:p>"
            )
        alineas += [p(f"Antwoord op vraag {_opsomming(groep)}"), *(p(escape(alinea)) for alinea in antwoord)]
    voetnoten = {nummer: p(escape(tekst)) for nummer, (_, tekst) in enumerate(proef.noten, 1)}
    return docx(delen(*alineas, voetnoten=voetnoten))


def als_docx_met_lijst(proef: Proefset) -> bytes:
    """Questions in a numbered Word list without any printed 'Vraag', each group answered under 'Antwoord vraag n:'."""
    alineas = []
    for groep, antwoord in zip(proef.groepen, proef.antwoorden, strict=True):
        alineas += [p(escape(proef.vragen[vraag][0]), num=(1, 0)) for vraag in groep]
        alineas += [p(f"Antwoord vraag {_opsomming(groep)}:"), *(p(escape(alinea)) for alinea in antwoord)]
    return docx(delen(*alineas, nummering=lijsten("decimal")))


def als_tabel(proef: Proefset) -> bytes:
    """The lijst van vragen of a committee, answered in its own table."""
    per_vraag = {
        vraag: antwoord for groep, antwoord in zip(proef.groepen, proef.antwoorden, strict=True) for vraag in groep
    }
    rijen = [(p("Nr"), p("Vraag"), p("Antwoord"))]
    rijen += [
        (p(str(n + 1)), p(escape(vraag[0])), "".join(p(escape(alinea)) for alinea in per_vraag[n]))
        for n, vraag in enumerate(proef.vragen)
    ]
    return docx(delen(p("Lijst van vragen"), tabel(*rijen)))


_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def odt(lichaam: str, stijlen: str = "") -> bytes:
    """An .odt with this body."""
    inhoud = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODF}><office:automatic-styles>{stijlen}'
        f"</office:automatic-styles><office:body><office:text>{lichaam}</office:text></office:body></office:document-content>"
    )
    return zip_van({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": inhoud.encode()})


def als_odt(proef: Proefset, koppen: str) -> bytes:
    """OpenDocument with real footnotes."""

    def merk(nummer: int) -> str:
        return f"\0{nummer}\0"

    noten = {
        nummer: f'<text:note text:note-class="footnote"><text:note-citation>{nummer}</text:note-citation>'
        f"<text:note-body><text:p>{escape(tekst)}</text:p></text:note-body></text:note>"
        for nummer, (_, tekst) in enumerate(proef.noten, 1)
    }
    alineas = []
    for regel in regels(proef, koppen, merk):
        delen_ = regel.split("\0")
        alineas.append("".join(escape(deel) if i % 2 == 0 else noten[int(deel)] for i, deel in enumerate(delen_)))
    return odt("".join(f"<text:p>{alinea}</text:p>" for alinea in alineas))


def als_xml(proef: Proefset) -> bytes:
    """The official XML: a group is one `vraag` with an `al` for each question."""
    uit = []
    for groep, antwoord in zip(proef.groepen, proef.antwoorden, strict=True):
        alineas = []
        for vraag in groep:
            noten = "".join(
                f'<noot id="n{n}" type="voet"><noot.nr>{n}</noot.nr><noot.al>{escape(tekst)}</noot.al></noot>'
                for n, tekst in proef.noten_van(vraag)
            )
            alineas.append(f"<al>{escape(proef.vragen[vraag][0])}{noten}</al>")
        nummers = ", ".join(str(vraag + 1) for vraag in groep)
        uit.append(f'<vraag><nr status="officieel">Vraag {nummers}</nr>{"".join(alineas)}</vraag>')
        alineas = [f"<al>{escape(alinea)}</al>" for alinea in antwoord]
        uit.append(f'<antwoord><nr status="officieel">Antwoord {nummers}</nr>{"".join(alineas)}</antwoord>')
    return f"<?xml version='1.0'?><officiele-publicatie><kamervragen>{''.join(uit)}</kamervragen></officiele-publicatie>".encode()


def als_html(proef: Proefset) -> bytes:
    """The HTML of officielebekendmakingen.nl."""
    uit, voet = [], []
    for groep, antwoord in zip(proef.groepen, proef.antwoorden, strict=True):
        vragen = ""
        for vraag in groep:
            noten = "".join(f'<a class="nootnum" href="#n{n}">{n}</a>' for n, _ in proef.noten_van(vraag))
            voet += [
                f'<div class="voet noot" id="n{n}"><p><span class="nootnum">{n}</span>{html.escape(t)}</p></div>'
                for n, t in proef.noten_van(vraag)
            ]
            vragen += f"<p>{html.escape(proef.vragen[vraag][0])}{noten}</p>"
        uit.append(f'<div class="vraag"><h2>Vraag {_opsomming(groep)}</h2>{vragen}</div>')
        alineas = "".join(f"<p>{html.escape(alinea)}</p>" for alinea in antwoord)
        uit.append(f'<div class="antwoord"><h2>Antwoord {_opsomming(groep)}</h2>{alineas}</div>')
    return f"<!DOCTYPE html><html><head><title>x</title><style>p {{}}</style></head><body>{''.join(uit + voet)}</body></html>".encode()


_MASTHEAD = [
    "Tweede Kamer der Staten-Generaal",
    "Vergaderjaar 2025–2026 Aanhangsel van de Handelingen",
    "Vragen gesteld door de leden der Kamer, met de daarop door de",
    "regering gegeven antwoorden",
    "1433",
    "Vragen van het lid Proef (ABC) aan de Minister van Defensie over blauwe",
    "bussen (ingezonden 20 mei 2026).",
    "Antwoord van Minister Van Dam (Defensie) (ontvangen 8 juni 2026).",
]


def als_druktekst(proef: Proefset) -> bytes:
    """A print as text: lines cut at 76 characters, pages of 40 lines, notes and running lines at their foot."""
    lijnen: list[str] = []
    for regel in regels(proef, "Vraag n, Antwoord n", lambda n: f"\0{n}"):
        lijnen += textwrap.wrap(regel, 76, break_long_words=False, break_on_hyphens=False) or [""]
    bladen = [lijnen[i : i + 40] for i in range(0, len(lijnen), 40)]
    uit = list(_MASTHEAD)
    for nummer, blad in enumerate(bladen, 1):
        uit += [regel.replace("\0", "") for regel in blad]
        for n, (_, tekst) in enumerate(proef.noten, 1):
            if any(regel.endswith(f"\0{n}") for regel in blad):
                uit += textwrap.wrap(f"{n} {tekst}", 90)
        uit.append(f"Tweede Kamer, vergaderjaar 2025–2026, Aanhangsel {nummer}")
    return "\n".join(uit).encode()


_BREEDTEN = FONT_METRICS["Helvetica"][1]


def _breedte(tekst: str, maat: float) -> float:
    return sum(_BREEDTEN.get(teken, 0) for teken in tekst) * maat / 1000  # as pdfminer counts: the euro sign has none


def _gezet(tekst: str, maat: float, breedte: float) -> list[str]:
    """Lines as a typesetter cuts them: a word goes to the next line when it does not fit."""
    lijnen = [""]
    for woord in tekst.split(" "):
        kandidaat = f"{lijnen[-1]} {woord}".strip()
        if _breedte(kandidaat.replace("\0", ""), maat) > breedte and lijnen[-1]:
            lijnen.append(woord)
        else:
            lijnen[-1] = kandidaat
    return lijnen


def als_pdf(proef: Proefset) -> bytes:
    """A printed Aanhangsel: one column, raised calls, notes in a smaller type at the foot, running lines."""
    lijnen: list[str] = []
    for regel in regels(proef, "Vraag n, Antwoord n", lambda n: f"\0{n}"):
        lijnen += _gezet(regel, 8.5, 320)
    bladen = [lijnen[i : i + 45] for i in range(0, len(lijnen), 45)]
    stromen = []
    for nummer, blad in enumerate(bladen, 1):
        opdrachten: list[str] = []
        hoogte = 700.0
        if nummer == 1:
            for regel in _MASTHEAD:
                opdrachten.append(_zet(regel, 221, hoogte + 60, 8.5))
                hoogte -= 9.6
            hoogte = 640
        for regel in blad:
            tekst, _, merk = regel.partition("\0")
            opdrachten.append(_zet(tekst, 221, hoogte, 8.5))
            if merk:
                opdrachten.append(_zet(merk, 221 + _breedte(tekst, 8.5), hoogte + 3, 5.5))
            hoogte -= 9.6
        voet = 120.0
        for n, (_, tekst) in enumerate(proef.noten, 1):
            if any(regel.endswith(f"\0{n}") for regel in blad):
                opdrachten.append(_zet(str(n), 221, voet + 2.5, 4.5))
                for deel in _gezet(tekst, 6.9, 300):
                    opdrachten.append(_zet(deel, 227, voet, 6.9))
                    voet -= 8
        opdrachten.append(_zet(f"Tweede Kamer, vergaderjaar 2025–2026, Aanhangsel {nummer}", 221, 40, 9.1))
        stromen.append("\n".join(opdrachten).encode("cp1252"))
    return _pdf(stromen)


def _zet(tekst: str, x: float, y: float, maat: float) -> str:
    kaal = tekst.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {maat} Tf {x:.2f} {y:.2f} Td ({kaal}) Tj ET"


def _pdf(stromen: list[bytes]) -> bytes:
    kinderen = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(stromen)))
    objecten = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kinderen}]/Count {len(stromen)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for i, stroom in enumerate(stromen):
        objecten.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {5 + 2 * i} 0 R>>".encode()
        )
        objecten.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stroom), stroom))
    uit = bytearray(b"%PDF-1.4\n")
    plaatsen = []
    for nummer, inhoud in enumerate(objecten, 1):
        plaatsen.append(len(uit))
        uit += b"%d 0 obj\n%s\nendobj\n" % (nummer, inhoud)
    begin = len(uit)
    uit += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objecten) + 1)
    uit += b"".join(b"%010d 00000 n \n" % plaats for plaats in plaatsen)
    uit += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objecten) + 1, begin)
    return bytes(uit)
