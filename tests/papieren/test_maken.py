"""The papers of a set: which there are, attachments, ending a set, templates of the ministry, packages to keep and to share."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from kamervragen.antwoorden import opmerkingen, schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.store.engine import writing
from kamervragen.documents.lees import lees
from kamervragen.documents.packing.omzetten import Vorm
from kamervragen.documents.word.sjabloon import ALLE, BRIEF
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.papier import Papier
from kamervragen.domain.status import Status
from kamervragen.papieren import bijlagen, maken, sjablonen
from kamervragen.setpagina import archiefpakket, setblad
from kamervragen.sets import afdoening
from kamervragen.sets.blik import zie
from kamervragen.sets.toegang import vind_set
from kamervragen.settings import SJABLONEN
from tests.stukken import ANDERE_VRAGEN, ANTWOORD, IEDEREEN, UITSTEL, VRAGEN, bring, brought, page

PDF = b"%PDF-1.7 "
HIER = Path(__file__).parent


def regels(data: bytes) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]


def test_every_paper_says_why_it_is_not_there(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    waarom = {r.papier: r.waarom_niet for r in zie(maken.lijst, huis, anna, sleutel)}
    assert {p for p, reden in waarom.items() if not reden} == {
        Papier.ANTWOORD,
        Papier.GEDRUKT,
        Papier.CONCEPT,
        Papier.WIJZIGINGEN,
        Papier.BESLISNOTA,
        Papier.TAS,
    }
    assert waarom[Papier.BRIEF] == "Er is nog geen antwoord geschreven. Schrijf eerst een antwoord bij een vraag."
    assert Papier.LIJST not in waarom
    for papier, reden in waarom.items():
        if reden:
            with pytest.raises((Ongeldig, NietGevonden)) as fout:
                maken.maak(huis, anna, sleutel, papier)
            assert str(fout.value) == reden


def test_what_is_not_published_has_no_pdf(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    with pytest.raises(Ongeldig, match=r"niet als \.pdf"):
        maken.maak(huis, anna, sleutel, Papier.BESLISNOTA, Vorm.PDF)


def test_the_letter_lists_what_goes_along_in_its_order_and_never_what_stays(huis: Huis, anna: Wie, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    for label in ("1", "2", "3"):
        schrijven.bewaar(huis, anna, sleutel, label, "Ja.", versie=0)
    for soort, titel in (
        ("beslisnota", "Nota"),
        ("intern", "Geheim"),
        ("bijlage", "Rapport B"),
        ("bron", "Krant"),
        ("bijlage", "Rapport A"),
    ):
        bijlagen.voeg_toe(huis, anna, sleutel, PDF + titel.encode(), f"{titel}.pdf", soort=soort, titel=titel)
    alle = {d.titel: d for d in zie(bijlagen.van_set, huis, anna, sleutel).bijlagen}
    bijlagen.wijzig(
        huis,
        anna,
        sleutel,
        alle["Rapport A"].id or 0,
        titel="Rapport A",
        soort="bijlage",
        kenmerk="DMS-7",
        plaats=1,
        versie=page(huis, sleutel).rij.versie,
    )
    bijlagen.zet_kenmerk(huis, bram, sleutel, "5512044")
    tekst = regels(maken.maak(huis, anna, sleutel, Papier.BRIEF).data)
    assert [r for r in tekst if r.startswith("Bijlage ")] == [
        "Bijlage 1: Antwoorden op de vragen",
        "Bijlage 2: Rapport A",
        "Bijlage 3: Nota",
        "Bijlage 4: Rapport B",
    ]
    assert "Ons kenmerk\n5512044" in tekst
    assert not any("Geheim" in r or "Krant" in r for r in tekst)
    bijlagen.haal_weg(huis, anna, sleutel, alle["Rapport B"].id or 0)
    weg = zie(bijlagen.van_set, huis, anna, sleutel).bijlagen[-1]
    assert (weg.titel, weg.weggehaald_door) == ("Rapport B", "Anna")
    assert not any("Rapport B" in r for r in regels(maken.maak(huis, anna, sleutel, Papier.BRIEF).data))
    bijlagen.haal_weg(huis, anna, sleutel, weg.id or 0, terug=True)
    assert any("Rapport B" in r for r in regels(maken.maak(huis, anna, sleutel, Papier.BRIEF).data))


@pytest.mark.parametrize(
    ("naam", "data", "soort"), [("a.txt", b"x", "bijlage"), ("a.pdf", PDF, "anders"), ("a.docx", b"PK", "bijlage")]
)
def test_an_attachment_that_is_none_is_refused(huis: Huis, anna: Wie, naam: str, data: bytes, soort: str) -> None:
    sleutel = brought(huis, VRAGEN)
    with pytest.raises(Ongeldig):
        bijlagen.voeg_toe(huis, anna, sleutel, data, naam, soort=soort)
    assert zie(bijlagen.van_set, huis, anna, sleutel).bijlagen == ()


def test_a_set_ends_by_a_letter_and_the_letter_says_so(huis: Huis, bram: Wie, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    versie = page(huis, sleutel).rij.versie
    velden = {"hoe": "beantwoord_bij_brief", "dag": date(2026, 6, 1), "toelichting": "over fietsen (29 398, nr. 7)"}
    with pytest.raises(NietToegestaan):
        afdoening.doe_af(huis, anna, sleutel, versie=versie, **velden)
    for anders in (
        {"hoe": "verzonden"},
        {"toelichting": " "},
        {"dag": None},
        {"dag": date(2026, 5, 1)},
        {"dag": date(2027, 1, 1)},
    ):
        with pytest.raises(Ongeldig):
            afdoening.doe_af(huis, bram, sleutel, versie=versie, **{**velden, **anders})
    with pytest.raises(Verouderd):
        afdoening.doe_af(huis, bram, sleutel, versie=versie + 1, **velden)
    afdoening.doe_af(huis, bram, sleutel, versie=versie, **velden)
    assert page(huis, sleutel).status is Status.BEANTWOORD_BIJ_BRIEF
    tekst = regels(maken.maak(huis, bram, sleutel, Papier.AFDOENING).data)
    assert any(r.endswith("zijn beantwoord met de brief over fietsen (29 398, nr. 7) van 1 juni 2026.") for r in tekst)
    assert (
        lees(maken.maak(huis, bram, sleutel, Papier.AFDOENING).data, "b.docx").vragenset.soort == "beantwoord_bij_brief"
    )


def test_a_set_that_was_taken_back(huis: Huis, bram: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    afdoening.doe_af(
        huis,
        bram,
        sleutel,
        hoe="ingetrokken",
        dag=date(2026, 6, 2),
        toelichting="",
        versie=page(huis, sleutel).rij.versie,
    )
    tekst = " ".join(regels(maken.maak(huis, bram, sleutel, Papier.AFDOENING).data))
    assert "Op 2 juni 2026 hebben de leden Proef (ABC) en Tester (XYZ) de vragen aan de minister van" in tekst
    assert tekst.count("worden daarom niet beantwoord") == 1
    assert page(huis, sleutel).status is Status.INGETROKKEN


def test_a_template_of_the_ministry_comes_first_and_what_it_lacks_is_told(
    huis: Huis, anna: Wie, bram: Wie, tmp_path: Path
) -> None:
    sleutel = brought(huis, VRAGEN)
    for label in ("1", "2", "3"):
        schrijven.bewaar(huis, anna, sleutel, label, "Ja.", versie=0)
    eigen = docx.Document(str(SJABLONEN / BRIEF.bestand))
    eigen.paragraphs[0].runs[0].text = "Ministerie van Proef"
    eigen.save(str(tmp_path / BRIEF.bestand))
    thuis = replace(huis, settings=huis.settings.model_copy(update={"sjablonen": tmp_path}))
    assert regels(maken.maak(thuis, anna, sleutel, Papier.BRIEF).data)[0] == "Ministerie van Proef"
    assert [(b.soort.bestand, b.tekort) for b in sjablonen.alle(thuis, bram) if b.eigen] == [(BRIEF.bestand, "")]
    stijl = eigen.styles["Broodtekst"]
    stijl.name = "Platte tekst"
    eigen.save(str(tmp_path / BRIEF.bestand))
    with pytest.raises(
        Ongeldig, match=r"In het sjabloon brief\.docx ontbreken de stijlen Broodtekst\. Voeg ze toe in Word"
    ):
        maken.maak(thuis, anna, sleutel, Papier.BRIEF)
    docx.Document().save(str(tmp_path / BRIEF.bestand))
    (tekort,) = (b.tekort for b in sjablonen.alle(thuis, bram) if b.tekort)
    assert "ontbreken de stijlen Broodtekst" in tekort
    assert "ontbreken de invulplekken" in tekort
    (tmp_path / BRIEF.bestand).write_bytes(b"geen zip")
    with pytest.raises(Ongeldig, match=r"kan niet worden geopend\. Bewaar het in Word als \.docx\."):
        maken.maak(thuis, anna, sleutel, Papier.BRIEF)


def test_our_own_templates_lack_nothing(huis: Huis, bram: Wie) -> None:
    assert [(b.soort, b.eigen, b.tekort) for b in sjablonen.alle(huis, bram)] == [(s, False, "") for s in ALLE]


@pytest.fixture
def verzonden(huis: Huis, anna: Wie) -> str:
    """A set the Kamer has, of which every internal field holds a word that must never get out."""
    sleutel = brought(huis, VRAGEN)
    for label in ("1", "2", "3"):
        schrijven.bewaar(huis, anna, sleutel, label, f"GEHEIMVERSIE{label}", versie=0)
        schrijven.bewaar(huis, anna, sleutel, label, f"Openbaar antwoord {label}.", versie=1)
        opmerkingen.merk_op(huis, anna, sleutel, label, f"GEHEIMOPMERKING{label}")
    schrijven.voeg_noot_toe(huis, anna, sleutel, "GEHEIMENOOT die niemand roept")
    for soort in ("intern", "bron"):
        bijlagen.voeg_toe(huis, anna, sleutel, PDF + b"GEHEIMSTUK", "GEHEIM.pdf", soort=soort, titel="GEHEIMTITEL")
    bijlagen.voeg_toe(huis, anna, sleutel, PDF + b"openbaar rapport", "rapport.pdf", soort="bijlage", titel="Rapport")
    bijlagen.zet_kenmerk(huis, IEDEREEN, sleutel, "5512044")
    bring(huis, ANTWOORD, "antwoord.txt")
    assert page(huis, sleutel).status is Status.ONTVANGEN
    return sleutel


def test_the_package_is_read_by_someone_who_knows_nothing_of_us(
    huis: Huis, bram: Wie, verzonden: str, tmp_path: Path
) -> None:
    pakket = archiefpakket.archief(huis, bram, verzonden)
    assert pakket.naam == "archief-2026Z00101.zip"
    (tmp_path / pakket.naam).write_bytes(pakket.data)
    uit = subprocess.run(
        [
            sys.executable,
            str(HIER.parent / "lees_pakket.py"),
            str(tmp_path / pakket.naam),
            str(HIER.parent / "documents" / "mdto.xsd"),
        ],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "/usr/bin:/bin"},
        cwd=tmp_path,
    )
    gelezen = json.loads(uit.stdout)
    assert gelezen["naam"] == "Kamervragen over gele fietsen"
    assert (gelezen["waardering"], gelezen["archiefvormer"]) == ("Blijvend te bewaren", "Ministerie")
    assert gelezen["versies"][0][:2] == ["GEHEIMVERSIE1", "Openbaar antwoord 1."]
    assert gelezen["opmerkingen"] == ["GEHEIMOPMERKING1", "GEHEIMOPMERKING2", "GEHEIMOPMERKING3"]
    assert "ontvangen" in gelezen["gebeurtenissen"]
    assert {"documenten/antwoord.docx", "documenten/brief.docx", "gegevens.json"} <= set(gelezen["stukken"])
    assert sum(naam.endswith("GEHEIM.pdf") for naam in gelezen["stukken"]) == 2


def test_nothing_internal_is_in_what_is_shared(huis: Huis, frank: Wie, verzonden: str) -> None:
    pakket = archiefpakket.openbaar(huis, frank, verzonden)
    assert _geheim_in(pakket.data) == []
    with zipfile.ZipFile(io.BytesIO(pakket.data)) as archief:
        namen = set(archief.namelist())
        assert archief.read("bijlagen/01-Rapport.pdf") == PDF + b"openbaar rapport"
    assert {"antwoord.docx", "brief.docx", "gegevens.json", "controlesommen.sha256"} <= namen
    # The test can fail: the whole package has them all.
    assert len(_geheim_in(archiefpakket.archief(huis, IEDEREEN, verzonden).data)) > 5


def _geheim_in(data: bytes) -> list[str]:
    """The members of a zip, and of zips in it, in whose name or content a secret word or a colleague's name stands."""
    gevonden = []
    with zipfile.ZipFile(io.BytesIO(data)) as archief:
        for naam in archief.namelist():
            inhoud = archief.read(naam)
            if inhoud.startswith(b"PK"):
                gevonden += [f"{naam}/{binnen}" for binnen in _geheim_in(inhoud)]
            if b"GEHEIM" in inhoud or "GEHEIM" in naam or b"Anna" in inhoud:
                gevonden.append(naam)
    return gevonden


