"""Documents come in through the browser, are looked at beside the original, mended and recorded; and go out through it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date

import httpx
import pytest

from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.core.store.engine import reading
from kamervragen.inname import innemen
from kamervragen.setpagina import setblad
from kamervragen.sets import bord
from kamervragen.sets.blik import zie
from kamervragen.sets.store import bronwaarden
from tests.web.bezoeker import Bestanden, Bezoeker, melding_in, versie_in
from tests.web.conftest import Bezoek, werk_af
from tests.web.test_vragensets import SET

Stuk = Callable[[str], bytes]
ZONDER_NUMMER = b"""Vragen van het lid Proef (ABC) aan de minister van Defensie over blauwe bussen
(ingezonden 20 mei 2026)

1. Waarom rijden er geen blauwe bussen meer?
2. Hoeveel bussen zijn er?
"""


def _leg_neer(wie: Bezoeker, huis: Huis, *bestanden: tuple[str, bytes]) -> str:
    """Lays documents down, lets the worker read them, and gives the page of the pile."""
    assert wie.post("/inname", bestanden=list(bestanden)).status_code == 303
    werk_af(huis)
    return wie.get("/inname").text


def _rijen(pagina: str) -> list[str]:
    """The rows of the pile as words."""
    tabel = re.search(r"<tbody>(.*?)</tbody>", pagina, re.DOTALL)
    rijen = re.findall(r"<tr>(.*?)</tr>", tabel[1], re.DOTALL) if tabel else []
    return [" ".join(re.sub(r"<[^>]+>", " ", rij).split()) for rij in rijen]


def _velden(antwoord: httpx.Response) -> dict[str, str]:
    """The fields of the review as the page shows them."""
    gevonden = dict(re.findall(r'name="(veld-[^"]+)" type="[a-z]+" value="([^"]*)"', antwoord.text))
    return gevonden | dict(re.findall(r'name="(veld-[^"]+)" rows="\d+"[^>]*>([^<]*)</textarea>', antwoord.text))


def _neem_op(wie: Bezoeker, nummer: int, **anders: str) -> httpx.Response:
    pagina = wie.get(f"/inname/{nummer}")
    assert pagina.status_code == 200, pagina.text
    velden = {naam: waarde for naam, waarde in anders.items() if naam != "keuze"}
    keuze = {"keuze": anders["keuze"]} if "keuze" in anders else {}
    ingevuld = {"versie": versie_in(pagina), "doe": "opnemen"} | keuze | {f"veld-{n}": w for n, w in velden.items()}
    return wie.post(f"/inname/{nummer}", ingevuld)


def test_a_document_is_read_shown_and_only_then_recorded(bezoek: Bezoek, stuk: Stuk, huis: Huis) -> None:
    bram = bezoek("bram")
    pagina = _leg_neer(bram, huis, ("vragen.txt", stuk("voorbeeld-sekten-vragen")))
    assert [rij.split(" – ")[0] for rij in _rijen(pagina)] == ["vragen.txt vragen 2026Z08844 10 vragen, 0 antwoorden"]
    assert bord.sets(huis, OPDRACHTREGEL) == []
    antwoord = _neem_op(bram, 1)
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, SET)
    assert str(zie(setblad.beeld, huis, OPDRACHTREGEL, "KV-000001").vragenset.zaaknummer) == "2026Z08844"
    assert "vragen.txt – " in re.sub(r"<[^>]+>", "", bram.get("/inname").text)


def test_the_original_stands_beside_what_was_read(bezoek: Bezoek, huis: Huis) -> None:
    bram = bezoek("bram")
    _leg_neer(bram, huis, ("bussen.txt", ZONDER_NUMMER))
    pagina = bram.get("/inname/1")
    origineel = re.search(r'class="kv-origineel-tekst".*?</div>', pagina.text, re.DOTALL)
    assert origineel is not None
    assert re.findall(r"<p>([^<]*)</p>", origineel[0]) == ZONDER_NUMMER.decode().replace("\n\n", "\n").splitlines()
    velden = _velden(pagina)
    assert velden["veld-indieners"] == "Proef (ABC)"
    assert velden["veld-ingezonden"] == "2026-05-20"
    assert velden["veld-vraag-2"] == "Hoeveel bussen zijn er?"


def test_what_was_mended_before_recording_is_recorded_and_the_source_kept(bezoek: Bezoek, huis: Huis) -> None:
    bram = bezoek("bram")
    _leg_neer(bram, huis, ("bussen.txt", ZONDER_NUMMER))
    antwoord = _neem_op(bram, 1, onderwerp="groene bussen", zaaknummer="2026Z00303", ingezonden="21 mei 2026")
    assert antwoord.status_code == 303
    beeld = zie(setblad.beeld, huis, OPDRACHTREGEL, "KV-000001")
    assert (beeld.vragenset.onderwerp, str(beeld.vragenset.zaaknummer)) == ("groene bussen", "2026Z00303")
    assert beeld.vragenset.ingezonden == date(2026, 5, 21)
    with reading(huis.engine) as sessie:
        bronnen = {veld: (rij.waarde, rij.bron) for veld, rij in bronwaarden.van_set(sessie, beeld.rij.id or 0).items()}
    assert bronnen == {
        "onderwerp": ("blauwe bussen", "bussen.txt"),
        "zaaknummer": ("", "bussen.txt"),
        "ingezonden": ("2026-05-20", "bussen.txt"),
    }


def test_a_field_that_cannot_be_read_is_told_and_what_was_typed_stays(bezoek: Bezoek, huis: Huis) -> None:
    bram = bezoek("bram")
    _leg_neer(bram, huis, ("bussen.txt", ZONDER_NUMMER))
    antwoord = _neem_op(bram, 1, zaaknummer="2026-303", onderwerp="groene bussen")
    assert antwoord.status_code == 422
    assert "&#39;2026-303&#39; is geen zaaknummer. Schrijf het als 2026Z08701." in antwoord.text
    velden = _velden(antwoord)
    assert (velden["veld-zaaknummer"], velden["veld-onderwerp"]) == ("2026-303", "groene bussen")
    assert bord.sets(huis, OPDRACHTREGEL) == []


def test_a_paper_without_number_waits_for_a_choice(bezoek: Bezoek, huis: Huis) -> None:
    bram = bezoek("bram")
    innemen.neem_in(huis, OPDRACHTREGEL, b"2026Z00303\n" + ZONDER_NUMMER, "eerst.txt")
    pagina = _leg_neer(bram, huis, ("nog.txt", ZONDER_NUMMER))
    assert "lijkt op een andere set" in pagina
    assert "100% gelijk: 2 van 2 vragen zijn dezelfde" in bram.get("/inname/1").text
    geweigerd = _neem_op(bram, 1)
    assert geweigerd.status_code == 422
    assert "Kies eerst bij welke set dit stuk hoort, of dat het een nieuwe set is." in geweigerd.text
    assert _neem_op(bram, 1, keuze="KV-000001").headers["location"] == SET
    assert [d.naam for d in zie(setblad.beeld, huis, OPDRACHTREGEL, "KV-000001").documenten] == ["eerst.txt", "nog.txt"]


def test_a_paper_without_number_may_be_a_new_set(bezoek: Bezoek, huis: Huis) -> None:
    bram = bezoek("bram")
    innemen.neem_in(huis, OPDRACHTREGEL, b"2026Z00303\n" + ZONDER_NUMMER, "eerst.txt")
    _leg_neer(bram, huis, ("nog.txt", ZONDER_NUMMER))
    assert _neem_op(bram, 1, keuze="").headers["location"] == "/vragensets/KV-000002"
    assert zie(setblad.beeld, huis, OPDRACHTREGEL, "KV-000002").voorstellen == ()


def test_the_same_document_twice_is_equal(bezoek: Bezoek, stuk: Stuk, huis: Huis) -> None:
    bram = bezoek("bram")
    innemen.neem_in(huis, OPDRACHTREGEL, stuk("voorbeeld-sekten-vragen"), "eerst.txt")
    pagina = _leg_neer(bram, huis, ("vragen.txt", stuk("voorbeeld-sekten-vragen")))
    assert _rijen(pagina) == []
    assert re.search(
        r'vragen\.txt – <span class="kv-badge kv-badge--stil">gelijk</span> <a href="/vragensets/KV-000001"', pagina
    )


def test_one_bad_document_does_not_stop_the_others(bezoek: Bezoek, stuk: Stuk, huis: Huis) -> None:
    bestanden: Bestanden = [
        ("goed.txt", stuk("voorbeeld-sekten-vragen")),
        ("leeg.txt", b"\n"),
        ("plaatje.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
        ("kapot.docx", b"PK\x03\x04 dit is geen zip"),
        ("archief.txt", stuk("archief-01-dwingende-groepen-meldpunt")),
    ]
    bram = bezoek("bram")
    pagina = _leg_neer(bram, huis, *bestanden)
    assert [(" geweigerd " in rij, rij.split()[0]) for rij in _rijen(pagina)] == [
        (False, "goed.txt"),
        (True, "leeg.txt"),
        (True, "plaatje.png"),
        (True, "kapot.docx"),
        (False, "archief.txt"),
    ]
    assert "leeg.txt is leeg. Controleer het bestand en bied het opnieuw aan." in pagina
    bram.post("/inname/alles")
    assert len(bord.sets(huis, OPDRACHTREGEL)) == 2
    assert [rij.split()[0] for rij in _rijen(bram.get("/inname").text)] == ["leeg.txt", "plaatje.png", "kapot.docx"]


def test_two_like_papers_in_one_drop_are_not_both_recorded_without_a_look(bezoek: Bezoek, huis: Huis) -> None:
    """Neither had a like set when it was read; once the first is recorded, the second has a choice to make."""
    bram = bezoek("bram")
    _leg_neer(bram, huis, ("een.txt", ZONDER_NUMMER), ("twee.txt", ZONDER_NUMMER + b"3. En de rode?\n"))
    assert bram.post("/inname/alles", {}).status_code in {200, 303}
    rijen = _rijen(bram.get("/inname").text)
    assert len(rijen) == 1
    assert "Kies eerst bij welke set dit stuk hoort" in rijen[0]
    assert "zonder twijfel op" not in bram.get("/inname").text


def test_a_paper_whose_number_is_known_has_nothing_to_choose(bezoek: Bezoek, stuk: Stuk, huis: Huis) -> None:
    bram = bezoek("bram")
    genummerd = b"2026Z07777\n" + ZONDER_NUMMER
    _leg_neer(bram, huis, ("een.txt", genummerd))
    _neem_op(bram, 1)
    _leg_neer(bram, huis, ("twee.txt", genummerd + b"3. En de rode?\n"))
    assert "Hoort dit bij een set die er al is?" not in bram.get("/inname/2").text


def test_a_refused_document_is_put_away(bezoek: Bezoek, huis: Huis) -> None:
    bram = bezoek("bram")
    _leg_neer(bram, huis, ("leeg.txt", b"\n"))
    assert bram.post("/inname/1", {"doe": "wegleggen", "versie": "2"}).status_code == 303
    assert _rijen(bram.get("/inname").text) == []


def test_two_people_at_one_document_do_not_overwrite_each_other(bezoek: Bezoek, huis: Huis) -> None:
    bram, chris = bezoek("bram"), bezoek("chris")
    bram.get("/inname")
    _leg_neer(bram, huis, ("bussen.txt", ZONDER_NUMMER))
    versie = versie_in(chris.get("/inname/1"))
    bram.get("/inname/1")
    assert bram.post("/inname/1", {"doe": "bewaren", "versie": versie, "veld-onderwerp": "van Bram"}).status_code == 303
    antwoord = chris.post("/inname/1", {"doe": "bewaren", "versie": versie, "veld-onderwerp": "van Chris"})
    assert antwoord.status_code == 409
    assert _velden(chris.get("/inname/1"))["veld-onderwerp"] == "van Bram"


def test_the_progress_is_a_part_that_asks_for_itself_while_something_waits(bezoek: Bezoek, huis: Huis) -> None:
    bram = bezoek("bram")
    _leg_neer(bram, huis, ("bussen.txt", ZONDER_NUMMER))
    klaar = bram.htmx("/inname/lijst").text.strip()
    assert klaar.startswith('<div id="stapel">')
    assert "<html" not in klaar


# by hand


def _typ(wie: Bezoeker, **velden: str) -> httpx.Response:
    wie.get("/inname/getypt")
    return wie.post("/inname/getypt", {"herkomst": "papier", "tekst": "1. Waarom?\n2. Hoeveel?", **velden})


def test_questions_that_were_typed_pass_the_same_reader(bezoek: Bezoek, huis: Huis) -> None:
    bram = bezoek("bram")
    antwoord = _typ(
        bram,
        herkomst="ministerie",
        van="het ministerie van Defensie",
        op="2026-06-02",
        indieners="Proef (ABC) en Tester (DEF)",
        gericht_aan="minister van Defensie",
        onderwerp="blauwe bussen",
        ingezonden="2026-05-20",
    )
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/inname/1")
    assert _neem_op(bram, 1).headers["location"] == SET
    beeld = zie(setblad.beeld, huis, OPDRACHTREGEL, "KV-000001")
    s = beeld.vragenset
    assert [(lid.naam, lid.fractie) for lid in s.indieners] == [("Proef", "ABC"), ("Tester", "DEF")]
    assert ([str(p) for p in s.gericht_aan], s.onderwerp) == (["minister van Defensie"], "blauwe bussen")
    assert (s.ingezonden, s.zaaknummer, [v.tekst for v in s.vragen]) == (
        date(2026, 5, 20),
        None,
        ["Waarom?", "Hoeveel?"],
    )
    assert [d.herkomst for d in beeld.documenten] == ["overgenomen van het ministerie van Defensie, 2 juni 2026"]


@pytest.mark.parametrize(
    ("velden", "bericht"),
    [
        ({"tekst": "  "}, "Typ of plak de vragen in het tekstvak."),
        ({"herkomst": "ministerie"}, "Noem het ministerie waarvan de set is overgenomen."),
        ({"zaaknummer": "26-1"}, "is geen zaaknummer. Schrijf het als 2026Z08701."),
        ({"gericht_aan": "de baas"}, "is geen bewindspersoon herkend"),
        ({"tekst": "Dit is een brief zonder vraag."}, "is geen vraag herkend"),
        ({"ingezonden": "gisteren"}, "is geen dag. Schrijf hem als 8 juni 2026 of 2026-06-08."),
    ],
)
def test_what_cannot_be_read_keeps_what_was_typed(bezoek: Bezoek, velden: dict[str, str], bericht: str) -> None:
    antwoord = _typ(bezoek("bram"), **({"onderwerp": "blauwe bussen"} | velden))
    assert antwoord.status_code == 422
    assert bericht in antwoord.text
    assert 'value="blauwe bussen"' in antwoord.text


# names and sizes


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\anna\\vragen.txt", "vragen.txt"),
        ("<script>alert(1)</script>.txt", "script&gt;.txt"),
        ("a" * 300 + ".txt", "a" * 300 + ".txt"),
    ],
)
def test_a_name_is_only_a_name(bezoek: Bezoek, huis: Huis, naam: str, verwacht: str) -> None:
    """I7: what a file is called never becomes a path or markup."""
    pagina = _leg_neer(bezoek("bram"), huis, (naam, b"geen vragen hier"))
    assert re.findall(r'<th scope="row">([^<]*)</th>', pagina) == [verwacht]


def test_no_file_at_all_is_said_in_words(bezoek: Bezoek) -> None:
    antwoord = bezoek("bram").post("/inname")
    assert (antwoord.status_code, melding_in(antwoord)) == (422, "Kies eerst een of meer bestanden.")


def test_a_file_above_25_megabytes_is_refused_on_the_pile(bezoek: Bezoek, huis: Huis) -> None:
    pagina = _leg_neer(bezoek("bram"), huis, ("groot.txt", b"a" * 25_000_001))
    assert "groot.txt is groter dan 25 MB. Verklein de afbeeldingen of splits het document." in pagina
    assert bord.sets(huis, OPDRACHTREGEL) == []


def test_an_upload_above_sixty_megabytes_is_not_read(bezoek: Bezoek) -> None:
    antwoord = bezoek("bram").post("/inname", bestanden=[("reus.txt", b"a" * 60_000_001)])
    assert (antwoord.status_code, melding_in(antwoord)) == (
        413,
        "Dit is te groot om in één keer te versturen. Verstuur minder, of splits het.",
    )


def test_who_may_not_take_in_uploads_nothing(bezoek: Bezoek, stuk: Stuk, huis: Huis) -> None:
    antwoord = bezoek("anna").post("/inname", bestanden=[("vragen.txt", stuk("voorbeeld-sekten-vragen"))])
    assert antwoord.status_code == 403
    assert bord.sets(huis, OPDRACHTREGEL) == []


# mending a recorded set


def test_a_set_is_mended_and_stays_so(bezoek: Bezoek, huis: Huis) -> None:
    """Mend, import again, still mended: the two values are shown to choose from."""
    data = b"2026Z00303\n" + ZONDER_NUMMER
    innemen.neem_in(huis, OPDRACHTREGEL, data, "eerst.txt")
    chris = bezoek("chris")
    pagina = chris.get(f"{SET}/gegevens")
    hersteld = {"versie": versie_in(pagina), "veld-onderwerp": "groene bussen", "veld-vraag-2": "Hoeveel bussen nog?"}
    assert chris.post(f"{SET}/gegevens", hersteld).headers["location"] == SET
    verslag = innemen.neem_in(huis, OPDRACHTREGEL, data, "eerst.txt")
    assert verslag.uitkomst is innemen.Uitkomst.GEWIJZIGD
    assert [m["tekst"] for m in verslag.als_json()["meldingen"]] == [
        "Bij onderwerp zegt het document “blauwe bussen”, de set “groene bussen”; de set is gehouden, kies op de pagina van de set.",
        "De tekst verschilt van wat er staat; de nieuwe tekst staat klaar als voorstel.",
    ]
    s = zie(setblad.beeld, huis, OPDRACHTREGEL, "KV-000001").vragenset
    assert (s.onderwerp, s.vragen[1].tekst) == ("groene bussen", "Hoeveel bussen nog?")
    assert "In het document staat: “blauwe bussen”" in " ".join(chris.get(f"{SET}/gegevens").text.split())


def test_choosing_the_source_puts_its_value_back(bezoek: Bezoek, huis: Huis) -> None:
    data = b"2026Z00303\n" + ZONDER_NUMMER
    innemen.neem_in(huis, OPDRACHTREGEL, data, "eerst.txt")
    bram = bezoek("bram")
    versie = versie_in(bram.get(f"{SET}/gegevens"))
    bram.post(f"{SET}/gegevens", {"versie": versie, "veld-ingezonden": "2026-05-22"})
    innemen.neem_in(huis, OPDRACHTREGEL, data, "eerst.txt")
    pagina = bram.get(SET).text
    assert "<p>22 mei 2026</p>" in pagina
    assert "<p>20 mei 2026</p>" in pagina
    bram.post(f"{SET}/voorstellen/1", {"besluit": "overgenomen", "versie": "1"})
    beeld = zie(setblad.beeld, huis, OPDRACHTREGEL, "KV-000001")
    assert (beeld.vragenset.ingezonden, beeld.voorstellen) == (date(2026, 5, 20), ())
    assert innemen.neem_in(huis, OPDRACHTREGEL, data, "eerst.txt").uitkomst is innemen.Uitkomst.GELIJK


def test_a_number_of_another_set_is_refused_and_what_was_typed_stays(bezoek: Bezoek, huis: Huis) -> None:
    innemen.neem_in(huis, OPDRACHTREGEL, b"2026Z00303\n" + ZONDER_NUMMER, "eerst.txt")
    innemen.neem_in(huis, OPDRACHTREGEL, b"2026Z00304\n\n1. Iets anders?\n", "ander.txt")
    bram = bezoek("bram")
    versie = versie_in(bram.get("/vragensets/KV-000002/gegevens"))
    antwoord = bram.post("/vragensets/KV-000002/gegevens", {"versie": versie, "veld-zaaknummer": "2026Z00303"})
    assert antwoord.status_code == 422
    assert "Zaaknummer 2026Z00303 staat al bij KV-000001." in antwoord.text
    assert 'value="2026Z00303"' in antwoord.text


# the way out


def test_the_export_is_a_download_with_a_name(bezoek: Bezoek, eerdere_set: str) -> None:
    antwoord = bezoek("anna").get("/vragensets/KV-000002/antwoord.docx")
    assert antwoord.headers["content-disposition"] == "attachment; filename*=UTF-8''antwoord-2023Z74117.docx"
    assert antwoord.headers["content-type"].startswith(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )
    with zipfile.ZipFile(io.BytesIO(antwoord.content)) as archief:
        assert "Een afzonderlijke telling bestaat niet." in archief.read("word/document.xml").decode()


def test_the_export_of_a_set_without_answers_is_possible(bezoek: Bezoek, set_met_vragen: str) -> None:
    antwoord = bezoek("anna").get(f"{SET}/antwoord.docx")
    assert antwoord.status_code == 200
    assert antwoord.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")


def test_the_export_of_a_set_without_questions_says_what_to_do(bezoek: Bezoek, stuk: Stuk, huis: Huis) -> None:
    innemen.neem_in(huis, OPDRACHTREGEL, stuk("voorbeeld-sekten-uitstel"), "uitstel.txt")
    antwoord = bezoek("bram").get("/vragensets/KV-000001/antwoord.docx")
    assert antwoord.status_code == 422
    assert melding_in(antwoord) == "KV-000001 heeft nog geen vragen. Neem eerst het document met de vragen in."
