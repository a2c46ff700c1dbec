"""The registered answer: read back equal, byte for byte the same, valid, and read alike by another program."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from kamervragen.documents.lees import lees
from kamervragen.documents.word.sjabloon import AANHANGSEL
from kamervragen.documents.writers.aanhangsel import render
from kamervragen.documents.zichtbaar import zichtbaar
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.kalender import Vergaderjaar
from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer
from kamervragen.domain.vragenset import Antwoord, Bewindspersoon, Noot, Nootsoort, Soort, Vraag, Vragenset
from kamervragen.settings import SJABLONEN

PAD = SJABLONEN / AANHANGSEL.bestand
MINISTER = Bewindspersoon("minister", "D.M. van Ravensteyn", "Justitie en Veiligheid")
RIJK = Vragenset(
    soort=Soort.ANTWOORD,
    zaaknummer=Zaaknummer(2026, 8844),
    aanhangselnummer=Aanhangselnummer(Vergaderjaar(2025), 2201),
    onderwerp="een onderwerp dat deze opmaak niet toont",
    ondertekenaars=(MINISTER,),
    mede_namens=(Bewindspersoon("staatssecretaris", None, "Justitie en Veiligheid"),),
    ingezonden=date(2026, 4, 24),
    ontvangen=date(2026, 6, 8),
    zie_ook=(Aanhangselnummer(Vergaderjaar(2025), 1966),),
    inleiding="Een inleiding die deze opmaak niet toont.",
    vragen=(
        Vraag(1, "1", "Kent u het bericht «Proef»?[^b2]"),
        Vraag(2, "2", "Wat vindt u daarvan?"),
        Vraag(3, "3", "En hoeveel kost het?"),
    ),
    antwoorden=(
        Antwoord(("1",), "Ja."),
        Antwoord(
            ("2", "3"),
            "Dat kost **veel** en *meer* dan € 1.250.[^v3]\n\n- eerste punt\n- tweede punt\n  1. genummerd\n  2. tweede\n\n"
            "| jaar | bedrag |\n| --- | --- |\n| 2025 | 12 |\n| 2026 | 14 |\n\n> Een citaat.\n\n### Tussenkop\n\n"
            "Zie [de site](<https://voorbeeld.example/a>).[^v1]",
        ),
    ),
    noten=(
        Noot(
            Nootsoort.BRON,
            2,
            "Oostpoort Dagblad, 1 mei 2026 (https://oostpoort.example/a)",
            "https://oostpoort.example/a",
        ),
        Noot(Nootsoort.VOETNOOT, 1, "Kamerstuk 33 552, nr. 124."),
        Noot(Nootsoort.VOETNOOT, 3, "Kamerstuk 28 345, nr. 285."),
        Noot(Nootsoort.VOETNOOT, 7, "Een noot die nergens wordt geroepen."),
    ),
    toelichting="Deze vragen dienen ter aanvulling op eerdere vragen.",
)


def _terug(vragenset: Vragenset) -> Vragenset:
    return lees(render(vragenset, PAD), "terug.docx").vragenset


def test_a_rich_set_reads_back_as_what_is_visible() -> None:
    assert _terug(RIJK) == zichtbaar(RIJK)


def test_what_is_visible_is_what_the_kamer_shows() -> None:
    getoond = zichtbaar(RIJK)
    assert (getoond.onderwerp, getoond.indieners, getoond.ingezonden, getoond.inleiding) == (None, (), None, None)
    assert str(getoond.aanhangselnummer) == "ah-tk-20252026-2201"
    assert getoond.ondertekenaars[0].naam == "Van Ravensteyn"
    assert [noot.id for noot in getoond.noten] == ["b1", "v1", "v2"]
    assert getoond.antwoorden[1].tekst.count("[^v1]") == 1
    assert getoond.antwoorden[1].tekst.index("[^v1]") < getoond.antwoorden[1].tekst.index("[^v2]")


def test_a_number_the_kamer_has_not_given_is_not_invented() -> None:
    kaal = Vragenset(Soort.ANTWOORD, vragen=RIJK.vragen[1:2], antwoorden=(Antwoord(("2",), "Niets."),))
    alineas = [alinea.text for alinea in docx.Document(_als_bestand(render(kaal, PAD))).paragraphs]
    assert alineas == ["Vraag 2", "Wat vindt u daarvan?", "Antwoord op vraag 2", "Niets."]


def test_equal_input_gives_equal_bytes() -> None:
    assert render(RIJK, PAD) == render(RIJK, PAD)


def test_the_document_is_valid_and_names_no_civil_servant(tmp_path: Path) -> None:
    (tmp_path / "uit.docx").write_bytes(render(RIJK, PAD))
    assert OpenXmlValidator().validate(tmp_path / "uit.docx").errors == []
    kern = docx.Document(str(tmp_path / "uit.docx")).core_properties
    assert (kern.author, kern.last_modified_by, kern.language) == ("", "", "nl-NL")
    assert kern.title == "Antwoorden op Kamervragen 2026Z08844"


def test_another_program_reads_the_same_words(tmp_path: Path) -> None:
    (tmp_path / "uit.docx").write_bytes(render(RIJK, PAD))
    opdracht = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profiel",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*opdracht, str(tmp_path / "uit.docx")], check=True, capture_output=True, timeout=120)
    tekst = subprocess.run(
        ["pdftotext", str(tmp_path / "uit.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    tekst = " ".join(tekst.split())
    for zin in (
        "AH 2201",
        "2026Z08844",
        "Antwoord van minister Van Ravensteyn (Justitie en Veiligheid), mede namens de staatssecretaris van",
        "(ontvangen 8 juni 2026)",
        "Zie ook Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 1966",
        "Antwoord op vraag 2 en 3",
        "Kamerstuk 28 345, nr. 285.",
        "1) Oostpoort Dagblad, 1 mei 2026 (https://oostpoort.example/a)",
        "Pagina 1 van 1",
    ):
        assert zin in tekst


def test_a_template_without_its_styles_is_refused_by_name(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "leeg.docx"))
    with pytest.raises(Ongeldig, match=r"leeg\.docx ontbreken de stijlen Kopregel, Vraagkop"):
        render(RIJK, tmp_path / "leeg.docx")


_WOORD = st.sampled_from(
    [
        "de",
        "minister",
        "ziet",
        "geen",
        "aanleiding",
        "€",
        "1.250",
        "‘proef’",
        "«bericht»",
        "coördinatie",
        "’s-Gravenhage",
        "nr.",
        "12",
        "zo'n",
        "5%",
        "&",
        "<x>",
        "a_b",
        "*",
        "#",
        "Kamer;",
        "(zie)",
        "één",
    ]
)
_ZIN = st.lists(_WOORD, min_size=1, max_size=12).map(lambda woorden: "Tekst " + " ".join(woorden) + ".")
_ALINEA = st.one_of(
    _ZIN,
    _ZIN.map(lambda zin: f"**{zin[:5]}** {zin[6:]}"),
    st.lists(_ZIN, min_size=1, max_size=3).map(lambda zinnen: "\n".join(f"- {zin}" for zin in zinnen)),
    st.lists(_ZIN, min_size=1, max_size=3).map(
        lambda zinnen: "\n".join(f"{n}. {zin}" for n, zin in enumerate(zinnen, 1))
    ),
)


@st.composite
def _sets(draw: st.DrawFn) -> Vragenset:
    """Sets with groups (also out of order), notes of both kinds, lists, emphasis, and people in any number."""
    aantal = draw(st.integers(1, 6))
    vragen = [Vraag(n, str(n), draw(_ZIN).replace("Tekst", "Vindt u", 1) + "?") for n in range(1, aantal + 1)]
    groepen: list[list[str]] = []
    for vraag in vragen:
        keuze = draw(st.integers(0, len(groepen)))
        groepen[keuze - 1].append(vraag.label) if groepen and keuze else groepen.append([vraag.label])
    antwoorden = [
        Antwoord(tuple(labels), "\n\n".join(draw(st.lists(_ALINEA, min_size=1, max_size=3)))) for labels in groepen
    ]
    noten = []
    for nummer in range(1, draw(st.integers(0, 3)) + 1):
        noten.append(Noot(Nootsoort.VOETNOOT, nummer, draw(_ZIN)))
        plaats = draw(st.integers(0, len(antwoorden) - 1))
        antwoorden[plaats] = Antwoord(antwoorden[plaats].labels, antwoorden[plaats].tekst + f"[^v{nummer}]")
    for nummer in range(1, draw(st.integers(0, 2)) + 1):
        noten.append(Noot(Nootsoort.BRON, nummer, f"De Proefkrant, {nummer} mei 2026"))
        plaats = draw(st.integers(0, aantal - 1))
        vragen[plaats] = Vraag(vragen[plaats].nummer, vragen[plaats].label, vragen[plaats].tekst + f"[^b{nummer}]")
    ontvangen = draw(st.one_of(st.none(), st.dates(date(2015, 1, 1), date(2030, 12, 31))))
    return Vragenset(
        Soort.ANTWOORD,
        zaaknummer=draw(st.one_of(st.none(), st.just(Zaaknummer(2026, 1)))),
        ontvangen=ontvangen,
        aanhangselnummer=Aanhangselnummer(Vergaderjaar.van_datum(ontvangen), 12) if ontvangen else None,
        ondertekenaars=draw(st.sampled_from([(), (MINISTER,)])),
        vragen=tuple(vragen),
        antwoorden=tuple(antwoorden),
        noten=tuple(noten),
    )


@settings(max_examples=60, deadline=None)
@given(_sets())
def test_any_set_reads_back_as_what_is_visible(vragenset: Vragenset) -> None:
    getoond = zichtbaar(vragenset)
    assert [vraag.label for vraag in getoond.vragen] == [vraag.label for vraag in vragenset.vragen]
    assert {antwoord.labels for antwoord in getoond.antwoorden} == {
        antwoord.labels for antwoord in vragenset.antwoorden
    }
    assert len(getoond.noten) == len(vragenset.noten)
    assert _terug(vragenset) == getoond


def _als_bestand(data: bytes) -> object:
    import io

    return io.BytesIO(data)