def test_what_the_kamer_does_not_have_is_not_shared(huis: Huis, frank: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    with pytest.raises(Ongeldig, match="nog niet naar de Kamer"):
        archiefpakket.openbaar(huis, frank, sleutel)


def test_a_package_is_the_same_bytes_when_nothing_changed(huis: Huis, verzonden: str) -> None:
    thuis = replace(huis, settings=huis.settings.model_copy(update={"libreoffice": "geen-libreoffice"}))
    een, ander = (archiefpakket.archief(thuis, OPDRACHTREGEL, verzonden).data for _ in range(2))
    assert een == ander


def test_the_papers_of_an_uitstel_set(huis: Huis, anna: Wie) -> None:
    """A delay that came as a document was not reported here: there is no letter of ours to make."""
    sleutel = brought(huis, VRAGEN, UITSTEL)
    with pytest.raises(NietGevonden, match="kwam als document binnen"):
        maken.maak(huis, anna, sleutel, Papier.UITSTEL)
    assert bring(huis, ANDERE_VRAGEN).sleutel != sleutel
    assert zie(setblad.beeld, huis, anna, sleutel).status is not Status.INGETROKKEN


def test_a_letter_waits_for_the_last_answer_and_a_pdf_for_approval(huis: Huis, anna: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "1", "Ja.", versie=0)
    with pytest.raises(Ongeldig, match=r"Nog niet beantwoord: vraag 2 en 3\."):
        maken.maak(huis, anna, sleutel, Papier.BRIEF)
    for label in ("2", "3"):
        schrijven.bewaar(huis, anna, sleutel, label, "Ja.", versie=0)
    assert maken.maak(huis, anna, sleutel, Papier.BRIEF).naam == "brief-2026Z00101.docx"
    with pytest.raises(Ongeldig, match="zodra de antwoorden zijn vastgesteld"):
        maken.maak(huis, anna, sleutel, Papier.BRIEF, Vorm.PDF)


@pytest.mark.parametrize("hoe", ["ingetrokken", "beantwoord_bij_brief"])
def test_answers_that_were_never_sent_are_not_shared(huis: Huis, anna: Wie, bram: Wie, frank: Wie, hoe: str) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "1", "GEHEIM concept.", versie=0)
    bijlagen.voeg_toe(huis, anna, sleutel, PDF + b"GEHEIM", "rapport.pdf", soort="bijlage")
    versie = page(huis, sleutel).rij.versie
    afdoening.doe_af(huis, bram, sleutel, hoe=hoe, dag=date(2026, 6, 2), toelichting="over fietsen", versie=versie)
    pakket = archiefpakket.openbaar(huis, frank, sleutel)
    assert _geheim_in(pakket.data) == []
    with zipfile.ZipFile(io.BytesIO(pakket.data)) as archief:
        assert "afdoening.docx" in archief.namelist()
        assert not {naam for naam in archief.namelist() if naam.startswith(("brief", "antwoord", "bijlagen"))}


