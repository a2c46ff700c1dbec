"""Promise P8: a damaged or hostile file is read or refused, whatever is in it."""

from __future__ import annotations

import io
import random
import resource
import signal
import zipfile
from collections import Counter
from collections.abc import Callable
from types import FrameType

import pytest

from kamervragen.documents.apart import lees_apart
from kamervragen.documents.lees import lees
from kamervragen.domain.errors import Fout, Ongeldig
from tests.documents import vormen
from tests.documents.vormen import Proefset
from tests.promises import aantal, noteer

_SET = Proefset(
    vragen=(("Kent u het bericht «Gele fietsen»?",), ("Hoeveel fietsen zijn er?",), ("Wat gaat u doen?",)),
    groepen=((0,), (1, 2)),
    antwoorden=(("Ja.",), ("In 2025 waren er 312.", "Zie het antwoord op vraag 1 en Kamerstuk 33 552, nr. 124.")),
    noten=((0, "De Proefbode, 8 mei 2026, «Gele fietsen»"), (2, "Kamerstuk 29 628, nr. 1099")),
)
_HEEL: dict[str, bytes] = {
    "docx": vormen.als_docx_met_voetnoten(_SET),
    "docx, lijst": vormen.als_docx_met_lijst(_SET),
    "docx, tabel": vormen.als_tabel(_SET),
    "odt": vormen.als_odt(_SET, "Antwoord op vraag n"),
    "xml": vormen.als_xml(_SET),
    "html": vormen.als_html(_SET),
    "pdf": vormen.als_pdf(_SET),
    "tekst": vormen.als_tekst(_SET, "Antwoord op vraag n"),
    "druktekst": vormen.als_druktekst(_SET),
}
_STUKKEN = (
    b"<w:p>",
    b"</w:p>",
    b"&amp;",
    b'<w:ins w:id="1">',
    b"\0",
    b"<noot>",
    b"<vraag>",
    b"</vraag>",
    b"<text:p>",
    b"Vraag 1",
    b"\nAntwoord 999\n",
    b"9" * 60,
    b"<w:tbl><w:tr/></w:tbl>",
    b"\xff\xfe",
    b"(" * 200,
    b"[" * 200,
    b"<!DOCTYPE x>",
    b"<w:footnoteReference w:id='99999999999'/>",
    b"<li>" * 300,
    b"%PDF-1.4",
    b"/Kids[2 0 R]",
    b"\r\n\r\n1) ",
)
_SECONDEN = 5


def _beschadigd(data: bytes, toeval: random.Random) -> bytes:
    """A few bytes changed, taken out, doubled, moved, or something strange put in."""
    b = bytearray(data)
    for _ in range(toeval.randint(1, 12)):
        soort, plek = toeval.random(), toeval.randrange(len(b) + 1)
        einde = min(len(b), plek + toeval.randint(1, 400))
        if soort < 0.25 and plek < len(b):
            b[plek] = toeval.randrange(256)
        elif soort < 0.45:
            del b[plek:einde]
        elif soort < 0.6:
            b[plek:plek] = b[plek:einde] * toeval.randint(1, 3)
        elif soort < 0.85:
            b[plek:plek] = toeval.choice(_STUKKEN)
        else:
            doel = toeval.randrange(len(b) + 1)
            b[doel:doel] = bytes(b[plek:einde])
    return bytes(b)


def _beschadigd_van_binnen(data: bytes, toeval: random.Random) -> bytes:
    """One part of a zip damaged, and zipped again validly."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        geraakt = toeval.choice([naam for naam in bron.namelist() if naam.endswith((".xml", ".rels"))])
        for naam in bron.namelist():
            doel.writestr(naam, _beschadigd(bron.read(naam), toeval) if naam == geraakt else bron.read(naam))
    return uit.getvalue()


class _TeLaat(BaseException):
    """No error of ours: nothing may catch it."""


def _stop(_signaal: int, _frame: FrameType | None) -> None:
    raise _TeLaat


@pytest.fixture
def wekker() -> Callable[[], None]:
    """Ends a reading that takes longer than five seconds."""
    signal.signal(signal.SIGALRM, _stop)
    return lambda: signal.setitimer(signal.ITIMER_REAL, 0) and None


def test_a_damaged_file_is_read_or_refused_and_nothing_else(wekker: Callable[[], None]) -> None:
    """P8: no crash, no hang, no memory without end. Half of the damage to zips is done inside, and zipped again."""
    keren, begin = aantal(klein=300, vol=10_000), 20_261_123
    uitkomst: Counter[str] = Counter()
    eindeloos = 0
    voor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for keer in range(keren):
        toeval = random.Random(begin + keer)
        naam = sorted(_HEEL)[keer % len(_HEEL)]
        heel = _HEEL[naam]
        zip_ = heel.startswith(b"PK")
        data = (_beschadigd_van_binnen if zip_ and toeval.random() < 0.75 else _beschadigd)(heel, toeval)
        signal.setitimer(signal.ITIMER_REAL, _SECONDEN)
        try:
            lees(data, naam)
            uitkomst["gelezen"] += 1
        except Fout as fout:
            uitkomst["geweigerd" if fout.bericht.endswith((".", "?")) else "zonder zin"] += 1
        except _TeLaat:  # a library that never ends: the program reads apart, and there it must end
            wekker()
            with pytest.raises(Ongeldig):
                lees_apart(data, naam, seconden=_SECONDEN)
            uitkomst["geweigerd"] += 1
            eindeloos += 1
        finally:
            wekker()
    groei = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - voor) // 1024
    assert set(uitkomst) == {"gelezen", "geweigerd"}
    assert uitkomst.total() == keren
    assert (
        min(uitkomst["gelezen"], uitkomst["geweigerd"]) > keren // 20
    )  # both happen: the damage is neither all nor nothing
    assert groei < 500, f"{groei} MB"
    noteer(
        "P8",
        "een beschadigd of vijandig bestand wordt gelezen of geweigerd",
        f"{keren} bestanden: {uitkomst['gelezen']} gelezen, {uitkomst['geweigerd']} geweigerd, 0 gecrasht, "
        f"{eindeloos} na {_SECONDEN} s gestopt, geheugen + {groei} MB",
    )
