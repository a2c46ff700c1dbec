"""Rubbish never gives a 5xx and never leaves a trace (F3, I1), on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic

import psycopg
import pytest
from litestar.testing import TestClient

from kamervragen.antwoorden import schrijven as antwoorden
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.core.store.engine import writing
from kamervragen.domain.rollen import Rol
from kamervragen.hergebruik import passages
from kamervragen.inname import innemen, stapel
from kamervragen.jobs import catch_up
from kamervragen.lijn import bijdragen
from kamervragen.lijn.rows import RectificatieRij
from kamervragen.lijn.store import rectificaties
from kamervragen.lijn.store import route as lijnkast
from kamervragen.lijsten import lijstinname
from kamervragen.mensen import gebruikers
from kamervragen.register import toezeggingen
from kamervragen.register.rows import MotieRij
from kamervragen.setpagina import setblad
from kamervragen.sets import uitstel
from kamervragen.sets.blik import zie
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from tests.conftest import BEGIN, Klok, app_op
from tests.web.bezoeker import WACHTWOORD, Bezoeker
from tests.web.paden import gets, posts

GROOT = str(10**40)
BREED = str(2**31)
VRAGEN = b"2026Z08844\n(ingezonden 24 april 2026)\n\n1. Kent u het bericht?\n2. Wat vindt u daarvan?\n"
SET = "/vragensets/KV-000001"
OP_DE_STAPEL = b"2026Z00777\n\n1. Wat vindt u van de stapel?\n"


def _richt_in(huis: Huis) -> None:
    """Someone with every role, and one set of two questions with something of everything."""
    gebruikers.maak(
        huis, OPDRACHTREGEL, inlognaam="iedereen", naam="Iedereen", wachtwoord=WACHTWOORD, rollen=tuple(Rol)
    )
    assert innemen.neem_in(huis, OPDRACHTREGEL, VRAGEN, "vragen.txt").sleutel == "KV-000001"
    stapel.leg_neer(huis, OPDRACHTREGEL, [("stapel.txt", OP_DE_STAPEL)])
    passages.bewaar(huis, OPDRACHTREGEL, None, titel="Hek", tekst="Dicht.", eigenaar_id=1, geldig_tot=date(2027, 1, 1))
    toezeggingen.voeg_toe(
        huis,
        OPDRACHTREGEL,
        zin="Ik meld dit.",
        gedaan_op=date(2026, 1, 5),
        vindplaats="debat",
        bewindspersoon="",
        aan="",
        interne_dag=date(2027, 1, 1),
    )
    with writing(huis.engine) as sessie:
        sessie.add(MotieRij(kamerstuk="kst-28286-203", indieners="Graus", onderwerp="hekken"))
    rijen = b"kamerstuk;indieners;ingediend\nkst-36000-9;De Wit;3-2-2026\n"
    assert lijstinname.leg_neer(huis, OPDRACHTREGEL, "moties", "moties.csv", rijen) == 2
    uitstel.meld(huis, OPDRACHTREGEL, "KV-000001", reden="overleg", toelichting="", versie=1)
    with writing(huis.engine) as sessie:
        lijnkast.draag_over(
            sessie,
            1,
            labels=["1"],
            bewindspersoon="minister van Defensie",
            reden="Kazernes.",
            actor="x",
            moment=huis.nu(),
            dag=huis.vandaag(),
        )
    bijdragen.vraag(
        huis,
        OPDRACHTREGEL,
        "KV-000001",
        bijdragen.Gevraagde(gebruiker_id=1),
        labels=["1"],
        gevraagd="Cijfers.",
        uiterlijk=date(2027, 1, 12),
        met_concept=True,
        versie=zie(setblad.beeld, huis, OPDRACHTREGEL, "KV-000001").rij.versie,
    )
    antwoorden.bewaar(huis, OPDRACHTREGEL, "KV-000001", "2", "Dat weet ik niet.", versie=0)
    with writing(huis.engine) as sessie:
        fout = RectificatieRij(
            vragenset_id=1,
            antwoord_id=1,
            passage="Dat weet ik niet.",
            juist="Dat weet ik.",
            reden="Een fout.",
            actor="x",
            moment=huis.nu(),
        )
        rectificaties.nieuw(sessie, fout)
    catch_up(huis)


# Where the engine has no say, one is enough.
op_sqlite = pytest.mark.parametrize("database", [None], ids=["sqlite"])


@pytest.fixture(scope="session")
def lege_sqlite(lege_sqlite: Path, tmp_path_factory: pytest.TempPathFactory, sleutelbestand: Path) -> Path:
    """Not empty here: made once, with its documents beside it."""
    data = tmp_path_factory.mktemp("rommel")
    shutil.copy(lege_sqlite, data / "kamervragen.db")
    thuis = replace(maak_huis(settings=Settings(data=data, sleutels=sleutelbestand)), nu=Klok(BEGIN))
    _richt_in(thuis)
    thuis.engine.dispose()
    return data / "kamervragen.db"


@pytest.fixture(scope="session")
def lege_postgres(
    postgres: str, lege_postgres: str, tmp_path_factory: pytest.TempPathFactory, sleutelbestand: Path
) -> str:
    """The same on PostgreSQL."""
    with psycopg.connect(f"{postgres}/postgres", autocommit=True) as verbinding:
        verbinding.execute(f'CREATE DATABASE kv_rommel TEMPLATE "{lege_postgres}"')
    settings = Settings(
        data=tmp_path_factory.mktemp("rommel"), database=f"{postgres}/kv_rommel", sleutels=sleutelbestand
    )
    thuis = replace(maak_huis(settings=settings), nu=Klok(BEGIN))
    _richt_in(thuis)
    thuis.engine.dispose()
    with psycopg.connect(f"{postgres}/kv_rommel", autocommit=True) as verbinding:
        verbinding.execute("DELETE FROM kenmerk WHERE naam = 'datamap'")  # each copy belongs to a folder of its own
    return "kv_rommel"


@pytest.fixture
def bezoeker(elk_huis: Huis, lege_sqlite: Path) -> Iterator[Bezoeker]:
    """Someone with every role, on either database, in a copy of that house."""
    shutil.copytree(lege_sqlite.parent / "documenten", elk_huis.settings.documenten, dirs_exist_ok=True)
    with TestClient(app_op(elk_huis), base_url="https://testserver.local") as client:
        gemaakt = Bezoeker(client)
        assert gemaakt.log_in("iedereen").status_code == 303
        yield gemaakt


def test_a_huge_number_in_the_address(bezoeker: Bezoeker) -> None:
    statussen = {
        (pad, besluit): bezoeker.post(pad, {"besluit": besluit, "reden": "Nee.", "versie": "1"}).status_code
        for getal in (GROOT, BREED, str(2**63), "-1", "0", "77")
        for pad in (f"/toezeggingen/{getal}/besluit", f"{SET}/voorstellen/{getal}")
        for besluit in ("overgenomen", "afwijzen")
    }
    assert {sleutel: status for sleutel, status in statussen.items() if status not in (400, 404, 422)} == {}


GETALLEN = (GROOT, BREED, "999999999", "-1", "1.5", "1e9", "٣", "²", "0x10", "NaN", " ", "\0", "1\0")


@pytest.mark.parametrize(
    ("pad", "naam"),
    [
        ("toewijzing", "versie"),
        ("toewijzing", "directie"),
        ("toewijzing", "behandelaar"),
        ("ondertekening", "versie"),
        ("vragen/1/antwoord", "versie"),
        ("vragen/1/overname", "bron"),
    ],
)
def test_a_strange_number_in_a_form(bezoeker: Bezoeker, pad: str, naam: str) -> None:
    goed = {"versie": "1", "ondertekenaar": "minister Van Dam (Justitie en Veiligheid)", "tekst": "Ja."}
    statussen = {getal: bezoeker.post(f"{SET}/{pad}", goed | {naam: getal}).status_code for getal in GETALLEN}
    assert {getal: status for getal, status in statussen.items() if status not in (303, 404, 409, 422)} == {}


def test_a_strange_day_in_a_form(bezoeker: Bezoeker) -> None:
    bezoeker.post(f"{SET}/vragen/1/antwoord", {"tekst": "Ik zeg toe daarop terug te komen.", "versie": "0"})
    for dag in ("2026-02-30", "30-06-2026", "0001-01-01", "99999-01-01", "\0", "x" * 1000):
        velden = {"besluit": "aannemen", "interne_dag": dag, "versie": "1"}
        assert bezoeker.post("/toezeggingen/2/besluit", velden).status_code == 422, dag
    velden = {"besluit": "aannemen", "interne_dag": "9999-12-31", "versie": "1"}
    assert bezoeker.post("/toezeggingen/2/besluit", velden).status_code == 303
    assert "9999" in bezoeker.get("/toezeggingen?status=alle").text


def _diep(diepte: int) -> bytes:
    return b"[" * diepte + b"]" * diepte


LICHAMEN: dict[str, tuple[str, bytes]] = {
    "JSON 100,000 deep": ("application/json", _diep(100_000)),
    "JSON 2,000 deep": ("application/json", _diep(2_000)),
    "JSON with a huge number": ("application/json", json.dumps({"versie": 10**400}).encode()),
    "three megabytes": ("application/x-www-form-urlencoded", b"tekst=" + b"a" * 3_000_000),
    "three megabytes of JSON": ("application/json", b'"' + b"a" * 3_000_000 + b'"'),
    "NUL bytes": ("application/x-www-form-urlencoded", b"tekst=%00\0&token=\0"),
    "no UTF-8": ("application/x-www-form-urlencoded", b"tekst=%ff%fe\xff&token=%c3%28"),
    "a hundred thousand fields": ("application/x-www-form-urlencoded", b"a=1&" * 100_000),
    "a field without a name": ("application/x-www-form-urlencoded", b"=1&&&=&%"),
    "multipart without a boundary": ("multipart/form-data", b"--x\r\n\r\n--x--"),
    "multipart cut off": ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="tek'),
    "multipart without headers": ("multipart/form-data; boundary=x", b"--x\r\n\r\nja\r\n--x--\r\n"),
    "multipart with another boundary": ("multipart/form-data; boundary=x", b"--y\r\n\r\nja\r\n--y--\r\n"),
    "multipart with an empty boundary": ("multipart/form-data; boundary=", b"--\r\n\r\n----\r\n"),
    "multipart with a huge boundary": ("multipart/form-data; boundary=" + "x" * 5000, b"--x"),
    "multipart in an unknown charset": (
        "multipart/form-data; boundary=x; charset=bestaat-niet",
        b'--x\r\nContent-Disposition: form-data; name="tekst"\r\nContent-Type: text/plain; charset=bestaat-niet\r\n\r\n\xff\r\n--x--\r\n',
    ),
    "multipart with a NUL in a name": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="bestanden"; filename="a\0.txt"\r\n\r\nja\r\n--x--\r\n',
    ),
    "multipart with JSON inside": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="tekst"\r\nContent-Type: application/json\r\n\r\n'
        + _diep(100_000)
        + b"\r\n--x--\r\n",
    ),
    "msgpack": ("application/x-msgpack", b"\xc1" * 100),
    "an unknown kind": ("application/iets-anders; charset=\xff".encode("latin-1").decode("latin-1"), b"\xff" * 100),
    "no kind at all": ("", b"\xff" * 100),
}


METBESTAND = (
    "/inname",
    "/lijstinname",
    "/vragensets/{sleutel:str}/beslisnota",
    "/vragensets/{sleutel:str}/bijlagen",
    "/vragensets/{sleutel:str}/terugkeer",
)


def _lichamen(nummer: int, pad: str) -> list[tuple[str, tuple[str, bytes]]]:
    """All kinds for where files come in, and of the others each a fifth, in turn; in full all of them everywhere."""
    alle = list(LICHAMEN.items())
    overal = pad in METBESTAND or os.environ.get("BELOFTEN") == "vol"
    return alle if overal else alle[nummer % 5 :: 5]


# A body is refused before anything is asked of a database: one kind of it is enough.
@op_sqlite
def test_a_rubbish_body_is_refused_by_every_post(bezoeker: Bezoeker) -> None:
    """413 where the body is too big, else 400, 403 or 422; those that take files may read more before they refuse."""
    anders = {}
    for nummer, (pad, adres) in enumerate(posts(bezoeker.client.app).items()):
        for soort, (kind, data) in _lichamen(nummer, pad):
            begin = monotonic()
            status = bezoeker.vraag("POST", adres, koppen={"Content-Type": kind}, content=data).status_code
            te_groot = len(data) > 2_000_000 and "JSON" not in soort and pad not in METBESTAND
            if status not in ((413,) if te_groot else (400, 403, 413, 422)) or monotonic() - begin > 5:
                anders[pad, soort] = status
    assert anders == {}
    assert bezoeker.get("/vragensets").status_code == 200


@op_sqlite
def test_a_get_with_a_rubbish_body_is_a_get(bezoeker: Bezoeker) -> None:
    statussen = {
        soort: bezoeker.vraag("GET", "/vragensets", koppen={"Content-Type": kind}, content=data).status_code
        for soort, (kind, data) in LICHAMEN.items()
    }
    assert statussen == dict.fromkeys(LICHAMEN, 200)


ROMMEL = (
    "%00",
    "KV-000001%00",
    "%ff",
    "%ed%a0%80",
    "%E2%80%AE",
    "'%20OR%201=1%20--",
    "..%2f..%2fetc%2fpasswd",
    "a" * 5000,
    "%0d%0aX-Kwaad:%20ja",
    "%F0%9F%92%A9",
    "{{7*7}}",
    "%25n",
    "%",
)


@pytest.mark.parametrize(
    "pad",
    [
        "/vragensets/ROMMEL",
        "/vragensets/ROMMEL/antwoord.docx",
        f"{SET}/vragen/ROMMEL",
        "/static/ROMMEL",
        "/ROMMEL",
    ],
)
@op_sqlite
def test_rubbish_in_the_address_does_not_exist(bezoeker: Bezoeker, pad: str) -> None:
    antwoorden = {rommel[:40]: bezoeker.get(pad.replace("ROMMEL", rommel)) for rommel in ROMMEL}
    assert {rommel: a.status_code for rommel, a in antwoorden.items() if a.status_code != 404} == {}
    assert [rommel for rommel, a in antwoorden.items() if "x-kwaad" in a.headers] == []


@pytest.mark.parametrize(
    "pad",
    [
        "/vragensets?zoek=ROMMEL&toon=ROMMEL",
        "/zoeken?vraag=ROMMEL",
        "/toezeggingen?status=ROMMEL",
        "/vragensets?zoek=ROMMEL&zoek=ROMMEL",
        "/vragensets?ROMMEL=ROMMEL",
    ],
)
def test_rubbish_in_a_query_is_only_text(bezoeker: Bezoeker, pad: str) -> None:
    statussen = {rommel[:40]: bezoeker.get(pad.replace("ROMMEL", rommel)).status_code for rommel in ROMMEL}
    assert {rommel: status for rommel, status in statussen.items() if status not in (200, 400)} == {}


def test_a_search_takes_every_sign_as_text(bezoeker: Bezoeker) -> None:
    vragen = ('"', "-x", "foo:bar", "AND", "(", "*", "a AND (b", "\\", "~1", "^9", "[1 TO 2]", "é" * 3000)
    statussen = {vraag: bezoeker.vraag("GET", "/zoeken", params={"vraag": vraag}).status_code for vraag in vragen}
    assert statussen == dict.fromkeys(vragen, 200)


TEKSTEN = [
    "\0",
    "a\0b",
    "\x07\x1b[31m",
    "\ufeff",
    "\u202e",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](http://kwaad.example/x.png)",
    "> " * 3000 + "diep",
    "- " * 3000 + "diep",
    "[" * 4_000,
    "*a " * 2_000,
    "**" * 4_000,
    "`" * 4_000,
    "[^b1]" * 1000,
    "[^v99]",
    "|a|\n|-|\n" + "|b|\n" * 500,
    "1. a\n" * 500,
    "\\" * 4_000,
    "&" * 4_000,
    "999999999999999999999. a",
    "<" * 4_000,
    "_" * 4_000 + "a",
    "[a](" * 1000,
    "\r\n" * 2_000,
    "    " * 1000,
    "# kop\n" * 500,
    "```\nniet dicht",
    "|" * 1000 + "\n" + "|-" * 1000,
    "💩" * 2_000,
    "{{ 7 * 7 }}{% raw %}",
]


def test_whatever_is_saved_can_be_seen_and_exported(bezoeker: Bezoeker, elk_huis: Huis) -> None:
    """A text that is accepted must not break the pages it stands on: its desk, then all of them together."""
    vragen = "".join(f"{n}. Kent u bericht {n}?\n" for n in range(1, len(TEKSTEN) + 1))
    stuk = f"2026Z20000\n(ingezonden 24 april 2026)\n\n{vragen}".encode()
    pad = f"/vragensets/{innemen.neem_in(elk_huis, OPDRACHTREGEL, stuk, 'vragen.txt').sleutel}"
    anders = {}
    for nummer, tekst in enumerate(TEKSTEN, 1):
        begin = monotonic()
        bewaard = bezoeker.post(f"{pad}/vragen/{nummer}/antwoord", {"tekst": tekst, "versie": "0"}).status_code
        voorbeeld = bezoeker.post(f"{pad}/vragen/{nummer}/voorbeeld", {"tekst": tekst}).status_code
        gezien = bezoeker.get(f"{pad}/vragen/{nummer}").status_code
        goed = bewaard in (303, 400, 413, 422) and voorbeeld in (200, 400, 413, 422) and gezien == 200
        if not goed or monotonic() - begin > 10:
            anders[tekst[:20]] = (bewaard, voorbeeld, gezien, round(monotonic() - begin))
    assert anders == {}
    bladen = (pad, f"{pad}/controle", f"{pad}/antwoord.docx", "/toezeggingen?status=alle", "/moties")
    assert {blad: bezoeker.get(blad).status_code for blad in bladen} == dict.fromkeys(bladen, 200)


@pytest.mark.parametrize(
    "teken",
    ["\0", "\x07\x1b", "\ufffe", "\u202e", "\r\n", "\ud83d\udca9".encode("utf-16", "surrogatepass").decode("utf-16")],
)
def test_a_strange_sign_in_any_field_of_any_form(bezoeker: Bezoeker, elk_huis: Huis, teken: str) -> None:
    """Each field of each form in turn, and afterwards every page and the document."""
    zin = f"Ik zal uw Kamer{teken} voor de zomer informeren."
    bezoeker.post(f"{SET}/vragen/1/antwoord", {"tekst": zin, "versie": "0"})
    versie = str(zie(setblad.beeld, elk_huis, OPDRACHTREGEL, "KV-000001").rij.versie)
    pogingen: dict[str, dict[str, str]] = {
        "/inloggen": {"inlognaam": f"anna{teken}", "wachtwoord": f"wacht{teken}woord"},
        f"{SET}/vragen/1/noten": {"noot": f"Een{teken}noot"},
        f"{SET}/ondertekening": {
            "ondertekenaar": f"minister Van{teken} Dam (Justitie en Veiligheid)",
            "versie": versie,
        },
        f"{SET}/voorstellen/1": {"besluit": f"overgenomen{teken}", "versie": "1"},
        f"{SET}/gegevens": {
            "veld-onderwerp": f"de{teken}proef",
            "veld-vraag-1": f"Kent{teken}u dit?",
            "versie": versie,
        },
        "/inname/1": {"doe": f"bewaren{teken}", "veld-onderwerp": f"de{teken}stapel", "versie": "2"},
        "/inname/getypt": {"tekst": f"1. Kent{teken} u dit?", "herkomst": "papier", "onderwerp": f"de{teken}proef"},
        "/passages/1": {
            "titel": f"Het{teken}hek",
            "tekst": f"Het hek{teken} is dicht.",
            "eigenaar": "1",
            "geldig_tot": "2027-01-01",
            "versie": "1",
        },
        "/zoeken/bewaard": {
            "naam": f"Mijn{teken}zoek",
            "vraag": f'fiets{teken}en "een{teken}zin"',
            "fractie": f"D{teken}",
        },
        f"{SET}/vragen/1/oordeel": {"bron": "1", "reden": f"Nee{teken}"},
        "/antwoorden/1/achterhaald": {"reden": f"Om{teken}", "door": f"Wet{teken}", "sinds": "2026-01-01"},
        f"{SET}/vragen/1/bevestiging": {f"plek-{teken}": "1"},
        "/toezeggingen": {
            "zin": f"Ik stuur{teken} uw Kamer voor de zomer een brief.",
            "gedaan_op": "2026-03-02",
            "vindplaats": f"debat{teken}",
            "aan": f"lid{teken}",
            "bewindspersoon": f"minister{teken}",
            "nummer": f"{teken}",
        },
        "/toezeggingen/1/feiten": {
            "soort": f"vervallen{teken}",
            "datum": "2026-03-01",
            "reden": f"Om{teken}",
            "versie": "1",
        },
        "/moties/1/feiten": {"soort": "niet_uitgevoerd", "datum": "2026-03-01", "reden": f"Om{teken}", "versie": "1"},
        "/moties/1/tekst": {
            "tekst": f"verzoekt de regering{teken} te kijken",
            "ingediend": "2026-03-01",
            "appreciatie": teken,
            "versie": "1",
        },
        f"{SET}/bijdragen": {
            "naam": f"Min{teken}isterie",
            "mail": f"a{teken}@b.example",
            "gevraagd": f"Cij{teken}fers",
            "uiterlijk": "2027-01-12",
            "vraag-1": "on",
            "versie": versie,
        },
        "/bijdragen/1": {"tekst-1": f"Twaalf{teken} stuks.", "toelichting": f"Nog{teken} voorlopig"},
        "/rectificaties/1": {"juist": f"Wel{teken}", "reden": f"Om{teken}", "versie": "1"},
        "/account/afwezig": {"door": "1", "grond": f"ver{teken}lof", "van": "2026-07-01", "tot": "2026-07-03"},
        "/recessen": {"naam": "herfstreces", "begin": "2026-10-16", "einde": "2026-10-26", "bron": f"brief{teken}"},
        f"{SET}/dms-kenmerk": {"kenmerk": f"DMS{teken}1"},
        f"{SET}/bijlagen/1": {"titel": f"Rap{teken}port", "soort": "bijlage", "kenmerk": teken},
        f"{SET}/terugkeer/wijzigingen/1": {"besluit": "overgenomen", "tekst": f"Twee{teken} stuks.", "versie": "1"},
        f"{SET}/uitstel": {"reden": "overleg", "toelichting": f"Om{teken}", "versie": versie},
        f"{SET}/debat": {"debat": f"2027-01-12{teken}", "versie": versie},
        "/toezeggingen/2/besluit": {
            "besluit": "afwijzen",
            "reden": f"Al{teken}gedaan",
            "terug": f"/x{teken}",
            "versie": "1",
        },
    }
    statussen = {pad: bezoeker.post(pad, velden).status_code for pad, velden in pogingen.items()}
    naam = bezoeker.post(
        "/inname", bestanden=[(f"vra{teken}gen.txt", VRAGEN.replace(b"Kent", f"Ke{teken}nt".encode()))]
    )
    statussen["/inname"] = naam.status_code
    assert {pad: status for pad, status in statussen.items() if status not in (200, 303, 400, 403, 404, 409, 422)} == {}
    bezoeker.log_in("iedereen")
    gezien = {
        pad: bezoeker.get(pad).status_code
        for pad in (*gets(bezoeker.client.app).values(), "/toezeggingen?status=alle")
        if not any(
            deel in pad
            for deel in (
                "/bijlagen/",
                "/terugkeer/",
                "openbaar",
                "zending",
                "/karweien/",
                "/directies/",
                "/metrics",
                "/.well-known/",
            )
        )  # there is none in this house
    }
    assert {pad: status for pad, status in gezien.items() if status not in (200, 303)} == {}


@pytest.mark.parametrize(
    "tekst", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</textarea><b>x</b>"]
)
@op_sqlite
def test_what_a_user_types_is_text_on_every_page(bezoeker: Bezoeker, tekst: str) -> None:
    belofte = f"Ik zal uw Kamer voor de zomer informeren over {tekst}."
    bezoeker.post(f"{SET}/vragen/1/antwoord", {"tekst": belofte, "versie": "0"})
    bezoeker.post(f"{SET}/vragen/1/noten", {"noot": tekst})
    bezoeker.post("/toezeggingen/2/besluit", {"besluit": "afwijzen", "reden": tekst, "versie": "1"})
    paden = [pad for pad in gets(bezoeker.client.app).values() if not pad.endswith((".docx", ".csv"))]
    for pad in (*paden, "/toezeggingen?status=alle", f"/zoeken?vraag={tekst}", f"/vragensets?zoek={tekst}"):
        assert tekst not in bezoeker.get(pad).text, pad


@op_sqlite
def test_a_link_of_a_dangerous_kind_goes_nowhere(bezoeker: Bezoeker) -> None:
    bezoeker.post(
        f"{SET}/vragen/1/antwoord", {"tekst": "[hier](javascript:alert(1)) [daar](https://tk.example/x)", "versie": "0"}
    )
    pagina = bezoeker.get(SET).text
    assert "javascript:" not in pagina.replace("javascript:alert(1))", "")
    assert 'href="https://tk.example/x"' in pagina


@pytest.mark.parametrize(
    "terug", ["https://kwaad.example/", "//kwaad.example/", "/vragensets/KV-1\r\nX-Kwaad: ja", "/\\kwaad.example"]
)
@op_sqlite
def test_a_form_cannot_send_its_reader_to_another_site(bezoeker: Bezoeker, terug: str) -> None:
    bezoeker.post(f"{SET}/vragen/1/antwoord", {"tekst": "Ik zal uw Kamer voor de zomer informeren.", "versie": "0"})
    antwoord = bezoeker.post(
        "/toezeggingen/2/besluit", {"besluit": "afwijzen", "reden": "Nee.", "versie": "1", "terug": terug}
    )
    assert antwoord.status_code == 303
    assert "kwaad" not in antwoord.headers["location"].lower() or antwoord.headers["location"].startswith(
        "/vragensets/KV-"
    )
    assert "x-kwaad" not in antwoord.headers


@op_sqlite
def test_unknown_fields_have_no_effect(bezoeker: Bezoeker, elk_huis: Huis) -> None:
    """I10: a form sets only what its page offers."""
    velden = {
        "behandelaar": "1",
        "versie": str(zie(setblad.beeld, elk_huis, OPDRACHTREGEL, "KV-000001").rij.versie),
        "id": "77",
        "sleutel": "KV-000077",
        "zaaknummer": "2020Z00001",
        "status": "verzonden",
    }
    assert bezoeker.post(f"{SET}/toewijzing", velden).status_code == 303
    rij = zie(setblad.beeld, elk_huis, OPDRACHTREGEL, "KV-000001").rij
    assert (rij.id, rij.sleutel, rij.zaaknummer) == (1, "KV-000001", "2026Z08844")
    assert rij.versie == int(velden["versie"]) + 1