def test_an_attachment_that_still_carries_remarks_is_not_shared(huis: Huis, anna: Wie, frank: Wie) -> None:
    sleutel = brought(huis, VRAGEN)
    schrijven.bewaar(huis, anna, sleutel, "1", "Ja.", versie=0)
    opmerkingen.merk_op(huis, anna, sleutel, "1", "Klopt dit?")
    vuil = maken.maak(huis, anna, sleutel, Papier.CONCEPT).data
    bijlagen.voeg_toe(huis, anna, sleutel, vuil, "rapport.docx", soort="bijlage", titel="Rapport")
    bijlagen.voeg_toe(huis, anna, sleutel, PDF + b"/Author (J. Jansen)", "n.pdf", soort="beslisnota", titel="Nota")
    bring(huis, ANTWOORD, "antwoord.txt")
    with pytest.raises(Ongeldig, match="In Rapport, Nota zitten nog opmerkingen, wijzigingen of namen"):
        archiefpakket.openbaar(huis, frank, sleutel)


def test_the_properties_of_a_ministrys_template_do_not_travel(huis: Huis, anna: Wie, tmp_path: Path) -> None:
    sleutel = brought(huis, VRAGEN)
    eigen = docx.Document(io.BytesIO(maken.maak(huis, anna, sleutel, Papier.CONCEPT).data))
    eigen.core_properties.subject = "Dossier van J. Jansen"
    lichaam = eigen.element.body
    for kind in [kind for kind in lichaam if not kind.tag.endswith("sectPr")]:
        lichaam.remove(kind)
    sjabloon = docx.Document(str(SJABLONEN / "aanhangsel.docx"))
    lichaam.insert(0, sjabloon.element.body[0])
    eigen.save(str(tmp_path / "aanhangsel.docx"))
    thuis = replace(huis, settings=huis.settings.model_copy(update={"sjablonen": tmp_path}))
    for papier in (Papier.ANTWOORD, Papier.CONCEPT):
        with zipfile.ZipFile(io.BytesIO(maken.maak(thuis, anna, sleutel, papier).data)) as archief:
            namen = archief.namelist()
            assert len(namen) == len(set(namen))
            assert b"J. Jansen" not in b"".join(archief.read(naam) for naam in namen)
            assert ("docProps/custom.xml" in namen) is (papier is Papier.CONCEPT)


