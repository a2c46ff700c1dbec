"""The paper is right: what leaves is what stands in the record, and what comes back is what was changed (P1, P2, P3)."""

from __future__ import annotations

import io
import random
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree
from openxml_audit import OpenXmlValidator

from kamervragen.documents.lees import lees
from kamervragen.documents.text.markdown import canoniek
from kamervragen.documents.word.sjabloon import AANHANGSEL, BRIEF, GEDRUKT
from kamervragen.documents.word.teruglezing import lees_terug
from kamervragen.documents.word.terugweg import Herkomst
from kamervragen.documents.writers import aanhangsel, brief, concept, gedrukt
from kamervragen.documents.zichtbaar import zichtbaar
from kamervragen.settings import SJABLONEN
from tests.documents.bewerken import Bewerking
from tests.documents.zetsels import Stukje, Zetsel, als_markdown, kantoor, zetsels
from tests.promises import aantal, noteer

_ODF_NOOT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}note-body"
_TEKST = "txt:Text (encoded):UTF8"


def _verzameld(hoeveel: int) -> list[Zetsel]:
    """So many generated sets, the same every time."""
    alle: list[Zetsel] = []

    @settings(
        max_examples=hoeveel,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(zetsels())
    def verzamel(zetsel: Zetsel) -> None:
        alle.append(zetsel)

    verzamel()
    return alle[:hoeveel]


def _regels(txt: bytes) -> list[str]:
    """The independent reader: lines of text as LibreOffice wrote them, signs of lists taken off."""
    kaal = (" ".join(regel.split()) for regel in txt.decode("utf-8-sig").splitlines())
    return [regel.removeprefix("• ").removeprefix("– ") for regel in kaal if regel]


def _noten(odt: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(odt)) as archief:
        boom = etree.fromstring(archief.read("content.xml"))
    return [" ".join("".join(noot.itertext()).split()) for noot in boom.iter(_ODF_NOOT)]


def test_what_leaves_is_what_stands_in_the_record(tmp_path: Path) -> None:
    """P1: through LibreOffice to text, read by someone who knows nothing of us; and read back by us, equal."""
    alle = _verzameld(aantal(klein=25, vol=500))
    docx = {f"{n:04}.docx": aanhangsel.render(z.set(), SJABLONEN / AANHANGSEL.bestand) for n, z in enumerate(alle)}
    tekst, odt = kantoor(tmp_path, docx, "txt", _TEKST), kantoor(tmp_path, docx, "odt")
    anders = []
    for n, zetsel in enumerate(alle):
        if _regels(tekst[f"{n:04}.txt"])[1:] != zetsel.regels() or _noten(odt[f"{n:04}.odt"]) != zetsel.nootregels():
            anders.append(n)
        if lees(docx[f"{n:04}.docx"], "terug.docx").vragenset != zichtbaar(zetsel.set()):
            anders.append(n)
    assert anders == []
    noteer(
        "P1",
        "wat uitgaat is wat er staat: sets naar Word, door LibreOffice naar tekst, vergeleken door een onafhankelijke lezer",
        f"{len(alle)} sets, 0 verschillen; teruggelezen gelijk",
    )


def test_every_document_is_valid(tmp_path: Path) -> None:
    """openxml-audit on generated sets, in three layouts by turns."""
    alle = _verzameld(aantal(klein=15, vol=300))
    gegevens = brief.Briefgegevens(date(2026, 6, 8), "5512044", ("Rapport",))
    fouten = []
    for n, zetsel in enumerate(alle):
        s = zetsel.set()
        data = (
            aanhangsel.render(s, SJABLONEN / AANHANGSEL.bestand)
            if n % 3 == 0
            else gedrukt.render(s, SJABLONEN / GEDRUKT.bestand)
            if n % 3 == 1
            else brief.render(s, gegevens, SJABLONEN / BRIEF.bestand)
        )
        (tmp_path / "een.docx").write_bytes(data)
        fouten += [(n, str(fout)) for fout in OpenXmlValidator().validate(tmp_path / "een.docx").errors]
    assert fouten == []
    noteer("P1", "elk Word-document is geldig (openxml-audit)", f"{len(alle)} gegenereerde sets, 0 fouten")


def test_every_tracked_edit_comes_back_once_and_nothing_else(tmp_path: Path) -> None:
    """P2: .docx -> .odt -> .docx by LibreOffice, with edits that a script tracked."""
    toeval = random.Random(20260610)
    alle = _verzameld(aantal(klein=5, vol=50))
    docx: dict[str, bytes] = {}
    verwacht: list[tuple[int, dict[str, str]]] = []
    for n, zetsel in enumerate(alle):
        s = zetsel.set()
        herkomst = Herkomst(f"KV-{n:06}", 3, {labels[0]: 1 for labels, _ in zetsel.antwoorden})
        bewerking = Bewerking(concept.render(s, herkomst, date(2026, 6, 1), SJABLONEN / AANHANGSEL.bestand))
        gewijzigd, aantal_bewerkingen = _bewerk(bewerking, zetsel, toeval)
        docx[f"{n:04}.docx"] = bewerking.klaar()
        verwacht.append((aantal_bewerkingen, gewijzigd))
    odt = kantoor(tmp_path / "heen", docx, "odt")
    terug = kantoor(tmp_path / "terug", odt, "docx")
    anders = []
    for n, zetsel in enumerate(alle):
        hoeveel, teksten = verwacht[n]
        for soort, data in (("odt", odt[f"{n:04}.odt"]), ("docx", terug[f"{n:04}.docx"])):
            lezing = lees_terug(data, f"terug.{soort}", list(zetsel.vragen.items()))
            stukken = {stuk.plaats: stuk for stuk in lezing.stukken}
            voorgesteld = sum(len(stuk.wijzigingen) for stuk in lezing.stukken)
            gelezen = {plaats: stuk.met for plaats, stuk in stukken.items() if plaats.startswith("antwoord-")}
            zonder = {plaats: stuk.zonder for plaats, stuk in stukken.items() if plaats.startswith("antwoord-")}
            was = {f"antwoord-{a.labels[0]}": canoniek(a.tekst) for a in zichtbaar(zetsel.set()).antwoorden}
            if (voorgesteld, gelezen, zonder, lezing.zonder_gevolg) != (hoeveel, teksten, was, 0):
                anders.append((n, soort, voorgesteld, hoeveel, gelezen == teksten, zonder == was))
    assert anders == []
    totaal = sum(hoeveel for hoeveel, _ in verwacht)
    noteer(
        "P2",
        "heen en terug door LibreOffice (.docx, .odt, .docx) met bijgehouden wijzigingen",
        f"{len(alle)} sets, {totaal} wijzigingen: elk één keer voorgesteld, verder niets",
    )


def _bewerk(bewerking: Bewerking, zetsel: Zetsel, toeval: random.Random) -> tuple[dict[str, str], int]:
    """Edits every third paragraph in one of five ways. Returns the answers as they should read with all of them."""
    hoeveel = 0
    nieuw: list[tuple[tuple[str, ...], list[Stukje]]] = []
    for labels, stukjes in zetsel.antwoorden:
        uit: list[Stukje] = []
        for plaats, stukje in enumerate(stukjes):
            merk = next((w for w in stukje.tekst.split() if w.startswith("merk")), "")
            if plaats % 3 != 1 or stukje.soort == "t":
                uit.append(stukje)
                continue
            hoeveel += 1
            # A whole paragraph goes between its like: at the border of a list LibreOffice gives it the form of what
            # follows, and between two tables it keeps them apart. A note would go with it.
            heel = {s.soort for s in stukjes[plaats - 1 : plaats + 2]} == {stukje.soort} and not stukje.noot
            heel = heel and plaats + 1 < len(stukjes)
            wijze = toeval.choice(["in", "uit", "om", "alinea", "weg"] if heel else ["in", "uit", "om"])
            if wijze == "in":
                bewerking.voeg_in(f"{merk} gevolgd", " en ingevoegd")
                uit.append(
                    replace(stukje, tekst=stukje.tekst.replace(f"{merk} gevolgd", f"{merk} gevolgd en ingevoegd"))
                )
            elif wijze == "uit":
                bewerking.verwijder(f"{merk} gevolgd ")
                uit.append(replace(stukje, tekst=stukje.tekst.replace(f"{merk} gevolgd ", "")))
            elif wijze == "om":
                bewerking.vervang(merk, "anders")
                uit.append(replace(stukje, tekst=stukje.tekst.replace(merk, "anders")))
            elif wijze == "alinea":
                bewerking.nieuwe_alinea(merk, "Een nieuwe alinea.")
                uit += [stukje, Stukje(stukje.soort, "Een nieuwe alinea.")]
            else:
                bewerking.verwijder_alinea(merk)
        nieuw.append((labels, uit))
    anders = Zetsel(zetsel.vragen, nieuw, zetsel.noten)
    getoond = zichtbaar(anders.set())
    return {f"antwoord-{a.labels[0]}": canoniek(a.tekst) for a in getoond.antwoorden}, hoeveel


def test_the_generated_sets_have_everything_in_them() -> None:
    alle = _verzameld(60)
    soorten = {stukje.soort for z in alle for _, stukjes in z.antwoorden for stukje in stukjes}
    assert soorten == {"p", "-", "1", "t"}
    assert any(len(labels) > 1 for z in alle for labels, _ in z.antwoorden)
    assert any(z.noten for z in alle)
    woorden = {w for z in alle for _, stukjes in z.antwoorden for s in stukjes for w in s.tekst.split()}
    assert {"€", "ë", "«bericht»", "“hij”", "*", "|"} <= woorden
    assert als_markdown([Stukje("p", "a * b"), Stukje("1", "c"), Stukje("1", "d")]) == "a \\* b\n\n1. c\n2. d"