@pytest.mark.parametrize("hoe", ["around", "within"])
def test_a_placeholder_may_stand_around_a_paragraph_or_within_one(
    huis: Huis, anna: Wie, tmp_path: Path, hoe: str
) -> None:
    sleutel = brought(huis, VRAGEN)
    for label in ("1", "2", "3"):
        schrijven.bewaar(huis, anna, sleutel, label, "Ja.", versie=0)
    eigen = docx.Document(str(SJABLONEN / BRIEF.bestand))
    for sdt in list(eigen.element.body.iter(qn("w:sdt"))):
        tag = sdt.find(qn("w:sdtPr")).find(qn("w:tag")).get(qn("w:val"))
        if hoe == "around" and tag == "betreft":
            p = sdt.getparent()
            p.addprevious(sdt)
            inhoud = sdt.find(qn("w:sdtContent"))
            run = inhoud[0]
            inhoud.append(p)
            p.append(run)
        elif hoe == "within" and tag == "inhoud":
            p = sdt.makeelement(qn("w:p"))
            sdt.addprevious(p)
            p.append(sdt)
    eigen.save(str(tmp_path / BRIEF.bestand))
    thuis = replace(huis, settings=huis.settings.model_copy(update={"sjablonen": tmp_path}))
    (tmp_path / "uit.docx").write_bytes(maken.maak(thuis, anna, sleutel, Papier.BRIEF).data)
    assert OpenXmlValidator().validate(tmp_path / "uit.docx").errors == []
    assert any(
        "Beantwoording van Kamervragen over gele fietsen" in r for r in regels((tmp_path / "uit.docx").read_bytes())
    )


def test_signs_that_no_document_can_hold_are_left_out(huis: Huis, anna: Wie, verzonden: str) -> None:
    """A subject and a file name with them break no paper and no package."""
    with writing(huis.engine) as sessie:
        rij = vind_set(sessie, verzonden)
        rij.onderwerp = "gele\ufffe fiet\x07sen"
        sessie.add(rij)
    for papier in (Papier.BRIEF, Papier.GEDRUKT, Papier.TAS, Papier.BESLISNOTA, Papier.CONCEPT):
        assert maken.maak(huis, anna, verzonden, papier).data.startswith(b"PK")
    assert b"gele fietsen" in zipfile.ZipFile(io.BytesIO(archiefpakket.archief(huis, IEDEREEN, verzonden).data)).read(
        "mdto.xml"
    )
